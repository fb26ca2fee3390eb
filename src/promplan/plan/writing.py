"""Writing a file: the whole of it or nothing, on the disk when it is said to be, and words where it cannot be."""

import contextlib
import errno
import os
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from promplan.language import Problem, say

TRIES, PAUSE = 11, 0.1  # a virus scanner or a sync client lets go of a file within a second, as a rule
PASSING = {errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY, errno.EAGAIN}
SHARING = {5, 32, 33}  # the same on Windows: access denied, sharing violation, lock violation
T = TypeVar("T")


class Held(OSError):
    """The folder takes files, and this one cannot be exchanged: another program holds it."""


def patiently(act: Callable[[], T]) -> T:
    """What `act` returns; a refusal that may pass is waited for, about a second in all."""
    for left in reversed(range(TRIES)):
        try:
            return act()
        except OSError as error:
            if not left or not passing(error):
                raise
            time.sleep(PAUSE)
    raise AssertionError("unreachable")


def passing(error: OSError) -> bool:
    """Is this how a file is refused that another program has open just now?"""
    return error.errno in PASSING or getattr(error, "winerror", None) in SHARING


def replace(target: Path, data: bytes) -> None:
    """Put `data` in place of `target`: temp file in the same folder, fsync, `os.replace`.

    Raises:
        Held: the folder takes files and the target cannot be exchanged. OSError: as the system says.
    """
    temporary = temporary_beside(target)
    try:
        with temporary.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        with contextlib.suppress(OSError):  # a plan that was private, or the team's, stays so
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        _exchange(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync(target.parent)


def temporary_beside(target: Path) -> Path:
    """A name for a half-written file: hidden, in the target's folder, nobody else's."""
    return target.with_name(f".{target.name[:40]}.{uuid4().hex}.tmp")


def _exchange(temporary: Path, target: Path) -> None:
    try:
        patiently(lambda: os.replace(temporary, target))  # noqa: PTH105  the atomic one, by its known name
    except OSError as error:
        if passing(error):
            raise Held(error.errno, error.strerror) from None
        raise


def _sync(folder: Path) -> None:
    with contextlib.suppress(OSError):  # Windows has no fsync for folders
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def write(target: Path, data: bytes) -> Path:
    """`target`, now holding `data`, for a file that somebody asked for. Raises `Problem` with the reason."""
    try:
        replace(target, data)
    except OSError as error:
        raise Problem(
            say(
                "{file} cannot be written ({reason}). Close what has it open, or choose another place.",
                file=target.name,
                reason=error.strerror or type(error).__name__,
            )
        ) from None
    return target


def folder_for(folder: Path) -> Path:
    """`folder`, made where there was none. Raises `Problem` with the reason."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise Problem(
            say(
                "The folder {folder} cannot be made ({reason}). Name another.",
                folder=folder.name or str(folder),
                reason=getattr(error, "strerror", None) or type(error).__name__,
            )
        ) from None
    return folder
