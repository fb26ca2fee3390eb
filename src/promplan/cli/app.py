"""Every command of the command line, in one app."""

    authors,
    badges,
    calendars,
    collect,
    excursions,
    exports,
    grade,
    instructors,
    jury,
    learners,
    plans,
    results,
    visits,
from promplan.cli.base import app

__all__ = ["app"]
