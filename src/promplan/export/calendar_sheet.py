"""The calendar as a sheet to edit, .xlsx and .csv: a row for each piece, the same bytes for the same plan.

Whoever edits it may sort, filter, move and leave out columns: a row is known again by its code (`calendar_code`), a
column by its head. Texts are texts and never formulas.
"""

import csv
import io
import re
import zipfile
from datetime import date, datetime, time
from importlib import import_module
from typing import Any

from promplan import language
from promplan.export.answer_cells import OFF
from promplan.export.calendar_code import code
from promplan.export.calendar_columns import CODE_HEAD, COLUMNS, NUMBER_HEAD, Column, Names, held, shown
from promplan.export.printed import plain
from promplan.export.row_heights import height
from promplan.extras import needed
from promplan.language import pick, say
from promplan.plan.document import Plan
from promplan.plan.items import Item

MARK = "promplan-calendar"  # the property by which a workbook of ours is known
PROPERTIES = "docProps/custom.xml"
RISKY = re.compile(r"'*[=+\-@\t\r]")  # what a program would take for a formula; an apostrophe before it says text
SPARE = 200  # rows below the last that have the lists to choose from, too
PRINTED = 9  # columns that are printed: the piece's number and the first ones; of all 27 no line could be read on paper
DAYS = {"ru": "dd.mm.yyyy"}  # how a day is shown, where not as 2026-12-01; what a cell holds is the day itself
MOST_LISTED = 250  # signs of a list to choose from: more, and a spreadsheet refuses the file
CREATED = datetime(2026, 1, 1)


def order(plan: Plan) -> list[Item]:
    """The pieces by their days; those without one come last, in the plan's order."""
    return sorted(plan.items, key=lambda one: (one.dates.publish or date.max, one.dates.at or time.min))


def heads() -> list[str]:
    """The heads of the columns, in the interface language; the code comes first."""
    return [str(CODE_HEAD), str(NUMBER_HEAD), *(str(one.words) for one in COLUMNS)]


def rows(plan: Plan) -> list[list[Any]]:
    """The cells of each piece, in the interface language."""
    names = Names(plan)
    return [
        [code(plan, one), one.id, *(shown(column, held(one, column), names) for column in COLUMNS)]
        for one in order(plan)
    ]


def xlsx(plan: Plan) -> bytes:
    """The workbook, in the plan's language; of a plan without pieces the heads alone, to be filled in."""
    with needed():
        xlsxwriter = import_module("xlsxwriter")
    stream = io.BytesIO()
    with language.inside(plan.meta.language), xlsxwriter.Workbook(stream, OFF) as book:
        book.set_properties({"created": CREATED})
        book.set_custom_property("promplan", MARK)
        page = book.add_worksheet(str(say("Calendar"))[:31])
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        wrap = {"text_wrap": True, "valign": "top"}
        text = book.add_format(wrap | {"num_format": "@"})
        days = DAYS.get(plan.meta.language, "yyyy-mm-dd")
        other = {"day": book.add_format(wrap | {"num_format": days})}
        other |= {"time": book.add_format(wrap | {"num_format": "hh:mm"}), "number": book.add_format(wrap)}
        page.set_row(0, height([str(one.words) for one in COLUMNS], [one.width for one in COLUMNS]))
        for place, head in enumerate(heads()):
            page.write_string(0, place, head, bold)
        page.set_column(0, 0, 12, text, {"hidden": True})
        page.set_column(1, 1, 7, text)
        for place, column in enumerate(COLUMNS, 2):
            page.set_column(place, place, column.width, other.get(column.kind, text))
        made = rows(plan)
        widths = [one.width for one in COLUMNS[: PRINTED - 1]]
        for n, cells in enumerate(made, 1):
            page.set_row(n, height([_cell(one) for one in cells[2 : PRINTED + 1]], widths))
            for place, cell in enumerate(cells):
                style = other.get(COLUMNS[place - 2].kind, text) if place > 1 else text
                _write(page, n, place, cell, style)
        for place, column in enumerate(COLUMNS, 2):
            if listed := _listed(plan, column):
                rule = {"validate": "list", "source": listed, "error_type": "warning"}
                page.data_validation(1, place, len(made) + SPARE, place, rule)
        page.freeze_panes(1, 2)
        page.autofilter(0, 0, max(1, len(made)), len(COLUMNS) + 1)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        page.print_area(0, 1, max(1, len(made)), PRINTED)
        page.set_footer("&C&P / &N")
    return stream.getvalue()


def _write(page: Any, row: int, place: int, cell: Any, style: Any) -> None:
    if cell is None:
        page.write_blank(row, place, None, style)
    elif isinstance(cell, date | time):
        page.write_datetime(row, place, cell, style)
    elif isinstance(cell, float | int):
        page.write_number(row, place, cell, style)
    else:
        page.write_string(row, place, plain(cell), style)


def _listed(plan: Plan, column: Column) -> list[str]:
    """What a cell offers to choose from; nothing where it is more than a spreadsheet takes."""
    listed: list[str] = []
    if column.kind == "choice":
        listed = [str(pick(words)) for key, words in column.choices.items() if key]
    elif column.kind == "yes":
        listed = [str(say("yes"))]
    elif column.kind == "one":
        listed = list(Names(plan).of(column.refers).values())
    if any("," in one for one in listed) or len(",".join(listed)) > MOST_LISTED:
        return []
    return listed


def is_xlsx(data: bytes) -> bool:
    """Are these the bytes of a calendar's workbook? A property of it says so."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return packed.getinfo(PROPERTIES).file_size < 10_000 and MARK.encode() in packed.read(PROPERTIES)
    except (KeyError, ValueError, OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return False


def table(plan: Plan) -> bytes:
    """The .csv, in the plan's language: UTF-8 with its mark, so that a spreadsheet reads it; the code comes last."""
    stream = io.StringIO()
    with language.inside(plan.meta.language):
        writer = csv.writer(stream, delimiter=";" if plan.meta.language == "ru" else ",", lineterminator="\r\n")
        for cells in (heads(), *rows(plan)):
            writer.writerow([*(_cell(one) for one in cells[1:]), cells[0]])
    return stream.getvalue().encode("utf-8-sig", "replace")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        text = f"{value:.6g}"
        return text.replace(".", ",") if language.current() == "ru" else text
    return guarded(plain(str(value)))


def guarded(text: str) -> str:
    """A text before which an apostrophe stands where a program would run it; `unguarded` takes it away."""
    return f"'{text}" if RISKY.match(text) else text


def unguarded(text: str) -> str:
    """The text as it was before `guarded`."""
    return text[1:] if text.startswith("'") and RISKY.match(text) else text


def is_table(data: bytes) -> bool:
    """Are these the bytes of a .csv of ours? Its last head says so, in either language."""
    first = data.split(b"\r\n", 1)[0].decode("utf-8-sig", "replace")
    return any(first.rstrip('"').endswith(CODE_HEAD.into(one)) for one in language.LANGUAGES)
