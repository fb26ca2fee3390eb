"""What a form asks first, what it folds away, and what a choice fills in: data beside each editor."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

# from a record in which something was just chosen, what else that says: {"unit": "°C"}
Fill = Callable[[Any], Mapping[str, Any]]


def _nothing() -> None:
    """What follows a change where nobody listens."""


@dataclass(frozen=True)
class Order:
    """The order of a form.

    Attributes:
        first: its first questions, each a row of one or more fields; all else is folded. Empty: nothing is.
        fills: what a field, once it is chosen, brings along for others that are empty. filled: those others.
        beside: what stands under a field or a part, by its name.
        typed: is told when something was typed and saved. parts: the order of a part's own form, by its name.
    """

    first: Sequence[Sequence[str]] = ()
    fills: Mapping[str, Fill] = field(default_factory=dict)
    filled: Sequence[str] = ()
    beside: Mapping[str, Callable[[], Any]] = field(default_factory=dict)
    typed: Callable[[], object] = _nothing
    parts: Mapping[str, "Order"] = field(default_factory=dict)


AS_IT_IS = Order()
