"""The files beside a plan, as an export asks for them."""

from collections.abc import Callable, Mapping
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


def among(plan: Plan, found: Mapping[str, bytes]) -> Held:
    """The attachments of a plan that came with its files, such as a hand-in: bytes by their digest."""
    known = {one.id: one.sha256 for one in plan.attachments}
    return lambda id_: found.get(known.get(id_, ""))
