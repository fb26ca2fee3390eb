"""Personal data in a text: a person's name, a telephone number, an address; by shape, grammar and context.

A name is one by its grammar (a given name beside a surname, in either order and any case; a patronymic; initials
beside a surname). A number with thousands is no telephone and a standard's number neither; initials before a body's
word or behind «им.» are no person; who belongs to history is nobody's data.
"""

import re
from functools import cache, lru_cache

from promplan import assets, toml
from promplan.text.morphology import Token, tokens
from promplan.text.patterns import contains

MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
GAP = r"[\s\u00a0\u202f.-]*"
PHONE = re.compile(
    rf"(?<![\w+])\+\d(?:{GAP}[()]?{GAP}\d){{9,13}}(?!\d)"  # +7 385 212-34-56
    rf"|(?<!\d)(?<!\d[\s\u00a0\u202f])8{GAP}\(?[3489]\d{{2}}\)?{GAP}\d{{3}}{GAP}\d{{2}}{GAP}\d{{2}}(?![\s\u00a0\u202f]?\d)"
    r"|(?<!\d)\(\d{3,5}\)\s?\d{1,3}(?:[\s-]?\d{2}){2}(?!\d)"  # (3852) 34-56-78
    r"|(?<![\d-])(?<!\d\s)0\d{3,4}[\s-]\d{3}[\s-]?\d{3}(?!\d)"  # 01632 960417
    r"|(?:\bтел(?:ефон\w*|\.)?|\bзвоните|\bмоб(?:ильный|\.)|\bphone|\bcall|\bring|\btel\.?)"
    r"(?:\s+(?:number|номер|по|on))?\s*[:№]?\s*[+(]?\d[\d\s()-]{4,}\d"
    r"|\b(?:(?:по)?звон|телефон|home number|mobile)\w*[^.\d]{1,40}\d{2,3}-\d\d-\d\d(?!\d)",
    re.IGNORECASE,
)
NAMED_AFTER = frozenset({"им", "имени", "памяти", "имя"})
SURNAME = re.compile(
    r"[а-я-]{2,}(?:[ое]в|[иы]н|ск|цк|ко|ук|юк|як|ян|дзе|швили|ич|ец|уш|[ое]в[а-я]{1,3}|[иы]н[а-я]{1,3}|[сц]к[а-я]{2,3}|ых|их|ых)"
)
LIVING = 1930  # whoever did something before this year belongs to history
BACK = 4  # tokens before a name that may say what it is the name of


def person(text: str) -> str:
    """The first person that a text names, as it stands there; empty where there is none."""
    return _person(text)


@lru_cache(4096)
def _person(text: str) -> str:
    said = tokens(text)
    for n, token in enumerate(said):
        if "Capi" not in token.flags or not token.is_word:
            continue
        end = (
            _initials(said, n)
            or _russian(said, n)
            or _english(said, n)
            or _surname_alone(said, n)
            or _apposed(said, n)
            or _to_be_met(said, n)
        )
        if end and not _historic(said, n, end):
            return text[token.start : said[end - 1].end]
    return ""


def _capital(said: tuple[Token, ...], n: int) -> bool:
    return n < len(said) and said[n].is_word and "Capi" in said[n].flags


def _letter(said: tuple[Token, ...], n: int) -> bool:
    return _capital(said, n) and len(said[n].text) == 1 and n + 1 < len(said) and said[n + 1].text == "."


def _initials(said: tuple[Token, ...], n: int) -> int:
    """Where a name of initials and a surname ends: И. И. Петров, Петров И. И., J. R. Hartley; 0 for none."""
    if _letter(said, n):
        end = n + 2
        while _letter(said, end):
            end += 2
        if _capital(said, end) and _surname_like(said[end]) and (end > n + 2 or said[end].script == "ru"):
            behind = said[end + 1 : end + 3]
            return 0 if any(_body(one) for one in (said[end], *behind)) else end + 1
        return 0
    if len(said[n].text) > 2 and said[n].script == "ru" and _letter(said, n + 1) and _letter(said, n + 3):
        return n + 5
    return 0


