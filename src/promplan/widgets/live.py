"""Findings that follow the plan: what the review says of one section, redrawn after every change."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from html import escape

from promplan.language import Problem, say
from promplan.plan.base import Part
from promplan.plan.merging.three_way import UNSAID
from promplan.plan.store import Store
from promplan.review import Finding, Report, check
from promplan.review.texts import parts
from promplan.widgets.panel import region, set_region

# fields with an editor of their own: no control of the card says what is found there
ELSEWHERE = {"funnel", "script", "panels", "approvals", "production"}
NAMED = 12  # how many other records are named in the line under the chosen one's findings


class Live:
    """A region, `.view`, with the findings of `unit` that belong to the editor beside it.

    Where the editor shows one record of many, `chosen` says which, and what stands in it: their findings are told in
    full, the others' are counted. A hundred facts would else be redrawn at every keystroke, and read by nobody. `told`
    is handed all of them, and says each at its own field; the region then tells what has none (`at_field`). With
    `only`, those rules are asked whatever unit teaches them, and no others.
    """

    def __init__(
        self,
        store: Store,
        unit: str,
        belongs: Callable[[Finding], bool],
        chosen: Callable[[], Collection[str]] | None = None,
        told: Callable[[Sequence[Finding]], object] = len,
        at_field: Callable[[Finding], bool] = lambda one: bool(one.field) and one.field not in ELSEWHERE,
        only: Collection[str] = (),
    ) -> None:
        self.store, self.unit, self.belongs, self.chosen, self.told = store, unit, belongs, chosen, told
        self.at_field, self.only = at_field, only
        self.looked_at: Callable[[Report], bool] = self._looked_at
        self.view = region()
        store.watch(self.draw)
        self.draw()

    def draw(self) -> None:
        """Ask the rules again and show what they say."""
        try:
            report = check(self.store.plan, None if self.only else self.unit, only=self.only)
        except Problem:
            return
        here = [one for one in report if self.belongs(one)]
        self.told(here)
        if not here:
            fine = say("✔ nothing open here") if self.looked_at(report) else say("nothing to check yet")
            set_region(self.view, f"<p>{escape(str(fine))}</p>")
            return
        if self.chosen is None:
            set_region(self.view, Report(here)._repr_html_())
            return
        shown = self.chosen()
        there = [one for one in here if one.object in shown or not _is_record(one.object)]
        near = [one for one in there if not self.at_field(one)]
        far = Counter(one.object for one in here if one not in there and one.open)
        told = Report(near)._repr_html_() if near else ""
        set_region(self.view, told + _counted(far))

    def _looked_at(self, report: Report) -> bool:
        """Is anything filled in here that a rule has looked at? Else no finding is no praise."""
        looking = [one.rule for one in report.asked if one.state != "nothing yet"]
        begun = (where for where, part in parts(self.store.plan, self.unit) if filled(part))
        nothing = say("")
        return any(self.belongs(Finding(where, nothing, nothing, rule=rule)) for where in begun for rule in looking)


def filled(part: Part) -> bool:
    """Does anything stand in it that the course has not set by itself?"""
    return any(
        getattr(part, name) != info.get_default(call_default_factory=True)
        for name, info in type(part).model_fields.items()
        if name not in UNSAID
    )


def _is_record(name: str) -> bool:
    return name[-1:].isdigit()


def _counted(far: Counter[str]) -> str:
    if not far:
        return ""
    named = ", ".join(f"{name} ({n})" for name, n in list(far.items())[:NAMED])
    rest = len(far) - NAMED
    if rest > 0:
        words = say("Open elsewhere: {named} and {rest} more.", named=named, rest=rest)
    else:
        words = say("Open elsewhere: {named}.", named=named)
    return f"<p>{escape(str(words))}</p>"
