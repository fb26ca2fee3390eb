"""What was accepted of an export goes into the plan's results, all of it or nothing."""

from collections.abc import Collection
from typing import Any

from pydantic import ValidationError

from promplan.export.results_compare import MOST, RESULTS, Difference, Found
from promplan.language import Problem, Words, say, say_many
from promplan.plan import edit
from promplan.plan.codec import explain
from promplan.plan.document import Plan


def take(plan: Plan, found: Difference, chosen: Collection[str]) -> tuple[Plan, list[Words]]:
    """The plan with the chosen results (by `Found.key`), and what was done.

    Raises:
        Problem: a row cannot be taken, its result has changed since it was compared, or there is no room for all; then
            nothing is taken.
    """
    rows = [one for one in found.rows if one.key in chosen]
    if not rows:
        raise Problem(say("No row is chosen: tick those that should go into the plan."))
    new = [one for one in rows if one.kind == "new"]
    if len(new) > (room := MOST - len(plan.results)):
        raise Problem(
            say(
                "A plan holds {most} results and has room for {room}; {new} new ones are chosen. Choose fewer.",
                most=MOST,
                room=max(0, room),
                new=len(new),
            )
        )
    for one in rows:
        if one.kind != "new":
            plan = _changed(plan, one)
    plan = _added(plan, new)
    told = []
    if n := len(new):
        told.append(say_many("{n} new result is in the plan.", "{n} new results are in the plan.", n))
    if n := len(rows) - len(new):
        told.append(say_many("{n} result was changed.", "{n} results were changed.", n))
    return plan, told


def _changed(plan: Plan, one: Found) -> Plan:
    if one.kind == "unread":
        raise _refused(one, say("it could not be read"))
    if not edit.is_there(plan, address := f"{RESULTS}/{one.id}"):
        raise _refused(one, say("the result is no longer in the plan"))
    now: Any = edit.find(plan, address)
    if any(getattr(now, name) != value for name, value in one.seen.items()):
        raise _refused(one, say("the result was changed meanwhile: choose the file again"))
    return edit.put(plan, address, one.values)


def _added(plan: Plan, new: list[Found]) -> Plan:
    for one in new:
        try:
            plan, _ = edit.add(plan, RESULTS, one.values)
        except ValidationError as error:
            raise _refused(one, explain(error)) from None
    return plan


def _refused(one: Found, why: Words) -> Problem:
    return Problem(
        say("Row {number}, {piece}: {why}. Nothing was taken.", number=one.number, piece=one.what[:60], why=why)
    )
