"""The team's own data: a CSV file read into columns of numbers, moments and words, and what was read said back.

Whoever exports a table seldom knows how it was written. So nothing is asked: encoding, separator, decimals, header,
units and gaps are found out, each assumption is said (`said_back`), and each can be set by the caller.
"""

import re
from collections import Counter
from collections.abc import Sequence

from promplan.art.cells import GAPS, SHARE, Header, header, is_unit, moment, number, votes
from promplan.art.columns import Table
from promplan.art.decoded import Chunk, chunks, decoded, separator
from promplan.art.gathered import Gathered, Plan
from promplan.art.months import NUMBERED, month
from promplan.art.series import MOST
from promplan.language import Problem, Words, say, say_many

HEAD = 2_000  # rows by which a column's kind is found
CHUNK = 50_000
COLUMNS = 200
YEAR = re.compile(r"(?:19|20)\d\d")
NOTED = re.compile(r"\w+(?: and \w+)*")  # the columns that a note of units is about


def read(
    data: bytes, *, encoding: str = "", parted: str | None = None, comma: bool | None = None, named: bool | None = None
) -> Table:
    """The table of a CSV file.

    Args:
        data: the file's bytes, at most 64 MB; of more than two million rows the first are read, and that is said.
        encoding: "utf-8", "utf-8-sig", "utf-16", "cp1251" or "cp866"; found out where it is not given.
        parted: what parts cells; found out where it is not given, "" for one column.
        comma: whether a comma parts decimals; found out where it is not given.
        named: whether the first row holds names; found out where it is not given.

    Raises:
        Problem: what cannot be read, in words: no text, no numbers, rows of all lengths, a quotation mark left open.
    """
    text, encoding = decoded(data, encoding)
    notes = tuple(one.lstrip("# ").rstrip() for one in text[:20_000].splitlines()[:50] if one.startswith("#"))
    sign = separator(text) if parted is None else parted
    source = chunks(text, sign, HEAD, CHUNK)
    first = next(source, None)
    if first is None or not first.rows:
        raise Problem(say("There is no row in this file. Export the table again."))
    wide = Counter(map(len, first.rows)).most_common(1)[0][0]
    if wide > COLUMNS:
        raise Problem(
            say("The table has {n} columns; {most} can be read. Keep those that you show.", n=wide, most=COLUMNS)
        )
    above = _titles(first.rows, wide)
    plan, taken = _planned(first.rows[above:], wide, notes, comma, named)
    if sign == "," and wide == 2 and parted is None and not plan.named:
        plan.assumed.append(
            say("A comma parts two columns here. If each row is one number with a decimal comma, save it with a name.")
        )
    if above:
        plan.assumed.append(
            say_many("{n} row above the names was left out.", "{n} rows above the names were left out.", above)
        )
    gathered = Gathered(plan, wide)
    chunk: Chunk | None = Chunk(first.lines[above + taken :], first.rows[above + taken :])
    while chunk is not None and gathered.rows + len(chunk.rows) <= MOST:
        gathered.take(chunk)
        chunk = next(source, None)
    if not gathered.rows:
        raise Problem(say("There are names in this file and no rows under them. Export the table with its data."))
    if chunk is not None:
        plan.assumed.append(say("Only the first {n} rows were read; the file has more.", n=gathered.rows))
    return Table(gathered.columns(), gathered.rows, encoding, sign, plan.comma, tuple(plan.assumed), notes)


def _titles(rows: list[list[str]], wide: int) -> int:
    """How many rows above the table are titles: one filled cell where the table has several."""
    found = 0
    while wide > 1 and found < len(rows) - 1 and sum(bool(one.strip()) for one in rows[found]) < 2:
        found += 1
    return found


