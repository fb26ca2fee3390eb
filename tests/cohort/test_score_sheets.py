"""Do levels come back out of a judge's sheet, whatever became of the sheet, and is a fault told with its cell?"""

import io
import shutil
import subprocess

import openpyxl
import pytest
from juries import COHORT, CRITERIA, filled

from promplan.cohort.folder import Workshop
from promplan.cohort.jury import sheets
from promplan.cohort.score_reading import read_sheets, sheet
from promplan.cohort.score_sheets import FIRST, HEAD_ROW, KEY_ROW, score_sheet
from promplan.grading import rubric
from promplan.language import Problem, inside

SAMPLES = ["sample-plan-1.html", "sample-plan-2.html"]


@pytest.fixture
def workshop(tmp_path):
    place = Workshop(tmp_path)
    place.save(COHORT)
    return place


@pytest.mark.parametrize("speech", ["en", "ru"])
def test_a_sheet_has_choices_notes_and_no_formula(speech):
    data = score_sheet(COHORT, COHORT.judges[0], speech)
    book = openpyxl.load_workbook(io.BytesIO(data))
    calibration, teams, _ = book.worksheets
    assert data == score_sheet(COHORT, COHORT.judges[0], speech)
    for page, rows in ((calibration, 2), (teams, 4)):
        assert [it.formula1 for it in page.data_validations.dataValidation] == ['"1,2,3,4"'] * 7
        assert str(page.data_validations.dataValidation[0].sqref) == f"C{FIRST + 1}:C{FIRST + rows}"
        notes = [page.cell(HEAD_ROW + 1, 3 + n).comment.text for n in range(7)]
        with_levels = zip(rubric().criteria, notes, strict=True)
        with inside(speech):
            assert all(one.anchor(level) in note for one, note in with_levels for level in (1, 4))
    assert teams.cell(FIRST + 2, 2).value == "=1+1" and teams.cell(FIRST + 2, 2).data_type in "sf"
    assert b"<f>" not in b"".join(_parts(data)) and b"weak" not in b"".join(_parts(data))


def _parts(data):
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return [packed.read(one) for one in packed.namelist() if "sheet" in one or "Strings" in one]


def test_what_was_filled_comes_back_and_what_was_not_is_missing():
    found = sheet(
        "J1.xlsx", filled("J1", {"T1": 3, "T3": (1, None, 2, 3, 4, None, 1)}, {"1": 1, "2": 3}, speech="ru"), COHORT
    )
    assert found.judge == "J1" and found.faults == [] and len(found.levels) == 12 and len(found.calibration) == 14
    assert found.levels[("J1", "T3", "art")] == 4 and ("J1", "T3", "step") not in found.levels
    assert found.calibration[("J1", "good", "truth")] == 3


def test_sorted_rows_and_moved_columns_are_found_by_their_keys():
    book = openpyxl.load_workbook(io.BytesIO(filled("J2", {"T1": 1, "T2": (1, 2, 3, 4, 1, 2, 3)})))
    page = book.worksheets[1]
    page.insert_cols(1)
    page.insert_rows(1)
    first, last = FIRST + 2, FIRST + 5
    rows = [[page.cell(n, c).value for c in range(1, 13)] for n in range(first, last + 1)]
    for n, row in enumerate(reversed(rows), first):
        for column, value in enumerate(row, 1):
            page.cell(n, column).value = value
    stream = io.BytesIO()
    book.save(stream)
    found = sheet("J2.xlsx", stream.getvalue(), COHORT)
    assert [found.levels[("J2", "T2", it)] for it in CRITERIA] == [1, 2, 3, 4, 1, 2, 3] and found.faults == []


@pytest.mark.parametrize(
    ("value", "level"),
    [(3, 3), (3.0, 3), ("3", 3), (" 4 ", 4), ("2,0", 2), (5, None), (0, None), (2.5, None), ("good", None),
     (True, None), ("3-4", None), ("=2+1", None)],
)  # fmt: skip
def test_a_level_is_one_to_four_and_all_else_is_told_with_its_cell(value, level):
    found = sheet("J1.xlsx", filled("J1", {"T1": 2}, cells=[(1, FIRST, 2, value)]), COHORT)
    assert found.levels.get(("J1", "T1", "question")) == level
    if level is None and value != "=2+1":  # openpyxl keeps no value of a formula: an empty cell
        assert [one.where.split(", ")[1] for one in found.faults] == [f"C{FIRST + 1}"] and len(found.levels) == 6


