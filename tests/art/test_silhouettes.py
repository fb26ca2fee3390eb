"""Do silhouettes stand where they are put, as large as they are said to be, with their holes, mirrored or not?"""

import numpy as np
import pytest

from promplan.art.geometry import pieces
from promplan.art.silhouettes import DRAWN, OLD, SILHOUETTES, comes, placed, silhouette
from promplan.plan.camera import SIZES


def runs(piece) -> float:
    """Twice the area, positive clockwise on the page."""
    x, y = piece[:, 0], piece[:, 1]
    return float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y))


@pytest.mark.parametrize("name", SILHOUETTES)
def test_a_silhouette_of_size_100_is_as_high_as_the_frame_and_in_its_middle(name):
    at = placed(name, 50, 50, 100, 0, False, 16 / 9)
    assert np.nanmin(at[:, 1]) == pytest.approx(0) and np.nanmax(at[:, 1]) == pytest.approx(1)
    assert (np.nanmin(at[:, 0]) + np.nanmax(at[:, 0])) / 2 == pytest.approx(8 / 9)


def test_every_silhouette_is_drawn_and_has_its_words():
    assert set(DRAWN) | set(OLD) == set(SILHOUETTES)
    with pytest.raises(LookupError):
        silhouette("dragon")


@pytest.mark.parametrize("name", SILHOUETTES)
def test_what_is_mirrored_keeps_its_holes_and_lies_the_other_way_round(name):
    plain, turned = (placed(name, 50, 50, 100, 0, one, 2.0) for one in (False, True))
    assert [runs(one) > 0 for one in pieces(turned)] == [runs(one) > 0 for one in pieces(plain)]
    assert np.nanmax(turned[:, 0]) == pytest.approx(2.0 - np.nanmin(plain[:, 0]))


def test_a_quarter_of_a_turn_lays_a_person_on_its_side():
    upright, lying = (placed("person", 50, 50, 80, turn, False, 1.0) for turn in (0, 90))
    assert np.ptp(lying[:, 0][~np.isnan(lying[:, 0])]) == pytest.approx(0.8)
    assert np.nanmax(lying[:, 1]) - 0.5 == pytest.approx(0.5 - np.nanmin(upright[:, 0]))


def test_the_nearer_the_shot_the_larger_comes_a_person():
    sizes = [comes("person", one) for one in ("wide", "medium", "close-up", "detail")]
    assert sizes == sorted(set(sizes)) and all(10 <= comes(one, size) <= 190 for one in SILHOUETTES for size in SIZES)
