"""Join a teammate's copy from the panel: which copies lie here, what would come, what must be decided, and doing it.

The same three-way merge as everywhere: nothing is changed before Join, the backups keep what was, and what both changed
is asked about. What was shown and what is joined are compared: nothing is decided unseen.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from promplan.language import Problem, say
from promplan.plan.document import Plan
from promplan.plan.merging import Choice, Clash, Merged, merge, settle
from promplan.plan.merging.copies import Copy, from_bytes, from_file, keep_files
from promplan.plan.merging.differences import rows
from promplan.plan.merging.joining import summary
from promplan.plan.naming import called
from promplan.plan.pack import SUFFIX
from promplan.plan.store import NAME, FileStore, read

MOST = 40  # files of a folder that are looked into
LARGEST = 9_000_000  # bytes of an uploaded copy


def lying_here(folder: Path) -> list[dict[str, str]]:
    """The copies of plans in a learner's folder, by name and team; what cannot be read is none."""
    return [{"name": one.name, "team": one.plan.team.name} for one in _copies(folder)]


def _copies(folder: Path) -> Iterator[Copy]:
    files = sorted(one for one in folder.iterdir() if one.name != NAME and not one.name.startswith("."))
    for file in [one for one in files if one.suffix == ".json" or one.name.endswith(SUFFIX)][:MOST]:
        with suppress(Problem, OSError):
            if _inside(folder, file):
                yield from_file(file)


def chosen(folder: Path, name: str, content: bytes | None) -> Copy:
    """The copy that was chosen: one that was uploaded, or a file of the folder by its name; raises `Problem`."""
    if content is not None:
        if len(content) > LARGEST:
            raise Problem(
                say(
                    "{file} has more than {limit} MB. Put it into your course folder and choose it there.",
                    file=name,
                    limit=LARGEST // 1_000_000,
                )
            )
        try:
            return from_bytes(name, content)
        except Problem as problem:
            raise Problem(say("{file}: {fault}", file=name, fault=problem.what)) from None
    file = folder / name
    if not name or file.parent != folder or name in (NAME, ".", "..") or not _inside(folder, file):
        raise Problem(say("There is no file {file} here. Check the name and the folder.", file=name))
    return from_file(file)


def _inside(folder: Path, file: Path) -> bool:
    """No link leads out of the folder."""
    return file.resolve().is_relative_to(folder.resolve())


def shown(folder: Path, theirs: Copy, base: Copy | None) -> dict[str, Any]:
    """What joining would bring and what it would ask, in words; writes nothing."""
    return _told(_merged(_mine(folder), theirs, base), theirs)


def join(folder: Path, theirs: Copy, base: Copy | None, choices: Mapping[str, str], seen: str) -> dict[str, Any]:
    """Join into the newest plan as was chosen; raises `Problem` while something is open, or not as it was shown."""
    _mine(folder)  # a plan that cannot be read is left as it lies

    def change(plan: Plan) -> Plan:
        merged = _merged(plan, theirs, base)
        if _mark(merged.asked) != seen:
            raise Problem(say("Your plan was changed elsewhere just now. Look at the questions again, then join."))
        return settle(merged, cast(Mapping[str, Choice], choices))

    store = FileStore(folder / NAME)
    joined = change(store.plan)
    missing = keep_files(folder, joined, [theirs])
    kept = store.keep()
    store.replace(change)
    lines = [
        say("Joined with {name}.", name=theirs.name),
        say("How it was before is kept: plan-backups/{name}.", name=kept),
    ]
    if missing:
        names = ", ".join(missing)
        lines.append(say("These files did not come with it: {names}. Put them into plan-files.", names=names))
    return {"joined": [str(one) for one in lines]}


def _mine(folder: Path) -> Plan:
    if not (folder / NAME).exists():
        raise Problem(say("No media plan here yet: it is made with your first answer."))
    return read(folder / NAME)


def _merged(mine: Plan, theirs: Copy, base: Copy | None) -> Merged:
    return merge(mine, theirs.plan, base.plan if base else None)


def _told(merged: Merged, theirs: Copy) -> dict[str, Any]:
    clashes = [
        {
            "address": clash.address,
            "title": str(say("Different in the copies: {object}", object=called(clash.address))),
            "which": str(say("{object}: which stays?", object=called(clash.address))),
            "rows": [{"label": row.label, "mine": row.mine, "theirs": row.theirs} for row in rows(clash)],
        }
        for clash in merged.asked
    ]
    return {
        "name": theirs.name,
        "lines": [str(one) for one in summary(merged, theirs.name)],
        "clashes": clashes,
        "seen": _mark(merged.asked),
    }


def _mark(asked: Iterable[Clash]) -> str:
    """What was asked about, as one word: other questions, another word."""
    told = [(one.address, one.mine, one.theirs) for one in asked]
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()[:16]
