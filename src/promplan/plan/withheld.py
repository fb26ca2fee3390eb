"""Words that may not stand before everybody: those that name somebody who has not agreed, and those that reach one.

Names are looked for as people write them, with a capital, and in Russian in any case of a noun; so is the id of a
member. Better a line too few on the page, with a reason told to the team, than a name too many.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import chain

from promplan.language import Words, say
from promplan.plan.document import Plan
from promplan.plan.team import Member

CYRILLIC = re.compile(r"[А-Яа-яЁё]")
ENDINGS = (
    "а|я|ы|и|у|ю|е|ё|о|й|ь|ой|ей|ёй|ою|ею|ом|ем|ём|ым|им|ого|его|ому|ему|ых|их|ов|ев|ам|ям|ами|ями|ах|ях|ин|ина|ины|"
    "ину|иной|ином|ья|ьи|ью|ьей|ье"
)
LONG = 3  # letters that a name has at least; an initial alone is everybody's
MAIL = r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]{2,}"
PHONE = r"(?<![\d-])(?:\+\d|\b[78])[\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?!\d)|\+\d[\d\s()-]{7,}\d"
HANDLE = r"(?<![\w@])@\w{3,}|\b(?:t\.me|vk\.com|wa\.me|ok\.ru)/\S+"
REACHES = re.compile(f"{MAIL}|{PHONE}|{HANDLE}")
SOFT = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))  # signs that nobody sees inside a word

Withheld = Callable[[str], Words | None]


def reaches(text: str) -> bool:
    """Is somebody's address, telephone or account in the text?"""
    return REACHES.search(text.translate(SOFT)) is not None


def names(members: Iterable[Member]) -> re.Pattern[str] | None:
    """What finds these members in a text, by name or id; None where there is nobody."""
    words = list(chain.from_iterable([one.id, *re.findall(r"[^\W\d_]+", one.name)] for one in members))
    found = sorted({one for one in words if len(one) >= LONG or one[-1:].isdigit()})
    return _pattern(tuple(found)) if found else None


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(_one, words)))


def _one(word: str) -> str:
    """A name with its capital or in capitals; a Russian one in every case."""
    if word[-1:].isdigit():
        return rf"(?<![^\W_]){re.escape(word)}(?!\w)"
    forms = {word, word.capitalize(), word.upper()}
    ending = ""
    if CYRILLIC.search(word):
        forms = {re.sub("(?i:[аяоеёйьыию])$", "", one) for one in forms}
        ending = f"(?i:{ENDINGS})?"
    return rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, forms)))}){ending}(?!\w)"


def withheld(plan: Plan, absent: Sequence[Member]) -> Withheld:
    """What says why a text may not stand before everybody, or None."""
    pattern, kept = names(absent), inside(plan)

    def why(text: str) -> Words | None:
        clean = text.translate(SOFT)
        if pattern is not None and pattern.search(clean):
            return say("it names somebody of the team who has not agreed to stand on the page")
        if reaches(clean):
            return say("it holds an address, a telephone or an account")
        if any(one in clean.casefold() for one in kept):
            return say("it holds a name that stays inside the plant")
        return None

    return why


def inside(plan: Plan) -> tuple[str, ...]:
    """The names that the plant keeps inside, one on a line."""
    return tuple(it for one in plan.enterprise.protected_names.splitlines() if (it := one.strip().casefold()))
