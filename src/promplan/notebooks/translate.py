"""An English notebook and its catalogue make the Russian twin: same cells, same code, other words."""

import copy
import re

from babel.messages.catalog import Catalog
from nbformat import NotebookNode

from promplan.notebooks.catalogue import translation

START = re.compile(r'(pp\.start\(\s*"[\w-]+"\s*,\s*)"en"')
LINK = re.compile(r"(\]\([^)]*?|(?:src|href)=\"[^\"]*?)/en/")
WORDS = (  # Russian units and what counts like one: a line must not begin with them
    "мкм|мм|см|м|км|мкг|мг|г|кг|т|мл|л|с|мин|ч|Вт|кВт|МВт|кВт·ч|Н|кН|МН|Н·м|дН·м|Па|кПа|МПа|бар|Гц|кГц|МГц|дБ|дБА|"
    "об/мин|м/мин|м/с|кг/л|руб|тыс|млн|млрд|чел|шт|п"
)
UNIT = rf"[°%‰₽]|(?:{WORDS})(?!\w)"
JOINT, JOINED = (re.compile(rf"(?<=\d){space}(?={UNIT})") for space in (" ", "\u00a0"))


def translate(notebook: NotebookNode, catalogue: Catalog) -> NotebookNode:
    """The Russian twin; a cell without a translation keeps its English, and the check names it."""
    twin = copy.deepcopy(notebook)
    for cell in twin.cells:
        if cell.cell_type == "code":
            cell.source = START.sub(r'\1"ru"', cell.source)
        elif cell.cell_type == "markdown":
            russian = translation(catalogue, cell)
            cell.source = LINK.sub(r"\1/ru/", joined(russian) if russian else cell.source)
    return twin


def joined(russian: str) -> str:
    """The Russian with a no-break space between a number and its unit; in the catalogue a plain one stands there."""
    return JOINT.sub("\u00a0", russian)


def parted(russian: str) -> str:
    """`joined` undone: as whoever writes the catalogue types it."""
    return JOINED.sub(" ", russian)
