"""What is guessed before it is looked at, a number or a curve, and how far a guess is from the truth, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from string import Formatter

from promplan.language import Problem, number, pick, say, say_many
from promplan.language.counting import Forms, counted
from promplan.widgets.scale import Scale

Told = Mapping[str, str]  # {en, ru}
Parts = list[list[str]]  # a sentence in pieces: what kind each is ("", "said" or "is"), and its words
SAID, IS, TIMES, GAP, MEAN, WORST = "said", "is", "times", "gap", "mean", "worst"
FINE = 8  # readings of a curve between two of its points
NEARLY = 0.05  # of the height: a curve that is drawn as it is
LEAST_TIMES, MOST_TIMES = 1.2, 1000  # below the first the difference says more


@dataclass(frozen=True)
class Estimate:
    """A number on a line. `low`, `near` and `high` say the distance to whoever guessed so."""

    scale: Scale
    truth: float
    low: Told
    near: Told
    high: Told

    def __post_init__(self) -> None:
        _within(self.scale, self.truth)
        for words in (self.low, self.near, self.high):
            _placed(words, {SAID, IS, TIMES, GAP})

    def read(self, text: str) -> float | None:
        """A stored guess; None for what is none, such as the answer to an older form of the question."""
        value = _number(text)
        return value if value in self.scale.stops else None

    def written(self, guess: float) -> str:
        return f"{guess:.12g}"

    def in_words(self, guess: float) -> str:
        """The guess as it is told again."""
        return self.scale.words(guess)

    def sentences(self) -> tuple[Told, ...]:
        """What may be said of the distance, one of these."""
        return self.low, self.near, self.high

    def key(self) -> str:
        """The truth in a few words."""
        return self.scale.words(self.truth)

    def told(self, guess: float) -> Parts:
        """The distance, said."""
        values = {SAID: self.scale.short(guess), IS: self.scale.short(self.truth), GAP: self.gap(guess)}
        if self.scale.near(guess, self.truth):
            return _parts(self.near, values)
        words, ratio = (
            (self.low, _ratio(self.truth, guess)) if guess < self.truth else (self.high, _ratio(guess, self.truth))
        )
        if ratio is None and TIMES in _places(words):
            return _parts(say("You said {said}, it is {is}: {gap} between them."), values)
        return _parts(words, {**values, TIMES: times(ratio or 1)})

    def gap(self, guess: float) -> str:
        """What lies between guess and truth."""
        return number(abs(self.scale.rounded(self.truth) - guess))

    def line(self, guess: float) -> str:
        """What stands at the line between the two marks: how many, or how many times where the line goes by tens."""
        if self.scale.near(guess, self.truth):
            return ""
        if self.scale.step:
            return str(say("{gap} between", gap=self.gap(guess)))
        ratio = _ratio(max(guess, self.truth), min(guess, self.truth))
        return f"× {number(ratio)}" if ratio else ""


@dataclass(frozen=True)
class Curve:
    """A curve of a few points. `said` tells the gap at `named`; `far` the rest, or `near` where there is little."""

    points: tuple[float, ...]
    along: Told  # what runs along the foot
    unit: Forms  # of the foot: minutes
    scale: Scale  # upwards
    up: Told  # what runs upwards
    gap: Forms  # what a distance is counted in: points of per cent
    truth: tuple[tuple[float, float], ...]
    named: float
    said: Told
    far: Told
    near: Told

    def __post_init__(self) -> None:
        if not 3 <= len(self.points) <= 15 or any(one >= other for one, other in pairwise(self.points)):
            raise Problem(say("a curve is drawn through 3 to 15 points, from left to right"))
        if self.named not in self.points:
            raise Problem(say("the place that is named, {x}, is none of the points", x=number(self.named)))
        if len(self.truth) < 2 or any(one[0] >= other[0] for one, other in pairwise(self.truth)):
            raise Problem(say("the true curve needs two rows or more, each to the right of the one before"))
        if self.truth[0][0] > self.points[0] or self.truth[-1][0] < self.points[-1]:
            raise Problem(say("the true curve does not reach from the first point to the last"))
        for _, value in self.truth:
            _within(self.scale, value)
        _placed(self.said, {SAID, IS})
        for words in (self.far, self.near):
            _placed(words, {MEAN, WORST})

    def read(self, text: str) -> tuple[float, ...] | None:
        """A stored guess, a height for each point; None for what is none."""
        values = [_number(one) for one in text.split()]
        if len(values) != len(self.points) or not all(one in self.scale.stops for one in values):
            return None
        return tuple(one for one in values if one is not None)

    def written(self, guess: Sequence[float]) -> str:
        return " ".join(f"{one:.12g}" for one in guess)

    def in_words(self, guess: Sequence[float]) -> str:
        """The guess as it is told again: its height at the place that is named."""
        return f"{self.place(self.named)}: {self.scale.words(guess[self.points.index(self.named)])}"

    def sentences(self) -> tuple[Told, ...]:
        """What may be said of the distance, one of these."""
        return tuple({one: f"{self.said[one]} {rest[one]}" for one in self.said} for rest in (self.far, self.near))

    def key(self) -> str:
        """The truth at that place."""
        return f"{self.place(self.named)}: {self.scale.words(self.height(self.named))}"

    def place(self, x: float) -> str:
        """A point of the foot in words."""
        return counted(x, self.unit)

    def height(self, x: float) -> float:
        """The true height, straight between two rows."""
        return _between(self.truth, x)

    def told(self, guess: Sequence[float]) -> Parts:
        """The distance, said: where the plant looks, then on average and at most."""
        drawn = tuple(zip(self.points, guess, strict=True))
        here = guess[self.points.index(self.named)]
        values = {SAID: self.scale.words(here), IS: self.scale.words(self.height(self.named))}
        places = [a + (b - a) * n / FINE for a, b in pairwise(self.points) for n in range(FINE)] + [self.points[-1]]
        apart = {x: abs(_between(drawn, x) - self.height(x)) for x in places}
        mean = sum(apart.values()) / len(apart)
        worst = max(apart, key=lambda x: apart[x])
        words = self.near if mean <= NEARLY * (self.scale.high - self.scale.low) else self.far
        whole = max(1.0, self.scale.rounded(mean)) if self.scale.rounded(mean) else 0.0
        rest = {MEAN: counted(whole, self.gap), WORST: number(float(round(worst)))}
        return [*_parts(self.said, values), ["", " "], *_parts(words, rest)]


Guess = Estimate | Curve


def plain(parts: Parts) -> str:
    """The sentence as one text."""
    return "".join(text for _, text in parts)


def times(ratio: float) -> str:
    """How many times: 1.9 times, 10 times."""
    if ratio == int(ratio):
        return str(say_many("{n} time", "{n} times", int(ratio)))
    return str(say("{times} times", times=number(ratio)))


def _ratio(more: float, less: float) -> float | None:
    """How many times, in two digits; None where nobody would say it so."""
    if less <= 0:
        return None
    found = more / less
    found = float(f"{found:.2g}") if found < 100 else float(round(found))
    return found if LEAST_TIMES <= found <= MOST_TIMES else None


def _between(line: Sequence[tuple[float, float]], x: float) -> float:
    for (left, low), (right, high) in pairwise(line):
        if x <= right:
            return low + (high - low) * (x - left) / (right - left)
    return line[-1][1]


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _within(scale: Scale, value: float) -> None:
    if not scale.holds(value):
        low, high = (number(end) for end in scale.ends)
        raise Problem(
            say("the truth, {value}, lies outside its axis, {low} to {high}", value=number(value), low=low, high=high)
        )


def _places(words: Told) -> set[str]:
    return {name for one in words.values() for _, name, _, _ in Formatter().parse(one) if name is not None}


def _placed(words: Told, known: set[str]) -> None:
    """Every `{name}` in the words is one that can be filled."""
    try:
        strange = sorted(_places(words) - known)
    except ValueError:
        raise Problem(say("a brace is open in: {text}", text=words["en"])) from None
    if strange:
        names = ", ".join(f"{{{one}}}" for one in sorted(known))
        raise Problem(say("there is no {name}; there are {known}", name=f"{{{strange[0]}}}", known=names))


def _parts(words: object, values: Mapping[str, str]) -> Parts:
    """The sentence in pieces, so that what was said and what is can be told apart on the page."""
    parts: Parts = []
    for text, name, _, _ in Formatter().parse(str(pick(words))):
        if text:
            parts.append(["", text])
        if name is not None:
            parts.append([name if name in (SAID, IS) else "", values[name]])
    return parts
