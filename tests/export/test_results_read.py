"""Is a platform's export read as it was meant: encodings, heads of both languages, days, zones, sums of parts?"""

from datetime import date, datetime

import pytest
from exported import HEADS, PLAN, book, compared, notes, table, why

from promplan.export.results_files import opened, source_of
from promplan.export.results_mapping import RATES, guessed, read
from promplan.language import Problem
from promplan.media.kpi import kpi

RU = [
    "Дата публикации",
    "Текст поста",
    "Показы",
    "Охват (чел.)",
    "Лайки",
    "Комментарии",
    "Репосты",
    "Переходы",
    "Расход",
]
LINE = ["01.12.2026", "Как делают кольцо; пресс, печь, контроль", "1 250", "980", "30", "4", "6", "21", "1 500,50"]


@pytest.mark.parametrize("sign", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["cp1251", "utf-8", "utf-8-sig", "utf-16"])
def test_a_table_is_read_in_any_encoding_and_with_any_sign_between_cells(encoding, sign):
    noise = ["Отчёт по сообществу"], ["Период", "декабрь 2026"], []
    data = table(*noise, RU, LINE, heads=None, sign=sign, encoding=encoding)
    (row,) = compared(data).rows
    assert row.values | {"item": ""} == {
        "impressions": 1250,
        "reach": 980,
        "engagements": 40,
        "clicks": 21,
        "spend": 1500.5,
        "what": LINE[1],
        "day": date(2026, 12, 1),
        "until": None,
        "kind": "export",
        "channel": "",
        "item": "",
        "source": "vk",
    }
    assert ("cp1251" in notes(compared(data))) == (encoding == "cp1251")


def test_a_workbook_says_the_same_as_its_table():
    cells = [datetime(2026, 12, 1), "A post", 1250, 980, 30, 4, 21]
    (one,), (other,) = (compared(data).rows for data in (book(cells), table(["2026-12-01", *cells[1:]])))
    assert one.values == other.values and one.values["engagements"] == 34


@pytest.mark.parametrize(
    "said", ["01.12.2026", "2026-12-01", "1 декабря 2026 г.", "December 1, 2026", "2026-12-01T09:30:00Z"]
)
def test_days_as_text_are_read_in_the_styles_in_which_exports_write_them(said):
    (row,) = compared(table([said, "A post", "10"])).rows
    assert row.values["day"] == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("said", "zone", "found"),
    [
        ("2026-12-01 22:30", "", date(2026, 12, 1)),
        ("2026-12-01 22:30", "UTC", date(2026, 12, 2)),  # Barnaul is seven hours ahead
        ("2026-12-01 16:30", "UTC", date(2026, 12, 1)),
        ("2026-12-01 01:30", "Asia/Kamchatka", date(2026, 11, 30)),
        ("2026-12-01T22:30:00+00:00", "", date(2026, 12, 2)),
        ("2026-12-01 22:30 МСК", "", date(2026, 12, 2)),
        ("2026-12-01", "UTC", date(2026, 12, 1)),
        (datetime(2026, 12, 1, 22, 30), "UTC", date(2026, 12, 2)),
    ],
)
def test_a_day_is_that_of_the_plan_s_clock(said, zone, found):
    (row,) = compared(book([said, "A post", 10]), zone=zone).rows
    assert row.values["day"] == found


def test_time_and_zone_may_have_columns_of_their_own_and_what_moved_is_said():
    heads = ["Date", "Time", "Time zone", "Post", "Impressions"]
    found = compared(
        table(["01.12.2026", "22:30", "UTC", "A", "1"], ["01.12.2026", "22:30", "UTC+7", "B", "1"], heads=heads)
    )
    assert [one.values["day"].day for one in found.rows] == [2, 1]
    moved = compared(table(["01.12.2026 22:30", "A", "1"], ["02.12.2026", "B", "1"]), zone="UTC")
    assert "1 row falls on another day by the plan's clock" in notes(moved)
    assert "days without hours: they begin by the clock of UTC" in notes(moved)


def test_a_zone_that_nobody_knows_is_refused():
    with pytest.raises(Problem, match="Nobody knows the time zone"):
        compared(table(["01.12.2026", "A", "1"]), zone="Mars/Olympus")
    heads = ["Date", "Time", "Time zone", "Post", "Impressions"]
    (row,) = compared(table(["01.12.2026", "22:30", "plant's", "A", "1"], heads=heads)).rows
    assert row.kind == "unread" and "is no time zone" in str(row.notes[0])


def test_what_is_not_known_is_left_aside_and_told_and_a_reader_may_choose():
    heads = ["Wann", "Beitrag", "Klicks", "Stimmung"]
    data = table(["2026-12-01", "A", "7", "gut"], heads=heads)
    with pytest.raises(Problem, match="No column of this sheet counts anything"):
        compared(data)
    found = compared(data, mapping={0: "day", 1: "what", 2: "clicks"})
    assert found.rows[0].values["clicks"] == 7 and "left aside: Stimmung" in notes(found)
    with pytest.raises(Problem, match="Two columns are said to hold the same"):
        compared(data, mapping={0: "day", 1: "clicks", 2: "clicks"})


