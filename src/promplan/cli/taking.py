"""What the commands share that bring a file into a plan: columns that are named, rows that are shown or taken."""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from promplan.cli.words import tell
from promplan.language import Problem, Words, say
from promplan.plan.document import Plan

MOST = 20_000_000  # bytes of a file that is read


def plan_to_change(plan: Path) -> Plan:
    """The plan in a file that may be changed; `Problem` where it is none, and nothing is made in its place."""
    from promplan.plan.merging.copies import plan_in

    document = plan_in(plan)
    if plan.suffix.casefold() == ".zip":
        raise Problem(say("{file} is what was handed in. Name the team's media-plan.json.", file=plan.name))
    return document


def columns_said(
    heads: Sequence[str], mapping: Mapping[int, str], columns: Sequence[str], fields: Collection[str]
) -> dict[int, str]:
    """The columns as guessed, and as they are said to be (HEAD=FIELD)."""
    found = dict(mapping)
    for one in columns:
        head, _, key = one.rpartition("=")
        if head not in heads or key not in fields:
            raise Problem(
                say(
                    "“{said}”: write a head of the sheet, an = and a field. Heads: {heads}. Fields: {fields}.",
                    said=one,
                    heads=", ".join(filter(None, heads)),
                    fields=", ".join(fields),
                )
            )
        found = {place: it for place, it in found.items() if it != key}
        found[list(heads).index(head)] = key
    return found


def shown(found: Any, said: Callable[[Any], Any], counted: Callable[[Any], Sequence[Words]]) -> None:
    """Tell a difference row by row."""
    for one in map(said, found.rows):
        tell(f"{one.key}: {one.head}")
        for words, before, after in one.changes:
            tell(f"    {words}: {before or '–'} → {after or '–'}")
        for note in one.notes:
            tell(f"    {note}")
    for line in (*found.notes, *counted(found)):
        tell(line)


def taken(
    plan: Path,
    document: Plan,
    rows: Collection[str],
    difference: Callable[[Plan], Any],
    take: Callable[[Plan, Any, Collection[str]], tuple[Plan, list[Words]]],
) -> None:
    """Take rows into the plan by their keys (all: every row without a warning), all of them or none, and tell it."""
    from promplan.plan.store import FileStore

    told: list[Words] = []

    def change(now: Plan) -> Plan:
        what = difference(now)
        known = {one.key for one in what.rows}
        wanted = {one.key for one in what.rows if one.calm} if "all" in rows else set(rows)
        if strange := sorted(wanted - known):
            raise Problem(say("There is no row {keys} in the list.", keys=", ".join(strange)))
        new, lines = take(now, what, wanted)
        told[:] = lines
        return new

    change(document)
    store = FileStore(plan)
    store.keep()
    store.replace(change)
    for line in told:
        tell(line)
