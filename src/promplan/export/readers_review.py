"""What the review says, as one reader is shown it: nothing of what stays inside the plan, of the rest what is theirs.

What holds an export up is told to the team in full, whoever reads the export.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from promplan.export.outline import Outline
from promplan.export.readers import shown_ids
from promplan.export.readers_views import VIEWS
from promplan.export.wanted import Reader
from promplan.plan import tree
from promplan.plan.base import Part
from promplan.plan.document import Plan
from promplan.plan.labels import is_inside
from promplan.review import Finding, Report


def findings(report: Report, reader: Reader, outlines: Sequence[Outline]) -> Report:
    """The findings that this reader is shown."""
    view = VIEWS[reader]
    if view.review == "none":
        return Report()
    told = [one for one in report if not _inside(one)]
    if view.review == "shown":
        ids = shown_ids(outlines)
        told = [one for one in told if one.object in ids and one.rule.partition("-")[0] in view.rules]
    elif len(told) == len(report):
        return report
    return Report(told, report.asked if view.review == "all" else ())


def _inside(one: Finding) -> bool:
    """Is it about a record that leaves the team in no export?"""
    return one.object[-1:].isdigit() and tree.letter_of(one.object) in _letters()


@cache
def _letters() -> frozenset[str]:
    """The letters of the records that stay inside the plan, at any depth."""
    return frozenset(_found(Plan, False))


def _found(kind: type[Part], hidden: bool) -> Iterator[str]:
    inner = {**tree.lists(kind), **tree.parts(kind)}
    for name, one in inner.items():
        deep = hidden or is_inside(kind.model_fields[name])
        if deep and (letter := getattr(one, "LETTER", "")):
            yield str(letter)
        yield from _found(one, deep)
