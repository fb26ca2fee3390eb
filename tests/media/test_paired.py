"""Are the same people, asked twice, compared as published examples compare them?"""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from media.columns import Column
from scipy import stats

from promplan.language import Problem
from promplan.media.paired import Paired, before_after, mcnemar, paired_difference

CAVO, BENTUR = (59, 16, 6, 80), (1, 7, 1, 12)  # both, gained, lost, neither
TABLES = st.tuples(*[st.integers(0, 40)] * 4).filter(any)
quickly = settings(max_examples=80, deadline=None)


@pytest.mark.parametrize(
    ("counts", "method", "estimate", "low", "high"),
    [
        (CAVO, "newcombe", 0.0621, 0.0046, 0.1186),  # tests of the R package contingencytables
        (CAVO, "tango", 0.0621, 0.0054, 0.1240),
        (BENTUR, "newcombe", 0.286, 0.026, 0.507),  # Fagerland, Lydersen, Laake 2014
        (BENTUR, "tango", 0.286, 0.026, 0.517),
    ],
)
def test_published_intervals(counts, method, estimate, low, high):
    found = paired_difference(*counts, method=method)
    assert (found.estimate, found.low, found.high) == (
        pytest.approx(estimate, abs=5e-4),
        pytest.approx(low, abs=5e-4),
        pytest.approx(high, abs=5e-4),
    )


def test_mcnemar_as_contingencytables_prints_it():
    found = mcnemar(gained=16, lost=6)
    assert (round(found.p, 6), round(found.exact, 6), round(found.mid_p, 6)) == (0.033006, 0.052479, 0.03469)
    assert found.z == pytest.approx(2.132, abs=5e-4) and mcnemar(6, 16).z == -found.z


@quickly
@given(st.integers(0, 400), st.integers(0, 400))
def test_the_exact_test_is_scipys_binomial_test(gained, lost):
    if gained + lost:
        there = stats.binomtest(gained, gained + lost).pvalue
        assert mcnemar(gained, lost).exact == pytest.approx(there, rel=1e-9, abs=1e-300)
        assert mcnemar(gained, lost).mid_p <= mcnemar(gained, lost).exact


@quickly
@given(TABLES, st.sampled_from(["newcombe", "tango"]))
def test_an_interval_holds_its_estimate_and_turns_with_the_question(counts, method):
    both, gained, lost, neither = counts
    found = paired_difference(both, gained, lost, neither, method=method)
    back = paired_difference(both, lost, gained, neither, method=method)
    assert -1 <= found.low <= found.estimate <= found.high <= 1
    assert (back.low, back.high) == (pytest.approx(-found.high, abs=1e-9), pytest.approx(-found.low, abs=1e-9))
    narrow = paired_difference(both, gained, lost, neither, 0.5, method)
    assert found.low - 1e-9 <= narrow.low and narrow.high <= found.high + 1e-9


@quickly
@given(TABLES)
def test_tangos_ends_are_where_the_score_is_the_normal_quantile(counts):
    """The score with the nuisance share by scipy's search instead of the closed form."""
    n, (_, b, c, _) = sum(counts), counts
    found = paired_difference(*counts, method="tango")
    for delta in (found.low, found.high):
        if abs(delta) > 1 - 1e-6 or b + c == 0:
            continue

        def likelihood(q, delta=delta):  # q: the true share of those who lose
            p, rest = q + delta, n - b - c
            parts = ((b, p), (c, q), (rest, 1 - p - q))
            return sum(count * math.log(max(share, 1e-300)) for count, share in parts if count)

        grid = np.linspace(max(0.0, -delta), (1 - delta) / 2, 20_001)
        q = grid[np.argmax([likelihood(one) for one in grid])]
        variance = n * (2 * q + delta * (1 - delta))
        if variance > 1e-3:
            assert abs(b - c - n * delta) / math.sqrt(variance) == pytest.approx(1.96, abs=0.02)


def test_pairing_says_more_than_two_separate_groups_where_few_change():
    from promplan.media.experiment import difference

    paired, apart = paired_difference(20, 8, 0, 12), difference(28, 40, 20, 40)
    assert paired.high - paired.low < apart.high - apart.low
    assert paired.low > 0 > apart.low


def test_answers_are_matched_by_place_or_by_person():
    before, after = [1, 0, 0, 1, 0], [True, True, False, False, True]
    wanted = Paired(both=1, gained=2, lost=1, neither=1)
    assert before_after(before, after) == before_after(np.array(before), np.array(after)) == wanted
    people = ["Anya", "Boris", "Vera", "Gleb", "Dasha"]
    by_name = before_after(Column(before, people), Column(after[::-1], people[::-1]))
    assert (
        by_name == before_after(dict(zip(people, before, strict=True)), dict(zip(people, after, strict=True))) == wanted
    )
    assert (wanted.before, wanted.after, wanted.n) == (0.4, 0.6, 5)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: paired_difference(0, 0, 0, 0), "Nobody was asked both times"),
        (lambda: paired_difference(1.5, 0, 0, 1), "yes both times"),
        (lambda: paired_difference(1, 1, 1, 1, 1), "Confidence"),
        (lambda: paired_difference(1, 1, 1, 1, method="wald"), "not 'wald'"),
        (lambda: mcnemar(0, 0), "Nobody changed"),
        (lambda: before_after([1, 0], [1]), "who is who"),
        (lambda: before_after({"Anya": 1}, [1]), "give both alike"),
        (lambda: before_after({"Anya": 1}, {"Boris": 1}), "Nobody was asked both times"),
        (lambda: before_after([1, None], [1, 1]), "Answer of person 2"),
        (lambda: before_after(["yes"], ["no"]), "Leave out who did not answer"),
    ],
)
def test_what_is_no_answer_is_refused(call, words):
    with pytest.raises(Problem, match=words):
        call()
