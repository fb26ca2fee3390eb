"""PLAN: what must hold for any plan, whatever its content."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from promplan.language import Words, say
from promplan.plan.base import Record
from promplan.plan.document import Plan
from promplan.plan.edit import LISTS, records
from promplan.review.engine import rule
from promplan.review.finding import Finding


def _records(plan: Plan) -> list[Record]:
    """Every record of the plan, list after list."""
    return [one for path in LISTS for one in records(plan, path)]


@rule("PLAN-1", severity="error", unit="01-facts", text=say("Every id leads to something in the plan"))
def ids_lead_somewhere(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    members = {one.id for one in plan.team.members}
    facts = {one.id for one in plan.enterprise.facts}
    audiences = {one.id for one in plan.audiences}
    named = [(one.id, one.by, members) for one in _records(plan)] + [("brief", plan.brief.by, members)]
    named += [(f.id, d, facts - {f.id}) for f in plan.enterprise.facts for d in f.derived_from]
    named += [(o.id, o.audience, audiences) for o in plan.objectives]
    named += [(p.id, proof, facts) for p in plan.message.pillars for proof in p.proofs]
    named = [one for one in named if one[1]]
    if not facts and not named:
        return None
    return [
        Finding(
            where,
            say("It names {id}, and there is no {id} in the plan.", id=id_),
            say("choose an id that exists, or empty the field"),
        )
        for where, id_, known in named
        if id_ not in known
    ]


@rule("PLAN-2", severity="error", unit="01-facts", text=say("Every id is given once"))
def ids_are_given_once(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    ids = [one.id for one in _records(plan)]
    if not ids:
        return None
    return [
        Finding(
            id_,
            say("{id} is given {n} times.", id=id_, n=n),
            say("copy one of them with the Copy button and remove it"),
        )
        for id_, n in sorted(Counter(ids).items())
        if n > 1
    ]


@rule("PLAN-3", severity="error", unit="00-start", text=say("The campaign ends after it starts"))
def campaign_has_length(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    start, end = plan.meta.campaign_start, plan.meta.campaign_end
    if start is None or end is None:
        return None
    if end > start:
        return []
    days = Words("{start} – {end}", {"start": start, "end": end})
    return [Finding("meta", say("The campaign ends before it starts."), say("swap the two dates"), days)]
