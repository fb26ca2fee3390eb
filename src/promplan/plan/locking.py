"""The lock of a plan: one process at a time changes the file, on drives that know no locks as well.

Some network drives refuse the system's locks. There the mere existence of a file serves instead, which a killed
process leaves behind: a save takes milliseconds, so a mark that stood unchanged all the while is nobody's.
"""

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from filelock import BaseFileLock, FileLock, SoftFileLock, Timeout

from promplan.language import Problem, say
from promplan.plan.refusal import Unwritable, not_locked
from promplan.plan.writing import patiently

PATIENCE = 10.0  # seconds to wait for another notebook's save
POLL = 0.01  # seconds between two looks: who looks seldom goes without among busy writers
NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS}


class PlanLock:
    """The lock of the plan in `file`.

    Attributes:
        soft: the drive has no locks of its own, and the mark of a file serves.
    """

    def __init__(self, file: Path) -> None:
        self.file = file.with_name(file.name + ".lock")
        self.mark = file.with_name(f".{file.name}.softlock")
        self.soft = False
        self._lock: BaseFileLock = FileLock(str(self.file))

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Hold it, also where this thread holds it already; raises `Problem`."""
        try:
            if os.access(self.file.parent, os.W_OK):
                patiently(self._acquire)
            else:
                self._acquire()
        except Timeout:
            raise Unwritable(
                say(
                    "Another notebook has held the plan for {seconds} seconds. Restart the kernel of the other "
                    "notebook, then try again.",
                    seconds=int(PATIENCE),
                )
            ) from None
        except OSError as error:
            raise not_locked(error, self.mark if self.soft else self.file) from None
        except (RuntimeError, ValueError, NotImplementedError) as error:  # what the library says of a drive without
            raise Problem(
                say(
                    "The plan was not saved ({reason}). Close other programs that hold the file, then try again.",
                    reason=str(error)[:200] or type(error).__name__,
                )
            ) from None
        try:
            yield
        finally:
            with contextlib.suppress(OSError):  # what is on the disk is there, whatever becomes of the lock
                self._lock.release()

    def _acquire(self) -> None:
        if not self.soft:
            try:
                self._lock.acquire(timeout=PATIENCE, poll_interval=POLL)
            except OSError as error:
                if error.errno not in NO_LOCKS:  # a Timeout has none
                    raise
                self.soft = True
                self._lock = SoftFileLock(str(self.mark))
            else:
                return
        before = self._marked()
        try:
            self._lock.acquire(timeout=PATIENCE, poll_interval=POLL)
        except Timeout:
            if before is None or self._marked() != before:
                raise
            self.mark.unlink(missing_ok=True)
            self._lock.acquire(timeout=PATIENCE, poll_interval=POLL)

    def _marked(self) -> tuple[int, int] | None:
        with contextlib.suppress(OSError):
            status = self.mark.stat()
            return status.st_mtime_ns, status.st_ino
        return None
