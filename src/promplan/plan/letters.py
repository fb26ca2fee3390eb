"""Letters and answers as edits of the plan: sending, what an answer does to a clearance, a clock that never goes back.

Pure functions from plan to plan, given to `Store.replace`. Who answers what is no matter of the plan's: an invented
plant's answers come from its kit, a real plant's are entered by hand or read from its sheet.
"""

from datetime import date
from typing import Any

from promplan.language import Problem, Words, say
from promplan.plan import answering, asking, edit
from promplan.plan.asking import about as about
from promplan.plan.brief import Silence
from promplan.plan.desk import Answer, Request
from promplan.plan.document import Plan

PATH = "desk.requests"
CYRILLIC = range(0x430, 0x452)
LONG, FOREIGN = 12, 0.3  # letters of a text whose language can be told; share of the other alphabet in it
FACTS, QUESTIONS = asking.FACTS, asking.QUESTIONS


def today(plan: Plan) -> date | None:
    """The plan's own day: where the campaign's clock stands, and never before the day it began."""
    return max((day for day in (plan.desk.day, plan.meta.as_of) if day is not None), default=None)


def moved(plan: Plan, day: date) -> Plan:
    """The plan with its clock on a later day; the clock never goes back."""
    now = today(plan)
    return plan if now is not None and day <= now else edit.put(plan, "desk", {"day": day})


def drafted(plan: Plan, wanted: list[str], values: dict[str, Any]) -> tuple[Plan, list[str]]:
    """A draft for each thing asked about, with its own words filled in; returns the new ids too."""
    new = []
    for address in wanted:
        path, _, id_ = address.rpartition("/")
        row = {"until": plan.meta.campaign_end, "channels": ["owned", "shared"], **values, asking.FIELDS[path]: id_}
        if path != asking.ITEMS:
            row["judge"] = ""
        said = values.get("wording") or asking.begun(plan, address)
        plan, made = edit.add(plan, PATH, {**row, "wording": said})
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
    address = about(one)
    shown = {"version": asking.version(plan, address)}
    if one.idea:
        shown["scales"] = getattr(edit.find(plan, f"{address}/poster"), "scales", "")
    plan = edit.put(plan, f"{PATH}/{id_}", {"sent": day, "to": to or one.to, **shown})
    return answering.waits(plan, _request(plan, id_), to or one.to)


def unfit(plan: Plan, one: Request, to: str) -> Words | None:
    """Why a letter cannot go out, or None."""
    if one.sent:
        return say("it has gone out already")
    if not about(one) or not edit.is_there(plan, about(one)):
        return say("say what it asks about: a fact, a hard question, a work, the visit, a shot or a piece of content")
    if fault := asking.unready(plan, one):
        return fault
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
    """The plan with an answer to a letter; what it lets out or refuses stands in the thing asked about at once.

    Other words than the team's own, or a work without its scales, wait until the team takes them (`taken`); what a
    judge wants changed in a piece is noted. `silence` is what silence was agreed to mean.
    """
    one = _request(plan, id_)
    settled = answer.state in ("yes", "no", "elsewhere") or (answer.state == "silence" and silence in ("no", "yes"))
    settled = settled or bool(one.item and answer.state == "words")
    values = {**answer.model_dump(), "taken": settled}
    plan = edit.put(plan, f"{PATH}/{id_}/answer", values)
    means = {"silence": {"no": "no", "yes": "yes"}.get(silence, "")}.get(answer.state, answer.state)
    if means == "yes":
        if answer.state == "silence":
            answer = answer.model_copy(update={"wording": one.wording, "channels": one.channels, "until": one.until})
        return answering.let_out(plan, one, answer)
    if means == "no":
        return answering.turned_down(plan, one, answer)
    if means == "elsewhere":
        return answering.waits(plan, one, answer.ask)  # it has been asked: only its answer is still out
    return answering.changes_wanted(plan, one, answer) if means == "words" else plan


def taken(plan: Plan, id_: str) -> Plan:
    """The plan with the plant's own words as the clearance."""
    one = _request(plan, id_)
    if one.item:
        return plan
    if asking.has_changed(plan, one):
        raise Problem(say("{id}: it has changed since you asked. Ask again, about what it is now.", id=id_))
    plan = edit.put(plan, f"{PATH}/{id_}/answer", {"taken": True})
    return answering.let_out(plan, one, one.answer)


def is_late(plan: Plan, one: Request) -> date | None:
    """The day by which the answer was needed, where it came later or is still out after that day."""
    need = min((day for day in (one.needed, plan.meta.campaign_end) if day is not None), default=None)
    here = one.answer.received if one.answer.state not in ("", "silence") else today(plan)
    return need if one.sent and need and here and here > need else None


def _request(plan: Plan, id_: str) -> Request:
    found = edit.find(plan, f"{PATH}/{id_}")
    assert isinstance(found, Request)
    return found
