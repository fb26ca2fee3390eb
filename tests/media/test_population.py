"""Do a few classes of people behave exactly as a whole Beta of them, and does chance know them by name?"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promplan.media.accumulation import Beta
from promplan.media.chance import WORD, threshold, words
from promplan.media.population import CLASSES, classes, drawn, mean

SHAPE = st.floats(-3, 6).map(lambda power: 10.0**power)


@settings(max_examples=60, deadline=None)
@given(SHAPE, SHAPE, st.integers(0, 2 * CLASSES - 1))
def test_the_classes_reach_what_the_beta_binomial_reaches(alpha, beta, n):
    p, share = classes(Beta(alpha, beta), n)
    assert 1 - share @ (1 - p) ** n == pytest.approx(Beta(alpha, beta).reach(n), rel=1e-9, abs=1e-12)


@settings(max_examples=30, deadline=None)
@given(SHAPE, SHAPE, st.integers(1, 40))
def test_the_classes_meet_as_often_as_the_beta_binomial(alpha, beta, n):
    p, share = classes(Beta(alpha, beta), n)
    met = np.ones((1, len(p)))  # exposures of each class, one post after the other
    for _ in range(n):
        met = np.pad(met * (1 - p), ((0, 1), (0, 0))) + np.pad(met * p, ((1, 0), (0, 0)))
    assert met @ share == pytest.approx(Beta(alpha, beta).over(n).p, rel=1e-8, abs=1e-11)


@settings(max_examples=30, deadline=None)
@given(SHAPE, SHAPE)
def test_the_shares_of_the_classes_make_a_whole(alpha, beta):
    p, share = classes(Beta(alpha, beta), 1)
    assert share.sum() == pytest.approx(1) and (share >= 0).all()
    assert share @ p == pytest.approx(mean(Beta(alpha, beta)), rel=1e-9, abs=1e-13)
    assert (np.diff(p) >= 0).all() and p[0] >= 0 and p[-1] <= 1


def test_mediaplanrs_case_of_five_insertions():
    """R1 .50, R2 .55: alpha = beta = 0.125 (domain.md C.T, case 5)."""
    p, share = classes(Beta(0.125, 0.125), 5)
    assert share @ (1 - p) ** 5 == pytest.approx(0.396635, abs=5e-7)


@pytest.mark.parametrize("n", [127, 128, 500, 1_000])
def test_more_opportunities_get_more_classes_and_stay_exact(n):
    habit = Beta(0.3, 4)
    p, share = classes(habit, n)
    assert len(p) == CLASSES * (1 if n < 128 else 2 ** int(np.ceil(np.log2((n + 1) / 128))))
    assert 1 - share @ (1 - p) ** n == pytest.approx(habit.reach(n), rel=1e-9)


def test_a_uniform_habit_is_no_special_case():
    p, share = classes(Beta(1, 1), 3)
    assert share @ p**3 == pytest.approx(1 / 4)


def test_a_habit_whose_exponents_add_up_to_minus_one_is_no_special_case():
    p, share = classes(Beta(0.5, 0.5), 2)  # the arcsine law
    assert share @ p**2 == pytest.approx(3 / 8)


def test_drawn_people_have_the_habit_that_was_asked_for():
    n, habit = 200_000, Beta(0.4, 3)
    chances = drawn(habit, 10).people(1, "pupils", "vk", 0, n) / WORD
    error = (habit.alpha * habit.beta / ((habit.alpha + habit.beta) ** 2 * (habit.alpha + habit.beta + 1)) / n) ** 0.5
    assert abs(chances.mean() - mean(habit)) < 3 * error


def test_a_word_belongs_to_a_person_wherever_the_block_begins():
    whole = words(7, ("meeting", "pupils", "P1", 0), 0, 1_000)
    parts = [words(7, ("meeting", "pupils", "P1", 0), start, 250) for start in range(0, 1_000, 250)]
    assert (np.concatenate(parts) == whole).all()


@pytest.mark.parametrize(
    ("seed", "question"),
    [(8, ("meeting", "P1", 1)), (7, ("meeting", "P1", 2)), (7, ("meeting", "P1", "1")), (7, ("meetingP1", 1))],
)
def test_another_seed_or_question_has_words_of_its_own(seed, question):
    assert (words(seed, question, 0, 100) != words(7, ("meeting", "P1", 1), 0, 100)).all()


def test_the_words_are_the_raw_words_of_pcg64_which_numpy_never_changes():
    """NEP 19 promises the stream of a bit generator; written down here, so that any machine can be asked."""
    assert words(1, ("meeting", "pupils", "P1", 0), 0, 2).tolist() == [12808803047549812737, 4955469921079675264]


def test_a_threshold_is_met_as_often_as_the_chance_says():
    assert threshold(np.array([0.0, 0.25, 1.0])).tolist() == [0, WORD // 4, WORD - 1]
