"""The command that takes in what the teams handed in."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from promplan.cli.base import HERE, Force, Lang, app, at_home
from promplan.cli.words import speak, tell
from promplan.language import Problem, Words, say, say_many

Into = Annotated[Path, typer.Option("--into", help="the workshop's folder")]
MOST = 60  # lines of a part of the answer; the list has all


@app.command()
def collect(
    sources: Annotated[
        list[Path] | None,
        typer.Argument(help="folders, hand-ins, Moodle's zip; what lies in submissions/ if none is named"),
    ] = None,
    into: Into = Path("workshop"),
    out: Annotated[Path | None, typer.Option("--list", help="a list of what came, as .xlsx or .csv")] = None,
    force: Force = False,
    lang: Lang = HERE,
) -> None:
    """Take in what the teams handed in: by file, nothing of it is run; what is refused is told with its reason."""
    from promplan.cohort.collect import collect as gather
    from promplan.cohort.folder import Workshop
    from promplan.cohort.listed import as_csv, as_xlsx, is_list
    from promplan.plan.exporting import export, may_hold

    speak(lang)
    if out is not None:
        if out.suffix.casefold() not in (".xlsx", ".csv"):
            raise Problem(say("{file}: the list is an .xlsx or a .csv.", file=out.name))
        may_hold(out, is_list, force=force)
    workshop = Workshop(at_home(into))
    with _Bar() as bar:
        done = gather(workshop, [at_home(one) for one in sources or ()], bar.show)
    _tell(done)
    if out is not None:
        make = as_csv if out.suffix.casefold() == ".csv" else as_xlsx
        tell(str(export(out, make(done.register, workshop.cohort()), is_list, force=force)))
    raise typer.Exit(1 if done.register.refused else 0)


def _tell(done: Any) -> None:
    """What was taken, what counts, what was refused, who is missing."""
    for one in done.taken[:MOST]:
        mark = "✔" if one.counts else "·"
        inside = f" › {one.inside}" if one.inside else ""
        team = done.cohort.team(one.team)
        tell(f"{mark} {team.name if team else one.called or one.team}  {one.team}/{one.n}  {one.source}{inside}")
        tell(f"    {one.why}")
        for note in one.cleaned:
            tell(f"    {note}")
    _more(len(done.taken))
    for one in done.register.refused[:MOST]:
        inside = f" › {one.inside}" if one.inside else ""
        tell(f"✘ {one.source}{inside}")
        tell(f"    {one.why}")
    _more(len(done.register.refused))
    tell(_sum(done))
    if done.missing:
        shown = ", ".join(one.name or one.id for one in done.missing[:MOST])
        tell(say("Nothing yet from: {teams}", teams=shown + (" …" if len(done.missing) > MOST else "")))


def _more(n: int) -> None:
    if n > MOST:
        tell(say("… and {n} more: see collected.json, or make a list with --list.", n=n - MOST))


def _sum(done: Any) -> Words:
    teams = len(done.register.counting())
    new = say_many("{n} new plan", "{n} new plans", len(done.taken))
    refused = say_many("{n} refused", "{n} refused", len(done.register.refused))
    counting = say_many("plans of {n} team count", "plans of {n} teams count", teams)
    return say("{new}, {refused}; {counting}.", new=new, refused=refused, counting=counting)


class _Bar:
    """A bar on the terminal; nothing where the errors go elsewhere."""

    def __init__(self) -> None:
        self._bar: Any = None
        self._of = 0

    def __enter__(self) -> "_Bar":
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def show(self, done: int, of: int, what: str) -> None:
        """Move the bar on; a new whole begins a new bar."""
        if not sys.stderr.isatty():
            return
        if self._bar is None or of != self._of or done < self._bar.pos:
            self._end()
            self._of = of
            self._bar = typer.progressbar(length=of, label=str(say("Collecting")), file=sys.stderr)
            self._bar.__enter__()
        self._bar.update(done - self._bar.pos)

    def _end(self) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
            self._bar = None
