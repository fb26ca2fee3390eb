"""The critical path of a production network: what decides the day of publishing, and what may wait.

The critical path method [kelley-walker-1959]: a forward pass for the earliest times, a backward pass for the
latest, slack = latest start - earliest start. Time is counted in whole days from 0 at the start of the project; a task
that starts at 3 and takes 2 fills days 3 and 4 and finishes at 5, the morning on which the next may start. Tasks
without slack are critical, and there may be several critical paths at once: all are counted, the first hundred listed.

Relies on: nothing but a list of tasks; weekdays and holidays come in only with `dated`, from `workdays`.
"""

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from graphlib import CycleError, TopologicalSorter
from itertools import islice

from promplan.language import Problem, say
from promplan.media import checked
from promplan.media.workdays import Calendar, Days, working_calendar

__all__ = ["Dated", "Schedule", "Slip", "Task", "Timing", "critical_path", "dated", "schedule", "slip"]

LISTED = 100  # critical paths spelled out; they are all counted
IDLE = 366  # days in a row without work after which a calendar is taken to be wrong
MOST_DAYS = 36_600  # that are laid into a calendar: more than a century


@dataclass(frozen=True)
class Task:
    """A step of the work: how many whole days it takes (0 for a mere moment) and after which tasks it can start.

    >>> Task("shoot", 1, after=["script", "clearance"]).days
    1

    Raises:
        Problem: a name that is none, days that are no whole number from 0 on, or what comes before that is no list.
    """

    id: str
    days: int
    after: Sequence[str] = ()

    def __post_init__(self) -> None:
        name = checked.name(self.id, say("The name of a task"))
        days = checked.whole(self.days, say("Days of the task {id}"), id=name)
        after = checked.names(self.after, say("What the task {id} comes after", id=name), ordered=False)
        for field, value in (("id", name), ("days", days), ("after", after)):
            object.__setattr__(self, field, value)


@dataclass(frozen=True)
class Timing:
    """When a task may run, in days from the start of the project.

    `slack` is how long it may be late before publishing is; `free` how long before any other task is; free <= slack.

    >>> schedule([Task("script", 3)]).tasks["script"].finish
    3
    """

    id: str
    days: int
    start: int
    finish: int
    late_start: int
    late_finish: int
    slack: int
    free: int


@dataclass(frozen=True)
class Schedule:
    """A timed network: its length in days, every task's times, the critical tasks and paths.

    `critical` and every path stand in the order of work. `paths_total` counts all critical paths; `paths` lists the
    first of them.

    >>> schedule([Task("script", 3), Task("shoot", 1, ["script"])]).paths
    (('script', 'shoot'),)
    """

    days: int
    tasks: Mapping[str, Timing]
    critical: tuple[str, ...]
    paths: tuple[tuple[str, ...], ...]
    paths_total: int


@dataclass(frozen=True)
class Slip:
    """What `n` days more in one task do.

    `delay`: by how many days the project finishes later. `moved`: the tasks whose earliest start is later now, and by
    how many days. `eaten`: the tasks whose slack shrank: slack before and after. `after` holds the new duration and
    the new critical paths.

    >>> slip([Task("script", 3), Task("shoot", 1, ["script"])], "script", 2).moved
    {'shoot': 2}
    """

    before: Schedule
    after: Schedule
    delay: int
    moved: Mapping[str, int]
    eaten: Mapping[str, tuple[int, int]]


@dataclass(frozen=True)
class Dated:
    """A task's days in the calendar: its first and last day at the earliest, and at the latest.

    A task of no days is a moment: the morning of the day named.

    >>> dated(schedule([Task("script", 2)]), date(2026, 3, 6))["script"].last  # from Friday to Monday
    datetime.date(2026, 3, 9)
    """

    first: date
    last: date
    late_first: date
    late_last: date


