"""The squares of a QR code (ISO/IEC 18004), by the library segno."""

from dataclasses import dataclass
from io import BytesIO
from math import ceil
from typing import Any

from promplan.art.poster import QUIET
from promplan.extras import lacking
from promplan.language import Problem, say

LONGEST = 300  # letters of a link: more make squares too small for a poster
TENTH = 10  # a code is read from ten times its width: a rule of thumb of printers, no norm
SQUARE = 0.5  # millimetres of a square that a phone reads in the hand
DOTS, MOST_DOTS = 300, 60  # dots to an inch of the picture; dots of a square, at most


def squares(link: str) -> tuple[tuple[bool, ...], ...]:
    """The code of a link, without its quiet zone; correction level M, as printers ask: a seventh may be lost.

    Raises:
        Problem: the link is too long.
    """
    if len(link) > LONGEST:
        raise Problem(
            say(
                "The link has {n} signs; a code of a poster has {most} at most. Write the page and the words in Latin "
                "letters without spaces, or ask for a shorter page.",
                n=len(link),
                most=LONGEST,
            )
        )
    try:
        import segno
    except ModuleNotFoundError as error:
        raise lacking(error) from error
    made = segno.make_qr(link, error="m")
    return tuple(tuple(bool(one) for one in row) for row in made.matrix)


@dataclass(frozen=True)
class Code:
    """A link's code to print: `across` are its squares with the quiet zone, `least` is its width in millimetres."""

    link: str
    across: int
    least: float
    svg: bytes
    png: bytes


def code(link: str, metres: float) -> Code:
    """The code of a link as files, as wide as a rule of thumb asks who reads it from so many metres: a tenth of that.

    In the hand a square is half a millimetre at least. The ground is white in either theme: a phone needs the contrast.

    Raises:
        Problem: the link is too long.
    """
    n = len(squares(link))
    import segno

    made = segno.make_qr(link, error="m")
    least = max(1000 * metres / TENTH, n * SQUARE) * (n + 2 * QUIET) / n  # the quiet zone is beside what is measured
    drawn, painted = BytesIO(), BytesIO()
    looks: dict[str, Any] = {"border": QUIET, "dark": "#000", "light": "#fff"}
    made.save(drawn, kind="svg", scale=10, title=link, xmldecl=True, **looks)
    scale = min(MOST_DOTS, max(10, ceil(least / 25.4 * DOTS / (n + 2 * QUIET))))
    made.save(painted, kind="png", scale=scale, **looks)
    return Code(link, n + 2 * QUIET, least, drawn.getvalue(), painted.getvalue())
