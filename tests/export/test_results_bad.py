"""Is every bad export told row by row, with what to do, and does nothing of it enter the plan by half?"""

import pytest
from exported import HEADS, PLAN, book, compared, notes, table, why
from hypothesis import given
from hypothesis import strategies as st

from promplan.export.results_files import counted, opened, take
from promplan.export.results_numbers import count, money
from promplan.language import Problem


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("1,2 тыс.", "“1,2 тыс.” is rounded"),
        ("1.2K", "is rounded"),
        ("3 млн", "is rounded"),
        ("12 %", "is a share, and a count belongs here"),
        ("-5", "below zero"),
        ("−5", "below zero"),
        ("12,5", "is no whole number"),
        ("many", "is no number"),
        ("9" * 15, "more than anybody"),
    ],
)
def test_what_is_no_count_is_refused_with_its_row(said, reason):
    assert f"Impressions: {reason}" in why(table(["2026-12-01", "A", said])) or reason in why(
        table(["2026-12-01", "A", said])
    )


@pytest.mark.parametrize(
    ("cell", "reason"), [(-5, "below zero"), (0.031, "no whole number"), (True, "a number belongs here")]
)
def test_a_number_of_a_workbook_that_is_no_count_is_refused(cell, reason):
    assert reason in why(book(["2026-12-01", "A", cell]))


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("1250", 1250),
        ("1 250", 1250),
        ("1\u00a0250", 1250),
        ("1,250", 1250),
        ("1.250", 1250),
        ("1'250'000", 1250000),
        ("12.0", 12),
    ],
)
def test_a_count_is_read_as_people_set_off_thousands(said, found):
    assert count(said) == found


@pytest.mark.parametrize("said", ["", "–", "n/a", "нет данных", None])
def test_nothing_is_no_zero(said):
    assert count(said) is None and money(said) is None


@pytest.mark.parametrize(
    ("said", "found"),
    [("1 500,50 ₽", 1500.5), ("$1,500.50", 1500.5), ("1500 руб.", 1500.0), ("0", 0.0), (12.345, 12.35)],
)
def test_money_is_read_with_its_sign(said, found):
    assert money(said) == pytest.approx(found, abs=0.01)


def test_a_head_that_counts_in_thousands_is_refused():
    data = table(["2026-12-01", "A", "1,2"], heads=["Date", "Post", "Impressions (thousand)"])
    with pytest.raises(Problem, match="counts in thousands"):
        compared(data, mapping={0: "day", 1: "what", 2: "impressions"})


def test_one_number_over_several_rows_is_nobody_s_and_a_merged_title_is_everybody_s():
    def act(made):
        made.active.merge_cells("B2:B3")
        made.active.merge_cells("D2:D3")

    data = book(["2026-12-01", "A", 10, 8], ["2026-12-02", None, 20, None], ["2026-12-03", "C", 30, 9], act=act)
    found = compared(data)
    assert [(one.kind, one.called) for one in found.rows] == [("new", "A"), ("unread", "A"), ("new", "C")]
    assert "one number is merged over several rows" in str(found.rows[1].notes[0])


def test_a_formula_without_a_value_is_refused():
    assert "a formula without a value" in why(book(["2026-12-01", "A", "=1+1"]))


def test_more_clicks_than_impressions_are_not_ticked_and_say_why():
    (row,) = compared(table(["2026-12-01", "Piece 2", "10", "8", "", "", "12"])).rows
    assert row.kind == "new" and not row.calm
    assert "Clicks: 12, more than Impressions: 10" in str(row.notes[0])


def test_totals_and_averages_are_left_aside_and_checked():
    rows = ["2026-12-01", "A", "10", "8"], ["2026-12-02", "B", "20", "9"]
    found = compared(table(*rows, ["Total", "", "31", "12"], ["Average", "", "15,5", "8,5"]))
    assert [one.called for one in found.rows] == ["A", "B"]
    assert "Row 4 is a total: it was left aside" in notes(found)
    assert "In the total, Impressions: 31. The rows add up to 30." in notes(found)
    assert "The total's reach is 12, the rows add up to 17" in notes(found)
    assert "1 row of averages was left aside (5)." in notes(found)


def test_a_row_about_nothing_is_refused():
    found = compared(table(["", "", "30"], ["2026-12-01", "A", ""]))
    assert [one.kind for one in found.rows] == ["unread", "unread"]
    assert "neither what nor when" in str(found.rows[0].notes[0])
    assert "no number stands in it" in str(found.rows[1].notes[0])


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "This file is empty. Choose the export"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "This is a picture"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 99, "This is a picture"),
        (b"PK\x03\x04 not really", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old kind"),
        (table(), "no row under the heads of this sheet. Export"),
        (table(["2026-12-24", "A"], heads=["Date", "Topic"]), "No column of this sheet counts"),
    ],
)
def test_what_is_no_export_is_said(data, reason):
    with pytest.raises(Problem, match=reason):
        compared(data)


def test_what_was_not_read_takes_nothing_with_it():
    found = compared(table(["2026-12-01", "Piece 2", "10"], ["2026-12-02", "B", "1.2K"]))
    good, bad = found.rows
    with pytest.raises(Problem, match=r"Row 3, B: it could not be read\. Nothing was taken"):
        take(PLAN, found, {good.key, bad.key})
    with pytest.raises(Problem, match="No row is chosen"):
        take(PLAN, found, set())
    plan, told = take(PLAN, found, {good.key})
    assert [one.item for one in plan.results] == ["C2"] and str(told[0]) == "1 new result is in the plan."
    assert "1 row cannot be taken as it is." in [str(one) for one in counted(found)]


@given(st.lists(st.lists(st.text(max_size=12) | st.integers(-5, 10**7).map(str), min_size=1, max_size=8), max_size=12))
def test_no_table_makes_anything_but_rows_or_a_problem(rows):
    try:
        found = compared(table(HEADS, *rows, heads=None))
    except Problem:
        return
    calm = [one.key for one in found.rows if one.kind != "unread"]
    if calm:
        plan, _ = take(PLAN, found, calm)
        assert len(plan.results) == len(calm)
        assert not [one for one in compared(table(HEADS, *rows, heads=None), plan).rows if one.kind != "unread"]


@given(st.binary(max_size=400))
def test_no_bytes_make_anything_but_a_table_or_a_problem(data):
    try:
        compared(data)
    except Problem:
        return


@given(st.integers(0, 10**12), st.sampled_from([" ", ",", ".", "\u00a0", "\u202f", "'"]))
def test_every_count_comes_back_however_its_thousands_are_set_off(n, sign):
    assert count(f"{n:,}".replace(",", sign)) == n and count(str(n)) == n and count(float(n)) == n


def test_a_file_s_name_and_bytes_are_enough():
    assert opened(table(["2026-12-01", "A", "1"]), "x.csv").heads == tuple(HEADS)
