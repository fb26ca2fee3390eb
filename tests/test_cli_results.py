"""Does `promplan results in` show an export row by row, and take what is named and nothing else?"""

import pytest
from exported import HEADS, PLAN, table
from test_cli_calendar import run

from promplan.plan.codec import dumps
from promplan.plan.store import NAME, read

ROWS = (
    ["2026-12-04", "Piece 2", "1000", "700", "10", "1", "20"],
    ["2026-12-05", "Something else", "300", "200", "1", "0", "3"],
    ["2026-12-06", "Third", "1.2K"],
)


@pytest.fixture
def plan(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PROMPLAN_LANG", "en")
    (tmp_path / NAME).write_bytes(dumps(PLAN))
    (tmp_path / "vk.csv").write_bytes(table(*ROWS))
    return tmp_path / NAME


def test_what_an_export_would_bring_is_listed_and_the_plan_stays(plan):
    before = plan.read_bytes()
    code, said = run("results", "in", plan, "vk.csv")
    assert code == 0 and "new-2: Row 2, new: Piece 2 · 2026-12-04" in said and "    Clicks: – → 20" in said
    assert "unread-4: Row 4, cannot be taken: Third" in said and "2 new results." in said
    assert plan.read_bytes() == before


def test_rows_that_are_named_are_taken_and_all_takes_those_without_a_warning(plan):
    assert run("results", "in", plan, "vk.csv", "--take", "new-3") == (0, "1 new result is in the plan.\n")
    assert run("results", "in", plan, "vk.csv", "--take", "all") == (0, "1 new result is in the plan.\n")
    assert [(one.what, one.item) for one in read(plan).results] == [("Something else", ""), ("Piece 2", "C2")]
    assert "2 results are the same" in run("results", "in", plan, "vk.csv")[1]
    assert run("results", "in", plan, "vk.csv", "--take", "all")[0] == 2


def test_a_piece_a_zone_a_channel_and_a_source_are_said(plan):
    given = ["--piece", "Something else=C5", "--channel", "H1", "--source", "page", "--zone", "UTC"]
    assert run("results", "in", plan, "vk.csv", *given, "--take", "all")[0] == 0
    assert [(one.item, one.channel, one.source) for one in read(plan).results] == [
        ("C2", "H1", "page"),
        ("C5", "H1", "page"),
    ]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--channel", "H9"], "no channel H9; it has H1, H2"),
        (["--piece", "Third=C99"], "no piece C99"),
        (["--zone", "Mars/Olympus"], "Nobody knows the time zone"),
        (["--column", "Wo=clicks"], "write a head of the sheet"),
        (["--kind", "asked"], "There is no kind asked"),
        (["--take", "new-99"], "no row new-99"),
        (["--take", "new-2", "--take", "unread-4"], "could not be read"),
    ],
)
def test_what_is_said_wrongly_takes_nothing(plan, words, why):
    before = plan.read_bytes()
    code, said = run("results", "in", plan, "vk.csv", *words)
    assert code == 2 and why in said and plan.read_bytes() == before


def test_columns_of_a_stranger_s_sheet_are_named(plan):
    (plan.parent / "other.csv").write_bytes(table(["2026-12-04", "Piece 2", "7"], heads=["Wann", "Beitrag", "Klicks"]))
    assert run("results", "in", plan, "other.csv")[0] == 2
    named = [it for pair in ("Wann=day", "Beitrag=what", "Klicks=clicks") for it in ("--column", pair)]
    assert run("results", "in", plan, "other.csv", *named, "--take", "all")[0] == 0
    assert read(plan).results[0].clicks == 7 and HEADS


def test_nothing_is_made_where_there_is_no_plan(plan):
    assert run("results", "in", "none.json", "vk.csv")[0] == 2
    assert run("results", "in", plan, "none.csv")[0] == 2


def test_what_was_before_the_campaign_is_taken_as_that(plan):
    assert run("results", "in", plan, "vk.csv", "--kind", "past", "--take", "all")[0] == 0
    assert {one.kind for one in read(plan).results} == {"past"}


def test_a_counter_of_views_is_asked_about_with_the_words_to_choose_it(plan):
    (plan.parent / "views.csv").write_bytes(table(["2026-12-04", "Piece 2", "7"], heads=["Date", "Post", "Views"]))
    code, said = run("results", "in", plan, "views.csv")
    assert code == 2 and "--column “Views=impressions”" in said and "Nothing is guessed" in said
    assert run("results", "in", plan, "views.csv", "--column", "Views=impressions", "--take", "all")[0] == 0
    assert read(plan).results[0].impressions == 7
