"""A plan in which every text is filled, found by the models' types: for tests of what is shown, and of what is not."""

import types
from collections.abc import Callable
from datetime import date, time
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from promplan.plan import Plan, tree
from promplan.plan.base import Part, Record
from promplan.plan.labels import is_inside

MARKED = {"sha256": "0" * 64, "version": "0" * 64, "strokes": ["0,0 500,900"]}  # what no words can stand in
Say = Callable[[str, bool], str]  # what to write into a text, by its name and whether it stays inside


def filled(say: Say, kind: type[Part] = Plan) -> Any:
    """A plan with one record in every list and every field set; what can be cleared is cleared."""
    return kind.model_validate(_part(kind, say, False, {}))


def _part(kind: type[Part], say: Say, inside: bool, counts: dict[str, int]) -> dict[str, Any]:
    letter = getattr(kind, "LETTER", "")
    counts[letter] = counts.get(letter, 0) + 1
    return {
        name: f"{letter}{counts[letter]}"
        if name == "id" and issubclass(kind, Record)
        else _field(kind, name, say, inside or is_inside(info), counts)
        for name, info in kind.model_fields.items()
    }


def _field(kind: type[Part], name: str, say: Say, inside: bool, counts: dict[str, int]) -> Any:
    info = kind.model_fields[name]
    if name == "schema_version":
        return info.default
    if name in MARKED:
        return MARKED[name]
    if name in tree.references(kind):
        path = tree.refers(kind).get(name, "enterprise.facts")  # of any list: one of the facts
        one = tree.kind_at(Plan, path.replace("/", "/-/")).LETTER + "1"  # of items/script, too
        return [one] if get_origin(info.annotation) is list else one
    return _value(info.annotation, say, f"{kind.__name__}.{name}", inside, counts)


def _value(annotation: Any, say: Say, name: str, inside: bool, counts: dict[str, int]) -> Any:
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return "cleared" if "cleared" in inner else inner[-1]
    if origin in (Union, types.UnionType) or (origin is not None and origin is not list and origin is not dict):
        return _value(inner[0], say, name, inside, counts)
    if origin is list:
        return [_value(inner[0], say, name, inside, counts)]
    if origin is dict:
        of = get_args(inner[1])[0] if get_origin(inner[1]) is Annotated else inner[1]
        return {say(name, inside): [1.0] if get_origin(of) is list else 1}
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return _part(annotation, say, inside, counts)
    if annotation is str:
        return say(name, inside)
    return {int: 3, float: 1.0, date: date(2027, 1, 31), time: time(9, 40), bool: True}[annotation]
