"""The words of the caption editor: of its timeline, its rows, its keys."""

from typing import Any

from promplan.language import Words, current, say, say_in
from promplan.text.captions import Rules


def words() -> dict[str, Any]:
    """What the script says, in the language of the page."""
    said: dict[str, Words] = {
        "title": say("Captions"),
        "none": say("There is no caption yet. Make them of the script, open a file, or add the first one."),
        "no piece": say("There is no piece of content yet. Press “New piece” above."),
        "language": say("Language of the captions"),
        "add": say("Add a caption"),
        "script": say("Make them of the script"),
        "open": say("Open SRT or VTT"),
        "sort": say("Put in order of time"),
        "undo": say("Undo: {what}"),
        "nothing": say("Nothing to undo"),
        "timeline": say("Timeline of the captions"),
        "wider": say("Zoom in"),
        "closer": say("Zoom out"),
        "sideways": say("Wider than the page: scroll sideways →"),
        "film": say("end of the film"),
        "cue": say("Caption {n}, {start} to {end}: {text}"),
        "faulty": say("to mend: {n}"),
        "start of": say("Caption {n} begins"),
        "end of": say("Caption {n} ends"),
        "number": say("Caption {n}"),
        "start": say_in("time", "From"),
        "end": say_in("time", "To"),
        "text": say("Text"),
        "speed": say("{speed} characters a second of {most}"),
        "no speed": say("shown for no time"),
        "split": say("Split"),
        "join": say("Join with the next"),
        "after": say("Add one behind"),
        "remove": say("Remove"),
        "mend": say("Mend it"),
        "look": say("Look again"),
        "panel": say("panel {n}"),
        "large": say("{name} has more than 30 MB: captions have less. Choose the .srt."),
        "keys": say(
            "On the timeline: ↑ ↓ go from caption to caption, ← → move the one you are at by a tenth of a second, with "
            "Shift by a second; Tab goes to its two ends, which move alike. S splits it, J joins it with the next, "
            "Delete removes it, Enter goes to its text. In the text Ctrl+Enter splits at the cursor. Ctrl+Z undoes."
        ),
    }
    return {"lang": current(), **{name: str(one) for name, one in said.items()}}


def told(rules: Rules) -> str:
    """The rules of a language in a sentence, with their day."""
    return str(
        say(
            "Rules ({day}): {lines} lines of {line} characters at most, {shortest} to {longest} s, {speed} characters "
            "a second.",
            day=rules.checked_on,
            lines=rules.lines,
            line=rules.line,
            shortest=round(rules.shortest, 2),
            longest=round(rules.longest, 1),
            speed=rules.speed,
        )
    )
