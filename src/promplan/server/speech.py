"""The other language: the twin of an open notebook, laid where the folder has it not, and JupyterLab's own words."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from promplan import assets
from promplan.lab.lay import lay, solution
from promplan.lab.start import LOCALE
from promplan.language import Problem, say

FOLDERS = {"lesson": "notebooks", "exercise": "exercises", "solution": "solutions"}
PLUGIN = "@jupyterlab/translation-extension:plugin"


def twin(folder: Path, unit: str, kind: str, language: str) -> str:
    """The path in a learner's folder of a notebook in `language`; raises `Problem` where the course has it not."""
    name = f"{FOLDERS[kind]}/{language}/{unit}.ipynb"
    if unit not in assets.units() or not (assets.course() / name).is_file():
        raise Problem(say("The course has no notebook {name} yet.", name=name))
    if not (folder / name).is_file():
        lay(assets.course(), folder, language)
        if kind == "solution":
            solution(assets.course(), folder, language, unit)
    return name


def speaks(router: Any, language: str) -> bool:
    """Let JupyterLab speak `language` after the page is loaded anew; False where it does so already, or cannot be told.

    `promplan lab` gives JupyterLab's language as an override of its settings, which the server reads once: what it
    holds is changed here, and no setting of the user's own is written.
    """
    changed = False
    for held in _overrides(router):
        settings = held.get(PLUGIN)
        if isinstance(settings, dict) and settings.get("locale") not in (None, LOCALE[language]):
            settings["locale"] = LOCALE[language]
            changed = True
    return changed


def _overrides(router: Any) -> Iterator[dict[str, Any]]:
    """What the handlers of JupyterLab's settings hold; one that is shared comes once."""
    seen: set[int] = set()
    waiting = [router]
    while waiting:
        one = waiting.pop()
        for rule in getattr(one, "rules", ()):
            held = (getattr(rule, "target_kwargs", None) or {}).get("overrides")
            if isinstance(held, dict) and id(held) not in seen:
                seen.add(id(held))
                yield held
            if hasattr(rule.target, "rules"):
                waiting.append(rule.target)
