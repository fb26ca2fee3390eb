"""The plan beside an open notebook: found as the kernel finds it, never outside JupyterLab's own folder."""

from pathlib import Path

from promplan.language import Problem
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


def opened(folder: Path) -> tuple[Plan, str]:
    """The plan, and in words what is the matter with its file; a blank one where there is none or none that opens."""
    if not stamp(folder):
        return Plan(), ""
    try:
        return read(folder / NAME), ""
    except Problem as problem:
        return Plan(), str(problem)
