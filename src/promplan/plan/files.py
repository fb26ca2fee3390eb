"""Pictures, sound and scans beside the plan: `plan-files/<sha256>`, called after what is in them and nothing else.

A file's own name is data for the reader: it is kept in the plan and never becomes a path.
"""

import contextlib
import hashlib
from pathlib import Path
from typing import Any

from promplan.language import Problem, say
from promplan.plan.document import Attachment, Plan
from promplan.plan.reading import NoFile, TooLarge, regular
from promplan.plan.refusal import FULL
from promplan.plan.writing import Held, patiently, replace

FOLDER = "plan-files"
EACH = 25_000_000  # bytes a file may have
TOGETHER = 200_000_000  # bytes all of them may have
MB = 1_000_000
NAME_LIMIT = 300  # as long as a line of the plan

MEDIA_TYPES = {
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "m4a": "audio/mp4",
    "mov": "video/quicktime",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "ogg": "audio/ogg",
    "pdf": "application/pdf",
    "png": "image/png",
    "srt": "application/x-subrip",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "txt": "text/plain",
    "vtt": "text/vtt",
    "wav": "audio/wav",
    "webp": "image/webp",
}


def keep(folder: Path, data: bytes, name: str) -> dict[str, Any]:
    """Keep `data` in the plan's `folder`; returns the fields of its `Attachment`, all but the id.

    The same bytes are kept once, whatever they are called. When this returns, they are on the disk.

    Raises:
        Problem: the file or all files together are too large, or the disk refuses.
    """
    name = small_enough(data, name)
    digest = hashlib.sha256(data).hexdigest()
    others = _others(folder / FOLDER, digest, name)
    if others + len(data) > TOGETHER:
        raise Problem(
            say(
                "With {name} the plan's files would have {size} MB together; they may have {limit}. "
                "Remove files that you no longer need, or save smaller copies.",
                name=name,
                size=_megabytes(others + len(data)),
                limit=TOGETHER // MB,
            )
        )
    _write(folder / FOLDER, digest, data, name)
    return {"name": name, "media_type": media_type(name), "sha256": digest, "size": len(data)}


def small_enough(data: bytes, name: str) -> str:
    """The name as the plan keeps it, of a file that may be kept.

    Raises:
        Problem: it is larger than a file of the plan may be. Ask before a long look into the file.
    """
    name = name.encode(errors="replace").decode()[:NAME_LIMIT]  # a name may hold half a character
    if len(data) > EACH:
        raise Problem(
            say(
                "The file {name} has {size} MB and a file of the plan has at most {limit}. "
                "Save a smaller copy and choose that one.",
                name=name,
                size=_megabytes(len(data)),
                limit=EACH // MB,
            )
        )
    return name


def read(folder: Path, attachment: Attachment) -> bytes:
    """What was kept; raises `Problem` where it is missing or no longer what it was."""
    path = folder / FOLDER / attachment.sha256
    data: bytes | None
    try:
        data = patiently(lambda: regular(path, attachment.size)[0])  # a changed file may be of any size
    except (NoFile, TooLarge):
        data = None
    except (FileNotFoundError, NotADirectoryError):
        raise Problem(
            say(
                "The file {name} is missing in the folder {folder} beside the plan. Copy that folder together with the "
                "plan, or add the file again.",
                name=attachment.name,
                folder=FOLDER,
            )
        ) from None
    except OSError as error:
        raise Problem(
            say(
                "The file {name} cannot be read ({reason}). Check that you may read the folder {folder}.",
                name=attachment.name,
                reason=error.strerror or type(error).__name__,
                folder=FOLDER,
            )
        ) from None
    if data is None or hashlib.sha256(data).hexdigest() != attachment.sha256:
        raise Problem(
            say(
                "The file {name} is not what was added to the plan: it was changed or damaged. Add it again.",
                name=attachment.name,
            )
        )
    return data


def stray(folder: Path, plan: Plan) -> list[Path]:
    """What lies in the folder and belongs to no attachment, sorted: files of removed ones, halves of broken writes.

    Only looks. A file that is being added just now is stray until the plan names it.
    """
    named = {one.sha256 for one in plan.attachments}
    home = folder / FOLDER
    try:
        return sorted(one for one in home.iterdir() if one.name not in named) if home.is_dir() else []
    except OSError:
        return []


def _others(home: Path, digest: str, name: str) -> int:
    total = 0
    try:
        for one in home.iterdir() if home.is_dir() else ():
            with contextlib.suppress(FileNotFoundError):  # another notebook finished or removed it just now
                total += one.stat().st_size if one.name != digest else 0
    except OSError as error:
        raise _words_for(error, name) from None
    return total


def media_type(name: str) -> str:
    """What a file is by the ending of its name."""
    return MEDIA_TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")


def _megabytes(size: int) -> str:
    return f"{size / MB:.1f}"


def _write(home: Path, digest: str, data: bytes, name: str) -> None:
    try:
        home.mkdir(exist_ok=True)
        replace(home / digest, data)
    except OSError as error:
        raise _words_for(error, name) from None


def _words_for(error: OSError, name: str) -> Problem:
    if isinstance(error, Held):
        return Problem(
            say(
                "The file {name} was not kept: another program holds the folder {folder}, a virus scanner or one that "
                "copies it to a cloud. Wait a moment or pause that program, then add it again.",
                name=name,
                folder=FOLDER,
            )
        )
    if error.errno in FULL:
        return Problem(
            say("The file {name} was not kept: the disk is full. Free some room, then add it again.", name=name)
        )
    return Problem(
        say(
            "The file {name} was not kept ({reason}). Check that you may write beside the plan, then add it again.",
            name=name,
            reason=error.strerror or type(error).__name__,
        )
    )
