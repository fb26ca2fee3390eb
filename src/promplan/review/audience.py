"""AUD, target audiences: segment, size and its source, age and minors, unlawful vacancy wording."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from promplan.language import say
from promplan.plan.audiences import Audience
from promplan.plan.document import Plan
from promplan.plan.objectives import Objective
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.text.lengths import sentences
from promplan.text.stems import stems, whole
from promplan.text.substance import blank

UNIT = "02-goals"
ADULT = 18

CLAUSE = re.compile(r"[,()]|(?<=\D)\s[–—-]\s(?=\D)")
YEARS = r"(?<!\d)(?:1[4-9]|[2-7]\d)(?!\d)"
SPAN = rf"{YEARS}(?:\s*(?:[-–—]|to|and|до)\s*{YEARS})?"
AGE = re.compile(
    rf"\b(?:age[sd]?|возраст\w*)\b[^\d.]{{0,20}}{SPAN}"
    rf"|(?:\b(?:under|up to|over|above|from|(?:not |no )?(?:younger|older) than)\s+)?{SPAN}[-\s]*"
    r"(?:years?[-\s]olds?\b|years?\sof\sage\b)"
    rf"|\b(?:under|(?:not |no )?(?:younger|older) than)\s+{YEARS}"
    r"(?=\s*(?:$|[.!?)]|years\b|wanted\b|required\b|needed\b|sought\b))"
    rf"|(?:\bот\s+)?{YEARS}\s*(?:[-–—]|до)\s*{YEARS}\s*лет\b"
    rf"|\b(?:до|от|не старше|не моложе|старше|моложе|младше)\s+{YEARS}\s*(?:лет|года?)\b"
    rf"|\b(?:не старше|моложе|младше)\s+{YEARS}(?=\s*(?:$|[.!?)]))",
    re.IGNORECASE,
)
BESIDE = re.compile(r"(?:(?<!looking )\bfor|\bfrom|\bamong|\bдля|\bот|\bу|\bсреди)\s+(?:\w+\s+)?$", re.IGNORECASE)


@rule(
    "AUD-1",
    severity="warning",
    unit=UNIT,
    needed=True,
    text=say("Every audience has a size and its source"),
    hints=(
        say("How large a room would they fill?"),
        say("Two fields: how many there are, and where the number is from."),
    ),
)
def each_is_counted(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.audiences:
        return None
    found = []
    for one in plan.audiences:
        if one.size is None:
            found.append(
                Finding(
                    one.id,
                    say("It is not said how many they are."),
                    say("write a number and where it is from; an estimate with its reckoning will do"),
                    one.segment,
                )
            )
        elif not one.size:
            found.append(
                Finding(
                    one.id,
                    say("Nobody belongs to it: its size is 0."),
                    say("write how many there are, with the source"),
                    one.segment,
                )
            )
        elif blank(one.size_source):
            found.append(
                Finding(one.id, say("Its number has no source."), say("write the source and its year"), one.segment)
            )
    return found


@rule(
    "AUD-2",
    severity="warning",
    unit=UNIT,
    text=say("No audience is everyone"),
    hints=(
        say("Think of one of them. Who is certainly not meant?"),
        say("Who they are: add a place, a class, a trade, an age."),
    ),
)
def nobody_is_everyone(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.audiences:
        return None
    found = []
    for one in plan.audiences:
        if blank(one.segment):
            found.append(Finding(one.id, say("It is not said who they are."), say("name the group in a few words")))
        elif _everyone(one.segment):
            found.append(
                Finding(
                    one.id,
                    say("“{segment}” is nobody in particular.", segment=one.segment.strip()),
                    say("name those of them whom one could invite to one room"),
                    one.segment,
                )
            )
    return found


def _everyone(segment: str) -> bool:
    """Does nothing narrow it: only words for everyone, or such a word among three at most, and no figure?

    «Все мастера участка» is a group: *мастера* narrows it.
    """
    words = re.findall(r"\w+", segment.casefold().replace("ё", "е"))
    if not words or any(sign.isdigit() for sign in segment):
        return False
    if len(words) <= 3 and stems("everyone").search(segment):
        return True
    return all(whole("everyone-word").fullmatch(word) for word in words)


@rule(
    "AUD-3",
    severity="warning",
    unit=UNIT,
    text=say("Every audience has a task, a barrier and a place to be met"),
    hints=(
        say("Why have they not come yet, and where would you find them on a Tuesday?"),
        say("Three fields: what they are trying to get done, the barrier, the places."),
    ),
)
def each_is_known(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.audiences:
        return None
    found = []
    for one in plan.audiences:
        if blank(one.job):
            found.append(
                Finding(
                    one.id,
                    say("It is not said what they want to get done."),
                    say("ask one of them, and write it in their words"),
                    one.segment,
                )
            )
        if blank(one.barrier):
            found.append(
                Finding(
                    one.id, say("It is not said what holds them back."), say("write one barrier; ask them"), one.segment
                )
            )
        if not one.places:
            found.append(
                Finding(
                    one.id, say("It is not said where they can be met."), say("tick at least one place"), one.segment
                )
            )
    return found


@rule(
    "AUD-4",
    severity="warning",
    unit=UNIT,
    text=say("Ages and the answer about minors agree"),
    hints=(say("Would a parent have to sign?"), say("Compare both ages with the answer to Is anybody under 18?")),
)
def ages_agree(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    said = [one for one in plan.audiences if one.age_from is not None or one.age_to is not None or one.minors]
    if not said:
        return None
    return [it for one in said for it in _ages(one)]


def _ages(one: Audience) -> Iterator[Finding]:
    low, high = one.age_from, one.age_to
    ages = f"{'…' if low is None else low}–{'…' if high is None else high}"
    if low is not None and high is not None and high < low:
        yield Finding(one.id, say("Its ages run backwards."), say("swap the two ages"), ages)
        low = high
    young = (low is not None and low < ADULT) or (low is None and high is not None and high < ADULT)
    if young and one.minors != "yes":
        yield Finding(
            one.id,
            say("Some of them are under 18: consent rules for minors apply."),
            say("say yes to the question about minors, or begin at 18"),
            ages,
        )
    if one.minors == "yes" and low is not None and low >= ADULT:
        yield Finding(
            one.id,
            say("Some are under 18, and the ages begin at {age}.", age=low),
            say("correct the age, or say no to the question about minors"),
            ages,
        )


@rule(
    "AUD-6",
    severity="error",
    unit=UNIT,
    text=say("Nobody under 18 is offered a job, nobody is wanted by sex or age"),
    hints=(
        say("Could the labour inspector read this sentence aloud?"),
        say("Look for a job where minors are addressed, and for men, women or years where people are wanted."),
    ),
)
def nobody_is_shut_out(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    texts = [(id_, text) for id_, text in _texts(plan) if not blank(text)]
    if not texts:
        return None
    minors = {one.id for one in plan.audiences if one.minors == "yes"}
    found = [it for one in plan.objectives if one.audience in minors and (it := _offers_a_job(one)) is not None]
    for id_, text in texts:
        if not _asks_for_somebody(text):
            continue
        for sentence in dict.fromkeys(sentences(text.replace(";", "\n"))):
            if word := _by_sex_or_age(sentence):
                found.append(
                    Finding(
                        id_,
                        say(
                            "“{word}”: a vacancy may not ask for people by sex or age "
                            "(Code of Administrative Offences, 13.11.1).",
                            word=word,
                        ),
                        say("name the work and the qualification"),
                        sentence,
                    )
                )
    return found


@lru_cache(8192)  # a register of 300 facts is read at every keystroke, and one of them has changed
def _asks_for_somebody(text: str) -> bool:
    return bool(stems("wanted").search(text) or stems("invited").search(text))


def _texts(plan: Plan) -> Iterator[tuple[str, str]]:
    """Whatever may be published one day: objectives, message, and facts unless they are refused anyway."""
    for one in plan.objectives:
        yield one.id, "\n".join((one.statement, one.metric, one.evidence, one.step_where, one.step_who))
    yield "message", f"{plan.message.umbrella}\n{plan.message.call}"
    for pillar in plan.message.pillars:
        yield pillar.id, pillar.statement
    for question in plan.message.questions:
        yield question.id, question.answer
    for fact in plan.enterprise.facts:
        if fact.clearance.state != "refused":
            yield fact.id, f"{fact.statement}\n{fact.clearance.wording}"


def _offers_a_job(one: Objective) -> Finding | None:
    """Labour Code, article 265: nobody under 18 in harmful work; the shops of these plants are that."""
    for text in (one.statement, one.metric, one.unit, one.step_where):  # step_who may be called "head of hiring"
        if hit := stems("hiring").search(stems("not-hiring").sub(" ", text)):
            return Finding(
                one.id,
                say(
                    "“{word}”, and some of its audience are under 18: harmful work is closed to them "
                    "(Labour Code, art. 265).",
                    word=hit[0],
                ),
                say("offer an excursion, the college or a practice, or choose an audience of adults"),
                text,
            )
    return None


def _by_sex_or_age(sentence: str) -> str:
    """The words by which a sentence asks for men, women or an age; empty if it does not."""
    text = stems("not-hiring").sub(" ", stems("not-wanted").sub(" ", sentence))
    if not stems("wanted").search(text) and (not stems("invited").search(text) or stems("no-vacancy").search(text)):
        return ""
    clauses = CLAUSE.split(text)
    asking = [one for one in clauses if _asks(one)]
    men, women = ([hit for one in asking for hit in whole(kind).finditer(one) if _of(hit)] for kind in ("men", "women"))
    if bool(men) != bool(women):  # who names both sexes shuts out nobody
        return (men or women)[0][0]
    for clause in clauses:
        if (hit := AGE.search(clause)) and not stems("not-age").search(clause) and not _of_age(hit[0]):
            return hit[0].strip()
    return ""


def _asks(clause: str) -> bool:
    """Does this part of the sentence ask itself, or add a word or an age to what another part asks for?"""
    asked = stems("wanted").search(clause) or stems("invited").search(clause) or AGE.search(clause)
    return bool(asked) or len(re.findall(r"[^\W\d]+", clause)) <= 2


def _of(hit: re.Match[str]) -> bool:
    """Is it they who are wanted? Not in *a room for women*; but *a vacancy for women* is one."""
    before = hit.string[: hit.start()]
    return not BESIDE.search(before) or bool(stems("hiring").search(before))


def _of_age(text: str) -> bool:
    """Eighteen is the law's own limit: to ask for adults, or to keep minors from a press, shuts out nobody else."""
    return {int(number) for number in re.findall(r"\d+", text)} == {ADULT}


@rule(
    "AUD-7",
    severity="info",
    unit=UNIT,
    text=say("The plant's own people are among the audiences"),
    hints=(
        say("Who tells the town most about the plant, every evening?"),
        say("Look at Inside or outside on each card."),
    ),
)
def own_people_are_there(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.audiences:
        return None
    if any(one.side == "inside" for one in plan.audiences):
        return []
    return [
        Finding(
            "audiences",
            say("Nobody of the plant is among them: workers and their families are the first channel."),
            say("add the plant's own people"),
            severity="info",
        )
    ]


@rule(
    "AUD-8",
    severity="info",
    unit=UNIT,
    text=say("Every audience is named by an objective"),
    hints=(
        say("What should this audience do? If nothing, why is it here?"),
        say("Compare the ids of the cards with the audience in each objective."),
    ),
)
def each_is_served(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.audiences or not plan.objectives:
        return None
    named = {one.audience for one in plan.objectives}
    return [
        Finding(
            one.id,
            say("No objective is for this audience."),
            say("choose it in an objective, or remove the card"),
            one.segment,
            severity="info",
        )
        for one in plan.audiences
        if one.id not in named
    ]
