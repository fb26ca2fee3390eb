"""The list of students as an instructor has it, .xlsx or .csv: every fault by its row, nothing guessed.

Columns for passports, telephones, days of birth are left unread and named: they do not belong in a cohort's file.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from promplan import assets, language, toml
from promplan.cohort.groups import ROLES
from promplan.cohort.people import Student
from promplan.export import sheet_table
from promplan.export.sheet_table import Table, Wanted
from promplan.export.workbook import Formula
from promplan.language import Problem, Words, say
from promplan.plan import reading
from promplan.plan.team import CARRIED, Carried

MOST = 2_000  # students
LONGEST = 300
APART = re.compile(r"[,;/\n]+")
OUT = "kept out"


@dataclass(frozen=True)
class Fault:
    """What is wrong in a row, by its number in the sheet; 0 for the list as a whole."""

    row: int
    why: Words

    def __str__(self) -> str:
        return str(say("Row {row}: {why}", row=self.row, why=self.why)) if self.row else str(self.why)


@dataclass(frozen=True)
class Listed:
    """The students of a list, what is wrong in it, what is to be known of it."""

    students: tuple[Student, ...]
    faults: tuple[Fault, ...] = ()
    notes: tuple[Words, ...] = ()


@dataclass
class _Row:
    number: int
    name: str
    cells: Mapping[str, Sequence[str]]
    wishes: list[Carried] = field(default_factory=list)


def read(path: Path) -> Listed:
    """The list in a file.

    Raises:
        Problem: it cannot be read, is no sheet, or has no column for names.
    """
    return listed(reading.asked(path, sheet_table.MOST_BYTES))


def listed(data: bytes) -> Listed:
    """The list in the bytes of a file."""
    table = sheet_table.read(data, _wanted())
    columns = [_column(one) for one in table.heads]
    if "name" not in columns:
        raise Problem(say("The list has no column for names. Call one of them Name, in the first row."))
    faults: list[Fault] = []
    rows = list(_rows(table, columns, faults))
    if len(rows) > MOST:
        raise Problem(say("A cohort has at most {n} students; this list has {there}.", n=MOST, there=len(rows)))
    ids = {id(one): f"S{n}" for n, one in enumerate(rows, 1)}
    students = [
        Student(
            id=ids[id(one)],
            name=one.name,
            group=_one(one, "group"),
            wishes=one.wishes,
            skills=_one(one, "skills"),
            together=list(_together(one, rows, ids, faults)),
            minor=_minor(one, faults),
        )
        for one in rows
    ]
    if not rows and not faults:
        faults.append(Fault(0, say("There is no student in the list yet.")))
    return Listed(tuple(students), tuple(sorted(faults, key=lambda it: it.row)), _notes(table, columns))


def _wanted() -> Wanted:
    return Wanted(
        lambda heads: len({key for one in heads if (key := _column(one))}),
        empty=say("This file is empty. Choose the list of students."),
        large=say("This file is too large for a list of students."),
        blank=say("There is nothing in this workbook. Choose the list of students."),
        bare=say("There is no student in the list yet."),
        cut=say("Only the first {n} rows were read."),
    )


def _rows(table: Table, columns: Sequence[str], faults: list[Fault]) -> Iterator[_Row]:
    seen: dict[tuple[str, str], int] = {}
    for line in table.lines:
        cells: dict[str, list[str]] = {}
        for key, value in zip(columns, line.cells, strict=False):
            if key and key != OUT and (told := _text(value)):
                cells.setdefault(key, []).append(told)
        if not cells:
            continue
        name = " ".join(" ".join(cells.get("name", [])).split())  # surname and first name may have a column each
        if not name:
            faults.append(Fault(line.number, say("there is no name")))
            continue
        if long := next((it for one in (*cells.values(), [name]) for it in one if len(it) > LONGEST), ""):
            faults.append(Fault(line.number, say("“{text}…” is longer than {n} characters", text=long[:30], n=LONGEST)))
            continue
        key_ = (folded(name), folded(" ".join(cells.get("group", []))))
        if key_ in seen:
            faults.append(
                Fault(
                    line.number,
                    say("{name} stands in row {row} already; tell them apart by the group", name=name, row=seen[key_]),
                )
            )
            continue
        seen[key_] = line.number
        row = _Row(line.number, name, cells)
        row.wishes = list(_wishes(row, faults))
        yield row


def _wishes(row: _Row, faults: list[Fault]) -> Iterator[Carried]:
    found: list[Carried] = []
    for told in _parts(row, "wish"):
        role = role_of(told)
        if role is None:
            names = ", ".join(str(one) for one in CARRIED.values())
            faults.append(
                Fault(row.number, say("nobody knows the role “{role}”; there are: {names}", role=told, names=names))
            )
        elif role not in found:
            found.append(role)
            yield role


def _together(row: _Row, rows: Sequence[_Row], ids: Mapping[int, str], faults: list[Fault]) -> Iterator[str]:
    found: list[str] = []
    for told in _parts(row, "together"):
        here = [one for one in rows if folded(one.name) == folded(told)]
        here = here or [one for one in rows if folded(one.name).split()[:1] == [folded(told)]]
        if len(here) > 1:  # of the same name: the one in the same group
            here = [one for one in here if _one(one, "group") == _one(row, "group")] or here
        here = [one for one in here if one is not row] or here
        if not here:
            why = say("“{name}” to be together with is not on the list", name=told)
        elif len(here) > 1:
            why = say("“{name}” to be together with is not the only one: write the whole name", name=told)
        elif here[0] is row:
            why = say("one cannot wish to be together with oneself")
        elif len(found) == 5:
            why = say("more than five to be together with: a team has five at most")
        else:
            if (one := ids[id(here[0])]) not in found:
                found.append(one)
                yield one
            continue
        faults.append(Fault(row.number, why))


def _minor(row: _Row, faults: list[Fault]) -> bool:
    told = folded(_one(row, "minor"))
    answers = _data()["answers"]
    if told in answers["yes"]:
        return True
    if told and told not in answers["no"]:
        faults.append(Fault(row.number, say("under 18 is yes or no, not “{said}”", said=_one(row, "minor"))))
    return False


def _notes(table: Table, columns: Sequence[str]) -> tuple[Words, ...]:
    out = [head for head, key in zip(table.heads, columns, strict=True) if key == OUT]
    told = (
        say(
            "Not read, because it does not belong in a cohort’s file: {heads}. What the pass office needs goes to it "
            "past this folder.",
            heads=", ".join(out),
        ),
    )
    return (*table.notes, *(told if out else ()))


def role_of(told: str) -> Carried | None:
    """The role that somebody's words name, in either language."""
    bare = folded(told)
    for key in ROLES:
        if bare in {key, *(folded(CARRIED[key].into(one)) for one in language.LANGUAGES)}:
            return key
    begins = {one["key"]: one["begins"] for one in _data()["role"]}
    return next((key for key in ROLES if any(bare.startswith(it) for it in begins[key])), None)


def folded(text: str) -> str:
    """A text as it is compared: small letters, one space, ё as е."""
    return " ".join(text.casefold().replace("ё", "е").split())


def _column(head: str) -> str:
    bare = folded(head)
    if not bare:
        return ""
    order = sorted(_data()["column"], key=lambda one: one["key"] != OUT)  # what is kept out is looked for first
    return next((str(one["key"]) for one in order if any(bare.startswith(it) for it in one["heads"])), "")


def _parts(row: _Row, key: str) -> Iterator[str]:
    for cell in row.cells.get(key, ()):
        yield from (bare for one in APART.split(cell) if (bare := " ".join(one.split())))


def _one(row: _Row, key: str) -> str:
    return ", ".join(" ".join(one.split()) for one in row.cells.get(key, ()))[:LONGEST]


def _text(value: Any) -> str:
    if isinstance(value, Formula):
        value = value.value
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return (
        " ".join(str(value).split())
        if not isinstance(value, str)
        else "\n".join(bare for one in value.splitlines() if (bare := " ".join(one.split())))
    )


@cache
def _data() -> dict[str, Any]:
    return toml.read(assets.folder() / "students.toml")
