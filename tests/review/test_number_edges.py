"""Numbers of facts and objectives at their edges: ranges, tolerances, days apart, verbs, needs as they are rounded."""

from datetime import date, timedelta

import pytest

from promplan.plan import Plan
from promplan.review import Finding, check
from promplan.review.data import magnitudes

DAY = date(2026, 6, 1)
FACT = {"statement": "Pumps stand here", "about": "pumps in the hall", "unit": "pumps", "source": "list", "as_of": DAY}


def facts(*rows: dict) -> Plan:
    each = [{**FACT, **one, "id": f"F{n}"} for n, one in enumerate(rows, 1)]
    return Plan.model_validate({"meta": {"as_of": DAY}, "enterprise": {"facts": each}}, strict=True)


def goal(**fields: object) -> Plan:
    return Plan.model_validate({"objectives": [{"id": "O1", "statement": "Come", **fields}]}, strict=True)


def found(document: Plan, rule: str) -> list[Finding]:
    return [one for one in check(document) if one.rule == rule]


def state(document: Plan, rule: str) -> str:
    return check(document).states[rule]


# -- FACT-7: the range of a kind


@pytest.mark.parametrize("kind", magnitudes().values(), ids=lambda kind: kind.id)
def test_both_ends_of_a_range_are_usual_and_what_lies_beyond_them_is_not(kind):
    def said(value: float) -> int:
        return len(found(facts({"value": value, "unit": kind.unit, "quantity": kind.id}), "FACT-7"))

    width = (kind.high - kind.low) / 1000
    assert said(kind.low) == said(kind.high) == said((kind.low + kind.high) / 2) == 0
    assert said(kind.low - width) == said(kind.high + width) == 1


def test_a_number_of_no_kind_is_not_judged_and_one_of_another_dimension_is():
    assert state(facts({"value": 9.0, "quantity": ""}), "FACT-7") == "nothing yet"
    assert state(facts({"value": None, "quantity": "hardness"}), "FACT-7") == "nothing yet"
    (one,) = found(facts({"value": 170.0, "unit": "mm", "quantity": "moulding-temperature"}), "FACT-7")
    assert (one.object, one.severity, one.evidence) == ("F1", "warning", "Pumps stand here")


def test_every_number_out_of_range_is_told_whatever_stands_before_it():
    good, hot = ({"value": value, "unit": "°C", "quantity": "moulding-temperature"} for value in (170.0, 17_000.0))
    assert [one.object for one in found(facts(good, hot, good, hot), "FACT-7")] == ["F2", "F4"]


# -- FACT-8: two facts about one thing


