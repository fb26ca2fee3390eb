"""Why the disk refuses a plan, in words: a full disk, a folder that is read-only, a file that another program holds."""

import errno
import os
from pathlib import Path

from promplan.language import Problem, say
from promplan.plan.writing import Held

FULL = {errno.ENOSPC, errno.EDQUOT}
DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}


class Unwritable(Problem):
    """Nothing can be saved here; a plan that can be read is read all the same."""


class ReadOnly(Unwritable):
    """The folder cannot be written."""


def not_saved(error: OSError, plan: Path) -> Problem:
    """Why a plan was not saved."""
    if isinstance(error, Held):
        return Problem(
            say(
                "The plan was not saved: another program holds the file {file}, a virus scanner or one that copies the "
                "folder to a cloud. Wait a moment or pause that program, then change the field again.",
                file=plan.name,
            )
        )
    if error.errno in DENIED:
        return ReadOnly(
            say(
                "The plan cannot be saved: this folder is read-only. Copy the course's folder to a place where you may "
                "write, and open it there. What you see is safe; what you type now is not."
            )
        )
    if error.errno in FULL:
        return Problem(say("The plan was not saved: the disk is full. Free some room, then change the field again."))
    if error.errno == errno.ENOENT:
        return Problem(
            say("The plan was not saved: its folder is gone. Put the folder back, then change the field again.")
        )
    return Problem(
        say(
            "The plan was not saved ({reason}). Close other programs that hold the file, then try again.",
            reason=reason(error),
        )
    )


def not_locked(error: OSError, lock: Path) -> Problem:
    """Why a plan's lock cannot be had: without it two notebooks would overwrite each other."""
    if error.errno == errno.ENOENT:
        return not_saved(error, lock)
    if error.errno in FULL or (error.errno in DENIED and not os.access(lock.parent, os.W_OK)):
        words = not_saved(error, lock).what
        return ReadOnly(words) if error.errno in DENIED else Unwritable(words)
    return Unwritable(
        say(
            "The plan cannot be saved: the file {lock} beside it cannot be used ({reason}). It belongs to somebody "
            "else, or another program holds it. Close all notebooks of this plan, delete {lock}, then open them again. "
            "What you see is safe; what you type now is not.",
            lock=lock.name,
            reason=reason(error),
        )
    )


def not_read(error: OSError, plan: Path) -> Problem:
    """Why a plan that is there cannot be read."""
    return Problem(
        say(
            "{file} cannot be read ({reason}). It may belong to somebody else, or another program holds it: ask "
            "the owner for the right to read and write it, or close that program, then run this cell again.",
            file=plan.name,
            reason=reason(error),
        )
    )


def reason(error: OSError) -> str:
    """What the system itself says."""
    return error.strerror or type(error).__name__
