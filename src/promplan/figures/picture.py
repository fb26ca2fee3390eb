"""What every figure function returns: the drawing, its words for who cannot see it, and its caption."""

import base64
import io
from contextlib import AbstractContextManager
from dataclasses import dataclass
from html import escape
from typing import Any

import matplotlib.style
from matplotlib.figure import Figure

from promplan import assets

DPI = 110


@dataclass(frozen=True)
class Picture:
    """A figure with alternative text and caption, in the language in which it was drawn.

    In a notebook it is HTML with the PNG inside: JupyterLab drops the alternative text of a plain PNG output.
    """

    fig: Figure
    alt: str
    caption: str

    def png(self) -> bytes:
        """The drawing; the same bytes for the same figure."""
        stream = io.BytesIO()
        with style():
            self.fig.savefig(stream, format="png", dpi=DPI, metadata={"Software": None})
        return stream.getvalue()

    def __repr__(self) -> str:
        return self.alt

    def _repr_html_(self) -> str:
        data = base64.b64encode(self.png()).decode()
        return (
            f'<figure style="margin:0.5em 0"><img alt="{escape(self.alt)}" style="max-width:100%" '
            f'src="data:image/png;base64,{data}"><figcaption>{escape(self.caption)}</figcaption></figure>'
        )


def style() -> AbstractContextManager[Any]:
    """The course's look, for as long as a figure is drawn; the user's own matplotlib settings stay theirs."""
    context: AbstractContextManager[Any] = matplotlib.style.context(
        ["default", str(assets.folder() / "promplan.mplstyle")]
    )
    return context


def plain(text: str) -> str:
    """A student's words as matplotlib draws them: a dollar sign begins no formula."""
    return text.replace("$", r"\$")
