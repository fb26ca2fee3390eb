"""Where is my plan: the panel of the first cell. It asks where page and plan speak two languages."""

from html import escape

import ipywidgets as widgets

from promplan import language
from promplan.language import Words, say
from promplan.plan import edit
from promplan.plan.sections import SECTIONS
from promplan.plan.store import Store
from promplan.widgets.arrived import Arrived
from promplan.widgets.guard import Guard
from promplan.widgets.panel import Panel, heading, region, set_region

# by the language of the page; the words of the plan are then in the other one
_APART: dict[str, Words] = {
    "en": say(
        "This page speaks English, and your plan is to be written in Russian: letters, questions and checks go by that."
    ),
    "ru": say(
        "This page speaks Russian, and your plan is to be written in English: letters, questions and checks go by that."
    ),
}
_WRITE: dict[str, Words] = {"en": say("Write the plan in English"), "ru": say("Write the plan in Russian")}


def where_is_my_plan(store: Store) -> Panel:
    """The plan's file, what stands in it, how to find it again."""
    view, guard, asked = region(), Guard(), region()
    here = language.current()
    change = widgets.Button(description=str(_WRITE[here]), layout=widgets.Layout(width="auto"))
    ask = widgets.VBox()

    def speaks() -> None:
        store.put("meta", {"language": here})

    def draw() -> None:
        set_region(view, _words(store))
        apart = store.plan.meta.language != here
        set_region(asked, escape(str(_APART[here])) if apart else "")
        ask.children = (asked, change) if apart else ()

    change.on_click(guard.handler(speaks))
    store.watch(draw)
    draw()
    title = str(say("Your plan"))
    return Panel(title, [heading(title), view, ask, guard, Arrived(store).box], "")


def _words(store: Store) -> str:
    plan = store.plan
    where = (
        say("It is the file {file} in your course folder, and saves itself.", file=store.where)
        if store.where
        else say("This plan is kept in memory only: nothing is saved.")
    )
    counted = [(one, len(edit.records(plan, one.path))) for one in SECTIONS if one.is_list]
    holds = [one.count(n) for one, n in counted if n] or [say("No people, facts or goals are in it yet.")]
    lines = [where, " ".join(map(str, holds)), *store.notices]
    return "<br>".join(escape(str(line)) for line in lines)
