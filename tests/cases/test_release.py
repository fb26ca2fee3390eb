"""Does the plant answer about art made of its data, and about a finished version, by people of its own desk?"""

import pytest

from promplan.cases.generate import FILES
from promplan.cases.kit import available
from promplan.cases.release import approvals, art, art_of
from promplan.cases.staff import staff
from promplan.language import Problem

CASES = tuple(available())


@pytest.fixture(params=CASES)
def name(request):
    return request.param


def test_every_series_of_the_kit_has_its_answer(name):
    assert {one.data for one in art(name)} == set(FILES[name])


def test_with_the_scale_off_everything_is_let_out_in_some_form(name):
    assert all(one.bare.state in ("yes", "words") for one in art(name))
    assert all(one.scaled.state != "yes" or one.bare.state == "yes" for one in art(name))


def test_where_the_scale_is_refused_the_legend_says_that_it_was_removed(name):
    for one in art(name):
        if one.answer(scaled=True).state == "no":
            assert "removed" in one.legend["en"] and "снят" in one.legend["ru"], one.data


def test_those_who_answer_sit_at_the_desk_and_decide(name):
    people = staff(name, "en").people
    for by in {one.by for one in (*art(name), *approvals(name))}:
        assert people[by].decides, by


def test_one_is_accountable_and_comes_after_all_the_others(name):
    steps = approvals(name)
    last = [one for one in steps if one.accountable]
    assert last == [steps[-1]] and last[0].by == "P7"
    assert set(last[0].after) == {one.id for one in steps[:-1]}
    before = set()
    for one in steps:
        assert set(one.after) <= before
        before.add(one.id)
    assert {"engineer", "safety", "people", "plant"} <= before


def test_a_series_that_nobody_asked_about_is_answered_with_those_there_are():
    with pytest.raises(Problem, match="rheometer"):
        art_of("rubber-works", "weather")
    assert art_of("rubber-works", "rheometer").answer(scaled=False).state == "yes"
    assert art("") == approvals("blank") == ()
