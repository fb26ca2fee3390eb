"""KPI-8 to KPI-12 and KPI-15: is a KPI one that can be counted, at its level, with an owner, a target and a use?"""

from collections.abc import Iterable, Iterator
from datetime import date

from promplan.language import say
from promplan.media.kpi import candidates
from promplan.media.kpi_dictionary import LEVELS, listed, named
from promplan.plan.document import Plan
from promplan.plan.kpis import Kpi
from promplan.results.answers import answered
from promplan.results.heaps import entry
from promplan.results.levels import named as level_named
from promplan.results.objectives import DONE, level_of
from promplan.results.said import rounded
from promplan.review.cure import Cure, put
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import empty, unsaid
from promplan.review.measurement_begun import UNIT, begun, name_of
from promplan.review.objective_words import ave
from promplan.text.patterns import kinds

# what is counted decides, and the dictionary cannot know it: AMEC calls changed knowledge an outcome, the course an
# out-take
OPEN_LEVELS = {"count": LEVELS, "pp": ("out-take", "outcome"), "lift": LEVELS, "share": ("out-take", "outcome")}
BEFORE = 60  # letters in which a denial may stand before what it denies


@rule(
    "KPI-8",
    severity="warning",
    unit=UNIT,
    section="measurement-l-levels",
    text=say("Each KPI has its level, and it is the dictionary's for what is counted"),
    hints=(
        say("Is it what you put out, what people took from it, what they did, or what changed at the plant?"),
        say("The field Level, beside the level that the dictionary gives the formula."),
    ),
)
def levels_are_the_dictionarys(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.kpis:
        return None
    return [it for one in plan.kpis for it in _level(one)]


def _level(one: Kpi) -> Iterator[Finding]:
    metric = entry(one.metric)
    may = OPEN_LEVELS.get(one.metric, (metric.level,) if metric else LEVELS)
    cure = put("level", metric.level, level_named(metric.level)) if metric and len(may) == 1 else None
    if not one.level:
        fix = say("choose output, out-take, outcome or impact")
        yield Finding(one.id, say("Its level is not chosen."), fix, one.name, field="level", cure=cure)
    elif metric and one.level not in may:
        message = say(
            "{metric} is {level} in the dictionary, and here it is called {own}.",
            metric=named(metric.id),
            level=level_named(metric.level),
            own=level_named(one.level),
        )
        fix = say("choose the dictionary's level, or count what people do afterwards")
        yield Finding(one.id, message, fix, one.name, field="level", cure=cure)


@rule(
    "KPI-9",
    severity="warning",
    unit=UNIT,
    section="measurement-l-tree",
    needed=True,
    text=say("Each objective has a KPI that counts what people did, or what changed at the plant"),
    hints=(
        say("A thousand likes, and nobody applied. Was the objective reached?"),
        say("For each objective one KPI whose level is outcome or impact: who applied, came, asked, stayed."),
    ),
)
def objectives_are_measured(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.objectives or not begun(plan):
        return None
    found = []
    for one in plan.objectives:
        own = [it for it in plan.kpis if it.objective == one.id]
        if any(level_of(it) in DONE for it in own):
            continue
        fix = say("add a KPI that counts who applied, came, asked or stayed")
        message = say("No KPI answers it.")
        if own:
            message = say(
                "{kpis}: none of them counts what people did afterwards.", kpis=", ".join(name_of(it) for it in own)
            )
        found.append(Finding(one.id, message, fix, one.statement))
    fix = say("choose the objective, or leave the KPI out")
    return found + [it for one in plan.kpis for it in unsaid(one.id, one, "objective", fix=fix)]


@rule(
    "KPI-10",
    severity="warning",
    unit=UNIT,
    section="measurement-l-tree",
    needed=True,
    text=say("Each KPI has a formula: the dictionary's, or its own"),
    hints=(
        say("Two of you count it tomorrow, each alone. Do you bring the same number?"),
        say("Formula from the dictionary; if none fits, how it is counted: what by what."),
    ),
)
def kpis_have_a_formula(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.kpis:
        return None
    found = [it for one in plan.kpis for it in unsaid(one.id, one, "name", fix=say("give it a name"))]
    for one in plan.kpis:
        if one.metric and entry(one.metric) is None:
            message = say("The dictionary has no {metric}.", metric=one.metric)
            found.append(Finding(one.id, message, say("choose one from the dictionary"), one.name, field="metric"))
        elif not one.metric and empty(one.own_formula):
            found.append(_without_formula(one))
    return found


def _without_formula(one: Kpi) -> Finding:
    meant = candidates(one.name) if one.name.strip() else ()
    message, fix = say("It has no formula."), say("choose one from the dictionary, or write what is divided by what")
    if len(meant) > 1:
        message = say(
            "“{name}” has several formulas: {known}.", name=one.name, known=listed(it.wording for it in meant)
        )
        return Finding(one.id, message, say("choose the one that you can count"), one.name, field="metric")
    cure = put("metric", meant[0].id, named(meant[0].id)) if meant else None
    return Finding(one.id, message, fix, one.name, field="metric", cure=cure)


@rule(
    "KPI-11",
    severity="warning",
    unit=UNIT,
    section="measurement-l-tree",
    text=say("Each KPI says where its number is from, who reads it, how often, and what is changed if it is missed"),
    hints=(
        say("The number is bad. What do you do on Monday? If nothing, why read it?"),
        say("Four fields of the KPI: where from, who of us, how often, what we change."),
    ),
)
def kpis_are_used(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.kpis:
        return None
    fix = say("agree on it in the team, and write it down")
    return [it for one in plan.kpis for it in unsaid(one.id, one, "source", "owner", "every", "then", fix=fix)]


@rule(
    "KPI-12",
    severity="error",
    unit=UNIT,
    section="measurement-l-levels",
    text=say("Nothing is measured by what advertising would have cost"),
    hints=(
        say("Advertising became dearer overnight. Did your campaign become better?"),
        say("Look for AVE, an advertising equivalent, a PR value in KPI and sentences."),
    ),
)
def nothing_counts_ave(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    kpi_fields = ("name", "own_formula", "unit", "source", "then")
    texts = [(one.id, field, getattr(one, field)) for one in plan.kpis for field in kpi_fields]
    texts += [(one.id, "text", one.text) for one in plan.measurement.statements]
    texts += [("measurement", "anyway", plan.measurement.anyway)]
    if not any(text.strip() for _, _, text in texts):
        return None
    found = []
    for where, field, text in texts:
        if (word := ave(text)) and not _denied(text, word):
            message = say(
                "“{word}”: what the space would have cost is not what communication is worth (Barcelona Principles).",
                word=word,
            )
            fix = say("count what people did: applications, visits, requests")
            found.append(Finding(where, message, fix, text, field=field))
    return found


def _denied(text: str, word: str) -> bool:
    """Is it said that this is not done: "we count no AVE"?"""
    at = text.find(word)
    if at < 0:
        return False
    before = max(text.rfind(mark, 0, at) for mark in ".!?;:,") + 1
    return "denied" in kinds(text[max(before, at - BEFORE) : at + len(word)], "report")


@rule(
    "KPI-15",
    severity="warning",
    unit=UNIT,
    section="measurement-l-tree",
    text=say("Each KPI has a target, the number of today beside it, and a unit"),
    hints=(
        say("Thirty applications: is that many or few? Compared with what?"),
        say("Baseline, Target and Unit of the KPI; the baseline may be the last year's."),
    ),
)
def targets_have_a_baseline(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.kpis:
        return None
    fix = say("write the number down, or find it in last year's results")
    found: list[Finding] = []
    for one in plan.kpis:
        if one.target is None:
            found += unsaid(one.id, one, "target", fix=say("agree on it in the team, and write it down"))
            continue
        past = _past(plan, one) if one.baseline is None else None
        for it in unsaid(one.id, one, "baseline", fix=fix):
            found.append(Finding(it.object, it.message, it.fix, one.name, field=it.field, cure=past))
        found += unsaid(one.id, one, "unit", fix=say("people, %, roubles: write it down"))
    return found


def _past(plan: Plan, one: Kpi) -> Cure | None:
    """The baseline as the results from before the campaign have it."""

    value = answered(plan, one, "past").value
    return None if value is None else put("baseline", rounded(value))
