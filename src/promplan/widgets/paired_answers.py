"""Two lists of answers become four counts: who is who is needed to pair them, and is forgotten at once.

A list has a person a line, a name or a number and the answer: «14; yes», «Аня, нет». Answers alone go by order. A line
that begins with # is a note and no answer; «#14» is a person.
"""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from promplan.language import Problem, Words, say, say_many
from promplan.media import Paired
from promplan.media.paired import before_after
from promplan.text.encodings import decoded

YES = frozenset(["yes", "y", "true", "1", "+", "x", "✓", "да", "д", "истина"])
NO = frozenset(["no", "n", "false", "0", "-", "–", "—", "нет", "н", "ложь"])
PARTED = re.compile(r"\s*[;,\t]\s*")
SPACED = re.compile(r"(.*\S)\s+(\S+)")
NOTE = re.compile(r"\s*\"?#(?!\s*\d)")
HEADS = ("before", "до", "after", "после")


@dataclass(frozen=True)
class Counted:
    """The four counts, how many answered once only and are left out, and how many lines were notes."""

    pair: Paired
    only_before: int
    only_after: int
    notes: int = 0

    @property
    def said(self) -> Words:
        """What was counted."""
        told = say_many(
            "{n} person answered both times and is counted.",
            "{n} people answered both times and are counted.",
            self.pair.n,
        )
        if self.notes:
            skipped = say_many("{n} line is a note and is skipped.", "{n} lines are notes and are skipped.", self.notes)
            told = say("{told} {more}", told=told, more=skipped)
        left = self.only_before + self.only_after
        if not left:
            return say("{told} Names were kept nowhere.", told=told)
        more = say_many("{n} answered once only and is left out.", "{n} answered once only and are left out.", left)
        return say("{told} {more} Names were kept nowhere.", told=told, more=more)


def counted(before: str, after: str, yes: str = "") -> Counted:
    """The counts of two pasted lists; `yes` is what counts as yes beside the usual words.

    Raises:
        Problem: a line without an answer that can be read, a person who stands twice, lists of unlike kinds.
    """
    notes = sum(NOTE.match(line) is not None for text in (before, after) for line in text.splitlines())
    first = _people(before, yes, say("Answers before"))
    second = _people(after, yes, say("Answers after"))
    if not first[1] or not second[1]:
        raise Problem(say("Paste both lists: the answers before, and those after."))
    if first[0] != second[0]:
        raise Problem(
            say("One list has names or numbers and the other has none: nobody knows who is who. Give both alike.")
        )
    if not first[0]:
        return Counted(before_after(list(first[1].values()), list(second[1].values())), 0, 0, notes)
    return _paired(first[1], second[1], notes)


def _paired(first: Mapping[str, bool], second: Mapping[str, bool], notes: int) -> Counted:
    if first.keys().isdisjoint(second):
        raise Problem(say("Nobody stands in both lists. Were the same names or numbers written both times?"))
    pair = before_after(dict(first), dict(second))
    return Counted(pair, len(first) - pair.n, len(second) - pair.n, notes)


def _people(text: str, yes: str, where: Words) -> tuple[bool, dict[str, bool]]:
    """Whether the list has names, and each person's answer; without names by their place."""
    lines = [(n, line.strip()) for n, line in enumerate(text.splitlines(), 1) if line.strip() and not NOTE.match(line)]
    found: dict[str, bool] = {}
    named = any(_answer(line, yes) is None for _, line in lines)
    for n, line in lines:
        who, said = _parted(line, yes) if named else (str(n), line)
        answer = _answer(said, yes)
        if answer is None:
            raise Problem(
                say(
                    "{where}, line {n}: its answer is neither yes nor no. Write the name or the number, a semicolon, "
                    "and yes or no.", where=where, n=n,
                )
            )  # fmt: skip
        _keep(found, who, answer, where, n)
    return named, found


def _keep(found: dict[str, bool], who: str, answer: bool, where: Words, n: int) -> None:
    key = " ".join(who.casefold().replace("ё", "е").split())
    if not key:
        raise Problem(say("{where}, line {n}: it does not say whose answer it is.", where=where, n=n))
    if key in found:
        raise Problem(
            say("{where}, line {n}: this person stands there already. Keep one answer of each.", where=where, n=n)
        )
    found[key] = answer


def _parted(line: str, yes: str) -> tuple[str, str]:
    """A name or a number, and the answer behind it."""
    parts = PARTED.split(line)
    if len(parts) > 1:
        return " ".join(parts[:-1]), parts[-1]
    if _answer(line, yes) is not None:
        return "", line
    hit = SPACED.fullmatch(line)
    return (hit[1], hit[2]) if hit else (line, "")


def _answer(said: str, yes: str) -> bool | None:
    bare = " ".join(said.casefold().split()).rstrip(".!")
    if bare in YES or (yes and bare == " ".join(yes.casefold().split()).rstrip(".!")):
        return True
    return False if bare in NO else None


def of_file(data: bytes, yes: str = "") -> Counted:
    """The counts of a .csv with three columns: who, before, after; without the first by their rows.

    Raises:
        Problem: it has no two columns of answers, or an answer cannot be read.
    """
    text, _ = decoded(data)
    lines = text.splitlines()
    notes = sum(NOTE.match(line) is not None for line in lines)
    rows = _rows([(n, line) for n, line in enumerate(lines, 1) if not NOTE.match(line)])
    heads = [one.casefold() for one in rows[0][1]] if rows else []
    headed = bool(rows) and (len(set(heads) & {*HEADS}) == 2 or _answer(rows[0][1][-1], yes) is None)
    rows = rows[1:] if headed else rows
    if not rows or max(len(row) for _, row in rows) < 2 or "\0" in text:
        raise Problem(
            say("This file has no two columns of answers. Save a .csv with three: who, the answer before, that after.")
        )
    first, second = dict[str, bool](), dict[str, bool]()
    where = say("The file")
    for n, row in rows:
        who = row[0] if len(row) > 2 else str(n)
        if len(row) < 2:
            raise Problem(say("{where}, line {n}: one answer is missing.", where=where, n=n))
        for found, cell in zip((first, second), row[-2:], strict=True):
            if not cell:
                continue
            answer = _answer(cell, yes)
            if answer is None:
                raise Problem(say("{where}, line {n}: an answer is neither yes nor no.", where=where, n=n))
            _keep(found, who, answer, where, n)
    return _paired(first, second, notes)


def _rows(lines: Sequence[tuple[int, str]]) -> list[tuple[int, list[str]]]:
    """The cells of each line that has any, with its number in the file; none of what is no table."""
    if not lines:
        return []
    sign = max(";,\t", key=lines[0][1].count)
    reader = csv.reader([line for _, line in lines], delimiter=sign)
    try:
        return [(lines[reader.line_num - 1][0], [cell.strip() for cell in row]) for row in reader if any(row)]
    except csv.Error:
        return []
