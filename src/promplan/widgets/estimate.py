"""Estimate: a number set on a line, then the truth beside it and the distance between them."""

from typing import Any

from promplan.language import say
from promplan.plan.store import Store
from promplan.widgets.distance import Estimate
from promplan.widgets.guess import Drawing, Guessing, script, words_of
from promplan.widgets.panel import Panel
from promplan.widgets.sheet import Sheet


class Line(Drawing):
    """The line on the screen."""

    _esm = script("estimate.js")


def estimate(store: Store, sheet: Sheet) -> Panel:
    """The sheet's one question, answered on a line."""
    guess = sheet.questions[0].guess
    if not isinstance(guess, Estimate):
        raise TypeError(f"{sheet.name} asks for no estimate")
    words = words_of(sheet, say("Drag the mark, or use the arrow keys."), say("That is my guess"))
    line = Line(words={**words, "said": str(say("you say {value}", value="{value}"))}, axes=dict(guess.scale.told()))

    def shown(value: float) -> dict[str, Any]:
        return {
            "at": guess.scale.at(value),
            "mine": str(say("you said {value}", value=guess.scale.short(value))),
            "true_at": guess.scale.at(guess.truth),
            "true": str(say("it is {value}", value=guess.scale.short(guess.truth))),
            "short": [guess.scale.short(value), guess.scale.short(guess.truth)],
            "between": guess.line(value),
        }

    low, high = guess.scale.short(guess.scale.low), guess.scale.words(guess.scale.high)
    ask = say("Write your guess down, from {low} to {high}, before you read on.", low=low, high=high)
    return Guessing(store, sheet, line, shown, str(ask)).panel
