"""Does the sheet for a real plant hold strings alone, and is what comes back read line by line?"""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from promplan.export import answer_sheet
from promplan.language import Problem, inside
from promplan.plan import Plan, edit, letters

HOSTILE = '=HYPERLINK("http://x.example","14 presses")'


@pytest.fixture
def plan() -> Plan:
    one = edit.put(Plan(), "meta", {"as_of": date(2026, 10, 12), "campaign_end": date(2027, 1, 31)})
    for words in ("14 presses stand here", HOSTILE, "We cast at night"):
        one, id_ = edit.add(one, "enterprise.facts", {"statement": words})
        one, new = letters.drafted(one, [f"enterprise.facts/{id_}"], {"to": "press officer"})
        one = letters.sent(one, new[0])
    return one


def filled(plan: Plan, rows: dict[int, list[object]]) -> bytes:
    """The sheet as somebody at the plant sends it back."""
    book = openpyxl.load_workbook(io.BytesIO(answer_sheet.make(plan, plan.desk.requests)))
    for row, values in rows.items():
        for column, value in enumerate(values, 5):
            book.worksheets[0].cell(row, column, value)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_what_the_team_wrote_is_a_string_and_no_formula(plan):
    book = openpyxl.load_workbook(io.BytesIO(answer_sheet.make(plan, plan.desk.requests)))
    cell = book.worksheets[0]["B4"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (HOSTILE, "s", None)


def test_each_line_comes_back_as_an_answer(plan):
    data = filled(
        plan,
        {
            3: [
                "yes, in other words",
                "fourteen presses",
                "the plant's own; the press",
                datetime(2027, 3, 31),
                "engineer",
                "",
            ],
            4: ["not my matter: ask somebody else", None, None, None, "press officer", "sales office"],
            5: ["no, because …", None, None, None, None, "a regime"],
        },
    )
    words, elsewhere, no = (one.answer for one in answer_sheet.read(data, plan))
    assert (words.state, words.wording, words.channels) == ("words", "fourteen presses", ["owned", "earned"])
    assert (words.until, words.by, words.how) == (date(2027, 3, 31), "engineer", "in the sheet")
    assert (elsewhere.state, elsewhere.ask, no.state, no.said) == ("elsewhere", "sales office", "no", "a regime")


@pytest.mark.parametrize("written", ["да", "ДА.", "yes", "Yes "])
def test_a_word_of_either_language_is_understood(plan, written):
    assert answer_sheet.read(filled(plan, {3: [written]}), plan)[0].answer.state == "yes"


@pytest.mark.parametrize(
    ("written", "remark", "state", "said"),
    [
        ("нет", None, "no", ""),
        ("Нет, потому что это коммерческая тайна", None, "no", "потому что это коммерческая тайна"),
        ("no, because the line is new", "ask in May", "no", "because the line is new; ask in May"),
        ("Согласовано.", "спасибо", "yes", "спасибо"),
    ],
)
def test_a_plant_that_writes_its_own_yes_or_no_is_understood(plan, written, remark, state, said):
    one = answer_sheet.read(filled(plan, {3: [written, None, None, None, None, remark]}), plan)[0].answer
    assert (one.state, one.said) == (state, said)


def test_a_yes_with_a_condition_is_no_yes_and_its_row_says_so(plan):
    first, second = answer_sheet.read(filled(plan, {3: ["Да, если уберёте экран"], 4: ["нет"]}), plan)
    assert first.answer is None and "Да, если уберёте экран" in str(first.fault) and second.answer.state == "no"


@pytest.mark.parametrize("written", ["31.03.2027", "2027-03-31", date(2027, 3, 31)])
def test_a_day_is_understood_as_plants_write_it(plan, written):
    assert answer_sheet.read(filled(plan, {3: ["yes", "", "", written]}), plan)[0].answer.until == date(2027, 3, 31)


def test_a_line_that_cannot_be_understood_says_why_and_keeps_nobody_from_the_next(plan):
    data = filled(plan, {3: ["perhaps"], 4: ["yes", "", "", "soon"], 5: ["yes", "x" * 5000]})
    perhaps, soon, long = answer_sheet.read(data, plan)
    assert "perhaps" in str(perhaps.fault) and "soon" in str(soon.fault) and long.fault is not None
    data = filled(plan, {3: ["perhaps"], 5: ["yes"]})
    assert [one.answer is not None for one in answer_sheet.read(data, plan)] == [False, True]


def test_a_letter_that_is_not_in_the_plan_is_no_answer(plan):
    data = filled(plan, {3: ["yes"]})
    (one,) = answer_sheet.read(data, edit.remove(plan, "desk.requests/R1"))
    assert "no such letter" in str(one.fault)


def test_what_is_no_sheet_of_ours_is_said(plan):
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * (answer_sheet.MOST_BYTES + 1))
    for data in (b"", b"PK\x03\x04 no zip", b"a,b,c", bomb.getvalue()):
        with pytest.raises(Problem, match="no sheet of answers"):
            answer_sheet.read(data, plan)
    with pytest.raises(Problem, match="No line"):
        answer_sheet.read(filled(plan, {}), plan)


