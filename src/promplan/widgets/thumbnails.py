"""A picture of the plan as a page shows it in a small frame: no larger than it is seen there."""

from functools import lru_cache
from io import BytesIO
from pathlib import Path

from promplan import extras
from promplan.language import Problem
from promplan.plan import files
from promplan.plan.document import Attachment, Plan

SIDE = 960  # pixels


def pictures(plan: Plan) -> list[Attachment]:
    """Those of the plan's files that are pictures."""
    return [one for one in plan.attachments if one.media_type.startswith("image/")]


def thumbnail(folder: Path, one: Attachment) -> bytes:
    """A JPEG of it; no bytes where its file is missing or damaged, which the plan says elsewhere."""
    try:
        return _thumbnail(files.read(folder, one))
    except Problem:
        return b""


@lru_cache(32)
def _thumbnail(data: bytes) -> bytes:
    with extras.needed():
        from PIL import Image
    try:
        with Image.open(BytesIO(data)) as image:
            image.draft("RGB", (SIDE, SIDE))  # a JPEG is then read at a part of its size
            small = image.convert("RGBA")
            small.thumbnail((SIDE, SIDE))
    except (OSError, ValueError, SyntaxError):
        return b""
    paper = Image.new("RGBA", small.size, (250, 248, 242, 255))
    paper.alpha_composite(small)
    stream = BytesIO()
    paper.convert("RGB").save(stream, "JPEG", quality=85)
    return stream.getvalue()
