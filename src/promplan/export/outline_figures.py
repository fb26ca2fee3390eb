"""The pictures of a document, put where they belong: each drawn once, with the caption and the words that it brings.

`FIGURES` says which picture stands in which section and record. What there is nothing to draw of is left out; what
cannot be drawn is said in a sentence in its place. matplotlib loads here, and where it is not installed no section has
a picture.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from importlib.util import find_spec

from promplan.export.held import Held
from promplan.export.outline import Block, Fields, Figure, Group, Note, Outline, Record
from promplan.export.outline_figures_drawn import FIGURES, Drawing
from promplan.language import Problem, say
from promplan.plan.document import Plan

NEEDED = ("matplotlib", "numpy", "PIL")  # without these nothing is drawn


class Once:
    """A picture's bytes, painted at the first call; the drawing is let go then, for twenty of them are large."""

    def __init__(self, make: Callable[[], bytes]) -> None:
        self._make: Callable[[], bytes] | None = make
        self._made = b""

    def __call__(self) -> bytes:
        """The bytes, the same at every call."""
        if self._make is not None:
            self._made, self._make = self._make(), None
        return self._made


def drawable() -> bool:
    """Can pictures be drawn here at all?"""
    return all(find_spec(one) is not None for one in NEEDED)


def figured(
    plan: Plan, outlines: Sequence[Outline], held: Held, only: Collection[str] | None = None
) -> tuple[Outline, ...]:
    """The outlines with their pictures, in the interface language.

    Args:
        held: the files beside the plan, which a poster may be made of.
        only: the names of `FIGURES` that are wanted; all where it is None.
    """
    if not drawable():
        return tuple(outlines)
    told = []
    for one in outlines:
        for place in FIGURES:
            if place.path == one.path and (only is None or place.name in only):
                for drawing in place.of(plan, held):
                    one = _with(one, drawing, place.within)
        told.append(one)
    return tuple(told)


def _with(outline: Outline, drawing: Drawing, within: str) -> Outline:
    """The outline with one picture in it; unchanged where its record is not shown or there is nothing to draw."""
    if drawing.record and drawing.record not in {it.id for it in outline.blocks if isinstance(it, Record)}:
        return outline
    block = _drawn(drawing)
    if block is None:
        return outline
    if not drawing.record:
        return replace(outline, blocks=_placed(outline.blocks, block))
    blocks = tuple(
        replace(one, blocks=_inside(one.blocks, block, within))
        if isinstance(one, Record) and one.id == drawing.record
        else one
        for one in outline.blocks
    )
    return replace(outline, blocks=blocks)


def _inside(blocks: tuple[Block, ...], block: Block, within: str) -> tuple[Block, ...]:
    """In the group that is called `within`, else after the record's fields."""
    if any(isinstance(one, Group) and one.name == within for one in blocks):
        return tuple(
            replace(one, blocks=(*one.blocks, block)) if isinstance(one, Group) and one.name == within else one
            for one in blocks
        )
    return _placed(blocks, block)


def _placed(blocks: tuple[Block, ...], block: Block) -> tuple[Block, ...]:
    """After the fields with which the blocks begin, and after pictures that stand there already."""
    n = 0
    while n < len(blocks) and isinstance(blocks[n], Fields | Figure):
        n += 1
    return (*blocks[:n], block, *blocks[n:])


def _drawn(drawing: Drawing) -> Block | None:
    """The picture; None where there is nothing to draw, a sentence where it cannot be drawn."""
    try:
        made = drawing.make()
    except Problem as problem:
        return Note(problem.what)
    except Exception as error:  # no picture may keep a plan from leaving
        return Note(say("A picture is left out here: drawing it failed ({reason}).", reason=type(error).__name__))
    if made is None or made.blank:
        return None
    return Figure(drawing.name, made.caption, made.alt, Once(made.png))


def names(outlines: Sequence[Outline]) -> list[str]:
    """The names of the pictures in outlines, in their order."""
    return [one.name for outline in outlines for one in _figures(outline.blocks)]


def figures(outlines: Sequence[Outline]) -> Mapping[str, Figure]:
    """The pictures in outlines by their names, for a format that has a place of its own for one."""
    return {one.name: one for outline in outlines for one in _figures(outline.blocks)}


def _figures(blocks: Sequence[Block]) -> list[Figure]:
    found: list[Figure] = []
    for one in blocks:
        if isinstance(one, Figure):
            found.append(one)
        elif isinstance(one, Group | Record):
            found += _figures(one.blocks)
    return found
