"""What an invented plant answers: a letter, the kit's people and the clock's day in, the answer out when it is due.

Pure and deterministic. What an editor would find in the asked words (`Concern`) is handed in, because the review
stands on the same floor: promplan.review.concerns finds it.
"""

from collections.abc import Callable, Collection, Iterator
from datetime import date, timedelta

from promplan import language
from promplan.cases.recognise import bare, holds, numbers_in, recognise
from promplan.cases.staff import Person, Reply, Staff
from promplan.cases.versions import about_version, text
from promplan.cases.voice import (
    AS_AGREED,
    ASK_HIM,
    GUARDIAN,
    NO,
    ORDER,
    PLAIN,
    YES,
    Concern,
    elsewhere,
    let_out,
    voiced,
)
from promplan.cases.works import Asked, about_shot, about_visit, about_work
from promplan.days.workdays import after, first
from promplan.plan import edit, letters
from promplan.plan.brief import Silence
from promplan.plan.desk import Answer, Request
from promplan.plan.document import Plan

# what is no text: each answered in its way
OTHERS = {"idea": about_work, "permit": about_visit, "shot": about_shot, "item": about_version}
Concerns = Callable[[Plan, Request], Collection[Concern]]
HORIZON = 400  # days after which nothing comes any more


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
    if not (one.fact or one.question) or not edit.is_there(plan, address):
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
    if answers := next((it for kind, it in OTHERS.items() if getattr(one, kind)), None):
        told = _read(plan, one)
        return answers(Asked(plan, one, staff, person, due, concerns(plan, told)))
    seen = set(concerns(plan, one))
    if reply is None and seen & {"minor", "person"}:  # whoever is asked: that is nobody's to give away
        return _by_policy(one, staff, person, due, seen)
    owner = reply.by if reply else _owner(one, plan, staff)
    if owner != person.id and (reply is not None or not person.decides or owner != staff.first):
        return elsewhere(person, due, staff.people[owner].role)
    if reply is not None:
        return _from_kit(one, reply, person, due, seen, plan)
    return _by_policy(one, staff, person, due, seen)


def _read(plan: Plan, one: Request) -> Request:
    """The letter with the words that are read for it: of a piece of content all that is said in it."""
    item = next((it for it in plan.items if it.id == one.item), None)
    return one if item is None else one.model_copy(update={"wording": text(item)})


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
            return voiced(person, due, "no", said)
        state, said = "yes", ""
    if state == "words" and _same(one.wording, reply.wording):
        state, said = "yes", ""
    if state == "words":
        return let_out(one, person, due, "words", said, reply.wording, reply)
    if one.question:
        if "boast" in seen:
            return voiced(person, due, "no", str(NO["boast"]))
        return let_out(one, person, due, "yes", said or str(YES), one.wording, reply)
    if _adds(one.wording, reply, getattr(thing, "statement", "")) or seen & {"boast", "secret", "person", "inside"}:
        return let_out(one, person, due, "words", str(PLAIN), reply.wording, reply)
    return let_out(one, person, due, "yes", said or str(YES), one.wording, reply)


def _by_policy(one: Request, staff: Staff, person: Person, due: date, seen: set[Concern]) -> Answer:
    if "minor" in seen:
        return voiced(person, due, "no", str(GUARDIAN))
    if "person" in seen:
        return voiced(person, due, "no", str(ASK_HIM))
    if refused := next((it for it in ORDER if it in seen), None):
        return voiced(person, due, "no", str(NO[refused]))
    limits = Reply("", person.id, "yes", "", one.wording, staff.channels, staff.until, False, ())
    return let_out(one, person, due, "yes", str(AS_AGREED), one.wording, limits)


def _adds(wording: str, reply: Reply, statement: str) -> bool:
    """Do the asked words hold a number that neither the fact nor the plant's own wording has?"""
    return bool(numbers_in(wording) - numbers_in(statement) - numbers_in(reply.wording))


def _same(one: str, other: str) -> bool:
    """The same words, but for case, spaces, quotation marks and the full stop?"""
    return bare(one) == bare(other)
