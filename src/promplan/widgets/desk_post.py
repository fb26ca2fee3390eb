"""The post at the desk: which letters went out, which could not and why, and whose answer will come too late."""

from collections.abc import Iterable, Sequence
from datetime import date

from promplan.cases import desk as plant
from promplan.cases.staff import Staff
from promplan.language import Problem, Words, say
from promplan.plan import edit, letters
from promplan.plan.document import Plan
from promplan.plan.store import Store


def sent(store: Store, staff: Staff | None, ids: Iterable[str]) -> tuple[list[str], list[Words]]:
    """Send letters: the ids of those that are gone, and why the others stay, told once for all that share it."""
    gone: list[str] = []
    stay: dict[str, list[str]] = {}  # why, and which letters
    for id_ in list(ids):
        if (why := _go(store, staff, id_)) is None:
            gone.append(id_)
        else:
            stay.setdefault(str(why).rstrip("."), []).append(id_)
    return gone, [_not_sent(those, why) for why, those in stay.items()]


def _go(store: Store, staff: Staff | None, id_: str) -> Words | None:
    """Send a letter; why it cannot go, else None."""
    plan, to = store.plan, role(store.plan, staff, id_)
    one = next(it for it in plan.desk.requests if it.id == id_)
    if fault := letters.unfit(plan, one, to or one.to):
        return fault
    try:
        store.replace(lambda it: letters.sent(it, id_, to))
    except Problem as problem:
        return problem.what
    return None


def role(plan: Plan, staff: Staff | None, id_: str) -> str:
    """To whom a letter goes: the role of the chosen person of an invented plant, or the words of the letter."""
    one = edit.find(plan, f"{letters.PATH}/{id_}")
    person = staff.people.get(getattr(one, "person", "")) if staff else None
    return person.role if person else "" if staff else str(getattr(one, "to", ""))


def late(plan: Plan, staff: Staff | None, ids: Sequence[str]) -> list[Words]:
    """Letters whose answer will come too late, said as they go out."""
    found: dict[tuple[date, date], list[str]] = {}
    for one in plan.desk.requests:
        due = plant.expected(one, staff) if staff and one.id in ids else None
        need = min((it for it in (one.needed, plan.meta.campaign_end) if it), default=None)
        if due and need and due > need:
            found.setdefault((due, need), []).append(one.id)
    told = [{"ids": ", ".join(those), "due": due, "need": need} for (due, need), those in found.items()]
    return [say("Asked too late: {ids}. The answer comes on {due}, it is needed by {need}.", **one) for one in told]


def _not_sent(ids: list[str], why: str) -> Words:
    """Why letters stay; the reason is told once for all that share it."""
    if len(ids) == 1:
        return say("{id} was not sent: {why}", id=ids[0], why=why)
    return say("{ids} were not sent: {why}", ids=", ".join(ids), why=why)
