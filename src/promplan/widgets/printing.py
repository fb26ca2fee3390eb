"""A sheet of paper made in the notebook: one press prints it, another saves it as a page that needs no network."""

import anywidget
import traitlets

from promplan.language import Words, say
from promplan.widgets import parts


class Printing(anywidget.AnyWidget):
    """Prints `page`, a whole HTML document that runs nothing, and offers it as the file `name`."""

    _esm = parts.script("printing.js")
    page = traitlets.Unicode("").tag(sync=True)
    name = traitlets.Unicode("sheet.html").tag(sync=True)
    words = traitlets.Dict().tag(sync=True)

    def __init__(self, name: Words, sheet: Words) -> None:
        words = {
            "print": say("Print this sheet"),
            "save": say("Take it along as a file"),
            "sheet": sheet,
        }
        super().__init__(name=str(name), words={key: str(one) for key, one in words.items()})
