"""Is a shot that shows what is banned at its stop found, and one that hides it left alone; does the sheet say so?"""

from typing import Any

import pytest
from review.creation import changed, good, plan

from promplan.export.call_sheet import told as sheet
from promplan.language import inside
from promplan.plan import Plan
from promplan.review import check


def shot(what: str, forbidden: str, **more: Any) -> Plan:
    values = {
        "visit.shots.0.what": what,
        "visit.stops.0.forbidden": forbidden,
        "visit.shots.0.clearance.state": "asked",
    }
    return plan(changed(good(), values | {f"visit.shots.0.{name}": it for name, it in more.items()}))


def found(document: Plan) -> list[str]:
    return [f"{one.object}: {one.message.into('en')}" for one in check(document) if one.rule == "VIS-12"]


@pytest.mark.parametrize(
    ("what", "forbidden", "ban"),
    [
        ("the screen of the rheometer with its curve", "screens of the machines; drawings", "screens of the machines"),
        ("кривая на экране реометра", "экраны машин, номера партий", "экраны машин"),
        ("руки прессовщика у пресса", "лица; руки", "руки"),
        ("a stack of labels", "recipe cards, labels of bags", "labels of bags"),
        ("a recipe card on the mill", "recipe cards, labels of bags", "recipe cards"),
    ],
)
def test_what_is_banned_and_shown_is_found(what, forbidden, ban):
    assert found(shot(what, forbidden)) == [f"T1: It shows what is banned there: {ban}."]


@pytest.mark.parametrize(
    ("what", "forbidden"),
    [
        ("полотно сходит с валков, рук в кадре нет", "руки; лица"),
        ("кривая на мониторе, экран закрыт листом", "экраны машин"),
        ("готовый вагон у ворот", "номера вагонов и заказов"),
        ("the press opens and steam rises", "screens; the customer's mould number"),
        ("hands at the valve, screens covered", "screens of the machines"),
    ],
)
def test_what_hides_it_or_shows_something_else_is_left_alone(what, forbidden):
    assert found(shot(what, forbidden)) == []


def test_its_own_list_binds_a_shot_too():
    assert len(found(shot("the drawing on the bench", "", avoid=["drawings"]))) == 1


def test_what_the_plant_has_let_out_is_no_finding_and_the_call_sheet_says_why():
    document = shot("кривая на экране", "экраны машин", menu="M5")
    assert found(document) == []
    with inside("en"):
        ((*_, mind),) = sheet(document)["stops"][0]["shots"]
    assert "although banned here (экраны машин)" in mind
    with inside("en"):
        ((*_, mind),) = sheet(shot("кривая на экране", "экраны машин"))["stops"][0]["shots"]
    assert "banned here: экраны машин. Ask before you film it." in mind
