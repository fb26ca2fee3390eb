"""OBJ, the words of an objective: its level by what it counts, AVE in any words, a wish in an objective's clothes."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from promplan.language import Words, say
from promplan.plan.document import Plan
from promplan.plan.objectives import Objective
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.text.morphology import tokens
from promplan.text.normal import normal
from promplan.text.patterns import Hit, hits, kinds
from promplan.text.stems import stems
from promplan.text.substance import blank

UNIT = "02-goals"

# The capitals alone: have, average and Avenue are no AVE. Latin and Cyrillic look alike.
AVE = re.compile(r"(?<!\w)(?:[AА]V[EЕ]s?|[EЕ][MМ]V|АВЕ|ЕМВ)(?!\w)")

# English: what is counted stands before these words, "applications" in "applications from readers of the post"
TAIL = re.compile(
    r"\b(?:of|in|among|by|for|from|to|with|on|at|who|that|which|after|between|towards?|than|whose|about|under|"
    r"through|via)\b"
    r"|[,;:(]",
    re.IGNORECASE,
)
WHO = frozenset({"who", "that", ",", "whose"})
FITS = {"put": ("output",), "seen": ("output", "out-take"), "act": ("outcome", "impact")}

MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)\w*\.?"
# numbers that count nobody: days, years, school grades, numbers of schools, a first place
NO_COUNT = re.compile(
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+{MONTH}(?:\s+\d{{4}})?|{MONTH}\s+\d{{1,2}}(?:st|nd|rd|"
    rf"th)?\b(?:,?\s+\d{{4}})?"
    r"|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?|\d{4}-\d\d-\d\d|(?<!\d)(?:19|20)\d\d(?!\d)(?:[-–—/]\d{2,4})?"
    r"|(?:№|\bno\.?|number|номер|grades?|years?|forms?)\s*\d+(?:\s*(?:[-–—]|to|and|,|и)\s*\d+)?|"
    r"\d+(?:\s*[-–—]\s*\d+)?-?(?:х|й|го|м)?\s+(?:класс|курс)\w*"
    r"|\d+\s*[-–—]\s*\d+\s*(?:лет\b|years?\b|year-olds?)|\d+(?:st|nd|rd|th)\b|(?:aged?|"
    r"в возрасте)\s+\d+(?:\s*[-–—]\s*\d+)?|\d+\.0\b|24/7",
    re.IGNORECASE,
)


@rule(
    "OBJ-6",
    severity="warning",
    unit=UNIT,
    section="goals-l-idea",
    text=say(
        "Every objective has a level that its metric does not contradict, and one of them is an outcome or an impact"
    ),
    hints=(
        say("Who did something afterwards that they did not do before?"),
        say("The field AMEC level: views are an output, remembering an out-take, applying an outcome."),
    ),
)
def levels_are_chosen(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.objectives:
        return None
    unsaid = [one for one in plan.objectives if not one.level]
    found = [
        Finding(
            one.id,
            say("Its level is not chosen."),
            say("choose output, out-take, outcome or impact"),
            one.metric or one.statement,
            field="level",
        )
        for one in unsaid
    ]
    found += [it for one in plan.objectives if one.level and (it := _mislabelled(one)) is not None]
    if not unsaid and not any(one.level in ("outcome", "impact") for one in plan.objectives):
        found.append(
            Finding(
                "objectives",
                say("Every objective counts what you put out, or what people made of it; none what they do."),
                say("add one outcome: how many apply, come, ask, order"),
                ", ".join(one.id for one in plan.objectives),
            )
        )
    return found


def _mislabelled(one: Objective) -> Finding | None:
    """Does the level contradict the metric's own words? Where they leave it open, nothing is said."""
    hit = counted(one.metric) or counted(one.unit) or (_of_the_sentence(one.statement) if blank(one.metric) else None)
    if hit is None or hit.kind == "mind" or one.level in FITS[hit.kind]:
        return None
    told: dict[str, tuple[Words, Words]] = {
        "put": (
            say("“{word}” counts what is put out: that is an output.", word=hit.words),
            say("choose output, or count what people do afterwards"),
        ),
        "seen": (
            say("“{word}” counts who saw or liked it: that is an output, or an out-take.", word=hit.words),
            say("choose output or out-take, or count what people do afterwards"),
        ),
        "act": (
            say("“{word}” counts what people do: that is an outcome, or an impact.", word=hit.words),
            say("choose outcome or impact"),
        ),
    }
    message, fix = told[hit.kind]
    return Finding(one.id, message, fix, one.metric or one.statement, field="metric")


