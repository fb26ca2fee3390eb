"""`promplan build`: from the hand-edited English notebooks and the catalogues to every other file of the course.

notebooks/en  ─ translate → notebooks/ru          solutions/en ─ translate → solutions/ru
solutions/*   ─ strip     → exercises/*           all lessons and solutions are run; exercises hold no outputs

What a cell says follows from its code and from what it reads: a notebook is run again when its cells, a module, an
asset or a sentence that it read changed since it was last run here, as `.promplan-build.json` remembers (not tracked;
without it all are run). A translation that is waited for is said (`trouble.Waiting`), and is no fault.
"""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from babel.messages.catalog import Catalog
from nbformat import NotebookNode

from promplan.notebooks import catalogue, messages
from promplan.notebooks.compare import faults, shape
from promplan.notebooks.following import complaint, follows, read
from promplan.notebooks.harvest import unharvested
from promplan.notebooks.mark import is_marked, marked
from promplan.notebooks.normalise import normalise, strip_outputs, text
from promplan.notebooks.reading import Reading
from promplan.notebooks.run import run
from promplan.notebooks.strip import strip
from promplan.notebooks.translate import translate
from promplan.notebooks.trouble import Waiting

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
        unlike = (complaint(root, one.name, one.notebook) for one in wanted)
        return trouble + [one for one in unlike if one is not None]
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
    found = read(russian)
    return unharvested(english, found, words) if found is not None and is_marked(found) else []


def _run_all(root: Path, wanted: list[Wanted], *, force: bool) -> None:
    """Run what changed, two at a time or as many as there are cores, and write every file as soon as it ran."""
    reading, memory = Reading(root), root / MEMORY
    known = _remembered(memory)
    stale = [one for one in wanted if force or not _is_known(reading, known.get(one.name, {}), one)]
    stale += [one for one in wanted if one not in stale and not follows(root / one.name, one.notebook)]

    def make(one: Wanted) -> None:
        ran, opened = run(one.notebook, one.name)  # an exercise must run on a blank plan too, and stores nothing of it
        path = root / one.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text(normalise(ran) if one.stored else one.notebook), encoding="utf-8")
        names = reading.names(opened)
        known[one.name] = {"digest": reading.digest(names, text(one.notebook)), "read": names}

    try:
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            for _ in pool.map(make, stale):
                pass
    finally:
        kept = {one.name: known[one.name] for one in wanted if one.name in known}
        memory.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def _remembered(memory: Path) -> dict[str, dict[str, Any]]:
    """What every notebook read when it was run last; nothing where the file is missing or another version's."""
    try:
        found = json.loads(memory.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {name: one for name, one in found.items() if isinstance(one, dict) and {"digest", "read"} <= one.keys()}


def _is_known(reading: Reading, known: dict[str, Any], one: Wanted) -> bool:
    return bool(known) and reading.digest(known["read"], text(one.notebook)) == known["digest"]


def _words(name: str, words: Catalog, notebooks: list[NotebookNode]) -> list[str]:
    """What of the Russian waits for somebody, and where it differs in structure from the English."""
    trouble: list[str] = []
    for cell in (cell for notebook in notebooks for cell in notebook.cells if cell.cell_type == "markdown"):
        place, russian = f"{name}, cell {cell.id}", catalogue.translation(words, cell)
        if not cell.source.strip():
            continue
        if russian is None:
            trouble.append(Waiting(f"{place}: there is no Russian yet, and the page says so; write it there"))
            continue
        here, there = shape(cell.source), shape(russian)
        unlike = [part for part in here if here[part] != there[part]]
        if catalogue.is_fuzzy(words, cell):
            also = f" (its {', '.join(unlike)} differ)" if unlike else ""
            told = f"{place}: the English has changed, the old Russian stays{also}; write the Russian anew there"
            trouble.append(Waiting(f"{told} and delete the line #, fuzzy"))
        else:
            trouble += [f"{place}: the {part} differ between the languages" for part in unlike]
    return trouble
