"""From a folder or an archive to its plans: every file is looked at once, and nothing is passed over in silence.

A zip in a zip is opened, and one in that; what lies deeper is refused. Each hand-in has its own allowance of bytes, so
that one bomb takes nothing from those who come after it.
"""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from promplan.cohort import names
from promplan.cohort.archive import Archive
from promplan.cohort.arrange import Around, Unit, arrange, own_name
from promplan.cohort.entry import Entry, Holder, Kind, Rejected, chunks
from promplan.cohort.kinds import ASK, HEAD, said
from promplan.cohort.listing import MEMBERS
from promplan.language import Words, say, say_many
from promplan.plan.files import MB
from promplan.plan.pack import LARGEST

DEEPEST = 2  # zips in each other below the one that was handed in
ALLOWED = 2 * LARGEST  # bytes that the zips of one hand-in may unfold to, all together
LOOKED_AT = 3 * MEMBERS  # files in them, all together
IN_MEMORY = 4_000_000  # bytes of an inner zip that are held without a file
FEW = 6  # names that a reason tells


@dataclass
class Allowance:
    """The bytes that may still be unfolded for one hand-in, and the files in its zips that may be looked at."""

    left: int = ALLOWED
    files: int = LOOKED_AT

    def take(self, amount: int) -> None:
        """Spend; `Rejected` once nothing is left."""
        self.left -= amount
        if self.left < 0:
            raise Rejected(
                "hostile", say("what is in it unfolds to more than {limit} MB together", limit=ALLOWED // MB)
            )

    def look(self, amount: int) -> None:
        """Spend on files; `Rejected` once nothing is left."""
        self.files -= amount
        if self.files < 0:
            raise Rejected("hostile", say("its zips hold more than {limit} files together", limit=LOOKED_AT))


@dataclass(frozen=True)
class Origin:
    """Where something was met.

    Args:
        source: the file that was handed in. inside: the path in it, zips parted by " › ". who: as Moodle says.
        called: names of the zips around, the nearest first. when: the date that the outermost holder gives; where none
            does, the `file`'s own. depth: zips around it. cleaned: what was put right on the way.
    """

    source: str
    inside: str = ""
    who: str = ""
    called: tuple[str, ...] = ()
    when: datetime | None = None
    file: datetime | None = None
    depth: int = 0
    cleaned: tuple[Words, ...] = ()

    def at(self, entry: Entry) -> str:
        """The path inside, as far as an entry of it."""
        return f"{self.inside} › {entry.path}" if self.inside else entry.path


@dataclass(frozen=True)
class Found:
    """A plan's file, not read yet, with what lies beside it; its holder is open while it is looked at."""

    holder: Holder
    around: Around
    origin: Origin
    allowance: Allowance = field(repr=False)


@dataclass(frozen=True)
class Lost:
    """What cannot be taken, and why."""

    source: str
    inside: str
    kind: Kind
    why: Words


def head_of(holder: Holder, entry: Entry) -> bytes:
    """The first bytes of an entry; none where it cannot be read, and then what it is cannot be told."""
    try:
        with holder.open(entry) as stream:
            return stream.read(HEAD)
    except Rejected:
        return b""


def walk(holder: Holder, origin: Origin, spool: Path, allowance: Allowance | None = None) -> Iterator[Found | Lost]:
    """Everything in a holder, its zips opened; `spool` is the folder for their bytes meanwhile."""
    units = arrange(holder.entries, lambda one: head_of(holder, one), one_of_one=True)
    for unit in units:
        yield from of_unit(holder, unit, origin, spool, allowance or Allowance())
    if not units:
        yield Lost(origin.source, origin.inside, "not a plan", say("it is empty. {ask}", ask=ASK))


def of_unit(holder: Holder, unit: Unit, origin: Origin, spool: Path, allowance: Allowance) -> Iterator[Found | Lost]:
    """What one hand-in of a holder comes to."""
    for one in unit.troubled:
        yield lost(one, origin, one.trouble or Rejected("unreadable", say("it cannot be read")))
    within = replace(origin, who=unit.who or origin.who, called=_called(unit, origin))
    notes = _notes(unit)
    for plan in unit.plans:
        here = _into(within, plan.plan)
        yield Found(holder, plan, replace(here, cleaned=(*here.cleaned, *notes)), allowance)
    taken = bool(unit.plans)
    for zip_ in unit.zips:
        here = replace(_into(within, zip_), cleaned=(*within.cleaned, *zip_.cleaned, *notes))
        for found in _inner(holder, zip_, here, spool, allowance):
            taken = taken or isinstance(found, Found)
            yield found
    if unit.other and not taken:
        yield Lost(origin.source, _place(unit, origin), "not a plan", instead(unit.other))
    if unit.system and not taken:
        yield Lost(origin.source, _place(unit, origin), "not a plan", _system(unit.system))


def lost(entry: Entry, origin: Origin, fault: Rejected) -> Lost:
    """An entry that cannot be taken."""
    return Lost(origin.source, names.short(origin.at(entry), 250), fault.kind, fault.why)


def _into(origin: Origin, entry: Entry) -> Origin:
    """The origin of what is in an entry: the outermost date is the one on which it was handed in."""
    return replace(
        origin, inside=origin.at(entry), called=(own_name(entry), *origin.called), when=origin.when or entry.when
    )


def _inner(holder: Holder, entry: Entry, origin: Origin, spool: Path, allowance: Allowance) -> Iterator[Found | Lost]:
    """What is in a zip that lies in a holder."""
    fault: Rejected | None = None
    if origin.depth >= DEEPEST:
        fault = Rejected("hostile", say("zips lie in each other more than {n} deep", n=DEEPEST + 1))
    elif entry.size > LARGEST:
        fault = Rejected("too large", say("it is larger than {limit} MB", limit=LARGEST // MB))
    if fault is None:
        with tempfile.SpooledTemporaryFile(IN_MEMORY, dir=str(spool)) as stream:
            try:
                with holder.open(entry) as packed:
                    for piece in chunks(packed, LARGEST):
                        allowance.take(len(piece))
                        stream.write(piece)
                archive = Archive(stream)
                allowance.look(len(archive.entries))
            except Rejected as error:
                fault = error
            else:
                yield from walk(archive, replace(origin, depth=origin.depth + 1), spool, allowance)
    if fault is not None:
        yield Lost(origin.source, names.short(origin.inside, 250), fault.kind, fault.why)


def _called(unit: Unit, origin: Origin) -> tuple[str, ...]:
    return (unit.name, *origin.called) if unit.name and not unit.who else origin.called


def _place(unit: Unit, origin: Origin) -> str:
    inside = " › ".join(filter(None, (origin.inside, unit.path)))
    return names.short(inside, 250)


def _notes(unit: Unit) -> tuple[Words, ...]:
    """What was left where it is, counted, with the first names."""
    notes: list[Words] = []
    if unit.system:
        notes.append(_system(unit.system))
    if unit.other:
        notes.append(
            say_many(
                "{n} other file was left where it is ({files})",
                "{n} other files were left where they are ({files})",
                len(unit.other),
                files=_few([one for one, _ in unit.other]),
            )
        )
    return tuple(notes)


def _system(entries: list[Entry]) -> Words:
    return say_many(
        "{n} file of a system was left out ({files})",
        "{n} files of a system were left out ({files})",
        len(entries),
        files=_few(entries),
    )


def _few(entries: list[Entry]) -> str:
    shown = ", ".join(names.short(one.name, 40) for one in entries[:FEW])
    return shown + (" …" if len(entries) > FEW else "")


def instead(other: list[tuple[Entry, str]]) -> Words:
    """What came instead of a plan: the files, each with its kind."""
    kinds = [kind for _, kind in other]
    if len(set(kinds)) == 1:
        what: Words | str = said(kinds[0])
    else:
        what = "; ".join(f"{names.short(one.name, 40)}: {said(kind)}" for one, kind in other[:3])
    if len(other) == 1:
        return say("there is no plan, only {what}. {ask}", what=what, ask=ASK)
    return say_many(
        "there is no plan in {n} file: {what}. {ask}",
        "there is no plan in {n} files: {what}. {ask}",
        len(other),
        what=what,
        ask=ASK,
    )
