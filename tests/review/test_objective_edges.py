"""Objectives at their edges: what is told, on which evidence, and what stays quiet just beside it."""

from datetime import date

import pytest

from promplan.plan import Plan
from promplan.review import Finding, check

START, END = date(2026, 11, 2), date(2027, 1, 31)
SENTENCE = "30 adults apply for the paid training by 31 January"
GOOD = {
    "statement": SENTENCE,
    "aim": "careers",
    "verb": "raise",
    "metric": "visitors of the shop",
    "baseline": 26.0,
    "target": 30.0,
    "unit": "people",
    "audience": "A1",
    "deadline": END,
    "level": "outcome",
    "evidence": "the register of the pass office",
    "step_where": "uprugost.example/learn",
    "step_who": "head of personnel",
    "step_days": 3,
    "step_capacity": 36,
}
WHO = {
    "segment": "Adults of 22 to 35 in Dugorsk",
    "side": "inside",
    "size": 9500,
    "size_source": "town's yearbook, 2026",
    "age_from": 22,
    "minors": "no",
    "job": "Be home on Sundays",
    "barrier": "they think it is dirty",
    "places": ["talk"],
}


def plan(*objectives: dict, who: dict = WHO) -> Plan:
    return Plan.model_validate(
        {
            "meta": {"campaign_start": START, "campaign_end": END},
            "objectives": [{**one, "id": f"O{n}"} for n, one in enumerate(objectives, 1)],
            "audiences": [{**who, "id": "A1"}],
        },
        strict=True,
    )


def one(**changes: object) -> Plan:
    return plan({**GOOD, **changes})


def found(document: Plan, rule: str) -> list[Finding]:
    return [it for it in check(document, "02-goals") if it.rule == rule]


def told(document: Plan, rule: str) -> list[tuple[str, str, str, str]]:
    """Of each finding: its object, what is wrong, the smallest fix and the evidence."""
    return [(it.object, str(it.message), str(it.fix), str(it.evidence)) for it in found(document, rule)]


def state(document: Plan, rule: str) -> str:
    return check(document, "02-goals").states[rule]


# -- OBJ-1 to OBJ-3: the fields of a measure


def test_each_of_metric_target_and_unit_is_asked_for_with_the_sentence_as_evidence():
    assert told(one(metric=" ", target=None, unit=""), "OBJ-1") == [
        ("O1", "It is not said what is counted.", "name one metric: applications, visitors, requests", SENTENCE),
        ("O1", "It has no target number.", "write how many there should be", SENTENCE),
    ]
    assert told(one(unit=" "), "OBJ-1") == [
        ("O1", "30 of what? No unit is given.", "write the unit, or what is counted", SENTENCE)
    ]
    assert told(one(target=0.0), "OBJ-1") == []


def test_the_second_objective_is_judged_like_the_first():
    assert [it[0] for it in told(plan(GOOD, {**GOOD, "metric": ""}), "OBJ-1")] == ["O2"]
    got = {**GOOD, "verb": "get", "baseline": None}
    assert [it[0] for it in told(plan(got, {**GOOD, "baseline": None}), "OBJ-3")] == ["O2"]
    assert [it[0] for it in told(plan(GOOD, {**GOOD, "deadline": None}), "OBJ-2")] == ["O2"]


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        (None, ("It has no deadline.", "write the day on which you count", SENTENCE)),
        (
            START,
            (
                "Its deadline is the day on which the campaign begins, 2026-11-02.",
                "choose a day within the campaign",
                "deadline 2026-11-02",
            ),
        ),
        (
            date(2026, 11, 1),
            (
                "Its deadline comes before the campaign begins, 2026-11-02.",
                "choose a day within the campaign",
                "deadline 2026-11-01",
            ),
        ),
        (date(2026, 11, 3), None),
        (END, None),
        (
            date(2027, 2, 1),
            (
                "Its deadline is after the campaign's end, 2027-01-31.",
                "choose 2027-01-31 or earlier, or say in your reason who counts afterwards",
                "deadline 2027-02-01",
            ),
        ),
    ],
)
def test_a_deadline_lies_behind_the_first_day_and_not_behind_the_last(deadline, expected):
    assert told(one(deadline=deadline), "OBJ-2") == ([("O1", *expected)] if expected else [])


