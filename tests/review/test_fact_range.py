"""Can the number be, and what is said where it cannot?"""

import pytest

from promplan.language import inside
from promplan.measure.unit import Unit, read
from promplan.plan import Plan
from promplan.plan.enterprise import Fact
from promplan.review import fact_range as ranges
from promplan.review.data import Magnitude, magnitudes


def unit(text: str) -> Unit:
    known = read(text)
    assert known is not None
    return known


def fact(value: float | None = 170, of: str = "°C", **more: object) -> Fact:
    return Fact(**{"id": "F1", "statement": "Plates", "value": value, "unit": of, **more})  # type: ignore[arg-type]


def kind(of: str = "mm", low: float = 10, high: float = 20, **more: object) -> Magnitude:
    name = {"en": "a thing", "ru": "вещь"}
    return Magnitude("thing", name, of, low, high, "ours", "M", **more)  # type: ignore[arg-type]


def said(*facts: Fact, language: str = "en") -> list[tuple[str, str]] | None:
    rows = [one.model_dump() | {"id": f"F{n}"} for n, one in enumerate(facts, 1)]
    found = ranges.numbers_can_be(Plan.model_validate({"enterprise": {"facts": rows}}), None)
    with inside(language):
        return None if found is None else [(str(it.message), str(it.fix)) for it in found]


@pytest.mark.parametrize(
    ("value", "of", "statement", "expected"),
    [
        (1934, "year", "", True),
        (1000, "year", "", True),
        (999, "year", "", False),
        (2200, "year", "", True),
        (2201, "year", "", False),
        (1934.5, "year", "", False),
        (None, "year", "", False),
        (1934, "", "", False),
        (1934, "qubs xx", "", False),
        (1934, "thousand years", "", False),
        (1934, "t", "", False),
        (1982, "г", "пущен в 1982 г.", True),
        (1982, "г", "весит немного", False),
        (1982, "кг", "весит 1982 кг", False),
    ],
)
def test_a_year_is_a_year_of_the_calendar(value, of, statement, expected):
    assert ranges.calendar_year(fact(value, of, statement=statement)) is expected


@pytest.mark.parametrize(
    ("value", "of", "expected"),
    [
        (10, "mm", True),
        (20, "mm", True),
        (9.99, "mm", False),
        (20.01, "mm", False),
        (1.5, "cm", True),
        (15, "cm", False),
        (15, "t", False),
        (10 * (1 - 5e-10), "mm", True),
        (20 * (1 + 5e-10), "mm", True),
        (20 * (1 + 5e-9), "mm", False),
        (10 * (1 - 5e-9), "mm", False),
    ],
)
def test_a_number_fits_its_kind_between_both_ends(value, of, expected):
    assert ranges.fits(value, unit(of), kind()) is expected


def test_other_words_make_another_range():
    wider = kind(unless={"en": ["condens"], "ru": ["конденсац"]}, unless_high=30.0)
    assert [ranges.fits(25, unit("mm"), wider, text) for text in ("", "a boiler", "a condensing boiler")] == [
        False,
        False,
        True,
    ]


def test_units_are_measured_as_their_kind_is():
    force, shifts = kind("tf"), kind("shifts")
    assert ranges.measures(ranges.measured_as(unit("t"), force), force)
    assert not ranges.measures(ranges.measured_as(unit("t"), kind()), kind())
    assert ranges.measured_as(unit("shifts a day"), shifts).expression == "shift"
    assert ranges.measured_as(unit("shifts a week"), shifts) == unit("shifts a week")
    assert ranges.measured_as(unit("shifts a day"), kind("wagons")).expression == "shift / day"
    assert ranges.measured_as(unit("kg per piece"), kind("kg")).expression == "kilogram"


PRESS = {"quantity": "moulding-temperature"}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([], None),
        ([fact(None)], None),
        ([fact(170, "")], None),
        ([fact(170, "qubs", **PRESS)], None),
        ([fact(1934, "year")], None),
        ([fact(170, **PRESS)], []),
        ([fact(4, "boxes", statement="4 boxes")], None),
        (
            [fact(1700, **PRESS)],
            [
                (
                    "moulding temperature of rubber: 1,700 °C is unusual; 120 to 220 °C is usual.",
                    "perhaps 170 °C (÷10) was meant",
                )
            ],
        ),
        (
            [fact(170, "mm", **PRESS)],
            [
                (
                    "moulding temperature of rubber is measured in °C; 170 mm is something else.",
                    "ask the process engineer for the right number",
                )
            ],
        ),
        (
            [fact(9, "days a week", about="work of the lathe")],
            [
                (
                    "days of a week: 9 days a week cannot be, only 0 to 7 days a week.",
                    "perhaps 0.009 days a week (÷1,000) or 0.9 days a week (÷10) was meant",
                )
            ],
        ),
        (
            [fact(-300, about="temperature of the yard")],
            [
                (
                    "temperature: -300 °C cannot be; the lowest is -273.15 °C.",
                    "perhaps -300 °F or -0.3 °C (÷1,000) was meant",
                )
            ],
        ),
        (
            [fact(300, "h", about="length of a shift")],
            [("length of a shift: 300 h is unusual; 2 to 24 h is usual.", "perhaps 300 min or 5 h (÷60) was meant")],
        ),
    ],
)
def test_what_is_said_of_a_register(facts, expected):
    assert said(*facts) == expected


