"""The editorial calendar as a board: pieces are carried from day to day, and the review speaks before they lie there.

The browser moves a card at once and tells the kernel; what the kernel has read of the plan since then is shown. Weeks
or days by channels, a month, a list and the chain of each piece are five views of the same days.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from html import escape
from typing import Any

import ipywidgets as widgets
import traitlets
from pydantic import ValidationError

from promplan.days.placed import monday, week_load
from promplan.language import Problem, Words, say, say_many
from promplan.plan import edit
from promplan.plan.codec import explain
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.plan.store import Conflict, Store
from promplan.review import Finding, check
from promplan.plan.shown import people
from promplan.widgets import calendar_moves as moves
from promplan.widgets import calendar_shown, parts, which_piece
from promplan.widgets.acts import Act, Acting, Acts
from promplan.widgets.calendar_open import OpenPiece
from promplan.widgets.calendar_words import words
from promplan.widgets.card import Card
from promplan.widgets.guard import Guard
from promplan.widgets.live import Live
from promplan.widgets.panel import Panel, heading
from promplan.widgets.spoken_days import in_full, in_words

UNIT = "07-calendar"
# the rules that a day, a channel or an owner can break: CAL, and whether what is shown may be shown there and then
RULES = ("CAL", "FACT-6I", "PRD-3", "PRD-7", "PRD-14", "PRD-19", "PRD-20")
SCRIPTS = (
    *("acts.js", "carry.js", "calendar_days.js", "calendar_card.js", "calendar_grid.js", "calendar_gantt.js"),
    *("calendar_hands.js", "calendar_bar.js", "calendar_tools.js", "calendar_load.js", "calendar_board.js"),
)
SAID = 2  # findings of a place that are said before the card lies there


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
        self.panel = Panel(title, [heading(title), self.board, self.says.view, self.card], static(store.plan))
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
            return one.field.partition(".")[0] not in ("pause", "week_hours")  # these have a form of their own
        return one.object in self._rules_of_ours()

    def _cards(self) -> dict[str, list[str]]:
        if self._on[0] is not self.store.plan:
            self._on = (self.store.plan, _cards_of(self.store.plan))
        return self._on[1]

    def _at_field(self, one: Finding) -> bool:
        return one.object == self.open.id and self.open.at_field(one)

    def _tell(self, found: Sequence[Finding]) -> None:
        """The plan has changed: follow it, with what the review says of each card."""
        self.by = _by_card(self._cards(), found)
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
            self._said(id_, channel, day), partial(self.store.replace, partial(moves.back, id_, before, now))
        )

    def _meanwhile(self, id_: str) -> Problem:
        return Problem(
            say(
                "{id} was moved elsewhere meanwhile, and lies where it was put there. Move it again if it should.",
                id=id_,
            )
        )

    def _said(self, id_: str, channel: str, day: date | None) -> Words:
        if day is None:
            return say("{id} is back in the tray.", id=id_)
        name = next((one.name.strip() or one.id for one in self.store.plan.channels if one.id == channel), "")
        if not name:
            return say("{id}: {day}.", id=id_, day=in_full(day))
        return say("{id}: {day}; {channel}.", id=id_, day=in_full(day), channel=name)

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

    # what is wrong with a place, before the card lies there

    def answer(self, asked: dict[str, Any]) -> None:
        """Try the place on a copy of the plan, and say what the rules say of it."""
        given = {"page": str(asked.get("page", "")), "n": int(asked.get("n", 0) or 0)}
        try:
            sign, said = self._tried(str(asked.get("id", "")), asked)
        except (Problem, ValidationError) as problem:
            sign, said = "warning", str(explain(problem) if isinstance(problem, ValidationError) else problem)
        self.board.verdict = {**given, "sign": sign, "said": said}

    def _tried(self, id_: str, asked: dict[str, Any]) -> tuple[str, str]:
        plan = self.store.plan
        item, (channel, day) = moves.item_of(plan, id_), _place(asked.get("to"))
        now = moves.placed_on(plan, item, day, channel, along=bool(asked.get("along")))
        new = edit.put(plan, f"items/{id_}", now)
        by = _by_card(_cards_of(new), [one for one in check(new, only=RULES) if one.open])
        mine = [one for one in by.get(id_, []) if one.object != id_ or calendar_shown.of_place(one)]
        told = {(one.object, one.rule, str(one.message)) for found in self.by.values() for one in found}
        others = {
            (one.object, one.rule, str(one.message)): one for it, found in by.items() if it != id_ for one in found
        }
        fresh = [one for key, one in others.items() if key not in told and one not in mine]
        where = self._said(id_, channel, day)
        found = sorted(mine, key=lambda one: one.severity != "error") + fresh
        if not found:
            return "passed", " ".join(
                filter(None, (str(where), str(say("Nothing stands against it.")), _owner(new, item, day)))
            )
        worst = calendar_shown.gravest(found)
        assert worst is not None
        lines = [str(one.message) if one in mine else f"{one.where}: {one.message}" for one in found[:SAID]]
        more = [str(say("and {n} more", n=len(found) - SAID))] if len(found) > SAID else []
        return worst.severity, " ".join([str(where), *lines, *more])


def _cards_of(plan: Plan) -> dict[str, list[str]]:
    """The pieces on whose cards a finding about a record is shown, by the record's id."""
    found: dict[str, list[str]] = {one.id: [one.id] for one in plan.items}
    for one in plan.items:
        for it in one.rights:
            found.setdefault(it.id, []).append(one.id)
    for item, person in people(plan):
        found.setdefault(person.id, []).append(item.id)
    return found


def _by_card(cards: Mapping[str, list[str]], found: Sequence[Finding]) -> dict[str, list[Finding]]:
    """The findings by the card that shows them; one that names its piece is on that card alone."""
    by: dict[str, list[Finding]] = {}
    for one in found:
        named = one.message.values.get("item")
        for id_ in cards.get(one.object, []):
            if not named or named == id_:
                by.setdefault(id_, []).append(one)
    return by


def _owner(plan: Plan, item: Item, day: date | None) -> str:
    """What its owner has in that week then."""
    name = next((one.name.strip() for one in plan.team.members if one.id == item.owner), "")
    if not name or day is None:
        return ""
    load = next((one for one in week_load(plan) if one.week == monday(day)), None)
    value = load.of.get(item.owner, 0.0) if load else 0.0
    return str(say("{name} then has {hours} that week.", name=name, hours=calendar_shown.hours(value))) if value else ""


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
        raise Problem(say("{text} is no day of the calendar.", text=str(text)[:40])) from None


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
