"""Hours a week and person against the bound that the team has set itself: who has too much, in which week."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from promplan.days.placed import WeekLoad, week_load
from promplan.figures.lettering import inches, plain, wrapped
from promplan.figures.nothing import nothing, origin
from promplan.figures.numbers import digits
from promplan.figures.paragraph import paragraph, tall
from promplan.figures.picture import Picture
from promplan.figures.style import BLACK, BLUE, GREY, INK, VERMILLION, WIDE, sheet, style, tint
from promplan.figures.weeks import HEAD, Weeks
from promplan.language import Words, say, say_in, say_many
from promplan.plan.document import Plan

EDGE, LEFT, RIGHT = 0.12, 1.42, 0.56  # inches: margin, the column of names, that of the bounds
SIZE, TITLE = 10, 12  # points
DIGITS = 0.22  # inches: the line of numbers under a row's bars
TALL, LEAST, MOST = 7.2, 0.5, 0.72  # the sheet, and a row's least and greatest height
CAPTION = say(
    "Hours a week; the line is the bound, hatched is what is over it. All hours of a piece count in the week in which "
    "it comes out. The first row has a scale of its own."
)


@dataclass(frozen=True)
class _Row:
    """Somebody's weeks: hours by Monday, the bound if there is one, and the scale that the row is drawn on."""

    name: str
    hours: dict[date, float] = field(hash=False)
    bound: float | None
    everybody: bool = False

    @property
    def most(self) -> tuple[date, float]:
        """The fullest week and its hours; the first of several."""
        return max(self.hours.items(), key=lambda one: one[1])

    @property
    def over(self) -> float:
        """By how much the fullest week passes the bound; 0 where it does not, or where there is none."""
        return 0.0 if self.bound is None else max(0.0, self.most[1] - self.bound)


def workload(plan: Plan) -> Picture:
    """Hours of every week: of the whole team, of each member, and of pieces that nobody owns."""
    loads = week_load(plan)
    if not any(one.items for one in loads):
        return nothing(say("No piece has a day yet. Hours a week and person will stand here."), CAPTION)
    rows = _rows(plan, loads)
    if not any(one.hours for one in loads):
        return nothing(say("Nobody has said how many hours a piece takes. Write it, and the weeks are drawn."), CAPTION)
    room = TALL - 2 * EDGE - HEAD - 3 * tall("", TITLE)
    fit = int(room / LEAST)
    shown = rows if len(rows) <= fit else rows[: fit - 1]
    more = len(rows) - len(shown)
    high = min(MOST, room / (len(shown) + bool(more)))
    title = wrapped(str(_title(rows)), WIDE - 2 * EDGE, TITLE, bold=True, lines=3)
    height = 2 * EDGE + tall(title, TITLE) + HEAD + 0.1 + len(shown) * high + (tall("", SIZE) if more else 0)
    weeks = Weeks([one.week for one in loads], LEFT, WIDE - RIGHT)
    with style():
        fig, axes = sheet(height)
        top = paragraph(axes, EDGE, height - EDGE, title, TITLE, weight="bold") - HEAD - 0.06
        weeks.head(axes, top - len(shown) * high, top)
        for n, one in enumerate(shown):
            _row(axes, weeks, one, top - n * high, high, _scale(rows, one))
        if more:
            left = wrapped(str(_more(more)), WIDE - 2 * EDGE, SIZE, lines=1)
            paragraph(axes, EDGE, top - len(shown) * high, left, SIZE)
    return Picture(fig, str(_told(rows)), f"{CAPTION} {_unsaid(loads)} {origin(plan)}".replace("  ", " "))


def _rows(plan: Plan, loads: Sequence[WeekLoad]) -> list[_Row]:
    """The whole team, each member, then what has no owner or one that is gone."""
    rules = plan.calendar
    every = _Row(str(say("all of us")), {one.week: one.hours for one in loads}, rules.week_hours, everybody=True)
    members = {one.id: one.name.strip() or one.id for one in plan.team.members}
    owners = [*members, *dict.fromkeys(id_ for one in loads for id_ in one.of if id_ not in members)]
    named = [
        _Row(
            members.get(id_) or id_ or str(say_in("owner of a piece", "nobody")),
            {one.week: one.of.get(id_, 0.0) for one in loads},
            rules.person_hours if id_ else None,
        )
        for id_ in owners
    ]
    return [every, *named]


def _scale(rows: Sequence[_Row], one: _Row) -> float:
    """Hours that fill a row: people share a scale, and the whole team has its own."""
    same = [one] if one.everybody else [it for it in rows if not it.everybody]
    return max(max(it.most[1], it.bound or 0) for it in same) or 1.0


