"""Infeasible visits: must-haves that cannot all be taken, how many minutes are missing, and what would help."""

from collections.abc import Sequence

from promplan.language import Problem, Words, say, say_many
from promplan.media.visit.routing import shortest
from promplan.media.visit.validation import Visit

__all__ = ["conflict"]


def conflict(visit: Visit) -> Problem:
    """What to say of a visit that has no solution: the smallest change that gives it one."""
    musts = [shot.id for shot in visit.shots if shot.must]
    closed = next((name for name in musts if name not in visit.allowed), None)
    if closed is not None:
        return _forbidden(visit, closed)
    route = shortest(visit, musts)
    if route is None:
        return Problem(
            say(
                "These must-haves do not go together on one visit, however long: {shots}. Opening hours, the "
                "order of shots or a limit stand against it. Change that, or let one of them be optional.",
                shots=", ".join(_against_each_other(visit, musts)),
            )
        )
    missing = route.minutes - visit.minutes
    if not musts:
        return Problem(
            say_many(
                "The way from {entry} to {exit} alone takes {needed} min. Add {n} minute to the visit.",
                "The way from {entry} to {exit} alone takes {needed} min. Add {n} minutes to the visit.",
                missing,
                entry=visit.entry,
                exit=visit.exit,
                needed=route.minutes,
            )
        )
    return Problem(
        say_many(
            "The must-haves take {needed} min by the shortest way, and the visit has {minutes}: {n} minute is "
            "missing. {remedy}",
            "The must-haves take {needed} min by the shortest way, and the visit has {minutes}: {n} minutes are "
            "missing. {remedy}",
            missing,
            needed=route.minutes,
            minutes=visit.minutes,
            remedy=_remedy(visit, musts),
        )
    )


def _remedy(visit: Visit, musts: Sequence[str]) -> Words:
    """What to do: the must-haves each of which, given up, makes the others fit."""
    enough = []
    for name in musts:
        route = shortest(visit, [other for other in musts if other != name])
        if route is not None and route.minutes <= visit.minutes:
            enough.append(name)
    if enough:
        return say(
            "Make the visit longer, or let one of these be optional, and the others fit: {shots}.",
            shots=", ".join(enough),
        )
    return say("Make the visit longer, or let several of these be optional: {shots}.", shots=", ".join(musts))


def _against_each_other(visit: Visit, musts: Sequence[str]) -> list[str]:
    """Must-haves that cannot be had together, while any of them left out lets the others be had."""
    left = list(musts)
    for name in musts:
        others = [other for other in left if other != name]
        if shortest(visit, others) is None:
            left = others
    return left


def _forbidden(visit: Visit, name: str) -> Problem:
    closed = visit.closed_for(name)
    assert closed is not None
    if closed.id == name:
        return Problem(
            say(
                "{shot} is a must-have, and there is no filming at {place}: {forbidden}. Make the shot optional, "
                "or ask the plant whether filming there is possible.",
                shot=name,
                place=closed.stop,
                forbidden=visit.by_stop[closed.stop].forbidden,
            )
        )
    return Problem(
        say(
            "{shot} is a must-have and comes after {other}, and there is no filming at {place}: {forbidden}. "
            "Make {shot} optional, or ask the plant whether filming there is possible.",
            shot=name,
            other=closed.id,
            place=closed.stop,
            forbidden=visit.by_stop[closed.stop].forbidden,
        )
    )
