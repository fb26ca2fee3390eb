"""What a machine sees of a plan: evidence that is present, counted, with the ids where it stands.

It never says that something holds because no finding is there. Whether what is present is any good, people say.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from promplan.grading.rows import criterion as row
from promplan.language import Words, say
from promplan.measure.said import numbers
from promplan.plan.document import Plan
from promplan.plan.enterprise import Fact
from promplan.plan.ideas import Idea
from promplan.plan.items import Item
from promplan.results.answers import answered
from promplan.review.gaps import empty

PICTURED = ("photo", "poster", "post", "video", "animation")
FILMED = ("video", "animation")


@dataclass(frozen=True)
class Seen:
    """Evidence of one kind: so many of so many, in a sentence, and the ids that show it."""

    key: str
    done: int
    of: int
    said: Words
    ids: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """How much of it is there; nothing at all where there is nothing to look at."""
        return self.done / self.of if self.of else 0.0


def has(one: Any, *fields: str) -> bool:
    """Does something stand in each of these fields?"""
    return not any(empty(getattr(one, name)) for name in fields)


def _counted(key: str, rows: Iterable[tuple[str, bool]], said: Callable[[int, int], Words]) -> Seen:
    told = list(rows)
    ids = tuple(id_ for id_, there in told if there)
    return Seen(key, len(ids), len(told), said(len(ids), len(told)), ids)


def made(plan: Plan) -> list[Idea]:
    """The ideas that the team makes."""
    return [one for one in plan.ideas if one.chosen == "yes"]


def used(plan: Plan) -> list[Fact]:
    """The facts that the plan uses: in pillars, ideas that are made, pieces with their scripts, and the pitch."""
    named = {id_ for one in plan.message.pillars for id_ in one.proofs}
    named |= {id_ for one in made(plan) for id_ in one.facts}
    named |= {id_ for one in plan.items for id_ in [*one.facts, *(it for line in one.script for it in line.facts)]}
    named |= {id_ for one in plan.pitch.parts for id_ in one.behind}
    return [one for one in plan.enterprise.facts if one.id in named]


def _audiences(plan: Plan) -> Seen:
    rows = ((one.id, has(one, "segment", "size", "size_source")) for one in plan.audiences)
    return _counted(
        "audiences", rows, lambda n, all_: say("{n} of {all} audiences have a size and its source", n=n, all=all_)
    )


def _needs(plan: Plan) -> Seen:
    rows = ((one.id, has(one, "job", "barrier")) for one in plan.audiences)
    return _counted(
        "needs", rows, lambda n, all_: say("{n} of {all} audiences have a task and a barrier in words", n=n, all=all_)
    )


def _questions(plan: Plan) -> Seen:
    rows = ((one.id, has(one, "answer")) for one in plan.message.questions)
    return _counted("questions", rows, lambda n, all_: say("{n} of {all} hard questions have an answer", n=n, all=all_))


def _steps(plan: Plan) -> Seen:
    rows = ((one.id, has(one, "step_where", "step_who", "step_days", "deadline")) for one in plan.objectives)
    return _counted(
        "steps",
        rows,
        lambda n, all_: say("{n} of {all} objectives say where, who answers, how fast and until when", n=n, all=all_),
    )


def _places(plan: Plan) -> Seen:
    rows = ((one.id, has(one, "step_capacity")) for one in plan.objectives)
    return _counted(
        "places", rows, lambda n, all_: say("{n} of {all} objectives count the places at the next step", n=n, all=all_)
    )


def _barriers(plan: Plan) -> Seen:
    barriers = {one.id: has(one, "barrier") for one in plan.audiences}
    rows = ((one.id, barriers.get(one.audience, False)) for one in plan.objectives)
    return _counted(
        "barriers",
        rows,
        lambda n, all_: say("{n} of {all} objectives have an audience whose barrier is named", n=n, all=all_),
    )


def _numbered(plan: Plan) -> list[Fact]:
    return [one for one in used(plan) if one.value is not None or numbers(one.statement)]


def _sources(plan: Plan) -> Seen:
    rows = ((one.id, has(one, "source", "source_kind", "as_of")) for one in _numbered(plan))
    return _counted(
        "sources",
        rows,
        lambda n, all_: say("{n} of {all} numbers used have a source, its kind and its day", n=n, all=all_),
    )


def _cleared(plan: Plan) -> Seen:
    rows = ((one.id, one.clearance.state == "cleared" and has(one.clearance, "wording", "by")) for one in used(plan))
    return _counted(
        "cleared",
        rows,
        lambda n, all_: say("{n} of {all} facts used are cleared, with wording and who cleared them", n=n, all=all_),
    )


def _checked(plan: Plan) -> Seen:
    """A fact is checked by a role in the register, or by the engineer's yes to a piece that holds it."""
    signed = {
        id_
        for one in plan.items
        if any(it.judge == "engineer" and it.state == "approved" and has(it, "who") for it in one.approvals)
        for id_ in [*one.facts, *(it for line in one.script for it in line.facts)]
    }
    rows = ((one.id, has(one, "checked_by") or one.id in signed) for one in used(plan))
    return _counted("checked", rows, lambda n, all_: say("{n} of {all} facts used say who checked them", n=n, all=all_))


def _links(plan: Plan) -> Seen:
    rows = ((one.id, has(one, "objective", "audience", "channel", "pillar")) for one in plan.items)
    return _counted(
        "links",
        rows,
        lambda n, all_: say("{n} of {all} pieces name their objective, audience, channel and pillar", n=n, all=all_),
    )


