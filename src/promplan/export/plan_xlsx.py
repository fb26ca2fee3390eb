"""The tables of the plan as a workbook: calendar, facts, objectives, budget, KPI, results, consents, findings.

Every section that the reader is shown has its sheet, and no row that the outlines do not show him; what follows from
other cells is a formula with its value beside it, and a text is never one. The same plan gives the same bytes.
"""

import io
import zipfile
from collections.abc import Iterable
from datetime import datetime
from importlib import import_module
from typing import Any

from promplan.export import plan_xlsx_first as first
from promplan.export import plan_xlsx_money as money
from promplan.export import plan_xlsx_results as counted
from promplan.export import plan_xlsx_rows as tables
from promplan.export import plan_xlsx_sums as budget
from promplan.export.answer_cells import OFF
from promplan.export.outline import Block, Group, Record, Rows
from promplan.export.outline_values import words
from promplan.export.plan_xlsx_cells import Sheet, tab
from promplan.export.plan_xlsx_paint import Painter
from promplan.export.printed import plain
from promplan.export.whole import Whole
from promplan.extras import needed

MARK = "promplan-tables"  # the property by which a workbook of ours is known
PROPERTIES = "docProps/custom.xml"
CREATED = datetime(2026, 1, 1)
FONT = {"font_name": "Arial", "font_size": 10}  # every office has it, or one as wide


def made(told: Whole) -> bytes:
    """The workbook, in the interface language."""
    with needed():
        xlsxwriter = import_module("xlsxwriter")
    stream = io.BytesIO()
    title = plain(words(told.title))
    with xlsxwriter.Workbook(stream, {**OFF, "default_format_properties": dict(FONT)}) as book:
        book.set_properties(
            {"title": title[:200], "author": "promplan", "created": CREATED, "comments": str(told.window)}
        )
        book.set_custom_property("promplan", MARK)
        painter = Painter(book, title, tab(first.NAME), told.plan.budget.currency, told.wanted.draft)
        page = first.begin(told, painter)
        first.fill(told, painter, page, _sheets(told, painter))
        page.activate()
    return stream.getvalue()


def is_ours(data: bytes) -> bool:
    """Are these the bytes of a workbook as `made` writes it? A property of it says so."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return packed.getinfo(PROPERTIES).file_size < 10_000 and MARK.encode() in packed.read(PROPERTIES)
    except (KeyError, ValueError, OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return False


def _sheets(told: Whole, painter: Painter) -> list[tuple[str, int | None, str]]:
    """The sheets after the first; of each its name, how many rows it has, what it holds."""
    plan, shown = told.plan, {one.path: set(_ids(one.blocks)) for one in told.sections}
    listed: list[tuple[str, int | None, str]] = []

    def rows(path: str, several: Iterable[Any]) -> list[Any]:
        return [one for one in several if one.id in shown[path]]

    def put(sheet: Sheet) -> Sheet:
        painter.table(sheet)
        listed.append((sheet.name, len(sheet.rows), words(sheet.lead)))
        return sheet

    if "items" in shown:
        put(tables.calendar(told, rows("items", plan.items)))
    if "enterprise.facts" in shown:
        put(tables.facts(told, rows("enterprise.facts", plan.enterprise.facts)))
    if "objectives" in shown:
        put(tables.objectives(told, rows("objectives", plan.objectives)))
    _money(told, painter, shown, rows, put, listed)
    if "results" in shown:
        results = counted.results(told, rows("results", plan.results))
        if "kpis" in shown:
            put(counted.kpis(told, rows("kpis", plan.kpis), results.grid))
        put(counted.kpi_rates(told, rows("results", plan.results), results.grid))
        put(results)
    if "visit.people" in shown:
        put(tables.consents(told, rows("visit.people", plan.visit.people)))
    if "risks" in shown:
        put(tables.risks(told, rows("risks", plan.risks)))
    put(tables.findings(told))
    return listed


def _money(told: Whole, painter: Painter, shown: Any, rows: Any, put: Any, listed: Any) -> None:
    """Budget, channels, lines: the sums need both of the others."""
    if not {"budget", "budget.lines", "channels"} <= set(shown):
        return
    channels = money.channels(told, rows("channels", told.plan.channels))
    lines = money.lines(told, rows("budget.lines", told.plan.budget.lines))
    budget.draw(told, painter, channels, lines)
    listed.append((tab(budget.NAME), None, str(budget.LEAD)))
    put(channels)
    put(lines)


def _ids(blocks: Iterable[Block]) -> Iterable[str]:
    """The ids of every record that an outline shows, at any depth."""
    for one in blocks:
        if isinstance(one, Rows):
            yield from (row.id for row in one.rows if row.id)
        elif isinstance(one, Record | Group):
            if isinstance(one, Record):
                yield one.id
            yield from _ids(one.blocks)
