"""Are the cells of a workbook those that openpyxl reads, whoever wrote it, and is a hostile one refused?"""

import io
import zipfile
from datetime import date, datetime, time

import openpyxl
import pytest
import xlsxwriter

from promplan.export import workbook
from promplan.export.workbook import Fault, Formula, pages
from promplan.language import Problem, say

NO = say("no workbook")


def saved(act) -> bytes:
    book = openpyxl.Workbook()
    act(book.active)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def packed(**parts: str) -> bytes:
    """A workbook of bare parts; the sheet is page 1."""
    head = {
        "xl/workbook.xml": '<x:w xmlns:x="m" xmlns:r="o"><x:sheets><x:sheet name="A" r:id="i1"/></x:sheets></x:w>',
        "xl/_rels/workbook.xml.rels": '<R><Relationship Id="i1" Target="/xl/worksheets/one.xml"/></R>',
    }
    named = {"sheet": "xl/worksheets/one.xml", "texts": "xl/sharedStrings.xml", "styles": "xl/styles.xml"}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name, text in {**head, **{named.get(key, key): text for key, text in parts.items()}}.items():
            made.writestr(name, text)
    return stream.getvalue()


def test_every_kind_of_cell_is_read_as_openpyxl_reads_it():
    row = [
        "text",
        "Ёлка «№ 1»",
        3,
        2.5,
        True,
        False,
        None,
        datetime(2026, 12, 1),
        datetime(2026, 12, 1, 9, 30),
        time(9, 30),
    ]
    data = saved(lambda page: page.append(row))
    (page,) = pages(data, NO)
    theirs = [cell.value for cell in openpyxl.load_workbook(io.BytesIO(data)).active[1]]
    assert [*page.lines[0].cells] == theirs == row


@pytest.mark.parametrize("shared", [True, False])
def test_what_xlsxwriter_writes_is_read_too(shared):
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"constant_memory": not shared, "in_memory": True}) as book:
        page = book.add_worksheet()
        page.write_string(0, 0, "a_x0041_b\x07 c")
        page.write_datetime(0, 3, datetime(2026, 12, 1), book.add_format({"num_format": '[$-419]d mmmm yyyy "г."'}))
        page.write_number(0, 4, 1234.5, book.add_format({"num_format": '#,##0.00 "days"'}))
    assert pages(stream.getvalue(), NO)[0].lines[0].cells == (
        "a_x0041_b\x07 c",
        None,
        None,
        datetime(2026, 12, 1),
        1234.5,
    )


def test_any_prefix_runs_of_text_and_cells_without_places_are_read():
    runs = "<s:r><s:t>Warm </s:t></s:r><s:r><s:t>rubber</s:t></s:r><s:rPh><s:t>x</s:t></s:rPh>"
    texts = f"<s:sst xmlns:s='m'><s:si>{runs}</s:si></s:sst>"
    sheet = (
        "<s:worksheet xmlns:s='m'><s:sheetData><s:row><s:c t='s'><s:v>0</s:v></s:c>"
        "<s:c t='inlineStr'><s:is><s:t>here</s:t></s:is></s:c><s:c t='d'><s:v>2026-12-01T00:00:00</s:v></s:c></s:row>"
        "</s:sheetData></s:worksheet>"
    )
    (page,) = pages(packed(sheet=sheet, texts=texts), NO)
    assert page.lines[0].cells == ("Warm rubber", "here", datetime(2026, 12, 1))


def test_formulas_faults_merged_cells_and_hidden_rows_are_told():
    def act(page):
        page.append(["=1+1", "x"])
        page.append(["a", "b"])
        page.merge_cells("B1:B2")
        page.row_dimensions[2].hidden = True

    (page,) = pages(saved(act), NO)
    assert page.lines[0].cells[0] == Formula("1+1", None) and page.merged == ((1, 1, 2, 1),)
    assert [one.hidden for one in page.lines] == [False, True]
    wrong = "<s><row><c t='e'><v>#REF!</v></c><c><f>2*3</f><v>6</v></c></row></s>"
    assert pages(packed(sheet=wrong), NO)[0].lines[0].cells == (Fault("#REF!"), Formula("2*3", 6))


def test_both_calendars_of_spreadsheets_are_known():
    assert workbook.moment(61) == datetime(1900, 3, 1) and workbook.moment(59) == datetime(1900, 2, 28)
    assert workbook.moment(0.75) == time(18, 0) and workbook.moment(-1) == -1
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"date_1904": True, "in_memory": True}) as book:
        page = book.add_worksheet()
        page.write_datetime(0, 0, date(2026, 12, 1), book.add_format({"num_format": "yyyy-mm-dd"}))
    assert pages(stream.getvalue(), NO)[0].lines[0].cells == (datetime(2026, 12, 1),)


def test_hidden_pages_are_told_and_empty_rows_are_left_out():
    def act(page):
        page.parent.create_sheet("Second").sheet_state = "hidden"
        page["A5"] = "here"

    first, second = pages(saved(act), NO)
    assert (first.hidden, second.hidden, [one.number for one in first.lines]) == (False, True, [5])


BOMB = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK",
        packed(sheet="<s><row><c t='s'><v>9</v></c></row></s>"),
        packed(sheet="<s><row><c><v>x</v></c></row></s>"),
        packed(sheet="<s><row>"),
        packed(sheet="<s><mergeCell ref='?'/></s>"),
        packed(sheet=BOMB + "]><s><row><c t='inlineStr'><is><t>&i;</t></is></c></row></s>"),
        packed(**{"xl/workbook.xml": "<x>"}),
    ],
)
def test_what_is_damaged_or_hostile_is_refused_with_one_word(data):
    with pytest.raises(Problem, match="no workbook"):
        pages(data, NO)


def test_what_would_unfold_to_more_than_anybody_wrote_is_refused(monkeypatch):
    monkeypatch.setattr(workbook, "MOST_BYTES", 10_000)
    with pytest.raises(Problem, match="no workbook"):
        pages(packed(sheet="<s>" + " " * 20_000 + "</s>"), NO)


def test_rows_and_columns_past_their_limits_are_cut_and_said(monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    (page,) = pages(saved(lambda page: [page.append([n]) for n in range(5)]), NO)
    assert len(page.lines) == 3 and page.cut
    (page,) = pages(saved(lambda page: page.append(["x"] * 300)), NO)
    assert len(page.lines[0].cells) == workbook.MOST_COLUMNS and not page.cut
