"""Does the wording of an edited Russian notebook reach the catalogue, and nothing but the wording?"""

import copy
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from promplan.notebooks import catalogue
from promplan.notebooks.harvest import Harvest, carry, enter, harvest
from promplan.notebooks.translate import translate

ENGLISH = new_notebook(
    cells=[
        new_markdown_cell("# Facts\nSee [the lesson](../../notebooks/en/01-facts.ipynb).", id="title"),
        new_code_cell('import promplan as pp\npp.start("01-facts", "en")', id="start"),
        new_markdown_cell("Ask the foreman.", id="ask"),
    ]
)
PO = "src/promplan/locale/ru/01-facts.po"
RUSSIAN = {"title": "# Факты\nСм. [урок](../../notebooks/en/01-facts.ipynb).", "ask": "Спросите мастера."}


def words(**changes: str) -> catalogue.Catalog:
    new = catalogue.extract([ENGLISH], catalogue.blank())
    enter(new, ENGLISH, {**RUSSIAN, **changes})
    return new


def twin() -> nbformat.NotebookNode:
    return translate(ENGLISH, words())


def cell(notebook: nbformat.NotebookNode, name: str) -> nbformat.NotebookNode:
    return next(one for one in notebook.cells if one.id == name)


def reaped(russian: nbformat.NotebookNode) -> Harvest:
    return harvest("notebooks/ru/01-facts.ipynb", ENGLISH, russian, words())


def refusal(russian: nbformat.NotebookNode) -> str:
    found = reaped(russian)
    assert found.carried == {}
    return "\n".join(map(str, found.refused))


def test_an_untouched_twin_brings_nothing():
    assert reaped(twin()) == Harvest("notebooks/ru/01-facts.ipynb")


def test_new_wording_is_carried_by_the_cells_id():
    russian = twin()
    cell(russian, "ask").source = "Сначала спросите мастера."
    assert reaped(russian).carried == {"ask": "Сначала спросите мастера."}


def test_what_was_carried_makes_the_edited_notebook_again():
    russian = twin()
    cell(russian, "title").source = "# Только факты\nОткройте [урок](../../notebooks/ru/01-facts.ipynb)."
    new = words()
    enter(new, ENGLISH, reaped(russian).carried)
    assert translate(ENGLISH, new) == russian


def measured(said: str) -> tuple[nbformat.NotebookNode, catalogue.Catalog]:
    """An English notebook of one cell, and the catalogue in which it says `said`."""
    english = new_notebook(cells=[new_markdown_cell("The plates are at 170 °C for 11 min.", id="a")])
    new = catalogue.extract([english], catalogue.blank())
    enter(new, english, {"a": said})
    return english, new


def test_a_number_and_its_unit_stay_on_one_line_in_the_russian_twin_alone():
    english, new = measured("Плиты при 170 °C 11 мин, лист 2 мм, 20 м/мин, 5 % и 7 мест.")
    russian = translate(english, new)
    joined = "Плиты при 170\u00a0°C 11\u00a0мин, лист 2\u00a0мм, 20\u00a0м/мин, 5\u00a0% и\u00a07\u00a0мест."
    assert cell(russian, "a").source == joined
    assert "\u00a0" not in cell(translate(english, catalogue.blank()), "a").source
    assert "\u00a0" not in str(new.get(english.cells[0].source, context="a").string)


@pytest.mark.parametrize("space", [" ", "\u00a0"])
def test_either_space_before_a_unit_is_the_same_wording(space):
    english, new = measured("Плиты при 170 °C 11 мин.")
    russian = translate(english, new)
    cell(russian, "a").source = f"Плиты при 170{space}°C 11{space}мин."
    assert harvest("n", english, russian, new).carried == {}
    cell(russian, "a").source = f"Плиты греют до 170{space}°C 11{space}мин."
    carried = harvest("n", english, russian, new).carried
    assert carried == {"a": "Плиты греют до 170 °C 11 мин."}
    enter(new, english, carried)
    assert cell(translate(english, new), "a").source == "Плиты греют до 170\u00a0°C 11\u00a0мин."


def test_an_image_of_the_russian_folder_is_carried_as_the_build_wants_it():
    english = new_notebook(cells=[new_markdown_cell("![a](../en/a.png) A.", id="a")])
    russian = new_notebook(cells=[new_markdown_cell("![а](../ru/a.png) Б.", id="a")])
    new = catalogue.extract([english], catalogue.blank())
    enter(new, english, harvest("n", english, russian, new).carried)
    assert new.get("![a](../en/a.png) A.", context="a").string == "![а](../en/a.png) Б."
    assert translate(english, new) == russian


def test_outputs_tags_and_counts_are_not_our_business():
    russian = twin()
    cell(russian, "start").update(execution_count=7, outputs=[nbformat.v4.new_output("stream", text="!")])
    assert reaped(russian) == Harvest("notebooks/ru/01-facts.ipynb")


