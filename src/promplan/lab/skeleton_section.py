"""`promplan new section`: a section of the plan with its model, its step, its row, its editor and a failing test.

What is told of a section stands in four places of the checkout: this writes into all of them, so that none is
forgotten; what is left by hand is the fields of its records and their Russian.
"""

import re
from keyword import iskeyword
from pathlib import Path

from promplan.lab.skeleton import filled, in_checkout, text_of, write_new
from promplan.language import Problem, say
from promplan.plan import tree
from promplan.plan.document import Plan
from promplan.plan.sections import BY_PATH, FAMILIES

DOCUMENT, STEPS = "src/promplan/plan/document.py", "src/promplan/plan/migrations.py"
ROWS, NAMES = "src/promplan/plan/sections.py", "src/promplan/names.py"


def new_section(root: Path, name: str, unit: str, letter: str, family: str, units: tuple[str, ...]) -> list[str]:
    """A list of records `ideas`, ids `I1` …, judged by the family IDEA and edited in `unit`. Returns the files."""
    in_checkout(root)
    if not re.fullmatch(r"[a-z]{3,20}s", name) or iskeyword(name) or iskeyword(name[:-1]):
        raise Problem(
            say("A section is called by its records, in small Latin letters and with an s: ideas, items, risks.")
        )
    if (root / f"src/promplan/plan/{name}.py").exists():
        raise Problem(say("The plan already has a module {name}: choose a different word.", name=name))
    if name in BY_PATH or name in Plan.model_fields:
        raise Problem(say("The plan has a section {name} already.", name=name))
    if not unit:
        raise Problem(say("Which unit edits it? Say it with --unit: {units}.", units=", ".join(units)))
    if unit not in units:
        raise Problem(say("There is no unit {unit}; there are {units}.", unit=unit, units=", ".join(units)))
    taken = sorted({kind.LETTER for kind in tree.kinds(Plan)})
    if not re.fullmatch(r"[A-Z]{1,2}", letter) or letter in taken:
        words = say(
            "Say the letter of its ids with --letter, one that is free. Taken: {letters}.", letters=" ".join(taken)
        )
        raise Problem(words)
    if not re.fullmatch(r"[A-Z]{2,6}", family) or family in FAMILIES:
        families = ", ".join(FAMILIES)
        raise Problem(
            say("Say the family of its rules with --family, IDEA for one; not {families}.", families=families)
        )
    one, title = name[:-1], name[:-1].capitalize()
    told = {"name": name, "one": one, "title": title, "letter": letter, "family": family, "unit": unit}
    files = {
        f"src/promplan/plan/{name}.py": filled("section.py.txt", told),
        f"src/promplan/widgets/{name}.py": filled("section-widget.py.txt", told),
        f"tests/plan/test_{name}.py": filled("section-test.py.txt", told),
    }
    changed = {
        DOCUMENT: _in_document(text_of(root / DOCUMENT), name, title),
        STEPS: _before(text_of(root / STEPS), ")\nVERSION", f"    arrive({name}=[]),  # {_steps(root) + 2}: {unit}\n"),
        ROWS: _before(text_of(root / ROWS), '    Section("answers"', _row(name, unit, family)),
        NAMES: _before(
            text_of(root / NAMES),
            "}\n",
            f'    # {unit}\n    "{one}_cards": Name("promplan.widgets.{name}:{one}_cards", STORE),\n',
        ),
    }
    written = write_new(root, files)
    for path, text in changed.items():
        (root / path).write_text(text, encoding="utf-8")
    return [*written, *changed]


def _row(name: str, unit: str, family: str) -> str:
    return (
        "    Section(\n"
        f'        "{name}",\n        "{unit}",\n'
        f'        say("{name.capitalize()}"),\n        say("{name}"),\n        say("the order of the {name}"),\n'
        f'        families=("{family}",),\n        counted=say("{name.capitalize()}: {{n}}."),\n'
        "    ),\n"
    )


def _steps(root: Path) -> int:
    return text_of(root / STEPS).count("    arrive(")


def _in_document(text: str, name: str, title: str) -> str:
    imports = [line for line in text.splitlines() if line.startswith("from promplan.plan.")]
    new = f"from promplan.plan.{name} import {title}"
    after = max((line for line in imports if line < new), default=imports[0])
    text = text.replace(after, f"{after}\n{new}", 1)
    field = f"    {name}: Annotated[list[{title}], Field(max_length=100)] = Field(default_factory=list)\n"
    return _before(text, "    answers: Answers", field)


def _before(text: str, mark: str, new: str) -> str:
    """The text with `new` in front of the last place that begins with `mark`."""
    place = text.rfind(mark)
    if place < 0:
        raise Problem(say("The place for “{line}” was not found: add it yourself.", line=new.strip()))
    return text[:place] + new + text[place:]
