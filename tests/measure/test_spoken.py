"""Are numbers, units and abbreviations counted as a voice says them?"""

import pytest

from promplan.measure.spoken import spoken, words


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("12 °C", "twelve degrees Celsius"),
        ("at 170 °C for 8 min", "at one hundred and seventy degrees Celsius for eight minutes"),
        ("9,800 wagons", "nine thousand eight hundred wagons"),
        ("250 kgf, at least", "two hundred and fifty kilograms-force, at least"),
        ("14 presses (7 mm), 9 a day.", "fourteen presses (seven millimetres), nine a day."),
        ("in 1984", "in nineteen eighty four"),
        ("in 2026", "in twenty twenty six"),
        ("in 1905 and 2007", "in nineteen oh five and two thousand seven"),
        ("3.5 mm", "three point five millimetres"),
        ("-5 °C", "minus five degrees Celsius"),
        ("35–40 %", "thirty five to forty percent"),
        ("$10", "ten dollars"),
        ("0 defects, e.g. cracks", "zero defects, for example cracks"),
        ("1,000,000 rings", "one million rings"),
        ("10:30", "ten thirty"),
        ("see uprugost.example/visit", "see uprugost dot example slash visit"),
        ("No digits at all.", "No digits at all."),
        ("", ""),
    ],
)
def test_english_is_said_as_it_is_read_aloud(written, said):
    assert spoken(written, "en") == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("12 °C", "двенадцать градусов Цельсия"),
        ("Усилие 250 кгс, не меньше", "Усилие двести пятьдесят килограмм-сил, не меньше"),
        ("5 кгс/см², потом", "пять килограмм-сил на квадратный сантиметр, потом"),
        ("пресс на 400 тс", "пресс на четыреста тонна-сил"),
        ("прессов 14, людей 946.", "прессов четырнадцать, людей девятьсот сорок шесть."),
        ("«14» (7 мм); 14 %!", "«четырнадцать» (семь миллиметров); четырнадцать процентов!"),
        ("и т. д., и т. п.", "и так далее, и тому подобное"),
        ("при 170\u00a0°С", "при сто семьдесят градусов Цельсия"),
        ("1984", "тысяча девятьсот восемьдесят четыре"),
        ("9800 вагонов", "девять тысяч восемьсот вагонов"),
        ("12\u202f300 т", "двенадцать тысяч триста тонн"),
        ("3,5 мм", "три целых пять десятых миллиметров"),
        ("2,41 млн руб.", "две целых сорок одна сотых миллионов руб."),
        ("−40 °C", "минус сорок градусов Цельсия"),
        ("5-й цех", "пять цех"),
        ("21 000 человек", "двадцать одна тысяча человек"),
        ("и т. д.", "и так далее"),
        ("№ 4", "номер четыре"),
        ("007", "ноль ноль семь"),
    ],
)
def test_russian_is_said_as_it_is_read_aloud(written, said):
    assert spoken(written, "ru") == said


def test_a_long_russian_word_takes_the_time_of_two_and_an_english_one_does_not():
    assert words("международный", "ru") == 2 and words("international", "en") == 1
    assert words("кольцо", "ru") == 1


def test_a_number_without_end_is_read_digit_by_digit():
    assert words("9" * 60, "en") == 60
