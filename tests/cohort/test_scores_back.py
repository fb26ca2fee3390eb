"""Do scores come back from our workbook and from a .csv, never over a human's, and is every fault told with its row?"""

import csv
import io
from datetime import date

import openpyxl
import pytest
from cohort.grading_room import three

from promplan.cohort.grade import SHEET, grade
from promplan.cohort.gradebook import Gradebook
from promplan.cohort.record import GENERAL, Given
from promplan.cohort.scores_back import HEADS, TO_ALL
from promplan.language import Problem, inside

ON = date(2026, 11, 9)


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """The files of a graded workshop, to be copied."""
    made = three(tmp_path_factory.mktemp("graded"))
    grade(made, ON)
    return made


@pytest.fixture
def room(graded, tmp_path):
    import shutil

    from promplan.cohort.folder import Workshop

    shutil.copytree(graded.root, tmp_path / "room")
    return Workshop(tmp_path / "room")


def typed(room, *rows, name=None):
    """Type into the yellow cells, as a spreadsheet program saves them."""
    file = room.root / SHEET
    book = openpyxl.load_workbook(file)
    page = book.worksheets[1]
    heads = [cell.value for cell in page[2]]
    place = {
        key: next(n for n, head in enumerate(heads) if head in (words.into("en"), words.into("ru")))
        for key, words in HEADS.items()
    }
    for team, criterion, points, words in rows:
        for line in page.iter_rows(min_row=3):
            if (line[place["team"]].value, line[place["criterion"]].value) == (team, criterion):
                line[place["points"]].value = points
                line[place["words"]].value = words
                line[place["who"]].value = "J1"
    target = file if name is None else room.root.parent / name
    book.save(target)
    return target


def scores(room, team="T1"):
    with Gradebook(room.gradebook) as book:
        return book.scores(team)


def listed(*rows, spoken="en", sign=","):
    stream = io.StringIO()
    heads = [HEADS[name].into(spoken) for name in ("team", "criterion", "points", "words")]
    csv.writer(stream, delimiter=sign).writerows([heads, *rows])
    return stream.getvalue()


@pytest.mark.parametrize("spoken", ["en", "ru"])
def test_what_was_typed_into_the_workbook_comes_back(room, spoken):
    with inside(spoken):
        (room.root / SHEET).unlink()
        grade(room, ON)
        file = typed(
            room, ("T1", "question", 12.5, "Well asked"), ("T1", TO_ALL, None, "Thank you"), name="filled.xlsx"
        )
        done = grade(room, ON, given=file)
    assert done.came[0][1].new == 2 and not done.came[0][1].faults
    assert scores(room) == {
        "question": Given("question", 12.5, "Well asked", "J1"),
        GENERAL: Given(GENERAL, None, "Thank you", "J1"),
    }
    assert "Well asked" in (room.feedback / "feedback-T1.html").read_text(encoding="utf-8")


def test_grading_takes_in_what_was_typed_and_puts_that_workbook_aside(room):
    typed(room, ("T1", "question", 9, "First"))
    done = grade(room, ON)
    assert scores(room)["question"].points == 9 and (room.root / "grades-kept-1.xlsx").exists()
    assert any("kept as grades-kept-1.xlsx" in str(one) for one in done.notes)
    typed(room, ("T1", "question", 2, "Second"))
    done = grade(room, ON)
    assert scores(room)["question"] == Given("question", 9, "First", "J1")
    assert len(done.came[0][1].kept) == 1 and (room.root / "grades-kept-2.xlsx").exists()


def test_replace_writes_over_only_when_it_is_said(room):
    file = room.root / "a.csv"
    file.write_text(listed(["T1", "art", "7", ""]), encoding="utf-8")
    grade(room, ON, given=file)
    file.write_text(listed(["T1", "art", "8", ""]), encoding="utf-8")
    assert len(grade(room, ON, given=file).came[0][1].kept) == 1 and scores(room)["art"].points == 7
    assert grade(room, ON, given=file, replace=True).came[0][1].replaced == 1 and scores(room)["art"].points == 8


@pytest.mark.parametrize(
    ("spoken", "sign", "encoding"), [("ru", ";", "cp1251"), ("ru", ";", "utf-8-sig"), ("en", "\t", "utf-16")]
)
def test_a_csv_of_any_office_is_read(room, spoken, sign, encoding):
    file = room.root / "scores.csv"
    file.write_bytes(listed(["T2", "art", "7,5", "хорошо"], spoken=spoken, sign=sign).encode(encoding))
    grade(room, ON, given=file)
    assert scores(room, "T2")["art"].points == 7.5


def test_what_cannot_be_a_score_is_told_with_its_row_and_the_rest_is_taken(room):
    file = room.root / "scores.csv"
    rows = [
        ["T1", "art", "nan", ""], ["T1", "art", "99", ""], ["T1", "step", "-1", ""], ["T9", "art", "1", ""],
        ["T1", "nothing", "1", ""], ["T1", "*", "5", ""], ["T1", "question", "1e9", ""], ["T1", "clear", "0", "=1+1"],
        ["T1", "measure", "", ""], ["T1", "truth", "-2", "two facts say nothing"],
    ]  # fmt: skip
    file.write_text(listed(*rows), encoding="utf-8")
    came = grade(room, ON, given=file).came[0][1]
    assert [str(one).partition(":")[0] for one in came.faults] == [f"row {n}" for n in range(2, 9)]
    found = scores(room)
    assert {id_: one.points for id_, one in found.items()} == {"clear": 0.0, "truth": -2.0}
    assert found["clear"].words == "=1+1"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04broken", b"a,b\n1,2\n", b"\x89PNG\r\n\x1a\n", b"\0" * 50])
def test_a_file_that_is_no_list_of_scores_is_refused_in_words(room, data):
    file = room.root / "what.csv"
    file.write_bytes(data)
    with pytest.raises(Problem):
        grade(room, ON, given=file)
    with pytest.raises(Problem):
        grade(room, ON, given=room.root)
    assert scores(room) == {}
