"""The plant's value chain with its branches: the common way, a row for each branch, and where they meet again."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Protocol

from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch

from promplan.figures.lettering import wrapped
from promplan.figures.paragraph import paragraph, tall
from promplan.figures.picture import Picture
from promplan.figures.style import BLUE, GREEN, INK, PURPLE, VERMILLION, WIDE, YELLOW, sheet, style, tint
from promplan.language import pick, say

W = 1.46  # inches: a box; it is as high as the names of its row
DX, GAP = 1.67, 0.22  # from box to box, between rows
LEFT = 1.22  # room for a row's name
EDGE = 0.1  # margin of the sheet
ROW = 3  # boxes in a row at most
LINES = (BLUE, VERMILLION, GREEN, PURPLE, YELLOW)
SIZE, MOST = 10, 5  # points: smaller is read by nobody on a projector; lines in a box
BUS = 0.14  # inches from the boxes to the lines that go past rows


class Node(Protocol):
    """A link of the chain: `stage` counts from the left, `branch` is its lane, `name` a word or an `{en, ru}` table."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> Any: ...
    @property
    def stage(self) -> int: ...
    @property
    def branch(self) -> str: ...


class Chain(Protocol):
    """Links, the pairs of ids between which the goods go on, and the lanes' names."""

    @property
    def nodes(self) -> Sequence[Node]: ...
    @property
    def edges(self) -> Sequence[tuple[str, str]]: ...
    @property
    def branches(self) -> Mapping[str, Any]: ...


@dataclass(frozen=True)
class _Box:
    x: float
    y: float
    row: int
    high: float
    name: str


def value_chain(chain: Chain) -> Picture:
    """The chain row by row, names in the current language; at most three boxes in a row, arrows cross no box."""
    rows = list(_rows(chain))
    lanes = list(dict.fromkeys(lane for lane, _ in rows))
    names = [[wrapped(str(pick(one.name)), W - 0.1, SIZE, lines=MOST) for one in nodes] for _, nodes in rows]
    titles = [
        wrapped(str(pick(chain.branches.get(lane, lane))), LEFT - BUS - 0.12, 11, bold=True, lines=3)
        if row == 0 or rows[row - 1][0] != lane
        else ""
        for row, (lane, _) in enumerate(rows)
    ]
    highs = [
        max(tall(title, 11), *(tall(name, SIZE) for name in inside)) + 0.1
        for title, inside in zip(titles, names, strict=True)
    ]
    height = 2 * EDGE + sum(highs) + (len(rows) - 1) * GAP
    boxes: dict[str, _Box] = {}
    with style():
        fig, axes = sheet(height)
        y = height - EDGE + GAP
        for row, ((lane, nodes), high) in enumerate(zip(rows, highs, strict=True)):
            y -= GAP + high
            if titles[row]:
                paragraph(axes, EDGE, y + (high + tall(titles[row], 11)) / 2, titles[row], 11, weight="bold")
            for column, (node, name) in enumerate(zip(nodes, names[row], strict=True)):
                boxes[node.id] = _Box(EDGE + LEFT + column * DX, y, row, high, name)
                _box(axes, boxes[node.id], LINES[lanes.index(lane) % len(LINES)])
        fans = Counter(start for start, _ in chain.edges)
        for start, end in chain.edges:
            _arrow(axes, _way(boxes[start], boxes[end], fans[start] > 1))
    words = "; ".join(f"{pick(chain.branches.get(lane, lane))}: {_told(chain, nodes)}" for lane, nodes in _whole(rows))
    return Picture(
        fig,
        str(say("The value chain with its branches. {words}.", words=words)),
        str(
            say(
                "From the raw material to whoever uses the product. The plant is invented; real works of its kind "
                "have the same chain."
            )
        ),
    )


def _rows(chain: Chain) -> Iterator[tuple[str, list[Node]]]:
    """The boxes row by row: a lane goes on until another lane's stage begins."""
    ordered = sorted(chain.nodes, key=lambda one: one.stage)
    trunk = ordered[0].branch
    lanes = list(dict.fromkeys(one.branch for one in ordered if one.branch != trunk))
    own = {lane: [one for one in ordered if one.branch == lane] for lane in [trunk, *lanes]}
    fork = min((own[lane][0].stage for lane in lanes), default=None)
    if fork is None:
        groups = [(trunk, own[trunk])]
    else:
        behind = [one for one in own[trunk] if one.stage > fork]
        final = behind[-1].stage if behind else float("inf")
        groups = [(trunk, [one for one in own[trunk] if one.stage <= fork])]
        groups += [(lane, own[lane]) for lane in lanes if own[lane][-1].stage < final]
        groups += [(trunk, behind)]
        groups += [(lane, own[lane]) for lane in lanes if own[lane][-1].stage >= final]
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


def _told(chain: Chain, nodes: Sequence[Node]) -> str:
    """A row in words: an arrow where the goods go on, a bar where the boxes stand side by side."""
    told = str(pick(nodes[0].name))
    for before, node in pairwise(nodes):
        told += f" {'→' if (before.id, node.id) in chain.edges else '|'} {pick(node.name)}"
    return told


def _box(axes: Axes, box: _Box, colour: str) -> None:
    """A name in its box; one that does not fit ends with an ellipsis."""
    shape = FancyBboxPatch(
        (box.x, box.y),
        W,
        box.high,
        boxstyle="round,pad=0,rounding_size=0.08",
        facecolor=tint(colour, 0.18),
        edgecolor=colour if colour != YELLOW else INK,
        linewidth=1.6,
        zorder=2,
    )
    axes.add_patch(shape)
    paragraph(axes, box.x + W / 2, box.y + (box.high + tall(box.name, SIZE)) / 2, box.name, SIZE, ha="center")


def _way(start: _Box, end: _Box, fans: bool) -> list[tuple[float, float]]:
    """One edge's corners: along a row, or through the gaps between the rows and past their ends."""
    out, into = (start.x + W / 2, start.y), (end.x + W / 2, end.y + end.high)
    if start.row == end.row and end.x > start.x:
        if end.x - start.x < DX + 0.01:
            return [(start.x + W, start.y + start.high / 2), (end.x, end.y + end.high / 2)]
        above = start.y + start.high + 0.1
        return [(start.x + W / 2, start.y + start.high), (start.x + W / 2, above), (into[0], above), into]
    gap = end.y + end.high + GAP * 0.62  # the last gap before the end
    if end.row == start.row + 1:
        return [out, (out[0], gap), (into[0], gap), into] if out[0] != into[0] else [out, into]
    if fans:  # past the rows on the left, into the box from the side
        left, below = EDGE + LEFT - BUS, start.y - GAP * 0.4
        return [out, (out[0], below), (left, below), (left, end.y + end.high / 2), (end.x, end.y + end.high / 2)]
    right = WIDE - EDGE - 0.02  # it gathers: past the rows on the right
    return [
        (start.x + W, start.y + start.high / 2),
        (right, start.y + start.high / 2),
        (right, gap),
        (into[0], gap),
        into,
    ]


def _arrow(axes: Axes, points: Sequence[tuple[float, float]]) -> None:
    xs, ys = zip(*points, strict=True)
    axes.plot(xs, ys, color=INK, linewidth=1.5, solid_joinstyle="round", solid_capstyle="butt", zorder=1)
    head = {"arrowstyle": "-|>", "color": INK, "shrinkA": 0, "shrinkB": 0, "mutation_scale": 11, "lw": 1.5}
    axes.annotate("", points[-1], points[-2], arrowprops=head)
