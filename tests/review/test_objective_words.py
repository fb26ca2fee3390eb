"""Which word of a metric is counted, what is a number of people and what a date, and what is said of a level?"""

import pytest

from promplan.plan import Audience, Objective, Plan
from promplan.review.objective_words import (
    ave,
    counted,
    is_somebodys,
    levels_are_chosen,
    nothing_counts_ave,
)


def plan(*objectives: Objective, audiences: tuple[str, ...] = ()) -> Plan:
    return Plan(objectives=list(objectives), audiences=[Audience(id=one) for one in audiences])


def goal(id_: str = "O1", **fields: object) -> Objective:
    return Objective.model_validate({"id": id_, **fields})


def told(found) -> list[tuple[str, str, str, str]]:
    return [(one.object, str(one.message), str(one.fix), str(one.evidence)) for one in found]


@pytest.mark.parametrize(
    ("metric", "word", "kind"),
    [
        ("readers", "readers", "seen"),
        ("applications of readers", "applications", "act"),
        ("post readers of the page", "readers", "seen"),
        ("views and applications", "applications", "act"),
        ("visits and views by readers", "views", "seen"),
        ("views after visits", "views", "seen"),
        ("number of posts and applications", "applications", "act"),
        ("orders (posts)", "orders", "act"),
        ("readers who apply", "apply", "act"),
        ("readers of the post who apply and come", "come", "act"),
        ("posts that readers order", "order", "act"),
        ("views, applications", "applications", "act"),
        ("readers whose applications", "applications", "act"),
        ("applications by readers who remember", "remember", "mind"),
        ("заявки читателей", "заявки", "act"),
        ("летние посты и заявки", "посты", "put"),
        ("читатели, которые подали заявку", "заявку", "act"),
        ("applications от читателей", "читателей", "seen"),
        ("заявки from readers", "заявки", "act"),
    ],
)
def test_the_word_that_is_counted(metric, word, kind):
    hit = counted(metric)
    assert (hit.words, hit.kind) == (word, kind)


def test_of_two_things_in_a_mind_the_first_is_counted_and_a_metric_may_leave_it_open():
    assert counted("visitors who can name and remember a trade").words == "can name"
    assert counted("pupils") is None and counted("") is None


PUT = "counts what is put out: that is an output.", "choose output, or count what people do afterwards"
SEEN = (
    "counts who saw or liked it: that is an output, or an out-take.",
    "choose output or out-take, or count what people do afterwards",
)
ACT = "counts what people do: that is an outcome, or an impact.", "choose outcome or impact"


@pytest.mark.parametrize(
    ("metric", "wrong", "right", "words"),
    [
        ("posts", ("out-take", "outcome", "impact"), ("output",), PUT),
        ("views", ("outcome", "impact"), ("output", "out-take"), SEEN),
        ("applications", ("output", "out-take"), ("outcome", "impact"), ACT),
        ("visitors who can name a trade", (), ("output", "out-take", "outcome", "impact"), ACT),
        ("pupils", (), ("output", "out-take", "outcome", "impact"), ACT),
    ],
)
def test_a_level_that_the_metric_contradicts_is_told_with_the_word(metric, wrong, right, words):
    for level in (*wrong, *right):
        found = told(levels_are_chosen(plan(goal(metric=metric, level=level), goal("O2", level="impact")), None))
        message, fix = words
        expected = [("O1", f"“{metric}” {message}", fix, metric)]
        assert found == (expected if level in wrong else []), level


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"unit": "views"}, "views"),
        ({"metric": "pupils", "unit": "views"}, "views"),
        ({"statement": "500 views are there"}, "views"),
        ({"metric": "pupils", "statement": "500 views are there"}, None),
        ({"statement": "500 views and 20 likes are there"}, "views"),
        ({"statement": "Posts bring 500 views"}, None),
        ({"statement": "Pupils are many"}, None),
    ],
)
def test_without_a_word_of_level_in_the_metric_the_unit_is_asked_and_without_a_metric_the_sentence(fields, word):
    found = told(levels_are_chosen(plan(goal(level="impact", **fields)), None))
    assert [message for _, message, _, _ in found] == ([f"“{word}” {SEEN[0]}"] if word else [])
    if word:
        assert found[0][3] == (fields.get("metric") or fields.get("statement", ""))


