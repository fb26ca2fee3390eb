"""A game's campaign on its simulated people: what happened, and what counters and a panel show of each week."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from promplan.days.placed import WEEK
from promplan.game import assumed
from promplan.game.begun import Begun
from promplan.game.chance import chain, number
from promplan.game.count import SHOWN, Count
from promplan.game.moves import Step
from promplan.game.stand import ROOM, Out, Stand, stand
from promplan.media.campaign import Campaign, Item
from promplan.media.experiment import Interval, wilson
from promplan.media.measured import MEASURED, Counters, Measured, measured
from promplan.media.simulate import STEPS, Outcome, simulate

KEPT = 4  # campaigns that a game remembers
_SHARES = assumed.numbers("counters")
COUNTERS = Counters(
    contacts=_SHARES["contacts"],
    clicks=_SHARES["clicks"],
    registrations=_SHARES["registrations"],
    visits=_SHARES["visits"],
    applications=_SHARES["applications"],
)
PANEL = Counters(panel=int(_SHARES["panel"]))


@dataclass(frozen=True)
class Steady(Campaign):
    """A campaign whose people's habits are drawn equally fine whatever is decided, so that what was played stays."""

    def opportunities(self, channel: str) -> int:
        """So many that a decision never changes them."""
        return max(ROOM, super().opportunities(channel))


def campaign(game: Begun, now: Stand) -> Steady:
    """The campaign of a stand, for the simulation."""
    pieces = {one.id: one for one in game.pieces}
    items = []
    for one in now.outs:
        piece = pieces[one.piece]
        echo = one.id != one.piece
        items.append(
            Item(
                one.id,
                one.channel,
                one.day,
                organic=one.organic,
                paid=one.bought * game.met(piece, played=True),
                targets=() if echo else piece.targets,
                fit={name: min(1.0, share * one.attention) for name, share in piece.fit.items()},
            )
        )
    return Steady(game.segments, game.channels, items, game.days)