def schedule(tasks: Iterable[Task], listed: int = LISTED) -> Schedule:
    """Time a network: forward and backward pass, slack, all critical tasks, and the critical paths.

    The order of the tasks does not matter. Runs in time linear in tasks and links (with a logarithm for the order).

    >>> plan = schedule([Task("script", 3), Task("clearance", 10), Task("shoot", 1, ["script", "clearance"])])
    >>> plan.days, plan.critical, plan.tasks["script"].slack
    (11, ('clearance', 'shoot'), 7)

    Args:
        tasks: the steps, also as mappings or as the rows of a table; none at all is a project of 0 days.
        listed: at most so many critical paths are spelled out; the count is always of all.

    Raises:
        Problem: an id used twice, an unknown id, a length that is no whole number of days from 0 on, or a circle,
            which is named.
    """
    listed = checked.whole(listed, say("Critical paths to list"))
    by_id = _checked(tasks)
    order = _order(by_id)
    start: dict[str, int] = {}
    finish: dict[str, int] = {}
    followers: dict[str, list[str]] = {name: [] for name in order}  # in the order of work, as `order` is
    for name in order:
        task = by_id[name]
        start[name] = max((finish[earlier] for earlier in task.after), default=0)
        finish[name] = start[name] + task.days
        for earlier in dict.fromkeys(task.after):
            followers[earlier].append(name)
    end = max(finish.values(), default=0)
    late_finish: dict[str, int] = {}
    for name in reversed(order):
        late_finish[name] = min((late_finish[later] - by_id[later].days for later in followers[name]), default=end)
    timed = {
        name: Timing(
            id=name,
            days=by_id[name].days,
            start=start[name],
            finish=finish[name],
            late_start=late_finish[name] - by_id[name].days,
            late_finish=late_finish[name],
            slack=late_finish[name] - finish[name],
            free=min((start[later] for later in followers[name]), default=end) - finish[name],
        )
        for name in order
    }
    # a link is tight when nothing waits on it: both ends critical, and the one starts as the other finishes
    tight = {
        name: [later for later in followers[name] if timed[later].slack == 0 and start[later] == finish[name]]
        for name in order
        if timed[name].slack == 0
    }
    led_to = {later for following in tight.values() for later in following}
    first = [name for name in tight if name not in led_to]
    return Schedule(
        days=end,
        tasks=timed,
        critical=tuple(sorted(tight, key=lambda name: start[name])),
        paths=tuple(islice(_paths(first, tight), listed)),
        paths_total=_count(first, tight),
    )


def critical_path(tasks: Iterable[Task]) -> tuple[str, ...]:
    """The critical path: the tasks, in the order of work, each of which delays the end if it is late.

    Of several critical paths the first; `schedule` counts and lists them all.

    >>> critical_path([Task("script", 3), Task("clearance", 10), Task("shoot", 1, ["script", "clearance"])])
    ('clearance', 'shoot')

    Raises:
        Problem: see `schedule`.
    """
    return next(iter(schedule(tasks, listed=1).paths), ())


def slip(tasks: Iterable[Task], late: str, n: int) -> Slip:
    """What happens to publishing when the task `late` takes `n` days more (or, below 0, fewer).

    >>> late = slip([Task("script", 3), Task("clearance", 10), Task("shoot", 1, ["script", "clearance"])], "script", 9)
    >>> late.delay, late.after.critical
    (2, ('script', 'shoot'))

    Raises:
        Problem: no such task, or fewer days than it has; and all of `schedule`'s.
    """
    tasks = tuple(_checked(tasks).values())
    late, n = checked.name(late, say("The task that is late")), checked.whole(n, say("Days more"), -checked.MOST)
    before = schedule(tasks)
    if late not in before.tasks:
        raise Problem(
            say("There is no task {id}. Name one of: {known}.", id=late, known=", ".join(sorted(before.tasks)))
        )
    after = schedule(replace(task, days=task.days + n) if task.id == late else task for task in tasks)
    pairs = [(old, after.tasks[name]) for name, old in before.tasks.items()]
    return Slip(
        before=before,
        after=after,
        delay=after.days - before.days,
        moved={old.id: new.start - old.start for old, new in pairs if new.start != old.start},
        eaten={old.id: (old.slack, new.slack) for old, new in pairs if new.slack < old.slack},
    )


