"""Does `promplan new section` tell the course of a section everywhere, and fail only where words are missing?"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from promplan import assets
from promplan.lab.skeleton_section import new_section
from promplan.language import Problem

ROOT = assets.course()
UNITS = ("00-start", "01-facts")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("checkout")
    for name in ("src", "assets", "notebooks/en"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    (root / "tests/plan").mkdir(parents=True)
    shutil.copy(ROOT / "tests/plan/test_sections.py", root / "tests/plan")
    shutil.copy(ROOT / "tests/test_names.py", root / "tests")
    shutil.copy(ROOT / "pyproject.toml", root)
    return root


@pytest.fixture(scope="module")
def laid(checkout) -> list[str]:
    return new_section(checkout, "dangers", "01-facts", "QQ", "DANGER", UNITS)


def run(checkout: Path, *tests: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(checkout / "src"), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    line = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--import-mode=importlib", *tests]
    return subprocess.run(line, cwd=checkout, env=environment, capture_output=True, text=True).stdout


def test_every_file_that_a_section_is_told_to_is_written(laid):
    assert laid == [
        "src/promplan/plan/dangers.py",
        "src/promplan/widgets/dangers.py",
        "tests/plan/test_dangers.py",
        "src/promplan/plan/document.py",
        "src/promplan/plan/migrations.py",
        "src/promplan/plan/sections.py",
        "src/promplan/names.py",
    ]


def test_the_course_knows_it_everywhere_and_its_editor_opens(checkout, laid):
    told = run(checkout, "tests/plan/test_sections.py", "tests/test_names.py")
    assert " passed" in told and "failed" not in told and "error" not in told, told


def test_its_own_tests_fail_for_the_words_and_the_rule_that_are_still_missing_and_for_nothing_else(checkout, laid):
    told = run(checkout, "tests/plan/test_dangers.py")
    assert "4 failed, 2 passed" in told, told
    for name in ("every_field_has_a_name", "the_section_is_named", "the_module_says", "it_has_a_rule"):
        assert f"FAILED tests/plan/test_dangers.py::test_{name}" in told, told


def test_what_is_laid_is_in_our_style(checkout, laid):
    line = [sys.executable, "-m", "ruff", "check", "--config", str(ROOT / "pyproject.toml"), *laid]
    done = subprocess.run(line, cwd=checkout, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("name", "unit", "letter", "family", "words"),
    [
        ("Dangers", "00-start", "QQ", "DANGER", "small Latin letters"),
        ("danger", "00-start", "QQ", "DANGER", "small Latin letters"),
        ("audiences", "00-start", "QQ", "DANGER", "a section audiences already"),
        ("class", "00-start", "QQ", "DANGER", "small Latin letters"),
        ("labels", "00-start", "QQ", "DANGER", "already has a module labels"),
        ("dangers", "", "QQ", "DANGER", "Which unit edits it"),
        ("dangers", "44-none", "QQ", "DANGER", "no unit 44-none"),
        ("dangers", "00-start", "F", "DANGER", "Taken: A AB B BL C D DC E F"),
        ("dangers", "00-start", "", "DANGER", "with --letter"),
        ("dangers", "00-start", "ИД", "DANGER", "with --letter"),
        ("dangers", "00-start", "QQ", "FACT", "not PLAN"),
        ("dangers", "00-start", "QQ", "", "with --family"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_written(tmp_path, name, unit, letter, family, words):
    (tmp_path / "tests").mkdir()
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "src/promplan/plan").mkdir(parents=True)
    (tmp_path / "src/promplan/plan/labels.py").touch()
    with pytest.raises(Problem, match=words):
        new_section(tmp_path, name, unit, letter, family, UNITS)
    assert [one.name for one in tmp_path.rglob("*.py")] == ["labels.py"]
