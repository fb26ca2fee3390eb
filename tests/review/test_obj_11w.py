"""OBJ-11W: may more book than can be taken, and does the audience have as many as the target?"""

import pytest

from promplan import language
from promplan.language.typesetting import unset
from promplan.plan import Plan
from promplan.review import check

TOUR = {"id": "O1", "statement": "60 seniors come", "metric": "seniors on the tour", "unit": "people", "verb": "get",
        "level": "outcome", "target": 60.0, "step_capacity": 60, "audience": "A1"}  # fmt: skip


def plan(*steps: dict[str, object], size: int | None = 180, **more: object) -> Plan:
    drawn = {"people": 2000, "people_source": "the town, 2026", "steps": list(steps)}
    goal = {**TOUR, "funnel": drawn, **more} if steps else {**TOUR, **more}
    return Plan.model_validate({"objectives": [goal], "audiences": [{"id": "A1", "size": size}]}, strict=True)


def signed(low: float = 0.6, high: float = 0.8, **more: object) -> dict[str, object]:
    return {"what": "signed up", "low": low, "high": high, **more}


def told(document: Plan, *rules: str) -> list[tuple[str, str, str]]:
    found = check(document, "02-goals")
    return [(one.severity, str(one.message), str(one.fix)) for one in found if one.rule in (rules or ("OBJ-11W",))]


def test_who_books_and_does_not_come_is_a_doubt_whose_cure_lowers_no_target():
    ((severity, message, fix),) = told(plan(signed()), "OBJ-11", "OBJ-11W")
    assert (severity, message) == ("warning", "“signed up”: even at best 75 must book, and 60 can be taken.")
    assert "75" in fix and "lower" not in fix


def test_the_places_that_the_fix_names_cure_it():
    assert told(plan(signed(places=75))) == []
    assert {one[0] for one in told(plan(signed(places=75)), "OBJ-11")} <= {"info"}


def test_how_a_step_is_called_makes_no_error():
    for what in ("signed up", "heard of it", "who booked a place", "names on the list"):
        assert "error" not in {one[0] for one in told(plan({**signed(), "what": what}), "OBJ-11", "OBJ-11W")}


@pytest.mark.parametrize("more", [{"target": 48.0}, {"step_capacity": 75}, {"step_capacity": None}])
def test_there_is_no_doubt_where_all_who_must_book_have_room(more):
    assert told(plan(signed(), **more)) == []


def test_a_target_above_its_audience_is_told_and_the_fix_cures_it():
    ((severity, message, fix),) = told(plan(size=40))
    assert (severity, message) == ("warning", "The target is 60, and the whole audience is 40.")
    assert fix.startswith("lower the target to 40") and told(plan(size=40, target=40.0)) == []


@pytest.mark.parametrize(
    "more", [{"size": 60}, {"size": None}, {"size": 40, "unit": "views"}, {"size": 40, "verb": "lower"}]
)
def test_what_is_no_head_count_of_that_audience_is_left_alone(more):
    assert told(plan(**more)) == []


def test_it_speaks_russian():
    with language.inside("ru"):
        ((_, message, fix),) = told(plan(size=40))
    assert (
        message.startswith("Целевой показатель")
        and "60" in message
        and "аудитория — 40" in unset(message)
        and "до 40" in fix
    )
