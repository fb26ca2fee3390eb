"""Shots × ideas: which idea gets its shots on the visit, which gets none, and what has come home of them."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from promplan.figures.lettering import inches, plain, wrapped
from promplan.figures.nothing import nothing, origin
from promplan.figures.paragraph import paragraph
from promplan.figures.picture import Picture
from promplan.figures.style import BLACK, BLUE, GREY, PAPER, SKY, VERMILLION, WIDE, sheet, style, tint
from promplan.language import Words, say, say_in, say_many
from promplan.plan.document import Plan
from promplan.plan.ideas import Idea
from promplan.plan.shots import Shot

EDGE, ROW, HEAD, KEY, FOOT = 0.1, 0.3, 0.72, 0.36, 0.42  # inches
LABEL, LOG = 2.5, 0.9  # a shot's words, and what came home of it
IDEAS, SHOTS = 5, 15  # drawn at the most
SIGNS: dict[str, tuple[str, str, Words]] = {  # marker, fill, name
    "must": ("s", BLUE, say_in("priority", "must")),
    "should": ("o", SKY, say_in("priority", "should")),
    "could": ("o", PAPER, say_in("priority", "could, or not said")),
}
GOT: dict[str, Words] = {
    "got": say_in("log", "got"),
    "missing": say_in("log", "missing"),
    "reshoot": say_in("log", "again"),
}
CAPTION = say("A column without a sign is an idea that no shot serves: it will come home empty.")


def ideas_of(plan: Plan) -> list[Idea]:
    """The ideas that the visit is for: those that are chosen; before anything is, all of them."""
    chosen = [one for one in plan.ideas if one.chosen == "yes"]
    return chosen or [one for one in plan.ideas if one.chosen != "no"]


def shot_coverage(plan: Plan) -> Picture:
    """The shots of the visit against the ideas that they serve."""
    ideas, shots = ideas_of(plan), plan.visit.shots
    if not ideas or not shots:
        return nothing(say("No shot serves an idea yet. Shots and ideas will meet here."), CAPTION)
    columns = ideas[:IDEAS]
    order = sorted(shots, key=lambda one: not any(it.id in one.ideas for it in columns))
    rows, more = order[:SHOTS], len(order) - SHOTS
    with style():
        height = 2 * EDGE + HEAD + (len(rows) + (more > 0)) * ROW + FOOT + KEY
        fig, axes = sheet(height)
        top = height - EDGE - HEAD
        wide = (WIDE - 2 * EDGE - LABEL - LOG) / len(columns)
        middles = [EDGE + LABEL + (n + 0.5) * wide for n in range(len(columns))]
        for one, x in zip(columns, middles, strict=True):
            words = wrapped(f"{one.id} {one.title or one.hook}".strip(), min(wide - 0.02, 1.5), 10, lines=3)
            paragraph(axes, x, top + HEAD - 0.06, words, 10, ha="center")
        for n, shot in enumerate(rows):
            _row(axes, shot, columns, middles, top - (n + 0.5) * ROW)
        low = top - len(rows) * ROW
        if more > 0:
            axes.text(EDGE, low - ROW / 2, plain(str(say("and {n} more", n=more))), size=10, va="center_baseline")
            low -= ROW
        _sums(axes, shots, columns, middles, wide, low)
        _key(axes, low - FOOT - KEY / 2)
    return Picture(fig, str(_told(ideas, shots)), f"{CAPTION} {origin(plan)}")


def _serving(shots: Sequence[Shot], one: Idea) -> list[Shot]:
    return [shot for shot in shots if one.id in shot.ideas]


def _told(ideas: Sequence[Idea], shots: Sequence[Shot]) -> Words:
    told = "; ".join(f"{one.id}: {', '.join(it.id for it in _serving(shots, one)) or say('no shot')}" for one in ideas)
    idle = [one.id for one in shots if not one.ideas]
    got = sum(one.log.state == "got" for one in shots)
    return say_many(
        "Table of {n} shot and the ideas that it serves. {told}. Shots that serve no idea: {idle}. Got: {got}.",
        "Table of {n} shots and the ideas that they serve. {told}. Shots that serve no idea: {idle}. Got: {got}.",
        len(shots),
        told=told,
        idle=", ".join(idle) or say("none"),
        got=got,
    )


def _row(axes: Axes, shot: Shot, columns: Sequence[Idea], middles: Sequence[float], y: float) -> None:
    axes.plot([EDGE, WIDE - EDGE], [y - ROW / 2] * 2, color="#dddddd", linewidth=0.9, zorder=0)
    label = wrapped(f"{shot.id} {shot.what}".strip(), LABEL - 0.15, 10, lines=1)
    axes.text(EDGE, y, label, size=10, va="center_baseline")
    marker, colour, _ = SIGNS.get(shot.priority, SIGNS["could"])
    for one, x in zip(columns, middles, strict=True):
        if one.id in shot.ideas:
            axes.plot([x], [y], marker, color=colour, markersize=10, markeredgecolor=BLACK, markeredgewidth=1.2)
    if shot.log.state:
        said = wrapped(str(GOT[shot.log.state]), LOG, 10, lines=1)
        axes.text(WIDE - EDGE, y, said, size=10, ha="right", va="center_baseline")


def _sums(
    axes: Axes, shots: Sequence[Shot], columns: Sequence[Idea], middles: Sequence[float], wide: float, low: float
) -> None:
    """How many shots each idea gets; one with none has its own ground and its word."""
    axes.plot([EDGE, WIDE - EDGE], [low] * 2, color=BLACK, linewidth=1.6)
    y = low - FOOT / 2
    axes.text(EDGE, y, plain(str(say("shots for the idea"))), size=10, weight="bold", va="center_baseline")
    for one, x in zip(columns, middles, strict=True):
        n = len(_serving(shots, one))
        if not n:
            ground = Rectangle((x - wide / 2 + 0.04, low - FOOT + 0.06), wide - 0.08, FOOT - 0.1)
            ground.set(facecolor=tint(VERMILLION, 0.25), edgecolor=BLACK, linewidth=1.2, zorder=0)
            axes.add_patch(ground)
        words = plain(str(n) if n else str(say_in("shots", "none")))
        axes.text(x, y, words, size=12, weight="bold", ha="center", va="center_baseline")


def _key(axes: Axes, y: float) -> None:
    x = EDGE + 0.1
    for marker, colour, name in SIGNS.values():
        words = plain(str(name))
        axes.plot([x], [y], marker, color=colour, markersize=9, markeredgecolor=BLACK, markeredgewidth=1)
        axes.text(x + 0.15, y, words, size=10, va="center_baseline", color=BLACK)
        x += 0.55 + inches(words, 10)
    axes.plot([EDGE, WIDE - EDGE], [y + KEY / 2] * 2, color=GREY, linewidth=0.8)
