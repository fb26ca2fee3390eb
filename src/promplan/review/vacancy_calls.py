"""Whom a call to work addresses: people of an age, one sex, and which sentence their name belongs to."""

from collections.abc import Iterator, Mapping, Sequence

from promplan.review.offer import of_age
from promplan.review.vacancy_ages import CALLED_AGE
from promplan.review.young import ADULT, ages
from promplan.text.morphology import Token, tokens
from promplan.text.patterns import Hit, contains, kinds

TELLS = frozenset({"is", "are", "was", "were", "has", "have", "had", "work", "works", "became", "can", "may"})
CALLING = frozenset({"hire", "work", "become", "pay", "take"})
CALL = 8  # words at most of a sentence that calls somebody


def by_call(sentence: str, found: Mapping[str, tuple[Hit, ...]]) -> str:
    """Whom a call to work addresses: people of an age, one sex, years that its words name."""
    if not found.keys() & CALLING or found.keys() & {"later", "looking", "equal"}:
        return ""
    men, women = found.get("men", ()), found.get("women", ())
    if men and women:
        return ""
    if (called := CALLED_AGE.match(sentence)) and not of_age(called[0]):
        return called[0].rstrip("?, ")
    for sex in (*men, *women):
        if _called(sentence, sex):
            return sex.words
    if found.keys() & (CALLING - {"take"}):
        for one in ages(sentence):
            if one.high is not None and one.high > ADULT:
                return one.words
    return ""


def spoken(told: Sequence[str]) -> Iterator[str]:
    """The sentences; one that calls somebody by a name of their sex belongs to the one behind it."""
    for n, one in enumerate(told):
        yield f"{one} {told[n + 1]}" if n + 1 < len(told) and calls_somebody(one) else one


def calls_somebody(sentence: str) -> bool:
    """Does it begin by calling men or women, or people of an age: «Девушки, …», "Lads! …", "Under thirty?"?"""
    if CALLED_AGE.match(sentence):
        return True
    found, said = kinds(sentence, "vacancy"), tokens(sentence)
    if "ground" in found and said[-1].text in "!?" and len(said) <= CALL:
        return True
    sexes = [one for sex in ("men", "women") for one in found.get(sex, ())]
    if len(sexes) != 1 or sexes[0].first > 1 or len(said) <= sexes[0].last + 1:
        return False
    alone = said[-1].text in "!?" and len(said) <= CALL and not any(finite(one) for one in said)
    return alone or said[sexes[0].last + 1].text in ",!?"


def _called(sentence: str, sex: Hit) -> bool:
    """Are they called to do it: by the sentence's first words, a mark behind them, or a Russian imperative?"""
    said = tokens(sentence)
    if sex.first > 3 or any(counts(one) for one in said[: sex.first]):
        return False
    ahead = said[sex.last + 1 : sex.last + 9]
    if ahead and ahead[0].text in ",!:?":
        return True
    if said[sex.last].script == "ru":
        called = any(one.text in "!?" for one in ahead[:4]) and not any(finite(one) for one in ahead[:4])
        return called or any(one.has("impr") or one.has("VERB", "2per") for one in said)
    return bool(ahead) and ahead[0].form not in TELLS and any(one.text in ",!:?" for one in ahead)


def counts(token: Token) -> bool:
    return token.script == "number" or contains([token], "vacancy", "counted")


def finite(token: Token) -> bool:
    return token.form in TELLS or (token.has("VERB") and not token.has("NOUN") and not token.has("impr"))
