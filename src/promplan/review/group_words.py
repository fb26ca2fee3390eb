"""What a word does in a segment: it breaks it, names a place, tells what they do, counts them or their years."""

from collections.abc import Sequence
from typing import NamedTuple

from promplan.text.morphology import Token
from promplan.text.patterns import contains

YEARS = 6  # ages this close together are a group by themselves, as a grade is
YEARS_OF_A_PLACE = 15  # and these, of one town
OLDEST = 110
BREAKS = frozenset({",", ";", "/", "+", ".", "\n", "&"})
AND = frozenset({"and", "or", "plus", "и", "или", "либо", "а", "также", "плюс"})
CLAUSE = frozenset(
    {"who", "whose", "which", "that", "whom", "interested", "wherever", "aged", "willing", "кто", "чей", "где", "что"}
)
FUNCTION_RU = ("PREP", "CONJ", "PRCL", "NPRO")
OPEN_BELOW = frozenset({"under", "below", "younger", "до", "младше", "моложе", "up"})
OPEN_ABOVE = frozenset({"over", "above", "older", "from", "upwards", "plus", "плюс", "от", "старше", "+", "с"})
COUNTED = frozenset(
    {"two", "three", "four", "five", "both", "двух", "трех", "четырех", "пяти", "обеих", "обоих", "«", "№"}
)
UNNAMED = ("wide", "everyone")


class Segment(NamedTuple):
    """A segment's tokens, what is known of each, and where a phrase begins."""

    said: Sequence[Token]
    kinds: dict[int, str]
    begins: frozenset[int]


def breaks(said: Sequence[Token], n: int) -> bool:
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


def any_of_them(read: Segment, n: int) -> bool:
    """Schools, villages at large: several, and neither a number nor a name says which of them."""
    said, one = read.said, read.said[n]
    if not contains([one], "everyone", "several"):
        return False
    if one.script == "en" and (read.kinds.get(n + 1) == "half" or (n + 1 < len(said) and said[n + 1].form in AND)):
        return not (n and place_name(said, n - 1))  # university and college students
    nouns = [it.grammemes for it in one.readings if "NOUN" in it.grammemes]
    if not (all("plur" in it for it in nouns) if one.script == "ru" else one.form.endswith("s")):
        return False
    near = range(max(0, n - 3), min(len(said), n + 4))
    return not any(
        said[k].script == "number"
        or said[k].form in COUNTED
        or (place_name(said, k) and not said[k].has("Geox") and read.kinds.get(k + 1) not in ("place", "huge"))
        for k in near
    )


def state(read: Segment, n: int) -> bool:
    """What they do at all times (seek, choose, follow), which narrows nothing; what they once did, does."""
    one = read.said[n]
    if one.script == "ru":
        state = any(one.has(kind, "impf", "pres") for kind in ("VERB", "PRTF")) or one.has("INFN") or one.has("GRND")
        return state and not one.has("NOUN")
    before = read.said[n - 1] if n else None
    if before is None or one.has("VPAS") or contains([one], "everyone", "once"):
        return False
    if one.has("VING"):
        return read.kinds.get(n - 1) in ("half", *UNNAMED) or before.form in ("are", "is")
    return before.form in ("who", "that") or (read.kinds.get(n - 1) == "everyone" and before.form == "whoever")


def related(said: Sequence[Token], n: int) -> bool:
    """Does a relation tie the head to the one before it: families of workers, «семьи работников»?"""
    if said[n].script == "ru":
        return not said[n - 1].has("ADJF")
    return any(one.form == "of" for one in said[max(0, n - 3) : n])


def function(one: Token) -> bool:
    return (
        contains([one], "everyone", "function")
        or one.has("ADVB")
        or (one.script == "ru" and any(one.has(kind) for kind in FUNCTION_RU))
    )


def place_name(said: Sequence[Token], n: int) -> bool:
    """A name of a place: a capital letter within the sentence, or a word that the dictionary has as a place."""
    one = said[n]
    if one.has("Geox"):
        return True
    first = n == 0 or said[n - 1].sentence != one.sentence
    owner = one.script == "en" and one.form.endswith("'s")
    return "Capi" in one.flags and (owner if first else "Caps" not in one.flags) and (not n or said[n - 1].text != "«")


def narrowing(read: Segment, numbers: list[int], place: bool) -> bool:
    """A number narrows, unless it is ages so wide apart that everybody has them."""
    said = read.said
    ages = [float(said[n].text.replace(",", ".").replace(" ", "")) for n in numbers]
    first, last = numbers[0], numbers[-1]
    near = {read.kinds.get(n) for n in range(max(0, first - 2), min(len(said), last + 4))}
    dashed = len(numbers) == 2 and last - first == 2 and said[first + 1].text in "-–—"
    forms = {said[n].form for n in range(max(0, first - 3), min(len(said), last + 3))}
    spanned = len(numbers) == 2 and {"от", "до"} <= forms
    if len(ages) > 2 or max(ages) > OLDEST or not ("age" in near or dashed or spanned or "+" in forms):
        return True
    below, above = bool(forms & OPEN_BELOW), bool(forms & OPEN_ABOVE)
    if len(ages) == 1 and not below and not above:
        return True
    low = 0.0 if len(ages) == 1 and not above else min(ages)
    high = float(OLDEST) if len(ages) == 1 and above else max(ages)
    return high - low <= (YEARS_OF_A_PLACE if place else YEARS)
