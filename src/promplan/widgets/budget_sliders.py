"""The budget by sliders: whom a split of the money reaches, while the hand is still on a slider.

The browser paints a move at once from curves that it has; the exact numbers of all channels together come from here, by
the same functions that rules, figures and files read. The plan is changed when the hand lets go.
"""

import math
from collections.abc import Mapping
from functools import partial
from typing import Any

import traitlets

from promplan.language import Problem, Words, say
from promplan.plan import edit
from promplan.plan.document import Plan
from promplan.plan.store import Conflict, Store
from promplan.review import Finding
from promplan.spending.curves import called
from promplan.spending.sums import sign, sums
from promplan.widgets import parts
from promplan.widgets.acts import Act, Acting, Acts
from promplan.widgets.budget_sliders_asked import Proposal, cost_shown, proposed
from promplan.widgets.budget_sliders_payload import amounts_of, plan_shown
from promplan.widgets.budget_sliders_split import LEVELS, split_shown
from promplan.widgets.budget_sliders_static import static
from promplan.widgets.budget_sliders_words import TITLE, sum_said, words
from promplan.widgets.guard import Guard
from promplan.widgets.live import Live
from promplan.widgets.panel import Panel, heading
from promplan.widgets.typed import number

UNIT = "08-distribution"
RULES = ("DIS-1", "DIS-2", "DIS-3", "DIS-14", "DIS-18", "DIS-19")  # what the review says of sums and reach
MOST = 1e12  # what the plan holds of money
SCRIPTS = (
    *("acts.js", "plot.js", "budget_numbers.js", "budget_charts.js", "budget_row.js", "budget_enough.js"),
    *("budget_tools.js", "budget_sliders.js"),
)


class BudgetSliders(Acting):
    """The sliders on the screen; `moved` carries the sums under a hand, `answer` what they come to."""

    _esm = parts.script(*SCRIPTS)
    words = traitlets.Dict().tag(sync=True)
    shown = traitlets.Dict().tag(sync=True)
    moved = traitlets.Dict().tag(sync=True, echo_update=False)
    answer = traitlets.Dict().tag(sync=True)
    asked = traitlets.Dict().tag(sync=True, echo_update=False)
    cost = traitlets.Dict().tag(sync=True)


def budget_sliders(store: Store) -> Panel:
    """The money of the channels by sliders: whom it reaches, how often, and what would reach more."""
    return _Sliding(store).panel


