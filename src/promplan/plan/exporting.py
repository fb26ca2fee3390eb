"""Where an export may be written: over nothing that is not its own.

Yesterday's export is written anew; a plan, a folder, a link, anybody else's file stays.
"""

import stat
from collections.abc import Callable, Iterable
from pathlib import Path

from promplan.language import Problem, say
from promplan.plan.writing import write

LOOK = 1_100_000  # bytes of an existing file that are looked at: a whole plan, the head of anything else
Recognise = Callable[[bytes], bool]


def export(
    target: Path,
    data: bytes,
    ours: Recognise,
    *,
    reads: Iterable[Path] = (),
    force: bool = False,
    largest: int = LOOK,
    plans: bool = False,
) -> Path:
    """Write an export to `target`, after a look at what is there.

    Args:
        target: where it goes.
        data: the whole file.
        ours: whether the bytes of a file are those of such an export, so that it may be written anew.
        reads: the files that the export is made from.
        force: write over a foreign file too; over a plan, a folder or a link never.
        largest: how many bytes of an existing file `ours` is shown.
        plans: the export is a plan itself: one that `ours` knows is written anew.

    Raises:
        Problem: something else is there, or the file cannot be written.
    """
    may_hold(target, ours, reads=reads, force=force, largest=largest, plans=plans)
    return write(target, data)


def may_hold(
    target: Path,
    ours: Recognise,
    *,
    reads: Iterable[Path] = (),
    force: bool = False,
    largest: int = LOOK,
    plans: bool = False,
) -> None:
    """Raise a `Problem` unless an export may be written to `target`; see `export`. For asking before a long work."""
    try:
        status = target.lstat()
    except FileNotFoundError:
        return
    except (OSError, ValueError):
        return  # `write` says why
    if stat.S_ISDIR(status.st_mode):
        raise Problem(say("{file} is a folder. Name a file, in it or elsewhere.", file=_called(target)))
    if stat.S_ISLNK(status.st_mode):
        raise Problem(say("{file} is a link to another file. Name a file of its own.", file=_called(target)))
    if not stat.S_ISREG(status.st_mode):
        raise Problem(say("{file} is not a file but a device or a pipe. Name a file.", file=_called(target)))
    found = _look(target, largest)
    if (_is_plan(found) and not (plans and ours(found))) or any(_same(source, target) for source in reads):
        raise Problem(say("{file} is a media plan and is left as it is. Name another file.", file=_called(target)))
    if not force and found and not ours(found):
        raise Problem(
            say(
                "{file} is there already, and this command did not make it. Name another file; --force writes over it.",
                file=_called(target),
            )
        )


def _same(source: Path, target: Path) -> bool:
    try:
        return source.samefile(target)
    except (OSError, ValueError):
        return False


def _called(target: Path) -> str:
    return target.name or str(target)


def _look(target: Path, largest: int) -> bytes:
    try:
        with target.open("rb") as stream:
            return stream.read(largest)
    except OSError as error:
        raise Problem(
            say(
                "{file} is there already and cannot be looked at ({reason}). Name another file.",
                file=_called(target),
                reason=error.strerror or type(error).__name__,
            )
        ) from None


def _is_plan(data: bytes) -> bool:
    """Does it look like a plan, a damaged one or one of a later version too?"""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" and b'"schema_version"' in data
