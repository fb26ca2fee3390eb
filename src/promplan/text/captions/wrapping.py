"""A caption broken into its lines where a reader breathes: behind a mark, before a short word, the halves alike."""

import re
from functools import cache

MARK = re.compile(r"[.!?…,;:»”\"')]$|[—–]$")
BOUND = {  # words that belong to what follows: a line does not end with them
    "en": "a an the of to in on at by for from with and or but nor so as if that than into my your his her its",
    "ru": "в во на к ко с со из от до по за у о об при про для без над под и а но или что как если чтобы не ни",
}
# words of a number: it is read whole, and no line or caption ends within it
NUMERAL = re.compile(
    r"(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|eighteen|\w+teen"
    r"|twent(?:y|ieth)|thirt(?:y|ieth)|fort(?:y|ieth)|fift(?:y|ieth)|sixt(?:y|ieth)|sevent(?:y|ieth)|eight(?:y|ieth)"
    r"|ninet(?:y|ieth)|hundred|thousand|million|point)(?:-\w+)?"
    r"|од(?:ин|на|но|ного|ной|ному|ним)|дв(?:а|е|ух|ум|умя)|тр(?:и|ёх|ех|ём|ем|емя)|четыр(?:е|ёх|ех|ём|ем|ьмя)"
    r"|(?:пят|шест|сем|девят|десят)(?:ь|и|ью)|вос(?:емь|ьми|емью)|\w+надцат\w{1,3}|(?:два|три)дцат\w{1,3}|сорока?"
    r"|(?:пять|шесть|семь|восемь)десят|девяност[оа]|ст[оа]|двести|триста|четыреста|(?:пять|шесть|семь|восемь|девять)сот"
    r"|тысяч\w{0,3}|миллион\w{0,3}|целых|[0-9]{1,3})",
    re.IGNORECASE,
)
DASH = {"—", "–", "-"}


def wrapped(text: str, width: int, lines: int = 2) -> str:
    """The text in as few lines of `width` characters as it takes, and in as many as that; a long word stays whole.

    Where it does not go into `lines` lines it takes more: nothing is cut, `faults` says it.
    """
    words = text.split()
    joined = " ".join(words)
    if len(joined) <= width or not words:
        return joined
    for count in range(2, max(lines, 2) + 1):
        room = count * (width + 1)  # the break of a line takes no room
        if len(joined) < room and (found := _even(words, width, count)) is not None:
            return "\n".join(found)
    return "\n".join(_greedy(words, width))


def fits(text: str, width: int, lines: int) -> bool:
    """Does the text go into so many lines?"""
    return len(text) < lines * (width + 1) and wrapped(text, width, lines).count("\n") < lines


def _even(words: list[str], width: int, count: int) -> list[str] | None:
    """In exactly `count` lines, at the best places; None where that cannot be."""
    if count == 1:
        line = " ".join(words)
        return [line] if len(line) <= width else None
    best: tuple[float, list[str]] | None = None
    whole, first = len(" ".join(words)), -1
    for at in range(1, len(words)):
        first += len(words[at - 1]) + 1
        if first > width:
            break
        rest = _even(words[at:], width, count - 1)
        if rest is None:
            continue
        worse = abs(first - whole / count) + cost(words[at - 1], words[at])
        if best is None or worse < best[0]:
            best = worse, [" ".join(words[:at]), *rest]
    return best[1] if best else None


def _greedy(words: list[str], width: int) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def cost(before: str, after: str) -> float:
    """How badly a text is parted between two words, in characters of unevenness."""
    if MARK.search(before):
        return -8.0 if before[-1] in ".!?…" else -5.0
    if NUMERAL.fullmatch(before) and (NUMERAL.fullmatch(after.rstrip(".,;:!?…»”)")) or _adds(before, after)):
        return 14.0
    if after in DASH:
        return 6.0  # a dash stays with the word before it
    if before.casefold() in bound():
        return 9.0
    return -3.0 if after.casefold() in bound() else 0.0


def _adds(before: str, after: str) -> bool:
    """Is it the “and” of a hundred and one?"""
    return after.casefold() == "and" and before.casefold() in ("hundred", "thousand", "million")


@cache
def bound() -> frozenset[str]:
    """The words of both languages that belong to the word behind them."""
    return frozenset(word for words in BOUND.values() for word in words.split())
