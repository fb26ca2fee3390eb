"""What was accepted of a sheet goes into the plan, all of it or nothing; what was refused stays as it is."""

from collections.abc import Collection, Sequence
from typing import Any

from pydantic import ValidationError

from promplan.export.calendar_columns import held, told
from promplan.export.calendar_compare import Change, Difference, Row
from promplan.language import Problem, Words, say, say_many
from promplan.plan import edit
from promplan.plan.codec import explain
from promplan.plan.document import Plan

ITEMS = "items"
MOST = next(it.max_length for it in Plan.model_fields[ITEMS].metadata if hasattr(it, "max_length"))  # of pieces


def take(plan: Plan, found: Difference, chosen: Collection[str]) -> tuple[Plan, list[Words]]:
    """The plan with the chosen rows (by `Row.key`), and what was done.

    Raises:
        Problem: a row cannot be taken (it was not read, or the piece has changed since it was compared), or the plan
            has no room for all; then nothing is.
    """
    rows = [one for one in found.rows if one.key in chosen]
    if not rows:
        raise Problem(say("No row is chosen: tick those that should go into the plan."))
    _room(plan, rows)
    counts = {"changed": 0, "new": 0, "gone": 0}
    for row in rows:
        try:
            plan = _taken(plan, row)
        except ValidationError as error:
            raise _refused(row, explain(error)) from None
        counts[row.kind] += 1
    return plan, _done(counts)


def _room(plan: Plan, rows: Sequence[Row]) -> None:
    new, gone = (sum(one.kind == kind for one in rows) for kind in ("new", "gone"))
    room = MOST - len(plan.items) + gone
    if new > room:
        raise Problem(
            say(
                "A plan holds {most} pieces and has room for {room}; {new} new ones are chosen. Choose fewer.",
                most=MOST,
                room=max(0, room),
                new=new,
            )
        )


def _taken(plan: Plan, row: Row) -> Plan:
    if row.kind == "unread":
        raise _refused(row, say("it could not be read"))
    if row.kind == "new":
        return edit.add(plan, ITEMS, _values(row.changes))[0]
    if not edit.is_there(plan, address := f"{ITEMS}/{row.id}"):
        raise _refused(row, say("the piece is no longer in the plan"))
    if row.kind == "gone":
        return edit.remove(plan, address)
    item: Any = edit.find(plan, address)
    if any(told(one.column, held(item, one.column)) != one.seen for one in row.changes):
        raise _refused(row, say("the piece was changed meanwhile: choose the sheet again"))
    for part, values in _parts(row.changes).items():
        plan = edit.put(plan, f"{address}/{part}" if part else address, values)
    return plan


def _parts(changes: Sequence[Change]) -> dict[str, dict[str, Any]]:
    """The values by the part of the item that holds them."""
    found: dict[str, dict[str, Any]] = {}
    for one in changes:
        found.setdefault(one.column.part, {})[one.column.field] = one.value
    return found


def _values(changes: Sequence[Change]) -> dict[str, Any]:
    """A new piece with its parts."""
    parts = _parts(changes)
    return {**parts.pop("", {}), **parts}


def _refused(row: Row, why: Words) -> Problem:
    return Problem(
        say(
            "Row {number}, {piece}: {why}. Nothing was taken.",
            number=row.number or "–",
            piece=row.id or row.title[:60],
            why=why,
        )
    )


def _done(counts: dict[str, int]) -> list[Words]:
    told_ = []
    if n := counts["changed"]:
        told_.append(say_many("{n} piece was changed.", "{n} pieces were changed.", n))
    if n := counts["new"]:
        told_.append(say_many("{n} new piece is in the plan.", "{n} new pieces are in the plan.", n))
    if n := counts["gone"]:
        told_.append(say_many("{n} piece has left the plan.", "{n} pieces have left the plan.", n))
    return told_
