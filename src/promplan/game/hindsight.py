"""After the last week: what the same people would have done under other decisions, and how much of it all is luck.

What is expected of a set of decisions is worked out from the attention that the same simulated people pay: attention
times the rates, so that chance of the rare steps is not in it. Reach is the exact expectation. Luck is that chance: the
same attention, and the rare steps drawn anew.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from promplan.game.assumed import numbers
from promplan.game.chance import number
from promplan.game.events import happening
from promplan.game.moves import Step
from promplan.game.played import Played
from promplan.language import Words, say, say_many
from promplan.media.expected import CHAIN
from promplan.media.simulate import STEPS, Outcome

TRIES = 50  # of luck
MOST_ONE = 6  # channels that are tried with all the money
WITHIN = 0.9  # of the tries lie in the interval


@dataclass(frozen=True)
class Option:
    """A set of decisions: what it has to come to on average, and what it came to on the same people."""

    id: str
    name: Words
    reach: float
    registrations: float
    applications: float
    came: int


@dataclass(frozen=True)
class Hindsight:
    """Args:
    team: as played. options: all that were tried, the best first. luck: applications of the same decisions, from and
    to. anyway: registrations, visits, applications without any campaign, on average. told: the verdict.
    """

    team: Option
    options: tuple[Option, ...]
    luck: tuple[int, int]
    anyway: tuple[float, float, float]
    told: tuple[Words, ...]

    @property
    def best(self) -> Option:
        """The set of decisions from which most was to be expected."""
        return self.options[0]


def hindsight(played: Played, steps: Sequence[Step]) -> Hindsight:
    """A game looked back at."""
    (_, found), per = played.outcome(steps), played.per
    team = _option("team", say("as you decided"), found, per)
    options = sorted([team, *_others(played, steps)], key=lambda one: (-one.applications, one.id != "team"))
    luck = _luck(found, per, played.seed)
    anyway = _anyway(played)
    return Hindsight(team, tuple(options), luck, anyway, tuple(_verdict(team, options[0], luck, anyway)))


def splits(played: Played) -> Iterator[tuple[str, Words, dict[str, float]]]:
    """The splits of the money that are tried: as in the plan, in equal parts, all on one channel, none."""
    game = played.game
    total = sum(game.money.values())
    yield "plan", say("the money as in your plan"), dict(game.money)
    sold = [one for one in game.names if game.price[one] is not None]
    if not total or not sold:
        return
    nothing = dict.fromkeys(game.names, 0.0)
    if len(sold) > 1:
        yield "equal", say("the money in equal parts"), {**nothing, **dict.fromkeys(sold, total / len(sold))}
    cheap = sorted(sold, key=lambda one: (game.price[one] or 0.0, one))
    for one in cheap[:MOST_ONE]:
        yield f"all on {one}", say("all money on {channel}", channel=game.names[one]), {**nothing, one: total}
    yield "none", say("no money at all"), nothing


def _others(played: Played, steps: Sequence[Step]) -> Iterator[Option]:
    """Other splits with all else as decided, and the same decisions with a press officer's answers."""
    rest = [one for one in steps if one.move != "money"]
    for id_, name, money in splits(played):
        if id_ == "plan" and len(rest) == len(steps):
            continue  # nobody has moved any
        other = Played(replace(played.game, money=money), played.seed)
        yield _option(id_, name, other.outcome(rest)[1], played.per)
    coming = happening(played.seed, played.game.weeks)
    asked = [replace(one, answer=coming[one.week].answers[0]) if one.answer else one for one in steps]
    if asked != list(steps):
        name = say("as you decided, with a press officer's answers to what happened")
        yield _option("officer", name, played.outcome(asked)[1], played.per)


def chances(found: Outcome, step: str) -> NDArray[np.float64]:
    """The chance that attention for an item leads to a step (items, segments)."""
    chain = found.expected.chances
    attention = chain[..., 0]
    told: NDArray[np.float64] = np.divide(
        chain[..., CHAIN.index(step)], attention, out=np.zeros_like(attention), where=attention > 0
    )
    return told


def _attention(found: Outcome) -> NDArray[np.int64]:
    """Contacts with attention (items, segments)."""
    total: NDArray[np.int64] = found.counts[..., STEPS.index("attention")].sum(axis=1)
    return total


def _option(id_: str, name: Words, found: Outcome, per: NDArray[np.int64]) -> Option:
    paid = _attention(found) * per
    reach = float((found.expected.reach[-1] * per).sum())
    of = {step: float((paid * chances(found, step)).sum()) for step in ("registrations", "applications")}
    came = int((found.counts[..., STEPS.index("applications")].sum(axis=(0, 1)) * per).sum())
    return Option(id_, name, reach, of["registrations"], of["applications"], came)


def _luck(found: Outcome, per: NDArray[np.int64], seed: int) -> tuple[int, int]:
    """Applications of the same decisions with the rare steps drawn anew: nine tries of ten lie within."""
    chance = np.random.Generator(np.random.PCG64(number(seed, "luck")))
    attention, share = _attention(found), chances(found, "applications")
    tries = sorted(int((chance.binomial(attention, share) * per).sum()) for _ in range(TRIES))
    out = round(TRIES * (1 - WITHIN) / 2)
    return tries[out], tries[TRIES - 1 - out]


def _anyway(played: Played) -> tuple[float, float, float]:
    game = played.game
    found = np.zeros(3)
    for one in game.segments:
        register = game.sizes[one.name] * game.weeks * numbers("anyway")["registration"]
        visit = register * one.response.visit
        found += (register, visit, visit * one.response.application)
    return float(found[0]), float(found[1]), float(found[2])


def _verdict(team: Option, best: Option, luck: tuple[int, int], anyway: tuple[float, float, float]) -> Iterator[Words]:
    """Luck or decision, in words."""
    low, high = luck
    yield say_many(
        "Your campaign brought {n} application. With the same decisions, chance alone gives {low} to {high}: nine "
        "tries of ten lie within.",
        "Your campaign brought {n} applications. With the same decisions, chance alone gives {low} to {high}: nine "
        "tries of ten lie within.",
        team.came,
        low=low,
        high=high,
    )
    gap = best.applications - team.applications
    values = {"name": best.name, "best": _short(best.applications), "mine": _short(team.applications)}
    if best.id == team.id:
        yield say(
            "Nothing of what was tried in hindsight was to bring more on average than what you decided: what is left "
            "is luck."
        )
    elif gap <= (high - low) / 2:
        yield say(
            "On average most was to be expected of: {name}. {best} applications against {mine}; that gap is within "
            "what luck does, so one campaign cannot show it. It was luck rather than the decision.",
            **values,
        )
    else:
        yield say(
            "On average most was to be expected of: {name}. {best} applications against {mine}; that gap is larger "
            "than what luck does. Here the decision counted.",
            **values,
        )
    yield say(
        "Without any campaign about {n} would have applied by themselves: that part is nobody's success.",
        n=round(anyway[2]),
    )


def _short(value: float) -> float:
    """A number as one says it: whole from ten on, one place below."""
    return float(round(value)) if value >= 10 else round(value, 1)
