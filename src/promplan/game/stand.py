"""How a campaign stands after a week: what came out with which money, what is still to come, what money is left.

Weeks are walked in their order, and what a week spends is fixed when it is over. So a decision changes nothing of what
was before it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from promplan.days.placed import WEEK
from promplan.game.begun import ECHOES, Begun
from promplan.game.pieces import Piece

if TYPE_CHECKING:
    from promplan.game.moves import Step

ROOM = 255  # opportunities on a channel: so fine are habits drawn, whatever is decided


@dataclass(frozen=True)
class Out:
    """A piece as it comes out.

    Args:
        id: its own name in the simulation; piece: the id of the piece that it belongs to.
        bought: opportunities bought, each of which meets the channel's users once. money: what was spent on them.
        attention: the factor of what has happened. organic: the share of the channel's own contacts.
    """

    id: str
    piece: str
    channel: str
    day: int
    bought: float = 0.0
    money: float = 0.0
    attention: float = 1.0
    organic: float = 1.0


@dataclass(frozen=True)
class Stand:
    """After `week`: what came out until the end of the campaign if nothing more is decided; `coming` of it is still to.

    Args:
        left: money of each channel that is not spent yet. lost: the pieces that come out no more.
        guests: people on a list of names, by the week after which they were asked.
    """

    week: int
    outs: tuple[Out, ...]
    coming: tuple[Out, ...]
    left: dict[str, float]
    lost: tuple[str, ...]
    guests: tuple[tuple[int, int], ...]


@dataclass
class _Walk:
    game: Begun
    days: dict[str, int]
    pots: dict[str, float]
    room: dict[str, int]
    waiting: dict[str, Piece]
    outs: list[Out] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    factors: list[tuple[int, int, float]] = field(default_factory=list)  # from day, to day, factor
    guests: list[tuple[int, int]] = field(default_factory=list)


def stand(game: Begun, steps: Sequence["Step"], week: int) -> Stand:
    """How the campaign stands after a week, by what was decided until then and in it."""
    n_on = {one.name: sum(each.channel == one.name for each in game.pieces) for one in game.channels}
    walk = _Walk(
        game,
        days={one.id: one.day for one in game.pieces},
        pots=dict(game.money),
        room={name: ROOM - ECHOES - n for name, n in n_on.items()},
        waiting={one.id: one for one in game.pieces},
    )
    left: dict[str, float] = {}
    lost: tuple[str, ...] = ()
    for now in range(game.weeks + 1):
        for one in steps:
            if one.week == now:
                _decide(walk, one)
        if now == week:
            left, lost = dict(walk.pots), tuple(walk.lost)
        _week(walk, now)
    return Stand(
        week,
        tuple(walk.outs),
        tuple(one for one in walk.outs if one.day >= week * WEEK and one.id == one.piece),
        left,
        lost,
        tuple(walk.guests),
    )


def _decide(walk: _Walk, step: "Step") -> None:
    """What a decision changes for the weeks to come."""
    begins = step.week * WEEK
    match step.move:
        case "money" if {step.channel, step.to} <= walk.pots.keys():
            moved = min(step.money, walk.pots[step.channel])
            walk.pots[step.channel] -= moved
            walk.pots[step.to] += moved
        case "earlier" | "later" if step.item in walk.waiting:
            day = walk.days[step.item] + (step.days if step.move == "later" else -step.days)
            walk.days[step.item] = max(begins, min(walk.game.days - 1, day))
        case "drop" if step.item in walk.waiting:
            _lose(walk, step.item)
        case "answer" if step.answer is not None:
            _happen(walk, step)


def _happen(walk: _Walk, step: "Step") -> None:
    """What an answer does."""
    begins, answer = step.week * WEEK, step.answer
    assert answer is not None
    if answer.delay:
        for id_ in [one for one in walk.waiting if walk.days[one] < begins + answer.delay]:
            walk.days[id_] += answer.delay
            if walk.days[id_] >= walk.game.days:
                _lose(walk, id_)
    if answer.days:
        walk.factors.append((begins, begins + answer.days, answer.attention))
    if answer.guests:
        walk.guests.append((step.week, answer.guests))
    own = [one for one in walk.outs if one.organic or one.bought]
    if answer.echo and own and begins < walk.game.days:
        last = max(own, key=lambda one: (one.day, one.id))
        walk.outs.append(Out(f"{last.piece} again {step.week}", last.piece, last.channel, begins, organic=answer.echo))


def _lose(walk: _Walk, id_: str) -> None:
    del walk.waiting[id_]
    walk.lost.append(id_)


def _week(walk: _Walk, week: int) -> None:
    """All that comes out in a week, with its part of the channel's money."""
    ends = (week + 1) * WEEK
    due = [one for one in walk.waiting.values() if walk.days[one.id] < ends]
    for one in sorted(due, key=lambda one: (walk.days[one.id], one.id)):
        on_channel = sum(each.channel == one.channel for each in walk.waiting.values())
        bought, money = _bought(walk, one, walk.pots[one.channel] / on_channel)
        day, factor = walk.days[one.id], 1.0
        for first, last, attention in walk.factors:
            if first <= day < last:
                factor *= attention
        walk.pots[one.channel] -= money
        walk.outs.append(Out(one.id, one.id, one.channel, day, bought, money, factor, one.organic))
        del walk.waiting[one.id]


def _bought(walk: _Walk, piece: Piece, money: float) -> tuple[float, float]:
    """The opportunities that money buys, and what they cost: no more than there is room for on the channel."""
    price, met = walk.game.price[piece.channel], walk.game.met(piece)
    if price is None or money <= 0 or met <= 0:
        return 0.0, 0.0
    wanted = 1000 * money / price / met
    room = walk.room[piece.channel]
    bought = min(wanted, float(room))
    walk.room[piece.channel] = room - int(-(-bought // 1))
    return bought, money * bought / wanted
