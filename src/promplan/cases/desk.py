"""What an invented plant answers: a letter, the kit's people and the clock's day in, the answer out when it is due.

Pure and deterministic. What an editor would find in the asked words (`Concern`) is handed in, because the review
stands on the same floor: promplan.review.concerns finds it.
"""

from collections.abc import Callable, Collection, Iterator
from datetime import date, timedelta
from typing import Literal

from promplan import language
from promplan.cases.recognise import bare, holds, numbers_in, recognise
from promplan.cases.staff import Person, Reply, Staff
from promplan.cases.workdays import after, first
from promplan.language import Words, say
from promplan.language.typesetting import unset
from promplan.plan import edit, letters
from promplan.plan.brief import Silence
from promplan.plan.desk import Answer, Request
from promplan.plan.document import Plan
from promplan.plan.enterprise import CHANNELS

Concern = Literal["secret", "person", "minor", "inside", "boast", "impossible", "unsourced", "undated"]
Concerns = Callable[[Plan, Request], Collection[Concern]]
HORIZON = 400  # days after which nothing comes any more

NO: dict[Concern, Words] = {
    "secret": say("These are process settings or a recipe. They stay in the shop."),
    "inside": say("This names somebody or something that stays inside. Say the kind, not the name."),
    "impossible": say("That number is impossible. Check it against the document, then ask me again."),
    "boast": say("Nobody can prove that. Say the number behind it, or drop the word."),
    "unsourced": say("I sign nothing without a document. Bring it, or name the engineer who can confirm this."),
    "undated": say("As of which day? Give the date of the document, then ask me again."),
}
ORDER: tuple[Concern, ...] = ("secret", "inside", "impossible", "boast", "unsourced", "undated")
ASK_HIM = say("That is about a person. Nobody but that person can say yes, and in writing.")
GUARDIAN = say("That is about somebody under 18. Without a guardian's written consent, no.")
YES = say("Yes, you may say it so.")
AS_AGREED = say("Yes, in these words.")
PLAIN = say("I cannot clear more than the document says. I clear it in these words only.")


def expected(one: Request, staff: Staff) -> date | None:
    """The day on which the person's own time for an answer is over; None where the letter is to nobody of the kit."""
    if one.sent is None or one.person not in staff.people:
        return None
    person = staff.people[one.person]
    return after(one.sent, person.days, staff.at_work_for(person.id))


def silence_of(plan: Plan, staff: Staff | None) -> tuple[int | None, Silence]:
    """After how many working days nothing is an answer, and what it means: the team's brief, else the kit's."""
    brief = plan.brief
    kit: tuple[int | None, Silence] = (staff.answer_days, staff.silence) if staff else (None, "")
    return (kit[0] if brief.answer_days is None else brief.answer_days), brief.silence_means or kit[1]


def answer(plan: Plan, one: Request, staff: Staff, day: date, concerns: Concerns) -> Answer | None:
    """What has come back by a day; None while the letter is under way."""
    due = expected(one, staff)
    if due is None or one.sent is None:
        return None
    days, _ = silence_of(plan, staff)
    patience = after(one.sent, days, staff.at_work) if days else None
    with language.inside(staff.language):
        if _is_silent(plan, one, staff):
            due = None
        if due is not None and due <= day:
            return _said(plan, one, staff, due, concerns)
        if patience is not None and patience <= day:
            return Answer(state="silence", received=patience)
    return None


def next_answer(plan: Plan, staff: Staff, day: date) -> date | None:
    """The first day after `day` on which something comes, or silence is complete; None where nothing is under way."""
    days, _ = silence_of(plan, staff)
    found: list[date] = []
    for one in under_way(plan):
        due = None if _is_silent(plan, one, staff) else expected(one, staff)
        patience = after(one.sent, days, staff.at_work) if days and one.sent and not one.answer.state else None
        found += [it for it in (due, patience) if it is not None and it > day]
    return min(found, default=None)


def come_in(plan: Plan, staff: Staff | None, day: date, concerns: Concerns) -> Plan:
    """The plan with its clock on `day` and everything that has come back by then; earlier answers come first."""
    plan = letters.moved(plan, day)
    if staff is None:
        return plan
    _, silence = silence_of(plan, staff)
    came = [(found.received or day, one.id, found) for one, found in _new(plan, staff, day, concerns)]
    for _, id_, found in sorted(came, key=lambda it: (it[0], int(it[1][1:]))):
        plan = letters.came(plan, id_, found, silence)
    return plan


def under_way(plan: Plan) -> Iterator[Request]:
    """The letters that an answer may still come to."""
    return (one for one in plan.desk.requests if one.sent and one.answer.state in ("", "silence"))


def next_day(staff: Staff | None, day: date, at_work: Callable[[date], bool]) -> date:
    """The plant's next working day."""
    return first(day + timedelta(1), staff.at_work if staff else at_work)


def _new(plan: Plan, staff: Staff, day: date, concerns: Concerns) -> Iterator[tuple[Request, Answer]]:
    for one in under_way(plan):
        found = answer(plan, one, staff, day, concerns)
        if found is not None and found.state != one.answer.state:
            yield one, found


