"""Grade a workshop: every collected plan gets its findings, gates, machine points and an empty human part.

Plans are read as documents and never changed. One that cannot be graded stops no other. It may be killed at any point
and started again: teams whose plan, rules and day are the same are not graded anew.
"""

import hashlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from promplan.cohort import feedback, gradebook_sheet, moodle_csv, register, rules_version, scores_back
from promplan.cohort.at_once import HandIn, handed
from promplan.cohort.both import Both, both
from promplan.cohort.changes import changes, of_rules
from promplan.cohort.folder import Workshop
from promplan.cohort.gradebook import Gradebook
from promplan.cohort.looked import looked
from promplan.cohort.people import Cohort, Team
from promplan.cohort.record import Given, Record
from promplan.cohort.register import Register, Taken
from promplan.cohort.shared import Group, shared
from promplan.cohort.total import Total, total
from promplan.language import Problem, Words, say
from promplan.plan import reading
from promplan.plan.codec import LIMIT, loads
from promplan.plan.document import Plan
from promplan.plan.exporting import export
from promplan.plan.store import NAME
from promplan.plan.writing import folder_for, write

Progress = Callable[[int, int, Words | str], None]
SHEET, MOODLE = "grades.xlsx", "grades-moodle.csv"
SHEET_KEPT = "grades-kept-{n}.xlsx"
ORIGINAL = "digest of grades.xlsx"
FAULTS = (  # of our own, in one plan: told, and no other is stopped
    *(ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError),
    *(OSError, RuntimeError, TypeError, ValueError),
)


@dataclass(frozen=True)
class Row:
    """A team in the table at the end."""

    record: Record
    total: Total
    fresh: bool


@dataclass
class Graded:
    """What came of a grading.

    Attributes:
        rows: every team that has a grade. missing: those that could not be graded now: id, name, why.
        changed: what is otherwise than at the last grading: team's name, cause, what. rules: what changed in the rules.
        files: what was written. notes: what is to be known of the files.
    """

    rows: list[Row] = field(default_factory=list)
    missing: list[tuple[str, str, Both]] = field(default_factory=list)
    changed: list[tuple[str, str, Both]] = field(default_factory=list)
    rules: list[Words] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    came: list[tuple[str, scores_back.Came]] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    notes: list[Words] = field(default_factory=list)
    students: int = 0


def grade(
    workshop: Workshop,
    on: date,
    *,
    teams: Collection[str] = (),
    given: Path | None = None,
    replace: bool = False,
    progress: Progress | None = None,
) -> Graded:
    """Grade what was collected, as of a day.

    Args:
        teams: only these, by id; all if empty. given: a file of people's scores to take in. replace: they may
            take the place of others. progress: told how many of how many teams, and whose turn it is.

    Raises:
        Problem: there is no workshop, nothing was collected, no such team, or a file cannot be used.
    """
    cohort, kept = workshop.cohort(), register.read(workshop)
    wanted = _wanted(cohort, kept, teams)
    tell = progress or (lambda done, of, what: None)
    done = Graded()
    with Gradebook(workshop.gradebook) as book:
        run = book.begin(on.isoformat(), rules_version.digest(), rules_version.known())
        fresh = set()
        for n, team in enumerate(wanted):
            tell(n, len(wanted), _name(team, cohort, kept))
            if _one(workshop, book, run, on, team, cohort, kept):
                fresh.add(team)
        tell(len(wanted), len(wanted), say("Papers"))
        if not teams:
            book.forget_missing(wanted)
        _take(workshop, book, given, replace, done)
        done.groups = shared(book.texts())
        _papers(workshop, book, cohort, done)
        _told(book, run, fresh, done)
        if not teams:
            book.end(run)
    return done


def _wanted(cohort: Cohort, kept: Register, teams: Collection[str]) -> list[str]:
    known = list(dict.fromkeys([*(one.id for one in cohort.teams), *(one.team for one in kept.counting())]))
    if strange := sorted(set(teams) - set(known)):
        raise Problem(
            say("No team has the id {id}. There are: {known}.", id=strange[0], known=", ".join(known[:40]) or "…")
        )
    if not kept.taken:
        raise Problem(
            say("Nothing was collected yet. Collect first: promplan collect --into {folder}.", folder="WORKSHOP")
        )
    return [one for one in known if not teams or one in teams]


def _name(team: str, cohort: Cohort, kept: Register) -> str:
    found = cohort.team(team)
    if found and found.name:
        return found.name
    called = (getattr(one, "called", "") for one in kept.taken if one.team == team)
    return next(filter(None, called), "") or team


def _one(workshop: Workshop, book: Gradebook, run: int, on: date, team: str, cohort: Cohort, kept: Register) -> bool:
    """Grade a team; was there anything to do? Whatever goes wrong with its plan is noted, with the reason."""
    name = _name(team, cohort, kept)
    taken = next((one for one in kept.counting() if one.team == team), None)
    if taken is None:
        book.miss(team, name, both(say("nothing that can be graded was collected of this team")))
        return False
    mine = {one.n: one for one in reversed(kept.taken) if one.team == team}
    head = _head(taken, name, cohort.team(team), on, list(mine.values()))
    if book.fingerprint(team) == head.fingerprint:
        return False
    try:
        plan = _plan(workshop, taken)
        if not (found := cohort.team(team)) or not found.language:
            head = _spoken(head, plan)
        record = looked(plan, on, head, _hand_ins(workshop, plan, taken, list(mine.values())))
        book.put(record, changes(book.record(team, ("gate", "finding", "point")), record), run)
    except Problem as problem:
        book.miss(team, name, both(problem.what))
        return False
    except FAULTS as error:
        why = say("promplan cannot grade this plan: a fault of its own ({why})", why=type(error).__name__)
        book.miss(team, name, both(why))
        return False
    return True


