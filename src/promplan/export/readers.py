"""The view of one reader: a pure function from outlines to outlines, and the same of the plan for typed formats.

It only leaves out, by the table of `readers_views`; what a reader is asked stands before everything else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from promplan.export.outline import Block, Fields, Figure, Group, Outline, Record, Row, Rows
from promplan.export.outline_parts import naming, shown
from promplan.export.readers_questions import asked
from promplan.export.readers_rules import kept_records
from promplan.export.readers_views import VIEWS, Keep, Names, View
from promplan.export.wanted import Reader
from promplan.plan import tree
from promplan.plan.base import Part
from promplan.plan.base import Record as PlanRecord
from promplan.plan.document import Plan
from promplan.plan.poster import Poster
from promplan.plan.sections import BY_PATH

__all__ = ["VIEWS", "drawn_from", "pruned", "seen", "seen_summary", "shown_ids"]


def seen(outlines: Sequence[Outline], reader: Reader) -> tuple[Outline, ...]:
    """The outlines as one reader is shown them, the reader's questions first."""
    view = VIEWS[reader]
    if reader == "":
        return tuple(outlines)
    told = []
    for one in outlines:
        keep = Keep() if view.keeps is None else view.keeps.get(one.path)
        if keep is not None:
            blocks = kept_records(one.path, one.blocks, keep.which, outlines)
            told.append(replace(one, blocks=tuple(_kept(blocks, keep, _dropped(view, one.path), view, one.path))))
    return (asked(outlines, reader, view.judges or frozenset()), *told)


def seen_summary(page: Sequence[Block], reader: Reader) -> tuple[Block, ...]:
    """The parts of the one-page summary that are this reader's."""
    only = VIEWS[reader].summary
    return tuple(one for one in page if only is None or (isinstance(one, Group) and one.name in only))


def _dropped(view: View, path: str) -> Names:
    return view.drops.get(path, frozenset())


def _kept(blocks: Sequence[Block], keep: Keep, drops: Names, view: View, path: str) -> Iterator[Block]:
    """What is left of blocks; a group or a list of fields in which nothing is left is gone."""
    for one in blocks:
        if isinstance(one, Fields):
            rows = tuple(it for it in one.rows if _may(it.name, keep, drops))
            if rows:
                yield replace(one, rows=rows)
        elif isinstance(one, Rows):
            yield _columns(one, keep, drops, path)
        elif isinstance(one, Group):
            if one.name in keep.whole:
                yield one
            elif (not one.name or _may(one.name, keep, drops)) and (
                inner := _judged(tuple(_kept(one.blocks, keep, drops, view, path)), one.name, view)
            ):
                yield replace(one, blocks=inner)
        elif isinstance(one, Record):
            yield replace(one, blocks=tuple(_kept(one.blocks, keep, drops, view, path)))
        elif isinstance(one, Figure):
            if view.figures is None or one.name.partition("-")[0] in view.figures:
                yield one
        else:
            yield one


def _may(name: str, keep: Keep, drops: Names) -> bool:
    return name not in drops and (keep.names is None or name in keep.names)


def _judged(blocks: tuple[Block, ...], group: str, view: View) -> tuple[Block, ...]:
    """Of the approvals of a piece only those that this reader gives; all of them for a reader who is shown all."""
    if group != "approvals" or view.keeps is None or view.judges is None:
        return blocks
    return tuple(one for one in blocks if not isinstance(one, Record) or _judge(one) in view.judges)


def _judge(one: Record) -> str:
    rows = [it for block in one.blocks if isinstance(block, Fields) for it in block.rows]
    return next((getattr(it.value, "key", "") for it in rows if it.name == "judge"), "")


def _columns(one: Rows, keep: Keep, drops: Names, path: str) -> Rows:
    """The table with the columns that are kept; those of a list of records are called by their fields."""
    names = _column_names(one, path)
    if keep.columns is not None:
        places = list(range(min(keep.columns, len(one.heads))))
    elif names is not None:
        places = [n for n, name in enumerate(names) if name == "id" or _may(name, keep, drops)]
    else:
        places = list(range(len(one.heads)))
    rows = tuple(Row(tuple(row.cells[n] for n in places), row.id) for row in one.rows)
    return replace(one, heads=tuple(one.heads[n] for n in places), rows=rows)


