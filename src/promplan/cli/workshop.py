"""The command that lays out a workshop: who takes part, teams, timetable, what to do on which day."""

from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from promplan.cli.base import HERE, Force, Lang, Spoken, app, at_home
from promplan.cli.words import complain, speak, tell
from promplan.language import Problem, say, say_many

if TYPE_CHECKING:
    from promplan.cohort.groups import Groups
    from promplan.cohort.people import Cohort, Student
    from promplan.text.table import Table

workshop = typer.Typer(
    cls=Spoken,
    no_args_is_help=True,
    rich_markup_mode=None,
    help="A workshop: its folder, teams, timetable, what to do on which day.",
)
app.add_typer(workshop, name="workshop")

MOST = 40  # lines of a part of the answer; the workbook has all


@workshop.callback()
def _workshop() -> None:
    pass  # `new` stays a command of its own while it is the only one


@workshop.command("new")
def new(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="the workshop's folder; made where there is none")],
    students: Annotated[
        Path | None, typer.Option("--students", help="the list of students, .xlsx or .csv; a sheet for it if not said")
    ] = None,
    kind: Annotated[
        str, typer.Option("--kind", show_default=False, help="day, plant-day, three-days (if not said) or semester")
    ] = "three-days",
    start: Annotated[
        datetime | None, typer.Option("--start", formats=["%Y-%m-%d"], help="the first day, such as 2027-03-01")
    ] = None,
    begin: Annotated[
        str, typer.Option("--begin", show_default=False, help="when a day begins; 09:00 if not said")
    ] = "09:00",
    visit: Annotated[
        datetime | None, typer.Option("--visit", formats=["%Y-%m-%d"], help="a semester's day at the plant")
    ] = None,
    plant: Annotated[str, typer.Option("--plant", help="the plant")] = "",
    title: Annotated[str, typer.Option("--title", help="what the workshop is called")] = "",
    institution: Annotated[str, typer.Option("--institution", help="where it takes place")] = "",
    region: Annotated[str, typer.Option("--region", help="the region")] = "",
    zone: Annotated[
        str,
        typer.Option("--zone", show_default=False, help="the time zone, such as Asia/Barnaul; Moscow’s if not said"),
    ] = "Europe/Moscow",
    teams: Annotated[int | None, typer.Option("--teams", min=1, max=500, help="how many teams")] = None,
    seed: Annotated[int, typer.Option("--seed", min=0, max=2**32, help="of the draw that the teams begin with")] = 0,
    on: Annotated[datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="today, if another day")] = None,
    force: Force = False,
    lang: Lang = HERE,
) -> None:
    """Lay out a workshop: cohort.json, teams by roles and wishes, timetable and what to do when."""
    speak(lang)
    if start is None:
        raise Problem(say("Say the first day: --start 2027-03-01."))
    from promplan.cohort import countdown, student_list, timetable, workshop_sheets
    from promplan.cohort import new as room
    from promplan.cohort.folder import Workshop
    from promplan.cohort.sheet_book import is_book
    from promplan.export.calendar_ics import is_ics
    from promplan.export.calendar_zone import zone_of
    from promplan.plan.exporting import export, may_hold
    from promplan.plan.writing import folder_for

    chosen = next((one for one in room.KINDS if one == kind), None)
    if chosen is None:
        raise Problem(say("There is no timetable {kind}. There are: {all}.", kind=kind, all=", ".join(room.KINDS)))
    for text in (plant, title, institution, region):
        if len(text) > student_list.LONGEST:
            raise Problem(say("“{text}…” is longer than {n} characters", text=text[:30], n=student_list.LONGEST))
    zone_of(zone)
    place = Workshop(folder_for(at_home(folder)))
    room.may_begin(place, force=force)
    people: tuple[Student, ...] = ()
    if students is not None:
        read = student_list.read(at_home(students))
        for note in read.notes:
            tell(note)
        for fault in read.faults:
            complain(str(fault))
        if read.faults:
            raise Problem(
                say_many(
                    "{n} row of the list cannot be taken, so nothing was written. Mend it and ask again.",
                    "{n} rows of the list cannot be taken, so nothing was written. Mend them and ask again.",
                    len(read.faults),
                )
            )
        people = read.students
    made = room.made(
        room.Asked(
            chosen,
            start.date(),
            title,
            institution,
            region,
            plant,
            lang,
            zone,
            _begin(begin),
            visit.date() if visit else None,
            seed,
            teams,
        ),
        people,
    )
    papers = folder_for(place.papers)
    today = on.date() if on else date.today()
    files = (
        (f"{say('workshop')}.xlsx", workshop_sheets.wall(made.cohort, made.days, made.groups, made.steps), is_book),
        (f"{say('timetable')}.ics", timetable.as_ics(made.cohort, made.days, today), is_ics),
        (f"{say('what-to-do-when')}.ics", countdown.as_ics(made.cohort, made.steps, today), is_ics),
    )
    for name, data, ours in files:
        may_hold(papers / name, ours, force=force, largest=len(data) + 1_000_000)
    cohort = room.begin(place, made, force=force)
    _table(timetable.table(made.days))
    for line in timetable.overruns(made.days):
        tell(line)
    if made.days[0].day != start.date():
        tell(say("{day} is a day off: the workshop begins on {first}.", day=start.date(), first=made.days[0].day))
    _table(countdown.table(made.steps))
    if late := countdown.passed(made.steps, today):
        tell(late)
    _teams(cohort, made.groups)
    tell(str(place.cohort_file))
    for name, data, ours in files:
        tell(str(export(papers / name, data, ours, force=force, largest=len(data) + 1_000_000)))
    if students is None:
        sheet = place.root / f"{say('students')}.xlsx"
        if not sheet.exists() and not sheet.is_symlink():
            export(sheet, workshop_sheets.empty_list(lang), is_book)
        tell(str(sheet))
        tell(say("Fill in the list of students, then ask again with --students {file} --force.", file=str(sheet)))


def _begin(said: str) -> time:
    try:
        return datetime.strptime(said, "%H:%M").time()
    except ValueError:
        raise Problem(say("A day begins at an hour such as 09:00, not at {said}.", said=said[:20])) from None


def _table(shown: "Table") -> None:
    for line in (shown.title, *shown.lines(), ""):
        tell(line)


def _teams(cohort: "Cohort", groups: "Groups") -> None:
    from promplan.cohort.workshop_sheets import team_rows

    for row in team_rows(cohort, groups)[: 5 * MOST]:
        team, name, role, also, wish = row
        if team:
            tell(team)
        tell(f"    {name}: {role}{f' + {also}' if also else ''} ({wish})")
    lines = [*groups.notes, *groups.unkept]
    for line in lines[:MOST]:
        tell(line)
    if len(lines) > MOST:
        tell(say("… and {n} more: the workbook has them all.", n=len(lines) - MOST))
