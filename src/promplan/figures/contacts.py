"""How often: people with no contact, with one, with two …, from where on it is enough, and from where on too much."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from promplan.figures.frame import Frame
from promplan.figures.lettering import inches, plain, wrapped
from promplan.figures.money_said import people
from promplan.figures.nothing import nothing, origin
from promplan.figures.numbers import digits
from promplan.figures.paragraph import paragraph, tall
from promplan.figures.picture import Picture
from promplan.figures.style import BLACK, BLUE, INK, PAPER, VERMILLION, WIDE, sheet, style, tint
from promplan.language import Problem, Words, say, say_many
from promplan.plan.document import Plan
from promplan.spending.curves import counted
from promplan.spending.reached import Reached, reached

EDGE, LEFT = 0.12, 0.68  # inches: margin, the numbers of per cent
SIZE, TITLE = 10, 12  # points
HIGH = 2.6  # inches of the field
BARS = 22  # beside that of no contact
APART = 0.02  # inches between two names
FEW = 0.004  # of the people: where fewer are left the last bar begins
CAPTION = say(
    "Bars: people by their contacts with all channels in the whole campaign, nobody counted twice. Filled: enough "
    "contacts; white: fewer; hatched: too many. How contacts fall on people is computed, not measured."
)


@dataclass(frozen=True)
class _Bar:
    """People with `first` to `last` contacts, by what those are: few, enough, many. `last` None: or more."""

    first: int
    last: int | None
    shares: dict[str, float] = field(hash=False)

    @property
    def share(self) -> float:
        """All of them, of all people."""
        return sum(self.shares.values())

    @property
    def name(self) -> str:
        """What stands under it."""
        if self.last is None:
            return f"{self.first}+"
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


def exposures(plan: Plan) -> Picture:
    """Bars of people by contacts; from `enough` on filled, from too many on hatched."""
    if not counted(plan):
        return nothing(
            say(
                "No contacts can be counted yet. Say how many people the campaign is for, and of one channel how many "
                "of them use it and what its contacts cost."
            ),
            CAPTION,
        )
    try:
        it = reached(plan)
    except Problem as problem:
        return nothing(problem.what, CAPTION)
    if not it.contacts:
        return nothing(say("No channel has a contact yet: neither money nor contacts without it."), CAPTION)
    bars = _bars(it)
    title = wrapped(str(_title(it)), WIDE - 2 * EDGE, TITLE, bold=True, lines=3)
    keys = _keys(it)
    height = 2 * EDGE + tall(title, TITLE) + 0.38 + HIGH + 0.6 + 0.27 * len(keys)
    with style():
        fig, axes = sheet(height)
        level = paragraph(axes, EDGE, height - EDGE, title, TITLE, weight="bold") - 0.02
        level = paragraph(axes, EDGE, level, str(say("% of the people")), SIZE) - 0.2
        most = 100 * max(one.share for one in bars)
        frame = Frame(LEFT, WIDE - EDGE, level - HIGH, level, len(bars), most * 1.04)
        frame.up(axes, unit="\u00a0%")
        for n, one in enumerate(bars):
            _bar(axes, frame, one, n, len(bars))
        _names(axes, frame, [one.name for one in bars])
        level = paragraph(axes, LEFT, frame.low - 0.28, str(say("contacts for each person")), SIZE) - 0.08
        for colour, words in keys:
            _key(axes, level, colour, words)
            level -= 0.27
    return Picture(fig, str(_told(it, bars)), f"{CAPTION} {origin(plan)}")


def _bars(it: Reached) -> list[_Bar]:
    """One bar for each number of contacts; equally many in each where there are too many of them."""
    end = len(it.exposures) - 1  # the last entry is "or more"
    tail, cut = it.exposures[end], end
    least = max(it.enough or 1, it.too_many or 1, 3)
    while cut > least and tail + it.exposures[cut - 1] < FEW:
        cut -= 1
        tail += it.exposures[cut]
    wide = -(-cut // BARS)
    found = [_Bar(0, 0, {"few": it.exposures[0]})]
    for first in range(1, cut + 1, wide):
        last = None if first + wide > cut else first + wide - 1
        shares: dict[str, float] = {}
        for k in range(first, end + 1 if last is None else last + 1):
            shares[_kind(it, k)] = shares.get(_kind(it, k), 0.0) + it.exposures[k]
        found.append(_Bar(first, last, shares))
    return found


def _kind(it: Reached, contacts: int) -> str:
    if it.too_many is not None and contacts >= it.too_many:
        return "many"
    return "enough" if it.enough is not None and contacts >= it.enough else "few"


def _title(it: Reached) -> Words:
    """Of how many it is enough."""
    if it.enough is None:
        return say(
            "About {n} of {people} people are reached; how many contacts are enough is not said",
            n=people(it.net),
            people=people(it.people),
        )
    told = say_many(
        "About {some} of {people} people get enough: {n} contact or more",
        "About {some} of {people} people get enough: {n} contacts or more",
        it.enough,
        some=people(it.effective or 0),
        people=people(it.people),
    )
    if it.annoyed is None or it.annoyed < 0.5:
        return told
    return say("{told}. {some} of them get too many", told=told, some=people(it.annoyed))


def _keys(it: Reached) -> list[tuple[str, str]]:
    """What the fills mean, with the people of each."""
    nobody = it.people - it.net
    enough, many = it.effective, it.annoyed
    few = it.net - (enough if enough is not None else 0.0 if many is None else many)
    told = {"n": people(nobody), "few": people(max(0.0, few))}
    if enough is None:
        keys = [("few", str(say("no contact: {n}; some: {few}", **told)))]
    else:
        keys = [("few", str(say("no contact: {n}; some, but not enough: {few}", **told)))]
        keys.append(("enough", str(say("enough: {n}", n=people(max(0.0, enough - (many or 0.0)))))))
    if many is not None:
        keys.append(("many", str(say("too many, {k} or more: {n}", k=it.too_many, n=people(many)))))
    return keys


def _told(it: Reached, bars: Sequence[_Bar]) -> Words:
    parts = [
        str(say("{contacts}: {share} %", contacts=one.name, share=digits(float(f"{100 * one.share:.2g}"))))
        for one in bars
    ]
    return say(
        "People by their contacts. {title}. Contacts and people: {rows}. {frequency} contacts on average for those who "
        "are reached.",
        title=_title(it),
        rows="; ".join(parts),
        frequency=digits(round(it.frequency or 0, 1)),
    )


def _look(kind: str) -> dict[str, Any]:
    if kind == "many":
        return {"facecolor": tint(VERMILLION, 0.45), "edgecolor": BLACK, "hatch": "////", "linewidth": 0.9}
    return {"facecolor": BLUE if kind == "enough" else PAPER, "edgecolor": INK, "linewidth": 1.1}


def _bar(axes: Axes, frame: Frame, one: _Bar, n: int, bars: int) -> None:
    wide = (frame.right - frame.left) / bars
    x, share = frame.left + n * wide, 100 * one.share
    start = 0.0
    for kind, part in one.shares.items():
        level, high = frame.y(100 * start), 100 * part / frame.most_y * (frame.top - frame.low)
        axes.add_patch(Rectangle((x + wide * 0.1, level), wide * 0.8, high, zorder=2, **_look(kind)))
        start += part
    middle = x + wide / 2
    said = digits(round(share)) if share >= 0.5 else f"<{digits(1)}"
    if inches(said, SIZE) <= wide * 0.98:
        axes.text(middle, frame.y(share) + 0.1, plain(said), size=SIZE, ha="center", va="center_baseline", zorder=4)


def _names(axes: Axes, frame: Frame, names: Sequence[str]) -> None:
    """What stands under the bars; where two would touch the right one is left out, but never the last."""
    wide = (frame.right - frame.left) / len(names)
    last = frame.right - wide / 2 - inches(names[-1], SIZE) / 2
    end = frame.left - 1
    for n, name in enumerate(names):
        middle, half = frame.left + (n + 0.5) * wide, inches(name, SIZE) / 2
        if n == len(names) - 1 or end + APART <= middle - half <= middle + half <= last - APART:
            axes.text(middle, frame.low - 0.16, plain(name), size=SIZE, ha="center", va="center_baseline")
            end = middle + half


def _key(axes: Axes, top: float, kind: str, words: str) -> None:
    axes.add_patch(Rectangle((LEFT, top - 0.19), 0.3, 0.16, zorder=2, **_look(kind)))
    paragraph(axes, LEFT + 0.4, top - 0.01, wrapped(words, WIDE - LEFT - EDGE - 0.4, SIZE, lines=1), SIZE)
