"""What was shown as saved is there, and what was not is said: a real plant's plan, typed beside a fairground.

The plan of Altaivagon for units 0 to 3 is typed into the course's own editors, in two kernels at once (a lesson beside
its exercise), in English and then in Russian, while a second program copies, renames, replaces, halves and locks files
in the folder at random and each kernel is killed once. Every text that is typed carries a number of its own. In the end
every number whose tick was shown, and that no later tick took the place of, must stand in the plan, in a backup, or in
a file that was set aside; what only the second program still has must have been taken away while its kernel was dead.

On demand:  python tests/faults/altaivagon.py --minutes 10 --seed 7
"""

import argparse
import contextlib
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from notebook import Lost, Notebook, Told

from promplan import assets
from promplan.lab.lay import lay
from promplan.language import inside, pick, say
from promplan.plan.audiences import Audience
from promplan.plan.brief import Brief
from promplan.plan.enterprise import Enterprise, Fact
from promplan.plan.labels import label_of
from promplan.plan.message import Message, Pillar, Question
from promplan.plan.objectives import Objective
from promplan.plan.store import NAME, read
from promplan.plan.team import Member, Team

DATA = tomllib.loads((Path(__file__).parents[1] / "data" / "altaivagon.toml").read_text(encoding="utf-8"))
CALLS = ["team_form", "plant_form", "brief_form", "fact_table", "audiences", "objectives", "message_house",
         "hard_questions"]  # fmt: skip
CARDS = {"team_form": ("team", Team), "plant_form": ("enterprise", Enterprise), "brief_form": ("brief", Brief),
         "message_house": ("message", Message)}  # fmt: skip
LISTS = {"team_form": ("members", Member), "fact_table": ("facts", Fact), "audiences": ("audiences", Audience),
         "objectives": ("objectives", Objective), "message_house": ("pillars", Pillar),
         "hard_questions": ("questions", Question)}  # fmt: skip


@dataclass
class Figures:
    """What happened."""

    told: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    shown: dict[str, tuple[str, float]] = field(default_factory=dict)  # place → the number ticked last, and when
    later: dict[str, list[str]] = field(default_factory=dict)  # place → what was typed over it, shown as saved or not
    kills: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


