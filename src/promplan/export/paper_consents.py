"""The consent register: who, by role, agreed to what, on which channels, until when, and who has taken it back.

No names: a role at the plant is enough to look at a shot; whose it is stands in the plan, and the signed papers lie at
the plant.
"""

from typing import Any

from promplan.export.outline_values import words
from promplan.export.plan_parts import drafted
from promplan.export.plan_pdf_front import head
from promplan.export.print_signs import text
from promplan.export.printed import is_printed, printed
from promplan.export.whole import Whole
from promplan.language import Words, current, day, say, say_many
from promplan.plan.consents import AGE_GROUPS, CONSENT_STATES, COVERED, Consent, Person
from promplan.plan.document import Plan
from promplan.plan.enterprise import CHANNELS

PAPERS = ("image", "data", "dissemination")
SECTION = "visit.people"


def made(told: Whole) -> bytes:
    """The PDF.

    Raises:
        Problem: typst is not installed.
    """
    return printed("consent-register.typ", data(told), ("ua-1",))


def is_ours(data: bytes) -> bool:
    """Are these the bytes of a PDF as `made` writes it?"""
    return is_printed(data)


def data(told: Whole) -> dict[str, Any]:
    """What the template reads."""
    plan = told.plan
    shown = any(one.path == SECTION for one in told.sections)
    people = plan.visit.people if shown else []
    heads = (say("No."), say("Role"), say("Image"), say("Personal data"), say("Dissemination"), say("In shots"))
    return {
        "language": current(),
        **head(told),
        "kind": str(say("Consent register")),
        **drafted(told),
        "heads": [str(it) for it in heads],
        "lead": [str(it) for it in _lead(people)],
        "rows": [_row(plan, it) for it in people],
        "foot": str(
            say(
                "No names stand here. Three papers are three consents: who signed one has signed neither of the others."
            )
        ),
    }


def _lead(people: list[Person]) -> list[Words]:
    if not people:
        return [say("Nobody is filmed, or this reader needs no consents.")]
    ready = [it for it in people if all(_holds(getattr(it, name)) for name in PAPERS)]
    back = [it.id for it in people if any(getattr(it, name).withdrawn for name in PAPERS)]
    told = [
        say(
            "{people}; all three papers are signed by {n}.",
            people=say_many("{n} person", "{n} people", len(people)),
            n=len(ready),
        )
    ]
    if back:
        told.append(say("Taken back, and shown nowhere any more: {ids}.", ids=", ".join(back)))
    return told


def _holds(one: Consent) -> bool:
    return one.state == "given" and one.withdrawn is None


def _row(plan: Plan, one: Person) -> dict[str, Any]:
    shots = [it.id for it in plan.visit.shots if one.id in it.people]
    return {
        "id": one.id,
        "role": text(one.role, 200) or "—",
        "age": words(AGE_GROUPS[one.age]) if one.age else "",
        "papers": [_paper(plan, getattr(one, name), name) for name in PAPERS],
        "shots": ", ".join(shots) or "—",
    }


def _paper(plan: Plan, one: Consent, name: str) -> dict[str, Any]:
    """A paper: its state in a word and a sign, what it covers, where, until when, and what to mind."""
    end = plan.meta.campaign_end
    if one.withdrawn is not None:
        state, sign = str(say("taken back on {day}", day=one.withdrawn)), "no"
    else:
        state = words(CONSENT_STATES[one.state])
        sign = "yes" if one.state == "given" else "no" if one.state == "refused" else "open"
    told = [
        ", ".join(words(COVERED[it]) for it in one.covers),
        ", ".join(words(CHANNELS[it]) for it in one.channels) if name != "data" else "",
        str(say("signed on {day}", day=day(one.given))) if one.given else "",
        str(say("a guardian signed on {day}", day=day(one.guardian))) if one.guardian else "",
        str(say("until {day}", day=day(one.until))) if one.until else "",
        text(one.conditions, 300),
    ]
    early = _holds(one) and one.until is not None and end is not None and one.until < end
    return {
        "state": state,
        "sign": sign,
        "lines": [it for it in told if it],
        "mind": str(say("ends before the campaign does")) if early else "",
    }
