"""Is the code in an open notebook the course's own? Only then may it run without being asked."""

import json
from pathlib import Path

from promplan import assets
from promplan.language import LANGUAGES

FOLDERS = {"lesson": "notebooks", "exercise": "exercises", "solution": "solutions"}


def ours(unit: str, language: str, kind: str, cells: list[str]) -> bool:
    """Are these the sources of the code cells that the course ships for a notebook, all of them, in their order?

    Blank cells are left out: JupyterLab adds one at the end. False for what the course does not have.
    """
    if unit not in assets.units() or language not in LANGUAGES or kind not in FOLDERS:
        return False
    source = assets.course() / FOLDERS[kind] / language / f"{unit}.ipynb"
    return source.is_file() and _told(cells) == _told(_code(source))


def _code(source: Path) -> list[str]:
    cells = json.loads(source.read_text(encoding="utf-8"))["cells"]
    return ["".join(one["source"]) for one in cells if one["cell_type"] == "code"]


def _told(cells: list[str]) -> list[str]:
    return [text for one in cells if (text := one.replace("\r\n", "\n").strip())]
