"""The critical path of a production network: what decides the day of publishing, and what may wait.

The critical path method of Kelley and Walker (1959): a forward pass for the earliest times, a backward pass for the
latest, slack = latest start - earliest start. Time is counted in whole days from 0 at the start of the project; a task
that starts at 3 and takes 2 fills days 3 and 4 and finishes at 5, the morning on which the next may start. Tasks
without slack are critical, and there may be several critical paths at once: all are counted, the first hundred listed.

Relies on: nothing but a list of tasks; weekdays and holidays come in only with `dated`, from `dates`.
"""

import heapq
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from promplan.language import Problem, say
from promplan.media import checked
from promplan.media.dates import is_working

LISTED = 100  # critical paths spelled out; they are all counted
IDLE = 366  # days in a row without work after which a calendar is taken to be wrong

Working = Callable[[date], bool] | Container[date] | None


@dataclass(frozen=True)
class Task:
    """A step of the work: how many whole days it takes (0 for a mere moment) and after which tasks it can start."""

    id: str
    days: int
    after: Sequence[str] = ()


@dataclass(frozen=True)
class Timing:
    """When a task may run, in days from the start of the project.

    `slack` is how long it may be late before publishing is; `free` how long before any other task is; free <= slack.
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
    """

    before: Schedule
    after: Schedule
    delay: int
    moved: Mapping[str, int]
    eaten: Mapping[str, tuple[int, int]]


@dataclass(frozen=True)
class Days:
    """A task's days in the calendar: its first and last day at the earliest, and at the latest.

    A task of no days is a moment: the morning of the day named.
    """

    first: date
    last: date
    late_first: date
    late_last: date


def schedule(tasks: Iterable[Task], listed: int = LISTED) -> Schedule:
    """Time a network: forward and backward pass, slack, all critical tasks, and the critical paths.

    The order of the tasks does not matter. Runs in time linear in tasks and links (with a logarithm for the order).

    Args:
        tasks: the steps; none at all is a project of 0 days.
        listed: at most so many critical paths are spelled out; the count is always of all.

    Raises:
        Problem: an id used twice, an unknown id, a length that is no whole number of days from 0 on, or a circle,
            which is named.
    """
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


def slip(tasks: Iterable[Task], late: str, n: int) -> Slip:
    """What happens to publishing when the task `late` takes `n` days more (or, below 0, fewer).

    Raises:
        Problem: no such task, or fewer days than it has; and all of `schedule`'s.
    """
    tasks = list(tasks)
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


def dated(timed: Schedule, start: date, working: Working = frozenset()) -> dict[str, Days]:
    """Every task's days in the calendar.

    Args:
        timed: a schedule in days.
        start: the first day of the project; if nobody works then, the next day on which somebody does.
        working: holidays, anything that knows `in`, and then work goes on from Monday to Friday without them (the
            default: no holidays); or a function that says of a day whether it is worked on; or None: every day is.

    Raises:
        Problem: a calendar without a working day for a year, or one that runs past the year 9999.
    """
    calendar = _calendar(start, timed.days, working)

    def span(begin: int, days: int) -> tuple[date, date]:
        return calendar[begin], calendar[begin + max(days - 1, 0)]

    return {
        name: Days(*span(task.start, task.days), *span(task.late_start, task.days))
        for name, task in timed.tasks.items()
    }


def _calendar(start: date, days: int, working: Working) -> list[date]:
    """The date of every day of the project from 0 to `days`, the day after its last included: then it is published."""
    one = timedelta(days=1)
    checked.of_kind(start, date, say("The first day of the project"))
    if isinstance(working, list | tuple | set | frozenset):  # a word for a day would be found on no day, and unsaid
        working = frozenset(checked.listed(working, date, say("Holidays")))

    def worked(day: date) -> bool:
        if working is None:
            return True
        return working(day) if callable(working) else is_working(day, working)

    def following(day: date) -> date:
        for _ in range(IDLE):
            day += one
            if worked(day):
                return day
        raise Problem(
            say("No working day within a year after {day}. Check the calendar of working days.", day=day - IDLE * one)
        )

    try:
        calendar = [following(start - one)]
        while len(calendar) <= days:
            calendar.append(following(calendar[-1]))
    except OverflowError:
        raise Problem(say("The work would end after the year 9999. Check the days of the tasks.")) from None
    return calendar


def _checked(tasks: Iterable[Task]) -> dict[str, Task]:
    """The tasks by id, each of them possible in itself."""
    by_id: dict[str, Task] = {}
    for task in checked.listed(tasks, Task, say("Tasks of the network")):
        if task.id in by_id:
            raise Problem(say("Two tasks are called {id}. Give one of them another name.", id=task.id))
        days = checked.whole(task.days, say("Days of the task {id}", id=task.id))
        by_id[task.id] = replace(task, days=days, after=tuple(task.after))
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
    """The tasks in an order of work, the same for any order of input: Kahn's (1962), the smallest id first."""
    waiting = {name: len(set(task.after)) for name, task in by_id.items()}
    followers: dict[str, list[str]] = {name: [] for name in by_id}
    for name, task in by_id.items():
        for earlier in set(task.after):
            followers[earlier].append(name)
    ready = [name for name, count in waiting.items() if count == 0]
    heapq.heapify(ready)
    order = []
    while ready:
        name = heapq.heappop(ready)
        order.append(name)
        for later in followers[name]:
            waiting[later] -= 1
            if waiting[later] == 0:
                heapq.heappush(ready, later)
    if len(order) < len(by_id):
        cycle = _cycle({name: by_id[name] for name, count in waiting.items() if count > 0})
        raise Problem(
            say(
                "These tasks wait for each other in a circle: {cycle}. Take one of the links out.",
                cycle=" → ".join([*cycle, cycle[0]]),
            )
        )
    return order


def _cycle(stuck: Mapping[str, Task]) -> list[str]:
    """One circle among tasks each of which waits for another of them, in the order of work, smallest id first."""
    walk = [min(stuck)]
    seen = {walk[0]: 0}
    while True:
        earlier = min(name for name in stuck[walk[-1]].after if name in stuck)
        if earlier in seen:
            cycle = walk[seen[earlier] :][::-1]
            turn = cycle.index(min(cycle))
            return cycle[turn:] + cycle[:turn]
        seen[earlier] = len(walk)
        walk.append(earlier)


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
