"""`promplan doctor`: is everything here that the course needs? One line a question, each fault with its remedy.

Every check is a function of what it looks at, so that each can be shown a machine on which it fails.
"""

import json
import os
import shutil
import subprocess
import sys
import webbrowser
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from filelock import FileLock, Timeout

from promplan.lab.start import free
from promplan.language import Problem, Words, say
from promplan.plan.migrations import VERSION
from promplan.plan.store import find_plan, read

OLDEST = (3, 11)
ROOM = 200  # MB that backups, pictures and exports of a workshop may need
PORT = 8888  # JupyterLab's own
PATIENCE = 3.0  # seconds: longer than any notebook's save
START = 120  # seconds JupyterLab may take to say its version, on a slow disk for the first time
PACK = "ru_RU"
LEARNERS = ("", "lab")  # the extras that a learner's installation has: the core, and JupyterLab with its widgets

State = Literal["ok", "wrong", "note"]
SIGNS: dict[State, str] = {"ok": "✔", "wrong": "✘", "note": "→"}


@dataclass(frozen=True)
class Line:
    """One answer; a `note` is worth knowing and stops nobody."""

    check: str
    state: State
    said: Words
    remedy: Words | None = None

    def as_dict(self) -> dict[str, Any]:
        """For `--json`, in words of the interface language."""
        remedy = "" if self.remedy is None else str(self.remedy)
        return {"check": self.check, "state": self.state, "said": str(self.said), "remedy": remedy}

    def __str__(self) -> str:
        return " ".join(map(str, filter(None, (SIGNS[self.state], self.said, self.remedy))))


def examine(folder: Path) -> list[Line]:
    """Every check, for a learner who works in `folder`."""
    lines = [python(sys.version_info[:3]), *packages(_requirements()), jupyterlab(), language_pack(PACK)]
    lines += [writable(folder), room(folder, ROOM), replacing(folder)]
    return [*lines, *plan(folder), port(PORT), browser()]


def fine(lines: Sequence[Line]) -> bool:
    """Is nothing wrong that the course needs?"""
    return all(line.state != "wrong" for line in lines)


def python(version: tuple[int, ...]) -> Line:
    """Is this Python new enough?"""
    words = ".".join(map(str, version))
    if version >= OLDEST:
        return Line("python", "ok", say("Python {version} is new enough", version=words))
    return Line(
        "python",
        "wrong",
        say("This is Python {version}; the course needs 3.11 or newer.", version=words),
        say("Install one from python.org and run the course with that."),
    )


def _requirements() -> list[str] | None:
    try:
        return metadata.requires("promplan") or []
    except metadata.PackageNotFoundError:
        return None


def _version(name: str) -> str | None:
    """The version that is installed; None for a package that is missing or has lost what says its version."""
    try:
        return metadata.version(name) or None
    except (metadata.PackageNotFoundError, KeyError, OSError, ValueError):
        return None


def packages(requirements: list[str] | None) -> list[Line]:
    """Are the packages there, in versions that fit? One line for all that are, one for each that is not."""
    again = say("Install the course again: python3 course.py lab in its folder, or pip install --upgrade promplan.")
    if requirements is None:
        return [Line("packages", "wrong", say("promplan itself is not installed."), again)]
    try:
        from packaging.requirements import Requirement
    except ImportError:
        return [Line("packages", "wrong", say("The package {name} is missing.", name="packaging"), again)]
    found, lines = 0, []
    for wanted in map(Requirement, requirements):
        if wanted.marker is not None and not any(wanted.marker.evaluate({"extra": extra}) for extra in LEARNERS):
            continue
        version = _version(wanted.name)
        if version is None:
            lines.append(Line("packages", "wrong", say("The package {name} is missing.", name=wanted.name), again))
            continue
        if wanted.specifier.contains(version, prereleases=True):
            found += 1
            continue
        said = say(
            "The package {name} is version {version}; the course needs {wanted}.",
            name=wanted.name,
            version=version,
            wanted=str(wanted.specifier),
        )
        lines.append(Line("packages", "wrong", said, again))
    return lines or [Line("packages", "ok", say("All packages are there: {n}", n=found))]


@cache
def jupyterlab(command: tuple[str, ...] = (sys.executable, "-m", "jupyterlab", "--version")) -> Line:
    """Does JupyterLab start, at least far enough to say its version? That takes seconds: asked once in a process."""
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", errors="replace", timeout=START
        )
        reason = (done.stderr.strip().splitlines() or [f"exit code {done.returncode}"])[-1] if done.returncode else ""
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        done, reason = None, type(error).__name__
    if done is not None and not reason:
        return Line("jupyterlab", "ok", say("JupyterLab {version} starts", version=done.stdout.strip()))
    return Line(
        "jupyterlab",
        "wrong",
        say("JupyterLab does not start ({reason}).", reason=reason[:200]),
        say("Delete the folder .venv beside course.py and run python3 course.py lab again."),
    )


