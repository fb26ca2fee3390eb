"""One picture per function, each a `Picture` with its alternative text and caption. matplotlib loads on first use.

A module is never called like its function: importing it would put the module in the function's place.
"""

from importlib import import_module
from typing import Any

from promplan.extras import needed
from promplan.versioned import Unknown

_WHERE = {  # function: module
    "age_pyramid": "promplan.figures.workforce",
    "audience_map": "promplan.figures.audiences",
    "before_after": "promplan.figures.asked_twice",
    "calendar_heat": "promplan.figures.silence",
    "core_cure": "promplan.figures.heat",
    "course_map": "promplan.figures.course",
    "exposures": "promplan.figures.contacts",
    "form": "promplan.figures.forms",
    "funnel": "promplan.figures.backward",
    "gantt": "promplan.figures.bars",
    "idle_words": "promplan.figures.idle",
    "marginal_return": "promplan.figures.next_money",
    "message_house": "promplan.figures.house",
    "one_page": "promplan.figures.one_page_board",
    "pillar_balance": "promplan.figures.balance",
    "plan_against_result": "promplan.figures.targets",
    "production_network": "promplan.figures.network",
    "raci": "promplan.figures.responsibility",
    "reach_curves": "promplan.figures.spent_curves",
    "results_funnel": "promplan.figures.steps_taken",
    "sample_size_curve": "promplan.figures.enough",
    "shot_coverage": "promplan.figures.coverage",
    "surprise_proof": "promplan.figures.proof",
    "value_chain": "promplan.figures.chain",
    "visit_timeline": "promplan.figures.visit_day",
    "workload": "promplan.figures.load",
}


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise Unknown("pp.figures.{}", name, _WHERE)
    with needed():
        return getattr(import_module(_WHERE[name]), name)


def __dir__() -> list[str]:
    return sorted(_WHERE)
