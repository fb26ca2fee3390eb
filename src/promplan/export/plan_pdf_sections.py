"""The sections of the outline as chapters of blocks that the template sets: tables, cards, facts, notes, figures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from promplan.export.outline import Block, Field, Figure, Group, Note, Outline, Record, Rows
from promplan.export.outline_values import Value, words
from promplan.export.plan_layout import LAYOUT, ROWS, Cards, Column, Given, Sheet
from promplan.export.plan_pdf_cells import Flat, Line, cell, flat, line, lines, nested, nothing
from promplan.export.print_signs import LONGEST, text
from promplan.language import say

ACROSS, SIGNS = 3, 42  # columns of facts; signs on a line of such a column
SHORT, LARGE, WHOLE = (
    36,
    170,
    1500,
)  # signs of a value that runs in with others, of one that needs a wider column, of a card that stays whole
Set = dict[str, Any]  # a block as the template reads it
Computed = Mapping[str, Mapping[str, str]]  # values that no record holds: "=cost" of BL1


@dataclass
class Setting:
    """What is gathered while sections are set: what is left out of each, figures by their names."""

    computed: Computed
    silent: dict[str, dict[str, str]] = field(default_factory=dict)
    shown: set[str] = field(default_factory=set)

    def leave(self, section: str, name: str, label: str) -> None:
        """A field of a section that its own table does not show."""
        if label:
            self.silent.setdefault(section, {}).setdefault(name, label)

    @property
    def left(self) -> dict[str, list[str]]:
        """What no table shows, by section."""
        found = {
            section: list(dict.fromkeys(label for name, label in held.items() if name not in self.shown))
            for section, held in self.silent.items()
        }
        return {section: labels for section, labels in found.items() if labels}


def section(one: Outline, setting: Setting) -> list[Set]:
    """The blocks of a section as its layout has them."""
    records = [it for it in one.blocks if isinstance(it, Record)]
    layout = LAYOUT.get(one.path, Cards())
    made: list[Set] = []
    for block in one.blocks:
        if isinstance(block, Record):
            if block is records[0]:
                made += told(records, layout, setting, words(one.title))
        elif isinstance(block, Rows) and one.path in ROWS:
            made.append(_given(block, ROWS[one.path], setting, words(one.title)))
        else:
            made += plain(block, setting)
    return made


def _given(block: Rows, layout: Given, setting: Setting, title: str) -> Set:
    """Rows in widths of their own, without what has no room."""
    cells = []
    for row in block.rows:
        kept = (tuple(_bared(it, layout) for it in one if not _is_of(it, layout)) for one in row.cells)
        cells.append(replace(row, cells=tuple(kept)))
        for one in row.cells:
            for it in one:
                if isinstance(it, Field) and _is_of(it, layout):
                    setting.leave(title, it.name, words(it.label))
    made = rows(replace(block, rows=tuple(cells)), layout.run)
    return {**made, "wide": list(layout.wide)} if len(layout.wide) == len(made["wide"]) else made


def _bared(one: Value | Field, layout: Given) -> Value | Field:
    return replace(one, label="") if isinstance(one, Field) and one.name in layout.bare else one


def _is_of(one: object, layout: Given) -> bool:
    return isinstance(one, Field) and one.name in layout.without


def told(records: list[Record], layout: Sheet | Cards, setting: Setting, title: str) -> list[Set]:
    """Records as their layout has them."""
    if isinstance(layout, Sheet):
        return list(table(records, layout, setting, title))
    return [{"kind": "cards", "across": layout.across, "cards": [card(it, setting) for it in records]}]


def plain(block: Block, setting: Setting) -> Iterator[Set]:
    """A block that is no record."""
    if isinstance(block, Rows):
        yield rows(block)
    elif isinstance(block, Note):
        yield {"kind": "note", "text": text(words(block.words))}
    elif isinstance(block, Figure):
        yield figure(block)
    elif isinstance(block, Group):
        yield {"kind": "sub", "title": text(words(block.title))}
        for it in block.blocks:
            yield from plain(it, setting)
    elif isinstance(block, Record):
        yield {"kind": "cards", "across": 1, "cards": [card(block, setting)]}
    else:
        told = [_fact(it.heading, lines(it.value, most=LONGEST), it.name) for it in block.rows]
        long = [it for it in told if _signs(it) > LARGE]
        for facts, across in (([it for it in told if _signs(it) <= LARGE], ACROSS), (long, 2)):
            if facts:
                yield {"kind": "facts", "columns": balanced(facts, across)}


def figure(block: Figure) -> Set:
    """A picture; it is drawn once a page has room for it."""
    return {
        "kind": "figure",
        "name": block.name,
        "png": block.png,
        "caption": text(words(block.caption)),
        "alt": text(words(block.alt), 4000),
    }


def _signs(fact: Set) -> int:
    return sum(len(it["t"]) for it in fact["lines"])


def balanced(facts: list[Set], across: int = ACROSS) -> list[list[Set]]:
    """Facts in columns about as tall as each other, in their order."""
    if len(facts) < across:
        return [[it] for it in facts]
    tall = [sum(1 + (len(one["label"]) + len(it["t"])) // SIGNS for it in one["lines"]) for one in facts]
    low, high = max(tall), sum(tall)
    while low < high:  # the least height at which the columns hold them all
        middle = (low + high) // 2
        low, high = (low, middle) if len(_filled(facts, tall, middle)) <= across else (middle + 1, high)
    return _filled(facts, tall, low)


def _filled(facts: list[Set], tall: list[int], most: int) -> list[list[Set]]:
    columns: list[list[Set]] = [[]]
    height = 0
    for one, its in zip(facts, tall, strict=True):
        if columns[-1] and height + its > most:
            columns.append([])
            height = 0
        columns[-1].append(one)
        height += its
    return columns


def rows(block: Rows, run: tuple[str, ...] = ()) -> Set:
    """Rows under heads."""
    numbered = block.style == "records"
    return {
        "kind": "table",
        "style": block.style,
        "caption": "" if numbered else text(words(block.caption)),
        "heads": [text(words(it)) for it in block.heads],
        "wide": _shares(block, numbered),
        "right": [False] * len(block.heads),
        "numbered": numbered,
        "rows": [{"id": it.id, "cells": [cell(part, run) or nothing() for part in it.cells]} for it in block.rows],
    }


def _shares(block: Rows, numbered: bool) -> list[float]:
    """How wide the columns are: by what stands in them, the longest words and the whole."""
    shares = []
    for place in range(len(block.heads)):
        held = [" ".join(str(it) for it in row.cells[place]) for row in block.rows if place < len(row.cells)]
        mean = sum(map(len, held)) / max(1, len(held))
        word = max((len(it) for one in (*held, words(block.heads[place])) for it in one.split()), default=1)
        shares.append(max(min(mean, 120) ** 0.72, min(word, 14) * 0.75, 2.0))
    return shares


def table(records: list[Record], layout: Sheet, setting: Setting, title: str) -> Iterator[Set]:
    """Records as rows; a column that all leave empty is left out, a field of no column stands under the title."""
    held = [flat(it) for it in records]
    columns = [
        it
        for it in layout.columns
        if "" in it.names or any(_has(one, it, setting, rec.id) for one, rec in zip(held, records, strict=True))
    ]
    placed = {name for it in layout.columns for name in it.names} | set(layout.share)
    for fields in held:
        for name, one in fields.items():
            if name not in placed and _without(name, layout):
                setting.leave(title, name, words(one.label))
    inner = [it for rec in records for it in nested(rec)]
    if any(isinstance(it, Rows) for it in inner):
        for it in inner:
            if isinstance(it, Rows) and words(it.caption):
                setting.leave(title, words(it.caption), words(it.caption).partition(":")[0])
    yield {
        "kind": "table",
        "style": "records",
        "caption": text(words(layout.caption)) if layout.caption else "",
        "heads": [str(say("No.")), *(_head(it, held) for it in columns)],
        "wide": [0, *(it.wide for it in columns)],
        "right": [False, *(it.right for it in columns)],
        "numbered": True,
        "rows": [
            {
                "id": rec.id,
                "cells": [
                    [line(rec.id)],
                    *(_cell(rec, fields, it, placed, layout, setting) or nothing() for it in columns),
                ],
            }
            for rec, fields in zip(records, held, strict=True)
        ],
    }
    yield from _shared(records, held, layout)
    yield from (figure(it) for it in inner if isinstance(it, Figure))


def _shared(records: list[Record], held: list[Flat], layout: Sheet) -> Iterator[Set]:
    """What many records share: each value once, with the ids that have it."""
    for name in layout.share:
        by: dict[str, list[str]] = {}  # a value, and the records that have it
        for rec, fields in zip(records, held, strict=True):
            if name in fields:
                by.setdefault(str(fields[name].value), []).append(rec.id)
        if by:
            label = next(fields[name].heading for fields in held if name in fields)
            said = "; ".join(f"{value} ({', '.join(ids)})" for value, ids in by.items())
            yield {"kind": "facts", "columns": [[_fact(label, [line(said, most=3000)])]]}


def _without(name: str, layout: Sheet) -> bool:
    return any(name == it or name.startswith(f"{it}.") for it in layout.without)


def _has(fields: Flat, column: Column, setting: Setting, id_: str) -> bool:
    return any(name in fields or id_ in setting.computed.get(name, {}) for name in column.names if name)


def _head(column: Column, held: list[Flat]) -> str:
    if column.head is not None:
        return str(column.head)
    return next((words(one[name].label) for name in column.names for one in held if name in one), "")


def _cell(rec: Record, fields: Flat, column: Column, placed: set[str], layout: Sheet, setting: Setting) -> list[Line]:
    made: list[Line] = []
    for place, name in enumerate(column.names):
        if not name:
            made.append(line(words(rec.title), "strong"))
            rest = [it for key, it in fields.items() if key not in placed and not _without(key, layout)]
            made += [more for it in rest for more in lines(it.value, "soft", it.heading)]
        elif name in setting.computed:
            if rec.id in setting.computed[name]:
                made.append(line(setting.computed[name][rec.id], "strong"))
        elif name in fields:
            one = fields[name]
            label = words(one.label) + ":" if place and not column.bare else ""
            found = lines(one.value, "soft" if made and not column.short else "", label, short=column.short)
            made += [{**it, "run": True} for it in found] if made and column.short else found
    return made


def card(one: Record | Group, setting: Setting) -> Set:
    """A record as a card: its fields run in, its tables below them."""
    facts = [_fact(it.heading, lines(it.value), it.name) for it in flat(one).values()]
    inner = [made for it in nested(one) for made in plain(it, setting)]
    return {
        "id": one.id if isinstance(one, Record) else "",
        "title": text(words(one.title)),
        "facts": facts,
        "blocks": inner,
        "long": bool(inner) or sum(_signs(it) for it in facts) > WHOLE,
    }


def _fact(label: str, said: list[Line], name: str = "") -> Set:
    """A labelled value; a short one runs in with its neighbours."""
    short = sum(len(it["t"]) for it in said) <= SHORT and not any("\n" in it["t"] for it in said)
    return {"label": text(label), "lines": said, "short": short, "name": name}
