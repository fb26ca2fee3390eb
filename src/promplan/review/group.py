"""Is a segment a group that one could invite to one room, or everyone? Read by what narrows it.

Words for everyone, for half of mankind, for a town or a country, and adjectives that fit anybody narrow nothing
(`assets/patterns/everyone.toml`); any other word does: a trade, a grade, a street, a situation, a number.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from promplan.text.morphology import Token, tokens
from promplan.text.patterns import contains, hits

ROOM = 3000  # so many may still be one known group where only its kind is named; above it, the kind alone is no group
YEARS = 6  # ages this close together are a group by themselves, as a grade is
YEARS_OF_A_PLACE = 15  # and these, of one town
OLDEST = 110

BREAKS = frozenset({",", ";", "/", "+", ".", "\n", "&"})
AND = frozenset({"and", "or", "plus", "и", "или", "либо", "а", "также", "плюс"})
CLAUSE = frozenset(
    {"who", "whose", "which", "that", "whom", "interested", "wherever", "aged", "willing", "кто", "чей", "где", "что"}
)
FUNCTION = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "at",
        "on",
        "by",
        "for",
        "to",
        "from",
        "with",
        "within",
        "as",
        "than",
        "into",
        "about",
        "and",
        "or",
        "but",
        "also",
        "both",
        "who",
        "whom",
        "whose",
        "that",
        "which",
        "there",
        "is",
        "are",
        "be",
        "been",
        "not",
        "only",
        "our",
        "my",
        "your",
        "their",
        "his",
        "her",
        "its",
        "we",
        "you",
        "they",
        "them",
        "those",
        "these",
        "this",
        "us",
        "it",
        "other",
        "such",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "do",
        "does",
        "etc",
    ]
)
FUNCTION_RU = ("PREP", "CONJ", "PRCL", "NPRO")
OPEN_BELOW = frozenset({"under", "below", "younger", "до", "младше", "моложе", "up"})
OPEN_ABOVE = frozenset({"over", "above", "older", "from", "upwards", "plus", "плюс", "от", "старше", "+", "с"})
WITH = frozenset({"with", "с", "со"})
ONCE = frozenset(
    {
        "left",
        "went",
        "quit",
        "lost",
        "came",
        "got",
        "bought",
        "took",
        "won",
        "were",
        "was",
        "had",
        "did",
        "sold",
        "wrote",
        "met",
    }
)
COUNTED = frozenset(
    {"two", "three", "four", "five", "both", "двух", "трех", "четырех", "пяти", "обеих", "обоих", "«", "№"}
)
CROWD = 4  # so many kinds of people in one segment are no segment
UNNAMED = ("wide", "everyone")


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


class Segment(NamedTuple):
    """A segment's tokens, what is known of each, and where a phrase begins."""

    said: Sequence[Token]
    kinds: dict[int, str]
    begins: frozenset[int]


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
        if read.kinds.get(n) not in ("everyone", "taste", "seek", "age") and _breaks(read.said, n):
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
    unknown = (n for n in one if n not in read.kinds and read.said[n].is_word and not _function(read.said[n]))
    return _heads(read, one) or not all(_name(read.said, n) for n in unknown)


def _breaks(said: Sequence[Token], n: int) -> bool:
    one = said[n]
    if one.form in AND:
        if one.form in ("plus", "плюс") and n and said[n - 1].script == "number":
            return False
        return not (0 < n < len(said) - 1 and said[n - 1].script == said[n + 1].script == "number")  # between 25 and 55
    if one.text not in BREAKS:
        return False
    if one.text == "+" and n and said[n - 1].script == "number":
        return False
    after = said[n + 1] if n + 1 < len(said) else None
    if after is not None and one.text == ",":
        ahead = said[n + 1 : n + 3]  # «у которых», «для кого»
        if after.has("PRTF") or after.form in CLAUSE or any({"который", "кто"} & it.lemmas for it in ahead):
            return False
    return True


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
                narrow = narrow or (kind == "half" and heads[-1:] == ["wide"] and _of(said, n))
                heads.append(kind)
                few = few or contains([one], "everyone", "few")
        elif kind == "seek" and not taste and "everyone" not in heads:
            heads = ["half"]
        elif kind == "taste":
            taste = taste or "half" not in heads
        elif kind in ("place", "near"):
            some = kind == "near" and _any_of_them(read, n)
            place, narrow = place or not some, narrow or (kind == "near" and not taste and not some)
            vast = vast or contains([one], "everyone", "vast")
        elif kind == "huge":
            vast = True
        elif one.script == "mark" or kind is not None or taste or _function(one):
            continue
        elif one.script == "number":
            numbers.append(n)
        elif one.form in town or _name(said, n):
            place = True
        elif _state(read, n):
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
    return Part(tuple(heads), place, narrow or (bool(numbers) and _narrow(read, numbers, place)))


