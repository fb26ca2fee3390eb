"""Reading a file that anybody may have put there: regular files only, within a size, and words where it cannot be."""

import os
import stat
from pathlib import Path

from promplan.language import Problem, say

FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)


class NoFile(Problem):
    """A folder, a pipe or a device: nothing that a plan is read from."""


class TooLarge(Problem):
    """More bytes than anybody asked for."""


def regular(path: Path, most: int) -> tuple[bytes, os.stat_result]:
    """What stands in a regular file of at most `most` bytes, and its status as it was then.

    A pipe or a device is refused before it is opened: reading one may never end.

    Raises:
        NoFile, TooLarge: in words. OSError: as the system says.
    """
    _must_be_regular(path, path.stat().st_mode)
    with os.fdopen(os.open(path, FLAGS), "rb") as stream:
        status = os.fstat(stream.fileno())
        _must_be_regular(path, status.st_mode)  # it may have been exchanged in between
        data = b"" if status.st_size > most else stream.read(most + 1)
    if status.st_size > most or len(data) > most:
        raise TooLarge(say("{file} is far too large to be a media plan.", file=path.name))
    return data, status


def asked(path: Path, most: int) -> bytes:
    """What stands in a file that somebody named; every refusal is a `Problem`."""
    try:
        return regular(path, most)[0]
    except (FileNotFoundError, NotADirectoryError):
        raise Problem(say("There is no file {file} here. Check the name and the folder.", file=path.name)) from None
    except (OSError, ValueError) as error:
        if isinstance(error, Problem):
            raise
        raise Problem(
            say(
                "{file} cannot be read ({reason}). Check that it is a file and you may read it.",
                file=path.name or str(path),
                reason=getattr(error, "strerror", None) or type(error).__name__,
            )
        ) from None


def _must_be_regular(path: Path, mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise NoFile(
            say(
                "{file} cannot be read: it is a folder, a pipe or a device. Choose a file, or move that away.",
                file=path.name or str(path),
            )
        )
