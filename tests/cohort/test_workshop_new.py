"""Does a workshop come to stand: its list read row by row, nobody lost, days that are worked, nothing written over?"""

import io
import json
import re
import shutil
import subprocess
from datetime import date, time

import icalendar
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from promplan import language
from promplan.cli.app import app
from promplan.cohort import countdown, student_list, timetable, workshop_sheets
from promplan.cohort.folder import Workshop
from promplan.cohort.groups import MOST, ROLES, form, sizes
from promplan.cohort.new import KINDS
from promplan.cohort.people import Cohort, Judge, Student
from promplan.days.workdays import calendar
from promplan.language import Problem
from promplan.units.minutes import minutes

MONDAY = date(2027, 4, 5)
LIST = """ФИО;Группа;Роль 1;Роль 2;Вместе с кем;Навыки;Нет 18;Паспорт
Анна Клапан;А-1;редактор;продюсер;Иван Фланец;пишет;;1234 567890
Иван Фланец;А-1;визуальный редактор;;;камера;да;
Мария Прокладка;А-2;Editor;;;;;
Пётр Сальник;А-2;;;;;;
=1+1;А-2;safety;;;;нет;
"""


def run(*words):
    done = CliRunner().invoke(app, [str(word) for word in words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def read(text):
    return student_list.listed(text.encode("utf-8"))


def people(n, **more):
    return [Student(id=f"S{k}", name=f"Name {k}", **{key: value(k) for key, value in more.items()}) for k in range(n)]


# the list


def test_a_list_is_read_in_either_language_and_papers_of_the_pass_office_are_not():
    found = read(LIST)
    assert not found.faults and [one.id for one in found.students] == ["S1", "S2", "S3", "S4", "S5"]
    anna, ivan = found.students[:2]
    assert anna.wishes == ["editor", "producer"] and anna.together == ["S2"] and anna.group == "А-1"
    assert ivan.minor and ivan.skills == "камера" and ivan.wishes == ["visual"]
    assert "Паспорт" in str(found.notes[-1]) and "1234" not in repr(found)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (";А-1;;;;;;", "there is no name"),
        ("Анна Клапан;А-1;;;;;;", "stands in row 2 already"),
        ("Вера;А-1;космонавт;;;;;", "nobody knows the role “космонавт”"),
        ("Вера;А-1;;;Никто;;;", "is not on the list"),
        ("Вера;А-1;;;Вера;;;", "with oneself"),
        ("Вера;А-1;;;;;17;", "yes or no, not “17”"),
        (f"{'я' * 301};А-1;;;;;;", "longer than 300"),
    ],
)
def test_every_fault_is_told_with_its_row(row, why):
    (fault,) = read(LIST + row + "\n").faults
    assert fault.row == 7 and why in str(fault) and str(fault).startswith("Row 7: ")


def test_all_faults_of_a_list_are_told_at_once():
    assert [one.row for one in read(LIST + ";А;;;;;;\nА;Б;певец;;Никто;;;\n").faults] == [7, 8, 8]


def test_a_first_name_that_two_bear_is_not_enough():
    assert "write the whole name" in str(read("Name;Together\nAnna A;\nAnna B;\nIvan;Anna\n").faults[0])


@pytest.mark.parametrize("data", [b"", b"Group;Skills\nA;b\n", b"\x89PNG\r\n", b"PK\x03\x04x", b"Name\n"])
def test_a_file_that_is_no_list_is_refused_in_words(data):
    with pytest.raises(Problem):
        student_list.listed(data)


@pytest.mark.parametrize("speech", ["en", "ru"])
def test_the_empty_list_is_understood_when_it_comes_back_filled_in(speech):
    data = workshop_sheets.empty_list(speech)
    assert data == workshop_sheets.empty_list(speech)
    book = openpyxl.load_workbook(io.BytesIO(data))
    page, shown = book.worksheets
    for n, row in enumerate(shown.iter_rows(min_row=2, max_row=4, values_only=True), 2):
        for column, value in enumerate(row, 1):
            page.cell(n, column).value = value
    stream = io.BytesIO()
    book.save(stream)
    found = student_list.listed(stream.getvalue())
    assert not found.faults and len(found.students) == 3
    assert found.students[0].wishes == ["editor", "producer"] and found.students[0].together == ["S2"]
    assert found.students[1].minor


# teams


@given(st.integers(0, 400))
def test_teams_are_of_three_to_five(n):
    found = sizes(n)
    assert sum(found) == n and (n < 3 or all(3 <= one <= 5 for one in found))


