"""The commands of the calendar: out of a plan as a sheet or for a phone, and back into it, row by row."""

from pathlib import Path
from typing import Annotated

import typer

from promplan.cli.base import HERE, Force, Lang, Spoken, app
from promplan.cli.plans import PlanFile
from promplan.cli.taking import MOST, columns_said, plan_to_change, shown, taken
from promplan.cli.words import speak, tell
from promplan.language import Problem, say

calendar = typer.Typer(
    cls=Spoken,
    no_args_is_help=True,
    rich_markup_mode=None,
    help="The editorial calendar as a file, out of a plan and back into it: .xlsx, .csv, .ics.",
)
app.add_typer(calendar, name="calendar")


@calendar.command("out")
def out(
    plan: PlanFile,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="the file, .xlsx, .csv or .ics; calendar.xlsx here if not said")
    ] = None,
    force: Force = False,
    lang: Annotated[str, typer.Option("--lang", help="en or ru; the plan's own language if not said")] = "",
) -> None:
    """Write the calendar: a sheet to edit, or a file for the phone."""
    from promplan.export.calendar_files import FILES
    from promplan.plan.exporting import export
    from promplan.plan.merging.copies import plan_in

    document = plan_in(plan)
    speech = lang or document.meta.language
    speak(speech)
    ending = (out.suffix if out else ".xlsx").casefold().lstrip(".")
    if ending not in FILES:
        raise Problem(say("A calendar is an .xlsx, a .csv or an .ics. Name a file that ends so."))
    document = document.model_copy(update={"meta": document.meta.model_copy(update={"language": speech})})
    file = FILES[ending]
    made = file.make(document)
    target = out or Path(file.name(speech))
    export(target, made, file.ours, reads=[plan], force=force, largest=len(made) + 1_000_000)
    tell(str(target))


@calendar.command("in")
def back(
    plan: Annotated[Path, typer.Argument(help="the team's media-plan.json")],
    file: Annotated[Path, typer.Argument(help="the sheet or the calendar that came back")],
    rows: Annotated[
        list[str] | None,
        typer.Option("--take", help="a row of the list, such as changed-3; all: every row without a warning"),
    ] = None,
    columns: Annotated[
        list[str] | None, typer.Option("--column", help="HEAD=FIELD for a head that is not known: Thema=title")
    ] = None,
    lang: Lang = HERE,
) -> None:
    """Compare a sheet or a calendar with the plan, row by row; with --take those rows go into it."""
    from promplan.export.calendar_files import difference, fields, opened, take
    from promplan.export.calendar_said import counted, said
    from promplan.plan import reading

    speak(lang)
    document = plan_to_change(plan)
    found = opened(reading.asked(file, MOST))
    mapping = columns_said(found.heads, found.mapping, columns or [], fields())
    if rows:
        taken(plan, document, rows, lambda now: difference(now, found, mapping), take)
    else:
        shown(difference(document, found, mapping), said, counted)
