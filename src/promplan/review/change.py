"""Changes told in a sentence: by how much, in per cent, points or times, and against what.

Two rules read them: what is said of facts, and what is promised in objectives.
"""

import math
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from promplan.language import Words, say
from promplan.measure.clean import clean, russian
from promplan.measure.registry import comparable
from promplan.measure.said import Said, numbers
from promplan.review.around import around, listed

HEDGE = (
    r"(?:(?:almost|nearly|about|around|roughly|some|more than|over|up to|at least|as much as|a|an|another|the|only|"
    r"just|"
    r"почти|около|примерно|более чем|больше чем|свыше|не менее чем|на|целых|ещё|еще|всего|порядка|до|"
    r"approximately|sharply|slightly|steadily|fully|exactly|ровно|сразу|аж|приблизительно)\s+){0,3}"
)
NOT_VERB = re.compile(r"возраст(?:а|е|у|ом|ов|ной|ные|ная)?(?!\w)|ростом?\s+\d|ростовск", re.IGNORECASE)
BY = re.compile(rf"(?:\bby|(?<!\w)на)\s+{HEDGE}$", re.IGNORECASE)
IN = re.compile(rf"(?<!\w)в\s+{HEDGE}$", re.IGNORECASE)
PLUS = re.compile(r"(?:\+|(?<!\w)(?:plus|minus|плюс|минус))\s*$", re.IGNORECASE)
PART = re.compile(
    r"(?<!\w)(?:by|на)\s+(?:almost |nearly |about |more than |over |a |one |почти |около |более чем |целую )*"
    r"(quarter|third|half|fifth|tenth|четверть|треть|половину|пятую|десятую)(?!\w)",
    re.IGNORECASE,
)
PARTS = {
    **{"quarter": 25.0, "third": 100 / 3, "half": 50.0, "fifth": 20.0, "tenth": 10.0},
    **{"четверть": 25.0, "треть": 100 / 3, "половину": 50.0, "пятую": 20.0, "десятую": 10.0},
}
LATER = re.compile(r"(?<!\w)(?:now|today|became|is|are|теперь|стал[аои]?|сейчас)\s*[-:]?\s*$", re.IGNORECASE)
EARLIER = re.compile(
    r"(?<!\w)(?:from|was|were|against|versus|vs\.?|than|compared (?:to|with)|earlier|before|"
    r"с|со|против|был[аои]?|вместо|чем)\s*[-:]?\s*$",
    re.IGNORECASE,
)
SPAN = re.compile(rf"^(?:\s+[^\W\d_]{{1,12}}){{0,3}}\s*(?:to|до|-|→|into)\s+{HEDGE}$", re.IGNORECASE)
FROM = re.compile(rf"(?<!\w)(?:from|с|со|от)\s+{HEDGE}$", re.IGNORECASE)
RESULT = re.compile(
    rf"(?<!\w)(?:to|до|reach\w*|reaching|достиг\w*|составил\w*|составля\w*|to a total of|и составил\w*)\s+{HEDGE}$",
    re.IGNORECASE,
)


SIZE = re.compile(rf"^\s*(?:,|\(|-|or|or by|и|или|то есть|это)\s+(?:или|or|by|на|то есть)?\s*{HEDGE}$", re.IGNORECASE)


@cache
def _more() -> re.Pattern[str]:
    return re.compile(rf"\s*{listed('comparative')}", re.IGNORECASE)


@cache
def _more_by() -> re.Pattern[str]:
    """A comparative before the step: «меньше на 30 %», lower by 30 %."""
    return re.compile(rf"{listed('comparative')}\s+(?:by|на)\s+{HEDGE}$", re.IGNORECASE)


@cache
def _right_after() -> re.Pattern[str]:
    """A verb of change, or a noun, directly before the number."""
    nouns = r"(?:growth|increase|rise|decrease|drop|decline|reduction) of|составил\w*|составля\w*"
    between = r"(?:\s+(?:on|in|of|another|again|составил\w*|составля\w*|-|:))?"
    return re.compile(rf"(?:{listed('verb')}|{nouns}){between}\s+{HEDGE}$", re.IGNORECASE)


