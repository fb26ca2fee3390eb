"""Is every plan graded, once, with its findings, gates, points and an empty human part; and does none stop another?"""

import os
import signal
import subprocess
import sys
import time
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from cohort.grading_room import SPRING, STUDENTS, TEAMS, hand_in, named, sample, three, workshop

from promplan.cohort import grade as grading
from promplan.cohort import register
from promplan.cohort.folder import Workshop
from promplan.cohort.grade import grade
from promplan.cohort.gradebook import Gradebook
from promplan.cohort.people import Team
from promplan.cohort.record import GENERAL, Given
from promplan.grading import evidence, gates, points, rubric
from promplan.language import Problem, inside
from promplan.plan import Plan
from promplan.review import check

ON = date(2026, 11, 9)


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    """A workshop that was graded once; no test changes it."""
    made = three(tmp_path_factory.mktemp("room"))
    return made, grade(made, ON)


def test_a_record_is_what_review_gates_evidence_and_points_say(room):
    made, _ = room
    plan = named(sample("10-good"), "Valve")
    with Gradebook(made.gradebook) as book:
        record = book.record("T1")
    report = check(plan, on=ON)
    assert [(one.rule, one.object, one.severity, bool(one.open)) for one in record.finding] == [
        (one.rule, one.object, one.severity, one.open) for one in report
    ]
    assert [one.message.en for one in record.finding] == [str(one.message) for one in report]
    assert len(record.exceptions) == len(report.exceptions) > 0
    for kept, state in zip(record.gate, gates(plan, ON), strict=True):
        assert kept.gate == state.gate.id and kept.errors == len(state.findings)
        assert kept.state == ("closed" if state.closed else "passed" if state.passed else "nothing yet")
    assert [one.machine for one in record.point] == [one.machine for one in points(plan)]
    seen = [(row.id, one.key, one.done, one.of) for row in rubric().criteria for one in evidence(plan, row.id)]
    assert [(one.criterion, one.key, one.done, one.of_all) for one in record.seen] == seen


def test_the_human_part_is_empty_and_a_machine_gives_nothing_for_an_empty_plan(tmp_path):
    made = workshop(tmp_path, TEAMS[:1])
    hand_in(made, "T1", Plan())
    done = grade(made, ON)
    assert done.rows[0].total.machine == 0 and done.rows[0].total.people == 0 and done.rows[0].total.whole is None
    assert {one.state for one in done.rows[0].record.gate} == {"nothing yet"}


def test_who_cannot_be_graded_is_told_with_the_reason_and_stops_nobody(tmp_path):
    many = [Team(id=f"T{n}", name=f"Team {n}") for n in range(1, 7)]
    made = workshop(tmp_path, many)
    hand_in(made, "T1", sample("10-weak"))
    hand_in(made, "T2", b"no plan at all")
    hand_in(made, "T3", b'{"schema_version": 9999}')
    hand_in(made, "T4", sample("10-weak"))
    (made.collected / "T4" / "1" / "media-plan.json").unlink()
    (made.collected / "T4" / "1" / "media-plan.json").mkdir()
    hand_in(made, "T6", sample("10-good"))
    done = grade(made, ON)
    assert [one.record.team for one in done.rows] == ["T1", "T6"]
    assert [team for team, _, _ in done.missing] == ["T2", "T3", "T4", "T5"]
    assert all(why.en and why.ru and "Traceback" not in why.en for _, _, why in done.missing)


def test_a_fault_of_our_own_in_one_plan_is_told_and_the_others_are_graded(tmp_path, monkeypatch):
    made, whole = three(tmp_path), grading.looked

    def faulty(plan, on, head, hand_ins):
        if head.team == "T1":
            raise KeyError("boom")
        return whole(plan, on, head, hand_ins)

    monkeypatch.setattr(grading, "looked", faulty)
    done = grade(made, ON)
    assert [one.record.team for one in done.rows] == ["T2"]
    assert [team for team, _, _ in done.missing] == ["T3", "T1"] and "KeyError" in done.missing[1][2].en


def test_nothing_is_graded_twice_and_a_newer_plan_is(room, tmp_path):
    made = three(tmp_path)
    assert [one.fresh for one in grade(made, ON).rows] == [True, True]
    before = {one: one.read_bytes() for one in made.root.rglob("*") if one.is_file() and one.suffix != ".sqlite"}
    assert [one.fresh for one in grade(made, ON).rows] == [False, False]
    assert {one: one.read_bytes() for one in before} == before
    hand_in(made, "T2", named(sample("10-good", "ru"), "Дуга"))
    done = grade(made, ON)
    assert {one.record.team for one in done.rows if one.fresh} == {"T2"}
    assert {(team, cause) for team, cause, _ in done.changed} == {("Дуга", "plan")}


