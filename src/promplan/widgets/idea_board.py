"""The impact/effort board: ideas are put where they belong, by hand or by keys, and three are chosen with a reason.

The browser moves a card at once and tells the kernel where it lies; what the kernel has read of the plan since then
is shown, and a card whose move could not be saved goes back.
"""

from collections.abc import Sequence
from html import escape
from typing import Any

import anywidget
import ipywidgets as widgets
import traitlets

from promplan.language import Problem, Words, pick, say, say_many
from promplan.plan.document import Plan
from promplan.plan.ideas import CHOSEN, FORMS, Idea
from promplan.plan.store import Conflict, Store
from promplan.review import Finding
from promplan.review.report_html import ORDER
from promplan.text.substance import blank
from promplan.widgets import parts
from promplan.widgets.card import Card
from promplan.widgets.chosen import ChosenForm
from promplan.widgets.guard import Guard
from promplan.widgets.idea_board_words import words
from promplan.widgets.ideas import UNIT, called
from promplan.widgets.live import Live
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel, heading
from promplan.widgets.toast import Toast

FIELDS = ("chosen", "reason", "impact", "effort")  # of the chosen card, in a form under the board
WANTED, MADE = 10, 3  # ideas before one chooses, and how many are chosen


class IdeaBoard(anywidget.AnyWidget):
    """The board on the screen; `moved` says where a card was put, `value` which one is open."""

    _esm = parts.script("idea_board.js")
    words = traitlets.Dict().tag(sync=True)
    shown = traitlets.Dict().tag(sync=True)
    value = traitlets.Unicode("").tag(sync=True)
    moved = traitlets.Dict().tag(sync=True, echo_update=False)


def idea_board(store: Store) -> Panel:
    """The team's ideas by impact and effort."""
    return _Weighing(store).panel


class _Weighing:
    """The kernel's side: the board, the form of the open card, and what the review says of it."""

    def __init__(self, store: Store) -> None:
        self.store, self.guard = store, Guard()
        self.toast, self.head = Toast(self.guard), Card()
        self.board = IdeaBoard(words=words())
        self.answered: dict[str, Any] = {"page": "", "turn": 0}  # the last move that was heard, of whichever page
        order = Order(typed=self.toast.clear)
        self.chosen = ChosenForm(store, "ideas", Idea, FIELDS, self.guard, order=order)
        self.board.observe(self.guard.handler(self._open, "view"), "value")
        self.board.observe(lambda change: self.guard.doing(lambda: self._move(change["new"])), "moved")
        head = widgets.HBox([self.head, self.guard])
        head.add_class("pp-record-head")
        self.card = widgets.VBox([])
        self.says = Live(store, UNIT, _belongs, chosen=lambda: {self.chosen.id}, told=self._tell)
        self.card.children = (head, self.chosen.box, self.says.view)
        for one in ("pp-record", "pp-idea-open"):
            self.card.add_class(one)
        store.watch(self.chosen.follow)
        title = str(say("Impact and effort"))
        children = [heading(title), self.board, self.toast, self.card]
        self.panel = Panel(title, children, _static(store.plan))
        self.panel.add_class("pp-weighing")

    def _idea(self, id_: str) -> Idea | None:
        return next((one for one in self.store.plan.ideas if one.id == id_), None)

    def _open(self) -> None:
        """Show the form of the card that was opened."""
        self.chosen.show(self.board.value if self._idea(self.board.value) else "")
        self.says.draw()

    def _tell(self, found: Sequence[Finding]) -> None:
        """The cards with the worst that was found of each, what is still wanted, and each finding at its field."""
        plan = self.store.plan
        if self.board.value and self._idea(self.board.value) is None:
            self.board.value = ""
            self.chosen.show("")
        by: dict[str, list[Finding]] = {}
        for one in found:
            by.setdefault(one.object, []).append(one)
        with self.board.hold_sync():
            cards = [_card(one, by.get(one.id, ())) for one in plan.ideas]
            self.board.shown = {**self.answered, "cards": cards, "count": _counted(plan.ideas), "told": _wanted(plan)}
        idea = self._idea(self.chosen.id)
        self.head.said = f"{idea.id} · {called(idea) or say('(empty)')}" if idea else ""
        self.head.key = self.chosen.id
        self.card.layout.display = None if idea else "none"
        if idea and self.chosen.form is not None:
            at: dict[str, list[Finding]] = {}
            for it in by.get(idea.id, ()):
                at.setdefault(it.field, []).append(it)
            self.chosen.form.tell(at)

    def _move(self, sent: dict[str, Any]) -> None:
        """A card was put somewhere; whatever becomes of it, the page is told where it lies now."""
        self.answered = {"page": str(sent.get("page", "")), "turn": int(sent.get("turn", 0))}
        try:
            self._put(str(sent.get("id", "")), _place(sent.get("to")), _place(sent.get("from")))
        finally:
            self.says.draw()

    def _put(self, id_: str, to: dict[str, int | None], seen: dict[str, int | None]) -> None:
        try:
            self.store.put(f"ideas/{id_}", dict(to), seen=dict(seen))
        except Conflict:
            raise Problem(
                say(
                    "{id} was moved elsewhere meanwhile, and lies where it was put there. Move it again if it should.",
                    id=id_,
                )
            ) from None

        def undo() -> Words:
            self.store.put(f"ideas/{id_}", dict(seen), seen=dict(to))
            return say("Moved back: {id}", id=id_)

        self.toast.offer(_said(id_, to), undo)


