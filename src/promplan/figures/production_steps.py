"""The steps of a piece's work as a timed network: with the plant's days, without them, and in words. Draws nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from promplan.language import Problem, Words, say, say_many
from promplan.media.network import Schedule, Task, schedule, slip
from promplan.plan.items import Item
from promplan.plan.production import WorkStep


@dataclass(frozen=True)
class Work:
    """The network of a piece.

    Attributes:
        steps: by id, in the plan's order. timed: with everybody's days. bare: as if the plant answered at once.
    """

    steps: Mapping[str, WorkStep]
    timed: Schedule
    bare: Schedule

    def name(self, id_: str) -> str:
        """What a step is called; its id while it has no name."""
        return self.steps[id_].name.strip() or id_

    def is_plant(self, id_: str) -> bool:
        """Are its days the plant's?"""
        return self.steps[id_].whose == "plant"

    def path(self, timed: Schedule) -> list[str]:
        """The longest chain in names, moments of no days left out."""
        first = timed.paths[0] if timed.paths else ()
        return [self.name(one) for one in first if timed.tasks[one].days]


def work(item: Item) -> Work | None:
    """The network of a piece; None while it has no step.

    Raises:
        Problem: steps that wait for each other in a circle.
    """
    steps = {one.id: one for one in item.production}
    if not steps:
        return None
    tasks = _tasks(steps.values())
    try:
        timed = schedule(tasks)
    except Problem:
        _name_the_circle(steps, tasks)
        raise
    bare = schedule(Task(one.id, 0, one.after) if steps[one.id].whose == "plant" else one for one in tasks)
    return Work(steps, timed, bare)


def _tasks(steps: Iterable[WorkStep]) -> list[Task]:
    rows = list(steps)
    known = {one.id for one in rows}
    return [Task(one.id, one.days or 0, [id_ for id_ in dict.fromkeys(one.after) if id_ in known]) for one in rows]


def _name_the_circle(steps: Mapping[str, WorkStep], tasks: list[Task]) -> None:
    """Raise the same trouble with the names that the team gave, where they are told apart."""
    names = {one.id: one.name.strip() or one.id for one in steps.values()}
    if len(set(names.values())) == len(names):
        schedule(Task(names[one.id], one.days, [names[id_] for id_ in one.after]) for one in tasks)


def said(of: Work) -> list[Words]:
    """How long it takes and why, in sentences."""
    days, bare = of.timed.days, of.bare.days
    told = [
        say_many(
            "The work takes {n} working day. The longest chain: {path}.",
            "The work takes {n} working days. The longest chain: {path}.",
            days,
            path=" → ".join(of.path(of.timed)) or "–",
        )
    ]
    if of.timed.paths_total > 1:
        told.append(say("There are {n} chains of this length: none may be late.", n=of.timed.paths_total))
    if any(of.is_plant(id_) for id_ in of.steps):
        told.append(
            say_many(
                "Without waiting for the plant it would be {n} working day: {path}. "
                "The waiting costs {more} of the {all}.",
                "Without waiting for the plant it would be {n} working days: {path}. "
                "The waiting costs {more} of the {all}.",
                bare,
                path=" → ".join(of.path(of.bare)) or "–",
                more=days - bare,
                all=days,
            )
        )
    return told


def slipped(of: Work, late: str, n: int) -> list[Words]:
    """What happens when a step takes `n` working days more."""
    found = slip(_tasks(of.steps.values()), late, n)
    name, slack = of.name(late), of.timed.tasks[late].slack
    late_by = say_many("{n} working day", "{n} working days", n)
    if not found.delay:
        told = say("“{name}” may take {late} more: the day of publishing stays where it is.", name=name, late=late_by)
        return [told, say("Slack that is left, in days: {n}.", n=slack - n)]
    later = say_many("{n} working day", "{n} working days", found.delay)
    told = say("“{name}” takes {late} more: publishing is {later} later.", name=name, late=late_by, later=later)
    lines = [told]
    if slack:
        lines.append(say("Slack that it had, in days: {n}.", n=slack))
    moved = [say("{name}: +{n}", name=of.name(id_), n=by) for id_, by in found.moved.items()]
    if moved:
        lines.append(say("What moves with it, in working days: {named}.", named="; ".join(map(str, moved))))
    return lines
