"""Do target and baseline go their verb's way, are there people and places enough, and are points no per cent?"""

import pytest

from promplan.plan import Audience, Objective, Plan
from promplan.review.objective_number import (
    _rounded,
    people_exist,
    points_are_not_per_cent,
    targets_go_their_verbs_way,
)

STATEMENT = "30 adults apply"


def goal(id_: str = "O1", **fields: object) -> Objective:
    return Objective.model_validate({"id": id_, "statement": STATEMENT, **fields})


def plan(*goals: Objective, size: int | None = None) -> Plan:
    return Plan(objectives=list(goals), audiences=[Audience(id="A1", size=size)])


def told(found) -> list[tuple[str, str, str, str, str]]:
    return [(one.object, one.severity, str(one.message), str(one.fix), str(one.evidence)) for one in found]


# -- OBJ-4

GROW = "It is to grow, yet it goes from {} to {}."
LOWER = "It is to be lowered, yet it goes from {} to {}."
SAME = "Baseline and target are both {}: nothing would change."


@pytest.mark.parametrize(
    ("verb", "baseline", "target", "message", "fix"),
    [
        ("raise", 10.0, 9.0, GROW.format(10, 9), "write a target above 10, or choose the verb lower"),
        ("raise", 9.0, 10.0, None, None),
        ("get", 10.0, 9.0, GROW.format(10, 9), "write a target above 10, or choose the verb lower"),
        ("get", None, 1.0, None, None),
        ("get", None, 0.0, SAME.format(0), "write another target, or choose the verb keep"),
        ("get", None, -1.0, GROW.format(0, -1), "write a target above 0, or choose the verb lower"),
        ("lower", 9.0, 10.0, LOWER.format(9, 10), "write a target below 9, or choose the verb raise"),
        ("lower", 10.0, 9.0, None, None),
        ("keep", 10.0, 10.0, None, None),
        (
            "keep",
            10.0,
            11.0,
            "Keep means 10, but the target is 11.",
            "write the same number twice, or choose raise or lower",
        ),
        (
            "keep",
            10.0,
            9.0,
            "Keep means 10, but the target is 9.",
            "write the same number twice, or choose raise or lower",
        ),
        ("", 10.0, 9.0, "From 10 to 9, and no verb is chosen.", "choose raise, lower, get or keep"),
        ("", 10.0, 10.0, SAME.format(10), "write another target, or choose the verb keep"),
        ("raise", 10.0, 10.0, SAME.format(10), "write another target, or choose the verb keep"),
        ("lower", 0.3, 0.1 + 0.2, SAME.format(0.3), "write another target, or choose the verb keep"),
        ("keep", 0.0, 5e-10, None, None),
        (
            "keep",
            0.0,
            1.5e-9,
            "Keep means 0, but the target is 0.0000000015.",
            "write the same number twice, or choose raise or lower",
        ),
        ("keep", 1e9, 1e9 + 0.5, None, None),
        (
            "keep",
            1e9,
            1e9 + 2,
            "Keep means 1,000,000,000, but the target is 1,000,000,002.",
            "write the same number twice, or choose raise or lower",
        ),
    ],
)
def test_a_target_goes_its_verbs_way(verb, baseline, target, message, fix):
    found = told(targets_go_their_verbs_way(plan(goal(verb=verb, baseline=baseline, target=target)), None))
    assert found == ([("O1", "warning", message, fix, STATEMENT)] if message else [])


@pytest.mark.parametrize(
    "fields", [{"baseline": 1.0}, {"target": 1.0}, {"verb": "raise", "target": 1.0}, {"verb": "get"}]
)
def test_without_both_numbers_there_is_no_way_to_go(fields):
    assert targets_go_their_verbs_way(plan(goal(**fields)), None) is None
    both = goal("O2", verb="raise", baseline=1.0, target=2.0)
    assert targets_go_their_verbs_way(plan(goal(**fields), both), None) == []


# -- OBJ-11


def drawn(*steps: dict[str, object], target: float | None = 10.0, **more: object) -> Objective:
    return goal(target=target, audience="A1", funnel={"steps": list(steps), **more})


