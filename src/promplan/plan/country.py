"""By the law of which country a plan is read: that of the plant's place, else that of its time zone."""

import re

from promplan.plan.document import Plan
from promplan.plan.meta import NOT_CHOSEN, REAL
from promplan.text.dated import country_at

CYRILLIC = re.compile(r"[\u0400-\u04ff]")
NOWHERE = "?"  # a time zone of no country


def country(plan: Plan) -> str:
    """The country's id in the dated notes; empty for one of which they know nothing."""
    place = plan.enterprise.place or plan.enterprise.name
    return country_at(NOWHERE if _unsaid(plan) else plan.meta.time_zone, place)


def _unsaid(plan: Plan) -> bool:
    """A real plant in Latin letters, in an English plan with the zone as it was: nobody said that it lies at home."""
    place, meta = plan.enterprise.place.strip(), plan.meta
    at_first = meta.time_zone == NOT_CHOSEN and meta.language == "en"
    return meta.case == REAL and at_first and bool(place) and not CYRILLIC.search(place)