def _days(plan: Plan) -> Seen:
    rows = ((one.id, has(one.dates, "review", "publish")) for one in plan.items)
    return _counted(
        "days",
        rows,
        lambda n, all_: say(
            "{n} of {all} pieces have a day for the plant's review and one for publishing", n=n, all=all_
        ),
    )


def _hands(plan: Plan) -> Seen:
    rows = ((one.id, has(one, "owner", "approver") and one.owner != one.approver) for one in plan.items)
    return _counted(
        "hands",
        rows,
        lambda n, all_: say("{n} of {all} pieces have an owner and somebody else who approves", n=n, all=all_),
    )


def _goals(plan: Plan) -> Seen:
    known = {one.objective for one in plan.kpis if has(one, "target")}
    served = {one.objective for one in plan.items}
    rows = ((one.id, one.id in known and one.id in served) for one in plan.objectives)
    return _counted(
        "counted",
        rows,
        lambda n, all_: say(
            "{n} of {all} objectives have a piece that serves them and a KPI with a target", n=n, all=all_
        ),
    )


def _ideas(plan: Plan) -> Seen:
    rows = ((one.id, has(one, "facts", "form", "feeling")) for one in made(plan))
    return _counted(
        "ideas",
        rows,
        lambda n, all_: say(
            "{n} of {all} ideas that are made stand on a fact, in a form, for a feeling", n=n, all=all_
        ),
    )


def _posters(plan: Plan) -> Seen:
    drawn = [one for one in made(plan) if one.poster.form]
    rows = ((one.id, has(one.poster, "legend", "alt", "credit")) for one in drawn)
    return _counted(
        "posters",
        rows,
        lambda n, all_: say(
            "{n} of {all} posters have a legend, words for those who do not see, and a credit", n=n, all=all_
        ),
    )


def _reasons(plan: Plan) -> Seen:
    rows = ((one.id, has(one, "reason")) for one in plan.ideas if one.chosen)
    return _counted(
        "reasons", rows, lambda n, all_: say("{n} of {all} decisions about ideas give a reason", n=n, all=all_)
    )


def _pictures(plan: Plan) -> Seen:
    rows = ((one.id, has(one, "alt")) for one in plan.items if one.form in PICTURED)
    return _counted(
        "pictures", rows, lambda n, all_: say("{n} of {all} pieces with a picture tell it in words", n=n, all=all_)
    )


def _spoken(one: Item) -> bool:
    return one.form in FILMED and any(it.words.strip() for it in one.script)


def _captions(plan: Plan) -> Seen:
    rows = ((one.id, bool(one.subtitles.en or one.subtitles.ru)) for one in plan.items if _spoken(one))
    return _counted("captions", rows, lambda n, all_: say("{n} of {all} films that speak have captions", n=n, all=all_))


def _aloud(plan: Plan) -> Seen:
    parts = [one for one in plan.pitch.parts if has(one, "says")]
    timed = any(one.seconds for one in plan.pitch.rehearsals)
    rows = ((one.id, timed) for one in parts)
    return _counted(
        "aloud",
        rows,
        lambda n, all_: say("{n} of {all} parts of the pitch were said aloud against the clock", n=n, all=all_),
    )


def _kpis(plan: Plan) -> Seen:
    rows = ((one.id, has(one, "level", "source", "target")) for one in plan.kpis)
    return _counted(
        "kpis", rows, lambda n, all_: say("{n} of {all} KPI have a level, a target and a source", n=n, all=all_)
    )


def _intervals(plan: Plan) -> Seen:
    told = [answered(plan, one) for one in plan.kpis]
    rows = ((one.kpi, one.low is not None or one.n is not None) for one in told if one.value is not None)
    return _counted(
        "intervals",
        rows,
        lambda n, all_: say("{n} of {all} measured KPI have an interval or say of how many", n=n, all=all_),
    )


def _unknown(plan: Plan) -> Seen:
    rows = [
        one for one in plan.measurement.statements if one.verdict in ("unknown", "anyway", "not") and has(one, "text")
    ]
    kinds = {one.verdict for one in rows}
    said = say(
        "the report says {n} of {all}: what did not work, what is not known, what would have come anyway",
        n=len(kinds),
        all=3,
    )
    return Seen("unknown", len(kinds), 3, said, tuple(one.id for one in rows))


def _decisions(plan: Plan) -> Seen:
    rows = ((one.id, has(one, "seen", "decided", "why")) for one in plan.measurement.decisions)
    return _counted(
        "decisions",
        rows,
        lambda n, all_: say("{n} of {all} decisions name the results behind them and a reason", n=n, all=all_),
    )


SEEN: dict[str, Callable[[Plan], Seen]] = {
    "audiences": _audiences,
    "needs": _needs,
    "questions": _questions,
    "steps": _steps,
    "places": _places,
    "barriers": _barriers,
    "sources": _sources,
    "cleared": _cleared,
    "checked": _checked,
    "links": _links,
    "days": _days,
    "hands": _hands,
    "counted": _goals,
    "ideas": _ideas,
    "posters": _posters,
    "reasons": _reasons,
    "pictures": _pictures,
    "captions": _captions,
    "aloud": _aloud,
    "kpis": _kpis,
    "intervals": _intervals,
    "unknown": _unknown,
    "decisions": _decisions,
}


def evidence(plan: Plan, criterion: str) -> Sequence[Seen]:
    """What is seen of a criterion, in the rubric's order.

    Raises:
        Problem: the rubric has no such criterion.
    """
    return tuple(SEEN[key](plan) for key in row(criterion).evidence)
