"""The KPI tree: objectives, their KPI level by level with formula, value and target, and the chosen one to edit."""

from collections.abc import Mapping
from html import escape
from typing import Any

import anywidget
import ipywidgets as widgets
import traitlets

from promplan.language import Words, say
from promplan.media.kpi_dictionary import Kpi as Entry
from promplan.media.kpi_dictionary import named
from promplan.plan.kpis import Kpi
from promplan.plan.store import Store
from promplan.results.answers import answered
from promplan.results.heaps import entry
from promplan.results.levels import named as level_named
from promplan.results.said import told as amount
from promplan.widgets import parts
from promplan.widgets.calendar_form import tells_too
from promplan.widgets.controls import begun
from promplan.widgets.editor import Editor
from promplan.widgets.kpi_metric import MetricFinder, brought, offered, taken
from promplan.widgets.kpi_tree_rows import NONE, NOTHING, static, tree
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel, heading
from promplan.widgets.table import Column
from promplan.widgets.visit_stops import change

UNIT, PATH = "09-measurement", "kpis"
FIELDS = (
    "name", "metric", "own_formula", "level", "objective", "channel", "source", "owner", "every", "baseline", "target",
    "unit", "until", "then",
)  # fmt: skip
FIRST = (
    *(("name",), ("metric",), ("own_formula",), ("level", "objective"), ("baseline", "target", "unit")),
    *(("source",), ("then",)),
)
LEAD = say(
    "Each objective needs a number that counts what people did. Choose a KPI in the tree; its card below says how it "
    "is counted, where the number comes from and what you change if it is missed."
)


class Tree(anywidget.AnyWidget):
    """Lists in lists; a press on a KPI tells its id in `chosen`."""

    _esm = parts.script("kpi_tree.js")
    words = traitlets.Dict().tag(sync=True)
    rows: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    chosen = traitlets.Unicode("").tag(sync=True)
    pressed = traitlets.Unicode("").tag(sync=True)  # an id and a turn: the same one may be pressed twice


def kpi_tree(store: Store) -> Panel:
    """The KPI of the plan as a tree under its objectives, and the chosen one to edit."""
    title = str(say("KPI tree"))
    words = {"title": title, "nothing": str(NOTHING), "none": str(NONE)}
    board = Tree(words=words, rows=tree(store.plan))
    editor = _editor(store)

    def draw() -> None:
        if (rows := tree(store.plan)) != board.rows:
            board.rows = rows
        if board.chosen != editor.rows.list.value:
            board.chosen = editor.rows.list.value

    def press() -> None:
        id_ = board.pressed.partition(" ")[0]
        if any(one.id == id_ for one in store.plan.kpis):
            editor.rows.list.value = id_
            editor.rows.list.lead("card")

    board.observe(editor.guard.handler(press, "view"), "pressed")
    editor.rows.list.observe(lambda _: draw(), "value")
    store.watch(draw)
    draw()
    lead = f"<p>{escape(str(LEAD))}</p>"
    children: list[Any] = [heading(title), widgets.HTML(lead), board, *editor.children]
    return Panel(title, children, lead + static(store.plan))


def _editor(store: Store) -> Editor:
    def take(one: Entry) -> None:
        id_ = editor.chosen.id
        said: Words = say("{id} is counted as {name}.", id=id_, name=named(one.id))
        change(store, editor.rows.toast, [PATH], lambda plan: taken(plan, id_, one), lambda: said)

    def filled(one: Kpi) -> Mapping[str, Any]:
        metric = entry(one.metric)
        return {} if metric is None else brought(one, metric)

    def told(one: Kpi) -> tuple[str, str]:
        answer = answered(store.plan, one)
        value = "" if answer.value is None else str(amount(answer.value, answer.unit))
        return value, str(answer.short)

    columns = (
        Column(say("KPI"), lambda one: (begun(one.name, 60) or one.id, str(level_named(one.level or None)))),
        Column(say("Target"), lambda one: "" if one.target is None else str(amount(one.target, one.unit))),
        Column(say("What came"), told, strong=True),
    )
    editor = Editor(
        store,
        PATH,
        FIELDS,
        say("KPI"),
        UNIT,
        about=("kpis",),
        line=lambda one: f"{one.id} · {one.name or say('(empty)')}",
        offers={"metric": offered},
        columns=columns,
        order=Order(first=FIRST, fills={"metric": filled}, filled=("name", "level", "unit")),
        place=say("KPI {n} of {all}"),
    )
    finder = MetricFinder(editor.guard, take).box
    editor.in_card(finder)

    def show() -> None:  # a measure belongs to a KPI: without one there is nothing to find it for
        finder.layout.display = "" if store.plan.kpis else "none"

    store.watch(show)
    show()
    tells_too(editor, "KPI-9", lambda plan: [one.id for one in plan.objectives])
    return editor
