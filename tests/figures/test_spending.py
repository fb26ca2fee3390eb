"""Do the figures of the budget say what it reaches, draw the team's points where they are, and stay readable?"""

import pytest
from figures.looking import drawn as few
from figures.looking import faults, odd_words, pale, words
from hypothesis import given
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from spending_plan import spent

from promplan import figures
from promplan.figures.frame import Frame, apart, marked
from promplan.language import inside
from promplan.language.typesetting import unset
from promplan.plan import Plan
from promplan.spending.best import best
from promplan.spending.reached import reached

NAMES = ("reach_curves", "exposures", "marginal_return")


def said(picture) -> str:
    return unset(words(picture))


def alt(name: str, plan: Plan) -> str:
    return unset(getattr(figures, name)(plan).alt)


def marks(picture, size: float) -> list[tuple[float, float]]:
    """Where the round marks of one size stand, in inches, each once."""
    lines = [one for one in picture.fig.axes[0].lines if isinstance(one, Line2D) and one.get_marker() == "o"]
    found = [(float(one.get_xdata()[0]), float(one.get_ydata()[0])) for one in lines if one.get_markersize() == size]
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_without_a_number_says_what_to_do(name):
    picture = getattr(figures, name)(Plan())
    assert ("yet" in picture.alt or "not said" in picture.alt) and not faults(picture)


@pytest.mark.parametrize("name", NAMES)
def test_the_title_stands_in_the_picture_and_in_its_words(name):
    picture = getattr(figures, name)(spent())
    first = unset(picture.alt).split(". ")[1]
    assert first in said(picture)


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_of_a_real_plant_gives_its_source(name):
    plan = spent()
    plan.meta.case = "real"
    assert "Source: the team's plan" in getattr(figures, name)(plan).caption
    assert "Synthetic data" in getattr(figures, name)(spent()).caption


def test_what_the_split_reaches_and_what_the_best_would_is_the_title():
    told = alt("reach_curves", spent())
    assert "26,000 ₽ on channels reach about 15,600 of 20,000 people; 30,000 ₽, split best, reach 539 more" in told
    assert "VK, targeted posts: 10,000 people for 14,000 ₽, with the best split 10,500 for 16,528 ₽" in told
    plan = spent()
    for one in plan.channels:
        one.money.amount = best(spent()).amounts[one.id]
    assert "and the best split no more" in alt("reach_curves", plan)  # overlaps are measured: only that is known
    plan = spent()
    plan.budget.overlaps = []
    for id_, money in best(plan).amounts.items():
        next(one for one in plan.channels if one.id == id_).money.amount = money
    assert "and no split reaches more" in alt("reach_curves", plan)
    plan.channels[0].money.amount -= 3_000.0
    plan.channels[1].money.amount += 3_000.0
    missed = round(best(plan).net - reached(plan).net)
    assert 1 <= missed < 0.005 * 20_000 and f"split best, reach {missed} more" in alt("reach_curves", plan)


def test_more_money_than_there_is_is_told_before_anything_is_called_best():
    plan = spent()
    plan.budget.total = 30_000.0
    assert "about 15,600 of 20,000 people, and there are only 21,000 ₽" in alt("reach_curves", plan)


def test_every_channel_that_takes_money_has_a_curve_a_dot_and_a_ring():
    plan = spent()
    picture = figures.reach_curves(plan)
    dots, rings = marks(picture, 7), marks(picture, 13)
    assert len(dots) == len(rings) == 4  # the plant's page costs nothing
    # dots and rings keep the scale: 14,000 ₽ for VK, 16,528 ₽ when split best, 30,000 ₽ at the end
    whole = max(one.get_xdata()[-1] for one in picture.fig.axes[0].lines if len(one.get_xdata()) > 100)
    left = min(one.get_xdata()[0] for one in picture.fig.axes[0].lines if len(one.get_xdata()) > 100)
    assert (dots[0][0] - left) / (whole - left) == pytest.approx(14 / 30)
    assert (rings[0][0] - left) / (whole - left) == pytest.approx(best(plan).amounts["H1"] / 30_000)
    assert dots[0][1] < rings[0][1]


def test_lines_differ_in_more_than_their_colour():
    lines = [one for one in figures.reach_curves(spent()).fig.axes[0].lines if len(one.get_xdata()) > 100]
    assert len({str(one._dash_pattern) for one in lines}) == len(lines) == 4


def test_without_a_total_there_is_no_ring_and_the_reason_is_told():
    plan = spent()
    plan.budget.total = None
    for name in ("reach_curves", "marginal_return"):
        picture = getattr(figures, name)(plan)
        assert "No best split is drawn. How much money there is in all is not said" in unset(picture.caption)
        assert not marks(picture, 13) and not marks(picture, 14) and not faults(picture)


def test_who_gets_enough_and_who_too_much_is_the_title():
    told = alt("exposures", spent())
    assert "About 9,600 of 20,000 people get enough: 3 contacts or more. 1,040 of them get too many" in told
    plan = spent()
    plan.budget.most_contacts = None
    assert "too many" not in alt("exposures", plan)
    plan.budget.enough = None
    assert "how many contacts are enough is not said" in alt("exposures", plan)


