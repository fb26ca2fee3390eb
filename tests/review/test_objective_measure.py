"""Which word of a metric is measured, is it one that only sounds like a measure, and what makes a count of it?"""

import pytest

from promplan.plan import Objective, Plan
from promplan.review.objective_measure import LONGEST, _entry, _heads, two_count_alike, vague


def goal(metric: str, unit: str = "", evidence: str = "", statement: str = "", id_: str = "O1") -> Objective:
    return Objective(id=id_, metric=metric, unit=unit, evidence=evidence, statement=statement)


def told(*goals: Objective) -> list[tuple[str, str, str, str]] | None:
    found = two_count_alike(Plan(objectives=list(goals)), None)
    return found and [(one.object, str(one.message), str(one.fix), str(one.evidence)) for one in found]


@pytest.mark.parametrize(
    ("metric", "heads"),
    [
        ("visitor satisfaction", ["satisfaction"]),
        ("quality of applications", ["quality"]),
        ("level of trust", ["trust"]),
        ("of trust", ["trust"]),
        ("level", []),
        ("applications, trust", ["applications", "trust"]),
        ("letters (of thanks), loyalty", ["letters", "loyalty"]),
        ("showing interest", ["interest"]),
        ("pupils, showing interest, and satisfaction", ["pupils", "satisfaction"]),
        ("visits; quality of the day", ["visits", "quality"]),
        ("likes + shares & comments: growth or loyalty", ["likes", "shares", "comments", "loyalty"]),
        ("качество заявок", ["качество"]),
        ("высокое качество", ["качество"]),
        ("уровень доверия", ["доверия"]),
        ("доверие", ["доверие"]),
        ("уровень высокий", []),
        ("высокий", []),
        ("школьники, проявившие интерес", ["школьники"]),
        ("темы, которые взяли", ["темы"]),
        ("", []),
    ],
)
def test_what_is_measured_is_the_last_noun_of_each_english_part_and_the_first_of_each_russian_one(metric, heads):
    assert list(_heads(metric)) == heads


@pytest.mark.parametrize(
    "word",
    ["quality", "happiness", "kindness", "oneness", "greatness", "trust", "лояльность", "лояльности", "деятельности"],
)
def test_a_word_that_only_sounds_like_a_measure_by_the_list_or_by_its_ending(word):
    assert vague(word)


@pytest.mark.parametrize(
    "word",
    [
        "visits",
        "business",
        "Fitness",
        "illness",
        "witness",
        "ness",
        "Inness",
        "ёмкость",
        "гость",
        "гостей",
        "новость",
        "",
        "!",
    ],
)
def test_a_word_that_counts_things_is_no_vague_one_whatever_its_ending(word):
    assert not vague(word)


@pytest.mark.parametrize(
    ("metric", "named"),
    [
        ("CTR", True),
        ("ctr", True),
        ("the CTR score of April", True),
        ("click-through-rate", True),
        ("engagement rate by reach", True),
        ("posts' engagement rate by reach", True),
        ("the cost per thousand people reached", True),  # five words, none of which is a name by itself
        ("reached cost per thousand people", False),
        ("ER", False),  # four formulas
        ("OTS rating", False),  # two
        ("reach score", False),  # a word alone is no name of a formula
        ("visitors", False),
        ("", False),
    ],
)
def test_a_metric_names_an_entry_by_an_abbreviation_or_by_a_name_of_several_words(metric, named):
    assert _entry(metric) is named and LONGEST == 5


ER = "“engagement” has no standard formula, the KPI dictionary has 4: ER_post = "
VAGUE = "“{}” has no formula in the KPI dictionary: two people would get two numbers."
COUNT = "count people or things, or write the question and the share of those asked who say yes"


def test_what_has_several_formulas_is_told_with_the_one_that_can_be_counted():
    ((object_, message, fix, evidence),) = told(goal("engagement", "%"))
    assert (object_, evidence) == ("O1", "engagement") and message.startswith(ER)
    assert fix == "write the one you can count, for example ERR = engagements / reach"


def test_what_is_vague_is_told_by_its_word_and_once_for_each_objective():
    assert told(goal("trust and loyalty")) == [("O1", VAGUE.format("trust"), COUNT, "trust and loyalty")]
    two = told(goal("visits"), goal("visits, loyalty", id_="O2"), goal("trust", id_="O3"))
    assert [one[0] for one in two] == ["O2", "O3"]


def test_without_a_metric_there_is_nothing_to_look_at():
    assert two_count_alike(Plan(), None) is None and told(goal(" ", "people")) is None
    assert told(goal(""), goal("visits", id_="O2")) == []


@pytest.mark.parametrize(
    ("metric", "unit", "evidence", "statement", "found"),
    [
        ("trust", "", "", "", 1),
        ("trust in AVE", "", "", "", 0),  # that is told of its price
        ("trust = yes / all", "", "", "", 0),
        ("trust", "yes / all", "", "", 0),
        ("trust", "", "yes = likes", "", 0),
        ("trust", "", "yes / all", "", 0),
        ("trust", "of 5", "", "", 0),
        ("trust, of 10", "", "", "", 0),
        ("trust", "per thousand guests", "", "", 0),
        ("CTR of trust", "", "", "", 0),
        ("engagement", "% of reach", "", "", 0),
        ("engagement and trust", "% of reach", "", "", 1),  # only the first has its base
        ("trust", "%", "a question at the gate: whom do you trust", "", 0),
        ("trust", "points", "a question at the gate: whom do you trust", "", 1),  # no share, no people
        ("trust", "people", "a question at the gate: whom do you trust", "", 0),
        ("trust", "%", "", "", 1),  # a share, and no question
        ("trust", "", "applications", "", 0),  # what people do is counted
        ("trust", "", "views", "", 1),
        ("trust, share of guests", "", "a question at the gate: whom do you trust", "", 0),
        ("trust", "points", "a question at the gate: whom do you trust, 1–5", "", 0),
        ("доверие", "%", "«Пойдёте к нам работать?»", "", 0),
        ("доверие", "%", "", "«Пойдёте к нам работать?» отвечают да", 0),
        ("доверие", "%", "", "Пойдёте к нам работать", 1),
        ("доверие", "", "«Пойдёте к нам работать?»", "", 1),
    ],
)
def test_a_formula_a_scale_an_act_or_a_question_with_its_share_makes_a_measure(
    metric, unit, evidence, statement, found
):
    assert len(told(goal(metric, unit, evidence, statement))) == found
