"""Does the grid show who answers, and whose yes is of the version that stands there?"""

from datetime import date

from figures.looking import drawn as few
from figures.looking import faults, odd_words, pale, words
from hypothesis import given

from promplan import figures
from promplan.language import inside
from promplan.language.typesetting import unset
from promplan.plan import Plan
from promplan.plan.approvals import content_digest
from promplan.plan.store import MemoryStore


def two(title: str = "Eleven minutes") -> Plan:
    store = MemoryStore()
    owner = store.add("team.members", {"name": "Vera"})
    for name in (title, "The ring"):
        item = store.add("items", {"title": name, "owner": owner})
        for judge, raci in (("engineer", "C"), ("safety", "C"), ("plant", "A")):
            store.add(f"items/{item}/approvals", {"judge": judge, "raci": raci})
    seen = {"state": "approved", "on": date(2027, 1, 1), "version": content_digest(store.plan.items[0])}
    store.put("items/C1/approvals/Y1", seen)
    store.put("items/C2/approvals/Y4", {**seen, "version": "0" * 64})
    return store.plan


def test_each_piece_has_its_letters_and_only_a_yes_to_this_version_is_ticked():
    one = figures.raci(two())
    said = words(one).split()
    assert said.count("A") == 2 and said.count("R") == 2 and said.count("C") == 4
    assert said.count("✔") == said.count("↻") == 1
    assert not faults(one) and not pale(one)


def test_who_cannot_see_it_is_told_all_of_it():
    alt = unset(figures.raci(two()).alt)
    assert "C1 · Eleven minutes: makes it R / engineer C, said yes to this version" in alt
    assert "C2 · The ring: makes it R / engineer C, asked again" in alt


def test_in_russian_the_letters_are_russian():
    with inside("ru"):
        one = figures.raci(two("Одиннадцать минут"))
        said = words(one).split()
        assert said.count("А") == 2 and said.count("К") == 4 and said.count("И") == 2


def test_twenty_pieces_stay_on_a_screen_and_none_at_all_is_told():
    plan = two()
    plan.items = [plan.items[0].model_copy(update={"id": f"C{n}"}) for n in range(1, 21)]
    one = figures.raci(plan)
    assert one.fig.get_figheight() <= 7.2 and "and 11 more" in unset(words(one)) and not faults(one)
    assert "No piece has a step of approval yet" in unset(figures.raci(Plan()).alt)


@few
@given(odd_words)
def test_odd_titles_are_drawn_as_words(text):
    assert not faults(figures.raci(two(text)))
