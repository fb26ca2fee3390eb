"""Is a segment a group that one could invite to one room, or everyone? Read by what narrows it.

Words for everyone, for half of mankind, for a town or a country, and adjectives that fit anybody narrow nothing
(`assets/patterns/everyone.toml`); any other word does: a trade, a grade, a street, a situation, a number.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from promplan.review.group_words import (
    CLAUSE,
    UNNAMED,
    Segment,
    any_of_them,
    breaks,
    function,
    narrowing,
    place_name,
    related,
    state,
)
from promplan.text.morphology import tokens
from promplan.text.patterns import contains, hits

ROOM = 3000  # so many may still be one known group where only its kind is named; above it, the kind alone is no group

WITH = frozenset({"with", "с", "со"})
CROWD = 4  # so many kinds of people in one segment are no segment


class Part(NamedTuple):
    """What a part of a segment holds: its heads in their order, a place, anything else that narrows."""

    heads: tuple[str, ...]
    place: bool
    narrow: bool

    @property
    def wide(self) -> bool:
        return not self.narrow and any(one in UNNAMED for one in self.heads)

    @property
    def vague(self) -> bool:
        return not self.narrow and not self.place and bool(self.heads)

    def half(self, known: bool) -> bool:
        """Only a kind of people, without a place or a second word that says which of them."""
        return not self.narrow and self.heads == ("half",) and not self.place and not known


@lru_cache(1024)
def everyone(segment: str, size: int | None = None, inside: bool = False, place: str = "") -> bool:
    """Does nothing narrow the segment, or is everyone one of its parts? `place` is the plant's own."""
    town = frozenset(one.form for one in tokens(place) if one.is_word)
    parts = [_read(read, one, town) for read in (_segment(segment),) for one in _parts(read)]
    if any(one.wide and "everyone" in one.heads for one in parts):
        return True
    if len(parts) >= CROWD and sum(one.vague for one in parts) >= len(parts) - 1:
        return True  # students, parents, bloggers and the young: nobody is left out
    known = inside or (size is not None and size <= ROOM)
    return bool(parts) and all(one.wide or one.half(known) for one in parts)


def _segment(segment: str) -> Segment:
    kinds: dict[int, str] = {}
    found = hits(segment, "everyone")
    for hit in found:
        kinds |= dict.fromkeys(range(hit.first, hit.last + 1), hit.kind)
    return Segment(tokens(segment), kinds, frozenset(hit.first for hit in found))


def _parts(read: Segment) -> Iterator[list[int]]:
    """The parts between commas and *and*; a part that names nobody belongs to the one before it, or behind it."""
    ranges: list[list[int]] = [[]]
    for n in range(len(read.said)):
        if read.kinds.get(n) not in ("everyone", "taste", "seek", "age") and breaks(read.said, n):
            ranges.append([])
        else:
            ranges[-1].append(n)
    joined: list[list[int]] = []
    for one in ranges:
        if joined and not (_names(read, joined[-1]) and _names(read, one)):
            joined[-1] += one
        elif joined and "taste" in {read.kinds.get(n) for n in joined[-1]} and not _heads(read, one):
            joined[-1] += one  # «техникой и наукой»
        elif one:
            joined.append(one)
    return (one for one in joined if any(read.said[n].script != "mark" for n in one))


def _heads(read: Segment, one: list[int]) -> bool:
    return any(read.kinds.get(n) in ("half", *UNNAMED) for n in one)


def _names(read: Segment, one: list[int]) -> bool:
    """Does this part say who: by a head, or by a word that nothing is known of?"""
    unknown = (n for n in one if n not in read.kinds and read.said[n].is_word and not function(read.said[n]))
    return _heads(read, one) or not all(place_name(read.said, n) for n in unknown)


def _read(read: Segment, places: list[int], town: frozenset[str]) -> Part:
    said, kinds = read.said, read.kinds
    heads: list[str] = []
    place = narrow = taste = vast = few = clause = False
    numbers: list[int] = []
    for n in places:
        one, kind = said[n], kinds.get(n)
        clause = clause or one.form in CLAUSE or one.form in WITH or "который" in one.lemmas
        if kind in ("half", *UNNAMED):
            if n in read.begins and not taste:
                narrow = narrow or (kind == "half" and heads[-1:] == ["wide"] and related(said, n))
                heads.append(kind)
                few = few or contains([one], "everyone", "few")
        elif kind == "seek" and not taste and "everyone" not in heads:
            heads = ["half"]
        elif kind == "taste":
            taste = taste or "half" not in heads
        elif kind in ("place", "near"):
            some = kind == "near" and any_of_them(read, n)
            place, narrow = place or not some, narrow or (kind == "near" and not taste and not some)
            vast = vast or contains([one], "everyone", "vast")
        elif kind == "huge":
            vast = True
        elif one.script == "mark" or kind is not None or taste or function(one):
            continue
        elif one.script == "number":
            numbers.append(n)
        elif one.form in town or place_name(said, n):
            place = True
        elif state(read, n):
            clause = True
        elif contains([one], "everyone", "topic"):
            narrow = narrow or not (
                clause
                or ("wide" in heads and said[max(0, n - 2)].form == "of")
                or (one.script == "ru" and {"wide", "everyone"} & {*heads})
            )
        else:
            narrow = True
    if not heads and (taste or {kinds.get(n) for n in places} & {"every", "place", "huge"}):
        heads = [
            "everyone" if taste and "every" in {kinds.get(n) for n in places} else "wide"
        ]  # whoever likes it, all of them, a whole town
    place = place and (few or not vast)  # a whole region says no more than no place, but for its few editors
    return Part(tuple(heads), place, narrow or (bool(numbers) and narrowing(read, numbers, place)))
