"""What stays inside the plant, each kind by its own function: what is told, and its clean neighbour."""

import pytest

from promplan.review.inside import deal, guard, home, illness, private, pupil, recipe


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # degrees and minutes of a process, from the first to the last of them
        ("Кубы держат в печи при 170 градусах ровно 35 минут", "170 градусах ровно 35 минут"),
        ("Кубы 35 минут держат при 170 °C", "35 минут держат при 170 °C"),
        ("The cube is baked at 170 degrees for thirty minutes", "170 degrees for thirty minutes"),
        ("На четвёртой минуте кубы прессуют: 170 градусов", "четвёртой минуте кубы прессуют: 170 градусов"),
        (
            "The cube is baked at a hundred and seventy degrees for half an hour",
            "hundred and seventy degrees for half an hour",
        ),
        ("Кубы держат 35 минут", ""),
        ("Кубы держат тридцать пять целых минут при 170 °C", "тридцать пять целых минут при 170 °C"),
        ("Кубы держат четвёртой, самой долгой, целой минутой при 170 °C", ""),
        ("На четвёртой же самой минуте кубы держат при 170 °C", "четвёртой же самой минуте кубы держат при 170 °C"),
        ("На четвёртой же вот самой минуте кубы держат при 170 °C", ""),
        ("Кубы держат при 170 градусах", ""),
        ("Кубы любят 35 минут при 170 градусах", ""),
        ("Воду держат 35 минут при 170 градусах", ""),
        ("Кубы на четвёртой минуте держат при 170 градусах", "четвёртой минуте держат при 170 градусах"),
        ("Кубы держат, на четвёртой минуте мастер видит 170 градусов", ""),
        ("Мастер велел: кубы держат при 170 градусах 35 минут", "170 градусах 35 минут"),
        ("Кубы прессуют при 170 градусах и ещё час", ""),
        # shares, settings
        ("На 100 частей каучука 2,5 части серы", "На 100 частей каучука 2,5 части серы"),
        ("Welding current 240 A, wire feed 7 m/min", "240 A, wire feed 7 m/min"),
        ("По стандарту на 100 частей каучука 2,5 части серы", ""),
        ("The standard asks for baking at 170 degrees for thirty minutes", ""),
        ("Сталь 0,05 % серы", "0,05 % серы"),
        ("В бронзе 10 % олова", ""),
        ("Сплав: 10 % олова, 88 % меди", "10 % олова, 88 % меди"),
        ("Bronze is 10 % tin", ""),
        ("The alloy is 10 % tin, 88 % copper", "10 % tin, 88 % copper"),
    ],
)
def test_a_recipe_is_shares_or_a_regime(text, told):
    assert recipe(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Камеры на воротах не пишут", True),
        ("Камеры на конвейере видят вмятины", False),
        ("За складом камер нет", True),
        ("Сторожевая башня охраняется как памятник", False),
        ("Склад охраняется ночью", True),
        ("Замок на складе сломан с марта", True),
        ("Замок виден с башни", False),
        ("The back gate is left open on Fridays", True),
        ("The gate opens at six", False),
        ("The safe is opened with two keys", True),
    ],
)
def test_how_the_plant_is_guarded(text, told):
    assert bool(guard(text)) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("У мастера диабет", "диабет"),
        ("У Ивана диабет", "диабет"),
        ("Господин Зорин болен, диабет", "диабет"),
        ("Лекция про диабет", ""),
        ("У юриста диабет", "диабет"),
        ("У новичка диабет", "диабет"),
        ("У мастера всё хорошо", ""),
        ("The cook has diabetes", "diabetes"),
        ("A lecture on diabetes", ""),
    ],
)
def test_an_illness_is_somebodys(text, told):
    assert illness(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Уборщица платит алименты", "алименты"),
        ("Иван платит алименты", "алименты"),
        ("Алименты платят через кассу", ""),
        ("Каждый мастер платит алименты", ""),
        ("Мастера платят алименты", ""),
        ("Экспедитора уволили за пьянку", "уволили за"),
        ("За прогул объявляют выговор", ""),
        ("The cleaner pays alimony", "alimony"),
        ("Cleaners pay alimony", ""),
        ("Вдовец точит куб", ""),
        ("Токарь — вдовец", "вдовец"),
        ("Вдовец — токарь", "Вдовец"),
        ("Any cleaner pays alimony", ""),
        ("The cleaner likes tea", ""),
    ],
)
def test_private_affairs_are_one_persons(text, told):
    assert private(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("По договору № 118 делаем три котла", "договору № 118"),
        ("По приказу директора договор № 118 закрыт", ""),
        ("По договору делаем три котла", ""),
        ("Contract No. 17 was signed", "Contract No. 17"),
        ("A contract of apprenticeship, No. 17", ""),
    ],
)
def test_a_deal_has_a_number(text, told):
    assert deal(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Девятиклассник на каникулах работает у печи", "Девятиклассник на каникулах работает"),
        ("Каждый девятиклассник работает у печи", ""),
        ("Девятиклассники работают у печи", ""),
        ("A ninth-grader runs the laser", "ninth-grader"),
        ("Any ninth-grader gets a booklet", ""),
    ],
)
def test_one_pupil_is_somebody(text, told):
    assert pupil(text) == told


def test_a_home_has_a_street_and_a_house():
    assert home("Токарь живёт на Мельничной, 14")
    assert not home("Завод стоит на Мельничной, 14")
