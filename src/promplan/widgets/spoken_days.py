"""A day as people say it: its weekday, its number and its month in words, so that none is taken for another."""

from dataclasses import replace
from datetime import date

from promplan.language import say

WEEKDAYS = (
    say("Monday"),
    say("Tuesday"),
    say("Wednesday"),
    say("Thursday"),
    say("Friday"),
    say("Saturday"),
    say("Sunday"),
)
MONTHS = (
    say("{n} January"),
    say("{n} February"),
    say("{n} March"),
    say("{n} April"),
    say("{n} May"),
    say("{n} June"),
    say("{n} July"),
    say("{n} August"),
    say("{n} September"),
    say("{n} October"),
    say("{n} November"),
    say("{n} December"),
)


def in_words(one: date) -> str:
    """A day as people say it: 12 October."""
    return str(replace(MONTHS[one.month - 1], values={"n": one.day}))


def in_full(one: date) -> str:
    """The day with weekday and year: Monday, 12 October 2026."""
    return str(say("{weekday}, {day} {year}", weekday=WEEKDAYS[one.weekday()], day=in_words(one), year=str(one.year)))
