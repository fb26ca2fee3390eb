"""Every number that a sentence of the report may be given: in words, with n and interval, and with what it is from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from promplan.language import Words, number, say, say_in, say_many
from promplan.media.kpi_dictionary import named
from promplan.plan.document import Plan
from promplan.plan.kpis import RESULT_KINDS
from promplan.results.answers import answers
from promplan.results.asked import change
from promplan.results.heaps import COUNTERS, HEAPS, counters, entry
from promplan.results.rates import rates
from promplan.results.said import Figure, ends
from promplan.results.totals import totals
from promplan.widgets.controls import begun

MOST_BEHIND = 20  # results that one sentence can name
SIGNS = {"RUB": "₽", "EUR": "€", "USD": "$", "GBP": "£", "KZT": "₸", "BYN": "Br"}
SHARES = ("ctr", "vtr", "cr", "err")


@dataclass(frozen=True)
class Number:
    """A number to insert: its key, where it stands in the list, the words, and what of the plan is behind it."""

    key: str
    group: Words
    label: str
    words: Words
    results: tuple[str, ...] = ()
    surveys: tuple[str, ...] = ()
    kpi: str = ""


def numbers(plan: Plan) -> list[Number]:
    """All of them: answers of KPI, questions, rates, sums, single results."""
    return [*_kpis(plan), *_surveys(plan), *_rates(plan), *_sums(plan), *_singles(plan)]


def _kpis(plan: Plan) -> Iterator[Number]:
    names = {one.id: one.name for one in plan.kpis}
    for one in answers(plan):
        if one.value is None:
            continue
        label = f"{one.kpi} · {begun(names[one.kpi], 50)} · {one.number}"
        few = len(one.results) <= MOST_BEHIND
        yield Number(
            f"kpi {one.kpi}", say("Answers of KPI"), label, one.number, one.results if few else (), one.surveys, one.kpi
        )


def _surveys(plan: Plan) -> Iterator[Number]:
    for one in plan.measurement.surveys:
        if (found := change(one)) is None:
            continue
        title = begun(one.question, 50)
        label = f"{one.id} · {title} · {say('the change')}"
        yield Number(f"change {one.id}", say("Questions"), label, found.said, surveys=(one.id,))
        for key, share, yes in (
            ("before", found.before, (one.both or 0) + (one.lost or 0)),
            ("after", found.after, (one.both or 0) + (one.gained or 0)),
        ):
            words = say(
                "{yes} of {n} ({share} %, 95 % interval {low} to {high} %)",
                yes=yes, n=found.n, share=_hundredths(share.estimate), **_ends(share.low, share.high),
            )  # fmt: skip
            when = say_in("survey", "before") if key == "before" else say_in("survey", "after")
            yield Number(f"{key} {one.id}", say("Questions"), f"{one.id} · {title} · {when}", words, surveys=(one.id,))


def _hundredths(value: float) -> float:
    return float(f"{100 * value:.3g}")


def _ends(low: float, high: float) -> dict[str, Figure]:
    return dict(zip(("low", "high"), ends(100 * low, 100 * high), strict=True))


def _rates(plan: Plan) -> Iterator[Number]:
    for kind in HEAPS:
        for metric in SHARES:
            for one in rates(plan, heap=kind, metric=metric):
                known = entry(metric)
                if known is None or len(one.results) > MOST_BEHIND:
                    continue
                words = say("{share} % of {n}", share=_hundredths(one.value), n=float(one.n))
                if one.low is not None and one.high is not None:
                    words = say(
                        "{share} % of {n} (95 % interval {low} to {high} %)",
                        share=_hundredths(one.value), n=float(one.n), **_ends(one.low, one.high),
                    )  # fmt: skip
                label = f"{named(metric)} · {_heap(kind)} · {words}"
                words = say("{name}: {said}", name=named(metric), said=words)  # of what a share is, it does not say
                yield Number(f"rate {kind} {metric}", say("Rates of all results"), label, words, one.results)


def _heap(kind: str) -> Words:
    known = {"measured": say("measured"), "past": say("from before the campaign"), "simulated": say("simulated")}
    return known[kind]


def _sums(plan: Plan) -> Iterator[Number]:
    rows = {one.id: one for one in plan.results}
    for one in totals(plan):
        for name in COUNTERS:
            ids = tuple(id_ for id_ in one.results if getattr(rows[id_], name) is not None)
            if name == "reach" or not 1 < len(ids) <= MOST_BEHIND:
                continue
            words = _counted(plan, name, sum(getattr(rows[id_], name) for id_ in ids), one.heap == "simulated")
            yield Number(f"sum {one.heap} {name}", say("Sums"), f"{_heap(one.heap)} · {words}", words, ids)


def _singles(plan: Plan) -> Iterator[Number]:
    for one in plan.results:
        for name, value in counters(one).items():
            words = _counted(plan, name, value, one.kind == "simulated")
            yield Number(
                f"result {one.id} {name}",
                say("Results"),
                f"{one.id} · {begun(one.what, 40)} · {words}",
                words,
                (one.id,),
            )
        if one.value is not None:
            kind = RESULT_KINDS[one.kind]
            words = say("{value} (from {n})", value=one.value, n=one.n) if one.n else say("{value}", value=one.value)
            label = f"{one.id} · {begun(one.what, 40)} · {words} · {kind}"
            yield Number(f"result {one.id} value", say("Results"), label, words, (one.id,))


def _counted(plan: Plan, name: str, value: float, simulated: bool) -> Words:
    """A counter with its noun: 1,250 impressions."""
    n, shown, sign = round(value), number(value), SIGNS.get(plan.budget.currency, "")
    told: Callable[[], Words] = {
        "impressions": lambda: say_many("{shown} impression", "{shown} impressions", n, shown=shown),
        "reach": lambda: say_many("{shown} person reached", "{shown} people reached", n, shown=shown),
        "views": lambda: say_many("{shown} complete view", "{shown} complete views", n, shown=shown),
        "engagements": lambda: say_many("{shown} engagement", "{shown} engagements", n, shown=shown),
        "clicks": lambda: say_many("{shown} click", "{shown} clicks", n, shown=shown),
        "registrations": lambda: say_many("{shown} registration", "{shown} registrations", n, shown=shown),
        "visits": lambda: say_many("{shown} visitor", "{shown} visitors", n, shown=shown),
        "applications": lambda: say_many("{shown} application", "{shown} applications", n, shown=shown),
        "spend": lambda: (
            say("{shown} {sign} spent", shown=shown, sign=sign) if sign else say("money spent: {n}", n=shown)
        ),
    }[name]
    return say("{what}, in a simulation", what=told()) if simulated else told()
