"""KPI-1 to KPI-4, KPI-16, KPI-17: can the numbers of a result be, alone and together?"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from promplan.language import Words, say, say_many
from promplan.media.kpi_dictionary import Kpi as Entry
from promplan.media.kpi_dictionary import named
from promplan.plan.document import Plan
from promplan.plan.kpis import Kpi, Result
from promplan.plan.labels import label_of
from promplan.results.heaps import COUNTERS, action_of, counters, entry, inputs
from promplan.results.later import ahead, exported_until
from promplan.results.rates import counted_entries
from promplan.results.scale import scale_of
from promplan.results.select import belongs
from promplan.review.cure import Cure
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import unsaid
from promplan.review.measurement_begun import UNIT, told
from promplan.text.patterns import kinds

FIELDS = {name: field for field, name in COUNTERS.items()}
CANNOT = (("reach", "impressions"), ("clicks", "impressions"), ("views", "impressions"))  # contacts, of which these are
OTHER_WAYS = (("registrations", "clicks"), ("visits", "registrations"), ("applications", "visits"))
COUNT_AGAIN = say("look the two numbers up again: the same source, the same days")


def label(field: str) -> Words:
    """What the form calls a counter."""
    return label_of(Result.model_fields[field]) or Words(field)


@rule(
    "KPI-1",
    severity="error",
    unit=UNIT,
    section="measurement-l-rates",
    text=say("Nothing is divided by 0"),
    hints=(
        say("Nobody saw it, and three clicked. How?"),
        say("Look at what stands below the line of the formula: impressions, reach, clicks of the result."),
    ),
)
def nothing_is_divided_by_zero(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    rows = [one for one in plan.results if counters(one)]
    if not rows:
        return None
    return [it for one in rows for it in _by_zero(one)]


def _by_zero(one: Result) -> Iterator[Finding]:
    known = inputs(counters(one))
    below = (it.formula.rpartition(" / ")[2] for it in counted_entries() if _is_asked(it, known))
    for under in dict.fromkeys(below):
        message = say("{name}: 0, and something was counted of it.", name=named(under))
        yield Finding(one.id, message, say("count it, or leave it empty"), one.what, field=FIELDS[under])


def _is_asked(it: Entry, known: Mapping[str, float]) -> bool:
    """Is there something above the line of a formula, and 0 below it?"""
    under = it.formula.rpartition(" / ")[2]
    return known.get(under) == 0 and any(known.get(name) for name in it.inputs if name != under)


@rule(
    "KPI-1W",
    severity="warning",
    unit=UNIT,
    section="measurement-l-rates",
    text=say("Each result has what the formula of its KPI needs"),
    hints=(
        say("Clicks of how many?"),
        say("Read the KPI's formula, and look for each of its numbers in the results that belong to it."),
    ),
)
def results_have_what_the_formula_needs(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    asked = [(one, it) for one in plan.kpis if (it := entry(one.metric)) is not None and not it.counted]
    if not asked or not plan.results:
        return None
    return [it for kpi, metric in asked for it in _lacking(plan, kpi, metric)]


def _lacking(plan: Plan, kpi: Kpi, metric: Entry) -> Iterator[Finding]:
    needed = [name for name in metric.inputs if name in FIELDS]
    for one in plan.results:
        if not belongs(plan, kpi, one) or one.value is not None:
            continue
        there = inputs(counters(one), action_of(kpi)).keys()
        missing = [name for name in needed if name not in there]
        if missing and set(metric.inputs) & there and not _another_list(one):
            message = say(
                "{kpi} is {formula}, and here is missing: {name}. The result is left out.",
                kpi=kpi.id,
                formula=metric.wording,
                name=named(missing[0]),
            )
            fix = say("write the number down, or leave the result out of this KPI")
            yield Finding(one.id, message, fix, one.what, field=FIELDS[missing[0]])


def _another_list(one: Result) -> bool:
    """Is it a list of its own, of people who came, and no row of an export?"""
    return one.kind == "counted" and one.impressions is None


@rule(
    "KPI-2",
    severity="error",
    unit=UNIT,
    section="measurement-l-rates",
    text=say("A share lies between 0 and 1, and every number where it can be"),
    hints=(
        say("Can more than all of them do it?"),
        say("5 % is 5 with the unit %, or 0.05 without one; views, answers and people cannot exceed those asked."),
    ),
)
def shares_are_shares(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    bounded = [(one, it) for one in plan.kpis if (it := entry(one.metric)) is not None]
    if not bounded and not plan.measurement.tests:
        return None
    found = [it for kpi, metric in bounded for it in _out_of_bounds(plan, kpi, metric)]
    for one in plan.measurement.tests:
        for n, yes in (("a_n", "a_yes"), ("b_n", "b_yes")):
            asked, did = getattr(one, n), getattr(one, yes)
            if asked is not None and did is not None and did > asked:
                message = say("{did} of {asked} cannot be.", did=float(did), asked=float(asked))
                found.append(Finding(one.id, message, say("count people, and each of them once"), field=yes))
    return found


def _out_of_bounds(plan: Plan, kpi: Kpi, metric: Entry) -> Iterator[Finding]:
    scale = scale_of(kpi, metric)
    low, high = (one * scale.by for one in metric.bounds)
    own = [(kpi.id, name, getattr(kpi, name)) for name in ("baseline", "target")]
    own += [(one.id, "value", one.value) for one in plan.results if one.kpi == kpi.id]
    for where, field, value in own:
        if value is None or low <= value <= high:
            continue
        if high == float("inf"):
            message = say("{metric} is {low} or more, not {value}.", metric=named(metric.id), low=low, value=value)
        else:
            message = say(
                "{metric} lies between {low} and {high}, not at {value}.",
                metric=named(metric.id),
                low=low,
                high=high,
                value=value,
            )
        fix = say("correct the number")
        if metric.unit == "fraction" and scale.by == 1 and value > 1:
            fix = say("write the share as a fraction, 0.05 for 5 %, or put % into Unit")
        yield Finding(where, message, fix, kpi.name, field=field)


def _exceeds(plan: Plan, pairs: Iterable[tuple[str, str]], fix: Words) -> list[Finding] | None:
    found, asked = [], False
    for one in plan.results:
        for small, large in pairs:
            few, many = getattr(one, small), getattr(one, large)
            if few is None or many is None:
                continue
            asked = True
            if few > many:
                message = say(
                    "{small}: {few}; {large}: {many}.",
                    small=label(small),
                    few=float(few),
                    large=label(large),
                    many=float(many),
                )
                found.append(Finding(one.id, message, fix, one.what, field=small))
    return found if asked else None


@rule(
    "KPI-3",
    severity="error",
    unit=UNIT,
    section="measurement-l-rates",
    text=say("Reach is no more than impressions"),
    hints=(
        say("Can more people be reached than there were contacts?"),
        say("Reach counts people, impressions count contacts: each person is one contact at least."),
    ),
)
def reach_is_no_more_than_impressions(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    return _exceeds(plan, CANNOT[:1], say("look both numbers up again; they are easily swapped"))


@rule(
    "KPI-4",
    severity="error",
    unit=UNIT,
    section="measurement-l-rates",
    text=say("Clicks and complete views are no more than impressions"),
    hints=(
        say("Can something be clicked that nobody was shown?"),
        say("Compare clicks and complete views with impressions, in the same row and for the same days."),
    ),
)
def acts_are_no_more_than_impressions(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    return _exceeds(plan, CANNOT[1:], COUNT_AGAIN)


@rule(
    "KPI-4W",
    severity="warning",
    unit=UNIT,
    section="measurement-l-rates",
    text=say("Each step of the funnel has no more people than the one before, or the other way in is told"),
    hints=(
        say("More came than had registered. Where did the others hear of it?"),
        say("Registrations beside clicks, visitors beside registrations, applications beside visitors."),
    ),
)
def steps_grow_smaller(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    return _exceeds(plan, OTHER_WAYS, say("say how the others came, in a reason or in a result of its own"))


@rule(
    "KPI-16",
    severity="error",
    unit=UNIT,
    section="measurement-l-import",
    text=say("No result is from a day that is still to come, and what was simulated is called so"),
    hints=(
        say("Who could have counted that already?"),
        say("Day and last day of the result beside today's; in a sentence with simulated results the word simulated."),
    ),
)
def results_are_of_the_past(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.results:
        return None
    found = []
    for one in plan.results:
        if one.day and one.until and one.until < one.day:
            turned = say("It ends on {until}, before it begins.", until=one.until)
            found.append(Finding(one.id, turned, say("swap the two days"), one.what, field="until"))
    turned_ = {it.object for it in found}
    late = [(one, day) for one, day in ahead(plan, on) if one.id not in turned_]
    return [*found, *_ahead(plan, late, on), *_unnamed(plan)]


def _ahead(plan: Plan, late: list[tuple[Result, date]], on: date | None) -> Iterator[Finding]:
    """A file says what has been: where it is ahead of the plan, today is moved and not what was counted."""
    exported = [(one, day) for one, day in late if one.kind == "export" and one.source.strip()]
    last = exported_until(plan, (day for _, day in exported))
    if last is not None:
        n = sum(day <= last for _, day in exported)
        message = say_many(
            "{n} result of an export is later than the plan's today, {on}; the last day is {last}.",
            "{n} results of exports are later than the plan's today, {on}; the last day is {last}.",
            n,
            on=on,
            last=last,
        )
        fix = say("leave the days as the file has them; set today, Count from this day in unit 0, to {last}", last=last)
        cure = Cure({"as_of": last}, say("Set today to {day}", day=last))
        yield Finding("meta", message, fix, field="as_of", cure=cure)
    for one, day in late:
        if last is None or day > last:
            message = say("{day} is still to come: today is {on}.", day=day, on=on)
            fix = say(
                "if it was counted, set today: Count from this day, on the plant's card in unit 0; correct the day if "
                "it is mistyped, or say that it was simulated"
            )
            yield Finding(one.id, message, fix, one.what, field="day" if one.day == day else "until")


def _unnamed(plan: Plan) -> Iterator[Finding]:
    played = {one.id for one in plan.results if one.kind == "simulated"}
    for one in told(plan):
        own = [id_ for id_ in one.results if id_ in played]
        if own and "simulated" not in kinds(one.text, "report"):
            message = say("{ids} come from the simulation, and the sentence does not say so.", ids=", ".join(own))
            fix = say("write “in the simulation”, or put a measured result behind it")
            yield Finding(one.id, message, fix, one.text, field="text")


@rule(
    "KPI-17",
    severity="warning",
    unit=UNIT,
    section="measurement-l-import",
    text=say("Each result says how we know it, from where, and of which day"),
    hints=(
        say("In a year somebody asks: where is this number from?"),
        say("How we know, Where it is from, Day: three fields of the result."),
    ),
)
def results_have_a_source(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.results:
        return None
    fix = say("look it up where you copied the number, and write it down")
    return [
        it
        for one in plan.results
        for it in unsaid(one.id, one, *(("kind", "source", "day") if one.kind != "simulated" else ("kind",)), fix=fix)
    ]
