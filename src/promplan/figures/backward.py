"""The backward funnel of an objective: how many must be met so that enough act at the end, and do so many exist?"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch, Rectangle

from promplan.figures.lettering import wrapped
from promplan.figures.nothing import nothing, origin
from promplan.figures.numbers import between, digits, per_cent, said
from promplan.figures.paragraph import paragraph, tall
from promplan.figures.picture import Picture
from promplan.figures.style import BLACK, BLUE, GREEN, GREY, INK, PAPER, VERMILLION, WIDE, sheet, style, tint
from promplan.language import Problem, Words, say
from promplan.media.funnel import Need, Rate, backward, reach, with_rate_halved
from promplan.plan.document import Plan
from promplan.plan.objectives import Objective

EDGE = 0.1  # margin of the sheet
BOX, BOX_W, BOX_H = EDGE, 1.85, 0.38  # left side and size of a number's box
SIDE = 2.2  # from here on what is counted, the doors and, under the first of them, the ruler
STRIP, STRIP_H = 1.4, 0.18  # the strip that stands for everybody on the row above
BAR = 0.22  # how thick the ruler's two bars are
GAP = 0.06  # between a box and the ruler
STEP = 0.74  # from row to row at least
RULER = WIDE - EDGE - SIDE
PALE = "#555555"  # for what was before: on white and on a tinted box it has 4.5 : 1 and more


@dataclass(frozen=True)
class _Row:
    """A number of people or acts, what it was with the old rates, and the door that leads to the row below."""

    name: str
    need: Need
    old: Need | None = None


@dataclass(frozen=True)
class _Door:
    words: str  # short: "5 % go on"
    rate: Rate | None  # None: it is no share but a frequency
    old: Rate | None = None
    source: str = ""


@dataclass(frozen=True)
class _Crowd:
    """The people who exist, and who they are."""

    people: int | None
    name: str
    source: str


def funnel(plan: Plan, id: str = "O1", halved: int | None = None) -> Picture:
    """The objective's funnel from the people who must be met down to the target, with what each door lets through.

    The numbers go from a dozen to a million. Bars would be lost at one end, bars on a logarithmic axis would make a
    million look like twice a thousand, and an area is not read as a number. So the numbers stand in boxes of one size,
    and only what can be compared honestly has a length, on a linear scale from zero: at each door the share that goes
    on, of a strip that is everybody, and at the top the people who must be met against the people who exist.

    Args:
        id: an objective of the plan. An unknown one, or one without a target, gives a sentence instead of a funnel.
        halved: the number of a step, from 1 at the target's side, whose rate is halved; old numbers stand beside the
            new ones. `Problem` when there is no such step.
    """
    caption = say("Backward funnel. {origin}", origin=origin(plan))
    one = next((objective for objective in plan.objectives if objective.id == id), None)
    if one is None:
        return nothing(_unknown(plan, id), caption)
    if one.target is None:
        return nothing(say("{id} has no target yet, and a backward funnel starts from that number.", id=id), caption)
    rates = [(step.low, step.high) for step in one.funnel.steps]
    if halved is not None and not 1 <= halved <= len(rates):
        raise Problem(
            say(
                "The funnel of {id} has no step {n}. Its steps are counted from the target: {steps} in all.",
                id=id,
                n=halved,
                steps=len(rates),
            )
        )
    try:
        needs = [*backward(one.target, rates)]
        needs.append(reach(needs[-1], one.funnel.frequency))
    except Problem as problem:
        return nothing(problem.what, caption)
    return _drawn(plan, one, needs, rates, halved)


def _unknown(plan: Plan, id: str) -> Words:
    if not plan.objectives:
        return say("There is no objective yet. Write the first one: its funnel will appear here.")
    return say(
        "There is no objective {id}. Choose one of these: {known}.",
        id=id,
        known=", ".join(one.id for one in plan.objectives),
    )


def _drawn(plan: Plan, one: Objective, old: list[Need], old_rates: list[Rate], halved: int | None) -> Picture:
    rates = old_rates if halved is None else with_rate_halved(old_rates, halved - 1)
    needs = [*backward(one.target or 0, rates)]
    needs.append(reach(needs[-1], one.funnel.frequency))
    rows = _rows(one, needs, old if halved is not None else None)
    doors = _doors(one, rates, old_rates if halved is not None else None, halved)
    crowd = _crowd(plan, one)
    verdict = _verdict(rows[0].need, crowd)
    with style():
        title, sentence = _title(one), wrapped(str(verdict), RULER, 11, bold=True, lines=4)
        exist = _exist(crowd)
        steps = [max(STEP, _door_height(door) + 0.08 + BOX_H if door.rate else 0) for door in doors]
        above = 2 * EDGE + tall(title, 12.5) + 0.06  # from the sheet's top to the first box
        ruler = GAP + _ruler_height(exist, sentence)  # between the first box and its door
        height = above + BOX_H + ruler + sum(steps) + EDGE
        fig, axes = sheet(height)
        paragraph(axes, EDGE, height - EDGE, title, 12.5, weight="bold")
        _ruler(axes, rows[0], crowd.people, exist, sentence, height - above - BOX_H - GAP)
        first = height - above
        tops = [first, *(first - ruler - sum(steps[: place + 1]) for place in range(len(steps)))]
        for place, (row, level) in enumerate(zip(rows, tops, strict=True)):
            _box(axes, row, level, first=place == 0, last=place == len(rows) - 1)
        for door, step, start, end in zip(doors, steps, tops, tops[1:], strict=False):
            _arrow(axes, start - BOX_H, end)
            _door(axes, door, end + (step - BOX_H) / 2)
    told = "; ".join(
        f"{row.name}: {_numbers(row)}{_then(door)}" for row, door in zip(rows, [*doors, None], strict=True)
    )
    alt = say(
        "Backward funnel of {id}, from the people who must be met down to the target. {told}. {verdict}",
        id=one.id,
        told=told,
        verdict=verdict,
    )
    return Picture(fig, str(alt), str(_caption(plan, one, crowd)))


def _caption(plan: Plan, one: Objective, crowd: _Crowd) -> Words:
    people = say("People who exist: {source}. ", source=crowd.source) if crowd.source else ""
    return say(
        "Funnel of {id}: each number is what the row below needs, from best to worst, in two digits. A strip is "
        "everybody on its row: dark is what goes on at worst, dark and pale together at best. {people}{origin}",
        id=one.id,
        people=people,
        origin=origin(plan),
    )


def _rows(one: Objective, needs: Sequence[Need], old: Sequence[Need] | None) -> list[_Row]:
    """From the people who must be met to the target; contacts of people who are met once are those people."""
    names = [_target(one)]
    names += [step.what.strip() or str(say("step {n}, no name yet", n=n)) for n, step in enumerate(one.funnel.steps, 1)]
    names.append(str(say("people to be met: the reach")))
    rows = [_Row(name, need, old[n] if old else None) for n, (name, need) in enumerate(zip(names, needs, strict=True))]
    if one.funnel.frequency == 1 and one.funnel.steps:
        contacts = rows.pop(-2)
        reached = say("people to be met: {who}", who=contacts.name)
        rows[-1] = _Row(str(reached), rows[-1].need, rows[-1].old)
    return rows[::-1]


def _target(one: Objective) -> str:
    return str(say("target: {what}", what=(one.metric or one.unit).strip() or say("no metric yet")))


def _doors(one: Objective, rates: Sequence[Rate], old: Sequence[Rate] | None, halved: int | None) -> list[_Door]:
    """In the rows' order: what leads from each row to the one below it."""
    doors = []
    for number, (step, rate) in enumerate(zip(one.funnel.steps, rates, strict=True), 1):
        changed = old is not None and number == halved
        words = (
            say("{rate} go on: halved", rate=per_cent(*rate)) if changed else say("{rate} go on", rate=per_cent(*rate))
        )
        doors.append(_Door(str(words), rate, old[number - 1] if old is not None and changed else None, step.source))
    if one.funnel.frequency != 1 or not one.funnel.steps:
        words = say("each is met {n} times on average", n=digits(float(f"{one.funnel.frequency:.3g}")))
        if one.funnel.frequency == 1:
            words = say("The funnel has no steps yet: as if everybody who is met did it.")
        doors.append(_Door(str(words), None))
    return doors[::-1]


