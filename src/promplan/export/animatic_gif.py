"""The animatic as a GIF: for a message or a slide, without sound."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from promplan import extras
from promplan.export.shots import Shot, checked, painted, ticks

SIZE = (640, 360)
RATE = 100  # a GIF counts hundredths
STEP = 10  # hundredths between two pictures of what moves
COLOURS = 96
LONGEST = 65_000  # hundredths that one picture may stand


def gif(shots: Sequence[Shot], size: tuple[int, int] = SIZE, told: str = "") -> bytes:
    """The film as the bytes of a GIF that begins anew when it ends.

    Args:
        told: what is to be seen, in words: the file's comment.

    Raises:
        Problem: no shots, times or a size that cannot be, or Pillow is not installed.
    """
    checked(shots, size)
    with extras.needed():
        from PIL import Image
    images, stays = [], []
    for shot, length in zip(shots, ticks(shots, RATE), strict=True):
        step = STEP if shot.moves else LONGEST
        for place in range(0, length, step):
            image = painted(shot, size, place / length)
            images.append(image.quantize(COLOURS, dither=Image.Dither.NONE))
            stays.append(10 * min(step, length - place))  # Pillow counts thousandths
    stream = BytesIO()
    how = {"comment": told.encode()} if told else {}
    images[0].save(
        stream, "GIF", save_all=True, append_images=images[1:], duration=stays, loop=0, optimize=False, **how
    )
    return stream.getvalue()
