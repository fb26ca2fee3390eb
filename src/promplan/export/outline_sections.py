"""The outlines of a plan: one for each section of the registry, in its order.

A section that is only registered is told by its labels; `TOLD` names those whose content is more than their fields.
"""

from collections.abc import Callable, Mapping
from functools import cache

from promplan.export.outline import Block, Outline, Said
from promplan.export.outline_creation import channels, ideas
from promplan.export.outline_facts import register
from promplan.export.outline_measured import budget, kpis, lines
from promplan.export.outline_parts import Titles, blocks, listed, titles
from promplan.export.outline_strategy import objectives, pillars, questions
from promplan.plan import tree
from promplan.plan.base import Part
from promplan.plan.document import Plan
from promplan.plan.labels import is_inside
from promplan.plan.sections import SECTIONS, Section


def _facts(plan: Plan, known: Titles, caption: Said) -> tuple[Block, ...]:
    facts = plan.enterprise.facts
    return (register(facts, known, caption),) if facts else ()


TOLD: Mapping[str, Callable[[Plan, Titles, Said], tuple[Block, ...]]] = {
    "enterprise.facts": _facts,
    "objectives": objectives,
    "message.pillars": pillars,
    "message.questions": questions,
    "ideas": ideas,
    "channels": channels,
    "budget": budget,
    "budget.lines": lines,
    "kpis": kpis,
}


def outlines(plan: Plan, sections: tuple[Section, ...] = SECTIONS) -> tuple[Outline, ...]:
    """The outlines of all sections that may leave the team."""
    known = titles(plan)
    return tuple(_outline(plan, one, known, sections) for one in sections if leaves(type(plan), one.path))


def outline(plan: Plan, path: str) -> Outline:
    """The outline of one section; KeyError where none is called so, or it stays inside."""
    found = {one.path: one for one in SECTIONS if leaves(type(plan), one.path)}[path]
    return _outline(plan, found, titles(plan), SECTIONS)


def _outline(plan: Plan, section: Section, known: Titles, sections: tuple[Section, ...]) -> Outline:
    held = tree.at(plan, section.path)
    if section.path in TOLD:
        caption = section.count(len(held)) if isinstance(held, list) else ""
        return Outline(section.path, section.words, TOLD[section.path](plan, known, caption))
    if isinstance(held, list):
        return Outline(section.path, section.words, listed(held, known, section.count(len(held))))
    own = {one.path.rpartition(".")[2] for one in sections if one.path.rpartition(".")[0] == section.path}
    return Outline(section.path, section.words, blocks(held, known, skip=own))


@cache
def leaves(kind: type[Part], path: str) -> bool:
    """May a section leave the team, as the model says?"""
    for name in path.split("."):
        if is_inside(kind.model_fields[name]):
            return False
        kind = tree.parts(kind).get(name, kind)
    return True
