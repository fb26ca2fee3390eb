"""Collect what teams handed in: copied to `submissions/`, read there, each plan kept under its team and told.

Nothing of a student's is run, changed or deleted. What is hostile or damaged is refused with its reason and the rest is
taken. It may be stopped at any point and started again: only what is new is read.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from promplan.cohort import keep as keeping
from promplan.cohort import names
from promplan.cohort.archive import Archive
from promplan.cohort.arrange import arrange, side_by_side
from promplan.cohort.entry import Entry, Rejected
from promplan.cohort.folder import Workshop
from promplan.cohort.keep import WORK
from promplan.cohort.loose import Loose
from promplan.cohort.people import Cohort, Team
from promplan.cohort.register import Refused, Register, Taken, save
from promplan.cohort.renamed import rename
from promplan.cohort.resume import alone, register_of, zone_of
from promplan.cohort.sources import bring
from promplan.cohort.standing import reach, settle
from promplan.cohort.walk import Allowance, Found, Lost, Origin, head_of, instead, of_unit, walk
from promplan.cohort.whose import whose
from promplan.language import Problem, say
from promplan.plan.files import FOLDER
from promplan.plan.migrations import VERSION

NOT_COPIED = "not copied"  # the stamp of what was refused on its way to submissions/
EVERY = 25  # plans after which the register is written: what a kill loses of it stands in the folders' notes
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Collected:
    """What came of a collecting.

    Attributes:
        register: all that was ever met. taken: what this run took. refused: what this run refused.
        missing: the teams of whom nothing was ever taken. cohort: who takes part.
    """

    cohort: Cohort
    register: Register
    taken: list[Taken]
    refused: list[Refused]
    missing: list[Team]


def collect(workshop: Workshop, sources: Sequence[Path] = (), progress: Progress | None = None) -> Collected:
    """Collect from files and folders; with none, from what lies in `submissions/`.

    Args:
        progress: told the bytes done with, all bytes, and what is looked at.

    Raises:
        Problem: there is no workshop, no such source, another collecting goes on, or the disk refuses.
    """
    cohort = workshop.cohort()
    with alone(workshop):
        try:
            return _Collecting(workshop, cohort, progress or (lambda done, of, what: None)).run(sources)
        except OSError as error:
            raise Problem(
                say(
                    "Collecting has stopped ({reason}). Free some room or check that you may write into the workshop's "
                    "folder, then collect again: what was taken stays.",
                    reason=error.strerror or type(error).__name__,
                )
            ) from None


class _Collecting:
    def __init__(self, workshop: Workshop, cohort: Cohort, progress: Progress) -> None:
        self.workshop, self.cohort, self.progress = workshop, cohort, progress
        self.zone = zone_of(cohort.time_zone)
        self.register = register_of(workshop)
        rename(workshop, self.register, cohort)
        self.known = {(one.source, one.inside, one.digest) for one in self.register.taken}
        self.taken: list[Taken] = []
        self.refused: list[Refused] = []
        self.done, self.of, self.unsaved = 0, 1, 0

    def run(self, sources: Sequence[Path]) -> Collected:
        """Copy, read, settle, save."""
        self.of = sum(map(_size, sources)) or 1
        missed = [one for source in sources for one in bring(self.workshop, source, self.zone, self._brought)]
        found = Loose(self.workshop.submissions, self.zone) if self.workshop.submissions.is_dir() else None
        if found is not None:
            self._forget(found, missed)
            self._read(found)
        self._save()
        shown = {one.team for one in self.register.taken}
        missing = [one for one in self.cohort.teams if one.id not in shown]
        return Collected(self.cohort, self.register, self.taken, self.refused, missing)

    def _read(self, found: Loose) -> None:
        """Everything in `submissions/`, the units of its own, its archives each for itself."""
        self.done, self.of = 0, sum(one.size for one in found.entries) or 1
        for shown, fault in found.closed:
            self._refuse(Lost(shown, "", fault.kind, fault.why))
        spool = self.workshop.root / WORK
        tops: dict[str, list[Entry]] = {}
        for one in found.entries:
            tops.setdefault(one.path.partition("/")[0], []).append(one)
        for top in sorted(tops):
            for unit in arrange(tops[top], lambda one: head_of(found, one)):
                zips, unit.zips = unit.zips, []
                beside: list[tuple[Entry, str]] = []
                if side_by_side(unit, zips):  # each file among them is one of its own
                    beside, unit.other = unit.other, []
                for loose in of_unit(found, unit, Origin(""), spool, Allowance()):
                    self._one(loose)
                for one, kind in beside:
                    self._one(Lost("", one.path, "not a plan", instead([(one, kind)])))
                for one in zips:
                    self._archive(found, one, unit.who, unit.name)
            self.done += sum(one.size for one in tops[top])
            self._tick(0, top)

    def _forget(self, found: Loose, missed: list[Lost]) -> None:
        """What was refused is said anew, but for archives that are not opened again and for what was not copied."""
        there = {names.short(one.path, 300) for one in found.entries}
        done = {path: it for path, it in self.register.done.items() if path in there or it == NOT_COPIED}
        for one in missed:
            done.pop(one.source, None)
        self.register.refused = [one for one in self.register.refused if one.source in done]
        for one in missed:
            self._refuse(one)
            done[self.refused[-1].source] = NOT_COPIED
        self.register.done = done

    def _archive(self, found: Loose, entry: Entry, who: str, unit: str) -> None:
        """One zip in `submissions/`; not opened again once it was read to its end by this promplan."""
        status = entry.key.stat()
        stamp = f"{status.st_size}-{status.st_mtime_ns}-{VERSION}"
        source = names.short(entry.path, 300)
        if self.register.done.get(source) == stamp:
            return
        self.register.refused = [one for one in self.register.refused if one.source != source]
        origin = Origin(source, "", who, (entry.name, unit), None, entry.when, 0, entry.cleaned)
        before = here = self.done
        try:
            with found.open(entry) as stream:
                for one in walk(Archive(stream), origin, self.workshop.root / WORK):
                    self._one(one)
                    here = max(here, before + stream.tell())
                    self.progress(min(here, self.of), self.of, entry.name)
        except Rejected as fault:
            self._one(Lost(source, "", fault.kind, fault.why))
        self.register.done[source] = stamp

    def _one(self, one: Found | Lost) -> None:
        if isinstance(one, Lost):
            self._refuse(one)
            return
        source, inside = one.origin.source, one.origin.inside
        if not source:  # it lies in submissions/ by itself
            source, inside = inside, ""
        source, inside = names.short(source, 300), names.short(inside, 300)
        try:
            self._take(replace(one, origin=replace(one.origin, source=source, inside=inside)))
        except Rejected as fault:
            self._refuse(Lost(source, inside, fault.kind, fault.why))
        except (ArithmeticError, LookupError, RecursionError, MemoryError) as error:  # one plan stops no other
            why = say("it cannot be read ({why})", why=type(error).__name__)
            self._refuse(Lost(source, inside, "unreadable", why))

    def _take(self, found: Found) -> None:
        """Read a plan and keep it, unless it is kept already."""
        origin = found.origin
        text = keeping.text_of(found.holder, found.around.plan)
        if (origin.source, origin.inside, hashlib.sha256(text).hexdigest()) in self.known:
            return
        read_ = keeping.read(text)
        team = whose(read_.plan, tuple(filter(None, origin.called)), origin.who, self.cohort)
        notes = (*origin.cleaned, *found.around.plan.cleaned, *read_.notes, *team.notes)
        have = len(found.around.files.keys() & {one.sha256 for one in read_.plan.attachments})
        taken = Taken(
            team=team.id,
            n=keeping.next_number(self.workshop, team.id, self.register.taken),
            source=origin.source,
            inside=origin.inside,
            digest=read_.digest,
            received=origin.when or origin.file,
            cleaned=[str(one)[:300] for one in dict.fromkeys(map(str, notes))],
            reach=reach(read_.plan),
            called=names.cleaned(read_.plan.team.name)[:300],
        )
        same = [it for it in self.register.taken if it.digest == read_.digest]
        other = next((it for it in same if it.team == team.id), None)
        if other is not None and have <= self._attachments(other, found):
            taken = taken.model_copy(update={"n": other.n, "files": other.files})
        else:
            taken = keeping.keep(self.workshop, found, read_, taken)
        self.known.add((origin.source, origin.inside, read_.digest))
        self.register.taken.append(taken)
        self.taken.append(taken)
        self.unsaved += 1
        if self.unsaved >= EVERY:
            self._save()

    def _attachments(self, other: Taken, found: Found) -> int:
        """How many of the files that came now are kept with another copy of the same plan."""
        there = keeping.home(self.workshop, other) / FOLDER
        return sum((there / digest).exists() for digest in found.around.files)

    def _refuse(self, one: Lost) -> None:
        source, inside = (one.source, one.inside) if one.source else (one.inside, "")
        refused = Refused(
            source=names.short(names.cleaned(source) or ".", 300),
            inside=names.short(names.cleaned(inside), 300),
            kind=one.kind,
            why=names.short(names.cleaned(str(one.why)), 300),
        )
        self.register.refused.append(refused)
        self.refused.append(refused)

    def _brought(self, size: int) -> None:
        self._tick(size, "submissions")

    def _tick(self, size: int, what: str) -> None:
        self.done += size
        self.progress(min(self.done, self.of), self.of, what)

    def _save(self) -> None:
        self.register.taken = settle(self.register.taken)
        now = {(one.team, one.n, one.source, one.inside): one for one in self.register.taken}
        self.taken = [now[one.team, one.n, one.source, one.inside] for one in self.taken]
        save(self.workshop, self.register)
        self.unsaved = 0


def _size(source: Path) -> int:
    try:
        if source.is_dir():
            return sum(one.stat().st_size for one in source.rglob("*") if one.is_file() and not one.is_symlink())
        return source.stat().st_size
    except (OSError, ValueError):
        return 0
