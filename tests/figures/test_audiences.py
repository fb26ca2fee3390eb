"""Does the map show who can be met where, the plant's own people first, and the places where nobody is?"""

import pytest
from figures.looking import ODD, drawn, faults, odd_words, pale, words
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.patches import Rectangle

from promplan import figures
from promplan.cases.kit import load
from promplan.language import LANGUAGES, inside
from promplan.plan import Plan
from promplan.plan.audiences import PLACES

NAMES = tuple(PLACES)


def plan(*rows: dict, case: str = "") -> Plan:
    audiences = [{"id": f"A{n}", **one} for n, one in enumerate(rows, 1)]
    return Plan.model_validate({"meta": {"case": case}, "audiences": audiences})


PUPILS = {
    "segment": "Pupils",
    "side": "outside",
    "size": 2700,
    "places": ["school", "video"],
    "barrier": "never inside",
}
WORKERS = {"segment": "Workers", "side": "inside", "size": 946, "places": ["work"], "barrier": "only filmed"}
ANYBODY = {"segment": "Anybody", "places": []}


def signs(picture) -> list[tuple[float, float]]:
    """Where a full sign stands: the places are the larger circles."""
    found = [one for one in picture.fig.axes[0].lines if one.get_marker() == "o" and one.get_markersize() > 10]
    return [(one.get_xdata()[0], one.get_ydata()[0]) for one in found]


def grounds(picture) -> list[Rectangle]:
    return sorted((one for one in picture.fig.axes[0].patches), key=lambda one: one.get_x())


def level(picture, start: str) -> float:
    return next(one.get_position()[1] for one in picture.fig.axes[0].texts if one.get_text().startswith(start))


def test_a_sign_stands_in_the_column_of_each_place_and_nowhere_else() -> None:
    picture = figures.audience_map(plan(PUPILS))
    columns = grounds(picture)
    met = [
        n for x, _ in signs(picture) for n, one in enumerate(columns) if one.get_x() < x < one.get_x() + one.get_width()
    ]
    assert [NAMES[n] for n in met] == ["school", "video"]
    assert len(columns) == len(PLACES) == 9


def test_the_plants_own_people_stand_first_and_who_is_neither_last() -> None:
    picture = figures.audience_map(plan(ANYBODY, PUPILS, WORKERS))
    assert level(picture, "A3 · Workers") > level(picture, "A2 · Pupils") > level(picture, "A1 · Anybody")
    assert picture.alt.index("A3") < picture.alt.index("A2") < picture.alt.index("A1")


def test_inside_and_outside_differ_in_shape_and_in_words() -> None:
    picture = figures.audience_map(plan(ANYBODY, PUPILS, WORKERS))
    small = {one.get_marker() for one in picture.fig.axes[0].lines if one.get_markersize() == 8}
    assert len(small) == 3
    assert "946 people · from inside" in words(picture)
    assert "2,700 people · from outside" in words(picture)


def test_places_where_nobody_is_met_are_grey_count_nought_and_are_named() -> None:
    picture = figures.audience_map(plan(PUPILS, WORKERS))
    colours = [one.get_facecolor() for one in grounds(picture)]
    used = {NAMES.index(name) for name in ("school", "video", "work")}
    assert len({colours[n] for n in used}) == 1
    assert len({colours[n] for n in range(9) if n not in used}) == 1
    assert colours[min(used)] != colours[NAMES.index("press")]
    assert words(picture).endswith("0 1 1 0 0 1 0 0 0")
    assert "newspapers, television, radio" in picture.alt.partition("Nobody is met here:")[2]
    assert "school" not in picture.alt.partition("Nobody is met here:")[2]


def test_the_barrier_ends_the_row() -> None:
    picture = figures.audience_map(plan(PUPILS, {"segment": "B"}))
    assert "never inside" in words(picture)
    assert "not said yet" in words(picture)
    assert "Barrier: never inside." in picture.alt


def test_one_person_is_not_people() -> None:
    assert "1 person ·" in words(figures.audience_map(plan({"segment": "Director", "size": 1})))


def test_without_audiences_there_is_a_sentence() -> None:
    assert "There is no audience yet." in figures.audience_map(Plan()).alt


@pytest.mark.parametrize(("case", "origin"), [("rubber-works", "Synthetic data"), ("real", "Source:"), ("", "Source:")])
def test_only_an_invented_plant_is_called_synthetic(case, origin) -> None:
    assert origin in figures.audience_map(plan(PUPILS, case=case)).caption


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [1, 4, 20])
def test_everything_can_be_read(number, language, recwarn) -> None:
    with inside(language):
        own = [one.model_dump(exclude={"id"}) for one in load("rubber-works").plan.audiences] or [
            PUPILS,
            WORKERS,
            ANYBODY,
        ]
        picture = figures.audience_map(plan(*[own[n % len(own)] for n in range(number)]))
    assert faults(picture) == []
    assert pale(picture) == []
    assert [str(one.message) for one in recwarn] == []


@pytest.mark.parametrize("odd", ODD)
def test_odd_words_stay_in_their_place(odd, recwarn) -> None:
    row = {"segment": odd[:300], "barrier": odd[:300], "size": 10**12, "places": list(PLACES)}
    picture = figures.audience_map(plan(row, row))
    assert faults(picture) == []
    assert odd != ODD[0] or "<script>" not in picture._repr_html_()
    assert [str(one.message) for one in recwarn] == []


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "segment": odd_words,
                "barrier": odd_words,
                "side": st.sampled_from(["", "inside", "outside"]),
                "size": st.none() | st.integers(0, 10**12),
                "places": st.lists(st.sampled_from(NAMES), unique=True),
            }
        ),
        max_size=6,
    ),
    st.sampled_from(LANGUAGES),
)
@drawn
def test_any_audiences_are_drawn_within_their_sheet(rows, language) -> None:
    with inside(language):
        picture = figures.audience_map(plan(*rows))
    assert faults(picture) == []
    assert len(signs(picture)) == sum(len(one["places"]) for one in rows)
