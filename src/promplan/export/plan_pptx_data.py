"""What the slides show of the plan in numbers: pieces by week, money by channel, the funnel, reach."""

from collections import Counter
from datetime import date, timedelta

from promplan.export.plan_pptx_charts import Bars
from promplan.export.posters import shown
from promplan.export.whole import Whole
from promplan.language import Problem, current, day, say
from promplan.media.funnel import backward
from promplan.plan.objectives import Objective
from promplan.spending.reached import reached
from promplan.spending.sums import sign

MOST_BARS = 7
WEEKS = 16  # columns that can be told apart on half a slide


def form() -> str:
    """How whole numbers are written: Russian sets thousands off from five digits on."""
    if current() == "ru":
        return '[>=1000000]#" "###" "##0;[>=10000]#" "##0;0'
    return "#,##0"


def by_week(told: Whole) -> Bars | None:
    """How many pieces come out in each week; in each month where there are many weeks."""
    days = [one.dates.publish for one in told.plan.items if one.dates.publish]
    if not days or not shown(told, "items"):
        return None
    first, last = (one - timedelta(days=one.weekday()) for one in (min(days), max(days)))
    weeks = (last - first).days // 7 + 1
    if weeks <= WEEKS:
        found = Counter((one - timedelta(days=one.weekday()) - first).days // 7 for one in days)
        mondays = [first + timedelta(weeks=n) for n in range(weeks)]
        over = Counter(_month(one) for one in mondays)  # in the order of the weeks
        title = str(say("Pieces by week"))
        values = tuple(float(found[n]) for n in range(weeks))
        return Bars(title, tuple(str(one.day) for one in mondays), values, form(), True, tuple(over.items()))
    months = sorted({(one.year, one.month) for one in days})[:WEEKS]
    held = Counter((one.year, one.month) for one in days)
    names = [_month(date(year, month, 1)) for year, month in months]
    return Bars(str(say("Pieces by month")), tuple(names), tuple(float(held[one]) for one in months), form(), up=True)


def _month(one: date) -> str:
    """A month as days are written."""
    told = day(one.replace(day=1))
    return told[3:] if told[2] == "." else told[:7]


def money(told: Whole) -> Bars | None:
    """Money by channel; where there is none, how many people each channel reaches."""
    if not (shown(told, "budget") and shown(told, "channels")):
        return None
    paid = [(one.name or one.id, one.money.amount) for one in told.plan.channels if one.money.amount]
    if paid:
        title = str(say("Money by channel, {sign}", sign=sign(told.plan)))
        return _largest(title, [(name, amount) for name, amount in paid if amount])
    return reach(told)


def reach(told: Whole) -> Bars | None:
    """People whom each channel reaches, as the budget of unit 8 counts them."""
    if not (shown(told, "budget") and shown(told, "channels")):
        return None
    try:
        found = reached(told.plan)
    except Problem:
        return None
    bars = [(one.name, float(f"{one.reach:.2g}")) for one in found.channels if one.reach >= 1]
    return _largest(str(say("People reached by channel, about")), bars) if bars else None


def _largest(title: str, bars: list[tuple[str, float]]) -> Bars:
    kept = sorted(bars, key=lambda one: -one[1])[:MOST_BARS]
    left = len(bars) - len(kept)
    told = f"{title}. {say('{n} smaller ones are in the plan', n=left)}" if left else title
    return Bars(told, tuple(name for name, _ in kept), tuple(value for _, value in kept), form())


def funnel(told: Whole) -> Bars | None:
    """The backward funnel of the first objective that has one: how many are needed at each step, at worst."""
    if not shown(told, "objectives"):
        return None
    for one in told.plan.objectives:
        if one.target and one.funnel.steps and (bars := _funnel(one)):
            return bars
    return None


def _funnel(one: Objective) -> Bars | None:
    try:
        needs = backward(one.target or 0, [(step.low, step.high) for step in one.funnel.steps])
    except Problem:
        return None
    names = [
        one.metric or one.unit or one.id,
        *(step.what or str(say("step {n}", n=n)) for n, step in enumerate(one.funnel.steps, 1)),
    ]
    bars = list(reversed(list(zip(names, (float(f"{need.worst:.2g}") for need in needs), strict=True))))
    title = str(say("Steps to {id}, at worst", id=one.id))
    return Bars(title, tuple(name for name, _ in bars), tuple(value for _, value in bars), form())
