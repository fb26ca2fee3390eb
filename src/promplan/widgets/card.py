"""The card's head and its ties: which record of how many, and every message tied to the control that it is about."""

import anywidget
import traitlets

from promplan.widgets import parts


class Card(anywidget.AnyWidget):
    """`said` is the head's line; its script keeps `aria-describedby` and `aria-invalid` of the form below."""

    _esm = parts.script("card.js")
    said = traitlets.Unicode("").tag(sync=True)
    key = traitlets.Unicode("").tag(sync=True)  # whose form stands below
