"""The command line: words in, words out, and exit codes that a script can use.

0 clean · 1 the review found something open, or a generated file is stale · 2 the plan or the call cannot be read.
"""

import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

import promplan
from promplan import language
from promplan.language import Problem, say

app = typer.Typer(no_args_is_help=True, add_completion=False, help="The media plan course: промплан.")
console = Console(highlight=False, soft_wrap=True)
complaints = Console(stderr=True, highlight=False, soft_wrap=True)

Lang = Annotated[str, typer.Option("--lang", help="en or ru: the language of the words")]
PlanFile = Annotated[Path, typer.Argument(help="the team's media-plan.json")]


def main() -> None:
    """Run the command; a problem is a sentence and exit code 2, never a traceback."""
    try:
        app()
    except Problem as problem:
        complaints.print(str(problem), style="red", markup=False)
        sys.exit(2)


def _speak(lang: str) -> None:
    if lang not in language.LANGUAGES:
        raise Problem(say("The course speaks en and ru, not {lang}.", lang=lang))
    language.use(lang)


@app.command()
def check(
    plan: PlanFile,
    unit: Annotated[str, typer.Option(help="only this unit's rules: 00-start, 01-facts")] = "",
    on: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="as of this day")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="for a script")] = False,
    lang: Lang = "en",
) -> None:
    """Read a plan as an editor would."""
    from promplan.plan.store import read
    from promplan.review import RULES
    from promplan.review import check as ask

    _speak(lang)
    units = sorted({one.unit for one in RULES.values()})
    if unit and unit not in units:
        raise Problem(say("There is no unit {unit}; choose one of {units}.", unit=unit, units=", ".join(units)))
    document = read(plan)
    report = ask(document, unit or None, on.date() if on else document.meta.as_of or date.today())
    if as_json:
        answer: dict[str, Any] = {"findings": [one.as_dict() for one in report], "states": report.states}
        print(json.dumps(answer, ensure_ascii=False, indent=1))
    else:
        console.print(repr(report), markup=False)
    raise typer.Exit(1 if report.open else 0)


@app.command()
def show(
    plan: PlanFile,
    out: Annotated[Path, typer.Option("--out", "-o", help="where the page goes")] = Path("media-plan.html"),
    lang: Annotated[str, typer.Option(help="en or ru; the plan's own language if not said")] = "",
) -> None:
    """Write the plan so far as one self-contained HTML page."""
    from promplan.export.page import page
    from promplan.plan.store import read
    from promplan.plan.writing import write

    document = read(plan)
    _speak(lang or document.meta.language)
    write(out, page(document, document.meta.as_of or date.today()).encode())
    console.print(str(out), markup=False)


@app.command()
def merge(
    mine: Annotated[Path, typer.Argument(metavar="A", help="your media-plan.json")],
    theirs: Annotated[Path, typer.Argument(metavar="B", help="a teammate's media-plan.json or TEAM.promplan.zip")],
    base: Annotated[Path | None, typer.Option(help="an older copy of both: removals follow, fewer questions")] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="a new file; into A if not said")] = None,
    keep_mine: Annotated[bool, typer.Option("--mine", help="mine stays where both changed the same thing")] = False,
    take_theirs: Annotated[bool, typer.Option("--theirs", help="theirs stays where both changed it")] = False,
    lang: Lang = "en",
) -> None:
    """Join a teammate's copy of your plan into yours; only what both changed differently is asked about."""
    from promplan.plan.joining import Joining

    _speak(lang)
    if keep_mine and take_theirs:
        raise Problem(say("Say --mine or --theirs, not both."))
    joining = Joining(mine, theirs, base, "mine" if keep_mine else "theirs" if take_theirs else None)
    for line in joining.told():
        console.print(line, markup=False)
    if joining.open:
        raise typer.Exit(1)
    for line in joining.write(out):
        console.print(line, markup=False)


@app.command()
def pack(
    plan: PlanFile,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="the zip; beside the plan if not said")] = None,
    lang: Lang = "en",
) -> None:
    """Pack the plan and its files into TEAM.promplan.zip, for the instructor."""
    from promplan.plan.pack import hand_in

    _speak(lang)
    console.print(str(hand_in(plan, out)), markup=False)


