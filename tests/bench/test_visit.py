"""How long does the best plant visit take, beside the same problem as a mixed-integer program for HiGHS?

Random plants (`media.orienteering.plant`): induction first, two stops with hours, one without filming, shots that wait
for others, a limit on portraits, a must-have. `pytest -s tests/bench/test_visit.py`, about two minutes.
"""

import statistics
from time import perf_counter

import pytest
from media.orienteering import Program, plant

from promplan.language import Problem
from promplan.media.visit import best, worth
from promplan.media.visit.orienteering import choose

MOST_STOPS_FOR_HIGHS = 10  # with twelve one of five instances takes a minute and more


def seconds(call):
    began = perf_counter()
    answer = call()
    return perf_counter() - began, answer


def value(visit):
    try:
        return best(visit).value
    except Problem:
        return None


def test_thirty_shots_at_ten_stops_over_twenty_plants(capsys):
    ours, reasons, lengths, highs = [], [], [], []
    for seed in range(100, 120):
        visit = plant(seed)
        ours.append(seconds(lambda visit=visit: choose(visit))[0])
        time, found = seconds(lambda visit=visit: value(visit))
        reasons.append(time)
        lengths.append(seconds(lambda visit=visit: worth(visit, range(60, 121, 10)))[0])
        time, expected = seconds(lambda visit=visit: Program(visit).solved())
        highs.append(time)
        assert (found is None) == (expected is None)
        assert found is None or found == pytest.approx(expected, abs=1e-6)
    with capsys.disabled():
        print("\n30 shots, 10 stops, 90 minutes, 20 plants: median and worst, ms")
        for name, times in (
            ("the choice alone", ours),
            ("with route and reasons", reasons),
            ("the worth of seven lengths to 120", lengths),
            ("MILP, the choice alone", highs),
        ):
            print(f"{name:<34} {1e3 * statistics.median(times):8.1f} {1e3 * max(times):8.1f}")
        ratios = [milp / table for table, milp in zip(ours, highs, strict=True)]
        print(f"HiGHS takes {statistics.median(ratios):.0f} times as long on the median plant")


@pytest.mark.parametrize("stops", [4, 6, 8, 10, 12])
def test_growth_with_the_stops(capsys, stops):
    ours, highs = [], []
    for seed in range(5):
        visit = plant(seed, stops, 3 * stops)
        time, found = seconds(lambda visit=visit: value(visit))
        ours.append(time)
        if stops <= MOST_STOPS_FOR_HIGHS:
            time, expected = seconds(lambda visit=visit: Program(visit).solved())
            highs.append(time)
            assert found == (None if expected is None else pytest.approx(expected, abs=1e-6))
    with capsys.disabled():
        other = f", MILP {1e3 * statistics.median(highs):7.1f} and {1e3 * max(highs):7.1f}" if highs else ""
        print(
            f"\n{stops:>2} stops, {3 * stops} shots: median {1e3 * statistics.median(ours):7.1f} and worst "
            f"{1e3 * max(ours):7.1f} ms{other}",
            end="",
        )
