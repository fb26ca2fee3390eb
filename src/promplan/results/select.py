"""Which results speak of a KPI: its channel, its objective, and no day after its own."""

from promplan.plan.document import Plan
from promplan.plan.kpis import Kpi, Result


def belongs(plan: Plan, kpi: Kpi, one: Result) -> bool:
    """Is it linked to the KPI; or to none, on the KPI's channel, for its objective, and not after its day?"""
    if one.kpi:
        return one.kpi == kpi.id
    if kpi.channel and one.channel != kpi.channel:
        return False
    serves = next((it.objective for it in plan.items if it.id == one.item), "") if one.item else ""
    if kpi.objective and serves and serves != kpi.objective:
        return False
    return not (kpi.until and one.day and one.day > kpi.until)