def dated(
    timed: Schedule, start: date, working: Days | None = frozenset(), worked: Days = frozenset()
) -> dict[str, Dated]:
    """Every task's days in the calendar.

    >>> days = dated(schedule([Task("script", 2)]), date(2025, 11, 3), "RU")  # 3 and 4 November are days off
    >>> days["script"].first, days["script"].last
    (datetime.date(2025, 11, 5), datetime.date(2025, 11, 6))

    Args:
        timed: a schedule in days.
        start: the first day of the project; if nobody works then, the next day on which somebody does.
        working: the days off, in any shape that `workdays.working_calendar` reads, a country's with the weekends that
            are worked in exchange among them; the default: Monday to Friday, no holidays. Or a function that says of a
            day whether it is worked on; or None: every day is.
        worked: days at a weekend that are worked beside those.

    Raises:
        Problem: what is no schedule, no day or no calendar; one without a working day for a year, one that runs past
            the year 9999, or work for more than a century.
    """
    checked.of_kind(timed, Schedule, say("The schedule"))
    worked_on = working_calendar((lambda _: True) if working is None else working, worked)
    calendar = _calendar(checked.day(start, say("The first day of the project")), timed.days, worked_on)

    def span(begin: int, days: int) -> tuple[date, date]:
        return calendar[begin], calendar[begin + max(days - 1, 0)]

    return {
        name: Dated(*span(task.start, task.days), *span(task.late_start, task.days))
        for name, task in timed.tasks.items()
    }


def _calendar(start: date, days: int, worked_on: Calendar) -> list[date]:
    """The date of every day of the project from 0 to `days`, the day after its last included: then it is published."""
    one = timedelta(days=1)
    if days > MOST_DAYS:
        raise Problem(say("The work would take more than a century. Check the days of the tasks."))

    def following(day: date) -> date:
        for _ in range(IDLE):
            day += one
            if worked_on(day):
                return day
        raise Problem(
            say("No working day within a year after {day}. Check the calendar of working days.", day=day - IDLE * one)
        )

    try:
        calendar = [start if worked_on(start) else following(start)]
        while len(calendar) <= days:
            calendar.append(following(calendar[-1]))
    except OverflowError:
        raise Problem(say("The work would end after the year 9999. Check the days of the tasks.")) from None
    return calendar


def _checked(tasks: Iterable[Task]) -> dict[str, Task]:
    """The tasks by id, each of them waiting for tasks that there are."""
    by_id: dict[str, Task] = {}
    for task in checked.listed(tasks, Task, say("Tasks of the network")):
        if task.id in by_id:
            raise Problem(say("Two tasks are called {id}. Give one of them another name.", id=task.id))
        by_id[task.id] = task
    for task in by_id.values():
        unknown = [name for name in task.after if name not in by_id]
        if unknown:
            raise Problem(
                say(
                    "Task {id} waits for {unknown}, and there is no such task. Add it or correct its name.",
                    id=task.id,
                    unknown=", ".join(unknown),
                )
            )
    return by_id


def _order(by_id: Mapping[str, Task]) -> list[str]:
    """The tasks in an order of work, the same for any order of input: of those that can start, the smallest id."""
    sorter = TopologicalSorter({name: sorted(by_id[name].after) for name in sorted(by_id)})
    try:
        sorter.prepare()
    except CycleError as error:
        circle = error.args[1][:-1]  # its first is named again at its end
        turn = circle.index(min(circle))
        raise Problem(
            say(
                "These tasks wait for each other in a circle: {cycle}. Take one of the links out.",
                cycle=" → ".join([*circle[turn:], *circle[: turn + 1]]),
            )
        ) from None
    ready, order = list(sorter.get_ready()), []
    heapq.heapify(ready)
    while ready:
        order.append(heapq.heappop(ready))
        sorter.done(order[-1])
        for name in sorter.get_ready():
            heapq.heappush(ready, name)
    return order


def _count(first: Sequence[str], tight: Mapping[str, Sequence[str]]) -> int:
    """How many paths lead through the tight links: counted backwards, not walked (there may be 2^n)."""
    ways: dict[str, int] = {}
    for name in reversed(list(tight)):
        ways[name] = sum(ways[later] for later in tight[name]) or 1
    return sum(ways[name] for name in first)


def _paths(first: Sequence[str], tight: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """The paths through the tight links, one after the other; no recursion, a chain may be long."""
    for name in first:
        path = [name]
        branches = [iter(tight[name])]
        if not tight[name]:
            yield (name,)
        while branches:
            later = next(branches[-1], None)
            if later is None:
                branches.pop()
                path.pop()
            elif tight[later]:
                path.append(later)
                branches.append(iter(tight[later]))
            else:
                yield (*path, later)
