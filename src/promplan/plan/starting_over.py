"""Starting over: the plan with what a unit fills emptied, and put back again; the registry says what that is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from promplan.language import Problem
from promplan.plan import edit, tree
from promplan.plan.backup import FOLDER, Backup, Backups
from promplan.plan.document import Plan
from promplan.plan.sections import SECTIONS
from promplan.plan.store import FileStore, Store, read


@dataclass(frozen=True)
class Former:
    """How the plan was before much of it went at once: the copy's name, when it was kept, and what it holds."""

    name: str
    at: datetime
    plan: Plan


def emptied(plan: Plan, unit: str) -> Plan:
    """The plan with the unit's sections as they were at the start; what only another unit fills stays."""
    return _with(plan, unit, lambda path: type(tree.at(plan, path))())


def put_back(plan: Plan, unit: str, former: Plan) -> Plan:
    """The plan with the unit's sections as `former` has them."""
    taken = former.model_copy(deep=True)
    return _with(plan, unit, lambda path: tree.at(taken, path))


def former(store: Store, holds: Callable[[Plan], bool]) -> Former | None:
    """The newest of the copies beside the plan that `holds` what is looked for."""
    if not isinstance(store, FileStore):
        return None
    for one in reversed(_kept(store.path)):
        try:
            plan = read(one.file)
            if holds(plan):
                at = datetime.fromtimestamp(one.file.stat().st_mtime)
                return Former(f"{FOLDER}/{one.file.name}", at, plan)
        except (OSError, Problem):
            continue
    return None


def _kept(plan: Path) -> list[Backup]:
    try:
        return Backups(plan).all()
    except OSError:
        return []


def _with(plan: Plan, unit: str, what: Callable[[str], Any]) -> Plan:
    new = plan.model_copy(deep=True)
    for section in SECTIONS:
        if section.unit == unit and not section.stays:
            owner, name = edit.owner(new, section.path)
            setattr(owner, name, what(section.path))
    return new
