"""What an exercise looks at, as one number: two tries on the same plan are one try."""

import hashlib
import json
from collections.abc import Callable

from promplan.plan.document import Plan
from promplan.review.texts import parts

MOST = 10**12  # a count in the plan is no larger


def look(plan: Plan, unit: str) -> int:
    """A digest of all that the unit fills; the reasons and answers beside it are no change of the work."""
    told = [(where, part.model_dump(mode="json")) for where, part in parts(plan, unit)]
    return int.from_bytes(hashlib.sha256(json.dumps(told, sort_keys=True).encode()).digest(), "big") % MOST


def untouched(plan: Plan, unit: str, emptied: Callable[[Plan], Plan]) -> bool:
    """Is the unit as it was at its start?"""
    return look(plan, unit) == look(emptied(plan), unit)
