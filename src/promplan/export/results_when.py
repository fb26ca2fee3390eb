"""On which day something was counted: the export's clock and the plan's are two, and a day begins by the plan's.

A day with a time of day is moved from the export's zone into the plan's; a day alone cannot be, and stays as it is.
"""

import re
from datetime import date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Any

from promplan.export.calendar_zone import zone_of
from promplan.export.results_mapping import read
from promplan.export.sheet_days import Days, clock, plain, time_in
from promplan.export.sheet_heads import folded
from promplan.language import Problem, say

MOMENT = re.compile(
    r"(.*\d[ T,]+\d{1,2}[:.]\d{2}(?::\d{2}(?:[.,]\d+)?)?)\s*(z|utc|gmt|msk|мск)?\s*([+-]\d{1,2}(?::?\d{2})?)?",
    re.IGNORECASE,
)
OFFSET = re.compile(r"(?:utc|gmt|мск|msk)?\s*([+\-−])(\d{1,2})(?::?(\d{2}))?", re.IGNORECASE)
FRACTION = re.compile(r"(:\d{2})[.,]\d+$")


class When:
    """Reads the days of one export.

    Args:
        home: the plan's zone. there: the export's, where no cell says another.
    """

    def __init__(self, home: tzinfo, there: tzinfo) -> None:
        self.home, self.there, self.days = home, there, Days()
        self.moved = self.bare = self.timed = 0  # days that became others; days without a time of day, and with one
        self._known: dict[tuple[str, str], date | None] = {}

    def day(self, key: str, cell: Any, time: Any = None, zone: Any = None) -> date | None:
        """The day by the plan's clock; `Problem` where a cell cannot be read."""
        cell = plain(cell)
        there = self.there if zone in (None, "") else zone_said(str(plain(zone)))
        tail = None
        if isinstance(cell, str) and (hit := MOMENT.fullmatch(cell.strip())):
            cell, tail = FRACTION.sub(r"\1", hit[1]), f"{hit[2] or ''}{hit[3] or ''}"
            there = zone_said(tail) if tail else there
        found = self._read(key, cell)
        if found is None:
            return None
        at = clock(plain(time)) if time not in (None, "") else time_in(cell)
        if isinstance(cell, datetime) and time in (None, ""):
            at = cell.time()
        if at is None:
            self.bare += 1
            return found
        self.timed += tail is None or tail == ""
        if there is self.home:
            return found
        local = datetime.combine(found, at).replace(tzinfo=there).astimezone(self.home).date()
        self.moved += local != found
        return local

    def _read(self, key: str, cell: Any) -> date | None:
        if not isinstance(cell, str):
            return self.days.day(key, cell)
        if (key, cell) not in self._known:  # few different days stand in ten thousand cells
            self._known[key, cell] = self.days.day(key, cell)
        return self._known[key, cell]


@lru_cache(200)
def zone_said(text: str) -> tzinfo:
    """A zone as an export writes it: Europe/Moscow, UTC+3, МСК; `Problem` where it is none."""
    said: dict[str, str] = read()["zones"]["said"]
    if (known := said.get(folded(text))) and not re.search(r"\d", text):
        return zone_of(known)
    if hit := OFFSET.fullmatch(text.strip()):
        hours, minutes = int(hit[2]), int(hit[3] or 0)
        if hours > 14 or minutes > 59:
            raise Problem(say("“{text}” is no time zone: write it as UTC+7 or Asia/Barnaul", text=text[:40]))
        span = timedelta(hours=hours, minutes=minutes)
        moscow = timedelta(hours=3) if re.match("мск|msk", text.strip(), re.IGNORECASE) else timedelta()
        return timezone((span if hit[1] == "+" else -span) + moscow)
    if "/" in text or text.strip().upper() in ("UTC", "GMT"):
        return zone_of(text.strip())
    raise Problem(say("“{text}” is no time zone: write it as UTC+7 or Asia/Barnaul", text=text[:40]))
