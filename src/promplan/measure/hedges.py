"""How exactly a number is told: "more than", «около», "nearly" before it, «с лишним» behind it, and its own digits."""

import re

HEDGES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?:{words})\s*(?:на|в|с|до|of|to|by|the)?\s*$", re.IGNORECASE))
    for name, words in (
        (
            "at most",
            r"not more than|no more than|at most|up to|(?<!just )under|(?<!slightly )less than|below|fewer than|within|"
            r"max(?:imum)?\.?|до|не более(?: чем)?|не больше|(?<!чуть )менее(?: чем)?|(?<!чуть )меньше|максимум|"
            r"не превыша\w+|ниже|≤|<",
        ),
        (
            "at least",
            r"more than|over|above|at least|not less than|no less than|exceed\w*|from|min(?:imum)?\.?|upwards of|"
            r"in excess of|свыше|более(?: чем)?|больше(?: чем)?|не менее|не меньше|превы\w+|выше|от|минимум|≥|>",
        ),
        (
            "almost",
            r"almost|nearly|close to|close on|just under|slightly less than|почти|без малого|чуть меньше|чуть менее|"
            r"порядка",
        ),
        (
            "about",
            r"about|around|some|approximately|approx\.?|roughly|circa|ca\.?|~|≈|около|примерно|приблизительно|порядка|"
            r"где-то|ориентировочно|в среднем|on average|an average of|average",
        ),
    )
)
PLUS = re.compile(
    r"\s?\+(?!\s?\d)|[\s-]?(?:plus(?= [^\W\d])|or more|и более|and more|and counting|and some|odd|"
    r"с лишним|с небольшим|с чем-то|с хвостиком|с гаком)(?!\w)",
    re.IGNORECASE,
)
OR_SO = re.compile(
    r"\s(?:[^\W\d_]+\s)?(?:or so|or thereabouts|give or take|плюс-минус|или около того)(?!\w)", re.IGNORECASE
)


def room(before: str, after: str, value: float, step: float) -> tuple[float, float, str]:
    """The range in which the truth lies, by the words before the number and the digits given."""
    half = step / 2 * (1 + 1e-9)
    size = abs(value)
    for name, pattern in HEDGES:
        if pattern.search(before):
            if name == "at least":
                return value - half, value + 0.3 * size, name
            if name == "at most":
                return value - 0.3 * size, value + half, name
            if name == "almost":
                return value - 0.12 * size, value + max(half, 0.02 * size), name
            return value - 0.1 * size, value + 0.1 * size, name
    if PLUS.match(after):
        return value - half, value + 0.3 * size, "at least"
    if OR_SO.match(after):
        return value - 0.1 * size, value + 0.1 * size, "about"
    return value - half, value + half, ""