def test_a_cell_that_still_shows_the_english_is_not_taken_for_russian():
    russian = twin()
    cell(russian, "ask").source = "Ask the foreman."
    assert reaped(russian).carried == {}


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("## Факты\nСм. [урок](../../notebooks/ru/01-facts.ipynb).", "headings"),
        ("# Факты\nСм. урок.", "links"),
        ("# Факты\nСм. [урок](../../notebooks/ru/01-facts.ipynb). ![цех](a.png)", "images"),
        ("# Факты\nСм. [урок](../../notebooks/en/01-facts.ipynb).", "/ru/"),
        ("", "words"),
    ],
)
def test_another_structure_is_refused_with_the_cell(source, fault):
    russian = twin()
    cell(russian, "title").source = source
    cell(russian, "ask").source = "И это тоже не переносится."
    assert refusal(russian).startswith("notebooks/ru/01-facts.ipynb, cell title: ")
    assert fault in refusal(russian)


def test_changed_code_is_refused():
    russian = twin()
    cell(russian, "start").source += "\npp.fact_table()"
    assert "cell start: its code was changed" in refusal(russian)


def test_a_new_cell_is_refused():
    russian = twin()
    russian.cells.append(new_markdown_cell("Ещё одна.", id="new"))
    assert "cell new: the English notebook has no such cell" in refusal(russian)


def test_a_missing_cell_is_refused():
    russian = twin()
    del russian.cells[2]
    assert "cell ask: it is missing" in refusal(russian)


def test_a_doubled_cell_is_refused():
    russian = twin()
    russian.cells.append(copy.deepcopy(russian.cells[2]))
    assert "cell ask: it is here more than once" in refusal(russian)


def test_another_order_is_refused():
    russian = twin()
    russian.cells[1:] = reversed(russian.cells[1:])
    assert "cell ask: from here on" in refusal(russian)


def test_another_kind_of_cell_is_refused():
    russian = twin()
    russian.cells[2] = new_code_cell("Спросите мастера.", id="ask")
    assert "cell ask: it is no longer a markdown cell" in refusal(russian)


def test_wording_for_todays_english_is_fuzzy_no_more():
    stale = catalogue.extract([ENGLISH], catalogue.blank())
    stale.add("Ask the foreman.", "Спросить.", context="ask", flags=["fuzzy"], previous_id=("Ask him.",))
    enter(stale, ENGLISH, {"ask": "Спросите мастера."})
    message = stale.get("Ask the foreman.", context="ask")
    assert (message.string, message.fuzzy, message.previous_id) == ("Спросите мастера.", False, [])


def test_wording_for_an_english_that_changed_meanwhile_is_kept_for_the_build_to_mark():
    old = words()
    changed = copy.deepcopy(ENGLISH)
    cell(changed, "ask").source = "Ask the foreman twice."
    enter(old, changed, {"ask": "Спросите же мастера."})
    message = catalogue.extract([changed], old).get("Ask the foreman twice.", context="ask")
    assert (message.string, message.fuzzy) == ("Спросите же мастера.", True)


@pytest.fixture
def course(tmp_path) -> Path:
    """A course of one solved exercise, whose Russian follows from its source."""
    for folder in ("solutions/en", "solutions/ru", "src/promplan/locale/ru"):
        (tmp_path / folder).mkdir(parents=True)
    nbformat.write(ENGLISH, tmp_path / "solutions/en/01-facts.ipynb")
    nbformat.write(twin(), tmp_path / "solutions/ru/01-facts.ipynb")
    catalogue.write(tmp_path / PO, words())
    return tmp_path


def edited(course: Path, old: str, new: str) -> None:
    path = course / "solutions/ru/01-facts.ipynb"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_one_word_changes_one_word_of_the_catalogue(course):
    po = course / PO
    before = po.read_text(encoding="utf-8")
    edited(course, "мастера", "технолога")
    assert [str(one) for one in carry(course)] == ["solutions/ru/01-facts.ipynb: 1 cell carried"]
    assert po.read_text(encoding="utf-8") == before.replace("мастера", "технолога", 1)
    assert carry(course) == []


def test_a_refused_notebook_leaves_the_catalogue_as_it_was(course):
    po = course / PO
    before = po.read_bytes()
    edited(course, "мастера", "технолога")
    edited(course, "pp.start", "pp.stop")
    assert [bool(one.refused) for one in carry(course)] == [True]
    assert po.read_bytes() == before


@pytest.mark.parametrize("broken", ["{", "[]", ""])
def test_a_notebook_that_is_none_is_named(course, broken):
    (course / "solutions/ru/01-facts.ipynb").write_text(broken)
    assert "solutions/ru/01-facts.ipynb" in str(carry(course)[0].refused[0])


def test_a_russian_notebook_without_english_is_named(course):
    (course / "solutions/en/01-facts.ipynb").unlink()
    assert "no English source" in str(carry(course)[0].refused[0])


def test_the_command_takes_ru_and_nothing_else():
    done = subprocess.run([sys.executable, "-m", "promplan", "harvest", "en"], capture_output=True, text=True)
    assert done.returncode == 2 and "Only ru is harvested" in done.stderr
