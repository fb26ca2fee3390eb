"""The gradebook, `grades.sqlite`: what was graded, what humans gave, what changed. One transaction a team.

Whatever is killed, what a team's transaction wrote stands whole; the next run goes on with the others. Grading writes
to no table of the humans' (`score`, `score_before`): these two change only by `give`, and never lose a word.
"""

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, Literal, cast

from promplan.cohort.both import Both
from promplan.cohort.record import HEAD, ROWS, Given, Record
from promplan.export.printed import plain
from promplan.language import Problem, say

VERSION = 1
NAME = "grades.sqlite"
TYPES = {int: "INTEGER", float: "REAL", bytes: "BLOB"}
Came = Literal["new", "same", "kept", "replaced"]


def _columns(kind: type) -> list[tuple[str, str]]:
    """The columns of a kind of row: a text in both languages is two."""
    found = []
    for one in fields(kind):
        if one.type is Both:
            found += [(f"{one.name}_en", "TEXT"), (f"{one.name}_ru", "TEXT")]
        else:
            found.append((one.name, TYPES.get(cast(type, one.type), "TEXT")))
    return found


def _tables() -> Iterator[str]:
    yield (
        "CREATE TABLE team (team TEXT PRIMARY KEY, name TEXT, language TEXT, n INTEGER, source TEXT, plan TEXT, "
        "rules TEXT, day TEXT, fingerprint TEXT)"
    )
    for name, kind in ROWS.items():
        told = ", ".join(f"{column} {type_}" for column, type_ in _columns(kind))
        yield f"CREATE TABLE {name} (team TEXT NOT NULL, pos INTEGER NOT NULL, {told}, PRIMARY KEY (team, pos))"
    yield (
        "CREATE TABLE score (team TEXT, criterion TEXT, points REAL, words TEXT, who TEXT, "
        "PRIMARY KEY (team, criterion))"
    )
    yield "CREATE TABLE score_before (team TEXT, criterion TEXT, points REAL, words TEXT, who TEXT)"
    yield "CREATE TABLE ungraded (team TEXT PRIMARY KEY, name TEXT, why_en TEXT, why_ru TEXT)"
    yield "CREATE TABLE run (run INTEGER PRIMARY KEY, day TEXT, rules TEXT, done INTEGER DEFAULT 0)"
    yield ("CREATE TABLE change (run INTEGER, team TEXT, cause TEXT, kind TEXT, what_en TEXT, what_ru TEXT)")
    yield "CREATE TABLE rule (digest TEXT, rule TEXT, severity TEXT, PRIMARY KEY (digest, rule))"
    yield "CREATE TABLE kept (name TEXT PRIMARY KEY, value TEXT)"


