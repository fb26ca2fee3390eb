"""The commands of the jury: sheets for the judges, what came back, the protocol, regions in one list."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from promplan.cli.base import HERE, Force, Lang, Spoken, app, at_home
from promplan.cli.words import complain, speak, tell
from promplan.language import number, say, say_many

if TYPE_CHECKING:
    from promplan.cohort.jury import Results
    from promplan.cohort.ranking import Ranked

jury = typer.Typer(
    cls=Spoken,
    no_args_is_help=True,
    rich_markup_mode=None,
    help="The jury of a workshop: score sheets, results, the protocol, regions in one list.",
)
app.add_typer(jury, name="jury")

Folder = Annotated[Path, typer.Argument(metavar="WORKSHOP", help="the workshop's folder, with cohort.json in it")]
Places = Annotated[int, typer.Option("--places", min=1, max=500, help="how many first places there are")]
Seed = Annotated[int, typer.Option("--seed", min=0, max=2**32, help="of the draws that say how sure a place is")]
On = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="the day of the session; today if not said")]


@jury.command("sheets")
def sheets(
    workshop: Folder,
    speech: Annotated[str, typer.Option("--lang", help="en or ru; the cohort's language if not said")] = "",
) -> None:
    """Write a score sheet for each judge; sheets that are there stay as they are."""
    from promplan.cohort import jury as room
    from promplan.cohort.folder import Workshop

    place = Workshop(at_home(workshop))
    speak(speech or place.cohort().language)
    written, there = room.sheets(place, speech)
    for one in written:
        tell(str(place.jury / one))
    if there:
        tell(say("Already there, left as they are: {names}.", names=", ".join(there)))


@jury.command("read")
def read(workshop: Folder, places: Places = 3, seed: Seed = 1, on: On = None, lang: Lang = HERE) -> None:
    """Read the judges' sheets: points, places, agreement; write jury.json."""
    from promplan.cohort import jury as room
    from promplan.cohort.folder import Workshop

    speak(lang)
    place = Workshop(at_home(workshop))
    found = room.results(place, places, seed)
    for fault in found.scores.faults:
        where = f"{fault.file}, {fault.where}" if fault.where else fault.file
        complain(f"{where}: {fault.why}")
    for one in found.ranked:
        tell(_line(found, one))
    tell(found.agreement.said)
    for judge in found.mildness:
        tell(f"{judge.judge}: {judge.said}")
    for judge_id, n in found.scores.missing().items():
        if n:
            tell(say_many("{judge}: {n} cell is empty", "{judge}: {n} cells are empty", n, judge=judge_id))
    for note in found.notes():
        tell(note)
    name = room.save(place, found, on.date() if on else date.today())
    tell(str(place.jury / name))
    raise typer.Exit(1 if found.scores.faults else 0)


def _line(found: "Results", one: "Ranked") -> str:
    name = found.name(one.team)
    if one.points is None or one.place is None:
        return str(say("– {team}: no points yet", team=name))
    points = round(float(one.points), 2)
    if one.low is None:
        return str(say("{place}. {team}: {points}", place=one.place, team=name, points=points))
    return str(
        say(
            "{place}. {team}: {points}; likely places {low}–{high}, among the first {k} in {share} % of the draws",
            place=one.place,
            team=name,
            points=points,
            low=one.low,
            high=one.high,
            k=found.places,
            share=round(100 * (one.first or 0)),
        )
    )


@jury.command("protocol")
def protocol(
    workshop: Folder,
    places: Places = 3,
    seed: Seed = 1,
    on: On = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="the file; into jury/ if not said")] = None,
    force: Force = False,
    speech: Annotated[str, typer.Option("--lang", help="en or ru; the cohort's language if not said")] = "",
) -> None:
    """Print the protocol to sign as a PDF."""
    from promplan.cohort import jury as room
    from promplan.cohort.folder import Workshop
    from promplan.cohort.jury_protocol import protocol as made
    from promplan.export.printed import is_printed
    from promplan.plan.exporting import export

    place = Workshop(at_home(workshop))
    speak(speech or place.cohort().language)
    found = room.results(place, places, seed)
    data = made(found, on.date() if on else date.today(), speech)
    target = out or place.jury / f"{say('protocol')}.pdf"
    export(target, data, is_printed, force=force, largest=len(data) + 1_000_000)
    tell(str(target))
    if found.scores.faults:
        complain(
            say_many(
                "{n} cell or sheet could not be read: promplan jury read tells which.",
                "{n} cells or sheets could not be read: promplan jury read tells which.",
                len(found.scores.faults),
            )
        )


@jury.command("merge")
def merge(
    files: Annotated[list[Path], typer.Argument(help="the jury.json of each region")],
    out: Annotated[Path | None, typer.Option("--out", "-o", help="the workbook; here if not said")] = None,
    force: Force = False,
    lang: Lang = HERE,
) -> None:
    """Put the results of several regions into one list, for the federal stage."""
    from promplan.cohort.jury_merge import merged, opened, workbook
    from promplan.cohort.sheet_book import is_book
    from promplan.plan.exporting import export

    speak(lang)
    found = merged([opened(at_home(one)) for one in files])
    data = workbook(found)
    target = out or Path(f"{say('regions')}.xlsx")
    export(target, data, is_book, reads=files, force=force, largest=len(data) + 1_000_000)
    for one in found.rows:
        points = "–" if one.team.points is None else number(round(one.team.points, 2))
        tell(f"{one.place or '–'}. {one.team.name} ({one.region}): {points}")
    for note in found.notes():
        tell(note)
    tell(str(target))
