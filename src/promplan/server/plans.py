"""The plan beside an open notebook: found as the kernel finds it, never outside JupyterLab's own folder."""

import contextlib
from pathlib import Path

from promplan.language import Problem, say
from promplan.plan.backup import Backups
from promplan.plan.document import Plan
from promplan.plan.store import NAME, find_plan, read

Stamp = tuple[int, ...]


def home(root: Path, notebook: str) -> Path | None:
    """The learner's folder of a notebook, given by its path below `root`; None where that leads out of it."""
    top = root.resolve()
    start = (top / notebook.strip("/")).resolve().parent
    if not start.is_relative_to(top):
        return None
    folder = find_plan(start).parent
    return folder if folder.is_relative_to(top) else start


def stamp(folder: Path) -> Stamp:
    """How the plan's file looks now: the same stamp, the same plan."""
    try:
        status = (folder / NAME).stat()
    except OSError:
        return ()
    return status.st_mtime_ns, status.st_size, status.st_ino


def missing(folder: Path) -> Stamp:
    """The stamp of a plan that is not there: how many backups of it lie in the folder."""
    try:
        return (len(Backups(folder / NAME).all()),)
    except OSError:
        return (0,)


def opened(folder: Path) -> tuple[Plan, str]:
    """The plan, and in words what is the matter with its file; a blank one where there is none or none that opens."""
    if not stamp(folder):
        return Plan(), _gone(folder)
    try:
        return read(folder / NAME), ""
    except Problem as problem:
        return Plan(), str(problem)


def _gone(folder: Path) -> str:
    """What to say where a plan was and is no more; nothing where none was made yet."""
    with contextlib.suppress(OSError):
        if kept := Backups(folder / NAME).all():
            words = say(
                "The plan's file {file} is gone. A notebook that is open writes it again with your next change; "
                "earlier states are in plan-backups, the newest is {backup}.",
                file=NAME,
                backup=kept[-1].file.name,
            )
            return str(words)
    return ""
