"""What each form shows is true: closed curves close, radii and areas are as their legend says, gaps stay gaps."""

import math
from itertools import pairwise

import numpy as np
import pytest
from art.made import BATCHES, FORMS, batch, shaft
from hypothesis import given, settings
from hypothesis import strategies as st

from promplan.art import carried
from promplan.art.bands import step_of, stripes
from promplan.art.cure import rosette
from promplan.art.gears import spirograph, trochoid
from promplan.art.geometry import Area, Circle, Label, Line, area, pieces
from promplan.art.grid import typology
from promplan.art.legend import UNPROPORTIONED
from promplan.art.outlines import SIGNS, gear, part, ring, sign
from promplan.art.ridges import ridgeline
from promplan.art.series import Series
from promplan.art.shaft import orbit
from promplan.art.signs import Row, isotype, unit_for
from promplan.language import Problem


def lines(form, role="ink"):
    return [one for one in form.drawing.marks if isinstance(one, Line) and one.stroke == role]


def ink(form, role="ink"):
    return sum(area(one.points) for one in form.drawing.marks if isinstance(one, Area) and one.fill == role)


def reading(form, shows):
    return next(one for one in form.legend.readings if one.shows == shows)


@pytest.mark.parametrize("make", FORMS.values(), ids=FORMS)
class TestEveryForm:
    def test_stays_on_its_sheet(self, make):
        drawing = make().drawing
        left, top, right, bottom = drawing.bounds()
        assert left >= 0 and top >= 0 and right <= drawing.width and bottom <= drawing.height

    def test_fills_its_sheet(self, make):
        drawing = make().drawing
        left, top, right, bottom = drawing.bounds()
        assert right - left > 0.6 * drawing.width and bottom - top > 0.5 * drawing.height

    def test_is_the_same_for_the_same_data(self, make):
        assert carried.packed(make().drawing) == carried.packed(make().drawing)

    def test_says_what_is_seen_with_a_range(self, make):
        legend = make().legend
        assert legend.scales == "on"
        assert legend.readings and all(one.low is not None and one.high is not None for one in legend.readings)
        assert legend.by_colour_alone() == ()

    def test_carries_no_number_of_the_data_when_the_scales_are_off(self, make):
        form = make(scales="off")
        assert not any(isinstance(one, Label) for one in form.drawing.marks)
        assert form.legend.scales == "off"
        assert all(one.low is None and one.high is None and one.unit is None for one in form.legend.readings)
        assert len({"proportions-remain", "scales-off", "countable"} & set(form.legend.cautions)) == 1

    @pytest.mark.parametrize("scales", ["on", "off"])
    def test_never_says_of_proportions_both_that_they_are_true_and_that_they_are_not(self, make, scales):
        cautions = set(make(scales=scales).legend.cautions)
        assert "proportions-remain" not in cautions or UNPROPORTIONED.isdisjoint(cautions)

    def test_refuses_a_third_way_of_scales_in_words(self, make):
        with pytest.raises(Problem, match="on, off"):
            make(scales="hidden")


@pytest.mark.parametrize(("hole", "base"), [(0.16, None), (0.0, 0.0), (0.4, 1.0)])
def test_the_radius_of_the_rosette_is_in_proportion_to_the_value_as_its_legend_says(hole, base):
    form = rosette(batch(), hole=hole, base=base, sweep=150)
    told = reading(form, "radius")
    drawn = lines(form)[0].points - 500
    radius = np.hypot(*drawn.T)
    angle = np.degrees(np.arctan2(drawn[:, 0], -drawn[:, 1]))
    value = told.low + (radius - told.low_at) / (told.high_at - told.low_at) * (told.high - told.low)
    assert np.allclose(value, np.interp(angle, np.linspace(0, 150, 131), batch().values), atol=1e-9)
    assert ("from-the-ring" if hole else "area-exaggerates") in form.legend.cautions
    assert ("base-not-zero" in form.legend.cautions) == bool(base)


@pytest.mark.parametrize("scales", ["on", "off"])
@pytest.mark.parametrize("hole", [0.0, 0.16, 0.4])
def test_the_ring_that_a_rosette_s_legend_names_is_drawn_with_its_scales_on_and_off(scales, hole):
    form = rosette(BATCHES, hole=hole, scales=scales)
    rings = [one.r for one in form.drawing.marks if isinstance(one, Circle)]
    assert ("from-the-ring" in form.legend.cautions) == any(one == pytest.approx(470 * hole) for one in rings)


def test_a_rosette_of_few_samples_is_as_round_as_its_data():
    steady = Series([5.0, 5.0, 5.0], [0.0, 1.0, 2.0])
    radius = np.hypot(*(lines(rosette(steady, sweep=360, hole=0))[0].points - 500).T)
    assert np.allclose(radius, 470)
    assert "constant" in rosette(steady).legend.cautions


