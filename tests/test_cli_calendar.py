"""Do `promplan calendar out` and `in` write what they say, and take what is named and nothing else?"""

import io

import openpyxl
import pytest
from dated import dated
from typer.testing import CliRunner

from promplan.cli.app import app
from promplan.export import calendar_sheet
from promplan.plan.codec import dumps
from promplan.plan.store import NAME, read


def run(*words: object) -> tuple[int, str]:
    done = CliRunner().invoke(app, [str(word) for word in words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


@pytest.fixture
def plan(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PROMPLAN_LANG", "en")
    (tmp_path / NAME).write_bytes(dumps(dated()))
    return tmp_path / NAME


@pytest.fixture
def sheet(plan):
    book = openpyxl.load_workbook(io.BytesIO(calendar_sheet.xlsx(read(plan))))
    page = book.worksheets[0]
    page.cell(3, 6).value, page.cell(4, 6).value, page.cell(5, 16).value = "One", "Two", "three"
    book.save(plan.parent / "back.xlsx")
    return plan.parent / "back.xlsx"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ([], "calendar.xlsx"),
        (["--lang", "ru"], "контент-план.xlsx"),
        (["-o", "mine.csv"], "mine.csv"),
        (["-o", "MINE.ICS"], "MINE.ICS"),
    ],
)
def test_a_calendar_is_written_and_written_anew(plan, words, name):
    for _ in range(2):
        assert run("calendar", "out", plan, *words) == (0, f"{name}\n")
        assert (plan.parent / name).stat().st_size > 500


def test_over_the_plan_and_over_somebody_s_file_nothing_is_written(plan):
    (plan.parent / "mine.csv").write_bytes(b"mine")
    assert run("calendar", "out", plan, "-o", "mine.csv")[0] == 2
    assert run("calendar", "out", plan, "-o", "mine.pdf") == (
        2,
        "A calendar is an .xlsx, a .csv or an .ics. Name a file that ends so.\n",
    )
    assert (plan.parent / "mine.csv").read_bytes() == b"mine"


def test_what_differs_is_listed_and_the_plan_stays(plan, sheet):
    before = plan.read_bytes()
    code, said = run("calendar", "in", plan, sheet)
    assert code == 0 and "changed-3: Row 3, changed: C2 · Piece 2" in said
    assert "    Piece of content: Piece 2 → One" in said and "unread-5" in said and plan.read_bytes() == before


def test_rows_that_are_named_are_taken_and_all_takes_those_without_a_warning(plan, sheet):
    assert run("calendar", "in", plan, sheet, "--take", "changed-4") == (0, "1 piece was changed.\n")
    assert [one.title for one in read(plan).items[1:3]] == ["Piece 2", "Two"]
    assert run("calendar", "in", plan, sheet, "--take", "all") == (0, "1 piece was changed.\n")
    assert [one.title for one in read(plan).items[1:3]] == ["One", "Two"]
    assert run("calendar", "in", plan, sheet, "--take", "all")[0] == 2  # there is no row left


def test_a_row_that_is_not_there_or_cannot_be_read_takes_nothing(plan, sheet):
    before = plan.read_bytes()
    for wrong, why in (("changed-9", "no row changed-9"), ("unread-5", "could not be read")):
        code, said = run("calendar", "in", plan, sheet, "--take", "changed-3", "--take", wrong)
        assert code == 2 and why in said and plan.read_bytes() == before


def test_columns_of_a_stranger_s_sheet_are_named(plan):
    (plan.parent / "other.csv").write_text("Wann,Beitrag\n2026-12-24,Ring\n", encoding="utf-8")
    assert run("calendar", "in", plan, "other.csv")[0] == 2
    named = ["--column", "Wann=dates.publish", "--column", "Beitrag=title"]
    assert "new-2: Row 2, new: Ring" in run("calendar", "in", plan, "other.csv", *named)[1]
    assert run("calendar", "in", plan, "other.csv", "--column", "Wo=title")[0] == 2


@pytest.mark.parametrize("name", ["none.xlsx", "back.zip"])
def test_a_file_that_is_none_is_said(plan, name):
    (plan.parent / "back.zip").write_bytes(b"PK")
    before = plan.read_bytes()
    assert run("calendar", "in", plan, name)[0] == 2 and plan.read_bytes() == before
