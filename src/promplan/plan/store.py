"""Where the plan lives: a file that no crash, no second notebook and no half write can spoil.

A change takes the lock, re-reads the newest file, applies only itself, and is acknowledged when the new file is on
the disk: temp file in the same folder, fsync, `os.replace`. The clock is the file system's own, so that this floor
reads none.
"""

import contextlib
import errno
import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

from filelock import FileLock, Timeout

from promplan.language import Problem, Words, say
from promplan.plan import edit
from promplan.plan.backup import Backups
from promplan.plan.codec import dumps, loads
from promplan.plan.document import Plan
from promplan.plan.edit import Conflict, Gone
from promplan.plan.migrations import LaterVersion

__all__ = ["NAME", "Conflict", "FileStore", "Gone", "MemoryStore", "Store", "find_plan", "read"]

NAME = "media-plan.json"
MARK = ".promplan"  # marks a learner's folder
PATIENCE = 10.0  # seconds to wait for another notebook's save
T = TypeVar("T")


def read(path: Path) -> Plan:
    """The plan in a file, without opening a store; raises `Problem`."""
    try:
        if path.stat().st_size > 50_000_000:
            raise Problem(say("{file} is far too large to be a media plan.", file=path.name))
        return loads(path.read_bytes())
    except FileNotFoundError:
        raise Problem(say("There is no file {file} here. Check the name and the folder.", file=path.name)) from None
    except OSError as error:
        raise Problem(
            say(
                "{file} cannot be read ({reason}). Check that it is a file and you may read it.",
                file=path.name or str(path),
                reason=error.strerror,
            )
        ) from None


def find_plan(start: Path) -> Path:
    """The plan's path, looked for upwards from `start`; where there is none, where it should be made."""
    for folder in (start, *start.parents):
        if (folder / NAME).exists() or (folder / MARK).exists():
            return folder / NAME
    return start / NAME


class Store:
    """What both stores share: edits by address, answers, watchers. Subclasses say how a change is kept."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.revision = ""
        self.notice: Words | None = None
        self.where = ""
        self._watchers: list[Callable[[], None]] = []

    def _apply(self, change: Callable[[Plan], tuple[Plan, T]]) -> T:
        new, result = change(self.plan)
        self._take(new, hashlib.sha256(dumps(new)).hexdigest())
        return result

    def _take(self, plan: Plan, revision: str) -> None:
        if revision == self.revision:
            return
        self.plan, self.revision = plan, revision
        for watcher in list(self._watchers):
            watcher()

    def refresh(self) -> bool:
        """Follow a newer revision, if there is one."""
        return False

    def watch(self, watcher: Callable[[], None]) -> Callable[[], None]:
        """Call `watcher` after every change; returns what ends it."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher) if watcher in self._watchers else None

    def put(self, address: str, fields: dict[str, Any], seen: dict[str, Any] | None = None) -> Plan:
        """Set fields of an object; see `promplan.plan.edit.put`."""
        self._apply(lambda plan: (edit.put(plan, address, fields, seen), None))
        return self.plan

    def add(self, path: str, fields: dict[str, Any], after: str | None = None) -> str:
        """Add a record to `enterprise.facts` or `team.members`; returns its id."""
        return self._apply(lambda plan: edit.add(plan, path, fields, after))

    def remove(self, address: str) -> None:
        """Take a record out."""
        self._apply(lambda plan: (edit.remove(plan, address), None))

    def move(self, address: str, by: int) -> None:
        """Shift a record in its list."""
        self._apply(lambda plan: (edit.move(plan, address, by), None))

    def answer(self, answers: dict[str, str], by: str = "") -> None:
        """Record answers: the question's key, and what was answered."""
        self._apply(lambda plan: (edit.answer(plan, answers, by), None))

    def answered(self, question: str, by: str = "") -> str | None:
        """What a member (or the team) answered to a question."""
        found = (one.answer for one in self.plan.answers.given if (one.question, one.by) == (question, by))
        return next(found, None)

    def reason(self, rule: str, about: str, reason: str, by: str = "") -> None:
        """Answer a warning with a reason."""
        self._apply(lambda plan: (edit.reason(plan, rule, about, reason, by), None))

    def attempt(self, exercise: str) -> int:
        """Count a try; returns how many there were."""
        self._apply(lambda plan: (edit.attempt(plan, exercise), None))
        return self.plan.answers.tries[exercise]

    def keep(self) -> None:
        """Keep a backup of the plan as it is now, where backups are kept; before much of it goes at once."""

    def replace(self, change: Callable[[Plan], Plan]) -> Plan:
        """Apply any function from plan to plan, for what no address reaches."""
        self._apply(lambda plan: (change(plan), None))
        return self.plan


class MemoryStore(Store):
    """A plan that is never written: for tests, and for notebooks that CI runs."""

    def __init__(self, plan: Plan | None = None) -> None:
        super().__init__(plan or Plan())
        self.revision = hashlib.sha256(dumps(self.plan)).hexdigest()


