"""OBJ-7: would two people count the metric alike? Words that only sound like a measure, and what makes a count."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from promplan.language import say
from promplan.media.kpi import candidates, kpi, listed
from promplan.plan.document import Plan
from promplan.plan.objectives import Objective
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.objective_words import ave, counted
from promplan.text.morphology import tokens
from promplan.text.normal import normal
from promplan.text.patterns import kinds
from promplan.text.stems import stems, whole
from promplan.text.substance import blank

UNIT = "02-goals"

WORD = re.compile(r"[^\W_](?:[\w'’]*\w)?")
CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
BRACKETS = re.compile(r"\([^()]*\)")
PARTS = re.compile(r"[,;:&+]|\b(?:and|or|и|или)\b", re.IGNORECASE)
# English: the noun before a preposition is what is measured, "quality" in "quality of applications"
TAIL = re.compile(
    r"\b(?:of|in|among|by|for|from|to|with|on|at|who|that|which|after|between|towards?|than|whose|about)\b",
    re.IGNORECASE,
)
# behind a comma: what those who are counted do, "pupils, showing interest", and nothing that is measured
CLAUSE = re.compile(r"\s*(?:\w+ing\b|\w+(?:вш|ющ|ящ|ущ|ащ)\w{2,3}\b|котор)", re.IGNORECASE)
ADJECTIVE = re.compile(r"\w*(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ых|их|ого|его|ому|ему|ую|юю|ым|им|ыми|ими)", re.IGNORECASE)
WRITTEN = re.compile(
    r"[=÷Σ∑]|\s/\s|\bdivided by\b|\b(?:раз)?дел\w+\s+на\b"
    r"|\bper\s+(?:hundred|thousand|\d+00)|\bна\s+(?:сотн|тысяч|\d+00)",
    re.IGNORECASE,
)
SCALE = re.compile(r"/|\b(?:of|из)\s+(?:5|10|100)\b|\b[01]\s*[-–]\s*\d|балльн", re.IGNORECASE)
SHARED = re.compile(
    r"%|per\s?cent|процент|\bп\.\s?п\.|\b(?:of|из)\s+(?:\d|those|опрошенных)|\bshare|\bдол", re.IGNORECASE
)
LONGEST = 5  # words of a name in the KPI dictionary
QUOTED = re.compile(r"«[^»]*\?\s*»")  # a question in its own words


@rule(
    "OBJ-7",
    severity="warning",
    unit=UNIT,
    section="goals-l-idea",
    text=say("Every metric is one that two people would count the same way"),
    hints=(
        say("Give the metric to two teammates and the same page of statistics. Do they bring the same number?"),
        say("The field Metric: a count of people or things, or a formula such as engagements / reach."),
    ),
)
def two_count_alike(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    measured = [one for one in plan.objectives if not blank(one.metric)]
    if not measured:
        return None
    return [it for one in measured if (it := _vague(one)) is not None]


def _vague(one: Objective) -> Finding | None:
    """A count of people or things is a KPI of its own; only what sounds like a measure is asked for its formula."""
    said = f"{one.metric}\n{one.unit}\n{one.evidence}"
    if ave(one.metric):  # OBJ-8 says so
        return None
    if WRITTEN.search(said) or SCALE.search(f"{one.metric}\n{one.unit}") or _entry(one.metric):
        return None
    for word in _heads(one.metric):
        if whole("measure-several").fullmatch(word):
            if stems("measure-base").search(said):
                continue
            known = candidates("ER")
            return Finding(
                one.id,
                say(
                    "“{word}” has no standard formula, the KPI dictionary has {n}: {known}.",
                    word=word,
                    n=len(known),
                    known=listed(it.wording for it in known),
                ),
                say("write the one you can count, for example {formula}", formula=kpi("ERR").wording),
                one.metric,
                field="metric",
            )
        if vague(word) and not _asked(one):
            return Finding(
                one.id,
                say("“{word}” has no formula in the KPI dictionary: two people would get two numbers.", word=word),
                say("count people or things, or write the question and the share of those asked who say yes"),
                one.metric,
                field="metric",
            )
    return None


def _entry(metric: str) -> bool:
    """Does the metric name an entry of the dictionary, by an abbreviation or by a name of several words?"""
    words = WORD.findall(metric.replace("-", " "))
    runs = (" ".join(words[first : first + n]) for first in range(len(words)) for n in range(1, LONGEST + 1))
    return any(
        len(found) == 1 and (" " in run or run.casefold() == found[0].short.casefold())
        for run in runs
        if (found := candidates(run))
    )


@lru_cache(4096)
def vague(word: str) -> bool:
    """Does it only sound like a measure: by the list, or by its ending where it is no noun that is counted?"""
    read = normal(word).text
    known = kinds(read, "measures")
    if "counted" in known:
        return False
    if "vague" in known:
        return True
    (first, *_) = tokens(read) or (None,)
    if first is None:
        return False
    if first.script == "ru":
        return any(one.lemma.endswith("ость") and "NOUN" in one.grammemes for one in first.readings)
    return first.form.endswith("ness") and len(first.form) > 6


def _asked(one: Objective) -> bool:
    """Is a question put to people and told, or an act counted? That somebody is asked is not enough.

    The answers have to be a share or a number of people, whatever the metric is called.
    """
    if (act := counted(one.evidence)) is not None and act.kind == "act":
        return True
    if not (
        SHARED.search(f"{one.unit} {one.metric}") or stems("people").search(one.unit) or SCALE.search(one.evidence)
    ):
        return False
    told = "\n".join((one.metric, one.evidence, *QUOTED.findall(normal(one.statement).text)))
    return "question" in kinds(told, "goals") or bool(QUOTED.search(normal(told).text))


def _heads(metric: str) -> Iterator[str]:
    """The word that says what is measured, for each part of the metric: of *visitor satisfaction* the last one, of
    *quality of applications* and *качество заявок* the first, and of *level of trust* the one behind the level.
    """
    for place, part in enumerate(PARTS.split(BRACKETS.sub(" ", metric))):
        if place and CLAUSE.match(part):
            continue
        head = _first(part) if CYRILLIC.search(part) else _last(part)
        if head is not None:
            yield head


def _first(part: str) -> str | None:
    """Russian: the first noun. What only looks like an adjective (доверие) is a measure all the same."""
    words: list[str] = WORD.findall(part)
    for word in words:
        measure = whole("measure-several").fullmatch(word) or vague(word)
        if measure or not (stems("measure-scale").match(word) or ADJECTIVE.fullmatch(word)):
            return word
    return None


def _last(part: str) -> str | None:
    """English: the last noun before a preposition, or behind it where nothing but a level stands before."""
    for segment in TAIL.split(part):
        words: list[str] = [word for word in WORD.findall(segment) if not whole("measure-scale").fullmatch(word)]
        if words:
            return words[-1]
    return None
