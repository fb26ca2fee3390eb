"""OBJ-11, places: does every step of a funnel have room for those whom it needs?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promplan import language
from promplan.media.funnel import backward
from promplan.plan import Audience, Objective, Plan
from promplan.review import check
from promplan.review.objective_places import there_is_room

TOUR = {
    "id": "O1",
    "metric": "pupils on the tours",
    "unit": "pupils",
    "verb": "get",
    "target": 150.0,
    "step_capacity": 150,
}
TOUR_RU = {**TOUR, "metric": "школьники на экскурсиях", "unit": "учеников"}


def plan(*steps: dict[str, object], **more: object) -> Plan:
    drawn = {"people": 2000, "people_source": "the town, 2026", "steps": list(steps)}
    return Plan.model_validate({"objectives": [{**TOUR, "funnel": drawn, **more}]}, strict=True)


def booked(low: float = 0.8, high: float = 0.95, **more: object) -> dict[str, object]:
    return {"what": "pupils in classes that have booked", "low": low, "high": high, **more}


def told(document: Plan) -> list[tuple[str, str, str]]:
    return [
        (one.severity, str(one.message), str(one.fix)) for one in check(document, "02-goals") if one.rule == "OBJ-11"
    ]


def test_places_written_at_a_step_are_certain():
    ((severity, message, fix),) = told(plan(booked(places=150)))
    assert severity == "error"
    assert message == "“pupils in classes that have booked”: even at best 160 are needed, for 150 places."
    assert fix == "ask for more places, or lower the target to 142"


def test_the_target_that_the_fix_names_cures_it_and_one_more_does_not():
    assert [one[0] for one in told(plan(booked(places=150), target=142.0))] == ["info"]
    assert [one[0] for one in told(plan(booked(places=150), target=143.0))] == ["error"]
    assert told(plan(booked(places=150), target=120.0)) == []


def test_a_booking_without_places_of_its_own_is_no_error():
    assert told(plan(booked())) == []
    assert told(plan(booked(), target=120.0)) == []


def test_more_places_cure_it_too():
    assert [one[0] for one in told(plan(booked(places=158)))] == ["info"]
    assert told(plan(booked(places=188))) == []


def test_a_worst_case_without_room_is_told_and_blocks_nothing():
    ((severity, message, fix),) = told(plan(booked(places=160)))
    assert (severity, message) == (
        "info",
        "“pupils in classes that have booked”: if every rate is at its lower end, 190 are needed, for 160 places.",
    )
    assert fix == "ask how many places can be added, and say what happens when all are taken"


def test_every_step_is_looked_at_and_not_only_the_last():
    calls = {"what": "teachers called", "low": 0.3, "high": 0.5, "places": 200}
    found = told(plan(booked(places=188), calls))
    assert [one[1] for one in found] == ["“teachers called”: even at best 320 are needed, for 200 places."]
    assert found[0][2] == "ask for more places, or lower the target to 95"


def test_both_steps_are_named_where_both_are_full():
    calls = {"what": "teachers called", "low": 0.3, "high": 0.5, "places": 200}
    assert [one[0] for one in told(plan(booked(places=150), calls))] == ["error", "error"]


@pytest.mark.parametrize(
    ("more", "step"),
    [
        ({}, {"what": "pupils who saw a post", "low": 0.1, "high": 0.2}),  # nobody is turned away from a post
        ({}, {"what": "applications", "low": 0.4, "high": 0.4}),
        ({"metric": "first letters", "unit": "letters", "step_capacity": 12}, {"what": "firms that registered"}),
        ({"step_capacity": None}, booked()),
    ],
)
def test_a_step_without_places_of_its_own_is_left_alone(more, step):
    assert told(plan(step, **more)) == []


def test_a_step_behind_the_booking_does_not_take_the_objectives_places():
    registered = {"what": "pupils who registered on the list", "low": 0.5, "high": 0.5}
    assert told(plan(booked(1.0, 1.0), registered)) == []


def test_a_step_without_a_name_is_called_by_its_number():
    ((_, message, _),) = told(plan({"what": "", "low": 0.5, "high": 0.5, "places": 100}))
    assert message.startswith("“step 1”: even at best 300 are needed")


def test_no_places_at_all_leave_no_target_to_lower_to():
    ((_, _, fix),) = told(plan(booked(places=0)))
    assert fix == "ask for more places"


def test_it_speaks_russian():
    with language.inside("ru"):
        document = plan({"what": "ученики записавшихся классов", "low": 0.8, "high": 0.95, "places": 150}, **TOUR_RU)
        ((severity, message, fix),) = told(document)
    assert severity == "error" and "«ученики записавшихся классов»" in message and "150" in message
    assert "142" in fix


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 500),
    st.lists(st.tuples(st.floats(0.05, 1), st.floats(0.05, 1)), min_size=1, max_size=4),
    st.integers(0, 5000),
)
def test_it_is_an_error_exactly_where_the_best_case_has_no_room(target, pairs, places):
    rates = [(min(pair), max(pair)) for pair in pairs]
    steps = [{"what": f"door {n}", "low": low, "high": high, "places": places} for n, (low, high) in enumerate(rates)]
    found = check(plan(*steps, target=float(target), step_capacity=None, unit="letters"), "02-goals")
    full = [one for one in found if one.rule == "OBJ-11" and "places" in str(one.message)]
    needs = backward(float(target), rates)[1:]
    assert sum(one.severity == "error" for one in full) == sum(need.best > places * (1 + 1e-9) for need in needs)
    assert len(full) == sum(need.worst > places * (1 + 1e-9) for need in needs)


# -- OBJ-11W, by its own function


def goal(*steps: dict[str, object], **more: object) -> Objective:
    """60 seniors on the tour, 60 of whom can be taken."""
    fields = {"metric": "seniors on the tour", "unit": "people", "verb": "get", "target": 60.0, "step_capacity": 60}
    return Objective.model_validate(
        {"id": "O1", "statement": "They come", **fields, "audience": "A1", "funnel": {"steps": list(steps)}, **more}
    )


def room(*goals: Objective, size: int | None = 180) -> list[tuple[str, str, str, str]] | None:
    found = there_is_room(Plan(objectives=list(goals), audiences=[Audience(id="A1", size=size)]), None)
    return found and [(one.object, str(one.message), str(one.fix), str(one.evidence)) for one in found]


SIGNED = {"what": " signed up ", "low": 0.6, "high": 0.8}
MUST = "“signed up”: even at best 75 must book, and 60 can be taken."
ASK = "ask whether 75 may book, since not all of them come, and write 75 as the places of this step"


def test_more_may_have_to_book_than_can_be_taken_and_the_source_is_quoted():
    assert room(goal(SIGNED)) == [("O1", MUST, ASK, " signed up ")]
    assert room(goal({**SIGNED, "source": " the counter "})) == [("O1", MUST, ASK, "the counter")]
    assert room(goal(SIGNED), goal(SIGNED, id="O2"))[1][0] == "O2"


@pytest.mark.parametrize(
    "more",
    [
        {"step_capacity": 75},
        {"step_capacity": 59},  # that so many cannot come, OBJ-10 tells
        {"target": 48.0},
    ],
)
def test_who_has_room_or_is_told_by_another_rule_is_left_alone(more):
    assert room(goal(SIGNED, **more)) == []
    assert room(goal({**SIGNED, "low": 0.9})) == []  # OBJ-11 tells that the rates are swapped


def test_the_bookings_are_told_as_whole_people():
    ((_, message, _, _),) = room(goal(SIGNED, target=50.0, step_capacity=62))  # 62.5 of them
    assert message == "“signed up”: even at best 63 must book, and 62 can be taken."


@pytest.mark.parametrize(
    "one",
    [
        goal(SIGNED, step_capacity=None),
        goal(SIGNED, target=None),
        goal(SIGNED, target=0.0),
        goal({**SIGNED, "places": 75}),
        goal({**SIGNED, "what": "readers of the page"}),
        goal(SIGNED, metric="letters", unit="papers"),
        goal(audience="A9"),
        goal(audience=""),
        goal(unit="views", metric="views"),
        goal(target=None),
    ],
)
def test_where_nobody_books_and_no_audience_is_counted_there_is_nothing_to_look_at(one):
    assert room(one) is None


@pytest.mark.parametrize(
    ("size", "found"),
    [
        (
            59,
            [
                (
                    "O1",
                    "The target is 60, and the whole audience is 59.",
                    "lower the target to 59, or choose a larger audience",
                    "They come",
                )
            ],
        ),
        (60, []),
        (61, []),
        (0, None),
        (None, None),
    ],
)
def test_no_target_is_larger_than_its_audience(size, found):
    assert room(goal(), size=size) == found


def test_only_the_last_step_before_people_come_is_the_booking():
    readers = {"what": "readers of the page", "low": 0.1, "high": 0.2}
    assert room(goal(SIGNED, {**readers, "places": 500})) == [("O1", MUST, ASK, " signed up ")]
    assert room(goal({**SIGNED, "places": 75}, readers)) is None
    assert room(goal(readers, SIGNED)) is None
