"""The team's plan as a game begins with it: people, channels, dated pieces, money; what is left out and assumed."""

import hashlib
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from promplan.days.placed import WEEK
from promplan.game.habits import Habit, habit
from promplan.game.pieces import Piece, played_pieces
from promplan.game.rates import response
from promplan.game.told import assumptions
from promplan.language import Problem, Words, say
from promplan.media.campaign import MOST_CELLS, Channel
from promplan.media.population import MOST_PEOPLE, Segment
from promplan.plan.audiences import Audience
from promplan.plan.channels import PlannedChannel
from promplan.plan.document import Plan

MOST_WEEKS = 200  # so many a plan's game counts
PLAYED = 100_000  # people in all who are played one by one; where there are more, one stands for several
LEAST_PLAYED = 2_000  # of an audience
ECHOES = 20  # pieces that may be shown once more


@dataclass(frozen=True)
class Begun:
    """What is played.

    Args:
        digest: of all that the plan says to it: another one means that the plan has changed.
        per: for how many people one of a segment stands.
        money, price: of each channel; a price of None sells nothing.
        names: the channels' names; left_out, assumed: in words.
    """

    digest: str
    start: date
    days: int
    segments: tuple[Segment, ...]
    sizes: dict[str, int]
    per: dict[str, int]
    channels: tuple[Channel, ...]
    names: dict[str, str]
    pieces: tuple[Piece, ...]
    money: dict[str, float]
    price: dict[str, float | None]
    left_out: tuple[Words, ...]
    assumed: tuple[Words, ...]

    @property
    def weeks(self) -> int:
        """How many weeks are played; the last may be a part of one."""
        return math.ceil(self.days / WEEK)

    def met(self, piece: Piece, *, played: bool = False) -> float:
        """How many of the people whom a piece's money may reach are met by it once, on average; of those played."""
        total = 0.0
        for one in self.segments:
            if piece.channel in one.habits and (not piece.targets or one.name in piece.targets):
                beta = one.habits[piece.channel]
                people = one.people if played else self.sizes[one.name]
                total += people * beta.alpha / (beta.alpha + beta.beta)
        return total


def begun(plan: Plan) -> Begun:
    """The plan as a game.

    Raises:
        Problem: without a campaign window, an audience whose size is known, or a dated piece there is nothing to play.
    """
    start, days = _window(plan)
    audiences = {one.id: one for one in plan.audiences if one.size}
    if not audiences:
        raise Problem(
            say(
                "No audience has a size, so there is nobody to play with. Write in an audience card how many people "
                "they are, and where the number is from."
            )
        )
    pieces, left = played_pieces(plan, start, days, list(audiences))
    if not pieces:
        raise Problem(_nothing_out(left))
    if (cells := (len(pieces) + ECHOES) * days * len(audiences)) > MOST_CELLS:
        raise Problem(
            say(
                "Pieces times days times audiences are {n}, more than the game can play ({most}). Shorten the "
                "campaign, or leave out audiences that nothing is made for.",
                n=float(cells),
                most=float(MOST_CELLS),
            )
        )
    used = {one.id: one for one in plan.channels if any(piece.channel == one.id for piece in pieces)}
    names = {id_: one.name.strip() or id_ for id_, one in used.items()}
    habits: dict[str, dict[str, Habit]] = {one: {} for one in audiences}
    of_channel = {}
    for id_, channel in used.items():
        own = [one for one in pieces if one.channel == id_]
        meets = _whom(channel, audiences, own)
        of_channel[id_] = habit(channel, sum(audiences[one].size or 0 for one in meets), len(own))
        for one in meets:
            habits[one][id_] = of_channel[id_]
    segments, per, said = _people(plan, audiences, habits)
    return Begun(
        digest=_digest(plan),
        start=start,
        days=days,
        segments=tuple(segments),
        sizes={id_: min(one.size or 0, MOST_PEOPLE) for id_, one in audiences.items()},
        per=per,
        channels=tuple(Channel(id_, one.kind.arrival, one.kind.click) for id_, one in of_channel.items()),
        names=names,
        pieces=pieces,
        money={id_: one.money.amount or 0.0 for id_, one in used.items()},
        price={id_: one.money.price or None for id_, one in used.items()},
        left_out=(*_unsized(plan), *left, *_idle_money(plan, used)),
        assumed=tuple(assumptions(plan, of_channel, names, said, per)),
    )


