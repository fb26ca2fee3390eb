"""The shots of an animatic: a picture and its seconds, one that moves, and how it is laid into the film's frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from promplan import extras
from promplan.language import Problem, say

if TYPE_CHECKING:
    from PIL.Image import Image

SIZE = (1280, 720)
LARGEST = 1920  # pixels of a side
LONGEST = 900.0  # seconds of a film: an animatic is a draft
MOST = 300  # shots
PAPER = (250, 248, 242)


@dataclass(frozen=True)
class Shot:
    """One panel of the film.

    Args:
        picture: an image of Pillow, an array of height × width (× 3 or 4) bytes, or for what moves a function from
            0 … 1, the part of its seconds that has passed, to either.
        seconds: how long it stands.
        alt: what is seen, for who cannot see it.
        said: the words that are heard meanwhile; the page shows them.
    """

    picture: Image | Any | Callable[[float], Any]
    seconds: float
    alt: str = ""
    said: str = ""

    @property
    def moves(self) -> bool:
        """Does its picture change with time?"""
        return callable(self.picture)


def checked(shots: Sequence[Shot], size: tuple[int, int] = SIZE) -> None:
    """Problem where no film can be made of them."""
    if not shots:
        raise Problem(say("There is no panel yet. Draw one, then make the film."))
    if len(shots) > MOST:
        raise Problem(say("{n} panels are more than a film can take: {most}. Join some.", n=len(shots), most=MOST))
    for n, shot in enumerate(shots, 1):
        if not 0.04 <= shot.seconds <= LONGEST:  # also what is no number
            raise Problem(say("Panel {n} has no time. Give it its seconds, such as 3.", n=n))
    if sum(one.seconds for one in shots) > LONGEST:
        raise Problem(say("The film is longer than {n} minutes. Make it of fewer panels.", n=round(LONGEST / 60)))
    if not all(16 <= side <= LARGEST and side % 2 == 0 for side in size):
        raise Problem(say("A film's width and height are even numbers of pixels up to {n}.", n=LARGEST))


def ticks(shots: Sequence[Shot], rate: int) -> list[int]:
    """The length of each in ticks, `rate` a second; rounded so that the whole is as long as the sum, and none is 0."""
    ends, at = [0], 0.0
    for shot in shots:
        at += shot.seconds
        ends.append(max(round(at * rate), ends[-1] + 1))
    return [end - start for start, end in pairwise(ends)]


def painted(shot: Shot, size: tuple[int, int], part: float = 0.0) -> Image:
    """The picture of a shot at a part of its time, in the film's frame: whole, in the middle, paper around it."""
    with extras.needed():
        from PIL import Image, ImageOps
    made = shot.picture(part) if callable(shot.picture) else shot.picture
    image = made if isinstance(made, Image.Image) else Image.fromarray(made)
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        clear = image.convert("RGBA")
        image = Image.new("RGBA", clear.size, PAPER)
        image.alpha_composite(clear)
    image = image.convert("RGB")
    return image if image.size == size else ImageOps.pad(image, size, Image.Resampling.LANCZOS, color=PAPER)
