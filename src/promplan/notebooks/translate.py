"""An English notebook and its catalogue make the Russian twin: same cells, same code, other words."""

import copy
import re

from babel.messages.catalog import Catalog
from nbformat import NotebookNode

from promplan.language import say
from promplan.language.typesetting import set_, unset
from promplan.notebooks.catalogue import translation
from promplan.notebooks.markdown import PROSE, changed, led

START = re.compile(r'(pp\.start\(\s*"[\w-]+"\s*,\s*)"en"')


def translate(notebook: NotebookNode, catalogue: Catalog) -> NotebookNode:
    """The Russian twin. Where the English changed, the old Russian stays; where there is none yet, the cell says so."""
    twin = copy.deepcopy(notebook)
    for cell in twin.cells:
        if cell.cell_type == "code":
            cell.source = START.sub(r'\1"ru"', cell.source)
        elif cell.cell_type == "markdown" and cell.source.strip():
            cell.source = russian(translation(catalogue, cell) or coming())
    return twin


def coming() -> str:
    """What a Russian cell says before anybody has translated it."""
    return say("*The translation of this part is still to come.*").into("ru")


def russian(words: str) -> str:
    """The catalogue's wording as it stands in a Russian notebook: links lead into /ru/, its spaces as a printer's."""
    return led(joined(words), "en", "ru")


def joined(words: str) -> str:
    """The Russian prose as a printer sets it; in the catalogue plain spaces stand there."""
    return changed(words, PROSE, set_)


def parted(words: str) -> str:
    """`joined` undone: as whoever writes the catalogue types it."""
    return changed(words, PROSE, unset)
