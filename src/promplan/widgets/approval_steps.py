"""How the approvals of a piece stand, measured at the version that is there now; nothing is drawn here."""

from typing import Any

from promplan.cases.release import approvals as steps_of
from promplan.cases.staff import is_staffed, staff
from promplan.language import Words, pick, say
from promplan.plan import edit, letters
from promplan.plan.approvals import JUDGES, RACI, Approval, Judge, Raci, State, content_digest, holds
from promplan.plan.desk import Request
from promplan.plan.document import Plan
from promplan.plan.items import Item

SHORT = 6  # signs of a digest that are shown: enough to see that it is another
USUAL: tuple[tuple[Judge, str], ...] = (("engineer", "C"), ("safety", "C"), ("plant", "A"))


def version(item: Item) -> str:
    """What the version that stands in the plan is called: the beginning of its digest."""
    return content_digest(item)[:SHORT]


def letter(part: Raci) -> str:
    """The letter of a part in it, as the reader's language has it: R, A, C, I or И, А, К, У."""
    return str(pick(RACI[part])).partition(":")[0] if part else ""


def is_old(one: Approval, item: Item) -> bool:
    """Was it shown or approved before the content became what it is?"""
    return one.state != "open" and one.version != content_digest(item)


def standing(one: Approval, item: Item) -> Words:
    """How a step stands, measured at what is in the plan now."""
    if one.state == "open":
        return say("not asked yet")
    if is_old(one, item):
        return {
            "asked": say("shown an older version: show this one"),
            "approved": say("asked again: changed since the yes"),
            "changes": say("changed since: show it again"),
            "refused": say("refused an older version"),
        }[one.state]
    if one.state == "approved" and one.on:
        return say("yes to this version, on {day}", day=one.on)
    return {
        "asked": say("asked, no answer yet"),
        "approved": say("yes to this version"),
        "changes": say("wants changes in this version"),
        "refused": say("refused this version"),
    }[one.state]


def open_steps(item: Item) -> list[Approval]:
    """The steps without a yes to this very version."""
    return [one for one in item.approvals if not holds(one, item)]


def summed(item: Item) -> Words:
    """How far the version is, in a sentence."""
    n, all_ = len(item.approvals) - len(open_steps(item)), len(item.approvals)
    name = version(item)
    if not all_:
        return say("Version {version}: nobody has been asked yet.", version=name)
    if n == all_:
        return say("Version {version}: all {all} have said yes to it. Change nothing now.", version=name, all=all_)
    old = sum(one.state == "approved" and is_old(one, item) for one in item.approvals)
    if old:
        return say(
            "Version {version}: {n} of {all} have said yes to it. The content has changed: {old} must be asked again.",
            version=name,
            n=n,
            all=all_,
            old=old,
        )
    return say("Version {version}: {n} of {all} have said yes to it.", version=name, n=n, all=all_)


def at_desk(plan: Plan, item: Item, one: Approval) -> Words | None:
    """The newest letter of the desk that asks this judge about this piece, and whether it was of this version."""
    sent = [it for it in plan.desk.requests if _asks(it, item, one)]
    if not sent:
        return None
    last = sent[-1]
    if last.sent is None:
        return say("At the desk: {id} is a draft.", id=last.id)
    if last.answer.received is None:
        return say("At the desk: {id} went out on {day}, no answer yet.", id=last.id, day=last.sent)
    return say("At the desk: {id} was answered on {day}.", id=last.id, day=last.answer.received)


def _asks(letter: Request, item: Item, one: Approval) -> bool:
    """A letter about a piece names it and what is to be looked at."""
    return bool(one.judge) and (letter.item, letter.judge) == (item.id, one.judge)


def usual(plan: Plan) -> list[dict[str, Any]]:
    """The steps that a piece needs: those of the invented plant by its people, else engineer, safety, plant."""
    case = plan.meta.case
    if is_staffed(case) and (steps := steps_of(case)):
        people = staff(case, plan.meta.language).people
        return [
            {
                "judge": one.id if one.id in JUDGES else "",
                "who": people[one.by].role if one.by in people else "",
                "raci": "A" if one.accountable else "C",
            }
            for one in steps
        ]
    return [{"judge": judge, "raci": raci} for judge, raci in USUAL]


def missing(plan: Plan, item: Item) -> list[dict[str, Any]]:
    """The usual steps that the piece has not; one that answers for it is added only where nobody does yet."""
    have = {one.judge for one in item.approvals}
    answered = any(one.raci == "A" for one in item.approvals)
    rows = [one for one in usual(plan) if one["judge"] not in have]
    return [{**one, "raci": "C"} if answered and one["raci"] == "A" else one for one in rows]


def said(plan: Plan, item: str, step: str, state: State) -> Plan:
    """The plan with a step's verdict, which is of the version that stands there now, on the campaign's day."""
    one: Any = edit.find(plan, f"items/{item}")
    day = None if state in ("open", "asked") else letters.today(plan)
    seen = "" if state == "open" else content_digest(one)
    return edit.put(plan, f"items/{item}/approvals/{step}", {"state": state, "version": seen, "on": day})