def _introduced(said: tuple[Token, ...], n: int) -> bool:
    """Does a word for a person stand right before: operator Marian Tolley, Mrs Whitfield?"""
    if _begins(said, n) or "Caps" in said[n].flags or len(said[n].text) < 3:
        return False
    return said[n - 1].text[:1].islower() and contains([said[n - 1]], "inside", "someone")


def _surname_alone(said: tuple[Token, ...], n: int) -> int:
    """Where a surname ends that a title or a role introduces: Mrs Okafor, foreman Harris, бригадир Кузьмин."""
    before = (
        n - 2 if n > 1 and said[n - 1].text == "." and said[n - 2].form in ("mr", "mrs", "ms", "dr", "prof") else n - 1
    )
    if before < 0 or not _surname_like(said[n]) or not _same(said, before, n) or _body(said[n]):
        return 0
    # a Russian word for a living being says enough: кочегар Хомутов
    being = said[n].script == "ru" and said[before].has("NOUN", "anim", "sing") and "Capi" not in said[before].flags
    title = being or (
        contains([said[before]], "inside", "title") and (said[n].script == "ru" or "Capi" in said[before].flags)
    )
    if not title and not (contains([said[before]], "inside", "role") and _one(said[before])):
        return 0
    if said[n].script == "ru":
        known = said[n].has("Surn") or bool(SURNAME.fullmatch(said[n].form) and not said[n].has("ADJF"))
        return n + 1 if known and not said[n].has("Geox") else 0
    behind = said[n + 1 : n + 2]
    if contains([said[n]], "inside", "calendar") or any(_body(one) or one.text == "&" for one in behind):
        return 0
    # operator Siemens Energy, engineer Marlow Ford: two capitals are for another rule
    return n + 1 if title or not _capital(said, n + 1) else 0


def _apposed(said: tuple[Token, ...], n: int) -> int:
    """Where a name ends that its role follows: Whitcombe, our chief designer, …"""
    if said[n].script != "en" or not _surname_like(said[n]) or contains([said[n]], "inside", "calendar"):
        return 0
    if contains([said[n]], "inside", "places") or (not _begins(said, n) and "Capi" in said[n - 1].flags):
        return 0
    behind = said[n + 1 : n + 7]
    if len(behind) < 3 or behind[0].text != "," or behind[1].form not in ("our", "the", "a", "an", "who", "its"):
        return 0
    role = [k for k, one in enumerate(behind[2:]) if contains([one], "inside", "role") and _one(one)]
    return n + 1 if role and all(one.is_word for one in behind[2 : 2 + role[0]]) else 0


def _to_be_met(said: tuple[Token, ...], n: int) -> int:
    """Where a given name ends that one is to ask for: ask for Steve, звоните Олегу."""
    if not given_name(said[n]) or said[n].form.endswith("'s"):
        return 0
    before = said[max(0, n - 2) : n]
    if before and before[-1].form in ("for", "to", "with", "к", "our", "у"):
        before = before[:-1]
    return n + 1 if contains(before[-1:], "inside", "calls") else 0


def _same(said: tuple[Token, ...], one: int, other: int) -> bool:
    return said[one].script == said[other].script and (said[one].sentence == said[other].sentence or other - one > 1)


def _one(token: Token) -> bool:
    """Is it a single person's role? Of several, a name behind them is no surname."""
    if token.script == "ru":
        return any("sing" in one.grammemes for one in token.readings) and "Caps" not in token.flags
    return not token.form.endswith("s") or token.form.endswith("ss")


def _body(token: Token) -> bool:
    return contains([token], "inside", "body") and "Capi" in token.flags


def _surname_like(token: Token) -> bool:
    return len(token.text) > 2 and "Caps" not in token.flags


def _russian(said: tuple[Token, ...], n: int) -> int:
    """Where a full Russian name ends: two or three of given name, patronymic, surname, in any order; 0 for none."""
    kinds: list[str] = []
    while len(kinds) < 3 and _capital(said, n + len(kinds)) and (kind := _kind(said, n + len(kinds))):
        kinds.append(kind)
    while len(kinds) > 1:
        others = [(one, kinds[:k] + kinds[k + 1 :]) for k, one in enumerate(kinds)]
        if any("p" in one or ("g" in one and any("s" in other for other in rest)) for one, rest in others):
            return n + len(kinds)
        kinds.pop()
    return 0


