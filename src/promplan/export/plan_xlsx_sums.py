"""The budget in the plan's workbook: what there is, where it goes, what is left, each a formula, and one chart."""

import math
from typing import Any

from promplan.export.outline_values import words
from promplan.export.plan_xlsx_cells import FIRST, HEAD, Cell, Sheet, Style, Worked, quoted, tab
from promplan.export.plan_xlsx_paint import INK, Painter, tall
from promplan.export.printed import plain
from promplan.export.whole import Whole
from promplan.language import pick, say
from promplan.plan.budget import LINE_KINDS
from promplan.plan.labels import choices_of
from promplan.plan.money import TAXES
from promplan.spending.sums import sums

NAME = say("Budget")
LEAD = say("What there is, where it goes, what is left. The sums follow the sheets of channels and lines.")
WIDTHS = (7.0, 46.0, 18.0, 13.0, 56.0)
Line = tuple[str, str, Cell, Cell, str, Style]  # id, what, money, share, remark, how it looks


def draw(told: Whole, painter: Painter, channels: Sheet, lines: Sheet) -> Any:
    """The sheet of sums, with the chart of where the money goes."""
    title = tab(NAME)
    page = painter.begin(title, words(NAME), words(LEAD), sum(WIDTHS))
    for place, width in enumerate(WIDTHS):
        page.set_column(place, place, width)
    heads = ["", say("What"), say("Money"), say("Share of all money"), say("Remark")]
    painter.heads(page, HEAD, [str(one) for one in heads], list(WIDTHS))
    rows, parts = _rows(told, channels, lines)
    for n, (id_, what, money, share, remark, style) in enumerate(rows, FIRST):
        text, said = plain(what), plain(remark)
        page.set_row(n, tall(["", text, "", "", said], [one - 4 for one in WIDTHS]))
        strong = style == "strong"
        painter.write(page, n, 0, id_ or None, "id")
        page.write_string(n, 1, text, painter.format("strong") if strong else painter.indented())
        painter.write(page, n, 2, money, "total" if strong and money is not None else "money")
        painter.write(page, n, 3, share, "share")
        painter.write(page, n, 4, said or None, "text")
    page.freeze_panes(FIRST, 0)
    page.fit_to_pages(1, 1)  # the chart stays in one piece
    if len(parts) > 1:
        _chart(painter, page, title, rows, parts, FIRST + len(rows) + 1)
    return page


def _rows(told: Whole, channels: Sheet, lines: Sheet) -> tuple[list[Line], list[int]]:
    """The lines of the sheet, and those of them that together are all that is spent."""
    budget, found = told.plan.budget, sums(told.plan)
    area, names = channels.grid.area, {str(row[0]): str(row[1]) for row in channels.rows}
    total, spent_at, rest = _at(0), [], []
    given = "; ".join(it for it in (budget.given_by, str(TAXES[budget.tax]) if budget.tax else "") if it)
    rows: list[Line] = [
        ("", str(say("Money in all")), found.total, _share(0, found.total, found.total), given, "strong")
    ]
    text = f"SUM({area('money.amount')})"
    rows.append(_line("", say("Channels"), Worked(text, found.channels), len(rows), found.total, "", "strong"))
    spent_at.append(len(rows) - 1)
    for id_, amount in found.by_channel.items():
        if id_ in names:
            text = f"SUMIFS({area('money.amount')},{area('id')},$A{FIRST + len(rows) + 1})"
            rest.append(len(rows))
            rows.append(_line(id_, names[id_], Worked(text, amount), len(rows), found.total, "", "text"))
    unpriced = ", ".join(found.unpriced)
    remark = str(say("Without a price, and counted as nothing: {ids}", ids=unpriced)) if unpriced else ""
    text = f"SUM({lines.grid.area('cost')})"
    rows.append(_line("", say("Lines"), Worked(text, found.lines), len(rows), found.total, remark, "strong"))
    spent_at.append(len(rows) - 1)
    kinds = (
        choices_of(told.plan.budget.lines[0].__class__.model_fields["kind"]) if told.plan.budget.lines else LINE_KINDS
    )
    for kind, cost in found.by_kind.items():
        area_of = lines.grid.area
        name = str(pick(kinds[kind])).partition(":")[0] if kind else str(say("of no kind"))
        criterion = f"$B{FIRST + len(rows) + 1}" if kind else '""'
        text = f"SUMIFS({area_of('cost')},{area_of('kind')},{criterion})"
        rest.append(len(rows))
        rows.append(_line("", name, Worked(text, cost), len(rows), found.total, "", "text"))
    kept = say("Kept back: {n} %", n=budget.reserve) if budget.reserve is not None else say("Kept back")
    reserve = None if found.reserve is None else Worked(f"{total}*{budget.reserve!r}/100", found.reserve)
    rows.append(_line("", kept, reserve, len(rows), found.total, "", "strong"))
    rest.append(len(rows) - 1)
    minus = "-".join(f"N({_at(one)})" for one in (*spent_at, len(rows) - 1))
    left = None if found.left is None else Worked(f"{total}-{minus}", found.left)
    over = str(say("More is planned than there is.")) if found.over else ""
    rows.append(_line("", say("Left"), left, len(rows), found.total, over, "strong"))
    return rows, [one for one in rest if _value(rows[one][2])]


def _at(row: int) -> str:
    return f"$C${FIRST + row + 1}"


def _value(cell: Cell) -> float:
    value = cell.value if isinstance(cell, Worked) else cell
    return value if isinstance(value, int | float) and math.isfinite(value) else 0.0


def _line(id_: str, what: Any, money: Cell, row: int, total: float | None, remark: str, style: Style) -> Line:
    return id_, words(what), money, _share(row, _value(money) if money is not None else None, total), remark, style


def _share(row: int, money: float | None, total: float | None) -> Cell:
    if money is None or not total:
        return None
    return Worked(f'IF(N({_at(0)})=0,"",{_at(row)}/{_at(0)})', money / total)


def _chart(painter: Painter, page: Any, sheet: str, rows: list[Line], parts: list[int], below: int) -> None:
    """A bar for each part, the names written beside, one colour: which is longest is seen without any."""
    chart = painter.book.add_chart({"type": "bar"})
    areas = ["categories", "values"]
    cells = [",".join(f"{quoted(sheet)}!${letter}${FIRST + one + 1}" for one in parts) for letter in "BC"]
    series: dict[str, Any] = {
        key: f"=({cell})" if len(parts) > 1 else f"={cell}" for key, cell in zip(areas, cells, strict=True)
    }
    series |= {
        "categories_data": [rows[one][1] for one in parts],
        "values_data": [_value(rows[one][2]) for one in parts],
    }
    font = {"color": INK, "size": 10}
    series |= {"name": str(NAME), "fill": {"color": "#0072B2"}, "gap": 45}
    series |= {"data_labels": {"value": True, "num_format": painter.money.replace("0.00", "0"), "font": font}}
    chart.add_series(series)
    chart.set_title(
        {"name": str(say("Where the money goes")), "name_font": {"size": 13, "color": INK}, "overlay": False}
    )
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "num_font": font, "line": {"color": INK}, "major_tick_mark": "none"})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    chart.set_chartarea({"border": {"color": "#D6CEC0"}})
    told = "; ".join(f"{rows[one][1]}: {_value(rows[one][2]):,.0f}" for one in parts)
    alt = say("Bars of where the money goes: {parts}.", parts=told)
    chart.set_size({"width": 900, "height": 90 + 34 * len(parts)})
    page.insert_chart(below, 1, chart, {"description": plain(str(alt)), "object_position": 2})
