"""VIS-12: does a shot show what must never be in frame, at its stop or by its own list?"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from promplan.language import say
from promplan.plan.document import Plan
from promplan.plan.shots import Shot, Stop
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.text.listed import phrases
from promplan.text.morphology import Token, tokens

UNIT = "05-visit"
APART = re.compile(r"[;,\n.]")
# what follows says which
BEHIND = frozenset(
    ["of", "on", "in", "at", "with", "for", "under", "above", "from", "by", "inside", "beside", "behind"]
)
SHORT = 3  # letters of a word that says something


@rule(
    "VIS-12",
    severity="warning",
    unit=UNIT,
    section="vis-l-frame",
    text=say("No shot shows what must never be in frame there"),
    hints=(
        say("Read the shot, then what is banned at its stop. What does the cameraman do?"),
        say("What is seen, against Never in frame of the stop and Must not be in frame of the shot."),
    ),
)
def shots_keep_to_the_bans(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    stops = {one.id: one for one in plan.visit.stops}
    asked = [(one, stops.get(one.stop)) for one in plan.visit.shots if one.what.strip()]
    asked = [(one, stop) for one, stop in asked if one.avoid or (stop is not None and stop.forbidden.strip())]
    if not asked:
        return None
    fix = say("ask the plant which holds: change the shot, or say in its conditions why it may be")
    return [
        Finding(one.id, say("It shows what is banned there: {said}.", said=ban), fix, one.what, field="what")
        for one, stop in asked
        if not let_out(one)
        for ban in list(banned(one, stop))[:1]
    ]


def let_out(one: Shot) -> bool:
    """Has the plant seen these words: the shot is on its menu, or cleared?"""
    return bool(one.menu) or one.clearance.state == "cleared"


def banned(one: Shot, stop: Stop | None) -> Iterator[str]:
    """What a shot shows of what is banned, as the ban is written."""
    seen = _seen(one.what)
    for listed in (*one.avoid, stop.forbidden if stop is not None else ""):
        for ban in _parts(listed):
            if (head := _head(ban)) and head in seen:
                yield ban.strip()


def _parts(text: str) -> list[str]:
    """What is listed, one by one."""
    return [it for part in APART.split(text) for it in phrases("joined").split(part)]


@lru_cache(4096)
def _seen(what: str) -> frozenset[str]:
    """The things that are said to be seen; where a part of the sentence says that something is not seen, none of it."""
    found: set[str] = set()
    for part in _parts(what):
        if phrases("unseen").search(part) is None:
            found |= {_thing(one) for one in tokens(part) if _is_thing(one)}
    return frozenset(found)


@lru_cache(4096)
def _head(ban: str) -> str:
    """The thing that a ban is about: "recipe cards of the mill" is about cards."""
    said = [one for one in tokens(ban) if one.is_word]
    if any(one.script == "ru" for one in said):
        return next((_thing(one) for one in said if _is_thing(one)), "")
    cut = next((n for n, one in enumerate(said) if one.form in BEHIND and n), len(said))
    things = [one for one in said[:cut] if _is_thing(one)]
    return _thing(things[-1]) if things else ""


def _is_thing(one: Token) -> bool:
    if not one.is_word or len(one.form) < SHORT:
        return False
    if one.script == "en":
        return True
    return bool(one.readings) and "NOUN" in one.readings[0].grammemes


def _thing(one: Token) -> str:
    """The thing by one name, whether there are one or many of it."""
    if one.script == "ru":
        return one.lemma
    return one.form[:-1] if one.form.endswith("s") and not one.form.endswith("ss") else one.form
