"""PLAN: what must hold for any plan, whatever its content: ids that lead somewhere, once each, and days in order."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any, NamedTuple, get_args

from promplan.language import Words, say
from promplan.plan import tree
from promplan.plan.base import Part, Record
from promplan.plan.document import Plan
from promplan.plan.naming import list_words
from promplan.review.cure import Cure
from promplan.review.engine import rule
from promplan.review.finding import Finding


class _Mention(NamedTuple):
    """Somewhere in the plan an id is named: by which object, in which field, and where that id belongs."""

    where: str
    field: str
    id: str
    path: str
    rest: Any = None  # what stays in the field without it, where the field is the object's own


@cache
def _naming(kind: type[Part]) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """The fields of a kind that name ids, each with the list that is meant, and the parts in it that name some."""
    inner = {
        name: tree.parts(kind).get(name) or get_args(kind.model_fields[name].annotation)[0] for name in tree.inner(kind)
    }
    return tuple(tree.refers(kind).items()), tuple(name for name, one in inner.items() if any(_naming(one)))


def _mentions(part: Part, where: str, own: bool = True) -> Iterator[_Mention]:
    """Every id that a part and what stands in it name, found by its types; are its fields `own` ones of `where`?"""
    fields, inner = _naming(type(part))
    for field, path in fields:
        if value := getattr(part, field):
            ids = value if isinstance(value, list) else [value]
            for id_ in filter(None, ids):
                rest = [one for one in ids if one != id_] if isinstance(value, list) else ""
                yield _Mention(where, field, id_, path, rest if own else None)
    for field in inner:
        value = getattr(part, field)
        for one in value if isinstance(value, list) else [value]:
            yield from _mentions(one, *((one.id, True) if isinstance(one, Record) else (where, False)))


def _all_mentions(plan: Plan) -> Iterator[_Mention]:
    """Those of every section but the answers and the letters sent, which outlive what they are about."""
    gone_out = {one.id for one in plan.desk.requests if one.sent}
    for section in tree.inner(type(plan)):
        value = getattr(plan, section)
        for one in [] if section == "answers" else value if isinstance(value, list) else [value]:
            for found in _mentions(one, getattr(one, "id", section)):
                if section != "desk":
                    yield found
                elif found.where not in gone_out:  # nobody can mend a letter that is only read
                    yield found._replace(rest=None)  # and a draft about nothing is to be removed


@rule(
    "PLAN-1",
    severity="error",
    unit="01-facts",
    everywhere=True,
    text=say("Every id leads to something in the plan"),
    hints=(
        say("Something points at an entry that is gone."),
        say("Look at the ids that the entry names, as Computed from or Proofs: one of them is in no list."),
    ),
)
def ids_lead_somewhere(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    named = list(_all_mentions(plan))
    if not plan.enterprise.facts and not named:
        return None
    known: dict[str, set[str]] = {}
    for one in tree.record_lists(plan):
        known.setdefault(tree.shape(one.path), set()).update(row.id for row in one.rows)
    everywhere = set[str]().union(*known.values())
    return [
        _leads_nowhere(one, one.id in everywhere)
        for one in named
        if one.id not in known.get(one.path, ()) or (one.id == one.where and one.field != "by")
    ]


def _leads_nowhere(one: _Mention, elsewhere: bool) -> Finding:
    if one.id == one.where:
        told = say("{id} names itself.", id=one.id)
    elif elsewhere:
        told = say(
            "It names {id}, which belongs elsewhere; here an entry of “{list}” is meant.",
            id=one.id,
            list=list_words(one.path),
        )
    else:
        told = say("It names {id}, and there is no {id} in the plan.", id=one.id)
    out = None if one.rest is None else Cure({one.field: one.rest}, say("Take {id} out", id=one.id))
    return Finding(one.where, told, say("choose an id that exists, or empty the field"), field=one.field, cure=out)


@rule(
    "PLAN-2",
    severity="error",
    unit="01-facts",
    text=say("Every id is given once"),
    hints=(say("Two entries answer to one id."), say("Copy one of them and remove the old line.")),
)
def ids_are_given_once(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    ids = [one.id for one in tree.records(plan)]
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


@rule(
    "PLAN-3",
    severity="error",
    unit="00-start",
    section="start-plan",
    text=say("The campaign ends after it starts"),
    hints=(
        say("Does the campaign have at least one day?"),
        say("Compare its first and its last day under the plant picker."),
    ),
)
def campaign_has_length(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    start, end = plan.meta.campaign_start, plan.meta.campaign_end
    if start is None or end is None:
        return None
    if end > start:
        return []
    days = Words("{start} – {end}", {"start": start, "end": end})
    swap = Cure({"campaign_start": end, "campaign_end": start}, say("Swap the two dates")) if end < start else None
    return [Finding("meta", say("The campaign ends before it starts."), say("swap the two dates"), days, cure=swap)]
