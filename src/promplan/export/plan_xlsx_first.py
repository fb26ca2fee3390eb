"""The first sheet of the plan's workbook: what this is, of which plan and day, and the way to every other sheet."""

from collections.abc import Sequence
from typing import Any

from promplan.export.outline_values import words
from promplan.export.plan_parts import AS_OF, FOR_WHOM, state
from promplan.export.plan_parts import VERSION as STATE
from promplan.export.plan_xlsx_cells import Cell, fitted, quoted, tab
from promplan.export.plan_xlsx_paint import INK, PALE, PLANT, Painter, tall
from promplan.export.wanted import READERS
from promplan.export.whole import Whole
from promplan.language import say
from promplan.versioned import VERSION

NAME = say("About this file")
WIDTHS = (30.0, 14.0, 84.0)
HELP = (
    say("Shaded cells are worked out from others: change a price, a number, a result, and they follow."),
    say("Every sheet can be sorted and filtered by its heads; a row stays whole."),
    say("What is changed here does not go back into the plan. The calendar's own sheet does: export it as a calendar."),
)


def begin(told: Whole, painter: Painter) -> Any:
    """The sheet, before any other; what stands in it comes when the others are known."""
    name = tab(NAME)
    page = painter.begin(name, fitted(words(told.title), 90), "", sum(WIDTHS))
    for place, width in enumerate(WIDTHS):
        page.set_column(place, place, width)
    return page


def fill(told: Whole, painter: Painter, page: Any, listed: Sequence[tuple[str, int | None, str]]) -> None:
    """What the file is, and its sheets: name, how many rows, what each holds."""
    label = painter.book.add_format({"font_color": PALE, "valign": "top"})
    wrap = painter.book.add_format({"font_color": INK, "valign": "top", "text_wrap": True})
    told_: list[tuple[str, Cell]] = [
        (str(say("What this is")), str(say("The tables of a media plan"))),
        (str(say("Plant")), told.plan.enterprise.name),
        (str(say("Campaign")), str(told.window)),
        (str(AS_OF), told.on),
        (str(STATE), state(told)),
        (str(FOR_WHOM), str(READERS[told.wanted.reader])),
        (str(say("Made with")), f"promplan {VERSION}"),
    ]
    row = 2
    for head, cell in told_:
        if cell == "":
            continue
        page.write_string(row, 0, head, label)
        if isinstance(cell, str):
            text = fitted(cell, WIDTHS[1] + WIDTHS[2])
            page.set_row(row, tall([text], [WIDTHS[1] + WIDTHS[2]]))
            page.merge_range(row, 1, row, 2, "", wrap)
            page.write_string(row, 1, text, wrap)
        else:
            painter.write(page, row, 1, cell, "day")
        row += 1
    row += 1
    painter.heads(page, row, [str(say("Sheet")), str(say("Rows")), str(say("What it holds"))], list(WIDTHS))
    link = painter.book.add_format(
        {"font_color": PLANT, "underline": 1, "valign": "top", "bottom": 1, "bottom_color": "#D6CEC0"}
    )
    for name, count, lead in listed:
        row += 1
        page.write_url(row, 0, f"internal:{quoted(name)}!A1", link, name)
        painter.write(page, row, 1, count, "number")
        page.write_string(row, 2, lead, painter.format("text"))
        page.set_row(row, tall([name, "", lead], WIDTHS))
    row += 2
    for line in HELP:
        page.merge_range(row, 0, row, 2, "", wrap)
        page.write_string(row, 0, str(line), wrap)
        page.set_row(row, tall([str(line)], [sum(WIDTHS)]))
        row += 1
