"""The calendar at a glance: channels by weeks, each piece at the week of its day, from the outline of the pieces."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from promplan.export.outline import Outline, Record
from promplan.export.outline_values import Day, Ref
from promplan.export.plan_pdf_cells import flat
from promplan.export.print_signs import text
from promplan.language import pick, say

MOST = 18  # weeks of one picture: a cell still holds an id
WEEK = timedelta(days=7)


@dataclass
class _Row:
    name: str
    weeks: dict[date, list[str]] = field(default_factory=dict)


def weeks(items: Outline, channels: Outline | None, marked: Outline | None) -> list[dict[str, Any]]:
    """One picture for each stretch of weeks; none where no piece has a day."""
    rows: dict[str, _Row] = {}
    if channels is not None:
        rows |= {it.id: _Row(f"{it.id} {_words(it.title)}") for it in channels.blocks if isinstance(it, Record)}
    for one in items.blocks:
        if not isinstance(one, Record):
            continue
        fields = flat(one)
        when, where = fields.get("dates.publish"), fields.get("channel")
        if when is None or not isinstance(when.value, Day):
            continue
        known = where.value if where is not None and isinstance(where.value, Ref) else None
        row = rows.setdefault(known.id if known else "", _Row(str(known) if known else str(say("no channel yet"))))
        row.weeks.setdefault(_monday(when.value.day), []).append(one.id)
    used = {id_: it for id_, it in rows.items() if it.weeks}
    found = sorted({week for it in used.values() for week in it.weeks})
    if not found:
        return []
    marks = _marks(marked)
    spans = list(_spans(found))
    return [_picture(used, span, marks) for span in spans]


def _spans(found: Sequence[date]) -> list[list[date]]:
    """Stretches of weeks, each short enough for a page; empty weeks between two stretches are left out."""
    made: list[list[date]] = []
    for week in found:
        if made and (week - made[-1][0]) // WEEK < MOST:
            while made[-1][-1] < week:
                made[-1].append(made[-1][-1] + WEEK)
        else:
            made.append([week])
    return made


def _picture(rows: dict[str, _Row], span: list[date], marks: dict[date, list[str]]) -> dict[str, Any]:
    held = [it for it in rows.values() if any(week in it.weeks for week in span)]
    return {
        "kind": "weeks",
        "caption": str(say("Pieces by channel and week, each at the Monday of its week")),
        "head": str(say("Channel")),
        "weeks": [{"month": _month(it), "day": f"{it.day}"} for it in span],
        "marks": [", ".join(marks.get(it, [])) for it in span],
        "marks_head": str(say("Days that matter")),
        "rows": [{"name": text(it.name, 90), "cells": [it.weeks.get(week, []) for week in span]} for it in held],
    }


def _month(one: date) -> str:
    return str(say("{year}-{month}", year=f"{one:%Y}", month=f"{one:%m}"))


def _marks(marked: Outline | None) -> dict[date, list[str]]:
    found: dict[date, list[str]] = {}
    for one in marked.blocks if marked is not None else ():
        if isinstance(one, Record):
            when = flat(one).get("day")
            if when is not None and isinstance(when.value, Day):
                found.setdefault(_monday(when.value.day), []).append(one.id)
    return found


def _monday(one: date) -> date:
    return one - timedelta(days=one.weekday())


def _words(said: Any) -> str:
    return str(pick(said))
