"""A part of the plan as a form of its own: the budget's card, the link of a piece, the money of a channel.

What the review says of it stands at its fields, and what no field shows under the form.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import ipywidgets as widgets

from promplan.plan.base import Part
from promplan.plan.store import Store
from promplan.review import Finding
from promplan.widgets.form import Form
from promplan.widgets.guard import Guard
from promplan.widgets.live import Live
from promplan.widgets.order import AS_IT_IS, Order

UNIT = "08-distribution"


class PartForm:
    """The form, and the findings of the object that the part belongs to.

    Args:
        object: what findings call it: `budget`, or the id of the record that is chosen now; "" for none.
        inside: the name of the part in its record (`link`); "" where it is a section of its own.
        names: its fields. rules: of what is found about the object as a whole, whose findings are told here.

    Attributes:
        parts: what the editor shows, in its order.
    """

    def __init__(
        self,
        store: Store,
        kind: type[Part],
        object: Callable[[], str],
        names: Iterable[str],
        guard: Guard,
        path: str = "",
        inside: str = "",
        order: Order = AS_IT_IS,
        rules: Iterable[str] = (),
    ) -> None:
        self.store, self.kind, self.object, self.names, self.guard = store, kind, object, tuple(names), guard
        self.path, self.inside, self.order, self.rules = path, inside, order, frozenset(rules)
        self.form: Form | None = None
        self._shown: str | None = None
        self.says = Live(store, UNIT, self.belongs, chosen=lambda: {self.object()}, told=self._tell)
        self.box = widgets.VBox([])
        self.parts: list[Any] = [self.box, self.says.view]
        self.load()
        store.watch(self.load)

    def _address(self) -> str:
        return "/".join(one for one in (self.path, self.object(), self.inside) if one)

    def load(self) -> None:
        """Show the part as the plan has it now; nothing where no record is chosen."""
        there = bool(self.object())
        self.box.layout.display = "" if there else "none"
        if not there:
            return
        if self.form is None:
            self.form = Form(self.store, self._address(), self.kind, self.names, self.guard, order=self.order)
            self.box.children = (self.form.box,)
        else:
            self.form.sweep()
            self.form.load(self._address())
        if self._shown != self.object():
            self._shown = self.object()
            self.says.draw()

    def belongs(self, one: Finding) -> bool:
        """Is it about a field that is asked here, or about the whole by a rule of here?"""
        if not self.object() or one.object != self.object():
            return False
        return self._field(one.field) in self.names or one.rule in self.rules

    def _field(self, field: str) -> str:
        if not self.inside:
            return field.partition(".")[0]
        part, _, rest = field.partition(".")
        return rest.partition(".")[0] if part == self.inside else ""

    def _tell(self, found: Sequence[Finding]) -> None:
        if self.form is None:
            return
        at: dict[str, list[Finding]] = {}
        for one in found:
            name = one.field.partition(".")[2] if self.inside else one.field
            at.setdefault(name, []).append(one)
        self.form.tell(at)