def test_a_petal_ends_on_the_radius_on_which_it_began():
    form = rosette(batch(), mirrored=True, sweep=80)
    radius = np.hypot(*(lines(form)[0].points - 500).T)
    assert radius[0] == pytest.approx(radius[-1]) and np.allclose(radius, radius[::-1])
    assert reading(form, "angle").high_at == 40


def test_curves_of_a_rosette_begin_evenly_around_the_circle():
    first = [one.points[0] - 500 for one in lines(rosette(BATCHES))]
    angles = sorted(math.degrees(math.atan2(x, -y)) % 360 for x, y in first)
    assert np.allclose(np.diff(angles), 30)


def test_a_value_that_would_lie_inside_the_ring_is_refused_with_the_range():
    with pytest.raises(Problem, match=r"from 5 to .* run from 1\.2"):
        rosette(batch(), base=5)


@given(st.integers(3, 60), st.integers(3, 60), st.sampled_from(["inside", "around"]), st.floats(0.1, 1.5))
def test_the_spirograph_closes_after_q_over_gcd_rounds_and_not_before(p, q, rolls, pen):
    if rolls == "inside" and q >= p:
        return
    many = q // math.gcd(p, q)
    ends = trochoid(p, q, pen, 2 * math.pi * np.arange(many + 1), rolls)
    away = np.hypot(*(ends - ends[0]).T)
    assert away[-1] < 1e-9 * p * q
    assert (away[1:-1] > 1e-6).all()


@pytest.mark.parametrize(("p", "q", "rounds", "loops"), [(9, 8, 8, 9), (8, 7, 7, 8), (60, 32, 8, 15), (96, 36, 3, 8)])
def test_the_loops_of_a_spirograph_can_be_counted(p, q, rounds, loops):
    form = spirograph(p, q, pens=[0.8])
    assert dict(form.legend.counts)["loops"] == loops and dict(form.legend.counts)["rounds"] == rounds
    radius = np.hypot(*(lines(form)[0].points - 500).T)
    farthest = (radius > np.roll(radius, 1)) & (radius >= np.roll(radius, -1)) & (radius > radius.max() - 0.1)
    assert farthest.sum() == loops


def test_a_wheel_that_does_not_fit_into_its_ring_is_refused_with_what_to_do():
    with pytest.raises(Problem, match="roll around"):
        spirograph(32, 60)
    assert spirograph(10, 10, rolls="around").legend.counts[0] == ("loops", 1)


@pytest.mark.parametrize("name", SIGNS)
@given(share=st.floats(0.001, 1))
@settings(max_examples=25)
def test_a_part_of_a_sign_has_just_that_share_of_its_area(name, share):
    whole = sign(name)
    assert part(whole, share).area == pytest.approx(share * whole.area, rel=1e-6)


@pytest.mark.parametrize("name", SIGNS)
def test_the_ink_of_each_row_of_signs_is_its_value(name):
    rows = [Row("mixing", 118), Row("moulding", 231), Row("laboratory", 47), Row("none", 0)]
    form = isotype(rows, each=10, sign_of=name)
    drawn = [area(one.points) for one in form.drawing.marks if isinstance(one, Area) and one.fill == "ink"]
    assert np.allclose(np.array(drawn) / drawn[0], np.array([118, 231, 47]) / 118, rtol=1e-6)
    assert dict(form.legend.counts) == {"signs": 11 + 23 + 4, "parts": 3, "rows": 4}
    assert reading(form, "count").low == 10


def test_a_value_of_whole_signs_has_no_part_of_one():
    assert dict(isotype([Row("a", 0.3)], each=0.1).legend.counts) == {"signs": 3, "parts": 0, "rows": 1}


def test_too_many_signs_are_refused_with_a_unit_that_would_do():
    with pytest.raises(Problem, match="stand for 100 or more"):
        isotype([Row("a", 9_800)], each=1)
    assert isotype([Row("a", 9_800)], each=100).legend.counts[0] == ("signs", 98)
    assert unit_for([9_800]) == 200


def test_things_in_a_typology_have_one_scale():
    form = typology([ring(260, 0), ring(130, 0), ring(65, 0)], columns=3)
    drawn = [one for one in form.drawing.marks if isinstance(one, Area) and one.fill == "ink"]
    wide = [float(np.ptp(one.points[:, 0])) for one in drawn]
    assert wide[0] / wide[1] == pytest.approx(2) and wide[1] / wide[2] == pytest.approx(2)
    told = reading(form, "length")
    assert wide[0] / 260 == pytest.approx(told.high_at / told.high, rel=1e-3)


def test_a_typology_of_two_units_or_two_kinds_is_refused():
    with pytest.raises(Problem, match="one unit"):
        typology([ring(2, 1), ring(2, 1, unit="in")])
    with pytest.raises(Problem, match="not both"):
        typology([ring(2, 1), batch()])


def test_a_gear_has_as_many_tips_as_teeth():
    reach = np.hypot(*pieces(gear(24, 5).pieces)[0].T)
    assert (np.isclose(reach, 5 * 26 / 2)).sum() == 2 * 24


