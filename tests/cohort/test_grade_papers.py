"""The workbook and the file for Moodle: do texts stay texts, are the sums right, does LibreOffice open it?"""

import csv
import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from cohort.grading_room import STUDENTS, TEAMS, three
from cohort.test_gradebook import WHOLE
from whole_plans import HOSTILE

from promplan.cohort import gradebook_sheet, moodle_csv
from promplan.cohort.both import Both
from promplan.cohort.grade import MOODLE, SHEET, grade
from promplan.cohort.gradebook import Gradebook
from promplan.cohort.people import Cohort, Student, Team
from promplan.cohort.record import Given
from promplan.cohort.shared import Group, Place
from promplan.language import inside

ON = date(2026, 11, 9)
OFFICE, READER = shutil.which("soffice"), shutil.which("pdftotext")
SCORES = {"art": Given("art", 3.0, "Seen nowhere else", "J1"), "step": Given("step", 10.25)}


def rows(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


def test_a_row_stands_there_for_every_student_of_a_whole_grade():
    made = moodle_csv.made([(WHOLE, SCORES)], Cohort(teams=list(TEAMS), students=list(STUDENTS)))
    assert rows(made.data) == [
        ["ID number", "Full name", "Group", "Media plan (Real)", "Media plan (Feedback)"],
        ["S1", "Timur Bolt", "Valve", "16.75", rows(made.data)[1][4]],
        ["S2", "Вера Клапанова", "Valve", "16.75", rows(made.data)[1][4]],
    ]
    assert "Gates to mend first: en." in rows(made.data)[1][4] and "en: Seen nowhere else" in rows(made.data)[1][4]
    assert made.students == 2 and made.left == () and moodle_csv.is_ours(made.data)


def test_a_grade_that_is_not_whole_wipes_nothing_in_moodle():
    made = moodle_csv.made([(WHOLE, {"art": SCORES["art"]})], Cohort(teams=list(TEAMS), students=list(STUDENTS)))
    assert len(rows(made.data)) == 1 and made.left == ("T1",)


@pytest.mark.parametrize("words", HOSTILE)
def test_no_cell_of_the_csv_begins_as_a_formula_does(words):
    cohort = Cohort(
        teams=[Team(id="T1", name=words[:300], students=["-1"])], students=[Student(id="-1", name=words[:300])]
    )
    given = {**SCORES, "art": Given("art", 3.0, words, words)}
    made = moodle_csv.made([(WHOLE, given)], cohort)
    for cell in rows(made.data)[1]:
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert len(rows(made.data)) == 2


@pytest.fixture
def book(tmp_path):
    with Gradebook(tmp_path / "grades.sqlite") as made:
        yield made


@pytest.mark.parametrize("words", HOSTILE)
def test_texts_are_texts_in_the_workbook(book, words):
    said = Both(words, words)
    finding = replace(WHOLE.finding[0], message=said, fix=said, evidence=said, place=said, answered=words)
    book.put(
        replace(WHOLE, name=words, finding=(finding, replace(finding, open=1))),
        [("rules", "new", said)],
        book.begin("d", "r", {}),
    )
    book.give("T1", Given("art", 3.0, words, words))
    book.miss("T9", words, said)
    data = gradebook_sheet.made(book, [Group((Place("T1", words, words), Place("T2", "F1", words)), 1.0)])
    found = openpyxl.load_workbook(io.BytesIO(data))
    formulas = {
        cell.coordinate: cell.value
        for page in found
        for line in page.iter_rows()
        for cell in line
        if cell.data_type == "f"
    }
    assert set(formulas) == {"J3", "L3", "M3"} and all(
        "SUMIFS" in one or "COUNTIFS" in one or "MAX" in one for one in formulas.values()
    )
    assert all(not page._hyperlinks for page in found)
    parts = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert not [one for one in parts if "external" in one or "vba" in one]
    assert gradebook_sheet.is_ours(data)


def test_the_same_gradebook_makes_the_same_bytes(book):
    book.put(WHOLE)
    assert gradebook_sheet.made(book) == gradebook_sheet.made(book)


@pytest.mark.skipif(not (OFFICE and READER), reason="needs LibreOffice and poppler")
@pytest.mark.xdist_group("soffice")
def test_libreoffice_opens_it_and_works_out_the_same_sums(tmp_path):
    room = three(tmp_path / "room")
    with inside("ru"):
        grade(room, ON)
        with Gradebook(room.gradebook) as book:
            for one in book.record("T2").point:
                book.give("T2", Given(one.criterion, 1.0, "Ясно сказано", "Жюри"))
        grade(room, ON)
    command = [OFFICE, "--headless", "--norestore", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to"]
    shutil.copy(room.root / SHEET, tmp_path / "grades.xlsx")
    openpyxl.load_workbook(room.root / SHEET).save(tmp_path / "bare.xlsx")  # without the sums that stand in it
    for kind, file in (("pdf", "grades.xlsx"), ("csv:Text - txt - csv (StarCalc):44,34,76", "bare.xlsx")):
        subprocess.run(
            [*command, kind, "--outdir", str(tmp_path), str(tmp_path / file)], capture_output=True, timeout=240
        )
    told = subprocess.run(
        [READER, "-layout", str(tmp_path / "grades.pdf"), "-"], capture_output=True, check=True
    ).stdout.decode()
    assert "Ясно сказано" in told and "Слова команде" in told and "Piston" in told and "###" not in told
    overview = list(csv.reader((tmp_path / "bare.csv").read_text(encoding="utf-8").splitlines()))
    mine = next(row for row in overview if row[1] == "T2")
    assert float(mine[9]) == 7 and mine[11] == "0" and float(mine[12]) == pytest.approx(float(mine[7]) + 7, abs=0.11)
    assert rows((room.root / MOODLE).read_bytes())[1][0] == "S3"
