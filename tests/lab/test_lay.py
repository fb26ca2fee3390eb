"""Does a learner's folder hold what it should, and does an update leave a learner's work alone?"""

import json
import socket

import pytest

from promplan import assets
from promplan.lab.lay import Laid, lay, solution
from promplan.lab.start import free
from promplan.language import Problem


def test_one_language_is_laid_without_solutions(tmp_path):
    lay(assets.course(), tmp_path, "ru")
    laid = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.ipynb")}
    assert "exercises/ru/01-facts.ipynb" in laid
    assert not [one for one in laid if "/en/" in one or "solution" in one or "instructor" in one]


def test_what_a_learner_changed_is_kept(tmp_path):
    lay(assets.course(), tmp_path, "en")
    mine = tmp_path / "exercises/en/01-facts.ipynb"
    mine.write_text("mine")
    assert lay(assets.course(), tmp_path, "en").kept == ["exercises/en/01-facts.ipynb"]
    assert mine.read_text() == "mine"


def test_laying_twice_changes_nothing(tmp_path):
    lay(assets.course(), tmp_path, "en")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert lay(assets.course(), tmp_path, "en") == Laid()
    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}


def test_a_taken_port_is_said_with_what_to_do():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(Problem, match="--port"):
            free(taken.getsockname()[1])


def test_the_plants_papers_are_laid_and_the_keys_are_not(tmp_path):
    lay(assets.course(), tmp_path, "ru")
    laid = {path.relative_to(tmp_path / "assets").as_posix() for path in (tmp_path / "assets").rglob("*.*")}
    assert {"cases/rubber-works/data.ru.md", "cases/rubber-works/rheometer.csv"} <= laid
    assert not [one for one in laid if "key" in one or "instructor" in one or "blank" in one or ".en." in one]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_laid_exercise_holds_no_answer_and_no_cell_can_be_deleted(tmp_path, language):
    lay(assets.course(), tmp_path, language)
    for path in (tmp_path / "exercises" / language).glob("*.ipynb"):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        assert cells and not [cell["id"] for cell in cells if "solution" in cell["metadata"].get("tags", [])]
        assert all(cell["metadata"]["deletable"] is False for cell in cells)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_courses_text_is_read_and_no_key_opens_its_markdown(tmp_path, language):
    lay(assets.course(), tmp_path, language)
    for path in tmp_path.rglob(f"{language}/*.ipynb"):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            assert cell["metadata"].get("editable", True) is (cell["cell_type"] == "code")


def test_a_solution_is_laid_once_and_then_the_learners(tmp_path):
    path = solution(assets.course(), tmp_path, "en", "01-facts")
    assert path == "../../solutions/en/01-facts.ipynb"
    mine = tmp_path / "solutions/en/01-facts.ipynb"
    mine.write_text("mine")
    solution(assets.course(), tmp_path, "en", "01-facts")
    assert mine.read_text() == "mine"
