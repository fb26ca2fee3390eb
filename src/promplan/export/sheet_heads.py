"""The heads of somebody's sheet: which field each column holds, by the words that are known for it in both languages.

A head is compared without case and signs, then without what stands in brackets or in quotation marks. What is
not known is left and said.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from promplan.language import LANGUAGES, Problem, Words, say

ASIDE = re.compile(r"[^\w№]+|_")
BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
QUOTED = re.compile('«[^»]*»|“[^”]*”|"[^"]*"')  # a name that somebody gave: Goal “Tour”


def folded(text: str) -> str:
    """A head as it is compared: small letters, no signs, е for ё."""
    return " ".join(ASIDE.sub(" ", text.casefold().replace("ё", "е")).split())


class Heads:
    """What is known of heads.

    Args:
        listed: field → the heads by which it is known. own: field → our own words for it, which come last and win.
    """

    def __init__(self, listed: Mapping[str, Iterable[str]], own: Mapping[str, Words]) -> None:
        self._known = {folded(one): key for key, heads in listed.items() for one in heads}
        for key, words in own.items():
            self._known |= {folded(words.into(speech)): key for speech in LANGUAGES}

    def key_of(self, head: str) -> str:
        """The field that a head stands for; "" for none."""
        for asked in (head, BRACKETS.sub(" ", head), QUOTED.sub(" ", head)):
            if key := self._known.get(folded(asked)):
                return key
        return ""

    def score(self, heads: Sequence[str]) -> int:
        """How many different fields a row of heads names: the row with most is the one with the heads."""
        return len({self.key_of(one) for one in heads if one} - {""})

    def guessed(self, heads: Sequence[str]) -> dict[int, str]:
        """The field of each column, by its place; the first of two that are called alike."""
        found: dict[int, str] = {}
        for place, head in enumerate(heads):
            key = self.key_of(head) if head else ""
            if key and key not in found.values():
                found[place] = key
        return found


def once(mapping: Mapping[int, str], names: Mapping[str, Words]) -> None:
    """Raise a `Problem` where two columns are said to hold the same."""
    chosen = list(mapping.values())
    for key in chosen:
        if chosen.count(key) > 1:
            raise Problem(
                say(
                    "Two columns are said to hold the same: {what}. Choose one of them.",
                    what=str(names.get(key, key)),
                )
            )


def listed(heads: Sequence[str]) -> str | Words:
    """The heads of a sheet as a sentence names them."""
    return ", ".join(f"“{one}”" for one in heads if one)[:300] or say("empty")


def left(heads: Sequence[str], mapping: Mapping[int, str]) -> list[str]:
    """The heads of columns that nothing was read from."""
    return [head for place, head in enumerate(heads) if head and place not in mapping]