STUDENT = st.tuples(
    st.lists(st.sampled_from(ROLES), unique=True, max_size=3), st.lists(st.integers(0, 25), unique=True, max_size=3)
)


@given(st.lists(STUDENT, min_size=1, max_size=26), st.integers(0, 3))
@settings(max_examples=25, deadline=None)
def test_nobody_is_lost_nobody_is_twice_and_each_team_carries_all_roles(rows, seed):
    n = len(rows)
    students = [
        Student(id=f"S{k}", name=f"N{k}", wishes=wishes, together=[f"S{it}" for it in near if it < n and it != k])
        for k, (wishes, near) in enumerate(rows)
    ]
    found = form(students, seed)
    assert sorted(it for one in found.teams for it in one) == sorted(one.id for one in students)
    assert sorted(map(len, found.teams)) == sorted(sizes(n))
    for team in found.teams:
        roles = [it for one in team for it in (found.places[one].role, *found.places[one].also)]
        assert sorted(roles) == sorted(ROLES)
    assert form(students, seed) == found
    unhappy = sum(bool(one.wishes) and found.places[one.id].wish != 1 for one in students)
    apart = sum(found.places[one.id].team != found.places[it].team for one in students for it in one.together)
    assert len(found.unkept) == unhappy + apart


def test_wishes_that_can_all_be_kept_are():
    found = form(people(20, wishes=lambda k: [ROLES[k // 4]]))
    assert found.cost == 0 and not found.unkept and all(one.wish == 1 for one in found.places.values())


def test_pairs_that_wish_for_each_other_stay_together():
    found = form(people(20, together=lambda k: [f"S{k ^ 1}"]), teams=5)
    assert found.cost == 0


def test_what_could_not_be_kept_is_told_with_its_reason():
    said = " | ".join(map(str, form(people(10, wishes=lambda k: ["visual"])).unkept))
    assert said.count("10 wished for it first, and there are 2 teams") == 8
    circle = form(people(10, together=lambda k: [f"S{(k + 1) % 10}"]))
    assert "10 would have to be together, and a team has 5 at most" in str(circle.unkept[0])


def test_a_role_carried_beside_another_goes_to_whoever_wished_for_it():
    students = people(3, wishes=lambda k: [["editor"], ["editor", "safety"], ["editor", "safety", "visual"]][k])
    found = form(students)
    assert {one.role for one in found.places.values()} == {"editor", "safety", "visual"}


def test_a_number_of_teams_that_cannot_be_is_refused():
    assert len(form(people(12), teams=4).teams) == 4
    with pytest.raises(Problem, match="12 students make 3 to 4 teams"):
        form(people(12), teams=5)


def test_three_hundred_students_are_placed_in_bounded_work():
    found = form(people(300, wishes=lambda k: [ROLES[k * 7 % 5]], together=lambda k: [f"S{(k + 3) % 300}"]))
    assert len(found.teams) == 300 / MOST


# the timetable


@pytest.mark.parametrize("kind", KINDS)
def test_every_timetable_fits_with_six_teams_on_working_days(kind):
    found = timetable.days(kind, MONDAY, 6)
    working = calendar()
    assert not timetable.overruns(found) and all(working(one.day) for one in found)
    for one in found:
        assert all(a.end == b.start for a, b in zip(one.blocks, one.blocks[1:], strict=False))
    assert len({one.day for one in found}) == len(found)


def test_the_minutes_are_those_of_the_annex():
    def net(kind, n=0):
        return sum(it.minutes for it in timetable.days(kind, MONDAY, 7)[n].blocks if it.kind != "break")

    assert (net("day"), net("plant-day")) == (339, 379)
    assert [net("three-days", n) for n in range(3)] == [360, 340, 329]


def test_a_unit_takes_the_minutes_that_the_course_promises():
    for one in timetable.days("semester", MONDAY, 6):
        for block in one.blocks:
            if block.unit:
                core, full = minutes(block.unit).promised
                assert (block.minutes, block.shorter) == (full, full - core)


def test_what_does_not_fit_is_told_with_minutes_and_a_cure():
    assert not timetable.overruns(timetable.days("three-days", MONDAY, 15))
    (said,) = timetable.overruns(timetable.days("three-days", MONDAY, 16))
    told = "Day 3 (2027-04-07) is 2 minutes too long: it ends at 17:02 instead of 17:00. "
    assert str(said) == told + "Unit 10 in its core saves 30 minutes."
    (said,) = timetable.overruns(timetable.days("semester", MONDAY, 8))
    assert "6 minutes too long" in str(said) and "Let fewer teams pitch" in str(said)


def test_holidays_and_weekends_are_passed_over_and_a_semester_is_weekly():
    assert [one.day.isoformat() for one in timetable.days("three-days", date(2027, 4, 30), 6)] == [
        "2027-04-30",
        "2027-05-04",
        "2027-05-05",
    ]
    found = timetable.days("semester", MONDAY, 6, visit=date(2027, 4, 29))
    assert date(2027, 5, 3) not in [one.day for one in found] and date(2027, 4, 29) in [one.day for one in found]
    assert {one.day.weekday() for one in found if one.day != date(2027, 4, 29)} == {0}


def test_a_visit_is_a_meeting_of_its_own():
    found = timetable.meetings(timetable.days("three-days", MONDAY, 6))
    assert [(one.day.day, one.visit) for one in found] == [(5, False), (6, True), (6, False), (7, False)]
    assert (found[1].start, found[1].end) == (time(9), time(12))


def test_a_day_that_begins_at_night_is_refused():
    with pytest.raises(Problem, match="would end in the night"):
        timetable.days("day", MONDAY, 6, time(18))


@pytest.mark.parametrize("speech", ["en", "ru"])
def test_the_calendar_file_holds_every_block_in_the_zone_and_no_break(speech):
    found = timetable.days("three-days", MONDAY, 6)
    with language.inside(speech):
        data = timetable.as_ics(Cohort(title="A;B", time_zone="Asia/Barnaul"), found, MONDAY)
        assert data == timetable.as_ics(Cohort(title="A;B", time_zone="Asia/Barnaul"), found, MONDAY)
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert len(events) == sum(it.kind != "break" for one in found for it in one.blocks)
    assert events[0].decoded("dtstart").isoformat() == "2027-04-05T09:00:00+07:00"
    assert len({str(one["uid"]) for one in events}) == len(events)
    moved = timetable.as_ics(Cohort(title="A;B"), timetable.days("three-days", date(2027, 4, 12), 6), MONDAY)
    assert {str(one["uid"]) for one in icalendar.Calendar.from_ical(moved).walk("VEVENT")} == {
        str(one["uid"]) for one in events
    }


# the countdown


def test_the_steps_are_counted_from_the_visit_and_days_off_give_way():
    found = {(one.anchor, one.days): one for one in countdown.steps(MONDAY, date(2027, 4, 7))}
    assert found["visit", -28].day == date(2027, 3, 10)
    assert found["visit", -10].day == date(2027, 3, 26) and found["visit", -10].moved  # a Sunday
    assert found["visit", 3].day == date(2027, 4, 12) and found["visit", 3].working
    assert found["visit", 10].day == date(2027, 4, 19) and found["visit", 10].moved  # a Saturday
    assert found["first", -1].day == date(2027, 4, 2)


def test_without_a_visit_its_steps_are_left_out():
    assert {one.anchor for one in countdown.steps(MONDAY)} == {"first"}


def test_days_that_have_passed_are_told():
    found = countdown.steps(MONDAY, MONDAY)
    assert countdown.passed(found, date(2027, 1, 1)) is None
    assert "2 days of the list have passed" in str(countdown.passed(found, date(2027, 3, 16)))


def test_the_countdown_as_a_calendar_file():
    found = countdown.steps(MONDAY, MONDAY)
    events = icalendar.Calendar.from_ical(countdown.as_ics(Cohort(), found, MONDAY)).walk("VEVENT")
    assert len(events) == len(found) and all(one.walk("VALARM") for one in events)


# the command


@pytest.fixture
def asked(tmp_path):
    file = tmp_path / "list.csv"
    file.write_text(LIST, encoding="utf-8")
    place = tmp_path / "w"
    return place, ("workshop", "new", place, "--students", file, "--start", "2027-04-05", "--on", "2027-01-11")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("speech", ["en", "ru"])
def test_a_workshop_is_laid_out(asked, kind, speech):
    place, words = asked
    code, said = run(*words, "--kind", kind, "--lang", speech, "--plant", "Завод")
    assert code == 0 and "Анна Клапан" in said
    cohort = Workshop(place).cohort()
    assert cohort.timetable == kind and cohort.language == speech and len(cohort.students) == 5
    assert cohort.teams[0].name == ("Команда 1" if speech == "ru" else "Team 1") and cohort.meetings
    assert "1234" not in (place / "cohort.json").read_text(encoding="utf-8")
    papers = sorted(one.suffix for one in (place / "papers").iterdir())
    assert papers == [".ics", ".ics", ".xlsx"] and (place / "submissions").is_dir()
    book = openpyxl.load_workbook(next((place / "papers").glob("*.xlsx")))
    cells = [it for page in book for row in page.iter_rows() for it in row]
    assert len(book.worksheets) == 3 and not [it for it in cells if it.data_type == "f"]
    if speech == "ru":
        plain = " ".join(str(it.value) for it in cells if it.value) + said
        assert not re.search(r"\b(?:Unit|Day|Break|Team|wish|core)\b", plain)


def test_without_a_list_a_sheet_to_fill_in_comes_and_stays(asked):
    place, words = asked
    short = [one for one in words if "list.csv" not in str(one) and one != "--students"]
    code, said = run(*short)
    assert code == 0 and "students.xlsx" in said
    (place / "students.xlsx").write_bytes(b"filled in")
    assert run(*short, "--force")[0] == 0 and (place / "students.xlsx").read_bytes() == b"filled in"


def test_a_cohort_that_is_there_stays_until_force_and_even_then_is_kept_with_its_judges(asked):
    place, words = asked
    run(*words)
    shop = Workshop(place)
    shop.save(shop.cohort().model_copy(update={"judges": [Judge(id="J1", name="Judge")], "title": "mine"}))
    before = shop.cohort_file.read_bytes()
    code, said = run(*words)
    assert code == 2 and "--force" in said and shop.cohort_file.read_bytes() == before
    assert run(*words, "--force")[0] == 0
    assert (place / "cohort-before-1.json").read_bytes() == before and shop.cohort().judges[0].id == "J1"


def test_once_plans_were_collected_the_teams_stay(asked):
    place, words = asked
    run(*words)
    (place / "collected.json").write_text("{}")
    code, said = run(*words, "--force")
    assert code == 2 and "collected here already" in said


def test_a_list_with_faults_writes_nothing(asked, tmp_path):
    place, words = asked
    (tmp_path / "list.csv").write_text(LIST + ";А;;;;;;\n", encoding="utf-8")
    code, said = run(*words)
    assert code == 2 and "Row 7: there is no name" in said and not (place / "cohort.json").exists()


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (("--kind", "year"), "There is no timetable year"),
        (("--zone", "Moon/Sea"), "Moon/Sea"),
        (("--visit", "2027-04-09"), "visits the plant on 2027-04-06"),
        (("--kind", "day", "--visit", "2027-04-09"), "no visit to a plant"),
        (("--start", "9999-12-31"), "the year is a mistake"),
        (("--kind", "semester", "--visit", "2027-04-12"), "a lesson on 2027-04-12 already"),
        (("--begin", "nine"), "such as 09:00, not at nine"),
        (("--begin", "20:00"), "would end in the night"),
        (("--teams", "3"), "5 students make 1 to 1 teams"),
    ],
)
def test_a_call_that_cannot_be_is_told_in_words(asked, more, why):
    place, words = asked
    code, said = run(*words, *more)
    assert code == 2 and why in said and not (place / "cohort.json").exists()


@pytest.mark.skipif(not shutil.which("soffice") or not shutil.which("pdfinfo"), reason="needs LibreOffice and poppler")
@pytest.mark.parametrize("speech", ["en", "ru"])
def test_an_office_prints_each_workbook_on_three_pages(asked, tmp_path, speech):
    place, words = asked
    run(*words, "--lang", speech)
    (tmp_path / "list.xlsx").write_bytes(workshop_sheets.empty_list(speech))
    for file, pages in ((next((place / "papers").glob("*.xlsx")), 3), (tmp_path / "list.xlsx", 3)):
        home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
        call = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path / "pdf", file]
        subprocess.run(call, check=True, capture_output=True, timeout=180)
        told = subprocess.run(
            ["pdfinfo", tmp_path / "pdf" / f"{file.stem}.pdf"], check=True, capture_output=True, text=True
        ).stdout
        assert re.search(rf"Pages:\s+{pages}\n", told)


def test_the_same_call_writes_the_same_bytes(asked, tmp_path):
    place, words = asked
    run(*words)
    other = [tmp_path / "v" if one == place else one for one in words]
    run(*other)
    for one in ("cohort.json", "papers/workshop.xlsx", "papers/timetable.ics", "papers/what-to-do-when.ics"):
        assert (place / one).read_bytes() == (tmp_path / "v" / one).read_bytes()
    json.loads((place / "cohort.json").read_text(encoding="utf-8"))
