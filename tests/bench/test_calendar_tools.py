"""How long do ten thousand rows of a sheet take to be compared, and the first answer of a suggested schedule?

CPU time, since others use the machine; the limits are those of the calendar's measures.
`pytest tests/bench/test_calendar_tools.py -s`.
"""

import csv
import io
import time

import pytest
import xlsxwriter
from dated import dated, newsroom

from promplan.export.calendar_files import difference, opened
from promplan.export.calendar_said import said
from promplan.export.calendar_sheet import heads, rows
from promplan.schedule.suggested import FIRST, suggest
from promplan.widgets.proposals import MOST

ROWS, SECONDS = 10_000, 2.0
HEADS = ["Date", "Time", "Channel", "Topic", "Author", "Status", "Text", "Comment"]


def many(n: int = ROWS) -> list[list[str]]:
    """Somebody's sheet: eight columns, days as text, as a press office has them."""
    texts = ["Press, furnace, control: how a ring is made", "The shift leader on the first hour of a shift"]
    return [
        [f"{1 + k % 28:02}.{1 + k % 12:02}.2027", "10:30", "Site", f"Piece {k}", "Anna", "planned", texts[k % 2], ""]
        for k in range(n)
    ]


def as_csv(lines: list[list[str]]) -> bytes:
    stream = io.StringIO()
    csv.writer(stream, delimiter=";").writerows(lines)
    return stream.getvalue().encode("cp1251")


def as_xlsx(lines: list[list[str]]) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        page = book.add_worksheet()
        for n, line in enumerate(lines):
            page.write_row(n, 0, line)
    return stream.getvalue()


def measured(act) -> tuple[float, float]:
    """Seconds of the processor and of the clock."""
    began, used = time.perf_counter(), time.process_time()
    act()
    return time.process_time() - used, time.perf_counter() - began


@pytest.mark.parametrize("make", [as_csv, as_xlsx])
def test_ten_thousand_rows_of_somebody_s_sheet(make):
    plan, data = dated(40), make([HEADS, *many()])

    def act():
        answer = difference(plan, opened(data))
        assert len(answer.rows) >= ROWS - 40
        [said(one) for one in answer.rows[:MOST]]  # so many are shown

    act()
    cpu, wall = measured(act)
    print(f"\n{make.__name__}: {ROWS} rows, {cpu:.2f} s of the processor, {wall:.2f} s")
    assert cpu < SECONDS


@pytest.mark.parametrize("make", [as_csv, as_xlsx])
def test_ten_thousand_rows_of_our_own_sheet_with_all_its_columns(make):
    plan = dated(40)
    own = [[str(cell or "") for cell in line] for line in rows(plan)]
    others = (["", "", *own[k % 40][2:5], f"N{k}", *own[k % 40][6:]] for k in range(40, ROWS))
    lines = [heads(), *own, *others]
    data = make(lines)
    cpu, wall = measured(lambda: difference(plan, opened(data)))
    print(f"\n{make.__name__}: {ROWS} rows of {len(heads())} columns, {cpu:.2f} s of the processor, {wall:.2f} s")
    assert cpu < 2 * SECONDS


@pytest.mark.parametrize("seed", range(6))
def test_the_first_answer_of_sixty_pieces_stands_within_two_seconds(seed):
    plan = newsroom(60, seed)
    suggest(newsroom(4), FIRST)  # what is loaded with the editor's cell
    found = []
    cpu, wall = measured(lambda: found.append(suggest(plan, FIRST)))
    one = found[0]
    print(f"\nseed {seed}: {cpu:.2f} s of the processor, {wall:.2f} s, {len(one.moves)} moves: {one.words}")
    assert cpu < SECONDS and (one.proven or one.gap >= 0)