HALF = {"what": "readers", "low": 0.25, "high": 0.5}  # at best 20 of them, at worst 40
COUNTED = {"people_source": "yearbook, 2026"}
BEST = "Even at best {} people must be reached, and there are {}."
WORST = "If every rate is at its lower end, {} people must be reached, and there are {}."


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (19, ("warning", BEST.format(20, 19), "take another channel, or lower the target to 9")),
        (1, ("warning", BEST.format(20, 1), "take another channel, or another audience")),
        (2, ("warning", BEST.format(20, 2), "take another channel, or lower the target to 1")),
        (20, ("info", WORST.format(40, 20), "ask for the rate of the last campaign, and keep a second channel ready")),
        (39, ("info", WORST.format(40, 39), "ask for the rate of the last campaign, and keep a second channel ready")),
        (40, None),
        (41, None),
    ],
)
def test_no_more_people_are_needed_than_there_are(people, expected):
    wanted = [("O1", *expected, STATEMENT)] if expected else []
    assert told(people_exist(plan(drawn(HALF, people=people, **COUNTED)), None)) == wanted
    assert told(people_exist(plan(drawn(HALF), size=people), None)) == wanted
    assert told(people_exist(plan(drawn(HALF, people=people, **COUNTED), size=1_000_000), None)) == wanted


def test_whoever_counted_the_people_is_asked_for_beside_what_else_is_wrong():
    who = ("O1", "info", "There are 100 people: who counted them?", "write the source and its year", "")
    assert told(people_exist(plan(drawn(HALF, people=100)), None)) == [who]
    assert told(people_exist(plan(drawn(HALF, people=100, people_source=" ")), None)) == [who]
    assert told(people_exist(plan(drawn(HALF), size=100), None)) == []
    few = told(people_exist(plan(drawn(HALF, people=10)), None))
    assert [one[2] for one in few] == [BEST.format(20, 10), "There are 10 people: who counted them?"]


def test_people_of_whom_nobody_knows_how_many_there_are_are_asked_for():
    message = "At best 20 people must be reached. How many are there?"
    need = ("O1", "info", message, "write how many there are, with the source", "")
    assert told(people_exist(plan(drawn(HALF)), None)) == [need]
    assert told(people_exist(plan(drawn({**HALF, "places": 5})), None))[-1] == need
    assert [one[2] for one in told(people_exist(plan(drawn(HALF, frequency=4.0)), None))] == [
        message.replace("20", "5")
    ]


def test_without_a_step_or_a_target_nobody_is_reckoned_and_a_target_of_nobody_needs_nobody():
    assert people_exist(plan(goal(target=1.0)), None) is None
    assert people_exist(plan(drawn(HALF, target=None)), None) is None
    assert told(people_exist(plan(drawn(HALF, target=0.0), size=1), None)) == []
    two = plan(drawn(HALF), drawn(HALF).model_copy(update={"id": "O2", "audience": "A9"}), size=19)
    assert [one[0] for one in told(people_exist(two, None))] == ["O1", "O2"]


def test_what_cannot_be_reckoned_says_what_to_write_first():
    swapped = told(people_exist(plan(drawn({**HALF, "low": 0.6})), None))
    assert [(one[1], one[3], one[4]) for one in swapped] == [("warning", "write the lower rate first", STATEMENT)]
    below = told(people_exist(plan(drawn(HALF, target=-1.0)), None))
    assert [(one[1], one[3]) for one in below] == [("warning", "write a target of 0 or more")]


PLACES_BEST = "“{}”: even at best {} are needed, for {} places."
PLACES_WORST = "“{}”: if every rate is at its lower end, {} are needed, for {} places."
ADD = "ask how many places can be added, and say what happens when all are taken"


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (None, None),
        (40, None),
        (39, ("info", PLACES_WORST.format("readers", 40, 39), ADD)),
        (20, ("info", PLACES_WORST.format("readers", 40, 20), ADD)),
        (19, ("warning", PLACES_BEST.format("readers", 20, 19), "ask for more places, or lower the target to 9")),
        (2, ("warning", PLACES_BEST.format("readers", 20, 2), "ask for more places, or lower the target to 1")),
        (1, ("warning", PLACES_BEST.format("readers", 20, 1), "ask for more places")),
    ],
)
def test_at_no_step_more_must_get_in_than_there_are_places(places, expected):
    found = told(people_exist(plan(drawn({**HALF, "places": places}), size=1_000), None))
    assert found == ([("O1", *expected, "readers")] if expected else [])


