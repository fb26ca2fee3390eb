"""The files in a folder as entries: no link followed, no pipe opened, no folder of a system's walked into."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from promplan.cohort import names
from promplan.cohort.arrange import is_system
from promplan.cohort.entry import Entry, Guarded, Rejected, unread
from promplan.language import Words, say
from promplan.plan.reading import FLAGS

MOST = 200_000  # files that a folder may hold
DEEPEST = 12  # folders in each other


class Loose:
    """The files under a folder.

    Args:
        root: the folder. zone: whose clock the dates are told by.

    Attributes:
        entries: the files, in the order of their paths; `key` is the path.
        closed: folders that could not be looked into, each with the reason.
    """

    def __init__(self, root: Path, zone: ZoneInfo) -> None:
        self.root, self.zone = root, zone
        self.entries: list[Entry] = []
        self.closed: list[tuple[str, Rejected]] = []
        self._walk(root, 0)

    def _walk(self, folder: Path, depth: int) -> None:
        try:
            with os.scandir(folder) as found:
                there = sorted(found, key=lambda one: one.name)
        except OSError as error:
            why = say("the folder cannot be read ({reason})", reason=error.strerror or type(error).__name__)
            self.closed.append((self._shown(folder)[0], Rejected("unreadable", why)))
            return
        for one in there:
            path = Path(one.path)
            if one.is_dir(follow_symlinks=False) and not (hasattr(path, "is_junction") and path.is_junction()):
                if is_system(one.name):
                    continue
                if depth == DEEPEST:
                    why = say("its folders lie in each other more than {n} deep", n=DEEPEST)
                    self.closed.append((self._shown(path)[0], Rejected("hostile", why)))
                else:
                    self._walk(path, depth + 1)
            elif len(self.entries) == MOST:
                why = say("the folder holds more than {n} files; the rest was not looked at", n=MOST)
                if not self.closed or self.closed[-1][1].kind != "too large":
                    self.closed.append((self._shown(folder)[0], Rejected("too large", why)))
                return
            else:
                self.entries.append(self._entry(path))

    def _shown(self, path: Path) -> tuple[str, tuple[Words, ...]]:
        said = path.relative_to(self.root).as_posix()
        if said == ".":
            said = self.root.name
        raw = os.fsencode(said)
        meant = names.cleaned(names.repaired(names.of_bytes(raw)))
        if names.alike(meant) == names.alike(os.fsdecode(raw)):
            return meant, ()
        return meant, (say("a name in another encoding was put right: {file}", file=names.short(meant, 60)),)

    def _entry(self, path: Path) -> Entry:
        shown, cleaned = self._shown(path)
        trouble = None
        size, when = 0, None
        try:
            status = path.lstat()
            size, when = status.st_size, self._when(status.st_mtime)
            if stat.S_ISLNK(status.st_mode):
                trouble = Rejected("hostile", say("it is a link to another file"))
            elif not stat.S_ISREG(status.st_mode):
                trouble = Rejected("hostile", say("it is a pipe or a device, not a file"))
        except OSError as error:
            trouble = Rejected("unreadable", say("it cannot be read ({why})", why=error.strerror or ""))
        return Entry(shown, size, size, when, path, cleaned, trouble)

    def _when(self, moment: float) -> datetime | None:
        try:
            found = datetime.fromtimestamp(moment, self.zone).replace(tzinfo=None, microsecond=0)
        except (OverflowError, OSError, ValueError):
            return None
        return found if found.year > 1980 else None

    @contextmanager
    def open(self, entry: Entry) -> Iterator[Guarded]:
        """The bytes of a file."""
        try:
            stream = os.fdopen(os.open(entry.key, FLAGS | getattr(os, "O_NOFOLLOW", 0)), "rb")
        except OSError as error:
            raise unread(error) from None
        with stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise Rejected("hostile", say("it is a pipe or a device, not a file"))
            yield Guarded(stream, (OSError,))
