"""Values of the outline as the lines that a page sets: a text, its look, and where it leads inside the document."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from promplan.export.outline import Block, Cell, Field, Fields, Group, Record
from promplan.export.outline_values import Choice, Quoted, Ref, Several, Text, Value, words
from promplan.export.print_signs import text

Line: TypeAlias = dict[str, Any]
LONG = 600  # signs of a text in a table
Flat: TypeAlias = dict[str, Field]  # the fields of a record by their names, those of its parts as `part.field`


def line(words_: str, look: str = "", label: str = "", to: str = "", most: int = LONG) -> Line:
    """One line: `look` is "", "strong", "soft" or "said"; `to` is the record it leads to."""
    return {"t": text(words_, most), "look": look, "label": label, "to": to}


def flat(one: Record | Group, before: str = "") -> Flat:
    """The fields of a record and of its parts; lists of records inside it are told in a line each."""
    found: Flat = {}
    for block in one.blocks:
        if isinstance(block, Fields):
            found |= {f"{before}{field.name}": field for field in block.rows}
        elif isinstance(block, Group) and any(isinstance(it, Record) for it in block.blocks):
            told = tuple(Text(_in_a_line(it)) for it in block.blocks if isinstance(it, Record))
            found[f"{before}{block.name}"] = Field(block.name, block.title, Several(told))
        elif isinstance(block, Group) and block.name:
            found |= flat(block, f"{before}{block.name}.")
    return found


def _in_a_line(one: Record) -> str:
    told = [named(it.value) for block in one.blocks if isinstance(block, Fields) for it in block.rows]
    return ": ".join((words(one.title), "; ".join(told))) if told else words(one.title)


def nested(one: Record | Group) -> Iterator[Block]:
    """The blocks of a record that are neither its fields nor in `flat`."""
    for block in one.blocks:
        if isinstance(block, Group) and not any(isinstance(it, Record) for it in block.blocks):
            yield from nested(block)
        elif not isinstance(block, Fields | Group | Record):
            yield block


def lines(value: Value, look: str = "", label: str = "", *, short: bool = False, most: int = LONG) -> list[Line]:
    """A value; `short` names records by their ids alone, and choices without what explains them."""
    if isinstance(value, Ref) and value.lost is None:
        told = value.id if short else str(value)
        return [line(told, look, label, value.id)]
    if isinstance(value, Several):
        if short and all(isinstance(one, Ref) for one in value.values):
            return [
                line(str(one.id), look, label if not n else "", str(one.id)) | {"run": n > 0}
                for n, one in enumerate(value.values)
                if isinstance(one, Ref)
            ]
        if short:
            return [line("; ".join(named(one) for one in value.values), look, label)]
        if any(isinstance(one, Ref) for one in value.values):
            return [
                made | {"run": n > 0}
                for n, one in enumerate(value.values)
                for made in lines(one, look, label if not n else "")
            ]
    if isinstance(value, Quoted):
        return [line(str(value), "said", label)]
    return [line(named(value) if short else str(value), look, label, most=most)]


def named(value: Value) -> str:
    """A value by its name."""
    return value.name if isinstance(value, Choice) else str(value)


def cell(one: Cell, run: tuple[str, ...] = ()) -> list[Line]:
    """A cell of the outline: its first line plain, what is said about it soft, under its label.

    Args:
        run: fields that go on in the line before them.
    """
    made: list[Line] = []
    for part in one:
        if isinstance(part, Field):
            found = lines(part.value, "soft", words(part.label))
            made += [{**it, "run": True} for it in found] if made and part.name in run else found
        else:
            made += lines(part, "soft" if made and not isinstance(part, Quoted | Ref) else "")
    return made


def nothing() -> list[Line]:
    """An empty cell, so that whoever hears the table hears that it is one."""
    return [line("—", "soft")]
