"""Does a notebook run unasked only while its code is the course's own?"""

import json

import pytest

from promplan import assets
from promplan.server.verify import ours


def cells(kind: str = "notebooks", language: str = "en", unit: str = "01-facts") -> list[str]:
    notebook = json.loads((assets.course() / kind / language / f"{unit}.ipynb").read_text(encoding="utf-8"))
    return ["".join(one["source"]) for one in notebook["cells"] if one["cell_type"] == "code"]


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(
    ("kind", "folder"), [("lesson", "notebooks"), ("exercise", "exercises"), ("solution", "solutions")]
)
def test_the_courses_own_code_is_ours(kind, folder, language):
    assert ours("01-facts", language, kind, cells(folder, language))


def test_blank_cells_and_the_other_systems_ends_of_lines_are_no_change():
    assert ours("01-facts", "en", "lesson", ["", *(one.replace("\n", "\r\n") + "\n" for one in cells()), " \n"])


@pytest.mark.parametrize(
    "change",
    [
        lambda given: [*given, "import os; os.remove('x')"],
        lambda given: given[:-1],
        lambda given: [given[1], given[0], *given[2:]],
        lambda given: [given[0] + " #", *given[1:]],
        lambda given: [],
    ],
)
def test_any_other_code_is_not(change):
    assert not ours("01-facts", "en", "lesson", change(cells()))


@pytest.mark.parametrize(
    ("unit", "language", "kind"),
    [
        ("01-facts", "ru", "lesson"),
        ("01-facts", "en", "exercise"),
        ("../en/01-facts", "en", "lesson"),
        ("77-nowhere", "en", "lesson"),
        ("01-facts", "fr", "lesson"),
        ("01-facts", "en", "instructor"),
        ("04-art", "en", "lesson"),
    ],
)
def test_what_the_course_does_not_have_is_not_ours(unit, language, kind):
    assert not ours(unit, language, kind, cells())
