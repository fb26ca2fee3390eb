"""The plant's people by age: who may leave within five years, and how few are young."""

from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from promplan.figures.lettering import inches, wrapped
from promplan.figures.nothing import nothing
from promplan.figures.numbers import digits, per_cent
from promplan.figures.picture import Picture
from promplan.figures.style import BLACK, BLUE, ORANGE, WIDE, style, tint
from promplan.language import Problem, say

FIRST, STEP, LAST = 15, 5, 65  # years: the youngest bin's first, a bin's, and from here on one bin for all
YOUNG, OLD = 30, 60
AGES = range(FIRST, LAST + 1, STEP)
MIDDLE = "#b8b8b8"
THICK = 0.82  # of a bin
FIELD = 5.1  # inches that the bars' field is wide, whatever its labels

Rows = Sequence[Mapping[str, float | str]]


def age_pyramid(rows: Rows) -> Picture:
    """People by age in bins of five years, 15–19 to 65 and over, the oldest on top; one side, for no sex is recorded.

    Args:
        rows: `age` in full years and `people`, as in the kit's workforce.csv; a row may be a department's. `Problem`
            for an age below 15, or for what is no number.
    """
    counts = [0] * len(AGES)
    for number, row in enumerate(rows, 1):
        age, people = _read(row, number)
        counts[min(age - FIRST, LAST - FIRST) // STEP] += people
    everybody = sum(counts)
    caption = say("The plant's people by age, counted in bins of five years. Synthetic data: the kit's invented plant.")
    if not everybody:
        return nothing(say("Nobody is counted yet: there are no rows with people in them."), caption)
    young, old = _below(counts, YOUNG), everybody - _below(counts, OLD)
    parts = {
        "young": digits(young),
        "old": digits(old),
        "all": digits(everybody),
        "old_share": per_cent(old / everybody, old / everybody) if old else "0\u00a0%",
        "young_share": per_cent(young / everybody, young / everybody) if young else "0\u00a0%",
    }
    with style():
        fig = Figure(figsize=(WIDE, 5.6), layout="constrained")
        axes = fig.add_subplot()
        _bars(axes, counts)
        leave = str(say("60 and over: may leave within five years (assumption), {old} of {all}, {old_share}", **parts))
        under = str(say("under 30: {young} of {all}, {young_share}", **parts))
        _bracket(axes, counts, OLD, LAST + STEP, leave)
        _bracket(axes, counts, FIRST, YOUNG, under)
    bins = "; ".join(f"{_name(place)}: {digits(people)}" for place, people in enumerate(counts))
    alt = say(
        "Age pyramid of {all} people. {bins}. "
        "60 and over, who may leave within five years (assumption): {old}, {old_share}. "
        "Under 30: {young}, {young_share}.",
        bins=bins,
        **parts,
    )
    return Picture(fig, str(alt), str(caption))


def _read(row: Mapping[str, float | str], number: int) -> tuple[int, int]:
    try:
        age, people = int(float(row["age"])), int(float(row["people"]))
    except (KeyError, ValueError, OverflowError):
        raise Problem(
            say("Row {n} of the workforce: `age` and `people` must be numbers. Correct the row.", n=number)
        ) from None
    if age < FIRST or people < 0:
        raise Problem(
            say(
                "Row {n} of the workforce: {people} people aged {age} cannot be: nobody below 15 works at a plant. "
                "Correct the row.",
                n=number,
                people=people,
                age=age,
            )
        )
    return age, people


def _below(counts: Sequence[int], age: int) -> int:
    return sum(counts[: (age - FIRST) // STEP])


def _name(place: int) -> str:
    start = AGES[place]
    return str(say("65 and over")) if start == LAST else f"{start}–{start + STEP - 1}"


def _bars(axes: Axes, counts: Sequence[int]) -> None:
    """The bars with their numbers; who is young differs in fill, who leaves in hatching too."""
    groups = (
        (FIRST, YOUNG, {"color": BLUE}),
        (YOUNG, OLD, {"color": MIDDLE}),
        (OLD, LAST + STEP, {"facecolor": tint(ORANGE, 0.55), "edgecolor": BLACK, "hatch": "///", "linewidth": 0.8}),
    )
    for start, end, look in groups:
        places = range((start - FIRST) // STEP, (end - FIRST) // STEP)
        axes.barh(list(places), [counts[one] for one in places], height=THICK, zorder=2, **look)
    for place, people in enumerate(counts):
        axes.annotate(
            digits(people), (people, place), (5, 0), textcoords="offset points", va="center_baseline", size=11, zorder=4
        )
    axes.set_yticks(range(len(counts)), [_name(place) for place in range(len(counts))])
    axes.set_ylim(-0.6, len(counts) - 0.4)
    axes.set_xlim(0, max(1.12 * max(counts), _widest(counts) / 0.36))
    axes.grid(visible=False, axis="y")
    axes.locator_params(axis="x", integer=True, nbins=5)
    axes.set_xlabel(str(say("people counted")))
    axes.set_ylabel(str(say("age, full years")))


def _widest(counts: Sequence[int]) -> int:
    """The longest bar that must leave room for words on its right."""
    return max(*counts[: (YOUNG - FIRST) // STEP], *counts[(OLD - FIRST) // STEP :])


def _bracket(axes: Axes, counts: Sequence[int], start: int, end: int, words: str) -> None:
    """A bracket on the right of the bars from `start` to before `end` years, with words; from 60 on a line, too."""
    first, last = (start - FIRST) // STEP, (end - FIRST) // STEP - 1
    right = axes.get_xlim()[1]
    longest = max(counts[first : last + 1])
    x = longest + (inches(digits(longest), 11) + 0.3) / FIELD * right  # behind the bar's own number
    tip = x - 0.012 * right
    low, high = first - THICK / 2, last + THICK / 2
    axes.plot([tip, x, x, tip], [low, low, high, high], color=BLACK, linewidth=1.4, zorder=3)
    if start == OLD:
        axes.plot([0, right], [first - 0.5] * 2, color=BLACK, linewidth=1.4, linestyle=(0, (5, 3)), zorder=3)
    width = FIELD * (right - x) / right - 0.25
    text = wrapped(words, width, 10.5, bold=True, lines=5)
    axes.text(x + 0.012 * right, (low + high) / 2, text, size=10.5, weight="bold", va="center", zorder=4)
