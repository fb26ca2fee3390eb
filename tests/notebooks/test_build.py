"""Does the built course follow from its sources, and does the check say so when it does not?"""

import json
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
from promplan.notebooks.normalise import text
from promplan.notebooks.sentences import sentences
from promplan.notebooks.trouble import Waiting

LESSON = ("07-small", "Ask the foreman.", "Спросите мастера.")


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
    edit(course / "solutions/en/01-facts.ipynb", "four minutes", "six minutes")
    (waits,) = [one for one in build(course, check=True) if isinstance(one, Waiting)]
    assert waits.startswith("01-facts.po, cell facts-alone: the English has changed, the old Russian stays")
    faults = [one for one in build(course, check=True) if not isinstance(one, Waiting)]
    assert faults == [
        f"{name}, cell facts-alone: not as in solutions/en/01-facts.ipynb{words}. "
        "Edit that, not this file, and run promplan build, which writes it anew"
        for name, words in (
            ("exercises/en/01-facts.ipynb", ""),
            ("solutions/ru/01-facts.ipynb", " (its Russian: 01-facts.po)"),
        )
    ]


def test_an_edited_generated_file_is_named_with_the_command(course):
    edit(course / "exercises/ru/01-facts.ipynb", "fact_table", "team_form")
    assert build(course, check=True) == [
        "exercises/ru/01-facts.ipynb, cell facts-register: not as in solutions/en/01-facts.ipynb (its Russian: "
        "01-facts.po). Edit that, not this file, and run promplan build, which writes it anew"
    ]


@pytest.mark.parametrize("content", [None, "{", "[]", ""])
def test_a_file_that_is_missing_or_no_notebook_is_named_and_written_again(small, content):
    path = small / "notebooks/ru/07-small.ipynb"
    before = path.read_text(encoding="utf-8")
    path.unlink()
    if content is not None:
        path.write_text(content)
    state = "is missing" if content is None else "is not a notebook"
    assert build(small, check=True) == [f"notebooks/ru/07-small.ipynb {state}: run promplan build, which writes it"]
    assert build(small) == []
    assert path.read_text(encoding="utf-8") == before


def test_many_cells_that_differ_are_counted_after_the_first_three(course):
    path = course / "exercises/en/01-facts.ipynb"
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells[1:6]:
        cell.source += " "
    path.write_text(text(notebook), encoding="utf-8")
    (told,) = build(course, check=True)
    names = ", ".join(cell.id for cell in notebook.cells[1:4])
    assert f"exercises/en/01-facts.ipynb, cells {names} and 2 more: not as in solutions/en/01-facts.ipynb." in told


def test_cells_that_are_missing_added_or_moved_are_named(course):
    path = course / "exercises/en/01-facts.ipynb"
    whole = nbformat.read(path, as_version=4)
    last, first = whole.cells[-1], whole.cells[0]

    def told(*cells) -> str:
        path.write_text(text(nbformat.from_dict({**whole, "cells": list(cells)})), encoding="utf-8")
        return " ".join(build(course, check=True))

    assert f"cell {last.id}: not as in" in told(*whole.cells[:-1])
    assert "cell more: not as in" in told(*whole.cells, nbformat.v4.new_markdown_cell("More.", id="more"))
    assert f"cells {last.id}, {first.id}" in told(last, first, *whole.cells[1:-1])


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
        "notebooks/en/01-facts.ipynb was saved by JupyterLab or another editor: run promplan build, "
        "which takes out what that added"
    ]


@pytest.fixture
def small(tmp_path) -> Path:
    """A course of one lesson with one sentence, built in both languages, around a package of one sentence."""
    for folder in ("notebooks/en", "solutions/en", "src/promplan/locale/ru"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "src/promplan/saying.py").write_text('say("No.")', encoding="utf-8")
    cell = nbformat.v4.new_markdown_cell("Ask the foreman.", id="ask")
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), tmp_path / "notebooks/en/07-small.ipynb")
    for name, english, russian, context in (("promplan", "No.", "№", None), (*LESSON, "ask")):
        words = catalogue.blank()
        words.add(english, russian, context=context)
        catalogue.write(tmp_path / f"src/promplan/locale/ru/{name}.po", words)
    assert build(tmp_path) == []
    return tmp_path


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
    assert carry(small) == []
    assert build(small) == []
    assert sentence(small) == "Спросите бригадира."


def test_russian_for_yesterdays_english_stays_fuzzy_when_it_is_harvested_after_a_build(small):
    edit(small / "notebooks/ru/07-small.ipynb", "мастера", "технолога")
    edit(small / "notebooks/en/07-small.ipynb", "foreman", "foreman twice")
    assert any("the English has changed" in one for one in build(small))
    carry(small)
    assert any("the English has changed" in one for one in build(small))
    assert "Спросите технолога." in (small / "src/promplan/locale/ru/07-small.po").read_text(encoding="utf-8")


def test_old_russian_stays_on_the_page_where_the_english_changed(small):
    edit(small / "notebooks/en/07-small.ipynb", "Ask the foreman.", "## Ask\\nAsk the foreman [twice](a.ipynb).")
    (waits,) = build(small)
    assert isinstance(waits, Waiting) and "cell ask: the English has changed" in waits and "headings, links" in waits
    assert sentence(small) == "Спросите мастера."
    assert build(small, check=True) == [waits] and build(small) == [waits]
    po = (small / "src/promplan/locale/ru/07-small.po").read_text(encoding="utf-8")
    assert '#, fuzzy\n#| msgid "Ask the foreman."\nmsgctxt "ask"\n' in po


