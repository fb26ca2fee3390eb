"""The visit as a line of time: on foot, at each stop, the footage at the gate, and whether all of it fits."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from promplan.figures.lettering import inches, plain, wrapped
from promplan.figures.nothing import nothing, origin
from promplan.figures.picture import Picture
from promplan.figures.style import BLACK, BLUE, GREY, PAPER, VERMILLION, WIDE, sheet, style, tint
from promplan.language import Words, say, say_many
from promplan.plan.document import Plan
from promplan.plan.visit import Visit
from promplan.plan.visit_minutes import LOOK, Halt, assumptions, minutes_of

ROW, HEAD, FOOT, EDGE = 0.3, 0.36, 0.6, 0.1  # inches
LEFT, RIGHT, LENGTH = 2.95, 0.3, 0.62  # what stands left of the line, right of it, and how long
MOST = 17  # stops that are drawn
STEPS = (5, 10, 15, 30, 60, 120, 240)  # minutes from mark to mark
CAPTION = say(
    "Thin line: on foot. Filled: at the stop. Hatched: the footage is looked through. What lies behind the thick line "
    "is beyond the minutes that you have."
)


def visit_timeline(plan: Plan, back: int | None = None) -> Picture:
    """The stops of the visit on one line of time, and what is over.

    Args:
        back: minutes on foot from the last stop to the gate; None: those of the plan. Where nobody has said how long
            a way is, the caption says what is counted.
    """
    visit = plan.visit
    day = minutes_of(visit, back)
    found = day.halts
    if not any(one.known for one in found):
        return nothing(say("No stop has its minutes yet. The day will appear here as a line of time."), CAPTION)
    gate, end = day.route, day.whole
    last = max(end, visit.minutes or 0)
    shown = found[:MOST]
    more = len(found) - len(shown)
    rows = len(shown) + bool(more) + 1
    with style():
        height = 2 * EDGE + HEAD + rows * ROW + FOOT
        fig, axes = sheet(height)
        scale = (WIDE - LEFT - RIGHT) / last
        top = height - EDGE - HEAD
        _scale(axes, visit, last, scale, top, top - rows * ROW)
        for n, one in enumerate(shown):
            _row(axes, one, scale, top - (n + 0.5) * ROW)
        level = top - len(shown) * ROW
        if more:
            axes.text(EDGE, level - ROW / 2, plain(str(say("and {n} more", n=more))), size=10, va="center_baseline")
            level -= ROW
        _footage(axes, found[-1].leave, gate, scale, level - ROW / 2)
        if visit.minutes is not None:
            _limit(axes, visit.minutes, end, scale, top, top - rows * ROW)
    return Picture(fig, str(_told(visit, found, end)), " ".join(map(str, [CAPTION, *assumptions(day), origin(plan)])))


def _name(one: Halt) -> str:
    return f"{one.stop.id} {one.stop.name}".strip()


def _told(visit: Visit, found: Sequence[Halt], end: int) -> Words:
    """The day in words, for who cannot see it."""
    stops = "; ".join(
        str(say("{name}: from minute {arrive} to {leave}", name=_name(one), arrive=one.arrive, leave=one.leave))
        for one in found
    )
    if visit.minutes is None:
        return say(
            "Line of time of the visit. {stops}. With the footage it ends at minute {end}.", stops=stops, end=end
        )
    if end > visit.minutes:
        return say_many(
            "Line of time of the visit. {stops}. With the footage it ends at minute {end}: {n} minute too late.",
            "Line of time of the visit. {stops}. With the footage it ends at minute {end}: {n} minutes too late.",
            end - visit.minutes,
            stops=stops,
            end=end,
        )
    return say_many(
        "Line of time of the visit. {stops}. With the footage it ends at minute {end}: {n} minute is left.",
        "Line of time of the visit. {stops}. With the footage it ends at minute {end}: {n} minutes are left.",
        visit.minutes - end,
        stops=stops,
        end=end,
    )


def _clock(visit: Visit, minute: int) -> str:
    if visit.arrival is None:
        return str(minute)
    start = datetime(2000, 1, 1, visit.arrival.hour, visit.arrival.minute)
    return f"{start + timedelta(minutes=minute):%H:%M}"


def _scale(axes: Axes, visit: Visit, last: int, scale: float, top: float, low: float) -> None:
    """Marks of time above the rows."""
    room = 1.5 * inches("00:00", 10)
    step = next((one for one in STEPS if one * scale >= room), STEPS[-1])
    for minute in range(0, last + 1, step):
        x = LEFT + minute * scale
        axes.plot([x, x], [low, top], color="#dddddd", linewidth=0.9, zorder=0)
        axes.text(x, top + 0.14, plain(_clock(visit, minute)), size=10, ha="center", va="center_baseline")
    name = say("hour") if visit.arrival is not None else say("minutes from the gate")
    axes.text(EDGE, top + 0.14, plain(str(name)), size=10, va="center_baseline", weight="bold")


def _row(axes: Axes, one: Halt, scale: float, y: float) -> None:
    _label(axes, _name(one), str(say("{n} min", n=one.leave - one.arrive)) if one.known else "?", y)
    start, arrive, leave = (LEFT + minute * scale for minute in (one.start, one.arrive, one.leave))
    style_ = ":" if one.assumed else "-"
    axes.plot([start, arrive], [y, y], style_, color=GREY, linewidth=2, solid_capstyle="butt", zorder=2)
    if one.known:
        axes.add_patch(Rectangle((arrive, y - 0.1), leave - arrive, 0.2, facecolor=BLUE, edgecolor=BLACK, zorder=3))


def _label(axes: Axes, name: str, minutes: str, y: float) -> None:
    """What a row is, and how long it takes."""
    axes.text(EDGE, y, wrapped(name, LEFT - EDGE - LENGTH - 0.3, 10, lines=1), size=10, va="center_baseline")
    axes.text(LEFT - 0.22, y, plain(minutes), size=10, weight="bold", ha="right", va="center_baseline")


def _footage(axes: Axes, leave: int, gate: int, scale: float, y: float) -> None:
    _label(axes, str(say("footage, at the gate")), str(say("{n} min", n=LOOK)), y)
    x = LEFT + gate * scale
    axes.plot([LEFT + leave * scale, x], [y, y], color=GREY, linewidth=2, solid_capstyle="butt", zorder=2)
    look = Rectangle((x, y - 0.1), LOOK * scale, 0.2, facecolor=PAPER, edgecolor=BLACK, hatch="////", zorder=3)
    axes.add_patch(look)


def _limit(axes: Axes, minutes: int, end: int, scale: float, top: float, low: float) -> None:
    """Where the minutes end; what is behind it is tinted, and said."""
    x = LEFT + minutes * scale
    over = end > minutes
    if over:
        axes.add_patch(
            Rectangle((x, low), (end - minutes) * scale, top - low, facecolor=tint(VERMILLION, 0.2), zorder=0.5)
        )
    axes.plot([x, x], [low - 0.08, top], color=BLACK, linewidth=3, zorder=4)
    said = say("{n} min too many", n=end - minutes) if over else say("{n} min are left", n=minutes - end)
    words = plain(str(say("the visit ends: {n} min; {said}", n=minutes, said=said)))
    wide = inches(words, 11, True)
    left = max(EDGE, min(x - wide / 2, WIDE - EDGE - wide))
    axes.text(left, low - 0.3, words, size=11, weight="bold", va="center_baseline")
