"""What asking and an answer do to the thing asked about: its clearance, its answer, or the approval of this version."""

from typing import Any

from promplan.plan import asking, edit
from promplan.plan.approvals import Approval, State
from promplan.plan.asking import Subject
from promplan.plan.desk import Answer, Request
from promplan.plan.document import Plan

PARTS = {"fact": "clearance", "idea": "poster.clearance", "shot": "clearance"}  # where a yes with limits stands
BY = {"question": "cleared_by", "permit": "by_whom"}  # what the field is called in which it stands who said so
LINES, ROWS = 6, 20  # lines that a legend holds, approvals that a piece does


def waits(plan: Plan, one: Request, by: str) -> Plan:
    """The plan in which what the letter asks about waits for somebody at the plant."""
    what = _thing(plan, one)
    if what is None:
        return plan
    if what.kind == "item":
        return _judged(plan, one, what, {"state": "asked", "who": by, "on": None, "note": ""})
    return plan if stands(plan, what) else _state(plan, what, "asked", by)


def let_out(plan: Plan, one: Request, answer: Answer) -> Plan:
    """The plan with a yes, and its limits, in its place; a yes to what is another thing by now lets nothing out."""
    what = _thing(plan, one)
    if what is None:
        return plan
    by = answer.by or one.to
    if what.kind == "item":
        return _judged(plan, one, what, _verdict(one, answer, "approved"))
    if asking.has_changed(plan, one):
        return plan if stands(plan, what) else _state(plan, what, "open", "")
    if what.kind == "question":
        return edit.put(plan, what.address, {"answer": answer.wording, "state": "cleared", "cleared_by": by})
    if what.kind == "permit":
        note = {"note": answer.wording or answer.said} if answer.state == "words" else {}
        return edit.put(plan, what.address, {"state": "cleared", "by_whom": by, "on": answer.received, **note})
    limits = {"state": "cleared", "channels": answer.channels, "until": answer.until, "by": by}
    if what.kind == "shot":
        conditions = {"conditions": answer.wording} if answer.state == "words" else {}
        return edit.put(plan, f"{what.address}/clearance", {**limits, **conditions})
    if what.kind == "idea" and answer.state == "words":
        plan = _as_wanted(plan, what, answer)
    return edit.put(plan, _part(what), {**limits, "wording": answer.wording})


def turned_down(plan: Plan, one: Request, answer: Answer) -> Plan:
    """The plan with a no: to new words it takes nothing back that was let out before."""
    what = _thing(plan, one)
    if what is None:
        return plan
    if what.kind == "item":
        return _judged(plan, one, what, _verdict(one, answer, "refused"))
    if stands(plan, what):
        return plan
    if asking.has_changed(plan, one):
        return _state(plan, what, "open", "")
    return _state(plan, what, "refused", answer.by or one.to)


def changes_wanted(plan: Plan, one: Request, answer: Answer) -> Plan:
    """The plan with what a judge wants changed in a piece, noted beside its approval; of all else nothing yet."""
    what = _thing(plan, one)
    return plan if what is None or what.kind != "item" else _judged(plan, one, what, _verdict(one, answer, "changes"))


def stands(plan: Plan, what: Subject) -> bool:
    """Is it let out as it is now? What was let out in another version is not."""
    thing: Any = edit.find(plan, _part(what))
    if thing.state != "cleared":
        return False
    said = [it for it in plan.desk.requests if asking.subject(it) == what and it.answer.taken and _is_yes(it.answer)]
    return not said or _as_answered(plan, said[-1])


def approval(plan: Plan, one: Request) -> Approval | None:
    """What this judge has said of the piece so far."""
    what = _thing(plan, one)
    if what is None or what.kind != "item":
        return None
    rows = edit.records(plan, f"{what.address}/approvals")
    return next((it for it in reversed(rows) if it.judge == one.judge), None)


def _is_yes(answer: Answer) -> bool:
    return answer.state in ("yes", "words", "silence")


def _as_answered(plan: Plan, one: Request) -> bool:
    """Is it what was shown, or what the plant made of that: the same work with its scales off?"""
    what = asking.subject(one)
    if what is None or what.kind != "idea" or one.answer.scales != "off":
        return not asking.has_changed(plan, one)
    poster: Any = edit.find(plan, f"{asking.about(one)}/poster")
    shown = edit.put(plan, f"{asking.about(one)}/poster", {"scales": one.scales or "on"})
    return poster.scales == "off" and not asking.has_changed(shown, one)


def _thing(plan: Plan, one: Request) -> Subject | None:
    """What the letter asks about, if it is still in the plan."""
    what = asking.subject(one)
    return what if what and edit.is_there(plan, what.address) else None


def _part(what: Subject) -> str:
    return f"{what.address}/{PARTS[what.kind]}" if what.kind in PARTS else what.address


def _state(plan: Plan, what: Subject, state: str, by: str) -> Plan:
    return edit.put(plan, _part(what), {"state": state, BY.get(what.kind, "by"): by})


def _as_wanted(plan: Plan, what: Subject, answer: Answer) -> Plan:
    """The poster as the plant lets it out: its scales off where it says so, its line in the legend."""
    poster: Any = edit.find(plan, f"{what.address}/poster")
    values: dict[str, Any] = {"scales": answer.scales} if answer.scales else {}
    line = answer.wording.strip()[:300]
    if line and line not in poster.legend and len(poster.legend) < LINES:
        values["legend"] = [*poster.legend, line]
    return edit.put(plan, f"{what.address}/poster", values)


def _verdict(one: Request, answer: Answer, state: State) -> dict[str, Any]:
    note = "" if state == "approved" else "\n".join(it for it in (answer.said, answer.wording) if it.strip())[:4000]
    return {"state": state, "who": answer.by or one.to, "on": answer.received, "note": note}


def _judged(plan: Plan, one: Request, what: Subject, values: dict[str, Any]) -> Plan:
    """The plan with the judge's line of the piece; what is said of an older version overwrites no newer asking."""
    path, known = f"{what.address}/approvals", approval(plan, one)
    asked = values["state"] == "asked"
    if known is None:
        rows = edit.records(plan, path)
        if len(rows) >= ROWS:
            return plan
        part = "A" if one.judge == "plant" and not any(it.raci == "A" for it in rows) else "C"
        row = {"judge": one.judge, "raci": part, "version": one.version, **values}
        return edit.add(plan, path, row)[0]
    if asked and known.state == "approved" and known.version == one.version:
        return plan  # what is approved already stays so until the new answer is here
    if not asked and known.version not in ("", one.version):
        return plan
    return edit.put(plan, f"{path}/{known.id}", {"version": one.version, **values})
