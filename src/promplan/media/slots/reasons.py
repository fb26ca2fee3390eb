"""Reasons for bent rules, from slack variables to sentences: which rules, by how much, and whose items they are."""

from collections.abc import Iterator, Mapping

from promplan.language import say, say_many
from promplan.media.slots.answer import Reason, listed
from promplan.media.slots.question import Item, Question, Spot
from promplan.media.slots.scoring import Score

__all__ = ["bent"]


def bent(question: Question, spots: Mapping[str, Spot], measured: Score) -> list[Reason]:
    """A reason for every soft rule that a calendar bends: hours, cadence, balance, deadlines; and for missed hooks."""
    placed = {item.id: item for item in question.items if item.id in spots}
    return [
        *_over(question, placed, spots, measured),
        *_short(question, placed, measured),
        *_off(question, placed, measured),
        *_late(question, spots, measured),
        *_hooks(question, placed, spots),
    ]


def _over(
    question: Question, placed: Mapping[str, Item], spots: Mapping[str, Spot], measured: Score
) -> Iterator[Reason]:
    for week, hours in measured.over.items():
        inside = [item for item in placed.values() if item.hours and question.rules.week_of(spots[item.id][0]) == week]
        loose = [item.id for item in inside if item.frozen is None]
        names = tuple(loose or [item.id for item in inside])
        values = {"week": week + 1, "hours": round(hours, 2), "items": listed(names)}
        if loose:
            what = say(
                "Week {week} takes {hours} h more than the crew has: move or shorten one of {items}, or add hours.",
                **values,
            )
        else:
            what = say(
                "Week {week} takes {hours} h more than the crew has, and all its items are frozen: thaw one of "
                "{items}, or add hours.",
                **values,
            )
        yield Reason(what, names, (week,), hours)


def _short(question: Question, placed: Mapping[str, Item], measured: Score) -> Iterator[Reason]:
    rules = question.rules
    channels = {channel.id: channel for channel in rules.channels}
    for (week, channel), lacking in measured.short.items():
        owed = rules.owed(week, channels[channel])
        values = {"week": week + 1, "channel": channel, "there": owed - lacking, "owed": owed}
        waiting = [
            (item.earliest, item.id)
            for item in placed.values()
            if item.earliest is not None
            and item.earliest > rules.days_of(week)[-1]
            and channel in question.channels_of(item)
        ]
        if waiting:
            earliest, name = min(waiting)
            what = say(
                "Week {week}, {channel}: {there} published, at least {owed} wanted. {item} could help, but it is "
                "cleared only from {day}: get the clearance sooner, make another item, or lower the minimum.",
                **values,
                item=name,
                day=rules.said(earliest),
            )
            yield Reason(what, (name,), (week,), lacking)
        else:
            what = say(
                "Week {week}, {channel}: {there} published, at least {owed} wanted. Make more for it, or lower the "
                "minimum.",
                **values,
            )
            yield Reason(what, (), (week,), lacking)


def _off(question: Question, placed: Mapping[str, Item], measured: Score) -> Iterator[Reason]:
    counted = [item for item in placed.values() if item.pillar in question.rules.pillars]
    for pillar, beyond in measured.off.items():
        mine = [item.id for item in counted if item.pillar == pillar]
        others = [item.id for item in counted if item.pillar != pillar]
        share = question.rules.pillars[pillar]
        values = {
            "pillar": pillar,
            "count": len(mine),
            "all": len(counted),
            "target": round(100 * share, 1),
            "tolerance": round(100 * question.rules.tolerance, 1),
        }
        if len(mine) > share * len(counted):
            what = say(
                "Pillar {pillar} has {count} of {all} items; {target} % were agreed, give or take {tolerance} points. "
                "It has too many: give one of {items} to another pillar, or leave it out.",
                **values,
                items=listed(mine),
            )
            yield Reason(what, tuple(mine), (), beyond)
        else:
            what = say(
                "Pillar {pillar} has {count} of {all} items; {target} % were agreed, give or take {tolerance} points. "
                "It has too few: make one more for it, or turn one of {items} to it.",
                **values,
                items=listed(others),
            )
            yield Reason(what, tuple(others), (), beyond)


def _late(question: Question, spots: Mapping[str, Spot], measured: Score) -> Iterator[Reason]:
    for name, days in measured.late.items():
        day = spots[name][0]
        what = say_many(
            "Item {id} comes on {day}, {n} day after its deadline: free an earlier place, or move the deadline.",
            "Item {id} comes on {day}, {n} days after its deadline: free an earlier place, or move the deadline.",
            days,
            id=name,
            day=question.rules.said(day),
        )
        yield Reason(what, (name,), (question.rules.week_of(day),), days)


def _hooks(question: Question, placed: Mapping[str, Item], spots: Mapping[str, Spot]) -> Iterator[Reason]:
    """Items that have hooks in the plan and come on none of them."""
    rules = question.rules
    for item in placed.values():
        hooks = [day for day, bonus in item.hooks.items() if bonus and 0 <= day < rules.days]
        if not hooks or spots[item.id][0] in hooks:
            continue
        day = min(hooks, key=lambda day: (-item.hooks[day], day))
        values = {"id": item.id, "day": rules.said(day)}
        earliest = item.earliest or 0
        rivals = [
            name
            for name, (there, channel) in spots.items()
            if name != item.id
            and channel in question.channels_of(item)
            and abs(there - day) < next(known.apart for known in rules.channels if known.id == channel)
        ]
        if day < earliest:
            what = say(
                "Item {id} misses its hook on {day}: it is cleared only from {earliest}. Get the clearance sooner, or "
                "find it another hook.",
                **values,
                earliest=rules.said(earliest),
            )
        elif day in rules.blocked:
            what = say("Item {id} misses its hook on {day}: the day is blocked. Free it, or find another.", **values)
        elif rivals:
            what = say(
                "Item {id} misses its hook on {day}: the place goes to {items}, there or too close by. Move what "
                "stands there, or give the hook more value.",
                **values,
                items=listed(rivals),
            )
        else:
            what = say(
                "Item {id} misses its hook on {day}: elsewhere it costs the other rules less. Freeze it there, or give "
                "the hook more value.",
                **values,
            )
        yield Reason(what, (item.id,), (rules.week_of(day),))
