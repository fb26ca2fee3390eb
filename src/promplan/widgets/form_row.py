"""A field of a form on the screen: what was understood, what is wrong, and the question that two versions of it ask."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import Words, say
from promplan.widgets.controls import Control
from promplan.widgets.picker import DayPicker
from promplan.widgets.put import Put
from promplan.widgets.references import References


@dataclass
class Row:
    """A field on the screen: its control, the places under it, and what stands there."""

    control: Control
    error: Any
    ask: Any
    put: Put
    label: str
    heard: Any = None  # what was understood or filled in, where a field's control tells it
    picker: Any = None  # a month to pick its day from
    unsaved: bool = False
    wrong: str = ""  # what is wrong with what was typed, and
    found: str = ""  # what the review says of it: as HTML
    asks: tuple[Any, ...] = ()  # the question about two versions of it

    def belongs(self, address: str) -> None:
        """Whose field it is now: a search and an open month are over where another record is shown."""
        for one in (self.control.widget, self.picker):
            if isinstance(one, References | DayPicker) and one.of != address:
                one.of = address

    def tell(self) -> None:
        """Show under the control what is wrong, else what the review says, and the cure that it knows."""
        self.error.value = self.wrong or self.found
        below = self.asks or (() if self.wrong else self.put.parts())
        if self.ask.children != below:
            self.ask.children = below

    def well(self) -> None:
        """What stands in the field is in the plan: nothing is wrong, nothing is asked."""
        self.unsaved, self.wrong, self.asks = False, "", ()
        self.put.settle()
        self.tell()
        if self.heard is not None:
            self.heard.value = ""

    def hear(self, words: Words) -> None:
        """Say beside the field what was understood or filled in."""
        self.heard.value = f'<span role="status" class="pp-heard">{escape(str(words))}</span>'

    def echo(self, value: Any) -> None:
        """Say what was understood, where somebody may have meant another thing."""
        if self.heard is None or self.control.heard is None:
            return
        if understood := self.control.heard(self.control.widget.value, value):
            self.hear(say("understood: {value}", value=understood))

    def refuse(self, words: Words) -> None:
        """Say what is wrong with what was typed; it stays in the field."""
        if self.heard is not None:
            self.heard.value = ""
        self.wrong = f'<span role="alert" class="pp-wrong"><span>{escape(str(words))}</span></span>'
        self.tell()

    def ask_which(self, mine: Any, theirs: Any, keep: Callable[..., Any], take: Callable[..., Any]) -> None:
        """Both versions beside the field, in words, and a button for each; other fields may ask at the same time."""
        text = say("Here: {mine}. In the plan: {theirs}.", mine=mine, theirs=theirs)
        buttons = []
        for word, act in ((say("Keep mine"), keep), (say("Take theirs"), take)):
            button = widgets.Button(description=str(word))
            button.on_click(act)
            buttons.append(button)
        self.wrong, self.asks = "", (widgets.HTML(f'<p role="alert">{escape(str(text))}</p>'), widgets.HBox(buttons))
        self.tell()
