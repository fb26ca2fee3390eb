"""The Pareto front of a stop: for every number of minutes spent there the best choice of its shots.

A stop's shots matter to the rest of the visit only by their minutes, by their value and by what must be remembered of
them: the shots that something at another stop comes after, and how many have been taken of each group that has more
than its limit. That is the memory of a visit, a tuple of whole numbers. For each memory with which the group may come,
a stop is a list of options: a knapsack, solved by going through its shots once.
"""

from collections.abc import Set
from dataclasses import dataclass

from promplan.language import Problem, say
from promplan.media.visit.validation import Shot, Stop, Visit

__all__ = ["MILLIONTH", "Memory", "Option", "Remembered", "options", "units"]

MOST_CASES = 100_000  # at one stop
MILLIONTH = 10**6  # values are counted in whole millionths: sums are exact, in any order and on any machine

Memory = tuple[int, ...]


@dataclass(frozen=True)
class Option:
    """Shots of one stop: their minutes, their value in millionths, and the memory with which the group leaves."""

    minutes: int
    value: int
    memory: Memory
    shots: tuple[str, ...]


def units(shot: Shot) -> int:
    """The value of a shot in millionths."""
    return round(shot.value * MILLIONTH)


class Remembered:
    """What has to be remembered on a visit: one number for each shot needed elsewhere, one for each limited group."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        shots = visit.by_shot
        needed = {name for shot in shots.values() for name in shot.after if shots[name].stop != shot.stop}
        self.places = {name: place for place, name in enumerate(name for name in shots if name in needed)}
        groups = [shot.group for shot in shots.values()]
        scarce = [group for group, limit in visit.limits.items() if groups.count(group) > limit]
        self.groups = {group: len(self.places) + place for place, group in enumerate(scarce)}
        self.nothing: Memory = (0,) * (len(self.places) + len(self.groups))

    def may(self, shot: Shot, memory: Memory, here: frozenset[str]) -> bool:
        """Whether a shot may be taken now; `here` are shots taken at this stop."""
        if shot.id in self.places and memory[self.places[shot.id]]:
            return False  # taken before: a stop is visited once
        group = self.groups.get(shot.group)
        if group is not None and memory[group] >= self.visit.limits[shot.group]:
            return False
        return all(
            name in here if self.visit.by_shot[name].stop == shot.stop else memory[self.places[name]]
            for name in shot.after
        )

    def taken(self, shot: Shot, memory: Memory) -> Memory:
        """The memory after a shot."""
        places = {self.places.get(shot.id), self.groups.get(shot.group)}
        return tuple(number + (place in places) for place, number in enumerate(memory))


def options(remembered: Remembered, stop: Stop, memory: Memory, must: Set[str], may: Set[str]) -> list[Option]:
    """What can be done at a stop by a group that comes with `memory`, without options that another one outdoes.

    Every option takes all of the stop's shots among `must`, and none but those among `may`. Time grows with the shots
    of the stop times the minutes of the visit.
    """
    visit = remembered.visit
    shots = [shot for shot in visit.by_shot.values() if shot.stop == stop.id and shot.id in may]
    # by memory, minutes and those shots taken that one to come is after: the best value and the shots that make it
    found: dict[tuple[Memory, int, frozenset[str]], tuple[int, tuple[str, ...]]] = {(memory, 0, frozenset()): (0, ())}
    for number, shot in enumerate(shots):
        waited_for = {name for later in shots[number + 1 :] for name in later.after}
        ahead: dict[tuple[Memory, int, frozenset[str]], tuple[int, tuple[str, ...]]] = {}
        for (known, minutes, here), (value, taken) in found.items():
            ways = []
            if minutes + shot.minutes <= visit.minutes and remembered.may(shot, known, here):
                state = (remembered.taken(shot, known), minutes + shot.minutes, (here | {shot.id}) & waited_for)
                ways.append((state, (value + units(shot), (*taken, shot.id))))
            if shot.id not in must:  # second, so that of two choices as good the one named first is kept
                ways.append(((known, minutes, here & waited_for), (value, taken)))
            for state, (worth, which) in ways:
                if state not in ahead or ahead[state][0] < worth:
                    ahead[state] = (worth, which)
        if len(ahead) > MOST_CASES:
            raise Problem(
                say(
                    "Stop {id}: too many of its shots come after others of them to be solved exactly. Take some of "
                    "these links out.",
                    id=stop.id,
                )
            )
        found = ahead
    best: dict[Memory, int] = {}
    kept = []
    for (known, minutes, _), (value, taken) in sorted(found.items(), key=lambda one: (one[0][1], -one[1][0])):
        if value > best.get(known, -1):
            best[known] = value
            kept.append(Option(minutes, value, known, taken))
    return kept
