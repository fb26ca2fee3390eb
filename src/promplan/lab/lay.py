"""Lay a learner's folder: the lessons and exercises of one language, and nothing that gives an answer away."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat

from promplan.language import Problem, say
from promplan.plan.store import MARK

KINDS = ("notebooks", "exercises")


def lay(course: Path, folder: Path, language: str) -> list[str]:
    """Copy the course into `folder`; what a learner changed stays as it is. Returns the files that were kept."""
    mark = folder / MARK
    known: dict[str, str] = json.loads(mark.read_text())["laid"] if mark.is_file() else {}
    kept = []
    try:
        for name, text in _wanted(course, language):
            target = folder / name
            if target.exists() and _digest(target.read_text(encoding="utf-8")) != known.get(name):
                kept.append(name)
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
            known[name] = _digest(text)
        folder.mkdir(parents=True, exist_ok=True)
        mark.write_text(json.dumps({"language": language, "laid": known}, indent=1), encoding="utf-8")
    except OSError as error:
        raise Problem(
            say(
                "The course folder {folder} cannot be written ({reason}). Choose another with --dir.",
                folder=str(folder),
                reason=error.strerror,
            )
        ) from None
    return kept


def _wanted(course: Path, language: str) -> Iterator[tuple[str, str]]:
    """Each file of a learner's folder with its text: lessons, exercises, and what the plants handed over."""
    for kind in KINDS:
        for source in sorted((course / kind / language).glob("*.ipynb")):
            yield f"{kind}/{language}/{source.name}", _learners(nbformat.read(source, as_version=4))
    page = course / "assets" / "glossary" / language / "glossary.md"
    yield page.relative_to(course).as_posix(), page.read_text(encoding="utf-8")
    for source in sorted((course / "assets" / "cases").rglob("*")):
        if source.is_file() and not _stays(source.relative_to(course / "assets" / "cases"), language):
            yield source.relative_to(course).as_posix(), source.read_text(encoding="utf-8")


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
    target = folder / "solutions" / language / source.name
    try:
        if not target.exists():  # a learner may have written into it
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(_learners(nbformat.read(source, as_version=4)), encoding="utf-8")
    except OSError as error:
        raise Problem(
            say(
                "The course folder {folder} cannot be written ({reason}). Choose another with --dir.",
                folder=folder.name,
                reason=error.strerror,
            )
        ) from None
    return f"../../solutions/{language}/{source.name}"


def _learners(notebook: Any) -> str:
    """The learner's copy: cells cannot be deleted by a slip of the hand."""
    for cell in notebook.cells:
        cell.metadata["deletable"] = False
    return str(nbformat.writes(notebook)) + "\n"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
