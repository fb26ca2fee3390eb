"""`promplan build`: from the hand-edited English notebooks and the catalogues to every other file of the course.

notebooks/en  ─ translate → notebooks/ru          solutions/en ─ translate → solutions/ru
solutions/*   ─ strip     → exercises/*           all lessons and solutions are run; exercises hold no outputs

What a cell says follows from its code, from the package and from the assets: a notebook is run again when one of
them changed since it was last run here, as `.promplan-build.json` remembers (not tracked; without it all are run).
"""

import hashlib
import json
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import nbformat
from babel.messages.catalog import Catalog
from nbformat import NotebookNode

from promplan.notebooks import catalogue, messages
from promplan.notebooks.compare import faults, shape
from promplan.notebooks.harvest import unharvested
from promplan.notebooks.mark import is_marked, marked
from promplan.notebooks.normalise import normalise, text
from promplan.notebooks.run import run
from promplan.notebooks.strip import strip
from promplan.notebooks.translate import translate

HAND = ("notebooks", "solutions")
MEMORY = ".promplan-build.json"


@dataclass(frozen=True)
class Wanted:
    """A file of the course as it should be, before its cells were run."""

    name: str
    notebook: NotebookNode

    @property
    def stored(self) -> bool:
        """Are its outputs kept? Exercises keep none."""
        return not self.name.startswith("exercises/")


def build(root: Path, *, check: bool = False, force: bool = False) -> list[str]:
    """Build the course in `root`, or with `check` only compare; returns the troubles, each with its remedy."""
    package = root / "src" / "promplan"
    trouble = messages.update(package, save=not check)
    wanted: list[Wanted] = []
    for unit in sorted({path.stem for kind in HAND for path in (root / kind / "en").glob("*.ipynb")}):
        found, files = _unit(root, unit, package / "locale" / "ru" / f"{unit}.po", check=check, force=force)
        trouble += found
        wanted += files
    for kind in ("notebooks", "solutions", "exercises"):
        for path in (root / kind / "ru").glob("*.ipynb"):
            if not (root / kind.replace("exercises", "solutions") / "en" / path.name).exists():
                trouble.append(f"{kind}/ru/{path.name} has no English source: remove it")
    if check:
        return trouble + [
            f"{one.name} does not follow from its source: run promplan build"
            for one in wanted
            if not _same(root / one.name, one.notebook)
        ]
    _run_all(root, wanted, force=force)
    return trouble


def _unit(root: Path, unit: str, po: Path, *, check: bool, force: bool) -> tuple[list[str], list[Wanted]]:
    """The unit's troubles, and every file that follows from its two English notebooks and may be written."""
    paths = {kind: root / kind / "en" / f"{unit}.ipynb" for kind in HAND}
    english = {kind: nbformat.read(path, as_version=4) for kind, path in paths.items() if path.is_file()}
    old = catalogue.read(po)
    words = catalogue.extract(list(english.values()), old)
    trouble = []
    if not check:
        catalogue.write(po, words)
    trouble += _words(po.name, words, list(english.values()))
    wanted = []
    for kind, notebook in english.items():
        trouble += [f"{kind}/en/{unit}.ipynb, cell {cell}: {fault}" for cell, fault in faults(notebook)]
        twins = {"en": notebook, "ru": translate(notebook, words)}
        for language, twin in twins.items():
            name = f"{kind}/{language}/{unit}.ipynb"
            plain = normalise(strip_outputs(twin))
            lost = [] if language == "en" or force else _lost(root / name, notebook, words)
            if lost:
                trouble.append(
                    f"{name}, cell{'s' * (len(lost) > 1)} {', '.join(lost)}: edited by hand, and not in the catalogue; "
                    "promplan harvest ru carries the words over, promplan build --force drops them"
                )
            else:
                wanted.append(Wanted(name, plain if language == "en" else marked(plain, notebook)))
            if kind == "solutions":
                wanted.append(Wanted(f"exercises/{language}/{unit}.ipynb", normalise(strip(twin))))
    return trouble, wanted


def _lost(russian: Path, english: NotebookNode, words: Catalog) -> list[str]:
    """Cells of a Russian notebook in which somebody wrote what a build would overwrite."""
    if not russian.is_file():
        return []
    found = nbformat.read(russian, as_version=4)
    return unharvested(english, found, words) if is_marked(found) else []


def _run_all(root: Path, wanted: list[Wanted], *, force: bool) -> None:
    """Run what changed, two at a time or as many as there are cores, and write every file as soon as it ran."""
    ground = _ground(root)
    memory = root / MEMORY
    known: dict[str, str] = json.loads(memory.read_text(encoding="utf-8")) if memory.is_file() else {}
    now = {one.name: hashlib.sha256((ground + text(one.notebook)).encode()).hexdigest() for one in wanted}
    stale = [one for one in wanted if force or known.get(one.name) != now[one.name] or not (root / one.name).is_file()]
    stale += [one for one in wanted if one not in stale and not _same(root / one.name, one.notebook)]

    def make(one: Wanted) -> None:
        ran = run(one.notebook, one.name)  # an exercise must run on a blank plan too, and stores nothing of it
        path = root / one.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text(normalise(ran) if one.stored else one.notebook), encoding="utf-8")
        known[one.name] = now[one.name]

    try:
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            for _ in pool.map(make, stale):
                pass
    finally:
        kept = {name: digest for name, digest in known.items() if name in now}
        memory.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def _ground(root: Path) -> str:
    """A digest of all that outputs follow from besides their own cells: the package's files and the assets."""
    digest = hashlib.sha256()
    for path in _files(root / "src" / "promplan", root / "assets"):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _files(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(one for one in folder.rglob("*") if one.is_file() and one.suffix not in (".pyc", ".po"))


def _same(path: Path, wanted: NotebookNode) -> bool:
    """Does the file follow from its source, outputs aside, and does it stand as a build writes it, not JupyterLab?"""
    if not path.is_file():
        return False
    stored = path.read_text(encoding="utf-8")
    found = nbformat.reads(stored, as_version=4)
    return text(normalise(found)) == stored and text(normalise(strip_outputs(found))) == text(wanted)


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


def strip_outputs(notebook: NotebookNode) -> NotebookNode:
    """The notebook without what its cells printed."""
    bare = nbformat.from_dict(json.loads(json.dumps(notebook)))
    for cell in bare.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return bare
