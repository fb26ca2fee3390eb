"""Is alpha Krippendorff's own, and is it silent where there is nothing to agree on?"""

import pytest
from juries import scores

pytest.importorskip("krippendorff", reason="needs promplan[instructor]: the package krippendorff")

from promplan.cohort.agreement import alpha, by_criterion, overall

# K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), part C: four observers, twelve units, values
# missing; printed there: ordinal 0.815, interval 0.849
OBSERVERS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
PUBLISHED = [[None if it == "." else int(it) for it in row] for row in OBSERVERS]
UNITS = {
    f"u{n}": {f"J{j}": row[n] for j, row in enumerate(PUBLISHED) if row[n] is not None}
    for n in range(len(PUBLISHED[0]))
}


@pytest.mark.parametrize(("scale", "printed"), [("ordinal", 0.815), ("interval", 0.849)])
def test_the_published_example_comes_out(scale, printed):
    found = alpha(UNITS, scale)
    assert round(found.alpha, 3) == printed and found.units == 11  # the twelfth has one observer


def test_full_agreement_is_one_and_opposites_are_below_chance():
    assert alpha({"a": {"x": 1, "y": 1}, "b": {"x": 4, "y": 4}}).alpha == pytest.approx(1)
    assert alpha({"a": {"x": 1, "y": 4}, "b": {"x": 4, "y": 1}}).alpha < 0


def test_where_nothing_can_be_compared_it_says_so():
    assert alpha({"a": {"x": 1}}).alpha is None and "two judges" in str(alpha({"a": {"x": 1}}).said)
    same = alpha({"a": {"x": 3, "y": 3}, "b": {"x": 3, "y": 3}})
    assert same.alpha is None and "same level" in str(same.said)


def test_each_criterion_has_its_own_and_missing_cells_are_borne():
    some = scores(
        J1={"T1": 1, "T2": 2, "T3": (4,) * 6 + (None,)}, J2={"T1": 1, "T2": 2, "T3": 4}, J3={"T1": (4,) + (1,) * 6}
    )
    told = by_criterion(some)
    assert told["question"].alpha < 1 and told["art"].alpha == pytest.approx(1)
    assert told["measure"].units == 2 and 0.667 < overall(some).alpha < 1
