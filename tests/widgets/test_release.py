"""Is a press release read part by part in both languages, and does nobody get quoted without a consent?"""

from datetime import date
from html import unescape

import pytest
from widgets.finding import button, field, press, shown
from widgets.finding import told as html

from promplan.language import inside
from promplan.language.typesetting import unset
from promplan.plan.store import MemoryStore
from promplan.widgets.release import release
from promplan.widgets.toast import Toast

RU = """12 марта 2027 года завод «Упругость» в Дугорске впервые открыл пресс-цех для школьников.

«Мы не прячем ни жару, ни шум: пусть ребята сами решат, их это работа или нет», — сказала мастер Анна Кольцова.

О заводе
«Упругость» делает уплотнительные кольца.

Контакт: Мария Манометрова, press@uprugost.example
"""
EN = """On 12 March 2027 the plant Uprugost opened its press shop to pupils for the first time. It stands in Dugorsk.

“We hide neither the heat nor the noise: let them decide for themselves,” says Anna Koltsova, foreman of the shift.

About the plant
Uprugost makes sealing rings.

Contact: Maria Manometrova, press@uprugost.example
"""
PAPER = {"state": "given", "covers": ["face", "name"], "until": date(2027, 6, 30), "channels": ["earned", "owned"]}


def told(panel) -> str:
    return unset(unescape(html(panel)))


def with_release(text: str = "", language: str = "en", **more) -> MemoryStore:
    store = MemoryStore()
    store.put("meta", {"language": language})
    store.add("items", {"form": "press release", "title": "Open day", "text": text, **more})
    return store


def with_person(store: MemoryStore, name: str, **papers) -> MemoryStore:
    store.add("visit.people", {"role": "foreman", "name": name})
    for paper in ("data", "dissemination"):
        store.put("visit.people/N1/" + paper, {**PAPER, **papers})
    return store


def test_the_first_press_release_begins_here():
    store = MemoryStore()
    panel = release(store)
    press(panel, "Begin a press release")
    assert [one.form for one in store.plan.items] == ["press release"]
    assert not shown(button(panel, "Begin a press release"))
    field(panel, "Headline").value = "A ring is born"
    assert store.plan.items[0].headline == "A ring is born"


@pytest.mark.parametrize(("language", "text"), [("en", EN), ("ru", RU)])
def test_a_whole_release_has_ten_parts_in_either_language(language, text):
    panel = release(
        with_release(text, language, headline="Pupils see a ring" if language == "en" else "Как рождается кольцо")
    )
    assert "10 of 10 parts are found." in told(panel)


def test_what_is_missing_is_wanted_in_words_and_found_as_soon_as_it_is_typed():
    store = with_release()
    panel = release(store)
    assert "0 of 10 parts are found." in told(panel) and "a quotation: a sentence in somebody's own words" in told(
        panel
    )
    field(panel, "Text").value = EN
    assert "9 of 10 parts are found." in told(panel)  # the headline stands in its own field
    field(panel, "Headline").value = "Pupils see how a ring is born"
    assert "10 of 10" in told(panel) and "Anna Koltsova" in told(panel)


def test_words_are_marked_as_in_the_text_checker():
    panel = release(with_release("The best plant in the world opened in 2027."))
    assert "▲" in html(panel) and "promplan-superlative" in html(panel)


def test_who_is_quoted_must_have_signed_for_the_press_and_for_that_day():
    store = with_person(with_release(EN, headline="h"), "Anna Koltsova")
    panel = release(store)
    assert "Anna Koltsova has signed for data and dissemination." in told(panel)
    store.put("items/C1/dates", {"publish": date(2027, 7, 1)})
    assert "Anna Koltsova may not be named: consent to data: ended on 2027-06-30." in told(panel)
    store.put("visit.people/N1/data", {"until": None})
    assert "consent to dissemination: ended" in told(panel)
    store.put("visit.people/N1/dissemination", {"until": None, "channels": ["owned"]})
    assert "consent to dissemination: not for the press" in told(panel)


def test_a_stranger_s_quotation_asks_for_the_consent():
    assert "Anna Koltsova is not among the people of the visit" in told(release(with_release(EN)))


def test_a_quotation_is_put_in_by_name_only_with_both_papers_and_its_gap_is_no_quotation():
    store = with_person(with_release(), "Anna Koltsova")
    panel = release(store)
    press(panel, "Put a quotation in")
    assert store.plan.items[0].text == "“[…]”, says Anna Koltsova, foreman."
    assert "a quotation: a sentence in somebody's own words" in told(panel)  # still wanted
    next(it for it in _walk(panel) if isinstance(it, Toast) and it.undoes).undo()
    store.put("visit.people/N1/dissemination", {"withdrawn": date(2027, 1, 1)})
    press(panel, "Put a quotation in")
    assert store.plan.items[0].text == "“[…]”, says the foreman of the plant."


def test_what_is_put_in_speaks_the_language_of_the_release():
    store = with_person(with_release("Завод открыл цех."), "Анна Кольцова")
    store.put("brief", {"contact": "Мария Манометрова"})
    panel = release(store)
    press(panel, "Put a quotation in")
    press(panel, "Put in: contact")
    assert "«[…]», — говорит Анна Кольцова" in store.plan.items[0].text
    assert "Контакт: Мария Манометрова" in store.plan.items[0].text


def test_a_fact_goes_in_as_it_was_cleared_and_is_known_by_its_number():
    store = with_release()
    fact = store.add("enterprise.facts", {"statement": "The press closes at 170 °C", "value": 170.0, "unit": "°C"})
    store.put(f"enterprise.facts/{fact}/clearance", {"state": "cleared", "wording": "Inside it is 170 degrees"})
    store.put("items/C1", {"facts": [fact]})
    panel = release(store)
    assert "not in the text yet" in told(panel)
    press(panel, "Put the fact in")
    assert store.plan.items[0].text == "Inside it is 170 degrees." and "stands in the text" in told(panel)
    store.put("items/C1", {"text": "At 170 degrees it cures."})
    assert "✔ stands in the text" in told(panel)
    store.put(f"enterprise.facts/{fact}/clearance", {"state": "refused"})
    assert "✘ stands in the text and is not cleared for that day" in told(panel)


def test_undo_never_takes_what_was_typed_after_it():
    store = with_release("One.")
    panel = release(store)
    press(panel, "Put in: contact")
    toast = next(it for it in _walk(panel) if isinstance(it, Toast) and it.undoes)
    field(panel, "Text").value = store.plan.items[0].text + " More."
    assert not toast.undoes
    toast.undo()
    assert store.plan.items[0].text.endswith("More.")


def test_it_is_told_in_russian():
    with inside("ru"):
        panel = release(with_release(RU, "ru", headline="Как рождается кольцо"))
        assert "10 из 10" in told(panel) and "Цитата" in told(panel)


def _walk(panel):
    yield panel
    for child in getattr(panel, "children", ()):
        yield from _walk(child)


def test_a_contact_that_has_its_address_gets_no_gap_for_a_second_one():
    store = with_release("The plant has opened a shop.")
    store.put("brief", {"contact": "press office, press@plant.example"})
    press(release(store), "Put in: contact")
    assert store.plan.items[0].text.count("@") == 1


def test_one_of_the_team_who_is_quoted_needs_no_paper_of_the_visit():
    store = with_release(EN)
    store.add("team.members", {"name": "Anna Koltsova"})
    assert "Anna Koltsova is one of your team" in told(release(store))
