"""The commands that read a team's plan: check, show, merge, pack, schema."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from promplan.cli.base import HERE, Force, Lang, app
from promplan.cli.words import speak, tell, tell_json
from promplan.language import Problem, say

PlanFile = Annotated[Path, typer.Argument(help="the team's media-plan.json, or the TEAM.promplan.zip handed in")]


@app.command()
def check(
    plan: PlanFile,
    unit: Annotated[str, typer.Option(help="only this unit's rules: 00-start, 01-facts")] = "",
    on: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="as of this day")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="for a script")] = False,
    lang: Lang = HERE,
) -> None:
    """Read a plan as an editor would."""
    from promplan.plan.letters import today
    from promplan.plan.merging.copies import plan_in
    from promplan.review import RULES
    from promplan.review import check as ask

    speak(lang)
    units = sorted({one.unit for one in RULES.values()})
    if unit and unit not in units:
        raise Problem(say("There is no unit {unit}; choose one of {units}.", unit=unit, units=", ".join(units)))
    document = plan_in(plan)
    report = ask(document, unit or None, on.date() if on else today(document) or date.today())
    if as_json:
        tell_json(report.as_dict())
    else:
        for line in report.lines():
            tell(line)
    raise typer.Exit(1 if report.open else 0)


@app.command()
def show(
    plan: PlanFile,
    out: Annotated[Path, typer.Option("--out", "-o", help="where the page goes")] = Path("media-plan.html"),
    force: Force = False,
    as_text: Annotated[bool, typer.Option("--text", help="print it here, write no file")] = False,
    lang: Annotated[str, typer.Option(help="en or ru; the plan's own language if not said")] = "",
) -> None:
    """Write the plan so far as one self-contained HTML page, or print it."""
    from promplan.export.page import is_page, page
    from promplan.plan.exporting import export
    from promplan.plan.letters import today
    from promplan.plan.merging.copies import plan_in

    if lang:
        speak(lang)
    document = plan_in(plan)
    speak(lang or document.meta.language)
    day = today(document) or date.today()
    if as_text:
        from promplan.export.terminal import told

        for line in told(document, day):
            tell(line)
        return
    text = page(document, day)
    export(out, text.encode("utf-8", "replace"), is_page, reads=[plan], force=force)
    tell(str(out))


@app.command()
def merge(
    mine: Annotated[Path, typer.Argument(metavar="A", help="your media-plan.json")],
    theirs: Annotated[Path, typer.Argument(metavar="B", help="a teammate's media-plan.json or TEAM.promplan.zip")],
    base: Annotated[Path | None, typer.Option(help="an older copy of both: removals follow, fewer questions")] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="a new file; into A if not said")] = None,
    keep_mine: Annotated[bool, typer.Option("--mine", help="mine stays where both changed the same thing")] = False,
    take_theirs: Annotated[bool, typer.Option("--theirs", help="theirs stays where both changed it")] = False,
    lang: Lang = HERE,
) -> None:
    """Join a teammate's copy of your plan into yours; only what both changed differently is asked about."""
    from promplan.plan.merging.joining import Joining

    speak(lang)
    if keep_mine and take_theirs:
        raise Problem(say("Say --mine or --theirs, not both."))
    joining = Joining(mine, theirs, base, "mine" if keep_mine else "theirs" if take_theirs else None)
    for line in joining.told():
        tell(line)
    if joining.open:
        raise typer.Exit(1)
    for line in joining.write(out):
        tell(line)


@app.command()
def pack(
    plan: Annotated[Path, typer.Argument(help="the team's media-plan.json")],
    out: Annotated[Path | None, typer.Option("--out", "-o", help="the zip; beside the plan if not said")] = None,
    force: Force = False,
    lang: Lang = HERE,
) -> None:
    """Pack the plan, its files and what was made of it into TEAM.promplan.zip, for the instructor."""
    from promplan.plan.pack import hand_in

    speak(lang)
    done = hand_in(plan, out, force=force)
    tell(str(done.path))
    for line in done.told()[1:]:  # what is not in it
        tell(str(line))


@app.command()
def schema() -> None:
    """Print the JSON Schema of the plan."""
    from promplan.plan import schema as document_schema

    tell_json(document_schema())
