"""A few fields of the chosen piece of content as a form, with what the review says at each of them."""

from collections.abc import Iterable, Sequence

from promplan.plan.items import Item
from promplan.plan.store import Store
from promplan.review import Finding
from promplan.widgets.chosen import ChosenForm
from promplan.widgets.guard import Guard
from promplan.widgets.live import Live
from promplan.widgets.order import AS_IT_IS, Order
from promplan.widgets.which_piece import Picker

UNIT = "06-making"


class PieceForm:
    """The form, `.box`; `.view` is what the review says of the piece's `rules` that no field shows.

    What the rules in `told_apart` find the editor itself says, beside the form.
    """

    def __init__(
        self,
        store: Store,
        picker: Picker,
        fields: Sequence[str],
        guard: Guard,
        rules: Iterable[str] = (),
        order: Order = AS_IT_IS,
        told_apart: Iterable[str] = (),
    ) -> None:
        self.picker, self.fields, self.rules = picker, frozenset(fields), frozenset(rules)
        self.told_apart = frozenset(told_apart)
        self.chosen = ChosenForm(store, "items", Item, fields, guard, order=order)
        self.box = self.chosen.box
        self._show()
        self.says = Live(store, UNIT, self._belongs, chosen=self._shown, told=self._tell)
        self.view = self.says.view
        store.watch(self.chosen.follow)

    def load(self) -> None:
        """Show the piece that is chosen now."""
        if self._show():
            self.says.draw()

    def _show(self) -> bool:
        item = self.picker.item
        id_ = item.id if item else ""
        if id_ == self.chosen.id:
            return False
        self.chosen.show(id_)
        return True

    def _shown(self) -> set[str]:
        return {self.chosen.id}

    def _belongs(self, one: Finding) -> bool:
        if not self.chosen.id or one.object != self.chosen.id or one.rule in self.told_apart:
            return False
        return one.field in self.fields or one.rule in self.rules

    def _tell(self, found: Sequence[Finding]) -> None:
        at: dict[str, list[Finding]] = {}
        for one in found:
            at.setdefault(one.field, []).append(one)
        if self.chosen.form is not None and self.chosen.id:
            self.chosen.form.tell(at)
