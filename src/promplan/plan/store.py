"""Where the plan lives: a file that no crash, no second notebook, no half write and no stranger's copy can spoil.

A change takes the lock, reads the newest file, applies only itself, and is acknowledged when the new file is on the
disk: temp file in the same folder, fsync, `os.replace`. What could not be opened again is refused before that. The
clock is the file system's own, so that this floor reads none.

Whether a file that somebody else wrote comes from what is held, the history beside it says (`promplan.plan.lineage`):
another notebook's save is followed; a correction by hand is followed once what is held is backed up; another plan, an
older copy, one that lacks records that are held is asked about (`promplan.plan.arrival`), and until somebody has
chosen, nothing is saved, because any save would overwrite one of the two.
"""

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from promplan.language import Problem, Words, say
from promplan.plan import reading
from promplan.plan.arrival import Arrival, Asked, doubt
from promplan.plan.backup import Backups
from promplan.plan.codec import checked, loads, written
from promplan.plan.document import Plan
from promplan.plan.edit import Conflict, Gone
from promplan.plan.held import MemoryStore, Store, digest
from promplan.plan.home import looks_laid
from promplan.plan.lineage import Lineage
from promplan.plan.locking import PlanLock
from promplan.plan.migrations import LaterVersion
from promplan.plan.refusal import Unwritable, not_read, not_saved, reason
from promplan.plan.turn import TURN
from promplan.plan.writing import PAUSE, TRIES, patiently
from promplan.plan.writing import replace as put_in_place

__all__ = ["NAME", "Conflict", "FileStore", "Gone", "MemoryStore", "Store", "find_plan", "read"]

NAME = "media-plan.json"
MARK = ".promplan"  # marks a learner's folder
LARGE = 50_000_000  # bytes: no plan, however it was saved
MUCH = 0.8  # a change that leaves less of the text than this keeps a backup of what was
T = TypeVar("T")


def read(path: Path) -> Plan:
    """The plan in a file, without opening a store; raises `Problem`."""
    return loads(reading.asked(path, LARGE))


def find_plan(start: Path) -> Path:
    """The plan's path, looked for upwards from `start`; where there is none, where it should be made."""
    for folder in (start, *start.parents):
        if (folder / NAME).exists() or (folder / MARK).exists() or looks_laid(folder):
            return folder / NAME
    return start / NAME


