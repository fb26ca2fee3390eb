"""A drawing as SVG: text alone, the same for the same drawing, with everything escaped that came from outside."""

import math
from collections.abc import Mapping
from html import escape

import numpy as np

from promplan.art.geometry import Area, Circle, Drawing, Label, Line, Mark, Points, pieces
from promplan.art.palettes import Palette
from promplan.language import number

FONT = "Liberation Sans, Arial, DejaVu Sans, sans-serif"
MEASURED = "DejaVu Sans, Bitstream Vera Sans, Verdana, sans-serif"  # letters as wide as those that were measured


def svg(
    drawing: Drawing, palette: Palette, *, words: Mapping[str, str] | None = None, title: str = "", told: str = ""
) -> str:
    """The picture as one `<svg>`, its bleed within the view box.

    Args:
        words: what stands at a label, by its id; else its number and unit in the interface language.
        title: for who does not see it; without one the picture is hidden from a screen reader.
        told: what is to be seen, in words: its alternative text.
    """
    b, unit = drawing.bleed, "mm" if drawing.unit == "mm" else ""
    width, height = drawing.width + 2 * b, drawing.height + 2 * b
    size = f'width="{_n(width)}{unit}" height="{_n(height)}{unit}" ' if drawing.unit != "1" else ""
    title, told = _fit(title) or _fit(told), _fit(told)
    spoken = f'role="img" aria-label="{escape(told or title)}"' if title else 'aria-hidden="true"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}viewBox="{_n(-b)} {_n(-b)} {_n(width)} {_n(height)}" {spoken}>'
    ]
    if title:
        lines.append(f"<title>{escape(title)}</title>")
    if told:
        lines.append(f"<desc>{escape(told)}</desc>")
    lines.append(
        f'<rect x="{_n(-b)}" y="{_n(-b)}" width="{_n(width)}" height="{_n(height)}" fill="{palette[drawing.ground]}"/>'
    )
    lines += [_mark(one, palette, words or {}) for one in drawing.marks]
    return "\n".join((*lines, "</svg>")) + "\n"


def _fit(text: str) -> str:
    """A text without signs that no XML may hold."""
    return "".join(sign for sign in text if sign in "\t\n" or (sign >= " " and sign not in "\ufffe\uffff"))


def label(one: Label, words: Mapping[str, str]) -> str:
    """What stands at a label: its words, or its number as the language writes it, with the unit."""
    if one.id in words:
        return words[one.id]
    if one.value is None or not math.isfinite(one.value):
        return ""
    return f"{number(float(f'{one.value:.4g}'))}\u00a0{one.unit}".rstrip("\u00a0")


def _mark(one: Mark, palette: Palette, words: Mapping[str, str]) -> str:
    if isinstance(one, Line):
        return (
            f'<path d="{_path(one.points, one.closed)}" fill="none" stroke="{palette[one.stroke]}" '
            f'stroke-width="{_n(one.width)}" stroke-linejoin="round" stroke-linecap="round"/>'
        )
    if isinstance(one, Area):
        return f'<path d="{_path(one.points, True)}" fill="{palette[one.fill]}" fill-rule="evenodd"/>'
    if isinstance(one, Circle):
        fill = palette[one.fill] if one.fill else "none"
        line = f' stroke="{palette[one.stroke]}" stroke-width="{_n(one.width)}"' if one.stroke else ""
        return f'<circle cx="{_n(one.x)}" cy="{_n(one.y)}" r="{_n(one.r)}" fill="{fill}"{line}/>'
    return _text(one, palette, words)


def _text(one: Label, palette: Palette, words: Mapping[str, str]) -> str:
    """Measured words keep their length in any font; a number in the drawing has a rim that parts it from the lines."""
    drawn = f'font-family="{MEASURED if one.long else FONT}" fill="{palette[one.fill]}"'
    if one.bold:
        drawn += ' font-weight="bold"'
    if one.long:
        drawn += f' textLength="{_n(one.long)}" lengthAdjust="spacingAndGlyphs"'
    else:
        drawn += f' stroke="{palette["paper"]}" stroke-width="{_n(one.size / 5)}" paint-order="stroke"'
    return (
        f'<text x="{_n(one.x)}" y="{_n(one.y)}" font-size="{_n(one.size)}" text-anchor="{escape(one.anchor)}" '
        f"{drawn}>{escape(label(one, words))}</text>"
    )


def _path(line: Points, closed: bool) -> str:
    """One subpath for each piece; a single point is drawn as a dot by its round ends."""
    end = "Z" if closed else ""
    found = []
    for piece in pieces(line):
        flat = np.round(piece, 2).ravel().tolist()
        if len(piece) == 1:
            flat *= 2
        found.append("M" + " ".join(map(_n, flat)) + end)
    return "".join(found)


def _n(value: float) -> str:
    """A number in as few digits as it needs, at most two decimals."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
