"""Does LibreOffice open the workbook, and does it work out what Python has? One conversion for all."""

import io
import shutil
import subprocess

import openpyxl
import pytest
from whole_plans import told

from promplan.export import plan_xlsx
from promplan.language import inside

OFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.skipif(not OFFICE, reason="needs LibreOffice: install the system's package libreoffice-calc"),
    pytest.mark.xdist_group("libreoffice"),
]


def converted(folder, data: bytes, ending: str) -> bytes:
    """The file as LibreOffice saves it."""
    (folder / "tables.xlsx").write_bytes(data)
    line = [OFFICE, "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile"]
    line += ["--convert-to", ending, "--outdir", str(folder / "out"), str(folder / "tables.xlsx")]
    subprocess.run(line, check=True, capture_output=True, timeout=240)
    return next((folder / "out").iterdir()).read_bytes()


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    """The workbook with its formulas, with our values, and with those that LibreOffice works out from none of ours."""
    with inside("ru"):
        data = plan_xlsx.made(told("09-quarter", "ru"))
    formulas = openpyxl.load_workbook(io.BytesIO(data))
    stream = io.BytesIO()
    formulas.save(stream)  # openpyxl writes formulas without values
    worked = converted(tmp_path_factory.mktemp("sheets"), stream.getvalue(), "xlsx:Calc MS Excel 2007 XML")
    ours, theirs = (openpyxl.load_workbook(io.BytesIO(one), data_only=True) for one in (data, worked))
    return formulas, ours, theirs


def test_every_formula_is_worked_out_to_the_value_beside_it(books):
    formulas, ours, theirs = books
    count = 0
    for page in formulas:
        for cell in (it for row in page for it in row if it.data_type == "f"):
            here, there = (book[page.title][cell.coordinate].value for book in (ours, theirs))
            count += 1
            if isinstance(here, int | float):
                assert there == pytest.approx(here, rel=1e-9, abs=1e-12), f"{page.title}!{cell.coordinate} {cell.value}"
            else:
                assert not here and not there, f"{page.title}!{cell.coordinate} {cell.value}"
    assert count > 150


def test_a_changed_result_changes_rates_and_kpi(books, tmp_path):
    formulas, ours, _ = books
    name, rates = "Результаты", "Доли"
    heads = [cell.value for cell in ours[name][3]]
    column, row = (
        heads.index("Переходы") + 1,
        next(cell.row for cell in ours[name]["A"][3:] if ours[name].cell(cell.row, heads.index("Переходы") + 1).value),
    )
    before = ours[name].cell(row, column).value
    formulas[name].cell(row, column).value = before + 100
    stream = io.BytesIO()
    formulas.save(stream)
    book = openpyxl.load_workbook(
        io.BytesIO(converted(tmp_path, stream.getvalue(), "xlsx:Calc MS Excel 2007 XML")), data_only=True
    )
    kinds = [row for row in range(4, ours[rates].max_row + 1) if ours[rates].cell(row, 1).value == "CTR"]
    old, new = (it[rates].cell(kinds[0], 8).value for it in (ours, book))
    assert new == old + 100
    shares = [it[rates].cell(kinds[0], 5).value for it in (ours, book)]
    assert shares[1] == pytest.approx(shares[0] * (old + 100) / old)
