"""What a collecting goes on from: a lock, halves of a killed one cleared away, a register healed by the folders."""

import contextlib
import shutil
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from filelock import FileLock, Timeout

from promplan.cohort import keep as keeping
from promplan.cohort.folder import Workshop
from promplan.cohort.keep import WORK
from promplan.cohort.register import Register, read
from promplan.language import Problem, say
from promplan.plan.store import NAME


@contextlib.contextmanager
def alone(workshop: Workshop) -> Iterator[None]:
    """One collecting at a time; halves of a killed one are cleared away."""
    work = workshop.root / WORK
    try:
        work.mkdir(parents=True, exist_ok=True)
        lock = FileLock(str(work / "lock"))
        lock.acquire(timeout=0)
    except Timeout:
        raise Problem(say("Another collecting goes on in this workshop. Wait until it has ended.")) from None
    except (OSError, NotImplementedError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise Problem(say("The workshop's folder cannot be written to ({reason}).", reason=reason)) from None
    try:
        for one in work.iterdir():
            if one.name != "lock":
                shutil.rmtree(one) if one.is_dir() and not one.is_symlink() else one.unlink()
        yield
    finally:
        lock.release()


def register_of(workshop: Workshop) -> Register:
    """What was met before; what a killed run took and had no time to note is in the folders."""
    try:
        found = read(workshop)
    except Problem:
        found = Register()
    gone = {one.source for one in found.taken if not (keeping.home(workshop, one) / NAME).exists()}
    found.taken = [one for one in found.taken if (keeping.home(workshop, one) / NAME).exists()]
    found.done = {source: stamp for source, stamp in found.done.items() if source not in gone}  # read anew
    noted = {(one.team, one.n) for one in found.taken}
    found.taken += [one for one in keeping.kept(workshop) if (one.team, one.n) not in noted]
    return found


def zone_of(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise Problem(say("cohort.json: nobody knows the time zone “{name}”.", name=name[:60])) from None
