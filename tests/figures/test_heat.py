"""Do the lines say what the model says: 36 per cent at eight minutes, 93 at eleven?"""

import pytest
from matplotlib.text import Text

from promplan import figures
from promplan.cases.kit import load

ROWS = load("rubber-works").series("mould-core")


def words() -> list[str]:
    return [one.get_text() for one in figures.core_cure(ROWS).fig.findobj(Text) if one.get_text()]


def test_the_minutes_of_the_lesson_are_marked_with_their_per_cent() -> None:
    assert {"8 min: 36 %", "11 min: 93 %", "30 min: 100 %"} <= set(words())


def test_both_lines_are_the_kits_own_numbers() -> None:
    axes = figures.core_cure(ROWS).fig.axes[0]
    drawn = [list(zip(one.get_xdata(), one.get_ydata(), strict=True)) for one in axes.lines if len(one.get_xdata()) > 9]
    for blank, line in zip(("preheated", "cold"), drawn, strict=True):
        assert line == [(one["minute"], one["cure"]) for one in ROWS if one["blank"] == blank and one["minute"] <= 30]


def test_lines_differ_in_more_than_colour_and_carry_their_names() -> None:
    axes = figures.core_cure(ROWS).fig.axes[0]
    styles = [one.get_linestyle() for one in axes.lines if len(one.get_xdata()) > 9]
    assert len(set(styles)) == 2
    assert {"blank preheated to 80 °C", "cold blank, 25 °C"} <= {one.replace("\n", " ") for one in words()}
    assert axes.get_legend() is None


def test_both_axes_have_their_unit() -> None:
    axes = figures.core_cure(ROWS).fig.axes[0]
    assert "minutes" in axes.get_xlabel()
    assert axes.get_ylabel().endswith("%")


def test_the_alternative_text_tells_the_result() -> None:
    told = figures.core_cure(ROWS).alt
    assert "36 % cured after 8 minutes, 93 % after 11" in told
    assert "90 % after 10.5 minutes" in told


def test_a_series_without_a_cold_blank_is_refused() -> None:
    with pytest.raises(ValueError, match="cold"):
        figures.core_cure([one for one in ROWS if one["blank"] != "cold"])
