"""Is what the plant let out found where it is another thing by now: the data of a poster, a shot that is shown?"""

from datetime import date

import pytest

from promplan.plan import Answer, Plan, edit, letters
from promplan.review import check

DAY = date(2026, 10, 12)


@pytest.fixture
def plan() -> Plan:
    one = edit.put(Plan(), "meta", {"as_of": DAY, "campaign_end": date(2027, 1, 31)})
    one = edit.add(one, "ideas", {"title": "A day of the press", "chosen": "yes"})[0]
    one = edit.put(one, "ideas/I1/poster", {"form": "stripes", "data": {"file": "rheometer.csv"}})
    one = edit.add(one, "visit.shots", {"what": "the press opens"})[0]
    one = edit.add(one, "items", {"title": "A ring", "form": "video"})[0]
    one = edit.put(one, "items/C1/dates", {"publish": date(2026, 12, 1)})
    one = edit.add(one, "items/C1/panels", {"action": "it opens", "shot": "T1"})[0]
    one, new = letters.drafted(one, ["ideas/I1", "visit.shots/T1"], {"to": "engineer"})
    for id_ in new:
        yes = Answer(state="words", wording="no numbers", scales="off" if id_ == "R1" else "", received=DAY)
        one = letters.taken(letters.came(letters.sent(one, id_), id_, yes, "no"), id_)
    return one


def found(plan: Plan, rule: str, unit: str) -> list[str]:
    return [str(one.message) for one in check(plan, unit, DAY) if one.rule == rule]


def test_what_was_let_out_as_the_plant_wanted_it_is_well(plan):
    assert plan.ideas[0].poster.scales == "off"  # taken off because the plant asked for it: no change of the team's
    assert found(plan, "IDEA-7", "04-art") == [] and found(plan, "PRD-20", "06-making") == []


@pytest.mark.parametrize("change", [{"data": {"file": "press-cycle.csv"}}, {"scales": "on"}, {"form": "ridgeline"}])
def test_other_data_or_scales_put_back_are_asked_about_again(plan, change):
    told = found(edit.put(plan, "ideas/I1/poster", change), "IDEA-7", "04-art")
    assert told == ["The form, the data or the scales have changed since the plant let them out."]


def test_words_and_colours_of_a_poster_are_no_other_data(plan):
    assert found(edit.put(plan, "ideas/I1/poster", {"title": "Ten", "palette": "steel"}), "IDEA-7", "04-art") == []


def test_a_shot_that_is_another_one_by_now_is_not_shown(plan):
    told = found(edit.put(plan, "visit.shots/T1", {"what": "the recipe card"}), "PRD-20", "06-making")
    assert told == ["It shows T1, which has changed since the plant let it out."]
