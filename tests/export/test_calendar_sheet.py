"""Does a sheet of the calendar come back as exactly what was changed in it, and does nothing else change?"""

import io
import zipfile
from datetime import date, datetime, time

import openpyxl
import pytest
from dated import FORMULA, dated

from promplan.export import calendar_sheet
from promplan.export.calendar_files import FILES, difference, opened, said, take
from promplan.language import Problem, inside
from promplan.plan import Plan, edit
from promplan.plan.codec import dumps

PLAN = dated()
DAY, AT, CHANNEL, TITLE, STATE, OWNER, HOURS, TEXT = 3, 4, 5, 6, 7, 10, 16, 21  # columns, counted from 1


def edited(act, plan: Plan = PLAN) -> bytes:
    """The workbook as it is saved by somebody's spreadsheet program after `act` on its page."""
    book = openpyxl.load_workbook(io.BytesIO(calendar_sheet.xlsx(plan)))
    act(book.worksheets[0])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def found(data: bytes, plan: Plan = PLAN):
    return difference(plan, opened(data))


def told(data: bytes, plan: Plan = PLAN) -> list[tuple]:
    """Each row that differs: its kind, its piece, what becomes what."""
    return [
        (row.kind, row.id, {one.column.key: (one.before, one.after) for one in row.changes})
        for row in found(data, plan).rows
    ]


@pytest.mark.parametrize("speech", ["en", "ru"])
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_what_nobody_has_edited_changes_nothing(speech, ending):
    plan = dated(speech=speech)
    answer = found(FILES[ending].make(plan), plan)
    assert (answer.rows, answer.same, answer.notes) == ((), 6, ())


@pytest.mark.parametrize("ending", ["xlsx", "csv", "ics"])
def test_the_same_plan_has_the_same_bytes_and_they_are_known_again(ending):
    file = FILES[ending]
    data = file.make(PLAN)
    assert data == file.make(dated()) and file.ours(data)
    assert not any(other.ours(data) for key, other in FILES.items() if key != ending)


def test_what_is_edited_comes_back_cell_by_cell_and_goes_into_the_plan():
    def act(page):
        page.cell(3, DAY).value = datetime(2026, 12, 8)
        page.cell(3, AT).value = time(18, 5)
        page.cell(4, TITLE).value = "Another title"
        page.cell(4, OWNER).value = "boris"
        page.cell(5, STATE).value = "ready to go out"
        page.cell(5, HOURS).value = 4
        page.cell(6, TEXT).value = None

    data = edited(act)
    assert told(data) == [
        ("changed", "C2", {"dates.publish": ("2026-12-04", "2026-12-08"), "dates.at": ("10:30", "18:05")}),
        ("changed", "C3", {"title": ("Piece 3", "Another title"), "owner": ("Anna", "Boris")}),
        ("changed", "C4", {"placing.state": ("planned", "ready to go out"), "placing.hours": ("2.5", "4")}),
        ("changed", "C5", {"text": ("First line\n  second line; with, signs", "")}),
    ]
    answer = found(data)
    plan, _ = take(PLAN, answer, {one.key for one in answer.rows})
    assert found(data, plan).rows == ()
    assert plan.items[1].dates.publish == date(2026, 12, 8) and plan.items[2].owner == "M2"
    assert plan.items[3].placing.state == "ready" and plan.items[4].text == ""
    assert plan.items[0] == PLAN.items[0] and plan.items[5] == PLAN.items[5]


def test_only_what_is_accepted_goes_into_the_plan():
    def act(page):
        page.cell(3, TITLE).value = "One"
        page.cell(4, TITLE).value = "Two"

    answer = found(edited(act))
    plan, _ = take(PLAN, answer, {answer.rows[1].key})
    assert [one.title for one in plan.items[1:3]] == ["Piece 2", "Two"]


def test_a_sheet_may_be_sorted_and_lose_columns_and_nothing_changes():
    def act(page):
        rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=2)]
        for n, row in enumerate(reversed(rows), 2):
            for place, value in enumerate(row, 1):
                page.cell(n, place).value = value
        page.delete_cols(20, 4)

    assert told(edited(act)) == []


def test_what_the_plan_has_changed_meanwhile_is_not_taken_back():
    sheet = edited(lambda page: setattr(page.cell(3, TITLE), "value", "From the press office"))
    plan = edit.put(PLAN, "items/C2/dates", {"publish": date(2027, 1, 12)})
    plan = edit.put(plan, "items/C4", {"title": "Ours, newer"})
    assert told(sheet, plan) == [("changed", "C2", {"title": ("Piece 2", "From the press office")})]


def test_what_both_have_changed_is_shown_with_both_and_not_ticked_by_itself():
    sheet = edited(lambda page: setattr(page.cell(3, TITLE), "value", "Theirs"))
    plan = edit.put(PLAN, "items/C2", {"title": "Ours"})
    (row,) = found(sheet, plan).rows
    assert (row.changes[0].before, row.changes[0].after, row.changes[0].torn, row.calm) == (
        "Ours",
        "Theirs",
        True,
        False,
    )
    assert "Changed in the plan too" in str(said(row).notes[0])


def test_new_rows_missing_rows_and_rows_twice_are_told_apart():
    def act(page):
        page.append([None, None, "05.01.2027", "9:30", "site", "A new piece"])
        page.append([page.cell(3, n).value for n in range(1, 28)])
        page.delete_rows(4)

    rows = found(edited(act)).rows
    assert [(one.kind, one.id, one.title) for one in rows] == [
        ("new", "", "A new piece"),
        ("new", "", "Piece 2"),
        ("gone", "C3", "Piece 3"),
    ]
    assert "stands in the sheet twice" in str(rows[1].notes[0])
    assert [one.calm for one in rows] == [True, True, False]
    plan, lines = take(PLAN, found(edited(act)), {one.key for one in rows})
    assert [one.id for one in plan.items] == ["C1", "C2", "C4", "C5", "C6", "C7", "C8"] and len(lines) == 2
    assert (plan.items[5].title, plan.items[5].channel, plan.items[5].dates.at) == ("A new piece", "H2", time(9, 30))


