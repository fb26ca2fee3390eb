"""The animatic as one page that plays by itself, offline: pictures, words and sound are inside it.

Without script, and on paper, it is the storyboard: all panels with their words, one below the other.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from promplan import language
from promplan.export.shots import Shot, checked, painted
from promplan.export.soundtrack import Track
from promplan.language import say
from promplan.text.markup import rendered

if TYPE_CHECKING:
    from PIL.Image import Image

SIZE = (960, 540)
STEPS = 10  # pictures a second of what moves
QUALITY = 85  # of a JPEG; what is drawn with few colours stays PNG
FEW = 64  # colours


def html(shots: Sequence[Shot], title: str, sound: bytes | None = None, size: tuple[int, int] = SIZE) -> str:
    """The page in the interface language.

    Args:
        shots: pictures of any size; what moves is shown as its pictures in a row.
        title: the film's name, plain text.
        sound: a WAV file, played along.
        size: of the pictures stored in the page.

    Raises:
        Problem: as `animatic.mp4`, but PyAV is not needed.
    """
    checked(shots, size)
    if sound is not None:
        Track.read(sound)
    panels = [
        {
            "pictures": [_address(painted(one, size, part)) for part in _parts(one)],
            "seconds": f"{one.seconds:g}",
            "place": str(say("Panel {n}, {seconds} s", n=n, seconds=round(float(one.seconds), 1))),
            "alt": one.alt,
            "said": one.said,
        }
        for n, one in enumerate(shots, 1)
    ]
    return rendered(
        "export/animatic.html.jinja",
        language=language.current(),
        title=title,
        panels=panels,
        size=size,
        sound=None if sound is None else f"data:audio/wav;base64,{base64.b64encode(sound).decode()}",
        words={
            "play": str(say("Play")),
            "pause": str(say("Pause")),
            "place": str(say("Place in the film")),
        },
    )


def _parts(shot: Shot) -> list[float]:
    count = max(1, round(shot.seconds * STEPS)) if shot.moves else 1
    return [n / count for n in range(count)]


def _address(image: Image) -> str:
    """The picture inside the page, in the format that is smaller for its kind."""
    stream = BytesIO()
    if image.getcolors(FEW) is not None:
        image.save(stream, "PNG", optimize=True)
        kind = "png"
    else:
        image.save(stream, "JPEG", quality=QUALITY)
        kind = "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(stream.getvalue()).decode()}"