def test_levels_are_asked_for_each_and_one_of_them_is_what_people_do():
    assert levels_are_chosen(Plan(), None) is None
    unsaid = ("O1", "Its level is not chosen.", "choose output, out-take, outcome or impact")
    assert told(levels_are_chosen(plan(goal(metric="views", statement="so")), None)) == [(*unsaid, "views")]
    assert told(levels_are_chosen(plan(goal(statement="so")), None)) == [(*unsaid, "so")]
    none = (
        "objectives",
        "Every objective counts what you put out, or what people made of it; none what they do.",
        "add one outcome: how many apply, come, ask, order",
        "O1, O2",
    )
    both = plan(goal(level="output"), goal("O2", level="out-take"))
    assert told(levels_are_chosen(both, None)) == [none]
    assert told(levels_are_chosen(plan(goal(level="output"), goal("O2", level="impact")), None)) == []
    assert told(levels_are_chosen(plan(goal(level="output"), goal("O2")), None)) == [("O2", *unsaid[1:], "")]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("AVE of the year", "AVE"),
        ("AVEs", "AVEs"),
        ("АVЕ за год", "AVE"),
        ("the EMV", "EMV"),
        ("have an average Avenue", ""),
        ("ave Maria", ""),
        ("advertising value equivalent of the posts", "advertising value"),
        ("applications", ""),
    ],
)
def test_the_price_of_an_advertisement_in_capitals_or_in_words(text, word):
    assert ave(text) == word


def test_the_line_in_which_the_price_stands_is_quoted_and_every_objective_is_read():
    two = plan(goal(metric="visits", statement="Reach AVEs of 5"), goal("O2", unit="AVE"), goal("O3", metric="visits"))
    assert [(one[0], one[3]) for one in told(nothing_counts_ave(two, None))] == [
        ("O1", "Reach AVEs of 5"),
        ("O2", "AVE"),
    ]
    assert nothing_counts_ave(plan(goal(metric=" ")), None) is None and nothing_counts_ave(Plan(), None) is None
    assert nothing_counts_ave(plan(goal(), goal("O2", metric="visits")), None) == []
    (alike,) = told(nothing_counts_ave(plan(goal(statement="АVЕ за год", unit="руб.")), None))
    assert alike[3] == "АVЕ за год"  # Cyrillic letters that look like Latin ones: the text's first line is quoted


COUNTS = ["30 adults apply", "5 people in grade 9", "Thirty adults apply", "десять заявок", "5 школьников в 2027 году"]
DATES = [
    "Adults apply by 31 January",
    "Adults apply on 1st January 2027",
    "Adults apply in 2027",
    "Adults call us 24/7",
    "Школьники 9 класса",
    "Adults of school no. 5",
    "Pupils of grade 9-11",
    "Those aged 15–17",
    "Adults come on 31/01/2027",
    "Adults come by 2027-01-31",
]


@pytest.mark.parametrize("statement", COUNTS)
def test_a_wish_with_a_number_of_people_is_an_objective(statement):
    wish = "узнаваемость растёт" if "а" in statement else "awareness grows"
    assert (
        told(
            is_somebodys(
                plan(goal(statement=f"{statement}, {wish}", audience="A1", aim="image"), audiences=("A1",)), None
            )
        )
        == []
    )


@pytest.mark.parametrize("statement", DATES)
def test_a_day_an_age_and_a_grade_count_nobody(statement):
    wish = "узнаваемость завода" if "Ш" in statement else "brand awareness"
    made = goal(statement=f"{statement}, {wish}", audience="A1", aim="image")
    ((_, message, fix, evidence),) = told(is_somebodys(plan(made, audiences=("A1",)), None))
    assert message.endswith(": a wish, not an objective.") and evidence == made.statement
    assert fix == "write what people will do, how many of them, and until when"


@pytest.mark.parametrize(
    ("statement", "open_"),
    [
        ("Adults apply", True),
        ("Adults apply by 31 January", False),
        ("Adults apply on Monday", False),
        ("Many dozens of adults apply", False),
        (" ", False),
    ],
)
def test_a_plain_sentence_says_how_many_or_until_when(statement, open_):
    made = goal(statement=statement, audience="A1", aim="image")
    expected = (
        "O1",
        "The sentence says neither how many nor until when.",
        "write the number and the day into it, as they are in their fields",
        statement,
    )
    assert told(is_somebodys(plan(made, audiences=("A1",)), None)) == ([expected] if open_ else [])


def test_an_audience_has_a_card_and_an_aim_is_chosen():
    assert is_somebodys(Plan(), None) is None
    fix = "choose an audience; write its card first"
    (gone,) = is_somebodys(plan(goal(audience="A9", aim="image"), audiences=("A1",)), None)
    assert (str(gone.message), str(gone.fix), gone.excusable) == ("Its audience A9 has no card.", fix, False)
    (nobody,) = is_somebodys(plan(goal(aim="image", statement="30 adults"), audiences=("A1",)), None)
    assert (str(nobody.message), nobody.excusable) == ("Who should act? No audience is named.", True)
    assert (str(nobody.fix), nobody.evidence) == (fix, "30 adults")
    made = goal(audience="A1", statement="30 adults")
    assert told(is_somebodys(plan(made, audiences=("A1",)), None)) == [
        ("O1", "What is it for? No aim is chosen.", "choose careers, cooperation, investment or image", "30 adults")
    ]


def test_of_two_wishes_the_first_is_told():
    made = goal(audience="A1", aim="image", statement="Improve the image and raise awareness")
    ((_, message, _, _),) = told(is_somebodys(plan(made, audiences=("A1",)), None))
    assert message == "“Improve the image”: a wish, not an objective."
