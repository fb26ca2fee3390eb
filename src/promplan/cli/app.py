"""Every command of the command line, in one app."""

<<<<<<< HEAD
from promplan.cli import authors, badges, calendars, exports, grade, instructors, learners, plans, results, visits  # noqa: F401  importing a module adds its commands
=======
from promplan.cli import (  # noqa: F401  importing a module adds its commands
    authors,
    badges,
    calendars,
    collect,
    excursions,
    exports,
    instructors,
    jury,
    learners,
    plans,
    results,
    visits,
)
>>>>>>> main
from promplan.cli.base import app

__all__ = ["app"]
