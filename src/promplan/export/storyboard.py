"""A storyboard as files: its panels painted as they stand on the board, and the animatic of them as GIF, MP4 and page.

Pillow paints, at twice the size: the same numbers that the browser draws as SVG.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from promplan import extras
from promplan.art.geometry import Points, pieces
from promplan.art.silhouettes import INK, PAPER, SILHOUETTES, placed
from promplan.export import animatic, animatic_gif, animatic_page
from promplan.export.motion import broken, font
from promplan.export.shots import Shot
from promplan.language import pick, say
from promplan.plan.camera import MOVES, SIZES
from promplan.plan.items import Item
from promplan.plan.script import Drawing, Panel, ScriptLine

if TYPE_CHECKING:
    from PIL.Image import Image

SHORT_SIDE = {"mp4": 720, "gif": 360, "html": 540}  # pixels
QUIET = "#575147"
FINE = 2
PEN = 0.012  # of the shorter side: how wide a stroke is
RIM = 0.010  # what parts a silhouette from what stands behind it

Found = Callable[[str], bytes | None]  # the bytes of a picture, by its id in the plan


def film(kind: str, item: Item, proportions: tuple[int, int], found: Found, sound: bytes | None = None) -> bytes:
    """The animatic of a piece.

    Args:
        kind: gif, mp4 or html. proportions: width to height, 16 and 9. found: the pictures behind panels.
        sound: a WAV file; a GIF has none.

    Raises:
        Problem: no panel, one without its seconds, a film too long, or a library that is not installed.
    """
    size = sized(proportions, SHORT_SIDE[kind])
    made = shots(item, size, found)
    if kind == "gif":
        return animatic_gif.gif(made, size)
    if kind == "mp4":
        return animatic.mp4(made, sound, size)
    return animatic_page.html(made, item.title or item.id, sound, size).encode()


def sized(proportions: tuple[int, int], short: int) -> tuple[int, int]:
    """Pixels in these proportions, the shorter side so long, both sides even."""
    width, height = proportions
    factor = short / min(width, height)
    return round(width * factor / 2) * 2, round(height * factor / 2) * 2


def shots(item: Item, size: tuple[int, int], found: Found) -> list[Shot]:
    """The panels of a piece as shots of a film, each with what is seen and what is said."""
    lines = {one.id: one for one in item.script}
    return [
        Shot(frame(one, n, size, found), one.seconds or 0.0, alt(one), _said(lines.get(one.line)))
        for n, one in enumerate(item.panels, 1)
    ]


def _said(line: ScriptLine | None) -> str:
    return line.words.strip() if line else ""


def alt(panel: Panel) -> str:
    """What a panel shows, in words: what happens, its silhouettes, the size of the shot and the camera's move."""
    known = [str(SILHOUETTES[one.name]) for one in panel.drawing.figures if one.name in SILHOUETTES]
    told = [panel.action.strip(), ", ".join(dict.fromkeys(known))]
    told += [str(pick(words[key])) for words, key in ((SIZES, panel.size), (MOVES, panel.move)) if key]
    return "; ".join(filter(None, told)) or str(say("a panel without a drawing"))


def frame(panel: Panel, n: int, size: tuple[int, int], found: Found) -> Image:
    """A panel painted; one without a drawing is its number and its words."""
    if drawn(panel.drawing):
        return painted(panel.drawing, size, found)
    return _worded(panel, n, size)


def drawn(drawing: Drawing) -> bool:
    """Is anything drawn there?"""
    return bool(drawing.picture or drawing.figures or drawing.strokes)


def painted(drawing: Drawing, size: tuple[int, int], found: Found) -> Image:
    """A drawing in its frame: the picture behind, then silhouettes, then the strokes of the hand."""
    with extras.needed():
        from PIL import Image, ImageDraw
    large = (size[0] * FINE, size[1] * FINE)
    image = Image.new("RGB", large, PAPER)
    if drawing.picture and (data := found(drawing.picture)):
        _behind(image, data)
    height, short = large[1], min(large)
    for one in drawing.figures:
        if one.name in SILHOUETTES:
            at = placed(one.name, one.x, one.y, one.size, one.turn, one.mirrored, large[0] / height)
            _silhouette(image, at * height, round(RIM * short))
    brush = ImageDraw.Draw(image)
    for stroke in drawing.strokes:
        _stroke(brush, [_point(it, large) for it in stroke.split(" ")], max(1, round(PEN * short)))
    return image.reduce(FINE)


def _behind(image: Image, data: bytes) -> None:
    """A picture in the middle of the frame, whole."""
    from PIL import Image, ImageOps

    picture = ImageOps.contain(Image.open(BytesIO(data)).convert("RGB"), image.size, Image.Resampling.LANCZOS)
    image.paste(picture, ((image.width - picture.width) // 2, (image.height - picture.height) // 2))


def _silhouette(image: Image, at: Points, rim: int) -> None:
    """Its pieces one over the other, a hole takes away; around it a rim of paper."""
    from PIL import Image, ImageDraw

    mask, edge = Image.new("L", image.size, 0), Image.new("L", image.size, 0)
    inside, around = ImageDraw.Draw(mask), ImageDraw.Draw(edge)
    for piece in pieces(at):
        corners = [(x, y) for x, y in piece.tolist()]
        hole = _runs(corners) < 0
        inside.polygon(corners, fill=0 if hole else 255)
        if not hole:
            around.polygon(corners, fill=255)
            around.line([*corners, *corners[:2]], fill=255, width=2 * rim, joint="curve")
    for colour, part in ((PAPER, edge), (INK, mask)):
        image.paste(colour, mask=part)


def _runs(corners: list[tuple[float, float]]) -> float:
    """Twice the area, positive where the corners run clockwise on the page."""
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise([*corners, corners[0]]))


def _point(text: str, size: tuple[int, int]) -> tuple[float, float]:
    x, y = text.split(",")
    return int(x) / 1000 * size[0], int(y) / 1000 * size[1]


def _stroke(brush: Any, path: list[tuple[float, float]], width: int) -> None:
    if len(path) > 1:
        brush.line(path, fill=INK, width=width, joint="curve")
    for x, y in (path[0], path[-1]):  # round ends; a single point is a dot
        brush.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), fill=INK)


def _worded(panel: Panel, n: int, size: tuple[int, int]) -> Image:
    """What nobody has drawn yet: the number, what happens, shot size and move, so that the film can be timed."""
    with extras.needed():
        from PIL import Image, ImageDraw
    image = Image.new("RGB", size, PAPER)
    brush, short = ImageDraw.Draw(image), min(size)
    margin, letters = round(0.09 * short), font(round(0.062 * short), bold=False)
    brush.text((margin, margin), str(n), fill=INK, font=font(round(0.2 * short), bold=True))
    told = [panel.action.strip() or str(say("Nothing is drawn here yet."))]
    told += [str(pick(words[key])) for words, key in ((SIZES, panel.size), (MOVES, panel.move)) if key]
    y = margin + round(0.3 * short)
    for place, one in enumerate(told):
        for row in broken(one, letters, size[0] - 2 * margin):
            brush.text((margin, y), row, fill=QUIET if place else INK, font=letters)
            y += round(0.09 * short)
    return image