@lru_cache(1024)
def counted(metric: str) -> Hit | None:
    """The word that says what is counted: the first in Russian, the last before a preposition in English.

    What people know or think goes before: of visitors who can name a thing, not the visit is counted.
    """
    found = hits(metric, "levels")
    if minds := [hit for hit in found if hit.kind == "mind"]:
        return minds[0]
    if not found:
        return None
    said = tokens(metric)
    acts = [hit for hit in found if hit.kind == "act"]
    if acts and any(one.form in WHO or "который" in one.lemmas for one in said[found[0].last + 1 : acts[-1].first]):
        return acts[-1]  # readers who apply
    if said[found[0].first].script == "ru":
        return found[0]
    ends = [*(mark.start() for mark in TAIL.finditer(metric)), len(metric)]
    part = next(end for end in ends if any(hit.start < end for hit in found))
    return [hit for hit in found if hit.start < part][-1]


def _of_the_sentence(statement: str) -> Hit | None:
    found = hits(statement, "levels")
    return found[0] if len({hit.kind for hit in found}) == 1 else None


@rule(
    "OBJ-8",
    severity="warning",
    unit=UNIT,
    section="goals-l-mistakes",
    text=say("No objective counts what advertising would have cost"),
    hints=(
        say("Would a post be worth more if advertising became dearer?"),
        say("Look for AVE, an advertising equivalent, a PR value in statement and metric."),
    ),
)
def nothing_counts_ave(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    texts = [(one.id, f"{one.metric}\n{one.statement}\n{one.unit}") for one in plan.objectives]
    if not any(not blank(text) for _, text in texts):
        return None
    return [
        Finding(
            id_,
            say(
                "“{word}”: what the space would have cost is not what communication is worth (Barcelona Principles).",
                word=word,
            ),
            say("count what people did: applications, visits, requests"),
            next((line for line in text.splitlines() if word in line), text.strip().partition("\n")[0]),
        )
        for id_, text in texts
        if (word := ave(text))
    ]


@lru_cache(1024)
def ave(text: str) -> str:
    """The words by which a text takes the price of advertising for the worth of communication; empty without."""
    if hit := AVE.search(normal(text).text):
        return hit[0]
    return next((hit.words for hit in kinds(text, "goals").get("ave", ())), "")


@rule(
    "OBJ-13",
    severity="warning",
    unit=UNIT,
    section="goals-l-idea",
    text=say("Every objective names its audience and its aim, and its sentence a number or a day"),
    hints=(
        say("Who should do it, and what is it good for?"),
        say("Two lists to choose from, audience and aim; and a number in place of awareness."),
    ),
)
def is_somebodys(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.objectives:
        return None
    audiences = {one.id for one in plan.audiences}
    return [it for one in plan.objectives for it in (*_whose(one, audiences), *_wishes(one))]


def _whose(one: Objective, audiences: set[str]) -> Iterator[Finding]:
    if one.audience not in audiences and one.audience:
        yield Finding(
            one.id,
            say("Its audience {id} has no card.", id=one.audience),
            say("choose an audience; write its card first"),
            one.statement,
            excusable=False,
            field="audience",
        )
    elif not one.audience:
        yield Finding(
            one.id,
            say("Who should act? No audience is named."),
            say("choose an audience; write its card first"),
            one.statement,
            field="audience",
        )
    if not one.aim:
        yield Finding(
            one.id,
            say("What is it for? No aim is chosen."),
            say("choose careers, cooperation, investment or image"),
            one.statement,
            field="aim",
        )


def _wishes(one: Objective) -> Iterator[Finding]:
    if blank(one.statement) or _counts(one.statement):
        return
    if wish := kinds(one.statement, "goals").get("wish", ()):
        yield Finding(
            one.id,
            say("“{word}”: a wish, not an objective.", word=wish[0].words),
            say("write what people will do, how many of them, and until when"),
            one.statement,
            field="statement",
        )
    elif not (re.search(r"\d", one.statement) or any(stems(kind).search(one.statement) for kind in ("when", "count"))):
        yield Finding(
            one.id,
            say("The sentence says neither how many nor until when."),
            say("write the number and the day into it, as they are in their fields"),
            one.statement,
            field="statement",
        )


@lru_cache(1024)
def _counts(statement: str) -> bool:
    """Is there a number of people or things: in figures that are no date and no name, or in words?"""
    read = normal(statement).text
    return bool(re.search(r"\d", NO_COUNT.sub(" ", read))) or "count" in kinds(statement, "goals")
