"""Valid calls of `dates` and `network`, to be spoilt by `attack`."""

from datetime import date

from media.attack import Call, Kept

from promplan.media.dates import (
    Fixed,
    Nth,
    Week,
    between,
    on,
)
from promplan.media.network import Task, critical_path, dated, schedule, slip
from promplan.media.workdays import add_working_days, days_of, is_working, working_calendar, working_days

UNITY = date(2025, 11, 4)
TASKS = [Task("brief", 2), Task("script", 3, ["brief"]), Task("shoot", 1, ("script",))]

EXAMPLES = [
    Call("dates.Fixed", Fixed, (2, 8, 1950, 2100)),
    Call("dates.Nth", Nth, (7, 6, 3, 1950, 2100)),
    Call("dates.Week", Week, (4, 3, 2010, 2100)),
    Call("dates.on", on, (Nth(7, 6, 3), 2027)),
    Call("dates.on, fixed", on, (Fixed(2, 8), 2027)),
    Call("dates.on, week", on, (Week(4, 3), 2027)),
    Call("dates.between", between, ({"metal": Nth(7, 6, 3)}, date(2027, 1, 1), date(2027, 12, 31))),
    Call("workdays.is_working", is_working, (UNITY, {UNITY}, {date(2025, 11, 1)})),
    Call("workdays.working_days", working_days, (date(2025, 10, 31), date(2025, 11, 7), [UNITY], [date(2025, 11, 1)])),
    Call("workdays.working_days, named", working_days, (date(2025, 10, 31), date(2025, 11, 7), {UNITY: "unity"})),
    Call(
        "workdays.add_working_days", add_working_days, (date(2025, 10, 31), 5, {UNITY}, frozenset({date(2025, 11, 1)}))
    ),
    Call("workdays.days_of", days_of, ([UNITY],)),
    Call(
        "workdays.working_calendar",
        lambda holidays, worked: working_calendar(holidays, worked)(UNITY),
        ({"unity": UNITY}, [date(2025, 11, 1)]),
    ),
    Call("network.critical_path", critical_path, (TASKS,)),
    Call("network.Task", Task, ("shoot", 1, ["script"])),
    Call("network.schedule", schedule, (TASKS, 10)),
    Call("network.slip", slip, (TASKS, "brief", 2)),
    Call(
        "network.dated",
        lambda tasks, start, working, worked: dated(schedule(tasks), start, working, worked),
        (TASKS, date(2025, 10, 31), {UNITY}, [date(2025, 11, 1)]),
    ),
    Call("network.dated, a schedule", dated, (Kept(schedule(TASKS)), date(2025, 10, 31))),
]