def _crowd(plan: Plan, one: Objective) -> _Crowd:
    """Counted for the funnel, or the objective's audience."""
    audience = next((each for each in plan.audiences if one.audience and each.id == one.audience), None)
    name = audience.segment if audience else ""
    if one.funnel.people is not None:
        return _Crowd(one.funnel.people, name, one.funnel.people_source)
    return _Crowd(audience.size, name, audience.size_source) if audience else _Crowd(None, "", "")


def _verdict(need: Need, crowd: _Crowd) -> Words:
    """Can so many people be met at all?"""
    if crowd.people is None:
        return say("How many people exist is not in the plan yet: write the number and where it is from.")
    people = digits(crowd.people)
    best, worst = (_apart(end, crowd.people) for end in (need.best, need.worst))
    if best == worst and need.best > crowd.people:
        return say("{needed} needed, {people} exist: it cannot be done.", needed=best, people=people)
    if best == worst:
        return say("{needed} needed, {people} exist: it can be done.", needed=worst, people=people)
    if need.best > crowd.people:
        return say("At best {needed} needed, {people} exist: it cannot be done.", needed=best, people=people)
    if need.worst > crowd.people:
        return say(
            "At worst {needed} needed, {people} exist: it can be done only if much goes well.",
            needed=worst,
            people=people,
        )
    return say("At worst {needed} needed, {people} exist: it can be done.", needed=worst, people=people)


