"""Items into dates and channels: the calendar that brings most within the rules, and sentences where rules give way.

    items = [Item("I1", 5, hours=6, earliest=14), Item("I2", 3, hours=4, deadline=20)]
    answer = place(items, Rules(84, [Channel("vk", least=1, most=5, apart=2)], hours=20))
    answer.placed, answer.unplaced, answer.reasons, answer.words()

Hard are clearance (an item's earliest day), blocked days, frozen items, one item a place, days between two items of a
channel and its most in a week. Soft, at a price each, are a place for every item, hours of the crew in a week, a
channel's least in a week, the balance of the pillars and, if the caller says so, deadlines: so there is always an
answer, and what gave way comes back as a `Reason` (domain.md, model 14, the slot program; elastic programming after
Brown and Graves 1975). Solved with HiGHS through scipy.optimize.milp; `Placement.bound` is a certificate.

`model` says how 84 days become a small program, `search` how large ones are solved. Relies on numpy and scipy.
"""

from collections.abc import Iterable
from dataclasses import replace

from promplan.language import say
from promplan.media import checked
from promplan.media.slots.answer import Placed, Placement, Reason, Unplaced
from promplan.media.slots.checks import checked_question
from promplan.media.slots.clashes import clashes, refuse
from promplan.media.slots.left_out import left_out
from promplan.media.slots.model import Model
from promplan.media.slots.question import Channel, Item, Penalties, Question, Rules, Spot, usual
from promplan.media.slots.reasons import bent
from promplan.media.slots.scoring import score
from promplan.media.slots.search import best

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


def place(
    items: Iterable[Item],
    rules: Rules,
    penalties: Penalties | None = None,
    *,
    seconds: float = 60.0,
    gap: float = 0.0,
) -> Placement:
    """The best calendar.

    The same question has the same answer, unless the seconds run out. A large one (`search.LARGE`) is solved in parts,
    each with its share of the seconds, and where a part needs longer another calendar, just as good, may come. An item
    whose deadline lies before its clearance, or all of whose days are blocked, is left out with a reason; no items at
    all make an empty calendar.

    Args:
        items: what wants a place.
        rules: days, channels, hours, pillars.
        penalties: the price of bending a soft rule; `usual(items)` if left out.
        seconds: when to stop looking and say how much may still be missed.
        gap: relative gap at which to stop looking; 0 asks for a proof.

    Raises:
        Problem: the question cannot be read (an id twice, negative hours, an unknown channel or pillar, no open day at
            all), or frozen items break hard rules: two on one place, before the clearance, too many in a week.
    """
    seconds = checked.above_zero(seconds, say("Seconds for the search"))
    gap = checked.share(gap, say("Gap at which the search may stop"))
    question = checked_question(items, rules, penalties)
    refuse(clashes(question))

    spots, bound = _solved(question, seconds, gap)
    measured = score(question, spots)
    objective = measured.value - measured.penalty
    proven = bound - objective <= SAME * (measured.value + measured.penalty)
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
            Unplaced(item.id, left_out(question, item, spots, proven))
            for item in question.items
            if item.id not in spots
        ),
        reasons=tuple(bent(question, spots, measured)),
        value=measured.value,
        penalty=measured.penalty,
        bound=max(bound, objective),
        proven=proven,
    )


def _solved(question: Question, seconds: float, gap: float) -> tuple[dict[str, Spot], float]:
    """A calendar and a bound above every objective; items that have no day stay out of the program."""
    able = [item for item in question.items if question.open_days(item)]
    unable = question.penalties.unplaced * (len(question.items) - len(able))
    if not able:
        empty = score(question, {})
        return {}, empty.value - empty.penalty
    model = Model(replace(question, items=able))
    columns, cost = best(model, seconds, gap)
    return model.read(columns), -cost - unable