def _nothing_out(left: Sequence[Words]) -> Words:
    """Why nothing can be played, and what each piece lacks."""
    told = say(
        "No piece of content has a channel and a day within the campaign, so there is nothing to play. Write pieces in "
        "unit 6, and give several of them both, for example on the calendar board of unit 7."
    )
    for one in left:
        told = say("{told} {more}.", told=told, more=one)
    return told


def _whom(channel: PlannedChannel, audiences: Mapping[str, Audience], pieces: Sequence[Piece]) -> list[str]:
    """The audiences that a channel meets: those that it says, else all, and those of its pieces."""
    own = [one for one in channel.audiences if one in audiences] or list(audiences)
    return list(dict.fromkeys([*own, *(target for one in pieces for target in one.targets)]))


def _people(
    plan: Plan, audiences: Mapping[str, Audience], habits: Mapping[str, Mapping[str, Habit]]
) -> tuple[list[Segment], dict[str, int], dict[str, list[Words]]]:
    """The simulated people, for how many one of them stands, and where their rates are from."""
    segments, per, said = [], {}, {}
    share = max(LEAST_PLAYED, PLAYED // len(audiences))
    for id_, one in audiences.items():
        size = min(one.size or 0, MOST_PEOPLE)
        per[id_] = math.ceil(size / share)
        answer, said[id_] = response(plan, id_)
        kept = {channel: each.beta for channel, each in habits[id_].items()}
        segments.append(Segment(id_, round(size / per[id_]), answer, kept))
    return segments, per, said


def _unsized(plan: Plan) -> Iterator[Words]:
    for one in plan.audiences:
        if not one.size:
            name = one.segment.strip() or one.id
            yield say("{id}, {name}: nobody has said how many they are.", id=one.id, name=name)


def _idle_money(plan: Plan, used: Mapping[str, PlannedChannel]) -> Iterator[Words]:
    for one in plan.channels:
        name = one.name.strip() or one.id
        if one.money.amount and one.id not in used:
            yield say("Money for {channel}: no piece comes out there.", channel=name)
        elif one.money.amount and not one.money.price:
            yield say("Money for {channel}: there is no price of 1,000 contacts, so it buys none.", channel=name)


def _window(plan: Plan) -> tuple[date, int]:
    start, end = plan.meta.campaign_start, plan.meta.campaign_end
    if start is None or end is None:
        raise Problem(
            say("The campaign has no first and last day. Write both in the plan's own card (unit 0), then it can run.")
        )
    if end < start:
        raise Problem(
            say("The campaign ends on {end}, before it starts on {start}. Mend one of the days.", start=start, end=end)
        )
    days = (end - start).days + 1
    if days > MOST_WEEKS * WEEK:
        raise Problem(
            say(
                "The campaign lasts {n} days; the game plays {most} weeks at most. Mend its last day, or play a part.",
                n=days,
                most=MOST_WEEKS,
            )
        )
    return start, days


def _digest(plan: Plan) -> str:
    """A digest of what the game reads of a plan."""
    parts = [
        str((plan.meta.campaign_start, plan.meta.campaign_end)),
        *(f"{one.id} {one.size}" for one in plan.audiences),
        *(f"{one.id} {one.channel} {one.media} {one.audiences} {one.money.model_dump()}" for one in plan.channels),
        *(f"{one.id} {one.channel} {one.audience} {one.dates.publish} {one.placing.state}" for one in plan.items),
        *(f"{one.id} {one.audience} {one.metric} {one.unit} {one.funnel.model_dump()}" for one in plan.objectives),
    ]
    return hashlib.blake2b("\x1e".join(parts).encode(), digest_size=8).hexdigest()
