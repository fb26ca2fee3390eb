"""A game as it stands: which week, what was decided, what has happened; and what a week, a decision, an answer change.

All of it is in the plan (`measurement.game`): whoever opens the plan again goes on where the game was.
"""

from functools import cached_property
from typing import Any

from promplan.days.placed import WEEK
from promplan.game.assumed import Event
from promplan.game.begun import Begun, begun
from promplan.game.chance import seed
from promplan.game.ending import ended, last_week
from promplan.game.events import answered, as_move, happening
from promplan.game.kept import kept
from promplan.game.moves import Step, check, steps
from promplan.game.played import Played
from promplan.game.stand import Out, Stand, stand
from promplan.language import Problem, say
from promplan.plan import edit
from promplan.plan.document import Plan
from promplan.plan.measurement import GameMove

GAME = "measurement.game"
MOVES = f"{GAME}.moves"


class Game:
    """The game of a plan; `before` is the same game a moment ago, whose simulations are used again.

    Raises:
        Problem: the plan has nothing to play yet.
    """

    played: Played

    def __init__(self, plan: Plan, before: "Game | None" = None) -> None:
        self.plan, kept = plan, plan.measurement.game
        self.seed = seed(plan)
        same = before is not None and before.seed == self.seed
        game = begun(plan)
        self.played = before.played if before and same and before.begun == game else Played(game, self.seed)
        self.begun: Begun = self.played.game
        self.week = min(kept.week, game.weeks)
        self.moves = [one for one in kept.moves if one.week <= self.week]
        self.coming = happening(self.seed, game.weeks)
        self.steps: tuple[Step, ...] = steps(self.moves, self.seed, game.weeks)

    @property
    def over(self) -> bool:
        """Has the last week been played in which anybody meets anything?"""
        return self.week >= self.last

    @property
    def early(self) -> bool:
        """Is it over before the campaign is, because nothing more comes out?"""
        return self.over and self.week < self.begun.weeks

    @cached_property
    def last(self) -> int:
        """The last week in which anybody meets anything, if nothing more is decided."""
        return last_week(self.begun, self.stand.outs)

    @property
    def out(self) -> list[Out]:
        """What has come out until now, where anybody can meet it."""
        return [one for one in self.stand.outs if one.day < self.week * WEEK and (one.organic or one.bought)]

    @property
    def event(self) -> Event | None:
        """What has happened and waits for an answer; what happens to a piece does so only once one is out."""
        event = self.coming.get(self.week)
        if event is None or self.over or answered(self.moves, self.week):
            return None
        return None if event.published and not self.out else event

    @cached_property
    def stand(self) -> Stand:
        """How the campaign stands now."""
        return stand(self.begun, self.steps, self.week)

    @property
    def changed(self) -> bool:
        """Has the plan become another since its first week was played?"""
        kept = self.plan.measurement.game.begun
        return bool(self.week and kept and kept != self.begun.digest)

    def days(self, week: int) -> tuple[int, int]:
        """First and last day of a week (1 is the first), counted from the campaign's first."""
        return (week - 1) * WEEK, min(week * WEEK, self.begun.days) - 1


def play(plan: Plan) -> Plan:
    """A week more; raises `Problem` where there is none, or something waits for an answer."""
    game = Game(plan)
    if game.early:
        raise Problem(ended(game.week, game.begun.weeks))
    if game.over:
        raise Problem(say("The campaign is over: look at it in hindsight, or start anew."))
    if game.event is not None:
        raise Problem(say("Something has happened: answer it first, then play on."))
    first = {"begun": game.begun.digest} if not game.week else {}
    return edit.put(plan, GAME, {"week": game.week + 1, **first})


def decide(plan: Plan, values: dict[str, Any]) -> Plan:
    """A decision after the week that was played last; raises `Problem` for one that cannot be carried out."""
    game = Game(plan)
    if game.over:
        raise Problem(say("The campaign is over: nothing can be decided any more. Start anew to try another way."))
    now = GameMove.model_validate({"id": "GM1", **values, "week": game.week})
    check(
        game.begun,
        game.stand,
        Step(game.week, now.move, now.item, now.channel, now.to, now.money or 0.0, now.days or 0),
    )
    return edit.add(plan, MOVES, {**values, "week": game.week})[0]


def answer(plan: Plan, id_: str, why: str = "") -> Plan:
    """An answer to what has happened; raises `Problem` where nothing has."""
    game = Game(plan)
    if game.event is None:
        raise Problem(say("Nothing waits for an answer."))
    return edit.add(plan, MOVES, {**as_move(game.event, id_, game.week), "why": why})[0]


def take_back(plan: Plan, id_: str) -> Plan:
    """Without a decision that has not been played yet; raises `Problem` for one that has."""
    game = Game(plan)
    one = next((each for each in game.moves if each.id == id_), None)
    if one is None or one.week != game.week:
        raise Problem(say("That week has been played: what was decided before it stays."))
    return edit.remove(plan, f"{MOVES}/{id_}")


def anew(plan: Plan) -> Plan:
    """The same plan with other luck, from its first day; what was decided is forgotten."""
    for one in plan.measurement.game.moves:
        plan = edit.remove(plan, f"{MOVES}/{one.id}")
    again = min(plan.measurement.game.round + 1, 1000)
    return edit.put(plan, GAME, {"week": 0, "round": again, "begun": ""})


def keep(plan: Plan) -> Plan:
    """The plan with what the counters show until now, as simulated results."""
    game = Game(plan)
    if not game.week:
        raise Problem(say("No week has been played, so there is nothing to keep yet."))
    return kept(plan, game.played, game.steps, game.week)