def _begins(said: tuple[Token, ...], n: int) -> bool:
    return n == 0 or said[n - 1].sentence != said[n].sentence or said[n - 1].script == "mark"


def _kind(said: tuple[Token, ...], n: int) -> str:
    """What a word with a capital may be in a name: g given name, s surname, p patronymic; empty for none of them."""
    token = said[n]
    if token.script != "ru" or "Caps" in token.flags or len(token.text) < 2:
        return ""
    if token.has("Patr"):
        return "p"
    kind = "g" * (token.has("Name") or bool(token.lemmas & _names()["ru"])) + "s" * token.has("Surn")
    if "s" in kind:
        return kind
    if SURNAME.fullmatch(token.form) and not token.has("Geox") and not token.has("ADJF"):
        return kind + "s"
    if kind or token.has("Geox") or token.has("Orgn") or _begins(said, n) or token.has("VERB") or token.has("ADJF"):
        return kind + "s" * ("g" in kind and not _begins(said, n))  # Ким, Марк and the like may be either
    return "s" if len(token.text) > 2 else ""  # a surname that no dictionary knows, or knows as another word


def _english(said: tuple[Token, ...], n: int) -> int:
    """Where a full English name ends, from its given name on; 0 for none."""
    if said[n].script != "en" or (n and said[n - 1].text in "«&"):
        return 0
    if said[n].form not in _names()["en"] and not _introduced(said, n):
        return 0
    end = n + 1
    if _letter(said, end):
        end += 2
    while end < len(said) and said[end].text == "-":
        end += 2
    if not (_capital(said, end) and said[end].script == "en" and _surname_like(said[end])):
        return 0
    if _body(said[end]) or said[end].form.endswith("'s"):
        return end + 1 if said[end].form.endswith("'s") and not _body(said[end]) else 0
    behind = said[end + 1 : end + 3]
    if any(_body(one) or one.text == "&" for one in behind[:1]):
        return 0
    if len(behind) > 1 and behind[0].form == "and" and _body(behind[1]):
        return 0
    return end + 1


def titled(said: tuple[Token, ...], n: int) -> bool:
    """Is it a person's name behind a title or a role?"""
    return "Capi" in said[n].flags and said[n].is_word and bool(_surname_alone(said, n))


def given_name(token: Token) -> bool:
    """Is it a person's given name, with its capital?"""
    if "Capi" not in token.flags or "Caps" in token.flags:
        return False
    return token.has("Name") if token.script == "ru" else token.form.removesuffix("'s") in _names()["en"]


def _historic(said: tuple[Token, ...], n: int, end: int) -> bool:
    """Is a thing called after the person, or does the person belong to history?"""
    before = [one for one in said[max(0, n - BACK) : n] if one.sentence == said[n].sentence]
    if any(one.form in NAMED_AFTER for one in before) or contains(before, "inside", "historic"):
        return True
    years = [int(one.text) for one in said if one.script == "number" and one.text.isdigit() and len(one.text) == 4]
    if years and min(years) > 1600 and max(years) < LIVING:
        return True
    return bool(years) and 1600 < min(years) < 1950 and contains(said, "inside", "historic")


def telephone(text: str) -> str:
    """The first telephone number, with its word where it has one; empty where there is none."""
    hit = PHONE.search(text)
    return hit[0] if hit else ""


def mail(text: str) -> str:
    """The first mail address; empty where there is none."""
    hit = MAIL.search(text) if "@" in text else None
    return hit[0] if hit else ""


@cache
def _raw() -> dict[str, list[str]]:
    return toml.read(assets.folder() / "given_names.toml")


@cache
def _names() -> dict[str, frozenset[str]]:
    raw = _raw()
    return {one: frozenset(it.casefold().replace("ё", "е") for it in raw[one]) for one in ("en", "ru")}
