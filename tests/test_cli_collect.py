"""Does `promplan collect` say what it took, what it refused and why, and write a list that runs nothing?"""

import csv
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cohort.handing import handed, packed, text, workshop, zipped
from openpyxl import load_workbook
from typer.testing import CliRunner

from promplan.cli.app import app


def run(*words: object) -> tuple[int, str]:
    """Exit code and words."""
    done = CliRunner().invoke(app, [str(word) for word in words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


@pytest.fixture
def shop(tmp_path: Path):
    """A workshop and a folder of hand-ins, a hostile one among them."""
    made = workshop(tmp_path)
    handed(made, "Дуга.promplan.zip", packed(tmp_path / "p", facts=3))
    handed(made, "formula.json", text('=HYPERLINK("x")'))
    handed(made, "evil.zip", zipped(("../media-plan.json", text()), ("a.docx", zipped(("[Content_Types].xml", b"")))))
    return made


def test_what_was_taken_and_refused_is_told_and_the_code_is_one(shop, tmp_path):
    code, words = run("collect", tmp_path / "came", "--into", shop.root)
    assert code == 1
    assert "✔ Дуга  T1/1  came/Дуга.promplan.zip › media-plan.json" in words
    assert "✘ came/evil.zip › ../media-plan.json" in words and "its name leads out of the archive" in words
    assert "2 new plans, 2 refused; plans of 2 teams count." in words and "Nothing yet from: Valve, Уголёк" in words


def test_it_is_told_in_russian(shop, tmp_path):
    code, words = run("collect", tmp_path / "came", "--into", shop.root, "--lang", "ru")
    assert code == 1 and "имя ведёт за пределы архива" in words and "Ещё ничего не сдали: Valve, Уголёк" in words


def test_where_all_is_well_the_code_is_zero(tmp_path):
    made = workshop(tmp_path)
    assert run("collect", handed(made, "x.json", text()), "--into", made.root)[0] == 0


def test_without_a_workshop_it_says_how_to_make_one(tmp_path):
    code, words = run("collect", "--into", tmp_path)
    assert code == 2 and "promplan workshop new" in words


def test_the_list_as_csv_holds_no_formula(shop, tmp_path):
    out = tmp_path / "list.csv"
    run("collect", tmp_path / "came", "--into", shop.root, "--list", out)
    rows = list(csv.reader(io.StringIO(out.read_bytes().decode("utf-8-sig"))))
    assert [row[0] for row in rows] == ["Team", "Дуга", '\'=HYPERLINK("x")', "", ""]
    assert [row[3] for row in rows[1:]] == ["yes", "yes", "refused", "refused"]


def test_the_list_as_a_workbook_holds_texts_and_is_the_same_every_time(shop, tmp_path):
    first, second = tmp_path / "1.xlsx", tmp_path / "2.xlsx"
    run("collect", tmp_path / "came", "--into", shop.root, "--list", first)
    run("collect", "--into", shop.root, "--list", second)
    assert first.read_bytes() == second.read_bytes()
    cells = [cell for row in load_workbook(first).active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"} and cells[20].value == '=HYPERLINK("x")'


def test_a_list_is_written_over_a_list_and_over_nothing_else(shop, tmp_path):
    for name in ("x.xlsx", "x.csv"):
        (tmp_path / name).write_bytes(b"mine")
        assert run("collect", tmp_path / "came", "--into", shop.root, "--list", tmp_path / name)[0] == 2
        assert (tmp_path / name).read_bytes() == b"mine"
        assert run("collect", tmp_path / "came", "--into", shop.root, "--list", tmp_path / name, "--force")[0] == 1
        assert run("collect", "--into", shop.root, "--list", tmp_path / name)[0] == 1
    assert run("collect", "--into", shop.root, "--list", tmp_path / "x.txt")[0] == 2


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice: install libreoffice-calc")
@pytest.mark.xdist_group("libreoffice")
def test_libreoffice_opens_the_list(shop, tmp_path):
    run("collect", tmp_path / "came", "--into", shop.root, "--list", tmp_path / "list.xlsx", "--lang", "ru")
    line = ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{tmp_path}/profile"]
    line += ["--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", str(tmp_path / "out")]
    subprocess.run([*line, str(tmp_path / "list.xlsx")], check=True, capture_output=True, timeout=240)
    rows = list(csv.reader((tmp_path / "out" / "list.csv").read_text("utf-8").splitlines()))
    assert rows[0][:2] == ["Команда", "Код"] and rows[2][0] == '=HYPERLINK("x")' and len(rows) == 5


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of Unix's")
def test_a_bar_moves_on_a_terminal(shop, tmp_path):
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "promplan", "collect", str(tmp_path / "came"), "--into", str(shop.root)],
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    ):
        os.close(theirs)
        seen = b""
        try:
            while piece := os.read(ours, 10_000):
                seen += piece
        except OSError:  # the terminal's other side is closed
            pass
    os.close(ours)
    assert b"Collecting" in seen and b"100%" in seen
