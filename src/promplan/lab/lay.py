"""Lay a learner's folder: the lessons and exercises of one language, and nothing that gives an answer away.

What a learner changed is never written over: it stays, or is kept beside the new version under a name of its own.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

import nbformat

from promplan.lab import mark as marks
from promplan.lab.mark import Mark
from promplan.language import Problem, Words, say
from promplan.plan.writing import write
from promplan.versioned import VERSION

KINDS = ("notebooks", "exercises")
PAGES = ("glossary", "law")  # what lessons and findings point to, one page of each language
SOURCES = ("assets", "exercises", "notebooks", "solutions", "src")  # of the course itself
KEPT = ".kept-"


@dataclass
class Laid:
    """What laying met: files left as the learner changed them, files brought anew with the name of the old one."""

    kept: list[str] = field(default_factory=list)
    brought: dict[str, str] = field(default_factory=dict)
    same: list[str] = field(default_factory=list)

    def told(self) -> list[Words]:
        """Each in a sentence, with the way to the course's own version."""
        lines = [
            say("New version laid: {file}. The one before is beside it: {kept}", file=new, kept=old)
            for new, old in self.brought.items()
        ]
        lines += [say("Already as the course lays it: {file}", file=name) for name in self.same]
        lines += [say("kept as you changed it: {file}", file=name) for name in self.kept]
        if self.kept:
            lines.append(
                say(
                    "To get the course's own version of one: promplan lab --fresh {name}; yours stays beside it.",
                    name=self.kept[0],
                )
            )
        return lines


def lay(course: Path, folder: Path, language: str, fresh: Sequence[str] = ()) -> Laid:
    """Copy the course into `folder`, leaving what a learner changed, but for the files named in `fresh`.

    Raises:
        Problem: the folder cannot be written or is the course's own, or a name in `fresh` is no file of it.
    """
    _not_the_course_itself(course, folder)
    done = Laid()
    try:
        known = marks.read(folder)
        files = dict(_wanted(course, folder, language))
        anew = _named(fresh, files)
        for name, data in files.items():
            _lay(folder / name, name, data, known, done, anew=name in anew)
        folder.mkdir(parents=True, exist_ok=True)
        marks.keep(folder, known, language)
    except (OSError, ValueError) as error:
        if isinstance(error, Problem):
            raise
        raise _unwritable(folder, error) from None
    return done


def _lay(target: Path, name: str, data: bytes, known: Mark, done: Laid, *, anew: bool) -> None:
    """One file: written where nothing is or what was laid before, left where a learner changed it."""
    found = _found(target)
    if found is None and not os.path.lexists(target):
        target.parent.mkdir(parents=True, exist_ok=True)
    elif found is not None and marks.digest(found) == marks.digest(data):
        if anew:
            done.same.append(name)
        known.note(name, data)
        return
    elif anew:
        done.brought[name] = _aside(target, name)
    elif found is None:
        done.kept.append(name)
        return
    elif not known.was_laid(name, found):
        cells = marks.of_cells(found)
        if cells is not None and cells == marks.of_cells(data):
            return  # the newest version, run since: its outputs are worth keeping
        if not known.was_only_run(name, found):
            done.kept.append(name)
            return
        done.brought[name] = _aside(target, name)
    write(target, data)
    known.note(name, data)


def _found(target: Path) -> bytes | None:
    """What lies there; None for nothing, and for whatever is no file of its own (a link, a folder, a pipe)."""
    return target.read_bytes() if target.is_file() and not target.is_symlink() else None


def _aside(target: Path, name: str) -> str:
    """Rename what lies there out of the way; returns its new name."""
    path, number = PurePosixPath(name), 1
    while os.path.lexists(target.with_name(new := f"{path.stem}{KEPT}{number}{path.suffix}")):
        number += 1
    target.rename(target.with_name(new))
    return path.with_name(new).as_posix()


def _named(fresh: Iterable[str], files: Iterable[str]) -> set[str]:
    """The files that the names stand for: a path, a file's name, or a unit for its lesson and exercise."""
    found: set[str] = set()
    names = list(files)
    for one in fresh:
        asked = PurePosixPath(one.replace("\\", "/"))
        those = {name for name in names if _means(asked, PurePosixPath(name))}
        if not those:
            units = ", ".join(sorted({PurePosixPath(name).stem for name in names if name.endswith(".ipynb")}))
            raise Problem(
                say(
                    "The course lays no file {name}. Name one of these, or a file by its path: {units}.",
                    name=one,
                    units=units,
                )
            )
        found |= those
    return found


