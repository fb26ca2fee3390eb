"""An editor of a list of records: the list, the chosen record's form, and what the review says of it, live."""

from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Any

from promplan.language import Words
from promplan.plan import edit, tree
from promplan.plan.store import Store
from promplan.review import Finding
from promplan.widgets.chosen import ChosenForm
from promplan.widgets.controls import Offer
from promplan.widgets.controls import line as first_words
from promplan.widgets.guard import Guard
from promplan.widgets.live import Live
from promplan.widgets.panel import Panel, heading
from promplan.widgets.records import Records


class Editor:
    """List, form and findings of the records at `path`.

    Args:
        fields: names of the record's fields, in the form's order. unit: whose rules speak.
        about: objects besides the list's own records whose findings are shown too. offers: see `Form`.
        line: how a record looks in the list.
    """

    def __init__(
        self,
        store: Store,
        path: str,
        fields: Iterable[str],
        label: Words,
        unit: str,
        about: Iterable[str] = (),
        line: Callable[[Any], str] = first_words,
        offers: Mapping[str, Offer] | None = None,
    ) -> None:
        self.store, self.path, self.line = store, path, line
        self.guard = Guard()
        kind = tree.kind_at(type(store.plan), path)
        letters, others = {one.LETTER for one in tree.kinds(kind)}, set(about)

        def belongs(one: Finding) -> bool:
            return one.object in others or (one.object[:1] in letters and one.object[1:].isdigit())

        self.chosen = ChosenForm(store, path, kind, fields, self.guard, offers)
        self.rows = Records(store, path, label, line, self.guard, self.chosen.show)
        self.chosen.show(self.rows.list.value or "")
        store.watch(self.chosen.follow)
        self.says = Live(store, unit, belongs, chosen=self._shown)
        self.rows.list.observe(lambda _: self.says.draw(), "value")

    def _shown(self) -> set[str]:
        """The chosen record, and those that stand in it."""
        rows = edit.records(self.store.plan, self.path)
        chosen = [one for one in rows if one.id == self.rows.list.value]
        return {one.id for record in chosen for one in (record, *tree.records(record))}

    @property
    def children(self) -> list[Any]:
        """The parts in their order: list, form, guard, findings."""
        return [self.rows.box, self.chosen.box, self.guard, self.says.view]

    def panel(self, title: str, *before: Any) -> Panel:
        """The editor under a heading, with what comes before its list."""
        return Panel(title, [heading(title), *before, *self.children], self.static())

    def static(self) -> str:
        """The records as a list, for a page without a kernel."""
        rows = "".join(f"<li>{escape(self.line(one))}</li>" for one in edit.records(self.store.plan, self.path))
        return f"<ul>{rows}</ul>" if rows else ""
