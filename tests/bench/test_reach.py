"""How long does the exposure distribution of a whole plan take, beside numpy's convolution? `pytest tests/bench`."""

import statistics
from time import perf_counter

import numpy as np
import pytest

from promplan.media.reach import sainsbury

SHARES = [0.02 + 0.015 * n for n in range(20)]
INSERTIONS = [3] * 20  # 60 insertions in 20 vehicles
TIMES, ROUNDS = 50, 15


def with_numpy():
    p = np.ones(1)
    for share, times in zip(SHARES, INSERTIONS, strict=True):
        for _ in range(times):
            p = np.convolve(p, (1 - share, share))
    return p


def seconds(call):
    began = perf_counter()
    for _ in range(TIMES):
        call()
    return (perf_counter() - began) / TIMES


def test_exposures_of_sixty_insertions_in_twenty_vehicles(benchmark):
    met = benchmark(sainsbury, SHARES, INSERTIONS)
    assert len(met.p) == 61


def test_exposures_beside_numpys_convolution_in_the_same_run(capsys):
    assert sainsbury(SHARES, INSERTIONS).p == pytest.approx(with_numpy(), rel=1e-12)
    turns = [(seconds(lambda: sainsbury(SHARES, INSERTIONS)), seconds(with_numpy)) for _ in range(ROUNDS)]
    ours, numpys = (statistics.median(column) for column in zip(*turns, strict=True))
    ratio = statistics.median(one / other for one, other in turns)
    with capsys.disabled():
        print(f"\n60 insertions: ours {1e3 * ours:.3f} ms, numpy {1e3 * numpys:.3f} ms, ratio {ratio:.2f}")
