"""The calendar's files in one table: what leaves the plan, under which name, and what comes back.

Buttons and commands read the table; each format's own module says what stands in it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from promplan.export import (
    calendar_compare,
    calendar_events,
    calendar_ics,
    calendar_sheet,
    calendar_table,
    calendar_take,
)
from promplan.export.calendar_compare import Difference, Row
from promplan.export.calendar_mapping import guessed, names
from promplan.export.calendar_said import counted, said
from promplan.export.paper import Paper
from promplan.export.sheet_said import Said
from promplan.export.sheet_table import Table
from promplan.language import Words, say
from promplan.plan.document import Plan

__all__ = ["FILES", "Difference", "Opened", "Row", "Said", "counted", "difference", "fields", "opened", "said", "take"]

FILES: dict[str, Paper] = {
    "xlsx": Paper(
        say("Calendar as a sheet (.xlsx)"),
        say("Every piece in a row, to be edited in a spreadsheet program. It comes back below, change by change."),
        say("calendar"),
        "xlsx",
        calendar_sheet.xlsx,
        calendar_sheet.is_xlsx,
    ),
    "csv": Paper(
        say("Calendar as a table (.csv)"),
        say("The same rows as plain text, for any other program."),
        say("calendar"),
        "csv",
        calendar_sheet.table,
        calendar_sheet.is_table,
    ),
    "ics": Paper(
        say("Calendar for the phone (.ics)"),
        say("The days of every piece with reminders, by the plant's clock. Notes for reviewers stay in the plan."),
        say("calendar"),
        "ics",
        calendar_ics.ics,
        calendar_ics.is_ics,
    ),
}


@dataclass(frozen=True)
class Opened:
    """A file that was read: a sheet with its heads and what they were taken for, or a calendar, which has none."""

    data: bytes
    table: Table | None = None
    mapping: Mapping[int, str] = field(default_factory=dict)

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads of a sheet; none of a calendar."""
        return self.table.heads if self.table else ()


def opened(data: bytes) -> Opened:
    """A file as it came; `Problem` where it is neither a sheet nor a calendar, or there is nothing in it."""
    if calendar_events.is_calendar(data):
        return Opened(data)
    table = calendar_table.read(data)
    return Opened(data, table, guessed(table.heads))


def difference(plan: Plan, file: Opened, mapping: Mapping[int, str] | None = None) -> Difference:
    """What the file would change in the plan, its columns taken as guessed or as `mapping` says.

    Raises:
        Problem: the file as a whole cannot be compared.
    """
    if file.table is None:
        return calendar_events.difference(plan, file.data)
    return calendar_compare.difference(plan, file.table, file.mapping if mapping is None else mapping)


def take(plan: Plan, found: Difference, chosen: Collection[str]) -> tuple[Plan, list[Words]]:
    """The plan with the chosen rows, and what was done; see `calendar_take.take`."""
    return calendar_take.take(plan, found, chosen)


def fields() -> dict[str, Words]:
    """What a column may hold, by its key."""
    return names()
