"""The editorial calendar as a board: pieces are carried from day to day, and the review speaks before they lie there.

The browser moves a card at once and tells the kernel; what the kernel has read of the plan since then is shown. Weeks
or days by channels, a month, a list and the chain of each piece are five views of the same days.
"""

from collections.abc import Sequence
from datetime import date
from functools import partial
from html import escape
from typing import Any

import ipywidgets as widgets
import traitlets
from pydantic import ValidationError

from promplan.days.placed import monday
from promplan.language import Problem, say, say_many
from promplan.plan import edit
from promplan.plan.codec import explain
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.plan.store import Conflict, Store
from promplan.review import Finding
from promplan.widgets import calendar_moves as moves
from promplan.widgets import calendar_shown, calendar_verdict, parts, which_piece
from promplan.widgets.acts import Act, Acting, Acts
from promplan.widgets.calendar_open import OpenPiece
from promplan.widgets.calendar_verdict import RULES, by_card, cards_of
from promplan.widgets.calendar_words import words
from promplan.widgets.card import Card
from promplan.widgets.guard import Guard
from promplan.widgets.live import Live
from promplan.widgets.panel import Panel, heading
from promplan.widgets.spoken_days import in_words

UNIT = "07-calendar"
SCRIPTS = (
    *("acts.js", "carry.js", "calendar_days.js", "calendar_card.js", "calendar_grid.js", "calendar_gantt.js"),
    *("calendar_hands.js", "calendar_bar.js", "calendar_tools.js", "calendar_load.js", "calendar_board.js"),
)


class CalendarBoard(Acting):
    """The board on the screen; `value` is the open piece, `asked` a place that a lifted card is over."""

    _esm = parts.script(*SCRIPTS)
    words = traitlets.Dict().tag(sync=True)
    shown = traitlets.Dict().tag(sync=True)
    view = traitlets.Unicode("weeks").tag(sync=True)
    value = traitlets.Unicode("").tag(sync=True)
    asked = traitlets.Dict().tag(sync=True, echo_update=False)
    verdict = traitlets.Dict().tag(sync=True)


def calendar_board(store: Store) -> Panel:
    """The editorial calendar, to edit."""
    return _Calendar(store).panel


