"""Where is my plan: the panel of the first cell."""

from html import escape

import ipywidgets as widgets

from promplan.language import say
from promplan.plan.store import Store
from promplan.widgets.panel import Panel, region, set_region


def where_is_my_plan(store: Store) -> Panel:
    """The plan's file, what stands in it, how to find it again."""
    view = region()

    def draw() -> None:
        set_region(view, _words(store))

    store.watch(draw)
    draw()
    title = str(say("Your plan"))
    return Panel(title, [widgets.HTML(f"<b>{escape(title)}</b>"), view], "")


def _words(store: Store) -> str:
    plan = store.plan
    where = (
        say("It is the file {file} in your course folder, and saves itself.", file=store.where)
        if store.where
        else say("This plan is kept in memory only: nothing is saved.")
    )
    holds = [
        say("Members: {members}. Facts: {facts}.", members=len(plan.team.members), facts=len(plan.enterprise.facts)),
        *([say("Objectives: {n}.", n=len(plan.objectives))] if plan.objectives else []),
        *([say("Audiences: {n}.", n=len(plan.audiences))] if plan.audiences else []),
        *([say("Pillars: {n}.", n=len(plan.message.pillars))] if plan.message.pillars else []),
    ]
    lines = [where, " ".join(map(str, holds)), *([store.notice] if store.notice else [])]
    return "<br>".join(escape(str(line)) for line in lines)
