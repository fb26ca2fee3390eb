"""Does the workbook hold the plan in cells of the right kind, and are its texts never formulas?"""

import io
import re
import zipfile
from datetime import datetime, time

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whole_plans import HOSTILE, of, told, wild

from promplan.export import plan_xlsx
from promplan.export.plan_xlsx_cells import fitted, letters, tab
from promplan.export.row_heights import LINE, MOST, lines
from promplan.language import LANGUAGES, inside
from promplan.plan import Plan, edit
from promplan.spending.reached import reached
from promplan.spending.sums import sums

HEAD, FIRST = 3, 4  # rows, counted from 1


def opened(data: bytes, values: bool = False):
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


def book(name: str, speech: str = "en", values: bool = True, draft: bool = False):
    with inside(speech):
        return opened(plan_xlsx.made(told(name, speech, draft)), values)


def rows(page) -> list[dict]:
    """The rows of a sheet by the heads of its columns."""
    heads = [cell.value for cell in page[HEAD]]
    return [dict(zip(heads, (cell.value for cell in row), strict=True)) for row in page.iter_rows(min_row=FIRST)]


def test_the_sheets_begin_with_what_the_file_is_and_lead_to_each():
    made = book("09-quarter")
    names = [
        "About this file", "Calendar", "Facts", "Objectives", "Budget", "Channels", "Budget lines",
        "KPI", "Rates", "Results", "Consents", "Risks", "Findings",
    ]  # fmt: skip
    assert made.sheetnames == names
    links = [cell.hyperlink.location for row in made.worksheets[0] for cell in row if cell.hyperlink]
    assert links == [f"'{one}'!A1" for one in names[1:]]
    back = [page.cell(2, 1).hyperlink.location for page in made.worksheets[1:]]
    assert back == ["'About this file'!A1"] * 12


@pytest.mark.parametrize("speech", LANGUAGES)
def test_names_of_sheets_are_in_the_language_and_no_longer_than_a_tab(speech):
    names = book("09-quarter", speech).sheetnames
    assert all(len(one) <= 31 for one in names) and len(set(names)) == 13
    assert ("Факты" in names) == (speech == "ru")


def test_days_are_days_hours_hours_and_numbers_numbers():
    made, plan = book("09-quarter"), told("09-quarter", "en").plan
    first = rows(made["Calendar"])[0]
    assert isinstance(first["Publish on"], datetime) and isinstance(first["Publish at"], time)
    facts = {row["No."]: row for row in rows(made["Facts"])}
    for one in plan.enterprise.facts:
        assert facts[one.id]["Value"] == one.value and facts[one.id]["Fact"] == one.statement
        assert facts[one.id]["As of"] is None or facts[one.id]["As of"].date() == one.as_of
    for speech, written in (("en", "yyyy\\-mm\\-dd"), ("ru", "dd\\.mm\\.yyyy")):
        assert book("09-quarter", speech).worksheets[1].cell(FIRST, 1).number_format == written


def test_pieces_stand_in_the_order_of_their_days_and_those_without_one_come_last():
    days = [row["Publish on"] for row in rows(book("09-quarter")["Calendar"])]
    assert days[:-1] == sorted(days[:-1]) and days[-1] is None


def test_every_table_is_filtered_frozen_and_printed_with_its_heads():
    for page in book("09-quarter").worksheets[1:]:
        assert page.print_title_rows == "$3:$3" or page.title == "Budget"
        assert page.auto_filter.ref or page.title == "Budget"
        assert page.freeze_panes[1:] == "4" and page.page_setup.fitToHeight in (
            (1, None) if page.title == "Budget" else (0,)
        )
        assert page.sheet_properties.pageSetUpPr.fitToPage


def test_the_sums_are_those_of_the_spending_room():
    plan = told("09-quarter", "en").plan
    made = {row["What"]: row["Money"] for row in rows(book("09-quarter")["Budget"])}
    found = sums(plan)
    assert (made["Money in all"], made["Channels"], made["Lines"]) == (found.total, found.channels, found.lines)
    assert (made["Kept back: 10 %"], made["Left"]) == (found.reserve, found.left)


def test_reach_is_that_of_the_spending_room():
    plan = told("09-quarter", "en").plan
    made = {row["No."]: row for row in rows(book("09-quarter")["Channels"])}
    for one in reached(plan).channels:
        assert made[one.id]["People reached"] == pytest.approx(one.reach, rel=1e-9)
        assert made[one.id]["Contacts in all"] == pytest.approx(one.contacts, rel=1e-12)


