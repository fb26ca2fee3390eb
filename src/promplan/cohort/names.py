"""Names of files as people meant them: Cyrillic out of four encodings, one Unicode form, no sign that hides another.

A zip says of a name only "UTF-8" or nothing; Windows then wrote cp866, older programs cp1251, and whoever unpacked it
with the wrong guess has packed the wrong letters again. A name is only ever shown and compared: no path is made of it.
"""

import re
import unicodedata

from promplan.text.plain import acts

MISREAD = ("cp437", "cp1252", "latin-1", "cp850", "cp1251", "cp866")  # as what the bytes of a name were taken
OLDER = ("cp866", "cp1251")
SMALL = re.compile("[а-яё]")
USUAL, RARE = frozenset("оеаинтсрвлкмдпубгзя"), frozenset("ъыьэюцщхфё")
ODD = re.compile(r"[а-яё][А-ЯЁ]|[A-Za-z][А-Яа-яЁё]|[А-Яа-яЁё][A-Za-z]|(?<![А-Яа-яЁё])[ъыьЪЫЬ]")
PLAIN = re.compile(r"[ -~А-Яа-яЁё№«»–—]")
WELL = 0.45  # how Russian a name reads that needs no other guess
SEEN = 120  # letters of a name that are shown


def of_bytes(raw: bytes) -> str:
    """A name whose encoding nobody tells: ASCII and UTF-8 by their bytes, the older ones by how Russian they read."""
    if (text := _utf8(raw)) is not None:
        return text
    best = max((raw.decode(one, "replace") for one in OLDER), key=_russian)
    return best if _russian(best) > WELL else raw.decode("cp437")


def repaired(text: str) -> str:
    """The name, once what a wrong guess made of its letters is undone; the name itself where nothing was wrong."""
    text = unicodedata.normalize("NFC", text)
    now = _russian(text)
    if text.isascii():
        return text
    best = text
    for misread in MISREAD:
        try:
            raw = text.encode(misread)
        except UnicodeEncodeError:
            continue
        meant = ("utf-8",) if now > WELL else ("utf-8", *OLDER)  # what reads well is no older letters misread
        for one in (it for it in meant if it != misread):
            if one == "utf-8":
                if (found := _utf8(raw)) is not None and not any(map(acts, found)):
                    return unicodedata.normalize("NFC", found)  # nobody writes by chance what reads as UTF-8
                continue
            found = raw.decode(one, "replace")
            if _russian(found) > max(WELL, now, _russian(best)):
                best = found
    return unicodedata.normalize("NFC", best)


def cleaned(text: str) -> str:
    """A name without what hides in it: control codes and signs that turn the reading direction."""
    return "".join(one for one in unicodedata.normalize("NFC", text) if not acts(one) and one != "\ufffe")


def short(text: str, most: int = SEEN) -> str:
    """A name as a list shows it: its beginning and its end where it is long."""
    if len(text) <= most:
        return text
    return f"{text[: most // 2]}…{text[-(most // 2 - 1) :]}"


def alike(text: str) -> str:
    """What two spellings of a name have in common: letters and digits, small, `ё` as `е`."""
    low = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    return "".join(one for one in low if one.isalnum())


def _utf8(raw: bytes) -> str | None:
    """What the bytes are as UTF-8, where that is no chance: four bytes of cp866 may be a letter that nobody writes."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
    strange = any(unicodedata.category(one) in ("Cn", "Co") or (one > "\uffff" and one.isalpha()) for one in text)
    return None if strange else text


def _russian(text: str) -> float:
    """How much of what is not ASCII reads as Russian: its usual letters for, strange signs and neighbours against."""
    high = sum(one > "~" for one in text)
    if not high:
        return 0.0
    low = text.casefold()
    usual, rare = sum(one in USUAL for one in low), sum(one in RARE for one in low)
    strange, odd = len(text) - len(PLAIN.findall(text)), len(ODD.findall(text))
    return (usual + 0.2 * len(SMALL.findall(text)) - 0.6 * rare - 2 * strange - 1.5 * odd) / high
