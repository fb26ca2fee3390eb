"""A name of capitals in the role of a customer or a supplier: made for Thornbury Marine, «Алтайавтодор» заказал …"""

from promplan.text.morphology import Token
from promplan.text.patterns import contains

WORDS = "inside"
CALLED = frozenset({"is", "are", "was", ":", "—", "–", ",", "called", "like", "as"})  # our customer is …
WHERE = frozenset({"in", "across", "throughout", "around", "near"})  # a place is named behind these
OF_A_PLACE = ("ский", "цкий")


def is_capital(token: Token) -> bool:
    """Is it a word with a capital, as a name has?"""
    return token.is_word and "Capi" in token.flags


def last_of_a_trader(said: tuple[Token, ...], n: int, own: str) -> int:
    """The last token of a trader's name that begins here; 0 for none (no name ends with a text's first token)."""
    one = said[n]
    before = [it for it in said[max(0, n - 4) : n] if it.sentence == one.sentence]
    if not is_capital(one) or _opens(one) or (before and is_capital(before[-1]) and not _opens(before[-1])):
        return 0
    last = n
    while last + 1 < len(said) and is_capital(said[last + 1]):
        last += 1
    name = said[n : last + 1]
    if " ".join(it.form for it in name) in own:
        return 0
    if one.script == "ru":
        return _russian(said, n, last, before)
    return last if _english(said, name, before, said[last + 1 : last + 7]) else 0


def _english(said: tuple[Token, ...], name: tuple[Token, ...], before: list[Token], behind: tuple[Token, ...]) -> bool:
    if contains(name[-1:], WORDS, "places") or (before and before[-1].text == "«"):
        return False
    if len(name) == 1 and (not before or "Caps" in name[0].flags):  # a capital that any first word has
        return False
    if before and before[-1].form == "the":
        before = before[:-1]
    lead = before[-1].form if before else ""
    if lead in WHERE:
        return False
    here = [it for it in said if it.sentence == name[0].sentence]
    if lead == "by" and contains(before[-2:-1], WORDS, "maker"):
        return not contains(here, WORDS, "machine")  # who made the plant's own lathe may be named
    if contains(before[-1:], WORDS, "supplied") or contains(behind[:2], WORDS, "procures"):
        return True
    toward = contains(before[-1:], WORDS, "toward")
    if toward and contains(before[:-1], WORDS, "supplied"):
        return True
    if contains(name[-1:], WORDS, "kind") and (toward or (lead == "of" and contains(here, WORDS, "trade"))):
        return True
    if contains(before, WORDS, "customer") and lead in CALLED:
        return True
    being = contains(behind[:1], WORDS, "being") or any(one.text == "," for one in behind[:1])
    return being and contains(behind[1:6], WORDS, "customer")


def _opens(token: Token) -> bool:
    """Does it only open a sentence: Today, Usually, Here?"""
    return token.form != "the" and contains([token], WORDS, "calendar")


def _russian(said: tuple[Token, ...], n: int, last: int, before: list[Token]) -> int:
    """«Алтайавтодор», Кулундинский элеватор: a quoted name, or an adjective of a place before a word for a firm."""
    one = said[n]
    here = [it for it in said if it.sentence == one.sentence]
    buys = contains(here, WORDS, "buys")
    if not buys and not contains(here, WORDS, "takes"):
        return 0
    if before and before[-1].text == "«":
        thing = before[-2:-1]
        if thing and thing[0].has("NOUN") and not thing[0].has("VERB") and not contains(thing, WORDS, "firm"):
            return 0  # a newspaper, a prize, a model is called so
        return next((k - 1 for k in range(n + 1, min(n + 6, len(said))) if said[k].text == "»"), 0)
    if not one.has("ADJF") or not (before or (buys and _of_a_place(one))):
        return 0
    for k, it in enumerate(said[n + 1 : last + 4], n + 1):
        if it.sentence != one.sentence:
            return 0
        if contains([it], WORDS, "firm"):
            return k
        if not it.has("ADJF"):
            return 0
    return 0


def _of_a_place(token: Token) -> bool:
    """Кулундинский, and not Заводской: the capital of a first word says nothing."""
    return any(one.endswith(OF_A_PLACE) for one in token.lemmas) and not contains([token], WORDS, "common")
