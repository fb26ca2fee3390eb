"""Backups beside the plan: written like the plan itself, kept by age, and never in the way of a save or an opening.

Names are strict: `media-plan-12.json` for what is kept as time goes by (one when a session starts, then at most one
every ten minutes), `media-plan-kept-13.json` for what was kept before much went at once: Start over, a merge, a file
that did not come from here. Whatever else lies in the folder, a copy called `media-plan-12-Copy1.json`, is another's.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from promplan.plan.codec import LIMIT
from promplan.plan.reading import regular
from promplan.plan.writing import patiently, replace

FOLDER = "plan-backups"
LAST = 5  # of those kept as time goes by
DAYS = 7  # and the last one of so many days on which there are any
KEPT = 100  # of those kept for a reason
PAUSE = 600  # seconds between two backups, by the file system's own clock
DAY = 86_400  # seconds


@dataclass(frozen=True)
class Backup:
    """One backup: its number, whether it was kept for a reason, its file."""

    number: int
    kept: bool
    file: Path


class Backups:
    """The folder `plan-backups` beside a plan; what goes wrong is an OSError."""

    def __init__(self, plan: Path) -> None:
        self.plan = plan
        self.folder = plan.parent / FOLDER
        self._name = re.compile(rf"{re.escape(plan.stem)}(-kept)?-([0-9]{{1,9}})\.json")

    def _named(self) -> list[Backup]:
        """Everything with a backup's name, oldest first, folders too: their numbers are taken."""
        if not self.folder.is_dir():
            return []
        found = [(self._name.fullmatch(file.name), file) for file in self.folder.iterdir()]
        named = [Backup(int(name[2]), bool(name[1]), file) for name, file in found if name]
        return sorted(named, key=lambda one: one.number)

    def all(self) -> list[Backup]:
        """The backups, oldest first."""
        return [one for one in self._named() if one.file.is_file()]

    def keep(self, text: bytes, *, always: bool = False, kept: bool = False) -> str:
        """Keep `text`, and let go of what is too old; returns the name of the backup that holds it, "" for none.

        Args:
            always: however young the last backup is. kept: for a reason, see above; then always.
        """
        there = self.all()
        for one in reversed(there):
            if (kept <= one.kept or one is there[-1]) and _holds(one.file, text):
                return one.file.name
        if there and not always and not kept and self._young(there[-1].file):
            return ""
        self.folder.mkdir(exist_ok=True)
        number = 1 + max((one.number for one in self._named()), default=0)
        file = self.folder / f"{self.plan.stem}{'-kept' if kept else ''}-{number}.json"
        replace(file, text)
        self._let_go()
        return file.name

    def _young(self, last: Path) -> bool:
        age = self.plan.stat().st_mtime - last.stat().st_mtime
        return 0 <= age < PAUSE  # one from the future says only that the clock was set back

    def _let_go(self) -> None:
        plain, kept = ([one for one in self.all() if one.kept is kind] for kind in (False, True))
        last_of_day = {int(one.file.stat().st_mtime // DAY): one for one in plain}  # a later one takes its day
        days = sorted(last_of_day)[-DAYS:]
        stay = {one.number for one in (*plain[-LAST:], *kept[-KEPT:], *(last_of_day[day] for day in days))}
        for one in (*plain, *kept):
            if one.number not in stay:
                patiently(lambda one=one: one.file.unlink(missing_ok=True))  # type: ignore[misc]

    def newest_first(self) -> list[bytes]:
        """The texts of the backups that can be read, newest first."""
        texts = []
        for one in reversed(self.all()):
            try:
                texts.append(regular(one.file, LIMIT)[0])
            except (OSError, ValueError):
                continue
        return texts

    def set_aside(self) -> str:
        """Rename an unreadable plan out of the way; returns its new name. Nothing is ever deleted."""
        number = 1
        while (aside := self.plan.with_name(f"{self.plan.stem}.unreadable-{number}.json")).exists():
            number += 1
        patiently(lambda: self.plan.rename(aside))
        return aside.name


def _holds(file: Path, text: bytes) -> bool:
    try:
        return file.stat().st_size == len(text) and file.read_bytes() == text
    except OSError:
        return False