def _means(asked: PurePosixPath, name: PurePosixPath) -> bool:
    """Does `01-facts`, `01-facts.ipynb` or `exercises/en/01-facts.ipynb` stand for this file?"""
    if not asked.parts or asked.is_absolute():
        return False
    return (
        name.parts[-len(asked.parts) :] == asked.parts or name.with_suffix("").parts[-len(asked.parts) :] == asked.parts
    )


def _not_the_course_itself(course: Path, folder: Path) -> None:
    home, sources = folder.resolve(), course.resolve()
    if home == sources or any(home.is_relative_to(sources / one) for one in SOURCES):
        raise Problem(
            say(
                "{folder} is the course's own folder, not a learner's. Choose another with --dir.",
                folder=str(folder),
            )
        )


def _unwritable(folder: Path, error: Exception) -> Problem:
    return Problem(
        say(
            "The course folder {folder} cannot be written ({reason}). Choose another with --dir.",
            folder=str(folder),
            reason=getattr(error, "strerror", None) or type(error).__name__,
        )
    )


def _wanted(course: Path, folder: Path, language: str) -> Iterator[tuple[str, bytes]]:
    """Each file of a learner's folder with its bytes: lessons, exercises, drawings, and what the plants handed over.

    Solutions only where the learner has them already.
    """
    for kind in (*KINDS, "solutions"):
        for source in sorted((course / kind / language).glob("*.ipynb")):
            name = f"{kind}/{language}/{source.name}"
            if kind in KINDS or (folder / name).exists():
                yield name, _learners(source, language)
    for page in PAGES:
        source = course / "assets" / page / language / f"{page}.md"
        yield source.relative_to(course).as_posix(), _text(source)
    for source in sorted((course / "assets" / "drawings").glob("*.svg")):
        yield source.relative_to(course).as_posix(), _text(source)
    for source in sorted((course / "assets" / "cases").rglob("*")):
        if source.is_file() and not _stays(source.relative_to(course / "assets" / "cases"), language):
            yield source.relative_to(course).as_posix(), _as_it_came(source)


def _as_it_came(source: Path) -> bytes:
    """A platform's export is in the platform's code page; everything else is text of ours."""
    return source.read_bytes() if source.parent.name == "exports" else _text(source)


def _text(source: Path) -> bytes:
    return source.read_text(encoding="utf-8").encode()  # a checkout may have Windows' ends of lines


def _stays(path: Path, language: str) -> bool:
    """What no learner's folder gets: what is the instructor's, pages in the other language, the kit's own tables."""
    other = {"en": ".ru", "ru": ".en"}[language]
    return (
        bool({"instructor", "blank"} & set(path.parts))
        or path.suffix not in (".md", ".csv")
        or path.stem.endswith(other)
    )


def solution(course: Path, folder: Path, language: str, unit: str) -> str:
    """Lay one solved exercise into a learner's folder; returns its path as seen from the exercise."""
    source = course / "solutions" / language / f"{unit}.ipynb"
    name = f"solutions/{language}/{source.name}"
    target = folder / name
    try:
        if not os.path.lexists(target):  # a learner may have written into it
            target.parent.mkdir(parents=True, exist_ok=True)
            data = _learners(source, language)
            write(target, data)
            known = marks.read(folder)
            known.note(name, data)
            marks.keep(folder, known, language)
    except OSError as error:
        raise _unwritable(Path(folder.name), error) from None
    return f"../../{name}"


def _learners(source: Path, language: str) -> bytes:
    """The learner's copy: it says of which version it is, and its cells cannot be deleted by a slip of the hand.

    Its text cannot be opened as Markdown either, which Enter on a cell would do. Its code is folded, and it carries no
    outputs: a guess is worth nothing when the answer stands under it.
    """
    notebook: Any = nbformat.read(source, as_version=4)
    for cell in notebook.cells:
        cell.metadata["deletable"] = False
        if cell.cell_type == "markdown":
            cell.metadata["editable"] = False
        if cell.cell_type == "code":
            cell.metadata["jupyter"] = {"source_hidden": True}
            cell.outputs, cell.execution_count = [], None
    notebook.metadata["promplan"] = {"version": VERSION, "unit": source.stem, "language": language}
    return (str(nbformat.writes(notebook)) + "\n").encode()
