"""What a record leaves empty that it cannot do without: a finding for each field, in the words of its form."""

from collections.abc import Iterator
from operator import attrgetter
from typing import Any

from promplan.language import Words, say
from promplan.plan import tree
from promplan.plan.base import Part
from promplan.plan.labels import label_of
from promplan.review.finding import Finding
from promplan.text.substance import blank, unnamed


def empty(value: Any) -> bool:
    """Does nothing stand in a field, or only that it is still to come? Zero and no are answers."""
    if isinstance(value, list):
        return all(empty(one) for one in value)
    return value is None or (isinstance(value, str) and (blank(value) or unnamed(value)))


def unsaid(where: str, part: Part, *fields: str, fix: Words) -> Iterator[Finding]:
    """A finding for each of the fields that is empty; `dates.publish` is the field of a part within."""
    for path in fields:
        value = attrgetter(path)(part)
        if not empty(value):
            continue
        field, text = _label(part, path), _held(value)
        if text:
            told = say("{field}: “{text}” only says that it is still to come.", field=field, text=text)
            yield Finding(where, told, fix, text, field=path)
        else:
            yield Finding(where, say("{field}: nothing stands there yet.", field=field), fix, field=path)


def _held(value: Any) -> str:
    """The words that hold the place."""
    first = next((one for one in value if one), "") if isinstance(value, list) else value
    return first.strip() if isinstance(first, str) and not blank(first) else ""


def _label(part: Part, path: str) -> Words:
    *before, name = path.split(".")
    kind = type(part)
    for step in before:
        kind = tree.parts(kind)[step]
    return label_of(kind.model_fields[name]) or Words(name)