def test_bars_are_as_high_as_their_shares_filled_from_enough_on_and_hatched_from_too_many_on():
    plan = spent()
    it, picture = reached(plan), figures.exposures(plan)
    bars = [one for one in picture.fig.axes[0].patches if isinstance(one, Rectangle)][: len(it.exposures)]
    inch = bars[0].get_height() / it.exposures[0]
    assert [one.get_height() / inch for one in bars] == pytest.approx(it.exposures)
    assert [bool(one.get_hatch()) for one in bars] == [n >= 12 for n in range(21)]
    assert len({one.get_facecolor() for one in bars[:3]}) == 1 != len({one.get_facecolor() for one in bars[2:4]})


def test_many_contacts_share_bars_of_one_width_and_a_bar_may_hold_both_kinds():
    plan = spent()
    plan.budget.enough, plan.budget.most_contacts = 31, 100
    picture = figures.exposures(plan)
    assert not faults(picture) and not pale(picture)
    bars = [one for one in picture.fig.axes[0].patches if isinstance(one, Rectangle)]
    assert len({round(one.get_width(), 9) for one in bars[:-3]}) == 1
    assert sum(one.get_height() for one in bars[:-3]) == pytest.approx(
        bars[0].get_height() / reached(plan).exposures[0]
    )


def test_where_more_money_brings_most_and_least_is_the_title():
    told = alt("marginal_return", spent())
    assert (
        "brings most at Screens in the school: 214 people per 1,000 ₽, and least at Radio at the bus stops: 58" in told
    )
    assert "94 when split best (at its most)" in told and "90 when split best (promised)" in told
    assert "Split best, it brings 67 people everywhere" in told


def test_between_the_bounds_all_rings_stand_on_the_line():
    rings = marks(figures.marginal_return(spent()), 14)
    assert len(rings) == 4
    assert rings[2][0] == pytest.approx(rings[3][0]) and rings[0][0] > rings[3][0] < rings[1][0]


def test_where_all_bring_the_same_it_says_so():
    plan = spent()
    plan.channels[4].money.fixed, plan.channels[3].money.most = False, None
    for id_, money in best(plan).amounts.items():
        next(one for one in plan.channels if one.id == id_).money.amount = money
    assert "brings about as much wherever there is money" in alt("marginal_return", plan)


def test_twenty_channels_stay_on_a_screen():
    plan = spent()
    plan.budget.overlaps = []
    plan.channels = [plan.channels[0].model_copy(update={"id": f"H{n}"}) for n in range(1, 21)]
    for name in NAMES:
        picture = getattr(figures, name)(plan)
        assert picture.fig.get_figheight() <= 7.2 and not faults(picture), name
    assert "13 channels with less money are not drawn" in said(figures.reach_curves(plan))
    assert "11 channels where it brings less are not drawn" in said(figures.marginal_return(plan))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("change", ["nothing", "one", "huge", "tiny"])
def test_budgets_at_the_edge_are_drawn(name, change):
    plan = spent()
    if change == "nothing":
        plan.budget.total, plan.budget.lines = 0.0, []
        for one in plan.channels:
            one.money.amount, one.money.fixed = 0.0, False
    elif change == "one":
        plan.channels, plan.budget.overlaps = plan.channels[:1], []
    elif change == "huge":
        plan.budget.total = 1e12
    else:
        plan.budget.total, plan.budget.people = 0.5, 16_000
        plan.budget.lines = []
        for one in plan.channels:
            one.money.amount, one.money.fixed = 0.0, False
    picture = getattr(figures, name)(plan)
    assert not faults(picture) and not pale(picture)


@few
@given(odd_words)
def test_odd_words_are_drawn_as_words(text):
    plan = spent()
    plan.channels[0].name = plan.channels[3].name = text
    for name in NAMES:
        picture = getattr(figures, name)(plan)
        assert not faults(picture), name
        assert "<script>" not in picture._repr_html_()


def test_in_russian_the_figures_speak_russian():
    with inside("ru"):
        plan = spent()
        assert "За 26 000 ₽ каналы охватят примерно 15 600 из 20 000" in alt("reach_curves", plan)
        assert "получат примерно 9600 из 20 000" in alt("exposures", plan)
        assert "Больше всего новых людей на 1000 ₽ приносит прибавка каналу «Экраны в школе» (214)" in alt(
            "marginal_return", plan
        )


def test_marks_of_a_scale_are_round_and_reach_its_end():
    assert marked(30_000, 4) == [0, 10_000, 20_000, 30_000]
    assert marked(1, 5) == [0, 0.2, 0.4, 0.6, 0.8, 1.0]
    assert len(marked(9.7e11, 4)) <= 5
    frame = Frame(1, 3, 0, 2, 10, 4)
    assert (frame.x(5), frame.y(4)) == (2, 2)


def test_names_move_apart_and_keep_their_order():
    places = apart([1.0, 1.05, 0.2], [0.3, 0.3, 0.3], 0, 2)
    assert places[1] > places[0] > places[2]
    assert places[1] - places[0] >= 0.3 - 1e-9 and places[0] - places[2] >= 0.3 - 1e-9