class Student:
    """Types the plan into two notebooks, chooses when asked, and types again what was not saved."""

    def __init__(self, folder: Path, language: str, seed: int, environment: dict[str, str]) -> None:
        self.folder, self.language, self.chance = folder, language, random.Random(seed)
        here = folder / "exercises" / language
        self.books = [Notebook(here, "03-message", language, CALLS, environment) for _ in range(2)]
        self.figures, self.number = Figures(), 0
        self.missing: dict[Notebook, set[str]] = {}

    def work(self, until: float, kills: list[float]) -> None:
        """Type everything, and again, until the time is over."""
        kills = sorted(kills)
        while time.time() < until:
            for call, field_, label, words in self._texts():
                if kills and time.time() >= kills[0]:
                    kills.pop(0)
                    self._kill_in_mid_typing(call, field_, label)
                if time.time() >= until:
                    return
                self._type(self.chance.choice(self.books), call, field_, label, words)

    def _texts(self) -> Any:
        """Every text of the plan: the editor, the field's place, its label, the words. A record is added first."""
        for call in CALLS:
            if call in CARDS:
                name, kind = CARDS[call]
                for one, value in DATA[name].items():
                    if label := self._label(kind, one, value):
                        yield call, f"{name}.{one}", label, str(pick(value))
            if call in LISTS:
                name, kind = LISTS[call]
                rows = DATA["team"]["members"] if name == "members" else DATA[name]
                for row in rows:
                    values = {"name": {"en": row[0], "ru": row[1]}} if isinstance(row, list) else row
                    self._add(self.chance.choice(self.books), call)
                    for one, value in values.items():
                        if label := self._label(kind, one, value):
                            yield call, f"{name}/.{one}", f"record: {label}", str(pick(value))

    def _label(self, kind: Any, name: str, value: Any) -> str:
        """The label of a field of text; empty for every other."""
        info = kind.model_fields.get(name)
        if not info or info.annotation is not str or not isinstance(value, str | dict):
            return ""
        extra = info.json_schema_extra or {}
        return "" if extra.get("choices") or extra.get("refers") else str(label_of(info))

    def _add(self, book: Notebook, call: str) -> None:
        name = LISTS[call][0]
        full = self._records(name) >= (12 if name in ("audiences", "objectives") else 25)
        for _ in range(4):
            told = self._try(book, lambda: book.press(call, str(say("Move up" if full else "Add"))))
            if told is None or told.saved or not told.words:
                return
            self._choose(book)

    def _records(self, name: str) -> int:
        try:
            plan = read(self.folder / NAME)
        except Exception:
            return 0
        homes = {"members": plan.team, "facts": plan.enterprise, "pillars": plan.message, "questions": plan.message}
        return len(getattr(homes.get(name, plan), name))

    def _type(self, book: Notebook, call: str, place: str, label: str, words: str) -> None:
        try:
            place = self._place(book, call, place)
        except Lost:
            self._reopen(book)
            return
        if "/?" in place or "/None" in place:
            return  # this notebook has not seen the record yet
        for _ in range(3):
            mark = self._mark(place)
            told = self._try(book, lambda mark=mark: book.type(call, label, f"{words[:200]} {mark}"))
            if told is None:
                return
            if told.saved:
                self.figures.shown[place] = (mark, time.time())
                self.figures.later[place] = []
                return
            self._choose(book)

    def _place(self, book: Notebook, call: str, place: str) -> str:
        """The field's address: which record is chosen in this notebook?"""
        if "/" not in place:
            return place
        look = f"print(next((o.value for o in _walk(_{call}) if type(o).__name__ == 'Table'), ''))"
        chosen = book.run(look).split()
        return place.replace("/", f"/{chosen[-1] if chosen else '?'}")

    def _mark(self, place: str) -> str:
        self.number += 1
        mark = f"[{self.language}-{self.number}]"
        self.figures.later.setdefault(place, []).append(mark)
        return mark

    def _try(self, book: Notebook, act: Any) -> Told | None:
        try:
            told = act()
        except Lost:
            self.figures.told["the kernel does not answer"] += 1
            self._reopen(book)
            return None
        self.figures.told["saved" if told.saved else "not saved, said so" if told.words else "nothing to save"] += 1
        if told.words:
            self.figures.reasons[re.sub(r"\W*\d+\W*", " ", told.words)[:110]] += 1
        return told

    def _choose(self, book: Notebook) -> None:
        """Where the first cell asks, press one of its buttons."""
        try:
            said = book.run("from promplan import session as _s; print(_s.current().store.arrived is not None)")
            if "True" not in said:
                time.sleep(0.3)
                return
            if not book.look("_first").guard:
                return  # the other notebook has chosen meanwhile
            label = self.chance.choices(["Join both", "Keep mine", "Take the other one"], weights=[4, 4, 2])[0]
            answer = self._try(book, lambda: book.press("_first", str(say(label))))
            if answer is not None and answer.words and label == "Join both":
                self._try(book, lambda: book.press("_first", str(say("Keep mine"))))
            self.figures.told[f"chosen: {label}"] += 1
        except Lost:
            self._reopen(book)

    def _kill_in_mid_typing(self, call: str, place: str, label: str) -> None:
        book = self.chance.choice(self.books)
        with contextlib.suppress(Lost):
            place = self._place(book, call, place)
        control = book.panels[call].controls.get(label)
        for _ in range(3 if control else 0):
            state = {"value": f"typed as the kernel dies {self._mark(place)}"}
            book._send(control[0], {"method": "update", "state": state, "buffer_paths": []})
        time.sleep(self.chance.uniform(0, 0.02))
        self.figures.kills.append(time.time())
        book.kill()
        self.figures.told["kernels killed"] += 1
        self._reopen(book)

    def _reopen(self, book: Notebook) -> None:
        for _ in range(20):
            try:
                book.close()
                book.open()
                return
            except (Lost, RuntimeError, json.JSONDecodeError, KeyError):
                time.sleep(1)
        self.figures.faults.append("a notebook could not be opened again in twenty attempts")

    def close(self) -> None:
        """End both kernels."""
        for book in self.books:
            book.close()


