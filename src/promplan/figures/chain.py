"""The plant's value chain with its branches: the common way, a row for each branch, and where they meet again."""

import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from promplan.figures.picture import Picture, plain, style
from promplan.language import say

W, H = 1.72, 0.86  # a box
DX, DY = 2.0, 1.3  # from box to box, from row to row
LABEL = 1.5  # room for a row's name
ROW = 4  # boxes in a row at most
EDGE = "#0072B2"
FILLS = ("#eaf3fa", "#fbe3d1", "#d5efe5", "#f7e0ec", "#fff3cf")
LINE = {"color": "#333333", "linewidth": 1.4, "solid_capstyle": "round", "zorder": 1}


class Node(Protocol):
    """A link of the chain: `stage` counts from the left, `branch` is its lane."""

    id: Any
    name: Any
    stage: Any
    branch: Any


class Chain(Protocol):
    """Links, the pairs of ids between which the goods go on, and the lanes' names by lane."""

    nodes: Any
    edges: Any
    branches: Any


def value_chain(chain: Chain) -> Picture:
    """The chain, its words in the language in which it was loaded."""
    rows = list(_rows(chain))
    lanes = list(dict.fromkeys(lane for lane, _ in rows))
    places: dict[str, tuple[float, float]] = {}
    with style():
        fig = Figure(figsize=(9.6, 0.96 * len(rows) + 0.1))
        axes = fig.add_subplot()
        axes.set_axis_off()
        for number, (lane, nodes) in enumerate(rows):
            y = -number * DY
            if number == 0 or rows[number - 1][0] != lane:
                name = textwrap.fill(plain(chain.branches.get(lane, "")), 14)
                axes.text(0, y + H / 2, name, fontsize=10.5, fontweight="bold", va="center")
            for column, node in enumerate(nodes):
                places[node.id] = (LABEL + 0.25 + column * DX, y)
                _box(axes, *places[node.id], node.name, FILLS[lanes.index(lane) % len(FILLS)])
        right = max(x for x, _ in places.values()) + W
        for start, end in chain.edges:
            _line(axes, chain, places, start, end, right)
        axes.set_xlim(-0.05, right + 0.35)
        axes.set_ylim(-(len(rows) - 1) * DY - 0.1, H + 0.1)
    words = "; ".join(
        f"{chain.branches.get(lane, lane)}: {', '.join(node.name for node in nodes)}" for lane, nodes in _whole(rows)
    )
    return Picture(
        fig,
        str(say("The value chain with its branches. {words}.", words=words)),
        str(say("From the store to whoever uses it. The plant is invented, the chain is that of real rubber works.")),
    )


def _rows(chain: Chain) -> Iterator[tuple[str, list[Node]]]:
    """The boxes row by row: a lane goes on until another lane's stage begins."""
    ordered = sorted(chain.nodes, key=lambda one: one.stage)
    trunk = ordered[0].branch
    first = min((one.stage for one in ordered if one.branch != trunk), default=10**6)
    lanes = list(dict.fromkeys(one.branch for one in ordered if one.branch != trunk))
    last = {lane: max(one.stage for one in ordered if one.branch == lane) for lane in lanes}
    behind = [one for one in ordered if one.branch == trunk and one.stage > first]
    final = max((one.stage for one in behind), default=10**6)
    groups = [(trunk, [one for one in ordered if one.branch == trunk and one.stage <= first])]
    groups += [(lane, [one for one in ordered if one.branch == lane]) for lane in lanes if last[lane] < final]
    groups += [(trunk, behind)]
    groups += [(lane, [one for one in ordered if one.branch == lane]) for lane in lanes if last[lane] >= final]
    for lane, nodes in groups:
        for start in range(0, len(nodes), ROW):
            yield lane, nodes[start : start + ROW]


def _whole(rows: Sequence[tuple[str, list[Node]]]) -> list[tuple[str, list[Node]]]:
    """Rows of one lane that follow each other, joined again."""
    joined: list[tuple[str, list[Node]]] = []
    for lane, nodes in rows:
        if joined and joined[-1][0] == lane:
            joined[-1] = (lane, [*joined[-1][1], *nodes])
        else:
            joined.append((lane, nodes))
    return joined


def _box(axes: Any, x: float, y: float, name: str, fill: str) -> None:
    shape = "round,pad=0,rounding_size=0.1"
    axes.add_patch(
        FancyBboxPatch((x, y), W, H, boxstyle=shape, facecolor=fill, edgecolor=EDGE, linewidth=1.3, zorder=2)
    )
    words = textwrap.fill(plain(name), 18)
    size = 10 if words.count("\n") < 3 else 8.8
    axes.text(x + W / 2, y + H / 2, words, fontsize=size, ha="center", va="center", linespacing=1.08, zorder=3)


def _line(
    axes: Any, chain: Chain, places: Mapping[str, tuple[float, float]], start: str, end: str, right: float
) -> None:
    """One edge, along a row or through the gaps between the rows, so that it crosses no box."""
    (x, y), (u, v) = places[start], places[end]
    if y == v:
        _arrow(axes, [(x + W, y + H / 2), (u, v + H / 2)])
        return
    below, above = y - 0.18, v + H + 0.24
    if y - v <= DY + 0.01:  # the next row: down, along the gap, down
        _arrow(axes, [(x + W / 2, y), (x + W / 2, above), (u + W / 2, above), (u + W / 2, v + H)])
    elif Counter(one for one, _ in chain.edges)[start] > 1:  # it fans out: the bus on the left
        bus = LABEL + 0.02
        _arrow(axes, [(x + W / 2, y), (x + W / 2, below - 0.02), (bus, below - 0.02), (bus, v + H / 2), (u, v + H / 2)])
    else:  # it gathers: the bus on the right
        bus = right + 0.22
        _arrow(
            axes,
            [(x + W, y + H / 2), (bus, y + H / 2), (bus, above), (u + W / 2, above), (u + W / 2, v + H)],
        )


def _arrow(axes: Any, points: Sequence[tuple[float, float]]) -> None:
    axes.plot(*zip(*points, strict=True), **LINE)
    head = {"arrowstyle": "-|>", "color": "#333333", "shrinkA": 0, "shrinkB": 0, "mutation_scale": 12, "lw": 1.4}
    axes.annotate("", points[-1], points[-2], arrowprops=head)
