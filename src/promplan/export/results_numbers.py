"""A number in an export: a whole count, a sum of money, a rate; what is rounded or is none is a `Problem`.

Nothing is guessed: «1,2 тыс.» hides up to fifty people on either side, and is refused.
"""

import re
from typing import Any

from promplan.export.results_mapping import words
from promplan.export.sheet_days import plain
from promplan.language import Problem, say

MOST = 10**12
BLANKS = re.compile("[\\s\\u00a0\\u2009\\u202f\\u2007]+")
GROUPED = re.compile(r"(?:[1-9]\d{0,2}|0)(?:([ ,.'’])\d{3})(?:\1\d{3})*")
WHOLE = re.compile(r"\d{1,16}(?:[.,]0*)?")
BROKEN = re.compile(r"\d{1,16}[.,]\d+")
SHORTENED = re.compile(r"([\d., ]*\d)\s*([a-zа-яё]+)\.?", re.IGNORECASE)
MONEY = re.compile(r"(\d{1,3}(?:[ ,.'’]\d{3})+|\d{1,16})(?:[.,](\d{1,2}))?")
SIGNS = re.compile(r"[₽€$£₸]|(?:rub|eur|usd|gbp|kzt|byn|руб(?:\.|лей|ля|ль)?|р|br)\.?(?![a-zа-яё])", re.IGNORECASE)
PERCENT = re.compile(r"([+-]?\d+(?:[.,]\d+)?)\s*(%?)")


def _said(cell: Any) -> Any:
    """A cell as it is read: a text without spare spaces, None for nothing."""
    cell = plain(cell)
    if isinstance(cell, str):
        text = BLANKS.sub(" ", cell).strip()
        return None if text.casefold() in words("nothing") or not text else text
    return cell


def count(cell: Any) -> int | None:
    """A count; None where the cell is empty or says that there is none.

    Raises:
        Problem: a share, a rounded number, one below zero, a fraction, or no number at all.
    """
    if type(cell) is int and 0 <= cell <= MOST:  # nearly every cell of a workbook
        return cell
    said = _said(cell)
    if said is None:
        return None
    found = _counted(said) if isinstance(said, str) else _of_number(said)
    if found > MOST:
        raise Problem(say("{n} is more than anybody can have counted", n=str(cell)[:30]))
    return found


def _of_number(said: Any) -> int:
    if isinstance(said, bool) or not isinstance(said, int | float):
        raise Problem(say("a number belongs here, as it was counted: 1250"))
    if said < 0:
        raise Problem(say("{n} is below zero, and nothing can be counted fewer than none times", n=f"{said:g}"))
    if said != int(said):
        raise Problem(
            say("{n} is no whole number: a rate or an average stands here, and a count belongs", n=f"{said:g}")
        )
    return int(said)


def _counted(text: str) -> int:
    if text.isdecimal() and text.isascii():
        return int(text[:20])
    if "%" in text:
        raise Problem(say("“{text}” is a share, and a count belongs here: take the column with the number", text=text))
    if text[0] in "-−–":
        raise Problem(say("{n} is below zero, and nothing can be counted fewer than none times", n=text[:30]))
    hit = SHORTENED.fullmatch(text)
    if hit and hit[2].casefold() in words("rounded"):
        raise Problem(say("“{text}” is rounded: export the full number, or look it up and write it", text=text[:30]))
    bare = text.removeprefix("+")
    if GROUPED.fullmatch(bare):
        return int(re.sub(r"\D", "", bare))
    if WHOLE.fullmatch(bare):
        return int(re.split("[.,]", bare)[0])
    if BROKEN.fullmatch(bare):
        raise Problem(say("{n} is no whole number: a rate or an average stands here, and a count belongs", n=text[:30]))
    raise Problem(say("“{text}” is no number: write it as it was counted, 1250", text=text[:60]))


def money(cell: Any) -> float | None:
    """A sum of money in the plan's own currency; None where the cell is empty.

    Raises:
        Problem: it is none, or below zero.
    """
    said = _said(cell)
    if said is None:
        return None
    if isinstance(said, int | float) and not isinstance(said, bool):
        value = float(said)
    else:
        text = SIGNS.sub("", str(said)).strip()
        hit = MONEY.fullmatch(text.lstrip("-−"))
        if hit is None or isinstance(said, bool):
            raise Problem(say("“{text}” is no sum of money: write it as 1250 or 1250.50", text=str(said)[:60]))
        value = float(f"{re.sub(r'[^0-9]', '', hit[1])}.{hit[2] or 0}") * (-1 if text[:1] in "-−" else 1)
    if not 0 <= value <= MOST:
        raise Problem(say("money that was spent is a sum from 0 on, not {n}", n=str(said)[:30]))
    return round(value, 2)


def rate(cell: Any) -> tuple[float, bool] | None:
    """A rate as it is written, and whether a % stood behind it; None where there is none that can be read."""
    try:
        said = _said(cell)
    except Problem:
        return None
    if isinstance(said, int | float) and not isinstance(said, bool):
        return float(said), False
    hit = PERCENT.fullmatch(said) if isinstance(said, str) else None
    return (float(hit[1].replace(",", ".")), bool(hit[2])) if hit else None
