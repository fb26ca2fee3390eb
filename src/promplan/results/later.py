"""Results of days that are still to come by the plan's own clock: is the result wrong, or does the clock stand still?

A file that a platform exported counts what has been. So where its days lie ahead, the plan's today is behind.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from promplan.plan.document import Plan
from promplan.plan.kpis import Result

AFTER = timedelta(days=120)  # so long after a campaign somebody may still count what it did; later is a slip of the pen


def last_day(one: Result) -> date | None:
    """The last day that a result counts."""
    return max((it for it in (one.day, one.until) if it is not None), default=None)


def ahead(plan: Plan, on: date | None) -> list[tuple[Result, date]]:
    """The results that somebody is said to have counted on a day after `on`, each with that day."""
    days = [(one, last_day(one)) for one in plan.results if one.kind != "simulated"]
    return [(one, day) for one, day in days if on is not None and day is not None and day > on]


def exported_until(plan: Plan, days: Iterable[date]) -> date | None:
    """The day that today must be at least, by the days of exports; None where a slip of the pen is as likely.

    A real plant's today is the calendar's, and no file can move that.
    """
    end = plan.meta.campaign_end
    likely = [one for one in days if end is None or one <= end + AFTER]
    return max(likely) if likely and plan.meta.case != "real" else None
