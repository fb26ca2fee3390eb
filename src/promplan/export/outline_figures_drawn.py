"""Which pictures a plan has: for each its section, the records that it is of, and how it is drawn.

A poster is the team's own, from its recipe and its data; every other picture is one of `promplan.figures`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from promplan.export.held import Held
from promplan.plan.document import Plan
from promplan.plan.items import Item

FUNNELS, POSTERS, TRIALS = 3, 6, 3  # records at most that get a picture each; of the others the words stand there


class Picture(Protocol):
    """What is drawn: with its caption, its words for who cannot see it, and whether there was anything to draw."""

    @property
    def alt(self) -> str: ...
    @property
    def caption(self) -> str: ...
    @property
    def blank(self) -> bool: ...
    def png(self) -> bytes: ...


@dataclass(frozen=True)
class Drawing:
    """One picture before it is drawn; `record` is the id of the record in which it stands, "" for the section."""

    name: str
    make: Callable[[], Picture | None]
    record: str = ""


@dataclass(frozen=True)
class Place:
    """A picture's place: its name, its section, the group of the record that it stands in, what is drawn there."""

    name: str
    path: str
    of: Callable[[Plan, Held], Iterable[Drawing]]
    within: str = ""


def _draw(name: str, *of: Any) -> Picture:
    """One of `promplan.figures`, which load when the first is drawn."""
    from promplan import figures

    made: Picture = getattr(figures, name)(*of)
    return made


def _whole(name: str, path: str, there: Callable[[Plan], object] = lambda plan: True) -> Place:
    """A figure of the whole plan."""

    def of(plan: Plan, held: Held) -> Iterator[Drawing]:
        if there(plan):
            yield Drawing(name, partial(_draw, name, plan))

    return Place(name, path, of)


def _funnels(plan: Plan, held: Held) -> Iterator[Drawing]:
    with_steps = [one for one in plan.objectives if one.funnel.steps and one.target is not None]
    for one in with_steps[:FUNNELS]:
        yield Drawing(f"funnel-{one.id}", partial(_draw, "funnel", plan, one.id), one.id)


def _posters(plan: Plan, held: Held) -> Iterator[Drawing]:
    from promplan.export.outline_posters import poster

    for one in [it for it in plan.ideas if it.chosen == "yes" and it.poster.form][:POSTERS]:
        yield Drawing(f"poster-{one.id}", partial(poster, plan, one, held), one.id)


def _network(plan: Plan, held: Held) -> Iterator[Drawing]:
    """Of the piece with most steps of work: one shows how the others are made."""
    longest: Item | None = max(plan.items, key=lambda one: len(one.production), default=None)
    if longest is not None and longest.production:
        name = f"production_network-{longest.id}"
        yield Drawing(name, partial(_draw, "production_network", longest), longest.id)


def _surveys(plan: Plan, held: Held) -> Iterator[Drawing]:
    for one in plan.measurement.surveys[:TRIALS]:
        yield Drawing(f"before_after-{one.id}", partial(_draw, "before_after", one), one.id)


def _trials(plan: Plan, held: Held) -> Iterator[Drawing]:
    for one in plan.measurement.tests[:TRIALS]:
        if one.rate is not None and one.hoped is not None:
            curve = partial(_draw, "sample_size_curve", one.rate, one.hoped, one.people)
            yield Drawing(f"sample_size_curve-{one.id}", curve, one.id)


def _money(plan: Plan) -> bool:
    return any(one.money.amount or one.money.free for one in plan.channels)


FIGURES: tuple[Place, ...] = (
    Place("funnel", "objectives", _funnels),
    _whole("audience_map", "audiences", lambda plan: plan.audiences),
    _whole("message_house", "message", lambda plan: plan.message.umbrella.strip() or plan.message.pillars),
    Place("poster", "ideas", _posters),
    _whole("visit_timeline", "visit.stops"),
    _whole("shot_coverage", "visit.shots"),
    _whole("raci", "items"),
    Place("production_network", "items", _network, within="production"),
    _whole("calendar_heat", "calendar"),
    _whole("gantt", "calendar"),
    _whole("workload", "calendar"),
    _whole("pillar_balance", "calendar.shares"),
    _whole("reach_curves", "budget", _money),
    _whole("exposures", "budget", _money),
    _whole("marginal_return", "budget", _money),
    _whole("plan_against_result", "kpis"),
    _whole("results_funnel", "results"),
    Place("before_after", "measurement.surveys", _surveys),
    Place("sample_size_curve", "measurement.tests", _trials),
)