def test_a_sheet_of_numbers_about_nothing_is_refused():
    with pytest.raises(Problem, match="Nothing in this sheet says what was counted"):
        compared(table(["10", "5"], heads=["Impressions", "Clicks"]))


def test_a_page_s_own_days_need_no_title():
    (row,) = compared(table(["2026-12-01", "100", "80"], heads=["Date", "Impressions", "Reach"])).rows
    assert (row.values["what"], row.values["day"]) == ("all posts of the page", date(2026, 12, 1))


def test_the_file_names_the_source_and_a_second_download_is_the_same_one():
    assert source_of("vk december.csv") == source_of("vk december (2).csv") == "vk december"
    assert opened(table(["2026-12-01", "A", "1"]), "vk (1).xlsx").source == "vk"


def test_the_rates_are_those_of_the_dictionary():
    for key, (top, below) in RATES.items():
        above, _, under = kpi(key.partition(".")[2]).formula.partition(" / ")
        assert (above, under) in ((top, below[0]), ("actions", below[0])), key
    assert set(read()["heads"]) >= {*RATES, *("what", "day", "impressions", "reach", "clicks", "spend")}


def test_hidden_rows_a_second_page_and_heads_again_are_told():
    def act(made):
        made.active.row_dimensions[3].hidden = True
        made.create_sheet("Notes").append(["nothing here"])

    found = compared(book(["2026-12-01", "A", 1], ["2026-12-02", "B", 2], HEADS, ["2026-12-03", "C", 3], act=act))
    assert [one.values["what"] for one in found.rows] == ["A", "B", "C"]
    assert "1 row is hidden" in notes(found) and "others were left aside: Notes" in notes(found)


def test_nothing_of_the_plan_is_touched_by_reading():
    before = PLAN.model_dump_json()
    compared(table(["2026-12-01", "Piece 2", "10"]))
    assert PLAN.model_dump_json() == before


def test_the_real_export_of_a_video_platform_is_read_by_its_titles_and_its_content_is_the_number():
    heads = ["Content", "Video title", "Video publish time", "Duration", "Views", "Watch time (hours)", "Subscribers"]
    heads += ["Impressions", "Impressions click-through rate (%)"]
    total = ["Total", "", "", "", "29", "0.6139", "0", "419", "2.63"]
    first = ["Vd9L2_y30Wk", "How a ring is pressed", "May 27, 2024", "29", "9", "0.0334", "0", "419", "2"]
    found = compared(table(total, first, heads=heads, sign=","))
    (row,) = found.rows
    assert (row.values["what"], row.values["day"], row.values["impressions"]) == (first[1], date(2024, 5, 27), 419)
    assert "Row 2 is a total" in notes(found)


def test_a_head_that_may_be_two_fields_is_what_the_others_leave_to_it():
    assert guessed(["Content", "Views"]) == {0: "what"}
    assert guessed(["Content", "Video title"]) == {0: "id", 1: "what"}
    assert guessed(["Description", "Title"]) == {1: "what"}


@pytest.mark.parametrize("head", ["Views", "Просмотры", "Video views"])
def test_a_counter_of_views_is_not_guessed_and_it_is_said_what_it_may_be(head):
    found = compared(table(["2026-12-01", "A post", "120", "3"], heads=["Date", "Post", head, "Likes"]))
    assert [one.values.get("impressions") for one in found.rows] == [None]
    assert "Nothing is guessed: choose “Impressions” or “Complete views”" in notes(found) and head in notes(found)
    with pytest.raises(Problem, match="Nothing is guessed"):
        compared(table(["2026-12-01", "A post", "120"], heads=["Date", "Post", head]))
    chosen = compared(
        table(["2026-12-01", "A post", "120"], heads=["Date", "Post", head]),
        mapping={0: "day", 1: "what", 2: "impressions"},
    )
    assert chosen.rows[0].values["impressions"] == 120 and "guessed" not in notes(chosen)


def test_the_totals_of_a_site_s_counter_are_no_row():
    heads = ["UTM Source", "UTM Content", "Визиты", "Посетители", "Отказы"]
    found = compared(table(["Итого и средние", "", "40", "30", "0.2"], ["vk", "c1", "40", "30", "0.2"], heads=heads))
    assert [one.values["clicks"] for one in found.rows] == [40] and "Row 2 is a total" in notes(found)


def test_a_piece_that_came_out_without_a_number_belongs_into_the_calendar():
    assert "that a piece came out is kept in the calendar" in why(
        table(["2026-12-01", "A post", "n/a"], heads=HEADS[:3])
    )


def test_a_summary_by_sources_counts_each_source():
    heads = ["Источник трафика", "Визиты", "Отказы"]
    rows = ["Итого и средние", "1520", "21,3 %"], ["Переходы из социальных сетей", "900", "20,1 %"]
    found = compared(table(*rows, ["Прямые заходы", "620", "23,0 %"], heads=heads))
    assert [(one.what, one.values["clicks"]) for one in found.rows] == [
        ("Переходы из социальных сетей", 900),
        ("Прямые заходы", 620),
    ]
