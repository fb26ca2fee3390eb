"""Does a workshop's folder say who takes part, and what is wrong with its file, in words?"""

from datetime import date, time

import pytest

from promplan.cohort import register
from promplan.cohort.folder import Workshop
from promplan.cohort.people import Cohort, Judge, Meeting, Student, Team
from promplan.language import Problem

WHOLE = Cohort(
    title="Spring",
    meetings=[Meeting(day=date(2027, 3, 1), start=time(9), end=time(16), visit=True)],
    students=[Student(id="S1", name="Вера", wishes=["editor"], together=["S2"]), Student(id="S2", name="Timur")],
    teams=[Team(id="T1", name="Valve", students=["S1", "S2"], language="ru")],
    judges=[Judge(id="J1", name="M. Manometrova", office="press officer")],
)


def test_a_cohort_is_read_as_it_was_written(tmp_path):
    workshop = Workshop(tmp_path)
    workshop.save(WHOLE)
    assert workshop.cohort() == WHOLE and WHOLE.team("T1").name == "Valve" and WHOLE.team("T9") is None
    assert [one.name for one in tmp_path.iterdir()] == ["cohort.json"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"version": 1, "teams": [{"id": "T 1", "name": ""}]}', r"teams\.1\.id"),
        ('{"version": 2}', "version"),
        ('{"students": [{"id": "S1", "name": "x", "passport": "1"}]}', r"students\.1\.passport"),
        ("[]", "cohort.json"),
        ("", "cohort.json"),
    ],
)
def test_what_cannot_be_is_said_with_its_place(text, said, tmp_path):
    (tmp_path / "cohort.json").write_text(text)
    with pytest.raises(Problem, match=said):
        Workshop(tmp_path).cohort()


def test_a_folder_without_a_cohort_says_how_to_make_one(tmp_path):
    with pytest.raises(Problem, match="promplan workshop new"):
        Workshop(tmp_path).cohort()


def test_the_register_begins_empty_and_keeps_what_was_met(tmp_path):
    workshop = Workshop(tmp_path)
    found = register.read(workshop)
    found.taken.append(register.Taken(team="T1", n=1, source="a.zip", digest="0" * 64))
    found.taken.append(register.Taken(team="T1", n=2, source="b.zip", digest="1" * 64, counts=False, why="older"))
    found.refused.append(register.Refused(source="c.zip", kind="hostile", why="leads out of its folder"))
    register.save(workshop, found)
    assert register.read(workshop) == found and [one.n for one in found.counting()] == [1]


def test_a_register_that_cannot_be_read_says_what_to_do(tmp_path):
    (tmp_path / "collected.json").write_text("{")
    with pytest.raises(Problem, match="promplan collect"):
        register.read(Workshop(tmp_path))
