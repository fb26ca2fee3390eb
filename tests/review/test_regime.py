"""Is a process's regime read as one, in either order and language, and a product's or a machine's numbers as none?"""

import pytest

from promplan.plan import Plan
from promplan.review import check
from promplan.review.concerns import KINDS
from promplan.review.fact_words import _contents, _shapes
from promplan.review.regime import regime

REGIMES = [
    "The welding current is 240 A, wire feed 7 m/min",
    "Ток сварки 240 А, подача проволоки 7 м/мин",
    "Wire feed 7 m/min at 28 V: so we weld the frame",
    "240 А и 28 В: так варят раму",
    "Ток сварки 240 А",
    "The rings are cured under 15 MPa at 170 °C",
    "Вулканизация: 170 °C, 15 МПа",
    "The autoclave works at 8 bar and 170 °C",
    "Steel is quenched from 850 °C and held for 40 minutes",
    "Сталь нагревают до 850 °C и держат 40 минут",
    "We turn the shaft at 1200 rpm with 0.2 mm/rev",
    "Точение вала: 1200 об/мин, подача 0,2 мм/об",
    "Окраска: 3 бар, 12 л/мин",
    "The plating bath holds 20 g/l at 55 °C",
]
NONE = [
    "The press weighs 48 t, makes 120 rings a day",
    "Пресс весит 48 т и делает 120 колец в сутки",
    "The wagon runs 60 km/h and carries 70 t",
    "The rubber ring holds 150 °C and 16 bar",
    "Кольцо держит 150 °C и 16 бар",
    "The welded pipe bears 16 bar at 200 °C",
    "Рукав держит 40 МПа",
    "The press has a force of 2,500 kN and closes at 30 mm/s",
    "The mill rolls sheet at 12 m/s with a force of 30 MN",
    "Welding machines give up to 500 A and 40 V",
    "Сварочные аппараты дают до 500 А и 40 В",
    "The boiler gives steam of 13.8 MPa at 560 °C",
    "Котёл даёт пар 13,8 МПа и 560 °C",
    "A tour of the welding shop lasts 40 minutes, it is 28 °C there",
    "Сварочный пост работает 16 часов в сутки при 20 °C",
    "The crane lifts 50 t at 20 m/min",
]


def told(said: str) -> list[str]:
    made = Plan.model_validate({"enterprise": {"facts": [{"id": "F1", "statement": said}]}})
    return [it.message.template for it in check(made, "01-facts") if it.rule == "FACT-10R"]


@pytest.mark.parametrize("said", REGIMES)
def test_settings_named_with_their_process_are_a_regime(said):
    assert told(said) == ["It gives away a recipe or a regime."]


@pytest.mark.parametrize("said", NONE)
def test_what_a_product_bears_and_a_machine_can_do_is_none(said):
    assert told(said) == []


def test_the_regime_is_shown_as_it_was_typed():
    assert regime("Wire feed 7 m/min at 28 V: so we weld the frame") == "7 m/min at 28 V"


def test_every_concern_that_the_desk_knows_by_its_sentence_is_a_sentence_of_the_review():
    said = {one[1].template for one in (*_contents(), *_shapes("RU"))}
    assert set(KINDS) - said == {"No date is given."}


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        # two settings of a process, from the first to the last as they were typed
        ("Baked at 170 °C under 15 MPa", "170 °C under 15 MPa"),
        ("Baked at 170 °C", ""),
        ("Baked at 170 °C for two days", ""),
        ("Baked at 170 °C for 2 hours", "170 °C for 2 hours"),
        ("Dancing at 170 °C for 2 hours", ""),
        # an apparatus stands for its process where two of what it holds are told
        ("The oven has 170 °C and 8 bar", "170 °C and 8 bar"),
        ("The oven has 170 °C and 28 V", ""),
        ("The hall has 170 °C and 8 bar", ""),
        # what is borne, at most, harmless, of people
        ("The welded pipe bears 170 °C and 8 bar", ""),
        ("The welding pipe bears 170 °C and 28 V", "170 °C and 28 V"),
        ("Welding with 240 A and up to 28 V", ""),
        ("Welding with 240 A and about 28 V", "240 A and about 28 V"),
        ("Baked at up to 170 °C under 15 MPa", "170 °C under 15 MPa"),
        ("Water is heated to 70 °C at 8 bar", ""),
        ("A tour sees baking at 170 °C for 2 hours", ""),
        ("A tour sees baking at 170 °C under 8 bar", "170 °C under 8 bar"),
        # a machine's pace alone
        ("Pressing at 30 mm/s with 250 kN", ""),
        ("Pressing at 30 mm/s with 250 kN and 28 V", "30 mm/s with 250 kN and 28 V"),
        # revolutions and vehicles
        ("Turned at 1200 rpm with 28 V", "1200 rpm with 28 V"),
        ("Turned at 1200 rpm", ""),
        ("Rolled at 60 km/h with 28 V", ""),
        ("Rolled at 60 m/min with 28 V", "60 m/min with 28 V"),
        ("Baked 120 cubes at 170 °C", ""),
        # one setting that plants keep
        ("Ток сварки 240 А", "240 А"),
        ("", ""),
    ],
)
def test_a_regime_is_two_settings_of_a_process(said, whole):
    assert regime(said) == whole
