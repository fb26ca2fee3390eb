"""How good and how fast is the split of a budget, beside scipy's SLSQP? `pytest tests/bench/test_budget.py`.

SLSQP gets every help: money as a share of the total, responses as a share of what is at stake, the analytic slopes, the
equal split to start from, tolerance 1e-12, one thread for its algebra (with two, on a busy machine, ten times slower).
Its time grows with the cube of the channels, so it is asked once at 200 and left out at 10,000. Our time includes the
certificate. pymc-marketing, lightweight_mmm and Robyn optimise through such a solver.

The test beside pymc-marketing itself needs an environment of its own, outside the project's, or it is skipped:
`pip install pymc-marketing pydantic filelock pytest hypothesis`, then `PYTHONPATH=src python -m pytest …`.
It is asked in three pairs of units, because it stops at an absolute tolerance of 1e-9: with small numbers of response
per rouble it hands the equal split back at once, with success.
"""

import math
import os
import statistics
from time import perf_counter

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when numpy is imported for the first time

import numpy as np
import pytest
from scipy.optimize import minimize

from promplan.media.budget import Channel, split
from promplan.media.budget.curves import Curves
from promplan.media.response import Exponential, Hill, Logarithm, Root

TOTAL = 1e6


def channels_of(n, bent=False):
    """Exponential, Hill, root and logarithmic curves by turns, a third of them with a minimum and a maximum."""
    draw = np.random.default_rng(n)
    channels = []
    for k in range(n):
        size, scale = float(draw.uniform(10, 100)), float(TOTAL / n * draw.uniform(0.2, 3))
        curve = (
            Exponential(size, scale),
            Hill(size, scale, float(draw.uniform(1.5, 4) if bent else draw.uniform(0.5, 1))),
            Root(size / math.sqrt(2 * scale)),
            Logarithm(size, scale),
        )[k % 4]
        bounds = (0.1 * TOTAL / n, 2 * TOTAL / n) if k % 3 == 0 else (0.0, math.inf)
        channels.append(Channel(f"c{k}", curve, *bounds))
    return channels


def slsqp(channels):
    """The same question for SLSQP, scaled by the total and by the equal split's response."""
    curves = Curves([c.response for c in channels], False)
    n, least = len(channels), 1e-9 / len(channels)  # a root's slope at 0 is infinite
    stake = float(np.sum(curves.value(np.full(n, TOTAL / n))))

    def loss(share):
        return -float(np.sum(curves.value(share * TOTAL))) / stake

    def slopes(share):
        return -np.exp(curves.log_marginal(share * TOTAL)) * TOTAL / stake

    found = minimize(
        loss,
        np.full(n, 1 / n),
        jac=slopes,
        method="SLSQP",
        bounds=[(max(least, c.minimum / TOTAL), min(1.0, c.maximum / TOTAL)) for c in channels],
        constraints={"type": "eq", "fun": lambda x: np.sum(x) - 1, "jac": lambda x: np.ones(n)},
        options={"ftol": 1e-12, "maxiter": 1000},
    )
    return -found.fun * stake, found


def seconds(call, rounds):
    """The median time of some calls, and the answer."""
    times = []
    for _ in range(rounds):
        began = perf_counter()
        answer = call()
        times.append(perf_counter() - began)
    return statistics.median(times), answer


@pytest.mark.parametrize(("n", "rounds"), [(5, 15), (20, 15), (200, 1)])
def test_beside_slsqp_with_every_help(capsys, n, rounds):
    channels = channels_of(n)
    ours, answer = seconds(lambda: split(channels, TOTAL), 15)
    theirs, (value, found) = seconds(lambda: slsqp(channels), rounds)
    assert answer.certificate.holds
    assert answer.value >= value * (1 - 1e-9)
    with capsys.disabled():
        print(
            f"\n{n} channels: ours {1e3 * ours:.2f} ms, SLSQP {1e3 * theirs:.2f} ms ({found.nit} steps, success "
            f"{found.success}), ratio {ours / theirs:.3f}; objective ours/SLSQP - 1 = {answer.value / value - 1:.1e}"
        )


@pytest.mark.parametrize(("n", "rounds"), [(5, 7), (20, 7), (200, 1)])
def test_beside_slsqp_on_bent_curves_where_it_climbs_one_summit(capsys, n, rounds):
    channels = channels_of(n, bent=True)
    ours, answer = seconds(lambda: split(channels, TOTAL), 7)
    theirs, (value, _) = seconds(lambda: slsqp(channels), rounds)
    certificate = answer.certificate
    assert answer.value >= value * (1 - 1e-9)
    with capsys.disabled():
        print(
            f"\n{n} channels, a quarter S-shaped: ours {1e3 * ours:.1f} ms, SLSQP {1e3 * theirs:.1f} ms, ratio "
            f"{ours / theirs:.2f}; objective ours/SLSQP - 1 = {answer.value / value - 1:.1e}, "
            f"{certificate.verdict}, gap {certificate.gap / certificate.stake:.1e} of the stake"
        )


