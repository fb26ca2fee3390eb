"""Are captions that differ in numbers found, and a face or a voice beyond what somebody signed for?"""

from typing import Any

import pytest
from review.creation import changed, good, plan

from promplan.plan import Plan
from promplan.review import check


def told(document: Plan, rule: str) -> list[str]:
    return [f"{one.object}: {one.message.into('en')}" for one in check(document) if one.rule == rule]


def film(ru: list[str], en: list[str]) -> Plan:
    def track(texts: list[str]) -> list[dict[str, Any]]:
        return [{"id": f"Y{n}", "start": 2.0 * n, "end": 2.0 * n + 1.9, "text": it} for n, it in enumerate(texts)]

    cues = {
        "ru": [{k: v for k, v in one.items() if k != "id"} for one in track(ru)],
        "en": [{k: v for k, v in one.items() if k != "id"} for one in track(en)],
    }
    return plan(changed(good(), {"items.0.subtitles": cues}))


@pytest.mark.parametrize(
    ("ru", "en"),
    [
        (["В цехе 14 прессов"], ["14 presses work here"]),
        (["Кольцо лежит десять минут"], ["The ring lies for ten minutes"]),
        (["Десять минут"], ["10 minutes"]),
        (["В год выходит 9800", "вагонов"], ["9,800 wagons", "leave it a year"]),
        (["Завод открыли в тысяча девятьсот сорок первом году"], ["The plant opened in 1941"]),
        (["Кто-то смотрит за кольцом"], ["Somebody watches it"]),
        (["Около 2,5 тыс. колец"], ["About 2,500 rings"]),
    ],
)
def test_tracks_with_the_same_numbers_are_left_alone(ru, en):
    assert told(film(ru, en), "ITEM-5T") == []


def test_tracks_that_differ_are_found_and_mended_by_the_number():
    (one,) = told(film(["В цехе 14 прессов, 946 человек"], ["40 presses, 946 people"]), "ITEM-5T")
    assert one == "C1: The captions differ in numbers: only in Russian 14, only in English 40."
    (one,) = told(film(["Кольцо лежит десять минут"], ["The ring lies for a while"]), "ITEM-5T")
    assert "only the Russian ones say десять." in one
    assert told(film(["В цехе 14 прессов"], ["14 presses"]), "ITEM-5T") == []


def test_one_track_alone_is_nothing_to_compare():
    assert check(film([], ["14 presses"])).states["ITEM-5T"] == "nothing yet"


def shot(what: str, covers: list[str], **more: Any) -> Plan:
    values = {"visit.people.0.image.covers": covers, "visit.shots.0.what": what, "items.0.panels": []}
    return plan(changed(good(), values | {f"visit.shots.0.{name}": it for name, it in more.items()}))


@pytest.mark.parametrize(
    ("what", "more"),
    [
        ("close-up of her face", {}),
        ("крупно: лицо прессовщицы", {}),
        ("портрет у пресса", {}),
        ("she smiles at the end of the shift", {}),
        ("сварщик смотрит в камеру", {}),
        ("the operator, near", {"size": "close-up"}),
    ],
)
def test_a_face_is_beyond_hands_alone(what, more):
    (one,) = told(shot(what, ["hands", "work"], **more), "PRD-3C")
    assert one == "T1: press operator is in it, and has not allowed this: face."
    assert told(shot(what, ["hands", "work", "face"], **more), "PRD-3C") == []


@pytest.mark.parametrize(
    ("what", "more"),
    [
        ("hands lay the sample between the dies", {"size": "close-up"}),
        ("руки кладут образец, лица не видно", {"size": "close-up"}),
        ("she is seen from behind, no face", {}),
        ("лицевая сторона кольца", {}),
        ("portrait at the press", {"avoid": ["her face"]}),
    ],
)
def test_hands_and_who_is_not_recognised_are_left_alone(what, more):
    assert told(shot(what, ["hands", "work"], **more), "PRD-3C") == []


def test_a_voice_is_asked_for_by_itself():
    assert told(shot("hands at the press", ["hands"], sound="голос прессовщицы"), "PRD-3C") == [
        "T1: press operator is in it, and has not allowed this: voice."
    ]
    assert told(shot("hands at the press", ["hands"], sound="the press, no voice"), "PRD-3C") == []


def test_a_paper_that_says_nothing_of_its_reach_is_nothing_to_check():
    assert check(shot("her face", [])).states["PRD-3C"] == "nothing yet"
