"""The backward funnel: from an objective's target back to the people who must be reached, and whether they exist.

The browser holds texts and sliders only. Every move of a hand goes to the kernel as a draft and comes back computed;
what is in the plan changes when the hand lets go, and the guard says so.
"""

from html import escape
from typing import Any

import anywidget
import traitlets

from promplan.figures.numbers import digits
from promplan.language import Problem, pick, say
from promplan.plan import edit
from promplan.plan.brief import AIMS
from promplan.plan.document import Plan
from promplan.plan.objectives import Funnel, Objective
from promplan.plan.store import Conflict, Store
from promplan.review import Finding
from promplan.widgets import parts
from promplan.widgets.controls import line
from promplan.widgets.funnel_draft import LABELS, MOST_SIGNS, MOST_STEPS, Draft, cleaned, patterns, read, typed
from promplan.widgets.funnel_pattern import FOR, pattern_for
from promplan.widgets.funnel_rows import STOPS, audience_of, rows, table
from promplan.widgets.guard import Guard
from promplan.widgets.live import Live
from promplan.widgets.panel import Panel, heading

UNIT = "02-goals"
RULES = ("OBJ-4", "OBJ-9", "OBJ-11", "OBJ-11W", "OBJ-14", "OBJ-14A")  # what the review says of a target and its funnel


def funnel(store: Store) -> Panel:
    """The funnels of the plan's objectives, one at a time."""
    return _Backwards(store).panel


class Board(anywidget.AnyWidget):
    """The funnel on the screen. `moved` and `changed` carry a draft of objective `id`, shown only, and to be saved."""

    _esm = parts.script("funnel.js")
    words = traitlets.Dict().tag(sync=True)
    stops: traitlets.List[str] = traitlets.List().tag(sync=True)
    patterns = traitlets.Dict().tag(sync=True)
    objectives: traitlets.List[list[str]] = traitlets.List().tag(sync=True)
    chosen = traitlets.Unicode("").tag(sync=True)
    about = traitlets.Dict().tag(sync=True)
    shown = traitlets.Dict().tag(sync=True)
    rows = traitlets.Dict().tag(sync=True)
    choice = traitlets.Dict().tag(sync=True)
    # echo_update: what the browser sent need not come back to it, least of all while a slider moves
    moved = traitlets.Dict().tag(sync=True, echo_update=False)
    changed = traitlets.Dict().tag(sync=True, echo_update=False)
    decided = traitlets.Dict().tag(sync=True, echo_update=False)


class _Backwards:
    """The kernel's side of the board.

    `draft` is what stands in the fields, `opened` the same as the plan had it, `seen` the plan's own values then.
    """

    def __init__(self, store: Store) -> None:
        self.store, self.guard = store, Guard()
        self.draft: Draft = cleaned({})
        self.opened: Draft = cleaned({})
        self.seen: dict[str, Any] = {}
        self.id = ""  # whose draft it is: the choice may have moved on while a change was on its way
        self.halved = -1
        self.conflict: Conflict | None = None
        self.saving = False
        self.board = Board(words=_words(), stops=[digits(one) for one in STOPS], patterns=patterns())
        self.board.observe(self.guard.handler(self._open), "chosen")
        self.board.observe(lambda change: self.guard.doing(lambda: self._move(change["new"]), "view"), "moved")
        self.board.observe(lambda change: self.guard.doing(lambda: self._change(change["new"])), "changed")
        self.board.observe(lambda change: self.guard.doing(lambda: self._decide(change["new"])), "decided")
        store.watch(self.follow)
        self.follow()
        self.says = Live(store, UNIT, self._belongs)
        self.board.observe(self.guard.handler(self.says.draw, "view"), "chosen")
        title = str(say("Backward funnel"))
        children = [heading(title), self.board, self.guard, self.says.view]
        self.panel = Panel(title, children, _static(store.plan))

    def _belongs(self, one: Finding) -> bool:
        return one.object == self.board.chosen and one.rule in RULES

    def _objective(self) -> Objective | None:
        return next((one for one in self.store.plan.objectives if one.id == self.board.chosen), None)

    def follow(self) -> None:
        """Follow the plan; what a hand is still changing stays until it is saved, and may then conflict."""
        objectives = [[one.id, line(one)] for one in self.store.plan.objectives]
        if objectives != self.board.objectives:
            self.board.objectives = objectives
        ids = [one[0] for one in objectives]
        if self.board.chosen not in ids and self.board.chosen != (first := ids[0] if ids else ""):
            self.board.chosen = first  # opens it
            return
        objective = self._objective()
        if objective is None or self.saving:
            return
        if _values(objective) != self.seen and self.draft == self.opened:
            self._open()
        else:
            self._draw()

    def _open(self) -> None:
        """Show the chosen objective as the plan has it."""
        objective = self._objective()
        if objective is None:
            return
        self.id, self.seen, self.halved, self.conflict = objective.id, _values(objective), -1, None
        self.draft = self.opened = typed(objective.target, objective.funnel)
        self._show()

    def _show(self, by: str = "") -> None:
        """Send the fields' texts; the view `by` which they were typed has them already."""
        self.board.choice = _choice(self.draft, self.conflict)
        self.board.shown = {"turn": self.board.shown.get("turn", 0) + 1, "by": by, **self.draft}
        self._draw()

    def _draw(self) -> None:
        objective = self._objective()
        if objective is None:
            return
        top = objective.metric or str(say("target"))
        audience = audience_of(self.store.plan, objective)
        fits = pattern_for(objective, audience)
        self.board.about = {"metric": top, "unit": objective.unit, "pattern": fits}
        self.board.rows = rows(self.draft, top, audience, self.halved)

    def _move(self, sent: dict[str, Any]) -> None:
        """A hand is on a control: show what it would come to."""
        if sent.get("id") == self.id:
            self._take(sent)
            self._draw()

    def _take(self, sent: dict[str, Any]) -> None:
        self.draft = cleaned(sent)
        halved = sent.get("halved")
        self.halved = halved if isinstance(halved, int) else -1

    def _change(self, sent: dict[str, Any]) -> None:
        """A hand has let go: save."""
        if sent.get("id") != self.id:
            id_ = str(sent.get("id"))[:20]
            raise Problem(say("{id} is not open here any more: choose it and make the change again.", id=id_))
        self._take(sent)
        self._draw()
        self._save(by=str(sent.get("by", "")))

    def _save(self, by: str = "") -> None:
        reading = read(self.draft)
        if reading.funnel is None:
            raise Problem(next(iter(reading.errors.values())))
        fields: dict[str, Any] = {}
        if self.draft["target"] != self.opened["target"]:
            fields["target"] = reading.target
        if {**self.draft, "target": ""} != {**self.opened, "target": ""}:  # as typed, so that a digit more is not lost
            fields["funnel"] = reading.funnel.model_dump()
        before = {name: self.seen[name] for name in fields}
        self.saving = True
        try:
            if fields:
                self.store.put(f"objectives/{self.id}", fields, seen=before)
        except Conflict as conflict:
            self.conflict = conflict
            self._show(by)
            raise
        finally:
            self.saving = False
        self.opened, self.seen = self.draft, {**self.seen, **fields}
        self._show(by)
        self.follow()

    def _decide(self, sent: dict[str, Any]) -> None:
        """Two people changed this funnel: keep what stands here, or take what stands in the plan."""
        conflict, self.conflict = self.conflict, None
        if conflict is None:
            return
        if sent.get("keep"):
            self.seen = {name: conflict.theirs[name] for name in ("target", "funnel")}
            self.board.choice = {}
            self._save()
        else:
            self._open()


