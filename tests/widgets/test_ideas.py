"""Are ideas kept as they are typed, and does the deck ask and never answer?"""

import pytest
from widgets.finding import button, field, part, press, told

from promplan.cases.kit import load
from promplan.language import inside
from promplan.language.typesetting import unset
from promplan.plan.starting_over import emptied
from promplan.plan.store import MemoryStore
from promplan.review.message import may_be_said
from promplan.widgets.channels import channel_cards
from promplan.widgets.deck import drawn
from promplan.widgets.ideas import idea_cards
from promplan.widgets.toast import Toast

ASKED = "what in this would make somebody stop"


def cleared() -> MemoryStore:
    """The kit's plan with every fact of its register cleared."""
    store = MemoryStore(emptied(emptied(emptied(load("rubber-works").plan, "06-making"), "05-visit"), "04-art"))
    for one in store.plan.enterprise.facts:
        store.put(f"enterprise.facts/{one.id}/clearance", {"state": "cleared"})
    return store


def test_a_hook_that_is_typed_is_in_the_plan_and_names_the_idea_in_its_row():
    store = cleared()
    panel = idea_cards(store)
    press(panel, "Add")
    field(panel, "Hook").value = "Eleven minutes, and no going back"
    assert store.plan.ideas[0].hook == "Eleven minutes, and no going back"
    assert field(panel, "Ideas").rows[0]["cells"][0][0] == "Eleven minutes, and no going back"


def test_a_card_is_a_cleared_fact_a_form_and_a_feeling_and_no_hook():
    store = cleared()
    only = store.plan.enterprise.facts[2].id
    for one in store.plan.enterprise.facts:
        if one.id != only:
            store.put(f"enterprise.facts/{one.id}/clearance", {"state": "refused"})
    panel = idea_cards(store)
    press(panel, "Draw a card")
    (idea,) = store.plan.ideas
    assert idea.facts == [only] and idea.form and idea.feeling and not idea.hook and not idea.title
    assert ASKED in unset(told(panel)) and idea.feeling in told(panel)
    assert field(panel, "Ideas").value == idea.id


def test_the_question_of_a_card_goes_when_its_hook_is_written_and_undo_takes_the_card_out():
    store = cleared()
    panel = idea_cards(store)
    press(panel, "Draw a card")
    field(panel, "Hook").value = "Listen to it close"
    assert ASKED not in unset(told(panel))
    press(panel, "Draw a card")
    assert len(store.plan.ideas) == 2 and ASKED in unset(told(panel))
    part(panel, Toast).undo()
    assert len(store.plan.ideas) == 1 and ASKED not in unset(told(panel))


def test_the_same_plan_draws_the_same_cards_and_another_plan_others():
    def ten(plan_id: str) -> list[tuple[str, str, str]]:
        store, turn, found = cleared(), 0, []
        store.put("meta", {"plan_id": plan_id})
        for _ in range(10):
            card, turn = drawn(store.plan, turn)
            found.append((card.fact.id, card.form, str(card.feeling)))
            store.add("ideas", {"facts": [card.fact.id], "form": card.form})
        return found

    one, two = "a" * 32, "b" * 32
    assert ten(one) == ten(one) != ten(two)
    assert len({fact for fact, _, _ in ten(one)}) == 10  # facts on which nothing stands yet come first
    assert len(set(ten(one))) == 10


def test_without_a_cleared_fact_nothing_is_drawn_and_it_is_said_why():
    store = MemoryStore()
    store.add("enterprise.facts", {"statement": "the press closes at 170 °C"})
    panel = idea_cards(store)
    press(panel, "Draw a card")
    assert store.plan.ideas == [] and "no fact of your register is cleared" in unset(told(panel))


def test_what_is_drawn_may_be_said_on_the_plan_s_day():
    store = cleared()
    card, _ = drawn(store.plan, 0)
    assert may_be_said(card.fact, None)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_cards_and_channels_stand_in_both_languages(language):
    with inside(language):
        store = cleared()
        ideas, channels = idea_cards(store), channel_cards(store)
        assert button(ideas, {"en": "Draw a card", "ru": "Вытянуть карточку"}[language])
        before = [one.id for one in store.plan.channels]
        press(channels, {"en": "Add", "ru": "Добавить"}[language])
        assert len(store.plan.channels) == len(before) + 1


def test_a_channel_of_the_course_is_chosen_by_its_name():
    store = MemoryStore()
    panel = channel_cards(store)
    press(panel, "Add")
    kind = field(panel, "Channel")
    id_ = next(value for _, value in kind._options_full if value)
    kind.value = id_
    assert store.plan.channels[0].channel == id_