def language_pack(name: str) -> Line:
    """Is JupyterLab's own Russian there?"""
    if list(metadata.entry_points(group="jupyterlab.languagepack", name=name)):
        return Line("russian", "ok", say("JupyterLab speaks Russian"))
    return Line(
        "russian",
        "wrong",
        say("JupyterLab's Russian language pack is missing."),
        say("Install it: pip install jupyterlab-language-pack-ru-RU. The course itself speaks Russian without it."),
    )


def _elsewhere() -> Words:
    return say("Work in another folder: one of your own, on this computer's disk.")


def writable(folder: Path) -> Line:
    """May we write here?"""
    try:
        with TemporaryDirectory(prefix=".promplan-", dir=folder) as home:
            (Path(home) / "note").write_bytes(b"written")
    except OSError as error:
        said = say("This folder cannot be written ({reason}).", reason=error.strerror or type(error).__name__)
        return Line("writable", "wrong", said, _elsewhere())
    return Line("writable", "ok", say("This folder can be written"))


def room(folder: Path, needed: int) -> Line:
    """Are there `needed` MB left on the disk?"""
    try:
        left = shutil.disk_usage(folder).free // 1_000_000
    except OSError as error:
        said = say("The free room cannot be seen ({reason}).", reason=error.strerror or type(error).__name__)
        return Line("room", "wrong", said, _elsewhere())
    if left >= needed:
        return Line("room", "ok", say("There is room on the disk: at least {needed} MB", needed=needed))
    return Line(
        "room",
        "wrong",
        say("Only {left} MB are left on the disk; the course needs {needed}.", left=left, needed=needed),
        say("Empty the bin, or move films and archives elsewhere."),
    )


def replacing(folder: Path) -> Line:
    """Can a file be put in another's place in one step? That is how the plan is saved."""
    try:
        with TemporaryDirectory(prefix=".promplan-", dir=folder) as home:
            old, new = Path(home) / "old", Path(home) / "new"
            old.write_bytes(b"old")
            with new.open("wb") as stream:
                stream.write(b"new")
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(new, old)  # noqa: PTH105  the atomic one, by its known name
            if old.read_bytes() != b"new":
                raise OSError("the old file is still there")
    except OSError as error:
        said = say("A file cannot be replaced in one step here ({reason}).", reason=error.strerror or str(error))
        return Line("replacing", "wrong", said, _elsewhere())
    return Line("replacing", "ok", say("Files can be replaced in one step"))


def plan(folder: Path) -> list[Line]:
    """Is there a plan, can it be read, is it free to be written?"""
    try:
        path = find_plan(folder.absolute())
        there = path.exists()
    except OSError as error:
        said = say("This folder cannot be looked into ({reason}).", reason=error.strerror or type(error).__name__)
        return [Line("plan", "wrong", said, _elsewhere())]
    if not there:
        line = Line("plan", "note", say("No media plan here yet: it is made with your first answer."))
        return [line, lock(folder)]
    name = _from_here(path, folder)
    try:
        read(path)
        version = json.loads(path.read_text(encoding="utf-8-sig"))["schema_version"]
    except (OSError, ValueError, LookupError) as error:  # a Problem, or the file went between the two looks
        said = say("The plan {file} cannot be read.", file=name)
        remedy = error.what if isinstance(error, Problem) else say("Ask again.")
        return [Line("plan", "wrong", said, remedy), lock(path.parent, path.name)]
    said = say(
        "The plan {file} can be read: version {version}, this promplan writes {newest}",
        file=name,
        version=version,
        newest=VERSION,
    )
    return [Line("plan", "ok", said), lock(path.parent, path.name)]


def _from_here(path: Path, folder: Path) -> str:
    try:
        return Path(os.path.relpath(path, folder.absolute())).as_posix()
    except ValueError:  # on another drive
        return path.name


def lock(folder: Path, name: str = "", patience: float = PATIENCE) -> Line:
    """Can the plan's lock be taken? Without a plan: can any lock, on this file system?"""
    try:
        with TemporaryDirectory(prefix=".promplan-", dir=folder) as home:
            path = folder / f"{name}.lock" if name else Path(home) / "lock"
            with FileLock(path, timeout=patience):
                pass
    except Timeout:
        said = say("Another program has held the plan for {seconds} seconds.", seconds=int(patience))
        return Line("lock", "wrong", said, say("Restart the kernels of the open notebooks, then ask again."))
    except (OSError, NotImplementedError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        return Line("lock", "wrong", say("Files cannot be locked here ({reason}).", reason=reason), _elsewhere())
    return Line("lock", "ok", say("The plan can be locked while it is saved"))


def port(number: int) -> Line:
    """Is JupyterLab's usual port free? The course takes any free one, so this stops nobody."""
    try:
        free(number)
    except Problem:
        return Line("port", "note", say("Port {port} is taken; the course uses a different one.", port=number))
    return Line("port", "ok", say("Port {port} is free", port=number))


def browser() -> Line:
    """Is there a browser to open?"""
    try:
        webbrowser.get()
    except webbrowser.Error:
        said = say("No browser was found here: open the address that JupyterLab prints in any browser.")
        return Line("browser", "note", said)
    return Line("browser", "ok", say("A browser is there"))
