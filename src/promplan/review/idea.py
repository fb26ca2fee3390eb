"""IDEA, the cards: one message, one audience; fact, form and feeling; effort, risk, and a decision with its reason."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from itertools import combinations

from promplan.language import say, say_many
from promplan.plan.document import Plan
from promplan.plan.ideas import Idea
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import unsaid
from promplan.review.reason import accepted
from promplan.text.limits import of, unknown
from promplan.text.morphology import tokens
from promplan.text.substance import blank, likenesses, shape

UNIT = "04-art"
ENOUGH, FEW = 10, 3  # ideas to choose from; ideas that a team can make
ALIKE = 0.6  # share of the words of two titles that are the same
FILMED = ("video", "animation")


def _alive(plan: Plan) -> list[Idea]:
    """The ideas that nobody has put aside: a card that is left out may stay half filled."""
    return [one for one in plan.ideas if one.chosen != "no"]


@rule(
    "IDEA-1",
    severity="warning",
    unit=UNIT,
    section="art-l-ideas",
    needed=True,
    text=say("Each idea carries one message to one audience"),
    hints=(
        say("Who stops and looks, and what do they take away?"),
        say("Two fields of the card: the pillar it carries, and whom it is for."),
    ),
)
def one_message_one_audience(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    ideas = _alive(plan)
    if not ideas:
        return None
    fix = say("choose one; if there are two, these are two ideas")
    return [it for one in ideas for it in unsaid(one.id, one, "title", "pillar", "audience", fix=fix)]


@rule(
    "IDEA-2",
    severity="warning",
    unit=UNIT,
    section="art-l-channels",
    text=say("Each idea has a channel that takes its form"),
    hints=(
        say("Where would somebody see it? Does that place take films, sound, long texts?"),
        say("Compare the form of the idea with the channels where it would appear."),
    ),
)
def form_fits_its_channels(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    taken = _alive(plan)
    if not taken or not plan.channels:
        return None
    fix = say("choose a channel where this audience meets it")
    found = [it for one in taken if one.form != "event" for it in unsaid(one.id, one, "channels", fix=fix)]
    places = {one.id: one for one in plan.channels}
    for one in taken:
        for id_ in one.channels if one.form in FILMED else []:
            place = places.get(id_)
            if place and _knows(place.channel) and unknown(place.channel, "video"):
                told = say("Nothing is known of films on {channel}.", channel=place.name or id_)
                fix = say("try it there first, or choose another channel for the film")
                found.append(Finding(one.id, told, fix, severity="info", field="channels"))
    return found


def _knows(channel: str) -> bool:
    """Do the dated limits know anything of the channel?"""
    return any(of(channel, kind) for kind in ("post", "media", "video", "short"))


@rule(
    "IDEA-3",
    severity="warning",
    unit=UNIT,
    section="art-l-ideas",
    text=say("Effort and impact of each idea are estimated"),
    hints=(
        say("How many evenings does it cost, and what does it change?"),
        say("Drag the card on the board, or fill in effort and impact, 1 to 5."),
    ),
)
def effort_is_estimated(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.ideas:
        return None
    fix = say("estimate it against the other ideas: 1 is the least of all, 5 the most")
    return [it for one in plan.ideas for it in unsaid(one.id, one, "effort", "impact", fix=fix)]


@rule(
    "IDEA-4",
    severity="warning",
    unit=UNIT,
    section="art-l-ideas",
    text=say("Of each idea that is made it is said what it needs of the plant and what may go wrong"),
    hints=(
        say("It is the day before publishing and the idea fell through. Why?"),
        say("Two fields of the card: what the plant gives, and what may go wrong."),
    ),
)
def risk_is_said(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    chosen = [one for one in plan.ideas if one.chosen == "yes"]
    if not chosen:
        return None
    fix = say("ask the member who knows the plant best, and write one line")
    return [it for one in chosen for it in unsaid(one.id, one, "needs", "risk", fix=fix)]


@rule(
    "IDEA-5",
    severity="warning",
    unit=UNIT,
    section="art-l-mistakes",
    text=say("No two ideas are one idea under two names"),
    hints=(
        say("Would anybody see the difference between these two on the street?"),
        say("Compare facts, form, audience and title of the two that the finding names."),
    ),
)
def ideas_differ(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if len(plan.ideas) < 2:
        return None
    fix = say("join the two, or change fact, form or audience of one")
    return [
        Finding(later.id, say("It is nearly the same idea as {other}.", other=one.id), fix, later.title, field="title")
        for one, later in combinations(plan.ideas, 2)
        if _same(one, later)
    ]


def _same(one: Idea, other: Idea) -> bool:
    """The same facts in the same form for the same people, or titles that say the same in other endings."""
    if one.facts and one.form and (one.form, one.audience, one.pillar, set(one.facts)) == (
        other.form, other.audience, other.pillar, set(other.facts)
    ):  # fmt: skip
        return True
    if shape(one.title) == shape(other.title) or not set(likenesses(one.title)).isdisjoint(likenesses(other.title)):
        return False  # what is said in the same words is told where all texts are compared
    mine, theirs = _lemmas(one.title), _lemmas(other.title)
    both = len(mine | theirs)
    return min(len(mine), len(theirs)) > 1 and len(mine & theirs) >= ALIKE * both


@lru_cache(1024)
def _lemmas(text: str) -> frozenset[str]:
    """The words of a title that mean something, whatever their endings."""
    return frozenset(one.lemma for one in tokens(text) if one.is_word and len(one.lemma) > 2)


@rule(
    "IDEA-8",
    severity="warning",
    unit=UNIT,
    section="art-l-ideas",
    text=say("Each idea is a fact in a form that makes one feel something"),
    hints=(
        say("Cover the title. What of the plant is left in it, and what does one feel?"),
        say("Three fields of the card: facts, form, feeling."),
    ),
)
def fact_form_feeling(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    ideas = _alive(plan)
    if not ideas:
        return None
    fix = say("take a fact of the register, choose a form, and name the feeling in a word")
    return [it for one in ideas for it in unsaid(one.id, one, "facts", "form", "feeling", fix=fix)]


@rule(
    "IDEA-9",
    severity="warning",
    unit=UNIT,
    section="art-l-ideas",
    needed=True,
    text=say("A few ideas are chosen out of many, with reasons; the best that is left out has its own"),
    hints=(
        say("Which idea would you defend before the plant, and why is the cleverest one left out?"),
        say("Do we make it, and why? Of those that are left out, say it at least of the best."),
    ),
)
def choice_has_reasons(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    decided = [one for one in plan.ideas if one.chosen]
    if not decided:
        return None
    chosen = [one for one in decided if one.chosen == "yes"]
    found = []
    if len(plan.ideas) < ENOUGH:
        told = say_many(
            "There is {n} idea to choose from; {most} are wanted.",
            "There are {n} ideas to choose from; {most} are wanted.",
            len(plan.ideas),
            most=ENOUGH,
        )
        found.append(Finding("ideas", told, say("let everybody write three alone before you talk"), severity="info"))
    if len(chosen) > FEW:
        told = say("{n} ideas are chosen, and a team makes {most} well.", n=len(chosen), most=FEW)
        found.append(Finding("ideas", told, say("put the dearest of them back for the next campaign")))
    fix = say("write in a sentence why, so that somebody could disagree")
    told_off = any(one.chosen == "no" and not blank(one.reason) for one in decided)
    for one in decided:
        if blank(one.reason):  # of those left out one reason is enough; of the others it is advice
            spared = one.chosen == "no" and told_off
            told = say("It is decided, and nobody says why.")
            found.append(
                Finding(one.id, told, fix, one.title, severity="info" if spared else "warning", field="reason")
            )
        elif not accepted(one.reason):
            found.append(Finding(one.id, say("This is no reason yet."), fix, one.reason, field="reason"))
    return found


@rule(
    "IDEA-11",
    severity="error",
    unit=UNIT,
    section="art-l-clear",
    text=say("No idea that is made stands on a fact that the plant has refused"),
    hints=(
        say("What did the plant answer about this fact?"),
        say("Look the facts of the idea up in the register: refused is an answer."),
    ),
)
def facts_are_not_refused(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    facts = {one.id: one for one in plan.enterprise.facts}
    named = [(one, facts[id_]) for one in plan.ideas if one.chosen == "yes" for id_ in one.facts if id_ in facts]
    if not named:
        return None
    fix = say("take another fact, or ask the plant once more, in other words")
    return [
        Finding(one.id, say("The plant has refused {id}.", id=fact.id), fix, fact.statement, field="facts")
        for one, fact in named
        if fact.clearance.state == "refused"
    ]
