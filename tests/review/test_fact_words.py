"""What a fact may not hold: each kind is found with its own words, and its fix, done as told, cures it."""

import pytest

from promplan.plan import Plan
from promplan.plan.enterprise import Clearance, Enterprise, Fact
from promplan.review import check
from promplan.review.fact_words import is_a_fact, reads_like_a_secret, stays_inside


def told(statement: str, **more) -> list[tuple[str, str, str]]:
    """What the two rules and the third say: rule, message, fix."""
    enterprise = Enterprise(
        name="Завод «Горн»", protected_names="Кедр \nОк\n", facts=[Fact(id="F1", statement=statement)]
    )
    enterprise.facts[0] = enterprise.facts[0].model_copy(update=more)
    found = check(Plan(enterprise=enterprise), "01-facts")
    return [
        (one.rule, one.message.template, one.fix.template)
        for one in found
        if one.rule in ("FACT-10", "FACT-10R", "FACT-11")
    ]


@pytest.mark.parametrize(
    ("rule", "statement", "message", "fix", "mended"),
    [
        (
            "FACT-10",
            "Кубы идут на Кедр",
            "It names somebody who must",
            "say the kind: a waterworks",
            "Кубы идут на элеватор",
        ),
        (
            "FACT-10",
            "Кубы точим для ООО «Север»",
            "It names a different firm.",
            "kind instead of",
            "Кубы точим для верфи",
        ),
        (
            "FACT-10",
            "We turn cubes for Moe Rail Ltd",
            "It names a different firm.",
            "kind instead",
            "We turn cubes for a railway",
        ),
        (
            "FACT-10",
            "Write to p.lowe@works.example",
            "It holds an address.",
            "contacts belong in",
            "Write to the foreman",
        ),
        ("FACT-10", "Звонить по 8 912 345-67-89", "It holds a telephone number.", "contacts belong", "Звонить мастеру"),
        ("FACT-10", "Куб точит Иван Петров", "It names a person.", "name the role", "Куб точит токарь"),
        ("FACT-10", "Ученику 16 лет", "It is about somebody under 18.", "remove it: {law}", "Ученик точит куб"),
        (
            "FACT-10R",
            "Кубы заказал «Востокхим»",
            "It seems to name a customer",
            "kind instead",
            "Кубы заказал химзавод",
        ),
        ("FACT-10R", "We supply Moe Marine", "It seems to name a customer", "kind instead of", "We supply a shipyard"),
        ("FACT-10R", "У токаря диабет", "It tells of somebody's health.", "for the person alone", "Токарь точит куб"),
        (
            "FACT-10R",
            "Токарь живёт на Мельничной, 14",
            "It tells where somebody lives",
            "remove it",
            "Токарь живёт рядом",
        ),
        (
            "FACT-10R",
            "Токарь платит алименты",
            "It tells somebody's own affairs",
            "for the person alone",
            "Токарь точит куб",
        ),
        (
            "FACT-10R",
            "The turner is a single father",
            "It tells somebody's own affairs",
            "alone to tell",
            "The turner is here",
        ),
        (
            "FACT-10R",
            "Девятиклассник точит куб",
            "It is about somebody under 18.",
            "the whole class",
            "Девятиклассники точат куб",
        ),
        (
            "FACT-10R",
            "A ninth-grader turns a cube",
            "It is about somebody under",
            "the whole class",
            "Ninth-graders turn a cube",
        ),
        (
            "FACT-10R",
            "По договору № 118 точим кубы",
            "It tells of an order",
            "number and its sum out",
            "По договору точим кубы",
        ),
        ("FACT-10R", "An order worth 3 million came", "It tells of an order", "its sum out", "An order came"),
        ("FACT-10R", "Кубы стоят в цехе, камер там нет", "how the plant is guarded", "remove it", "Кубы стоят в цехе"),
        ("FACT-10R", "The gate is left open at night", "how the plant is guarded", "remove it", "The gate is green"),
        ("FACT-10R", "В смеси 2,5 части серы", "gives away a recipe", "leave the ingredient", "В смеси есть сера"),
        (
            "FACT-10R",
            "Кубы пекут при 170 °C 35 минут",
            "gives away a recipe",
            "time or heat out",
            "Кубы пекут при 170 °C",
        ),
        (
            "FACT-10R",
            "Welding: 240 A, feed 7 m/min",
            "gives away a recipe",
            "leave the ingredient",
            "Welding: 240 A at most",
        ),
        (
            "FACT-11",
            "Уникальный куб весит 48 т",
            "praise that nobody has measured",
            "drop these words",
            "Куб весит 48 т",
        ),
        (
            "FACT-11",
            "The leading maker of cubes",
            "praise that nobody has measured",
            "say what was counted",
            "It made 48 cubes",
        ),
        (
            "FACT-11",
            "Динамично развивающийся завод",
            "praise that nobody",
            "drop these words",
            "Завод вырос на два цеха",
        ),
    ],
)
def test_a_kind_is_found_and_its_fix_done_as_told_cures(rule, statement, message, fix, mended):
    ((found, said, remedy),) = told(statement)
    assert found == rule and message in said and fix in remedy
    assert told(mended) == []