def _any_of_them(read: Segment, n: int) -> bool:
    """Schools, villages at large: several, and neither a number nor a name says which of them."""
    said, one = read.said, read.said[n]
    if not contains([one], "everyone", "several"):
        return False
    if one.script == "en" and (read.kinds.get(n + 1) == "half" or (n + 1 < len(said) and said[n + 1].form in AND)):
        return not (n and _name(said, n - 1))  # university and college students
    nouns = [it.grammemes for it in one.readings if "NOUN" in it.grammemes]
    if not (all("plur" in it for it in nouns) if one.script == "ru" else one.form.endswith("s")):
        return False
    near = range(max(0, n - 3), min(len(said), n + 4))
    return not any(
        said[k].script == "number"
        or said[k].form in COUNTED
        or (_name(said, k) and not said[k].has("Geox") and read.kinds.get(k + 1) not in ("place", "huge"))
        for k in near
    )


def _state(read: Segment, n: int) -> bool:
    """What they do at all times (seek, choose, follow), which narrows nothing; what they once did, does."""
    one = read.said[n]
    if one.script == "ru":
        state = any(one.has(kind, "impf", "pres") for kind in ("VERB", "PRTF")) or one.has("INFN") or one.has("GRND")
        return state and not one.has("NOUN")
    before = read.said[n - 1] if n else None
    if before is None or one.has("VPAS") or one.form in ONCE:
        return False
    if one.has("VING"):
        return read.kinds.get(n - 1) in ("half", *UNNAMED) or before.form in ("are", "is")
    return before.form in ("who", "that") or (read.kinds.get(n - 1) == "everyone" and before.form == "whoever")


def _of(said: Sequence[Token], n: int) -> bool:
    """Does a relation tie the head to the one before it: families of workers, «семьи работников»?"""
    if said[n].script == "ru":
        return not said[n - 1].has("ADJF")
    return any(one.form == "of" for one in said[max(0, n - 3) : n])


def _function(one: Token) -> bool:
    return (
        one.form in FUNCTION or one.has("ADVB") or (one.script == "ru" and any(one.has(kind) for kind in FUNCTION_RU))
    )


def _name(said: Sequence[Token], n: int) -> bool:
    """A name of a place: a capital letter within the sentence, or a word that the dictionary has as a place."""
    one = said[n]
    if one.has("Geox"):
        return True
    first = n == 0 or said[n - 1].sentence != one.sentence
    owner = one.script == "en" and one.form.endswith("'s")
    return "Capi" in one.flags and (owner if first else "Caps" not in one.flags) and (not n or said[n - 1].text != "«")


def _narrow(read: Segment, numbers: list[int], place: bool) -> bool:
    """A number narrows, unless it is ages so wide apart that everybody has them."""
    said = read.said
    ages = [float(said[n].text.replace(",", ".").replace(" ", "")) for n in numbers]
    first, last = numbers[0], numbers[-1]
    near = {read.kinds.get(n) for n in range(max(0, first - 2), min(len(said), last + 4))}
    dashed = len(numbers) == 2 and last - first == 2 and said[first + 1].text in "-–—"
    forms = {said[n].form for n in range(max(0, first - 3), min(len(said), last + 3))}
    if len(ages) > 2 or max(ages) > OLDEST or not ("age" in near or dashed or "+" in forms):
        return True
    below, above = bool(forms & OPEN_BELOW), bool(forms & OPEN_ABOVE)
    if len(ages) == 1 and not below and not above:
        return True
    low = 0.0 if len(ages) == 1 and not above else min(ages)
    high = float(OLDEST) if len(ages) == 1 and above else max(ages)
    return high - low <= (YEARS_OF_A_PLACE if place else YEARS)
