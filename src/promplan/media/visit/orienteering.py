"""The orienteering problem of a plant visit, solved exactly: which shots to take in the minutes there are.

Orienteering [golden-1987]: from places with a worth choose those that a tour of limited length can
visit. Here with opening hours, a choice of shots at each place, and orders to be kept.

Dynamic programming over (stops visited, the last of them, memory, minute of leaving), where the memory is what
`pareto` says; a state keeps the best value. Why this and no mixed-integer program: with ten stops and thirty shots the
table has some million entries, which NumPy fills in a tenth of a second, always; the answer is exact by construction,
ties are decided the same way on every machine, and the value of every shorter visit comes with it. The same problem as
a MILP for HiGHS (tests/media/orienteering.py, which checks this one) has weak bounds as soon as there are opening hours
and orders: over twenty random plants it took 24 times as long on the median, and 20 seconds on the worst of them
(tests/bench/test_visit.py). What makes the table grow is the stops, twofold with each, and the memories; `MOST_BYTES`
bounds it.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from math import gcd
from typing import Any

import numpy as np
from numpy.typing import NDArray

from promplan.language import Problem, say
from promplan.media.visit.pareto import Memory, Option, Remembered, options, units
from promplan.media.visit.validation import Visit

__all__ = ["Choice", "choose"]

MOST_BYTES = 200_000_000  # of the table
MOST_MEMORIES = 500

Values = NDArray[np.signedinteger[Any]]
_State = tuple[int, int, int, int]  # stops visited as bits, the last of them, memory, minute of leaving


@dataclass(frozen=True, eq=False)
class Choice:
    """The best choice of shots, its value in millionths, and the best value by minutes of the visit.

    `worth[t]` is the best value, in millionths, of a visit of at most t minutes; below 0 where there is none.
    """

    shots: frozenset[str]
    value: int
    worth: Sequence[int]


def choose(visit: Visit, must: Set[str] = frozenset(), without: Set[str] = frozenset()) -> Choice | None:
    """The shots worth most in the minutes of the visit; of several such choices one of the shortest.

    None if no visit of so many minutes takes all that it must.

    Args:
        visit: the minutes, stops, shots and ways.
        must: shots to be taken beside the visit's own must-haves.
        without: shots not to be taken.

    Raises:
        Problem: too many stops, minutes or links for the exact method, with the number that can be.
    """
    must = visit.musts | visit.with_needs(must)
    may = frozenset(name for name in visit.allowed if not visit.with_needs(frozenset([name])) & without)
    if not must <= may:
        return None
    table = _Table(visit, must, may)
    worth = np.maximum.accumulate(table.finish)
    if worth[-1] < 0:
        return None
    shots = table.shots(int(np.argmax(table.finish == worth[-1])))
    value = sum(units(visit.by_shot[name]) for name in shots)
    return Choice(shots, value, [int(one) * table.unit for one in worth])


class _Table:
    """The values of all states: axes are the set of stops visited, the last of them, the memory, the minute."""

    def __init__(self, visit: Visit, must: frozenset[str], may: frozenset[str]) -> None:
        self.visit = visit
        self.stops = visit.stops_for(may)
        self.lead = {name for stop in self.stops for name in stop.after}  # worth a stop without a shot
        worths = [units(visit.by_shot[name]) for name in may]
        self.unit = gcd(*worths) or 1
        self.never = -1 - sum(worths) // self.unit  # the value of what cannot be: with all shots it is below 0 still
        self.type = np.min_scalar_type(self.never)
        self.minutes = visit.minutes + 1
        remembered = Remembered(visit)
        self.memories: list[Memory] = [remembered.nothing]
        self.options: list[list[list[Option]]] = [[] for _ in self.stops]  # by stop and memory
        for memory in self.memories:  # which grows on the way
            for number, stop in enumerate(self.stops):
                found = options(remembered, stop, memory, must, may)
                self.options[number].append([one for one in found if one.shots or stop.id in self.lead])
                self.memories += dict.fromkeys(one.memory for one in found if one.memory not in self.memories)
                self._check()
        self.number = {memory: number for number, memory in enumerate(self.memories)}
        where = {stop.id: number for number, stop in enumerate(self.stops)}
        self.before = [sum(1 << where[name] for name in dict.fromkeys(stop.after)) for stop in self.stops]
        self.must = sum(1 << where[stop.id] for stop in visit.stops_for(must))
        self.ahead = [
            [visit.ways[here.id, there.id].minutes + there.enter for there in self.stops] for here in self.stops
        ]
        self.first = [visit.ways[visit.entry, stop.id].minutes + stop.enter for stop in self.stops]
        self.last = [visit.ways[stop.id, visit.exit].minutes for stop in self.stops]
        shape = (1 << len(self.stops), len(self.stops), len(self.memories), self.minutes)
        self.values: Values = np.full(shape, self.never, self.type)
        self._fill()
        self.finish = self._finish()

    def _check(self) -> None:
        memories, stops = len(self.memories), len(self.stops)
        size = self.type.itemsize * stops * (1 << stops) * memories * self.minutes
        if size > MOST_BYTES or memories > MOST_MEMORIES:
            raise Problem(
                say(
                    "This visit is too large to be solved exactly: {stops} stops, {minutes} minutes, {memories} cases "
                    "of shots that others wait for or that are limited. Take stops out, or make two visits of it.",
                    stops=stops,
                    minutes=self.visit.minutes,
                    memories=memories,
                )
            )

    def _fill(self) -> None:
        sets = np.arange(len(self.values))
        sizes = np.bitwise_count(sets)
        for size in range(len(self.stops)):
            for number in range(len(self.stops)):
                before = self.before[number]
                rests = sets[(sizes == size) & (sets >> number & 1 == 0) & (sets & before == before)]
                if len(rests):
                    self.values[rests | 1 << number, number] = self._stay(self._ready(rests, number), number)

    def _ready(self, rests: NDArray[np.int64], number: int) -> Values:
        """The best values with which filming can start at a stop, by minute, after each of the sets `rests`."""
        ready = np.full((len(rests), len(self.memories), self.minutes), self.never, self.type)
        if not rests[0]:
            if self.first[number] < self.minutes:
                ready[0, 0, self.first[number]] = 0
        else:
            for previous in range(len(self.stops)):
                came = rests >> previous & 1 == 1
                ahead = self.ahead[previous][number]
                if came.any() and ahead < self.minutes:
                    reached = self.values[rests[came], previous, :, : self.minutes - ahead]
                    ready[came, :, ahead:] = np.maximum(ready[came, :, ahead:], reached)
        opens = min(self.stops[number].opens, self.minutes)
        if 0 < opens < self.minutes:
            ready[..., opens] = ready[..., : opens + 1].max(axis=-1)
        ready[..., :opens] = self.never
        return ready

    def _stay(self, ready: Values, number: int) -> Values:
        """The best values with which the group leaves a stop, by minute."""
        leave = np.full_like(ready, self.never)
        end = self._end(number)
        for memory, found in enumerate(self.options[number]):
            for option in found:
                if option.minutes < end:
                    then = leave[:, self.number[option.memory], option.minutes : end]
                    np.maximum(then, ready[:, memory, : end - option.minutes] + option.value // self.unit, out=then)
        return leave

    def _end(self, number: int) -> int:
        """The minute after the last one at which a stop can be left for the exit to be reached in time."""
        closes = self.stops[number].closes
        latest = self.visit.minutes - self.last[number]
        return max(0, 1 + (latest if closes is None else min(latest, closes)))

    def _finish(self) -> Values:
        """The best values with which the exit is reached, by minute."""
        finish: Values = np.full(self.minutes, self.never, self.type)
        straight = self.visit.ways[self.visit.entry, self.visit.exit].minutes
        if not self.must and straight < self.minutes:
            finish[straight] = 0
        sets = np.arange(len(self.values))
        enough = sets[sets & self.must == self.must]
        for number, last in enumerate(self.last):
            if last < self.minutes:
                best = self.values[enough, number].max(axis=(0, 1))
                finish[last:] = np.maximum(finish[last:], best[: self.minutes - last])
        return finish

    def shots(self, minute: int) -> frozenset[str]:
        """The shots of a visit that reaches the exit at this minute with the best value: the table read backwards."""
        value = int(self.finish[minute])
        state = self._last_state(minute, value)
        found: list[str] = []
        while state:
            option, state = self._before_state(state, value)
            found += option.shots
            value -= option.value // self.unit
        return frozenset(found)

    def _last_state(self, minute: int, value: int) -> _State | None:
        """Where the group leaves for the exit; None if it walks straight from entry to exit."""
        if value == 0 and not self.must and minute == self.visit.ways[self.visit.entry, self.visit.exit].minutes:
            return None
        sets = np.arange(len(self.values))
        enough = sets[sets & self.must == self.must]
        for number, last in enumerate(self.last):
            if last <= minute:
                hits = np.argwhere(self.values[enough, number, :, minute - last] == value)
                if len(hits):
                    return int(enough[hits[0, 0]]), number, int(hits[0, 1]), minute - last
        raise AssertionError("a value in the last column comes from a state")

    def _before_state(self, state: _State, value: int) -> tuple[Option, _State | None]:
        """What was taken at the last stop of a state, and the state in which the group came; None: from the entry."""
        visited, number, memory, minute = state
        rest = visited ^ 1 << number
        opens = self.stops[number].opens
        for came, found in enumerate(self.options[number]):
            for option in found:
                start, left = minute - option.minutes, value - option.value // self.unit
                if self.number[option.memory] != memory or start < opens or left < 0:
                    continue
                for ready in range(0 if start == opens else start, start + 1):  # whoever is early waits
                    if not rest:
                        if came == 0 and left == 0 and ready == self.first[number]:
                            return option, None
                        continue
                    for previous in range(len(self.stops)):
                        then = ready - self.ahead[previous][number]
                        if rest >> previous & 1 and then >= 0 and self.values[rest, previous, came, then] == left:
                            return option, (rest, previous, came, then)
        raise AssertionError("every state comes from another one or from the entry")
