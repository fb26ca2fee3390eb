"""What stays inside, told in plain words: two ingredients, a lock that is broken, an age that stands for the person."""

import pytest

from promplan.measure.said import numbers
from promplan.review.inside import guard, home, illness, pupil, recipe
from promplan.review.minor import minor
from promplan.review.people import person

LEAKS = [
    (recipe, "The vat takes 5 g of salt and 2 g of acid a litre."),
    (recipe, "The bell is 78 parts copper and 22 tin."),
    (recipe, "The body is 50 % clay, 25 % sand and the rest water."),
    (recipe, "На карамель идёт 60 % сахара, 30 % патоки."),
    (recipe, "На ведро кладут 200 г соли и 50 г буры на замес."),
    (recipe, "Cups are annealed at 560 °C for half an hour."),
    (recipe, "Gears are heated to 840 °C, held for 40 minutes and quenched in water."),
    (recipe, "Вал греют до 820 °C, держат 40 минут и опускают в воду."),
    (guard, "The paint store has a broken padlock."),
    (guard, "The cameras along the quay are dummies."),
    (guard, "The security lodge stands empty on Sundays."),
    (guard, "The fence by the brook has collapsed."),
    (guard, "Забор у реки завалился."),
    (guard, "Камеры на складе — муляжи."),
    (guard, "Ночью там можно пройти незамеченным."),
    (minor, "A sixteen-year-old stacks the shelves."),
    (minor, "A 16-year-old at the label desk works alone."),
    (minor, "Нашему укладчику нет и семнадцати."),
    (minor, "Ученику нет ещё шестнадцати."),
    (pupil, "Сын мастера, восьмиклассник, снялся в ролике."),
    (person, "For a tour ask for Steve."),
    (person, "Об экскурсии звоните Олегу."),
    (home, "Our millwright lives two doors from the gate."),
    (illness, "У слесаря вторую неделю не заживает нога."),
]
QUIET = [
    (recipe, "Sand and salt come by barge, 40 t of sand a week."),
    (recipe, "40 % of the potters are women and 30 % are under thirty."),
    (recipe, "The tap gives water at 60 °C for ten minutes."),
    (recipe, "Вода в бане нагрета до 60 °C за 40 минут."),
    (guard, "The lock chamber of the canal is 72 m long."),
    (guard, "The camera stands by the door of the studio."),
    (guard, "У пруда стоят забор и беседка."),
    (minor, "A sixteen-year-old press still runs."),
    (minor, "The sixteen-year-olds of the town came on a tour."),
    (minor, "Станку нет и семнадцати лет."),
    (person, "Ask for a helmet at gate 3."),
    (person, "Звоните в понедельник."),
    (home, "A heron lives by the pond."),
    (illness, "Краска на стене не заживает."),
]


@pytest.mark.parametrize(("look", "text"), LEAKS)
def test_it_stays_inside(look, text):
    assert look(text)


@pytest.mark.parametrize(("look", "text"), QUIET)
def test_its_neighbour_may_go_out(look, text):
    assert not look(text)


def test_a_degree_for_an_hour_is_no_degree_an_hour():
    degrees = numbers("held at 560 °C for an hour")[0]
    assert degrees.wider is None
    assert numbers("cooled by 2 °C an hour")[0].wider or "hour" in str(numbers("cooled by 2 °C an hour")[0].unit)
