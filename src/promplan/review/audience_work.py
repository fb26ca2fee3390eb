"""AUD-6: no work for minors, nobody wanted by sex, age, looks or origin; an error where there is no doubt."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from promplan.language import Words, say
from promplan.plan.audiences import Audience
from promplan.plan.country import country
from promplan.plan.document import Plan
from promplan.plan.objectives import Objective
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.offer import Offer
from promplan.review.vacancy import asks, shuts_out, wanted_on_a_card, wants
from promplan.review.vacancy_answers import answers
from promplan.review.vacancy_calls import spoken
from promplan.review.young import minors
from promplan.review.young_work import offered_on_a_card, tempting, to_minors, work, yes_to_minors
from promplan.text.dated import cited, known
from promplan.text.lengths import sentences
from promplan.text.substance import blank

UNIT = "02-goals"
NO = re.compile(r"\W*(?:no|not|nobody|never|only|нет|нельзя|не|никак|только|лишь)\b", re.IGNORECASE)

INSTEAD = say("offer an excursion, the college or a practice, or choose an audience of adults")
QUALIFIED = say("name the work and the qualification")


@rule(
    "AUD-6",
    severity="error",
    unit=UNIT,
    text=say("Nobody under 18 is offered a job, and nobody is sought by sex or age"),
    hints=(
        say("Could the labour inspector read this sentence aloud?"),
        say("Look for a job where minors are addressed, and for men, women or years where people are wanted."),
    ),
)
def nobody_is_shut_out(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not _anything(plan):
        return None
    return [finding for finding, certain in _found(plan) if certain]


@rule(
    "AUD-6W",
    severity="warning",
    unit=UNIT,
    text=say("Nothing reads as work for minors, or as a job for one sex or age"),
    hints=(
        say("Read it as a father of a pupil would, and as a woman of fifty."),
        say(
            "Look at the cards of minors and at the call: money, shifts, join us; and men, girls, up to 35, looks, "
            "a home address."
        ),
    ),
)
def nothing_reads_so(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not _anything(plan):
        return None
    told = [finding for finding, certain in _found(plan) if not certain]
    return list(dict.fromkeys(told))


def _anything(plan: Plan) -> bool:
    cards = (text for one in plan.audiences for text in _card(one))
    return any(not blank(text) for _, text in _texts(plan)) or any(not blank(text) for text in cards)


def _found(plan: Plan) -> Iterator[tuple[Finding, bool]]:
    """What is wrong, and whether it surely is; abroad, where no law was looked up, nothing surely is."""
    here = country(plan)
    cards = {one.id: one for one in plan.audiences}
    for goal in plan.objectives:
        if (card := cards.get(goal.audience)) is not None and (it := _offers_a_job(goal, card, here)) is not None:
            yield it
    for card in plan.audiences:
        yield from _of_a_card(card, here)
    facts = {one.id for one in plan.enterprise.facts}
    goals = {one.id: cards.get(one.audience) for one in plan.objectives}
    outside = [one for one in plan.audiences if one.side != "inside"]
    young = bool(outside) and all(one.minors == "yes" for one in outside)
    asked = {one.id: f"{one.question} {one.answer}" for one in plan.message.questions if not NO.match(one.answer)}
    for id_, text in _texts(plan):
        if blank(text):
            continue
        if id_ not in facts and not (id_ in goals and _young(goals[id_])):  # of these the objective's own card tells
            yield from _to_minors(id_, asked.get(id_, text), here, young=young and id_ not in goals)
        yield from _vacancies(id_, text, here, fact=id_ in facts)
    for one in plan.message.questions:
        if offer := yes_to_minors(one.question, one.answer):
            yield Finding(one.id, _job(offer, here, False), INSTEAD, one.answer), False
        elif offer := answers(one.question, one.answer):
            yield Finding(one.id, _reads_so(offer, here), QUALIFIED, one.answer), False


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


def _card(one: Audience) -> tuple[str, ...]:
    return one.job, one.trigger, one.barrier


def _young(card: Audience | None) -> bool:
    return card is not None and (card.minors == "yes" or bool(minors(card.segment)))


def _job(offer: Offer, here: str, certain: bool) -> Words:
    law = cited("harmful-work", here)
    if certain:
        return say("“{word}”, and some of its audience are under 18: {law}.", word=offer.words, law=law)
    return say("“{word}” reads as an offer of work, and people under 18 are meant: {law}.", word=offer.words, law=law)


def _offers_a_job(one: Objective, card: Audience, here: str) -> tuple[Finding, bool] | None:
    """The law's entry `harmful-work`: nobody under 18 is employed in it; the shops of these plants are that."""
    if not _young(card):
        return None
    for text in (one.statement, one.metric, one.unit, one.step_where):  # step_who may be called "head of hiring"
        if offer := work(text):
            certain = offer.certain and card.minors == "yes" and known("harmful-work", here)
            return Finding(one.id, _job(offer, here, certain), INSTEAD, text), certain
    return None


def _of_a_card(one: Audience, here: str) -> Iterator[tuple[Finding, bool]]:
    if _young(one) and (offer := offered_on_a_card((one.segment, *_card(one)))):
        text = next((text for text in (one.segment, *_card(one)) if offer.words in text), one.segment)
        yield Finding(one.id, _job(offer, here, False), INSTEAD, text), False
    elif offer := wanted_on_a_card(one.segment, _card(one)):
        law = cited("vacancy-texts", here)
        message = say("“{word}”, and the card speaks of a job: {law}.", word=offer.words, law=law)
        yield Finding(one.id, message, say("name them by trade, school or place"), one.segment), False
    for text in _card(one):
        for finding, _ in _vacancies(one.id, text, here, fact=False):
            yield finding, False


def _to_minors(id_: str, text: str, here: str, *, young: bool) -> Iterator[tuple[Finding, bool]]:
    """`young`: all whom the campaign is for outside the plant are minors, so that it need not be said."""
    for part in text.splitlines():
        if offer := to_minors(part) or (tempting(part) if young else None):
            yield Finding(id_, _job(offer, here, False), INSTEAD, part), False


def _reads_so(offer: Offer, here: str) -> Words:
    return say("“{word}” reads as if it asked for people: {law}.", word=offer.words, law=cited("vacancy-texts", here))


def _vacancies(id_: str, text: str, here: str, *, fact: bool) -> Iterator[tuple[Finding, bool]]:
    if not asks(text):
        return
    asked = wants(text)
    for sentence in dict.fromkeys(spoken(sentences(text.replace(";", "\n")))):
        offer = shuts_out(sentence, asked=asked)
        if offer is None or (fact and not offer.certain):  # a statistic of men and women asks for nobody
            continue
        law = cited("vacancy-texts", here)
        message = say("“{word}”: {law}.", word=offer.words, law=law) if offer.certain else _reads_so(offer, here)
        yield Finding(id_, message, QUALIFIED, sentence), offer.certain and known("vacancy-texts", here)
