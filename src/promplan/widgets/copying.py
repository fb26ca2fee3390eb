"""A button that copies a text, and says so."""

import anywidget
import traitlets

from promplan.language import Words, say
from promplan.widgets import parts


class Copying(anywidget.AnyWidget):
    """Copies `text`; `what` is what the button says."""

    _esm = parts.script("copying.js")
    text = traitlets.Unicode("").tag(sync=True)
    words = traitlets.Dict().tag(sync=True)

    def __init__(self, what: Words) -> None:
        words = {"copy": what, "copied": say("copied"), "select": say("Mark the text and press Ctrl+C.")}
        super().__init__(words={name: str(one) for name, one in words.items()})
