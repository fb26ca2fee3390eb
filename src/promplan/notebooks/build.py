"""`promplan build`: from the hand-edited English notebooks and the catalogues to every other file of the course.

notebooks/en  ─ translate → notebooks/ru          solutions/en ─ translate → solutions/ru
solutions/*   ─ strip     → exercises/*           all lessons and solutions are run; exercises hold no outputs
"""

import hashlib
import json
from pathlib import Path

import nbformat
from babel.messages.catalog import Catalog
from nbformat import NotebookNode

from promplan.notebooks import catalogue, messages
from promplan.notebooks.compare import faults, shape
from promplan.notebooks.normalise import normalise, text
from promplan.notebooks.run import run
from promplan.notebooks.strip import strip
from promplan.notebooks.translate import translate

HAND = ("notebooks", "solutions")


def build(root: Path, *, check: bool = False, force: bool = False) -> list[str]:
    """Build the course in `root`, or with `check` only compare; returns the troubles, each with its remedy."""
    package = root / "src" / "promplan"
    trouble = messages.update(package, save=not check)
    for unit in sorted({path.stem for kind in HAND for path in (root / kind / "en").glob("*.ipynb")}):
        trouble += _unit(root, unit, package / "locale" / "ru" / f"{unit}.po", check=check, force=force)
    for kind in ("notebooks", "solutions", "exercises"):
        for path in (root / kind / "ru").glob("*.ipynb"):
            if not (root / kind.replace("exercises", "solutions") / "en" / path.name).exists():
                trouble.append(f"{kind}/ru/{path.name} has no English source: remove it")
    return trouble


def _unit(root: Path, unit: str, po: Path, *, check: bool, force: bool) -> list[str]:
    paths = {kind: root / kind / "en" / f"{unit}.ipynb" for kind in HAND}
    english = {kind: nbformat.read(path, as_version=4) for kind, path in paths.items() if path.is_file()}
    old = catalogue.read(po)
    words = catalogue.extract(list(english.values()), old)
    trouble = []
    if not check:
        catalogue.write(po, words)
    trouble += _words(po.name, words, list(english.values()))
    for kind, notebook in english.items():
        trouble += [f"{kind}/en/{unit}.ipynb, cell {cell}: {fault}" for cell, fault in faults(notebook)]
        twin = translate(notebook, words)
        files = {f"{kind}/en": normalise(notebook), f"{kind}/ru": normalise(twin)}
        if kind == "solutions":
            files |= {"exercises/en": normalise(strip(notebook)), "exercises/ru": normalise(strip(twin))}
        for folder, wanted in files.items():
            trouble += _file(
                root / folder / f"{unit}.ipynb", f"{folder}/{unit}.ipynb", wanted, check=check, force=force
            )
    return trouble


def _words(name: str, words: Catalog, notebooks: list[NotebookNode]) -> list[str]:
    trouble = []
    for cell in (cell for notebook in notebooks for cell in notebook.cells if cell.cell_type == "markdown"):
        russian = catalogue.translation(words, cell)
        if russian is None:
            trouble.append(f"{name}, cell {cell.id}: the Russian is missing or no longer fits; write it there")
            continue
        here, there = shape(cell.source), shape(russian)
        trouble += [
            f"{name}, cell {cell.id}: the {part} differ between the languages"
            for part in here
            if here[part] != there[part]
        ]
    return trouble


def _file(path: Path, name: str, wanted: NotebookNode, *, check: bool, force: bool) -> list[str]:
    """Write the file if it does not follow from its source (or say so); runs what stores outputs."""
    stored = nbformat.read(path, as_version=4) if path.is_file() else None
    same = stored is not None and _bare(stored) == _bare(wanted)
    if check:
        return [] if same else [f"{name} does not follow from its source: run promplan build"]
    if name.startswith("exercises/"):
        if not same or force:
            run(wanted, name)  # an exercise must run on a blank plan, and stores nothing of it
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text(wanted), encoding="utf-8")
        return []
    fresh = same and stored is not None and stored.metadata.get("promplan") == _digest(wanted)
    if not fresh or force:
        ran = normalise(run(wanted, name))
        ran.metadata["promplan"] = _digest(wanted)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text(ran), encoding="utf-8")
    return []


def _bare(notebook: NotebookNode) -> str:
    return text(normalise(strip_outputs(notebook)))


def strip_outputs(notebook: NotebookNode) -> NotebookNode:
    """The notebook without what its cells printed."""
    bare = nbformat.from_dict(json.loads(json.dumps(notebook)))
    for cell in bare.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return bare


def _digest(notebook: NotebookNode) -> str:
    return hashlib.sha256(_bare(notebook).encode()).hexdigest()[:16]
