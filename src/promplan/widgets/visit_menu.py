"""The plant's menu of shots that need no asking: what is ticked is on the list, its stop and its people with it."""

from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import say
from promplan.plan.document import Plan
from promplan.widgets.editor import Editor
from promplan.widgets.panel import region, set_region
from promplan.widgets.visit_kit import menu_of, rows, taken
from promplan.widgets.visit_ticks import Ticks

NO_MENU = say(
    "This plant has no menu of pre-cleared shots here. Ask your contact for one ten days ahead: about thirty shots "
    "that are let out beforehand, because an answer takes longer than a visit."
)


def shot_menu(editor: Editor) -> Any:
    """The menu above the table of shots; where a plant has none, how one comes by one."""
    store, none = editor.store, region()

    def join(plan: Plan, id_: str) -> tuple[Plan, str]:
        return taken(plan, next(one for one in menu_of(plan.meta.case) if one.id == id_))

    ticks = Ticks(
        editor,
        say("Shots that nobody need be asked about"),
        say("The plant's menu: {n} of {all} shots taken"),
        lambda plan: rows(plan.meta.case),
        key=lambda one: one.menu,
        join=join,
    )

    def draw() -> None:
        set_region(none, "" if ticks.picks.rows else f"<p>{escape(str(NO_MENU))}</p>")

    store.watch(draw)
    draw()
    return widgets.VBox([ticks.box, none])