def _belongs(one: Finding) -> bool:
    return one.object == "ideas" or (one.object[:1] == Idea.LETTER and one.object[1:].isdigit())


def _place(given: Any) -> dict[str, int | None]:
    """Where a card lies, both of it or neither; what is no place is the tray."""
    found = {name: (given or {}).get(name) for name in ("effort", "impact")}
    fits = all(isinstance(one, int) and 1 <= one <= 5 for one in found.values())
    return found if fits else {name: (one if isinstance(one, int) else None) for name, one in found.items()}


def _said(id_: str, to: dict[str, int | None]) -> Words:
    if None in to.values():
        return say("{id} is back in the tray.", id=id_)
    return say("{id}: impact {impact}, effort {effort}.", id=id_, **to)


def _card(one: Idea, found: Sequence[Finding]) -> dict[str, Any]:
    still = [it.severity for it in found if it.answered is None]
    made = " · ".join(filter(None, (str(pick(FORMS[one.form])) if one.form else "", *one.facts)))
    return {
        "id": one.id,
        "title": called(one) or str(say("(empty)")),
        "made": made,
        "effort": one.effort,
        "impact": one.impact,
        "chosen": one.chosen,
        "sign": min(still, key=ORDER.index) if still else "excepted" if found else "",
    }


def _counted(ideas: Sequence[Idea]) -> str:
    placed = sum(None not in (one.effort, one.impact) for one in ideas)
    made = sum(one.chosen == "yes" for one in ideas)
    said = say_many(
        "{n} idea, {placed} on the board, {made} chosen.",
        "{n} ideas, {placed} on the board, {made} chosen.",
        len(ideas),
        placed=placed,
        made=made,
    )
    return str(said)


def _wanted(plan: Plan) -> list[str]:
    """What is still wanted, in words: enough ideas, three of them, a reason for each."""
    ideas, told = plan.ideas, []
    chosen = [one for one in ideas if one.chosen == "yes"]
    if len(ideas) < WANTED:
        told.append(
            say_many(
                "At least ten ideas are wanted before you choose: {n} more.",
                "At least ten ideas are wanted before you choose: {n} more.",
                WANTED - len(ideas),
            )
        )
    if len(chosen) > MADE:
        told.append(say("Three can be made well, and {n} are chosen: which of them waits?", n=len(chosen)))
    bare = [one.id for one in chosen if blank(one.reason)]
    if bare:
        told.append(say("Say why you chose: {ids}.", ids=", ".join(bare)))
    elif len(chosen) == MADE:
        told.append(say("Three are chosen, each with its reason."))
    return [str(one) for one in told]


def _static(plan: Plan) -> str:
    """Without a kernel: the ideas as a list, the best of least effort first, with what was decided and why."""
    if not plan.ideas:
        return f"<p>{escape(str(say('There is no idea yet.')))}</p>"
    ordered = sorted(plan.ideas, key=lambda one: (one.chosen != "yes", -(one.impact or 0), one.effort or 6))
    rows = "".join(_item(one) for one in ordered)
    return f"<p>{escape(_counted(plan.ideas))}</p><ul>{rows}</ul>"


def _item(one: Idea) -> str:
    name = f"{one.id} · {called(one) or say('(empty)')}"
    known = None not in (one.effort, one.impact)
    place = say("impact {impact}, effort {effort}", impact=one.impact, effort=one.effort)
    told = [str(place if known else say("not placed yet"))]
    if one.chosen:
        told.append(str(pick(CHOSEN[one.chosen])))
    if not blank(one.reason):
        told.append(one.reason)
    return f"<li><b>{escape(name)}</b>: {escape('; '.join(told))}</li>"
