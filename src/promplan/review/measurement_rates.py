"""KPI-5 and KPI-6: rates are pooled and not averaged, and a share is told with n or with its interval."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from promplan.language import Words, say
from promplan.measure.clean import clean
from promplan.measure.said import Said, numbers
from promplan.measure.shares import shares
from promplan.media.kpi_dictionary import named
from promplan.plan.document import Plan
from promplan.plan.kpis import Result
from promplan.plan.measurement import Statement
from promplan.results.heaps import HEAPS, entry, heap, is_share
from promplan.results.known import behind
from promplan.results.rates import Rate, counted_entries, pooled
from promplan.results.said import rounded
from promplan.results.scale import is_percent, scale_of
from promplan.results.unexplained import SURE
from promplan.review.change import told as changes
from promplan.review.cure import put
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.measurement_begun import UNIT, told
from promplan.text.patterns import kinds

N = re.compile(r"(?<!\w)n\s*[=:]\s*\d", re.IGNORECASE)  # the sign of statistics, in either language
PERCENT = 100.0
FEW = 5  # a number so small tells nobody from how many a share is


@rule(
    "KPI-5",
    severity="warning",
    unit=UNIT,
    section="measurement-l-rates",
    text=say("Rates of several posts are pooled, not averaged"),
    hints=(
        say("A post for a hundred readers and one for ten thousand: do both count alike?"),
        say("Add up all that stand above the line, then all below it, and divide once."),
    ),
)
def rates_are_pooled(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    rows = [one for one in plan.results if one.impressions is not None or one.reach is not None]
    if len(rows) < 2:
        return None
    found = []
    for one in told(plan):
        linked = behind(plan, one)[0] or plan.results
        if mixed := _averaged(linked, numbers(one.text)):
            found.append(Finding(one.id, _both(mixed), _fix(mixed), one.text, field="text"))
    for result in plan.results:
        kpi = next((it for it in plan.kpis if it.id == result.kpi), None)
        metric = entry(kpi.metric) if kpi else None
        if kpi is None or metric is None or result.value is None or metric.counted:
            continue
        by = scale_of(kpi, metric).by
        for rate in _rates(plan.results, metric.id):
            if _is(result.value / by, rate.averaged) and not _is(result.value / by, rate.value):
                cure = put("value", rounded(rate.value * by))
                found.append(Finding(result.id, _both(rate), _fix(rate), result.what, field="value", cure=cure))
                break
    return found


def _rates(rows: Sequence[Result], metric: str = "") -> Iterator[Rate]:
    """The pooled rates of two results and more, of one heap and one channel, and of all channels together."""
    for kind in HEAPS:
        own = [one for one in rows if heap(one) == kind]
        groups = [own, *([one for one in own if one.channel == it] for it in dict.fromkeys(o.channel for o in own))]
        for entry_ in counted_entries():
            if entry_.unit != "fraction" or metric not in ("", entry_.id):
                continue
            for group in groups:
                rate = pooled(entry_, group, kind)
                if rate is not None and len(rate.results) > 1:
                    yield rate


def _averaged(rows: Sequence[Result], said: Sequence[Said]) -> Rate | None:
    """The rate whose mean stands in the sentence, and which itself does not."""
    shown = [one for one in said if one.unit is not None and one.unit.expression == "percent"]
    if not shown:
        return None
    for rate in _rates(rows):
        for one in shown:
            right, wrong = PERCENT * rate.value, PERCENT * rate.averaged
            if _holds(one, wrong) and not any(_holds(it, right) for it in shown):
                return rate
    return None


def averaged_numbers(plan: Plan, one: Statement) -> list[str]:
    """The numbers of a sentence that are a mean of rates, as they are written: KPI-5 tells of them, or the sentence."""
    plain, found = clean(one.text), []
    rates = list(_rates(behind(plan, one)[0] or plan.results))
    for it in numbers(one.text):
        percent = it.unit is not None and it.unit.expression == "percent"
        if percent and any(_holds(it, PERCENT * rate.averaged) for rate in rates):
            found.append(plain[it.start : it.end].strip())
    return found


def _holds(one: Said, value: float) -> bool:
    return one.low <= value <= one.high


def _is(value: float, rate: float) -> bool:
    """The same but for rounding to three figures."""
    return abs(value - rate) <= 0.005 * abs(rate)


def _both(rate: Rate) -> Words:
    return say(
        "{wrong} % is the mean of {n} rates; {metric} over all of them is {right} %.",
        wrong=rounded(PERCENT * rate.averaged),
        n=len(rate.results),
        metric=named(rate.metric),
        right=rounded(PERCENT * rate.value),
    )


def _fix(rate: Rate) -> Words:
    return say("write {right} %", right=rounded(PERCENT * rate.value))


@rule(
    "KPI-6",
    severity="warning",
    unit=UNIT,
    section="measurement-l-interval",
    text=say("Each share is told with n or with its interval"),
    hints=(
        say("Fifty per cent: of two, or of two thousand?"),
        say("Beside the share: from how many, or from … to … %."),
    ),
)
def shares_have_their_n(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    asked = [(one, kpi) for one in plan.results for kpi in plan.kpis if kpi.id == one.kpi and one.value is not None]
    sentences = [one for one in told(plan) if _shares(one.text)]
    if not asked and not sentences:
        return None
    found = []
    for result, kpi in asked:
        metric = entry(kpi.metric)
        if result.n is None and (is_share(metric) if metric else is_percent(kpi.unit)):
            message = say("A share, and nobody has said of how many.")
            found.append(Finding(result.id, message, say("write down how many were asked"), result.what, field="n"))
    for one in sentences:
        if not shown(one.text):
            message = say("“{share}”: of how many is it, and how sure?", share=_shares(one.text)[0])
            fix = say("add n, or the interval from … to … %")
            found.append(Finding(one.id, message, fix, one.text, field="text"))
    return found


def _shares(text: str) -> list[str]:
    """The shares of a sentence as they are written; by how many per cent something changed is none."""
    plain, steps = clean(text), [one.step for one in changes(text).changes]
    found = [
        plain[one.start : one.end]
        for one in numbers(text)
        if one.unit is not None
        and one.unit.expression == "percent"
        and one.value not in SURE
        and one.value not in steps
    ]
    return found + [plain[one.start : one.end] for one in shares(text)]


def shown(text: str) -> bool:
    """Does a sentence say how many there were, or from where to where the share may lie?"""
    if N.search(clean(text)) or "±" in text or "interval" in kinds(text, "report"):
        return True
    counts = [one for one in numbers(text) if not one.year and one.value >= FEW and _counts(one)]
    return bool(counts)


def _counts(one: Said) -> bool:
    return one.unit is None or "piece" in one.unit.expression
