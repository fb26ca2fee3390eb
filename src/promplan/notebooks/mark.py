"""What the build wrote into a Russian notebook, kept in its metadata, so that a later edit by hand can be told apart.

Two people improve the Russian: one in the catalogue, one in JupyterLab. Without a mark, whichever of `build` and
`harvest` comes first would put the older wording over the newer without a word.
"""

import copy
import hashlib
from collections.abc import Iterable

from nbformat import NotebookNode

KEY = "promplan"


def marked(notebook: NotebookNode, english: NotebookNode) -> NotebookNode:
    """The notebook with a digest of every cell, and of its English source, in its metadata under `promplan`."""
    twin = copy.deepcopy(notebook)
    digests = {"written": twin.cells, "english": english.cells}
    twin.metadata[KEY] = NotebookNode(
        {name: {cell.id: digest(cell.source) for cell in cells} for name, cells in digests.items()}
    )
    return twin


def remarked(notebook: NotebookNode, cells: Iterable[str]) -> NotebookNode:
    """The notebook after the wording of these cells went into the catalogue: they are by hand no more."""
    twin = copy.deepcopy(notebook)
    if is_marked(twin):
        sources = {cell.id: cell.source for cell in twin.cells}
        twin.metadata[KEY]["written"].update({id_: digest(sources[id_]) for id_ in cells})
    return twin


def by_hand(notebook: NotebookNode) -> set[str]:
    """Ids of the cells that are not as the build wrote them; all of them where no build left its mark."""
    return {cell.get("id", "?") for cell in notebook.cells if written(notebook, cell.get("id")) != digest(cell.source)}


def is_marked(notebook: NotebookNode) -> bool:
    """Did a build write this notebook?"""
    return KEY in notebook.metadata


def written(notebook: NotebookNode, cell: str | None, of: str = "written") -> str | None:
    """The digest of what the build wrote into a cell, or of its source in `english`; None where there is no mark."""
    found: str | None = notebook.metadata.get(KEY, {}).get(of, {}).get(cell)
    return found


def digest(source: str) -> str:
    """A cell's source in twelve hexadecimal digits."""
    return hashlib.sha256(source.encode()).hexdigest()[:12]
