"""What every figure function returns: the drawing, its words for who cannot see it, and its caption."""

import base64
import io
from dataclasses import dataclass
from html import escape

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from promplan.figures.style import DPI, style


@dataclass(frozen=True)
class Picture:
    """A figure with alternative text and caption, in the language in which it was drawn.

    In a notebook it is HTML with the PNG inside: JupyterLab drops the alternative text of a plain PNG output. The
    figure is never pyplot's, so no backend is asked for and nothing is shown twice.
    """

    fig: Figure
    alt: str
    caption: str

    def png(self) -> bytes:
        """The drawing; the same bytes for the same figure."""
        stream = io.BytesIO()
        with style():
            FigureCanvasAgg(self.fig)
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
