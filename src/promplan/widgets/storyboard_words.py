"""The words of the storyboard: of its controls, its frame, its keys."""

from typing import Any

from promplan.art.geometry import pieces
from promplan.art.silhouettes import INK, PAPER, SILHOUETTES, silhouette
from promplan.language import Words, current, pick, say, say_in
from promplan.plan.camera import ANGLES, MOVES, SIZES
from promplan.plan.script import TRANSITIONS

FORMATS: dict[str, tuple[Words, tuple[int, int]]] = {
    "16:9": (say("16:9, a screen"), (16, 9)),
    "9:16": (say("9:16, a phone held upright"), (9, 16)),
    "1:1": (say("1:1, a square"), (1, 1)),
    "4:5": (say("4:5, a feed"), (4, 5)),
}


def words() -> dict[str, Any]:
    """What the script says, in the language of the page."""
    said: dict[str, Words] = {
        "title": say("Storyboard"),
        "none": say("There is no panel yet. Add the first one, or make them of the script."),
        "no piece": say("There is no piece of content yet. Press “New piece” above."),
        "add": say("Add a panel"),
        "script": say("Make panels of the script"),
        "format": say("Proportions"),
        "undo": say("Undo: {what}"),
        "nothing": say("Nothing to undo"),
        "open": say("Panel {n}: {what}"),
        "blank": say("nothing is drawn yet"),
        "seconds": say("{s} s"),
        "no seconds": say("no seconds"),
        "handle": say("Move panel {n}: press Enter, then the arrows"),
        "lifted": say("Panel {n} is in your hand: the arrows carry it, Enter puts it down, Escape takes it back."),
        "at": say("Place {n} of {all}"),
        "put": say("Put down at place {n}"),
        "back": say("Taken back"),
        "desk": say("Panel {n}"),
        "close": say("Close panel"),
        "earlier": say("Earlier"),
        "later": say("Later"),
        "copy": say("Copy panel"),
        "remove": say("Remove panel"),
        "action": say("What happens"),
        "time": say("Seconds"),
        "size": say("Shot size"),
        "angle": say("Camera angle"),
        "move": say("Camera move"),
        "transition": say("To the next panel"),
        "sound": say("Sound and music"),
        "line": say("Line of the script"),
        "shot": say("Shot from the visit"),
        "frame": say("The frame of panel {n}"),
        "tools": say("What your hand does in the frame"),
        "carry": say_in("tool", "Carry"),
        "draw": say_in("tool", "Draw"),
        "erase": say_in("tool", "Erase"),
        "signs": say("Put into the frame"),
        "picture": say("Bring a picture"),
        "behind": say("Picture behind it"),
        "strokes": say("Erase all strokes"),
        "figure": say("{what}: {x} across, {y} down, size {size}"),
        "larger": say("Larger"),
        "smaller": say("Smaller"),
        "left": say("Turn left"),
        "right": say("Turn right"),
        "mirror": say("Mirror"),
        "front": say("To the front"),
        "out": say("Take out"),
        "full": say("There is no room for more in this frame: {n} are the most. Erase some first."),
        "large": say("The picture {name} has {size} MB, and one of the plan has at most 25. Save a smaller copy."),
        "sent": say("{name} is on its way …"),
        "keys": say(
            "Click a panel to draw in it. In the frame: choose a silhouette; Tab goes to it, the arrows move it, "
            "+ and − change its size, [ and ] turn it, M mirrors it, Delete takes it out. Ctrl+Z undoes."
        ),
    }
    told: dict[str, Any] = {name: str(one) for name, one in said.items()}
    told["language"] = current()
    told["choices"] = {
        name: [[id, str(pick(one))] for id, one in found.items()]
        for name, found in (("size", SIZES), ("angle", ANGLES), ("move", MOVES), ("transition", TRANSITIONS))
    }
    # in a frame the page is paper in both themes: so are the marks of what is chosen and what has the focus
    told["colours"] = {"paper": PAPER, "ink": INK, "chosen": "#ae3a10", "focus": "#0060a8"}
    told["formats"] = [[id, str(one)] for id, (one, _) in FORMATS.items()]
    signs: dict[str, Words] = {
        "error": say("Stops the export"),
        "warning": say("Look again"),
        "info": say("Advice"),
        "excepted": say("Holds, with a reason"),
    }
    told["signs"] = {name: str(one) for name, one in signs.items()}
    return told


def silhouettes() -> list[dict[str, str]]:
    """Every silhouette: its name, its words, and its outline as a path in thousandths of its height."""
    found = []
    for name, said in SILHOUETTES.items():
        path = "".join(
            "M" + " ".join(f"{x:.0f} {y:.0f}" for x, y in (one * 1000).tolist()) + "Z"
            for one in pieces(silhouette(name))
        )
        found.append({"name": name, "words": str(said), "path": path})
    return found
