"""Does the doctor call well what is well, name what is not, and say what to do about it?"""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from promplan import language
from promplan.cli.app import app
from promplan.lab import doctor
from promplan.plan import VERSION, Plan
from promplan.plan.codec import dumps
from promplan.plan.store import NAME, FileStore

HOLDER = """
import sys, filelock
with filelock.FileLock(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


def ask(folder: Path, *more: str) -> tuple[int, str]:
    """Exit code and words of the command, in this process: JupyterLab is started once for all of them."""
    done = CliRunner().invoke(app, ["doctor", "--dir", str(folder), *more])
    assert isinstance(done.exception, SystemExit | None), done.exception
    return done.exit_code, done.output


def test_this_very_environment_is_well(tmp_path):
    code, said = ask(tmp_path, "--json")
    answer = json.loads(said)
    assert (code, answer["fine"]) == (0, True), said
    checks = ["python", "packages", "jupyterlab", "russian", "writable", "room", "replacing", "plan", "lock", "port"]
    assert [one["check"] for one in answer["lines"]] == [*checks, "browser"]


def test_a_broken_plan_makes_it_exit_with_1_and_the_remedy_stands_in_the_line(tmp_path):
    (tmp_path / NAME).write_bytes(dumps(Plan())[:100])
    code, said = ask(tmp_path)
    assert code == 1
    line = next(one for one in said.splitlines() if NAME in one)
    assert line.startswith("✘") and "plan-backups" in line


def test_looking_leaves_nothing_behind_and_names_no_place_of_this_machine(tmp_path):
    _, said = ask(tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert str(tmp_path) not in said and sys.prefix not in said


@pytest.mark.skipif(os.name == "nt", reason="pipes have no names there")
@pytest.mark.parametrize("what", ["a folder", "a pipe", "binary", "a dead link", "two gigabytes of nothing"])
def test_whatever_is_called_like_the_plan_is_answered_in_a_line(what, tmp_path):
    plan = tmp_path / NAME
    match what:
        case "a folder":
            plan.mkdir()
        case "a pipe":
            os.mkfifo(plan)
        case "binary":
            plan.write_bytes(bytes(range(256)))
        case "a dead link":
            plan.symlink_to(tmp_path / "gone")
        case _:
            with plan.open("wb") as stream:
                stream.truncate(2_000_000_000)
    line = doctor.plan(tmp_path)[0]
    assert line.state == ("note" if what == "a dead link" else "wrong")


def test_a_folder_that_is_not_there_is_answered_line_by_line(tmp_path):
    code, said = ask(tmp_path / "no")
    assert code == 1 and all(one[0] in "✔✘→" for one in said.splitlines())


def test_a_package_without_its_papers_counts_as_missing(tmp_path, monkeypatch):
    (tmp_path / "hollow-1.dist-info").mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))
    assert "hollow" in str(doctor.packages(["hollow>=1"])[0])


def test_what_a_learner_s_installation_has_is_asked_for_and_what_an_author_s_has_is_not():
    wanted = ["no-such-a; extra == 'lab'", "no-such-b; extra == 'authors'"]
    (line,) = doctor.packages(wanted)
    assert "no-such-a" in str(line)


def test_an_old_python_is_told_where_to_get_a_new_one():
    assert doctor.python((3, 11, 0)).state == "ok"
    line = doctor.python((3, 10, 14))
    assert line.state == "wrong" and "3.10.14" in str(line) and "python.org" in str(line)


def test_every_package_that_does_not_fit_has_its_own_line():
    lines = doctor.packages(["pydantic>=2", "pydantic>=99", "no-such-package-anywhere>=1", "x; extra == 'y'"])
    assert [line.state for line in lines] == ["wrong", "wrong"]
    assert "pydantic" in str(lines[0]) and ">=99" in str(lines[0]) and "no-such-package-anywhere" in str(lines[1])
    assert all("course.py lab" in str(line) for line in lines)


def test_packages_that_fit_are_one_line():
    assert [line.state for line in doctor.packages(["pydantic>=2", "filelock"])] == ["ok"]


def test_a_promplan_that_is_not_installed_is_said():
    assert doctor.packages(None)[0].state == "wrong"


@pytest.mark.parametrize(
    "command",
    [(sys.executable, "-c", "import no_such_jupyterlab"), (sys.executable, "-c", "raise SystemExit(3)"), ("no-such",)],
)
def test_a_jupyterlab_that_does_not_start_is_said_with_the_reason(command):
    line = doctor.jupyterlab(command)
    assert line.state == "wrong" and line.remedy and "()" not in str(line)


def test_a_missing_language_pack_is_said():
    assert doctor.language_pack("tlh_QO").state == "wrong"


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    for line in (doctor.writable(tmp_path / "no"), doctor.replacing(tmp_path / "no"), doctor.lock(tmp_path / "no")):
        assert line.state == "wrong" and line.remedy


def test_a_full_disk_is_said_with_both_numbers(tmp_path):
    line = doctor.room(tmp_path, 10**12)
    assert line.state == "wrong" and str(10**12) in str(line)
    assert doctor.room(tmp_path, 0).state == "ok"


def test_a_plan_above_is_found_and_named_from_here(tmp_path):
    FileStore(tmp_path / NAME).put("team", {"name": "Arc"})
    (tmp_path / "exercises" / "en").mkdir(parents=True)
    line = doctor.plan(tmp_path / "exercises" / "en")[0]
    assert line.state == "ok" and f"../../{NAME}" in str(line) and str(VERSION) in str(line)


def test_an_older_plan_is_fine_and_its_version_said(tmp_path):
    (tmp_path / NAME).write_text('{"schema_version": 1, "meta": {}, "team": {}, "answers": {}}')
    line = doctor.plan(tmp_path)[0]
    assert line.state == "ok" and "version 1," in str(line)


def test_a_plan_that_somebody_holds_is_said(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path / f"{NAME}.lock")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout.readline().strip() == b"held"
        held = doctor.lock(tmp_path, NAME, patience=0.1)
        holder.communicate()
    assert held.state == "wrong" and "Restart" in str(held)
    assert doctor.lock(tmp_path, NAME).state == "ok"


def test_a_taken_port_stops_nobody():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        line = doctor.port(taken.getsockname()[1])
    assert line.state == "note" and doctor.fine([line])


def test_every_line_can_be_said_in_both_languages(tmp_path):
    lines = [doctor.python((3, 10)), *doctor.packages(None), doctor.room(tmp_path, 10**12), *doctor.plan(tmp_path)]
    with language.inside("ru"):
        russian = [str(line) for line in lines]
    assert all(one and one[0] in "✔✘→" for one in russian)
