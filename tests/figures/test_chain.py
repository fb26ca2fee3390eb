"""Is the chain drawn as it is, with its branches, and do the arrows cross no box?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from figures.looking import words
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch
from matplotlib.text import Annotation, Text

from promplan import figures
from promplan.cases.kit import load
from promplan.figures.picture import Picture
from promplan.language import inside


@dataclass(frozen=True)
class Link:
    id: str
    name: object
    stage: int
    branch: str


@dataclass(frozen=True)
class Hand:
    """A chain made by hand."""

    nodes: tuple[Link, ...]
    edges: tuple[tuple[str, str], ...]
    branches: Mapping[str, object] = field(default_factory=dict)


def link(name: str, ru: str, stage: int, branch: str = "common") -> Link:
    return Link(name, {"en": name, "ru": ru}, stage, branch)


RUBBER = Hand(
    (
        link("weighing", "навеска", 1),
        link("mixing", "смешение", 2),
        link("mill", "вальцы", 3),
        link("ageing", "вылёжка", 4),
        link("second stage", "вторая стадия", 5),
        link("rheometer", "реометр", 6),
        link("calender", "каландр", 7, "belts"),
        link("building", "сборка ленты", 8, "belts"),
        link("belt press", "ленточный пресс", 9, "belts"),
        link("extruder", "шприцевание", 7, "hoses"),
        link("autoclave", "автоклав", 8, "hoses"),
        link("preforming", "заготовка", 7, "moulded"),
        link("press", "пресс", 8, "moulded"),
        link("deflashing", "удаление облоя", 9, "moulded"),
        link("inspection", "контроль", 10),
        link("packing", "упаковка", 11),
        link("pumps", "насосы", 12, "use"),
        link("elevator", "элеватор", 12, "use"),
    ),
    (
        *(("weighing", "mixing"), ("mixing", "mill"), ("mill", "ageing"), ("ageing", "second stage")),
        *(("second stage", "rheometer"), ("rheometer", "calender"), ("rheometer", "extruder")),
        *(("rheometer", "preforming"), ("calender", "building"), ("building", "belt press")),
        *(("extruder", "autoclave"), ("preforming", "press"), ("press", "deflashing")),
        *(("belt press", "inspection"), ("autoclave", "inspection"), ("deflashing", "inspection")),
        *(("inspection", "packing"), ("packing", "pumps"), ("packing", "elevator")),
    ),
    {"common": {"en": "one way", "ru": "общий путь"}, "belts": "belts", "hoses": "hoses", "moulded": "moulded"},
)


def shapes(picture: Picture) -> list[tuple[float, float, float, float]]:
    """The boxes' left, right, low and high sides, in inches."""
    found = [one for one in picture.fig.axes[0].patches if isinstance(one, FancyBboxPatch)]
    return [(one.get_x(), one.get_x() + one.get_width(), one.get_y(), one.get_y() + one.get_height()) for one in found]


def lines(picture: Picture) -> list[Line2D]:
    return [one for one in picture.fig.axes[0].lines if len(one.get_xdata()) > 1]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_chain_made_by_hand_speaks_the_current_language(language: str) -> None:
    with inside(language):
        picture = figures.value_chain(RUBBER)
    written = words(picture)
    for one in RUBBER.nodes:
        assert one.name[language] in written
        assert one.name[language] in picture.alt
    assert RUBBER.branches["common"][language] in written


@pytest.mark.parametrize("chain", [RUBBER, load("rubber-works").chain], ids=["by hand", "rubber-works"])
def test_every_link_is_a_box_every_edge_an_arrow_and_no_arrow_crosses_a_box(chain: Hand) -> None:
    picture = figures.value_chain(chain)
    assert len(shapes(picture)) == len(chain.nodes)
    arrows = [one for one in picture.fig.axes[0].texts if isinstance(one, Annotation) and one.arrow_patch]
    assert len(arrows) == len(lines(picture)) == len(chain.edges)
    for line in lines(picture):
        corners = list(zip(line.get_xdata(), line.get_ydata(), strict=True))
        for (x, y), (u, v) in pairwise(corners):
            for left, right, low, high in shapes(picture):
                inside_x = min(x, u) < right - 0.01 and max(x, u) > left + 0.01
                inside_y = min(y, v) < high - 0.01 and max(y, v) > low + 0.01
                assert not (inside_x and inside_y), (corners, (left, low))


def test_no_two_boxes_touch_and_all_lie_on_the_sheet() -> None:
    picture = figures.value_chain(RUBBER)
    found = shapes(picture)
    width, height = picture.fig.get_size_inches()
    for number, (left, right, low, high) in enumerate(found):
        assert left >= 0
        assert right <= width
        assert low >= 0
        assert high <= height
        for a, b, c, d in found[number + 1 :]:
            assert min(right, b) < max(left, a) or min(high, d) < max(low, c)


def test_parallel_branches_are_rows_of_their_own() -> None:
    picture = figures.value_chain(RUBBER)
    rows = {one.get_text(): one.get_position()[1] for one in picture.fig.axes[0].texts}
    assert len({rows[name] for name in ("calender", "extruder", "preforming")}) == 3
    assert rows["preforming"] == rows["press"] == rows["deflashing"]


def test_a_chain_without_branches_is_one_way() -> None:
    picture = figures.value_chain(Hand((link("a", "а", 1), link("b", "б", 2)), (("a", "b"),)))
    assert len(shapes(picture)) == 2
    assert "a → b" in picture.alt


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "$x^2$ and $y", r"\$z$", "ж" * 290, "a\nb\tc\x07", "press 🏭 line"]
)
def test_hostile_words_are_drawn_as_words_inside_their_box(name: str, recwarn: pytest.WarningsRecorder) -> None:
    picture = figures.value_chain(Hand((Link("a", name, 1, "common"),), (), {"common": name}))
    picture.png()
    left, right, low, high = shapes(picture)[0]
    label = next(one for one in picture.fig.axes[0].texts if one.get_position()[0] > left)
    box = label.get_window_extent().transformed(picture.fig.axes[0].transData.inverted())
    assert left < box.x0 < box.x1 < right
    assert low < box.y0 < box.y1 < high
    assert not any(one._preprocess_math(one.get_text())[1] for one in picture.fig.findobj(Text))
    assert [str(one.message) for one in recwarn] == []


def test_a_dollar_is_a_dollar() -> None:
    picture = figures.value_chain(Hand((Link("a", "$5$", 1, "common"),), (), {"common": "x"}))
    drawn = {one._preprocess_math(one.get_text()) for one in picture.fig.findobj(Text)}
    assert ("$5$", False) in drawn
