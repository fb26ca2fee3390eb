"""The squares of a QR code (ISO/IEC 18004), by the library segno."""

from promplan.extras import lacking
from promplan.language import Problem, say

LONGEST = 300  # letters of a link: more make squares too small for a poster


def squares(link: str) -> tuple[tuple[bool, ...], ...]:
    """The code of a link, without its quiet zone; correction level M, as printers ask: a seventh may be lost.

    Raises:
        Problem: the link is too long.
    """
    if len(link) > LONGEST:
        raise Problem(say("The link has {n} signs; a code of a poster has {most} at most.", n=len(link), most=LONGEST))
    try:
        import segno
    except ModuleNotFoundError as error:
        raise lacking(error) from error
    made = segno.make_qr(link, error="m")
    return tuple(tuple(bool(one) for one in row) for row in made.matrix)