@pytest.mark.parametrize(
    ("one", "other", "disagree"),
    [
        ({"value": 5.0}, {"value": 5.0}, False),
        ({"value": 5.0}, {"value": 6.0}, True),
        ({"value": 0.0}, {"value": 1.0}, True),
        ({"value": 1.0}, {"value": 0.0}, True),
        ({"value": 0.0}, {"value": 0.0}, False),
        ({"value": -1.0}, {"value": 0.0}, True),
        ({"value": 5.0, "tolerance": 1.0}, {"value": 6.0}, False),
        ({"value": 5.0, "tolerance": 1.0}, {"value": 6.1}, True),
        ({"value": 5.0, "tolerance": 0.5}, {"value": 6.0, "tolerance": 0.5}, False),
        ({"value": 5.0, "tolerance": 0.5}, {"value": 6.1, "tolerance": 0.5}, True),
        ({"value": 5.0}, {"value": 6.0, "about": "Pumps  in the HALL"}, True),
        ({"value": 5.0}, {"value": 6.0, "about": "pumps in the yard"}, False),
        ({"value": 5.0}, {"value": 6.0, "unit": " PUMPS "}, True),
        ({"value": 1000.0, "unit": "mm"}, {"value": 1.0, "unit": "m"}, False),
        ({"value": 1000.0, "unit": "mm"}, {"value": 2.0, "unit": "m"}, True),
        ({"value": 5.0, "unit": "mm"}, {"value": 6.0, "unit": "kg"}, False),
        ({"value": 0.0, "unit": "mm"}, {"value": 1.0, "unit": "mm"}, True),
        ({"value": 0.0, "unit": "mm"}, {"value": -1.0, "unit": "mm"}, True),
        ({"value": -1.0, "unit": "mm"}, {"value": 0.0, "unit": "mm"}, True),
        ({"value": 170.0, "unit": "°C"}, {"value": 338.0, "unit": "°F"}, False),
        ({"value": 170.0, "unit": "°C"}, {"value": 340.0, "unit": "°F"}, True),
        ({"value": 170.0, "unit": "°C"}, {"value": 443.15, "unit": "K"}, False),
        ({"value": 1.0, "unit": "h"}, {"value": 60.0, "unit": "min"}, False),
        ({"value": 1.0, "unit": "h"}, {"value": 61.0, "unit": "min"}, True),
        ({"value": 5.0}, {"value": 6.0, "derived_from": ["F1"]}, False),
        ({"value": 5.0, "derived_from": ["F2"]}, {"value": 6.0}, False),
        ({"value": 5.0}, {"value": 6.0, "as_of": DAY + timedelta(days=183)}, True),
        ({"value": 5.0}, {"value": 6.0, "as_of": DAY - timedelta(days=183)}, True),
        ({"value": 5.0}, {"value": 6.0, "as_of": DAY + timedelta(days=184)}, False),
        ({"value": 5.0}, {"value": 6.0, "as_of": None}, True),
        ({"value": 5.0, "as_of": None}, {"value": 6.0}, True),
        ({"value": 5.0}, {"value": 5.0, "source": "log"}, False),
        ({"value": 5.0}, {"value": 5.0, "source": "log", "as_of": date(2024, 6, 1)}, True),
        ({"value": 5.0}, {"value": 5.0, "as_of": date(2024, 6, 1)}, False),
        ({"value": 5.0}, {"value": 5.0, "source": "log", "as_of": None}, False),
        ({"value": 5.0}, {"value": 9.0, "source": "log", "as_of": date(2024, 6, 1)}, False),
    ],
)
def test_two_numbers_about_one_thing_are_compared_within_tolerance_unit_and_half_a_year(one, other, disagree):
    told = found(facts(one, other), "FACT-8")
    assert [it.object for it in told] == (["F2"] if disagree else [])
    assert all(it.evidence == "Pumps stand here / Pumps stand here" and "F1" in str(it.message) for it in told)


def test_each_pair_is_compared_and_one_fact_alone_or_without_a_number_is_none():
    assert [it.object for it in found(facts(*({"value": float(n)} for n in (1, 2, 3))), "FACT-8")] == ["F2", "F3", "F3"]
    assert state(facts({"value": 1.0}), "FACT-8") == "nothing yet"
    assert state(facts({"value": 1.0}, {"value": None}), "FACT-8") == "nothing yet"
    assert state(facts({"value": 1.0, "about": ""}, {"value": 2.0, "about": " "}), "FACT-8") == "nothing yet"


# -- FACT-5: per cent and points


@pytest.mark.parametrize(
    ("statement", "more", "said"),
    [
        ("Rejects fell by 3 % (from 7 to 4 %)", {}, ["From 7 to 4 %", "lower by 43 %, or by 3 percentage points"]),
        (
            "Rejects fell by 2.5 % (from 7.5 to 5 %)",
            {},
            ["From 7.5 to 5 %", "lower by 33 %, or by 2.5 percentage points"],
        ),
        ("Rejects grew by 3 % (from 4 to 7 %)", {}, ["From 4 to 7 %", "higher by 75 %, or by 3 percentage points"]),
        ("Rejects grew by 0.9 % (from 10 to 10.9 %)", {}, ["higher by 9 %, or by 0.9 percentage points"]),
        ("Rejects fell by 43 % (from 7 to 4 %)", {}, None),
        ("Rejects grew by 0.95 % (from 10 to 10.95 %)", {}, ["higher by 9.5 %, or by 0.95 percentage points"]),
        ("Output fell almost 25 %", {}, []),
        ("Output fell almost 25 %", {"derived_from": ["F1"]}, None),
        ("Output fell from 40 to 30 %", {}, None),
        ("A third is ours", {"unit": "%", "about": ""}, ["Per cent of what?", "what the number measures"]),
        ("A third is ours", {"unit": " % ", "about": " "}, ["Per cent of what?"]),
        ("A third is ours", {"unit": "%"}, None),
        ("33 % is ours", {"about": ""}, None),
    ],
)
def test_points_are_told_with_both_true_wordings_and_a_share_is_asked_of_what(statement, more, said):
    told = found(facts({"value": 33.0, "statement": statement, **more}), "FACT-5")
    assert len(told) == (said is not None)
    for one in told:
        assert (one.object, one.evidence) == ("F1", statement)
        assert all(part in f"{one.message} {one.fix}" for part in said)


