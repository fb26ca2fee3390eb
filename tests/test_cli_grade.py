"""Does `promplan grade` tell what was graded, what was not and why, and exit 0 over weak plans?"""

import pytest
from cohort.grading_room import hand_in, named, sample, three
from typer.testing import CliRunner

from promplan.cli.app import app


def run(*words: object) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["grade", *map(str, words)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


@pytest.fixture
def room(tmp_path):
    return three(tmp_path)


def test_it_tells_a_table_and_who_could_not_be_graded(room):
    code, said = run(room.root, "--on", "2026-11-09", "--lang", "en")
    assert code == 0 and "machine" in said.splitlines()[0] and "Valve" in said and "Дуга" in said
    assert "✘ Piston (T3): nothing that can be graded was collected of this team" in said
    assert "2 teams have a grade, 2 of them now; 1 could not be graded." in said
    assert "For Moodle: nobody yet." in said and "grades.xlsx" in said
    code, said = run(room.root, "--on", "2026-11-09", "--lang", "ru")
    assert code == 0 and "Не" not in said.splitlines()[0] and "не удалось проверить: 1" in said


def test_changes_are_told_on_request(room):
    run(room.root, "--on", "2026-11-09", "--lang", "en")
    hand_in(room, "T2", named(sample("10-good", "ru"), "Дуга"))
    code, said = run(room.root, "--on", "2026-11-09", "--changes", "--lang", "en")
    assert code == 0 and "Дуга (a newer plan)" in said and "machine points" in said
    code, said = run(room.root, "--on", "2026-11-09", "--changes", "--lang", "en")
    assert "Nothing is otherwise than at the last grading." in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--replace"], "--replace belongs to --scores"),
        (["--team", "T9"], "No team has the id T9"),
        (["--scores", "nothing.csv"], "There is no file nothing.csv"),
    ],
)
def test_a_wrong_call_is_answered_in_words(room, words, said):
    code, out = run(room.root, *words, "--lang", "en")
    assert code == 2 and said in out


def test_control_codes_of_a_team_reach_no_terminal(room):
    cohort = room.cohort()
    cohort.teams[0].name = "Val\x1b[2Jve"
    room.save(cohort)
    code, said = run(room.root, "--on", "2026-11-09", "--lang", "en")
    assert code == 0 and "\x1b" not in said
