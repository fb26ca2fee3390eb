"""The form of the record that is chosen in a list beside it."""

from collections.abc import Iterable, Mapping

import ipywidgets as widgets

from promplan.plan import edit
from promplan.plan.base import Part
from promplan.plan.store import Store
from promplan.widgets.controls import Offer
from promplan.widgets.form import Form
from promplan.widgets.guard import Guard
from promplan.widgets.order import AS_IT_IS, Order


class ChosenForm:
    """The chosen record's form: built with the first record and then only filled anew, so that focus stays."""

    def __init__(
        self,
        store: Store,
        path: str,
        kind: type[Part],
        fields: Iterable[str],
        guard: Guard,
        offers: Mapping[str, Offer] | None = None,
        order: Order = AS_IT_IS,
    ) -> None:
        self.store, self.path, self.kind, self.fields, self.guard = store, path, kind, tuple(fields), guard
        self.offers, self.order = offers, order
        self.box = widgets.VBox([])
        self.form: Form | None = None
        self.id = ""

    def show(self, id_: str) -> None:
        """Fill the form with this record; none is shown for an empty id."""
        self.id = id_
        self.box.layout.display = "" if id_ else "none"
        if not id_:
            return
        address = f"{self.path}/{id_}"
        if self.form is None:
            self.form = Form(self.store, address, self.kind, self.fields, self.guard, self.offers, self.order)
            self.box.children = (self.form.box,)
        else:
            self.form.load(address)

    def follow(self) -> None:
        """Follow the plan while the record is in it; what was typed into one that is not any more is forgotten."""
        self.sweep()
        if self.form is not None and self.id and edit.is_there(self.store.plan, f"{self.path}/{self.id}"):
            self.form.load()

    def sweep(self) -> None:
        """Forget what was typed into records that are in the plan no more."""
        if self.form is not None:
            self.form.sweep()