def test_another_language_of_the_instructor_changes_no_page_of_a_team(tmp_path):
    made = three(tmp_path)
    grade(made, ON)
    before = {one.name: one.read_bytes() for one in made.feedback.iterdir()}
    with inside("ru"):
        grade(made, ON)
    assert {one.name: one.read_bytes() for one in made.feedback.iterdir()} == before


def test_a_single_team_is_graded_alone_and_a_strange_one_refused(tmp_path):
    made = three(tmp_path)
    assert [one.record.team for one in grade(made, ON, teams=["T2"]).rows] == ["T2"]
    with pytest.raises(Problem, match=r"No team has the id T9\. There are: T1, T2, T3"):
        grade(made, ON, teams=["T9"])


def test_without_a_collecting_it_says_what_to_do(tmp_path):
    with pytest.raises(Problem, match="promplan workshop new"):
        grade(Workshop(tmp_path), ON)
    made = workshop(tmp_path, TEAMS)
    with pytest.raises(Problem, match="Nothing was collected yet"):
        grade(made, ON)


def test_what_students_gave_is_not_touched(room):
    made, _ = room
    files = {one.name for one in made.root.iterdir()}
    assert files == {
        "cohort.json", "collected", "collected.json", "feedback", "grades.sqlite", "grades.xlsx", "grades-moodle.csv",
    }  # fmt: skip
    taken = register.read(made).taken
    assert {one.digest for one in taken} == {
        sha256((made.collected / one.team / "1" / "media-plan.json").read_bytes()).hexdigest() for one in taken
    }


KILLED = """
import sys
from datetime import date
from pathlib import Path
from promplan.cohort.folder import Workshop
from promplan.cohort.grade import grade
def tell(done, of, what):
    print(done, flush=True)
grade(Workshop(Path(sys.argv[1])), date(2026, 11, 9), progress=tell)
"""


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
def test_killed_in_the_middle_it_goes_on_and_humans_words_stand(tmp_path):
    many = [Team(id=f"T{n}", name=f"Team {n:02}") for n in range(12)]
    made = workshop(tmp_path, many)
    for one in many:
        hand_in(made, one.id, named(sample("10-weak"), one.name))
    grade(made, ON, teams=["T0"])
    with Gradebook(made.gradebook) as book:
        book.give("T0", Given("art", 7.0, "Seen nowhere else", "Jury"))
    killed = 0
    for stop in (2, 5, 9):
        running = subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        for line in running.stdout:
            if int(line) >= stop:
                time.sleep(0.004 * stop)
                running.send_signal(signal.SIGKILL)
                killed += 1
                break
        running.wait()
    with Gradebook(made.gradebook) as book:
        assert len(book.teams()) >= 8 and killed == 3
        assert all(len(book.record(team).point) == 7 and book.record(team).finding for team in book.teams())
    done = grade(made, ON)
    assert len(done.rows) == 12 and sum(one.fresh for one in done.rows) <= 4 and not done.missing
    with Gradebook(made.gradebook) as book:
        assert book.scores("T0") == {"art": Given("art", 7.0, "Seen nowhere else", "Jury")}
    assert not list(tmp_path.rglob("*.tmp"))


def test_a_human_score_outlives_every_regrading(tmp_path, monkeypatch):
    made = three(tmp_path)
    grade(made, ON)
    with Gradebook(made.gradebook) as book:
        book.give("T1", Given("question", 12.0, "Well asked", "J1"))
        book.give("T1", Given(GENERAL, None, "Thank you", "J1"))
        before = book.scores("T1")
    monkeypatch.setattr(grading.rules_version, "digest", lambda: "other")
    hand_in(made, "T1", sample("10-weak"), SPRING)
    done = grade(made, date(2027, 1, 15))
    with Gradebook(made.gradebook) as book:
        assert book.scores("T1") == before
    assert {cause for team, cause, _ in done.changed if team == "Valve"} == {"plan+rules+day"}
    assert "Well asked" in (made.feedback / "feedback-T1.html").read_text(encoding="utf-8")


def test_a_team_of_no_list_is_graded_in_its_plans_language(tmp_path):
    made = workshop(tmp_path, TEAMS[:1], STUDENTS)
    hand_in(made, "X7", named(sample("10-weak", "ru"), "Гости"))
    done = grade(made, ON)
    assert done.rows[0].record.language == "ru" and [one[0] for one in done.missing] == ["T1"]
    assert Path(made.feedback / "feedback-X7.html").read_text(encoding="utf-8").count('lang="ru"') == 1
