"""Native charts of the pitch: whoever opens the slides can change a number, and hears what is drawn."""

import re
from dataclasses import dataclass
from typing import Any

from promplan.export.office import FONT, line, shortened
from promplan.export.plan_pptx_deck import Box, Slide, described
from promplan.language import say

LETTERS = 16  # points in a chart
NAME = 44  # signs of a bar's name; whole in the alternative text
TITLE = 70  # signs of a chart's title
NO_WORDS = re.compile(
    r"(?i)[={]|(?:ftp|http)s?:|mailto:|(?:in|ex)ternal:"
)  # what a workbook would take for more than text


@dataclass(frozen=True)
class Bars:
    """A chart of bars from zero: its title, the names and the numbers; `up` draws columns."""

    title: str
    names: tuple[str, ...]
    values: tuple[float, ...]
    form: str = "#,##0"
    up: bool = False
    over: tuple[tuple[str, int], ...] = ()  # what several names stand under, and how many

    @property
    def alt(self) -> str:
        """What is drawn, in words."""
        told = "; ".join(f"{name}: {value:,.10g}" for name, value in zip(self.names, self.values, strict=True))
        return str(say("Bar chart. {title}: {bars}.", title=self.title, bars=told))


def drawn(slide: Slide, bars: Bars, box: Box) -> None:
    """The chart in its box."""
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    kinds: Any = CategoryChartData
    data = kinds(number_format=bars.form)
    _named(data, bars)
    data.add_series(_words(bars.title, True), list(bars.values))
    kind = XL_CHART_TYPE.COLUMN_CLUSTERED if bars.up else XL_CHART_TYPE.BAR_CLUSTERED
    frame = slide.slide.shapes.add_chart(kind, *box.emu, data)
    described(frame._element.nvGraphicFramePr.cNvPr, bars.alt, shortened(bars.title, 40))
    _dressed(slide, frame.chart, bars)
    cut = [line(one) for one in bars.names if not bars.up and len(line(one)) > NAME]
    cut += [line(bars.title)] if len(line(bars.title)) > TITLE else []
    if cut:
        slide.notes.append(str(say("In full: {words}", words="; ".join(cut))))


def _named(data: Any, bars: Bars) -> None:
    """The names of the bars, under what they belong to."""
    names = [_words(name, bars.up) for name in bars.names]
    if not bars.over:
        data.categories = names
        return
    for name, n in bars.over:
        above = data.add_category(name)
        for one in names[:n]:
            above.add_sub_category(one)
        del names[:n]


def _placed(chart: Any) -> None:
    """Gives names of bars half of the width, so that they break into lines and are not cut."""
    from pptx.oxml import parse_xml

    area = chart._chartSpace.chart.plotArea
    for old in area.findall("{*}layout"):
        area.remove(old)
    places = "".join(
        f'<c:{name} val="{value}"/>' for name, value in (("x", 0.46), ("y", 0.15), ("w", 0.42), ("h", 0.83))
    )
    area.insert(
        0,
        parse_xml(
            '<c:layout xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:manualLayout>'
            '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
            f"{places}</c:manualLayout></c:layout>"
        ),
    )


def _words(name: str, whole: bool) -> str:
    """A name as text, and nothing but text, in the workbook behind the chart."""
    told = line(name) if whole else shortened(name, NAME)
    return f"\u200b{told}" if NO_WORDS.match(told) else told or "—"


def _dressed(slide: Slide, chart: Any, bars: Bars) -> None:
    from pptx.enum.chart import XL_LABEL_POSITION, XL_TICK_MARK
    from pptx.util import Pt

    ink, quiet = slide.deck.colour("ink"), slide.deck.colour("ink2")
    chart.has_legend, chart.has_title = False, True
    chart.font.size, chart.font.name = Pt(LETTERS), FONT
    chart.font.color.rgb = ink
    frame = chart.chart_title.text_frame
    frame.text = shortened(bars.title, TITLE)
    title = frame.paragraphs[0].runs[0].font
    title.size, title.bold = Pt(18), True
    title.color.rgb = ink
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    chart.value_axis.minimum_scale = 0
    chart.category_axis.reverse_order = not bars.up
    chart.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    chart.category_axis.format.line.color.rgb = quiet
    chart.category_axis.tick_labels.font.size = Pt(LETTERS - 2 if bars.up else LETTERS)
    plot = chart.plots[0]
    plot.gap_width, plot.vary_by_categories = 45, False
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = bars.form, False
    labels.position, labels.show_value = XL_LABEL_POSITION.OUTSIDE_END, True
    labels.font.size, labels.font.bold = Pt(LETTERS), True
    labels.font.color.rgb = ink
    if not bars.up:
        _placed(chart)
    series = plot.series[0]
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = slide.deck.colour("primer")
    series.invert_if_negative = False
