"""Twelve past weeks of money and people on a channel, drawn from the curve that the plan's model has, and a survey.

The money is assumed, not chosen well: whoever reads a price of people out of it has to look at the curve.
"""

import random
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from functools import partial

Rows = Iterable[tuple[object, ...]]
Make = Callable[[random.Random], Rows]
Curves = Mapping[str, tuple[int, float, float, tuple[int, ...]]]  # users of ours, price, alike, money of twelve weeks

FIRST = date(2026, 7, 13)  # a Monday
WEEKS = 12
STEPS = (0, 400, 800, 1200, 1600, 2000, 2400, 3200)
WEEKLY = (2, 3, 0, 4, 1, 5, 2, 7, 3, 0, 6, 4)  # places in STEPS: up and down, so that a curve can be seen
BUSES = (0, 7200, 0, 7200, 0, 0, 7200, 7200, 0, 14400, 0, 7200)  # sold by whole weeks
RESPONSES: dict[str, Curves] = {
    "rubber-works": {
        "vk": (1900, 900.0, 0.6, tuple(STEPS[one] for one in WEEKLY)),
        "school": (1360, 3800.0, 8.0, (0, 760, 0, 0, 0, 0, 0, 1520, 2280, 1140, 1900, 760)),
        "bus": (1500, 1600.0, 1.5, BUSES),
        "max": (900, 1100.0, 0.8, tuple(STEPS[one] for one in reversed(WEEKLY))),
    },
    "wagon-works": {
        "vk": (1260, 1400.0, 0.6, tuple(STEPS[one] for one in WEEKLY)),
        "university": (1440, 2600.0, 6.0, (0, 0, 0, 0, 0, 0, 0, 1140, 2280, 1520, 760, 1900)),
        "portal": (96, 31000.0, 1.0, (0, 0, 3500, 0, 0, 3500, 0, 0, 7000, 0, 0, 3500)),
    },
    "boiler-works": {
        "trade": (310, 42000.0, 1.2, (0, 0, 28000, 0, 0, 0, 28000, 0, 0, 0, 28000, 0)),
        "social": (240, 2600.0, 0.5, tuple(STEPS[one] for one in WEEKLY)),
        "newspaper": (130, 90000.0, 3.0, (0, 0, 0, 18000, 0, 0, 0, 0, 18000, 0, 0, 0)),
    },
}
SURVEYS = {  # yes both times, only after, only before, neither time, away the second time
    "rubber-works": (9, 8, 2, 21, 0),
    "wagon-works": (10, 11, 3, 12, 2),
    "boiler-works": (6, 7, 1, 10, 0),
}


def reached(users: float, contacts: float, alike: float) -> float:
    """People reached, N (1 − (1 + contacts / (N k)) ** −k): few heavy users where k is small, all alike where large."""
    return float(users * (1 - (1 + contacts / (users * alike)) ** -alike))


def responses(curves: Curves, chance: random.Random) -> Rows:
    """Week by week and channel by channel: Monday, channel, money, contacts, people; the noise is 6 % and 4 %."""
    for week in range(WEEKS):
        monday = FIRST + timedelta(weeks=week)
        for channel, (users, price, alike, money) in curves.items():
            spent = money[week]
            contacts = round(1000 * spent / price * chance.gauss(1, 0.06))
            people = min(users, contacts, round(reached(users, contacts, alike) * chance.gauss(1, 0.04)))
            yield monday.isoformat(), channel, spent, contacts, people


def survey(counts: tuple[int, int, int, int, int], chance: random.Random) -> Rows:
    """One question before and after, person by person: number, before, after; 1 yes, 0 no, empty: was not there."""
    both, gained, lost, neither, away = counts
    answers = [(1, 1)] * both + [(0, 1)] * gained + [(1, 0)] * lost + [(0, 0)] * neither + [(0, "")] * away
    chance.shuffle(answers)
    for number, (before, after) in enumerate(answers, 1):
        yield number, before, after


SEEDS = {"rubber-works": (60, 40), "wagon-works": (400, 38), "boiler-works": (120, 24)}  # past weeks, survey
ASKED = {"rubber-works": "pupil", "wagon-works": "student", "boiler-works": "guest"}


def files(case: str) -> dict[str, tuple[int, str, str, Make]]:
    """The two files of a kit: seed, units, columns, function."""
    weeks, asked = SEEDS[case]
    return {
        "response": (
            weeks,
            "money roubles, contacts counted, people counted once a week",
            "week,channel,money,contacts,people",
            partial(responses, RESPONSES[case]),
        ),
        "survey": (
            asked,
            "1 yes, 0 no, empty: was not there",
            f"{ASKED[case]},before,after",
            partial(survey, SURVEYS[case]),
        ),
    }
