"""The code of a row in a sheet of the calendar: whose piece it is, and how each cell stood when the sheet was made.

Three readings can then be told apart when a sheet comes back: what the press officer changed, what the team has changed
in the plan meanwhile, and what both did. A cell's trace is fifteen bits of a digest: enough to see that somebody wrote.
"""

import re
from dataclasses import dataclass
from hashlib import sha256

from promplan.export.calendar_columns import COLUMNS, held, told
from promplan.export.pocket_code import mark_of
from promplan.plan.document import Plan
from promplan.plan.items import Item

SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"
LAYOUT = "1"  # of the columns; another number where they change
EACH = 3  # signs of a trace
CODE = re.compile(rf"(C[0-9]{{1,6}})-([0-9a-f]{{4}})-([0-9])-([{SIGNS}]+)")


@dataclass(frozen=True)
class Code:
    """What a row's code says: the piece's id, the plan's mark, and the trace of each column, by its key."""

    id: str
    plan: str
    traces: dict[str, str]


def tag(plan: Plan) -> str:
    """The plan's mark: copies of one plan have the same."""
    return f"{mark_of(plan):04x}"


def trace(key: str, text: str) -> str:
    """The trace of a cell's value, `calendar_columns.told`."""
    number = int.from_bytes(sha256(f"{key}\0{text}".encode("utf-8", "replace")).digest()[:2], "big")
    return "".join(SIGNS[number >> shift & 31] for shift in (10, 5, 0))


def code(plan: Plan, item: Item) -> str:
    """The code of a piece as it is now."""
    traces = "".join(trace(one.key, told(one, held(item, one))) for one in COLUMNS)
    return f"{item.id}-{tag(plan)}-{LAYOUT}-{traces}"


def read(text: str) -> Code | None:
    """What a code says; None where it is none of ours. Of another layout only the piece and the plan are known."""
    hit = CODE.fullmatch(text.strip())
    if hit is None:
        return None
    id_, plan, layout, traces = hit.groups()
    if layout != LAYOUT or len(traces) != EACH * len(COLUMNS):
        return Code(id_, plan, {})
    return Code(id_, plan, {one.key: traces[EACH * n : EACH * (n + 1)] for n, one in enumerate(COLUMNS)})
