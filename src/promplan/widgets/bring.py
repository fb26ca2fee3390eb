"""A button that brings a file: in pieces, for a message of a browser may be no larger than ten million bytes."""

from collections.abc import Callable
from typing import Any

import anywidget
import traitlets

from promplan.language import Words
from promplan.widgets import parts
from promplan.widgets.guard import Guard
from promplan.widgets.uploads import Uploads


class Bring(anywidget.AnyWidget):
    """The button; `came` is handed the bytes, the name, and what the page said of the file."""

    _esm = parts.script("uploads.js", "bring.js")
    label = traitlets.Unicode("").tag(sync=True)
    accept = traitlets.Unicode("").tag(sync=True)

    def __init__(
        self, label: Words, accept: str, guard: Guard, came: Callable[[bytes, str, dict[str, Any]], object]
    ) -> None:
        super().__init__(label=str(label), accept=accept)
        self.uploads = Uploads(self, guard, came)
