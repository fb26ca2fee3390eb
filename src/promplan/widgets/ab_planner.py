"""Can two versions be tested here at all? People a group, weeks, what the town allows; then what the test found."""

from html import escape

import ipywidgets as widgets

from promplan.language import Problem, say, say_in
from promplan.plan.measurement import Trial
from promplan.plan.store import Store
from promplan.widgets import typed
from promplan.widgets.ab_said import found, needed, outcome, per_cent, weekly
from promplan.widgets.calendar_names import EMPTY
from promplan.widgets.controls import begun
from promplan.widgets.editor import Editor
from promplan.widgets.interval_drawn import Drawn, drawn
from promplan.widgets.measuring import UNIT, beside_form
from promplan.widgets.needed_curve import curve
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.table import Column

PATH = "measurement.tests"
FIELDS = (
    *("question", "channel", "first", "second", "rate", "hoped", "people"),
    *("a_n", "a_yes", "b_n", "b_yes", "decided"),
)
FIRST = (("question",), ("first", "second"), ("channel", "people"), ("rate", "hoped"))
POWERS = (0.8, 0.9)
LEAD = say(
    "Two posters, one town: which is better? Count first how many people a fair test needs. In a small town "
    "most tests cannot be done, and it is worth knowing before the money is spent."
)


def ab_planner(store: Store) -> Panel:
    """Tests of two versions, to plan and to read, with what they need and what they found."""
    return _Planning(store).panel


class _Planning:
    def __init__(self, store: Store) -> None:
        self.store = store
        columns = (
            Column(say("What it shall decide"), lambda one: begun(one.question, 70) or str(EMPTY), strong=True),
            Column(say("Rates"), _rates),
            Column(say("People a group"), self._size),
            Column(say("Decided"), lambda one: begun(one.decided, 60)),
        )
        self.power = widgets.Dropdown(
            options=[(str(say("in 80 of 100 tries")), 0.8), (str(say("in 90 of 100 tries")), 0.9)],
            value=POWERS[0],
            description=str(say("The difference is to be found")),
            style={"description_width": "16em"},
            layout=widgets.Layout(width="98%", max_width="36em"),
        )
        self.editor = Editor(
            store,
            PATH,
            FIELDS,
            say("Tests of two versions"),
            UNIT,
            about=("tests",),
            line=lambda one: f"{one.id} · {begun(one.question, 60) or EMPTY} · {_rates(one)}",
            columns=columns,
            order=Order(first=FIRST),
            place=say("Test {n} of {all}"),
        )
        self.says = region()
        self.week = widgets.Text(
            description=str(say("New people a week on the channel")),
            continuous_update=True,
            style={"description_width": "16em"},
            layout=widgets.Layout(width="98%", max_width="36em"),
        )
        self.fault = region()
        for one in (self.power, self.week):
            one.observe(lambda _: self.draw(), "value")
        self.power.observe(lambda _: self.editor.rows.draw(), "value")
        self.editor.rows.list.observe(lambda _: self.draw(), "value")
        self.whole = widgets.VBox([self.power, self.week, self.fault, self.says])
        beside_form(self.editor, self.whole)
        store.watch(self.draw)
        self.draw()
        title, lead = str(say("Can it be tested?")), f"<p>{escape(str(LEAD))}</p>"
        static = "".join(
            f"<p><b>{escape(one.question)}</b></p>{_said(one, POWERS[0], None)}" for one in store.plan.measurement.tests
        )
        self.panel = Panel(title, [heading(title), widgets.HTML(lead), *self.editor.children], lead + static)

    def _size(self, one: Trial) -> str:
        size = needed(one, self.power.value, None).size
        return f"{size.per_group}" if size else ""

    def _chosen(self) -> Trial | None:
        return next((one for one in self.editor.rows.rows() if one.id == self.editor.rows.list.value), None)

    def draw(self) -> None:
        """Say what the chosen test needs and what it found."""
        one = self._chosen()
        self.whole.layout.display = "" if one else "none"
        if one is None:
            return
        known = weekly(self.store.plan, one.channel)
        self.week.placeholder = str(known[1]) if known else ""
        try:
            said = typed.number(self.week.value, whole=True)
            wrong = say("at least one person a week") if said is not None and said < 1 else None
        except Problem as problem:
            said, wrong = None, problem.what
        set_region(self.fault, f'<p class="pp-fault">{escape(str(wrong))}</p>' if wrong else "")
        per_week = int(said) if said and not wrong else known[0] if known else None
        set_region(self.says, _said(one, self.power.value, per_week))


def _rates(one: Trial) -> str:
    if one.rate is None or one.hoped is None:
        return ""
    return str(say_in("rates of a test", "{a} % or {b} %", a=per_cent(one.rate), b=per_cent(one.hoped)))


def _said(one: Trial, power: float, per_week: int | None) -> str:
    """What a test needs and what it found, as HTML: the curve, the interval, sentences."""
    told = needed(one, power, per_week)
    parts = []
    if told.size is not None and one.rate is not None and one.hoped is not None:
        parts.append(curve(one.rate, one.hoped, one.people, power))
    parts += [f"<p>{escape(str(it))}</p>" for it in told.lines]
    if told.instead:
        parts.append(f"<ul>{''.join(f'<li>{escape(str(it))}</li>' for it in told.instead)}</ul>")
    if (interval := found(one)) is not None:
        parts.append(drawn([Drawn(str(say("B less A")), interval)]))
    parts += [f"<p>{escape(str(it))}</p>" for it in outcome(one, told.size)]
    return f'<div class="pp-fit pp-measured">{"".join(parts)}</div>'
