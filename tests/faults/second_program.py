"""A second program at work in a course folder: it copies, renames, replaces, edits, halves and locks files at random.

What it takes away from the plan's place it keeps in `--taken`, as a person does who puts another file there; so that
afterwards it can be said what only this program still had. `python second_program.py FOLDER --taken FOLDER --seed 7`
"""

import argparse
import contextlib
import json
import random
import shutil
import signal
import subprocess
import time
from pathlib import Path

NAME = "media-plan.json"


class SecondProgram:
    """What it can do to a folder; every act is a line of its log."""

    def __init__(self, folder: Path, taken: Path, seed: int) -> None:
        self.folder, self.taken, self.chance = folder, taken, random.Random(seed)
        self.plan, self.backups = folder / NAME, folder / "plan-backups"
        self.stash: list[bytes] = []
        self.number = 0
        taken.mkdir(parents=True, exist_ok=True)
        self.log = (taken / "log.jsonl").open("a", encoding="utf-8")

    def acts(self):
        """The acts with how often each comes."""
        return {
            self.copies: 4, self.copies_among_backups: 3, self.renames: 2, self.puts_an_older_one: 2,
            self.puts_another_teams: 1, self.corrects_by_hand: 3, self.writes_in_two_halves: 2, self.locks: 2,
            self.holds: 3, self.spoils_backups: 1, self.makes_a_folder: 1, self.spoils_history: 1,
            self.leaves_strays: 1,
        }  # fmt: skip

    def run(self, until: float) -> None:
        """Act until then."""
        acts = self.acts()
        while time.time() < until:
            act = self.chance.choices(list(acts), weights=list(acts.values()))[0]
            begun = time.time()
            fault = ""
            try:
                act()
            except (OSError, ValueError) as error:  # the course was faster, or holds what we wanted
                fault = str(error)
            self.log.write(json.dumps({"act": act.__name__, "from": begun, "to": time.time(), "fault": fault}) + "\n")
            self.log.flush()
            time.sleep(self.chance.uniform(0.05, 2.0))

    def _now(self) -> bytes:
        text = self.plan.read_bytes()
        if text and (not self.stash or text != self.stash[-1]):
            self.stash.append(text)
            del self.stash[:-60]
        return text

    def _put(self, text: bytes) -> None:
        """Put another file in the plan's place; the one that lay there goes into our own folder, whole."""
        half = self.folder / ".arriving"
        half.write_bytes(text)
        self._take_away()
        half.replace(self.plan)

    def _take_away(self) -> None:
        self.number += 1
        with contextlib.suppress(FileNotFoundError):
            self.plan.replace(self.taken / f"taken-{self.number}.json")

    def copies(self) -> None:
        name = self.chance.choice(["media-plan - Copy.json", "media-plan (Anna's conflicted copy 2026-11-02).json"])
        (self.folder / name).write_bytes(self._now())

    def copies_among_backups(self) -> None:
        names = ["media-plan-1-Copy1.json", "media-plan-2 - Copy.json", "media-plan-1-LAPTOP.json", "notes.txt"]
        self.backups.mkdir(exist_ok=True)
        (self.backups / self.chance.choice(names)).write_bytes(self._now())

    def renames(self) -> None:
        aside = self.folder / "my plan.json"
        self.plan.replace(aside)
        time.sleep(self.chance.uniform(0.05, 2.0))
        self._take_away()  # what the course wrote meanwhile
        aside.replace(self.plan)

    def puts_an_older_one(self) -> None:
        self._now()
        self._put(self.chance.choice(self.stash))

    def puts_another_teams(self) -> None:
        plan = json.loads(self._now())
        plan["meta"]["plan_id"] = f"team-{self.chance.randrange(3)}"
        plan["team"]["name"] = "Another team"
        self._put(json.dumps(plan, ensure_ascii=False, indent=1).encode())

    def corrects_by_hand(self) -> None:
        plan = json.loads(self._now())
        plan["team"]["region"] = f"corrected {self.chance.random()}"
        self._put(json.dumps(plan, ensure_ascii=False, indent=1).encode())

    def writes_in_two_halves(self) -> None:
        text = self._now()
        half = self.chance.randrange(1, len(text))
        self.number += 1
        (self.taken / f"taken-{self.number}.json").write_bytes(text)
        with self.plan.open("r+b") as stream:
            stream.truncate(half)
            time.sleep(self.chance.uniform(0.02, 1.5))
            stream.seek(half)
            stream.write(text[half:])

    def locks(self) -> None:
        import fcntl

        with (self.folder / f"{NAME}.lock").open("ab") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX)
            time.sleep(self.chance.uniform(0.2, 4.0))

    def holds(self) -> None:
        """As a virus scanner does: nobody may exchange the file. Where there are no such marks, nothing happens."""
        if not shutil.which("chattr"):
            return
        subprocess.run(["chattr", "+i", self.plan], capture_output=True, check=False)
        try:
            time.sleep(self.chance.uniform(0.1, 2.5))
        finally:
            subprocess.run(["chattr", "-i", self.plan], capture_output=True, check=False)

    def spoils_backups(self) -> None:
        away = self.taken / "backups away"
        self.backups.replace(away)
        try:
            self.backups.write_text("a file where the folder was")
            time.sleep(self.chance.uniform(0.2, 2.0))
        finally:
            if self.backups.is_file():
                self.backups.unlink()
            self.backups.mkdir(exist_ok=True)  # the course may have made one meanwhile
            for one in away.iterdir():
                there = self.backups / one.name
                one.replace(self.taken / f"twice-{one.name}" if there.exists() else there)
            away.rmdir()

    def makes_a_folder(self) -> None:
        (self.backups / f"media-plan-{self.chance.randrange(1, 400)}.json").mkdir(parents=True, exist_ok=True)

    def spoils_history(self) -> None:
        history = self.folder / f".{NAME}.history"
        if self.chance.random() < 0.5:
            history.unlink()
        else:
            history.write_bytes(history.read_bytes()[: self.chance.randrange(1, 4000)])

    def leaves_strays(self) -> None:
        (self.folder / f".{NAME}.stray.tmp").write_bytes(b"half")


def main() -> None:
    """Read the line, act until the time is over or somebody ends us."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--taken", type=Path, required=True)
    asked.add_argument("--seed", type=int, default=7)
    asked.add_argument("--seconds", type=float, default=600)
    given = asked.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: exit(0))
    SecondProgram(given.folder, given.taken, given.seed).run(time.time() + given.seconds)


if __name__ == "__main__":
    main()
