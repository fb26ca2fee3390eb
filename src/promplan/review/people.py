"""Personal data in a text: a person's name, a telephone number, an address; by shape and context, not by bare signs.

A number with thousands is no telephone and a standard's number neither; initials before «завод», "Council" or behind
«им.» are no person. What the shapes cannot tell is left alone: a hit is an error that no reason answers.
"""

import re
import tomllib
from functools import cache

from promplan import assets

MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
GAP = r"[\s\u00a0\u202f.-]*"
PHONE = re.compile(
    rf"(?<![\w+])\+\d(?:{GAP}[()]?{GAP}\d){{9,13}}(?!\d)"  # +7 385 212-34-56
    rf"|(?<!\d)(?<!\d[\s\u00a0\u202f])8{GAP}\(?[3489]\d{{2}}\)?{GAP}\d{{3}}{GAP}\d{{2}}{GAP}\d{{2}}(?![\s\u00a0\u202f]?\d)"
    r"|(?<!\d)\(\d{3,5}\)\s?\d{1,3}(?:[\s-]?\d{2}){2}(?!\d)"  # (3852) 34-56-78
    r"|(?:\bтел(?:ефон\w*|\.)?|\bзвоните|\bмоб(?:ильный|\.)|\bphone|\bcall|\btel\.?)(?:\s+(?:number|номер|по))?\s*[:№]?\s*"
    r"[+(]?\d[\d\s()-]{4,}\d",
    re.IGNORECASE,
)
NAMED_AFTER = r"(?<!им\. )(?<!им\.)(?<!имени )(?<!named after )(?<!улица )(?<!улице )(?<!ул\. )(?<!памяти )"
BODIES = (  # words that stand behind the initials of a country or a state, or end a body's name
    "Department|Council|Board|Ministry|Bureau|Agency|Institute|University|Congress|Senate|Navy|Army|Government|Committee|"
    "Association|Corporation|Commission|Office|Court|Bank"
)
NO_NAME = rf"(?!(?:{BODIES})\b)"
INSTITUTION = rf"(?!(?:\s+[A-Z][a-z]+)?\s+(?:{BODIES})\b)"
PERSON = re.compile(
    rf"{NAMED_AFTER}\b[A-ZА-ЯЁ]\.\s?[A-ZА-ЯЁ]\.\s?{NO_NAME}[A-ZА-ЯЁ][a-zа-яё]+\b{INSTITUTION}"
    rf"|{NAMED_AFTER}\b[А-ЯЁ][а-яё]+\s[А-ЯЁ]\.\s?[А-ЯЁ]\."
    r"|\b[А-ЯЁ][а-яё]+\s[А-ЯЁ][а-яё]+\s[А-ЯЁ][а-яё]+(?:[оеё]вич|ич|[оеё]вн|ичн|иничн)(?:а|у|ем|ом|е|ы|ой)?\b"
)
# a place, a prize, a ship is called after somebody, and is nobody's data
PLACE = re.compile(
    r"(?:улиц\w+|ул\.|площад\w+|пл\.|им\.|имени|памяти|музе\w+|школ\w+|теплоход\w*|"
    r"\b(?:named after|memory of|school|museum|prize|ship|after))\s*[«\"“]?$",
    re.IGNORECASE,
)
PLACES = "Street|Avenue|Road|Square|Museum|Prize|School|Bridge|Institute|Works|Plant|Company"
BEHIND = re.compile(rf"\s*(?:{PLACES}|&|and Sons|and Company|Ltd|Inc)\b")
SURNAME = (
    r"[А-ЯЁ][а-яё]{2,}(?:[оеё]в|[иы]н|ск|цк|ко|ук|юк|як|ян|дзе|швили|[оеё]в[а-яё]{1,2}|[иы]н[а-яё]{1,2}|ск[а-яё]{2,3})"
)
ENDS = "(?:а|у|ом|ем|ём|е|ы|и|ой|ей|ёй|ю|я|й|ь|ью)?"


def person(text: str) -> str:
    """The first person that a text names, as it stands there; empty where there is none."""
    if hit := PERSON.search(text):
        return hit[0]
    for hit in _full_name().finditer(text):
        if not PLACE.search(text[: hit.start()]) and not BEHIND.match(text, hit.end()):
            return hit[0]
    return ""


def telephone(text: str) -> str:
    """The first telephone number, with its word where it has one; empty where there is none."""
    hit = PHONE.search(text)
    return hit[0] if hit else ""


def mail(text: str) -> str:
    """The first mail address; empty where there is none."""
    hit = MAIL.search(text) if "@" in text else None
    return hit[0] if hit else ""


@cache
def _full_name() -> re.Pattern[str]:
    """A given name beside a surname, in either order in Russian, in any of its cases."""
    names = tomllib.loads((assets.folder() / "given_names.toml").read_text(encoding="utf-8"))
    english = "|".join(names["en"])
    russian = "|".join(sorted({re.sub("[аяйь]$", "", one) for one in names["ru"]}, key=len, reverse=True))
    return re.compile(
        rf"\b(?:{english})\s(?:[A-Z]\.\s)?(?!(?:{PLACES})\b)[A-Z][a-z]{{2,}}(?:-[A-Z][a-z]+)?\b"
        rf"|\b(?:{russian}){ENDS}\s{SURNAME}\b|\b{SURNAME}\s(?:{russian}){ENDS}\b"
    )
