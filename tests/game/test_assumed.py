"""Are the game's assumptions whole: both languages, three answers each, every channel of the list of some kind?"""

import math

import pytest

from promplan.game.assumed import Answer, events, kinds, numbers
from promplan.game.events import answer_of, as_move
from promplan.game.habits import kind_of
from promplan.language import LANGUAGES, inside
from promplan.plan import Plan, edit
from promplan.text.dated import channels


@pytest.mark.parametrize("event", events(), ids=lambda one: one.id)
def test_an_event_has_three_answers_and_says_all_in_both_languages(event):
    assert len({one.id for one in event.answers}) == 3
    texts = [event.name, event.what, event.officer, *(text for one in event.answers for text in (one.name, one.then))]
    for text in texts:
        assert set(text) == set(LANGUAGES) and all(text.values()) and text["en"] != text["ru"]
    assert all(len(one.name[language]) <= 300 for one in event.answers for language in LANGUAGES)


@pytest.mark.parametrize("event", events(), ids=lambda one: one.id)
def test_each_answer_does_something_and_the_press_officer_s_costs_least(event):
    for one in event.answers:
        assert one.days or one.delay or one.echo or one.guests
        assert 0 < one.attention <= 1 and 0 <= one.echo <= 1 and (one.attention == 1) == (one.days == 0)
    first = event.answers[0]
    assert all(_cost(first) <= _cost(one) for one in event.answers)


def _cost(one: Answer) -> float:
    """Days of attention that are lost, against people who come and are met."""
    return (1 - one.attention) * one.days - one.guests - 10 * one.echo


@pytest.mark.parametrize("event", events(), ids=lambda one: one.id)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_plan_keeps_of_an_answer_is_found_again(event, language):
    for one in event.answers:
        with inside(language):
            move = as_move(event, one.id, 3)
        assert answer_of(event, str(move["answer"])) == one


def test_every_channel_of_the_list_is_of_one_kind_and_no_kind_names_another():
    named = [id_ for one in kinds() for id_ in one.channels]
    assert len(named) == len(set(named)) and {one.id for one in channels()} == set(named)


@pytest.mark.parametrize("media", ["", "paid", "earned", "shared", "owned"])
def test_a_channel_of_the_team_s_own_has_a_kind_by_what_it_says_of_itself(media):
    plan, _ = edit.add(Plan(), "channels", {"name": "A page", "media": media})
    assert media in kind_of(plan.channels[0]).media


@pytest.mark.parametrize("kind", kinds(), ids=lambda one: one.id)
def test_a_kind_s_numbers_are_shares_and_its_contacts_all_arrive(kind):
    assert math.fsum(kind.arrival) == pytest.approx(1)
    assert all(0 < value <= 1 for value in (kind.users, kind.seen, kind.click)) and kind.alike > 0


def test_the_rates_are_shares():
    for table in ("rates", "fit", "anyway"):
        assert all(0 < value < 1 for value in numbers(table).values())
