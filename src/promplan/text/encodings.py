"""The text of a file whose encoding nobody tells: UTF-8 and UTF-16 by their bytes, older Russian ones by their letters.

A program for subtitles, a plant's office and a phone each save as they like. A guess is made only among what is met:
cp1251, the older cp866 and koi8-r, and cp1252 of western Europe.
"""

import codecs
import re

OLDER = ("cp1251", "cp866", "koi8-r", "cp1252")
SAMPLE = 200_000  # bytes by which an encoding is told
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins as UTF-16 does
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
ORDINARY = re.compile(r"[\s!-~А-Яа-яЁёÀ-ÿ°µ·±«»№–—−²³©®§‰’‘“”„…•€™]")
TWO_ALPHABETS = re.compile("[A-Za-z][А-Яа-яЁё]|[А-Яа-яЁё][A-Za-z]")
ODD_CASE = re.compile("[а-яё][А-ЯЁ]|[à-ÿ]{3}|[À-ß]{3}")  # no word of Russian, and none of French


def decoded(data: bytes) -> tuple[str, str]:
    """The text, without its byte order mark, and the encoding; what has no sign there becomes U+FFFD."""
    for mark, name in BOMS:
        if data.startswith(mark):
            return data.decode(name, "replace"), name.removesuffix("-sig")
    if (wide := _wide(data[:4000])) is not None:
        return data.decode(wide, "replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and len(data) - error.start < 4 and error.start:
            return data.decode("utf-8", "replace"), "utf-8"  # cut in the middle of its last letter
    best = max(OLDER, key=lambda name: _likely(data[:SAMPLE], name))
    return data.decode(best, "replace"), best


def _wide(head: bytes) -> str | None:
    """UTF-16 without its mark: every other byte is the high one of Latin or of Cyrillic."""
    for name, high, low in (("utf-16-le", head[1::2], head[::2]), ("utf-16-be", head[::2], head[1::2])):
        known = high.count(0) + high.count(4) + high.count(0x20)
        if high and low.count(0) * 3 < len(low) and high.count(0) > 0.1 * len(high) and known > 0.9 * len(high):
            return name
    return None


def _likely(data: bytes, name: str) -> float:
    """How much it reads like a text: small letters for, strange signs, mixed alphabets and capitals inside against."""
    text = data.decode(name, "replace")
    small, strange = len(re.findall("[а-яё]", text)), len(text) - len(ORDINARY.findall(text))
    return small - 4 * strange - 4 * len(TWO_ALPHABETS.findall(text)) - 3 * len(ODD_CASE.findall(text))
