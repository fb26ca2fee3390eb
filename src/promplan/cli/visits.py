"""The commands of the plant visit: its papers out of a plan, and what came back into it."""

from pathlib import Path
from typing import Annotated

import typer

from promplan.cli.base import HERE, Force, Lang, app
from promplan.cli.plans import PlanFile
from promplan.cli.words import speak, tell
from promplan.language import Problem, Words, say

Out = Annotated[Path | None, typer.Option("--out", "-o", help="the file; here under its own name if not said")]
Speech = Annotated[str, typer.Option("--lang", help="en or ru; the plan's own language if not said")]


def _write(key: str, plan: Path, out: Path | None, force: bool, lang: str, data: bytes | None = None) -> None:
    from promplan.export.visit_papers import PAPERS
    from promplan.plan.exporting import export
    from promplan.plan.merging.copies import plan_in

    document = plan_in(plan)
    speech = lang or document.meta.language
    speak(speech)
    document = document.model_copy(update={"meta": document.meta.model_copy(update={"language": speech})})
    paper = PAPERS[key]
    made = paper.make(document) if data is None else data
    target = out or Path(paper.name(speech))
    export(target, made, paper.ours, reads=[plan], force=force, largest=len(made) + 1_000_000)
    tell(str(target))


@app.command("call-sheet")
def call_sheet(plan: PlanFile, out: Out = None, force: Force = False, lang: Speech = "") -> None:
    """Print the visit's call sheet as a PDF."""
    _write("call-sheet", plan, out, force, lang)


@app.command()
def consents(
    plan: PlanFile,
    people: Annotated[
        list[str] | None, typer.Argument(help="N1 N2 …; all who have not signed if none is named")
    ] = None,
    blank: Annotated[bool, typer.Option("--blank", help="one set for nobody in particular")] = False,
    out: Out = None,
    force: Force = False,
    lang: Speech = "",
) -> None:
    """Print the consent forms as a PDF: three papers a person."""
    from promplan.export.consent_forms import consent_forms
    from promplan.plan.merging.copies import plan_in

    document = plan_in(plan)
    speak(lang or document.meta.language)
    data = consent_forms(document, people or (), blank=blank, speech=lang)
    _write("blank-consents" if blank else "consents", plan, out, force, lang, data)


@app.command("pocket-card")
def pocket_card(plan: PlanFile, out: Out = None, force: Force = False, lang: Speech = "") -> None:
    """Write the pocket card: one page for a phone, offline, with the shots to tick."""
    _write("pocket-card", plan, out, force, lang)


@app.command()
def clearance(plan: PlanFile, out: Out = None, force: Force = False, lang: Speech = "") -> None:
    """Write the clearance request: an .xlsx, or a .docx where --out ends so."""
    ending = (out.suffix if out else "").casefold()
    if ending not in ("", ".xlsx", ".docx"):
        raise Problem(say("A clearance request is an .xlsx or a .docx. Name a file that ends so."))
    _write("clearance-docx" if ending == ".docx" else "clearance-xlsx", plan, out, force, lang)


@app.command("came-back")
def came_back(
    plan: Annotated[Path, typer.Argument(help="the team's media-plan.json")],
    what: Annotated[str, typer.Argument(help="a card's code or .json, or the clearance request with its answers")],
    lang: Lang = HERE,
) -> None:
    """Read a pocket card or a clearance request back into the plan; twice does no harm."""
    from promplan.export.pocket_back import MOST
    from promplan.export.visit_papers import came_back as read
    from promplan.plan import reading
    from promplan.plan.document import Plan
    from promplan.plan.merging.copies import plan_in
    from promplan.plan.store import FileStore

    speak(lang)
    plan_in(plan)  # what is no plan is said, and nothing is made in its place
    if plan.suffix.casefold() == ".zip":
        raise Problem(say("{file} is what was handed in. Name the team's media-plan.json.", file=plan.name))
    path = Path(what)
    named = path.suffix.casefold() in (".json", ".xlsx", ".docx")
    data: bytes | str = reading.asked(path, 2 * MOST) if named else what
    store = FileStore(plan)
    told: list[Words] = []

    def change(now: Plan) -> Plan:
        new, lines = read(now, data)
        told[:] = lines
        return new

    read(store.plan, data)
    store.replace(change)
    for line in told:
        tell(line)