@dataclass(frozen=True)
class Change:
    """A change: `kind` per cent, points or times; how much; does the sentence say against what."""

    kind: str
    step: float
    based: bool
    at: int


@dataclass(frozen=True)
class Told:
    """What a sentence tells of changes: spans "from 7 to 4 %", the steps, and shares that are no change."""

    spans: tuple[tuple[float, float], ...]  # in per cent
    changes: tuple[Change, ...]
    shares: tuple[Said, ...]


@lru_cache(4096)
def told(text: str) -> Told:
    """The changes that a sentence tells."""
    text = clean(text)
    found = [one for one in numbers(text) if not one.year]
    spans = list(_spans(text, found))
    ends = {id(one) for pair in spans for one in pair}
    verb = _changing(text)
    changes, shares = [], []
    for one in found:
        kind = _kind(one)
        if not kind or id(one) in ends:
            continue
        if _is_step(text, one, verb, kind):
            changes.append(Change(kind, one.value, bool(spans) or _based(text, one, found), one.start))
        elif kind == "percent":
            shares.append(one)
    for hit in around("multiple").finditer(text):
        changes.append(Change("times", 2.0, bool(spans) or _based(text, None, found), hit.start()))
    for hit in PART.finditer(text):
        if verb or _more().match(text[hit.end() :]) or _more_by().search(text[: hit.start(1)]):
            changes.append(
                Change("percent", PARTS[hit[1].casefold()], bool(spans) or _based(text, None, found), hit.start())
            )
    if not spans and len(shares) == 2 and any(one.kind != "times" for one in changes):
        before, after = shares
        if LATER.search(text[: before.start]) or EARLIER.search(text[: after.start]):
            before, after = after, before
        spans, shares = [(before, after)], []
    pairs = tuple((a.value, b.value) for a, b in spans if "percent" in (_kind(a), _kind(b)))
    return Told(pairs, tuple(changes), tuple(shares))


def untold(text: str, value: float) -> bool:
    """Is a share that measures a change told without what it is compared with?"""
    found = [one for one in numbers(text) if not one.year]
    shares = [one for one in found if _kind(one) == "percent"]
    if len(shares) != 1 or shares[0].value != value or told(text).spans:  # two of them are what it was and what it is
        return False
    return not _based(text, shares[0], found)


def _kind(one: Said) -> str:
    if one.unit is None or one.unit.factor != 1:
        return ""
    return {"percent": "percent", "percentage_point": "points", "times": "times"}.get(one.unit.expression, "")


def _changing(text: str) -> bool:
    return any(not NOT_VERB.match(text, hit.start()) for hit in around("verb").finditer(text))


def _is_step(text: str, one: Said, verb: bool, kind: str) -> bool:
    before, after = text[: one.start], text[one.end :]
    if text[one.start : one.start + 1] == "+" or PLUS.search(before):
        return True
    if kind == "times":
        if russian(text):
            return bool(IN.search(before)) and (verb or bool(_more().match(after)))
        return bool(
            _more().match(after)
            or (verb and (_right_after().search(before) or BY.search(before) or "fold" in text[one.start : one.end]))
        )
    if _more().match(after) or _more_by().search(before):
        return True
    if not verb:
        return False
    if kind == "points":
        return True
    return bool(BY.search(before) or _right_after().search(before) or _directly(before))


def _directly(before: str) -> bool:
    """ "raised floor space 44 percent": the verb's object and then the number, with no preposition between."""
    hits = list(around("verb").finditer(before))
    if not hits:
        return False
    between = before[hits[-1].end() :]
    return len(between.split()) <= 4 and not re.search(
        r"[,;:(]|\d|(?<!\w)(?:to|at|of|is|was|are|were|until|with|до|с|со|от|в|из|это|—|-|составля\w*)(?!\w)",
        between,
        re.IGNORECASE,
    )


