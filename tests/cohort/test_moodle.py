"""Is Moodle's zip of submissions understood: folders and prefixes, students, groups, blind marking, both languages?"""

from datetime import datetime

import pytest
from cohort.handing import collected, dated, packed, text, told, workshop, zipped

from promplan.cohort.moodle import submission

FILE = "_assignsubmission_file"


@pytest.mark.parametrize(
    ("path", "who", "number", "rest"),
    [
        (f"Вера Клапанова_20419{FILE}_/Дуга.promplan.zip", "Вера Клапанова", "20419", "Дуга.promplan.zip"),
        (f"Timur Bolt_7{FILE}/sub/media-plan.json", "Timur Bolt", "7", "sub/media-plan.json"),
        (f"Timur Bolt_7{FILE}_Valve.promplan.zip", "Timur Bolt", "7", "Valve.promplan.zip"),
        (f"Дуга_311{FILE}/x.zip", "Дуга", "311", "x.zip"),
        (f"Дуга-Вера Клапанова_20419{FILE}_/x.zip", "Дуга-Вера Клапанова", "20419", "x.zip"),
        (f"Participant_55{FILE}_/x.zip", "", "55", "x.zip"),
        (f"Участник_55{FILE}_/x.zip", "", "55", "x.zip"),
        (f"Default group{FILE}/x.zip", "", "", "x.zip"),
        (f"Группа по умолчанию{FILE}/x.zip", "", "", "x.zip"),
        (f"all/Timur Bolt_7{FILE}/x.zip", "Timur Bolt", "7", "x.zip"),
    ],
)
def test_whose_a_file_is_stands_in_its_path(path, who, number, rest):
    found = submission(path)
    assert (found.who, found.number, found.path, found.typed) == (who, number, rest, False)


@pytest.mark.parametrize(
    "path", ["media-plan.json", "a/b_c/x.zip", "assignsubmission_file/x", "_assignsubmission_file/x"]
)
def test_other_paths_are_none_of_moodles(path):
    assert submission(path) is None


def test_a_text_typed_into_moodle_is_no_hand_in(tmp_path):
    data = zipped(("Timur Bolt_7_assignsubmission_onlinetext_/onlinetext.html", b"<html>see my file</html>"))
    done = collected(workshop(tmp_path), "all.zip", data)
    assert not done.taken and "a text typed into Moodle" in told(done)[0][1]


def test_moodles_zip_gives_every_team_its_plan(tmp_path):
    shop = workshop(tmp_path)
    when = datetime(2026, 11, 20, 18, 4, 10)
    data = zipped(
        (dated(f"Вера Клапанова_20419{FILE}_/Дуга.promplan.zip", when), packed(tmp_path / "a")),
        (dated(f"Timur Bolt_7{FILE}_/media-plan.json", when), text("")),
        (dated(f"Шайбова Инна_9{FILE}_/итог.zip", when), zipped(("plan/media-plan.json", text("")))),
        (dated(f"Nobody Known_12{FILE}_/report.docx", when), zipped(("[Content_Types].xml", b""))),
    )
    done = collected(shop, "PR-101-Медиаплан-4711.zip", data)
    found = {one.team: one for one in done.taken}
    assert sorted(found) == ["T1", "T2", "T3"] and {one.received for one in done.taken} == {when}
    assert "by who handed it in" in found["T2"].cleaned[0] and "names no team" in found["T2"].cleaned[0]
    assert [one.inside for one in done.register.refused] == ["Nobody Known_12"]
    assert "report" not in done.register.refused[0].kind and "office program" in done.register.refused[0].why


@pytest.mark.parametrize(
    "who", ["Valve_31", "Valve-Timur Bolt_7", "Timur Bolt_7", "Bolt Timur_7", "tbolt Timur Bolt_7"]
)
def test_a_team_is_known_by_its_group_or_by_a_student(who, tmp_path):
    data = zipped((f"{who}{FILE}_/media-plan.json", text("")))
    assert [one.team for one in collected(workshop(tmp_path), "all.zip", data).taken] == ["T2"]


def test_blind_marking_tells_nobody_and_nothing_is_lost(tmp_path):
    data = zipped(*((f"Participant_{n}{FILE}_/media-plan.json", text("", n)) for n in (1, 2)))
    done = collected(workshop(tmp_path), "all.zip", data)
    assert len(done.taken) == 2 and all(one.team.startswith("new-") for one in done.taken)


def test_files_without_folders_are_told_apart_by_their_prefix(tmp_path):
    data = zipped(
        (f"Timur Bolt_7{FILE}_media-plan.json", text("")), (f"Вера Клапанова_8{FILE}_media-plan.json", text(""))
    )
    assert sorted(one.team for one in collected(workshop(tmp_path), "all.zip", data).taken) == ["T1", "T2"]


def test_a_student_who_hands_in_another_teams_plan_is_told(tmp_path):
    data = zipped((f"Timur Bolt_7{FILE}_/media-plan.json", text("Дуга")))
    (one,) = collected(workshop(tmp_path), "all.zip", data).taken
    assert one.team == "T1" and any("came as Valve's" in note for note in one.cleaned)
