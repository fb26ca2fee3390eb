"""Every command of the command line, in one app."""

from promplan.cli import authors, badges, calendars, exports, instructors, learners, plans, results, samples, visits  # noqa: F401  importing a module adds its commands
from promplan.cli.base import app

__all__ = ["app"]
