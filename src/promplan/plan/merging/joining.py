"""Joining two files of one plan: what a command line says of it, and where the joined plan is written."""

from pathlib import Path

from promplan.language import Problem, Words, say
from promplan.plan.codec import dumps
from promplan.plan.document import Plan
from promplan.plan.merging import Choice, Clash, Merged, merge, settle
from promplan.plan.merging.copies import from_file, keep_files
from promplan.plan.merging.differences import rows
from promplan.plan.naming import called
from promplan.plan.store import NAME, FileStore
from promplan.plan.writing import write


class Joining:
    """Two files of one plan and perhaps an older one of both; `side` decides whatever both changed.

    Raises:
        Problem: one of them cannot be read, or they are plans of two teams.
    """

    def __init__(self, mine: Path, theirs: Path, base: Path | None = None, side: Choice | None = None) -> None:
        self.path, self.side = mine, side
        self.mine, self.theirs, self.base = from_file(mine), from_file(theirs), from_file(base) if base else None
        self.merged = self._merge(self.mine.plan)

    def _merge(self, mine: Plan) -> Merged:
        return merge(mine, self.theirs.plan, self.base.plan if self.base else None)

    @property
    def open(self) -> bool:
        """Is there something that nobody decided?"""
        return bool(self.merged.asked) and self.side is None

    def told(self) -> list[str]:
        """What came, what left, what is called otherwise now, and both versions of whatever both changed."""
        lines = [str(one) for one in summary(self.merged, self.theirs.name)]
        for clash in self.merged.asked:
            lines += _both(clash)
        if self.merged.asked and self.side:
            lines.append(str(say("Mine stays.") if self.side == "mine" else say("Theirs comes.")))
        if self.open:
            lines.append(
                str(
                    say(
                        "Nothing was written. Decide with --mine or --theirs for all of them at once, "
                        "or one by one in a notebook, with pp.merge()."
                    )
                )
            )
        return lines

    def write(self, out: Path | None = None) -> list[str]:
        """Write the joined plan, into mine if no other place is said; returns what was done, line by line."""
        target = out or self.path
        in_place = target.exists() and target.samefile(self.path) and not self.mine.zipped
        if not in_place and (out is None or target.exists()):
            raise Problem(
                say(
                    "{file} is left as it is. Name a new file with --out, {name} in a folder of its own.",
                    file=target.name,
                    name=NAME,
                )
            )
        joined = self._settled(self.mine.plan)
        missing = keep_files(target.parent, joined, (self.mine, self.theirs))
        done = say("Joined: {file}", file=str(target))
        if not in_place:
            write(target, dumps(joined))
        elif joined != self.mine.plan:
            store = FileStore(target)
            store.keep()
            store.replace(self._settled)  # under the lock, on the newest plan
        else:
            done = say("{file} stays as it was.", file=str(target))
        lines = [str(done)]
        if missing:
            words = say(
                "These files came with neither copy: {names}. Put them into plan-files.", names=", ".join(missing)
            )
            lines.append(str(words))
        return lines

    def _settled(self, mine: Plan) -> Plan:
        merged = self._merge(mine)
        return settle(merged, {clash.address: self.side for clash in merged.asked} if self.side else {})


def summary(merged: Merged, name: str) -> list[Words]:
    """What joining took from the copy called `name`, in sentences; none where there is nothing new in it."""
    lines = []
    if merged.came:
        lines.append(say("New from {name}: {objects}.", name=name, objects=", ".join(map(called, merged.came))))
    if merged.gone:
        lines.append(say("Removed there, so removed here: {objects}.", objects=", ".join(map(called, merged.gone))))
    if merged.renamed:
        pairs = ", ".join(f"{old} → {new}" for old, new in merged.renamed.items())
        lines.append(say("They have other ids here: {pairs}.", pairs=pairs))
    if not lines and not merged.asked:
        lines.append(say("There is nothing new in {name}.", name=name))
    return lines


def _both(clash: Clash) -> list[str]:
    lines = [str(say("Different in the copies: {object}", object=called(clash.address)))]
    for row in rows(clash):
        lines.append(
            f"  {say('{label}: mine {mine} | theirs {theirs}', label=row.label, mine=row.mine, theirs=row.theirs)}"
        )
    return lines
