"""The files beside a plan, as an export asks for them."""

from collections.abc import Callable
from pathlib import Path

from promplan.language import Problem
from promplan.plan import files
from promplan.plan.document import Plan

Held = Callable[[str], bytes | None]  # the bytes of an attachment by its id; None where it is not beside the plan


def nothing(id_: str) -> bytes | None:
    """Beside this plan lie no files."""
    return None


def beside(plan: Plan, folder: Path) -> Held:
    """The attachments of a plan that lies in `folder`."""
    known = {one.id: one for one in plan.attachments}

    def held(id_: str) -> bytes | None:
        try:
            return files.read(folder, known[id_]) if id_ in known else None
        except (OSError, Problem):  # gone, damaged, too large: the plan itself leaves without it
            return None

    return held