def _column_names(one: Rows, path: str) -> list[str] | None:
    """The fields behind the columns of a section that is told as one table by its model; None of any other table."""
    section = BY_PATH.get(path)
    if section is None or not section.is_list or one.style != "records":
        return None
    names = ["id", *shown(section.model)]
    return names if len(names) == len(one.heads) else None


def shown_ids(outlines: Sequence[Outline]) -> set[str]:
    """The ids of all records that outlines show as records of their own."""
    return {id_ for one in outlines for id_ in _ids(one.blocks)}


def _ids(blocks: Sequence[Block]) -> Iterator[str]:
    for one in blocks:
        if isinstance(one, Rows):
            yield from (row.id for row in one.rows if row.id)
        elif isinstance(one, Record):
            yield one.id
        if isinstance(one, Record | Group):
            yield from _ids(one.blocks)


def pruned(plan: Plan, reader: Reader, outlines: Sequence[Outline]) -> Plan:
    """The plan with nothing in it but what this reader is shown: what typed cells and native charts are made of."""
    view = VIEWS[reader]
    if reader == "":
        return plan
    if view.keeps is None:
        return _without(plan, view)
    told, ids = Plan(), {one.path: set(_ids(one.blocks)) for one in outlines}
    for path, keep in view.keeps.items():
        owner, _, name = path.rpartition(".")
        held, target = tree.at(plan, path), tree.at(told, owner) if owner else told
        if isinstance(held, list):
            setattr(target, name, [_cut(one, keep) for one in held if one.id in ids.get(path, ())])
        else:
            _into(tree.at(told, path), held, keep)
    return told


def _without(plan: Plan, view: View) -> Plan:
    """The plan less the fields that the view drops."""
    told = plan.model_copy(deep=True)
    told.answers = type(told.answers)()
    for path, drops in view.drops.items():
        held: Any = tree.at(told, path)
        for one in held if isinstance(held, list) else [held]:
            _clear(one, drops)
    return told


def _clear(part: Part, drops: Names) -> None:
    for name, info in type(part).model_fields.items():
        inner = getattr(part, name)
        if name in drops:
            setattr(part, name, info.get_default(call_default_factory=True))
        elif isinstance(inner, Part):
            _clear(inner, drops)


def _cut(one: Any, keep: Keep) -> Any:
    """A record of which only what is kept is filled."""
    kind: type[Part] = type(one)
    fields = {} if not issubclass(kind, PlanRecord) else {"id": one.id}
    if isinstance(one, PlanRecord) and (name := naming(kind)):
        fields[name] = getattr(one, name)
    made = kind.model_construct(**{**_defaults(kind), **fields})
    _into(made, one, keep)
    return made


def _defaults(kind: type[Part]) -> dict[str, Any]:
    return {name: info.get_default(call_default_factory=True) for name, info in kind.model_fields.items()}


def _into(target: Part, held: Part, keep: Keep) -> None:
    """Fill a part from another, as far as it is kept; lists of records are sections, or groups of their own."""
    sections = {path.rpartition(".")[2] for path in BY_PATH if "." in path}
    for name in shown(type(held)):
        inner = getattr(held, name)
        if name in sections and isinstance(inner, list) and not isinstance(held, PlanRecord):
            continue
        deep = Keep() if name in keep.whole else keep
        if deep.names is not None and name not in deep.names:
            continue
        if isinstance(inner, Part):
            _into(getattr(target, name), inner, deep)
        elif isinstance(inner, list) and inner and isinstance(inner[0], Part):
            setattr(target, name, [_cut(it, deep) for it in inner])
        else:
            setattr(target, name, inner)


def drawn_from(plan: Plan, reader: Reader) -> Plan:
    """The plan that a reader's pictures are drawn from: a poster whose data are not cleared stays with the team."""
    if not VIEWS[reader].cleared:
        return plan
    told = plan.model_copy()
    told.ideas = [
        one if one.poster.clearance.state == "cleared" else one.model_copy(update={"poster": Poster()})
        for one in plan.ideas
    ]
    return told
