"""The rehearsal clock: the page counts the seconds of each part, and what was counted goes into the plan at the end.

It runs in the browser alone, so that a kernel at work, or a dead one, stops nobody in mid-sentence; then the guard says
that it is not saved, and the seconds stay on the screen.
"""

from typing import Any

import ipywidgets as widgets
import traitlets

from promplan.language import Problem, Words, pick, say
from promplan.plan import letters
from promplan.plan.document import Plan
from promplan.plan.pitch import BEATS
from promplan.plan.store import Store
from promplan.review.pitch_begun import limit, takes
from promplan.widgets import parts
from promplan.widgets.acts import Act, Acting, Acts
from promplan.widgets.calendar_names import member_named
from promplan.widgets.guard import Guard

PATH = "pitch.rehearsals"
MOST = 24 * 3600  # seconds: a clock that somebody forgot overnight
PARTS = 20


class Clock(Acting):
    """The clock on the screen."""

    _esm = parts.script("acts.js", "clock.js")
    words = traitlets.Dict().tag(sync=True)
    shown = traitlets.Dict().tag(sync=True)


def clock(store: Store) -> Any:
    """A rehearsal by the clock, part by part."""
    return _Ticking(store).box


class _Ticking:
    def __init__(self, store: Store) -> None:
        self.store, self.guard = store, Guard()
        self.board = Clock(words=_words(), shown=shown(store.plan))
        self.acts = Acts(self.board, self.guard, self._do, self.draw)
        store.watch(self.draw)
        self.box = widgets.VBox([self.board, self.guard])

    def draw(self) -> None:
        """Follow the plan; a rehearsal that runs keeps the parts that it began with."""
        now = shown(self.store.plan)
        if now != self.board.shown:
            self.board.shown = now

    def _do(self, act: Act) -> Any:
        if act.get("do") != "rehearsed":
            return None
        each = [round(float(one)) for one in list(act.get("parts") or [])[:PARTS]]
        if not each or any(not 0 <= one <= MOST for one in each):
            raise Problem(say("This rehearsal has no seconds: start the clock, and stop it at the end."))
        values = {"day": letters.today(self.store.plan), "seconds": sum(each), "parts": each}
        id_ = self.store.add(PATH, values)
        self.acts.step(say("Rehearsal {id}: {n} s", id=id_, n=sum(each)), lambda: self.store.remove(f"{PATH}/{id_}"))
        return id_


def shown(plan: Plan) -> dict[str, Any]:
    """What the clock counts: the parts that there are, with the seconds that each has, and the limit."""
    rows = [
        {
            "id": one.id,
            "beat": str(pick(BEATS[one.beat])),
            "who": member_named(plan, one.who),
            "seconds": round(takes(plan, one)),
            "says": one.says,
            "shows": one.shows,
        }
        for one in plan.pitch.parts
    ]
    return {"parts": rows, "limit": limit(plan)}


def _words() -> dict[str, str]:
    told: dict[str, Words] = {
        "title": say("Rehearsal clock"),
        "start": say("Start"),
        "again": say("Start again"),
        "next": say("Next part"),
        "last": say("That was the last part: stop"),
        "stop": say("Stop"),
        "none": say("Write the parts of the pitch first: the clock goes through them."),
        "ready": say("Stand up. Press Start, and Next part at the end of each: Space or Enter does it as well."),
        "part": say("Part {n} of {all}: {beat}"),
        "over": say("{s} s over"),
        "left": say("{s} s left"),
        "up": say("The time is up."),
        "late": say("{whole} s of {all}: {s} s too long. What goes?"),
        "early": say("{whole} s of {all}: it fits, {s} s are left."),
        "plain": say("{s} s"),
        "row": say("{beat}: {s} s, planned {all} s"),
        "undo": say("Undo: {what}"),
        "nothing": say("Nothing to undo"),
    }
    return {name: str(one) for name, one in told.items()}