def test_what_follows_from_other_cells_is_a_formula():
    made = book("09-quarter", values=False)
    count = {page.title: sum(cell.data_type == "f" for row in page for cell in row) for page in made}
    assert count["Budget lines"] == 8 and count["Rates"] > 60 and count["KPI"] > 5 and count["Risks"] == 3
    assert count["Budget"] > 15 and count["Calendar"] == count["Facts"] == count["Findings"] == 0


def test_the_consents_name_nobody():
    plan = told("09-quarter", "en").plan
    names = [one.name for one in plan.visit.people if one.name]
    said = " ".join(str(cell.value) for row in book("09-quarter")["Consents"] for cell in row)
    assert not [one for one in names if one in said]
    assert len(rows(book("09-quarter")["Consents"])) == 3 * len(plan.visit.people)


def test_a_wording_that_nobody_has_cleared_stands_nowhere():
    fact = {"statement": "14 presses", "clearance": {"state": "asked", "wording": "Quernvellum"}}
    plan, _ = edit.add(Plan(), "enterprise.facts", fact)
    assert b"Quernvellum" not in b"".join(parts(plan_xlsx.made(of(plan))))


def parts(data: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return [packed.read(one) for one in packed.namelist()]


@pytest.mark.parametrize("words", HOSTILE)
def test_no_text_is_a_formula_a_link_or_lost(words):
    whole = wild(words)
    made = opened(plan_xlsx.made(whole))
    for page in made:
        for row in page:
            for cell in row:
                assert cell.hyperlink is None or cell.hyperlink.target is None
                if cell.data_type == "f":  # openpyxl takes any text that begins so for one
                    assert str(cell.value) == words.strip() or re.match(r"=[A-Z$'(\d]", str(cell.value))
    formulas = [it for one in parts(plan_xlsx.made(whole)) for it in re.findall(rb"<f>(.*?)</f>", one)]
    assert formulas and not any(b"HYPERLINK" in one or b"http" in one for one in formulas)


@given(st.text(st.characters(codec="utf-8"), max_size=80))
@settings(max_examples=25, deadline=None)
def test_any_text_is_a_text(words):
    plan, _ = edit.add(Plan(), "risks", {"what": words, "likelihood": 2, "impact": 3})
    plan = edit.put(plan, "meta", {"title": words})
    opened(plan_xlsx.made(of(plan)))


def test_a_text_too_long_for_a_row_says_what_is_missing():
    told_ = fitted("word " * 1000, 40)
    assert lines(told_, 40) <= MOST // LINE and re.search(r"… [\d,]+ more characters, in media-plan\.json$", told_)
    assert fitted("short", 40) == "short"
    kept = told_.partition("…")[0]
    assert int(told_.partition("… ")[2].partition(" ")[0].replace(",", "")) == 5000 - len(kept)


def test_an_empty_plan_has_every_sheet_and_says_that_nothing_is_there():
    made = opened(plan_xlsx.made(of(Plan())))
    assert len(made.sheetnames) == 13
    assert made["Facts"].cell(FIRST, 1).value == "Nothing here yet."


def test_three_hundred_rows_of_a_kind_are_all_there():
    plan = Plan()
    for n in range(160):
        plan.items.append(type(plan).model_fields["items"].annotation.__args__[0](id=f"C{n + 1}", title=f"Piece {n}"))
    assert len(rows(opened(plan_xlsx.made(of(plan)))["Calendar"])) == 160


@pytest.mark.parametrize("speech", LANGUAGES)
def test_the_same_plan_has_the_same_bytes_and_they_are_known_again(speech):
    with inside(speech):
        data = plan_xlsx.made(told("08-solved", speech))
        assert data == plan_xlsx.made(told("08-solved", speech)) and plan_xlsx.is_ours(data)
    assert not plan_xlsx.is_ours(b"PK") and not plan_xlsx.is_ours(b"")


def test_a_draft_says_so_on_every_sheet_and_page():
    for page in book("09-quarter", draft=True):
        assert "Draft: not cleared" in str(page.cell(1, 1).value)
        assert "Draft: not cleared" in (page.oddHeader.center.text or "") and "Draft: not cleared" in (
            page.oddFooter.center.text or ""
        )
    for page in book("09-quarter"):
        assert "Draft: not cleared" not in str(page.cell(1, 1).value) and not page.oddHeader.center.text


def test_the_chart_says_in_words_what_it_shows():
    drawn = next(one for one in parts(plan_xlsx.made(told("09-quarter", "en"))) if b"<xdr:wsDr" in one)
    assert b'descr="Bars of where the money goes:' in drawn


def test_letters_and_tabs():
    assert [letters(n) for n in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]
    assert tab("a/b:c*[d]?'e" + "x" * 40) == ("abcde" + "x" * 40)[:31]
