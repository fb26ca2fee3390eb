"""A part of the plan as a form of its own: the budget's card, the link of a piece, the money of a channel.

What the review says of it stands at its fields, and what no field shows under the form.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

import ipywidgets as widgets

from promplan.plan import edit, tree
from promplan.plan.base import Part
from promplan.plan.store import Store
from promplan.review import Finding, Report
from promplan.review.cure import Cure
from promplan.review.report_html import ORDER
from promplan.widgets.card import Card
from promplan.widgets.form import Form
from promplan.widgets.guard import Guard
from promplan.widgets.live import Live, filled
from promplan.widgets.order import AS_IT_IS, Order

UNIT = "08-distribution"


def _nothing() -> None:
    """What follows where nobody listens."""


class PartForm:
    """The form, and the findings of the object that the part belongs to.

    Args:
        whose: what findings call it: `budget`, or the id of the record that is chosen now; "" for none.
        inside: the name of the part in its record (`link`); "" where it is a section of its own.
        names: its fields. whole: is it told here what is found about the object besides them?
        path: the list that the record stands in. about: other objects whose findings are told here.

    Attributes:
        parts: what the editor shows, in its order.
        found: what the review says of what is shown. signs: the worst of each record. told: is called when it has.
    """

    def __init__(
        self,
        store: Store,
        kind: type[Part],
        whose: Callable[[], str],
        names: Iterable[str],
        guard: Guard,
        path: str = "",
        inside: str = "",
        order: Order = AS_IT_IS,
        whole: Callable[[Finding], bool] = lambda one: False,
        about: Iterable[str] = (),
    ) -> None:
        self.store, self.kind, self.whose, self.names, self.guard = store, kind, whose, tuple(names), guard
        self.path, self.inside, self.order, self.whole = path, inside, order, whole
        self.about = frozenset(about)
        self.letter = str(getattr(tree.kind_at(type(store.plan), path), "LETTER", "")) if path else ""
        self.form: Form | None = None
        self.found: Sequence[Finding] = ()
        self.signs: dict[str, str] = {}
        self.told: Callable[[], object] = _nothing
        self._shown: str | None = None
        self.says = Live(
            store, UNIT, self.belongs, chosen=lambda: {self.whose()}, told=self._tell, at_field=self._at_field
        )
        self.says.looked_at = self._looked_at
        self.box = widgets.VBox([])
        self.box.add_class("pp-tied")
        self.parts: list[Any] = [self.box, self.says.view]
        self.load()
        store.watch(self.load)

    def _address(self) -> str:
        return "/".join(one for one in (self.path, self.whose(), self.inside) if one)

    def load(self) -> None:
        """Show the part as the plan has it now; nothing where no record is chosen."""
        there = bool(self.whose())
        self.box.layout.display = "" if there else "none"
        if not there:
            return
        if self.form is None:
            self.form = Form(self.store, self._address(), self.kind, self.names, self.guard, order=self.order)
            self.box.children = (Card(), self.form.box)  # what stands under a field is heard at it
        else:
            self.form.sweep()
            self.form.load(self._address())
        if self._shown != self.whose():
            self._shown = self.whose()
            self.says.draw()

    def belongs(self, one: Finding) -> bool:
        """Is it about a field that is asked here, in this record or in another of the list; or about the whole?"""
        if one.object == self.whose() or (self.letter and self._is_of_the_list(one.object)):
            return self._at_field(one) or self.whole(one)
        return one.object in self.about

    def _is_of_the_list(self, object_: str) -> bool:
        return object_[-1:].isdigit() and tree.letter_of(object_) == self.letter

    def _at_field(self, one: Finding) -> bool:
        return self._field(one.field) in self.names

    def _field(self, field: str) -> str:
        if not self.inside:
            return field.partition(".")[0]
        part, _, rest = field.partition(".")
        return rest.partition(".")[0] if part == self.inside else ""

    def _looked_at(self, report: Report) -> bool:
        """Is anything filled in here, and has any rule looked at anything?"""
        if not self.whose() or all(one.state == "nothing yet" for one in report.asked):
            return False
        return filled(edit.find(self.store.plan, self._address()))

    def _tell(self, found: Sequence[Finding]) -> None:
        self.found = [one for one in found if one.object == self.whose()]
        self.signs = signs(found)
        if self.form is not None and self.whose():
            at: dict[str, list[Finding]] = {}
            for one in filter(self._at_field, self.found):
                name = one.field.partition(".")[2] if self.inside else one.field
                at.setdefault(name, []).append(self._of_the_part(one))
            self.form.tell(at)
        self.told()

    def _of_the_part(self, one: Finding) -> Finding:
        """A finding whose cure sets the whole part in its record, with the fields of the part that it changes."""
        if one.cure is None or set(one.cure.values) != {self.inside}:
            return one
        now = edit.fields(edit.find(self.store.plan, self._address()))
        wanted: dict[str, Any] = one.cure.values[self.inside]
        changed = {name: value for name, value in wanted.items() if now.get(name) != value}
        return replace(one, cure=Cure(changed, one.cure.said))


def signs(found: Sequence[Finding]) -> dict[str, str]:
    """The worst that is found of each object; that what was found has its reason."""
    worst: dict[str, str] = {}
    for one in sorted(found, key=lambda it: (it.answered is not None, ORDER.index(it.severity))):
        worst.setdefault(one.object, one.severity if one.answered is None else "excepted")
    return worst
