"""Letters and answers as edits of the plan: sending, what an answer does to a clearance, a clock that never goes back.

Pure functions from plan to plan, given to `Store.replace`. Who answers what is no matter of the plan's: an invented
plant's answers come from its kit, a real plant's are entered by hand or read from its sheet.
"""

from datetime import date
from typing import Any

from promplan.language import Problem, Words, say
from promplan.plan import edit
from promplan.plan.brief import Silence
from promplan.plan.desk import Answer, Request
from promplan.plan.document import Plan

PATH = "desk.requests"
CYRILLIC = range(0x430, 0x452)
LONG, FOREIGN = 12, 0.3  # letters of a text whose language can be told; share of the other alphabet in it
FACTS, QUESTIONS = "enterprise.facts", "message.questions"


def today(plan: Plan) -> date | None:
    """The plan's own day: where the campaign's clock stands, and never before the day it began."""
    return max((day for day in (plan.desk.day, plan.meta.as_of) if day is not None), default=None)


def moved(plan: Plan, day: date) -> Plan:
    """The plan with its clock on a later day; the clock never goes back."""
    now = today(plan)
    return plan if now is not None and day <= now else edit.put(plan, "desk", {"day": day})


def about(one: Request) -> str:
    """The address of what a letter asks about; empty where it asks about nothing yet."""
    return f"{FACTS}/{one.fact}" if one.fact else f"{QUESTIONS}/{one.question}" if one.question else ""


def drafted(plan: Plan, wanted: list[str], values: dict[str, Any]) -> tuple[Plan, list[str]]:
    """A draft for each fact and question, with what may be said filled in; returns the new ids too."""
    new = []
    for address in wanted:
        path, _, id_ = address.rpartition("/")
        thing: Any = edit.find(plan, address)
        said = (thing.clearance.wording or thing.statement) if path == FACTS else thing.answer
        key = "fact" if path == FACTS else "question"
        row = {"until": plan.meta.campaign_end, "channels": ["owned", "shared"], **values, key: id_}
        plan, made = edit.add(plan, PATH, {**row, "wording": values.get("wording") or said})
        new.append(made)
    return plan, new


def sent(plan: Plan, id_: str, to: str = "") -> Plan:
    """The plan with a draft sent on the clock's day: what it asks about now waits for the plant.

    Raises:
        Problem: it says nothing, asks nobody or about nothing, or the plan has no day.
    """
    one = _request(plan, id_)
    if fault := unfit(plan, one, to or one.to):
        raise Problem(say("{id} was not sent: {why}", id=id_, why=fault))
    day = today(plan)
    assert day is not None
    plan = edit.put(plan, f"{PATH}/{id_}", {"sent": day, "to": to or one.to})
    thing: Any = edit.find(plan, about(one))
    if one.fact:
        if thing.clearance.state == "cleared":
            return plan  # what is let out already stays so until the new answer is here
        return edit.put(plan, f"{about(one)}/clearance", {"state": "asked", "by": to or one.to})
    if thing.state == "cleared":
        return plan
    return edit.put(plan, about(one), {"state": "asked", "cleared_by": to or one.to})


def unfit(plan: Plan, one: Request, to: str) -> Words | None:
    """Why a letter cannot go out, or None."""
    if one.sent:
        return say("it has gone out already")
    if not about(one) or not edit.is_there(plan, about(one)):
        return say("say which fact or which hard question it asks about")
    if not to.strip():
        return say("it is to nobody: choose who at the plant answers for this")
    if not one.wording.strip():
        return say("it is empty: write the very sentence that you would like to say")
    if _foreign(one.wording, plan.meta.language):
        return _language(plan.meta.language)
    if today(plan) is None:
        return say("the plan has no day yet: give it in unit 0, under “Count from this day”")
    return None


def _foreign(text: str, language: str) -> bool:
    """Is a text of some length written in the other language's letters?"""
    signs = [one for one in text.casefold() if one.isalpha()]
    if len(signs) < LONG:
        return False
    share = sum(ord(one) in CYRILLIC for one in signs) / len(signs)
    return share < FOREIGN if language == "ru" else share > 1 - FOREIGN


def _language(language: str) -> Words:
    if language == "ru":
        return say("the plan is in Russian, and so does the plant read: write the sentence in Russian")
    return say("the plan is in English, and so does the plant read: write the sentence in English")


def came(plan: Plan, id_: str, answer: Answer, silence: Silence) -> Plan:
    """The plan with an answer to a letter; what it lets out or refuses stands in the fact or the question at once.

    Other words than the team's own wait until the team takes them (`taken`). `silence` is what silence was agreed
    to mean.
    """
    one = _request(plan, id_)
    settled = answer.state in ("yes", "no", "elsewhere") or (answer.state == "silence" and silence in ("no", "yes"))
    values = {**answer.model_dump(), "taken": settled}
    plan = edit.put(plan, f"{PATH}/{id_}/answer", values)
    if not about(one) or not edit.is_there(plan, about(one)):
        return plan  # it was removed meanwhile: the answer stands at the desk alone
    means = {"silence": {"no": "no", "yes": "yes"}.get(silence, "")}.get(answer.state, answer.state)
    if means == "yes":
        if answer.state == "silence":
            answer = answer.model_copy(update={"wording": one.wording, "channels": one.channels, "until": one.until})
        return _let_out(plan, one, answer)
    if means == "no":
        return _state(plan, one, "refused", answer.by or one.to)
    if means == "elsewhere":
        return _state(plan, one, "asked", answer.ask)  # it has been asked: only its answer is still out
    return plan


def taken(plan: Plan, id_: str) -> Plan:
    """The plan with the plant's own words as the clearance."""
    one = _request(plan, id_)
    plan = edit.put(plan, f"{PATH}/{id_}/answer", {"taken": True})
    return _let_out(plan, one, one.answer) if about(one) and edit.is_there(plan, about(one)) else plan


def is_late(plan: Plan, one: Request) -> date | None:
    """The day by which the answer was needed, where it came later or is still out after that day."""
    need = min((day for day in (one.needed, plan.meta.campaign_end) if day is not None), default=None)
    here = one.answer.received if one.answer.state not in ("", "silence") else today(plan)
    return need if one.sent and need and here and here > need else None


def _request(plan: Plan, id_: str) -> Request:
    found = edit.find(plan, f"{PATH}/{id_}")
    assert isinstance(found, Request)
    return found


def _let_out(plan: Plan, one: Request, answer: Answer) -> Plan:
    if one.fact:
        told = {"wording": answer.wording, "channels": answer.channels, "until": answer.until}
        return edit.put(plan, f"{about(one)}/clearance", {"state": "cleared", **told, "by": answer.by or one.to})
    return edit.put(plan, about(one), {"answer": answer.wording, "state": "cleared", "cleared_by": answer.by or one.to})


def _state(plan: Plan, one: Request, state: str, by: str) -> Plan:
    thing: Any = edit.find(plan, about(one))
    if one.fact:
        if thing.clearance.state == "cleared":
            return plan  # a no to new words takes nothing back that was let out before
        return edit.put(plan, f"{about(one)}/clearance", {"state": state, "by": by})
    return plan if thing.state == "cleared" else edit.put(plan, about(one), {"state": state, "cleared_by": by})
