"""A plan leaves: one or several formats into a folder, each file the whole of it or nothing.

Errors of the review stop it before anything is written, with the list of what to fix; a draft leaves with its mark.
"""

import gc
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from promplan.export.formats import FORMATS, Format
from promplan.export.held import Held, beside, nothing
from promplan.export.wanted import READERS, Reader, Wanted
from promplan.export.whole import Whole, whole
from promplan.language import Problem, Words, say, say_many
from promplan.plan.document import Plan
from promplan.plan.exporting import export, may_hold
from promplan.plan.store import NAME
from promplan.plan.writing import folder_for
from promplan.review import Finding
from promplan.review.same_kind import by_kind, places

__all__ = [
    "ALL",
    "FOLDER",
    "FORMATS",
    "READERS",
    "Blocked",
    "Left",
    "Wanted",
    "beside",
    "formats",
    "leave",
]

ALL = "all"
LOOK = 50_000_000  # bytes of a file that is there already, and is looked at before it is written over
FOLDER = "export"  # beside the plan, or where the command is called
LARGE = ("docx", "html", "pdf", "pptx", "xlsx")  # made of parts that name each other: in memory until looked for
Progress = Callable[[int, int, Words], object]  # files that are done, of how many, and what is made now


class Blocked(Problem):
    """Errors of the review stop the export; `findings` are what to fix."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        n = len(findings)
        super().__init__(
            say_many(
                "{n} error of the review stops the export. Fix it, or export a draft, which says so on every page.",
                "{n} errors of the review stop the export. Fix them, or export a draft, which says so on every page.",
                n,
            )
        )
        self.findings = list(findings)

    def lines(self) -> list[str]:
        """What to fix, a line each: rule, object, smallest fix; what many have in common stands once."""
        return [found[0].line(places(found)) for found in by_kind(self.findings)]


@dataclass(frozen=True)
class Left:
    """What became of one format: its files, or why there are none."""

    format: Format
    files: tuple[Path, ...] = ()
    why: Words | None = None


def formats(asked: Iterable[str], reader: Reader = "") -> list[Format]:
    """The formats that these ids name, "all" for every one that is this reader's, each once.

    Raises:
        Problem: no format is called so, or it is not for this reader.
    """
    found: dict[str, Format] = {}
    for one in asked:
        if one == ALL:
            found |= {id_: it for id_, it in FORMATS.items() if reader in it.readers}
        elif one not in FORMATS:
            known = ", ".join((*FORMATS, ALL))
            raise Problem(say("There is no format {id}. Choose one of these: {known}.", id=one, known=known))
        elif reader not in FORMATS[one].readers:
            who = READERS[reader]
            raise Problem(say("{format} holds what is not for this reader: {reader}. Choose another format.",
                              format=FORMATS[one].words, reader=who))  # fmt: skip
        else:
            found[one] = FORMATS[one]
    if not found:
        raise Problem(say("Say which format you want, such as pdf or docx; all is every one."))
    return list(found.values())


def leave(
    plan: Plan,
    asked: Sequence[str],
    folder: Path,
    wanted: Wanted,
    *,
    held: Held = nothing,
    reads: Iterable[Path] = (),
    force: bool = False,
    told: Progress = lambda done, of, what: None,
) -> list[Left]:
    """Write the formats into `folder`, in the interface language; what became of each.

    A format of which there is nothing in the plan yet is told, where others leave; asked for alone, it is a `Problem`.

    Args:
        asked: ids of formats, or "all". held: the files beside the plan. reads: the files that the plan was read from.
        force: write over foreign files too; over a plan never. told: is called before each step.

    Raises:
        Blocked: errors of the review are open, and no draft is wanted. Problem: a file cannot be written.
    """
    chosen, sources = formats(asked, wanted.reader), tuple(reads)
    told(0, len(chosen), say("the plan is read, and its pictures are drawn"))
    read = whole(plan, wanted, held)
    if read.blocking and not wanted.draft and any(one.waits for one in chosen):
        raise Blocked(read.blocking)
    folder_for(folder)
    for one in chosen:  # asked before the long work
        target = folder / one.name(wanted)
        may_hold(target, one.ours, reads=sources, force=force, largest=LOOK, plans=_plans(one, target))
    left: list[Left] = []
    faults: list[Exception] = []
    for n, one in enumerate(chosen):
        told(n, len(chosen), one.words)
        try:
            left.append(_one(one, read, folder, sources, force, alone=len(chosen) == 1))
        except Problem:
            raise
        except Exception as fault:  # a fault of ours in one format: the others are written all the same
            faults.append(fault)
        if one.ending in LARGE:
            gc.collect()
    if faults:
        raise faults[0]
    told(len(chosen), len(chosen), say("everything is written"))
    return left


def _one(one: Format, read: Whole, folder: Path, sources: Sequence[Path], force: bool, *, alone: bool) -> Left:
    try:
        made = one.files(read)
    except Problem as problem:
        if alone:
            raise
        return Left(one, why=problem.what)
    written = []
    for name, data in made.items():
        target = folder / name
        room, again = len(data) + LOOK, _plans(one, target)
        export(target, data, one.ours, reads=sources, force=force, largest=room, plans=again)
        written.append(target)
    return Left(one, tuple(written))


def _plans(one: Format, target: Path) -> bool:
    """An export that is a plan itself is written anew; whatever is called as the team's own plan is never."""
    return one.id in ("json", "schema") and target.name != NAME