# -- OBJ-4: the verb's way


@pytest.mark.parametrize(
    ("verb", "less", "same", "more"),
    [
        ("raise", "It is to grow, yet it goes from 30 to 20.", "both 30", None),
        ("get", "It is to grow, yet it goes from 30 to 20.", "both 30", None),
        ("lower", None, "both 30", "It is to be lowered, yet it goes from 30 to 40."),
        ("keep", "Keep means 30, but the target is 20.", None, "Keep means 30, but the target is 40."),
        ("", "From 30 to 20, and no verb is chosen.", "both 30", "From 30 to 40, and no verb is chosen."),
    ],
)
def test_each_verb_goes_its_way(verb, less, same, more):
    for target, said in ((20.0, less), (30.0, same), (40.0, more)):
        told = found(goal(verb=verb, baseline=30.0, target=target), "OBJ-4")
        assert len(told) == (said is not None), (verb, target)
        assert all(said in str(one.message) and one.evidence == "Come" and one.object == "O1" for one in told)


def test_what_is_got_from_nothing_starts_at_zero_and_others_have_nothing_to_compare():
    assert "both 0" in str(found(goal(verb="get", target=0.0), "OBJ-4")[0].message)
    assert "from 0 to -1" in str(found(goal(verb="get", target=-1.0), "OBJ-4")[0].message)
    assert state(goal(verb="get", target=1.0), "OBJ-4") == "ok"
    assert state(goal(verb="get", baseline=5.0, target=4.0), "OBJ-4") == "found"
    assert state(goal(verb="raise", target=4.0), "OBJ-4") == "nothing yet"
    assert state(goal(verb="raise", baseline=4.0), "OBJ-4") == "nothing yet"


# -- OBJ-11: as many as there are


def need(target: float, people: int | None, *rates: tuple[float, float], **more: object) -> list[tuple[str, str, str]]:
    steps = [{"low": low, "high": high} for low, high in rates or ((1.0, 1.0),)]
    counted = {"steps": steps, "people": people, "people_source": "census", **more}
    told = found(goal(target=target, funnel=counted), "OBJ-11")
    return [(one.severity, str(one.message), str(one.fix)) for one in told]


@pytest.mark.parametrize(
    ("target", "shown"),
    [
        (0.0, "0"),
        (3.0, "3"),
        (3.2, "4"),
        (9.0, "9"),
        (9.9, "10"),
        (10.0, "10"),
        (14.4, "14"),
        (99.6, "100"),
        (123.0, "120"),
        (996.0, "1,000"),
        (12_345.0, "12,000"),
        (1e10, "10,000,000,000"),
        (1e10 + 0.5, "more than 10 billion"),
    ],
)
def test_a_need_is_told_in_two_figures_as_a_guess_deserves(target, shown):
    assert need(target, None)[0][:2] == ("info", f"At best {shown} people must be reached. How many are there?")


@pytest.mark.parametrize(
    ("target", "people", "shown", "fix"),
    [
        (104.0, 100, "104", 100),
        (149.0, 100, "150", 100),
        (1004.0, 1000, "1,004", 1000),
        (1049.0, 1000, "1,050", 1000),
        (12.0, 7, "12", 7),
        (3.0, 2, "3", 2),
        (3.2, 3, "4", 3),
        (1.2, 1, "2", 1),
    ],
)
def test_a_need_that_is_too_large_is_told_larger_than_what_there_is_with_the_target_that_would_fit(
    target, people, shown, fix
):
    assert need(target, people) == [
        (
            "error",
            f"Even at best {shown} people must be reached, and there are {people:,}.",
            f"take another channel, or lower the target to {fix:,}",
        )
    ]


def test_where_no_target_would_fit_only_another_channel_helps():
    ((_, _, fix),) = need(5.0, 0)
    assert fix == "take another channel, or another audience"
    ((_, _, fix),) = need(1.0, 9, (0.1, 0.1))
    assert fix == "take another channel, or another audience"
    ((_, _, fix),) = need(2.0, 10, (0.1, 0.1))
    assert fix == "take another channel, or lower the target to 1"


