"""The command of the results: what a platform has counted goes into a plan, row by row."""

from pathlib import Path
from typing import Annotated

import typer

from promplan.cli.base import HERE, Lang, Spoken, app
from promplan.cli.taking import MOST, columns_said, plan_to_change, shown, taken
from promplan.cli.words import speak, tell
from promplan.language import Problem, say

KINDS = ("export", "past", "counted")  # how a result of a file can be known, of `plan.kpis.RESULT_KINDS`

results = typer.Typer(
    cls=Spoken,
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Results of the campaign: a platform's export goes into a plan, .csv or .xlsx.",
)
app.add_typer(results, name="results")


@results.callback()
def group() -> None:
    """Results of the campaign: a platform's export goes into a plan, .csv or .xlsx."""


@results.command("in")
def back(
    plan: Annotated[Path, typer.Argument(help="the team's media-plan.json")],
    file: Annotated[Path, typer.Argument(help="the platform's export, .csv or .xlsx")],
    rows: Annotated[
        list[str] | None,
        typer.Option("--take", help="a row of the list, such as new-3; all: every row without a warning"),
    ] = None,
    columns: Annotated[
        list[str] | None, typer.Option("--column", help="HEAD=FIELD for a head that is not known: Klicks=clicks")
    ] = None,
    pieces: Annotated[
        list[str] | None, typer.Option("--piece", help="TITLE=C3 for a row whose piece is another; TITLE= for none")
    ] = None,
    zone: Annotated[
        str, typer.Option("--zone", help="the export's time zone, such as UTC; the plan's own if not said")
    ] = "",
    channel: Annotated[str, typer.Option("--channel", help="where it is from, such as H1, where no cell says it")] = "",
    kind: Annotated[
        str, typer.Option("--kind", help="export; past: from before the campaign; counted: by us or by the plant")
    ] = "export",
    source: Annotated[str, typer.Option("--source", help="what the plan calls it; the file's name if not said")] = "",
    lang: Lang = HERE,
) -> None:
    """Compare an export with the results in a plan, row by row; with --take those rows go into it."""
    from promplan.export.results_files import Choices, counted, difference, fields, opened, said, take, unclear, zone_of
    from promplan.plan import reading

    speak(lang)
    document = plan_to_change(plan)
    found = opened(reading.asked(file, MOST), file.name)
    mapping = columns_said(found.heads, found.mapping, columns or [], fields())
    if channel and channel not in (known := [one.id for one in document.channels]):
        raise Problem(say("The plan has no channel {id}; it has {known}.", id=channel, known=", ".join(known) or "–"))
    chosen = dict(one.rpartition("=")[::2] for one in pieces or [])
    items = [one.id for one in document.items]
    if strange := [one for one in chosen.values() if one and one not in items]:
        raise Problem(say("The plan has no piece {id}.", id=", ".join(strange)))
    if kind not in KINDS:
        raise Problem(say("There is no kind {kind}; there are {known}.", kind=kind, known=", ".join(KINDS)))
    choices = Choices(
        zone=zone or zone_of(document, found),
        channel=channel,
        source=source or found.source,
        kind=kind,
        pieces=chosen,
    )
    if rows:
        taken(plan, document, rows, lambda now: difference(now, found, mapping, choices), take)
    else:
        try:
            shown(difference(document, found, mapping, choices), said, counted)
        finally:
            for head in unclear(found.heads, mapping):
                tell(say("To choose: --column “{head}=impressions” or --column “{head}=views”.", head=head))
        tell(say("To take rows, name them behind --take; all takes those without a warning."))