def _apart(need: float, people: int) -> str:
    """The need in two digits; in all of them where two would hide on which side of the people it lies."""
    if said(need) in (said(people), digits(people)) and need != people and math.isfinite(need):
        return digits(math.ceil(need))
    return said(need)


def _numbers(row: _Row) -> str:
    new = between(row.need.best, row.need.worst)
    if row.old is None or row.old == row.need:
        return new
    return str(say("{new}, before {old}", new=new, old=between(row.old.best, row.old.worst)))


def _then(door: _Door | None) -> str:
    return "" if door is None else f" ({door.words})"


def _title(one: Objective) -> str:
    title = f"{one.id} · {one.statement}" if one.statement.strip() else one.id
    return wrapped(title, WIDE - 2 * EDGE, 12.5, bold=True, lines=3)


def _box(axes: Axes, row: _Row, top: float, first: bool, last: bool) -> None:
    """How many, and on its right of what; the target's box has a border of its own."""
    middle = top - BOX_H / 2
    names = wrapped(row.name, RULER, 11, bold=first or last, lines=2)
    weight = "bold" if first or last else "normal"
    paragraph(axes, SIDE, middle + tall(names, 11) / 2, names, 11, weight=weight)
    shape = FancyBboxPatch(
        (BOX, top - BOX_H),
        BOX_W,
        BOX_H,
        boxstyle="round,pad=0,rounding_size=0.08",
        facecolor=tint(GREEN if last else BLUE, 0.16),
        edgecolor=GREEN if last else BLUE,
        linewidth=2.4 if first or last else 1.4,
        zorder=2,
    )
    axes.add_patch(shape)
    number = between(row.need.best, row.need.worst)
    changed = row.old is not None and row.old != row.need
    size = next((one for one in (16, 14, 12, 11) if "\n" not in wrapped(number, BOX_W - 0.2, one, bold=True)), 10)
    lines = wrapped(number, BOX_W - 0.2, size, bold=True, lines=2)
    look = {"ha": "center", "weight": "bold"}
    if not changed:
        paragraph(axes, BOX + BOX_W / 2, middle + tall(lines, size) / 2, lines, size, **look)
        return
    was = row.old or row.need
    before = wrapped(str(say("before: {n}", n=between(was.best, was.worst))), BOX_W - 0.1, 10, lines=1)
    size = min(size, 14)
    height = tall("", size) + tall("", 10)
    number = wrapped(number, BOX_W - 0.1, size, bold=True, lines=1)
    low = paragraph(axes, BOX + BOX_W / 2, middle + height / 2, number, size, **look)
    paragraph(axes, BOX + BOX_W / 2, low, before, 10, ha="center", color=PALE)


def _arrow(axes: Axes, top: float, bottom: float) -> None:
    x = BOX + BOX_W / 2
    head = {"arrowstyle": "-|>", "color": INK, "shrinkA": 0, "shrinkB": 0, "mutation_scale": 14, "lw": 1.6}
    axes.annotate("", (x, bottom + 0.03), (x, top - 0.03), arrowprops=head)


def _door(axes: Axes, door: _Door, middle: float) -> None:
    """Beside an arrow: the strip with the share that goes on, in words the same and where it is from."""
    if door.rate is None:
        words = wrapped(door.words, RULER, 10.5, bold=True, lines=2)
        paragraph(axes, SIDE, middle + tall(words, 10.5) / 2, words, 10.5, weight="bold")
        return
    _strip(axes, door, middle - STRIP_H / 2)
    left = SIDE + STRIP + 0.15
    words, below = _beside(door)
    height = _door_height(door)
    level = paragraph(axes, left, middle + height / 2, words, 10.5, weight="bold")
    for one in below:
        level = paragraph(axes, left, level, one, 10, color=PALE)


