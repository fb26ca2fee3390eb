"""Does every cure that a rule gives clear the very finding that gave it, and is none given where people must decide?"""

from datetime import date

import pytest
from review.test_every_finding import JUNK

from promplan import assets
from promplan.cases.example import example
from promplan.language import inside
from promplan.plan import Plan, edit
from promplan.review import Finding, check
from promplan.review.cure import address_of

DRAFTS = sorted(one.stem for one in (assets.folder() / "examples").glob("*.toml"))
ON = date(2026, 10, 12)
META = {"as_of": ON, "campaign_start": date(2026, 11, 2), "campaign_end": date(2026, 12, 18)}


def facts(*rows):
    return {"enterprise": {"facts": [{"id": f"F{n}", **row} for n, row in enumerate(rows, 1)]}}


def objective(**row):
    return {"objectives": [{"id": "O1", **row}]}


def audience(**row):
    return {"audiences": [{"id": "A1", "segment": "pupils of grade 9", **row}]}


def message(**row):
    return {"message": row}


# what stands in the plan, the rule, the object, and the words of the button
PLANTED = [
    (facts({"statement": "The ring is heated to 860 °C", "value": 860.0}), "FACT-4", "F1", "Put °C"),
    (facts({"statement": "В цехе работают 312 сварщиков", "value": 312.0}), "FACT-4", "F1", "Put сварщиков"),
    (
        facts({"statement": "It is hot there", "quantity": "moulding-temperature", "value": 150.0}),
        "FACT-4",
        "F1",
        "Put °C",
    ),
    (
        facts({"statement": "A line cost 4 million $", "value": 4.0, "unit": "million"}),
        "FACT-4",
        "F1",
        "Put million dollars",
    ),
    (facts({"statement": "A wheel weighs 390", "value": 390.0, "unit": "mmm"}), "FACT-4", "F1", "Put mm"),
    (facts({"as_of": date(2026, 9, 1), "valid_until": date(2026, 3, 1)}), "FACT-2D", "F1", "Swap the two dates"),
    (facts({"derived_from": ["F1"]}), "PLAN-1", "F1", "Take F1 out"),
    (facts({"statement": "x"}, {"derived_from": ["F1", "F9"]}), "PLAN-1", "F2", "Take F9 out"),
    (objective(audience="A7"), "PLAN-1", "O1", "Take A7 out"),
    (objective(deadline=date(2027, 2, 1)), "OBJ-2", "O1", "Put 2026-12-18"),
    (objective(baseline=30.0, target=10.0), "OBJ-4", "O1", "Put lower"),
    (audience(age_from=17, age_to=14), "AUD-4", "A1", "Swap the two ages"),
    (audience(age_from=14, age_to=17), "AUD-4", "A1", "Put yes, some are under 18"),
    ({"meta": {**META, "campaign_end": date(2026, 10, 1)}}, "PLAN-3", "meta", "Swap the two dates"),
    (message(umbrella="Колеcо держит вагон на пути"), "MSG-12", "message", "Mend the letters"),
    (message(call="Приходите на дeнь завода"), "MSG-12", "message", "Mend the letters"),
    (
        message(pillars=[{"id": "P1", "statement": "The whеel carries twenty tonnes"}]),
        "MSG-12",
        "P1",
        "Mend the letters",
    ),
    (
        message(questions=[{"id": "Q1", "question": "Why?", "answer": "Потому чтo так"}]),
        "MSG-12",
        "Q1",
        "Mend the letters",
    ),
]


def plan_with(told):
    return Plan.model_validate({"meta": META, **told}, strict=True)


def same(one: Finding, other: Finding) -> bool:
    return (one.rule, one.object, one.field, str(one.message)) == (
        other.rule,
        other.object,
        other.field,
        str(other.message),
    )


def cured(plan, one):
    return edit.put(plan, address_of(plan, one.object), dict(one.cure.values))


@pytest.mark.parametrize(
    ("told", "rule", "object_", "button"), PLANTED, ids=lambda it: it if isinstance(it, str) else ""
)
def test_one_press_clears_the_finding_that_offers_it(told, rule, object_, button):
    plan = plan_with(told)
    offered = {
        str(it.cure.said): it for it in check(plan, on=ON) if it.cure and (it.rule, it.object) == (rule, object_)
    }
    one = offered[button]
    assert not any(same(one, it) for it in check(cured(plan, one), on=ON))


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("name", DRAFTS)
def test_every_cure_of_the_lessons_drafts_clears_its_finding(name, language):
    with inside(language):
        all_clear(example(name))


def test_every_cure_of_a_plan_of_junk_clears_its_finding():
    assert [one.rule for one in all_clear(JUNK)] == ["PLAN-1", "PLAN-3"]


def all_clear(plan):
    offered = [one for one in check(plan) if one.cure]
    for one in offered:
        assert not any(same(one, it) for it in check(cured(plan, one)))
    return offered


@pytest.mark.parametrize(
    "told",
    [
        facts({"statement": "The ring is hot", "value": 860.0}),  # of what? the sentence does not say
        facts({"statement": "61 go to suppliers", "value": 61.0}),  # a word behind a number is no unit
        facts({"statement": "The furnace takes 2 t, the press 2 m", "value": 2.0}),  # one of two
        facts({"statement": "A line cost 4 million", "value": 4.0, "unit": "million"}),
        facts(
            {"statement": "It is hot there", "quantity": "moulding-temperature", "value": 5.0}
        ),  # of another unit, or wrong
        facts({"statement": "He says so", "source": "a foreman"}),  # the kind of source is the team's to say
        objective(deadline=date(2026, 10, 1)),
        objective(baseline=10.0, target=30.0),  # raise, or get
        audience(age_from=14, minors="no"),  # one of the two is wrong
        message(umbrella="Колесо держит вaгoн BСЕ"),  # of either alphabet
    ],
)
def test_where_somebody_must_decide_nothing_is_put(told):
    assert [one.rule for one in check(plan_with(told), on=ON) if one.cure] == []
