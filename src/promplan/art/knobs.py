"""What may be turned on each form: its parameters with their bounds, as a slider, a choice or a tick shows them.

The bounds are those that look well and say something; the forms themselves allow more, and hold to their own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from promplan.art.bounds import between, one_of
from promplan.art.outlines import SIGNS
from promplan.language import Words, say

Setting = float | bool | str


@dataclass(frozen=True)
class Knob:
    """One parameter.

    Args:
        name: as the form's function calls it. words: as a reader does.
        low, high, step: of a number; step 1 is of a whole one.
        start: where it stands at first; its type says what it is: number, tick or choice.
        choices: of a choice, with their words.
    """

    name: str
    words: Words
    start: Setting
    low: float = 0.0
    high: float = 0.0
    step: float = 0.0
    unit: str = ""
    choices: tuple[tuple[str, Words], ...] = ()

    @property
    def kind(self) -> str:
        """ "tick", "choice" or "number"."""
        return "tick" if isinstance(self.start, bool) else "choice" if self.choices else "number"

    def held(self, given: Any) -> Setting:
        """The setting within the knob's bounds, on its step; Problem for what it cannot be."""
        if self.kind == "tick":
            return one_of(str(given), self.words, ("True", "False")) == "True"
        if self.kind == "choice":
            return one_of(given, self.words, [id for id, _ in self.choices])
        value = between(given, self.words, self.low, self.high, self.unit)
        value = self.low + round((value - self.low) / self.step) * self.step
        return round(min(value, self.high), 6)


def _line(start: float = 2.2) -> Knob:
    return Knob("line", say("Thickness of the lines"), start, 0.4, 8, 0.2)


TURN = Knob("turn", say("Turned by"), 0.0, 0, 360, 5, "°")
PICKED = Knob("accent", say("Picked out: number"), 0.0, 0, 60, 1)  # 0 for none
_SIGNS = {
    "person": say("a person"),
    "wagon": say("a wagon"),
    "seal": say("a seal"),
    "gear": say("a gear"),
    "drop": say("a drop"),
    "house": say("a house"),
    "book": say("a book"),
}
KNOBS: dict[str, tuple[Knob, ...]] = {
    "rosette": (
        Knob("sweep", say("How far a curve runs around"), 150.0, 30, 720, 5, "°"),
        Knob("hole", say("Empty middle"), 0.16, 0, 0.6, 0.02),
        Knob("mirrored", say("There and back, as a petal"), False),
        TURN,
        _line(),
        PICKED,
    ),
    "ridgeline": (
        Knob("rise", say("How high the ridges stand"), 4.0, 0.5, 16, 0.5),
        Knob("height", say("Height of the drawing"), 1200.0, 500, 2000, 50),
        _line(),
        PICKED,
    ),
    "spirograph": (
        Knob("ring", say("Teeth of the ring"), 96.0, 3, 200, 1),
        Knob("wheel", say("Teeth of the wheel"), 52.0, 3, 199, 1),
        Knob("many", say("Pens in the wheel"), 3.0, 1, 12, 1),
        Knob("inner", say("The innermost pen"), 0.35, 0.05, 1, 0.05),
        Knob("outer", say("The outermost pen"), 0.95, 0.05, 1.5, 0.05),
        Knob("rolls", say("The wheel rolls"), "inside", choices=(("inside", say("inside")), ("around", say("around")))),
        TURN,
        _line(2.0),
        PICKED,
    ),
    "stripes": (
        Knob("strips", say("How many strips"), 240.0, 20, 600, 10),
        Knob("relief", say("How much a strip moves up"), 0.35, 0.05, 0.8, 0.05),
        Knob("height", say("Height of the drawing"), 1000.0, 300, 2000, 50),
    ),
    "orbit": (
        _line(1.2),
        Knob("last", say("Picked out: the last readings"), 0.0, 0, 400, 10),
        Knob("centred", say("Around its own mean"), True),
    ),
    "isotype": (
        Knob("each", say("One sign stands for"), 10.0, 1, 1000, 1),
        Knob("sign_of", say("The sign"), "person", choices=tuple((one, _SIGNS[one]) for one in SIGNS)),
        Knob("across", say("Signs beside each other"), 10.0, 2, 30, 1),
        PICKED,
    ),
    "typology": (
        Knob("columns", say("Columns"), 4.0, 1, 12, 1),
        Knob("tall", say("Height of a cell"), 1.0, 0.4, 2.5, 0.1),
        _line(2.4),
        PICKED,
    ),
}


def settings(form: str, given: Mapping[str, Any]) -> dict[str, Setting]:
    """Every knob of a form: as given where it is given, else as it starts.

    Raises:
        Problem: no such form, or a value that the knob does not have. What is no knob of this form is left out: a team
            that tries another form does not lose what it had set.
    """
    knobs = KNOBS[one_of(form, say("The form"), KNOBS)]
    return {one.name: one.held(given.get(one.name, one.start)) for one in knobs}