def test_the_orbit_of_one_frequency_is_an_ellipse_with_the_axes_of_its_data():
    x, y = (lines(orbit(*shaft(), centred=False))[0].points - 500).T
    assert np.allclose((x / 460) ** 2 + (y / (460 * 2 / 3)) ** 2, 1, atol=1e-9)
    assert reading(orbit(*shaft()), "across").high == pytest.approx(3)


def test_the_height_of_a_strip_and_its_colour_say_the_same():
    form = stripes(Series(np.arange(9.0)), relief=0.5)
    tops = [(one.fill, one.points[0, 1]) for one in form.drawing.marks if isinstance(one, Area)]
    assert [role for role, _ in tops] == [f"data-{n}" for n in range(9)]
    assert all(a > b for (_, a), (_, b) in pairwise(tops))  # y goes down: higher is less
    assert reading(form, "colour").also == ("height",)


def test_many_samples_become_means_and_the_legend_says_of_how_many():
    form = stripes(Series(np.arange(7_800.0)), strips=240)
    assert dict(form.legend.counts)["samples-per-strip"] == 33
    assert "mean-of-many" in form.legend.cautions


def test_steps_of_the_ramp_are_even_and_the_middle_stands_for_no_range():
    assert step_of(np.array([0, 4.9, 9, np.nan]), 0, 9)[:3].tolist() == [0, 4, 8]
    assert step_of(np.array([3.0, 3.0]), 3, 3).tolist() == [4, 4]


def test_a_gap_lifts_the_pen_and_is_counted():
    holed = batch(gap=(40, 41))
    for form in (rosette(holed), ridgeline([holed, batch()])):
        assert len(pieces(lines(form)[0].points)) == 2
        assert dict(form.legend.counts)["gaps"] == 2 and "gaps" in form.legend.cautions
    missing = stripes(Series([1.0, np.nan, 3.0, 2.0]))
    assert sum(len(pieces(one.points)) for one in missing.drawing.marks if isinstance(one, Area)) == 3


def test_ridges_stand_on_their_rows_and_rise_by_one_scale():
    form = ridgeline([batch(14.2), batch(8.2)], base=0, rise=2)
    told = reading(form, "height")
    (first, second), row = [one.points[:, 1] for one in lines(form)], reading(form, "row")
    scale = (told.high_at - told.low_at) / (told.high - told.low)
    assert np.allclose((row.low_at - first) / scale, batch(14.2).values)
    assert np.allclose((row.high_at - second) / scale, batch(8.2).values)
    assert "rows-overlap" in form.legend.cautions


@pytest.mark.parametrize("values", [[], [1.0], [np.nan, np.nan, 1.0], [1, 2, 1e16], [1, np.inf], "12", [["a"]], None])
def test_data_that_are_no_series_are_refused_in_words(values):
    with pytest.raises(Problem):
        Series(values)


def test_times_that_fall_are_refused_with_the_place():
    with pytest.raises(Problem, match="look at value 3"):
        Series([1, 2, 3], [0, 2, 1], name="x")
    with pytest.raises(Problem, match="3 values and 2 times"):
        Series([1, 2, 3], [0, 2])


NUMBERS = st.lists(st.floats(-1e15, 1e15) | st.just(math.nan), min_size=2, max_size=60)


@given(NUMBERS)
def test_whatever_is_a_series_is_drawn_or_refused_in_words(values):
    try:
        one = Series(values)
    except Problem:
        return
    for make in (rosette, ridgeline, stripes, lambda one: typology([one, one]), lambda one: orbit(one, one)):
        try:
            drawing = make(one).drawing
        except Problem:
            continue
        left, top, right, bottom = drawing.bounds() or (0, 0, 0, 0)
        assert left >= -1e-6 and top >= -1e-6 and right <= drawing.width + 1e-6 and bottom <= drawing.height + 1e-6


@pytest.mark.parametrize(
    "call",
    [
        lambda: rosette([]),
        lambda: rosette("torque"),
        lambda: rosette(batch(), sweep=5),
        lambda: rosette(batch(), hole=math.nan),
        lambda: rosette(batch(), accent=1),
        lambda: rosette([batch(), shaft()[0]]),
        lambda: ridgeline(batch(), rise=True),
        lambda: spirograph(60.5, 32),
        lambda: spirograph(60, 32, pens="0.5"),
        lambda: spirograph(60, 32, pens=[]),
        lambda: stripes(batch(), low=3, high=2),
        lambda: stripes([batch()] * 40, height=300),
        lambda: orbit(shaft()[0], shaft(1_000)[1]),
        lambda: isotype([], each=1),
        lambda: isotype([Row("a", -1)], each=1),
        lambda: isotype([Row("a", 1)], each=0),
        lambda: isotype([Row("a", 1)], each=1, sign_of="tank"),
        lambda: ring(10, 10),
        lambda: gear(4, 1),
        lambda: typology([batch()]),
    ],
)
def test_a_parameter_outside_its_bounds_is_refused_in_words(call):
    with pytest.raises(Problem) as found:
        call()
    assert len(str(found.value)) > 20
