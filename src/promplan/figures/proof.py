"""Facts by surprise × proof: which to tell first, which to prove first."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from promplan.figures.lettering import inches, plain, wrapped
from promplan.figures.picture import Picture
from promplan.figures.style import BLACK, GREEN, GREY, SKY, VERMILLION, WIDE, sheet, style, tint
from promplan.language import Words, say, say_many
from promplan.plan.document import Plan
from promplan.plan.enterprise import Fact

MARKERS: dict[str, tuple[str, str, Words]] = {  # shape, fill, name
    "cleared": ("o", GREEN, say("cleared")),
    "open": ("s", SKY, say("not cleared yet")),
    "refused": ("X", VERMILLION, say("refused")),
}
HIGH = 4  # from here on a fact surprises, and from here on it is proven
LEFT, RIGHT, TOP, BOTTOM = 0.72, 0.08, 0.74, 0.96  # inches around the field
COLUMN = (WIDE - LEFT - RIGHT) / 5
SLOT_W, SLOT_H, PAD = 0.37, 0.325, 0.05  # a fact's sign with its id under it
SIDE = 3  # facts side by side on one spot
MOST = 24  # facts drawn on one spot; of more the number is given

Spots = Mapping[tuple[int, int], Sequence[Fact]]


def proof(fact: Fact) -> int:
    """How well a fact is proven, 0 to 5: a point each for source, kind of source, date, unit and a second pair of eyes.

    What was only said counts as a kind when somebody confirmed it; a fact without a number needs no unit.
    """
    solid = fact.source_kind in ("document", "measured") or (fact.source_kind == "oral" and bool(fact.checked_by))
    points = (fact.source, solid, fact.as_of, fact.value is None or fact.unit, fact.checked_by)
    return sum(bool(one) for one in points)


def surprise_proof(plan: Plan) -> Picture:
    """The plan's facts on both scales, each on its spot; facts without a surprise are counted in the caption.

    Both scales are steps and not lengths: a step is as tall as its fullest spot needs.
    """
    facts = plan.enterprise.facts
    rated = [one for one in facts if one.surprise is not None]
    if not rated:
        return _nothing(plan)
    spots: defaultdict[tuple[int, int], list[Fact]] = defaultdict(list)
    for one in rated:
        spots[(one.surprise or 0, proof(one))].append(one)
    tall = [_tall(spots, step) for step in range(6)]
    with style():
        height = BOTTOM + sum(tall) + TOP
        fig, axes = sheet(height)
        floors = [BOTTOM + sum(tall[:step]) for step in range(7)]
        _field(axes, floors)
        _key(axes, height - 0.2)
        for (surprise, points), here in spots.items():
            middle = floors[points] + tall[points] / 2
            _spot(axes, LEFT + (surprise - 0.5) * COLUMN, middle, here)
    best = [one.id for one in rated if (one.surprise or 0) >= HIGH and proof(one) >= HIGH]
    alt = say_many(
        "Scatter of {n} fact by surprise and proof. Surprising and proven: {best}.",
        "Scatter of {n} facts by surprise and proof. Surprising and proven: {best}.",
        len(rated),
        best=", ".join(best) or "—",
    )
    caption = say(
        "Proof has a point each for source, kind of source, date, unit, and who checked it. Facts without a surprise: "
        "{n}. {origin}",
        n=len(facts) - len(rated),
        origin=_origin(plan),
    )
    return Picture(fig, str(alt), str(caption))


def _origin(plan: Plan) -> Words:
    if plan.meta.case not in ("", "real"):
        return say("Synthetic data: the kit's invented plant.")
    if plan.meta.as_of:
        return say("Source: the plan's register of facts, {day}.", day=plan.meta.as_of)
    return say("Source: the plan's register of facts.")


def _nothing(plan: Plan) -> Picture:
    """An empty field with the reason in it."""
    n = len(plan.enterprise.facts)
    if n:
        words = say("No fact has a surprise yet. Give each a number from 1 to 5 in the register. Facts: {n}.", n=n)
    else:
        words = say("The register is empty. The first fact you put into it will appear here.")
    with style():
        fig, axes = sheet(2.2)
        axes.add_patch(Rectangle((0.1, 0.1), WIDE - 0.2, 2, fill=False, edgecolor=GREY, linestyle=(0, (5, 3))))
        text = wrapped(str(words), WIDE - 1.4, 13)
        axes.text(WIDE / 2, 1.1, text, size=13, ha="center", va="center", linespacing=1.4)
    return Picture(fig, str(words), str(say("Facts by surprise and proof. Facts without a surprise: {n}.", n=n)))


def _tall(spots: Spots, points: int) -> float:
    """The height of a step of proof, in inches."""
    most = max((len(here) for (_, level), here in spots.items() if level == points), default=0)
    lines = -(-min(most, MOST) // SIDE) + (most > MOST)
    return max(1, lines) * SLOT_H + 2 * PAD


def _field(axes: Axes, floors: Sequence[float]) -> None:
    """Both scales, their names, and the four quarters with theirs."""
    right, bottom, top, split = WIDE - RIGHT, floors[0], floors[6], floors[HIGH]
    fork = LEFT + (HIGH - 1) * COLUMN
    axes.add_patch(Rectangle((fork, split), right - fork, top - split, facecolor=tint(GREEN, 0.13), zorder=0))
    for floor in floors[1:6]:
        axes.plot([LEFT, right], [floor] * 2, color="#dddddd", linewidth=0.9, zorder=1)
    for step in range(1, 5):
        axes.plot([LEFT + step * COLUMN] * 2, [bottom, top], color="#dddddd", linewidth=0.9, zorder=1)
    axes.plot([LEFT, right], [split] * 2, color=BLACK, linewidth=1.6, zorder=2)
    axes.plot([fork] * 2, [bottom - 0.3, top + 0.3], color=BLACK, linewidth=1.6, zorder=2)
    for x, y, words in (
        (LEFT, top + 0.17, say("background")),
        (fork + 0.1, top + 0.17, say("tell first")),
        (LEFT, bottom - 0.17, say("keep in the drawer")),
        (fork + 0.1, bottom - 0.17, say("prove first")),
    ):
        axes.text(x, y, plain(str(words)), size=12.5, weight="bold", va="center_baseline")
    for step in range(6):
        axes.text(LEFT - 0.14, (floors[step] + floors[step + 1]) / 2, str(step), size=11, ha="right", va="center")
    for step in range(1, 6):
        axes.text(LEFT + (step - 0.5) * COLUMN, bottom - 0.45, str(step), size=11, ha="center", va="center")
    across = plain(str(say("surprise: 1 everybody knows it, 5 nobody expects it")))
    axes.text((LEFT + right) / 2, 0.2, across, size=11, ha="center", va="center_baseline")
    upwards = plain(str(say("proof: points of five")))
    axes.text(0.16, (bottom + top) / 2, upwards, size=11, ha="center", va="center", rotation=90)


def _spot(axes: Axes, x: float, y: float, facts: Sequence[Fact]) -> None:
    """The facts of one spot in lines around its middle, in the register's order, the same each time."""
    shown = facts[:MOST]
    more = len(facts) - len(shown)
    lines = [shown[start : start + SIDE] for start in range(0, len(shown), SIDE)]
    first = y + (len(lines) + bool(more) - 1) * SLOT_H / 2
    for line, inside in enumerate(lines):
        for place, fact in enumerate(inside):
            left = x + (place - (len(inside) - 1) / 2) * SLOT_W
            marker, colour, _ = MARKERS.get(fact.clearance.state, MARKERS["open"])
            level = first - line * SLOT_H
            _sign(axes, left, level + 0.085, marker, colour)
            name = wrapped(fact.id, SLOT_W - 0.01, 10, lines=1)
            axes.text(left, level - 0.085, name, size=10, ha="center", va="center_baseline", zorder=4)
    if more:
        words = plain(str(say("and {n} more", n=more)))
        axes.text(x, first - len(lines) * SLOT_H, words, size=10, ha="center", va="center_baseline", zorder=4)


def _key(axes: Axes, y: float) -> None:
    """What the signs mean, above the field, each beside its sign."""
    x = LEFT + 0.08
    for marker, colour, name in MARKERS.values():
        words = plain(str(name))
        _sign(axes, x, y, marker, colour)
        axes.text(x + 0.15, y, words, size=10.5, va="center_baseline")
        x += 0.55 + inches(words, 10.5)


def _sign(axes: Axes, x: float, y: float, marker: str, colour: str) -> None:
    axes.plot([x], [y], marker, color=colour, markersize=8, markeredgecolor=BLACK, markeredgewidth=0.8, zorder=4)