@pytest.mark.parametrize("statement", ["Уникальный куб весит 48 т", "Динамично развивающийся завод"])
def test_words_that_the_plant_has_cleared_in_just_these_words_are_no_boast(statement):
    cleared = Clearance(state="cleared", wording=f"Можно: {statement.upper()}.", by="press officer")
    assert told(statement, clearance=cleared) == []
    assert told(statement, clearance=cleared.model_copy(update={"wording": "Куб завода"}))[0][0] == "FACT-11"
    assert told(statement, clearance=cleared.model_copy(update={"state": "asked"}))[0][0] == "FACT-11"


def test_of_two_boasts_only_the_one_that_nobody_cleared_is_told():
    fact = Fact(id="F1", statement="Уникальный и легендарный куб")
    fact.clearance = Clearance(state="cleared", wording="Уникальный куб", by="press officer")
    (found,) = is_a_fact(Plan(enterprise=Enterprise(facts=[fact])), None)
    assert "легендарный" in str(found.message) and "Уникальный" not in str(found.message)
    assert (found.object, found.evidence) == ("F1", "Уникальный и легендарный куб")


def test_a_protected_name_of_two_letters_is_none():
    assert told("Кубы идут на ок") == []
    assert [one for one, _, _ in told("Кубы идут на КЕДР")] == ["FACT-10"]


def test_a_firm_is_told_once_and_as_an_error_only_by_its_form():
    assert [rule for rule, _, _ in told("Кубы заказал завод «Север»")] == ["FACT-10R"]
    assert [rule for rule, _, _ in told("Кубы заказало ООО «Север»")] == ["FACT-10"]
    assert told("Кубы точит завод «Горн»") == []


def test_everything_that_a_fact_holds_is_told_with_its_words():
    plan = Plan(enterprise=Enterprise(facts=[Fact(id="F1", statement="У токаря диабет, токарь платит алименты")]))
    assert [(one.object, one.evidence) for one in reads_like_a_secret(plan, None)] == [
        ("F1", "диабет"),
        ("F1", "алименты"),
    ]
    plan.enterprise.facts[0].statement = "Ученику 16 лет, 8 912 345-67-89"
    assert [one.evidence for one in stays_inside(plan, None)] == ["8 912 345-67-89", "16"]


def test_a_refused_fact_is_left_alone_and_no_fact_is_nothing_yet():
    refused = Fact(id="F1", statement="У токаря диабет, ему 16 лет", clearance=Clearance(state="refused"))
    plan = Plan(enterprise=Enterprise(facts=[refused]))
    assert reads_like_a_secret(plan, None) == [] and stays_inside(plan, None) == []
    for rule in (reads_like_a_secret, stays_inside, is_a_fact):
        assert rule(Plan(), None) is None


def test_the_law_of_the_plants_country_is_named():
    plan = Plan(enterprise=Enterprise(place="Барнаул", facts=[Fact(id="F1", statement="Ученику 16 лет")]))
    abroad = Plan(enterprise=Enterprise(place="Romeo, Michigan", facts=[Fact(id="F1", statement="The trainee is 16")]))
    here, there = (stays_inside(one, None)[0].fix.into("en") for one in (plan, abroad))
    assert here != there and "152" in here
