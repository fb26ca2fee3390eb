"""Does the age pyramid count everybody once, and say who leaves and how few are young?"""

import pytest
from figures.looking import drawn, faults, pale, words
from hypothesis import given
from hypothesis import strategies as st

from promplan import figures
from promplan.cases.kit import load
from promplan.language import LANGUAGES, Problem, inside

ROWS = load("rubber-works").series("workforce")


def people(low: int, high: int) -> int:
    return int(sum(one["people"] for one in ROWS if low <= one["age"] <= high))


def lengths(picture) -> list[float]:
    """The bars' lengths, from the youngest up."""
    bars = sorted(picture.fig.axes[0].patches, key=lambda one: one.get_y())
    return [one.get_width() for one in bars]


def test_each_bar_is_as_long_as_its_five_years_have_people() -> None:
    expected = [people(start, start + 4) for start in range(15, 65, 5)] + [people(65, 200)]
    assert lengths(figures.age_pyramid(ROWS)) == expected
    assert sum(expected) == 946


def test_every_bar_begins_at_zero_and_carries_its_number() -> None:
    picture = figures.age_pyramid(ROWS)
    assert {one.get_x() for one in picture.fig.axes[0].patches} == {0}
    assert {"18", "56", "85", "160", "93", "21"} <= set(words(picture).split())
    assert picture.fig.axes[0].get_xlim()[0] == 0


def test_the_lesson_is_written_beside_the_bars() -> None:
    told = words(figures.age_pyramid(ROWS))
    assert f"60 and over: may leave within five years (assumption), {people(60, 200)} of 946, 12 %" in told
    assert "under 30: 159 of 946, 17 %" in told  # the register's F33


def test_a_line_lies_between_59_and_60() -> None:
    axes = figures.age_pyramid(ROWS).fig.axes[0]
    line = next(one for one in axes.lines if one.get_linestyle() == "--")
    names = [one.get_text() for one in axes.get_yticklabels()]
    below, above = names.index("55–59"), names.index("60–64")
    assert set(line.get_ydata()) == {(below + above) / 2}


def test_who_leaves_is_hatched_for_who_sees_no_colours() -> None:
    hatched = [one for one in figures.age_pyramid(ROWS).fig.axes[0].patches if one.get_hatch()]
    assert len(hatched) == 2


def test_the_alternative_text_tells_every_bin() -> None:
    picture = figures.age_pyramid(ROWS)
    assert "Age pyramid of 946 people" in picture.alt
    assert "50–54: 160; 55–59: 135; 60–64: 93; 65 and over: 21" in picture.alt
    assert "Synthetic data" in picture.caption


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_can_be_read(language, recwarn) -> None:
    with inside(language):
        picture = figures.age_pyramid(ROWS)
    assert faults(picture) == []
    assert pale(picture) == []
    assert picture.fig.axes[0].get_xlabel() and picture.fig.axes[0].get_ylabel()
    assert [str(one.message) for one in recwarn] == []


@pytest.mark.parametrize("rows", [[], [{"age": 30.0, "people": 0.0}]])
def test_nobody_is_a_sentence(rows) -> None:
    assert "Nobody is counted yet" in figures.age_pyramid(rows).alt


@pytest.mark.parametrize(
    "row",
    [
        {"age": 14.0, "people": 1.0},
        {"age": 30.0, "people": -1.0},
        {"age": "old", "people": 1.0},
        {"age": float("inf"), "people": 1.0},
        {"age": 30.0},
    ],
)
def test_a_row_that_cannot_be_is_named(row) -> None:
    with pytest.raises(Problem, match="Row 2"):
        figures.age_pyramid([{"age": 40.0, "people": 1.0}, row])


@given(st.lists(st.tuples(st.integers(15, 120), st.integers(0, 10**6)), max_size=20), st.sampled_from(LANGUAGES))
@drawn
def test_any_workforce_is_counted_whole_and_drawn_within_its_sheet(rows, language) -> None:
    with inside(language):
        picture = figures.age_pyramid([{"age": float(age), "people": float(n)} for age, n in rows])
    if any(n for _, n in rows):
        assert sum(lengths(picture)) == sum(n for _, n in rows)
    assert faults(picture) == []
