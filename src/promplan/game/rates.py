"""How people answer: rates from the funnels of the plan's objectives where these say so, else assumed ones."""

from promplan.game import assumed
from promplan.language import Words, say
from promplan.language import number as written
from promplan.media.population import Response
from promplan.plan.document import Plan
from promplan.plan.objectives import Objective

CHAIN = ("contacts", "clicks", "registrations", "visits", "applications")
NAMES = {
    "clicks": say("clicks of contacts"),
    "registrations": say("registrations of clicks"),
    "visits": say("visits of registrations"),
    "applications": say("applications of visits"),
}


def stage(text: str) -> str:
    """Which step of the game is meant by what a funnel calls a step; empty where none is."""
    words = text.casefold()
    for name, begins in assumed.stages().items():
        if any(one in words for one in begins):
            return name
    return ""


def of_funnel(objective: Objective) -> dict[str, float]:
    """The shares that an objective's funnel says, by the step that people come to: the middle of each range.

    A step's rate is the share of what it counts that reaches the step above it, and the first one's is that of the
    metric; a rate counts only where the two are neighbours in the game too.
    """
    found: dict[str, float] = {}
    above = stage(f"{objective.metric} {objective.unit}")
    for one in objective.funnel.steps:
        here = stage(one.what)
        if here and above and CHAIN.index(above) - CHAIN.index(here) == 1:
            found.setdefault(above, (one.low + one.high) / 2)
        above = here
    return found


def serving(plan: Plan, audience: str) -> Objective | None:
    """The objective whose funnel speaks of an audience: its own, else one of nobody's."""
    known = [one for one in plan.objectives if one.funnel.steps]
    own = [one for one in known if one.audience == audience]
    free = [one for one in known if not one.audience]
    return next(iter((*own, *free)), None)


def response(plan: Plan, audience: str) -> tuple[Response, list[Words]]:
    """An audience's rates, and where each is from."""
    rates = assumed.numbers("rates")
    attention, own = rates["attention"], assumed.numbers("fit")["own"]
    usual = {
        "clicks": attention * own * rates["click"],
        "registrations": rates["registration"],
        "visits": rates["visit"],
        "applications": rates["application"],
    }
    objective = serving(plan, audience)
    said = of_funnel(objective) if objective else {}
    used = {**usual, **said}
    told = []
    for name, share in used.items():
        percent, what = written(round(100 * share, 3)), NAMES[name]
        if objective and name in said:
            told.append(say("{what}: {n} %, from the funnel of {id}", what=what, n=percent, id=objective.id))
        else:
            told.append(say("{what}: {n} %, assumption, ours", what=what, n=percent))
    return (
        Response(
            attention=attention,
            click=min(1.0, used["clicks"] / (attention * own)),
            registration=used["registrations"],
            visit=used["visits"],
            application=used["applications"],
            fatigue=rates["fatigue"],
        ),
        told,
    )
