"""FACT-4: every number has its unit, and the unit can be understood."""

import re
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from functools import lru_cache

from promplan.language import Words, say
from promplan.measure.clean import clean, russian
from promplan.measure.inflected import is_noun
from promplan.measure.spelling import spellings, stem, things
from promplan.measure.unit import bare_multiplier, read
from promplan.plan.document import Plan
from promplan.plan.enterprise import Fact
from promplan.review.around import around
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
        return Finding(one.id, message, say("write the unit, or what is counted"), one.statement, field="unit")
    if bare_multiplier(one.unit):
        return Finding(
            one.id,
            say("“{unit}” says how many, and not of what.", unit=one.unit),
            say("write what is counted behind it: {example}", example=_multiplied(one.unit, one.statement)),
            one.statement,
            field="unit",
        )
    if not understood(one.unit, f"{one.statement} {one.about}"):
        return Finding(
            one.id,
            say("The unit “{unit}” cannot be understood.", unit=one.unit),
            _near(one.unit),
            one.statement,
            field="unit",
        )
    return None


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
    own = "ru" if russian(unit) else "en"
    money = next((names[own] for sign, names in MONEY if sign.search(statement)), "")
    thing = money or ("руб., шт., чел." if own == "ru" else "roubles, pieces, people")
    return Words("{unit} {thing}", {"unit": unit.strip(), "thing": thing})


def _near(unit: str) -> Words:
    """The spelling that looks most like it, else how to find one."""
    table = spellings()
    known = {" ".join(key): key for key in (*table.exact,) if len(" ".join(key)) > 1}
    close = get_close_matches(clean(unit), list(known), n=1, cutoff=0.75)
    if close:
        return say("write “{unit}”, if that was meant, or what is counted in full words", unit=close[0])
    return say("write what is counted in full words (people, pieces a year), or the sign of the unit (mm, °C, MPa, t)")
