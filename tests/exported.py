"""Platforms' exports for tests: as a table of text, as a workbook, and what an export says of them."""

import csv
import io
from typing import Any

import openpyxl
from dated import dated

from promplan.export.results_files import Choices, Difference, difference, opened

PLAN = dated()
HEADS = ["Date", "Post", "Impressions", "Reach", "Likes", "Comments", "Link clicks"]


def table(*rows: Any, heads: Any = HEADS, sign: str = ";", encoding: str = "utf-8") -> bytes:
    """A .csv."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=sign).writerows([*([heads] if heads else []), *rows])
    return stream.getvalue().encode(encoding)


def book(*rows: Any, heads: Any = HEADS, act: Any = None) -> bytes:
    """A workbook."""
    made = openpyxl.Workbook()
    page = made.active
    for row in (*([heads] if heads else []), *rows):
        page.append(list(row))
    if act:
        act(made)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def compared(data: bytes, plan: Any = PLAN, mapping: Any = None, **choices: Any) -> Difference:
    """What the export would bring."""
    return difference(plan, opened(data), mapping, Choices(**{"source": "vk", **choices}))


def notes(found: Difference) -> str:
    """All that is said of the file as a whole."""
    return "\n".join(map(str, found.notes))


def why(data: bytes, **more: Any) -> str:
    """Why the only row of an export cannot be taken."""
    (row,) = compared(data, **more).rows
    assert row.kind == "unread", row
    return "\n".join(map(str, row.notes))
