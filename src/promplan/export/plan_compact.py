"""A section with many records as the tables of `plan_layout`, in outlines: one layout for paper, Word and the page.

What a table has no room for is kept apart, record by record, for an annex or a fold: nothing is lost.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from promplan.export.outline import Block, Cell, Field, Fields, Figure, Group, Outline, Record, Row, Rows, cell
from promplan.export.outline_parts import NUMBER
from promplan.export.outline_values import Choice, Day, Ref, Several, Text, Value, words
from promplan.export.plan_layout import DATES, LAYOUT, MONEY, ROWS, Column, Given, Sheet
from promplan.export.plan_pdf_cells import Flat, flat
from promplan.export.plan_pdf_money import computed
from promplan.export.whole import Whole

Computed = Mapping[str, Mapping[str, str]]
NUMBERS = 0.55  # of a column's share that holds ids alone


@dataclass(frozen=True)
class Sheeted(Rows):
    """Rows whose columns know their shares of the line, and which of them hold numbers."""

    wide: tuple[float, ...] = ()
    right: tuple[bool, ...] = ()

    @property
    def shares(self) -> tuple[int, ...]:
        """How wide the columns are, in per cent."""
        return tuple(max(1, round(100 * one / sum(self.wide))) for one in self.wide)


@dataclass(frozen=True)
class Compact:
    """A section as it is shown, and what its tables leave out."""

    own: Outline
    rest: tuple[Record, ...] = ()


def compacts(told: Whole) -> list[Compact]:
    """Every section, with the tables that are made of two: dates in the calendar, money in the budget."""
    known = {one.path: one for one in told.sections}
    reached = computed(told.plan)
    return [_compact(one, known, reached) for one in told.sections]


def _compact(one: Outline, known: Mapping[str, Outline], reached: Computed) -> Compact:
    layout = LAYOUT.get(one.path)
    records = [it for it in one.blocks if isinstance(it, Record)]
    given = ROWS.get(one.path)
    loose = [_given(it, given) if isinstance(it, Rows) and given else it for it in one.blocks if it not in records]
    made: list[Block] = [*_extra(one.path, known, reached), *loose]
    rest: list[Record] = []
    rows: list[Record] = []
    posters: list[Block] = []  # beside each other
    for rec in records:
        if isinstance(layout, Sheet) and not (one.path == "ideas" and _is_chosen(rec)):
            rows.append(rec)
        elif one.path == "ideas":
            recipe = {name for name in flat(rec) if name.startswith("poster.") and ".clearance." not in name}
            made += _without(rec, recipe, pictures=False)
            posters += [it for it in rec.blocks if isinstance(it, Figure)]
            rest += _without(rec, set(flat(rec)) - recipe, pictures=False)
        else:
            made.append(rec)
    made += posters
    if rows and isinstance(layout, Sheet):
        made += [sheet(rows, layout, reached), *_shared(rows, layout)]
        for rec in rows:
            rest += _without(rec, _told(rec, layout) | _elsewhere(one.path, known))
    return Compact(replace(one, blocks=tuple(made)), tuple(rest))


def _is_chosen(one: Record) -> bool:
    found = flat(one).get("chosen")
    return found is not None and isinstance(found.value, Choice) and found.value.key == "yes"


def sheet(records: Sequence[Record], layout: Sheet, reached: Computed) -> Sheeted:
    """Records as rows; a column that all leave empty is left out."""
    held = [(it, flat(it)) for it in records]
    columns = [
        it
        for it in layout.columns
        if any(
            not name or name in fields or rec.id in reached.get(name, {}) for name in it.names for rec, fields in held
        )
    ]
    heads = [it.head or next((one[name].label for name in it.names for _, one in held if name in one), "")
             for it in columns]  # fmt: skip
    rows = tuple(
        Row((cell(rec.id), *(_cell(rec, fields, it, layout, reached) for it in columns)), rec.id)
        for rec, fields in held
    )
    return Sheeted(
        (NUMBER, *heads),
        rows,
        layout.caption or "",
        "records",
        wide=(NUMBERS, *(it.wide for it in columns)),
        right=(False, *(it.right for it in columns)),
    )


def _cell(rec: Record, fields: Flat, column: Column, layout: Sheet, reached: Computed) -> Cell:
    lines: list[Value | Field] = []
    brief: list[Value] = []
    for name in column.names:
        if not name:
            lines.append(Text(words(rec.title)))
            own = _told(rec, layout) - _placed(layout)
            lines += [it for key, it in fields.items() if key in own]
        elif rec.id in reached.get(name, {}):
            lines.append(Text(reached[name][rec.id]))
        elif name in fields:
            one = fields[name]
            if column.short:
                brief += _brief(one.value)
            elif not lines and not name.endswith("note"):
                lines.append(one.value)
            else:
                lines.append(replace(one, label="") if column.bare else one)
    if brief:
        said: Value = brief[0] if len(brief) == 1 else Several(tuple(brief))
        lines.append(Field("", "", said) if lines else said)
    return tuple(lines)


def _brief(value: Value) -> list[Value]:
    """A value in a narrow column: records by their ids, choices without what explains them."""
    if isinstance(value, Several):
        return [it for one in value.values for it in _brief(one)]
    if isinstance(value, Ref) and value.lost is None:
        return [Ref(value.id)]
    return [Text(value.name)] if isinstance(value, Choice) else [value]


def _placed(layout: Sheet) -> set[str]:
    return {name for it in layout.columns for name in it.names} | set(layout.share)


def _elsewhere(path: str, known: Mapping[str, Outline]) -> set[str]:
    """What a table of another section tells of these records."""
    if path == "items" and "calendar" in known:
        return _placed(DATES)
    return _placed(MONEY) if path == "channels" and "budget" in known else set()


def _told(rec: Record, layout: Sheet) -> set[str]:
    """The fields that the table tells: those of its columns, and all that it does not leave out."""
    placed = _placed(layout)
    return {
        name
        for name in flat(rec)
        if name in placed or not any(name == it or name.startswith(f"{it}.") for it in layout.without)
    }


def _shared(records: Sequence[Record], layout: Sheet) -> Iterator[Block]:
    """What many records share: each value once, with the ids that have it."""
    for name in layout.share:
        by: dict[str, list[str]] = {}
        label = None
        for rec in records:
            if (found := flat(rec).get(name)) is not None:
                label = label or found.label
                by.setdefault(str(found.value), []).append(rec.id)
        if label:
            told = tuple(Text(f"{value} ({', '.join(ids)})") for value, ids in by.items())
            yield Fields((Field(name, label, Several(told)),))


def _without(rec: Record, told: Set[str], pictures: bool = True) -> list[Record]:
    """A record without fields that are told already, as `flat` names them; none where nothing is left."""
    blocks = tuple(_kept(rec.blocks, told, pictures, ""))
    return [replace(rec, blocks=blocks)] if blocks else []


def _kept(blocks: Sequence[Block], told: Set[str], pictures: bool, before: str) -> Iterator[Block]:
    for one in blocks:
        if isinstance(one, Fields):
            if rows := tuple(it for it in one.rows if f"{before}{it.name}" not in told):
                yield Fields(rows)
        elif isinstance(one, Group):
            own = f"{before}{one.name}"
            if own not in told and (inner := tuple(_kept(one.blocks, told, pictures, f"{own}."))):
                yield replace(one, blocks=inner)
        elif pictures or not isinstance(one, Figure):
            yield one


def _given(block: Rows, layout: Given) -> Rows:
    """Rows in the widths of their layout, with cells that explain themselves."""
    wide = tuple(it or NUMBERS for it in layout.wide)
    rows = tuple(replace(row, cells=tuple(_run_in(one, layout) for one in row.cells)) for row in block.rows)
    return Sheeted(block.heads, rows, block.caption, block.style, wide if len(wide) == len(block.heads) else ())


def _run_in(one: Cell, layout: Given) -> Cell:
    """A cell whose lines after the first run on, without labels where they explain themselves."""
    made: list[Value | Field] = []
    for it in one:
        if isinstance(it, Field):
            made.append(replace(it, label="") if it.name in layout.bare else it)
        else:
            made.append(Field("", "", it) if made and not isinstance(it, Ref) else it)
    return tuple(made)


def _extra(path: str, known: Mapping[str, Outline], reached: Computed) -> Iterator[Block]:
    """The tables that a section makes of the records of another: dates of pieces, money of channels."""
    if path == "calendar":
        dated = [it for it in _records(known, "items") if "dates.publish" in flat(it)]
        if dated:
            ordered = sorted(dated, key=lambda it: (_published(it), it.id))
            yield sheet(ordered, _only(DATES, ordered), reached)
            yield from _shared(ordered, DATES)
    elif path == "budget":
        priced = [it for it in _records(known, "channels") if any(name.startswith("money.") for name in flat(it))]
        if priced:
            yield sheet(priced, _only(MONEY, priced), reached)


def _records(known: Mapping[str, Outline], path: str) -> list[Record]:
    return [it for it in known[path].blocks if isinstance(it, Record)] if path in known else []


def _only(layout: Sheet, records: Sequence[Record]) -> Sheet:
    """A table that takes its own columns from records and leaves all their other fields out."""
    return replace(layout, without=tuple({name for it in records for name in flat(it)} - _placed(layout)))


def _published(one: Record) -> str:
    value = flat(one)["dates.publish"].value
    return value.day.isoformat() if isinstance(value, Day) else ""
