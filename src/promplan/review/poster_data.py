"""A poster's words beside its data: numbers that nothing drawn comes to, proportions that the drawing does not show.

What was drawn stands in the recipe in a few numbers (`Poster.shown`): where the words speak in the unit of the data,
of the time they run over, or of what is counted, they are compared.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from promplan.language import Words, say
from promplan.language.rounding import rounded
from promplan.measure import registry
from promplan.measure.clean import clean
from promplan.measure.said import Said, numbers
from promplan.measure.unit import Unit, clean_read, read
from promplan.plan.poster import Poster
from promplan.review.same_number import named_alike
from promplan.text.patterns import first

OWN = {"spirograph": ("ring", "wheel"), "isotype": ("each",)}  # settings that are seen on the sheet as numbers
RATIOS = ("times", "percent")
ROUND = 0.005  # by so much of itself an end of the data may differ from what a title rounds it to


class Shown(NamedTuple):
    """One line of `Poster.shown`: its kind, its unit as it was written, that unit read, the numbers."""

    kind: str
    written: str
    unit: Unit | None
    values: tuple[float, ...]


@dataclass(frozen=True)
class Contradiction:
    """What a line of the poster says that its data do not: in which field, the line, the sentence about it."""

    field: str
    text: str
    told: Words


def texts(poster: Poster) -> Iterator[tuple[str, str]]:
    """The words of a poster that speak of its data, with their fields."""
    yield from (("title", poster.title), ("line", poster.line), ("alt", poster.alt))
    yield from (("legend", one) for one in poster.legend)


def contradictions(poster: Poster, known: frozenset[float]) -> Iterator[Contradiction]:
    """Numbers that the data drawn do not come to.

    Args:
        known: values of the idea's facts: how long a cycle lasts elsewhere may be said, the scale of what is drawn not.
    """
    shown = _shown(poster)
    for field, text in texts(poster):
        typed = clean(text)
        for said in numbers(text):
            if not said.year and (told := _against(said, shown, known, typed[said.start : said.end].strip())):
                yield Contradiction(field, text, told)


def supported(poster: Poster, said: Said) -> bool:
    """Does what is drawn come to this number: its lowest, its highest, how many, a setting seen on the sheet?"""
    own = {poster.parameters.get(name) for name in OWN.get(poster.form, ())}
    if said.value in own:
        return True
    for one in _shown(poster):
        if one.kind in ("rows", "each", "curves"):
            if _meets(said, one.values) or (one.kind == "rows" and _meets(said, (sum(one.values),))):
                return True
        elif one.unit and said.unit and _compares(one.unit, said.unit):
            low, high = sorted(registry.base(it, said.unit) for it in (said.low, said.high))
            if any(_near(low, registry.base(it, one.unit), high) for it in one.values):
                return True
    return False


def unproportioned(poster: Poster) -> str:
    """A proportion in the words of a poster whose drawing shows none, as it was typed; "" where all is well."""
    if "unproportioned" not in poster.shown:
        return ""
    shares = any(one.unit and one.unit.expression == "percent" for one in _shown(poster))
    for field, text in texts(poster):
        if field == "legend":
            continue
        if found := first(text, "proportions", "times"):
            return found
        for said in numbers(text):
            if said.unit and said.unit.expression in RATIOS and not (shares and said.unit.expression == "percent"):
                return clean(text)[said.start : said.end].strip()
    return ""


def _shown(poster: Poster) -> list[Shown]:
    found = []
    for key, values in poster.shown.items():
        kind, _, written = key.partition(" ")
        found.append(Shown(kind, written, _unit(written), tuple(values)))
    return found


def _unit(written: str) -> Unit | None:
    """A unit of the data; what else is said of it, "MPa over the air outside", «мм/с (СКЗ)», is no part of it."""
    said = written.split()
    for n in range(len(said), 0, -1):
        if (unit := clean_read(" ".join(said[:n]))) is not None:
            return unit
    return read(written) if written else None


def _against(said: Said, shown: list[Shown], known: frozenset[float], typed: str) -> Words | None:
    """What contradicts this number; None where nothing does."""
    if said.unit is None:
        return None
    if said.unit.counted:
        return _miscounted(said, shown, typed)
    same = [it for it in shown if it.unit and it.kind in ("value", "along") and _compares(it.unit, said.unit)]
    if not same or any(_lies(said, it) for it in same):
        return None
    one = same[0]
    if one.kind == "along" and said.value in known:
        return None
    least, most = rounded(*one.values)
    return say(
        "The poster says {number}, and what is drawn runs from {low} to {high} {unit}.",
        number=typed,
        low=least,
        high=most,
        unit=one.written,
    )


def _lies(said: Said, one: Shown) -> bool:
    """Does the number lie where the data do; "at most" it may also be more than what they reach, never less."""
    assert one.unit and said.unit
    low, high = sorted(registry.base(it, one.unit) for it in one.values[:2])
    least, most = sorted(registry.base(it, said.unit) for it in (said.low, said.high))
    room = ROUND * max(abs(low), abs(high))
    if said.hedge == "at most" and one.kind == "value" and most < high - room:
        return False
    if one.kind == "along" and least <= high - low + room and said.value >= 0:
        return True  # so long after the beginning, wherever that lies
    return most >= low - room and least <= high + room


def _miscounted(said: Said, shown: list[Shown], typed: str) -> Words | None:
    """Of what is counted on the sheet: the curves by their name, the rows of signs and their sum."""
    assert said.unit
    for one in shown:
        if one.unit is None or not one.unit.counted or not named_alike(one.unit, said.unit):
            continue
        if one.kind == "curves" and not any(_near(said.low, it, said.high) for it in one.values):
            return say("The poster says {number}, and {n} are drawn.", number=typed, n=int(one.values[0]))
        if one.kind == "rows" and one.values:
            each = next((it.values for it in shown if it.kind == "each"), ())
            if not _meets(said, (*one.values, *each, sum(one.values))):
                return say(
                    "The poster says {number}, and the signs add up to {sum}; no row is so many.",
                    number=typed,
                    sum=sum(one.values),
                )
    return None


def _meets(said: Said, values: tuple[float, ...]) -> bool:
    return any(
        _near(said.low if said.hedge else said.value, it, said.high if said.hedge else said.value) for it in values
    )


def _near(low: float, value: float, high: float) -> bool:
    room = ROUND * abs(value)
    return low - room <= value <= high + room


def _compares(one: Unit, other: Unit) -> bool:
    return not one.counted and not other.counted and registry.dimension(one) == registry.dimension(other)
