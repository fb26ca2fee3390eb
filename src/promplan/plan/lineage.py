"""Which revision of a plan came from which: so that an older copy, or a stranger's, is told from a newer save.

A file `.media-plan.json.history` beside the plan gets a line with every save: the new revision, and what it was made
from, both by the first letters of their sha256. A notebook that finds another revision than the one that it holds walks
back from it: if it meets its own, the file descends from what it holds and is followed. A revision that the history
does not know was written by somebody else; one that the held revision itself came from is an older copy; one that came
from an older copy stands apart.

A text may come again (typed, taken back, typed anew), so the walk goes along the lines and not along their revisions:
only what was written later can descend. `=` stands for a save, `~` for a revision that somebody brought and that was
taken: whoever follows over such a line keeps a backup first.

The history is a help and no part of the plan. It is written after the plan and without waiting for the disk; where a
line is missing or the file is gone, the revision is unknown, nothing is lost, and one backup more is kept.
"""

import contextlib
import os
from bisect import bisect_left
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, NamedTuple

from promplan.plan.writing import replace

LETTERS = 16
MOST, FEWER = 200_000, 130_000  # bytes: when the file has so many, only the last lines stay
NEAR = 8_000  # bytes at the end that are looked at first
NOTHING = "-"
Relation = Literal["newer", "taken", "older", "apart", "unknown"]


class Line(NamedTuple):
    """One line: a revision, `=` or `~`, and what it was made from."""

    revision: str
    kind: str
    parents: tuple[str, ...]


class Lineage:
    """The history beside a plan. Nothing that goes wrong with it is ever raised."""

    def __init__(self, plan: Path) -> None:
        self.file = plan.with_name(f".{plan.name}.history")

    def saved(self, revision: str, *parents: str, taken: bool = False) -> None:
        """Note that `revision` was made from `parents`; `taken`: it was brought, and somebody said yes to it."""
        line = " ".join([_short(revision), "~" if taken else "=", *map(_short, parents)]) + "\n"
        with contextlib.suppress(OSError):
            try:
                self._append(line.encode())
            except PermissionError:  # another user's, in a folder that is ours too
                replace(self.file, self._read() + line.encode())

    def _append(self, line: bytes) -> None:
        handle = os.open(self.file, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NONBLOCK", 0), 0o644)
        try:
            os.write(handle, line)
            size = os.fstat(handle).st_size
        finally:
            os.close(handle)
        if size > MOST:
            replace(self.file, self._read()[-FEWER:].partition(b"\n")[2])

    def _read(self, last: int = MOST * 2) -> bytes:
        with contextlib.suppress(OSError):
            with self.file.open("rb") as stream:
                size = os.fstat(stream.fileno()).st_size
                stream.seek(max(0, size - last))
                text = stream.read(last)
            return text if size <= last else text.partition(b"\n")[2]
        return b""

    def relation(self, held: str, found: str) -> Relation:
        """How the revision `found` stands to `held`."""
        near = _relation(_lines(self._read(NEAR)), _short(held), _short(found))
        return near if near == "newer" else _relation(_lines(self._read()), _short(held), _short(found))

    def newest(self) -> str:
        """The last revision that was noted, as far as its letters are kept; "" for none."""
        lines = _lines(self._read(NEAR))
        return lines[-1].revision if lines else ""

    def knows(self, revision: str) -> bool:
        """Was this revision ever noted?"""
        return any(line.revision == _short(revision) for line in _lines(self._read()))

    def is_newest(self, revision: str) -> bool:
        """Is this the revision that was noted last?"""
        return self.newest() == _short(revision)


def _short(revision: str) -> str:
    return revision[:LETTERS] or NOTHING


def _lines(text: bytes) -> list[Line]:
    found = []
    for line in text.decode("ascii", "replace").splitlines():
        match line.split():
            case [revision, ("=" | "~") as kind, *parents]:
                found.append(Line(revision, kind, tuple(parents)))
    return found


def _relation(lines: list[Line], held: str, found: str) -> Relation:
    places: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        places.setdefault(line.revision, []).append(number)
    if held not in places or found not in places:
        return "unknown"
    if _descends(lines, places, found, held, kinds="="):
        return "newer"
    if _descends(lines, places, found, held, kinds="=~"):
        return "taken"
    return "older" if _descends(lines, places, held, found, kinds="=~") else "apart"


def _descends(lines: list[Line], places: dict[str, list[int]], child: str, parent: str, kinds: Iterable[str]) -> bool:
    """Does the walk back from `child`'s last line come to `parent`'s last line, over lines of these `kinds` alone?"""
    goal, todo, been = places[parent][-1], [places[child][-1]], set[int]()
    while todo:
        place = todo.pop()
        if place == goal:
            return True
        if place < goal or place in been or lines[place].kind not in kinds:
            continue
        been.add(place)
        for one in lines[place].parents:
            before = bisect_left(earlier := places.get(one, []), place)
            if before:
                todo.append(earlier[before - 1])
    return False
