"""Do the lessons say of the real world what its sources say, in one way everywhere, and with the day of the law?"""

import re

import nbformat
import pytest

from promplan import assets, language
from promplan.notebooks.catalogue import read
from promplan.text.law import law
from promplan.text.readability import COEFFICIENTS

HOME = assets.course()
UNITS = sorted(one.stem for one in (HOME / "notebooks" / "en").glob("*.ipynb"))
ENGLISH = {
    cell.id: cell.source
    for unit in UNITS
    for kind in ("notebooks", "solutions")
    for cell in nbformat.read(HOME / kind / "en" / f"{unit}.ipynb", as_version=4).cells
    if cell.cell_type == "markdown"
}
RUSSIAN = {
    str(one.context): str(one.string)
    for unit in UNITS
    for one in read(HOME / "src/promplan/locale/ru" / f"{unit}.po")
    if one.id
}
ADVICE = {"en": "no legal advice", "ru": "не юридическая консультация"}


@pytest.mark.parametrize(("speech", "cells"), [("en", ENGLISH), ("ru", RUSSIAN)])
def test_what_the_law_says_is_left_to_the_dated_notes_and_called_no_advice(speech, cells):
    text = cells["message-l-depth-law"]
    for id_ in ("vacancy-texts", "foreign-words", "superlatives", "advertising"):
        assert law(id_) and "pp.law" not in text  # a reader is led to the page, not to code
    assert ADVICE[speech] in text and ADVICE[speech] in cells["facts-l-clear"]
    assert f"assets/law/{speech}/law.md" in text


@pytest.mark.parametrize(
    ("speech", "exception"), [("en", "a federal law gives"), ("ru", "федеральный закон разрешает")]
)
def test_the_rule_for_vacancies_comes_with_its_exception(speech, exception):
    with language.inside(speech):
        shown = repr(law("vacancy-texts"))
    assert exception in shown and "13.11.1" in shown and "168" not in shown


def test_the_course_is_independent_of_the_forum_in_one_way_everywhere():
    readme = " ".join((HOME / "README.md").read_text(encoding="utf-8").split())
    assert "independent of the forum" in ENGLISH["start-aims"] and "independent of the forum" in readme
    assert "We sort plans by four **aims**, after what the organisers" in ENGLISH["goals-l-idea"]
    assert "с форумом не связан" in RUSSIAN["start-aims"] and "слова организаторов" in RUSSIAN["goals-l-idea"]
    assert not re.search(r"forum that this course|names four", "\n".join(ENGLISH.values()))
    assert not re.search("Форума, для которого|форума, для которого", "\n".join(RUSSIAN.values()))


@pytest.mark.parametrize(("cells", "day"), [(ENGLISH, "15 December"), (RUSSIAN, "15 декабря")])
def test_two_figures_of_one_poll_have_their_day_and_each_its_wording(cells, day):
    for id_ in ("facts-l-depth-published", "goals-l-audience"):
        assert day in cells[id_] and "38 %" in cells[id_] and "33 %" in cells[id_]
        assert re.search(r"ready to choose|готовы", cells[id_]) and re.search(r"consider|рассматрива", cells[id_])


@pytest.mark.parametrize("cells", [ENGLISH, RUSSIAN])
def test_low_pay_is_told_beside_the_conversations(cells):
    assert "74 %" in cells["goals-l-audience"]


@pytest.mark.parametrize("cells", [ENGLISH, RUSSIAN])
def test_printed_percentages_are_recomputed_right(cells):
    text = re.sub(r"[,\s\u00a0](?=\d{3}\b)", "", cells["goals-l-depth-published"])
    assert f"{0.84 * 267_607:.0f}" in text and "224290" in text
    assert re.search(r"projected|прогнозн", text) and "60 %" in text
    assert 72 - 39 == 33 and "33 " in text and round(100 * 33 / 39) == 85 and "85 %" in text


@pytest.mark.parametrize("cells", [ENGLISH, RUSSIAN])
def test_both_russian_formulas_of_the_reading_ease_are_told_with_what_they_give(cells):
    text = cells["message-l-depth-readability"].replace(",", ".")
    for speech, syllables in (("en", 1.5), ("ru", 2.5)):
        start, sentence, word = COEFFICIENTS[speech]
        assert f"{start - 10 * sentence - syllables * word:.1f}" in text
    assert f"{206.836 - 10 * 1.52 - 2.5 * 65.14:.1f}" in text and "65.14" in text


@pytest.mark.parametrize("cells", [ENGLISH, RUSSIAN])
def test_the_calls_for_six_classes_follow_from_the_funnel_beside_them(cells):
    from math import ceil

    from promplan.cases.kit import load

    booked, asked = load("rubber-works").plan.objectives[0].funnel.steps
    best, worst = (
        ceil(round(150 / one / two / 25, 6)) for one, two in ((booked.high, asked.high), (booked.low, asked.low))
    )
    assert (best, worst) == (13, 25)
    words = {13: ("thirteen", "тринадцати"), 25: ("twenty-five", "двадцати пяти")}
    assert all(any(word in cells["goals-l-funnel-read"] for word in words[n]) for n in (best, worst))


@pytest.mark.parametrize("cells", [ENGLISH, RUSSIAN])
def test_two_cleared_facts_that_give_away_a_third_are_told(cells):
    assert re.search(r"give away|выдать", cells["facts-l-depth"]) and "610" in cells["facts-l-depth"]
