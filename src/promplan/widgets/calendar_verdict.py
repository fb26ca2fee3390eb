"""What the review would say if a piece lay elsewhere: asked of a copy of the plan, before the card lies there."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from promplan.days.placed import monday, week_load
from promplan.language import Words, say
from promplan.plan import edit
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.plan.shown import people
from promplan.review import Finding, check
from promplan.widgets import calendar_moves as moves
from promplan.widgets import calendar_shown
from promplan.widgets.spoken_days import in_full

# the rules that a day, a channel or an owner can break: CAL, and whether what is shown may be shown there and then
RULES = ("CAL", "FACT-6I", "PRD-3", "PRD-7", "PRD-14", "PRD-19", "PRD-20")
SAID = 2  # findings of a place that are said before the card lies there
By = Mapping[str, Sequence[Finding]]


def tried(plan: Plan, by: By, id_: str, day: date | None, channel: str, *, along: bool = False) -> tuple[str, str]:
    """The name of a sign, and words: what stands against this place, of this piece and of others.

    Args:
        by: what the review says of each piece now.
        along: do the days of its work move along?
    """
    item = moves.item_of(plan, id_)
    new = edit.put(plan, f"items/{id_}", moves.placed_on(plan, item, day, channel, along=along))
    then = by_card(cards_of(new), [one for one in check(new, only=RULES) if one.open])
    before = {_key(one) for found in by.values() for one in found}
    mine = [one for one in then.get(id_, []) if _of_this_place(one, id_, before)]
    fresh = {_key(one): one for it, found in then.items() if it != id_ for one in found if _key(one) not in before}
    found = sorted(mine, key=lambda one: one.severity != "error")
    found += [one for key, one in fresh.items() if key not in {_key(it) for it in mine}]
    where = str(said(plan, id_, channel, day))
    if not found:
        fits = str(say("No rule stands against it."))
        return "passed", " ".join(filter(None, (where, fits, _owner(new, item, day))))
    worst = calendar_shown.gravest(found)
    assert worst is not None
    lines = [str(one.message) if one in mine else f"{one.where}: {one.message}" for one in found[:SAID]]
    more = [str(say("and {n} more", n=len(found) - SAID))] if len(found) > SAID else []
    return worst.severity, " ".join([where, *lines, *more])


def _of_this_place(one: Finding, id_: str, before: Iterable[tuple[str, str, str]]) -> bool:
    """Is it this place's fault? Not what is the same wherever the piece lies: a day of its work on a Sunday."""
    if one.object != id_:
        return True
    stays = one.field.startswith("dates.") and one.field != "dates.publish" and _key(one) in before
    return calendar_shown.of_place(one) and not stays


def _key(one: Finding) -> tuple[str, str, str]:
    return one.object, one.rule, str(one.message)


def said(plan: Plan, id_: str, channel: str, day: date | None) -> Words:
    """Where a piece lies, in words."""
    if day is None:
        return say("{id} is back in the tray.", id=id_)
    name = next((one.name.strip() or one.id for one in plan.channels if one.id == channel), "")
    if not name:
        return say("{id}: {day}.", id=id_, day=in_full(day))
    return say("{id}: {day}; {channel}.", id=id_, day=in_full(day), channel=name)


def cards_of(plan: Plan) -> dict[str, list[str]]:
    """The pieces on whose cards a finding about a record is shown, by the record's id."""
    found: dict[str, list[str]] = {one.id: [one.id] for one in plan.items}
    for one in plan.items:
        for it in one.rights:
            found.setdefault(it.id, []).append(one.id)
    for item, person in people(plan):
        found.setdefault(person.id, []).append(item.id)
    return found


def by_card(cards: Mapping[str, list[str]], found: Sequence[Finding]) -> dict[str, list[Finding]]:
    """The findings by the card that shows them; one that names its piece is on that card alone."""
    by: dict[str, list[Finding]] = {}
    for one in found:
        named = one.message.values.get("item")
        for id_ in cards.get(one.object, []):
            if not named or named == id_:
                by.setdefault(id_, []).append(one)
    return by


def _owner(plan: Plan, item: Item, day: date | None) -> str:
    """What its owner has in that week then."""
    name = next((one.name.strip() for one in plan.team.members if one.id == item.owner), "")
    if not name or day is None:
        return ""
    load = next((one for one in week_load(plan) if one.week == monday(day)), None)
    value = load.of.get(item.owner, 0.0) if load else 0.0
    return str(say("{name} then has {hours} that week.", name=name, hours=calendar_shown.hours(value))) if value else ""
