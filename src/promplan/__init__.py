"""promplan: a workshop course that teaches students to plan media content for industry.

`import promplan as pp` is all that a notebook needs. Nothing heavy loads here: what a name stands for is
imported when the name is first used.
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_WHERE = {
    "answers": "promplan.session",
    "check": "promplan.review",
    "audiences": "promplan.session",
    "brief_form": "promplan.session",
    "example": "promplan.session",
    "exercise": "promplan.session",
    "fact_card": "promplan.session",
    "fact_table": "promplan.session",
    "funnel": "promplan.session",
    "glossary": "promplan.session",
    "goals": "promplan.session",
    "hand_in": "promplan.session",
    "handover": "promplan.session",
    "hard_questions": "promplan.session",
    "marked": "promplan.session",
    "members": "promplan.session",
    "merge": "promplan.session",
    "message_house": "promplan.session",
    "my_plan": "promplan.session",
    "neighbour_test": "promplan.session",
    "objectives": "promplan.session",
    "persona_card": "promplan.session",
    "personas": "promplan.session",
    "plant": "promplan.session",
    "plant_form": "promplan.session",
    "plant_picker": "promplan.session",
    "quiz": "promplan.session",
    "register": "promplan.session",
    "start": "promplan.session",
    "team_form": "promplan.session",
    "text_checker": "promplan.session",
}


def __getattr__(name: str) -> Any:
    if name == "figures":
        return import_module("promplan.figures")
    if name not in _WHERE:
        raise AttributeError(f"promplan has no {name!r}; it has {', '.join(sorted(_WHERE))}")
    return getattr(import_module(_WHERE[name]), name)


def __dir__() -> list[str]:
    return sorted([*_WHERE, "figures", "__version__"])
