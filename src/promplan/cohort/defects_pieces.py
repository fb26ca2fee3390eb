"""Defects of the pieces: numbers, pictures in words, days, advertisements, approvals."""

import itertools
import re
from collections.abc import Iterable
from datetime import time, timedelta

from promplan.cohort.defects import Put, defect, own
from promplan.language import say
from promplan.plan.document import Plan

WORD = re.compile(r"(?<![\d.,:/])([1-9]\d{1,4})(?!\d|[.,:/]\d| ?%)")
MONTH = timedelta(days=31)


@defect(
    "number differs",
    "ITEM-9",
    say("a piece says another number than its fact"),
    lambda was: say("write the number of the fact: {was}", was=was),
    2,
)
def number_differs(plan: Plan) -> Iterable[Put]:
    values = {one.id: one.value for one in plan.enterprise.facts}
    for one in plan.items:
        known = {str(int(it)) for name in one.facts if (it := values.get(name)) and it.is_integer()}
        for field in ("text", "message", "headline"):
            text: str = getattr(one, field)
            for hit in WORD.finditer(text):
                if hit[1] in known:
                    told = str(int(hit[1]) + 6)
                    yield Put(f"items/{one.id}", {field: text[: hit.start()] + told + text[hit.end() :]})


@defect(
    "picture untold",
    "ITEM-8",
    say("a picture in words that describes nothing"),
    lambda was: say("tell what is seen, and why it matters: {was}", was=was),
    1,
)
def picture_untold(plan: Plan) -> Iterable[Put]:
    return [Put(f"items/{one.id}", {"alt": own(plan, say("picture"))}) for one in plan.items if one.alt]


@defect(
    "picture of another",
    "",
    say("a picture in words that belongs to another piece"),
    lambda was: say("tell this picture: {was}", was=was),
    3,
)
def picture_of_another(plan: Plan) -> Iterable[Put]:
    """A rule sees that the words are good; that they are of another picture, only a reader sees."""
    told = [one for one in plan.items if one.alt and one.dates.publish and not one.script]
    for one, other in itertools.pairwise(told):
        if one.channel == other.channel and one.form == other.form and one.alt != other.alt:
            yield Put(f"items/{one.id}", {"alt": other.alt})


@defect(
    "approves alone",
    "CAL-4",
    say("whoever makes a piece approves it"),
    lambda was: say("let another one approve it: {was}", was=was),
    1,
)
def approves_alone(plan: Plan) -> Iterable[Put]:
    return [Put(f"items/{one.id}", {"approver": one.owner}) for one in plan.items if one.owner and one.approver]


@defect(
    "hold never",
    "CAL-14",
    say("it is not said when a piece must wait"),
    lambda was: say("say when it waits: {was}", was=was),
    1,
)
def hold_never(plan: Plan) -> Iterable[Put]:
    return [Put(f"items/{one.id}", {"hold_if": ""}) for one in plan.items if one.hold_if]


@defect(
    "after the campaign",
    "CAL-3",
    say("a piece comes out after the campaign has ended"),
    lambda was: say("publish within the campaign: {was}", was=was),
    2,
)
def after_campaign(plan: Plan) -> Iterable[Put]:
    end = plan.meta.campaign_end
    if end:
        for one in plan.items:
            if one.dates.publish:
                yield Put(f"items/{one.id}/dates", {"publish": end + MONTH})


@defect(
    "no days to answer",
    "CAL-13",
    say("between review and publishing the plant has no time to answer"),
    lambda was: say("review early enough: {was}", was=was),
    2,
)
def no_days_to_answer(plan: Plan) -> Iterable[Put]:
    for one in plan.items:
        if one.dates.publish and one.dates.review:
            yield Put(f"items/{one.id}/dates", {"review": one.dates.publish - timedelta(days=1)})


@defect(
    "days out of order",
    "CAL-2",
    say("a piece is reviewed before its draft is there"),
    lambda was: say("review after the draft: {was}", was=was),
    2,
)
def out_of_order(plan: Plan) -> Iterable[Put]:
    for one in plan.items:
        if one.dates.draft and one.dates.review:
            yield Put(f"items/{one.id}/dates", {"review": one.dates.draft - timedelta(days=3)})


@defect(
    "quiet hours",
    "CAL-12",
    say("a piece comes out in the quiet hours"),
    lambda was: say("publish at an hour when people are awake: {was}", was=was),
    2,
)
def quiet_hours(plan: Plan) -> Iterable[Put]:
    return [Put(f"items/{one.id}/dates", {"at": time(3, 30)}) for one in plan.items if one.dates.at]


@defect(
    "no mark",
    "DIS-11",
    say("an advertisement without its mark"),
    lambda was: say("write the mark on it: {was}", was=was),
    1,
)
def no_mark(plan: Plan) -> Iterable[Put]:
    for one in plan.items:
        if one.ad.is_ad == "yes" and one.ad.mark:
            yield Put(f"items/{one.id}/ad", {"mark": ""})


@defect(
    "paid, no advertisement",
    "DIS-12",
    say("a piece that is paid for is said to be no advertisement"),
    lambda was: say("call it an advertisement: {was}", was=was),
    2,
)
def paid_is_no_ad(plan: Plan) -> Iterable[Put]:
    return [Put(f"items/{one.id}/ad", {"is_ad": "no"}) for one in plan.items if one.ad.is_ad == "yes"]


@defect(
    "link untold",
    "DIS-9",
    say("a link whose visits cannot be told from others"),
    lambda was: say("give the link its words again: {was}", was=was),
    2,
)
def link_untold(plan: Plan) -> Iterable[Put]:
    for one in plan.items:
        if one.link.target and one.link.source:
            yield Put(f"items/{one.id}/link", {"source": "", "medium": "", "campaign": "", "content": ""})


@defect(
    "engineer asked nobody",
    "PRD-6",
    say("no engineer has checked the facts of a piece"),
    lambda was: say("ask the engineer; the answer was: {was}", was=was),
    2,
)
def engineer_not_asked(plan: Plan) -> Iterable[Put]:
    for one in plan.items:
        for it in one.approvals:
            if it.judge == "engineer":
                yield Put(f"items/{one.id}/approvals/{it.id}", {"state": "asked"})


@defect(
    "licence ended",
    "PRD-7",
    say("a licence ends before the piece comes out"),
    lambda was: say("ask for the licence until {was}, or take other music", was=was),
    3,
)
def licence_ended(plan: Plan) -> Iterable[Put]:
    for one in plan.items:
        for it in one.rights:
            if one.dates.publish:
                yield Put(f"items/{one.id}/rights/{it.id}", {"until": one.dates.publish - timedelta(days=5)})
