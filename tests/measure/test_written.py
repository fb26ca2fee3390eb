"""Does a unit take the form that its number asks for, and does a sign never change?"""

import pytest

from promplan.language import inside
from promplan.measure.written import written


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (41.0, "лет", "41 год"),
        (11.0, "год", "11 лет"),
        (3.0, "лет", "3 года"),
        (24.0, "мест", "24 места"),
        (21.0, "учеников", "21 ученик"),
        (5.0, "место", "5 мест"),
        (0.5, "тонн", "0,5 тонны"),
        (2.0, "рабочих дней", "2 рабочих дня"),
        (1.0, "рабочих дней", "1 рабочий день"),
        (31.0, "заявок", "31 заявка"),
        (3.0, "смен", "3 смены"),
        (21.0, "человек", "21 человек"),
        (22.0, "человек", "22 человека"),
        (9371.0, "вагонов", "9371 вагон"),
        (2.0, "вагонов/год", "2 вагона/год"),
        (2.0, "рублей в месяц", "2 рубля в месяц"),
        (1.0, "МПа", "1 МПа"),
        (2.0, "шт.", "2 шт."),
        (5.0, "бар", "5 бар"),
        (300.0, "млн руб.", "300 млн руб."),
        (2.0, "п. п.", "2 п. п."),
        (3.0, "Шор А", "3 Шор А"),
        (7.0, "", "7"),
        (4.0, "кубиков щщ", "4 кубика щщ"),
    ],
)
def test_in_russian(value, unit, said):
    with inside("ru"):
        assert written(value, unit) == said


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (1.0, "people", "1 person"),
        (2.0, "person", "2 people"),
        (1.0, "years", "1 year"),
        (1.0, "presses", "1 press"),
        (1.0, "waterworks", "1 waterworks"),
        (1.0, "wagons/year", "1 wagon/year"),
        (1.0, "batteries", "1 battery"),
        (24.0, "places", "24 places"),
        (1.0, "mm", "1 mm"),
        (1.0, "working days", "1 working day"),
    ],
)
def test_in_english(value, unit, said):
    assert written(value, unit) == said
