"""A platform's export on its way into the plan: opened, compared, said, taken; what widgets and commands read."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from promplan.export import results_clock, results_compare, results_take, sheet_table
from promplan.export.results_compare import Choices, Difference, Found, fields
from promplan.export.results_mapping import guessed, read, score, unclear
from promplan.export.results_said import ResultSaid, counted, said
from promplan.export.sheet_table import Table, Wanted
from promplan.language import Words, say
from promplan.plan.document import Plan

__all__ = [
    "Choices",
    "Difference",
    "Found",
    "Opened",
    "ResultSaid",
    "counted",
    "difference",
    "fields",
    "opened",
    "said",
    "source_of",
    "take",
    "unclear",
    "zone_of",
    "zones",
]

COPY = re.compile(r"\s*(?:\(\d+\)|[-–—] copy|[-–—] копия|копия)$", re.IGNORECASE)  # what a browser adds to a second one
WANTED = Wanted(
    score,
    empty=say("This file is empty. Choose the export with the numbers."),
    large=say("This file is too large for an export. Choose a shorter time, or save the sheet by itself."),
    blank=say("There is nothing in this workbook. Choose the one with the numbers."),
    bare=say("There is no row under the heads of this sheet. Export a time in which something was published."),
    cut=say("Only the first {n} rows were read. Export a shorter time."),
)


@dataclass(frozen=True)
class Opened:
    """A file that was read: its table, what its heads were taken for, and what its name says of its source.

    `clock` are the file's own words for its time zone; "" where it says nothing of it.
    """

    table: Table
    mapping: Mapping[int, str]
    source: str = ""
    clock: str = ""

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads of its columns."""
        return self.table.heads


def opened(data: bytes, name: str = "") -> Opened:
    """A file as it came; `Problem` where it is no sheet, or there is nothing in it."""
    table = sheet_table.read(data, WANTED)
    return Opened(table, guessed(table.heads), source_of(name), results_clock.said(table.above))


def source_of(name: str) -> str:
    """What a file's name says of where it is from: without its ending, and what a second download adds to it."""
    stem = name.rpartition(".")[0] or name
    return COPY.sub("", stem).strip()[:300]


def difference(
    plan: Plan, file: Opened, mapping: Mapping[int, str] | None = None, choices: Choices | None = None
) -> Difference:
    """What the file would bring into the plan; `Problem` where it cannot be compared as a whole."""
    made = choices or Choices(zone=zone_of(plan, file), source=file.source)
    return results_compare.difference(plan, file.table, file.mapping if mapping is None else mapping, made)


def zone_of(plan: Plan, file: Opened) -> str:
    """The time zone that the file says it counts by; "" where it says none that is known."""
    return results_clock.zone(file.clock, plan.meta.time_zone) if file.clock else ""


def take(plan: Plan, found: Difference, chosen: Collection[str]) -> tuple[Plan, list[Words]]:
    """The plan with the chosen results, and what was done; see `results_take.take`."""
    return results_take.take(plan, found, chosen)


def zones(plan: Plan) -> list[str]:
    """The time zones that a reader is offered, the plan's own first."""
    names: list[str] = read()["zones"]["names"]
    return list(dict.fromkeys([plan.meta.time_zone, *names]))
