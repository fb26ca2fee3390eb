"""`promplan new unit|rule|case`: the bones of a contribution, with tests that fail until there is flesh on them.

For whoever works on the course: it writes into the checkout, never over a file that is there.
"""

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from string import Template
from typing import Any

from promplan.language import Problem, say

BONES = Path(__file__).parent / "skeletons"
RULES = "src/promplan/review/__init__.py"


def new_unit(root: Path, unit: str) -> list[str]:
    """A unit of `assets/course.toml`: lesson, solution, its module, its solved plan. Returns the files."""
    in_checkout(root)
    listed = [one["id"] for one in tomllib.loads(text_of(root / "assets/course.toml"))["unit"]]
    free = [one for one in listed if not (root / "notebooks/en" / f"{one}.ipynb").exists()]
    if unit in listed and unit not in free:
        raise Problem(say("There is a unit {unit} already: {file}.", unit=unit, file=f"notebooks/en/{unit}.ipynb"))
    if unit not in free:
        raise Problem(
            say(
                "{unit} is not a unit that is still to be written. These are: {free}. A unit of your own goes into "
                "assets/course.toml first.",
                unit=unit,
                free=", ".join(free) or "—",
            )
        )
    number, _, name = unit.partition("-")
    words = {"unit": unit, "two": number, "number": str(int(number)), "name": name}
    files: dict[str, str] = {
        f"notebooks/en/{unit}.ipynb": _notebook("unit-lesson.toml", words),
        f"solutions/en/{unit}.ipynb": _notebook("unit-solution.toml", words),
        f"src/promplan/units/{name}.py": filled("unit.py.txt", words),
        f"assets/examples/{number}-solved.toml": filled("unit-solved.toml", words),
    }
    return write_new(root, files)


def new_rule(root: Path, rule: str, unit: str, families: tuple[str, ...], units: tuple[str, ...]) -> list[str]:
    """A rule `MSG-15` taught in `unit`: its function and three tests. Returns the files."""
    in_checkout(root)
    if not re.fullmatch(rf"(?:{'|'.join(families)})-(?:0|[1-9]\d?)[A-Z]?", rule):
        raise Problem(
            say("A rule's id is a family and a number, such as MSG-15; families: {all}.", all=", ".join(families))
        )
    if any(f'"{rule}"' in text_of(file) for file in (root / "src/promplan/review").glob("*.py")):
        raise Problem(say("There is a rule {rule} already. Take the next number.", rule=rule))
    if not unit:
        raise Problem(say("Which unit teaches {rule}? Say it with --unit: {units}.", rule=rule, units=", ".join(units)))
    if unit not in units:
        raise Problem(say("There is no unit {unit}; there are {units}.", unit=unit, units=", ".join(units)))
    name = rule.lower().replace("-", "_")
    words = {"rule": rule, "unit": unit, "name": name}
    files = {
        f"src/promplan/review/{name}.py": filled("rule.py.txt", words),
        f"tests/review/test_{name}.py": filled("rule-test.py.txt", words),
    }
    written = write_new(root, files)
    _insert(root / RULES, "from promplan.review import (", f"    {name},")
    return [*written, RULES]


def new_case(root: Path, case: str) -> list[str]:
    """A case kit of an invented plant, to fill in, with the tests of a whole one. Returns the files."""
    in_checkout(root)
    if not re.fullmatch(r"[a-z]+(-[a-z]+)*", case):
        raise Problem(say("A case is called in small Latin letters with hyphens, such as boiler-works."))
    words = {"case": case, "name": case.replace("-", "_")}
    files = {f"tests/cases/test_{words['name']}.py": filled("case-test.py.txt", words)}
    for bone in sorted((BONES / "case").iterdir()):
        files[f"assets/cases/{case}/{bone.name.replace('__', '/')}"] = Template(text_of(bone)).substitute(words)
    return write_new(root, files)


def in_checkout(root: Path) -> None:
    """Raise a `Problem` unless `root` is a checkout of the course."""
    if not (root / "pyproject.toml").is_file() or not (root / "tests").is_dir():
        raise Problem(say("This is not a checkout of the course: clone its repository, and run the command there."))


def text_of(path: Path) -> str:
    """What stands in a file of the checkout."""
    return path.read_text(encoding="utf-8")


def filled(bone: str, words: Mapping[str, str]) -> str:
    """A skeleton with its names filled in."""
    return Template(text_of(BONES / bone)).substitute(words)


def _notebook(bone: str, words: Mapping[str, str]) -> str:
    """A notebook from a list of cells; ids begin with the unit's name, so that they never meet another unit's."""
    cells: list[dict[str, Any]] = []
    for one in tomllib.loads(filled(bone, words))["cell"]:
        cell = {
            "cell_type": "code" if "code" in one else "markdown",
            "id": f"{words['name']}-{one['id']}",
            "metadata": {"tags": one["tags"]} if "tags" in one else {},
            "source": one.get("code", one.get("text", "")).strip(),
        }
        cells.append(cell | ({"execution_count": None, "outputs": []} if cell["cell_type"] == "code" else {}))
    book = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(book, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _insert(path: Path, after: str, line: str) -> None:
    text = text_of(path)
    if after not in text:
        raise Problem(say("{file} is not as it was: add “{line}” there yourself.", file=path.name, line=line.strip()))
    start, _, rest = text.partition(after)
    head, _, tail = rest.partition("\n")
    end = re.search(r"^[})]", tail, re.MULTILINE)
    place = end.start() if end else 0
    lines = [*tail[:place].splitlines(), line]
    lines.sort(key=_natural)  # as ruff sorts imports, and as the course counts its units
    path.write_text("\n".join([f"{start}{after}{head}", *lines, tail[place:]]), encoding="utf-8")


def _natural(line: str) -> list[str | int]:
    return [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", line)]


def write_new(root: Path, files: Mapping[str, str]) -> list[str]:
    """Write files that are not there yet; a `Problem`, and nothing written, where one is."""
    there = [name for name in files if (root / name).exists()]
    if there:
        raise Problem(say("{file} is there already: nothing was written over it.", file=there[0]))
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return list(files)