def test_two_chosen_kinds_may_be_swapped():
    tare = fact(69, "t", quantity="wagon-tare")
    payload = fact(24, "t", quantity="wagon-payload")
    assert [fix for _, fix in said(tare, payload) or []] == [
        "swap it with F2: 24 t fits here",
        "swap it with F1: 69 t fits here",
    ]


@pytest.mark.parametrize(
    "other",
    [
        fact(300, "t", quantity="wagon-payload"),
        fact(24, "", quantity="wagon-payload"),
        fact(None, "t", quantity="wagon-payload"),
        fact(60, "Shore A", quantity="hardness"),
        fact(24, "t", quantity="axle-load"),
        fact(24, "t", quantity=""),
    ],
)
def test_no_other_number_is_swapped(other):
    first, *_ = said(fact(69, "t", quantity="wagon-tare"), other) or []
    assert first[1] == "ask the process engineer for the right number"


def test_a_kind_may_have_a_hint_of_its_own_for_too_much_and_for_too_little():
    (high,) = said(fact(300, "kg", quantity="mixer-batch-mass")) or []
    assert "a mixer is never full" in high[1]
    (low,) = said(fact(100, "kg", quantity="mixer-batch-mass")) or []
    assert "a mixer is never full" not in low[1]
    (thin,) = said(fact(5, "mm", quantity="ultrasonic-sheet")) or []
    assert "ISO 20601" in thin[1]
    (thick,) = said(fact(2000, "mm", quantity="ultrasonic-sheet")) or []
    assert "ISO 20601" not in thick[1]


@pytest.mark.parametrize(
    ("value", "of", "low", "high", "expected"),
    [
        # a factor of ten, of a thousand, of sixty where there is a time in it
        (150, "mm", 10, 20, ["15 mm (÷10)"]),
        (1.5, "mm", 10, 20, ["1.5 cm", "15 mm (×10)"]),
        (15_000, "mm", 10, 20, ["15,000 µm", "15 mm (÷1,000)"]),
        (0.015, "mm", 10, 20, ["0.015 m", "15 mm (×1,000)"]),
        (900, "mm", 10, 20, []),
        (900, "min", 10, 20, ["900 s", "15 min (÷60)"]),
        (0.25, "min", 10, 20, ["0.25 h", "15 min (×60)"]),
        (0.5, "%", 40, 60, ["50 % (×100)"]),
        (5000, "%", 40, 60, ["50 % (÷100)"]),
        (5, "%", 40, 60, ["50 % (×10)"]),
        (500, "%", 40, 60, ["50 % (÷10)"]),
        (50_000, "%", 40, 60, []),
        (50_000, "руб.", 40, 60, ["50 руб. (÷1,000)"]),
        (3000, "руб.", 40, 60, []),
        (500, "руб.", 40, 60, ["50 руб. (÷10)"]),
        (0, "mm", 10, 20, []),
    ],
)
def test_the_smallest_change_that_makes_it_fit(value, of, low, high, expected):
    with inside("en"):
        one = kind(of, low, high)
        units = ranges._other_units(value, of, one, "")
        shifted = ranges._factors(value, of, unit(of), one, "")
        assert [str(it) for it in (*units, *shifted)] == expected


def test_another_unit_is_proposed_in_the_script_of_the_author():
    with inside("ru"):
        assert [str(it) for it in ranges._other_units(15, "м", kind("mm"), "")] == ["15 мм"]
        assert [str(it) for it in ranges._other_units(15, "m", kind("mm"), "")] == ["15 mm"]
        assert ranges._other_units(15, "qubs xx", kind("mm"), "") == ranges._other_units(15, "t", kind("mm"), "") == []


@pytest.mark.parametrize(
    ("statement", "about", "value", "expected"),
    [
        ("The brake pipe is charged to 5 MPa", "", 5, ["brake-pipe-pressure"]),
        ("The brake pipe is charged to 5 MPa", "fall of the pressure", 5, []),
        ("The pumps are charged to 5 MPa", "", 5, []),
        ("Air humidity rose by 140 %", "", 140, []),
        ("Air humidity 140 %", "", 140, ["humidity", "share-any"]),
    ],
)
def test_unit_and_words_tell_the_kind_unless_it_is_a_change(statement, about, value, expected):
    of = "MPa" if "MPa" in statement else "%"
    kinds = ranges._kinds(fact(value, of, statement=statement, about=about))
    assert [one.id for one in kinds] == expected


def test_a_chosen_kind_comes_before_the_words():
    assert ranges._kinds(fact(170, quantity="hardness", statement="Air temperature")) == (magnitudes()["hardness"],)


def test_the_words_of_another_number_of_the_sentence_tell_nothing_of_this_one():
    shift = "A shift of 8 hours, of which 40 minutes are breaks"
    assert said(fact(40, "min", statement=shift, about="breaks")) == []
    assert said(fact(40, "min", statement=shift, about="length of a shift")) != []
    assert said(fact(40, "min", statement="A shift of 40 minutes", about="work")) != []
    assert said(fact(40, "min", statement="A shift of 90 hours, of which 40 minutes are breaks", about="breaks")) != []


def test_units_are_shown_as_each_language_writes_them():
    assert ranges.symbol("MPa") == {"en": "MPa", "ru": "МПа"}
    assert ranges.symbol("people") == {"en": "people", "ru": "человек"}
    assert ranges.symbol("m²") == {"en": "m²", "ru": "м²"}
    assert ranges.symbol("blows") == {"en": "blows", "ru": "blows"}
    assert ranges.symbol("thousand t") == {"en": "thousand t", "ru": "thousand t"}
