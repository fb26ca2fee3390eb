"""What the campaign game asks after a week: an answer to what has happened, and a decision; only what can be done."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from promplan.game.ending import sold
from promplan.game.events import answer_of
from promplan.game.near import moved, near
from promplan.game.weeks import Game
from promplan.language import day, pick, say

NOTHING = say("None of your pieces is still to come out, so there is nothing to decide this week: play on.")
STILL = say("None of your pieces was to come out in these days, so nothing moves.")


def event(game: Game) -> dict[str, Any]:
    """What has happened and waits for an answer, and which of the team's pieces it is about."""
    found = game.event
    if found is None:
        return {}
    answers = [[one.id, str(pick(one.name))] for one in found.answers]
    said = {"name": str(pick(found.name)), "what": str(pick(found.what)), "near": str(near(game, found) or "")}
    return {"key": f"{game.week} {found.id}", **said, "answers": answers}


def answered(game: Game) -> dict[str, str]:
    """What comes of the answer that was given after this week."""
    found = game.coming.get(game.week)
    move = next((one for one in game.moves if one.move == "answer" and one.week == game.week), None)
    if found is None or move is None or (answer := answer_of(found, move.answer)) is None:
        return {}
    then = str(pick(answer.then))
    if answer.delay:
        ids = moved(game)
        then = str(say("{then} Moved: {ids}.", then=then, ids=", ".join(ids)) if ids else STILL)
    return {
        "name": str(pick(found.name)),
        "answer": str(pick(answer.name)),
        "then": then,
        "officer": str(pick(found.officer)),
    }


def form(game: Game, money: Callable[[Game, float], str]) -> dict[str, Any]:
    """What may be decided: money only where a channel has some and another one would buy for it.

    Args:
        money: says a sum of money.
    """
    now, titles = game.stand, {one.id: one.title for one in game.begun.pieces}
    coming, names = {one.channel for one in now.coming}, game.begun.names
    priced = sold(game.begun)
    to = [one for one in priced if one in coming] if len(priced) > 1 else []
    givers = [one for one in names if now.left[one] and any(other != one for other in to)]
    pieces = [
        [
            one.piece,
            f"{one.piece} · {titles[one.piece] or say('(empty)')}, {day(game.begun.start + timedelta(one.day))}",
        ]
        for one in sorted(now.coming, key=lambda each: (each.day, each.id))
    ]
    possible = bool(givers or pieces)
    return {
        "open": not game.over and possible,
        "none": "" if game.over or possible else str(NOTHING),
        "from": [[one, f"{names[one]}: {money(game, now.left[one])}"] for one in givers],
        "to": [[one, names[one]] for one in to] if givers else [],
        "pieces": pieces,
    }
