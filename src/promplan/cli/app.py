"""Every command of the command line, in one app."""

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
    plant,
    results,
    visits,
)
from promplan.cli.base import app

__all__ = ["app"]
