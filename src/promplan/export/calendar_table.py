"""A sheet of the calendar as a table: what is looked for in the file, and what is said where it is not there."""

from promplan.export import sheet_table
from promplan.export.calendar_mapping import score
from promplan.export.sheet_table import MOST_BYTES, Table, Wanted
from promplan.language import say

__all__ = ["MOST_BYTES", "Table", "read"]

WANTED = Wanted(
    score,
    empty=say("This file is empty. Choose the sheet with the calendar."),
    large=say("This file is too large for a calendar. Save the sheet with the calendar by itself."),
    blank=say("There is nothing in this workbook. Choose the one with the calendar."),
    bare=say("There is no row under the heads of this sheet. Write each piece into a row of its own, then choose it."),
    cut=say("Only the first {n} rows were read: a plan holds no more pieces than that."),
)


def read(data: bytes) -> Table:
    """The table in a workbook or a .csv; `Problem` where there is none, see `sheet_table.read`."""
    return sheet_table.read(data, WANTED)
