"""Does `promplan new` lay bones that fail for the right reason, and nothing over what is there?"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from promplan import assets
from promplan.lab.skeleton import new_case, new_rule, new_unit
from promplan.language import Problem
from promplan.notebooks.compare import faults
from promplan.plan.sections import FAMILIES
from promplan.units.registry import UNITS

ROOT = assets.course()
MORE = """
[[unit]]
id = "11-fair"
group = "pitch"
minutes = [45, 90]
title = { en = "Fair", ru = "Ярмарка" }
short = { en = "Fair", ru = "Ярмарка" }
gain = { en = "a stand", ru = "стенд" }
"""  # a unit that is still to be written


@pytest.fixture
def checkout(tmp_path) -> Path:
    for name in ("src", "assets"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "samples"))
    with (tmp_path / "assets/course.toml").open("a", encoding="utf-8") as course:
        course.write(MORE)
    for name in ("notebooks/en", "solutions/en", "tests/review", "tests/cases"):
        (tmp_path / name).mkdir(parents=True)
    for kind in ("notebooks/en", "solutions/en"):
        for path in (ROOT / kind).glob("*.ipynb"):
            shutil.copy(path, tmp_path / kind)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def run(checkout: Path, *tests: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(checkout / "src"), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    line = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests]
    return subprocess.run(line, cwd=checkout, env=environment, capture_output=True, text=True)


def test_a_rule_comes_with_three_tests_that_fail(checkout):
    files = new_rule(checkout, "MSG-99", "03-message", FAMILIES, tuple(UNITS))
    assert files[:2] == ["src/promplan/review/msg_99.py", "tests/review/test_msg_99.py"]
    done = run(checkout, files[1])
    assert done.returncode == 1 and "3 failed" in done.stdout, done.stdout


def test_a_unit_is_registered_and_its_notebooks_are_well_formed(checkout):
    files = new_unit(checkout, "11-fair")
    for name in files[:2]:
        book = nbformat.read(checkout / name, as_version=4)
        nbformat.validate(book)
        assert faults(book) == []
        assert all(cell.id.startswith("fair-") for cell in book.cells)
    asked = "from promplan.units.registry import loop; print(loop('11-fair').unit)"
    environment = {**os.environ, "PYTHONPATH": str(checkout / "src")}
    done = subprocess.run([sys.executable, "-c", asked], env=environment, capture_output=True, text=True)
    assert done.stdout.strip() == "11-fair", done.stderr
    assert (checkout / "assets/examples/11-solved.toml").is_file()
    shutil.copytree(ROOT / "tests/units", checkout / "tests/units", ignore=shutil.ignore_patterns("__pycache__"))
    done = run(checkout, "tests/units", "-k", "11-fair and not minutes")
    last = done.stdout.splitlines()[-1]
    assert "5 failed" in last and "passed" not in last, done.stdout


def test_a_case_loads_and_its_tests_say_what_is_missing(checkout):
    files = new_case(checkout, "paper-works")
    assert "assets/cases/paper-works/instructor/key.toml" in files
    done = run(checkout, "tests/cases/test_paper_works.py")
    assert done.returncode == 1 and "4 failed" in done.stdout, done.stdout
    assert "AssertionError" in done.stdout and "Problem" not in done.stdout


def test_nothing_is_written_over_what_is_there(checkout):
    new_case(checkout, "paper-works")
    (checkout / "assets/cases/paper-works/case.toml").write_text("mine")
    with pytest.raises(Problem, match="already"):
        new_case(checkout, "paper-works")
    assert (checkout / "assets/cases/paper-works/case.toml").read_text() == "mine"


@pytest.mark.parametrize("name", ["MSG", "XYZ-1", "msg-90", "MSG-4", "../MSG-1"])
def test_a_rule_that_cannot_be_is_refused_with_the_reason(checkout, name):
    before = (checkout / "src/promplan/review/__init__.py").read_text()
    with pytest.raises(Problem):
        new_rule(checkout, name, "03-message", FAMILIES, tuple(UNITS))
    assert (checkout / "src/promplan/review/__init__.py").read_text() == before


def test_a_unit_that_exists_or_is_not_in_the_course_is_refused(checkout):
    for name, said in (("01-facts", "notebooks/en/01-facts.ipynb"), ("12-party", "11-fair"), ("../x", "11-fair")):
        with pytest.raises(Problem, match=said):
            new_unit(checkout, name)
    for name in ("Paper", "../paper", "paper works"):
        with pytest.raises(Problem):
            new_case(checkout, name)


def test_outside_a_checkout_it_says_so(tmp_path):
    with pytest.raises(Problem, match="checkout"):
        new_case(tmp_path, "paper-works")
