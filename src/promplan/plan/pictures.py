"""A picture on its way into the plan: no picture, too large and damaged ones are refused, and what it tells is removed.

A photo from a phone says where and when it was taken, with what, often by whom. Nothing of that goes into
`plan-files`: it would travel with every copy that is sent to a network. What was found is said. A picture without
such entries is kept byte for byte.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from promplan import extras
from promplan.language import Problem, Words, say
from promplan.plan import files

if TYPE_CHECKING:
    from PIL.Image import Image

PIXELS = 60_000_000  # of one picture: what the largest phones of a team take, and what a laptop can hold open
MILLION = 1_000_000
FORMATS = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif", "WEBP": "image/webp", "TIFF": "image/tiff"}
OPENED = (*FORMATS, "MPO")  # two pictures in one JPEG, as some phones store them
QUALITY = 92  # of a JPEG or WebP that has to be stored anew
SHOWN = ("transparency", "duration", "loop", "background", "disposal", "icc_profile")  # what belongs to the picture
PLACE, TURNED = 0x8825, 0x0112  # entries of EXIF
TOLD = {  # what else EXIF tells
    say("the camera"): (0x010F, 0x0110, 0xA431, 0xA434),
    say("the day and hour"): (0x0132, 0x9003, 0x9004),
    say("the author"): (0x013B, 0x8298, 0x9C9D, 0xA430),
    say("the program"): (0x0131,),
}
NOTES = {0x010E, 0x02BC, 0x83BB, 0x8649, 0x9286, 0x9C9B, 0x9C9C, 0x9C9E}  # descriptions, XMP, IPTC, Photoshop
ENTRIES = 0x8769  # where the camera keeps its own
ELSE = ("xmp", "XML:com.adobe.xmp", "photoshop", "comment", "iptc", "exif", "Raw profile type exif", "mp")
APPLE = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftyphevc", b"ftypavif")
UNREADABLE = (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, OverflowError)


@dataclass(frozen=True)
class Picture:
    """A picture as it goes into the plan.

    Args:
        data: its bytes, without what it told.
        media_type: by what is in it, whatever its name ends with.
        removed: sentences that say what was taken out; none where there was nothing.
    """

    data: bytes
    media_type: str
    width: int
    height: int
    removed: tuple[Words, ...]


def keep_picture(folder: Path, data: bytes, name: str) -> tuple[dict[str, Any], tuple[Words, ...]]:
    """Keep a picture beside the plan in `folder`: the fields of its `Attachment`, all but the id, and what was removed.

    Raises:
        Problem: as `cleaned`, and as `files.keep`.
    """
    picture = cleaned(data, name)
    return {**files.keep(folder, picture.data, name), "media_type": picture.media_type}, picture.removed


def cleaned(data: bytes, name: str) -> Picture:
    """The picture without what it tells of place, time, camera and people, and upright; its head is looked at first.

    Raises:
        Problem: it is no picture, has more than 60 megapixels or 25 MB, is damaged, or Pillow is not installed.
    """
    if len(data) > files.EACH:
        raise Problem(
            say(
                "The picture {name} has {size} MB, and one of the plan has at most {limit}. Save a smaller copy.",
                name=name,
                size=round(len(data) / MILLION, 1),
                limit=files.EACH // MILLION,
            )
        )
    image = _opened(data, name)
    kind = "JPEG" if image.format == "MPO" else str(image.format)
    try:
        if kind != "TIFF":  # a PNG tells some of it at its end, a TIFF nothing once it is loaded
            image.load()
        removed, turned = _told(image, kind)
        image.load()
        if removed or turned or image.format == "MPO":
            data = _stored(image, kind, turned)
    except UNREADABLE:
        raise Problem(
            say("The picture {name} is damaged or not whole. Copy it again from where it comes from.", name=name)
        ) from None
    width, height = image.size[::-1] if turned >= 5 else image.size
    return Picture(data, FORMATS[kind], width, height, removed)


def _opened(data: bytes, name: str) -> Image:
    """The picture with its head read and nothing else; Problem where that is enough to refuse it."""
    with extras.needed():
        from PIL import Image
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(data), formats=OPENED)
    except Image.DecompressionBombError:
        raise _too_large(name, say("more than {n}", n=round((Image.MAX_IMAGE_PIXELS or 0) * 2 / MILLION))) from None
    except UNREADABLE:
        raise Problem(_no_picture(data, name)) from None
    pixels = image.size[0] * image.size[1]
    if pixels > PIXELS:
        raise _too_large(name, round(pixels / MILLION))
    return image


def _too_large(name: str, pixels: Words | int) -> Problem:
    return Problem(
        say(
            "The picture {name} has {pixels} megapixels, and {limit} are the most. For a screen 2 are enough, for a "
            "poster 35: save a smaller copy.",
            name=name,
            pixels=pixels,
            limit=PIXELS // MILLION,
        )
    )


def _no_picture(data: bytes, name: str) -> Words:
    """What to do with a file that is no picture, or none that everybody can open."""
    head = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data[4:12] in APPLE:
        return say("{name} is a picture in Apple's HEIC. Export it as JPEG and choose that one.", name=name)
    if head.startswith((b"<svg", b"<?xml", b"<!DOCTYPE svg")):
        return say("{name} is a drawing in SVG. Export it as PNG and choose that one.", name=name)
    if head.startswith(b"%PDF"):
        return say("{name} is a PDF. Export its page as PNG and choose that one.", name=name)
    return say("{name} is no picture. Choose a PNG, JPEG, WebP, GIF or TIFF.", name=name)


def _told(image: Image, kind: str) -> tuple[tuple[Words, ...], int]:
    """What the picture tells beside what is seen, in sentences, and how it is turned: 2 … 8 of EXIF, 0 for upright."""
    exif = image.getexif()
    inside = exif.get_ifd(ENTRIES)
    found: list[Words] = []
    if exif.get_ifd(PLACE):
        found.append(say("The picture said where it was taken (GPS). That was taken out."))
    others = [words for words, tags in TOLD.items() if any(tag in exif or tag in inside for tag in tags)]
    if others:
        listed = " · ".join(map(str, others))
        found.append(say("What the file told of itself was taken out: {what}.", what=listed))
    notes = any(image.info.get(one) for one in ELSE) or bool(getattr(image, "text", None))
    known = {TURNED, *(exif if kind == "TIFF" else ())} - NOTES  # a TIFF describes all of itself by such entries
    if (notes or set(exif) - known) and not found:
        found.append(say("What the file told of itself was taken out: {what}.", what=say("notes of a program")))
    turned = exif.get(TURNED, 1)
    return tuple(found), turned if turned in range(2, 9) else 0


def _stored(image: Image, kind: str, turned: int) -> bytes:
    """The picture stored anew, upright, with its colours and its movement and nothing else."""
    from PIL import ImageOps

    moves = getattr(image, "n_frames", 1) > 1 and kind in ("GIF", "PNG", "WEBP")
    how: dict[str, Any] = {"save_all": True} if moves else {}
    if kind == "JPEG" and not turned and image.format == "JPEG":
        how |= {"quality": "keep"}  # the same tables: nothing is lost
    elif kind in ("JPEG", "WEBP"):
        how |= {"quality": QUALITY}
    made = ImageOps.exif_transpose(image) if turned else image
    made.info = {key: made.info[key] for key in SHOWN if key in made.info}
    if kind == "TIFF":
        made = made.copy()  # a copy has none of the tags
    if "icc_profile" in made.info:
        how["icc_profile"] = made.info["icc_profile"]
    stream = BytesIO()
    made.save(stream, kind, exif=b"", **({"comment": b""} if kind in ("JPEG", "GIF") else {}), **how)
    return stream.getvalue()
