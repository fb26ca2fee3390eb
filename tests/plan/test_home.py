"""Is a learner's folder known by its shape, and is nobody else's taken for one?"""

from pathlib import Path

import pytest

from promplan.plan.home import looks_laid
from promplan.plan.store import NAME, find_plan


def lay(home: Path, *names: str) -> Path:
    for name in names:
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text("{}")
    return home


@pytest.mark.parametrize("lesson", ["notebooks/en/00-start.ipynb", "exercises/ru/12-visit.ipynb"])
def test_the_lessons_or_the_exercises_of_one_language_are_enough(tmp_path, lesson):
    assert looks_laid(lay(tmp_path, "notes.txt", lesson))
    assert find_plan((tmp_path / lesson).parent) == tmp_path / NAME


@pytest.mark.parametrize(
    "name",
    [
        "lessons/en/00-start.ipynb",
        "notebooks/00-start.ipynb",
        "notebooks/english/00-start.ipynb",
        "notebooks/en/start.ipynb",
        "notebooks/en/00-start.txt",
        "notebooks/en",
        "notebooks",
        "solutions/en/00-start.ipynb",
    ],
)
def test_any_other_shape_is_no_learner_s_folder(tmp_path, name):
    assert not looks_laid(lay(tmp_path, name))


def test_the_authors_folder_is_none(tmp_path):
    assert not looks_laid(lay(tmp_path, "course.py", "notebooks/en/00-start.ipynb"))


def test_an_empty_shelf_beside_a_full_one_hides_nothing(tmp_path):
    (tmp_path / "exercises" / "en").mkdir(parents=True)
    assert not looks_laid(tmp_path)
    assert looks_laid(lay(tmp_path, "notebooks/ru/00-start.ipynb"))
    assert not looks_laid(tmp_path / "gone")


def test_a_folder_that_cannot_be_looked_into_is_nobodys(tmp_path):
    assert not looks_laid(tmp_path / ("x" * 300))  # longer than any name on a disk