def texts(folder: Path) -> str:
    """Every text of these files, put together."""
    found = [one.read_bytes() for one in folder.rglob("*.json") if one.is_file()] if folder.is_dir() else []
    return "\n".join(one.decode("utf-8", "replace") for one in found)


def judge(folder: Path, taken: Path, figures: Figures) -> list[str]:
    """What was shown as saved and is nowhere, or only where the second program took it."""
    ours = (folder / NAME).read_text(encoding="utf-8", errors="replace") if (folder / NAME).is_file() else ""
    kept = texts(folder / "plan-backups") + "".join(
        one.read_text(encoding="utf-8", errors="replace") for one in folder.glob("media-plan.unreadable-*.json")
    )
    away, where, faults = texts(taken), Counter[str](), []
    for place, (mark, when) in figures.shown.items():
        if mark in ours:
            where["in the plan"] += 1
        elif any(one in ours + kept for one in figures.later.get(place, ())):
            where["typed over later"] += 1
        elif mark in kept:
            where["in a backup"] += 1
        elif mark in away and any(when <= kill for kill in figures.kills):
            where["with the second program, its kernel killed afterwards"] += 1
        else:
            where["NOWHERE" if mark not in away else "ONLY WITH THE SECOND PROGRAM"] += 1
            faults.append(f"{place} {mark} was shown as saved at {when:.1f}")
    print("  last ticks:", dict(where))
    return faults


def one_language(language: str, seconds: float, seed: int, root: Path) -> bool:
    """The whole of it in one language; was everything kept?"""
    folder, taken = root / language / "course", root / language / "taken"
    lay(assets.course(), folder, language)
    home = {name: str(root / name) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "IPYTHONDIR")}
    os.environ |= home
    environment = {**home, "PYTHONPATH": os.pathsep.join(sys.path)}
    os.environ.pop("PROMPLAN_STORE", None)
    with inside(language):
        student = Student(folder, language, seed, environment)
        begun = time.time()
        line = [sys.executable, str(Path(__file__).with_name("second_program.py")), str(folder), "--taken", str(taken)]
        other = subprocess.Popen([*line, "--seed", str(seed), "--seconds", str(seconds)])
        try:
            student.work(begun + seconds, [begun + seconds * share for share in (0.35, 0.7)])
        finally:
            other.terminate()
            other.wait()
            if os.name == "posix":
                subprocess.run(["chattr", "-i", str(folder / NAME)], capture_output=True, check=False)
            time.sleep(3)  # the notebooks look once more
            student.close()
    print(f"{language}: {time.time() - begun:.0f} s, seed {seed}")
    print("  told:", dict(student.figures.told))
    for reason, n in student.figures.reasons.most_common():
        print(f"    {n} × {reason}")
    log = [json.loads(line) for line in (taken / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    print("  the second program:", dict(Counter(one["act"] for one in log)))
    faults = [*student.figures.faults, *judge(folder, taken, student.figures)]
    if len(student.figures.shown) < 20:
        faults.append("hardly anything was typed: this run proves nothing")
    backups = [one for one in (folder / "plan-backups").iterdir() if one.is_file()]
    print(f"  backups: {len(backups)}, {sum(one.stat().st_size for one in backups) / 1000:.0f} kB")
    print("  FAULTS:" if faults else "  no faults", *faults, sep="\n    ")
    return not faults


def main() -> None:
    """Both languages, half of the time each."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--minutes", type=float, default=10)
    asked.add_argument("--seed", type=int, default=7)
    asked.add_argument("--keep", type=Path, help="a folder to work in, left as it is in the end")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as name:
        root = given.keep or Path(name)
        whole = [one_language(one, given.minutes * 30, given.seed, root) for one in ("en", "ru")]
    sys.exit(0 if all(whole) else 1)


if __name__ == "__main__":
    main()
