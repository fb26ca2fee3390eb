"""How long do ten thousand rows of a platform's export take to be read, matched and compared, and to be taken?

CPU time, since others use the machine. `pytest tests/bench/test_results_import.py -s`.
"""

import time
from datetime import date, timedelta

import pytest
from exported import PLAN, book, compared, table

from promplan.export.results_files import Choices, difference, opened, take

ROWS, SECONDS = 10_000, 2.0
HEADS = [
    "Дата публикации",
    "Пост",
    "Ссылка",
    "Показы",
    "Охват",
    "Лайки",
    "Комментарии",
    "Репосты",
    "Переходы",
    "CTR, %",
]


def many(n: int = ROWS) -> list[list[object]]:
    """A year of a page with ads: a row for each post, day and ad, days as text, most posts none of the plan's."""
    rows: list[list[object]] = []
    for k in range(n):
        day = date(2027, 1, 1) + timedelta(k % 365)
        link = f"https://x.example/?utm_source=vk&utm_content=c{k % 9}"
        shown = 1000 + k % 700
        rows.append([f"{day:%d.%m.%Y} 1{k % 10}:30", f"Пост {k % 1500}: пресс, печь, контроль", link, shown, shown // 2,
                     k % 40, k % 7, k % 5, k % 60, f"{100 * (k % 60) / shown:.2f}".replace(".", ",")])  # fmt: skip
    return rows


@pytest.mark.parametrize(
    "make", [lambda rows: table(*rows, heads=HEADS, encoding="cp1251"), lambda rows: book(*rows, heads=HEADS)]
)
def test_ten_thousand_rows_are_compared_in_time(make):
    data = make(many())
    start = time.process_time()
    file = opened(data, "vk.csv")
    found = difference(PLAN, file, None, Choices(source="vk", zone="UTC"))
    compared_in = time.process_time() - start
    plan, _ = take(PLAN, found, [one.key for one in found.rows if one.kind == "new"][:600])
    taken_in = time.process_time() - start - compared_in
    print(f"{ROWS} rows: compared in {compared_in:.2f} s, taken in {taken_in:.2f} s, {len(found.rows)} results")
    assert compared_in < SECONDS and len(plan.results) > 0


def test_a_small_export_is_there_at_once():
    start = time.process_time()
    compared(table(*many(50), heads=HEADS))
    assert time.process_time() - start < 0.5
