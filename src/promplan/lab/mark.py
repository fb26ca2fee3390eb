"""The mark `.promplan` of a learner's folder: what was laid, so that what a learner changed can be told from it.

It also says which lessons have been opened, in either language: the way through the course goes on from there.

A mark that is lost or cannot be read is no fault: it is written anew from what lies in the folder.
"""

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from promplan.plan.store import MARK
from promplan.plan.writing import write
from promplan.versioned import VERSION

LARGEST = 1_000_000  # bytes; a mark of eleven units has 20,000


@dataclass
class Mark:
    """Digests of what was laid, by file: of its bytes, and of a notebook's cells without what running them leaves.

    `opened` are the units whose lesson has been opened.
    """

    laid: dict[str, str] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    opened: list[str] = field(default_factory=list)

    def note(self, name: str, data: bytes) -> None:
        """Remember that `data` was laid as `name`."""
        self.laid[name] = digest(data)
        if name.endswith(".ipynb") and (cells := of_cells(data)):
            self.cells[name] = cells

    def was_laid(self, name: str, data: bytes) -> bool:
        """Is this what was laid as `name`, byte for byte but for the ends of lines?"""
        return self.laid.get(name) == digest(data)

    def was_only_run(self, name: str, data: bytes) -> bool:
        """Is this the notebook that was laid, run since, its cells' text untouched?"""
        return name in self.cells and self.cells[name] == of_cells(data)


def read(folder: Path) -> Mark:
    """The folder's mark; an empty one where there is none that can be read."""
    raw = _raw(folder)
    opened = raw.get("opened")
    opened = [one for one in opened if isinstance(one, str)] if isinstance(opened, list) else []
    return Mark(_names(raw.get("laid")), _names(raw.get("cells")), opened)


def keep(folder: Path, mark: Mark, language: str) -> None:
    """Write the mark, the whole of it or nothing; raises `Problem`."""
    held = {"language": language, "version": VERSION, "laid": mark.laid, "cells": mark.cells, "opened": mark.opened}
    text = (json.dumps(held, indent=1) + "\n").encode()
    file = folder / MARK
    if not (file.is_file() and file.read_bytes() == text):
        write(file, text)


def note_opened(folder: Path, unit: str) -> None:
    """Remember that a unit's lesson has been opened in this folder; nothing where there is no mark to write into."""
    raw, mark = _raw(folder), read(folder)
    if raw and unit not in mark.opened:
        mark.opened.append(unit)
        keep(folder, mark, str(raw.get("language", "en")))


def _raw(folder: Path) -> dict[str, Any]:
    file = folder / MARK
    try:
        raw = json.loads(file.read_bytes()) if file.is_file() and file.stat().st_size < LARGEST else {}
    except (OSError, ValueError, RecursionError):
        raw = {}
    return raw if isinstance(raw, dict) else {}


def digest(data: bytes) -> str:
    """A file in hexadecimal digits, the same for either system's ends of lines."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def of_cells(data: bytes) -> str | None:
    """The text of a notebook's cells in hexadecimal digits, blank cells left out; None where it is no notebook."""
    try:
        cells = json.loads(data)["cells"]
        told = [(one["cell_type"], text) for one in cells if (text := _source(one)).strip()]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _source(cell: dict[str, Any]) -> str:
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)


def _names(raw: Any) -> dict[str, str]:
    if not isinstance(raw, dict):
        return {}
    return {name: value for name, value in raw.items() if isinstance(value, str)}
