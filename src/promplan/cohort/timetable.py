"""The timetable of a workshop: the units' minutes, breaks, visit and pitches on working days; by how much it overruns.

What comes in which order is data (`assets/timetables.toml`); a unit's minutes are those of the course, core or full.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

from promplan import assets, toml
from promplan.cohort.diary import Entry, ics
from promplan.cohort.people import Cohort, Meeting, Timetable
from promplan.days.workdays import Calendar, calendar, first
from promplan.language import Problem, Words, day, pick, say, say_in, say_many
from promplan.language.calendar_names import SHORT_DAYS
from promplan.text.table import Table

BEGIN = time(9, 0)
WEEK = timedelta(days=7)
DEPTHS = {
    "core": say_in("depth", "core"),
    "full": say_in("depth", "in full"),
    "light": say_in("depth", "in brief"),
}


@dataclass(frozen=True)
class Block:
    """One line of a timetable: when, what it is, how long; `shorter` is by how much its core would be shorter."""

    start: datetime
    minutes: int
    kind: str
    name: Any  # both languages
    unit: str = ""
    depth: str = ""
    shorter: int = 0

    @property
    def end(self) -> datetime:
        """When it is over."""
        return self.start + timedelta(minutes=self.minutes)

    @property
    def said(self) -> str:
        """What stands in the timetable."""
        if not self.unit:
            return str(pick(self.name))
        number = int(self.unit[:2])
        return str(say("Unit {n}. {name}, {depth}", n=number, name=pick(self.name), depth=DEPTHS[self.depth]))


@dataclass(frozen=True)
class Day:
    """A day: its blocks, and by how many minutes they overrun the room there is (0 where they fit)."""

    n: int
    day: date
    blocks: tuple[Block, ...]
    room: int

    @property
    def minutes(self) -> int:
        """From the beginning to the end, breaks and all."""
        return sum(one.minutes for one in self.blocks)

    @property
    def over(self) -> int:
        """How many minutes too long it is."""
        return max(0, self.minutes - self.room)


def name_of(kind: Timetable) -> Any:
    """What a timetable is called, in the interface language."""
    return pick(_of(kind)["name"])


def days(
    kind: Timetable,
    start: date,
    teams: int,
    begin: time = BEGIN,
    at_work: Calendar | None = None,
    visit: date | None = None,
) -> tuple[Day, ...]:
    """The days from a first one on, working days only; a semester meets weekly.

    Args:
        teams: how many pitch. begin: when a day begins. at_work: the working days; Russia's if not said.
        visit: a semester's visiting day, where it is not the weekday of the meetings.
    """
    told, working = _of(kind), at_work or calendar()
    if begin.hour * 60 + begin.minute + max(told["rooms"]) > 22 * 60:
        raise Problem(say("A day that begins at {begin} would end in the night.", begin=f"{begin:%H:%M}"))
    found: list[Day] = []
    last = start
    for n, room in enumerate(told["rooms"], 1):
        here = first(start, working) if n == 1 else _next(last, working, weekly=told["weekly"])
        rows = [one for one in _data()["block"] if one["timetable"] == kind and one["day"] == n]
        alone = told["weekly"] and [one["kind"] for one in rows] == ["visit"]
        if alone and visit is not None:
            here = visit
        else:
            last = here
        found.append(Day(n, here, tuple(_blocks(rows, here, begin, teams)), room))
    return tuple(sorted(found, key=lambda it: it.day))


def meetings(found: Sequence[Day]) -> list[Meeting]:
    """The same for the cohort's file: a visit is a meeting of its own, no class that stands in its way."""
    made = []
    for one in found:
        parts: list[list[Block]] = []
        for block in one.blocks:
            if parts and (parts[-1][-1].kind == "visit") == (block.kind == "visit"):
                parts[-1].append(block)
            else:
                parts.append([block])
        made += [
            Meeting(day=one.day, start=it[0].start.time(), end=it[-1].end.time(), visit=it[0].kind == "visit")
            for it in parts
        ]
    return made


def overruns(found: Sequence[Day]) -> list[Words]:
    """What does not fit, by how many minutes, and what would make it fit."""
    said = []
    for one in found:
        if not one.over:
            continue
        end = one.blocks[0].start + timedelta(minutes=one.room)
        said.append(
            say_many(
                "Day {n_day} ({day}) is {n} minute too long: it ends at {end} instead of {room}. {cure}",
                "Day {n_day} ({day}) is {n} minutes too long: it ends at {end} instead of {room}. {cure}",
                one.over,
                n_day=one.n,
                day=one.day,
                end=f"{one.blocks[-1].end:%H:%M}",
                room=f"{end:%H:%M}",
                cure=_cure(one),
            )
        )
    return said


def _cure(one: Day) -> Words:
    enough = [it for it in one.blocks if it.shorter >= one.over]
    if enough:
        best = min(enough, key=lambda it: it.shorter)
        return say("Unit {unit} in its core saves {n} minutes.", unit=int(best.unit[:2]), n=best.shorter)
    if any(it.kind == "pitches" for it in one.blocks):
        return say("Let fewer teams pitch here, or let them pitch in two rooms at once.")
    return say("Move a part of it to another day.")


def table(found: Sequence[Day]) -> Table:
    """The timetable in the interface language."""
    rows = []
    for one in found:
        for n, block in enumerate(one.blocks):
            label = f"{one.n} · {weekday(one.day)} {day(one.day)}" if n == 0 else ""
            rows.append((label, f"{block.start:%H:%M}–{block.end:%H:%M}", block.said, str(block.minutes)))
    heads = (say_in("timetable", "Day"), say_in("timetable", "From, to"), say_in("timetable", "What"), say("Minutes"))
    return Table(str(say("Timetable")), tuple(map(str, heads)), tuple(rows))


def weekday(on: date) -> str:
    """The day of the week in two letters."""
    return str(SHORT_DAYS[on.weekday()])


def as_ics(cohort: Cohort, found: Sequence[Day], on: date) -> bytes:
    """The blocks without the breaks, in the cohort's time zone."""
    entries = [
        Entry(f"day{one.n}.{n}", block.start, block.end, block.said)
        for one in found
        for n, block in enumerate(one.blocks, 1)
        if block.kind != "break"
    ]
    return ics(cohort, cohort.title or str(say("Timetable")), entries, on)


def _blocks(rows: Sequence[dict[str, Any]], here: date, begin: time, teams: int) -> Iterator[Block]:
    at = datetime.combine(here, begin)
    for one in rows:
        minutes, name, shorter = one.get("minutes", 0), one.get("name", {}), 0
        if unit := one.get("unit", ""):
            row = next(it for it in assets.plan_of_the_course()["unit"] if it["id"] == unit)
            core, full = row["minutes"]
            name = row["title"]
            if not minutes:
                minutes = core if one["depth"] == "core" else full
            shorter = max(0, minutes - core) if one["depth"] == "full" else 0
        elif "team" in one:
            minutes = one["team"] * max(1, teams)
        block = Block(at, minutes, one["kind"], name, unit, one.get("depth", ""), shorter)
        at = block.end
        yield block


def _next(last: date, working: Calendar, *, weekly: bool) -> date:
    if not weekly:
        return first(last + timedelta(days=1), working)
    here = last + WEEK
    for _ in range(20):
        if working(here):
            return here
        here += WEEK
    return first(last + WEEK, working)


def _of(kind: Timetable) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in _data()["timetable"] if one["id"] == kind)
    return found


@cache
def _data() -> dict[str, Any]:
    return toml.read(assets.folder() / "timetables.toml")
