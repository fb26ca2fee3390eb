"""Rows of an export put together: those of one thing and one day are added; of too many, those of one piece.

Impressions, clicks, money can be added. Reach cannot: whoever saw it on Monday and on Tuesday is one person. So where
rows are added, their reach is left out and said.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from promplan.export.results_match import Match
from promplan.export.results_rows import Row
from promplan.export.sheet_heads import folded
from promplan.language import Words, say, say_many


@dataclass(frozen=True)
class Entry:
    """A result to be: what its rows count together, whose it is, and what is to be known of it."""

    rows: tuple[int, ...]
    what: str
    called: str
    channel: str  # as the export or the reader says it; "" where nobody does
    day: date | None
    until: date | None
    values: dict[str, Any]
    match: Match
    notes: tuple[Words, ...] = ()

    @property
    def number(self) -> int:
        """The first of its rows."""
        return self.rows[0]


@dataclass
class Pile:
    """What was put together, and what is said of it."""

    entries: list[Entry]
    notes: list[Words] = field(default_factory=list)


def entry(row: Row, channel: str, match: Match) -> Entry:
    """A row by itself."""
    what = row.called or str(say("all posts of the page"))
    return Entry(
        (row.number,), what[:300], row.called, channel, row.day, row.until, dict(row.values), match, tuple(row.notes)
    )


def once(rows: Sequence[Row]) -> tuple[list[Row], int]:
    """The rows without those that stand in the file twice, cell by cell."""
    seen: set[tuple[Any, ...]] = set()
    kept = []
    for one in rows:
        if one.cells in seen:
            continue
        seen.add(one.cells)
        kept.append(one)
    return kept, len(rows) - len(kept)


def piled(entries: Sequence[Entry], room: int) -> Pile:
    """The entries, those of one thing and day added; where they are more than `room`, those of one piece too."""
    pile = Pile(_added(entries, lambda one: (folded(one.called), one.channel, one.day, one.until)))
    if len(pile.entries) < len(entries):
        n = len(entries)
        pile.notes.append(
            say_many(
                "{n} row was read; those of the same thing, day and channel are added: {made} results.",
                "{n} rows were read; those of the same thing, day and channel are added: {made} results.",
                n,
                made=len(pile.entries),
            )
        )
    for key, words in (
        (
            _by_day,
            say("A plan holds {room} more results at most: rows of one piece and one day were added: {made} left."),
        ),
        (
            _by_piece,
            say("A plan holds {room} more results at most: all days of a piece on a channel were added: {made} left."),
        ),
    ):
        if len(pile.entries) > room:
            made = _added(pile.entries, key)
            if len(made) < len(pile.entries):
                pile.entries = made
                pile.notes.append(Words(words.template, {"room": room, "made": len(made)}))
    if (n := len(pile.entries)) > room:
        pile.notes.append(
            say(
                "Still {n} results, and room for {room}: tick those of your campaign, or export a shorter time.",
                n=n,
                room=room,
            )
        )
    return pile


def _by_day(one: Entry) -> Hashable:
    return _whose(one), one.channel, one.day, one.until


def _by_piece(one: Entry) -> Hashable:
    return _whose(one), one.channel


def _whose(one: Entry) -> str:
    return one.match.item or folded(one.called)


def _added(entries: Iterable[Entry], key: Callable[[Entry], Hashable]) -> list[Entry]:
    groups: dict[Hashable, list[Entry]] = {}
    for one in entries:
        groups.setdefault(key(one), []).append(one)
    return [_sum(group) if len(group) > 1 else group[0] for group in groups.values()]


def _sum(group: Sequence[Entry]) -> Entry:
    values: dict[str, Any] = {}
    for one in group:
        for name, value in one.values.items():
            if name != "reach":
                values[name] = values.get(name, 0) + value
    if "spend" in values:
        values["spend"] = round(values["spend"], 2)
    days = [day for one in group for day in (one.day, one.until) if day is not None]
    first, last = (min(days), max(days)) if days else (None, None)
    rows = tuple(n for one in group for n in one.rows)
    notes = [it for it in dict.fromkeys(it for one in group for it in one.notes) if it.template != LEFT_OUT.template]
    if any("reach" in one.values or LEFT_OUT in one.notes for one in group):
        notes.append(LEFT_OUT)
    return replace(
        group[0], rows=rows, day=first, until=last if last != first else None, values=values, notes=tuple(notes)
    )


LEFT_OUT = say(
    "Reach is left out: rows were added, and people reached on two days cannot be. Take it from the platform for the "
    "whole time, if you need it."
)
