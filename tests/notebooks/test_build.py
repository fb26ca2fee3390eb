"""Does the built course follow from its sources, and does the check say so when it does not?"""

import re
import shutil
from pathlib import Path

import nbformat
import pytest

from promplan import assets
from promplan.notebooks import catalogue
from promplan.notebooks.build import build
from promplan.notebooks.compare import faults, shape
from promplan.notebooks.harvest import carry
from promplan.notebooks.messages import sentences


@pytest.fixture
def course(tmp_path) -> Path:
    root = assets.course()
    for name in ("solutions", "exercises", "notebooks"):
        shutil.copytree(root / name, tmp_path / name)
    shutil.copytree(
        root / "src" / "promplan", tmp_path / "src" / "promplan", ignore=shutil.ignore_patterns("__pycache__")
    )
    return tmp_path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_tracked_course_follows_from_its_sources():
    assert build(assets.course(), check=True) == []


def test_a_changed_english_sentence_is_named_with_its_cell(course):
    edit(course / "solutions/en/01-facts.ipynb", "Alone, five minutes", "Alone, six minutes")
    trouble = " ".join(build(course, check=True))
    assert "facts-alone" in trouble and "Russian" in trouble and "exercises/en/01-facts.ipynb" in trouble


def test_an_edited_generated_file_is_named_with_the_command(course):
    edit(course / "exercises/ru/01-facts.ipynb", "fact_table", "team_form")
    assert build(course, check=True) == [
        "exercises/ru/01-facts.ipynb does not follow from its source: run promplan build"
    ]


def test_what_a_cell_says_is_run_again_when_an_asset_changed(course):
    for path in [*course.glob("*/*/*.ipynb"), *course.glob("src/promplan/locale/ru/0*.po")]:
        path.unlink()
    source = course / "notebooks/en/07-small.ipynb"
    (course / "assets").mkdir()
    (course / "assets/number.txt").write_text("1")
    cell = nbformat.v4.new_code_cell(f"open({str(course / 'assets/number.txt')!r}).read()")
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), source)

    def printed() -> str:
        return nbformat.read(source, as_version=4).cells[0].outputs[0].data["text/plain"]

    assert build(course) == []
    assert printed() == "'1'"
    edit(source, "'1'", "'left alone'")
    assert build(course) == []
    assert printed() == "'left alone'", "nothing changed, so nothing was run"
    (course / "assets/number.txt").write_text("2")
    assert build(course) == []
    assert printed() == "'2'"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"name": "python"\n  }', '"name": "python",\n   "version": "3.13.1"\n  }'),
        ('"execution_count": 1,', '"execution_count": 7,'),
    ],
)
def test_a_notebook_that_jupyterlab_saved_without_a_change_is_seen(course, old, new):
    edit(course / "notebooks/en/01-facts.ipynb", old, new)
    assert build(course, check=True) == [
        "notebooks/en/01-facts.ipynb does not follow from its source: run promplan build"
    ]


@pytest.fixture
def small(course) -> Path:
    """A course of one lesson with one sentence, built in both languages."""
    for path in [*course.glob("*/*/*.ipynb"), *course.glob("src/promplan/locale/ru/0*.po")]:
        path.unlink()
    cell = nbformat.v4.new_markdown_cell("Ask the foreman.", id="ask")
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), course / "notebooks/en/07-small.ipynb")
    words = catalogue.blank()
    words.add("Ask the foreman.", "Спросите мастера.", context="ask")
    catalogue.write(course / "src/promplan/locale/ru/07-small.po", words)
    assert build(course) == []
    return course


def sentence(course: Path) -> str:
    return nbformat.read(course / "notebooks/ru/07-small.ipynb", as_version=4).cells[0].source


def test_russian_edited_by_hand_is_not_written_over(small):
    edit(small / "notebooks/ru/07-small.ipynb", "мастера", "технолога")
    (trouble,) = build(small)
    assert build(small, check=True) == [trouble]
    assert "notebooks/ru/07-small.ipynb, cell ask" in trouble and "promplan harvest ru" in trouble
    assert sentence(small) == "Спросите технолога."
    carry(small)
    assert build(small) == []
    assert sentence(small) == "Спросите технолога."


def test_russian_edited_by_hand_goes_when_that_is_asked_for(small):
    edit(small / "notebooks/ru/07-small.ipynb", "мастера", "технолога")
    assert build(small, force=True) == []
    assert sentence(small) == "Спросите мастера."


def test_harvest_may_come_twice_before_a_build(small):
    edit(small / "notebooks/ru/07-small.ipynb", "мастера", "технолога")
    carry(small)
    edit(small / "notebooks/ru/07-small.ipynb", "технолога", "бригадира")
    assert [one.carried for one in carry(small)] == [{"ask": "Спросите бригадира."}]
    assert build(small) == []
    assert sentence(small) == "Спросите бригадира."


def test_words_changed_here_and_in_the_catalogue_are_not_chosen_between(small):
    edit(small / "notebooks/ru/07-small.ipynb", "мастера", "технолога")
    edit(small / "src/promplan/locale/ru/07-small.po", "мастера", "бригадира")
    (one,) = carry(small)
    assert one.carried == {} and "changed in the catalogue too" in str(one.refused[0])
    edit(small / "notebooks/ru/07-small.ipynb", "технолога", "бригадира")
    assert [one.refused for one in carry(small)] == [[]]
    assert build(small) == []
    assert sentence(small) == "Спросите бригадира."


def test_russian_for_yesterdays_english_stays_fuzzy_when_it_is_harvested_after_a_build(small):
    edit(small / "notebooks/ru/07-small.ipynb", "мастера", "технолога")
    edit(small / "notebooks/en/07-small.ipynb", "foreman", "foreman twice")
    assert any("the Russian is missing or no longer fits" in one for one in build(small))
    carry(small)
    assert any("the Russian is missing or no longer fits" in one for one in build(small))
    assert "Спросите технолога." in (small / "src/promplan/locale/ru/07-small.po").read_text(encoding="utf-8")


def test_the_catalogue_is_newer_than_a_notebook_that_nobody_touched(small):
    edit(small / "src/promplan/locale/ru/07-small.po", "мастера", "технолога")
    assert [one.carried for one in carry(small)] == [{}]
    assert build(small) == []
    assert sentence(small) == "Спросите технолога."


def test_a_translation_that_drops_a_link_or_heading_is_seen():
    assert shape("# A\n[x](../en/a.ipynb)") == shape("# Б\n[у](../ru/a.ipynb)")
    assert shape("# A") != shape("## A") and shape("![a](b.png)") != shape("a")


@pytest.mark.parametrize(
    ("source", "fault"),
    [("import os", "os"), ("%matplotlib inline", "magics"), ("\n".join(["x = 1"] * 16), "15 lines")],
)
def test_a_cell_that_a_student_should_not_meet_is_named(source, fault):
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
    assert fault in faults(notebook)[0][1]


def test_an_image_needs_words():
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("![](a.png)")])
    assert "alternative text" in faults(notebook)[0][1]


def test_no_sentence_of_the_interface_lacks_its_russian():
    from promplan.language import _catalogue

    russian = _catalogue("ru")
    texts = [one for one in sentences(assets.course() / "src/promplan") if isinstance(one, str)]
    worded = [one for one in texts if re.search("[a-z]", re.sub(r"\{\w+\}", "", one), re.IGNORECASE)]
    assert [one for one in worded if russian.gettext(one) == one] == []
