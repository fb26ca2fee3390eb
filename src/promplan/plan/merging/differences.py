"""Two versions of one object field by field: words for whoever has to choose."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from promplan.language import Words, day, number, say
from promplan.plan import tree
from promplan.plan.base import Part
from promplan.plan.document import Plan
from promplan.plan.labels import choices_of, label_of
from promplan.plan.merging import Clash


@dataclass(frozen=True)
class Row:
    """One field in which two versions differ, in words of the interface language."""

    label: str
    mine: str
    theirs: str


def rows(clash: Clash) -> list[Row]:
    """The fields in which mine and theirs differ; all that are filled in where one side removed the object."""
    kind = tree.kind_at(Plan, clash.address)
    if clash.mine is None or clash.theirs is None:
        gone = str(say("removed"))
        there = _flat(kind, clash.mine if clash.theirs is None else clash.theirs)
        filled = [(label, value) for label, value in there.items() if value != _NOTHING]
        return [
            Row(label, gone if clash.mine is None else v, gone if clash.theirs is None else v) for label, v in filled
        ]
    mine, theirs = _flat(kind, clash.mine), _flat(kind, clash.theirs)
    return [Row(label, mine[label], theirs[label]) for label in mine if mine[label] != theirs[label]]


_NOTHING = "—"


def _flat(kind: type[Part], fields: dict[str, Any] | None) -> dict[str, str]:
    """Labels and values in words; what is nested stands among them, under both labels where one is taken."""
    told: dict[str, str] = {}
    for name, info in kind.model_fields.items():
        if fields is None or name not in fields or name == "id":
            continue
        label = str(label_of(info) or NAMES.get(name) or name)
        value, inner = fields[name], info.annotation
        if isinstance(value, dict) and isinstance(inner, type) and issubclass(inner, Part):
            for under, words in _flat(inner, value).items():
                told[f"{label}: {under}" if under in told else under] = words
        else:
            told[label] = _words(value, choices_of(info))
    return told


NAMES: dict[str, Words] = {  # fields without a label of their own: no form shows them by name
    "by": say("Entered by"),
    "case": say("Case"),
    "clearance": say("Clearance"),
    "figures": say("Figures"),
    "frequency": say("Meetings a person, on average"),
    "funnel": say("Funnel"),
    "people": say("People there are"),
    "people_source": say("Where that number is from"),
    "quantity": say("Kind of number"),
    "steps": say("Steps"),
    "strokes": say("Strokes"),
}


def _words(value: Any, choices: Mapping[str, Words] | None = None) -> str:
    if value is None or value == "" or value == []:
        return _NOTHING
    if isinstance(value, list):
        return "; ".join(_words(one, choices) for one in value)
    if isinstance(value, dict):
        return ", ".join(_words(one) for one in value.values() if one not in (None, ""))
    if choices and value in choices:
        return str(choices[value])
    if isinstance(value, float):
        return number(value)
    return day(value) if isinstance(value, date) else str(value)
