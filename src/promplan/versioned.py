"""A notebook of another version of the course than the one installed: said in words, with the way to the new one."""

import difflib
from collections.abc import Iterable

from promplan.language import Problem, Words, say

VERSION = "0.1.0"  # as in pyproject.toml
FEW = 40  # names that a sentence can hold


def words_for(written: str, name: str, known: Iterable[str]) -> Words:
    """What to say where a cell names something that is not in this version; the nearest, or all of a few, are named.

    `written` is how a cell writes it, with `{}` for the name: `pp.{}`.
    """
    names = list(known)
    near = [written.format(one) for one in difflib.get_close_matches(name, names, n=3, cutoff=0.75)]
    names, name = [written.format(one) for one in names], written.format(name)
    if near:
        said = say(
            "This promplan ({version}) has no {name}. Did you mean: {near}?",
            version=VERSION,
            name=name,
            near=", ".join(near),
        )
    elif len(names) <= FEW:
        said = say(
            "This promplan ({version}) has no {name}. There are: {known}.",
            version=VERSION,
            name=name,
            known=", ".join(names),
        )
    else:
        said = say("This promplan ({version}) has no {name}.", version=VERSION, name=name)
    return say(
        "{unknown} If the cell came with the course, this notebook is of another version of the course. Close it, stop "
        "JupyterLab and start again with: promplan lab --fresh and the notebook's name, such as 01-facts. The new one "
        "is laid; yours stays beside it.",
        unknown=said,
    )


def unknown(written: str, name: str, known: Iterable[str]) -> Problem:
    """The problem of an asset that a cell asks for; see `words_for`."""
    return Problem(words_for(written, name, known))


class Unknown(AttributeError):
    """A name that this version does not have; a notebook shows the sentence and nothing of our insides."""

    def __init__(self, written: str, name: str, known: Iterable[str]) -> None:
        self.what = words_for(written, name, known)
        super().__init__(name if name.startswith("_") else str(self.what))

    def _render_traceback_(self) -> list[str]:
        return [str(self.what)]
