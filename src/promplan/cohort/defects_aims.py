"""Defects of aims, audiences, message, risks and people: what is wanted, of whom, and who answers for it."""

from collections.abc import Iterable
from datetime import timedelta

from promplan.cohort.defects import Put, defect, own
from promplan.language import say
from promplan.plan.document import Plan


@defect(
    "target above people",
    "OBJ-11W",
    say("an objective's target is larger than its audience"),
    lambda was: say("aim at no more than there are: {was}", was=was),
    2,
)
def target_above_people(plan: Plan) -> Iterable[Put]:
    sizes = {one.id: one.size for one in plan.audiences}
    for one in plan.objectives:
        size = sizes.get(one.audience)
        if size and one.target is not None:
            yield Put(f"objectives/{one.id}", {"target": float(size * 2)})


@defect(
    "points for per cent",
    "OBJ-12",
    say("a share rises by points, and the sentence says per cent"),
    lambda was: say("say points, or how much of the first number it is; it was: {was}", was=was),
    3,
)
def points_for_per_cent(plan: Plan) -> Iterable[Put]:
    text = own(plan, say("by 5 %: from 20 to 25 %"))
    for one in plan.objectives:
        if one.metric:
            yield Put(f"objectives/{one.id}", {"metric": f"{one.metric}, {text}"})


@defect(
    "deadline outside",
    "OBJ-2",
    say("an objective ends after the campaign"),
    lambda was: say("put the deadline into the campaign: {was}", was=was),
    2,
)
def deadline_outside(plan: Plan) -> Iterable[Put]:
    if plan.meta.campaign_end:
        day = plan.meta.campaign_end + timedelta(days=60)
        yield from (Put(f"objectives/{one.id}", {"deadline": day}) for one in plan.objectives if one.deadline)


@defect(
    "target is the baseline",
    "OBJ-4",
    say("a target is no other than the number of today"),
    lambda was: say("write what is wanted: {was}", was=was),
    1,
)
def target_is_baseline(plan: Plan) -> Iterable[Put]:
    for one in plan.objectives:
        if one.baseline is not None and one.target is not None:
            yield Put(f"objectives/{one.id}", {"target": one.baseline})


@defect(
    "value of advertising",
    "OBJ-8",
    say("an objective counts what advertising would have cost"),
    lambda was: say("count what people did: {was}", was=was),
    2,
)
def value_of_advertising(plan: Plan) -> Iterable[Put]:
    text = own(plan, say("advertising value equivalent (AVE) of the articles"))
    return [Put(f"objectives/{one.id}", {"metric": text}) for one in plan.objectives if one.metric]


@defect(
    "audience is everyone",
    "AUD-2",
    say("an audience is everyone"),
    lambda was: say("name whom you mean: {was}", was=was),
    1,
)
def audience_is_everyone(plan: Plan) -> Iterable[Put]:
    text = own(plan, say("Everyone"))
    return [Put(f"audiences/{one.id}", {"segment": text}) for one in plan.audiences if one.segment]


@defect(
    "minors forgotten",
    "AUD-4",
    say("an audience is under 18, and it is said that nobody is"),
    lambda was: say("answer what the ages answer: {was}", was=was),
    2,
)
def minors_forgotten(plan: Plan) -> Iterable[Put]:
    for one in plan.audiences:
        if one.minors == "yes":
            yield Put(f"audiences/{one.id}", {"minors": "no"})


@defect(
    "size unsourced",
    "AUD-1",
    say("nobody says where the size of an audience is from"),
    lambda was: say("say where it is from: {was}", was=was),
    1,
)
def size_unsourced(plan: Plan) -> Iterable[Put]:
    return [Put(f"audiences/{one.id}", {"size_source": ""}) for one in plan.audiences if one.size_source]


@defect(
    "barrier of others",
    "",
    say("an audience has the barrier of another audience"),
    lambda was: say("write what keeps these people away: {was}", was=was),
    3,
)
def barrier_of_others(plan: Plan) -> Iterable[Put]:
    """Each sentence is good; that it is of other people, only a reader sees."""
    for one, other in zip(plan.audiences, plan.audiences[1:], strict=False):
        if one.barrier and other.barrier and one.side == other.side and one.barrier != other.barrier:
            yield Put(f"audiences/{one.id}", {"barrier": other.barrier})


@defect(
    "boast",
    "MSG-4",
    say("a pillar boasts without its proof"),
    lambda was: say("write the sentence as it was: {was}", was=was),
    1,
)
def boast(plan: Plan) -> Iterable[Put]:
    tail = own(plan, say("We are the best plant in the country."))
    for one in plan.message.pillars:
        yield Put(f"message.pillars/{one.id}", {"statement": f"{one.statement} {tail}"})


@defect(
    "answer nobody's",
    "MSG-11",
    say("an answer is cleared, and nobody is named who cleared it"),
    lambda was: say("name who cleared it: {was}", was=was),
    2,
)
def answer_of_nobody(plan: Plan) -> Iterable[Put]:
    for one in plan.message.questions:
        if one.state == "cleared" and one.cleared_by:
            yield Put(f"message.questions/{one.id}", {"cleared_by": ""})


@defect(
    "proof missing",
    "MSG-2",
    say("a pillar stands on no fact"),
    lambda was: say("name the facts that prove it: {was}", was=was),
    1,
)
def proof_missing(plan: Plan) -> Iterable[Put]:
    return [Put(f"message.pillars/{one.id}", {"proofs": []}) for one in plan.message.pillars if one.proofs]


@defect(
    "risk unanswered",
    "RISK-2",
    say("a great risk has no response"),
    lambda was: say("say what is done then: {was}", was=was),
    1,
)
def risk_unanswered(plan: Plan) -> Iterable[Put]:
    for one in plan.risks:
        if one.response:
            yield Put(f"risks/{one.id}", {"response": "", "likelihood": 5, "impact": 5})
