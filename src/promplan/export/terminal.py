"""The plan so far as plain text, for a terminal and for whoever reads by ear: the same outlines as the page."""

from collections.abc import Iterable, Iterator
from datetime import date

from promplan.export.outline import Block, Fields, Figure, Note, Record, Rows
from promplan.export.outline_document import document
from promplan.export.outline_values import words
from promplan.plan.document import Plan
from promplan.text.plain import plain, wrapped
from promplan.text.table import NONE, Cell, Line, Table, lined

STEP = "  "


def told(plan: Plan, on: date | None = None, width: int = 80) -> list[str]:
    """The plan's lines in the interface language, of at most `width` signs, without control codes.

    A table that does not fit is told row by row. `on` is the day on which the review looks at the plan.
    """
    it = document(plan, on)
    lines = [*_headed(words(it.title), width, "═"), *wrapped(str(it.window), width)]
    for one in it.sections:
        lines += ["", *_headed(words(one.title), width, "─")]
        lines += _blocks(one.blocks, width, "") or [str(it.nothing)]
    lines += ["", *_headed(str(it.review_title), width, "─")]
    for line in (*([str(it.reasons)] if it.reasons else []), *it.review.lines()):
        lines += wrapped(line, width, hanging=STEP)
    return lines


def _headed(title: str, width: int, rule: str) -> list[str]:
    lines = wrapped(title, width)
    return [*lines, rule * max(map(len, lines), default=0)]


def _blocks(blocks: Iterable[Block], width: int, indent: str) -> list[str]:
    lines: list[str] = []
    for one in blocks:
        found = list(_block(one, width, indent))
        if lines and not isinstance(one, Fields | Note):
            lines.append("")
        lines += found
    return lines


def _block(one: Block, width: int, indent: str) -> Iterator[str]:
    if isinstance(one, Fields):
        for field in one.rows:
            yield from wrapped(str(field), width, indent, indent + STEP)
    elif isinstance(one, Note):
        yield from wrapped(words(one.words), width, indent, indent)
    elif isinstance(one, Figure):
        yield from wrapped(words(one.alt), width, indent, indent)
    elif isinstance(one, Rows):
        yield from _table(one.table(), width, indent)
    else:
        title = f"{one.id} {words(one.title)}" if isinstance(one, Record) else words(one.title)
        yield from wrapped(title, width, indent, indent + STEP)
        yield from _blocks(one.blocks, width, indent + STEP)


def _table(table: Table, width: int, indent: str) -> Iterator[str]:
    """In columns where they fit, else every row by itself under its heads."""
    if table.title:
        yield from wrapped(table.title, width, indent, indent)
    lines = table.lines()
    if max(map(len, lines)) + len(indent) <= width:
        yield from (indent + plain(line) for line in lines)
        return
    for row in table.rows:
        yield from _row(table, row, width, indent)


def _row(table: Table, row: tuple[Cell, ...], width: int, indent: str) -> Iterator[str]:
    """A row by itself: its name, a record's first words beside its id, then what there is under each head."""
    named = 2 if table.kind == "records" else 1
    yield from wrapped(" ".join(lined(cell)[0] for cell in row[:named]), width, indent, indent + STEP)
    for n, (head, cell) in enumerate(zip(table.columns, row, strict=True)):
        parts = cell if isinstance(cell, tuple) else (cell,)
        apart = [line for line in parts if _named(line)]
        main = lined(tuple(line for line in parts if not _named(line)))[0 if n >= named else 1 :]
        if any(main) and main != [NONE]:
            yield from wrapped(f"{head}: {'; '.join(main)}", width, indent + STEP, indent + 2 * STEP)
        for line in apart:
            yield from wrapped(line, width, indent + STEP, indent + 2 * STEP)


def _named(line: str) -> bool:
    return isinstance(line, Line) and bool(line.label)
