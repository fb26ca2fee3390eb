"""Consistency of the whole question: names that exist, items that a channel may carry, and a size that can be solved.

What can be meant but cannot be done (a deadline before the clearance) passes: it comes back as a reason of the answer.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from promplan.language import Problem, say
from promplan.media import checked
from promplan.media.slots.question import Item, Penalties, Question, Rules, usual

__all__ = ["ITEMS", "OPTIONS", "checked_question"]

ITEMS = 1000
OPTIONS = 200_000  # places of all items together, by weeks: beyond that the program takes seconds and half a gigabyte


def checked_question(items: Iterable[Item], rules: Rules, penalties: Penalties | None) -> Question:
    """The question, with the `usual` penalties where none are given.

    Raises:
        Problem: names twice, channels and pillars that nobody knows, an item without a channel, or more items, days
            and channels together than can be solved.
    """
    checked.of_kind(rules, Rules, say("Rules of the calendar"))
    listed = checked.listed(items, Item, say("Items of the calendar"))
    if len(listed) > ITEMS:
        raise Problem(
            say("{n} items are more than the {most} this is made for: plan a part.", n=len(listed), most=ITEMS)
        )
    seen: set[str] = set()
    for item in listed:
        if item.id in seen:
            raise Problem(say("Item {id} is in the list twice: give one of them another name.", id=item.id))
        seen.add(item.id)
    if penalties is not None:
        checked.of_kind(penalties, Penalties, say("Price of a bent rule"))
    question = Question(listed, rules, usual(listed) if penalties is None else penalties)
    for item in listed:
        _check(question, item)
    _check_size(question)
    return question


def _check(question: Question, item: Item) -> None:
    """Whatever the item names is there."""
    rules = question.rules
    known = {channel.id for channel in rules.channels}
    frozen = () if item.frozen is None else (item.frozen[1],)
    for channel in (*(item.channels or ()), *(item.value if isinstance(item.value, Mapping) else ()), *frozen):
        if channel not in known:
            raise Problem(
                say(
                    "Item {id} names a channel that the rules do not have, {channel}: add it to the channels or "
                    "correct the name.",
                    id=item.id,
                    channel=channel,
                )
            )
    if rules.pillars and item.pillar and item.pillar not in rules.pillars:
        raise Problem(
            say(
                "Item {id} stands for the pillar {pillar}, which has no share: give it one or correct the name.",
                id=item.id,
                pillar=item.pillar,
            )
        )
    if not question.channels_of(replace(item, frozen=None)):
        raise Problem(say("Item {id} has no channel that may carry it: name one.", id=item.id))
    if item.frozen is not None and not question.channels_of(item):
        raise Problem(
            say(
                "Item {id} is frozen in {channel}, which may not carry it: allow the channel or thaw the item.",
                id=item.id,
                channel=item.frozen[1],
            )
        )


def _check_size(question: Question) -> None:
    """The size of the program, counted without building it: a week of a channel for each item, hooks beside them."""
    rules, places = question.rules, 0
    for item in question.items:
        first, last = max(0, item.earliest or 0), question.last_day(item)
        weeks = 1 if item.frozen is not None else max(0, rules.week_of(last) - rules.week_of(first) + 1)
        late = 0 if item.deadline is None else max(0, last - max(item.deadline, first - 1))
        alone = sum(first <= day <= last for day in item.hooks) + late
        places += (weeks + alone) * len(question.channels_of(item))
    if places > OPTIONS:
        raise Problem(
            say(
                "These items have {n} places by weeks and channels, more than the {most} that can be solved: plan a "
                "part, name fewer channels an item, or give items an earliest day and a deadline.",
                n=places,
                most=OPTIONS,
            )
        )
