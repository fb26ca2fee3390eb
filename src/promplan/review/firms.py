"""Other firms in a text: by legal form, by a word before a quoted name, by the role of a customer or a supplier."""

import re
from functools import lru_cache

from promplan.text.morphology import Token, tokens
from promplan.text.normal import normal
from promplan.text.patterns import contains

FORM_RU = r"(?:ООО|ОАО|ПАО|ЗАО|НАО|АО|ИП|ГУП|МУП|ФГУП|МП|ТОО|ЧУП|ОДО)"
NAME = r"[A-ZА-Я][\w'-]*"
TAIL = (
    r"(?:LLC|L\.L\.C\.|Ltd\.?|Limited|Inc\.?|plc|PLC|GmbH|AG|AB|A/S|S\.?p\.?A\.?|S\.?A\.?S?|N\.V\.|B\.V\.|BV|NV|Oy|OY|"
    r"JSC|OJSC|PJSC|CJSC|Corp\.?|Corporation|Co\.|KG|a\.s\.|s\.r\.o\.|Kft|Pty|LLP|ASA|Sp\. z o\.o\.|SE|SARL|d\.o\.o\.)"
)
LEGAL = re.compile(
    rf"\b{FORM_RU}\s*«[^»]+»|\b{FORM_RU}\s{NAME}(?:\s{NAME})*"
    rf"|\b{NAME}(?:\s(?:{NAME}|&|and|of|und|et|i|y)){{0,4}},?\s{TAIL}(?!\w)"
    rf"|\b{NAME}\s(?:&|and)\s(?:Sons|Co|Company|Partners|Brothers|Daughters|{NAME}\s(?:Company|Works|Shipping|Mining))\b"
)
QUOTED = re.compile(r"«[^»]{2,60}»")
PLAIN = re.compile(rf"\b[A-Z][\w-]+(?:\s(?:{NAME}|&|of)){{1,4}}")


@lru_cache(4096)
def firm(text: str, plant: str) -> tuple[str, bool]:
    """The first other firm that a text names, as it stands there, and whether its form alone makes it one.

    A firm with a legal form is one; a quoted name behind «компания» only in the role of a customer or a supplier. The
    plant itself, its owner and its former names are none.
    """
    read, said = normal(text), tokens(text)
    own = normal(plant).text.casefold()
    for hit in LEGAL.finditer(read.text):
        start, end = read.back(*hit.span())
        if _is_own(hit[0], own) or contains(_sentence(said, start), "inside", "own"):
            continue
        return text[start:end], True
    for hit in QUOTED.finditer(read.text):
        start, end = read.back(*hit.span())
        before = [one for one in said if one.end <= start][-1:]
        here = _sentence(said, start)
        if not before or _is_own(hit[0], own) or not contains(before, "inside", "firm"):
            continue
        if contains(here, "inside", "trade") and not contains(here, "inside", "own"):
            return text[before[0].start : end], False
    for n in range(len(said)):
        if last := _by_role(said, n, own):
            here = [it for it in said if it.sentence == said[n].sentence]
            if not contains(here, "inside", "own"):
                return text[said[n].start : said[last].end], False
    for n, one in enumerate(said):
        if "Capi" not in one.flags or one.text.casefold() in own:
            continue
        here = [it for it in said if it.sentence == one.sentence]
        if not contains(here, "inside", "buys") or contains(here, "inside", "own"):
            continue
        if start_end := _by_kind(said, n):
            return text[said[start_end[0]].start : said[start_end[1]].end], False
    return "", False


def _by_kind(said: tuple[Token, ...], n: int) -> tuple[int, int] | None:
    """A name without a form: an organisation that the dictionary knows, capitals that end in Shipping, Railways."""
    one = said[n]
    if not one.is_word:
        return None
    if one.script == "ru":
        plain = one.has("Name") or one.has("Surn") or contains([one], "jargon", "known")
        return (n, n) if one.has("Orgn") and not plain else None
    begin = n
    while begin and "Capi" in said[begin - 1].flags and said[begin - 1].is_word:
        begin -= 1
    return (begin, n) if begin < n and contains([one], "inside", "kind") else None


