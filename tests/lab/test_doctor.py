"""Does the doctor call well what is well, name what is not, and say what to do about it?"""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from promplan import language
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


def ask(folder: Path, *more: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "promplan", "doctor", "--dir", str(folder), *more]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONIOENCODING": "utf-8"}
    )


def test_this_very_environment_is_well(tmp_path):
    done = ask(tmp_path, "--json")
    answer = json.loads(done.stdout)
    assert (done.returncode, answer["fine"]) == (0, True), done.stdout
    checks = ["python", "packages", "jupyterlab", "russian", "writable", "room", "replacing", "plan", "lock", "port"]
    assert [one["check"] for one in answer["lines"]] == [*checks, "browser"]


def test_a_broken_plan_makes_it_exit_with_1_and_the_remedy_stands_in_the_line(tmp_path):
    (tmp_path / NAME).write_bytes(dumps(Plan())[:100])
    done = ask(tmp_path)
    assert done.returncode == 1
    line = next(one for one in done.stdout.splitlines() if NAME in one)
    assert line.startswith("✘") and "plan-backups" in line


def test_looking_leaves_nothing_behind_and_names_no_place_of_this_machine(tmp_path):
    done = ask(tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert str(tmp_path) not in done.stdout and sys.prefix not in done.stdout


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
    [[sys.executable, "-c", "import no_such_jupyterlab"], [sys.executable, "-c", "raise SystemExit(3)"], ["no-such"]],
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
