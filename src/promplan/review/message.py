"""MSG, the message house: umbrella, pillars, proof points, call to action, hard questions (Q&A)."""

import re
from collections.abc import Iterable
from datetime import date

from promplan.language import Words, say
from promplan.plan.document import Plan
from promplan.plan.enterprise import Fact
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import empty
from promplan.text.lengths import ADDRESS, words
from promplan.text.listed import quoting
from promplan.text.patterns import kinds
from promplan.text.substance import blank

UNIT = "03-message"
PILLARS = 3  # as many as a listener keeps
UMBRELLA = 25  # words
SENTENCE = 3  # words from which it may be one
CALL = 20  # words
QUESTIONS = 10
EVIDENCE = 120  # characters of a text that are shown


def cut(text: str) -> str:
    """The beginning of a text, as evidence."""
    return text if len(text) <= EVIDENCE else text[: EVIDENCE - 1] + "…"


def may_be_said(fact: Fact, on: date | None) -> bool:
    """Is the fact cleared, and its clearance not over on that day?"""
    until = fact.clearance.until
    return fact.clearance.state == "cleared" and not (on and until and until < on)


@rule(
    "MSG-1",
    severity="warning",
    unit=UNIT,
    section="message-l-house",
    needed=True,
    text=say("The house has one to three pillars"),
    hints=(
        say("What will a listener still know tomorrow: one thing, three, seven?"),
        say("Count the pillars. Press Add for the first, Remove for the fourth."),
    ),
)
def pillars_are_few(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    rows = plan.message.pillars
    if not rows:
        return None
    found = [
        Finding(
            one.id,
            say("This pillar says nothing."),
            say("write it in one sentence, or remove it"),
            one.statement,
            field="statement",
        )
        for one in rows
        if blank(one.statement)
    ]
    if len(rows) > PILLARS:
        many = say("The house has {n} pillars; nobody remembers more than three.", n=len(rows))
        found.append(Finding("message", many, say("join two of them, or drop the weakest")))
    return found


@rule(
    "MSG-2",
    severity="warning",
    unit=UNIT,
    section="message-l-house",
    text=say("Every pillar stands on a fact of the register"),
    hints=(
        say("Take the fact away: does the pillar still stand?"),
        say("In the field Proofs pick facts of the register by their words."),
    ),
)
def pillars_stand_on_facts(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.message.pillars:
        return None
    facts = {one.id for one in plan.enterprise.facts}
    return [
        Finding(
            one.id,
            say("No fact of the register carries this pillar."),
            say("pick a fact of the register that carries it, or drop the pillar"),
            cut(one.statement),
            field="proofs",
        )
        for one in plan.message.pillars
        if not facts.intersection(one.proofs)
    ]


@rule(
    "MSG-3",
    severity="warning",
    unit=UNIT,
    section="message-l-house",
    needed=True,
    text=say("The umbrella says something, in at most 25 words"),
    hints=(
        say("Can you say it on the stairs, in one breath?"),
        say("One sentence: who does what, for whom. Count its words; the text checker does it too."),
    ),
)
def umbrella_is_short(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    text = plan.message.umbrella
    if blank(text):
        return None
    n = len(words(text))
    if n < SENTENCE:
        return [
            Finding(
                "message",
                say("There is no sentence yet."),
                say("say who does what, and for whom"),
                cut(text),
                excusable=False,
            )
        ]
    if n > UMBRELLA:
        long = say("The umbrella has {n} words of at most {most}.", n=n, most=UMBRELLA)
        return [Finding("message", long, say("say it aloud in one breath; what is left over is a pillar"), cut(text))]
    return []


@rule(
    "FACT-6M",
    severity="error",
    unit=UNIT,
    section="message-l-house",
    text=say("Every proof of the message may be said in public"),
    hints=(
        say("Who at the plant said that this may be told?"),
        say("Look the proof up in the register: state of the clearance, until when. The desk asks the plant."),
    ),
)
def proofs_may_be_said(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    facts = {one.id: one for one in plan.enterprise.facts}
    named = [(one.id, facts[id_]) for one in plan.message.pillars for id_ in one.proofs if id_ in facts]
    if not named:
        return None
    return [
        Finding(pillar, _why(fact), _remedy(fact), cut(fact.statement), field="proofs")
        for pillar, fact in named
        if not may_be_said(fact, on)
    ]


def _remedy(fact: Fact) -> Words:
    """What to do about a proof that may not be said: after a no, first of all another one."""
    if fact.clearance.state == "refused":
        return say("choose another proof, or ask the plant at the desk once more, in other words")
    return say("ask the plant at the desk, or choose another proof")


def _why(fact: Fact) -> Words:
    """Why a fact may not be said."""
    return {
        "open": say("Nobody has cleared {id}.", id=fact.id),
        "asked": say("The plant was asked about {id} and has not answered.", id=fact.id),
        "refused": say("The plant has refused {id}.", id=fact.id),
        "cleared": say("The clearance of {id} ended on {day}.", id=fact.id, day=str(fact.clearance.until)),
    }[fact.clearance.state]


@rule(
    "MSG-10",
    severity="warning",
    unit=UNIT,
    section="message-l-questions",
    needed=True,
    text=say("There are ten hard questions, each with its answer"),
    hints=(
        say("What would a mother ask who is afraid for her child?"),
        say("Ten lines under Hard questions, each with two sentences of answer."),
    ),
)
def questions_are_ten(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    rows = plan.message.questions
    if not rows:
        return None
    found = []
    if (n := sum(bool(words(one.question)) for one in rows)) < QUESTIONS:
        few = say("The team has {n} of ten hard questions.", n=n)
        fix = say("add what a mother, a neighbour, a journalist would ask")
        found.append(Finding("message", few, fix, excusable=False))
    refused = sum(one.state == "refused" for one in rows if words(one.question))
    if n >= QUESTIONS and refused * 2 > n:
        most = say(
            "{n} of {all} questions are not answered at all: whoever asks goes away with nothing.", n=refused, all=n
        )
        found.append(Finding("message", most, say("answer what the plant may say, and say who knows the rest")))
    for one in rows:
        if blank(one.question):
            found.append(
                Finding(
                    one.id,
                    say("Nothing is asked here."),
                    say("write the question, or remove the line"),
                    field="question",
                )
            )
        elif one.state != "refused" and blank(one.answer):
            fix = say("answer in two sentences, or choose that you do not answer this one")
            found.append(Finding(one.id, say("This question has no answer."), fix, cut(one.question), field="answer"))
    return found


@rule(
    "MSG-11",
    severity="error",
    unit=UNIT,
    section="message-l-questions",
    text=say("A cleared answer says who cleared it"),
    hints=(
        say("Whose word is it, if a journalist quotes it?"),
        say("An answer marked cleared needs a role in the field Who clears it."),
    ),
)
def answers_are_cleared(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    answered = [one for one in plan.message.questions if not blank(one.answer) and one.state != "refused"]
    if not answered:
        return None
    found = []
    for one in answered:
        if one.state == "cleared" and empty(one.cleared_by):
            message, fix = say("Cleared, but not said: {what}.", what=say("by whom")), say("name the role at the plant")
            found.append(Finding(one.id, message, fix, cut(one.answer), field="cleared_by"))
        elif one.state != "cleared":
            message, fix = (
                say("Nobody has cleared this answer yet."),
                say("ask the plant at the desk before you give it"),
            )
            found.append(Finding(one.id, message, fix, cut(one.answer), severity="info", field="state"))
    return found


@rule(
    "MSG-13",
    severity="warning",
    unit=UNIT,
    section="message-l-house",
    text=say("There is a call to action, in at most 20 words"),
    hints=(
        say("Somebody is convinced. What do they do at seven this evening?"),
        say("The field Call to action: one step, and where it begins."),
    ),
)
def call_is_short(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    message = plan.message
    n = len(words(message.call))
    if not n and (blank(message.umbrella) or not message.pillars):
        return None  # the roof and the walls come first
    if not n:
        missing = say("There is no call to action: whoever is convinced has nowhere to go.")
        return [Finding("message", missing, say("name one step for today: a page, a telephone, a place, a day"))]
    if n > CALL:
        long = say("The call has {n} words of at most {most}.", n=n, most=CALL)
        return [Finding("message", long, say("keep one step, and where it begins"), cut(message.call))]
    if vague := _vague(message.call):
        told = say("{words}: that is no step, nobody does anything after it.", words=quoting(vague))
        fix = say(
            "name one step for today: sign up, come, ring, ask; and the address, the telephone, the place or the day"
        )
        return [Finding("message", told, fix, cut(message.call))]
    return []


def _vague(call: str) -> list[str]:
    """The vague words of a call that names no step, no number and no address."""
    if re.search(r"\d", call) or ADDRESS.search(call):
        return []
    found = kinds(call, "calls")
    return [] if "step" in found else [one.words for one in found.get("vague", ())]