class FileStore(Store):
    """A plan in a file.

    Args:
        path: the file; it is made with the first change if it is missing.
        blank: what a new plan starts as.

    Raises:
        Problem: the file is of a later version, or nothing readable is left.
    """

    def __init__(self, path: Path, blank: Plan | None = None) -> None:
        super().__init__(blank or Plan())
        self.path = path.absolute()
        self.where = path.name
        self._lock = FileLock(str(self.path) + ".lock", timeout=PATIENCE)
        self._backups = Backups(self.path)
        self._seen: tuple[int, int, int] | None = None
        try:
            with self._locked():
                self._sweep()
                self._open()
                if self.path.exists():
                    self._backups.keep(dumps(self.plan), always=True)
        except ReadOnly as problem:
            self.notice = problem.what
            self._open(may_write=False)

    def _open(self, *, may_write: bool = True) -> None:
        if not self.path.exists():
            return
        try:
            self._load()
        except LaterVersion:
            raise
        except Problem as problem:
            if not may_write:
                raise
            aside = self._backups.set_aside()
            self.notice = say(
                "{fault} The file was set aside as {aside}; nothing was deleted.",
                fault=problem.what,
                aside=aside,
            )
            for text in self._backups.newest_first():
                with contextlib.suppress(Problem):
                    good = loads(text)
                    self._take(good, hashlib.sha256(self._write(good)).hexdigest())
                    self.notice = say("{before} Your newest good backup is open.", before=self.notice)
                    break

    def _stamp(self) -> tuple[int, int, int]:
        status = self.path.stat()
        return status.st_mtime_ns, status.st_size, status.st_ino

    def _load(self) -> None:
        stamp = self._stamp()
        text = self.path.read_bytes() if stamp[1] < 50_000_000 else b" " * 1_000_001
        plan = loads(text)
        self._seen = stamp
        self._take(plan, hashlib.sha256(text).hexdigest())

    def refresh(self) -> bool:
        """Follow the file if somebody else changed it; one that cannot be read just now waits for the next look."""
        before = self.revision
        with contextlib.suppress(OSError, Problem):
            if self._stamp() != self._seen:
                self._load()
        return self.revision != before

    def _apply(self, change: Callable[[Plan], tuple[Plan, T]]) -> T:
        with self._locked():
            if self.path.exists():
                if self._stamp() != self._seen:
                    self._load()
            elif self._seen is not None:
                self.notice = say("The plan's file was gone; it was written again from what this notebook held.")
            new, result = change(self.plan)
            text = self._write(new)
        self._take(new, hashlib.sha256(text).hexdigest())
        return result

    def keep(self) -> None:
        """Keep a backup of the newest plan, however young the last one is; `Problem` where it cannot be written."""
        try:
            with self._locked():
                if self.path.exists():
                    self._backups.keep(self.path.read_bytes(), always=True)
        except OSError as error:
            raise _words_for(error) from None

    def _write(self, plan: Plan) -> bytes:
        text = dumps(plan)
        temporary = self.path.with_name(f".{self.path.name}.{uuid4().hex}.tmp")
        try:
            with temporary.open("wb") as stream:
                stream.write(text)
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(temporary, self.path)  # noqa: PTH105  the atomic one, by its known name
            self._sync_folder()
        except OSError as error:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise _words_for(error) from None
        self._seen = self._stamp()
        with contextlib.suppress(OSError):  # the plan is safe; a backup that fails must not say otherwise
            self._backups.keep(text)
        return text

    def _sync_folder(self) -> None:
        with contextlib.suppress(OSError):  # Windows has no fsync for folders
            handle = os.open(self.path.parent, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)

    def _sweep(self) -> None:
        for stray in self.path.parent.glob(f".{self.path.name}.*.tmp"):
            with contextlib.suppress(OSError):
                stray.unlink()

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        try:
            self._lock.acquire()
        except Timeout:
            raise Problem(
                say(
                    "Another notebook has held the plan for {seconds} seconds. Restart the kernel of the other "
                    "notebook, then try again.",
                    seconds=int(PATIENCE),
                )
            ) from None
        except OSError as error:
            raise _words_for(error) from None
        try:
            yield
        finally:
            self._lock.release()


class ReadOnly(Problem):
    """The folder cannot be written."""


def _words_for(error: OSError) -> Problem:
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ReadOnly(edit.read_only())
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Problem(say("The plan was not saved: the disk is full. Free some room, then change the field again."))
    if error.errno == errno.ENOENT:
        return Problem(
            say("The plan was not saved: its folder is gone. Put the folder back, then change the field again.")
        )
    return Problem(
        say(
            "The plan was not saved ({reason}). Close other programs that hold the file, then try again.",
            reason=error.strerror or type(error).__name__,
        )
    )
