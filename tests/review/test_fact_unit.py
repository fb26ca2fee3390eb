"""Is it a unit, and what is proposed where it is none?"""

import pytest

from promplan.language import inside
from promplan.plan import Plan
from promplan.review.fact_unit import numbers_have_units, understood


@pytest.mark.parametrize(
    ("unit", "said", "expected"),
    [
        ("t", "", True),
        ("qubs", "", False),
        ("a week", "", False),
        ("units", "The noise is 85 units", False),
        ("units", "85 units were shipped", True),
        ("ед.", "Шум в цехе", False),
        ("единиц", "отгрузили", True),
        ("pieces", "The noise is 85", True),
        ("thousand units", "The noise is 85", True),
        ("units of noise", "The noise is 85", True),
        ("looms", "", False),
        ("looms", "40 looms stand here", True),
        ("wagons", "", True),
        ("value", "", False),
        ("values", "many values", True),
        ("станков", "", True),
        ("абвгдежз", "", False),
        ("значение", "", False),
        ("хз хз", "", False),
        ("asdf", "", False),
        ("accidents", "without an accident", True),
    ],
)
def test_a_unit_is_a_word_of_the_tables_of_the_fact_or_of_a_dictionary(unit, said, expected):
    assert understood(unit, said) is expected


def told(language: str = "en", **more: object) -> list[tuple[str, str, object]] | None:
    fact = {"id": "F1", "statement": "It is 4", "value": 4.0, **more}
    found = numbers_have_units(Plan.model_validate({"enterprise": {"facts": [fact]}}), None)
    with inside(language):
        return None if found is None else [(str(it.message), str(it.fix), it.evidence) for it in found]


HOW = "write what is counted in full words (people, pieces a year), or the sign of the unit (mm, °C, MPa, t)"


@pytest.mark.parametrize(
    ("statement", "unit", "message", "fix"),
    [
        ("It is 4", "", "4 of what? No unit is given.", "write the unit, or what is counted"),
        (
            "It is 4",
            "thousand",
            "“thousand” says how many, and not of what.",
            "write what is counted behind it: thousand roubles, pieces, people",
        ),
        (
            "It cost $4",
            "thousand",
            "“thousand” says how many, and not of what.",
            "write what is counted behind it: thousand dollars",
        ),
        (
            "Стоит 4 евро",
            "млн",
            "“млн” says how many, and not of what.",
            "write what is counted behind it: млн евро",
        ),
        (
            "Стоит 4",
            "млн",
            "“млн” says how many, and not of what.",
            "write what is counted behind it: млн руб., шт., чел.",
        ),
        ("Юани: 4 юаня", "млн", "“млн” says how many, and not of what.", "write what is counted behind it: млн юаней"),
        (
            "£4",
            "million",
            "“million” says how many, and not of what.",
            "write what is counted behind it: million pounds sterling",
        ),
        (
            "₽4",
            "million",
            "“million” says how many, and not of what.",
            "write what is counted behind it: million roubles",
        ),
        ("It is 4", "qubs xq", "The unit “qubs xq” cannot be understood.", HOW),
        (
            "It is 4",
            "mmm",
            "The unit “mmm” cannot be understood.",
            "write “mm”, if that was meant, or what is counted in full words",
        ),
    ],
)
def test_what_is_said_of_a_unit_that_is_none(statement, unit, message, fix):
    assert told(statement=statement, unit=unit) == [(message, fix, statement)]


def test_a_register_without_numbers_is_not_judged():
    assert told(statement="It is", value=None) is None
    assert told(statement="It is 4", value=None) == []
    assert told(statement="It is", value=4.0, unit="t") == []
