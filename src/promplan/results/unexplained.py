"""The numbers of a sentence that nothing behind it explains: read in figures and in words, in both languages."""

from collections.abc import Sequence
from itertools import permutations

from promplan.measure import registry
from promplan.measure.clean import clean
from promplan.measure.said import Said, numbers
from promplan.measure.shares import Share, shares
from promplan.plan.document import Plan
from promplan.plan.measurement import Statement
from promplan.results.known import MONEYS, Known, compared, known

SURE = (90.0, 95.0, 99.0)  # per cent of an interval: how sure it is, and nothing that was measured
SPANS = ("hour", "day", "week", "month", "year", "quarter")


def unexplained(plan: Plan, one: Statement) -> list[str]:
    """The numbers as they are written that stand in no result behind the sentence, and follow from none."""
    return strange(one.text, known(plan, one))


def strange(text: str, told: Known) -> list[str]:
    """The same of any text and what is known."""
    plain = clean(text)
    found = [it for it in numbers(text) if not _is_time(it) and not it.year]
    explained = {it: _explained(it, told) for it in found}
    own = Known()
    _of_itself([it for it in found if explained[it]], own)
    parts = shares(text)
    missing: list[tuple[int, int]] = []
    for it in found:
        within = any(one.start <= it.start < one.end for one in parts)
        if not explained[it] and not _explained(it, own) and not (within and _is_word(plain, it)):
            missing.append((it.start, it.end))
    for part in parts:
        inside = [it for it in found if part.start <= it.start < part.end]
        if len(inside) < 2 and not _is_share(part, told) and not _is_share(part, own):
            missing = [span for span in missing if not part.start <= span[0] < part.end]
            missing.append((part.start, part.end))
    return [plain[start:end].strip() for start, end in sorted(missing)]


def _is_time(it: Said) -> bool:
    return it.unit is not None and it.unit.expression in SPANS


def _is_word(text: str, it: Said) -> bool:
    return not text[it.start : it.start + 1].isdigit()


def _explained(it: Said, told: Known) -> bool:
    """Is a number known in the measure in which it is told; one without a unit in any."""
    kind = _kind(it)
    if kind == "percent":
        # points that are called per cent stand in a result: what is wrong with the word, REP-4 says
        return it.value in SURE or _near(it, [*told.percents, *told.points])
    if kind == "points":
        return _near(it, [*told.points, *_gaps(told.percents)])
    if kind == "times":
        return _near(it, [*told.times, *told.counts])
    if kind == "money":
        return _near(it, told.money)
    counts = [*told.counts]
    if it.unit is None:
        counts += [*told.percents, *told.points, *told.money, *told.times]
    return _near(it, counts)


def _kind(it: Said) -> str:
    if it.unit is None:
        return ""
    if it.unit.expression in ("percent", "times"):
        return it.unit.expression
    if it.unit.expression == "percentage_point":
        return "points"
    return "money" if registry.dimension(it.unit) in MONEYS else "count"


def _near(it: Said, values: Sequence[float]) -> bool:
    """Does one of them lie where the truth may lie; a minus may be read as a dash."""
    low, high = sorted((it.low, it.high))
    if high < 0:
        low, high = -high, -low
    slack = 1e-9 * max(1.0, abs(high))
    return any(low - slack <= abs(one) <= high + slack for one in values)


def _gaps(percents: Sequence[float]) -> list[float]:
    return [abs(one - other) for one, other in permutations(set(percents), 2)] if len(percents) < 40 else []


def _is_share(part: Share, told: Known) -> bool:
    slack = 1e-9
    return any(100 * part.low - slack <= one <= 100 * part.high + slack for one in told.percents)


def _of_itself(found: Sequence[Said], own: Known) -> None:
    """What the sentence's own known numbers say of each other: 13 of 64, 22 more than 12, 588 roubles each for 34."""
    counts = [it.value for it in found if _kind(it) in ("", "count")]
    for one, other in permutations(counts, 2):
        compared(own, one, other)
        if 0 < one <= other:
            own.share(one / other, 1 - one / other)
    for paid in (it.value for it in found if _kind(it) == "money"):
        own.money += [paid / one for one in counts if one]
    percents = [it.value for it in found if _kind(it) == "percent"]
    for one, other in permutations(percents, 2):
        own.points.append(abs(one - other))
        if other and one != other:
            own.percents.append(100 * abs(one - other) / other)
