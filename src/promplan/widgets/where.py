"""Where is my plan: the panel of the first cell."""

from html import escape

from promplan.language import say
from promplan.plan import edit
from promplan.plan.sections import SECTIONS
from promplan.plan.store import Store
from promplan.widgets.arrived import Arrived
from promplan.widgets.panel import Panel, heading, region, set_region


def where_is_my_plan(store: Store) -> Panel:
    """The plan's file, what stands in it, how to find it again."""
    view = region()

    def draw() -> None:
        set_region(view, _words(store))

    store.watch(draw)
    draw()
    title = str(say("Your plan"))
    return Panel(title, [heading(title), view, Arrived(store).box], "")


def _words(store: Store) -> str:
    plan = store.plan
    where = (
        say("It is the file {file} in your course folder, and saves itself.", file=store.where)
        if store.where
        else say("This plan is kept in memory only: nothing is saved.")
    )
    counted = [(one, len(edit.records(plan, one.path))) for one in SECTIONS if one.is_list]
    holds = [one.count(n) for one, n in counted if n] or [say("Nothing is in it yet.")]
    lines = [where, " ".join(map(str, holds)), *store.notices]
    return "<br>".join(escape(str(line)) for line in lines)
