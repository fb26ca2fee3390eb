"""Do Word and slides open in a real office program, page by page, with every letter? Asked of LibreOffice."""

import shutil
import subprocess

import pytest
from office_plans import pictured, quarter

from promplan.export import plan_docx, plan_pptx
from promplan.language import inside

OFFICE, READER = shutil.which("soffice"), shutil.which("pdftotext")
pytestmark = [
    pytest.mark.skipif(not (OFFICE and READER), reason="needs LibreOffice and poppler"),
    pytest.mark.xdist_group("soffice"),
]


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """The Russian plan as LibreOffice prints it: its text by the file's ending; one run for both files."""
    folder = tmp_path_factory.mktemp("office")
    with inside("ru"):
        told = pictured(quarter("ru", draft=True))
        (folder / "plan.docx").write_bytes(plan_docx.made(told))
        (folder / "pitch.pptx").write_bytes(plan_pptx.made(told))
    done = [
        OFFICE,
        "--headless",
        "--norestore",
        f"-env:UserInstallation=file://{folder}/profile",
        "--convert-to",
        "pdf",
    ]
    subprocess.run(
        [*done, "--outdir", str(folder), str(folder / "plan.docx"), str(folder / "pitch.pptx")],
        capture_output=True,
        timeout=240,
    )
    found = {}
    for ending, name in (("docx", "plan"), ("pptx", "pitch")):
        if (folder / f"{name}.pdf").is_file():
            told_there = subprocess.run(
                [READER, "-layout", str(folder / f"{name}.pdf"), "-"], capture_output=True, check=True
            )
            found[ending] = told_there.stdout.decode()
    return found


def test_the_document_is_read_with_all_that_stands_in_it(printed):
    pages = printed["docx"].split("\f")
    text = " ".join(printed["docx"].split())
    assert "Пресс выдыхает" in text and "Содержание" in text and "Реестр фактов" in text
    assert all("ЧЕРНОВИК: НЕ СОГЛАСОВАН" in page.upper() for page in pages if page.strip())
    assert f"/ {len(pages) - 1}" in text  # the program counts the pages itself


def test_the_slides_are_read_one_by_one(printed):
    if "pptx" not in printed:
        pytest.skip("this LibreOffice has no part for slides")
    pages = printed["pptx"].rstrip("\f").split("\f")
    assert len(pages) == 8
    assert all("Черновик: не согласован" in page for page in pages)
    assert "Что нужно заводу" in pages[1] and "Материалы по неделям" in printed["pptx"]
