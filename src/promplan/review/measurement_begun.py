"""Has the team begun to measure? Until then the rules of unit 9 see nothing. And what their sentences call things."""

from promplan.plan.document import Plan
from promplan.plan.kpis import Kpi
from promplan.plan.measurement import Game, Measurement, Statement
from promplan.text.substance import blank

UNIT = "09-measurement"


def begun(plan: Plan) -> bool:
    """Is there a KPI, a result, or anything on the card of the measurement but the game?"""
    own = plan.measurement.model_copy(update={"by": "", "game": Game()})
    return bool(plan.kpis or plan.results) or own != Measurement()


def told(plan: Plan) -> list[Statement]:
    """The sentences of the report that say something."""
    return [one for one in plan.measurement.statements if not blank(one.text)]


def name_of(one: Kpi) -> str:
    """What a KPI is called; its id while it has no name."""
    return one.name.strip() or one.id