class FileStore(Store):
    """A plan in a file.

    Args:
        path: the file; it is made with the first change if it is missing. A link is followed, and stays.
        blank: what a new plan starts as.

    Raises:
        Problem: the file is of a later version, or nothing readable is left.
    """

    def __init__(self, path: Path, blank: Plan | None = None) -> None:
        super().__init__(blank or Plan())
        self.path = Path(os.path.abspath(path))  # noqa: PTH100  without following links
        self.where = path.name
        self._text = b""
        self._now: tuple[int, ...] | None = None  # how the file looked when it was last read or written
        self._seen: tuple[int, ...] | None = None  # and when it was last followed or asked about
        self._settle(Path(os.path.realpath(self.path)))
        with TURN:
            try:
                with self._lock.held():
                    self._sweep()
                    self._open(may_write=True)
                    if self._text:
                        self._back_up(self._text, always=True)
            except Unwritable as problem:
                self.tell(problem.what)
                self._open(may_write=False)
            self._tell_of_lock()

    @property
    def folder(self) -> Path:
        """The plan's folder."""
        return self.path.parent

    def _settle(self, file: Path) -> None:
        """Where the plan is really: beside it lie its lock, its backups, its history."""
        self.file = file
        self._lock, self._backups, self._lineage = PlanLock(file), Backups(file), Lineage(file)

    # opening

    def _open(self, *, may_write: bool) -> None:
        text = self._bytes()
        if text is None:
            self._tell_of_backups()
            return
        try:
            plan = loads(text)
        except LaterVersion:
            raise
        except Problem as problem:
            if not may_write:
                raise
            self._rescue(problem.what)
            return
        revision = digest(text)
        if self._lineage.is_newest(revision):
            pass
        elif self._lineage.knows(revision):
            self.tell(
                say(
                    "This is an older copy of your plan: changes were saved here after it. Later states are in "
                    "plan-backups; “Join a teammate's copy” brings back what is missing."
                )
            )
        else:
            newest = self._lineage.newest()
            self._lineage.saved(revision, *([newest] if newest else []), taken=bool(newest))
        self._hold_text(plan, text)

    def _rescue(self, fault: Words) -> None:
        """Set an unreadable file aside and open the newest good backup."""
        aside = self._set_aside()
        told = say("{fault} The file was set aside as {aside}; nothing was deleted.", fault=fault, aside=aside)
        for text in self._backups.newest_first():
            with contextlib.suppress(Problem):
                self._hold_text(loads(text), text)
                told = say("{before} Your newest good backup is open.", before=told)
                with contextlib.suppress(Problem):
                    self._write(self.plan, text)
                break
        self.tell(told)

    def _set_aside(self) -> str:
        try:
            return self._backups.set_aside()
        except OSError as error:
            raise not_saved(error, self.file) from None

    def _tell_of_backups(self) -> None:
        with contextlib.suppress(OSError):
            if there := self._backups.all():
                self.tell(
                    say(
                        "There is no {file} here, so this plan is new. Your earlier plan may have been renamed or "
                        "moved; backups of it are in plan-backups, the newest is {backup}. To go on with it, close "
                        "the notebooks, copy it here as {file}, and open them again.",
                        file=self.path.name,
                        backup=there[-1].file.name,
                    )
                )

    def _tell_of_lock(self) -> None:
        if self._lock.soft:
            self.tell(
                say(
                    "This drive knows no locks, so the course helps itself with a mark of its own. Everything is "
                    "saved; a folder on your computer's own disk is the better place."
                )
            )

    # looking at the file

    def _bytes(self, *, patient: bool = True) -> bytes | None:
        """The file's text, and in `_now` how the file looked; None where there is none. Raises `Problem`."""

        def now() -> tuple[bytes, os.stat_result]:
            return reading.regular(self.file, LARGE)

        try:
            text, status = patiently(now) if patient else now()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except reading.TooLarge:
            status, text = self.file.stat(), b" " * 1_000_001  # as unreadable as any other
        except OSError as error:
            raise not_read(error, self.path) from None
        self._now = _stamp(status)
        return text

    def refresh(self) -> bool:
        """Follow the file if somebody else changed it; one that cannot be read just now waits for the next look."""
        with TURN:
            before, asked, told = self.revision, self.arrived, self.notices
            with contextlib.suppress(OSError, Problem):
                changed = self.arrived is not None or _stamp(self.file.stat()) != self._seen
                if changed and (text := self._bytes(patient=False)) is not None:
                    self._meet(text)
            if (before, asked, told) != (self.revision, self.arrived, self.notices):
                self._tell_watchers()
            return self.revision != before

    def _look(self) -> None:
        """The newest file before a change; raises `Problem` where the change must wait. The lock is held."""
        for left in reversed(range(TRIES)):
            if (text := self._bytes()) is None:
                self.arrived = None
                if self.revision:
                    self.tell(say("The plan's file was gone; it was written again from what this notebook held."))
                return
            try:
                self._meet(text)
                break
            except LaterVersion:
                raise
            except Problem as problem:
                if not left:
                    self._displace(problem.what)
                    return
            time.sleep(PAUSE)  # another program may be writing it just now
        if self.arrived is not None:
            raise Asked(self.arrived)

    def _displace(self, fault: Words) -> None:
        """A file that stays unreadable makes room for what is held, which is whole."""
        aside = self._set_aside()
        self.arrived = None
        self.tell(
            say(
                "{fault} The file was set aside as {aside} and written again from what this notebook held.",
                fault=fault,
                aside=aside,
            )
        )

    def _meet(self, text: bytes) -> None:
        """Follow the file's text, or ask about it. Raises `Problem` where it cannot be read."""
        revision = digest(text)
        if revision == self.revision:
            self.arrived = None
        else:  # also where it is asked about already: another notebook may have chosen
            self._judge(loads(text), text, revision)
        self._seen = self._now

    def _judge(self, plan: Plan, text: bytes, revision: str) -> None:
        if not self.revision or plan == self.plan:
            self._hold_text(plan, text)
            return
        relation = self._lineage.relation(self.revision, revision)
        if relation == "newer":
            self._hold_text(plan, text)
            return
        kind = doubt(self.plan, plan, relation)
        backup = self._back_up(self._text, kept=True)
        if kind or not backup:
            self.arrived = Arrival(plan, text, revision, kind or "unkept")
            return
        if relation == "unknown":
            self._lineage.saved(revision, self.revision, taken=True)
        self._hold_text(plan, text)
        self.tell(
            say(
                "Your plan was changed outside of this notebook, and that is what you see now. What this notebook "
                "held is kept as plan-backups/{backup}.",
                backup=backup,
            )
        )

    def _hold_text(self, plan: Plan, text: bytes) -> None:
        self._hold(plan, digest(text))
        self._text, self._seen, self.arrived = text, self._now, None

    # changing it

    @contextlib.contextmanager
    def _changing(self) -> Iterator[None]:
        """Whoever changes the plan has the turn and the lock; the views follow when both are over."""
        with TURN:
            if (file := Path(os.path.realpath(self.path))) != self.file:
                self._settle(file)
            before, asked, told = self.revision, self.arrived, self.notices
            try:
                with self._lock.held():
                    yield
            finally:
                self._tell_of_lock()
                if (before, asked, told) != (self.revision, self.arrived, self.notices):
                    self._tell_watchers()

    def _apply(self, change: Callable[[Plan], tuple[Plan, T]]) -> T:
        with self._changing():
            self._look()
            new, result = change(self.plan)
            text, before = written(new), self._text
            if len(text) < MUCH * len(before):
                self._back_up(before, kept=True)
            self._write(new, text)
            self._back_up(text)
        return result

    def _write(self, plan: Plan, text: bytes, *parents: str, taken: bool = False) -> None:
        """Put the plan on the disk, and hold it from then on."""
        try:
            put_in_place(self.file, text)
        except OSError as error:
            raise not_saved(error, self.path) from None
        before, self._now = self.revision, None
        with contextlib.suppress(OSError):
            self._now = _stamp(self.file.stat())
        self._hold_text(plan, text)
        TURN.saves += 1
        self._lineage.saved(self.revision, *(parents or (before,)), taken=taken)

    def _back_up(self, text: bytes, *, always: bool = False, kept: bool = False) -> str:
        """The name of the backup that holds `text` now, if there is one; nothing about it can spoil a save."""
        try:
            return self._backups.keep(text, always=always, kept=kept)
        except Exception as error:
            self.tell(
                say(
                    "No backup could be kept in plan-backups ({reason}). Look whether that folder is there and may be "
                    "written. The plan itself is not touched by this.",
                    reason=reason(error) if isinstance(error, OSError) else type(error).__name__,
                )
            )
            return ""

    def keep(self) -> str:
        """Keep a backup of the newest plan, however young the last one is; `Problem` where it cannot be written."""
        with self._changing():
            return self._keep_surely(self._bytes() or self._text)

    def _keep_surely(self, text: bytes) -> str:
        try:
            return self._backups.keep(text, kept=True) if text else ""
        except OSError as error:
            raise Problem(
                say(
                    "Nothing was changed, because no backup could be kept in plan-backups ({reason}) and something "
                    "might be lost. Look whether that folder is there and may be written, then try again.",
                    reason=reason(error),
                )
            ) from None

    # what arrived

    def take_theirs(self, shown: Arrival) -> None:
        """Go on with what arrived; what was held stays as a backup. Raises `Problem` where it is no longer there."""
        with self._changing():
            self._still(shown)
            backup = self._keep_surely(self._text)
            self._lineage.saved(shown.revision, self.revision, taken=True)
            self._hold_text(shown.plan, shown.text)
            self.tell(say("Theirs is your plan now. What you had is kept as plan-backups/{backup}.", backup=backup))

    def keep_mine(self, shown: Arrival) -> None:
        """Write what is held over what arrived, which stays as a backup."""
        with self._changing():
            self._still(shown)
            backup = self._keep_surely(shown.text)
            self._write(self.plan, written(self.plan), shown.revision, self.revision, taken=True)
            self.tell(say("Yours stays your plan. Theirs is kept as plan-backups/{backup}.", backup=backup))

    def join(self, shown: Arrival, joined: Callable[[Plan, Plan], Plan]) -> None:
        """Go on with both, as `joined` makes one plan of mine and theirs; both stay as backups."""
        with self._changing():
            self._still(shown)
            plan = checked(joined(self.plan, shown.plan))
            text = written(plan)
            self._keep_surely(self._text)
            self._keep_surely(shown.text)
            self._write(plan, text, self.revision, shown.revision)
            self.tell(say("Both are joined. As they were, they are kept in plan-backups."))

    def _still(self, shown: Arrival) -> None:
        with contextlib.suppress(Asked):
            self._look()
        if self.arrived != shown:
            raise Problem(say("The file has changed once more since you were asked. Look again, then choose."))

    def _sweep(self) -> None:
        for stray in self.file.parent.glob(f".{self.file.name}.*.tmp"):
            with contextlib.suppress(OSError):
                stray.unlink()


def _stamp(status: os.stat_result) -> tuple[int, ...]:
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino
