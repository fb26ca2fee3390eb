"""Draw your guess: a curve of a few points, then the true one painted over it and the distance between them."""

from typing import Any

from promplan.language import number, pick, say
from promplan.plan.store import Store
from promplan.widgets.distance import Curve
from promplan.widgets.guess import Drawing, Guessing, script, words_of
from promplan.widgets.panel import Panel
from promplan.widgets.sheet import Sheet


class Plot(Drawing):
    """The plot on the screen."""

    _esm = script("curve.js")


def curve(store: Store, sheet: Sheet) -> Panel:
    """The sheet's one question, answered by hand."""
    guess = sheet.questions[0].guess
    if not isinstance(guess, Curve):
        raise TypeError(f"{sheet.name} asks for no curve")
    first, last = guess.points[0], guess.points[-1]

    def along(x: float) -> float:
        return (x - first) / (last - first)

    hint = say("Draw along with the hand; or go from point to point by ← and →, and up and down by ↑ and ↓.")
    words = {
        **words_of(sheet, hint, say("That is my curve")),
        "anew": str(say("Draw anew")),
        "left": str(say("Still to draw: {n}", n="{n}")),
        "drew": str(say("you drew")),
        "you": str(say("you")),
        "so": str(say("so it is")),
    }
    axes = {
        **guess.scale.told(),
        "points": [[along(x), number(x), guess.place(x)] for x in guess.points],
        "along": str(pick(guess.along)),
        "up": str(pick(guess.up)),
    }

    def shown(heights: tuple[float, ...]) -> dict[str, Any]:
        here = guess.height(guess.named)
        truth = [[along(x), guess.scale.at(y)] for x, y in guess.truth if first <= x <= last]
        return {
            "mine": [guess.scale.at(one) for one in heights],
            "truth": truth,
            "named": [
                along(guess.named),
                guess.scale.at(heights[guess.points.index(guess.named)]),
                guess.scale.at(here),
            ],
            "here": guess.key(),
            "value": guess.scale.words(here),
        }

    low, high = guess.scale.short(guess.scale.low), guess.scale.words(guess.scale.high)
    ask = say(
        "Draw it on paper before you read on: {from_x} to {to_x} along the foot ({along}), "
        "{low} to {high} upwards ({up}).",
        from_x=number(first),
        to_x=guess.place(last),
        along=str(pick(guess.along)),
        low=low,
        high=high,
        up=str(pick(guess.up)),
    )
    return Guessing(store, sheet, Plot(words=words, axes=axes), shown, str(ask)).panel