class Gradebook:
    """An open gradebook; use it in a `with`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with self._faults():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(path, timeout=20, isolation_level=None)
            try:
                self._make()
            except BaseException:
                self._db.close()
                raise

    def __enter__(self) -> "Gradebook":
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    @contextlib.contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            if "locked" in str(error) or "busy" in str(error):
                said = say("{file} is in use: another grading goes on, or a program has it open.", file=self.path.name)
            else:
                said = say(
                    "{file} cannot be used ({why}). If it is damaged, rename it and grade again; scores that people "
                    "gave stand in the last grades.xlsx too.",
                    file=self.path.name,
                    why=str(error)[:80],
                )
            raise Problem(said) from None
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise Problem(say("{file} cannot be used ({why}).", file=self.path.name, why=why)) from None

    def _make(self) -> None:
        version = self._db.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise Problem(
                say("{file} was made by a newer promplan. Install that version, and grade again.", file=self.path.name)
            )
        if version == VERSION:
            return
        if self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise Problem(say("{file} is another program's. Rename it, and grade again.", file=self.path.name))
        with self.whole():
            for one in _tables():
                self._db.execute(one)
            self._db.execute(f"PRAGMA user_version = {VERSION}")

    @contextlib.contextmanager
    def whole(self) -> Iterator[None]:
        """What is written inside stands whole or not at all."""
        with self._faults():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def _ask(self, what: str, *values: Any) -> list[Any]:
        with self._faults():
            return self._db.execute(what, values).fetchall()

    def fingerprint(self, team: str) -> str:
        """Of what a team's grade depended on; "" where there is none. A team that could not be graded has none."""
        told = self._ask(
            "SELECT fingerprint FROM team WHERE team = ? AND team NOT IN (SELECT team FROM ungraded)", team
        )
        return told[0][0] if told else ""

    def put(self, record: Record, changes: Iterable[tuple[str, str, Both]] = (), run: int = 0) -> None:
        """Keep a graded plan in place of the one before, with what changed (cause, kind, what)."""
        with self.whole():
            marks = ", ".join("?" * len(HEAD))
            self._db.execute(f"INSERT OR REPLACE INTO team VALUES ({marks})", [getattr(record, it) for it in HEAD])
            for name, kind in ROWS.items():
                self._db.execute(f"DELETE FROM {name} WHERE team = ?", (record.team,))
                marks = ", ".join("?" * (len(_columns(kind)) + 2))
                rows = [[record.team, pos, *_flat(one)] for pos, one in enumerate(getattr(record, name))]
                self._db.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)
            self._db.execute("DELETE FROM ungraded WHERE team = ?", (record.team,))
            told = [(run, record.team, cause, kind, *what) for cause, kind, what in changes]
            self._db.executemany("INSERT INTO change VALUES (?, ?, ?, ?, ?, ?)", told)

    def record(self, team: str, rows: Iterable[str] = tuple(ROWS)) -> Record | None:
        """What is kept of a team; only these kinds of rows."""
        told = self._ask(f"SELECT {', '.join(HEAD)} FROM team WHERE team = ?", team)
        if not told:
            return None
        values: dict[str, Any] = dict(zip(HEAD, told[0], strict=True))
        values |= {name: tuple(self._rows(name, team)) for name in rows}
        return Record(**values)

    def _rows(self, name: str, team: str) -> Iterator[Any]:
        for row in self._ask(f"SELECT * FROM {name} WHERE team = ? ORDER BY pos", team):
            yield _built(ROWS[name], iter(row[2:]))

    def teams(self) -> list[str]:
        """The teams that have a grade, by name."""
        return [one[0] for one in self._ask("SELECT team FROM team ORDER BY name, team")]

    def texts(self) -> Iterator[tuple[str, str, str, bytes]]:
        """The texts of all teams: team, place, text, sketch."""
        with self._faults():
            yield from self._db.execute("SELECT team, place, said, sketch FROM text ORDER BY team, pos")

    # what could not be graded

    def miss(self, team: str, name: str, why: Both) -> None:
        """Note that a team could not be graded, and why; an earlier grade of it stays."""
        with self.whole():
            self._db.execute("INSERT OR REPLACE INTO ungraded VALUES (?, ?, ?, ?)", (team, name, *why))

    def forget_missing(self, still: Iterable[str]) -> None:
        """Keep these only among those that could not be graded."""
        there = {one[0] for one in self._ask("SELECT team FROM ungraded")}
        with self.whole():
            gone = [(one,) for one in there - set(still)]
            self._db.executemany("DELETE FROM ungraded WHERE team = ?", gone)

    def missing(self) -> list[tuple[str, str, Both]]:
        """The teams that could not be graded, with the reason."""
        rows = self._ask("SELECT team, name, why_en, why_ru FROM ungraded ORDER BY name, team")
        return [(team, name, Both(*why)) for team, name, *why in rows]

    # what humans gave

    def scores(self, team: str) -> dict[str, Given]:
        """What humans gave a team, by criterion."""
        rows = self._ask("SELECT criterion, points, words, who FROM score WHERE team = ?", team)
        return {row[0]: Given(*row) for row in rows}

    def give(self, team: str, given: Given, *, replace: bool = False) -> Came:
        """Keep what a human gave for a criterion (`record.GENERAL`: words to the team).

        Points and words that stand there already stay, unless `replace`; an empty one never takes anything away. What
        is replaced is kept in `score_before`.
        """
        given = Given(given.criterion, given.points, plain(given.words), plain(given.who))
        with self.whole():
            found = self._db.execute(
                "SELECT points, words, who FROM score WHERE team = ? AND criterion = ?", (team, given.criterion)
            ).fetchone()
            if found is None:
                if given.points is None and not given.words:
                    return "same"
                row = (team, given.criterion, given.points, given.words, given.who)
                self._db.execute("INSERT INTO score VALUES (?, ?, ?, ?, ?)", row)
                return "new"
            points, words = found[0], found[1]
            new_points = given.points is not None and given.points != points
            new_words = bool(given.words) and given.words != words
            if not new_points and not new_words:
                return "same"
            clash = (new_points and points is not None) or (new_words and bool(words))
            if clash and replace:
                self._db.execute("INSERT INTO score_before VALUES (?, ?, ?, ?, ?)", (team, given.criterion, *found))
            points = given.points if new_points and (points is None or replace) else points
            words = given.words if new_words and (not words or replace) else words
            if (points, words) != found[:2]:
                self._db.execute(
                    "UPDATE score SET points = ?, words = ?, who = ? WHERE team = ? AND criterion = ?",
                    (points, words, given.who or found[2], team, given.criterion),
                )
            return "new" if not clash else "replaced" if replace else "kept"

    # runs, rules, what changed

    def begin(self, day: str, rules: str, known: Mapping[str, str]) -> int:
        """The number of this run: that of the last one where it was stopped in the middle."""
        with self.whole():
            rows = [(rules, *one) for one in known.items()]
            self._db.executemany("INSERT OR IGNORE INTO rule VALUES (?, ?, ?)", rows)
            last = self._db.execute("SELECT run, done, day, rules FROM run ORDER BY run DESC LIMIT 1").fetchone()
            if last and not last[1] and last[2:] == (day, rules):
                return int(last[0])
            self._db.execute("INSERT INTO run (day, rules) VALUES (?, ?)", (day, rules))
            return int(self._db.execute("SELECT max(run) FROM run").fetchone()[0])

    def end(self, run: int) -> None:
        """The run came to its end."""
        with self.whole():
            self._db.execute("UPDATE run SET done = 1 WHERE run = ?", (run,))

    def rules(self, digest: str) -> dict[str, str]:
        """The rules of a digest with their severities."""
        return dict(self._ask("SELECT rule, severity FROM rule WHERE digest = ?", digest))

    def rules_before(self, run: int) -> str:
        """The digest of the rules of the run before; "" for the first."""
        told = self._ask("SELECT rules FROM run WHERE run < ? ORDER BY run DESC LIMIT 1", run)
        return told[0][0] if told else ""

    def changes(self, run: int | None = None) -> list[tuple[int, str, str, str, str, Both]]:
        """What changed: run, its day, team, cause, kind, what; of one run or of all."""
        rows = self._ask(
            "SELECT run, run.day, team, cause, kind, what_en, what_ru FROM change JOIN run USING (run) "
            "WHERE ? IS NULL OR run = ? ORDER BY run DESC, change.rowid",
            run,
            run,
        )
        return [(*row[:5], Both(*row[5:])) for row in rows]

    def note(self, name: str, value: str) -> None:
        """Keep a value of our own."""
        with self.whole():
            self._db.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (name, value))

    def noted(self, name: str) -> str:
        """A value that was kept; "" for none."""
        told = self._ask("SELECT value FROM kept WHERE name = ?", name)
        return told[0][0] if told else ""


def _flat(row: Any) -> Iterator[Any]:
    for one in fields(row):
        value = getattr(row, one.name)
        if isinstance(value, Both):
            yield from value
        else:
            yield value


def _built(kind: type, values: Iterator[Any]) -> Any:
    return kind(*[Both(next(values), next(values)) if one.type is Both else next(values) for one in fields(kind)])
