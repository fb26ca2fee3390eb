"""A copy of a plan as it comes from a teammate: a media-plan.json, or a zip with the files beside it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from promplan.language import Problem, say
from promplan.plan import files, reading
from promplan.plan.codec import loads
from promplan.plan.document import Plan
from promplan.plan.pack import LARGEST, unpack


@dataclass(frozen=True)
class Copy:
    """A plan from elsewhere, the bytes of its files by sha256 (as far as they came with it), and what it is called."""

    name: str
    plan: Plan
    files: dict[str, bytes] = field(default_factory=dict, repr=False)
    zipped: bool = False


def from_bytes(name: str, data: bytes) -> Copy:
    """The copy in a file's bytes, a zip or a json by what is in them; raises `Problem`."""
    if data.startswith(b"PK"):
        return Copy(name, *unpack(data), zipped=True)
    return Copy(name, loads(data))


def plan_in(path: Path) -> Plan:
    """The plan in a file, a hand-in's zip or a json; raises `Problem`. Looks at no other file."""
    return _copy(path).plan


def _copy(path: Path) -> Copy:
    data = reading.asked(path, LARGEST)
    try:
        return from_bytes(path.name, data)
    except Problem as problem:
        raise Problem(say("{file}: {fault}", file=path.name, fault=problem.what)) from None


def from_file(path: Path) -> Copy:
    """The copy in a file, with those of its files that lie beside it; raises `Problem`."""
    copy = _copy(path)
    for one in copy.plan.attachments:
        if one.sha256 not in copy.files and (path.parent / files.FOLDER / one.sha256).exists():
            copy.files[one.sha256] = files.read(path.parent, one)
    return copy


def keep_files(folder: Path, plan: Plan, copies: Iterable[Copy]) -> list[str]:
    """Keep in `folder` the files that `plan` names and that came with a copy; returns the names of those still missing.

    Files are kept before the plan that names them is written: a file too many harms nobody, one too few does.
    """
    held = {digest: data for copy in copies for digest, data in copy.files.items()}
    missing = []
    for one in plan.attachments:
        if (folder / files.FOLDER / one.sha256).exists():
            continue
        if one.sha256 in held:
            files.keep(folder, held[one.sha256], one.name)
        else:
            missing.append(one.name)
    return missing
