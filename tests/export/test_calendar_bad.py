"""Is every bad sheet told row by row, with what to do, and does nothing of it enter the plan by half?"""

import io
from datetime import date, datetime, time

import openpyxl
import pytest
from dated import dated

from promplan.export import sheet_table
from promplan.export.calendar_files import difference, opened, take
from promplan.export.calendar_said import counted
from promplan.language import Problem
from promplan.plan import Plan, edit

PLAN = dated()
HEADS = ["Date", "Time", "Channel", "Topic", "Author"]


def sheet(*rows, heads=HEADS, act=None) -> bytes:
    """Somebody's workbook."""
    book = openpyxl.Workbook()
    page = book.active
    for row in (*([heads] if heads else []), *rows):
        page.append(list(row))
    if act:
        act(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def rows(data: bytes, plan: Plan = PLAN, mapping=None):
    return difference(plan, opened(data), mapping).rows


def days(data: bytes) -> list[str]:
    """What each row says of its day: the day, or why it cannot be read."""
    found = []
    for row in rows(data):
        known = [one.after for one in row.changes if one.column.key == "dates.publish"]
        found.append(known[0] if known else "! " + " ".join(map(str, row.notes)))
    return found


def test_days_as_text_are_read_in_the_styles_in_which_people_write_them():
    said = [
        "24.12.2026",
        "2026-12-24",
        "24 декабря 2026",
        "December 24, 2026",
        "24/12/2026",
        datetime(2026, 12, 24),
        46380,
    ]
    assert days(sheet(*([one, None, None, f"N{n}"] for n, one in enumerate(said)))) == ["2026-12-24"] * 7


def test_a_day_that_means_two_is_asked_about_unless_its_column_shows_how_it_is_meant():
    alone = days(sheet(["03/04/2026", None, None, "N"]))
    assert "means two days, 2026-04-03 and 2026-03-04" in alone[0]
    assert days(sheet(["03/04/2026", None, None, "A"], ["25/04/2026", None, None, "B"])) == ["2026-04-03", "2026-04-25"]
    assert days(sheet(["03/04/2026", None, None, "A"], ["04/25/2026", None, None, "B"])) == ["2026-03-04", "2026-04-25"]
    mixed = days(
        sheet(["03/04/2026", None, None, "A"], ["04/25/2026", None, None, "B"], ["25/04/2026", None, None, "C"])
    )
    assert "means two days" in mixed[0]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("tomorrow", "a date belongs here"),
        ("31.11.2026", "that month is shorter"),
        ("24 December", "year is missing"),
        ("December 2026", "the day is missing"),
        (True, "a date belongs here"),
        (3.5, "a date belongs here"),
        ("24.12.3026", "outside of what a plan holds"),
    ],
)
def test_what_is_no_day_says_why_and_its_row_alone_cannot_be_taken(said, why):
    data = sheet([said, None, None, "Bad"], ["2026-12-24", None, None, "Good"])
    answer = difference(PLAN, opened(data))
    bad, good = answer.rows
    assert (bad.kind, bad.number, good.kind) == ("unread", 2, "new") and why in str(bad.notes[0])
    with pytest.raises(Problem, match=r"Row 2, Bad: it could not be read\. Nothing was taken"):
        take(PLAN, answer, {bad.key, good.key})
    assert len(take(PLAN, answer, {good.key})[0].items) == 7


def test_a_time_may_stand_in_the_cell_of_the_day():
    data = sheet(["24.12.2026 10:00", "A"], [datetime(2026, 12, 24, 18, 30), "B"], heads=["Date", "Topic"])
    assert [{one.column.key: one.after for one in row.changes}["dates.at"] for row in rows(data)] == ["10:00", "18:30"]


def test_merged_cells_give_each_of_their_rows_the_value():
    def act(book):
        book.active.merge_cells("A2:A4")
        book.active.merge_cells("C3:D3")

    data = sheet([date(2026, 12, 24), None, None, "A"], [None, None, "Site", None], [None, None, None, "C"], act=act)
    answer = difference(PLAN, opened(data))
    assert "1 merged cell" in str(answer.notes[0])
    assert [(one.kind, one.title) for one in answer.rows] == [("new", "A"), ("unread", ""), ("new", "C")]
    assert "no title" in str(answer.rows[1].notes[0])
    assert [one.changes[0].after for one in answer.rows if one.changes] == ["2026-12-24", "2026-12-24"]


def test_a_formula_is_read_by_its_value_and_said_and_one_without_a_value_is_refused():
    data = sheet(["=DATE(2026,12,24)", None, None, "No value"])
    assert "a formula without a value" in str(rows(data)[0].notes[0])
    kept = with_values(data, b"<f>DATE(2026,12,24)</f>", b"<f>DATE(2026,12,24)</f><v>46380</v>")
    (row,) = rows(kept)
    assert row.changes[0].after == "2026-12-24" and "a formula stood there" in str(row.notes[0])


def test_a_cell_with_an_error_is_told():
    data = sheet(["2026-12-24", None, None, "=A1"])
    wrong = with_values(data, b'<c r="D2"><f>A1</f><v></v></c>', b'<c r="D2" t="e"><f>A1</f><v>#REF!</v></c>')
    assert [one.kind for one in rows(wrong)] == ["unread"]
    wrong = with_values(data, b'<c r="D2"><f>A1</f><v /></c>', b'<c r="D2" t="e"><f>A1</f><v>#REF!</v></c>')
    assert [one.kind for one in rows(wrong)] == ["unread"]