def test_english_that_is_taken_back_needs_nobody(small):
    before = (small / "src/promplan/locale/ru/07-small.po").read_bytes()
    edit(small / "notebooks/en/07-small.ipynb", "foreman", "foreman twice")
    assert [type(one) for one in build(small)] == [Waiting]
    edit(small / "notebooks/en/07-small.ipynb", "foreman twice", "foreman")
    assert build(small) == [] and (small / "src/promplan/locale/ru/07-small.po").read_bytes() == before


def untranslated(course: Path) -> None:
    source = course / "notebooks/en/07-small.ipynb"
    notebook = nbformat.read(source, as_version=4)
    notebook.cells.append(nbformat.v4.new_markdown_cell("Write it down.", id="write"))
    source.write_text(text(notebook), encoding="utf-8")


def test_a_cell_that_nobody_has_translated_says_so_in_russian(small):
    untranslated(small)
    (waits,) = build(small)
    assert isinstance(waits, Waiting) and "cell write: there is no Russian yet" in waits
    russian = nbformat.read(small / "notebooks/ru/07-small.ipynb", as_version=4)
    assert russian.cells[1].source == "*Перевод этой части ещё готовится.*"
    assert build(small, check=True) == [waits] and carry(small) == []


def test_a_translation_typed_over_that_note_is_carried(small):
    untranslated(small)
    build(small)
    edit(small / "notebooks/ru/07-small.ipynb", "*Перевод этой части ещё готовится.*", "Запишите ответ.")
    assert [one.carried for one in carry(small)] == [{"write": "Запишите ответ."}]
    assert build(small) == []


def test_wording_put_over_old_russian_waits_until_somebody_has_compared(small):
    edit(small / "notebooks/en/07-small.ipynb", "foreman", "foreman twice")
    build(small)
    edit(small / "notebooks/ru/07-small.ipynb", "Спросите", "Сначала спросите")
    (one,) = carry(small)
    assert one.carried == {"ask": "Сначала спросите мастера."} and one.stale == {"ask"}
    assert "The English of ask has changed meanwhile" in str(one)
    assert [type(one) for one in build(small)] == [Waiting]
    po = small / "src/promplan/locale/ru/07-small.po"
    edit(po, "#, fuzzy\n", "")
    assert build(small) == [] and "#|" not in po.read_text(encoding="utf-8")


def test_russian_whose_structure_differs_from_todays_english_is_a_fault(small):
    edit(small / "src/promplan/locale/ru/07-small.po", "Спросите", "## Спросите")
    (told,) = build(small)
    assert not isinstance(told, Waiting) and told == "07-small.po, cell ask: the headings differ between the languages"


@pytest.fixture
def two(small) -> Path:
    """A course of two lessons: each opens an asset of its own, one lists a folder of assets too."""
    (small / "assets/list").mkdir(parents=True)
    for name, more in (("08-one", ""), ("09-two", "; listed = __import__('os').listdir(folder + '/list')")):
        (small / f"assets/{name}.txt").write_text("1")
        code = f"folder = {str(small / 'assets')!r}{more}; open(folder + '/{name}.txt').read()"
        cell = nbformat.v4.new_code_cell(code, id="read")
        nbformat.write(nbformat.v4.new_notebook(cells=[cell]), small / f"notebooks/en/{name}.ipynb")
    assert build(small) == []
    return small


def ran_again(course: Path) -> list[str]:
    """The lessons that a build runs: those in which it mends an output that was forged."""
    lessons = sorted(course.glob("notebooks/en/0[89]*.ipynb"))
    for lesson in lessons:
        lesson.write_text(re.sub(r"'(\d|forged)'", "'forged'", lesson.read_text(encoding="utf-8")), encoding="utf-8")
    assert build(course) == []
    return [lesson.stem for lesson in lessons if "'forged'" not in lesson.read_text(encoding="utf-8")]


def test_a_notebook_is_run_again_for_what_it_read_and_for_nothing_else(two):
    assert ran_again(two) == []
    (two / "assets/08-one.txt").write_text("2")
    assert ran_again(two) == ["08-one"]
    (two / "assets/list/new.toml").write_text("")
    assert ran_again(two) == ["09-two"]
    (two / "assets/other.toml").write_text("")
    (two / "src/promplan/cli_of_nobody.py").write_text("")
    assert ran_again(two) == []


def test_without_a_memory_or_with_another_versions_everything_is_run(two):
    for content in (None, "{", json.dumps({"notebooks/en/08-one.ipynb": "0" * 64})):
        (two / ".promplan-build.json").unlink()
        if content is not None:
            (two / ".promplan-build.json").write_text(content)
        assert ran_again(two) == ["08-one", "09-two"]


def test_the_catalogue_is_newer_than_a_notebook_that_nobody_touched(small):
    edit(small / "src/promplan/locale/ru/07-small.po", "мастера", "технолога")
    assert carry(small) == []
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
    told = [one for one in sentences(assets.course() / "src/promplan") if isinstance(one.id, str)]
    worded = [one for one in told if re.search("[a-z]", re.sub(r"\{\w+\}", "", one.id), re.IGNORECASE)]
    same = [one for one in worded if russian.pgettext(one.context, one.id) == one.id]
    both = {"GRP", "RACI", "KPI", "KPI: {n}.", "{value}, n = {n}", "cohort.json, {where}: {fault}"}
    assert {one.id for one in same if one.context or russian.gettext(one.id) == one.id} == both