def test_a_campaign_of_one_day_is_still_a_window_and_a_half_known_one_is_half_a_window():
    def within(start: date | None, end: date | None, deadline: date) -> int:
        document = one(deadline=deadline)
        document.meta.campaign_start, document.meta.campaign_end = start, end
        return len(told(document, "OBJ-2"))

    day, later, before = date(2026, 12, 1), date(2026, 12, 2), date(2026, 11, 30)
    assert [within(day, day, it) for it in (before, day, later)] == [1, 1, 1]
    assert [within(later, day, it) for it in (before, day, later)] == [0, 0, 0]
    assert [within(day, None, it) for it in (before, day, later)] == [1, 1, 0]
    assert [within(None, day, it) for it in (before, day, later)] == [0, 0, 1]


HOW = "The baseline will be measured, but how and by when?"


@pytest.mark.parametrize(
    ("by", "message"),
    [
        ("", "It has no baseline: compared with what?"),
        (" ", "It has no baseline: compared with what?"),
        ("on Monday", HOW),
        ("we ask personnel", HOW),
        ("personnel: 9 November", None),
        ("9 November", HOW),
        ("asked on Monday", None),
    ],
)
def test_a_baseline_to_come_says_how_in_three_words_and_by_when(by, message):
    document = one(baseline=None, baseline_plan=by)
    assert [(it[1], it[3]) for it in told(document, "OBJ-3")] == (
        [(message, by if message == HOW else SENTENCE)] if message else []
    )
    assert told(one(baseline=None, baseline_plan=by, verb="get"), "OBJ-3") == []
    assert told(one(baseline=0.0, baseline_plan=by), "OBJ-3") == []


# -- OBJ-5, OBJ-6: how many, on which level


@pytest.mark.parametrize("n", [1, 3, 4, 5])
def test_a_fourth_objective_is_one_too_many(n):
    expected = [
        ("objectives", f"With {n} objectives none comes first.", "keep the 3 that the plant would miss most", "")
    ]
    assert told(plan(*[GOOD] * n), "OBJ-5") == (expected if n > 3 else [])


@pytest.mark.parametrize(
    ("levels", "objects"),
    [
        (("output", "out-take"), ["objectives"]),
        (("output", "outcome"), []),
        (("impact", "out-take"), []),
        (("", "output"), ["O1"]),
        (("", "outcome"), ["O1"]),
        (("", ""), ["O1", "O2"]),
    ],
)
def test_a_level_is_chosen_for_each_and_one_is_what_people_do(levels, objects):
    document = plan(*({**GOOD, "metric": "clicks", "level": level} for level in levels))  # clicks may be either
    assert [it[0] for it in told(document, "OBJ-6")] == objects


def test_the_evidence_of_a_missing_level_is_the_metric_or_the_sentence():
    assert told(one(level=""), "OBJ-6")[0][3] == "visitors of the shop"
    assert told(one(level="", metric=""), "OBJ-6")[0][3] == SENTENCE


# -- OBJ-8: what advertising would have cost


@pytest.mark.parametrize(
    ("changes", "word", "evidence"),
    [
        ({"metric": "AVE of the year"}, "AVE", "AVE of the year"),
        ({"metric": "", "statement": "Reach AVEs of 5"}, "AVEs", "Reach AVEs of 5"),
        ({"metric": "", "statement": "", "unit": "AVE"}, "AVE", "AVE"),
        ({"metric": "the advertising value equivalent"}, None, "the advertising value equivalent"),
    ],
)
def test_the_price_of_an_advertisement_is_quoted_from_where_it_stands_first(changes, word, evidence):
    ((object_, message, _, shown),) = told(one(**changes), "OBJ-8")
    assert (object_, shown) == ("O1", evidence) and message.startswith(f"“{word}”" if word else "“advertising")


def test_without_a_word_there_is_no_price_to_look_for():
    assert state(one(metric="", statement=" ", unit=""), "OBJ-8") == "nothing yet"
    assert state(plan(GOOD, {}), "OBJ-8") == "ok"


# -- OBJ-10: the next step


@pytest.mark.parametrize(
    ("field", "empty", "words"),
    [
        ("step_where", " ", "where to go"),
        ("step_who", " ", "who answers"),
        ("step_days", None, "within how many days"),
        ("step_capacity", None, "how many can be taken"),
    ],
)
def test_what_the_next_step_lacks_is_named_alone(field, empty, words):
    message = f"Somebody says yes, but the next step is missing: {words}."
    fix = "ask who at the plant answers, and write it down"
    assert told(one(**{field: empty}), "OBJ-10") == [("O1", message, fix, SENTENCE)]


def test_an_answer_on_the_same_day_and_no_place_at_all_are_answers():
    assert told(one(step_days=0, target=0.0, step_capacity=0), "OBJ-10") == []


FEW = "ask for more places, or lower the target to 29"