class _Calendar:
    """The kernel's side: the board, the form of the open piece, and what the review says of each."""

    def __init__(self, store: Store) -> None:
        self.store, self.guard = store, Guard()
        self.by: dict[str, list[Finding]] = {}
        self._on: tuple[Plan | None, dict[str, list[str]]] = (None, {})  # the plan, and which cards show a record of it
        self._drawn: Any = None  # what was drawn last: the plan, and the findings
        self.board = CalendarBoard(words=words())
        self.acts = Acts(self.board, self.guard, self._do, self.draw)
        self.head, self.open = Card(), OpenPiece(store, self.guard)
        self.board.observe(self.guard.handler(self._open, "view"), "value")
        self.board.observe(lambda change: self.answer(change["new"]), "asked")
        head = widgets.HBox([self.head, self.guard])
        head.add_class("pp-record-head")
        self.card = widgets.VBox([])
        self.says = Live(
            store, UNIT, self._belongs, chosen=self._chosen, told=self._tell, at_field=self._at_field, only=RULES
        )
        self.card.children = (head, self.open.box)
        for one in ("pp-record", "pp-cal-card"):
            self.card.add_class(one)
        self.draw()
        title = str(say("Editorial calendar"))
        self.panel = Panel(title, [heading(title), self.board, self.card, self.says.view], static(store.plan))
        self.panel.add_class("pp-planning")

    def _item(self, id_: str) -> Item | None:
        return next((one for one in self.store.plan.items if one.id == id_), None)

    def _open(self) -> None:
        """Show the form of the card that was opened; the other editors of pieces show it too."""
        here = self._item(self.board.value) is not None
        if here:
            which_piece.show(self.store, self.board.value)
        self.open.show(self.board.value if here else "")
        self.says.draw()

    def _chosen(self) -> set[str]:
        item = self._item(self.open.id)
        own = {item.id, *(one.id for one in item.rights)} if item else set()
        return own | self._rules_of_ours()

    def _rules_of_ours(self) -> set[str]:
        """Rhythms, shares and channels: what is found of them is mended on the board, though it is on no card."""
        plan, calendar = self.store.plan, self.store.plan.calendar
        return {one.id for rows in (calendar.rhythms, calendar.shares, plan.channels) for one in rows}

    def _belongs(self, one: Finding) -> bool:
        if one.object in self._cards() or one.object in ("items", "rhythms", "shares"):
            return True
        if one.object == "calendar":
            return not one.field  # its fields have forms of their own
        return one.object in self._rules_of_ours()

    def _cards(self) -> dict[str, list[str]]:
        if self._on[0] is not self.store.plan:
            self._on = (self.store.plan, cards_of(self.store.plan))
        return self._on[1]

    def _at_field(self, one: Finding) -> bool:
        return one.object == self.open.id and self.open.at_field(one)

    def _tell(self, found: Sequence[Finding]) -> None:
        """The plan has changed: follow it, with what the review says of each card."""
        self.by = by_card(self._cards(), found)
        if self.board.value and self._item(self.board.value) is None:
            self.board.value = ""
            self.open.show("")
        self.draw()
        item = self._item(self.open.id)
        self.head.said = which_piece_said(item) if item else ""
        self.head.key = self.open.id
        self.card.layout.display = None if item else "none"
        if item:
            self.open.tell([one for one in found if one.object == item.id])

    def draw(self) -> None:
        """Show the plan as it is, with the findings of the last check."""
        if self._drawn is not None and self._drawn[0] is self.store.plan and self._drawn[1] is self.by:
            return
        self._drawn = (self.store.plan, self.by)
        now = calendar_shown.shown(self.store.plan, self.by)
        if now != self.board.shown:
            self.board.shown = now

    # what hands do

    def _do(self, act: Act) -> Any:
        match act.get("do"):
            case "move":
                self._move(act)
            case "add":
                return self._add()
            case "pin":
                self._pin(str(act.get("id", "")), bool(act.get("on")))
            case "repeat":
                id_ = str(act.get("id", ""))
                change = partial(
                    moves.repeated, id_=id_, every=_whole(act.get("every")), times=_whole(act.get("times"))
                )
                return self._made(change, id_)
            case "week":
                start, to = monday(_day_given(act.get("from"))), monday(_day_given(act.get("to")))
                return self._made(partial(moves.week_copied, start=start, to=to))
        return None

    def _move(self, act: Act) -> None:
        """A card lies elsewhere now: one change of the plan, whatever of it has moved."""
        id_, (channel, day), (was_on, was) = str(act.get("id", "")), _place(act.get("to")), _place(act.get("from"))
        plan = self.store.plan
        item = moves.item_of(plan, id_)
        before = {"channel": item.channel, "dates": item.dates.model_dump()}
        now = moves.placed_on(plan, item, day, channel, along=bool(act.get("along")))
        known = item.channel if any(one.id == item.channel for one in plan.channels) else ""
        if (known, item.dates.publish) != (was_on, was):
            raise self._meanwhile(id_)
        if channel == known:
            now["channel"] = item.channel  # of a channel that is in the plan no more nobody has said anything here
        try:
            self.store.put(f"items/{id_}", now, seen=before)
        except Conflict:
            raise self._meanwhile(id_) from None
        self.acts.step(
            calendar_verdict.said(self.store.plan, id_, channel, day),
            partial(self.store.replace, partial(moves.back, id_, before, now)),
        )

    def _meanwhile(self, id_: str) -> Problem:
        return Problem(
            say(
                "{id} was moved elsewhere meanwhile, and lies where it was put there. Move it again if it should.",
                id=id_,
            )
        )

    def _add(self) -> str:
        """A new piece, in the tray."""
        id_ = self.store.add("items", {})
        self.acts.step(say("new piece {id}", id=id_), lambda: self.store.remove(f"items/{id_}"))
        return id_

    def _pin(self, id_: str, on: bool) -> None:
        address, was = f"items/{id_}/placing", moves.item_of(self.store.plan, id_).placing.pinned
        self.store.put(address, {"pinned": on}, seen={"pinned": was})
        said = say("{id} stays where it is.", id=id_) if on else say("{id} may be moved by a suggestion.", id=id_)
        self.acts.step(said, lambda: self.store.put(address, {"pinned": was}, seen={"pinned": on}))

    def _made(self, change: Any, first: str = "") -> str:
        """New pieces, in one change; one step takes all of them out again."""
        before = moves.item_of(self.store.plan, first).placing.series if first else ""
        made: list[str] = []

        def all_of_them(plan: Plan) -> Plan:
            made.clear()
            plan, ids = change(plan)
            made.extend(ids)
            return plan

        def undo() -> None:
            def out(plan: Plan) -> Plan:
                plan = moves.without(plan, made)
                return edit.put(plan, f"items/{first}/placing", {"series": before}) if first else plan

            self.store.replace(out)

        self.store.replace(all_of_them)
        told = say_many("{n} piece added: {ids}", "{n} pieces added: {ids}", len(made), ids=", ".join(made))
        self.acts.step(told, undo)
        return made[0]

    def answer(self, asked: dict[str, Any]) -> None:
        """What is wrong with a place, before the card lies there."""
        given = {"page": str(asked.get("page", "")), "n": int(asked.get("n", 0) or 0)}
        try:
            channel, day = _place(asked.get("to"))
            id_, along = str(asked.get("id", "")), bool(asked.get("along"))
            sign, said = calendar_verdict.tried(self.store.plan, self.by, id_, day, channel, along=along)
        except Problem as problem:
            sign, said = "warning", str(problem)
        except ValidationError as error:
            sign, said = "warning", str(explain(error))
        self.board.verdict = {**given, "sign": sign, "said": said}


def which_piece_said(item: Item) -> str:
    """A piece in one line."""
    return f"{item.id} · {item.title.strip() or say('(empty)')}"


def _place(given: Any) -> tuple[str, date | None]:
    """A channel and a day as the page says them."""
    given = given or {}
    return str(given.get("channel") or ""), (_day_given(given["day"]) if given.get("day") else None)


def _day_given(text: Any) -> date:
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        raise Problem(say("{text} is not a real date.", text=str(text)[:40])) from None


def _whole(value: Any) -> int:
    return value if isinstance(value, int) else 0


def static(plan: Plan) -> str:
    """Without a kernel: the dated pieces in the order of their days, and the tray."""
    if not plan.items:
        return f"<p>{escape(str(which_piece.NONE))}</p>"
    channels = {one.id: one.name.strip() or one.id for one in plan.channels}
    dated = sorted((one.dates.publish, one.id) for one in plan.items if one.dates.publish)
    names = {one.id: one for one in plan.items}

    def row(day: date, id_: str) -> str:
        one = names[id_]
        where = channels.get(one.channel, str(say("No channel yet")))
        return f"<li><b>{escape(in_words(day))}</b>: {escape(which_piece_said(one))}; {escape(where)}</li>"

    rows = "".join(row(day, id_) for day, id_ in dated)
    tray = ", ".join(which_piece_said(one) for one in plan.items if not one.dates.publish)
    waits = f"<p>{escape(str(say('No day yet: {pieces}', pieces=tray)))}</p>" if tray else ""
    return f"<ol>{rows}</ol>{waits}" if rows else waits
