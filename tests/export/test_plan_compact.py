"""Do the tables and what they leave out say together all that a section says, and do the documents stay short?"""

import shutil
import subprocess
from functools import cache

import pytest
from office_plans import quarter

from promplan.cases.example import example
from promplan.export import plan_docx, plan_pdf
from promplan.export.outline import Fields, Group, Record, Rows
from promplan.export.plan_compact import Sheeted, compacts
from promplan.export.printed import pages
from promplan.export.wanted import Wanted
from promplan.export.whole import Whole, whole
from promplan.language import inside

OFFICE, READER = shutil.which("soffice"), shutil.which("pdfinfo")
PAGES = 32  # of the good plan in Word, with its annex; its PDF has 15 at most


@cache
def good() -> Whole:
    with inside("ru"):
        plan = example("10-good")
        return whole(plan, Wanted(on=plan.meta.as_of))


def names(blocks):
    """The names of all fields that stand as fields."""
    for one in blocks:
        if isinstance(one, Fields):
            yield from (it.name for it in one.rows)
        elif isinstance(one, Record | Group):
            yield from names(one.blocks)


def test_many_records_are_a_table_whose_rows_are_theirs():
    told = quarter()
    found = {one.own.path: one for one in compacts(told)}
    for path in ("items", "channels", "kpis", "results", "visit.shots"):
        records = [it.id for one in told.sections if one.path == path for it in one.blocks if isinstance(it, Record)]
        table = next(it for it in found[path].own.blocks if isinstance(it, Sheeted))
        assert [row.id for row in table.rows] == records
        assert len(table.heads) == len(table.wide) == len(table.right)
        assert all(len(row.cells) == len(table.heads) for row in table.rows)


def test_what_the_table_of_pieces_leaves_out_is_kept():
    items = next(one for one in compacts(quarter()) if one.own.path == "items")
    assert {"text", "alt"} <= set(names(items.rest))
    assert not {"message", "owner", "publish"} & set(names(items.rest))


def test_a_section_of_cards_stays_as_it_is():
    told = quarter()
    before = next(one for one in told.sections if one.path == "audiences")
    after = next(one for one in compacts(told) if one.own.path == "audiences")
    assert after.own.blocks == before.blocks and not after.rest


def test_the_calendar_has_the_days_of_the_pieces():
    calendar = next(one.own for one in compacts(quarter()) if one.own.path == "calendar")
    assert isinstance(calendar.blocks[0], Rows) and len(calendar.blocks[0].rows) > 10


def test_the_good_plan_in_print_has_fifteen_pages_at_most():
    with inside("ru"):
        assert pages(plan_pdf.made(good())) <= plan_pdf.MOST


@pytest.mark.xdist_group("soffice")
@pytest.mark.skipif(not (OFFICE and READER), reason="needs LibreOffice and poppler")
def test_the_good_plan_in_word_is_short_and_its_summary_one_page(tmp_path):
    with inside("ru"):
        (tmp_path / "plan.docx").write_bytes(plan_docx.made(good()))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    done = [OFFICE, "--headless", "--norestore", profile, "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*done, str(tmp_path / "plan.docx")], capture_output=True, timeout=240)
    text = subprocess.run(["pdftotext", str(tmp_path / "plan.pdf"), "-"], capture_output=True, text=True).stdout
    found = text.rstrip("\f").split("\f")
    assert len(found) <= PAGES
    assert "План на одной странице" in found[1] and "Содержание" in found[2]
