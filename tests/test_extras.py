"""Does every package that the source imports stand where it belongs: in the core, in [lab] or in [authors]?"""

import ast
import re
import sys
import tomllib
from pathlib import Path

from promplan import __version__
from promplan.extras import EXTRAS
from promplan.versioned import VERSION

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
BROUGHT = {"IPython", "PIL", "dateutil", "lxml", "traitlets"}  # never without ipywidgets, matplotlib, icalendar, docx
CALLED = {"python-docx": "docx", "python-pptx": "pptx"}  # a package that is imported by another name
NEVER_IMPORTED = {"jupyterlab-language-pack-ru-RU", "promplan"}  # JupyterLab looks for it; [authors] holds [lab]


def named(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=~! ]", one)[0] for one in requirements}


def imported() -> dict[str, set[str]]:
    """Each package of others that the source imports, with the modules that do."""
    found: dict[str, set[str]] = {}
    for file in (ROOT / "src" / "promplan").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) and node.module and not node.level else []
            for name in {one.partition(".")[0] for one in names} - sys.stdlib_module_names - {"promplan"}:
                found.setdefault(name, set()).add(file.relative_to(ROOT).as_posix())
    return found


def test_what_an_extra_is_said_to_hold_is_what_it_installs():
    for extra, requirements in PROJECT["optional-dependencies"].items():
        assert {CALLED.get(one, one) for one in named(requirements) - NEVER_IMPORTED} == EXTRAS[extra] - BROUGHT
    assert set(EXTRAS) == set(PROJECT["optional-dependencies"])


def test_the_version_is_said_once_the_same_everywhere():
    assert PROJECT["version"] == VERSION == __version__


def test_every_import_is_required_somewhere():
    known = named(PROJECT["dependencies"]).union({"pydantic_core"}, *EXTRAS.values())
    assert {name: files for name, files in imported().items() if name not in known} == {}


def test_the_locks_hold_every_requirement():
    for lock in ("requirements.lock", "requirements-dev.lock"):
        pinned = {re.split(r"[= ]", line)[0] for line in (ROOT / lock).read_text().splitlines() if line[:1].isalnum()}
        wanted = named(PROJECT["dependencies"]).union(*map(named, PROJECT["optional-dependencies"].values()))
        assert {one.lower().replace("_", "-") for one in wanted - {"promplan"}} <= {one.lower() for one in pinned}
        assert "http" not in re.sub(r"^(httpcore|httpx).*", "", (ROOT / lock).read_text(), flags=re.MULTILINE)
