"""What somebody found in a planted plan, beside the key: precision, recall, what was missed, what was a decoy.

The list of findings is a table: in the first cell the object's id (`F12`, or several), in the next a word on what is
wrong. It was in other hands: nothing in it is run, and what cannot be read is told with its row.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from promplan.cohort.plant import Key, Row
from promplan.export import workbook
from promplan.language import Problem, Words, number, say
from promplan.plan import reading

MOST = 5_000_000  # bytes of a list
ROWS = 2000
ID = re.compile(r"(?<![A-Za-zА-Яа-яЁё0-9])([A-Z]{1,2}[1-9][0-9]{0,4})(?![A-Za-zА-Яа-яЁё0-9])")
# letters of a Russian keyboard that look like those of an id
ALIKE = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")
SECTION = re.compile(r"(?<![\w.])(budget|visit|calendar|message|brief|team|meta|measurement|pitch|desk)(?![\w.])")


@dataclass(frozen=True)
class Found:
    """A row of the list: the objects that it names, and its word."""

    row: int
    objects: tuple[str, ...]
    word: str


@dataclass(frozen=True)
class Score:
    """What came of it.

    `hits` are the defects that were found, `missed` those that were not; `decoys` were reported and are right, `false`
    are other rows that hit nothing. `beside` are rows on an object at which a planted defect makes another rule
    speak: neither right nor wrong.
    """

    hits: tuple[Row, ...]
    missed: tuple[Row, ...]
    decoys: tuple[Row, ...]
    false: tuple[Found, ...]
    beside: tuple[Found, ...]
    unread: tuple[int, ...]

    @property
    def precision(self) -> float | None:
        """Of what was reported, the share that is a defect; None where nothing was reported."""
        reported = len(self.hits) + len(self.decoys) + len(self.false)
        return len(self.hits) / reported if reported else None

    @property
    def recall(self) -> float | None:
        """Of the defects, the share that was found; None where the key has none."""
        planted = len(self.hits) + len(self.missed)
        return len(self.hits) / planted if planted else None

    def lines(self, speech: str) -> list[Words | str]:
        """What is told, in order."""
        reported = len(self.hits) + len(self.decoys) + len(self.false)
        told: list[Words | str] = [
            say(
                "Precision: {share} ({n} of {all} reported)",
                share=_share(self.precision),
                n=len(self.hits),
                all=reported,
            ),
            say(
                "Recall: {share} ({n} of {all} planted)",
                share=_share(self.recall),
                n=len(self.hits),
                all=len(self.hits) + len(self.missed),
            ),
        ]
        told += [
            say(
                "Missed: {object}, {what} ({rule})",
                object=it.object,
                what=it.said[speech],
                rule=it.rule or say("no rule sees it"),
            )
            for it in self.missed
        ]
        told += [say("A decoy: {object}, {what}", object=it.object, what=it.said[speech]) for it in self.decoys]
        told += [
            say("No defect: row {row}, {object} {word}", row=it.row, object=", ".join(it.objects), word=it.word)
            for it in self.false
        ]
        told += [
            say(
                "Not counted: row {row}, {object}. A planted defect elsewhere is felt there.",
                row=it.row,
                object=", ".join(it.objects),
            )
            for it in self.beside
        ]
        if self.unread:
            told.append(say("No id in these rows: {rows}", rows=", ".join(map(str, self.unread))))
        return told


def score(key: Key, found: Sequence[Found], unread: Iterable[int] = ()) -> Score:
    """The list beside the key. An object named twice is named once; a row that names many names each of them."""
    hit: dict[str, Row] = {}
    decoys: dict[str, Row] = {}
    false: dict[str, Found] = {}
    beside: list[Found] = []
    for one in [Found(it.row, (name,), it.word) for it in found for name in it.objects]:  # each id counts by itself
        named = set(one.objects)
        defects = [it for it in key.defects if named & it.objects]
        fooled = [it for it in key.decoys if named & it.objects]
        hit |= {it.kind: it for it in defects}
        if not defects:
            decoys |= {it.kind: it for it in fooled}
        if not defects and not fooled:
            if named & set(key.touched):
                beside.append(one)
            else:
                false.setdefault(one.objects[0], one)
    return Score(
        hits=tuple(it for it in key.defects if it.kind in hit),
        missed=tuple(it for it in key.defects if it.kind not in hit),
        decoys=tuple(decoys.values()),
        false=tuple(false.values()),
        beside=tuple(beside),
        unread=tuple(unread),
    )


def read(path: Path) -> tuple[list[Found], list[int]]:
    """The rows of a list that name an object, and the numbers of those that do not.

    Raises:
        Problem: the file is neither a workbook nor a table.
    """
    data = reading.asked(path, MOST)
    rows = _book(data) if data.startswith(b"PK") else _table(data)
    found: list[Found] = []
    unread: list[int] = []
    for n, cells in rows[:ROWS]:
        told = [it for it in cells if it]
        if not told:
            continue
        at = next((k for k, it in enumerate(told) if _ids(it)), None)
        if at is None:
            if n > 1:  # the first is the heads
                unread.append(n)
            continue
        word = " ".join(told[at + 1 :])[:200]
        found.append(Found(n, tuple(dict.fromkeys(_ids(told[at]))), word))
    return found, unread


def _ids(text: str) -> list[str]:
    return ID.findall(text.upper().translate(ALIKE)) or SECTION.findall(text.lower())


def _book(data: bytes) -> list[tuple[int, list[str]]]:
    pages = workbook.pages(data, say("This is no list of findings, or it is damaged."))
    return [(line.number, [_cell(it) for it in line.cells]) for page in pages[:1] for line in page.lines]


def _cell(value: workbook.Value) -> str:
    if isinstance(value, workbook.Formula):
        value = value.value
    if isinstance(value, workbook.Fault) or value is None:
        return ""
    return str(value).strip()


def _table(data: bytes) -> list[tuple[int, list[str]]]:
    text = _text(data)
    first = text.splitlines()[0] if text.strip() else ""
    mark = max(";\t,", key=first.count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
    except csv.Error:
        raise Problem(say("This is no list of findings, or it is damaged.")) from None
    return [(n, [one.strip().lstrip("'") for one in line]) for n, line in enumerate(lines, 1)]


def _text(data: bytes) -> str:
    if b"\0" in data:
        raise Problem(say("This is no list of findings, or it is damaged."))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1251", "replace")


def _share(value: float | None) -> str:
    return "–" if value is None else number(round(value, 2))
