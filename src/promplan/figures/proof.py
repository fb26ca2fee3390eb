"""Facts by surprise × proof: which to tell first, which to prove first."""

from collections import defaultdict

from matplotlib.figure import Figure

from promplan.figures.picture import Picture, style
from promplan.language import say
from promplan.plan.document import Plan
from promplan.plan.enterprise import Fact

MARKERS = {"cleared": ("o", "#009E73"), "refused": ("X", "#D55E00"), "open": ("s", "#56B4E9")}
STEP = 0.115  # between two facts on one spot
WIDE = 8  # facts side by side before a new line begins
LINE = 0.3  # between two such lines; three of them stay nearer to their own level than to the next


def proof(fact: Fact) -> int:
    """How well a fact is proven, 0 to 5: a point each for source, kind of source, date, unit and a second pair of eyes.

    What was only said counts as a kind when somebody confirmed it; a fact without a number needs no unit.
    """
    solid = fact.source_kind in ("document", "measured") or (fact.source_kind == "oral" and bool(fact.checked_by))
    points = (fact.source, solid, fact.as_of, fact.value is None or fact.unit, fact.checked_by)
    return sum(bool(one) for one in points)


def surprise_proof(plan: Plan) -> Picture:
    """The plan's facts on both scales; facts without a surprise are counted in the caption."""
    rated = [one for one in plan.enterprise.facts if one.surprise is not None]
    spots: defaultdict[tuple[int, int], list[Fact]] = defaultdict(list)
    for one in rated:
        spots[(one.surprise or 0, proof(one))].append(one)
    low = min([2, *(proof(one) for one in rated)]) - 0.85
    with style():
        fig = Figure(figsize=(9.2, 6.2))
        axes = fig.add_subplot()
        axes.axvline(3.5, color="#999999", linewidth=1)
        axes.axhline(3.48, color="#999999", linewidth=1)
        for x, y, words in (
            (5.58, 5.75, say("tell first")),
            (5.58, low + 0.2, say("prove first")),
            (0.42, 5.75, say("background")),
            (0.42, low + 0.2, say("keep in the drawer")),
        ):
            side = "right" if x > 3 else "left"
            axes.text(x, y, str(words), ha=side, va="center", fontsize=12, fontweight="bold", color="#333333")
        for (surprise, points), facts in spots.items():
            lines = -(-len(facts) // WIDE)
            for number, fact in enumerate(facts):
                line, place = divmod(number, WIDE)
                here = min(WIDE, len(facts) - line * WIDE)
                x = surprise + (place - (here - 1) / 2) * STEP
                y = points - (line - (lines - 1) / 2) * min(LINE, 0.85 / lines)
                marker, colour = MARKERS.get(fact.clearance.state, MARKERS["open"])
                axes.plot([x], [y], marker, color=colour, markersize=7, markeredgecolor="black", markeredgewidth=0.6)
                axes.text(x, y + 0.07, fact.id[1:], ha="center", va="bottom", fontsize=8.5)
        _key(axes)
        axes.set_xlim(0.4, 5.6)
        axes.set_ylim(low, 5.95)
        axes.set_xticks(range(1, 6))
        axes.set_yticks(range(round(low + 0.85), 6))
        axes.set_xlabel(str(say("surprise: 1 everybody knows it, 5 nobody expects it")))
        axes.set_ylabel(str(say("proof: points of five")))
    best = [one.id for one in rated if (one.surprise or 0) >= 4 and proof(one) >= 4]
    alt = say(
        "Scatter of {n} facts by surprise and proof. Surprising and proven: {best}.",
        n=len(rated),
        best=", ".join(best) or "—",
    )
    caption = say(
        "Numbers are the facts' ids; proof has a point each for source, kind of source, date, unit, and who checked "
        "it. Facts without a surprise: {n}.",
        n=len(plan.enterprise.facts) - len(rated),
    )
    return Picture(fig, str(alt), str(caption))


def _key(axes: object) -> None:
    """What the signs mean, above the field, each beside its sign."""
    names = {"cleared": say("cleared"), "refused": say("refused"), "open": say("not cleared yet")}
    for number, (state, words) in enumerate(names.items()):
        marker, colour = MARKERS[state]
        axes.plot(  # type: ignore[attr-defined]
            [0.6 + number * 1.3], [6.12], marker, color=colour, markersize=8, markeredgecolor="black",
            markeredgewidth=0.6, clip_on=False,
        )  # fmt: skip
        axes.text(0.7 + number * 1.3, 6.12, str(words), va="center", fontsize=10)  # type: ignore[attr-defined]
