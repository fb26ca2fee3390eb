"""The synthetic brake tests of the wagon-works: air in the pipe and in the cylinder of finished wagons.

Standard library only, called by `promplan.cases.generate`; what is assumed stands in the kit's `data.en.md`. Pressures
are those over the air outside, as a gauge shows them.
"""

import math
import random
from collections.abc import Iterable, Iterator

Rows = Iterable[tuple[object, ...]]

CHARGED, FIRST, FULL = 0.50, 0.06, 0.15  # MPa: the pipe, and by how much it falls at the first step and in all
MODES = {"empty": 0.16, "loaded": 0.42}  # MPa in the cylinder at full service
STAGES = (("charging", 150), ("first step", 40), ("full service", 30), ("holding", 300), ("release", 60))  # seconds
WAGONS = (("W1", "empty"), ("W1", "loaded"), ("W2", "empty"), ("W2", "loaded"), ("W3", "empty"), ("W3", "loaded"))


def brake_test(chance: random.Random) -> Rows:
    """Each wagon empty and loaded, once a second: wagon, mode, stage, second, MPa in the pipe and in the cylinder."""
    for wagon, mode in WAGONS:
        yield from _one(wagon, mode, chance)


def _one(wagon: str, mode: str, chance: random.Random) -> Iterator[tuple[object, ...]]:
    fill, apply, late, free = chance.uniform(25, 40), chance.uniform(4, 8), chance.uniform(1, 2), chance.uniform(6, 10)
    leak = chance.uniform(0.0, 0.007) / 300  # MPa a second, in the pipe while it holds: all of them pass
    whole, second, held, reached = MODES[mode], 0, 0.0, 0.0
    for stage, length in STAGES:
        for tick in range(length):
            fallen = {"charging": 0.0, "first step": FIRST}.get(stage, FULL)
            if stage == "charging":
                pipe, cylinder = CHARGED * (1 - math.exp(-tick / fill)), 0.0
            elif stage == "release":
                pipe = held + (CHARGED - held) * (1 - math.exp(-tick / fill))
                cylinder = reached * math.exp(-max(0.0, tick - late) / free)
            else:
                before = 0.0 if stage == "first step" else FIRST if stage == "full service" else FULL
                pipe = CHARGED - fallen + (fallen - before) * math.exp(-tick / 2)
                pipe -= leak * tick if stage == "holding" else 0.0
                goal, start = whole * fallen / FULL, whole * before / FULL
                cylinder = start + (goal - start) * (1 - math.exp(-max(0.0, tick - late) / apply))
                held, reached = pipe, cylinder
            noise = chance.gauss(0, 0.0006), chance.gauss(0, 0.0006)
            yield wagon, mode, stage, second, f"{max(0.0, pipe + noise[0]):.4f}", f"{max(0.0, cylinder + noise[1]):.4f}"
            second += 1