def _by_role(said: tuple[Token, ...], n: int, own: str) -> int:
    """The last token of a name that begins here and has the role of a customer or a supplier; 0 for none."""
    one = said[n]
    if "Capi" not in one.flags or not one.is_word or (n and said[n - 1].text in "«" and one.script == "en"):
        return 0
    if n and said[n - 1].sentence == one.sentence and "Capi" in said[n - 1].flags and said[n - 1].is_word:
        return 0
    last = n
    while last + 1 < len(said) and "Capi" in said[last + 1].flags and said[last + 1].is_word:
        last += 1
    name = said[n : last + 1]
    if " ".join(it.form for it in name) in own:
        return 0
    if one.script == "ru":
        return _russian_role(said, n, last)
    if any(contains([it], "inside", "places") for it in name[-1:]) or (len(name) == 1 and _plain(name[0])):
        return 0
    before, behind = said[max(0, n - 4) : n], said[last + 1 : last + 4]
    begins = not before or before[-1].sentence != one.sentence
    if begins and len(name) == 1:  # a capital that any first word has
        return 0
    if before and before[-1].form == "the":
        before = before[:-1]
    heads = contains(before[-1:], "inside", "supplied") or (
        contains(before[-1:], "inside", "toward") and contains(before[:-1], "inside", "supplied")
    )
    kind = contains(name[-1:], "inside", "kind")
    branch = len(name) > 1 and contains(name[-1:], "inside", "branch") and contains(behind[:1], "inside", "procures")
    moved = branch or (kind and contains(before[-1:], "inside", "toward"))
    customer = contains(before, "inside", "customer") and before[-1].form in (
        "is",
        "are",
        "was",
        ":",
        "—",
        "–",
        ",",
        "called",
        "like",
        "as",
    )
    does = contains(behind[:2], "inside", "procures") and (not begins or len(name) > 1)
    is_one = contains(behind[:1], "inside", "being") and contains(said[last + 2 : last + 7], "inside", "customer")
    return last if heads or moved or customer or does or is_one else 0


def _plain(token: Token) -> bool:
    return "Caps" in token.flags or contains([token], "inside", "calendar") or contains([token], "inside", "places")


def _russian_role(said: tuple[Token, ...], n: int, last: int) -> int:
    """«Алтайавтодор», Кулундинский элеватор: a quoted name, or an adjective of a place before a word for a firm."""
    here = [it for it in said if it.sentence == said[n].sentence]
    trades = contains(here, "inside", "buys") or contains(here, "inside", "takes")
    if not trades:
        return 0
    if n and said[n - 1].text == "«":
        before = said[n - 2] if n > 1 and said[n - 2].sentence == said[n].sentence else None
        if (
            before is not None
            and before.has("NOUN")
            and not contains([before], "inside", "firm")
            and not before.has("VERB")
        ):
            return 0  # a newspaper, a prize, a model is called so
        closing = next((k for k in range(n, min(n + 6, len(said))) if said[k].text == "»"), 0)
        return closing - 1 if closing else 0
    for k in range(last + 1, min(last + 4, len(said))):
        if said[n].has("ADJF") and contains([said[k]], "inside", "firm") and said[k].sentence == said[n].sentence:
            begins = n == 0 or said[n - 1].sentence != said[n].sentence
            return k if not begins or contains(here, "inside", "buys") else 0
        if not said[k].has("ADJF"):
            break
    return 0


def _sentence(said: tuple[Token, ...], place: int) -> list[Token]:
    here = next((one.sentence for one in said if one.end > place), 0)
    return [one for one in said if one.sentence == here]


def _is_own(named: str, own: str) -> bool:
    """Does the name stand in the plant's own?"""
    core = re.search(r"«([^»]+)»", named)
    name = (core[1] if core else named).strip('«»" ').casefold()
    return bool(own) and (name in own or own in name)
