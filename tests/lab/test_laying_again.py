"""Does a learner's folder survive what happens to folders: lost marks, cut files, foreign encodings, a run notebook?"""

import json
import os
from pathlib import Path

import pytest

from promplan import __version__, assets
from promplan.lab import mark
from promplan.lab.lay import Laid, lay, solution
from promplan.lab.start import command, settings
from promplan.language import Problem, inside
from promplan.plan.store import MARK, NAME, find_plan

EXERCISE = "exercises/en/01-facts.ipynb"
LESSON = "notebooks/en/01-facts.ipynb"
PAPER = "assets/cases/rubber-works/rheometer.csv"
PAGES = ("assets/glossary/en/glossary.md", "assets/law/en/law.md")


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course of three files: a lesson, an exercise, a plant's table; later it gets a newer version."""
    root = tmp_path / "course"
    real = assets.course()
    for name in (LESSON, EXERCISE, PAPER, *PAGES, "solutions/en/01-facts.ipynb"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes((real / name).read_bytes())
    return root


@pytest.fixture
def home(course: Path, tmp_path: Path) -> Path:
    """A folder in which that course was laid."""
    lay(course, tmp_path / "home", "en")
    return tmp_path / "home"


def newer(course: Path, name: str = EXERCISE) -> None:
    """The course's next version has another first sentence, or another last row."""
    file = course / name
    if name.endswith(".ipynb"):
        notebook = json.loads(file.read_text(encoding="utf-8"))
        notebook["cells"][0]["source"] = "# A newer beginning"
        file.write_text(json.dumps(notebook, indent=1, ensure_ascii=False), encoding="utf-8")
    else:
        file.write_text(file.read_text(encoding="utf-8") + "0,0\n", encoding="utf-8")


def ran(file: Path) -> bytes:
    """What JupyterLab leaves in a file when its cells are run: counts, outputs, a blank cell at the end."""
    notebook = json.loads(file.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell |= {"execution_count": 3, "outputs": [{"output_type": "stream", "name": "stdout", "text": ["ran\n"]}]}
    notebook["cells"].append({**notebook["cells"][-1], "cell_type": "code", "id": "new", "source": [], "outputs": []})
    notebook["metadata"]["language_info"] = {"name": "python", "version": "3.12.1"}
    file.write_text(json.dumps(notebook), encoding="utf-8")
    return file.read_bytes()


def typed(file: Path) -> bytes:
    """A learner's own line in the notebook."""
    notebook = json.loads(file.read_text(encoding="utf-8"))
    notebook["cells"][0]["source"] = "# Mine"
    file.write_text(json.dumps(notebook), encoding="utf-8")
    return file.read_bytes()


def first(file: Path) -> str:
    return "".join(json.loads(file.read_text(encoding="utf-8"))["cells"][0]["source"])


# --- the mark ------------------------------------------------------------------------------------------------------

SPOILED = {
    "lost": None,
    "empty": b"",
    "cut off": b'{"language": "en", "laid": {"notebo',
    "an empty object": b"{}",
    "binary": b"\xff\xfe\x00\x80",
    "a list": b"[]",
    "of another shape": b'{"laid": [1, 2], "cells": "x"}',
    "of wrong values": b'{"laid": {"exercises/en/01-facts.ipynb": 7}}',
    "endlessly nested": b"[" * 100_000,
}


@pytest.mark.parametrize("fault", SPOILED)
def test_a_mark_that_is_lost_or_spoiled_is_made_anew_and_what_lies_there_is_known_again(fault, course, home):
    whole = (home / MARK).read_bytes()
    (home / MARK).unlink()
    if (text := SPOILED[fault]) is not None:
        (home / MARK).write_bytes(text)
    assert lay(course, home, "en") == Laid()
    assert (home / MARK).read_bytes() == whole
    newer(course)
    assert lay(course, home, "en") == Laid()
    assert first(home / EXERCISE) == "# A newer beginning"


@pytest.mark.parametrize("fault", SPOILED)
def test_without_its_mark_a_changed_file_is_still_the_learner_s(fault, course, home):
    mine = typed(home / EXERCISE)
    (home / MARK).unlink()
    if (text := SPOILED[fault]) is not None:
        (home / MARK).write_bytes(text)
    assert lay(course, home, "en").kept == [EXERCISE]
    assert (home / EXERCISE).read_bytes() == mine


def test_the_mark_says_which_version_and_language_were_laid(home):
    said = json.loads((home / MARK).read_bytes())
    assert (said["version"], said["language"]) == (__version__, "en")
    about = json.loads((home / EXERCISE).read_bytes())["metadata"]["promplan"]
    assert about == {"version": __version__, "unit": "01-facts", "language": "en"}


def test_laying_leaves_no_half_written_file(home):
    assert not [one for one in home.rglob("*") if one.name.endswith(".tmp")]


@pytest.mark.parametrize("start", ["exercises/en", "notebooks/en", "exercises", "assets/cases"])
def test_a_folder_that_lost_its_mark_is_found_by_its_shape(start, home):
    (home / MARK).unlink()
    assert find_plan(home / start) == home / NAME


def test_the_authors_folder_is_no_learner_s_though_it_has_the_shape(home):
    (home / MARK).unlink()
    (home / "course.py").touch()
    assert find_plan(home / "exercises" / "en") == home / "exercises" / "en" / NAME


# --- a learner's files ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16", "utf-8-sig", "koi8-r"])
def test_a_file_saved_in_another_encoding_is_the_learner_s_and_named(encoding, course, home):
    (home / PAPER).write_bytes("время;момент\n1;2\n".encode(encoding))
    newer(course, PAPER)
    before = (home / PAPER).read_bytes()
    assert lay(course, home, "en").kept == [PAPER]
    assert (home / PAPER).read_bytes() == before


def test_other_ends_of_lines_are_no_change(course, home):
    (home / PAPER).write_bytes((home / PAPER).read_bytes().replace(b"\n", b"\r\n"))
    newer(course, PAPER)
    assert lay(course, home, "en") == Laid()
    assert (home / PAPER).read_bytes().endswith(b"0,0\n")


@pytest.mark.parametrize("spoiled", [b"", b"\xff\xfe", b"{", b"[]", b'{"cells": 7}', b'{"cells": [{}]}'])
def test_a_notebook_that_is_none_is_the_learner_s(spoiled, course, home):
    (home / EXERCISE).write_bytes(spoiled)
    newer(course)
    assert lay(course, home, "en").kept == [EXERCISE]
    assert (home / EXERCISE).read_bytes() == spoiled


@pytest.mark.skipif(os.name == "nt", reason="links and pipes want rights there")
def test_links_folders_and_pipes_in_a_file_s_place_are_left_alone(course, home, tmp_path):
    (tmp_path / "elsewhere").write_text("mine")
    (home / LESSON).unlink()
    (home / LESSON).symlink_to(tmp_path / "elsewhere")
    (home / EXERCISE).unlink()
    (home / EXERCISE).mkdir()
    (home / PAPER).unlink()
    os.mkfifo(home / PAPER)
    assert set(lay(course, home, "en").kept) == {LESSON, EXERCISE, PAPER}
    assert (tmp_path / "elsewhere").read_text() == "mine"


def test_a_notebook_that_was_only_run_stays_with_its_outputs_while_nothing_is_new(course, home):
    before = ran(home / EXERCISE)
    assert lay(course, home, "en") == Laid()
    assert (home / EXERCISE).read_bytes() == before


def test_a_notebook_that_was_only_run_gets_the_new_version_and_stays_beside_it(course, home):
    before = ran(home / EXERCISE)
    newer(course)
    beside = "exercises/en/01-facts.kept-1.ipynb"
    assert lay(course, home, "en") == Laid(brought={EXERCISE: beside})
    assert first(home / EXERCISE) == "# A newer beginning" and (home / beside).read_bytes() == before
    assert lay(course, home, "en") == Laid(), "said once"


def test_what_a_learner_wrote_is_kept_and_the_way_to_the_new_version_said(course, home):
    mine = typed(home / EXERCISE)
    newer(course)
    done = lay(course, home, "en")
    assert (home / EXERCISE).read_bytes() == mine
    said = [str(one) for one in done.told()]
    assert said[0] == f"kept as you changed it: {EXERCISE}" and f"--fresh {EXERCISE}" in said[1]
    with inside("ru"):
        assert "--fresh" in str(done.told()[1]) and "рядом" in str(done.told()[1])


# --- --fresh -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["exercises/en/01-facts.ipynb", "en/01-facts", "exercises\\en\\01-facts.ipynb"])
def test_a_fresh_copy_takes_the_place_and_every_old_one_stays(name, course, home):
    name = name.replace("en/01-facts", "exercises/en/01-facts") if name.startswith("en/") else name
    for number in (1, 2):
        mine = typed(home / EXERCISE)
        done = lay(course, home, "en", [name])
        beside = f"exercises/en/01-facts.kept-{number}.ipynb"
        assert done.brought == {EXERCISE: beside} and (home / beside).read_bytes() == mine
        assert first(home / EXERCISE) != "# Mine"
        cells = json.loads((home / EXERCISE).read_bytes())["cells"]
        assert all(cell["metadata"]["deletable"] is False for cell in cells)


@pytest.mark.parametrize("name", ["01-facts", "01-facts.ipynb"])
def test_a_unit_s_name_stands_for_its_lesson_and_its_exercise(name, course, home):
    typed(home / EXERCISE)
    typed(home / LESSON)
    assert set(lay(course, home, "en", [name]).brought) == {EXERCISE, LESSON}


def test_a_solution_comes_fresh_only_to_who_has_it(course, home):
    assert not lay(course, home, "en", ["01-facts"]).brought
    solution(course, home, "en", "01-facts")
    mine = typed(home / "solutions/en/01-facts.ipynb")
    assert lay(course, home, "en").kept == ["solutions/en/01-facts.ipynb"]
    lay(course, home, "en", ["solutions/en/01-facts"])
    assert (home / "solutions/en/01-facts.kept-1.ipynb").read_bytes() == mine


def test_what_is_as_the_course_lays_it_is_said_and_left(course, home):
    done = lay(course, home, "en", [PAPER])
    assert done == Laid(same=[PAPER]) and PAPER in str(done.told()[0])
    assert not [*(home / PAPER).parent.glob("*.kept-*")]


@pytest.mark.parametrize(
    "name", ["99-party", "", "/", ".", "..", "../course/notebooks/en/01-facts.ipynb", "facts", "*"]
)
def test_a_name_that_the_course_does_not_lay_is_refused_with_those_it_does(name, course, home):
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    with pytest.raises(Problem, match="01-facts"):
        lay(course, home, "en", [name])
    assert before == {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}


def test_an_old_copy_is_not_what_jupyterlab_opens_first(course, home):
    typed(home / LESSON)
    lay(course, home, "en", [LESSON])
    assert f"--LabApp.default_url=/lab/tree/{LESSON}" in command(home, "en", 8888, browser=False)


# --- places --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", [".", "notebooks", "exercises/en", "assets/cases"])
def test_the_course_s_own_folder_is_never_laid_into(place, course):
    before = {path: path.read_bytes() for path in course.rglob("*") if path.is_file()}
    with pytest.raises(Problem, match="--dir"):
        lay(course, course / place, "en")
    assert before == {path: path.read_bytes() for path in course.rglob("*") if path.is_file()}


@pytest.mark.parametrize("blocked", ["", "exercises", "exercises/en", MARK])
def test_a_place_that_cannot_be_written_is_said(blocked, course, tmp_path):
    home = tmp_path / "new"
    target = home / blocked
    if blocked == MARK:
        target.mkdir(parents=True)
        (target / "x").touch()
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("a file")
    with pytest.raises(Problem):
        lay(course, home, "en")


@pytest.mark.parametrize("blocked", [".jupyter-course", ".jupyter-course/labconfig"])
def test_settings_that_cannot_be_written_are_said_with_their_place(blocked, tmp_path):
    (tmp_path / blocked).parent.mkdir(exist_ok=True)
    (tmp_path / blocked).write_text("mine")
    with pytest.raises(Problem, match="jupyter-course"):
        settings(tmp_path, "ru")
    assert (tmp_path / blocked).read_text() == "mine"


def test_settings_are_written_once_and_mended_where_they_were_cut(tmp_path):
    file = settings(tmp_path, "ru") / "labconfig" / "default_setting_overrides.json"
    whole, stamp = file.read_bytes(), file.stat().st_mtime_ns
    settings(tmp_path, "ru")
    assert file.stat().st_mtime_ns == stamp and json.loads(whole)
    file.write_bytes(whole[:40])
    settings(tmp_path, "ru")
    assert file.read_bytes() == whole


def test_a_cell_s_text_counts_and_its_outputs_do_not():
    one = {
        "cells": [{"cell_type": "code", "source": ["a\n", "b"], "outputs": [1]}, {"cell_type": "code", "source": ""}]
    }
    same = {"cells": [{"cell_type": "code", "source": "a\nb"}]}
    other = {"cells": [{"cell_type": "markdown", "source": "a\nb"}]}
    digests = [mark.of_cells(json.dumps(notebook).encode()) for notebook in (one, same, other)]
    assert digests[0] == digests[1] != digests[2]
