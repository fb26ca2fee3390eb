"""What the build wrote into a Russian notebook, kept in its metadata, so that a later edit by hand can be told apart.

Two people improve the Russian: one in the catalogue, one in JupyterLab. Without a mark, whichever of `build` and
`harvest` comes first would put the older wording over the newer without a word.
"""

import copy
import hashlib

from nbformat import NotebookNode

KEY = "promplan"


def marked(notebook: NotebookNode) -> NotebookNode:
    """The notebook with a digest of every cell in its metadata, under `promplan.written`, by cell id."""
    twin = copy.deepcopy(notebook)
    twin.metadata[KEY] = NotebookNode({"written": {cell.id: _digest(cell) for cell in twin.cells}})
    return twin


def by_hand(notebook: NotebookNode) -> set[str]:
    """Ids of the cells that are not as the build wrote them; all of them where no build left its mark."""
    written = notebook.metadata.get(KEY, {}).get("written", {})
    return {cell.get("id", "?") for cell in notebook.cells if written.get(cell.get("id")) != _digest(cell)}


def is_marked(notebook: NotebookNode) -> bool:
    """Did a build write this notebook?"""
    return KEY in notebook.metadata


def _digest(cell: NotebookNode) -> str:
    return hashlib.sha256(f"{cell.cell_type}\0{cell.source}".encode()).hexdigest()[:12]
