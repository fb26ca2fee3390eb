"""A form of time as files: GIF, MP4 with the sound of the same data, and a sound's picture; each with its legend.

Frames are painted by Pillow, at twice their size: many times faster than a figure, and fine enough for a screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from promplan import extras
from promplan.art.geometry import Area, Circle, Drawing, Label, Line, pieces
from promplan.art.motion import Motion
from promplan.art.palettes import Palette
from promplan.art.svg import label
from promplan.export import animatic, animatic_gif
from promplan.export.png_text import noted
from promplan.export.shots import Shot
from promplan.language import Words

if TYPE_CHECKING:
    from PIL.Image import Image

SMALL, LARGE = 480, 720  # pixels of a side
FINE = 2  # times the size at which a frame is painted
SHORT = 100  # points of a line whose corners are rounded; those of a longer one are blunt, and rounding them is slow
MARGIN, LETTER = 24, 17  # of the legend, in pixels of 720


def gif(motion: Motion, palette: Palette, told: Sequence[Words]) -> bytes:
    """A GIF that begins anew when it ends, its legend under the picture."""
    made, size = _shot(motion, palette, told, SMALL)
    return animatic_gif.gif([made], size, _said(told))


def mp4(motion: Motion, palette: Palette, told: Sequence[Words], sound: bytes | None = None) -> bytes:
    """A film, its legend under the picture; `sound` is a WAV file."""
    made, size = _shot(motion, palette, told, LARGE)
    return animatic.mp4([made], sound, size, _said(told))


def still(drawing: Drawing, palette: Palette, told: Sequence[Words]) -> bytes:
    """A drawing with its legend as a PNG: the picture of a sound."""
    image, _ = _under(_painted(drawing, palette, LARGE), palette, told)
    stream = BytesIO()
    image.save(stream, "PNG")
    return noted(stream.getvalue(), {"Description": _said(told)})


def _said(told: Sequence[Words]) -> str:
    return " ".join(map(str, told))


def _shot(motion: Motion, palette: Palette, told: Sequence[Words], side: int) -> tuple[Shot, tuple[int, int]]:
    first, place = _under(_painted(motion.at(0.0), palette, side), palette, told)

    def frame(part: float) -> Image:
        made = first.copy()
        made.paste(_painted(motion.at(min(part, 1.0)), palette, side), place)
        return made

    return Shot(frame, motion.seconds), first.size


def _under(picture: Image, palette: Palette, told: Sequence[Words]) -> tuple[Image, tuple[int, int]]:
    """A sheet with the picture and, under it, the legend; both sides even, as a film needs them."""
    from PIL import Image, ImageDraw

    scale = picture.width / LARGE
    plain, bold = (font(max(12, round(LETTER * scale)), bold=one) for one in (False, True))
    margin, line = round(MARGIN * scale), round(1.45 * max(12, LETTER * scale))
    rows: list[tuple[str, Any]] = []
    for n, one in enumerate(told):
        rows += [(row, plain if n else bold) for row in broken(str(one), plain, picture.width - 2 * margin)]
    height = picture.height + line * len(rows) + margin
    sheet = Image.new("RGB", (picture.width + picture.width % 2, height + height % 2), palette["paper"])
    sheet.paste(picture, (0, 0))
    brush = ImageDraw.Draw(sheet)
    for n, (row, letters) in enumerate(rows):
        brush.text((margin, picture.height + line * n), row, fill=palette["ink"], font=letters)
    return sheet, (0, 0)


def broken(text: str, letters: Any, width: float) -> list[str]:
    """A text in lines that are at most so wide, broken between words."""
    found: list[str] = []
    for word in text.split(" "):
        if found and letters.getlength(f"{found[-1]} {word}") <= width:
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found


def _painted(drawing: Drawing, palette: Palette, wide: int) -> Image:
    """The drawing so many pixels wide."""
    with extras.needed():
        from PIL import Image, ImageDraw
    scale = FINE * wide / drawing.width
    size = FINE * wide, FINE * round(drawing.height * wide / drawing.width)
    image = Image.new("RGB", size, palette[drawing.ground])
    brush = ImageDraw.Draw(image)
    for one in drawing.marks:
        if isinstance(one, Line):
            _line(brush, one, palette[one.stroke], scale)
        elif isinstance(one, Area):
            for piece in pieces(one.points):
                if len(piece) > 2:
                    brush.polygon([tuple(it) for it in (piece * scale).tolist()], fill=palette[one.fill])
        elif isinstance(one, Circle):
            _circle(brush, one, palette, scale)
        elif isinstance(one, Label):
            anchor = {"start": "ls", "middle": "ms", "end": "rs"}[one.anchor]
            place, letters = (one.x * scale, one.y * scale), font(round(one.size * scale), bold=one.bold)
            rim: dict[str, Any] = {"stroke_width": round(one.size * scale / 10), "stroke_fill": palette["paper"]}
            brush.text(place, label(one, {}), fill=palette[one.fill], font=letters, anchor=anchor, **rim)
    return image.reduce(FINE)


def _line(brush: Any, one: Line, colour: str, scale: float) -> None:
    width = max(1, round(one.width * scale))
    for piece in pieces(one.points):
        path = [tuple(it) for it in (piece * scale).tolist()]
        if one.closed:
            path.append(path[0])
        brush.line(path, fill=colour, width=width, joint="curve" if len(path) < SHORT else None)
        for x, y in (path[0], path[-1]):  # round ends
            brush.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), fill=colour)


def _circle(brush: Any, one: Circle, palette: Palette, scale: float) -> None:
    half = one.width / 2 if one.stroke else 0.0  # the line lies on the rim, half within
    x, y, r = one.x * scale, one.y * scale, (one.r + half) * scale
    brush.ellipse(
        (x - r, y - r, x + r, y + r),
        fill=palette[one.fill] if one.fill else None,
        outline=palette[one.stroke] if one.stroke else None,
        width=max(1, round(one.width * scale)) if one.stroke else 0,
    )


@cache
def font(size: int, *, bold: bool) -> Any:
    """The letters of pictures, so many pixels high: those that matplotlib brings along."""
    with extras.needed():
        import matplotlib
        from PIL import ImageFont
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return ImageFont.truetype(str(Path(matplotlib.get_data_path()) / "fonts" / "ttf" / name), size)