def test_the_sheet_is_in_the_language_of_the_plan_s_words(plan):
    with inside("en"):
        data = answer_sheet.make(edit.put(plan, "meta", {"language": "ru"}), plan.desk.requests)
    page = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert page["E2"].value == "Ваш ответ"


@pytest.fixture
def made() -> Plan:
    """A plan whose plant was asked about a work, a shot and a version."""
    one = edit.put(Plan(), "meta", {"as_of": date(2026, 10, 12), "campaign_end": date(2027, 1, 31)})
    one = edit.add(one, "ideas", {"title": "A day of the press"})[0]
    one = edit.put(one, "ideas/I1/poster", {"form": "stripes", "data": {"file": "press-cycle.csv"}})
    one = edit.add(one, "visit.shots", {"what": "the press opens", "size": "wide", "avoid": ["screens"]})[0]
    one = edit.add(one, "items", {"title": "A ring in a minute", "form": "post", "text": "Come and see."})[0]
    values = {"to": "press officer", "judge": "plant"}
    one, new = letters.drafted(one, ["ideas/I1", "visit.shots/T1", "items/C1"], values)
    for id_ in new:
        one = letters.sent(one, id_)
    return one


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_sheet_says_what_is_shown_of_a_work_a_shot_and_a_version(made, language):
    one = edit.put(made, "meta", {"language": language})
    book = openpyxl.load_workbook(io.BytesIO(answer_sheet.make(one, one.desk.requests)))
    work, shot, piece = (str(book.worksheets[0][f"B{n}"].value) for n in (3, 4, 5))
    wanted = {
        "en": ("press-cycle.csv, with its scales", "never in frame: screens", "the plant: may it go out?"),
        "ru": ("press-cycle.csv, со шкалами", "не должно быть в кадре: screens", "завод: можно ли публиковать"),
    }[language]
    assert wanted[0] in work and wanted[1] in shot and wanted[2] in piece


def test_a_work_without_scales_a_shot_on_conditions_and_changes_come_back(made):
    data = filled(
        made,
        {
            3: ["yes", None, None, None, "engineer", None, "without its scales"],
            4: ["yes, in other words", "from the passage", None, None, "foreman", None, "with its scales"],
            5: ["yes, in other words", None, None, None, "press officer", "Strike the last line."],
        },
    )
    work, shot, piece = (one.answer for one in answer_sheet.read(data, made))
    assert (work.state, work.scales) == ("yes", "off")
    assert (shot.state, shot.wording, shot.scales) == ("words", "from the passage", "")  # a shot has no scales
    assert (piece.state, piece.said) == ("words", "Strike the last line.")


def test_scales_that_nobody_knows_are_said_in_their_line(made):
    (row,) = answer_sheet.read(filled(made, {3: ["yes", None, None, None, "engineer", None, "half of them"]}), made)
    assert row.answer is None and "half of them" in str(row.fault)
