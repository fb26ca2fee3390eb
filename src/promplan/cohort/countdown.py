"""What to do on which day before and after: four weeks before the visit to ten days after it, on working days.

The steps are data (`assets/timetables.toml`). A step on a day off moves to the working day before it where it comes
before the event, and after it where it comes after.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from promplan import assets, toml
from promplan.cohort.diary import Entry, ics
from promplan.cohort.people import Cohort
from promplan.cohort.timetable import weekday
from promplan.days.workdays import Calendar, after, calendar, first
from promplan.language import Words, day, pick, say, say_in, say_many
from promplan.text.table import Table

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Step:
    """One step: its day, how far from what, what to do; `moved` from a day off."""

    key: str
    day: date
    days: int
    anchor: str  # "visit" or "first"
    working: bool
    what: Any  # both languages
    moved: bool = False

    @property
    def counted(self) -> str:
        """As an instructor says it: −28, +3 working days."""
        sign = "−" if self.days < 0 else "+" if self.days else ""
        if self.working:
            return str(say_many("{sign}{n} working day", "{sign}{n} working days", abs(self.days), sign=sign))
        return f"{sign}{abs(self.days)}"


def steps(start: date, visit: date | None = None, at_work: Calendar | None = None) -> tuple[Step, ...]:
    """The steps by day; those of the visit are left out where there is none."""
    working = at_work or calendar()
    found = []
    for n, one in enumerate(_data()["step"], 1):
        base = visit if one["anchor"] == "visit" else start
        if base is None:
            continue
        aimed = base + one["days"] * DAY
        if one["working"]:
            aimed = here = after(base, one["days"], working)
        elif one["days"] < 0:
            here = _back(aimed, working)
        else:
            here = first(aimed, working) if one["days"] else aimed
        found.append(
            Step(f"step{n}", here, one["days"], one["anchor"], one["working"], one["what"], moved=here != aimed)
        )
    return tuple(sorted(found, key=lambda it: (it.day, it.key)))


def passed(found: Sequence[Step], on: date) -> Words | None:
    """What to say where days of the list lie behind already."""
    late = [one for one in found if one.day < on and one.days < 0]
    if not late:
        return None
    return say_many(
        "{n} day of the list has passed already: do it at once, or choose a later day for the visit.",
        "{n} days of the list have passed already: do this at once, or choose a later day for the visit.",
        len(late),
    )


def table(found: Sequence[Step]) -> Table:
    """The list in the interface language."""
    anchors = {"visit": say_in("countdown", "visit"), "first": say_in("countdown", "first day")}
    rows = []
    for one in found:
        told = str(pick(one.what))
        if one.moved:
            told += f" ({say('moved from a day off')})"
        rows.append((f"{weekday(one.day)} {day(one.day)}", one.counted, str(anchors[one.anchor]), told))
    heads = (
        say_in("timetable", "Day"),
        say_in("countdown", "Days"),
        say_in("countdown", "From"),
        say_in("countdown", "To do"),
    )
    return Table(str(say("What to do when")), tuple(map(str, heads)), tuple(rows))


def as_ics(cohort: Cohort, found: Sequence[Step], on: date) -> bytes:
    """The list as days with a reminder at nine."""
    entries = [Entry(one.key, one.day, None, str(pick(one.what)), one.counted, alarm=True) for one in found]
    return ics(cohort, str(say("What to do when")), entries, on)


def _back(here: date, working: Calendar) -> date:
    for _ in range(30):
        if working(here):
            return here
        here -= DAY
    return here


@cache
def _data() -> dict[str, Any]:
    return toml.read(assets.folder() / "timetables.toml")
