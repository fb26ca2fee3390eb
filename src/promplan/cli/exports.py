"""The command that lets a plan leave: every format, for every reader, with what stops it."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from promplan.cli.base import Force, app, at_home
from promplan.cli.plans import PlanFile
from promplan.cli.words import complain, speak, tell
from promplan.language import Problem, Words, say


@app.command()
def export(
    plan: PlanFile,
    to: Annotated[
        list[str] | None,
        typer.Option("--to", help="pdf, docx, pptx, xlsx, html, md, json, ics, csv, srt, vtt …; all is every one"),
    ] = None,
    out: Annotated[Path, typer.Option("--out", "-o", help="the folder for the files")] = Path("export"),
    draft: Annotated[
        bool, typer.Option("--draft", help="also with errors; every page says that it is a draft")
    ] = False,
    reader: Annotated[
        str, typer.Option("--for", help="press, engineer, safety or partner: what is not theirs stays out")
    ] = "",
    on: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="as of this day")] = None,
    force: Force = False,
    lang: Annotated[str, typer.Option("--lang", help="en or ru; the plan's own language if not said")] = "",
) -> None:
    """Write the plan as a document, slides, tables, a page; errors of the review stop it."""
    from promplan.export.held import among, beside
    from promplan.export.leaving import Blocked, leave
    from promplan.export.wanted import READERS, Wanted
    from promplan.plan.letters import today
    from promplan.plan.merging.copies import from_file, plan_in

    if lang:
        speak(lang)
    zipped = plan.suffix.casefold() == ".zip"
    copy = from_file(plan) if zipped else None
    document = copy.plan if copy else plan_in(plan)
    speak(lang or document.meta.language)
    if reader not in READERS:
        known = ", ".join(one for one in READERS if one)
        raise Problem(say("There is no reader {reader}. Choose one of these: {known}.", reader=reader, known=known))
    day = on.date() if on else today(document) or date.today()
    try:
        left = leave(
            document,
            to or (),
            at_home(out),
            Wanted(day, reader, draft),
            held=among(document, copy.files) if copy else beside(document, plan.parent),
            reads=[plan],
            force=force,
            told=_progress,
        )
    except Blocked as blocked:
        complain(blocked.what)
        for line in blocked.lines():
            tell(line)
        raise typer.Exit(1) from None
    for one in left:
        for file in one.files:
            tell(str(file))
        if one.why is not None:
            complain(say("{format}: {why}", format=one.format.words, why=one.why))


def _progress(done: int, of: int, what: Words) -> None:
    """A line for each step, beside the answer."""
    complain(say("[{done}/{of}] {what}", done=done, of=of, what=what))
