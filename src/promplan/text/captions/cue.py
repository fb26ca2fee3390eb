"""A cue, and all that stood in a file of captions: its cues, what was no cue, and what could not be read."""

import re
from dataclasses import dataclass
from typing import Literal

from promplan.language import Words

Format = Literal["srt", "vtt"]
TAG = re.compile(r"</?(?:[biuv]|c|lang|ruby|rt|font)(?:[.\s][^>\n]*)?>|<\d[\d:.]*>|\{\\[^}\n]*\}", re.IGNORECASE)
ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&nbsp;": "\u00a0", "&lrm;": "", "&rlm;": ""}
ENTITY = re.compile("|".join(ENTITIES))


@dataclass(frozen=True)
class Cue:
    """One caption: from when to when, in seconds of the film, and its lines as they stand in the file.

    Args:
        name: the number or the name above its times; where it has none, "".
        settings: what stands behind its times: where on the screen it is shown.
        line: the line of the file in which its times stand, from 1; 0 where it came from no file.
    """

    start: float
    end: float
    text: str
    name: str = ""
    settings: str = ""
    line: int = 0

    @property
    def seconds(self) -> float:
        """How long it is shown; negative where it ends before it begins."""
        return self.end - self.start

    @property
    def shown(self) -> str:
        """Its text without the marks of italics, colour and speaker."""
        return ENTITY.sub(lambda hit: ENTITIES[hit[0]], TAG.sub("", self.text)).strip()

    @property
    def characters(self) -> int:
        """How much there is to read: letters, marks and spaces; the break of a line counts as its space."""
        return len(self.shown)

    @property
    def speed(self) -> float | None:
        """Characters a second; None where it is shown for no time."""
        return self.characters / self.seconds if self.seconds > 0 else None


@dataclass(frozen=True)
class Passage:
    """What is no cue and belongs to the file: a NOTE, a STYLE, a REGION; it stands before the cue number `before`."""

    before: int
    text: str


@dataclass(frozen=True)
class Unread:
    """Lines that could not be read as a cue: the first of them by its number, all of them as they stood, and why."""

    line: int
    text: str
    what: Words


@dataclass(frozen=True)
class Captions:
    """A file of captions.

    Args:
        cues: in the order of the file.
        unread: what could not be read, in the order of the file; nothing else is missing from `cues` and `passages`.
        remarks: what was read, but not as its author may have meant it.
        header: what stands behind WEBVTT in its first line.
        encoding: in which it was stored: "utf-8", "utf-16-le", "cp1251" …
    """

    cues: tuple[Cue, ...]
    format: Format = "srt"
    unread: tuple[Unread, ...] = ()
    remarks: tuple[Unread, ...] = ()
    passages: tuple[Passage, ...] = ()
    header: str = ""
    encoding: str = "utf-8"
