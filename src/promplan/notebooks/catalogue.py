"""The prose of a unit's notebooks as a gettext catalogue: one entry a cell, told apart by the cell's id."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from nbformat import NotebookNode

from promplan.notebooks import memory, pofile

MADE = datetime(2026, 1, 1, tzinfo=UTC)


def read(path: Path) -> Catalog:
    """The catalogue in a .po file; an empty one where there is none."""
    return pofile.read(path) if path.is_file() else blank()


def write(path: Path, catalogue: Catalog) -> None:
    """Write the catalogue so that nothing in the file changes but what was changed."""
    pofile.write(path, catalogue)


def blank() -> Catalog:
    """A catalogue whose header says no date of its making, so that equal catalogues are equal files."""
    return Catalog(
        locale="ru",
        charset="utf-8",
        project="promplan",
        version="1",
        header_comment="# The Russian of promplan's course. Licence: LICENSE-CONTENT (CC BY 4.0).",
        last_translator="the authors of promplan",
        language_team="the authors of promplan",
        msgid_bugs_address="see CONTRIBUTING.md",
        fuzzy=False,
        creation_date=MADE,
        revision_date=MADE,
    )


def extract(notebooks: list[NotebookNode], old: Catalog) -> Catalog:
    """The catalogue that fits these notebooks, with every translation of `old`.

    A cell whose English changed keeps its Russian as fuzzy, found by its id. The Russian of a cell that is gone stays
    as obsolete, so that a cell which comes back finds it.
    """
    known = {message.context: message for message in (*old.obsolete.values(), *old) if message.context}
    new = blank()
    for notebook in notebooks:
        for cell in notebook.cells:
            if cell.cell_type == "markdown" and cell.source.strip():
                memory.add(new, known.pop(cell.id, None), cell.source, cell.id)
    retire(new, known.values())
    return new


def retire(catalogue: Catalog, gone: Iterable[Message]) -> None:
    """Keep what is translated of these messages as obsolete, in the order of the English."""
    kept = [memory.trusted(one) for one in gone if one.string]
    for message in sorted(kept, key=lambda one: (memory.first(one.id), one.context or "")):
        catalogue.obsolete[message.context or "", memory.first(message.id)] = message


def translation(catalogue: Catalog, cell: NotebookNode) -> str | None:
    """The cell's Russian, though it be that of yesterday's English; None where there is none at all."""
    message = catalogue.get(cell.source, context=cell.id)
    return str(message.string) if message and message.string else None


def is_fuzzy(catalogue: Catalog, cell: NotebookNode) -> bool:
    """Has the cell's English changed since its Russian was written?"""
    message = catalogue.get(cell.source, context=cell.id)
    return bool(message and message.fuzzy)
