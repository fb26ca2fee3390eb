"""The list of what came, for a spreadsheet: a row for every plan that was taken and for everything that was refused.

What students wrote is text in it and never a formula.
"""

import csv
import io
from datetime import datetime
from importlib import import_module

from promplan.cohort.people import Cohort
from promplan.cohort.register import Refused, Register, Taken
from promplan.export.answer_cells import OFF
from promplan.export.row_heights import write_row
from promplan.extras import needed
from promplan.language import Words, say, say_in

HEADS: tuple[Words, ...] = (
    say("Team"),
    say("Id"),
    say_in("collected", "No."),
    say_in("collected", "Counts"),
    say_in("collected", "Came"),
    say("File"),
    say_in("collected", "Inside it"),
    say("Files"),
    say_in("collected", "Why"),
    say_in("collected", "To be known"),
)
WIDTHS = (16, 14, 5, 9, 11, 22, 26, 8, 30, 40)
NUMBERS = (2, 7)  # columns that hold how many
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
SIGNATURE = "promplan"
CREATED = datetime(2026, 1, 1)  # the same bytes for the same list


def rows(register: Register, cohort: Cohort) -> list[tuple[str, ...]]:
    """The rows, those that count first by team, then older ones, then what was refused."""
    names = {one.id: one.name for one in cohort.teams}
    order = sorted(
        register.taken, key=lambda it: (it.team not in names, names.get(it.team, it.called), not it.counts, -it.n)
    )
    return [_taken(one, names.get(one.team) or one.called) for one in order] + [
        _refused(one) for one in register.refused
    ]


def _taken(one: Taken, team: str) -> tuple[str, ...]:
    counts = str(say_in("collected", "yes") if one.counts else say_in("collected", "no"))
    came = one.received.isoformat(" ", "minutes") if one.received else ""
    known = "; ".join(one.cleaned)
    return (team, one.team, str(one.n), counts, came, one.source, one.inside, str(one.files), one.why, known)


def _refused(one: Refused) -> tuple[str, ...]:
    return ("", "", "", str(say_in("collected", "refused")), "", one.source, one.inside, "", one.why, "")


def as_csv(register: Register, cohort: Cohort) -> bytes:
    """The list as CSV that a spreadsheet opens: UTF-8 with its mark; no cell begins as a formula does."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    for row in (tuple(map(str, HEADS)), *rows(register, cohort)):
        writer.writerow([f"'{cell}" if cell.startswith(FORMULA) else cell for cell in row])
    return stream.getvalue().encode("utf-8-sig")


def as_xlsx(register: Register, cohort: Cohort) -> bytes:
    """The list as a workbook with a fixed head and a filter."""
    with needed():
        xlsxwriter = import_module("xlsxwriter")
    stream, found = io.BytesIO(), rows(register, cohort)
    with xlsxwriter.Workbook(stream, OFF) as book:
        book.set_properties({"created": CREATED})
        book.set_custom_property(SIGNATURE, "collected")
        page = book.add_worksheet(str(say_in("collected", "What came"))[:31])
        wrap = book.add_format({"text_wrap": True, "valign": "top", "border": 1, "border_color": "#C8C8C8"})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E8ECEF", "border": 1})
        for column, width in enumerate(WIDTHS):
            page.set_column(column, column, width, wrap)
        write_row(page, 0, [str(head) for head in HEADS], WIDTHS, bold)
        for n, row in enumerate(found, 1):
            write_row(page, n, row, WIDTHS, wrap)
            for column in NUMBERS:
                if row[column]:
                    page.write_number(n, column, int(row[column]), wrap)
        page.freeze_panes(1, 1)
        page.autofilter(0, 0, max(1, len(found)), len(HEADS) - 1)
        page.set_landscape()
        page.set_paper(9)
        page.set_margins(0.4, 0.4, 0.5, 0.5)
        page.set_footer("&C&P / &N")
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
    return stream.getvalue()


def is_list(data: bytes) -> bool:
    """Is this such a list, so that it may be written anew?"""
    if data.startswith(b"PK"):
        return b"docProps/custom.xml" in data
    first = data.decode("utf-8-sig", "replace").partition("\n")[0].strip()
    return first.count(",") == len(HEADS) - 1
