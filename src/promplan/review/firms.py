"""Other firms in a text: by legal form, by a word before a quoted name, by the role of a customer or a supplier."""

import re
from functools import lru_cache

from promplan.review.traders import is_capital, last_of_a_trader
from promplan.text.morphology import Token, tokens
from promplan.text.normal import normal
from promplan.text.patterns import contains

FORM_RU = r"(?:ООО|ОАО|ПАО|ЗАО|НАО|АО|ИП|ГУП|МУП|ФГУП|МП|ТОО|ЧУП|ОДО)"
WORDS = "inside"
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


@lru_cache(4096)
def firm(text: str, plant: str) -> tuple[str, bool]:
    """The first other firm that a text names, as it stands there, and whether its form alone makes it one.

    A firm with a legal form is one; a quoted name behind «компания» only in the role of a customer or a supplier. The
    plant itself, its owner and its former names are none.
    """
    own = normal(plant).text.casefold()
    if named := _by_form(text, own):
        return named, True
    return _called_a_firm(text, own) or _by_role(text, own) or _by_kind(text, own), False


def _by_form(text: str, own: str) -> str:
    """«ООО Север», Kestrel Rail Ltd: a name with its legal form."""
    read, said = normal(text), tokens(text)
    for hit in LEGAL.finditer(read.text):
        start, end = read.back(*hit.span())
        if not is_own(hit[0], own) and not contains(_sentence(said, start), WORDS, "own"):
            return text[start:end]
    return ""


def _called_a_firm(text: str, own: str) -> str:
    """Компания «Север», where somebody trades."""
    read, said = normal(text), tokens(text)
    for hit in QUOTED.finditer(read.text):
        start, end = read.back(*hit.span())
        before, here = [one for one in said if one.end <= start][-1:], _sentence(said, start)
        if is_own(hit[0], own) or not contains(before, WORDS, "firm"):
            continue
        if contains(here, WORDS, "trade") and not contains(here, WORDS, "own"):
            return text[before[0].start : end]
    return ""


def _by_role(text: str, own: str) -> str:
    """A name of capitals in the role of a customer or a supplier."""
    said = tokens(text)
    for n, one in enumerate(said):
        last = last_of_a_trader(said, n, own)
        if last and not contains(_sentence(said, one.start), WORDS, "own"):
            return text[one.start : said[last].end]
    return ""


def _by_kind(text: str, own: str) -> str:
    """A name without a form: an organisation that the dictionary knows, capitals that end in Shipping, Railways."""
    said = tokens(text)
    for n, one in enumerate(said):
        if not is_capital(one) or one.text.casefold() in own:
            continue
        here = _sentence(said, one.start)
        if not contains(here, WORDS, "buys") or contains(here, WORDS, "own"):
            continue
        if one.script == "ru":
            plain = one.has("Name") or one.has("Surn") or contains([one], "jargon", "known")
            if one.has("Orgn") and not plain:
                return one.text
            continue
        begin = n
        while begin and is_capital(said[begin - 1]):
            begin -= 1
        if begin < n and contains([one], WORDS, "kind"):
            return text[said[begin].start : one.end]
    return ""


def _sentence(said: tuple[Token, ...], place: int) -> list[Token]:
    here = next(one.sentence for one in said if one.end > place)
    return [one for one in said if one.sentence == here]


def is_own(named: str, own: str) -> bool:
    """Does the name stand in the plant's own?"""
    name = (named.partition("«")[2].rstrip("»") or named).casefold()
    return bool(own) and (name in own or own in name)