def _beside(door: _Door) -> tuple[str, list[str]]:
    """What stands beside a strip: the share in words, and under it where it is from and what it was before."""
    room = WIDE - EDGE - (SIDE + STRIP + 0.15)
    words = wrapped(door.words, room, 10.5, bold=True, lines=2)
    source = door.source.strip() or str(say("no source yet"))
    below = [wrapped(source, room, 10, lines=2 if door.old else 3)]
    if door.old:
        below.insert(0, wrapped(str(say("before: {n}", n=per_cent(*door.old))), room, 10, lines=1))
    return words, below


def _door_height(door: _Door) -> float:
    words, below = _beside(door)
    return tall(words, 10.5) + sum(tall(one, 10) for one in below)


def _strip(axes: Axes, door: _Door, low: float) -> None:
    """Everybody on the row above, from 0 to 100 %: dark what goes on at worst, pale what goes on at best."""
    worst, best = door.rate or (0.0, 0.0)
    axes.add_patch(Rectangle((SIDE, low), STRIP, STRIP_H, facecolor=PAPER, edgecolor=GREY, linewidth=1, zorder=2))
    for share, colour in ((best, tint(BLUE, 0.4)), (worst, BLUE)):  # a little taller: one per cent is still seen
        axes.add_patch(
            Rectangle((SIDE, low - 0.04), STRIP * share, STRIP_H + 0.08, facecolor=colour, linewidth=0, zorder=3)
        )
    for end in door.old or ():
        axes.plot([SIDE + STRIP * end] * 2, [low - 0.07, low + STRIP_H + 0.07], color=PALE, lw=1.6, ls=(0, (2, 1)))


def _exist(crowd: _Crowd) -> str:
    if crowd.people is None:
        return ""
    label = say("{n} exist", n=digits(crowd.people))
    if crowd.name.strip():
        label = say("{n} exist: {who}", n=digits(crowd.people), who=crowd.name)
    return wrapped(str(label), RULER, 10.5, lines=2)


def _ruler_height(exist: str, sentence: str) -> float:
    return tall(exist, 10.5) + 2 * BAR + 0.02 + tall("", 10.5) + 0.06 + tall(sentence, 11)


def _ruler(axes: Axes, row: _Row, people: int | None, exist: str, sentence: str, top: float) -> None:
    """The people who exist and the people who must be met on one linear scale; what is too much is hatched."""
    middle = top - tall(exist, 10.5) - BAR
    best, worst = (min(end, 1e18) for end in (row.need.best, row.need.worst))
    scale = RULER / max(worst, people or 0, 1)
    if people is not None:
        paragraph(axes, SIDE, middle + BAR + tall(exist, 10.5), exist, 10.5)
        axes.add_patch(
            Rectangle((SIDE, middle), people * scale, BAR, facecolor=GREEN, edgecolor=GREEN, linewidth=2, zorder=2)
        )
    limit = worst if people is None else people
    for start, end, colour in ((0.0, best, BLUE), (best, worst, tint(BLUE, 0.4))):
        if min(end, limit) > start:
            _piece(axes, start * scale, min(end, limit) * scale, middle, {"facecolor": colour, "linewidth": 0})
        if end > max(start, limit):
            ground = tint(VERMILLION, 0.4) if colour == BLUE else PAPER
            look = {"facecolor": ground, "edgecolor": VERMILLION, "hatch": "////", "linewidth": 1}
            _piece(axes, max(start, limit) * scale, end * scale, middle, look)
    if people is not None and worst > people:
        x = SIDE + people * scale
        axes.plot([x, x], [middle - BAR - 0.05, middle], color=BLACK, lw=1.4, zorder=3)
    words = wrapped(str(say("{n} must be met", n=between(row.need.best, row.need.worst))), RULER, 10.5, lines=1)
    low = paragraph(axes, SIDE, middle - BAR - 0.02, words, 10.5)
    paragraph(axes, SIDE, low - 0.06, sentence, 11, weight="bold")


def _piece(axes: Axes, start: float, end: float, top: float, look: dict[str, Any]) -> None:
    axes.add_patch(Rectangle((SIDE + start, top - BAR), end - start, BAR, zorder=2, **look))
