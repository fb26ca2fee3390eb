"""What a record leaves empty that it cannot do without: a finding for each field, in the words of its form."""

from collections.abc import Iterator
from operator import attrgetter
from typing import Any

from promplan.language import Words, say
from promplan.plan import tree
from promplan.plan.base import Part
from promplan.plan.labels import label_of
from promplan.review.finding import Finding
from promplan.text.substance import blank


def empty(value: Any) -> bool:
    """Does nothing stand in a field? Zero and no are answers."""
    return value is None or value == [] or (isinstance(value, str) and blank(value))


def unsaid(where: str, part: Part, *fields: str, fix: Words) -> Iterator[Finding]:
    """A finding for each of the fields that is empty; `dates.publish` is the field of a part within."""
    for path in fields:
        if empty(attrgetter(path)(part)):
            yield Finding(where, say("{field}: nothing stands there yet.", field=_label(part, path)), fix, field=path)


def _label(part: Part, path: str) -> Words:
    *before, name = path.split(".")
    kind = type(part)
    for step in before:
        kind = tree.parts(kind)[step]
    return label_of(kind.model_fields[name]) or Words(name)
