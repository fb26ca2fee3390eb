"""An editor of the records that stand in the chosen piece of content: its approvals, its rights, its steps of work."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import Words
from promplan.plan.items import Item
from promplan.plan.store import Store
from promplan.review import Finding
from promplan.widgets.controls import Offer
from promplan.widgets.controls import line as first_words
from promplan.widgets.editor import Editor
from promplan.widgets.live import filled
from promplan.widgets.order import AS_IT_IS, Order
from promplan.widgets.table import Column
from promplan.widgets.which_piece import Picker

UNIT = "06-making"
NOWHERE = "C0"  # no piece has this id: its lists are empty


class InPiece(Editor):
    """The list `name` of the piece that `picker` has chosen; it follows when another is.

    Args:
        rules: of what the review says of the piece itself, whose findings are told here.
        columns: from the chosen piece, what the table shows of a record.
    """

    def __init__(
        self,
        store: Store,
        picker: Picker,
        name: str,
        fields: Iterable[str],
        label: Words,
        columns: Callable[[Callable[[], Item | None]], Sequence[Column]],
        line: Callable[[Any], str] = first_words,
        order: Order = AS_IT_IS,
        place: Words | None = None,
        rules: Iterable[str] = (),
        offers: Mapping[str, Offer] | None = None,
    ) -> None:
        self.picker, self.name, self.told_here = picker, name, frozenset(rules)
        cells = columns(lambda: picker.item)
        super().__init__(
            store, self._at(), fields, label, UNIT, line=line, offers=offers, columns=cells, order=order, place=place
        )
        shown = frozenset(self.chosen.fields)
        letter = self.chosen.kind.LETTER  # type: ignore[attr-defined]

        def belongs(one: Finding) -> bool:
            item = picker.item
            if item is None:
                return False
            if one.object == item.id:
                return one.rule in self.told_here
            return one.object[:1] == letter and one.object in {it.id for it in getattr(item, name)}

        def at_field(one: Finding) -> bool:
            return one.object[:1] == letter and one.field in shown

        self.says.belongs, self.says.at_field = belongs, at_field
        self.says.looked_at = lambda report: any(filled(one) for one in self.rows.rows())
        self.says.draw()

    def _at(self) -> str:
        item = self.picker.item
        return f"items/{item.id if item else NOWHERE}/{self.name}"

    def load(self) -> None:
        """Show the list of the piece that is chosen now."""
        there, path = self.picker.item is not None, self._at()
        self.register.layout.display = "" if there else "none"
        if path != self.path:
            self.rows.toast.clear()
            self.path = self.rows.path = self.chosen.path = path
            self.rows.draw()
            self.chosen.show(self.rows.list.value)
            self.says.draw()
        else:
            self.rows.draw()  # what a row tells depends on the piece too

    @property
    def record(self) -> Any:
        """The chosen record as the plan has it now; None where there is none."""
        return next((one for one in self.rows.rows() if one.id == self.rows.list.value), None)

    def _shown(self) -> set[str]:
        item = self.picker.item
        return super()._shown() | ({item.id} if item else set())

    def static(self) -> str:
        """Every piece's list, for a page without a kernel."""
        told = []
        for one in self.store.plan.items:
            if rows := getattr(one, self.name):
                lines = "".join(f"<li>{escape(self.line(row))}</li>" for row in rows)
                told.append(f"<p>{escape(f'{one.id} · {one.title}')}</p><ul>{lines}</ul>")
        return "".join(told)


def row(*children: Any) -> Any:
    """Buttons beside each other, below each other where it is narrow."""
    return widgets.HBox(list(children), layout=widgets.Layout(flex_flow="row wrap"))