class Played:
    """A game that is played: simulated once for each set of decisions.

    Args:
        game: the plan. seed: of the plan and the round.
    """

    def __init__(self, game: Begun, seed: int) -> None:
        self.game, self.seed = game, seed
        self.per: NDArray[np.int64] = np.array([game.per[one.name] for one in game.segments], np.int64)
        self._outcomes: dict[tuple[Step, ...], tuple[Stand, Outcome]] = {}
        self._weekly: dict[int, NDArray[np.int64]] = {}  # the counts of an outcome by weeks
        self._cells: dict[tuple[Any, ...], NDArray[np.int64]] = {}

    @property
    def nothing(self) -> Count:
        """What was counted where nothing came out."""
        return Count(np.zeros((len(self.per), len(SHOWN)), np.int64), self.per)

    def outcome(self, steps: Sequence[Step]) -> tuple[tuple[Out, ...], Outcome]:
        """What happens in the whole campaign, and what comes out in it, in the order of the outcome's items."""
        key = tuple(one for one in steps if one.move != "nothing")
        if key not in self._outcomes:
            now = stand(self.game, key, 0)
            found = simulate(campaign(self.game, now), self.seed)
            while len(self._outcomes) >= KEPT:
                _, old = self._outcomes.pop(next(iter(self._outcomes)))
                self._weekly.pop(id(old), None)
            self._outcomes[key] = (now, found)
        now, found = self._outcomes[key]
        return now.outs, found

    def counted(self, steps: Sequence[Step], week: int) -> dict[str, Count]:
        """What the counters show of each piece until a week's end (week 1 is the first), all of whose contacts are in.

        A piece, a week and an audience are counted for themselves, each with luck of its own.
        """
        outs, found = self.outcome(steps)
        return {piece: self._count(found, rows, 0, week) for piece, rows in _by_piece(outs).items()}

    def of_week(self, steps: Sequence[Step], week: int) -> dict[str, Count]:
        """The same of one week alone."""
        outs, found = self.outcome(steps)
        return {piece: self._count(found, rows, week - 1, week) for piece, rows in _by_piece(outs).items()}

    def _count(self, found: Outcome, rows: Sequence[tuple[int, str]], begins: int, ends: int) -> Count:
        played = np.zeros((len(self.per), len(SHOWN)), np.int64)
        for row, id_ in rows:
            for week in range(begins, ends):
                played += self._cell(found, row, id_, week)
        return Count(played, self.per)

    def _cell(self, found: Outcome, row: int, id_: str, week: int) -> NDArray[np.int64]:
        """The counts of one piece in one week (segments, `SHOWN`)."""
        if id(found) not in self._weekly:
            self._weekly[id(found)] = np.add.reduceat(found.counts, range(0, self.game.days, WEEK), axis=1)
        total = self._weekly[id(found)][row, week]
        shown = np.zeros((len(self.per), len(SHOWN)), np.int64)
        if not total.any():
            return shown
        key = (id_, week, total.tobytes())
        if key not in self._cells:
            part = Outcome(found.campaign, total[None, None], found.item_reach, found.frequency, found.expected)
            seen = measured(part, COUNTERS, number(self.seed, "counter", id_, week)).counts.sum(axis=(0, 1))
            shown[:, 0] = seen[:, MEASURED.index("contacts")]
            shown[:, 1] = total[:, STEPS.index("new")]
            for place, step in enumerate(SHOWN[2:], 2):
                shown[:, place] = seen[:, MEASURED.index(step)]
            self._cells[key] = shown
        return self._cells[key]

    def panel(self, steps: Sequence[Step], week: int) -> Measured | None:
        """A panel at a week's end: how many of those asked had met anything; None before the first week."""
        if not week:
            return None
        _, found = self.outcome(steps)
        days = min(week * WEEK, self.game.days)
        until = found.counts[:, :days].sum(axis=0)[None]
        part = Outcome(found.campaign, until, found.item_reach, found.frequency, found.expected)
        return measured(part, PANEL, number(self.seed, "panel", week))

    def reach(self, steps: Sequence[Step], week: int) -> Interval | None:
        """How many people were reached until a week's end, by the panel: each audience weighs as it is large."""
        seen = self.panel(steps, week)
        if seen is None:
            return None
        sizes = [self.game.sizes[one.name] for one in self.game.segments]
        told = [wilson(int(met), int(asked)) for met, asked in zip(seen.met, seen.asked, strict=True) if asked]
        weights = [size for size, asked in zip(sizes, seen.asked, strict=True) if asked]
        middle = sum(w * one.estimate for w, one in zip(weights, told, strict=True))
        # squares of independent audiences add up, each side for itself
        low = sum((w * (one.estimate - one.low)) ** 2 for w, one in zip(weights, told, strict=True)) ** 0.5
        high = sum((w * (one.high - one.estimate)) ** 2 for w, one in zip(weights, told, strict=True)) ** 0.5
        return Interval(middle, max(0.0, middle - low), min(float(sum(sizes)), middle + high))

    def anyway(self, week: int) -> tuple[int, int, int]:
        """Who came by themselves in a week (the first is 0): registrations, visits, applications."""
        total = [0, 0, 0]
        for one in self.game.segments:
            shares = (assumed.numbers("anyway")["registration"], one.response.visit, one.response.application)
            found = chain(self.seed, ("anyway", one.name, week), one.people, shares)
            total = [before + self.game.per[one.name] * n for before, n in zip(total, found, strict=True)]
        return total[0], total[1], total[2]

    def guests(self, steps: Sequence[Step], week: int) -> tuple[int, int, int]:
        """Who came in a week (the first is 0) on a list of names: registrations, visits, applications."""
        found = [0, 0, 0]
        response = self.game.segments[0].response
        for one in steps:
            if one.answer is not None and one.answer.guests and one.week == week:
                people = one.answer.guests
                came = chain(self.seed, ("guests", one.week), people, (response.visit, response.application))
                found = [before + n for before, n in zip(found, (people, *came), strict=True)]
        return found[0], found[1], found[2]


def _by_piece(outs: Sequence[Out]) -> dict[str, list[tuple[int, str]]]:
    """The rows of the outcome that belong to each piece."""
    found: dict[str, list[tuple[int, str]]] = {}
    for row, one in enumerate(outs):
        found.setdefault(one.piece, []).append((row, one.id))
    return found
