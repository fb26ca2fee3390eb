"""What every editor is: a box that is live in JupyterLab and a readable page without a kernel."""

from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.widgets.dress import dress


class Panel(widgets.VBox):  # type: ignore[misc]
    """A box of controls with a name, and a static form that says what stands in it; at its end the style of all.

    Args:
        card: is it drawn as a card? Not where what stands in it is one already.
    """

    def __init__(self, name: str, children: list[Any], static: str = "", *, card: bool = True) -> None:
        super().__init__([*children, dress()])
        for one in ("pp-part", "pp-editor", *(("pp-card",) if card else ())):
            self.add_class(one)
        self.name = name
        self.static = static

    def __repr__(self) -> str:
        return f"[{self.name}]"

    def _repr_mimebundle_(self, **more: Any) -> Any:
        live = super()._repr_mimebundle_(**more)
        data = dict(live[0] if isinstance(live, tuple) else live or {})
        data["text/plain"] = repr(self)
        data["text/html"] = f"<section><p><b>{escape(self.name)}</b></p>{self.static}</section>"
        return data


def heading(text: str) -> Any:
    """A small heading inside an editor."""
    return widgets.HTML(f'<h3 class="pp-title">{escape(text)}</h3>')


def region(text: str = "") -> Any:
    """A region whose changes a screen reader announces."""
    return widgets.HTML(f'<div role="status">{text}</div>')


def set_region(one: Any, html: str) -> None:
    """Change a region's content; a no-op where it is the same, so that nothing is announced twice."""
    wrapped = f'<div role="status">{html}</div>'
    if one.value != wrapped:
        one.value = wrapped
