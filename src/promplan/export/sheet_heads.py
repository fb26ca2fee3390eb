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
        listed: field → the heads by which it is known, the best first. own: field → our own words for it, which win.
    """

    def __init__(self, listed: Mapping[str, Iterable[str]], own: Mapping[str, Words]) -> None:
        self._known: dict[str, list[tuple[str, int]]] = {}  # a head → the fields that it may be, and how good a name
        for key, words in own.items():
            for speech in LANGUAGES:
                self._learn(words.into(speech), key, -1)
        for key, heads in listed.items():
            for rank, one in enumerate(heads):
                self._learn(one, key, rank)

    def _learn(self, head: str, key: str, rank: int) -> None:
        there = self._known.setdefault(folded(head), [])
        if key not in [it for it, _ in there]:
            there.append((key, rank))

    def _fields(self, head: str) -> list[tuple[str, int]]:
        for asked in (head, BRACKETS.sub(" ", head), QUOTED.sub(" ", head)):
            if found := self._known.get(folded(asked)):
                return found
        return []

    def key_of(self, head: str) -> str:
        """The field that a head stands for; "" for none."""
        return next((key for key, _ in self._fields(head)), "")

    def score(self, heads: Sequence[str]) -> int:
        """How many different fields a row of heads names: the row with most is the one with the heads."""
        return len({self.key_of(one) for one in heads if one} - {""})

    def guessed(self, heads: Sequence[str]) -> dict[int, str]:
        """The field of each column, by its place; of two for one field the better name, else the first.

        A name is the better one the earlier it is listed. The other column is what else it may be, or is left.
        """
        may = {place: list(self._fields(head)) for place, head in enumerate(heads) if head}
        found: dict[int, str] = {}
        while asked := [(it[0][1], place, it[0][0]) for place, it in may.items() if it and place not in found]:
            for _, place, key in sorted(asked):
                if key not in found.values():
                    found[place] = key
                else:
                    may[place].pop(0)
        return {place: found[place] for place in sorted(found)}


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
    return ", ".join(str(say("“{head}”", head=one)) for one in heads if one)[:300] or say("empty")


def left(heads: Sequence[str], mapping: Mapping[int, str]) -> list[str]:
    """The heads of columns that nothing was read from."""
    return [head for place, head in enumerate(heads) if head and place not in mapping]
