"""What the editors of unit 9 share: the unit whose rules speak, and small readings of the plan."""

from promplan.plan.document import Plan
from promplan.widgets.controls import begun

UNIT = "09-measurement"


def objective_named(plan: Plan, id_: str) -> str:
    """An objective by its id and its first words; the id where there is none."""
    said = next((one.statement or one.metric for one in plan.objectives if one.id == id_), "")
    return f"{id_} · {begun(said, 60)}" if said else id_


def kpi_named(plan: Plan, id_: str) -> str:
    """A KPI by its id and its name; the id where there is none."""
    said = next((one.name for one in plan.kpis if one.id == id_), "")
    return f"{id_} · {begun(said, 60)}" if said else id_
