"""An English notebook and its catalogue make the Russian twin: same cells, same code, other words."""

import copy
import re

from babel.messages.catalog import Catalog
from nbformat import NotebookNode

from promplan.notebooks.catalogue import translation

START = re.compile(r'(pp\.start\(\s*"[\w-]+"\s*,\s*)"en"')
LINK = re.compile(r"(\]\([^)]*?|(?:src|href)=\"[^\"]*?)/en/")


def translate(notebook: NotebookNode, catalogue: Catalog) -> NotebookNode:
    """The Russian twin; a cell without a translation keeps its English, and the check names it."""
    twin = copy.deepcopy(notebook)
    for cell in twin.cells:
        if cell.cell_type == "code":
            cell.source = START.sub(r'\1"ru"', cell.source)
        elif cell.cell_type == "markdown":
            cell.source = LINK.sub(r"\1/ru/", translation(catalogue, cell) or cell.source)
    return twin
