"""The clearance letter: to whom it goes, what needs a word by which day, and a place to answer each line.

It is the clearance request on paper, for who signs with a pen; `clearance_request` makes the sheets that are read back.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from promplan.days.workdays import after, at_work
from promplan.export.answer_cells import channels
from promplan.export.clearance_asked import KINDS, Asked, asked
from promplan.export.outline_values import words
from promplan.export.plan_parts import drafted
from promplan.export.plan_pdf_front import head
from promplan.export.print_signs import text
from promplan.export.printed import is_printed, printed
from promplan.export.wanted import Reader
from promplan.export.whole import Whole
from promplan.language import Words, current, day, say, say_many
from promplan.plan.brief import SILENCES
from promplan.plan.document import Plan
from promplan.plan.safety import LAYERS, Layer

DAYS = 10  # working days to answer, where the brief says nothing
THEIRS: dict[Reader, tuple[Layer, ...]] = {
    "engineer": ("process owner",),
    "safety": ("safety",),
    "partner": (),
}


def made(told: Whole) -> bytes:
    """The PDF; where nothing needs a word any more, it says so.

    Raises:
        Problem: typst is not installed.
    """
    return printed("clearance.typ", data(told), ("ua-1",))


def is_ours(data: bytes) -> bool:
    """Are these the bytes of a PDF as `made` writes it?"""
    return is_printed(data)


def data(told: Whole) -> dict[str, Any]:
    """What the template reads."""
    plan = told.plan
    theirs = THEIRS.get(told.wanted.reader)
    found = [it for it in asked(plan) if theirs is None or it.layer in theirs]
    by = _by(plan, told.on)
    return {
        "language": current(),
        **head(told),
        "kind": str(say("Clearance letter")),
        **drafted(told),
        "to": text(plan.brief.contact or plan.brief.client, 300),
        "from": text(", ".join(it for it in (plan.team.name, plan.team.institution) if it), 300),
        "words": {
            "to": str(say("To")),
            "from": str(say("From")),
            "day": str(say("Day")),
            "answer": str(say("Answer")),
            "yes": str(say("yes")),
            "changed": str(say("yes, in these words")),
            "no": str(say("no")),
            "who": str(say("who, date, signature")),
        },
        "heads": [str(it) for it in (say("No."), say("What we ask"), say("Where and until when"), say("Answer"))],
        "lead": [str(it) for it in _lead(plan, found, by)],
        "groups": [_group(layer, [it for it in found if it.layer == layer]) for layer in _layers(found)],
    }


def _by(plan: Plan, on: date) -> date:
    """The day by which an answer is in time: what the brief says of the plant, from the plan's today."""
    days = DAYS if plan.brief.answer_days is None else plan.brief.answer_days
    return after(on, days, at_work(plan))


def _lead(plan: Plan, found: list[Asked], by: date) -> Iterable[Words]:
    if not found:
        yield say("Nothing in the plan needs a word any more: every fact, shot and work has its answer.")
        return
    n = say_many("{n} line", "{n} lines", len(found))
    yield say("We ask for a word on {n} below, by {day}. Until then nothing of it is shown anywhere.", n=n, day=by)
    yield say("Tick an answer on each line; where other words may go out, write them there. A copy comes back to us.")
    if plan.brief.silence_means:
        yield say("As agreed, silence means “{what}”.", what=words(SILENCES[plan.brief.silence_means]))


def _layers(found: list[Asked]) -> list[Layer]:
    return list(dict.fromkeys(it.layer for it in found))


def _group(layer: Layer, found: list[Asked]) -> dict[str, Any]:
    who = list(dict.fromkeys(it.who.strip() for it in found if it.who.strip()))
    return {
        "title": words(LAYERS[layer]),
        "who": text("; ".join(who), 400),
        "rows": [_row(it) for it in found],
    }


def _row(one: Asked) -> dict[str, str]:
    use = [channels(one.channels), str(say("until {day}", day=day(one.until))) if one.until else ""]
    return {
        "id": text(one.id, 40),
        "kind": f"{KINDS[one.kind]}:",
        "what": text(one.what, 500),
        "more": text(one.more, 500),
        "use": text(" · ".join(it for it in use if it), 200),
        "who": text(one.who, 120),
    }
