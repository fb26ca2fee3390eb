"""Every command of the command line, in one app."""

from promplan.cli import (  # noqa: F401  importing a module adds its commands
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
    plant,
    results,
    samples,
    visits,
    workshop,
)
from promplan.cli.base import app

__all__ = ["app"]