def test_a_step_is_called_by_its_words_else_by_its_place_and_its_source_is_quoted():
    source = {**HALF, "what": " readers ", "source": " the counter "}
    steps = [source, {**HALF, "what": " ", "places": 3}, {**HALF, "places": 79}]
    found = told(people_exist(plan(drawn(*steps), size=100_000), None))
    assert [(one[1], one[2], one[4]) for one in found] == [
        ("warning", PLACES_BEST.format("step 2", 40, 3), " "),
        ("warning", PLACES_BEST.format("readers", 80, 79), "readers"),
    ]
    (first,) = told(people_exist(plan(drawn({**source, "places": 19}), size=1_000), None))
    assert (first[2], first[4]) == (PLACES_BEST.format("readers", 20, 19), "the counter")


@pytest.mark.parametrize(
    ("value", "above", "rounded"),
    [
        (0.0, None, 0.0),
        (4.2, None, 5.0),
        (9.0 + 1e-10, None, 9.0),
        (9.01, None, 10.0),
        (10.0, None, 10.0),
        (10.4, None, 10.0),
        (99.6, None, 100.0),
        (123.0, None, 120.0),
        (127.0, None, 130.0),
        (1234.0, None, 1200.0),
        (1234.0, 1230.0, 1234.0),
        (1234.0, 1200.0, 1230.0),
        (1234.0, 1199.0, 1200.0),
        (1274.0, 1290.0, 1300.0),
        (1234.4, 1234.0, 1235.0),
        (123456.0, 123455.0, 123500.0),
        (1e10, None, 1e10),
    ],
)
def test_a_need_is_told_in_two_figures_and_in_more_only_where_it_would_seem_to_fit(value, above, rounded):
    assert _rounded(value, above) == rounded


def test_a_need_beyond_all_people_is_told_in_words():
    assert str(_rounded(1.0000001e10)) == str(_rounded(5e12, 1.0)) == "more than 10 billion"


# -- OBJ-12

RISE = {"unit": "%", "baseline": 20.0, "target": 25.0}


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"unit": "people"}, None),
        ({"unit": "percentage points"}, None),
        ({"unit": "% points"}, None),
        ({"unit": "процентных пунктов"}, None),
        ({"unit": "people", "metric": "share in %"}, []),
        ({"unit": "people", "statement": "a share of 5 per cent"}, []),
        ({"unit": " %"}, []),
        ({**RISE, "statement": "Raise the share by 5 %"}, ["O1"]),
        ({**RISE, "statement": "Raise the share by 25 %"}, []),
        ({**RISE, "statement": "Raise it", "metric": "share, up by 5 %"}, ["O1"]),
        ({**RISE, "unit": "people", "statement": "Raise the share by 5 %"}, []),
        ({**RISE, "baseline": None, "statement": "Raise the share by 5 %"}, []),
        ({**RISE, "target": None, "statement": "Raise the share by 5 %"}, []),
        ({"unit": "people", "statement": "Raise the share by 5 %, from 20 to 25 %"}, ["O1"]),
        ({"unit": "people", "statement": "Raise the share by 5 %", "metric": "share, from 20 to 25 %"}, ["O1"]),
    ],
)
def test_points_are_taken_for_per_cent_where_the_difference_is_told_as_per_cent(fields, found):
    answer = points_are_not_per_cent(plan(goal(**fields)), None)
    assert (answer and [one.object for one in answer]) == found if found else answer == found


def test_both_readings_are_told_with_the_sentence():
    ((_, _, message, fix, evidence),) = told(
        points_are_not_per_cent(plan(goal(**RISE, statement="Raise it by 5 %")), None)
    )  # type: ignore[arg-type]
    assert evidence == "Raise it by 5 %" and "5" in message and "25" in fix


def test_the_people_are_those_before_the_first_step_and_not_those_of_one_between():
    three = drawn(HALF, {"what": "posts", "low": 0.25, "high": 0.25}, {"what": "flights", "low": 0.5, "high": 1.0})
    assert [one[2] for one in told(people_exist(plan(three, size=79), None))] == [BEST.format(80, 79)]
    assert [one[2] for one in told(people_exist(plan(three, size=80), None))] == [WORST.format(320, 80)]