@pytest.mark.parametrize(
    ("changes", "evidence"),
    [
        ({}, "visitors of the shop, people"),
        ({"metric": ""}, "people"),
        ({"unit": ""}, "visitors of the shop"),
        ({"verb": "get"}, "visitors of the shop, people"),
        ({"level": "impact"}, "visitors of the shop, people"),
        ({"step_capacity": 30}, None),
        ({"step_capacity": None}, None),
        ({"target": None}, None),
        ({"verb": "lower"}, None),
        ({"level": "output"}, None),
        ({"level": "out-take"}, None),
        ({"metric": "applications of visitors"}, None),
        ({"metric": "visitors who send", "unit": "letters"}, None),
        ({"metric": "rings", "unit": "pieces"}, None),
        ({"metric": "rings", "unit": ""}, None),
    ],
)
def test_more_people_than_places_are_told_where_people_come(changes, evidence):
    document = one(**{"step_capacity": 29, **changes})
    short = [it for it in told(document, "OBJ-10") if "only" in it[1]]
    message = "30 should come, and only 29 can be taken."
    assert short == ([("O1", message, FEW, evidence)] if evidence else [])


# -- OBJ-13: whose it is


def test_an_audience_without_a_card_is_told_and_no_reason_answers_it():
    (gone,) = found(one(audience="A9"), "OBJ-13")
    assert (gone.object, str(gone.message), gone.excusable) == ("O1", "Its audience A9 has no card.", False)
    (nobody,) = found(one(audience=""), "OBJ-13")
    assert (str(nobody.message), nobody.excusable) == ("Who should act? No audience is named.", True)
    assert nobody.evidence == gone.evidence == SENTENCE
    assert told(one(aim=""), "OBJ-13") == [
        ("O1", "What is it for? No aim is chosen.", "choose careers, cooperation, investment or image", SENTENCE)
    ]


@pytest.mark.parametrize(
    ("statement", "target", "message"),
    [
        ("Awareness of the plant grows", None, "“Awareness”: a wish, not an objective."),
        ("Awareness of the plant grows", 30.0, "“Awareness”: a wish, not an objective."),
        ("Adults apply for the training", 30.0, "The sentence says neither how many nor until when."),
        ("Adults apply for the training", None, "The sentence says neither how many nor until when."),
        ("30 adults apply", 30.0, None),
        ("Thirty adults apply", 30.0, None),
        (" ", 30.0, None),
        ("", None, None),
    ],
)
def test_a_sentence_says_how_many_or_until_when_and_a_wish_is_none(statement, target, message):
    assert [(it[1], it[3]) for it in told(one(statement=statement, target=target), "OBJ-13")] == (
        [(message, statement)] if message else []
    )


# -- OBJ-14: reckoned back

STEPS = {"steps": [{"what": "people on the page", "low": 0.1, "high": 0.2}]}
RECKON = ("O1", "How many people must be reached for it has not been worked out.", SENTENCE)


@pytest.mark.parametrize(
    ("changes", "side", "said"),
    [
        ({}, "outside", "found"),
        ({}, "", "found"),
        ({}, "inside", "nothing yet"),
        ({"audience": ""}, "inside", "found"),
        ({"verb": ""}, "outside", "found"),
        ({"verb": "get"}, "outside", "found"),
        ({"verb": "lower"}, "outside", "nothing yet"),
        ({"verb": "keep"}, "outside", "nothing yet"),
        ({"level": "output"}, "outside", "nothing yet"),
        ({"level": "out-take"}, "outside", "nothing yet"),
        ({"level": ""}, "outside", "found"),
        ({"unit": "%"}, "outside", "nothing yet"),
        ({"target": None}, "outside", "nothing yet"),
        ({"target": 0.0}, "outside", "nothing yet"),
        ({"funnel": STEPS}, "outside", "ok"),
    ],
)
def test_what_people_outside_should_do_is_reckoned_back(changes, side, said):
    document = plan({**GOOD, **changes}, who={**WHO, "side": side})
    assert state(document, "OBJ-14") == said
    if said == "found":
        assert [(it[0], it[1], it[3]) for it in told(document, "OBJ-14")] == [RECKON]


def test_a_step_that_counts_nothing_is_told_by_its_place():
    steps = [{"what": "people on the page"}, {"what": " "}, {"what": "impressions"}, {"what": ""}]
    document = plan({**GOOD, "funnel": {"steps": steps}}, who={**WHO, "side": "outside"})
    assert [it[:2] for it in told(document, "OBJ-14")] == [
        ("O1", "Step 2 of its funnel does not say what is counted."),
        ("O1", "Step 4 of its funnel does not say what is counted."),
    ]
