"""The team's decisions as the game plays them, and what must be true of one before it is made."""

from dataclasses import dataclass

from promplan.days.placed import WEEK
from promplan.game.assumed import Answer, Event
from promplan.game.begun import Begun
from promplan.game.events import answer_of, happening
from promplan.game.stand import Stand
from promplan.language import Problem, say
from promplan.plan.measurement import GameMove


@dataclass(frozen=True)
class Step:
    """A decision after a week: `move` as in the plan; an answer brings what it does."""

    week: int
    move: str
    item: str = ""
    channel: str = ""
    to: str = ""
    money: float = 0.0
    days: int = 0
    answer: Answer | None = None


def steps(moves: list[GameMove], seed: int, weeks: int) -> tuple[Step, ...]:
    """The moves of a plan by week; what names nothing that is there does nothing."""
    coming = happening(seed, weeks)
    return tuple(_step(one, coming) for one in sorted(moves, key=lambda one: one.week))


def _step(move: GameMove, coming: dict[int, Event]) -> Step:
    event = coming.get(move.week)
    answer = answer_of(event, move.answer) if move.move == "answer" and event is not None else None
    return Step(move.week, move.move, move.item, move.channel, move.to, move.money or 0.0, move.days or 0, answer)


def check(game: Begun, stand: Stand, step: Step) -> None:
    """Can this be done now?

    Raises:
        Problem: what cannot, and what to do instead.
    """
    match step.move:
        case "money":
            _check_money(game, stand, step)
        case "earlier" | "later" | "drop":
            _check_piece(game, stand, step)
        case "nothing":
            pass
        case _:
            raise Problem(say("Choose what you decide: money, a piece, or to change nothing."))


def _check_money(game: Begun, stand: Stand, step: Step) -> None:
    for id_ in (step.channel, step.to):
        if id_ not in game.names:
            raise Problem(say("Choose two channels of the game: from which one the money is taken, and to which."))
    if step.channel == step.to:
        raise Problem(say("Money is moved from one channel to another: choose two different ones."))
    left = stand.left.get(step.channel, 0.0)
    if step.money <= 0:
        raise Problem(say("Write how much money is moved: a number above 0."))
    if step.money > left + 1e-6:
        raise Problem(
            say(
                "{channel} has {left} left, and {money} cannot be taken from it. Move less.",
                channel=game.names[step.channel],
                left=round(left, 2),
                money=round(step.money, 2),
            )
        )
    if game.price[step.to] is None:
        raise Problem(
            say(
                "{channel} has no price of 1,000 contacts: money buys nothing there. Choose another channel, or write "
                "the price among the channels (unit 8).",
                channel=game.names[step.to],
            )
        )
    if not any(one.channel == step.to for one in stand.coming):
        raise Problem(
            say(
                "Nothing comes out on {channel} any more, so money would find no piece. Choose another channel.",
                channel=game.names[step.to],
            )
        )


def _check_piece(game: Begun, stand: Stand, step: Step) -> None:
    piece = next((one for one in stand.coming if one.piece == step.item), None)
    if piece is None:
        raise Problem(say("Choose a piece that is still to come out; what has been published stays published."))
    if step.move == "drop":
        return
    if step.days <= 0:
        raise Problem(say("Write by how many days the piece is moved: a whole number above 0."))
    day = piece.day + (step.days if step.move == "later" else -step.days)
    if not step.week * WEEK <= day < game.days:
        raise Problem(
            say(
                "{id} would come out on a day that is over, or after the campaign. Move it by fewer days.",
                id=step.item,
            )
        )