def test_of_two_hundred_new_rows_none_is_taken_where_not_all_have_room():
    def act(page):
        for n in range(200):
            page.append([None, None, None, None, None, f"New {n}"])

    answer = found(edited(act))
    before = dumps(PLAN)
    with pytest.raises(Problem, match="room for 154; 200 new ones are chosen"):
        take(PLAN, answer, {one.key for one in answer.rows})
    assert dumps(PLAN) == before
    plan, _ = take(PLAN, answer, [one.key for one in answer.rows][:154])
    assert len(plan.items) == 160


def test_a_row_whose_piece_has_changed_since_it_was_compared_takes_nothing_with_it():
    def act(page):
        page.cell(3, TITLE).value = "One"
        page.cell(4, TITLE).value = "Two"

    answer = found(edited(act))
    plan = edit.put(PLAN, "items/C3", {"title": "Meanwhile"})
    with pytest.raises(Problem, match=r"C3: the piece was changed meanwhile.*Nothing was taken"):
        take(plan, answer, {one.key for one in answer.rows})


def test_a_sheet_of_another_plan_is_refused_and_without_its_code_its_rows_are_new():
    other = edit.put(PLAN, "meta", {"plan_id": "another"})
    with pytest.raises(Problem, match="made from another plan"):
        found(calendar_sheet.xlsx(PLAN), other)
    bare = edited(lambda page: page.delete_cols(1, 2))
    assert [kind for kind, _, _ in told(bare, edit.put(other, "meta", {"title": "x"}))] == []  # found by their titles


def test_a_plan_without_pieces_gives_a_sheet_to_fill_in():
    empty = edit.put(Plan(), "meta", {"plan_id": "5f0c1e"})

    def act(page):
        page.cell(2, DAY).value = "2026-12-24"
        page.cell(2, TITLE).value = "The first piece"

    with pytest.raises(Problem, match="no row under the heads"):
        found(calendar_sheet.xlsx(empty), empty)
    assert told(edited(act, empty), empty) == [
        ("new", "", {"dates.publish": ("", "2026-12-24"), "title": ("", "The first piece")})
    ]


def test_no_text_is_ever_a_formula():
    book = openpyxl.load_workbook(io.BytesIO(calendar_sheet.xlsx(PLAN)))
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f"] == []
    assert FORMULA in [cell.value for cell in cells]
    with zipfile.ZipFile(io.BytesIO(calendar_sheet.xlsx(PLAN))) as packed:
        assert b"<f>" not in packed.read("xl/worksheets/sheet1.xml")
    rows = calendar_sheet.table(PLAN).decode("utf-8-sig").splitlines()
    assert not [cell for row in rows for cell in row.split(",") if cell.strip('"')[:1] in ("=", "+", "@")]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "'=1+1",
        "''=x",
        "-5",
        "@x",
        "+7 385",
        "'quoted'",
        "\ttab",
        "a\r\nb",
        "x\x07y",
        "_x0041_",
        "«ёлка»",
        '"',
        " b ",
    ],
)
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_any_text_comes_back_as_it_was(text, ending):
    plan = edit.put(PLAN, "items/C2", {"title": text, "text": text, "headline": text})
    assert told(FILES[ending].make(plan), plan) == []


def test_the_code_is_hidden_and_choices_are_offered():
    page = openpyxl.load_workbook(io.BytesIO(calendar_sheet.xlsx(PLAN))).worksheets[0]
    assert page.column_dimensions["A"].hidden and not page.column_dimensions["B"].hidden
    listed = {str(rule.sqref): rule.formula1 for rule in page.data_validations.dataValidation}
    assert '"Anna,Boris"' in listed.values() and any("ready to go out" in one for one in listed.values())
    assert not any("VK" in one for one in listed.values())  # a name with a comma would be two


def test_heads_and_choices_are_in_the_plan_s_language_and_are_read_in_either():
    plan = dated(speech="ru")
    data = calendar_sheet.table(plan).decode("utf-8-sig")
    with inside("en"):
        answer = found(data.replace("пост", "видео").encode(), plan)
    assert {one.column.key for row in answer.rows for one in row.changes} == {"form"}


@pytest.mark.parametrize(("speech", "style"), [("en", "yyyy-mm-dd"), ("ru", "dd.mm.yyyy")])
def test_a_page_that_is_printed_holds_the_columns_that_can_be_read_on_it_and_days_as_the_reader_writes_them(
    speech, style
):
    plan = dated(speech=speech)
    page = openpyxl.load_workbook(io.BytesIO(calendar_sheet.xlsx(plan))).worksheets[0]
    assert page.print_area.endswith("$B$1:$J$7") and page.page_setup.orientation == "landscape"
    printed = sum(page.column_dimensions[one].width for one in "BCDEFGHIJ")
    assert printed < 180  # on a page of 277 mm a letter is then as large as in a book
    assert page.cell(2, DAY).number_format == style


def test_a_row_is_as_high_as_its_title_needs():
    plan = edit.put(PLAN, "items/C1", {"title": "A title of many words that goes over several lines of its cell " * 2})
    page = openpyxl.load_workbook(io.BytesIO(calendar_sheet.xlsx(plan))).worksheets[0]
    row = next(n for n in range(2, 9) if page.cell(n, 2).value == "C1")
    assert page.row_dimensions[row].height >= 60 and page.row_dimensions[1].height >= 30
