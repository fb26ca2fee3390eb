"""Findings that say the same of many objects, told once with all their places."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from promplan.review.finding import Finding

MANY = 4  # objects of which the same is said

Kind = tuple[str, str, str, str]


def by_kind(findings: "Iterable[Finding]") -> "list[list[Finding]]":
    """The findings in their order; what many objects have in common stands together, where the first of it stood.

    What a team has answered stands alone: each has its own reason.
    """
    rows = list(findings)
    kinds: dict[Kind, list[Finding]] = {}
    for one in rows:
        if one.answered is None:
            kinds.setdefault(_kind(one), []).append(one)
    many = {key: found for key, found in kinds.items() if len({one.where for one in found}) >= MANY}
    told: list[list[Finding]] = []
    for one in rows:
        key = _kind(one)
        if one.answered is not None or key not in many:
            told.append([one])
        elif many[key]:
            told.append(many[key])
            many[key] = []
    return told


def _kind(one: "Finding") -> Kind:
    return one.rule, one.severity, str(one.message), str(one.fix)


def places(found: "Iterable[Finding]") -> str:
    """The objects that the same is said of, each once."""
    return ", ".join(dict.fromkeys(one.where for one in found))
