"""What Word and slides share: text that XML can hold, a package that is the same bytes each time, and whose it is.

A file of ours is known by its core properties, which nobody but us leaves as they are: an office program writes its own
name and hour into them as soon as somebody saves. What somebody has changed is no longer ours to write over.
"""

import re
import zipfile
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Any

from promplan.export.outline_values import words
from promplan.export.plan_parts import state
from promplan.export.printed import NO_SIGN
from promplan.export.whole import Whole
from promplan.language import Words, current, say

CREATOR = "promplan"
MADE = datetime(2000, 1, 1)  # no clock: the same plan, the same bytes
PACKED = (1980, 1, 1, 0, 0, 0)  # the earliest day that a zip can tell
CORE = "docProps/core.xml"
MOST = 1_000_000  # bytes of the properties that are read
TITLE = 200  # signs of a title in the properties and in running heads: Word takes 255
THUMBNAIL = "docProps/thumbnail.jpeg"
PICTURED = re.compile(rb'<Relationship [^>]*docProps/thumbnail\.jpeg"[^>]*/>')
COMMENTS = "word/comments.xml"
SAID = re.compile(rb'w:date="[^"]*"')
STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
FONT = "Arial"  # on every machine, or a face of the same widths


def tongue() -> str:
    """The interface language as office programs name it."""
    return {"ru": "ru-RU"}.get(current(), "en-GB")


def clean(said: Any) -> str:
    """Words in the interface language without signs that XML cannot hold; lines stay lines."""
    return NO_SIGN.sub(" ", words(said).replace("\r\n", "\n").replace("\r", "\n"))


def line(said: Any) -> str:
    """The same in one line."""
    return " ".join(clean(said).split())


def shortened(said: Any, most: int) -> str:
    """One line of at most so many signs, ending in … where some are left out: for what only names a place."""
    text = line(said)
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def as_of(told: Whole) -> Words:
    """The day and the state of the plan, as they stand at the foot of every page."""
    return say("As of {day}, version {version}", day=told.on, version=state(told))


def properties(core: Any, title: str, about: str, identifier: str, last: str) -> None:
    """The core properties of a file of ours."""
    core.title, core.subject = shortened(title, TITLE), shortened(about, TITLE)
    core.author = core.last_modified_by = CREATOR
    core.identifier, core.language, core.version = identifier, tongue(), last
    core.comments = core.keywords = core.category = core.content_status = ""
    core.revision = 1
    core.created = core.modified = MADE


def packed(data: bytes, instead: Mapping[str, bytes] | None = None) -> bytes:
    """The package with fixed days in its directory and its properties; so are the workbooks inside it.

    Args:
        instead: parts that take the place of those of the same name.
    """
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as found, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name in found.namelist():
            if name == THUMBNAIL:  # of the library's own template: no picture of the plan
                continue
            part = (instead or {}).get(name, found.read(name))
            if name.endswith(".xlsx"):
                part = packed(part)
            elif name == "_rels/.rels":
                part = PICTURED.sub(b"", part)
            elif name == COMMENTS:
                part = SAID.sub(b'w:date="2000-01-01T00:00:00Z"', part)
            elif name == CORE:
                part = STAMP.sub(rb"\g<1>2000-01-01T00:00:00Z\g<2>", part)
            info = zipfile.ZipInfo(name, PACKED)
            info.external_attr, info.create_system = 0o600 << 16, 3
            made.writestr(info, part, zipfile.ZIP_DEFLATED, 6)
    return stream.getvalue()


def known(data: bytes, identifier: str) -> bool:
    """Are these the bytes of a package of ours of this kind, as we left it?"""
    try:
        with zipfile.ZipFile(BytesIO(data)) as found:
            if found.getinfo(CORE).file_size > MOST:
                return False
            core = found.read(CORE)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        return False
    marks = (
        f"<dc:creator>{CREATOR}</dc:creator>",
        f"<cp:lastModifiedBy>{CREATOR}</cp:lastModifiedBy>",
        f"<dc:identifier>{identifier}</dc:identifier>",
        "2000-01-01T00:00:00Z</dcterms:modified>",
    )
    return all(mark.encode() in core for mark in marks)
