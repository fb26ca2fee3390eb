"""The commands of those who work on the course: build, harvest, new, version."""

from pathlib import Path
from typing import Annotated

import typer

import promplan
from promplan import assets
from promplan.cli.base import HERE, Lang, app
from promplan.cli.words import complain, speak, tell
from promplan.language import Problem, say


def _checkout() -> Path:
    """The course's own folder; a `Problem` where promplan was installed without it."""
    course = assets.course()
    if not (course / "src").is_dir():
        raise Problem(
            say("This works in the course's own folder alone, the one with course.py. An installed promplan has none.")
        )
    return course


@app.command()
def build(
    check: Annotated[bool, typer.Option("--check", help="only compare, start no kernel")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="fail for Russian that is waited for, too")] = False,
    force: Annotated[
        bool, typer.Option("--force", help="run every notebook again, and write over Russian edited by hand")
    ] = False,
) -> None:
    """Build the course's generated files from its sources (for those who work on the course)."""
    from promplan.notebooks.build import build as make
    from promplan.notebooks.trouble import severe
    from promplan.text import glossary, law

    course = _checkout()
    trouble = glossary.write_pages(check) + law.write_pages(check) + make(course, check=check, force=force)
    for one in trouble:
        complain(one)
    raise typer.Exit(1 if severe(trouble, strict=strict) else 0)


@app.command()
def harvest(
    into: Annotated[str, typer.Argument(metavar="LANGUAGE", help="ru: the language whose wording is carried back")],
    lang: Lang = HERE,
) -> None:
    """Carry the wording of edited Russian notebooks back to their catalogues (for those who work on the course)."""
    from promplan.notebooks.harvest import carry

    speak(lang)
    if into != "ru":
        raise Problem(say("Only ru is harvested: the English notebooks are the source, edit them directly."))
    refused = False
    for one in carry(_checkout()):
        refused = refused or bool(one.refused)
        for refusal in one.refused:
            complain(str(refusal))
        tell(str(one))
    raise typer.Exit(1 if refused else 0)


@app.command()
def new(
    kind: Annotated[str, typer.Argument(help="unit, section, rule or case")],
    name: Annotated[str, typer.Argument(help="such as 05-visit, risks, MSG-15, boiler-works")],
    unit: Annotated[str, typer.Option(help="for a section or a rule: the unit that teaches it")] = "",
    letter: Annotated[str, typer.Option(help="for a section: the letter of its ids")] = "",
    family: Annotated[str, typer.Option(help="for a section: the family of its rules, RISK for one")] = "",
    lang: Lang = HERE,
) -> None:
    """Lay the skeleton of a unit, a section, a rule or a case, its tests failing (for those who work on the course)."""
    from promplan.lab.skeleton import new_case, new_rule, new_unit
    from promplan.lab.skeleton_section import new_section
    from promplan.plan.sections import FAMILIES
    from promplan.units.registry import UNITS

    speak(lang)
    match kind:
        case "unit":
            files = new_unit(_checkout(), name)
        case "rule":
            files = new_rule(_checkout(), name, unit, FAMILIES, tuple(UNITS))
        case "case":
            files = new_case(_checkout(), name)
        case "section":
            files = new_section(_checkout(), name, unit, letter, family, tuple(UNITS))
        case _:
            raise Problem(say("{kind} cannot be begun here. Choose unit, section, rule or case.", kind=kind))
    for one in files:
        tell(one)
    tell(say("The tests fail until it is written; CONTRIBUTING.md says what comes next."))


@app.command()
def gallery(
    out: Annotated[Path, typer.Argument(help="the page to write")] = Path("gallery.html"),
    lang: Lang = HERE,
) -> None:
    """Write the parts that every editor is made of as one page to look at (for those who work on the course)."""
    from promplan.cases.example import example
    from promplan.cases.kit import load
    from promplan.plan.store import MemoryStore
    from promplan.units.quizzes import quiz
    from promplan.widgets.gallery import gallery as page

    speak(lang)
    sheets = (quiz(MemoryStore(), name) for name in ("01-heard-in-the-shop", "01-core", "02-ticket"))
    begun = load("wagon-works").plan
    text = page(example("03-solved"), begun, sheets, "03-message")
    out.write_text(text, encoding="utf-8")
    tell(say("The parts are in {path}: open it in a browser.", path=out))


@app.command()
def version() -> None:
    """Print the version."""
    tell(promplan.__version__)
