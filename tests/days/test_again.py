"""When is a published piece looked at again: on the day that was promised, and before what is in it ends?"""

from datetime import date
from typing import Any

from promplan.days.again import ends, look_again
from promplan.plan import Plan

OUT, SOON, LATE = date(2026, 11, 10), date(2026, 12, 31), date(2027, 6, 30)
PAPER = {"state": "given", "covers": ["face"], "given": date(2026, 10, 1)}


def plan(**more: Any) -> Plan:
    film = {
        "id": "C1",
        "dates": {"publish": OUT},
        "placing": {"look_again": date(2027, 1, 15)},
        "facts": ["F1"],
        "script": [{"id": "L1", "words": "x", "facts": ["F2"]}],
        "panels": [{"id": "S1", "shot": "T1"}],
        "rights": [{"id": "U1", "until": LATE}, {"id": "U2"}],
    }
    return Plan.model_validate(
        {
            "enterprise": {
                "facts": [
                    {"id": "F1", "valid_until": LATE, "clearance": {"state": "cleared", "until": SOON}},
                    {"id": "F2", "valid_until": date(2026, 11, 9)},
                    {"id": "F3", "valid_until": SOON},
                ]
            },
            "visit": {
                "shots": [{"id": "T1", "what": "x", "people": ["N1"]}],
                "people": [
                    {
                        "id": "N1",
                        "image": {**PAPER, "until": LATE},
                        "data": {**PAPER, "until": SOON},
                        "dissemination": {"state": "asked", "until": OUT},
                    },
                    {"id": "N2", "image": {**PAPER, "until": SOON}},
                ],
            },
            "items": [film, {"id": "C2", "facts": ["F3"]}],
            **more,
        }
    )


def test_everything_in_a_piece_that_ends_is_found_by_day_and_what_ended_before_it_came_out_is_not():
    assert [(one.object, one.day) for one in ends(plan())["C1"]] == [
        ("F1", SOON),
        ("N1", SOON),
        ("F1", LATE),
        ("U1", LATE),
    ]


def test_a_piece_in_the_tray_is_not_looked_at_again():
    assert "C2" not in ends(plan()) and {one.item for one in look_again(plan())} == {"C1"}


def test_the_teams_own_day_stands_among_them():
    own = [one for one in look_again(plan()) if one.own]
    assert [(one.item, one.day) for one in own] == [("C1", date(2027, 1, 15))]
    assert [one.day for one in look_again(plan())] == [SOON, SOON, date(2027, 1, 15), LATE, LATE]


def test_what_holds_until_that_day_is_said_in_both_languages():
    first = look_again(plan())[0]
    assert first.why.into("en") == "the clearance of F1"
    assert first.why.into("ru") == first.why.into("ru").lower().replace("f1", "F1") != first.why.into("en")


def test_a_plan_without_pieces_has_nothing_to_look_at():
    assert look_again(Plan()) == () and ends(Plan()) == {}
