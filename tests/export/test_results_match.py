"""Is each row given its piece, is nothing doubled, and is what is added what can be added?"""

from datetime import date

import pytest
from exported import HEADS, PLAN, book, compared, notes, table

from promplan.export import results_clock
from promplan.export.results_compare import MOST
from promplan.export.results_files import take
from promplan.export.results_match import Matcher, marks_of, stems
from promplan.export.results_rates import per_cent
from promplan.language import Problem
from promplan.plan import edit


def linked():
    plan = edit.put(PLAN, "items/C3/link", {"content": "press-night", "target": "https://plant.example/tour"})
    plan = edit.put(plan, "items/C4", {"title": "Eleven minutes at the press"})
    return edit.put(plan, "items/C5", {"title": "First shift, first ring"})


WITH_LINK = ["Date", "Post", "Link", "Impressions"]


@pytest.mark.parametrize(
    ("row", "item", "how", "sure"),
    [
        (
            ["2026-12-01", "Whatever", "https://x.example/?utm_source=vk&utm_content=press-night", "1"],
            "C3",
            "link",
            True,
        ),
        (["2026-12-01", "Whatever", "press-night", "1"], "C3", "link", True),
        (["2026-12-01", "piece 2", "", "1"], "C2", "title", True),
        (["2026-12-01", "C2", "", "1"], "C2", "number or mark", True),
        (["2026-12-20", "Eleven minutes at the press: our new film", "", "1"], "C4", "words", True),
        (["2026-12-20", "A pressing matter", "", "1"], "", "no piece fits", False),
        (["", "Nothing alike", "", "1"], "", "no piece fits", False),
    ],
)
def test_a_row_is_given_its_piece_and_says_how(row, item, how, sure):
    (found,) = compared(table(row, heads=WITH_LINK), linked()).rows
    assert (found.match.item, found.match.sure) == (item, sure) and how in str(found.match.why)


def test_a_day_and_a_channel_name_a_piece_but_ask_for_a_second_look():
    data = table(["2026-12-04", "Something", "Site", "5"], heads=["Date", "Post", "Channel", "Impressions"])
    (found,) = compared(data).rows
    assert found.match == compared(data).rows[0].match and found.match.item == ""  # C2 is on the other channel
    (found,) = compared(table(["2026-12-04", "Something", "5"], heads=HEADS[:3]), channel="H1").rows
    assert (found.match.item, found.calm) == ("C2", False) and found.values["channel"] == "H1"


def test_a_mark_that_two_pieces_have_is_nobody_s():
    plan = edit.put(linked(), "items/C4/link", {"content": "Press-Night"})
    (found,) = compared(table(["2026-12-20", "W", "press-night", "1"], heads=WITH_LINK), plan).rows
    assert found.match.item == ""


def test_a_reader_s_choice_holds_for_every_row_that_is_called_so():
    rows = ["2026-12-01", "Strange", "1"], ["2026-12-02", "Strange", "2"], ["2026-12-02", "Piece 2", "2"]
    found = compared(table(*rows, heads=HEADS[:3]), pieces={"Strange": "C4", "Piece 2": ""})
    assert [one.match.item for one in found.rows] == ["C4", "C4", ""] and all(one.calm for one in found.rows)


def test_the_channel_is_the_file_s_else_the_reader_s_else_the_piece_s():
    heads = ["Date", "Post", "Platform", "Impressions"]
    rows = (
        ["2026-12-01", "Piece 3", "VK", "1"],
        ["2026-12-01", "Piece 3", "Odnoklassniki", "1"],
        ["2026-12-02", "Piece 3", "", "1"],
    )
    assert [one.values["channel"] for one in compared(table(*rows, heads=heads)).rows] == ["H1", "H2", "H2"]
    assert [one.values["channel"] for one in compared(table(rows[2], heads=heads), channel="H1").rows] == ["H1"]


def test_the_same_file_twice_changes_nothing_and_a_later_one_changes_numbers():
    first = table(["2026-12-01", "Piece 2", "10", "8"], ["2026-12-02", "B", "20", "9"])
    plan, _ = take(PLAN, found := compared(first), [one.key for one in found.rows])
    again = compared(first, plan)
    assert (again.rows, again.same) == ((), 2)
    later = compared(table(["2026-12-01", "Piece 2", "15", "8"], ["2026-12-02", "B", "20", "9"]), plan)
    (row,) = later.rows
    assert (row.kind, [(one.field, one.before, one.after) for one in row.changes]) == (
        "changed",
        [("impressions", "10", "15")],
    )
    plan, told = take(plan, later, [row.key])
    assert [one.impressions for one in plan.results] == [15, 20] and str(told[0]) == "1 result was changed."


def test_another_source_is_another_result():
    data = table(["2026-12-01", "Piece 2", "10"])
    plan, _ = take(PLAN, found := compared(data), [found.rows[0].key])
    assert compared(data, plan, source="ok").rows[0].kind == "new"


def test_a_result_that_changed_meanwhile_is_not_written_over():
    data = table(["2026-12-01", "Piece 2", "10"])
    plan, _ = take(PLAN, found := compared(data), [found.rows[0].key])
    later = compared(table(["2026-12-01", "Piece 2", "12"]), plan)
    moved = edit.put(plan, "results/RS1", {"impressions": 11})
    with pytest.raises(Problem, match="changed meanwhile"):
        take(moved, later, [later.rows[0].key])


