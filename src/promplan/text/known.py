"""Which words most people know: a word of none of the known families is a word of some trade, or a slip of the pen.

The families lie in `assets/known`, made from word frequencies. A word that is not among them is known all the same
where it is plainly made of known ones: a payslip, an overfull store; «лаборантка», «газоочистка».
"""

import gzip
import re
from collections.abc import Callable
from functools import cache, lru_cache

from promplan import assets
from promplan.text.english import irregular, stem
from promplan.text.morphology import Script, Token, analyser

LEAST, LONGEST = 4, 40  # letters of a word that may be asked about
SHORTEST = 3  # letters of a root
TYPED = 8  # letters from which a slip is likelier than a rare word
NAMED = frozenset({"Surn", "Name", "Patr", "Geox", "Orgn", "Abbr", "Trad", "Init"})
BEFORE = re.compile(
    "(?:un|non|over|under|out|mis|multi|inter|anti|semi|super|micro|mini|ultra|(?:co|re|pre)(?!.*ers?$))-?(?=...)"
)
BEHIND = re.compile("(?:ness|less|ish|like|ful|fully|able|ably|proof|wise|fold|most|free|er|est|ier|iest|ise|ize|y)$")
SHORT = frozenset(  # first halves of three letters
    re.findall(
        "...",
        "airarmartbagbarbedbeebigbinboxboybuscarcatcowcupdaydogdryeareggeyefatfirflygasgunhathayhipicejamjetkeylaw"
        "dyeoatryesawrodnetmudraglowmapnewoffoiloldoutpayredseasetskysuntaxteatoetopwarwaywebwet",
    )
)
PARTS = range(3, 12)  # letters of the first half of a compound
PEOPLE = re.compile("(?:льщи[кц]|[щч]и[кц]|ни[кц]|к|ш|ец)$")
MADE = re.compile("(?:еск|ов|ев|н|ск|ист|чат|оват|енн|янн|лив)$")  # an adjective of it
VERB = re.compile("(.+?)(?:ть(?:ся)?|ни[ея])$")  # and the noun of it
VERBS = re.compile("(?:ива|ыва|ова|ева|а|я|и|е|ну)$")
ENDS = ("", "а", "и", "я", "е", "к", "н", "ь", "л", "ова", "ива")  # how the stem of its verb or thing may end
LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
LEADS = re.compile(
    "(?:не|до|вы|пере|про|под|над|рас|раз|рос|из|ис|за|на|об|от|по|при|с|у|вз|вс|без|бес|со|сверх|меж|со|пред)(?=....)"
)
PARTICLES = frozenset({"нибудь", "либо", "таки"})
ANYTHING = re.compile(  # what may stand before any noun or adjective
    "(?:не|пол[уь]?|дву[хм]?|трех|четырех|пяти|шести|десяти|много|одно|мало|медиа|авто|фото|видео|теле|кино|эко|био"
    "|микро|мини|супер|спец|соц|веб|онлайн|интернет|полно|само)-?(?=....)"
)
LINKED = re.compile("^[а-я]{3,10}?[оеи](?=[а-я]{5})")


def known(one: Token) -> bool:
    """Is it no word, or one that most people know?"""
    if not one.is_word or not LEAST <= len(one.form) <= LONGEST:
        return True
    return _known(one.form, one.script)


@lru_cache(20_000)
def _known(form: str, script: Script) -> bool:
    return _english(form) if script == "en" else _russian(form)


def _english(form: str) -> bool:
    bare = form.removesuffix("'s").removesuffix("'")
    if len(bare) < LEAST or not bare.isascii() or "'" in bare:
        return True
    return _made(bare) or _compound(bare) or _slip(bare)


def _made(bare: str) -> bool:
    """Is it of a known family, or made of one by what may stand before or behind any word?"""
    root = stem(irregular(bare))
    if len(root) < SHORTEST or root in families("en"):
        return True
    if (cut := BEFORE.match(bare)) and stem(bare[cut.end() :]) in families("en"):
        return True
    if not (ending := BEHIND.search(bare)) or ending[0] == "er":
        return False
    rest = bare[: ending.start()]
    return len(rest) >= SHORTEST and any(stem(it) in families("en") for it in (rest, f"{rest}e", f"{rest}y"))


def _compound(bare: str) -> bool:
    """Is it two known words in one: a payslip, a storekeeper, a gatehouse?"""
    for n in PARTS:
        first, second = bare[:n], bare[n:]
        if len(second) < LEAST and second not in ("man", "men"):
            break
        if (first in SHORT or (n >= LEAST and stem(first) in families("en"))) and stem(second) in families("en"):
            return True
    return False


def _slip(bare: str) -> bool:
    """Is a long word a known one, but for two letters that changed places, one that is missing, or one twice?"""
    if len(bare) < TYPED:
        return False
    signs = "abcdefghijklmnopqrstuvwxyz"
    return any(stem(it) in families("en") for it in _nearly(bare, signs))


def _nearly(word: str, signs: str) -> set[str]:
    cut = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    return {
        *(f"{a}{b[1]}{b[0]}{b[2:]}" for a, b in cut if len(b) > 1),
        *(f"{a}{it}{b}" for a, b in cut for it in signs),
        *(a + b[1:] for a, b in cut if a and b and a[-1] == b[0]),
    } - {word}


def _russian(form: str) -> bool:
    if "-" in form:
        return all(len(half) < LEAST or half in PARTICLES or _known(half, "ru") for half in form.split("-"))
    ways = [one for one in analyser().parse(form) if one.is_known]
    if any(not NAMED.isdisjoint(one.tag.grammemes) for one in ways):
        return True
    lemmas = {one.normal_form.replace("ё", "е") for one in ways or analyser().parse(form)}
    if any(_family(lemma) for lemma in lemmas):
        return True
    return not ways and len(form) >= TYPED and any(map(analyser().word_is_known, _nearly(form, LETTERS)))


def _family(lemma: str) -> bool:
    """Is the lemma of a known family, or made of one: its people, its verb's other aspect or prefix, two in one?"""
    told, root = families("ru"), _stem()(lemma)
    if len(root) < SHORTEST or root in told:
        return True
    person = MADE.sub("", root) if MADE.search(root) else PEOPLE.sub("", root)
    if person != root and len(person) >= LEAST and any(f"{person}{end}" in told for end in ENDS):
        return True
    if verb := VERB.match(lemma):
        bare = VERBS.sub("", verb[1])
        ways = {bare, LEADS.sub("", bare, count=1)}
        if any(len(it) >= SHORTEST and any(f"{it}{end}" in told for end in ENDS) for it in ways):
            return True
    if (lead := ANYTHING.match(lemma)) and _family(lemma[lead.end() :]):
        return True
    return any(root[one.end() :] in told for one in LINKED.finditer(root))


@cache
def families(language: str) -> frozenset[str]:
    """The stems of the families that most people know; read when the first word is asked about."""
    file = assets.folder() / "known" / f"{language}.txt.gz"
    found, before = [], ""
    for row in gzip.decompress(file.read_bytes()).decode("koi8-r").splitlines():
        if not row.startswith("#"):
            before = before[: int(row[0])] + row[1:]
            found.append(before)
    return frozenset(found)


@cache
def _stem() -> Callable[[str], str]:
    from snowballstemmer import stemmer

    stem: Callable[[str], str] = stemmer("russian").stemWord
    return stem
