"""The calendar as a Gantt chart: each piece from its brief to its day, the plant's days blue, and what cannot hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from promplan.days.placed import WEEK, monday, placed
from promplan.days.special import Special, special_days
from promplan.days.workdays import at_work
from promplan.figures.lettering import plain, wrapped
from promplan.figures.nothing import nothing, origin
from promplan.figures.paragraph import paragraph, tall
from promplan.figures.picture import Picture
from promplan.figures.style import BLUE, GREY, INK, PAPER, VERMILLION, WIDE, sheet, style, tint
from promplan.figures.weeks import HEAD, Weeks
from promplan.language import Words, say, say_many
from promplan.media.workdays import working_days
from promplan.plan import letters
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.plan.labels import label_of
from promplan.plan.production import Dates

EDGE, LEFT = 0.12, 2.15  # inches: margin, the column of pieces
SIZE, TITLE = 10, 12  # points
ROW, BAR = 0.29, 0.16
TALL = 7.2  # inches: more would not fit a laptop's screen
LONG = 366  # days for which a piece may be on its way and working days are still counted
ORDER = ("brief", "shoot", "draft", "review", "publish")
CAPTION = say(
    "White: our work, from the brief to the review. Blue: the plant's days, from the review to publishing. Diamond: it "
    "comes out; hollow: it is held. On red ground: its days cannot hold. Hatched: nothing is published; grey: nobody "
    "answers at the plant. The dashed line is the plan's own day."
)


@dataclass(frozen=True)
class _Bar:
    """A piece: its days in their order, and why they cannot hold, if so."""

    item: Item
    days: Mapping[str, date]
    trouble: Words | None
    room: int | None  # working days between review and publishing

    @property
    def first(self) -> date:
        return min(self.days.values())

    @property
    def out(self) -> date:
        return self.days["publish"]


def gantt(plan: Plan) -> Picture:
    """Each piece that has a day of publishing, by that day; those in trouble are drawn first where not all fit."""
    bars = _bars(plan)
    if not bars:
        return nothing(say("No piece has a day of publishing yet. The bars will stand here, week by week."), CAPTION)
    title = wrapped(str(_title(bars)), WIDE - 2 * EDGE, TITLE, bold=True, lines=3)
    fixed = 2 * EDGE + tall(title, TITLE) + HEAD + 0.1
    fit = int((TALL - fixed) / ROW)
    shown = bars if len(bars) <= fit else _chosen(bars, fit - 1)
    more = len(bars) - len(shown)
    height = fixed + (len(shown) + bool(more)) * ROW
    weeks = Weeks(_weeks(shown), LEFT, WIDE - EDGE)
    with style():
        fig, axes = sheet(height)
        top = paragraph(axes, EDGE, height - EDGE, title, TITLE, weight="bold") - HEAD - 0.06
        low = top - len(shown) * ROW
        weeks.head(axes, low, top)
        _grounds(axes, plan, weeks, low, top)
        levels = {one.item.id: top - (n + 0.5) * ROW for n, one in enumerate(shown)}
        for one in shown:
            _bar(axes, weeks, one, levels[one.item.id])
        for one in shown:
            _after(axes, weeks, one, {it.item.id: it for it in shown}, levels)
        weeks.now(axes, letters.today(plan), low, top)
        if more:
            axes.text(EDGE, low - ROW / 2, plain(str(_more(more))), size=SIZE, va="center_baseline")
    return Picture(fig, str(_told(bars, shown)), f"{CAPTION} {origin(plan)}")


def _bars(plan: Plan) -> list[_Bar]:
    items = {one.id: one for one in plan.items}
    out = {one.item: one.day for one in placed(plan)}
    is_worked = at_work(plan)
    special = special_days(plan, min(out.values()), max(out.values())) if out else []
    shut = [one for one in special if one.closed or one.kind == "mourning"]
    bars = []
    for id_ in out:
        one = items[id_]
        days = {name: day for name in ORDER if (day := getattr(one.dates, name))}
        review, publish = days.get("review"), days["publish"]
        counted = review is not None and 0 <= (publish - review).days <= LONG
        room = working_days(review, publish, is_worked) if review and counted else None
        bars.append(_Bar(one, days, _trouble(one, days, out, shut) or _hasty(plan, room), room))
    return bars


def _trouble(one: Item, days: Mapping[str, date], out: Mapping[str, date], shut: Sequence[Special]) -> Words | None:
    """The first reason why its days cannot hold: their order, a piece that it waits for, a day on which it is quiet."""
    publish = days["publish"]
    for (first, before), (later, day) in pairwise(days.items()):
        if day < before:
            return say("goes backwards: {later} {day}, {earlier} {before}",
                       later=_label(later), day=day, earlier=_label(first), before=before)  # fmt: skip
    early = [id_ for id_ in one.placing.after if id_ in out and out[id_] > publish]
    if early:
        return say("comes out before {other}, which it waits for", other=early[0])
    quiet = next((it for it in shut if it.holds(publish)), None)
    if quiet is not None and one.placing.state != "held":
        return say("comes out on {day} ({what})", day=publish, what=quiet.words)
    return None


def _hasty(plan: Plan, room: int | None) -> Words | None:
    """Has the plant fewer working days than its brief asks for?"""
    wanted = plan.brief.answer_days
    if room is None or wanted is None or room >= wanted:
        return None
    return say_many(
        "leaves the plant {n} working day to answer, and it needs {wanted}",
        "leaves the plant {n} working days to answer, and it needs {wanted}",
        room,
        wanted=wanted,
    )


def _label(name: str) -> Words:
    return label_of(Dates.model_fields[name]) or Words(name)


def _title(bars: Sequence[_Bar]) -> Words:
    """How many cannot hold, with the first of them; else the tightest."""
    trouble = [one for one in bars if one.trouble]
    if len(trouble) == 1:
        return say("{piece} cannot hold its day: it {why}", piece=trouble[0].item.id, why=trouble[0].trouble)
    if trouble:
        return say(
            "{n} of {all} pieces cannot hold their days; {piece} {why}",
            n=len(trouble),
            all=len(bars),
            piece=trouble[0].item.id,
            why=trouble[0].trouble,
        )
    timed = [(one.room, one.item.id) for one in bars if one.room is not None]
    if not timed:
        return say_many("{n} piece, the last on {day}", "{n} pieces, the last on {day}", len(bars), day=bars[-1].out)
    room, piece = min(timed, key=lambda it: it[0])
    return say_many(
        "All days hold; the tightest is {piece}: {n} working day from review to publishing",
        "All days hold; the tightest is {piece}: {n} working days from review to publishing",
        room,
        piece=piece,
    )


def _told(bars: Sequence[_Bar], shown: Sequence[_Bar]) -> Words:
    """Each bar that is drawn in words, for who cannot see it."""
    parts = []
    for one in shown:
        name = f"{one.item.id} · {one.item.title}" if one.item.title.strip() else one.item.id
        told = say("{piece}: comes out on {day}", piece=name, day=one.out)
        if one.first < one.out:
            told = say("{piece}: from {first}, comes out on {day}", piece=name, first=one.first, day=one.out)
        parts.append(str(say("{told}; it {why}", told=told, why=one.trouble) if one.trouble else told))
    if more := len(bars) - len(shown):
        parts.append(str(_more(more)))
    return say("Gantt chart of the calendar. {title}. {rows}.", title=_title(bars), rows="; ".join(parts))


def _more(n: int) -> Words:
    return say_many("and {n} piece more", "and {n} pieces more", n)


def _chosen(bars: Sequence[_Bar], n: int) -> list[_Bar]:
    """So many: those in trouble, then the first to come out; in the order of their days."""
    order = sorted(bars, key=lambda one: (one.trouble is None, one.out))[:n]
    return [one for one in bars if one in order]


def _weeks(bars: Sequence[_Bar]) -> list[date]:
    """The weeks that the drawn pieces touch; a year at most, the last one."""
    last = monday(max(one.out for one in bars))
    first = max(monday(min(one.first for one in bars)), date.fromordinal(last.toordinal() - LONG))
    return [date.fromordinal(n) for n in range(monday(first).toordinal(), last.toordinal() + 1, WEEK)]


def _grounds(axes: Axes, plan: Plan, weeks: Weeks, low: float, top: float) -> None:
    """Days on which nothing is published, and holidays, behind the bars."""
    for one in special_days(plan, weeks.first, weeks.last):
        if one.closed or one.kind == "mourning":
            weeks.band(axes, one.day, one.until, low, top, PAPER, "xxx")
        elif one.off:
            weeks.band(axes, one.day, one.until, low, top, tint(GREY, 0.2))


def _bar(axes: Axes, weeks: Weeks, one: _Bar, y: float) -> None:
    if one.trouble:
        ground = Rectangle((EDGE - 0.06, y - ROW / 2), WIDE - 2 * EDGE + 0.12, ROW)
        ground.set(facecolor=tint(VERMILLION, 0.22), zorder=0.2)
        axes.add_patch(ground)
    name = wrapped(f"{one.item.id} · {one.item.title}", LEFT - EDGE - 0.12, SIZE, bold=bool(one.trouble), lines=1)
    axes.text(EDGE, y, name, size=SIZE, va="center_baseline", weight="bold" if one.trouble else "normal", zorder=4)
    end = weeks.x(one.out) + weeks.wide / 14
    review = one.days.get("review")
    ours = review if review is not None and review <= one.out else one.out
    look = {"edgecolor": INK, "linewidth": 1, "zorder": 2}
    if one.first < ours:
        start = weeks.x(one.first)
        axes.add_patch(Rectangle((start, y - BAR / 2), min(weeks.x(ours), end) - start, BAR, facecolor=PAPER, **look))  # type: ignore[arg-type]
    if review is not None and review < one.out:
        start = weeks.x(review)
        axes.add_patch(Rectangle((start, y - BAR / 2), end - start, BAR, facecolor=BLUE, **look))  # type: ignore[arg-type]
    for name in ("shoot", "draft"):
        if name in one.days and one.first <= one.days[name] <= one.out:
            x = weeks.x(one.days[name])
            axes.plot([x, x], [y - BAR / 2, y + BAR / 2], color=INK, linewidth=1, zorder=3)
    held = one.item.placing.state == "held"
    axes.plot(
        [end], [y], "D", markersize=8, color=PAPER if held else INK, markeredgecolor=INK, markeredgewidth=1.4, zorder=5
    )


def _after(axes: Axes, weeks: Weeks, one: _Bar, bars: Mapping[str, _Bar], levels: Mapping[str, float]) -> None:
    """From the pieces that it waits for, down to its own diamond."""
    for id_ in one.item.placing.after:
        if id_ in bars and id_ != one.item.id:
            x, into = (weeks.x(it.out) + weeks.wide / 14 for it in (bars[id_], one))
            y, end = levels[id_], levels[one.item.id]
            axes.plot([x, x, into], [y, end, end], color=INK, linewidth=1.2, linestyle=(0, (1, 1)), zorder=1.8)
