"""Who does what for each piece of content: R, A, C, I in a grid, with the yes that holds for the version there now."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from promplan.figures.lettering import wrapped
from promplan.figures.nothing import nothing
from promplan.figures.paragraph import paragraph, tall
from promplan.figures.picture import Picture
from promplan.figures.style import BLACK, GREY, INK, PAPER, WIDE, sheet, style
from promplan.language import Words, pick, say
from promplan.plan.approvals import JUDGES, RACI, Judge, holds
from promplan.plan.document import Plan
from promplan.plan.items import Item

EDGE, LEFT, LOW = 0.12, 1.75, 0.44  # inches: margin, the column of pieces, a row at least
SIZE, LETTER, MOST = 10, 15, 9  # points; pieces that fit a screen
CAPTION = say(
    "R does it, A answers for it (exactly one in a row), C is asked, I is told. ✔: said yes to the version that stands "
    "in the plan now; ↻: said yes to an older one, and is asked again."
)


@dataclass(frozen=True)
class _Cell:
    letter: str
    sign: str
    answers: bool


def raci(plan: Plan) -> Picture:
    """The grid of all pieces that have a step of approval."""
    pieces = [one for one in plan.items if one.approvals]
    if not pieces:
        return nothing(
            say("No piece has a step of approval yet: lay some out, and who does what is drawn here."), CAPTION
        )
    used = {it.judge for one in pieces for it in one.approvals}
    judges = [judge for judge in JUDGES if judge and judge in used]
    heads = [str(say("makes it")), *map(_head, judges)]
    wide = (WIDE - EDGE - LEFT) / len(heads)
    titles = [wrapped(one, wide - 0.08, SIZE, bold=True, lines=3) for one in heads]
    shown, rest = pieces[:MOST], pieces[MOST:]
    names = [wrapped(f"{one.id} · {one.title}", LEFT - EDGE - 0.1, SIZE, lines=3) for one in shown]
    highs = [max(tall(name, SIZE) + 0.1, LOW) for name in names]
    head = max(tall(one, SIZE) for one in titles) + 0.1
    more = wrapped(str(say("and {n} more", n=len(rest))), WIDE - 2 * EDGE, SIZE) if rest else ""
    height = 2 * EDGE + head + sum(highs) + (tall(more, SIZE) if rest else 0)
    with style():
        fig, axes = sheet(height)
        top = height - EDGE
        for n, title in enumerate(titles):
            paragraph(axes, LEFT + (n + 0.5) * wide, top, title, SIZE, weight="bold", ha="center")
        top -= head
        for one, name, high in zip(shown, names, highs, strict=True):
            paragraph(axes, EDGE, top - (high - tall(name, SIZE)) / 2, name, SIZE)
            for n, cell in enumerate(_cells(one, judges)):
                _cell(axes, cell, LEFT + n * wide, top, wide, high)
            top -= high
        if rest:
            paragraph(axes, EDGE, top, more, SIZE)
    rows = "; ".join(str(_told(one, judges, heads)) for one in pieces)
    return Picture(fig, str(say("Who does what for each piece. {told}.", told=rows)), str(CAPTION))


def _head(judge: Judge) -> str:
    """What a column is called: a word that a narrow one holds unbroken."""
    return str(say("safety at work") if judge == "safety" else pick(JUDGES[judge])).partition(":")[0]


def _cells(item: Item, judges: Sequence[Judge]) -> list[_Cell]:
    """Whoever makes it, then each judge; of two steps of one judge the letter that weighs more."""
    cells = [_Cell(_letter("R"), "", False) if item.owner else _Cell("", "", False)]
    for judge in judges:
        steps = [one for one in item.approvals if one.judge == judge]
        answers = any(one.raci == "A" for one in steps)
        part = "A" if answers else next((one.raci for one in steps if one.raci), "")
        yes = bool(steps) and all(holds(one, item) for one in steps)
        old = any(one.state == "approved" and not holds(one, item) for one in steps)
        sign = "✔" if yes else "↻" if old else ""
        cells.append(_Cell(_letter(part) if part else "?" if steps else "", sign, answers))
    return cells


def _letter(part: str) -> str:
    return str(pick(RACI[part])).partition(":")[0]


def _told(item: Item, judges: Sequence[Judge], heads: Sequence[str]) -> Words:
    signs = {"✔": say("said yes to this version"), "↻": say("asked again"), "": say("no yes yet")}
    parts = []
    for n, (head, cell) in enumerate(zip(heads, _cells(item, judges), strict=True)):
        if cell.letter:
            parts.append(f"{head} {cell.letter}" + (f", {signs[cell.sign]}" if n else ""))
    return say("{piece}: {parts}", piece=f"{item.id} · {item.title}", parts=" / ".join(parts))


def _cell(axes: Axes, cell: _Cell, x: float, top: float, wide: float, high: float) -> None:
    """A letter in its box; whoever answers stands white on ink, and everywhere a letter says it too."""
    fill, ink = (INK, "white") if cell.answers else (PAPER, BLACK)
    axes.add_patch(Rectangle((x, top - high), wide, high, facecolor=fill, edgecolor=GREY, linewidth=0.8, zorder=1))
    if not cell.letter:
        return
    words = f"{cell.letter} {cell.sign}" if cell.sign else cell.letter
    middle = top - high / 2
    axes.text(x + wide / 2, middle, words, size=LETTER, weight="bold", ha="center", va="center", color=ink, zorder=3)