@app.command()
def lab(
    lang: Lang = "en",
    folder: Annotated[Path, typer.Option("--dir", help="where your course folder goes")] = Path("promplan-course"),
    port: Annotated[int, typer.Option(help="0: any free one")] = 0,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="open a browser window")] = True,
    lay_only: Annotated[bool, typer.Option("--lay-only", help="lay the folder, start nothing")] = False,
) -> None:
    """Lay your course folder and open it in JupyterLab."""
    from promplan import assets
    from promplan.lab.lay import lay
    from promplan.lab.start import free, start

    _speak(lang)
    port = port if lay_only else free(port)
    home = folder.expanduser().absolute()
    for name in lay(assets.course(), home, lang):
        console.print(str(say("kept as you changed it: {file}", file=name)), markup=False)
    console.print(str(say("Your course folder: {folder}", folder=str(home))), markup=False)
    if not lay_only:
        raise typer.Exit(start(home, lang, port, browser))


@app.command()
def doctor(
    folder: Annotated[Path, typer.Option("--dir", help="your course folder; here if not said")] = Path(),
    as_json: Annotated[bool, typer.Option("--json", help="for a script")] = False,
    lang: Lang = "en",
) -> None:
    """Say whether everything is here that the course needs, and what to do where it is not."""
    from promplan.lab.doctor import examine, fine

    _speak(lang)
    lines = examine(folder.expanduser())
    if as_json:
        answer = {"fine": fine(lines), "lines": [one.as_dict() for one in lines]}
        print(json.dumps(answer, ensure_ascii=False, indent=1))
    else:
        for one in lines:
            console.print(str(one), markup=False)
    raise typer.Exit(0 if fine(lines) else 1)


@app.command()
def build(
    check: Annotated[bool, typer.Option("--check", help="only compare, start no kernel")] = False,
    force: Annotated[
        bool, typer.Option("--force", help="run every notebook again, and write over Russian edited by hand")
    ] = False,
) -> None:
    """Build the course's generated files from its sources (for those who work on the course)."""
    from promplan import assets
    from promplan.notebooks.build import build as make
    from promplan.text.glossary import write_pages

    trouble = write_pages(check) + make(assets.course(), check=check, force=force)
    for one in trouble:
        complaints.print(one, markup=False)
    raise typer.Exit(1 if trouble else 0)


@app.command()
def harvest(
    into: Annotated[str, typer.Argument(metavar="LANGUAGE", help="ru: the language whose wording is carried back")],
    lang: Lang = "en",
) -> None:
    """Carry the wording of edited Russian notebooks back to their catalogues (for those who work on the course)."""
    from promplan import assets
    from promplan.notebooks.harvest import carry

    _speak(lang)
    if into != "ru":
        raise Problem(say("Only ru is harvested: the English notebooks are the source, edit them directly."))
    refused = False
    for one in carry(assets.course()):
        refused = refused or bool(one.refused)
        for refusal in one.refused:
            complaints.print(str(refusal), markup=False)
        console.print(str(one), markup=False)
    raise typer.Exit(1 if refused else 0)


@app.command()
def new(
    kind: Annotated[str, typer.Argument(help="unit, rule or case")],
    name: Annotated[str, typer.Argument(help="05-visit, MSG-15, boiler-works")],
    unit: Annotated[str, typer.Option(help="for a rule: the unit that teaches it")] = "",
    lang: Lang = "en",
) -> None:
    """Lay the skeleton of a unit, a rule or a case with its failing tests (for those who work on the course)."""
    from promplan import assets
    from promplan.lab.skeleton import new_case, new_rule, new_unit
    from promplan.review.engine import FAMILIES
    from promplan.units.registry import UNITS

    _speak(lang)
    match kind:
        case "unit":
            files = new_unit(assets.course(), name)
        case "rule":
            files = new_rule(assets.course(), name, unit, FAMILIES, tuple(UNITS))
        case "case":
            files = new_case(assets.course(), name)
        case _:
            raise Problem(say("{kind} is nothing that can be begun: unit, rule or case.", kind=kind))
    for one in files:
        console.print(one, markup=False)
    console.print(str(say("The tests fail until it is written; CONTRIBUTING.md says what comes next.")), markup=False)


@app.command()
def cards(
    names: Annotated[list[str] | None, typer.Argument(help="fact, persona; all if none is named")] = None,
    copies: Annotated[int, typer.Option(help="how many of each")] = 1,
    out: Annotated[Path, typer.Option("--out", "-o", help="where the PDF goes")] = Path("cards.pdf"),
    lang: Lang = "en",
) -> None:
    """Print the A5 cards of the exercises as a PDF."""
    from promplan.export.cards import cards as pages
    from promplan.plan.writing import write

    _speak(lang)
    write(out, pages(names or [], copies))
    console.print(str(out), markup=False)


@app.command()
def schema() -> None:
    """Print the JSON Schema of the plan."""
    from promplan.plan import schema as document_schema

    print(json.dumps(document_schema(), ensure_ascii=False, indent=1))


@app.command()
def version() -> None:
    """Print the version."""
    print(promplan.__version__)
