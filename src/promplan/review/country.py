"""By the law of which country a plan is read: that of the plant's place, else that of its time zone."""

from promplan.plan.document import Plan
from promplan.text.dated import country_at


def country(plan: Plan) -> str:
    """The country's id in the dated notes; empty for one of which they know nothing."""
    return country_at(plan.meta.time_zone, plan.enterprise.place or plan.enterprise.name)
