"""Does the map show the whole way, and where you are, without colours?"""

import tomllib

import pytest
from matplotlib.patches import Circle
from matplotlib.text import Text

from promplan import assets, figures
from promplan.figures.picture import Picture
from promplan.language import LANGUAGES, inside
from promplan.language.typesetting import unset

COURSE = tomllib.loads((assets.folder() / "course.toml").read_text(encoding="utf-8"))
IDS = [one["id"] for one in COURSE["unit"]]


def words(picture: Picture) -> str:
    return " ".join(one.get_text() for one in picture.fig.findobj(Text) if one.get_text())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_has_its_title_its_gain_and_its_minutes(language: str) -> None:
    with inside(language):
        picture = figures.course_map()
    for unit in COURSE["unit"]:
        for said in (unit["title"][language], unit["gain"][language]):
            assert said in unset(words(picture)) and said in unset(picture.alt)
        assert f"{unit['minutes'][0]} / {unit['minutes'][1]} " in words(picture)


@pytest.mark.parametrize("here", IDS)
def test_the_unit_is_marked_by_shape_and_by_words(here: str) -> None:
    picture = figures.course_map(here)
    assert words(picture).count("you are here") == 1
    assert len(picture.fig.findobj(Circle)) == len(IDS) - 1  # its own station is a square
    assert f"You are in unit {int(here[:2])}" in picture.alt


def test_the_way_goes_through_eleven_units_in_the_forums_three_steps() -> None:
    groups = [one["group"] for one in COURSE["unit"]]
    assert groups == ["start", *["plan"] * 4, *["create"] * 2, *["distribute"] * 3, "pitch"]
    assert [int(one[:2]) for one in IDS] == list(range(11))
    assert all(0 < low <= high for low, high in (one["minutes"] for one in COURSE["unit"]))


def test_there_is_no_eleventh_unit() -> None:
    with pytest.raises(KeyError, match="11-party"):
        figures.course_map("11-party")
