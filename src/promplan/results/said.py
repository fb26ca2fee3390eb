"""Numbers of results as they are said: three figures, with their unit in the form that the number asks for."""

from promplan.language import Words
from promplan.measure.written import amount, written


def rounded(value: float) -> float:
    """As many digits as anybody reads: three, and every one of a whole number."""
    return value if value == int(value) else float(f"{value:.3g}") if abs(value) < 100 else float(round(value))


def told(value: float, unit: Words | str) -> Words:
    """A number with its unit; one that waits for its language itself is said in the reader's."""
    if isinstance(unit, str):
        return amount(rounded(value), unit)
    return Words("{amount}", {"amount": _Waiting(rounded(value), unit)})


class _Waiting:
    """A number whose unit has no language yet."""

    def __init__(self, value: float, unit: Words) -> None:
        self.value, self.unit = value, unit

    def __str__(self) -> str:
        return written(self.value, str(self.unit))

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Waiting) and (self.value, self.unit) == (other.value, other.unit)

    def __hash__(self) -> int:
        return hash((self.value, self.unit))
