"""Defects of measurement, report and pitch: handles, rates, causes, numbers."""

import re
from collections.abc import Iterable

from promplan.cohort.defects import Put, defect, own
from promplan.language import say
from promplan.plan.document import Plan
from promplan.results.known import behind
from promplan.results.rates import counted_entries, pooled

PLAIN = re.compile(r"(?<![\d.,:/])([1-9]\d{1,2})(?![\d.,:/%])")


@defect(
    "no handle",
    "KPI-11",
    say("it is not said what is changed if a KPI is missed"),
    lambda was: say("say what you would change: {was}", was=was),
    2,
)
def no_handle(plan: Plan) -> Iterable[Put]:
    return [Put(f"kpis/{one.id}", {"then": ""}) for one in plan.kpis if one.then]


@defect(
    "nobody reads it",
    "KPI-11",
    say("none of us reads a KPI"),
    lambda was: say("say who reads it: {was}", was=was),
    1,
)
def nobody_reads(plan: Plan) -> Iterable[Put]:
    return [Put(f"kpis/{one.id}", {"owner": ""}) for one in plan.kpis if one.owner]


@defect(
    "level too high",
    "KPI-8",
    say("a KPI is called an impact, and counts something else"),
    lambda was: say("call it what the dictionary calls it: {was}", was=was),
    3,
)
def level_too_high(plan: Plan) -> Iterable[Put]:
    return [Put(f"kpis/{one.id}", {"level": "impact"}) for one in plan.kpis if one.level != "impact"]


@defect(
    "reach above impressions",
    "KPI-3",
    say("a post has reached more people than it was shown times"),
    lambda was: say("write what the export says: {was}", was=was),
    2,
)
def reach_above_impressions(plan: Plan) -> Iterable[Put]:
    for one in plan.results:
        if one.reach and one.impressions:
            yield Put(f"results/{one.id}", {"reach": one.impressions + 137})


@defect(
    "clicks above impressions",
    "KPI-4",
    say("a post has more clicks than it was shown times"),
    lambda was: say("write what the export says: {was}", was=was),
    2,
)
def clicks_above_impressions(plan: Plan) -> Iterable[Put]:
    for one in plan.results:
        if one.clicks and one.impressions:
            yield Put(f"results/{one.id}", {"clicks": one.impressions + 41})


@defect(
    "result unsourced",
    "KPI-17",
    say("nobody says where a result is from"),
    lambda was: say("say where it is from: {was}", was=was),
    1,
)
def result_unsourced(plan: Plan) -> Iterable[Put]:
    return [Put(f"results/{one.id}", {"source": ""}) for one in plan.results if one.source]


@defect(
    "clicks of another post",
    "",
    say("the clicks of a result are not those of the export"),
    lambda was: say("compare with the export, and write: {was}", was=was),
    3,
)
def clicks_of_another(plan: Plan) -> Iterable[Put]:
    """Both numbers are possible; which one is true, only the export says."""
    told = {it for one in plan.measurement.statements for it in one.results}
    for one in plan.results:
        if one.clicks and one.impressions and one.kind == "export" and one.id not in told and one.clicks > 9:
            yield Put(f"results/{one.id}", {"clicks": one.clicks + 9})


@defect(
    "mean of rates",
    "KPI-5",
    say("the rates of several days are averaged, and not pooled"),
    lambda was: say("add up above the line, add up below it, divide once: {was}", was=was),
    3,
)
def mean_of_rates(plan: Plan) -> Iterable[Put]:
    for one in plan.measurement.statements:
        rows = behind(plan, one)[0] or plan.results
        groups = [rows, *([it for it in rows if it.channel == channel] for channel in {it.channel: 0 for it in rows})]
        for entry in counted_entries():
            for group in groups if entry.unit == "fraction" else ():
                rate = pooled(entry, group)
                if rate is not None and len(rate.results) > 1:
                    tail = own(plan, say("On average it was {share} %.", share=round(100 * rate.averaged, 2)))
                    yield Put(f"measurement.statements/{one.id}", {"text": f"{one.text} {tail}"})


@defect(
    "share for points",
    "REP-4",
    say("the change of a share is told in per cent, and it is points"),
    lambda was: say("write percentage points again: {was}", was=was),
    2,
)
def share_for_points(plan: Plan) -> Iterable[Put]:
    tail = own(plan, say("The share of those who said yes rose by 15 %."))
    for one in plan.measurement.statements:
        yield Put(f"measurement.statements/{one.id}", {"text": f"{one.text} {tail}"})


@defect(
    "share without n",
    "KPI-6",
    say("a share is told, and not of how many"),
    lambda was: say("say of how many it is, or how sure: {was}", was=was),
    2,
)
def share_without_n(plan: Plan) -> Iterable[Put]:
    tail = own(plan, say("37 % liked it."))
    for one in plan.measurement.statements:
        if "%" not in one.text:
            yield Put(f"measurement.statements/{one.id}", {"text": f"{one.text} {tail}"})


@defect(
    "thanks to us",
    "REP-8",
    say("the campaign is called the cause, and nobody was compared"),
    lambda was: say("say what came after, and not because of what: {was}", was=was),
    3,
)
def thanks_to_us(plan: Plan) -> Iterable[Put]:
    head = own(plan, say("Thanks to our campaign:"))
    for one in plan.measurement.statements:
        yield Put(f"measurement.statements/{one.id}", {"text": f"{head} {one.text}"})


@defect(
    "unknown is called a success",
    "REP-9",
    say("what cannot be told is called a success"),
    lambda was: say("call it what it is: {was}", was=was),
    3,
)
def unknown_is_success(plan: Plan) -> Iterable[Put]:
    for one in plan.measurement.statements:
        if one.verdict == "unknown":
            yield Put(f"measurement.statements/{one.id}", {"verdict": "worked"})


@defect(
    "number of the report",
    "REP-3",
    say("the report says a number that no result says"),
    lambda was: say("write the number of the result: {was}", was=was),
    2,
)
def number_of_report(plan: Plan) -> Iterable[Put]:
    for one in plan.measurement.statements:
        if hit := PLAIN.search(one.text):
            told = str(int(hit[1]) + 13)
            text = one.text[: hit.start()] + told + one.text[hit.end() :]
            yield Put(f"measurement.statements/{one.id}", {"text": text})


@defect(
    "number of the pitch",
    "PIT-3",
    say("the pitch says a number that nothing behind it says"),
    lambda was: say("write the number of what stands behind it: {was}", was=was),
    2,
)
def number_of_pitch(plan: Plan) -> Iterable[Put]:
    for one in plan.pitch.parts:
        for field in ("shows", "says"):
            text: str = getattr(one, field)
            if hit := PLAIN.search(text):
                told = str(int(hit[1]) + 13)
                yield Put(f"pitch.parts/{one.id}", {field: text[: hit.start()] + told + text[hit.end() :]})
