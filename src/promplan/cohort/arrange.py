"""Which file is what in a folder or an archive: plans with their files, zips, what belongs to nobody, what is left out.

Every entry stands in exactly one place of what is found, so that none is passed over in silence.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from promplan.cohort.entry import Entry
from promplan.cohort.kinds import kind_of
from promplan.cohort.moodle import submission
from promplan.plan import files, made
from promplan.plan.store import NAME

SYSTEM = frozenset({"__macosx", "thumbs.db", "desktop.ini", "__pycache__", "node_modules", "lost+found"})
HIDDEN = (".", "~$")  # a name begins so that a system or a program keeps for itself
BACKUPS = "plan-backups"
DIGEST = re.compile(r"[0-9a-f]{64}")
RUNS = frozenset({"html", "svg"})  # what a browser would run: it is left where it is


@dataclass
class Around:
    """A plan with what lies beside it: its attachments by digest, and what was made of it by its name in a hand-in."""

    plan: Entry
    files: dict[str, Entry] = field(default_factory=dict)
    made: dict[str, Entry] = field(default_factory=dict)


@dataclass
class Unit:
    """What somebody handed in: a submission of Moodle's, or a folder or a file of its own.

    Attributes:
        path: where it lies. who: how Moodle calls whoever it was, "" where nobody says.
        plans, zips: what is read further.
        other: the rest, each with its kind. system: what systems leave behind. troubled: what may not be looked into.
    """

    name: str
    path: str = ""
    who: str = ""
    plans: list[Around] = field(default_factory=list)
    zips: list[Entry] = field(default_factory=list)
    other: list[tuple[Entry, str]] = field(default_factory=list)
    system: list[Entry] = field(default_factory=list)
    troubled: list[Entry] = field(default_factory=list)


def is_system(path: str) -> bool:
    """Does a system or a program keep this for itself?"""
    return any(part.casefold() in SYSTEM or part.startswith(HIDDEN) for part in path.split("/"))


def arrange(entries: list[Entry], head: Callable[[Entry], bytes], *, one_of_one: bool = False) -> list[Unit]:
    """The entries by who handed them in, in the order of their paths.

    Args:
        head: gives the first bytes of one. one_of_one: where one plan or one zip is all, everything goes with it.
    """
    kinds = {one.path: _kind(one, head) for one in entries}
    wanted = [one for one in entries if kinds[one.path] in ("plan", "zip")]
    base = _common([one.folder for one in wanted if not submission(one.path)])
    whole = one_of_one and len(wanted) == 1 and not submission(wanted[0].path)
    units: dict[str, Unit] = {}
    for one in sorted(entries, key=lambda it: it.path):
        found = submission(one.path)
        key = found.key if found else "/".join(base) if whole else _top(one.path, base)
        unit = units.setdefault(key, Unit(key.rpartition("/")[2], key, found.who if found else ""))
        match kinds[one.path]:
            case "troubled":
                unit.troubled.append(one)
            case "system":
                unit.system.append(one)
            case "plan":
                unit.plans.append(Around(one))
            case "zip":
                unit.zips.append(one)
            case kind:
                unit.other.append((one, "typed" if found and found.typed else kind))
    plans = [plan for unit in units.values() for plan in unit.plans]
    for unit in units.values():
        _one_each(unit)
    for unit in units.values():
        unit.other = [(one, kind) for one, kind in unit.other if not _beside(one, unit, plans)]
    return list(units.values())


def _kind(entry: Entry, head: Callable[[Entry], bytes]) -> str:
    if entry.trouble is not None and (entry.trouble.kind == "hostile" or not is_system(entry.path)):
        return "troubled"
    if is_system(entry.path):
        return "system"
    parts = entry.path.split("/")
    if BACKUPS in parts[:-1]:
        return "backup"
    if DIGEST.fullmatch(entry.name) and parts[-2:-1] == [files.FOLDER]:
        return "file"
    if len(parts) > 1 and made.MEMBER.fullmatch("/".join(parts[-2:])) and _ending(entry) in made.ENDINGS:
        return "made"
    return kind_of(own_name(entry), head(entry))


def own_name(entry: Entry) -> str:
    """The name that a file had before Moodle put whose it is before it."""
    found = submission(entry.path)
    return (found.path.rpartition("/")[2] if found else entry.name) or entry.name


def _ending(entry: Entry) -> str:
    return entry.name.rpartition(".")[2].casefold()


def _common(folders: list[str]) -> list[str]:
    """The folders around everything that is wanted."""
    parts = [one.split("/") if one else [] for one in folders]
    shared: list[str] = []
    for step in zip(*parts, strict=False):
        if len(set(step)) > 1:
            break
        shared.append(step[0])
    return shared


def _top(path: str, base: list[str]) -> str:
    """What a file belongs to: the first folder under those that lie around everything; what lies in these is one."""
    folders = path.split("/")[:-1]
    shared = len(_common(["/".join(folders), "/".join(base)]))
    if shared == len(folders):
        return "/".join(base)
    return "/".join(folders[: shared + 1])


def _one_each(unit: Unit) -> None:
    """In a folder with the plan's own name, another JSON beside it is a copy and is left there."""
    proper = {one.plan.folder for one in unit.plans if own_name(one.plan).casefold() == NAME}
    copies = [one for one in unit.plans if one.plan.folder in proper and own_name(one.plan).casefold() != NAME]
    unit.plans = [one for one in unit.plans if one not in copies]
    unit.other += [(one.plan, "copy") for one in copies]


def _beside(entry: Entry, unit: Unit, plans: list[Around]) -> bool:
    """Give an attachment or a made file to the plan in the nearest folder above it; False where there is none."""
    if DIGEST.fullmatch(own_name(entry)):
        owners = _owners(entry, plans) or unit.plans
        if owners and own_name(entry) not in owners[0].files:
            owners[0].files[own_name(entry)] = entry
            return True
    parts = entry.path.split("/")
    member = "/".join(parts[-2:])
    if len(parts) > 1 and made.MEMBER.fullmatch(member) and _ending(entry) in made.ENDINGS - RUNS:
        for plan in plans:
            if plan.plan.folder == "/".join(parts[:-2]) and member not in plan.made:
                plan.made[member] = entry
                return True
    return False


def _owners(entry: Entry, plans: list[Around]) -> list[Around]:
    """The plans in the folder that holds plan-files/, the one with the plan's own name first."""
    above = entry.folder.rpartition("/")[0] if entry.folder.split("/")[-1] == files.FOLDER else entry.folder
    return sorted((one for one in plans if one.plan.folder == above), key=lambda it: it.plan.name != NAME)


def side_by_side(unit: Unit, zips: list[Entry]) -> bool:
    """Are there hand-ins of several in a folder, and not one team's folder with a plan under its own name?"""
    found = [*zips, *(one.plan for one in unit.plans)]
    own = any(own_name(one.plan).casefold() == NAME for one in unit.plans)
    return bool(found) and not own and submission(found[0].path) is None
