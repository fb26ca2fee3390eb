"""The records that stand in a record: a table and a card of their own inside the record's form."""

import ipywidgets as widgets

from promplan.language import Words
from promplan.plan.base import Record
from promplan.plan.store import Store
from promplan.widgets.chosen import ChosenForm
from promplan.widgets.controls import line
from promplan.widgets.guard import Guard
from promplan.widgets.records import Records


class Within:
    """The list at `path`, `risks/K1/measures`, to edit; it follows when another owner is chosen."""

    def __init__(self, store: Store, path: str, kind: type[Record], label: Words, guard: Guard) -> None:
        fields = [name for name in kind.model_fields if name not in ("id", "by")]
        self.chosen = ChosenForm(store, path, kind, fields, guard)
        self.rows = Records(store, path, label, line, guard, self.chosen.show)
        self.chosen.show(self.rows.list.value)
        self.chosen.box.add_class("pp-record")
        self.box = widgets.VBox([self.rows.box, self.chosen.box])
        for one in ("pp-register", "pp-within"):
            self.box.add_class(one)

    def load(self, path: str) -> None:
        """Show the list at `path` as the plan has it now."""
        if path != self.rows.path:
            self.rows.toast.clear()
        self.rows.path = self.chosen.path = path
        self.rows.draw()
        self.chosen.follow()

    def sweep(self) -> None:
        """Forget what was typed into records that are in the plan no more."""
        self.chosen.sweep()
