"""What of a plan a judge reads for one criterion: a few headings with their lines, in the plan's own words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from promplan.grading.seen import made, used
from promplan.language import Words, chosen, day, pick, say
from promplan.plan.document import Plan
from promplan.plan.measurement import VERDICTS
from promplan.plan.objectives import Objective

MOST = 5  # lines under one heading
LONG = 260  # characters of a line


@dataclass(frozen=True)
class Excerpt:
    """A heading, and lines with the id that each is of."""

    head: Words
    lines: tuple[tuple[str, str], ...]
    more: int = 0


def excerpt(plan: Plan, criterion: str) -> tuple[Excerpt, ...]:
    """What stands in the plan for a criterion; headings without a line say so by having none."""
    return tuple(READ[criterion](plan))


def _some(head: Words, rows: Iterable[tuple[str, str]]) -> Excerpt:
    told = [(id_, _cut(text)) for id_, text in rows if text.strip()]
    return Excerpt(head, tuple(told[:MOST]), max(0, len(told) - MOST))


def _cut(text: str) -> str:
    told = " ".join(text.split())
    return told if len(told) <= LONG else f"{told[: LONG - 1].rstrip()}…"


def _joined(*parts: str) -> str:
    return " · ".join(one.strip() for one in parts if one.strip())


def _audiences(plan: Plan) -> Excerpt:
    rows = ((one.id, _joined(one.segment, one.job, one.barrier)) for one in plan.audiences)
    return _some(say("For whom: task, barrier"), rows)


def _house(plan: Plan) -> Excerpt:
    rows = [("", plan.message.umbrella), *((one.id, one.statement) for one in plan.message.pillars)]
    return _some(say("What the plan says"), rows)


def _objectives(plan: Plan) -> Excerpt:
    rows = ((one.id, _joined(one.statement, one.step_where, one.step_who, _places(one))) for one in plan.objectives)
    return _some(say("What it wants, and the next step"), rows)


def _places(one: Objective) -> str:
    return "" if one.step_capacity is None else str(chosen(say("places: {n}", n=one.step_capacity)))


def _call(plan: Plan) -> Excerpt:
    return _some(say("Call"), [("", plan.message.call)])


def _facts(plan: Plan) -> Excerpt:
    rows = ((one.id, _joined(one.statement, one.source, one.checked_by)) for one in used(plan))
    return _some(say("Facts used: source, who checked"), rows)


def _items(plan: Plan) -> Excerpt:
    rows = (
        (
            one.id,
            _joined(
                one.title, one.objective, one.channel, day(one.dates.publish) if one.dates.publish else "", one.owner
            ),
        )
        for one in plan.items
    )
    return _some(say("Pieces: objective, channel, day, owner"), rows)


def _left_out(plan: Plan) -> Excerpt:
    return _some(say("Left out on purpose"), [("", plan.pitch.left_out)])


def _ideas(plan: Plan) -> Excerpt:
    rows = ((one.id, _joined(one.title, one.hook, ", ".join(one.poster.legend), one.reason)) for one in made(plan))
    return _some(say("Ideas that are made: legend, reason"), rows)


def _pictures(plan: Plan) -> Excerpt:
    rows = ((one.id, _joined(one.title, one.alt)) for one in plan.items)
    return _some(say("Pictures in words"), rows)


def _pitch(plan: Plan) -> Excerpt:
    return _some(say("How the pitch begins"), ((one.id, one.says) for one in plan.pitch.parts[:2]))


def _kpis(plan: Plan) -> Excerpt:
    rows = ((one.id, _joined(one.name, one.source)) for one in plan.kpis)
    return _some(say("KPI: where the number comes from"), rows)


def _report(plan: Plan) -> Excerpt:
    rows = ((one.id, _joined(str(pick(VERDICTS[one.verdict])), one.text)) for one in plan.measurement.statements)
    return _some(say("From the report"), rows)


def _decisions(plan: Plan) -> Excerpt:
    rows = ((one.id, _joined(one.decided, one.why)) for one in plan.measurement.decisions)
    return _some(say("Decisions"), rows)


READ: dict[str, Callable[[Plan], Iterable[Excerpt]]] = {
    "question": lambda plan: (_audiences(plan), _house(plan), _pitch(plan)),
    "step": lambda plan: (_objectives(plan), _call(plan), _decisions(plan)),
    "truth": lambda plan: (_house(plan), _facts(plan)),
    "plan": lambda plan: (_objectives(plan), _items(plan), _left_out(plan)),
    "art": lambda plan: (_ideas(plan),),
    "clear": lambda plan: (_pitch(plan), _pictures(plan)),
    "measure": lambda plan: (_kpis(plan), _report(plan), _decisions(plan)),
}
