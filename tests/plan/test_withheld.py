"""Is a name found as people write it, and an address as people give it, and is everything else left alone?"""

import pytest

from promplan.plan import Plan
from promplan.plan.team import Member
from promplan.plan.withheld import names, reaches, withheld


def member(name: str, id_: str = "M2") -> Member:
    return Member(id=id_, name=name)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Rustam", "Rustam drew it"),
        ("Rustam", "drawn by RUSTAM."),
        ("Rustam", "Rus\u00adtam's poster"),
        ("Rustam", "see M2"),
        ("Lena P.", "with Lena"),
        ("Рустам", "Мы с Рустамом сняли цех"),
        ("Лена П.", "Спросите у Лены"),
        ("Катя", "Катей нарисовано"),
        ("Илья", "вместе с Ильёй"),
        ("ася", "с Асей"),
    ],
)
def test_a_name_is_found(name, text):
    pattern = names([member(name)])
    assert pattern is not None
    assert withheld(Plan(), [member(name)])(text) is not None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Rustam", "rustamite is a mineral"),
        ("Света", "яркость света в цехе"),
        ("Катя", "Катера на реке"),
        ("Lena P.", "Part P of the plan"),
        ("Lena", "the piece M21 and the shot T2"),
    ],
)
def test_another_word_is_left_alone(name, text):
    assert withheld(Plan(), [member(name)])(text) is None


@pytest.mark.parametrize(
    "text",
    ["write to a.b@plant.example", "+7 913 000-00-00", "8 (913) 000 00 00", "89130000000", "t.me/lena", "@lena_draws"],
)
def test_what_reaches_somebody_is_found(text):
    assert reaches(text)


@pytest.mark.parametrize(
    "text", ["2026-11-09 – 2027-02-28", "2 140 people, 36 wagons", "1 234 567 890 rubles", "at 5 @ 3"]
)
def test_numbers_and_days_reach_nobody(text):
    assert not reaches(text)


def test_a_name_of_the_plant_s_own_stays_inside():
    plan = Plan.model_validate({"enterprise": {"protected_names": "order 26-1183"}})
    assert withheld(plan, [])("made for Order 26-1183") is not None and withheld(plan, [])("made") is None
