"""What every figure function returns: the drawing, its words for who cannot see it, and its caption."""

import base64
import io
from dataclasses import dataclass
from html import escape
from math import ceil

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from PIL import Image

from promplan.figures.style import DPI, INK, PAPER, SHOWN, style

READABLE = 13  # pixels: no letter is shown smaller, on no page
POINTS = 72  # an inch
COLOURS = 64  # those of the drawing, and what lies between them on the edge of a letter


@dataclass(frozen=True)
class Picture:
    """A figure with alternative text and caption, in the language in which it was drawn.

    In a notebook it is HTML with the PNG inside: JupyterLab drops the alternative text of a plain PNG output. The
    figure is never pyplot's, so no backend is asked for and nothing is shown twice. `blank` says that there was nothing
    to draw yet: the sheet says what is missing, and no document prints it.
    """

    fig: Figure
    alt: str
    caption: str
    blank: bool = False

    def png(self) -> bytes:
        """The drawing, two dots to a pixel of the page; the same bytes for the same figure."""
        raw, packed = io.BytesIO(), io.BytesIO()
        with style():
            FigureCanvasAgg(self.fig)
            self.fig.savefig(raw, format="rgba", dpi=DPI)
        width = int(self.fig.get_figwidth() * DPI)
        dots = Image.frombytes("RGBA", (width, len(raw.getvalue()) // 4 // width), raw.getvalue()).convert("RGB")
        # flat colours: a palette holds them in half the bytes of one dot for each pixel
        few = dots.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.save(packed, format="png")
        return packed.getvalue()

    def __repr__(self) -> str:
        return self.alt

    def _repr_html_(self) -> str:
        data = base64.b64encode(self.png()).decode()
        width = round(self.fig.get_figwidth() * SHOWN)
        letters = [
            float(one.get_fontsize()) for one in self.fig.findobj(Text) if one.get_visible() and one.get_text().strip()
        ]
        least = ceil(width * min(1.0, READABLE / (min(letters) * SHOWN / POINTS))) if letters else 0
        return (
            f'<figure class="pp-figure" style="margin:0.5em 0">'
            f'<div style="overflow-x:auto;background:{PAPER};color:{INK}">'
            f'<img alt="{escape(self.alt)}" width="{width}" style="min-width:{least}px;max-width:100%;height:auto" '
            f'src="data:image/png;base64,{data}"></div><figcaption>{escape(self.caption)}</figcaption></figure>'
        )
