"""The files of the plant's kit as a choice beside *Choose the file*: a browser's dialog does not find the course."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import ipywidgets as widgets

from promplan import assets
from promplan.language import say
from promplan.plan.document import Plan
from promplan.plan.store import Store
from promplan.widgets.guard import Guard


def kit_files(plan: Plan, under: str = "", called: str = "*.csv") -> list[Path]:
    """The files of the plan's plant, of those that a learner's folder has too; none without a kit."""
    cases = assets.folder() / "cases"
    if plan.meta.case not in {one.name for one in cases.iterdir() if one.is_dir()}:
        return []
    return sorted((cases / plan.meta.case / under).glob(called))


class KitFiles:
    """A list of them; the one that is chosen is handed over, and the list is as before.

    Args:
        take: is given the file's name and its bytes. under, called: as for `kit_files`.
    """

    def __init__(
        self, store: Store, guard: Guard, take: Callable[[str, bytes], object], under: str = "", called: str = "*.csv"
    ) -> None:
        self.store, self.take, self.under, self.called = store, take, under, called
        self.list = widgets.Dropdown(
            description=str(say("or from your plant's kit")),
            style={"description_width": "initial"},
            layout=widgets.Layout(width="98%", max_width="34em"),
        )
        self.list.observe(guard.handler(self._chosen), "value")
        self._plant: str | None = None
        store.watch(self.draw)
        self.draw()

    def draw(self) -> None:
        """Offer the files of the plan's plant; where it has none there is no list."""
        if self._plant == self.store.plan.meta.case:
            return
        self._plant = self.store.plan.meta.case
        files = kit_files(self.store.plan, self.under, self.called)
        self.list.options = [(str(say("not chosen")), ""), *((one.name, one.name) for one in files)]
        self.list.layout.display = "" if files else "none"

    def _chosen(self) -> Any:
        if not (name := self.list.value):
            return
        self.list.value = ""
        file = next((it for it in kit_files(self.store.plan, self.under, self.called) if it.name == name), None)
        if file is not None:
            self.take(name, file.read_bytes())
