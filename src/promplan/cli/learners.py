"""The commands around a learner's folder: lab, doctor, the notes on the law, and the printed cards."""

from pathlib import Path
from typing import Annotated

import typer

from promplan.cli.base import HERE, Force, Lang, app, at_home
from promplan.cli.words import speak, tell, tell_json
from promplan.language import say


@app.command()
def lab(
    lang: Lang = HERE,
    folder: Annotated[Path, typer.Option("--dir", help="where your course folder goes")] = Path("promplan-course"),
    port: Annotated[int, typer.Option(help="0: any free one")] = 0,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="open a browser window")] = True,
    lay_only: Annotated[bool, typer.Option("--lay-only", help="lay the folder, start nothing")] = False,
    fresh: Annotated[
        list[str] | None,
        typer.Option(
            "--fresh",
            metavar="NAME",
            help="bring the course's own version of this notebook or file; yours is kept beside it",
        ),
    ] = None,
) -> None:
    """Lay your course folder and open it in JupyterLab."""
    from promplan import assets
    from promplan.lab.lay import lay
    from promplan.lab.start import free, start

    speak(lang)
    port = port if lay_only else free(port)
    home = at_home(folder).absolute()
    for line in lay(assets.course(), home, lang, fresh or ()).told():
        tell(line)
    tell(say("Your course folder: {folder}", folder=str(home)))
    if not lay_only:
        raise typer.Exit(start(home, lang, port, browser))


@app.command()
def doctor(
    folder: Annotated[Path, typer.Option("--dir", help="your course folder; here if not said")] = Path(),
    as_json: Annotated[bool, typer.Option("--json", help="for a script")] = False,
    lang: Lang = HERE,
) -> None:
    """Say whether everything is here that the course needs, and what to do where it is not."""
    from promplan.lab.doctor import examine, fine

    speak(lang)
    lines = examine(at_home(folder))
    if as_json:
        tell_json({"fine": fine(lines), "lines": [one.as_dict() for one in lines]})
    else:
        for one in lines:
            tell(str(one))
    raise typer.Exit(0 if fine(lines) else 1)


@app.command()
def law(
    words: Annotated[
        list[str] | None, typer.Argument(help="a topic (minors), a country (GB) or an id; all for Russia if none")
    ] = None,
    lang: Lang = "en",
) -> None:
    """Say what the law asks of those who publish about a plant, with day and source; no legal advice."""
    from promplan.text.law import law as noted

    speak(lang)
    for line in repr(noted(*(words or ()))).splitlines():
        tell(line)


@app.command()
def cards(
    names: Annotated[
        list[str] | None, typer.Argument(help="fact, persona, shot, ticket-01; all if none is named")
    ] = None,
    copies: Annotated[int, typer.Option(help="how many of each")] = 1,
    out: Annotated[Path, typer.Option("--out", "-o", help="where the PDF goes")] = Path("cards.pdf"),
    force: Force = False,
    lang: Lang = HERE,
) -> None:
    """Print the A5 cards of the exercises as a PDF."""
    from promplan.export.cards import cards as pages
    from promplan.export.printed import is_printed
    from promplan.plan.exporting import export, may_hold

    speak(lang)
    may_hold(out, is_printed, force=force)
    export(out, pages(names or [], copies), is_printed, force=force)
    tell(str(out))
