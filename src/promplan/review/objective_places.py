"""OBJ-11W: what a funnel leaves in doubt: more who book than can be taken, more who come than the audience has.

Places belong to the step for which they are written: there OBJ-11 is certain. A booking without places of its own may
be longer than the bus, for not all of them come; and an audience's size is an estimate.
"""

import math
from collections.abc import Iterable
from datetime import date

from promplan.language import Problem, say
from promplan.media.funnel import backward
from promplan.plan.document import Plan
from promplan.plan.objectives import Objective
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.objective import come
from promplan.review.rates import caps

UNIT = "02-goals"
SLIP = 1 + 1e-9


@rule(
    "OBJ-11W",
    severity="warning",
    unit=UNIT,
    section="goals-l-funnel",
    text=say("Nobody who has booked is turned away, and no target is larger than its audience"),
    hints=(
        say("Not everybody who has booked comes. How many may book?"),
        say("Compare the target with how many can be taken, and with the size on the audience's card."),
    ),
)
def there_is_room(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    sizes = {one.id: one.size for one in plan.audiences}
    asked = [(one, one.target) for one in plan.objectives if one.target]
    booked = [(one, target) for one, target in asked if _books(one)]
    counted = [(one, target) for one, target in asked if not one.funnel.steps and come(one)]
    sized = [(one, target, size) for one, target in counted if (size := sizes.get(one.audience))]
    if not booked and not sized:
        return None
    return [
        *(it for one, target in booked if (it := _overbooked(one, target)) is not None),
        *(it for one, target, size in sized if (it := _more_than_all(one, target, size)) is not None),
    ]


def _books(one: Objective) -> bool:
    """Is the last step before people come a booking, whose places nobody has written?"""
    if one.step_capacity is None or not one.funnel.steps or one.funnel.steps[0].places is not None:
        return False
    turn_up = next(cap for cap in caps() if cap.id == "turn-up")
    before = f"{one.metric} {one.unit}"
    return bool(turn_up.counted.search(one.funnel.steps[0].what) and turn_up.before.search(before))


def _overbooked(one: Objective, target: float) -> Finding | None:
    step, places = one.funnel.steps[0], float(one.step_capacity or 0)
    if target > places * SLIP:  # that so many cannot come, OBJ-10 tells
        return None
    try:
        _, need = backward(target, [(step.low, step.high)])
    except Problem:
        return None
    if need.best <= places * SLIP:
        return None
    told = {"what": step.what.strip(), "places": places, "need": float(math.ceil(need.best - 1e-9))}
    return Finding(
        one.id,
        say("“{what}”: even at best {need} must book, and {places} can be taken.", **told),
        say(
            "ask whether {need} may book, since not all of them come, and write {need} as the places of this step",
            **told,
        ),
        step.source.strip() or step.what,
        field="funnel",
    )


def _more_than_all(one: Objective, target: float, size: int) -> Finding | None:
    if target <= size:
        return None
    return Finding(
        one.id,
        say("The target is {target}, and the whole audience is {size}.", target=target, size=float(size)),
        say("lower the target to {size}, or choose a larger audience", size=float(size)),
        one.statement,
        field="target",
    )
