"""Findings that follow the plan: what the review says of one section, redrawn after every change."""

from collections.abc import Callable
from typing import Any

from promplan.language import Problem
from promplan.plan.store import Store
from promplan.review import Finding, Report, check
from promplan.widgets.panel import region, set_region


def findings_of(store: Store, unit: str, belongs: Callable[[Finding], bool]) -> Any:
    """A region with the findings of `unit` that belong to the editor beside it."""
    view = region()

    def draw() -> None:
        try:
            report = check(store.plan, unit)
        except Problem:
            return
        set_region(view, Report([one for one in report if belongs(one)])._repr_html_())

    store.watch(draw)
    draw()
    return view
