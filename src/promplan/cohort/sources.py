"""What was handed in, copied to `submissions/` as it came: under its own name, beside what is there, never over it."""

import contextlib
import hashlib
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

from promplan.cohort import names
from promplan.cohort.arrange import is_system
from promplan.cohort.entry import Entry
from promplan.cohort.folder import Workshop
from promplan.cohort.keep import WORK
from promplan.cohort.loose import Loose
from promplan.cohort.walk import Lost
from promplan.language import Problem, say
from promplan.plan.files import MB
from promplan.plan.pack import LARGEST
from promplan.plan.store import NAME

STEP = 1_000_000
VERSIONS = 1_000  # copies under one name


def bring(workshop: Workshop, source: Path, zone: ZoneInfo, tick: Callable[[int], None]) -> list[Lost]:
    """Copy a file or a folder into `submissions/`; what is there already, byte for byte, is not copied again.

    Args:
        tick: told the bytes of every file that is done with.

    Returns:
        what was not copied, and why.

    Raises:
        Problem: there is no such source, or the disk refuses.
    """
    try:
        status = source.stat()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or type(error).__name__
        raise Problem(
            say("There is no file or folder {file} to collect from ({why}).", file=str(source), why=why)
        ) from None
    home = workshop.submissions
    if source.resolve() == home.resolve() or home.resolve() in source.resolve().parents:
        return []  # it lies there already
    if workshop.root.resolve() == source.resolve() or source.resolve() in workshop.root.resolve().parents:
        raise Problem(say("The workshop's folder lies in {file}. Put what was handed in elsewhere.", file=str(source)))
    with _words(source):
        home.mkdir(parents=True, exist_ok=True)
        if stat.S_ISDIR(status.st_mode):
            return _folder(workshop, source, Loose(source, zone), tick)
        if not stat.S_ISREG(status.st_mode):
            why = say("it is a pipe or a device, not a file")
            return [Lost(names.short(source.name, 250), "", "hostile", why)]
        _one_by_one(workshop, [(source, Path(source.name))], "", tick)
    return []


@contextlib.contextmanager
def _words(source: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Problem(
            say(
                "{file} cannot be copied to submissions ({reason}). Free some room or check that you may read and "
                "write there, then collect again: what was taken stays.",
                file=source.name,
                reason=error.strerror or type(error).__name__,
            )
        ) from None


def _folder(workshop: Workshop, source: Path, found: Loose, tick: Callable[[int], None]) -> list[Lost]:
    """Copy entry by entry: a folder of a team's stays together, also where a file of it is new under an old name."""
    name = source.resolve().name or "folder"
    missed = [Lost(f"{name}/{shown}"[:250], "", fault.kind, fault.why) for shown, fault in found.closed]
    groups: dict[str, list[tuple[Path, Path]]] = {}
    whole = (source / NAME).exists()
    for one in found.entries:
        path: Path = one.key
        within = path.relative_to(source)
        if is_system(within.as_posix()):
            continue
        if one.trouble is not None or (one.size > LARGEST and path.suffix.casefold() != ".zip"):
            missed.append(_missed(name, one))
            continue
        groups.setdefault("" if whole else within.parts[0], []).append((path, within))
    for group in groups.values():
        _one_by_one(workshop, group, name, tick)
    return missed


def _missed(name: str, one: Entry) -> Lost:
    shown = names.short(f"{name}/{one.path}", 250)
    if one.trouble is not None:
        return Lost(shown, "", one.trouble.kind, one.trouble.why)
    return Lost(shown, "", "too large", say("it is larger than {limit} MB", limit=LARGEST // MB))


def _one_by_one(workshop: Workshop, group: list[tuple[Path, Path]], name: str, tick: Callable[[int], None]) -> None:
    for version in range(1, VERSIONS):
        places = [(path, _place(workshop.submissions, name, within, version)) for path, within in group]
        if all(not _taken(there) or _same(path, there) for path, there in places):
            break
    else:
        raise Problem(say("There are a thousand versions of {file} in submissions.", file=str(group[0][1])))
    for path, there in places:
        if not _taken(there):
            _copy(path, there, workshop.root / WORK)
        tick(path.stat().st_size)


def _place(home: Path, name: str, within: Path, version: int) -> Path:
    if name:
        return home / (name if version == 1 else f"{name} ({version})") / within
    return home / (within if version == 1 else within.with_name(f"{within.stem} ({version}){within.suffix}"))


def _taken(there: Path) -> bool:
    return os.path.lexists(there)


def _same(path: Path, there: Path) -> bool:
    """Is it the same file, by size and date, else by its bytes?"""
    if there.is_symlink() or not there.is_file():
        return False
    mine, theirs = path.stat(), there.stat()
    if mine.st_size != theirs.st_size:
        return False
    return mine.st_mtime_ns == theirs.st_mtime_ns or _digest(path) == _digest(there)


def _digest(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(STEP):
            found.update(piece)
    return found.hexdigest()


def _copy(path: Path, there: Path, work: Path) -> None:
    work.mkdir(parents=True, exist_ok=True)
    half = work / uuid4().hex
    try:
        shutil.copyfile(path, half)
        with contextlib.suppress(OSError):
            shutil.copystat(path, half)
        there.parent.mkdir(parents=True, exist_ok=True)
        half.rename(there)
    finally:
        half.unlink(missing_ok=True)
