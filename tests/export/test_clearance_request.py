"""Does one sheet ask for every word that is missing, and does what the plant answers stand in the plan once?"""

import io
import zipfile
from datetime import date, datetime
from xml.etree import ElementTree

import openpyxl
import pytest
from visiting import FORMULA, SAID, visited

from promplan.export import clearance_back, docx
from promplan.export.clearance_asked import asked, layer
from promplan.export.clearance_request import docx as document
from promplan.export.clearance_request import xlsx
from promplan.language import Problem, inside
from promplan.plan import Plan, edit, letters
from promplan.plan.approvals import holds

PLAN = visited()
DRAWN = edit.put(PLAN, "ideas/I1/poster", {"form": "stripes", "data": {"file": "rheometer.csv", "values": ["torque"]}})


def book(data: bytes):
    return openpyxl.load_workbook(io.BytesIO(data))


def filled(data: bytes, answers: dict[str, list[object]]) -> bytes:
    """The workbook as somebody at the plant sends it back: by the beginning of a line's number."""
    made = book(data)
    page = made.worksheets[0]
    for row in range(3, page.max_row + 1):
        for start, cells in answers.items():
            if str(page.cell(row, 1).value).startswith(start):
                for column, value in enumerate(cells, 7):
                    page.cell(row, column, value)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def written(data: bytes, answers: dict[str, list[str]]) -> bytes:
    """The document with its empty cells filled in, as a word processor would."""
    w = f"{{{docx.W}}}"
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    root = ElementTree.fromstring(parts[docx.PART])
    for table in root.iter(f"{w}tbl"):
        rows = list(table.iter(f"{w}tr"))
        id_ = next(rows[0].iter(f"{w}t")).text
        for start, cells in answers.items():
            if id_.startswith(start):
                for row, value in zip(rows[2:], cells, strict=False):
                    list(row.iter(f"{w}t"))[1].text = value
    parts[docx.PART] = ElementTree.tostring(root)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return stream.getvalue()


def back(plan: Plan, data: bytes) -> tuple[Plan, str]:
    new, lines = clearance_back.into(plan, clearance_back.read(data))
    return new, "\n".join(map(str, lines))


def test_every_fact_shot_and_work_that_needs_a_word_is_asked_once_by_who_answers():
    told = [(one.layer, one.id.partition("-")[0], one.kind) for one in asked(PLAN)]
    assert told == [
        ("plant", "C1", "work"),
        ("safety", "G1", "entry"),
        ("safety", "C1", "work"),
        ("process owner", "F1", "fact"),
        ("process owner", "T2", "shot"),
        ("process owner", "T3", "shot"),
        ("process owner", "T5", "shot"),
        ("process owner", "C1", "work"),
    ]


def test_what_ends_before_the_campaign_is_asked_again_and_what_is_refused_is_not():
    plan = edit.put(PLAN, "visit.shots/T4/clearance", {"until": date(2026, 12, 31)})
    plan = edit.put(plan, "visit.shots/T2/clearance", {"state": "refused"})
    shots = {one.id.partition("-")[0]: one for one in asked(plan) if one.kind == "shot"}
    assert set(shots) == {"T3", "T4", "T5"} and shots["T4"].until == date(2027, 1, 31)


def test_the_data_behind_a_poster_are_asked_with_its_scales():
    (one,) = [it for it in asked(DRAWN) if it.kind == "data"]
    assert one.what == FORMULA and "rheometer.csv, with its scales" in one.more and "torque" in one.more
    page = book(xlsx(DRAWN)).worksheets[0]
    assert page["M2"].value == "A work of art: with its scales, or without"


def test_a_work_without_its_scales_waits_at_the_desk_and_a_changed_one_is_asked_again():
    data = filled(xlsx(DRAWN), {"I1": ["yes", "", "", "", "engineer", "", "without its scales"]})
    plan, told = back(DRAWN, data)
    (one,) = plan.desk.requests
    assert (one.answer.state, one.answer.scales, one.idea) == ("words", "off", "I1") and "wait at the desk" in told
    assert back(plan, data)[0] == plan
    new, told = back(edit.put(DRAWN, "ideas/I1/poster", {"form": "ridgeline"}), data)
    assert not new.desk.requests and "it was changed since" in told


