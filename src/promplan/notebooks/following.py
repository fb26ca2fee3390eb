"""Does a file of the course follow from its source? If not, which cells differ, what is to be edited, what mends it."""

import json
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from promplan.notebooks.mark import KEY
from promplan.notebooks.normalise import normalise, strip_outputs, text

NAMED = 3  # cells named; the others are counted


def follows(path: Path, wanted: NotebookNode) -> bool:
    """Is the file as a build writes it, outputs aside, and not as JupyterLab saves it?"""
    found = read(path)
    if found is None:
        return False
    return text(normalise(found)) == path.read_text(encoding="utf-8") and _plain(found) == text(wanted)


def complaint(root: Path, name: str, wanted: NotebookNode) -> str | None:
    """What is wrong with the file, with its first cells that differ and the remedy; None where it follows."""
    if follows(root / name, wanted):
        return None
    found = read(root / name)
    if found is None:
        state = "is not a notebook" if (root / name).is_file() else "is missing"
        return f"{name} {state}: run promplan build, which writes it"
    cells = _differing(found, wanted)
    if not cells:
        return f"{name} was saved by JupyterLab or another editor: run promplan build, which takes out what that added"
    kind, language, file = name.split("/")
    unit = file.removesuffix(".ipynb")
    told = f"{name}, cell{'s' * (len(cells) > 1)} {', '.join(cells[:NAMED])}"
    if len(cells) > NAMED:
        told += f" and {len(cells) - NAMED} more"
    source = f"{kind.replace('exercises', 'solutions')}/en/{file}"
    words = f" (its Russian: {unit}.po)" if language == "ru" else ""
    return f"{told}: not as in {source}{words}. Edit that, not this file, and run promplan build, which writes it anew"


def read(path: Path) -> NotebookNode | None:
    """The notebook in a file; None where there is none, or something else."""
    try:
        return nbformat.read(path, as_version=4)
    except (OSError, ValueError, AttributeError):  # nbformat looks for keys in whatever JSON there is
        return None


def _plain(notebook: NotebookNode) -> str:
    return text(normalise(strip_outputs(notebook)))


def _differing(found: NotebookNode, wanted: NotebookNode) -> list[str]:
    """Ids of the cells that differ, are missing, or are too many, in the order of the wanted notebook."""
    here, there = (
        {cell.get("id", "?"): json.dumps(cell, sort_keys=True) for cell in normalise(strip_outputs(one)).cells}
        for one in (found, wanted)
    )
    differing = [id_ for id_ in [*there, *(one for one in here if one not in there)] if here.get(id_) != there.get(id_)]
    if differing or [*here] == [*there]:
        return differing or _remembered(found, wanted)
    return [id_ for id_, place in zip(here, there, strict=True) if id_ != place]


def _remembered(found: NotebookNode, wanted: NotebookNode) -> list[str]:
    """Ids of the cells whose source was another when this Russian notebook was written."""
    marks = [one.metadata.get(KEY, {}).get("english", {}) for one in (found, wanted)]
    return [id_ for id_ in marks[1] if marks[0].get(id_) != marks[1][id_]]