def _planned(
    first: list[list[str]], wide: int, notes: Sequence[str], comma: bool | None, named: bool | None
) -> tuple[Plan, int]:
    """Names, units, kinds and decimals from the first rows; and how many of these hold names and units."""
    assumed: list[Words] = []
    padded = [row[:wide] + [""] * (wide - len(row)) for row in first]
    if comma is None:
        comma = _decimal([cell for row in padded for cell in row], assumed)
    has_names = named if named is not None else _are_names(padded[0], comma)
    if has_names:
        headers, padded, taken = [header(one) for one in padded[0]], padded[1:], 1
        if len(padded) > 1 and _are_units(padded[0], comma):
            headers = [
                Header(one.name, cell.strip(" []()") or one.unit) for one, cell in zip(headers, padded[0], strict=True)
            ]
            padded, taken = padded[1:], 2
    else:
        headers, taken = [Header("")] * wide, 0
        assumed.append(say("The first row holds numbers, so the columns have no names; they are counted instead."))
    headers = _distinct(_noted(headers, notes))
    kinds = [_kind([row[n] for row in padded], comma, headers[n].unit) for n in range(wide)]
    return Plan(headers, kinds, comma, assumed, has_names), taken


def _decimal(cells: Sequence[str], assumed: list[Words]) -> bool:
    """Does a comma part decimals? Where the cells leave it open, the assumption is said."""
    comma, point, either = votes(list(cells))
    if comma and point:
        assumed.append(
            say("Both 1,5 and 1.5 stand in this file. What occurs more often parts decimals; look at the ranges.")
        )
    if either and not comma and not point:
        assumed.append(say("A number such as 1,234 was read as 1.234: a comma parts decimals in this file."))
        return True
    return comma > point


def _are_names(cells: Sequence[str], comma: bool) -> bool:
    """No number and no moment among them; years may be names beside a word: "shop; 2024; 2025"."""
    values = [one for one in cells if _is_value(one, comma)]
    words = any(one.strip() and not _is_value(one, comma) for one in cells)
    return not values or (words and all(YEAR.fullmatch(one.strip()) for one in values))


def _is_value(cell: str, comma: bool) -> bool:
    """A number or a moment; an empty cell is neither."""
    if cell.strip().casefold() in GAPS:
        return False
    try:
        return number(cell, comma) is not None or moment(cell) is not None
    except Problem:
        return True


def _are_units(cells: Sequence[str], comma: bool) -> bool:
    """A row of units under the names: at least one, and nothing else."""
    filled = [one.strip() for one in cells if one.strip()]
    return bool(filled) and all(is_unit(one.strip("[]()")) and not _is_value(one, comma) for one in filled)


def _noted(headers: list[Header], notes: Sequence[str]) -> list[Header]:
    """Units from a comment, "# …, units: minute min, torque dN·m", where the names themselves have none."""
    told: dict[str, str] = {}
    for note in notes:
        _, found, listed = note.partition("units:")
        for one in listed.split(",") if found else ():
            named = NOTED.match(one.strip())  # "x and y µm" is said of both
            if named is not None and is_unit(unit := one.strip()[named.end() :].strip()):
                told |= dict.fromkeys(named[0].split(" and "), unit)
    return [one if one.unit else Header(one.name, told.get(one.name, "")) for one in headers]


def _distinct(headers: Sequence[Header]) -> list[Header]:
    """Each name once, none empty, none endless."""
    found: list[Header] = []
    for n, (name, unit) in enumerate(headers, 1):
        name = name[:80] or str(say("column {n}", n=n))
        same = sum(one.name == name for one in found)
        found.append(Header(f"{name} ({same + 1})" if same else name, unit[:40]))
    return found


def _kind(cells: Sequence[str], comma: bool, unit: str) -> str:
    """ "number", "moment", "month" of names of months, "words", or "nothing" where no cell is filled."""
    filled = [one for one in cells if one.strip().casefold() not in GAPS]
    if not filled:
        return "nothing"
    if all(NUMBERED.fullmatch(one.strip()) for one in filled):
        return "moment"  # 09.2025, 10.2025: months, and no numbers with two decimals
    if sum(number(one, comma, unit) is not None for one in filled) > SHARE * len(filled):
        return "number"
    if sum(moment(one) is not None for one in filled) > SHARE * len(filled):
        return "moment"
    return "month" if all(month(one) for one in filled) else "words"