def test_a_row_that_stands_twice_counts_once_and_two_of_a_day_are_added_without_their_reach():
    row = ["2026-12-01", "Piece 2", "10", "8", "1", "0", "2"]
    twice = compared(table(row, row))
    assert twice.rows[0].values["impressions"] == 10 and "stands in the file twice" in notes(twice)
    added = compared(table(row, ["2026-12-01", "Piece 2", "30", "9", "2", "0", "1"]))
    (one,) = added.rows
    assert (one.values["impressions"], one.values["clicks"], "reach" in one.values) == (40, 3, False)
    assert "Reach is left out" in str(one.notes[0]) and one.rows == (2, 3)


def many(n: int, posts: int) -> bytes:
    heads = ["Date", "Post", "Link", "Impressions", "Reach"]
    rows = [
        [date(2027, 1 + k % 3, 1 + k % 28).isoformat(), f"Post {k % posts}", f"C{1 + k % posts % 6}", k, k]
        for k in range(n)
    ]
    return table(*rows, heads=heads)


def test_more_than_a_plan_holds_are_added_by_piece_and_said_and_come_back_the_same():
    found = compared(many(3000, 900))
    assert 0 < len(found.rows) <= MOST
    assert "rows of one piece and one day were added" in notes(found)
    assert sum(one.values["impressions"] for one in found.rows) == sum(range(3000))
    plan, _ = take(PLAN, found, [one.key for one in found.rows])
    assert compared(many(3000, 900), plan).rows == ()


def test_where_nothing_can_be_added_there_is_room_for_so_many_and_no_more():
    heads = ["Date", "Post", "Impressions"]
    found = compared(table(*(["2027-01-01", f"Unlike {k}", 1] for k in range(MOST + 5)), heads=heads))
    with pytest.raises(Problem, match=f"holds {MOST} results and has room for {MOST}; {MOST + 5} new ones"):
        take(PLAN, found, [one.key for one in found.rows])
    plan, _ = take(PLAN, found, [one.key for one in found.rows[:MOST]])
    assert len(plan.results) == MOST


def rated(*rates: str, head: str = "CTR", total: str = "") -> str:
    counts = [(1000, 800, 20), (2000, 1500, 20), (100, 90, 10)]
    rows = [[f"2026-12-0{n + 1}", f"P{n}", a, b, c, rates[n]] for n, (a, b, c) in enumerate(counts)]
    rows += [["Total", "", 3100, 2390, 50, total]] if total else []
    return notes(compared(table(*rows, heads=["Date", "Post", "Impressions", "Reach", "Clicks", head])))


def test_a_rate_that_follows_from_the_counts_is_left_and_said_so():
    assert "“CTR” is a rate and was left; it is worked out anew" in rated("2%", "1%", "10%")
    assert "by Impressions" in rated("0,02", "0,01", "0,1")


def test_a_rate_by_another_denominator_is_told():
    told = rated("2,5", "1,33", "11,11", head="CTR, %")
    assert "The export counts it as Clicks by Reach" in told and "the course by Impressions" in told


def test_a_mean_of_rates_is_told_beside_that_of_all_counts():
    told = rated("2%", "1%", "10%", total="4,33%")
    assert "is the mean of the rows' rates" in told and "All counts together give 1.61 %" in told
    assert "mean of" not in rated("2%", "1%", "10%", total="1,61%")


def test_a_rate_that_follows_from_nothing_is_told():
    assert "does not follow from the counts" in rated("7%", "8%", "9%")
    data = table(["2026-12-01", "A", "5", "3%"], heads=["Date", "Post", "Likes", "CTR"])
    assert "the counts that it comes from are in no column that was read" in notes(compared(data))
    assert per_cent(0.016129) == "1.61"


def test_links_and_words_are_read_without_a_stumble():
    assert marks_of("https://x.example/a/b-c/?utm_content=D%20e#f") == ["d e", "b c"]
    assert marks_of("https://[bad") == [] and marks_of("") == [] and marks_of("b-7") == ["b 7"]
    assert stems("The pressing of a ring 3") == {"press", "ring", "3"}
    assert Matcher(PLAN, {}).channel("") == ""


def test_a_workbook_s_link_may_be_a_number():
    (row,) = compared(book([None, 40128, 7], heads=["Date", "Post ID", "Clicks"])).rows
    assert row.values["what"] == "40128"


def test_a_mark_s_number_names_a_piece_and_one_with_another_title_asks_for_a_second_look():
    plan = edit.put(linked(), "items/C4/link", {"content": ""})
    found = compared(
        table(
            ["2026-12-20", "W", "?utm_content=c4-eleven-minutes", "1"],
            ["2026-12-21", "V", "?utm_content=c5-riddle", "1"],
            ["2026-12-22", "U", "?utm_content=c3-riddle", "1"],  # C3 has a mark of its own
            heads=WITH_LINK,
        ),
        plan,
    ).rows
    assert [(one.match.item, one.match.sure) for one in found] == [("C4", True), ("C5", False), ("", False)]


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Moscow (UTC+3)", "Europe/Moscow"),
        ("the town's (UTC+7)", "Asia/Barnaul"),
        ("МСК", "Europe/Moscow"),
        ("UTC-5", ""),
        ("UTC", "UTC"),
        ("America/New_York", "America/New_York"),
        ("noon", ""),
    ],
)
def test_the_clock_of_a_file_is_a_zone_that_is_offered_or_none(text, zone):
    assert results_clock.zone(text, "Asia/Barnaul") == zone


def test_where_no_file_says_its_clock_a_reader_is_told_to_look():
    (row,) = (["2026-12-20 22:15", "W", "", "1"],)
    assert "does not say by which clock it counts" in notes(compared(table(row, heads=WITH_LINK), linked()))
