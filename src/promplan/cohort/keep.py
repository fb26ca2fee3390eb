"""A plan that was found, read and written to `collected/TEAM/N/`: whole, with its files, or not at all.

The folder is made beside and then renamed; in it `taken.json` says what it is. So the register can be lost or be late,
and nothing that was taken is.
"""

import contextlib
import hashlib
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from pydantic import ValidationError

from promplan.cohort import names
from promplan.cohort.entry import Entry, Holder, Rejected, chunks
from promplan.cohort.folder import Workshop
from promplan.cohort.register import Taken
from promplan.cohort.walk import Found
from promplan.language import Problem, Words, say, say_many
from promplan.plan import files
from promplan.plan.codec import LIMIT, dumps, loads
from promplan.plan.document import Plan
from promplan.plan.migrations import VERSION, LaterVersion
from promplan.plan.pack import RESERVED
from promplan.plan.store import NAME
from promplan.plan.store import read as read_plan
from promplan.plan.writing import write
from promplan.text.filenames import file_name

WORK = ".collecting"  # the workshop's folder for halves; nothing in it is anybody's
NOTE = "taken.json"
MOST_NOTE = 100_000  # bytes
MADE_TOGETHER = 200_000_000  # bytes of what was made of a plan
VERSION_SAID = re.compile(rb'"schema_version"\s*:\s*(\d{1,6})')


@dataclass(frozen=True)
class Read:
    """A plan with its bytes as they came."""

    plan: Plan
    text: bytes
    digest: str
    notes: tuple[Words, ...]