@pytest.mark.parametrize("bent", [False, True])
def test_time_grows_with_the_number_of_channels(capsys, bent):
    sizes, times = (10, 100, 1_000, 10_000), []
    for n in sizes:
        channels = channels_of(n, bent)
        time, answer = seconds(lambda channels=channels: split(channels, TOTAL), 3)
        times.append(time)
        assert answer.certificate.gap <= 1e-3 * answer.certificate.stake
        if not bent:
            assert answer.certificate.holds
    slope = np.polyfit(np.log(sizes[1:]), np.log(times[1:]), 1)[0]
    told = ", ".join(f"{n:,}: {1e3 * time:.1f} ms" for n, time in zip(sizes, times, strict=True))
    with capsys.disabled():
        print(f"\n{'a quarter S-shaped' if bent else 'concave'}: {told}; slope from 100 on {slope:.2f} (log-log)")


def optimizer_of_pymc(channels, money, response):
    """pymc-marketing's optimiser of these Hill curves with slope 1, counted in `money` roubles and `response` units.

    Its own model, of one period without adstock; the posterior is twice the curves' parameters instead of a sample, and
    a history of ones makes its scales 1. Ready to run: model and compilation are behind it.
    """
    import arviz
    import pandas as pd
    from pymc_marketing.mmm import MichaelisMentenSaturation, NoAdstock
    from pymc_marketing.mmm import multidimensional as pymc
    from pymc_marketing.mmm.budget_optimizer import BudgetOptimizer

    names, weeks = [c.name for c in channels], pd.date_range("2025-01-06", periods=4, freq="W-MON")
    history = pd.DataFrame(1.0, columns=names, index=weeks).rename_axis("date").reset_index()
    adstock, saturation = NoAdstock(l_max=1), MichaelisMentenSaturation()
    model = pymc.MMM(
        date_column="date", channel_columns=names, target_column="y", adstock=adstock, saturation=saturation
    )
    model.build_model(history, pd.Series(1.0, index=history.index, name="y"))
    caps = [c.response.cap / response for c in channels]
    halves = [c.response.half / money for c in channels]
    posterior = {"saturation_alpha": [[caps] * 2], "saturation_lam": [[halves] * 2]}
    model.idata = arviz.from_dict(posterior, coords={"channel": names}, dims={name: ["channel"] for name in posterior})
    week = pymc.MultiDimensionalBudgetOptimizerWrapper(model, "2025-02-03", "2025-02-03")
    return BudgetOptimizer(model=week, num_periods=1, response_variable="total_media_contribution_original_scale")


@pytest.mark.parametrize("n", [5, 20])
@pytest.mark.parametrize("units", ["roubles and sign-ups", "roubles and shares", "shares and shares"])
def test_beside_pymc_marketing(capsys, n, units):
    pytest.importorskip("pymc_marketing")
    draw = np.random.default_rng(n)
    curves = [Hill(float(draw.uniform(10, 100)), float(TOTAL / n * draw.uniform(0.2, 3))) for _ in range(n)]
    bounds = [(0.1 * TOTAL / n, 2 * TOTAL / n) if k % 3 == 0 else (0.0, TOTAL) for k in range(n)]
    channels = [Channel(f"c{k}", curves[k], *bounds[k]) for k in range(n)]
    equal = math.fsum(curve.value(TOTAL / n) for curve in curves)
    money = TOTAL if units.startswith("shares") else 1.0
    response = equal if units.endswith("shares") else 1.0
    built, optimizer = seconds(lambda: optimizer_of_pymc(channels, money, response), 1)
    limits = {c.name: (c.minimum / money, c.maximum / money) for c in channels}
    ours, answer = seconds(lambda: split(channels, TOTAL), 15)
    theirs, (shares, found) = seconds(lambda: optimizer.allocate_budget(TOTAL / money, limits), 15)
    value = math.fsum(curve.value(max(0.0, b * money)) for curve, b in zip(curves, shares.values.tolist(), strict=True))
    assert answer.value >= value * (1 - 1e-9)
    with capsys.disabled():
        print(
            f"\n{n} channels, {units}: ours {1e3 * ours:.2f} ms, pymc-marketing {1e3 * theirs:.2f} ms ({found.nit} "
            f"steps, success {found.success}; before that {built:.1f} s to build), ratio {ours / theirs:.2f}; "
            f"objective ours/theirs - 1 = {answer.value / value - 1:.1e}, theirs/equal split - 1 = "
            f"{value / equal - 1:.1e}; the two models differ by {abs(-found.fun * response / value - 1):.0e}"
        )
