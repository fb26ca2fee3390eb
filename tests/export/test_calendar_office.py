"""Does a calendar go through a spreadsheet program and back without losing a letter? Asked of LibreOffice."""

import io
import os
import shutil
import subprocess
from datetime import date

import openpyxl
import pytest
from dated import dated

from promplan.export import calendar_sheet
from promplan.export.calendar_files import difference, opened
from promplan.plan import edit

OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(
    not (OFFICE and os.environ.get("PROMPLAN_THOROUGH")), reason="needs LibreOffice, and PROMPLAN_THOROUGH=1"
)
HARD = {
    "title": "00123",
    "headline": "+7 (385) 00; -5 @who '=x",
    "message": "'=no formula",
    "text": "Line 1\nLine «2»; with, all\t signs\n\n=1+1",
    "alt": 'quotes " and _x0041_',
}


def through(folder, data: bytes, name: str, ending: str, *more: str) -> bytes:
    """The file as LibreOffice saves it again."""
    (folder / name).write_bytes(data)
    done = [OFFICE, "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile", *more]
    subprocess.run(
        [*done, "--convert-to", ending, "--outdir", str(folder / "out"), str(folder / name)],
        check=True,
        capture_output=True,
        timeout=240,
    )
    return next((folder / "out").iterdir()).read_bytes()


@pytest.mark.parametrize("speech", ["en", "ru"])
@pytest.mark.parametrize("ending", ["xlsx", "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false"])
def test_a_workbook_that_was_saved_by_it_changes_nothing(tmp_path, speech, ending):
    plan = edit.put(
        edit.put(dated(speech=speech), "items/C2", HARD), "items/C3/placing", {"look_again": date(2027, 3, 1)}
    )
    answer = difference(plan, opened(through(tmp_path, calendar_sheet.xlsx(plan), "a.xlsx", ending)))
    assert answer.rows == () and answer.same == 6


def test_what_was_edited_and_worked_out_there_is_what_comes_back(tmp_path):
    plan = dated()
    book = openpyxl.load_workbook(io.BytesIO(calendar_sheet.xlsx(plan)))
    page = book.worksheets[0]
    page.cell(3, 3).value = "=DATE(2026;12;8)".replace(";", ",")
    page.cell(4, 6).value = "Another title"
    page.row_dimensions[5].hidden = True
    stream = io.BytesIO()
    book.save(stream)
    answer = difference(plan, opened(through(tmp_path, stream.getvalue(), "a.xlsx", "xlsx")))
    told = [(one.id, {it.column.key: it.after for it in one.changes}) for one in answer.rows]
    # of our own text that openpyxl takes for a formula, LibreOffice keeps the value it shows
    assert [one for one in told if one[0] != "C1"] == [
        ("C2", {"dates.publish": "2026-12-08"}),
        ("C3", {"title": "Another title"}),
    ]
    assert "a formula stood there" in str(answer.rows[-2].notes[0]) and "1 row is hidden" in str(answer.notes[0])
