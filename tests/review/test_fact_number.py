"""Do two facts about one thing agree, as far as each is told?"""

from datetime import date

import pytest

from promplan.language import inside
from promplan.plan import Plan
from promplan.plan.enterprise import Fact
from promplan.review.fact_number import facts_agree

DAY = date(2026, 6, 1)


def fact(statement: str, value: float, unit: str, **more: object) -> Fact:
    row = {"id": "F1", "statement": statement, "value": value, "unit": unit, "about": "the thing", "as_of": DAY}
    return Fact(**row | more)  # type: ignore[arg-type]


def said(*facts: Fact) -> list[tuple[str, str, str]] | None:
    rows = [one.model_dump() | {"id": f"F{n}"} for n, one in enumerate(facts, 1)]
    found = facts_agree(Plan.model_validate({"enterprise": {"facts": rows}}), None)
    with inside("en"):
        return None if found is None else [(it.object, str(it.message), str(it.fix)) for it in found]


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        # as exactly as they are told
        (("140 came", 140, "people"), ("141 came", 141, "people"), False),
        (("about 140 came", 140, "people"), ("153 came", 153, "people"), True),
        (("about 140 came", 140, "people"), ("155 came", 155, "people"), False),
        (("about 140 came", 140, "people"), ("126 came", 126, "people"), True),
        (("about 140 came", 140, "people"), ("125 came", 125, "people"), False),
        (("nearly 140 came", 140, "people"), ("124 came", 124, "people"), True),
        (("nearly 140 came", 140, "people"), ("141 came", 141, "people"), False),
        (("up to 140 came", 140, "people"), ("99 came", 99, "people"), True),
        (("up to 140 came", 140, "people"), ("97 came", 97, "people"), False),
        (("up to 140 came", 140, "people"), ("141 came", 141, "people"), False),
        (("more than 140 came", 140, "people"), ("180 came", 180, "people"), True),
        (("more than 140 came", 140, "people"), ("183 came", 183, "people"), False),
        (("more than 140 came", 140, "people"), ("139 came", 139, "people"), False),
        # the hedge is the number's own
        (("about 150 stood, 140 came", 140, "people"), ("153 came", 153, "people"), False),
        (("about 0 came", 0, "people"), ("1 came", 1, "people"), False),
        (("about 2 thousand people", 2, "thousand people"), ("2,150 people", 2150, "people"), True),
        (("about 2 thousand people", 2, "thousand people"), ("2,250 people", 2250, "people"), False),
        # rates by two periods
        (("36 wagons a day", 36, "wagons/day"), ("9,000 a year", 9000, "wagons/year"), True),
        (("36 wagons a day", 36, "wagons/day"), ("7,700 a year", 7700, "wagons/year"), False),
        (("36 wagons a day", 36, "wagons/day"), ("13,500 a year", 13_500, "wagons/year"), False),
        (("9,000 a year", 9000, "wagons/year"), ("36 wagons a day", 36, "wagons/day"), True),
        (("9,000 a year", 9000, "wagons/year"), ("45 wagons a day", 45, "wagons/day"), False),
        (("9,000 a year", 9000, "wagons/year"), ("9,100 a year", 9100, "wagons/year"), False),
        # a period that stands in the sentence only
        (("Four engines a day", 4, "engines"), ("1,000 engines a year", 1000, "engines/year"), True),
        (("Four engines a day", 4, "engines"), ("2,000 engines a year", 2000, "engines/year"), False),
        (("Four engines", 4, "engines"), ("1,000 engines a year", 1000, "engines/year"), True),
        # units that nobody knows stand for themselves
        (("4 stand", 4, "qubs xq"), ("5 stand", 5, "Qubs XQ "), False),
        (("4 stand", 4, "qubs xq"), ("4 stand", 4, "Qubs XQ "), True),
        (("4 stand", 4, "qubs xq"), ("5 stand", 5, "zubs xq"), True),
        (("4 stand", 4, ""), ("5 stand", 5, ""), False),
        (("4 stand", 4, ""), ("5 stand", 5, "t"), True),
        (("0 stand", 0, "t"), ("0 stand", 0, "kg"), True),
    ],
)
def test_two_numbers_agree_within_what_each_leaves_open(one, other, agree):
    found = said(fact(*one), fact(*other))
    assert found is not None and (found == []) is agree


def test_what_is_said_of_two_that_disagree():
    assert said(fact("140 came", 140, "people"), fact("150 came", 150, "people")) == [
        (
            "F2",
            "It disagrees with F1 about the same thing.",
            "ask which is right, and for which day and which part of the plant each holds",
        )
    ]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"as_of": date(2025, 6, 1), "source": "log"}, True),
        ({"as_of": date(2025, 6, 1), "source": ""}, False),
        ({"as_of": date(2026, 1, 1), "source": "log"}, False),
        ({"as_of": None, "source": "log"}, False),
        ({"as_of": date(2025, 6, 1), "source": "log", "value": 141.0}, False),
        ({"as_of": date(2025, 6, 1), "source": "log", "value": 141.0, "tolerance": 2.0}, True),
        ({"as_of": date(2025, 6, 1), "source": "log", "value": 142.5, "tolerance": 2.0}, False),
        ({"as_of": date(2025, 6, 1), "source": "log", "unit": "people/day"}, False),
        ({"as_of": date(2025, 6, 1), "source": "log", "derived_from": ["F1"]}, False),
    ],
)
def test_one_number_of_two_years_and_two_sources_is_asked_about(more, told):
    first = fact("140 came", 140, "people")
    found = said(first, Fact(**first.model_dump() | {"id": "F2"} | more))
    wanted = [("F2", "It gives the same number as F1, for another year.", "ask which year the number belongs to")]
    assert found == (wanted if told else [])
