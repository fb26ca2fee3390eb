"""The commands of the calendar: out of a plan as a sheet or for a phone, and back into it, row by row."""

from pathlib import Path
from typing import Annotated

import typer

from promplan.cli.base import HERE, Force, Lang, Spoken, app
from promplan.cli.plans import PlanFile
from promplan.cli.words import speak, tell
from promplan.language import Problem, Words, say

calendar = typer.Typer(
    cls=Spoken,
    no_args_is_help=True,
    rich_markup_mode=None,
    help="The editorial calendar as a file, out of a plan and back into it: .xlsx, .csv, .ics.",
)
app.add_typer(calendar, name="calendar")
MOST = 20_000_000  # bytes of a file that is read


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
    from promplan.export.calendar_files import difference, opened, take
    from promplan.export.calendar_said import counted, said
    from promplan.plan import reading
    from promplan.plan.document import Plan
    from promplan.plan.merging.copies import plan_in
    from promplan.plan.store import FileStore

    speak(lang)
    document = plan_in(plan)  # what is no plan is said, and nothing is made in its place
    if plan.suffix.casefold() == ".zip":
        raise Problem(say("{file} is what was handed in. Name the team's media-plan.json.", file=plan.name))
    found = opened(reading.asked(file, MOST))
    mapping = _mapping(found.heads, dict(found.mapping), columns or [])
    if not rows:
        shown = difference(document, found, mapping)
        for one in map(said, shown.rows):
            tell(f"{one.key}: {one.head}")
            for words, before, after in one.changes:
                tell(f"    {words}: {before or '–'} → {after or '–'}")
            for note in one.notes:
                tell(f"    {note}")
        for line in (*shown.notes, *counted(shown)):
            tell(line)
        return
    told: list[Words] = []

    def change(now: Plan) -> Plan:
        what = difference(now, found, mapping)
        known = {one.key for one in what.rows}
        wanted = {one.key for one in what.rows if one.calm} if "all" in rows else set(rows)
        if strange := sorted(wanted - known):
            raise Problem(say("There is no row {keys} in the list.", keys=", ".join(strange)))
        new, lines = take(now, what, wanted)
        told[:] = lines
        return new

    change(document)
    store = FileStore(plan)
    store.keep()
    store.replace(change)
    for line in told:
        tell(line)


def _mapping(heads: tuple[str, ...], mapping: dict[int, str], columns: list[str]) -> dict[int, str]:
    """The columns as guessed, and as they are said to be."""
    from promplan.export.calendar_files import fields

    for one in columns:
        head, _, key = one.rpartition("=")
        if head not in heads or key not in fields():
            raise Problem(
                say(
                    "“{said}”: write a head of the sheet, an = and a field. Heads: {heads}. Fields: {fields}.",
                    said=one,
                    heads=", ".join(filter(None, heads)),
                    fields=", ".join(fields()),
                )
            )
        mapping = {place: it for place, it in mapping.items() if it != key}
        mapping[heads.index(head)] = key
    return mapping
