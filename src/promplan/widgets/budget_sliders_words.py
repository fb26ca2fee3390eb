"""The words of the budget's sliders, and numbers as they stand there: sums to the hundredth, people in three digits."""

import math
from typing import Any

from promplan.figures.numbers import digits
from promplan.language import Words, current, say, say_in

THREE = 1000  # from here on people are rounded to three digits that count


def money_said(value: float) -> str:
    """A sum of money, without its currency."""
    return digits(math.floor(100 * value + 0.5) / 100)


def sum_said(value: float, sign: str) -> str:
    """A sum of money with its currency, if the plan has one."""
    return f"{money_said(value)}\u00a0{sign}" if sign else money_said(value)


def headed(words: Words, sign: str) -> str:
    """The head of a column of sums."""
    return f"{words}, {sign}" if sign else str(words)


def people_said(value: float) -> str:
    """How many people or contacts, in three digits that count and a half upwards; the browser does the same."""
    if 0 < value < 0.5:
        return f"<{digits(1)}"
    size = 10.0 ** (math.floor(math.log10(value)) - 2) if value >= THREE else 1.0
    return digits(math.floor(value / size + 0.5) * size)


def each_said(value: float) -> str:
    """Contacts per person, to the tenth."""
    return digits(math.floor(10 * value + 0.5) / 10)


def words() -> dict[str, Any]:
    """What the script says, in the language of the page."""
    said: dict[str, Words] = {
        "title": TITLE,
        "together": say("Reached together"),
        "slider": say("Slider"),
        "sum": say("Sum"),
        "fixed": say("promised: the sum stays"),
        "contacts": say_in("numbers of a channel", "Contacts"),
        "people": say_in("numbers of a channel", "People reached"),
        "each": say_in("numbers of a channel", "Contacts per person"),
        "heard": say(
            "{sum} {currency}, people reached: {people}", sum="{sum}", currency="{currency}", people="{people}"
        ),
        "no_sum": say("A sum is a number from 0 up, such as 40000. Until then {sum} counts.", sum="{sum}"),
        "curves": say("Reach curves: people reached by the money on each channel"),
        "now": say("your split now"),
        "ghost": say("the best split"),
        "exposures": say("How many people are met how often"),
        "few": say("fewer than {n} contacts", n="{n}"),
        "enough": say("{n} or more: enough", n="{n}"),
        "most": say("{n} or more: too many", n="{n}"),
        "spent": say("Planned and kept back: {sum} {currency}", sum="{sum}", currency="{currency}"),
        "left": say("{sum} {currency} left", sum="{sum}", currency="{currency}"),
        "over": say("{sum} {currency} more than there is", sum="{sum}", currency="{currency}"),
        "no_total": say("how much there is in all is not said"),
        "keys": say(
            "Arrows move a slider by a step, Page Up and Page Down by ten, Home and End to its ends. The plan is "
            "changed when you let go."
        ),
        "enough_of": say("How many contacts are enough? Try it: under each number stands who has so many or more"),
        "into_plan": say("Write {n} into the plan", n="{n}"),
        "best": say("Best split"),
        "cost": say("What would it cost?"),
        "alone": say("All on one channel"),
        "take": say("Take this split"),
        "leave": say("Leave it"),
        "wanted": say("People to be reached"),
        "work_out": say("Work it out"),
        "undo": say("Undo: {what}"),
        "nothing": say("Nothing to undo"),
    }
    return {"language": current(), **{name: str(one) for name, one in said.items()}}


TITLE = say("Budget by sliders")
NONE = say("There is no channel in the plan yet. Choose one in unit 4: its slider then appears here.")