def text_of(holder: Holder, entry: Entry) -> bytes:
    """The bytes of a plan's file; `Rejected` where it is too large or cannot be read."""
    with holder.open(entry) as stream:
        text = b"".join(chunks(stream, LIMIT))
    if len(text) > LIMIT:
        raise Rejected("too large", say("it is larger than a plan may be ({limit} MB)", limit=LIMIT // files.MB))
    return text


def read(text: bytes) -> Read:
    """The plan in its bytes.

    Raises:
        Rejected: it is none, damaged, or a newer promplan's.
    """
    try:
        plan = loads(text)
    except LaterVersion as problem:
        raise Rejected("newer", problem.what) from None
    except Problem as problem:
        raise Rejected("damaged" if b'"schema_version"' in text else "not a plan", problem.what) from None
    except (ValueError, RecursionError, OverflowError) as error:
        raise Rejected("damaged", say("it is damaged ({why})", why=type(error).__name__)) from None
    said = VERSION_SAID.search(text)
    by_hand = said is not None and int(said[1]) == VERSION and text != dumps(plan)
    notes = (say("edited by hand or by another program, and still a plan"),) if by_hand else ()
    return Read(plan, text, hashlib.sha256(text).hexdigest(), notes)


def keep(workshop: Workshop, found: Found, read: Read, taken: Taken) -> Taken:
    """Write the plan's folder; returns the entry with what came with it.

    Raises:
        Problem: the disk refuses.
    """
    half = workshop.root / WORK / uuid4().hex
    try:
        half.mkdir(parents=True)
        (half / NAME).write_bytes(read.text)
        notes = [*_attachments(found, read.plan, half), *_made(found, half)]
        count = sum(1 for one in half.rglob("*") if one.is_file()) - 1
        taken = taken.model_copy(
            update={"cleaned": [*taken.cleaned, *(str(one)[:300] for one in notes)], "files": count}
        )
        write(half / NOTE, taken.model_dump_json(indent=1).encode("utf-8"))
        target = home(workshop, taken)
        target.parent.mkdir(parents=True, exist_ok=True)
        half.rename(target)
    except OSError as error:
        raise Problem(
            say(
                "{team}'s plan cannot be kept ({reason}). Free some room or check that you may write into the "
                "workshop's folder, then collect again: what was taken stays.",
                team=taken.called or taken.team,
                reason=error.strerror or type(error).__name__,
            )
        ) from None
    finally:
        shutil.rmtree(half, ignore_errors=True)
    return taken


def _attachments(found: Found, plan: Plan, folder: Path) -> Iterator[Words]:
    """Keep what the plan names and what came; tell what did not."""
    beside, room = folder / files.FOLDER, files.TOGETHER
    missing, wrong = [], []
    for one in {it.sha256: it for it in plan.attachments}.values():
        entry = found.around.files.get(one.sha256)
        if entry is None:
            missing.append(one.name)
            continue
        beside.mkdir(exist_ok=True)
        size = _copied(found.holder, entry, beside / one.sha256, min(files.EACH, room), one.sha256)
        room -= size or 0
        if size is None:
            wrong.append(one.name)
    if missing:
        yield say_many(
            "{n} file of the plan did not come with it ({files})",
            "{n} files of the plan did not come with it ({files})",
            len(missing),
            files=_few(missing),
        )
    if wrong:
        yield say("damaged, too large or not what was packed: {files}", files=_few(wrong))
    if spare := sorted(set(found.around.files) - {one.sha256 for one in plan.attachments}):
        yield say_many(
            "{n} file came that the plan does not name; left where it is",
            "{n} files came that the plan does not name; left where they are",
            len(spare),
        )


def _made(found: Found, folder: Path) -> Iterator[Words]:
    """Keep what was made of the plan, under names that every system takes."""
    room, wrong = MADE_TOGETHER, []
    for member, entry in sorted(found.around.made.items()):
        kind, _, name = member.rpartition("/")
        stem, _, ending = name.rpartition(".")
        safe = file_name(stem, kind)
        safe = f"{kind}-{safe}" if RESERVED.fullmatch(safe) else safe
        target = folder / kind / f"{safe}.{ending.casefold()}"
        if target.exists():
            mark = hashlib.sha256(member.encode("utf-8", "replace")).hexdigest()[:6]
            target = target.with_stem(f"{target.stem}-{mark}")
        target.parent.mkdir(exist_ok=True)
        size = _copied(found.holder, entry, target, min(files.EACH, room))
        room -= size or 0
        if size is None:
            wrong.append(name)
    if wrong:
        yield say("damaged, too large or not what was packed: {files}", files=_few(wrong))


def _copied(holder: Holder, entry: Entry, target: Path, most: int, digest: str = "") -> int | None:
    """Copy an entry piece by piece; its size, or None where it is not what it should be, and then nothing stands."""
    sum_, size = hashlib.sha256(), 0
    try:
        with holder.open(entry) as stream, target.open("xb") as out:
            for piece in chunks(stream, most):
                size += len(piece)
                sum_.update(piece)
                out.write(piece)
    except Rejected:
        size = most + 1
    if size > most or (digest and sum_.hexdigest() != digest):
        target.unlink(missing_ok=True)
        return None
    return size


def _few(said: list[str], most: int = 4) -> str:
    return ", ".join(names.short(names.cleaned(one), 40) for one in said[:most]) + (" …" if len(said) > most else "")


def kept(workshop: Workshop) -> Iterator[Taken]:
    """What stands in `collected/`, by the notes in its folders; one whose note says another place is not ours."""
    root = workshop.collected
    for note in sorted(root.glob(f"*/*/{NOTE}")) if root.is_dir() else ():
        with contextlib.suppress(OSError, ValidationError, ValueError):
            if note.stat().st_size <= MOST_NOTE:
                one = Taken.model_validate_json(note.read_bytes())
                if note.parent == home(workshop, one):
                    yield one


def home(workshop: Workshop, taken: Taken) -> Path:
    """The folder of a plan that was taken."""
    return workshop.collected / taken.team / str(taken.n)


def plan_of(workshop: Workshop, taken: Taken) -> Plan:
    """A plan that was taken; raises `Problem` where somebody has spoiled it since."""
    return read_plan(home(workshop, taken) / NAME)


def next_number(workshop: Workshop, team: str, taken: list[Taken]) -> int:
    """The first number of a team that nothing stands under."""
    n = max((one.n for one in taken if one.team == team), default=0) + 1
    while (workshop.collected / team / str(n)).exists():
        n += 1
    return n
