"""What of the team's own an event is about: the pieces that are due, the one that was out last."""

from datetime import timedelta

from promplan.days.placed import WEEK
from promplan.game.assumed import Event
from promplan.game.stand import Out, stand
from promplan.game.weeks import Game
from promplan.language import Words, say, say_many


def near(game: Game, event: Event) -> Words | None:
    """The pieces that an answer would move, or the one that was out last; None where it is about no piece."""
    if days := max(one.delay for one in event.answers):
        due = _due(game, game.stand.coming, days)
        until = game.begun.start + timedelta(game.week * WEEK + days - 1)
        if not due:
            return say("None of your pieces comes out until {day}.", day=until)
        return say_many(
            "Until {day} {n} piece of yours comes out: {ids}.",
            "Until {day} {n} pieces of yours come out: {ids}.",
            len(due),
            day=until,
            ids=", ".join(due),
        )
    if any(one.echo for one in event.answers) and (last := game.out):
        one = max(last, key=lambda it: (it.day, it.id))
        return say("Your last piece: {id}, {day}.", id=one.piece, day=game.begun.start + timedelta(one.day))
    return None


def moved(game: Game) -> list[str]:
    """The pieces that the answer after this week moved, by their ids."""
    answer = next((one for one in game.steps if one.week == game.week and one.answer is not None), None)
    if answer is None or answer.answer is None or not answer.answer.delay:
        return []
    before = stand(game.begun, [one for one in game.steps if one is not answer], game.week)
    return _due(game, before.coming, answer.answer.delay)


def _due(game: Game, coming: tuple[Out, ...], days: int) -> list[str]:
    ends = game.week * WEEK + days
    return [one.piece for one in sorted(coming, key=lambda it: (it.day, it.id)) if one.day < ends]
