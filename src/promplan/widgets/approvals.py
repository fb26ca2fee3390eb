"""Approvals of a piece: who looks, who answers for it, and a yes that holds for the version that was seen alone."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import Problem, Words, pick, say
from promplan.plan.approvals import JUDGES, Approval, State, holds
from promplan.plan.items import Item
from promplan.plan.store import Store
from promplan.widgets.approval_raci import matrix
from promplan.widgets.approval_steps import at_desk, is_old, letter, missing, said, standing, summed
from promplan.widgets.controls import begun
from promplan.widgets.guard import Guard
from promplan.widgets.in_piece import InPiece, row
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.table import Column
from promplan.widgets.which_piece import Picker

FIELDS = ("judge", "who", "raci", "note")
RULES = ("CAL-4", "PRD-5P", "PRD-6", "PRD-22")
LEAD = say(
    "A yes is to what was seen. Change a word afterwards, and it is another version: whoever said yes is asked again."
)
VERDICTS: tuple[tuple[State, Words], ...] = (
    ("asked", say("We showed this version")),
    ("approved", say("They said yes")),
    ("changes", say("They want changes")),
    ("refused", say("They refused")),
)


def approvals(store: Store) -> Panel:
    """The approvals of the pieces, to edit."""
    return _Approvals(store).panel


class _Approvals:
    def __init__(self, store: Store) -> None:
        self.store = store
        guard = Guard()
        self.picker = Picker(store, guard, lambda: self.draw())
        self.head, self.team, self.view = region(), widgets.HTML(), widgets.HTML()
        self.editor = InPiece(
            store,
            self.picker,
            "approvals",
            FIELDS,
            say("Approvals"),
            _columns,
            line=_line,
            place=say("Step {n} of {all}"),
            rules=RULES,
        )
        self.editor.rows.sign_of = self._sign
        own = self.editor.guard
        self.lay = widgets.Button(description=str(say("Lay out the usual steps")))
        self.lay.on_click(own.handler(self.lay_out))
        self.verdicts = [self._verdict(state, words) for state, words in VERDICTS]
        self.stands = region()
        self.editor.in_card(self.stands, row(*self.verdicts))
        self.editor.rows.list.observe(lambda _: self._card(), "value")
        self.draw()
        title = str(say("Approvals"))
        lead = f"<p>{escape(str(LEAD))}</p>"
        children = [
            heading(title), widgets.HTML(lead), self.picker.box, guard, self.head, self.team, row(self.lay),
            *self.editor.children, self.view,
        ]  # fmt: skip
        self.panel = Panel(title, children, f"{lead}{self.editor.static()}{matrix(store.plan)}")
        self.panel.add_class("pp-approving")

    def _verdict(self, state: State, words: Words) -> Any:
        button = widgets.Button(description=str(words))
        button.on_click(self.editor.guard.handler(lambda: self.judge(state)))
        return button

    def draw(self) -> None:
        """Follow the plan and the choice of the piece."""
        self.editor.load()
        item = self.picker.item
        set_region(self.head, f"<p><strong>{escape(str(summed(item)))}</strong></p>" if item else "")
        self.team.value = f"<p>{escape(str(_team(self.store, item)))}</p>" if item else ""
        self.lay.layout.display = "" if item and missing(self.store.plan, item) else "none"
        self.view.value = matrix(self.store.plan) if item else ""
        self._card()

    def _sign(self, one: Approval, sign: str) -> str:
        """Only a yes to this very version holds; what nobody has judged yet has no sign."""
        item = self.picker.item
        return ("passed" if item and holds(one, item) else "") if sign == "passed" else sign

    def _card(self) -> None:
        """Above the card's form: how this step stands, and what may be entered."""
        item, one = self.picker.item, self.editor.record
        told = ""
        if item and one:
            desk = at_desk(self.store.plan, item, one)
            told = "".join(f"<p>{escape(str(it))}</p>" for it in (_stands(one, item), desk) if it)
        set_region(self.stands, told)
        for (state, _), button in zip(VERDICTS, self.verdicts, strict=True):
            now = bool(item and one and one.state == state and not is_old(one, item))
            if button.disabled != now:
                button.disabled = now

    def lay_out(self) -> None:
        """The usual steps that the piece has not yet; one press takes them out again."""
        item = self._item()
        path, rows = f"items/{item.id}/approvals", self.editor.rows
        made = [self.store.add(path, one) for one in missing(self.store.plan, item)]
        if not made:
            return
        rows.list.value = made[0]
        named = ", ".join(made)

        def undo() -> Words:
            for id_ in reversed(made):
                self.store.remove(f"{path}/{id_}")
            return say("Taken back: {id}", id=named)

        rows.toast.offer(say("Added: {record}", record=named), undo)

    def judge(self, state: State) -> None:
        """Enter what was said, of the version that stands in the plan at this moment."""
        item, one = self._item(), self.editor.record
        if one is None:
            raise Problem(say("Choose a step first."))
        address = f"items/{item.id}/approvals/{one.id}"
        before = {"state": one.state, "version": one.version, "on": one.on}
        self.store.replace(lambda plan: said(plan, item.id, one.id, state))

        def undo() -> Words:
            self.store.put(address, before)
            return say("Taken back: {id}", id=one.id)

        told = next(words for key, words in VERDICTS if key == state)
        self.editor.rows.toast.offer(say("{id}: {what}", id=one.id, what=told), undo)

    def _item(self) -> Item:
        if self.picker.item is None:
            raise Problem(say("Add a piece of content first."))
        return self.picker.item


def _stands(one: Approval, item: Item) -> Words:
    told = standing(one, item)
    return say("{who}: {told}.", who=one.who.strip() or _judge(one) or one.id, told=told)


def _judge(one: Approval) -> str:
    return str(pick(JUDGES[one.judge])).partition(":")[0] if one.judge else ""


def _team(store: Store, item: Item) -> Words:
    """Who of the team makes it and who of the team approves it: two members."""
    names = {one.id: one.name or one.id for one in store.plan.team.members}
    owner, approver = names.get(item.owner, ""), names.get(item.approver, "")
    if owner and approver and item.owner == item.approver:
        return say("✘ {name} makes it and approves it: let another member read it with fresh eyes.", name=owner)
    if owner and approver:
        return say("In the team {owner} makes it and {approver} approves it.", owner=owner, approver=approver)
    return say("Who of the team makes it, and who else approves it? Two fields of the piece's card.")


def _columns(item: Callable[[], Item | None]) -> Sequence[Column]:
    def stands(one: Approval) -> str:
        here = item()
        return str(standing(one, here)) if here else ""

    def judge(one: Approval) -> tuple[str, str]:
        name, _, asks = str(pick(JUDGES[one.judge])).partition(": ")
        return (name, asks) if one.judge else (str(say("(empty)")), "")

    return (
        Column(say("Who judges it"), judge),
        Column(say("Who is asked"), lambda one: begun(one.who, 60)),
        Column(say("RACI"), lambda one: letter(one.raci), strong=True),
        Column(say("How it stands"), stands),
    )


def _line(one: Approval) -> str:
    raci = f" · {letter(one.raci)}" if one.raci else ""
    return f"{one.id} · {_judge(one) or say('(empty)')}{raci} · {one.who}"
