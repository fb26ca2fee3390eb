"""AUD, target audiences: segment, size and its source, what is known of them, ages and minors."""

from collections.abc import Iterable, Iterator
from datetime import date

from promplan.language import Words, say
from promplan.plan.audiences import MINORS, Audience
from promplan.plan.country import country
from promplan.plan.document import Plan
from promplan.review.cure import Cure, put
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.group import everyone
from promplan.review.young import adults, minors
from promplan.text.dated import placed
from promplan.text.substance import blank

UNIT = "02-goals"
ADULT = 18


@rule(
    "AUD-1",
    severity="warning",
    unit=UNIT,
    section="goals-l-audience",
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
                    say("write a number and where it is from; an estimate will do if you say how you reached it"),
                    one.segment,
                    field="size",
                )
            )
        elif not one.size:
            found.append(
                Finding(
                    one.id,
                    say("Nobody belongs to it: its size is 0."),
                    say("write how many there are, with the source"),
                    one.segment,
                    field="size",
                )
            )
        elif blank(one.size_source):
            found.append(
                Finding(
                    one.id,
                    say("Its number has no source."),
                    say("write the source and its year"),
                    one.segment,
                    field="size_source",
                )
            )
    return found


@rule(
    "AUD-2",
    severity="warning",
    unit=UNIT,
    section="goals-l-audience",
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
            found.append(
                Finding(
                    one.id, say("It is not said who they are."), say("name the group in a few words"), field="segment"
                )
            )
        elif everyone(one.segment, one.size, one.side == "inside", plan.enterprise.place):
            found.append(
                Finding(
                    one.id,
                    say("“{segment}” is nobody in particular.", segment=one.segment.strip()),
                    say("name those of them you could invite into one room: by trade, grade, street or situation"),
                    one.segment,
                    field="segment",
                )
            )
    return found


@rule(
    "AUD-3",
    severity="warning",
    unit=UNIT,
    section="goals-l-audience",
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
                    field="job",
                )
            )
        if blank(one.barrier):
            found.append(
                Finding(
                    one.id,
                    say("It is not said what holds them back."),
                    say("write one barrier; ask them"),
                    one.segment,
                    field="barrier",
                )
            )
        if not one.places:
            found.append(
                Finding(
                    one.id,
                    say("It is not said where they can be met."),
                    say("tick at least one place"),
                    one.segment,
                    field="places",
                )
            )
    return found


@rule(
    "AUD-4",
    severity="warning",
    unit=UNIT,
    section="goals-l-audience",
    text=say("Ages and the answer about minors agree"),
    hints=(say("Would a parent have to sign?"), say("Compare both ages with the answer to Is anybody under 18?")),
)
def ages_agree(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    said = [
        one
        for one in plan.audiences
        if one.age_from is not None or one.age_to is not None or one.minors or minors(one.segment)
    ]
    if not said:
        return None
    law = placed("minors-consent", country(plan))
    return [it for one in said for it in _ages(one, law)]


def _ages(one: Audience, law: Words) -> Iterator[Finding]:
    low, high = one.age_from, one.age_to
    ages = f"{'…' if low is None else low}–{'…' if high is None else high}"
    if low is not None and high is not None and high < low:
        swap = Cure({"age_from": high, "age_to": low}, say("Swap the two ages"))
        yield Finding(
            one.id, say("Its ages run backwards."), say("swap the two ages"), ages, field="age_from", cure=swap
        )
        low = high
    young = (low is not None and low < ADULT) or (low is None and high is not None and high < ADULT)
    if young and one.minors != "yes":
        yield Finding(
            one.id,
            say("Some of them are under 18, and the card does not say so."),
            say("say yes to the question about minors, or begin at 18; a parent consents for them ({law})", law=law),
            ages,
            field="minors",
            cure=None if one.minors else put("minors", "yes", MINORS["yes"]),  # against a no, somebody must decide
        )
    elif one.minors != "yes" and not (low is not None and low >= ADULT) and (words := minors(one.segment)):
        yield Finding(
            one.id,
            say("“{words}”: some of them are under 18, and the card does not say so.", words=words),
            say("say yes to the question about minors, or name adults; a parent consents for them ({law})", law=law),
            one.segment,
            field="minors",
        )
    if one.minors == "yes" and low is not None and low >= ADULT:
        yield Finding(
            one.id,
            say("Some are under 18, and the ages begin at {age}.", age=low),
            say("correct the age, or say no to the question about minors"),
            ages,
            field="minors",
        )
    elif one.minors == "yes" and low is None and high is None and (words := adults(one.segment)):
        yield Finding(
            one.id,
            say("Some are under 18, and “{words}” are adults.", words=words),
            say("correct the age, or say no to the question about minors"),
            one.segment,
            field="minors",
        )


@rule(
    "AUD-7",
    severity="info",
    unit=UNIT,
    section="goals-l-audience",
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
            say("Nobody from the plant is among them: workers and their families are the first channel."),
            say("add the plant's own people"),
            severity="info",
        )
    ]


@rule(
    "AUD-8",
    severity="info",
    unit=UNIT,
    section="goals-l-audience",
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