@pytest.mark.parametrize(
    ("people", "severity"), [(99, "error"), (100, "info"), (101, "info"), (199, "info"), (200, None), (201, None)]
)
def test_best_and_worst_are_each_compared_with_the_people_there_are(people, severity):
    told = need(10.0, people, (0.05, 0.1))
    assert [one[0] for one in told] == ([severity] if severity else [])
    assert all(("lower end" in one[1]) == (severity == "info") for one in told)


def test_a_frequency_divides_the_need_and_every_rate_multiplies_it():
    assert need(10.0, 100, (0.1, 0.1), (0.5, 0.5), frequency=2.0) == []
    assert need(10.0, 99, (0.1, 0.1), (0.5, 0.5), frequency=2.0)[0][0] == "error"


def test_who_counted_the_people_is_asked_only_of_the_funnels_own_number():
    asked = ("info", "There are 100 people: who counted them?", "write the source and its year")
    assert need(10.0, 100, people_source=" ") == [asked]
    assert need(10.0, 100) == []
    assert [one[0] for one in need(200.0, 100, people_source="")] == ["error", "info"]


@pytest.mark.parametrize(
    ("target", "rates", "fix"),
    [
        (-1.0, (0.5, 0.5), "write a target of 0 or more"),
        (0.5, (0.5, 0.4), "write the lower rate first"),
        (5.0, (0.5, 0.4), "write the lower rate first"),
    ],
)
def test_a_funnel_that_cannot_be_reckoned_says_what_to_write(target, rates, fix):
    ((severity, _, told),) = need(target, 100, rates)
    assert (severity, told) == ("error", fix)


# -- OBJ-12: per cent and points


@pytest.mark.parametrize(
    ("fields", "points"),
    [
        ({"unit": "%", "baseline": 20.0, "target": 25.0, "statement": "Raise it by 5 %"}, "5"),
        ({"unit": "per cent", "baseline": 20.0, "target": 25.0, "statement": "Raise it by 5 %"}, "5"),
        ({"unit": "%", "baseline": 25.0, "target": 20.0, "statement": "Lower it by 5 %"}, "5"),
        ({"unit": "%", "baseline": 0.1, "target": 0.3, "statement": "Raise it by 0.2 %"}, "0.2"),
        ({"unit": "%", "baseline": 20.0, "target": 25.0, "statement": "Raise", "metric": "share, by 5 %"}, "5"),
        ({"statement": "Raise it by 5 %, from 20 to 25 %"}, "5"),
        ({"statement": "By 9 %, from 20 to 25 %, later by 3 % from 4 to 7 %"}, "3"),
        ({"unit": "%", "baseline": 20.0, "target": 25.0, "statement": "Raise it by 25 %"}, None),
        ({"unit": "%", "baseline": 20.0, "target": 25.9, "statement": "Raise it by 5 %"}, None),
        ({"unit": "%", "baseline": 20.0, "target": 25.0, "statement": "Raise it by 5 percentage points"}, None),
        ({"unit": "people", "baseline": 20.0, "target": 25.0, "statement": "Raise it by 5 %"}, None),
        ({"unit": "%", "baseline": 100.0, "target": 105.0, "statement": "Raise it by 5 %"}, None),
        ({"unit": "%", "baseline": 5.0, "target": 5.0, "statement": "Raise it by 0 %"}, None),
        ({"unit": "%", "target": 25.0, "statement": "Raise it by 25 %"}, None),
        ({"unit": "%", "baseline": 25.0, "statement": "Raise it by 25 %"}, None),
    ],
)
def test_a_step_that_is_the_difference_is_told_as_points(fields, points):
    told = found(goal(**fields), "OBJ-12")
    assert len(told) == (points is not None)
    for one in told:
        assert f"the difference in percentage points is {points}." in str(one.message)
        assert (one.object, one.evidence) == ("O1", fields["statement"])


def test_without_a_per_cent_there_is_nothing_to_tell_apart():
    assert state(goal(unit="people", target=5.0), "OBJ-12") == "nothing yet"
    assert state(goal(unit="%", target=5.0), "OBJ-12") == "ok"
    assert state(goal(statement="Raise it by 5 %"), "OBJ-12") == "ok"