def _values(objective: Objective) -> dict[str, Any]:
    fields = edit.fields(objective)
    return {name: fields[name] for name in ("target", "funnel")}


def _choice(draft: Draft, conflict: Conflict | None) -> dict[str, str]:
    """Both versions of a funnel that two people changed, in words, and the two buttons."""
    if conflict is None:
        return {}
    theirs = typed(conflict.theirs["target"], Funnel.model_validate(conflict.theirs["funnel"]))
    text = say("Here: {mine}. In the plan: {theirs}.", mine=_in_words(draft), theirs=_in_words(theirs))
    return {"text": str(text), "keep": str(say("Keep mine")), "take": str(say("Take theirs"))}


def _in_words(draft: Draft) -> str:
    steps = "".join(f" ← {one['what'] or '…'} ({one['low']}–{one['high']} %)" for one in draft["steps"])
    return f"{draft['target'] or '…'}{steps} / {draft['frequency']}; {draft['people'] or '…'}"


def _static(plan: Plan) -> str:
    tables = (table(one, audience_of(plan, one)) for one in plan.objectives)
    return "".join(tables) or f"<p>{escape(_words()['none'])}</p>"


def _words() -> dict[str, Any]:
    """Every word of the board that does not change."""
    words = {
        "none": say(
            "There is no objective yet. Add one in the objective cards above with the button Add; it appears here at "
            "once."
        ),
        "how": say(
            "Read it from the top. A rate is the share of the people counted in a step who go on to the step above it; "
            "nobody knows it exactly, so give the lowest and the highest you would bet on."
        ),
        "objective": say("Objective"),
        "step": say("Step {n}", n="{n}"),  # the browser counts
        "what": say("What is counted"),
        "low": say("Lower rate, %"),
        "high": say("Upper rate, %"),
        "slider": say("slider"),
        "source": say("Source of the rate"),
        "places": say("Places, where they are limited"),
        "needed": say("needed:"),
        "exist": say("exist:"),
        "add": say("Add a step"),
        "remove": say("Remove this step"),
        "removed": say("Step {n} is removed: {what}.", n="{n}", what="{what}"),
        "undo": say("Undo"),
        "halve": say("Halve this rate"),
        "pattern": say("Pattern"),
        "start": say("Start from a pattern"),
        "reach": say("People to be reached"),
        "trying": say("Shown only. It is saved when you let go of the slider, or press Enter."),
        **LABELS,
    }
    names = {**{key: pick(words) for key, words in AIMS.items()}, **FOR}
    aims = [[key, str(names[key])] for key in patterns()]
    texts = {name: str(one) for name, one in words.items()}
    return {**texts, "title": str(say("Backward funnel")), "aims": aims, "most": MOST_STEPS, "signs": MOST_SIGNS}