def _is_silent(plan: Plan, one: Request, staff: Staff) -> bool:
    """Does the kit leave this letter lie? The first about a thing only; a second one is answered."""
    reply = _reply(plan, one, staff)
    if reply is None or not reply.first_silent or one.person != reply.by:
        return False
    before = [it for it in plan.desk.requests if it.sent and it.id != one.id and it.sent <= (one.sent or it.sent)]
    return not any(letters.about(it) == letters.about(one) and it.answer.state == "silence" for it in before)


def _reply(plan: Plan, one: Request, staff: Staff) -> Reply | None:
    """The kit's own row about what the letter asks, recognised by its words and never by its id alone."""
    address = letters.about(one)
    if not address or not edit.is_there(plan, address):
        return None
    thing = edit.find(plan, address)
    if one.fact:
        statement = getattr(thing, "statement", "")
        found = recognise(statement, staff.claims) or recognise(one.wording, staff.claims)
    else:
        found = recognise(getattr(thing, "question", ""), staff.asked)
    return staff.replies.get(found)


def _said(plan: Plan, one: Request, staff: Staff, due: date, concerns: Concerns) -> Answer:
    person, reply = staff.people[one.person], _reply(plan, one, staff)
    seen = set(concerns(plan, one))
    if reply is None and seen & {"minor", "person"}:  # whoever is asked: that is nobody's to give away
        return _by_policy(one, staff, person, due, seen)
    owner = reply.by if reply else _owner(one, plan, staff)
    if owner != person.id and (reply is not None or not person.decides or owner != staff.first):
        role = staff.people[owner].role
        return _voiced(
            person, due, "elsewhere", str(say("That is not for me to decide. Ask: {role}.", role=role)), ask=role
        )
    if reply is not None:
        return _from_kit(one, reply, person, due, seen, plan)
    return _by_policy(one, staff, person, due, seen)


def _owner(one: Request, plan: Plan, staff: Staff) -> str:
    """Whose matter it is that the team asks about in its own words."""
    thing = edit.find(plan, letters.about(one)) if edit.is_there(plan, letters.about(one) or "meta") else None
    text = f"{getattr(thing, 'statement', '')} {getattr(thing, 'question', '')} {one.wording}"
    return next((by for by, words in staff.topics if holds(text, words)), staff.first)


def _from_kit(one: Request, reply: Reply, person: Person, due: date, seen: set[Concern], plan: Plan) -> Answer:
    thing = edit.find(plan, letters.about(one))
    state, said = reply.state, reply.said
    if state == "no":
        if not any(mark.casefold() in one.wording.casefold() for mark in reply.mended):
            return _voiced(person, due, "no", said)
        state, said = "yes", ""
    if state == "words" and _same(one.wording, reply.wording):
        state, said = "yes", ""
    if state == "words":
        return _let_out(one, person, due, "words", said, reply.wording, reply)
    if one.question:
        if "boast" in seen:
            return _voiced(person, due, "no", str(NO["boast"]))
        return _let_out(one, person, due, "yes", said or str(YES), one.wording, reply)
    if _adds(one.wording, reply, getattr(thing, "statement", "")) or seen & {"boast", "secret", "person", "inside"}:
        return _let_out(one, person, due, "words", str(PLAIN), reply.wording, reply)
    return _let_out(one, person, due, "yes", said or str(YES), one.wording, reply)


def _by_policy(one: Request, staff: Staff, person: Person, due: date, seen: set[Concern]) -> Answer:
    if "minor" in seen:
        return _voiced(person, due, "no", str(GUARDIAN))
    if "person" in seen:
        return _voiced(person, due, "no", str(ASK_HIM))
    if refused := next((it for it in ORDER if it in seen), None):
        return _voiced(person, due, "no", str(NO[refused]))
    limits = Reply("", person.id, "yes", "", one.wording, staff.channels, staff.until, False, ())
    return _let_out(one, person, due, "yes", str(AS_AGREED), one.wording, limits)


def _adds(wording: str, reply: Reply, statement: str) -> bool:
    """Do the asked words hold a number that neither the fact nor the plant's own wording has?"""
    return bool(numbers_in(wording) - numbers_in(statement) - numbers_in(reply.wording))


def _same(one: str, other: str) -> bool:
    """The same words, but for case, spaces, quotation marks and the full stop?"""
    return bare(one) == bare(other)


def _let_out(
    one: Request, person: Person, due: date, state: Literal["yes", "words"], said: str, wording: str, limits: Reply
) -> Answer:
    """A yes with its limits: never more channels nor a later day than the plant allows, nor than was asked."""
    channels = [it for it in limits.channels if it in one.channels] or list(limits.channels)
    until = min(one.until, limits.until) if one.until else limits.until
    more = []
    if set(one.channels) - set(channels):
        more.append(str(say("Only here: {channels}.", channels=", ".join(str(CHANNELS[it]) for it in channels))))
    if one.until is None or until < one.until:
        more.append(str(say("And until {day}, then ask again.", day=until)))
    return _voiced(person, due, state, " ".join([said, *more]), wording=wording, channels=channels, until=until)


def _voiced(person: Person, due: date, state: str, said: str, **more: object) -> Answer:
    """The answer as this person writes it."""
    parts = (said,) if state == "elsewhere" else (person.opening, said, person.closing)
    text = unset(" ".join(part for part in parts if part.strip()))  # a plan keeps plain spaces
    told = {"state": state, "said": text, "by": person.role, "received": due, **more}
    return Answer.model_validate({**told, "how": unset(str(say("by letter")))}, strict=True)
