"""FACT-4: every number has its unit, and the unit can be understood."""

import math
import re
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from functools import lru_cache

from promplan.language import Words, say
from promplan.measure.clean import clean, russian
from promplan.measure.inflected import is_noun
from promplan.measure.said import numbers
from promplan.measure.spelling import spellings, stem, things
from promplan.measure.unit import bare_multiplier, read
from promplan.plan.document import Plan
from promplan.plan.enterprise import Fact
from promplan.review.around import around
from promplan.review.cure import Cure, put
from promplan.review.data import magnitudes
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.text.substance import blank, flaw

UNIT = "01-facts"
GENERIC = re.compile(r"(?:единиц\w*|ед\.?|units?)$", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+")
MONEY = tuple(
    (re.compile(sign, re.IGNORECASE), {"en": english, "ru": russian_})
    for sign, english, russian_ in (
        (r"\$|\bUSD\b|\bdollars?\b|доллар", "dollars", "долларов"),
        (r"€|\bEUR\b|\beuros?\b|(?<!\w)евро(?!\w)", "euros", "евро"),
        (r"£|\bGBP\b|\bpounds? sterling\b|фунт\w* стерлинг", "pounds sterling", "фунтов стерлингов"),
        (r"¥|\bCNY\b|\byuan\b|юан", "yuan", "юаней"),
        (r"₽|\bRUB\b|\broubles?\b|\brubles?\b|рубл|руб\.", "roubles", "руб."),
    )
)


@rule(
    "FACT-4",
    severity="warning",
    unit=UNIT,
    section="facts-l-number",
    text=say("Every number has a unit that can be understood"),
    hints=(
        say("Read the number aloud. Of what?"),
        say("The field Unit is under the value; people and shifts are units too."),
    ),
)
def numbers_have_units(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    facts = plan.enterprise.facts
    if not any(one.value is not None or re.search(r"\d", one.statement) for one in facts):
        return None
    return [it for one in facts if one.value is not None and (it := _unit(one)) is not None]


def _unit(one: Fact) -> Finding | None:
    if blank(one.unit):
        message = say("{value} of what? No unit is given.", value=one.value)
        fix = say("write the unit, or what is counted")
        return Finding(one.id, message, fix, one.statement, field="unit", cure=_put(one, _said(one) or _usual(one)))
    if bare_multiplier(one.unit):
        return Finding(
            one.id,
            say("“{unit}” says how many, and not of what.", unit=one.unit),
            say("write what is counted behind it: {example}", example=_multiplied(one.unit, one.statement)),
            one.statement,
            field="unit",
            cure=_put(one, _paid(one)),
        )
    if not understood(one.unit, f"{one.statement} {one.about}"):
        return Finding(
            one.id,
            say("The unit “{unit}” cannot be understood.", unit=one.unit),
            _near(one.unit),
            one.statement,
            field="unit",
            cure=_put(one, _close(one.unit)),
        )
    return None


def _put(one: Fact, unit: str) -> Cure | None:
    return put("unit", unit) if unit and understood(unit, f"{one.statement} {one.about}") else None


def _said(one: Fact) -> str:
    """The unit behind this very number in the sentence, as it is written there; empty where no one such stands."""
    text = clean(one.statement)
    units = {
        text[it.digits_end : it.end].strip()
        for it in numbers(one.statement)
        if it.unit is not None and not it.unit.guessed and math.isclose(it.value, one.value or 0.0)
    }
    return units.pop() if len(units) == 1 else ""


def _usual(one: Fact) -> str:
    """The unit in which the chosen kind of number is given, where the number is one of that kind in it."""
    kind = magnitudes().get(one.quantity)
    if kind is None or one.value is None:
        return ""
    low, high = kind.bounds(f"{one.about}\n{one.statement}")
    return kind.unit if low <= one.value <= high else ""


@lru_cache(4096)
def understood(unit: str, said: str = "") -> bool:
    """Is it a unit, or the name of something counted: a word of the fact itself, or one that a dictionary knows?"""
    known = read(unit)
    if known is None or known.unsaid:
        return False
    if not known.guessed:
        return not (
            known.key == "piece"
            and known.expression == "piece"
            and GENERIC.match(unit.strip())
            and around("measured").search(said)
        )
    stems = {stem(one) for one in WORD.findall(clean(said))}
    if set(known.counted) & stems:
        return True
    words = [one for one in WORD.findall(clean(unit)) if len(one) > 2]
    if any(flaw("phrase", one) for one in words) or around("no_unit").fullmatch(unit.strip(" .,;:")):
        return False
    if russian(unit):
        return any(is_noun(one) for one in words)
    return bool(set(known.counted) & things())


def _multiplied(unit: str, statement: str) -> Words:
    """The multiplier with what might stand behind it, in the language of the author and the money of the sentence."""
    thing = _money(unit, statement) or ("руб., шт., чел." if russian(unit) else "roubles, pieces, people")
    return Words("{unit} {thing}", {"unit": unit.strip(), "thing": thing})


def _money(unit: str, statement: str) -> str:
    own = "ru" if russian(unit) else "en"
    return next((names[own] for sign, names in MONEY if sign.search(statement)), "")


def _paid(one: Fact) -> str:
    """The multiplier with the money of the sentence; empty where it names none."""
    money = _money(one.unit, one.statement)
    return f"{one.unit.strip()} {money}" if money else ""


def _close(unit: str) -> str:
    """The spelling that looks most like it; empty where none does."""
    known = [name for key in spellings().exact if len(name := " ".join(key)) > 1]
    return next(iter(get_close_matches(clean(unit), known, n=1, cutoff=0.75)), "")


def _near(unit: str) -> Words:
    """The spelling that looks most like it, else how to find one."""
    if close := _close(unit):
        return say("write “{unit}”, if that was meant, or what is counted in full words", unit=close)
    return say("write what is counted in full words (people, pieces a year), or the sign of the unit (mm, °C, MPa, t)")
