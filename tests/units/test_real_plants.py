"""Does the review say of a real plant's plan what a good editor would, whichever of the two languages it is in?

The same data are typed into the forms of a real JupyterLab in `tests/browser`, each plant in one of the languages.
"""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any, get_origin

import pytest

from promplan.language import LANGUAGES, inside, pick
from promplan.plan import Audience, Fact, Message, Objective, Pillar, Plan, Question
from promplan.plan.base import Part
from promplan.plan.brief import Brief
from promplan.plan.codec import dumps, loads
from promplan.plan.enterprise import Enterprise
from promplan.plan.meta import Meta
from promplan.plan.team import Member, Team
from promplan.review import check

DATA = Path(__file__).parents[1] / "data"
PLANTS = ("altaivagon", "vyksa")


def typed(kind: type[Part], values: dict[str, Any], **more: Any) -> Part:
    """A part of the plan as somebody would have typed it: words, numbers and days are strings in the data."""
    given = {name: pick(value) for name, value in values.items()}
    for name, value in given.items():
        if isinstance(value, str) and get_origin(kind.model_fields[name].annotation) is list:
            given[name] = [one.strip() for one in value.split(",")]
    return kind.model_validate({**given, **more}, strict=False)


def listed(kind: type[Part], letter: str, rows: list[dict[str, Any]], **more: Any) -> list[Any]:
    return [typed(kind, row, id=f"{letter}{n}", **more) for n, row in enumerate(rows, 1)]


def plan(data: dict[str, Any]) -> Plan:
    """The plan of units 0 to 3, in the current language."""
    team = {name: value for name, value in data["team"].items() if name != "members"}
    members = [{"name": {"en": en, "ru": ru}, "role": role} for en, ru, role in data["team"]["members"]]
    return Plan(
        meta=typed(Meta, data["meta"], case="real"),
        team=typed(Team, team, members=listed(Member, "M", members)),
        brief=typed(Brief, data["brief"], aim="careers"),
        enterprise=typed(
            Enterprise, data["enterprise"], facts=listed(Fact, "F", data["facts"], source_kind="document")
        ),
        audiences=listed(Audience, "A", data["audiences"]),
        objectives=listed(Objective, "O", data["objectives"]),
        message=typed(
            Message,
            data["message"],
            pillars=listed(Pillar, "P", data["pillars"]),
            questions=listed(Question, "Q", data["questions"]),
        ),
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PLANTS)
def test_what_a_good_editor_would_say_is_found_and_nothing_else(name: str, language: str) -> None:
    data = tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
    with inside(language):
        one = plan(data)
        for unit, expected in (("01-facts", "facts"), ("02-goals", "goals"), ("03-message", "message")):
            report = check(one, unit, on=date.fromisoformat(data["meta"]["as_of"]))
            grave = {(found.rule, found.object) for found in report if found.severity != "info"}
            assert grave == {tuple(row) for row in data["expected"][expected]}, unit
    assert loads(dumps(one)) == one