def _worst(rows: Sequence[_Row]) -> _Row:
    people = [one for one in rows if not one.everybody]
    return max([*people, rows[0]], key=lambda one: (one.over > 0, not one.everybody, one.over, one.most[1]))


def _title(rows: Sequence[_Row]) -> Words:
    """Who has too much, and when; else who has most."""
    one = _worst(rows)
    (week, hours), bound = one.most, one.bound
    if one.over and bound is not None:
        told = say("{name}: {n} h in the week of {day}, {more} h over the {bound} h agreed",
                   name=one.name, n=hours, day=week, more=one.over, bound=bound)  # fmt: skip
        others = sum(it.over > 0 for it in rows if not it.everybody) - (not one.everybody)
        if others <= 0:
            return told
        also = say_many("{n} more is over it too", "{n} more are over it too", others)
        return say("{told}; {also}", told=told, also=also)
    if all(it.bound is None for it in rows):
        (week, hours) = rows[0].most
        return say("The fullest week begins on {day}: {n} h, and no bound is set", day=week, n=hours)
    return say(
        "Nobody has too much: most is {n} h, {name} in the week of {day}", n=hours, name=one.name, day=week
    )  # fmt: skip


def _told(rows: Sequence[_Row]) -> Words:
    """Each row in words, for who cannot see it."""
    parts = []
    for one in rows:
        week, hours = one.most
        if one.bound is None:
            part = say("{name}: at most {n} h, in the week of {day}", name=one.name, n=hours, day=week)
        else:
            part = say("{name}: at most {n} h of {bound} h, in the week of {day}",
                       name=one.name, n=hours, bound=one.bound, day=week)  # fmt: skip
            if over := sum(n > one.bound for n in one.hours.values()):
                part = say_many(
                    "{told}, over the bound in {n} week", "{told}, over the bound in {n} weeks", over, told=part
                )
        parts.append(str(part))
    return say("Hours a week and person. {title}. {rows}.", title=_title(rows), rows=". ".join(parts))


def _unsaid(loads: Sequence[WeekLoad]) -> str:
    n = sum(len(one.unsaid) for one in loads)
    told = say_many(
        "Of {n} piece nobody has said its hours: it counts as nothing.",
        "Of {n} pieces nobody has said their hours: they count as nothing.",
        n,
    )
    return str(told) if n else ""


def _more(n: int) -> Words:
    return say_many("and {n} row more", "and {n} rows more", n)


def _row(axes: Axes, weeks: Weeks, one: _Row, top: float, high: float, scale: float) -> None:
    """A name, a bar for each week, the bound as a line with its number on the right."""
    low, full = top - high + DIGITS, high - DIGITS - 0.1
    axes.plot([EDGE, WIDE - EDGE], [top - high + 0.01] * 2, color=tint(GREY, 0.5), linewidth=0.7, zorder=0)
    axes.plot([LEFT, WIDE - RIGHT], [low] * 2, color=GREY, linewidth=1, zorder=1)
    name = wrapped(one.name, LEFT - EDGE - 0.12, SIZE, bold=one.everybody, lines=2)
    paragraph(axes, EDGE, top - (high - tall(name, SIZE)) / 2, name, SIZE,
              weight="bold" if one.everybody else "normal")  # fmt: skip
    wide = weeks.wide * 0.76
    for monday, hours in one.hours.items():
        if not hours:
            continue
        x = weeks.x(monday) + weeks.wide * 0.12
        within = min(hours, one.bound) if one.bound is not None else hours
        bar = Rectangle((x, low), wide, within / scale * full)
        bar.set(facecolor=BLUE, edgecolor=INK, linewidth=0.6, zorder=2)
        axes.add_patch(bar)
        if within < hours:
            over = Rectangle((x, low + within / scale * full), wide, (hours - within) / scale * full)
            over.set(facecolor=tint(VERMILLION, 0.45), edgecolor=BLACK, hatch="////", linewidth=0.8, zorder=2)
            axes.add_patch(over)
        said = digits(round(hours, 1))
        if inches(said, SIZE, within < hours) <= weeks.wide - 0.03:
            axes.text(weeks.x(monday) + weeks.wide / 2, low - DIGITS / 2 + 0.005, said, size=SIZE, ha="center",
                      va="center_baseline", weight="bold" if within < hours else "normal")  # fmt: skip
    if one.bound is not None:
        level = low + one.bound / scale * full
        axes.plot(
            [LEFT, WIDE - RIGHT + 0.04], [level] * 2, color=BLACK, linewidth=1.6, linestyle=(0, (5, 2)), zorder=1.5
        )
        words = plain(str(say("{n} h", n=digits(one.bound))))
        axes.text(WIDE - EDGE, level, words, size=SIZE, ha="right", va="center_baseline")
