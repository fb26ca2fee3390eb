"""PIT-1, PIT-2, PIT-4, PIT-5, PIT-8: does the pitch ask for one thing, fit its time, and let everybody speak?"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from promplan.language import Words, say, say_many
from promplan.measure.script import timed
from promplan.plan.document import Plan
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import empty, unsaid
from promplan.review.pitch_begun import CARD, UNIT, begun, limit, said, takes
from promplan.text.lengths import words
from promplan.text.patterns import kinds

DATE = re.compile(r"(?<!\d)\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?(?!\d)|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")
ON_SLIDE = 12  # words: more are read, and then nobody listens
SHORT = 0.5  # of the time that there is: a pitch shorter than this says too little to decide on


@rule(
    "PIT-1",
    severity="warning",
    unit=UNIT,
    needed=True,
    text=say("The pitch asks for one decision, of somebody, by a day"),
    hints=(
        say("They liked it, and went to lunch. What were they to decide?"),
        say("What we ask of them: one decision, who takes it, by which day."),
    ),
)
def asks_for_a_decision(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not begun(plan):
        return None
    return list(_decision(plan))


def _decision(plan: Plan) -> Iterator[Finding]:
    pitch = plan.pitch
    fix = say("write it as they would sign it: who decides what, by which day")
    yield from unsaid(CARD, pitch, "to", fix=say("write their roles"))
    if empty(pitch.ask):
        yield from unsaid(CARD, pitch, "ask", fix=fix)
        return
    found = kinds(pitch.ask, "pitch")
    lacking = [
        words_
        for words_, there in (
            (say("what is to be done"), "asked" in found),
            (say("who decides it"), "person" in found or _named(plan)),
            (say("by which day"), "day" in found or bool(DATE.search(pitch.ask))),
        )
        if not there
    ]
    for one in lacking:
        yield Finding(CARD, say("The request does not say {what}.", what=one), fix, pitch.ask, field="ask")


def _named(plan: Plan) -> bool:
    """Does the request name one of those who listen, in the words of that field?"""
    said_ = {one.casefold() for one in words(plan.pitch.ask)}
    return any(len(one) > 3 and one.casefold() in said_ for one in words(plan.pitch.to))


@rule(
    "PIT-2",
    severity="warning",
    unit=UNIT,
    needed=True,
    text=say("The pitch fits its time: by its words, and by the last rehearsal"),
    hints=(
        say("The bell rings, and you have not asked for anything yet. What goes?"),
        say("Seconds of each part beside the limit, and the last rehearsal: its seconds, all in all."),
    ),
)
def fits_its_time(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    parts = said(plan)
    if not parts:
        return None
    return list(_time(plan))


def _time(plan: Plan) -> Iterator[Finding]:
    most, language = limit(plan), plan.meta.language
    for one in said(plan):
        least = timed(one.says, language).least
        if one.seconds and least > one.seconds + 0.5:
            told = say(
                "{n} s are set, and its words take {least} s even when hurried.", n=one.seconds, least=round(least)
            )
            yield Finding(one.id, told, say("cut words, or give it more seconds"), one.says, field="seconds")
    whole = sum(takes(plan, one) for one in said(plan))
    if whole > most + 0.5:
        told = say("The parts take {whole} s, and there are {most}.", whole=round(whole), most=most)
        yield Finding(CARD, told, say("cut the longest part first"), field="parts")
    elif whole < SHORT * most:
        told = say("The parts take {whole} s of {most}: half of the time is empty.", whole=round(whole), most=most)
        yield Finding(CARD, told, say("show more, or ask for less time"), field="parts")
    last = next((one for one in reversed(plan.pitch.rehearsals) if one.seconds), None)
    if last is None:
        told = say("Nobody has said it aloud against the clock yet.")
        yield Finding(CARD, told, say("rehearse once, standing, with the clock"), severity="info", field="rehearsals")
    elif last.seconds and last.seconds > most:
        told = say("The last rehearsal took {n} s, and there are {most}.", n=last.seconds, most=most)
        yield Finding(last.id, told, say("cut, and rehearse again"), last.changed, field="seconds")


@rule(
    "PIT-4",
    severity="warning",
    unit=UNIT,
    text=say("Everybody of the team speaks, in the pitch or to the jury"),
    hints=(
        say("Who of you stands there and holds the cable?"),
        say("Who speaks of each part, Who answers of each question: each member once at least."),
    ),
)
def everybody_speaks(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    parts = said(plan)
    if not parts:
        return None
    fix = say("give the part to one of you")
    found = [it for one in parts for it in unsaid(one.id, one, "who", fix=fix)]
    heard = {one.who for one in parts} | {one.who for one in plan.pitch.jury if not empty(one.answer)}
    for member in plan.team.members:
        if member.id not in heard:
            told = say("{name} says nothing, neither in the pitch nor to the jury.", name=member.name or member.id)
            found.append(
                Finding(CARD, told, say("give them a part, or a question to answer"), member.id, field="parts")
            )
    return found


@rule(
    "PIT-5",
    severity="warning",
    unit=UNIT,
    text=say("A slide bears a dozen words at most"),
    hints=(
        say("Do you want them to read, or to listen?"),
        say("On the slide: one number, one picture, one line. What is said needs not be written."),
    ),
)
def slides_are_short(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    shown = [one for one in plan.pitch.parts if not empty(one.shows)]
    if not shown:
        return None
    return [
        Finding(one.id, _too_many(n), say("leave the line that they shall remember"), one.shows, field="shows")
        for one in shown
        if (n := _words(one.shows)) > ON_SLIDE
    ]


def _words(text: str) -> int:
    return len(words(text))


def _too_many(n: int) -> Words:
    return say_many(
        "{n} word on the slide; {most} are enough.", "{n} words on the slide; {most} are enough.", n, most=ON_SLIDE
    )


@rule(
    "PIT-8",
    severity="warning",
    unit=UNIT,
    text=say("Something was left out on purpose, and it is said why"),
    hints=(
        say("A plan that wants everything has chosen nothing. What did you not do?"),
        say("What we left out on purpose, and why: a channel, an idea, an audience, with the reason."),
    ),
)
def something_is_left_out(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not begun(plan):
        return None
    fix = say("name one thing that you could have done and did not, with the reason")
    found = list(unsaid(CARD, plan.pitch, "left_out", fix=fix))
    if not found and _words(plan.pitch.left_out) < 5:
        told = say("It is said what was left out, and not why.")
        found.append(Finding(CARD, told, fix, plan.pitch.left_out, field="left_out"))
    return found
