"""What the course has made of a plan, in folders beside it: posters, films, captions, papers of the visit, exports.

Whatever is there goes along with a hand-in as far as it is the course's kind of file and fits; it is never read back.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from promplan.language import Problem
from promplan.plan.reading import regular

POSTERS, FILMS, CAPTIONS, VISIT, EXPORT = FOLDERS = ("posters", "films", "captions", "visit", "export")
ENDINGS = frozenset(
    ["csv", "docx", "gif", "html", "ics", "md", "mp4", "pdf", "png", "pptx", "srt", "svg", "vtt", "wav", "xlsx"]
)
MOST = 100  # files that go along
LONGEST = 120  # letters of a name, with its ending
MEMBER = re.compile(rf"(?:{'|'.join(FOLDERS)})/[^/\\\x00-\x1f]{{1,{LONGEST}}}")  # what one is called in a zip


@dataclass(frozen=True)
class Made:
    """The files that go along, by what they are called in the zip, and the names of those that do not."""

    files: Mapping[str, bytes]
    left: tuple[str, ...] = ()


def made(folder: Path, *, each: int, room: int, most: int = MOST) -> Made:
    """The files beside the plan in `folder`, in the order of their names, while there is room.

    Args:
        each: bytes that one may have. room: bytes that all may have together.
    """
    kept: dict[str, bytes] = {}
    left = []
    for file in _found(folder):
        member = unicodedata.normalize("NFC", f"{file.parent.name}/{file.name}")
        try:
            data = regular(file, min(each, room))[0] if len(kept) < most and MEMBER.fullmatch(member) else None
        except (OSError, Problem):  # too large, held by another program, gone
            data = None
        if data is None or member in kept:
            left.append(member)
        else:
            kept[member] = data
            room -= len(data)
    return Made(kept, tuple(left))


def _found(folder: Path) -> list[Path]:
    """Files of the course's kinds in its folders, no links; a folder that is not there or not to be read holds none."""
    found = []
    for name in FOLDERS:
        home = folder / name
        try:
            there = sorted(home.iterdir()) if home.is_dir() and not home.is_symlink() else []
        except OSError:
            continue
        found += [one for one in there if one.suffix[1:].lower() in ENDINGS and not one.name.startswith(".")]
    return [one for one in found if one.is_file() and not one.is_symlink()]
