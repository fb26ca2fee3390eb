"""The three heaps of results, and what their counters are called in the KPI dictionary."""

from collections.abc import Iterable, Mapping
from typing import Literal

from promplan.media.kpi_dictionary import Kpi as Entry
from promplan.media.kpi_dictionary import dictionary
from promplan.plan.document import Plan
from promplan.plan.kpis import Kpi, Result
from promplan.text.stems import stems

Heap = Literal["measured", "past", "simulated"]

HEAPS: tuple[Heap, ...] = ("measured", "past", "simulated")
COUNTERS = {  # field of a result: name in the dictionary
    "impressions": "impressions",
    "reach": "reach",
    "views": "views",
    "engagements": "engagements",
    "clicks": "clicks",
    "registrations": "sign_ups",
    "visits": "visits",
    "applications": "applications",
    "spend": "spend",
}
ACTIONS = ("registrations", "visits", "applications")
ANY_ACTION = ("actions", "leads")  # entries that leave open which action they count


def heap(one: Result) -> Heap:
    """Measured in this campaign, from before it, or simulated; where nobody has said, it counts as measured."""
    if one.kind in ("past", "simulated"):
        return one.kind
    return "measured"


def heaped(plan: Plan, kind: Heap = "measured") -> list[Result]:
    """The results of one heap, as the plan lists them."""
    return [one for one in plan.results if heap(one) == kind]


def counters(one: Result) -> dict[str, float]:
    """What was counted, by the names of the fields; what nobody counted is not there, and is no 0."""
    return {name: float(value) for name in COUNTERS if (value := getattr(one, name)) is not None}


def summed(rows: Iterable[Result]) -> dict[str, float]:
    """The counters of several results together. Of reach it is the sum: who was reached twice stands in it twice."""
    found: dict[str, float] = {}
    for one in rows:
        for name, value in counters(one).items():
            found[name] = found.get(name, 0.0) + value
    return found


def inputs(counts: Mapping[str, float], action: str = "") -> dict[str, float]:
    """Counters by the dictionary's names; `action` is the field that an action is counted by, if it is known."""
    found = {COUNTERS[name]: value for name, value in counts.items()}
    return found | {name: counts[action] for name in ANY_ACTION if action in counts}


def action_of(kpi: Kpi) -> str:
    """The field of a result that the action of a KPI is counted by, from its own words; empty where they say none."""
    told = f"{kpi.name} {kpi.own_formula}"
    found = [name for name in ACTIONS if stems(f"action-{name}").search(told)]
    return found[0] if len(found) == 1 else ""


def entry(id_: str) -> Entry | None:
    """The entry of the dictionary of this id; None for none."""
    return dictionary().by_id.get(id_)


def is_share(one: Entry) -> bool:
    """Is it a part of those below the line, which cannot exceed 1: what has a Wilson interval?"""
    parts = one.formula.split(" / ")
    return one.bounds == (0.0, 1.0) and len(parts) == 2 and all(it.isidentifier() for it in parts)


def parts(one: Entry) -> tuple[str, str]:
    """What stands above and below the line of a share."""
    above, below = one.formula.split(" / ")
    return above, below