def with_values(data: bytes, before: bytes, after: bytes) -> bytes:
    """The workbook as a program saves it that has worked out a formula."""
    import zipfile

    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                for empty in (b"<v />", b"<v/>", b"<v></v>"):  # with and without lxml it is written each in its own way
                    text, before = text.replace(b"</f>" + empty, b"</f>"), before.replace(b"</f>" + empty, b"</f>")
                text = text.replace(before, after)
            new.writestr(name, text)
    return stream.getvalue()


def test_hidden_rows_are_read_and_said():
    def act(book):
        for n in (3, 4, 6):
            book.active.row_dimensions[n].hidden = True

    data = sheet(*([None, None, None, f"N{n}"] for n in range(5)), act=act)
    answer = difference(PLAN, opened(data))
    assert len(answer.rows) == 5 and "3 rows are hidden in the sheet (3–4, 6)" in str(answer.notes[0])


def test_a_title_row_above_and_heads_again_below_are_no_pieces():
    data = sheet(
        ["Plan for December"],
        [],
        HEADS,
        ["2026-12-24", None, None, "A"],
        HEADS,
        ["2027-01-12", None, None, "B"],
        heads=[],
    )
    assert [(one.number, one.title) for one in rows(data)] == [(4, "A"), (6, "B")]


def test_the_page_with_the_calendar_is_found_and_the_others_are_named():
    def act(book):
        other = book.create_sheet("Budget", 0)
        other.append(["Item", "Sum"])
        other.append(["Printing", 100])

    answer = difference(PLAN, opened(sheet(["2026-12-24", None, None, "A"], act=act)))
    assert [one.title for one in answer.rows] == ["A"] and "others were left aside: Budget" in str(answer.notes[0])


def test_somebody_else_s_sheet_says_which_heads_it_has_and_can_be_mapped_by_hand():
    data = sheet(["2026-12-24", "A"], heads=["Wann", "Beitrag"])
    with pytest.raises(Problem, match=r"Its heads are “Wann”, “Beitrag”\. Say which column"):
        rows(data)
    (row,) = rows(data, mapping={0: "dates.publish", 1: "title"})
    assert {one.column.key: one.after for one in row.changes} == {"dates.publish": "2026-12-24", "title": "A"}
    with pytest.raises(Problem, match="Two columns are said to hold the same"):
        rows(data, mapping={0: "title", 1: "title"})


def test_columns_that_are_missing_leave_their_fields_alone():
    data = sheet(["Piece 2", "2026-12-30"], heads=["Topic", "Date"])
    (row,) = rows(data)
    assert (row.kind, row.id, [one.column.key for one in row.changes]) == ("changed", "C2", ["dates.publish"])
    plan, _ = take(PLAN, difference(PLAN, opened(data)), {row.key})
    assert plan.items[1].dates.at == time(10, 30) and plan.items[1].text == PLAN.items[1].text


def test_names_that_the_plan_does_not_have_are_refused_with_those_that_it_has():
    (row,) = rows(sheet(["2026-12-24", None, "Odnoklassniki", "A"]))
    assert "“Odnoklassniki” is none of those in the plan: VK, the plant's page; Site" in str(row.notes[0])
    (row,) = rows(sheet(["2026-12-24", None, "VK", "A"]))
    assert row.changes[1].value == "H1"


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["cp1251", "utf-8", "utf-8-sig", "utf-16"])
def test_a_table_is_read_in_any_encoding_and_with_any_sign_between_cells(encoding, delimiter):
    lines = [
        ["Дата выхода", "Площадка", "Тема поста", "Статус"],
        ["24.12.2026", "Site", "Как делают кольцо: пресс, печь, контроль", "готово"],
        ["28.12.2026", "Site", "Мастер участка о первой смене", "в плане"],
    ]
    text = "\r\n".join(delimiter.join(f'"{cell}"' for cell in line) for line in lines)
    answer = difference(PLAN, opened(text.encode(encoding)))
    assert [one.title for one in answer.rows] == [lines[1][2], lines[2][2]]
    assert [one.changes[3].value for one in answer.rows] == ["ready", "planned"]
    assert ("older encoding, cp1251" in " ".join(map(str, answer.notes))) == (encoding == "cp1251")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"   \r\n", "empty"),
        (b"PK\x03\x04 not really", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old kind"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "This is a picture"),
        (b"Topic,Date\r\n", "no row under the heads"),
        (sheet(), "no row under the heads"),
        (b"Topic\r\n" + b"x" * 200_000, "damaged"),
    ],
)
def test_what_is_no_sheet_is_said(data, why):
    with pytest.raises(Problem, match=why):
        difference(PLAN, opened(data))


def test_words_longer_than_the_plan_holds_are_refused():
    (row,) = rows(sheet(["2026-12-24", None, None, "A" * 301]))
    assert "301 signs are too many for this field: 300 at most" in str(row.notes[0])


def test_rows_past_the_limit_are_said(monkeypatch):
    monkeypatch.setattr(sheet_table, "MOST_ROWS", 3)
    data = b"Topic,Date\r\n" + b"".join(b"N%d,2026-12-24\r\n" % n for n in range(9))
    answer = difference(PLAN, opened(data))
    assert "Only the first 3 rows were read" in " ".join(map(str, answer.notes))


def test_a_plan_without_pieces_takes_every_row_as_a_new_one():
    empty = edit.put(Plan(), "meta", {"plan_id": "5f0c1e"})
    answer = difference(empty, opened(sheet(["2026-12-24", None, None, "A"], ["2026-12-28", None, None, "B"])))
    assert [str(one) for one in counted(answer)] == ["2 rows are new pieces."]


def test_in_a_plan_without_channels_a_channel_is_refused_in_words():
    empty = edit.put(Plan(), "meta", {"plan_id": "5f0c1e"})
    (row,) = rows(sheet(["2026-12-24", None, "VK", "A"]), empty)
    assert "there are none in the plan yet" in str(row.notes[0])
