"""The command of the excursions: who goes to which plant when, and the papers for it."""

from pathlib import Path
from typing import Annotated

import typer

from promplan.cli.base import Force, app, at_home
from promplan.cli.words import speak, tell
from promplan.language import say


@app.command()
def excursions(
    workshop: Annotated[Path, typer.Argument(metavar="WORKSHOP", help="the workshop's folder, with excursions.json")],
    new: Annotated[bool, typer.Option("--new", help="begin an excursions.json to fill in")] = False,
    force: Force = False,
    speech: Annotated[str, typer.Option("--lang", help="en or ru; the cohort's language if not said")] = "",
) -> None:
    """Allocate the teams to plant visits, say why, and write the papers."""
    from promplan.cohort import excursion_file
    from promplan.cohort.folder import Workshop

    place = Workshop(at_home(workshop))
    cohort = place.cohort()
    speak(speech or cohort.language)
    if new:
        tell(str(place.root / excursion_file.begin(place)))
        tell(say("Write the visits, stocks and wishes into it, then ask again without --new."))
        return
    from promplan.cohort.excursion_sheets import plant_sheet, workbook
    from promplan.cohort.excursions import answered, visit_said
    from promplan.cohort.sheet_book import is_book
    from promplan.export.docx import is_docx
    from promplan.plan.exporting import export
    from promplan.plan.writing import folder_for

    found = answered(excursion_file.read(place, cohort), cohort)
    for visit in found.asked.visits:
        group = found.group(visit.id)
        names = ", ".join(found.name(one.team) for one in group) or "–"
        guests = sum(one.guests or 0 for one in group)
        tell(say("{visit}: {names} ({n} of {room})", visit=visit_said(visit), names=names, n=guests, room=visit.room))
    for line in (*found.reasons, *(it.said for it in found.more)):
        tell(line)
    if not found.allocation.proven:
        tell(say("The time ran out: there may be a better answer."))
    folder = folder_for(place.papers)
    target = folder / f"{say('excursions')}.xlsx"
    data = workbook(found, speech)
    export(target, data, is_book, force=force, largest=len(data) + 1_000_000)
    tell(str(target))
    for visit in found.asked.visits:
        if found.group(visit.id):
            target = folder / f"{say('excursion')}-{visit.id}.docx"
            data = plant_sheet(found, visit, speech)
            export(target, data, is_docx, force=force, largest=len(data) + 1_000_000)
            tell(str(target))
