"""From a record's card, or a finding, to the desk: it is ticked there, and has the focus; or where a desk is."""

import anywidget
import traitlets

from promplan.language import say
from promplan.widgets import parts

ASK = {
    "ask": say("Ask at the desk"),
    "where": say("The desk is in the exercises, under “The desk: the plant answers”: open the one of this unit."),
}


class Ask(anywidget.AnyWidget):
    """The button. The desk's list on the same page hears it (`picks.js`); the kernel has no part in it."""

    _esm = parts.script("ask.js")
    path = traitlets.Unicode("").tag(sync=True)  # of the list whose record stands in the card
    words = traitlets.Dict().tag(sync=True)

    def __init__(self, path: str) -> None:
        super().__init__(path=path, words={name: str(words) for name, words in ASK.items()})
