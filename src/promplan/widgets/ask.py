"""From a record's card to the desk: the desk below has it ticked, and the focus; where there is none, where it is."""

import anywidget
import traitlets

from promplan.language import say
from promplan.widgets import parts


class Ask(anywidget.AnyWidget):
    """The button. The desk's list on the same page hears it (`picks.js`); the kernel has no part in it."""

    _esm = parts.script("ask.js")
    path = traitlets.Unicode("").tag(sync=True)  # of the list whose record stands in the card
    words = traitlets.Dict().tag(sync=True)

    def __init__(self, path: str) -> None:
        where = say("The desk is in the exercises of units 1 and 3, under “The desk: the plant answers”.")
        super().__init__(path=path, words={"ask": str(say("Ask at the desk")), "where": str(where)})
