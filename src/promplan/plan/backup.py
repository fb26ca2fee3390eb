"""Backups beside the plan: one when a session starts, then at most one every ten minutes, the last five kept."""

from pathlib import Path

KEPT = 5
PAUSE = 600  # seconds between two backups, by the file system's own clock


class Backups:
    """The folder `plan-backups` beside a plan."""

    def __init__(self, plan: Path) -> None:
        self.plan = plan
        self.folder = plan.parent / "plan-backups"

    def _files(self) -> list[Path]:
        return sorted(self.folder.glob(f"{self.plan.stem}-*.json"), key=lambda file: int(file.stem.rpartition("-")[2]))

    def keep(self, text: bytes, *, always: bool = False) -> None:
        """Keep `text` if the last backup is old enough (or `always`) and differs; drop what is more than five."""
        files = self._files()
        if files:
            if files[-1].read_bytes() == text:
                return
            age = self.plan.stat().st_mtime - files[-1].stat().st_mtime
            if not always and age < PAUSE:
                return
        self.folder.mkdir(exist_ok=True)
        number = 1 + (int(files[-1].stem.rpartition("-")[2]) if files else 0)
        (self.folder / f"{self.plan.stem}-{number}.json").write_bytes(text)
        for old in self._files()[:-KEPT]:
            old.unlink()

    def newest_first(self) -> list[bytes]:
        """The backups' texts, newest first."""
        return [file.read_bytes() for file in reversed(self._files())]

    def set_aside(self) -> str:
        """Rename an unreadable plan out of the way; returns its new name. Nothing is ever deleted."""
        number = 1
        while (aside := self.plan.with_name(f"{self.plan.stem}.unreadable-{number}.json")).exists():
            number += 1
        self.plan.rename(aside)
        return aside.name
