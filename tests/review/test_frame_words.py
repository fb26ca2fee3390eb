"""What is said to be in a picture: is danger told from a thing on a shelf, a readable sheet from a blank one?"""

import pytest

from promplan.plan.script import Panel
from promplan.review.alternative import faults
from promplan.review.frame import danger, readable
from promplan.review.item_rights import music


@pytest.mark.parametrize(
    "text",
    [
        "A visitor in sandals follows the crane driver through the foundry",
        "The rigger has pushed his goggles up and looks into the lens",
        "Two trainees ride on the forklift",
        "The guide walks between the rails",
        "Экскурсантка в сандалиях идёт через литейный цех",
        "Крановщик сдвинул каску на затылок",
        "Слесарь пролезает под вагоном",
        "Мастер поправляет ленту на ходу",
    ],
)
def test_what_a_safety_engineer_would_stop_is_found(text):
    assert danger(text)


@pytest.mark.parametrize(
    "text",
    [
        "In the canteen the rigger takes off her helmet",
        "Helmets hang on the rack by the door",
        "В столовой крановщица снимает каску",
        "Каски на полке у входа",
        "В музее ведущая стоит в туфлях у старого пресса",
    ],
)
def test_what_hangs_on_a_rack_or_is_worn_at_lunch_endangers_nobody(text):
    assert not danger(text)


@pytest.mark.parametrize(
    "text",
    [
        "The list of shifts with surnames and telephone numbers on the wall",
        "The files go to the paper with GPS and all",
        "Список смен с фамилиями крупно",
        "Отдаём файлы вместе с метаданными",
    ],
)
def test_what_tells_names_orders_or_places_is_found(text):
    assert readable(text)


@pytest.mark.parametrize(
    "text",
    ["An empty whiteboard", "The files go out without metadata", "Пустая доска", "Перед отправкой стёрли метаданные"],
)
def test_what_nobody_can_read_is_left_alone(text):
    assert not readable(text)


@pytest.mark.parametrize(
    "sound",
    [
        "some hip-hop from youtube",
        "an old waltz, the licence has expired",
        "трендовый трек из рилсов",
        "оркестр играет марш",
        "песня с прошлогоднего ролика, договор кончился",
    ],
)
def test_music_is_heard_whatever_it_is_called(sound):
    assert music(Panel(id="S1", sound=sound))


@pytest.mark.parametrize(
    "sound",
    ["the saw sings", "steel hums like a choir", "пила поёт", "гул, словно хор", "шум цеха, без музыки"],
)
def test_a_machine_that_sings_needs_no_licence(sound):
    assert not music(Panel(id="S1", sound=sound))


@pytest.mark.parametrize(
    "text",
    ["DSC_0042.JPG", "foto plant (2).png", "description to be added", "TODO", "welder", "описание потом", "вагон"],
)
def test_an_alternative_text_that_is_none_is_found(text):
    assert list(faults("C1", "alt", text))


@pytest.mark.parametrize(
    "text",
    [
        "A welder bends over a seam, and sparks light her visor from below.",
        "Сварщица склонилась над швом, искры освещают её маску снизу.",
        "The description on the crate is painted over; a hand rests on the lid.",
    ],
)
def test_an_alternative_text_that_tells_is_left_alone(text):
    assert not list(faults("C1", "alt", text))
