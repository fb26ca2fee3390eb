"""The command that grades what the teams handed in."""

import sys
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from promplan.cli.base import HERE, Lang, app, at_home
from promplan.cli.words import complain, speak, tell
from promplan.language import Problem, Words, number, say, say_many

MOST = 60  # lines of a part of the answer; the workbook has all


@app.command()
def grade(
    workshop: Annotated[Path, typer.Argument(help="the workshop's folder")],
    on: Annotated[
        datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="the day; today if not said")
    ] = None,
    team: Annotated[list[str] | None, typer.Option("--team", help="only this team, by its id; may be repeated")] = None,
    scores: Annotated[
        Path | None, typer.Option("--scores", help="people's scores: grades.xlsx as you filled it in, or a .csv")
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="with --scores: they take the place of other scores; those are kept too")
    ] = False,
    changes: Annotated[
        bool, typer.Option("--changes", help="tell what is otherwise than at the last grading, and for whom")
    ] = False,
    lang: Lang = HERE,
) -> None:
    """Grade every collected plan: findings, gates, machine points, an empty human part, a page for each team."""
    from promplan.cohort.folder import Workshop
    from promplan.cohort.grade import grade as graded

    speak(lang)
    if replace and scores is None:
        raise Problem(say("--replace belongs to --scores: name the file of scores."))
    with _Bar() as bar:
        done = graded(
            Workshop(at_home(workshop)),
            on.date() if on else date.today(),
            teams=team or (),
            given=at_home(scores) if scores else None,
            replace=replace,
            progress=bar.show,
        )
    _table(done)
    _came(done)
    _changes(done, whole=changes)
    _shown(done)
    for one in done.notes:
        complain(one)
    for file in done.files:
        tell(str(file))


def _table(done: Any) -> None:
    """A row for each team: gates, errors, warnings, exceptions, points."""
    said = (say("Team"), say("Gates"), say("✘ errors"), say("▲ warnings"), say("exceptions"))
    heads = [str(one) for one in (*said, say("machine"), say("people"))]
    rows = [_row(one) for one in done.rows[:MOST]]
    wide = [max(len(row[n]) for row in [heads, *rows]) for n in range(len(heads))]
    for row in [heads, *rows] if rows else []:
        tell("  ".join([row[0].ljust(wide[0]), *(cell.rjust(w) for cell, w in zip(row[1:], wide[1:], strict=True))]))
    if len(done.rows) > MOST:
        tell(say("… and {n} more: see grades.xlsx.", n=len(done.rows) - MOST))
    fresh = sum(one.fresh for one in done.rows)
    tell(
        say(
            "{graded}, {fresh} of them now; {missing}.",
            graded=say_many("{n} team has a grade", "{n} teams have a grade", len(done.rows)),
            fresh=fresh,
            missing=say_many("{n} could not be graded", "{n} could not be graded", len(done.missing)),
        )
    )
    for team, name, why in done.missing[:MOST]:
        tell(f"✘ {name or team} ({team}): {why}" if name != team else f"✘ {team}: {why}")
    if len(done.missing) > MOST:
        tell(say("… and {n} more: see grades.xlsx.", n=len(done.missing) - MOST))


def _row(one: Any) -> list[str]:
    record, sums = one.record, one.total
    passed = sum(it.state == "passed" for it in record.gate)
    people = "–" if len(sums.lacking) == len(record.point) else number(round(sums.people, 1))
    name = record.name or record.team
    return [
        name if len(name) <= 32 else f"{name[:31]}…",
        f"{passed}/{len(record.gate)}",
        str(sum(it.severity == "error" for it in record.finding)),
        str(sum(it.severity == "warning" and bool(it.open) for it in record.finding)),
        str(len(record.exceptions)),
        f"{number(round(sums.machine, 1))}/{number(round(sums.most, 1))}",
        f"{people}/{number(round(sums.for_people, 1))}",
    ]


def _came(done: Any) -> None:
    for file, came in done.came:
        tell(
            say("{file}: {new} scores taken in, {replaced} replaced.", file=file, new=came.new, replaced=came.replaced)
        )
        for one in [*came.kept, *came.faults][:MOST]:
            tell(f"    {one}")
        if came.kept:
            tell(say("    --scores FILE --replace writes them over; what was there is kept in the gradebook."))


def _changes(done: Any, *, whole: bool) -> None:
    teams = len({team for team, _, _ in done.changed})
    if not whole:
        if teams:
            tell(say_many("Otherwise than before for {n} team: --changes tells what.",
                          "Otherwise than before for {n} teams: --changes tells what.", teams))  # fmt: skip
        return
    from promplan.cohort.gradebook_sheet import because

    if done.rules:
        tell(say("The rules changed:"))
        for one in done.rules[:MOST]:
            tell(f"    {one}")
    if not done.changed:
        tell(say("Nothing is otherwise than at the last grading."))
    last = ""
    for team, cause, what in done.changed:
        head = f"{team} ({because(cause)})"
        if head != last:
            tell(head)
            last = head
        tell(f"    {what}")


def _shown(done: Any) -> None:
    """What is shown and not judged: only how much of it there is; the workbook has the places."""
    exceptions = sum(len(one.record.exceptions) for one in done.rows)
    if exceptions or done.groups:
        texts = say_many("{n} text shared between teams", "{n} texts shared between teams", len(done.groups))
        tell(
            say("For you to look at, in grades.xlsx: {exceptions}, {texts}.",
                exceptions=say_many("{n} exception with a reason", "{n} exceptions with a reason", exceptions),
                texts=texts)
        )  # fmt: skip
    if done.students:
        tell(
            say_many(
                "For Moodle: {n} student whose grade is whole.",
                "For Moodle: {n} students whose grade is whole.",
                done.students,
            )
        )
    else:
        tell(say("For Moodle: nobody yet. A row stands there once people gave all their points to the team."))


class _Bar:
    """A bar on the terminal; nothing where the errors go elsewhere."""

    def __init__(self) -> None:
        self._bar: Any = None

    def __enter__(self) -> "_Bar":
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)

    def show(self, done: int, of: int, what: Words | str) -> None:
        """Move the bar on."""
        if not sys.stderr.isatty():
            return
        if self._bar is None:
            self._bar = typer.progressbar(length=max(1, of), label=str(say("Grading")), file=sys.stderr)
            self._bar.__enter__()
        self._bar.update(done - self._bar.pos)
