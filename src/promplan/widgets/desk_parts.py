"""What the desk is made of: a button, a row that breaks where it must, a paragraph in the desk's own style."""

from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import Words


def button(words: Words) -> Any:
    """A button as wide as its words."""
    return widgets.Button(description=str(words), layout=widgets.Layout(width="auto"))


def row(*children: Any) -> Any:
    """Controls beside each other; where the page is narrow, below each other."""
    return widgets.HBox(list(children), layout=widgets.Layout(flex_flow="row wrap"))


def paragraph(words: Words) -> str:
    """A sentence as HTML."""
    return f'<p class="promplan-desk">{escape(str(words))}</p>'
