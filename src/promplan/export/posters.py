"""The ideas that are made and their pictures, as the reader of an export is shown them."""

from collections.abc import Iterator

from promplan.export.outline import Block, Figure, Group, Record
from promplan.export.whole import Whole
from promplan.plan.ideas import Idea


def shown(told: Whole, path: str) -> bool:
    """May this reader see the section?"""
    return any(one.path == path for one in told.sections)


def chosen(told: Whole) -> list[Idea]:
    """The ideas that are made: first what the pitch names as shown, then those with a poster."""
    if not shown(told, "ideas"):
        return []
    named = [id_ for part in told.plan.pitch.parts if part.beat == "idea" for id_ in part.behind]
    ideas = [one for one in told.plan.ideas if one.chosen == "yes" and one.title.strip()]
    return sorted(ideas, key=lambda one: (_place(one.id, named), not one.poster.form))


def _place(id_: str, named: list[str]) -> int:
    return named.index(id_) if id_ in named else len(named)


def poster(told: Whole) -> tuple[Idea, Figure] | None:
    """The first chosen idea of which there is a picture, and the picture."""
    for idea in chosen(told):
        for section in told.sections:
            if section.path == "ideas" and (figure := _figure(section.blocks, idea.id)):
                return idea, figure
    return None


def _figure(blocks: tuple[Block, ...], id_: str) -> Figure | None:
    for one in blocks:
        if isinstance(one, Record) and one.id == id_:
            return next(_figures(one.blocks), None)
    return None


def _figures(blocks: tuple[Block, ...]) -> Iterator[Figure]:
    for one in blocks:
        if isinstance(one, Figure):
            yield one
        elif isinstance(one, Group | Record):
            yield from _figures(one.blocks)
