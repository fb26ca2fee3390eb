"""The prose of a unit's notebooks as a gettext catalogue: one entry a cell, told apart by the cell's id."""

from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from nbformat import NotebookNode

MADE = datetime(2026, 1, 1, tzinfo=UTC)


def read(path: Path) -> Catalog:
    """The catalogue in a .po file; an empty one where there is none."""
    if not path.is_file():
        return blank()
    with path.open("rb") as stream:
        return read_po(stream, locale="ru")


def write(path: Path, catalogue: Catalog) -> None:
    """Write it so that nothing in the file changes but what was changed: no dates, no line numbers, no wrapping."""
    with path.open("wb") as stream:
        write_po(stream, catalogue, width=0, omit_header=False, include_previous=True, no_location=True)


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
    """The catalogue that fits these notebooks, with every translation of `old` that still holds.

    A cell whose English changed keeps its Russian as fuzzy, found by its id: matching by likeness would take minutes.
    """
    known = {message.context: message for message in old if message.context}
    new = blank()
    for notebook in notebooks:
        for cell in notebook.cells:
            if cell.cell_type != "markdown" or not cell.source.strip():
                continue
            before = known.get(cell.id)
            same = before is not None and before.id == cell.source
            flags = [] if before is None or (same and not before.fuzzy) else ["fuzzy"]
            words = before.string if before is not None else ""
            previous = () if before is None or same else (str(before.id),)
            new.add(cell.source, words, context=cell.id, flags=flags if words else (), previous_id=previous)
    return new


def translation(catalogue: Catalog, cell: NotebookNode) -> str | None:
    """The cell's Russian, or None where it is missing or no longer fits."""
    message = catalogue.get(cell.source, context=cell.id)
    return str(message.string) if message and message.string and not message.fuzzy else None
