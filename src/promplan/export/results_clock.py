"""The clock of an export, where a line above its heads says it: «time: Moscow (UTC+3)», «часовой пояс: МСК»."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from promplan.export.calendar_zone import zone_of
from promplan.export.results_mapping import read
from promplan.export.results_when import OFFSET
from promplan.export.sheet_heads import folded
from promplan.language import Problem

SAID = re.compile(r"(?:time ?zone|times?|часовой пояс|пояс|время)\s*[:=]\s*([^;\n]{2,60})", re.IGNORECASE)
SHIFT = re.compile(r"(?:utc|gmt)\s*[+\-−]\s*\d{1,2}(?::?\d{2})?", re.IGNORECASE)
SUMMER, WINTER = datetime(2026, 7, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)


def said(above: Sequence[str]) -> str:
    """What the lines above the heads say of the times, in their own words; "" for nothing."""
    return next((hit[1].strip().rstrip(".,") for one in above if (hit := SAID.search(one))), "")


def zone(text: str, home: str) -> str:
    """The time zone that those words mean, by its name; the plan's own, where its clock goes alike; "" for none.

    Only such as a reader is offered: `home` and the zones of `assets/results_columns.toml`.
    """
    zones = read()["zones"]
    offered: list[str] = [home, *zones["names"]]
    if hit := next((one for one in offered if "/" in one and one.casefold() in text.casefold()), ""):
        return hit
    for word, name in zones["said"].items():
        if len(word) > 2 and re.search(rf"\b{re.escape(folded(word))}\b", folded(text)) and word not in ("utc", "gmt"):
            return str(name)
    if (hit_ := SHIFT.search(text)) is None or (parts := OFFSET.fullmatch(hit_[0].replace(" ", ""))) is None:
        return "UTC" if re.search(r"\b(?:utc|gmt)\b", text, re.IGNORECASE) else ""
    span = timedelta(hours=int(parts[2]), minutes=int(parts[3] or 0)) * (1 if parts[1] == "+" else -1)
    return next((one for one in offered if _goes(one, span)), "")


def _goes(name: str, span: timedelta) -> bool:
    """Is a zone always so far from UTC?"""
    try:
        there = zone_of(name)
    except Problem:
        return False
    return all(day.astimezone(there).utcoffset() == span for day in (SUMMER, WINTER))