class _Sliding:
    """The kernel's side: what the plan says, what the sums under a hand come to, and what hands do."""

    def __init__(self, store: Store) -> None:
        self.store, self.guard = store, Guard()
        self.proposal = Proposal()
        self._drawn: Any = None  # of the plan: what was drawn last
        self.board = BudgetSliders(words=words())
        self.acts = Acts(self.board, self.guard, self._do, self.draw)
        self.board.observe(lambda change: self.guard.doing(lambda: self._move(change["new"]), "view"), "moved")
        self.board.observe(lambda change: self.guard.doing(lambda: self._ask(change["new"]), "view"), "asked")
        store.watch(self.draw)
        self.draw()
        self.says = Live(store, UNIT, self._belongs, only=RULES)
        title = str(TITLE)
        self.panel = Panel(title, [heading(title), self.board, self.guard, self.says.view], static(store.plan))
        self.panel.add_class("pp-spending")

    def _belongs(self, one: Finding) -> bool:
        return one.object == "budget" or any(one.object == it.id for it in self.store.plan.channels)

    def draw(self) -> None:
        """Show the plan as it is, where anything of the budget has changed."""
        plan = self.store.plan
        of = (plan.channels, plan.budget)
        if self._drawn == of:
            return
        self._drawn = of
        self.proposal = proposed(plan)
        self.board.shown = plan_shown(plan, self.proposal)

    def _move(self, sent: Mapping[str, Any]) -> None:
        """A hand is on a slider: what would it come to? Whatever goes wrong, the page is answered, and asks no more."""
        given = {"page": str(sent.get("page", "")), "turn": int(sent.get("turn", 0))}
        amounts = amounts_of(self.store.plan)
        try:
            wanted = {str(id_): _money(value) for id_, value in dict(sent.get("amounts") or {}).items()}
            amounts |= {id_: value for id_, value in wanted.items() if id_ in amounts}
            found = split_shown(self.store.plan, amounts)
        except BaseException:
            self.board.answer = given
            raise
        self.board.answer = {**given, **found}

    def _ask(self, sent: Mapping[str, Any]) -> None:
        """What would so many people cost?"""
        given = {"page": str(sent.get("page", "")), "turn": int(sent.get("turn", 0))}
        try:
            people = number(str(sent.get("people", ""))[:40], whole=False)
            if people is None or not people > 0:
                raise Problem(say("How many people are to be reached? Type a number above 0."))
            found = cost_shown(self.store.plan, people)
        except Problem as problem:
            found = {"said": [str(problem.what)]}
        self.board.cost = {**given, **found}

    # what hands do

    def _do(self, act: Act) -> Any:
        match act.get("do"):
            case "amount":
                self._put(str(act.get("id", "")), act.get("to"), act.get("from"))
            case "fixed":
                self._fix(str(act.get("id", "")), bool(act.get("on")))
            case "enough":
                self._enough(act.get("to"))
            case "best":
                self._take(dict(act.get("amounts") or {}))
        return None

    def _put(self, id_: str, to: Any, was: Any) -> None:
        """A hand has let go of a slider: its sum goes into the plan."""
        now, before = _money(to), None if was is None else _money(was)
        name, currency = self._named(id_), sign(self.store.plan)
        self._set(id_, {"amount": now}, {"amount": before})
        shown = sum_said(before, currency) if before is not None else "—"
        said = say("{name}: {was} → {now}", name=name, was=shown, now=sum_said(now, currency))
        self._step(said, partial(self._set, id_, {"amount": before}, {"amount": now}), self._heard(name, now))

    def _heard(self, name: str, now: float) -> Words:
        """One sentence for whoever hears the page: the channel, all together, the money that is left."""
        purse, currency = sums(self.store.plan), sign(self.store.plan)
        given = {"name": name, "now": sum_said(now, currency), "net": self._together()}
        if purse.over:
            over = sum_said(purse.over, currency)
            return say("{name}: {now}. People reached together: {net}; {over} more than there is.", over=over, **given)
        if purse.left is not None:
            left = sum_said(purse.left, currency)
            return say("{name}: {now}. People reached together: {net}; {left} left.", left=left, **given)
        return say("{name}: {now}. People reached together: {net}.", **given)

    def _fix(self, id_: str, on: bool) -> None:
        """Its sum is promised, or is free again."""
        name = self._named(id_)
        self._set(id_, {"fixed": on}, {"fixed": not on})
        said = say("{name}: the sum is promised", name=name) if on else say("{name}: the sum is free", name=name)
        self._step(said, partial(self._set, id_, {"fixed": not on}, {"fixed": on}))

    def _enough(self, to: Any) -> None:
        """So many contacts are enough, says the plan now."""
        if not isinstance(to, int) or not 1 <= to <= LEVELS:
            raise Problem(say("Contacts that are enough: from 1 to {most}.", most=LEVELS))
        before = self.store.plan.budget.enough
        self.store.put("budget", {"enough": to}, seen={"enough": before})
        said = say("contacts that are enough: {n}", n=to)
        self._step(said, lambda: self.store.put("budget", {"enough": before}, seen={"enough": to}))

    def _take(self, wanted: Mapping[str, Any]) -> None:
        """The best split goes into the plan, all of it or nothing."""
        amounts = self.proposal.amounts
        if not amounts or {str(id_): value for id_, value in wanted.items()} != amounts:
            raise Problem(
                say("The plan has changed since this split was worked out. Look at the new one, then take it.")
            )
        before = {one.id: one.money.amount for one in self.store.plan.channels if one.id in amounts}

        def put(new: Mapping[str, float | None], seen: Mapping[str, float | None], plan: Plan) -> Plan:
            for id_, money in new.items():
                plan = edit.put(plan, _at(id_), {"amount": money}, seen={"amount": seen[id_]})
            return plan

        self.store.replace(partial(put, amounts, before))
        said = say("the best split")
        heard = say("The best split is in the plan. People reached together: {n}.", n=self._together())
        self._step(said, lambda: self.store.replace(partial(put, before, amounts)), heard)

    def _together(self) -> str:
        return str(self.board.shown["state"]["net"]["people"])

    def _step(self, said: Words, undo: Any, heard: Words | None = None) -> None:
        """What can be undone; the live region says `heard`, once."""
        with self.board.hold_sync():
            self.acts.step(said, undo)
            if heard is not None:
                self.board.told = str(heard)

    def _set(self, id_: str, fields: dict[str, Any], seen: dict[str, Any]) -> None:
        try:
            self.store.put(_at(id_), fields, seen=seen)
        except Conflict:
            raise Problem(
                say(
                    "The money of {name} was changed elsewhere meanwhile, and is shown as it is now. Change it again "
                    "if it should be other.",
                    name=self._named(id_),
                )
            ) from None

    def _named(self, id_: str) -> str:
        """A channel by its name; `Gone` where it is none any more."""
        edit.find(self.store.plan, f"channels/{id_}")
        return called(self.store.plan)[id_]


def _at(id_: str) -> str:
    return f"channels/{id_}/money"


def _money(value: Any) -> float:
    """A sum from a page."""
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float)
        or not math.isfinite(value)
        or not 0 <= value <= MOST
    ):
        raise Problem(say("A sum is a number from 0 to {most}.", most=MOST))
    return float(value)