def _spans(text: str, found: list[Said]) -> list[tuple[Said, Said]]:
    """Pairs "from A to B", of one measure."""
    pairs = []
    for one, other in pairwise(found):
        between = text[one.end : other.start] if one.end <= other.start else text[one.digits_end : other.start]
        if not (FROM.search(text[: one.start]) and SPAN.match(between)):
            continue
        if one.unit is None or other.unit is None or comparable(one.unit, other.unit):
            pairs.append((one, other))
    return pairs


def _based(text: str, step: Said | None, found: list[Said]) -> bool:
    """Does the sentence say against what: a year, "than", a plan, or the number that came out?"""
    if any(around(one).search(text) for one in ("base", "event", "price")) or (
        step is not None and _than_genitive(text, step)
    ):
        return True
    if step is not None and _sized(text, step, found):
        return True
    return any(
        one is not step
        and _kind(one) != "times"
        and (RESULT.search(text[: one.start]) or (one.unit is not None and FROM.search(text[: one.start])))
        for one in found
    ) or _two_states(text, step, found)


def _sized(text: str, step: Said, found: list[Said]) -> bool:
    """ "By 95 per cent, almost 8 million tonnes": the step stands beside its size, from which the whole is known."""
    return any(
        one.unit is not None
        and not (one.unit.counted or one.unit.guessed or _kind(one))
        and SIZE.match(text[step.end : one.start]) is not None
        for one in found
        if one.start >= step.end
    )


def _than_genitive(text: str, step: Said) -> bool:
    """«на 2 % меньше своей пресс-формы»: what it is compared with stands behind the comparative."""
    more = _more().match(text[step.end :])
    rest = text[step.end + more.end() :] if more is not None and russian(text) else ""
    return bool(
        re.match(
            r"\s+(?!(?:в|на|за|с|и|по|при|у|а|но|для|из|к|до|от|чем|благодаря|после)(?!\w))[а-яё]{3,}",
            rest,
            re.IGNORECASE,
        )
    )


def _two_states(text: str, step: Said | None, found: list[Said]) -> bool:
    """Two numbers of one measure beside the step are what it was and what it is."""
    rest = [one for one in found if one is not step and one.unit is not None and _kind(one) != "times"]
    return any(
        one.unit and other.unit and comparable(one.unit, other.unit)
        for at, one in enumerate(rest)
        for other in rest[at + 1 :]
    )


def mixed_up(
    text: str, spans: tuple[tuple[float, float], ...] = (), step: float | None = None
) -> tuple[float, float, str] | None:
    """A difference in points that is told in per cent, or the other way round: from, to, and its unit as told."""
    said = told(text)
    steps = [(one.kind, one.step) for one in said.changes] + [("percent", one.value) for one in said.shares]
    if step is not None:
        steps.append(("percent", step))
    for old, new in (*said.spans, *spans):
        gap = abs(new - old)
        share = abs(100 * gap / old) if old else math.inf
        if gap == 0 or math.isclose(abs(old), 100):  # of a hundred, per cent and points are the same
            continue
        for kind, value in steps:
            if kind == "percent" and math.isclose(value, gap, rel_tol=1e-9, abs_tol=1e-9):
                return old, new, "percent"
            if kind == "points" and abs(value - share) < 0.6 and abs(value - gap) > 0.6:
                return old, new, "points"
    return None


def both_ways(old: float, new: float) -> Words:
    """Both true ways to say it."""
    gap = float(f"{abs(new - old):.10g}")  # 0.3 - 0.1 shall not be told with sixteen decimals
    points = say("1 percentage point") if gap == 1 else say("{n} percentage points", n=gap)
    if not old:
        return say("write: higher by {points}", points=points)
    share = abs(100 * (new - old) / old)
    percent = float(round(share, 0 if share >= 10 else 1))
    if new < old:
        return say("write: lower by {percent} %, or by {points}", percent=percent, points=points)
    return say("write: higher by {percent} %, or by {points}", percent=percent, points=points)


def difference(old: float, new: float) -> Words:
    """What the difference is in points."""
    return say(
        "From {old} to {new} %: the difference in percentage points is {points}.",
        old=old,
        new=new,
        points=float(f"{abs(new - old):.10g}"),
    )
