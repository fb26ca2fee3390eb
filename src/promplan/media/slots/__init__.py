"""Scheduling posts: items into dates and channels, the calendar that brings most, and sentences where rules give way.

    >>> items = [Item("I1", 5, hours=6, earliest=14), Item("I2", 3, hours=4, deadline=20)]
    >>> answer = place(items, Rules(84, [Channel("vk", least=1, most=5, apart=2)], hours=20))
    >>> answer.value, answer.proven, len(answer.unplaced)
    (8.0, True, 0)

Hard are clearance (an item's earliest day), blocked days, frozen items, one item a place, days between two items of a
channel and its most in a week. Soft, at a price each, are a place for every item, hours of the crew in a week, a
channel's least in a week, the balance of the pillars and, if the caller says so, deadlines: so there is always an
answer, and what gave way comes back as a `Reason` (domain.md, model 14, the slot program; elastic programming after
[brown-graves-1975]). Solved with HiGHS through scipy.optimize.milp; `Placement.bound` is a certificate.

`model` says how 84 days become a small program. Relies on numpy and scipy.
"""

import time
from collections.abc import Iterable
from dataclasses import replace

from promplan.language import say
from promplan.media import checked
from promplan.media.slots.answer import Placed, Placement, Reason, Unplaced
from promplan.media.slots.checks import checked_question
from promplan.media.slots.clashes import clashes, refuse
from promplan.media.slots.greedy import first_calendar
from promplan.media.slots.left_out import Standing, left_out
from promplan.media.slots.model import Model
from promplan.media.slots.question import Channel, Item, Penalties, Question, Rules, Spot, usual
from promplan.media.slots.reasons import bent
from promplan.media.slots.scoring import score
from promplan.media.slots.solving import ceiling, presolves, solved

__all__ = [
    "Channel",
    "Item",
    "Penalties",
    "Placed",
    "Placement",
    "Reason",
    "Rules",
    "Spot",
    "Unplaced",
    "place",
    "usual",
]

SAME = 1e-6  # of value and penalty together: a bound and an objective that differ by less are one
FIRST = 0.5  # of the seconds, at most, for a first calendar: where they are few, it is the answer


def place(
    items: Iterable[Item],
    rules: Rules,
    penalties: Penalties | None = None,
    *,
    seconds: float = 60.0,
    gap: float = 0.0,
) -> Placement:
    """The best calendar.

    The same question has the same answer, unless the seconds run out: then it is the best calendar found so far, and
    how much may still be missed. An item whose deadline lies before its clearance, or all of whose days are blocked, is
    left out with a reason; no items at all make an empty calendar. Sixty items in twelve weeks and four channels take
    from a tenth of a second to some seconds, 240 in a year from seconds to minutes without a proof.

    >>> answer = place([Item("I1", 5, hooks={3: 2}), Item("I2", 4)], Rules(7, [Channel("vk", most=1)]))
    >>> [(each.id, each.day) for each in answer.placed], print(answer.unplaced[0].reason.what)
    Item I2 is left out: every week in which it may come already has its most in vk. Allow more, or give it more days.
    ([('I1', 3)], None)

    Args:
        items: what wants a place, also as mappings or as the rows of a table.
        rules: days, channels, hours, pillars.
        penalties: the price of bending a soft rule; `usual(items)` if left out.
        seconds: when to stop, the writing of the program included, and say how much may still be missed. The solver
            looks at the clock between its steps only, so a large question may take half as long again; where its
            preparations alone would take more than half of the seconds, it goes without them.
        gap: relative gap at which to stop looking; 0 asks for a proof.

    Raises:
        Problem: the question cannot be read (an id twice, negative hours, an unknown channel or pillar, no open day at
            all), holds more than can be solved (`checks.OPTIONS`), or frozen items break hard rules: two on one place,
            before the clearance, too many in a week.
    """
    began = time.monotonic()
    seconds = checked.above_zero(seconds, say("Seconds for the search"))
    gap = checked.share(gap, say("Gap at which the search may stop"))
    question = checked_question(items, rules, penalties)
    refuse(clashes(question))

    spots, bound = _solved(question, began, seconds, gap)
    measured = score(question, spots)
    objective = measured.objective
    proven = bound - objective <= SAME * (measured.value + measured.penalty)
    standing = Standing.of(question, spots)
    return Placement(
        placed=tuple(
            sorted(
                (
                    Placed(item.id, *spots[item.id], item.worth(spots[item.id]))
                    for item in question.items
                    if item.id in spots
                ),
                key=lambda each: each.day,
            )
        ),
        unplaced=tuple(
            Unplaced(item.id, left_out(question, item, standing, proven))
            for item in question.items
            if item.id not in spots
        ),
        reasons=tuple(bent(question, spots, measured)),
        value=measured.value,
        penalty=measured.penalty,
        bound=max(bound, objective),
        proven=proven,
    )


class _TimeUp(Exception):
    """The seconds are over while the program is written."""


def _solved(question: Question, began: float, seconds: float, gap: float) -> tuple[dict[str, Spot], float]:
    """A calendar and a bound above every objective; items that have no day stay out of the program."""
    able = [item for item in question.items if question.open_days(item)]
    unable = question.penalties.unplaced * (len(question.items) - len(able))
    if not able:
        empty = score(question, {})
        return {}, empty.objective

    def tick() -> None:
        if time.monotonic() > began + seconds:
            raise _TimeUp

    first = first_calendar(question, lambda: time.monotonic() > began + FIRST * seconds)
    bound = ceiling(question)
    building = time.monotonic()
    try:
        model = Model(replace(question, items=able), tick)
    except _TimeUp:
        return first, bound
    ready = time.monotonic()
    margin = ready - building  # the solver takes in the program as long, and looks at no clock until it has
    found = solved(model, began + seconds - ready - margin, gap, presolves(model, seconds))
    bound = float(min(bound, -found.bound - unable))
    if found.columns is None:
        return first, bound
    other = model.read(found.columns)
    return max((other, first), key=lambda spots: score(question, spots).objective), bound
