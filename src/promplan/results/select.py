"""Which results speak of a KPI: of its channel, else of its objective, and of no day after its own."""

from promplan.plan.document import Plan
from promplan.plan.kpis import Kpi, Result


def belongs(plan: Plan, kpi: Kpi, one: Result) -> bool:
    """Is it linked to the KPI; or to none, and of the KPI's channel or else its objective, and not after its day?

    A KPI that names its channel speaks of the whole channel, whatever its pieces are for.
    """
    if one.kpi:
        return one.kpi == kpi.id
    if kpi.channel:
        if one.channel != kpi.channel:
            return False
    elif kpi.objective and one.item:
        serves = next((it.objective for it in plan.items if it.id == one.item), "")
        if serves and serves != kpi.objective:
            return False
    return not (kpi.until and one.day and one.day > kpi.until)