@pytest.mark.parametrize(
    ("role", "whose"),
    [
        ("press officer", "corporate"),
        ("пресс-секретарь", "corporate"),
        ("служба безопасности", "corporate"),
        ("head of personnel", "plant"),
        ("директор завода", "plant"),
        ("инженер по охране труда", "safety"),
        ("safety engineer", "safety"),
        ("press-shop shift foreman", "process owner"),
        ("главный технолог", "process owner"),
        ("прессовщица", "process owner"),
        ("", "process owner"),
    ],
)
def test_whose_word_a_role_s_is(role, whose):
    assert layer(PLAN, role) == whose


def test_what_the_plan_s_clearances_say_of_a_role_comes_first():
    assert layer(PLAN, "Fire  warden") == "safety"


@pytest.mark.parametrize("speech", ["en", "ru"])
def test_the_workbook_is_in_the_plan_s_language_and_holds_strings_alone(speech):
    page = book(xlsx(visited(speech))).worksheets[0]
    heads = [cell.value for cell in page[2]]
    assert heads[6] == {"en": "Your answer", "ru": "Ваш ответ"}[speech] and len(heads) == 13
    cells = [cell for row in page.iter_rows(min_row=3) for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"} and not any(cell.hyperlink for cell in cells)
    assert any(str(cell.value).endswith(FORMULA) for cell in cells)
    assert any(SAID["nine"][speech] in str(cell.value) for cell in cells)


@pytest.mark.parametrize("speech", ["en", "ru"])
def test_the_document_says_the_same(speech):
    told = docx.forms(document(visited(speech)))
    page = book(xlsx(visited(speech))).worksheets[0]
    assert [(one.id, one.title) for one in told] == [(row[0].value, row[2].value) for row in page.iter_rows(min_row=3)]
    assert all([label for label, _ in one.rows] == [cell.value for cell in page[2]][6:12] for one in told)
    assert document(visited(speech)) == document(visited(speech))


YES = {"F1": ["yes"], "T2": ["yes, in other words", "rolls stopped", "social media", datetime(2027, 3, 31), "foreman"]}


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_answers_stand_in_the_plan_and_read_twice_once(form):
    if form == "xlsx":
        data = filled(xlsx(PLAN), YES | {"T3": ["no, because …", None, None, None, None, "a secret"]})
    else:
        words = {"F1": ["yes"], "T2": ["yes, in other words", "rolls stopped", "social media", "2027-03-31", "foreman"]}
        data = written(document(PLAN), words | {"T3": ["no, because …", "", "", "", "", "a secret"]})
    plan, told = back(PLAN, data)
    fact = edit.find(plan, "enterprise.facts/F1").clearance
    assert (fact.state, fact.wording, fact.channels) == ("cleared", SAID["nine"]["en"], ["owned", "shared"])
    assert fact.until == date(2027, 1, 31) and plan.desk.requests[0].answer.how == "in the sheet"
    two, three = (edit.find(plan, f"visit.shots/{id_}").clearance for id_ in ("T2", "T3"))
    assert (three.state, two.state) == ("refused", "open")  # other words wait until the team takes them
    waits = next(one for one in plan.desk.requests if one.shot == "T2")
    taken = edit.find(letters.taken(plan, waits.id), "visit.shots/T2").clearance
    assert (taken.state, taken.conditions, taken.channels) == ("cleared", "rolls stopped", ["shared"])
    assert (taken.until, taken.by) == (date(2027, 3, 31), "foreman")
    again, told = back(plan, data)
    assert again == plan and told.count("stands in the plan already") == 3


def test_an_answer_goes_to_the_letter_that_waits_for_it():
    plan, id_ = edit.add(
        PLAN, "desk.requests", {"fact": "F1", "to": "engineer", "wording": "nine", "sent": date(2026, 10, 12)}
    )
    plan, told = back(plan, filled(xlsx(plan), {"F1": ["yes, in other words", "ten minutes", "", "", "chief"]}))
    (one,) = plan.desk.requests
    assert (one.id, one.answer.state, one.answer.wording, one.answer.taken) == (id_, "words", "ten minutes", False)
    assert "wait at the desk" in told and edit.find(plan, "enterprise.facts/F1").clearance.state != "cleared"


def test_a_work_s_yes_holds_for_the_version_that_was_seen():
    data = filled(xlsx(PLAN), {"C1-engineer": ["yes", "", "", "", "process engineer"], "C1-plant": ["no, because …"]})
    plan, _ = back(PLAN, data)
    said = {one.judge: one for one in plan.items[0].approvals}
    assert holds(said["engineer"], plan.items[0]) and said["engineer"].who == "process engineer"
    assert said["plant"].state == "refused" and back(plan, data)[0] == plan
    changed = edit.put(PLAN, "items/C1", {"text": "Other words"})
    new, told = back(changed, data)
    assert new == changed and told.count("it was changed since it was asked") == 2


def test_a_shot_that_was_changed_since_is_asked_again():
    data = filled(xlsx(PLAN), {"T2": ["yes"], "G1": ["yes"]})
    plan = edit.put(PLAN, "visit.clearances/G1", {"what": "a drone"})
    new, told = back(edit.put(plan, "visit.shots/T2", {"what": "the mould number"}), data)
    assert not new.desk.requests and told.count("ask again") == 2


def test_an_entry_is_agreed_with_its_day():
    plan, _ = back(PLAN, filled(xlsx(PLAN), {"G1": ["yes", "", "", "", "safety engineer"]}))
    (one,) = plan.visit.clearances
    assert (one.state, one.by_whom, one.on) == ("cleared", "safety engineer", date(2026, 10, 12))


def test_a_line_that_cannot_be_understood_keeps_nobody_from_the_next():
    cells = {"F1": ["perhaps"], "T2": ["yes", "", "", "soon"], "T3": ["yes", "x" * 5000], "T5": ["yes"]}
    plan, told = back(PLAN, filled(xlsx(PLAN), cells))
    assert "perhaps" in told and "soon" in told and "T3" in told
    assert edit.find(plan, "visit.shots/T5").clearance.state == "cleared"
    _, told = back(edit.remove(PLAN, "visit.shots/T5"), filled(xlsx(PLAN), {"T5": ["yes"]}))
    assert "nothing in the plan has this number; the answer was: yes" in told


@pytest.mark.parametrize("number", ["", "C1", "C1-hacker-00000000", "Z9", "F999999999999", "../x", "T2\x00"])
def test_a_number_of_somebody_s_own_changes_nothing(number):
    line = clearance_back.Line(number, "x", clearance_back.read(filled(xlsx(PLAN), {"F1": ["yes"]}))[0].answer)
    new, told = clearance_back.into(PLAN, [line])
    assert new == PLAN and len(told) == 1


def test_what_is_none_of_ours_is_told_in_the_reader_s_language():
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(docx.PART, b"0" * (docx.MOST + 1))
    evil = io.BytesIO()
    with zipfile.ZipFile(evil, "w") as packed:
        packed.writestr(docx.PART, '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    for data in (b"", b"PK\x03\x04 no zip", b"PK word/document.xml", bomb.getvalue(), evil.getvalue()):
        with inside("ru"), pytest.raises(Problem, match="не запрос на согласование"):
            clearance_back.read(data)
    with pytest.raises(Problem, match="No line"):
        clearance_back.read(xlsx(PLAN))
    with pytest.raises(Problem, match="No line"):
        clearance_back.read(document(PLAN))


def test_where_nothing_is_missing_there_is_no_request():
    for make in (xlsx, document):
        with pytest.raises(Problem, match="Nothing in the plan needs a word"):
            make(Plan())


def test_in_the_document_where_it_would_be_shown_stands_apart_from_what_must_not_be_in_frame():
    root = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(document(PLAN))).read(docx.PART))
    lines = ["".join(one.itertext()) for one in root.iter(f"{{{docx.W}}}p")]
    shown = [one for one in lines if "Where we would show it: " in one]
    assert shown and not any("must not be in frame" in one and "Where we would show it" in one for one in lines)


def test_days_in_the_workbook_are_written_as_its_language_writes_them():
    page = book(xlsx(PLAN, "ru")).worksheets[0]
    texts = [cell for row in page.iter_rows(min_row=3, values_only=True) for cell in row]
    days = [one for one in texts if isinstance(one, str) and len(one) == 10 and one[-4:].isdigit()]
    assert days and all(one[2] == one[5] == "." for one in days)
