"""Every word of a whole plan, as a reader would come upon it: for tests of what is shown, and of what is not."""

from promplan.export.outline import Fields, Figure, Group, Note, Record, Rows
from promplan.export.outline_values import words


def spoken(blocks) -> list[str]:
    """Every word of blocks."""
    found = []
    for one in blocks:
        if isinstance(one, Fields):
            found += map(str, one.rows)
        elif isinstance(one, Rows):
            found += [words(one.caption), *map(words, one.heads)]
            found += [str(line) for row in one.rows for cell in row.cells for line in cell]
        elif isinstance(one, Note):
            found.append(words(one.words))
        elif isinstance(one, Figure):
            found += [words(one.caption), words(one.alt)]
        elif isinstance(one, Group | Record):
            found += [words(one.title), *spoken(one.blocks)]
    return found


def everything(it) -> str:
    return "\n".join([*spoken(it.summary), *(line for one in it.sections for line in spoken(one.blocks))])