def _head(taken: Taken, name: str, team: Team | None, on: date, mine: Sequence[Taken]) -> Record:
    spoken = team.language if team else ""
    rules, day = rules_version.digest(), on.isoformat()
    parts = [taken.digest, taken.source, rules, day, name, spoken]
    parts += [f"{one.n} {one.digest} {one.received}" for one in sorted(mine, key=lambda it: it.n)]
    print_ = hashlib.sha256("\n".join(parts).encode()).hexdigest()
    return Record(taken.team, name, spoken, taken.n, taken.source, taken.digest, rules, day, print_)


def _spoken(head: Record, plan: Plan) -> Record:
    from dataclasses import replace

    return replace(head, language=plan.meta.language)


def _plan(workshop: Workshop, taken: Taken) -> Plan:
    file = workshop.collected / taken.team / str(taken.n) / NAME
    return loads(reading.asked(file, LIMIT))


def _hand_ins(workshop: Workshop, plan: Plan, taken: Taken, mine: Sequence[Taken]) -> list[HandIn]:
    """The team's hand-ins; one that cannot be read any more is left out."""
    found = []
    for one in sorted(mine, key=lambda it: it.n)[-12:]:
        try:
            there = plan if one.n == taken.n else _plan(workshop, one)
        except Problem:
            continue
        found.append(handed(one.n, one.received, there))
    return found


def _take(workshop: Workshop, book: Gradebook, given: Path | None, replace: bool, done: Graded) -> None:
    """People's scores: of the file that was named, and of our own workbook where somebody has typed into it."""
    if given is not None:
        done.came.append((given.name, scores_back.take(given, book, replace=replace)))
    sheet = workshop.root / SHEET
    if _typed_into(sheet, book) and not (given is not None and sheet.exists() and given.resolve() == sheet.resolve()):
        try:
            done.came.append((SHEET, scores_back.take(sheet, book)))
        except Problem as problem:
            done.notes.append(problem.what)


def _typed_into(sheet: Path, book: Gradebook) -> bool:
    try:
        return hashlib.sha256(sheet.read_bytes()).hexdigest() != book.noted(ORIGINAL)
    except OSError:
        return False


def _papers(workshop: Workshop, book: Gradebook, cohort: Cohort, done: Graded) -> None:
    """A page for each team, the workbook, the file for Moodle. What somebody changed by hand is kept beside."""
    folder_for(workshop.feedback)
    rows: list[tuple[Record, dict[str, Given]]] = []
    for team in book.teams():
        record, given = book.record(team), book.scores(team)
        if record is None:
            continue
        _page(workshop.feedback / f"feedback-{team}.html", feedback.page(record, given, cohort.title), done)
        rows.append((book.record(team, ("gate", "point")) or record, given))
    made = moodle_csv.made(rows, cohort)
    done.students = made.students
    try:
        done.files.append(export(workshop.root / MOODLE, made.data, moodle_csv.is_ours))
    except Problem as problem:
        done.notes.append(problem.what)
    _sheet(workshop, book, gradebook_sheet.made(book, done.groups), done)
    done.files.append(workshop.feedback)


def _page(file: Path, data: bytes, done: Graded) -> None:
    try:
        if file.is_file() and file.stat().st_size == len(data) and file.read_bytes() == data:
            return
        export(file, data, feedback.is_ours)
    except Problem as problem:
        done.notes.append(problem.what)
    except OSError as error:
        done.notes.append(
            say("{file} cannot be written ({reason}).", file=file.name, reason=error.strerror or type(error).__name__)
        )


def _sheet(workshop: Workshop, book: Gradebook, data: bytes, done: Graded) -> None:
    """Write the workbook; one that somebody typed into is first put aside under another name, never deleted."""
    sheet = workshop.root / SHEET
    try:
        if sheet.exists() and _typed_into(sheet, book):
            n = 1
            while (aside := sheet.with_name(SHEET_KEPT.format(n=n))).exists():
                n += 1
            sheet.rename(aside)
            done.notes.append(
                say("{file} was changed by hand: it is kept as {aside}; what could be read of its scores was taken in.",
                    file=SHEET, aside=aside.name)
            )  # fmt: skip
        write(sheet, data)
    except Problem as problem:
        done.notes.append(problem.what)
        return
    except OSError as error:
        done.notes.append(
            say("{file} cannot be written ({reason}).", file=SHEET, reason=error.strerror or type(error).__name__)
        )
        return
    book.note(ORIGINAL, hashlib.sha256(data).hexdigest())
    done.files.append(sheet)


def _told(book: Gradebook, run: int, fresh: set[str], done: Graded) -> None:
    names = {}
    for team in book.teams():
        record = book.record(team, ("gate", "finding", "point"))
        if record is not None:
            names[team] = record.name
            done.rows.append(Row(record, total(record, book.scores(team)), team in fresh))
    done.missing = book.missing()
    done.changed = [(names.get(team, team), cause, what) for _, _, team, cause, _, what in book.changes(run)]
    if before := book.rules_before(run):
        done.rules = of_rules(book.rules(before), book.rules(rules_version.digest()))


__all__ = ["Graded", "Row", "grade"]
