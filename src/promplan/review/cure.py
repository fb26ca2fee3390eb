"""The smallest fix as a value that one press puts into its field: only where the rule itself knows it for certain.

Where somebody must decide (ask for a newer number, or name its year) there is none, however near a value lies.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from promplan.language import Words, say
from promplan.plan import tree
from promplan.plan.document import Plan
from promplan.plan.sections import SECTIONS


@dataclass(frozen=True)
class Cure:
    """What is put where: `values` by the object's own fields, and the words of the button that puts them there."""

    values: Mapping[str, Any] = field(hash=False)
    said: Words


def put(name: str, value: Any, shown: object = None) -> Cure:
    """The cure that puts a value into one field; `shown` is how the form shows it, where that is another way."""
    return Cure({name: value}, say("Put {value}", value=value if shown is None else shown))


def address_of(plan: Plan, object_: str) -> str:
    """Where the object of a finding stands in the plan: a record at any depth by its id, a card by its name."""
    card = next((one.path for one in SECTIONS if one.name == object_ and not one.is_list), "")
    rows = (f"{one.path}/{row.id}" for one in tree.record_lists(plan) for row in one.rows if row.id == object_)
    return card or next(rows, "")