def test_unknown_and_repeated_teams_are_left_out_and_told():
    cells = [(1, FIRST + 1, 0, "T9"), (1, FIRST + 2, 0, "T1")]
    found = sheet("J1.xlsx", filled("J1", {"T1": 2, "T2": 3, "T3": 4}, cells=cells), COHORT)
    assert {key[1] for key in found.levels} == {"T1"} and len(found.faults) == 2
    assert found.levels[("J1", "T1", "art")] == 2


def test_a_bad_file_stops_no_other(workshop):
    sheets(workshop)
    (workshop.jury / "J1.xlsx").write_bytes(filled("J1", {"T1": 3}))
    (workshop.jury / "J2.xlsx").write_bytes(filled("J2", {"T1": 4}))
    (workshop.jury / "J2 (copy).xlsx").write_bytes(filled("J2", {"T1": 1}))
    (workshop.jury / "J3.xlsx").write_bytes(b"PK no book")
    (workshop.jury / "~$J1.xlsx").write_bytes(b"lock")
    stranger = COHORT.model_copy(update={"judges": []})
    (workshop.jury / "J9.xlsx").write_bytes(score_sheet(stranger, COHORT.judges[0].model_copy(update={"id": "J9"})))
    found = read_sheets(workshop)
    assert [one.id for one in found.judges] == ["J1", "J2"] and len(found.levels) == 14
    assert {one.file for one in found.faults} == {"J2.xlsx", "J3.xlsx", "J9.xlsx"}


def test_a_column_that_is_gone_is_told():
    found = sheet("J1.xlsx", filled("J1", {"T1": 2}, cells=[(1, KEY_ROW, 2, None)]), COHORT)
    assert len(found.levels) == 6 and "gone" in str(found.faults[0].why)


def test_sheets_are_written_once_and_never_over_a_filled_one(workshop):
    assert sheets(workshop) == (["J1.xlsx", "J2.xlsx", "J3.xlsx", *SAMPLES], [])
    (workshop.jury / "J1.xlsx").write_bytes(b"filled")
    (workshop.jury / "J3.xlsx").unlink()
    assert sheets(workshop) == (["J3.xlsx", *SAMPLES], ["J1.xlsx", "J2.xlsx"])
    assert (workshop.jury / "J1.xlsx").read_bytes() == b"filled"
    assert "10-weak" not in (workshop.jury / SAMPLES[0]).read_text(encoding="utf-8")


def test_without_sheets_or_judges_it_says_what_to_do(workshop):
    with pytest.raises(Problem, match="promplan jury sheets"):
        read_sheets(workshop)
    workshop.save(COHORT.model_copy(update={"judges": []}))
    with pytest.raises(Problem, match="no judge"):
        sheets(workshop)


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice to save a sheet again")
@pytest.mark.xdist_group("libreoffice")
def test_a_sheet_that_libreoffice_saved_is_read_as_before(tmp_path):
    given = {"T1": 3, "T3": (1, None, 2, 3, 4, None, 1)}
    (tmp_path / "J1.xlsx").write_bytes(filled("J1", given, {"1": 1, "2": 3}, speech="ru"))
    line = [shutil.which("soffice"), "--headless", "--norestore", f"-env:UserInstallation=file://{tmp_path}/profile"]
    line += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", tmp_path / "out", tmp_path / "J1.xlsx"]
    subprocess.run(line, check=True, capture_output=True, timeout=240)
    before, after = (
        sheet("J1.xlsx", one.read_bytes(), COHORT) for one in (tmp_path / "J1.xlsx", tmp_path / "out/J1.xlsx")
    )
    assert before == after and len(after.levels) == 12 and after.faults == []
    page = openpyxl.load_workbook(tmp_path / "out/J1.xlsx").worksheets[1]
    assert page.data_validations.dataValidation and page.cell(HEAD_ROW + 1, 3).comment is not None
