"""What an export would bring into the plan, result by result: new, with other numbers, or not to be taken and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from promplan.export import results_clock
from promplan.export.calendar_zone import zone_of
from promplan.export.results_mapping import NUMBERS, checked, names, two_things, unclear
from promplan.export.results_match import BY_HAND, NOBODY, Match, Matcher
from promplan.export.results_rates import of_totals, told
from promplan.export.results_rows import Row, odd, rows
from promplan.export.results_sum import Entry, entry, once, piled
from promplan.export.results_when import When
from promplan.export.sheet_heads import QUOTED, folded, left
from promplan.export.sheet_table import Table
from promplan.language import Words, day, number, say, say_many
from promplan.plan.document import Plan
from promplan.plan.kpis import Result
from promplan.plan.labels import label_of

Kind = Literal["changed", "new", "unread"]
RESULTS = "results"
MOST = next(it.max_length for it in Plan.model_fields[RESULTS].metadata if hasattr(it, "max_length"))


@dataclass(frozen=True)
class Choices:
    """What the reader says of a file as a whole.

    Args:
        zone: the export's time zone; "" for the plan's. channel: where all of it is from, where no cell says so.
        source: what the results say of where they are from. kind: how it is known, of `plan.kpis.RESULT_KINDS`.
        pieces: what a row is called → the id of its piece, "" for none.
    """

    zone: str = ""
    channel: str = ""
    source: str = ""
    kind: str = "export"
    pieces: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Change:
    """A field that would become another, as a reader sees both."""

    field: str
    before: str
    after: str

    @property
    def words(self) -> Words:
        """What the forms call it."""
        return label_of(Result.model_fields[self.field]) or Words(self.field)


@dataclass(frozen=True)
class Found:
    """One result that differs: the rows that it comes from, what the plan would hold, what would change, what to know.

    `id` is the plan's result that it would change; `seen` that result's values when it was compared.
    """

    number: int
    kind: Kind
    what: str
    called: str = ""
    rows: tuple[int, ...] = ()
    id: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    seen: dict[str, Any] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    match: Match = NOBODY
    notes: tuple[Words, ...] = ()
    doubtful: bool = False

    @property
    def key(self) -> str:
        """What it is chosen by."""
        return f"{self.kind}-{self.number}"

    @property
    def calm(self) -> bool:
        """Can it be taken without a second look?"""
        return self.kind != "unread" and not self.doubtful and self.match.sure


@dataclass(frozen=True)
class Difference:
    """All that differs, how many results are the same, and what is to be known of the file."""

    rows: tuple[Found, ...]
    same: int = 0
    notes: tuple[Words, ...] = ()


def difference(plan: Plan, table: Table, mapping: Mapping[int, str], choices: Choices) -> Difference:
    """What the export would change.

    Raises:
        Problem: its columns say nothing that a plan holds, or two say the same; the time zone is none.
    """
    checked(table.heads, mapping)
    home = zone_of(plan.meta.time_zone)
    when = When(home, zone_of(choices.zone) if choices.zone not in ("", plan.meta.time_zone) else home)
    sheet = rows(table, mapping, when)
    kept, twice = once([one for one in sheet.rows if not one.faults])
    matcher = Matcher(plan, choices.pieces)
    entries = [_entry(one, matcher, choices) for one in kept]
    others = sum(folded(one.source) != folded(choices.source) for one in plan.results)
    pile = piled(entries, max(1, MOST - others))
    held = _Held(plan, choices)
    found = [held.compare(one) for one in pile.entries]
    refused = [_unread(one) for one in sheet.rows if one.faults]
    differing = sorted([*(one for one in found if one), *refused], key=lambda one: one.number)
    heads = {key: table.heads[place] for place, key in mapping.items() if place < len(table.heads)}
    notes = [*table.notes, *pile.notes, *_twice(twice), *of_totals(sheet), *told(sheet, heads), *_zones(when, choices)]
    notes += [*_clock(table, mapping, when, choices.zone or plan.meta.time_zone), *_goals(heads)]
    if counters := unclear(table.heads, mapping):
        notes.append(two_things(counters))
    if aside := [one for one in left(table.heads, mapping) if one not in counters]:
        notes.append(say("Columns that were left aside: {heads}.", heads=", ".join(aside)[:300]))
    return Difference(tuple(differing), sum(one is None for one in found), tuple(notes))


def _entry(row: Row, matcher: Matcher, choices: Choices) -> Entry:
    channel = matcher.channel(row.channel) or choices.channel
    return entry(row, channel, matcher.of(row, channel))


def _twice(n: int) -> list[Words]:
    if not n:
        return []
    return [
        say_many(
            "{n} row stands in the file twice, cell by cell: it counts once.",
            "{n} rows stand in the file twice, cell by cell: they count once.",
            n,
        )
    ]


def _zones(when: When, choices: Choices) -> list[Words]:
    if when.there is when.home:
        return []
    found = []
    if when.moved:
        found.append(
            say_many(
                "{n} row falls on another day by the plan's clock than by the export's ({zone}).",
                "{n} rows fall on another day by the plan's clock than by the export's ({zone}).",
                when.moved,
                zone=choices.zone,
            )
        )
    if when.bare:
        found.append(
            say(
                "The export gives days without hours: they begin by the clock of {zone}, and cannot be moved.",
                zone=choices.zone,
            )
        )
    return found


def _clock(table: Table, mapping: Mapping[int, str], when: When, zone: str) -> list[Words]:
    """By whose clock the times were read, and who says so: the file, or nobody."""
    if not when.timed or "zone" in mapping.values():
        return []
    if text := results_clock.said(table.above):
        return [
            say("The file says of its times: “{text}”. They were read by the clock of {zone}.", text=text, zone=zone)
        ]
    return [
        say(
            "The file does not say by which clock it counts; its times were read by that of {zone}. If it is another, "
            "Moscow's for example, choose it: a late evening falls on another day.",
            zone=zone,
        )
    ]


def _goals(heads: Mapping[str, str]) -> list[Words]:
    """A counter of a site names its goal itself: what that is, a reader has to say."""
    head = heads.get("registrations", "")
    if QUOTED.search(head):
        return [say("“{head}” is read as registrations. If the goal is another, choose another field.", head=head)]
    return []


def _unread(row: Row) -> Found:
    return Found(row.number, "unread", row.called, row.called, (row.number,), notes=(*row.faults, *row.notes))


class _Held:
    """The plan's results, by what a row of the same file would be called."""

    def __init__(self, plan: Plan, choices: Choices) -> None:
        self.choices, self.items = choices, {one.id: one for one in plan.items}
        self.known: dict[tuple[Any, ...], list[Result]] = {}
        for one in plan.results:
            if folded(one.source) == folded(choices.source):
                self.known.setdefault(_name(one.what, one.day, one.until), []).append(one)

    def compare(self, one: Entry) -> Found | None:
        """What an entry would change; None for nothing."""
        item = self.items.get(one.match.item)
        channel = one.channel or (item.channel if item else "")
        there = self.known.get(_name(one.what, one.day, one.until), [])
        before = next((it for it in there if it.channel == channel or not one.channel), None)
        wanted: dict[str, Any] = dict(one.values)
        if before is None or one.match.why is BY_HAND or not before.item:
            wanted |= {"item": one.match.item}
        strange = odd(one.values)
        notes = (*one.notes, *strange)
        if before is not None:
            there.remove(before)  # a second of the same name is another
            values = {name: value for name, value in wanted.items() if getattr(before, name) != value}
            if not values:
                return None
            changes = tuple(Change(name, shown(getattr(before, name)), shown(value)) for name, value in values.items())
            seen = {name: getattr(before, name) for name in values}
            return self._found(one, "changed", before.id, values, seen, changes, notes, bool(strange))
        wanted |= {"what": one.what, "kind": self.choices.kind, "channel": channel, "day": one.day}
        wanted |= {"until": one.until, "source": self.choices.source[:300]}
        changes = tuple(Change(name, "", shown(one.values[name])) for name in NUMBERS if name in one.values)
        return self._found(one, "new", "", wanted, {}, changes, notes, bool(strange))

    def _found(
        self,
        one: Entry,
        kind: Kind,
        id_: str,
        values: dict[str, Any],
        seen: dict[str, Any],
        changes: tuple[Change, ...],
        notes: tuple[Words, ...],
        doubtful: bool,
    ) -> Found:
        when = " – ".join(day(it) for it in (one.day, one.until) if it is not None)
        what = f"{one.what} · {when}" if when else one.what
        return Found(
            one.number, kind, what, one.called, one.rows, id_, values, seen, changes, one.match, notes, doubtful
        )


def _name(what: str, first: date | None, last: date | None) -> tuple[Any, ...]:
    return folded(what), first, last


def shown(value: Any) -> str:
    """A value as a line of the difference shows it."""
    if value is None:
        return ""
    return number(value) if isinstance(value, int | float) else str(value)


def fields() -> dict[str, Words]:
    """What a column may hold, by its key."""
    return names()
