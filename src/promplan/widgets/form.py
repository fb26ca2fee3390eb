"""Forms from the document's own models: one control a field, the error beside it, every change saved at once.

What stands in a field and is not in the plan is never taken away: neither when the plan changes elsewhere, nor when
another record is chosen and this one comes back.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from html import escape
from typing import Any, Protocol

import ipywidgets as widgets
from pydantic import ValidationError

from promplan.language import Problem, Words, day, say
from promplan.plan import edit, letters, tree
from promplan.plan.base import Part
from promplan.plan.codec import fault
from promplan.plan.labels import help_of, label_of
from promplan.plan.naming import called
from promplan.plan.store import Conflict
from promplan.plan.turn import TURN
from promplan.review import Finding
from promplan.widgets.at_field import at_field
from promplan.widgets.controls import Offer, Offered, control, in_words
from promplan.widgets.fold import Fold, folded
from promplan.widgets.form_row import Row
from promplan.widgets.guard import Guard
from promplan.widgets.order import AS_IT_IS, Order
from promplan.widgets.panel import heading
from promplan.widgets.picker import DayPicker
from promplan.widgets.put import Put, cure_of
from promplan.widgets.references import References

UNSEEN = object()  # equal to nothing that a plan may hold


class Keeper(Protocol):
    """What a form needs of a store."""

    @property
    def plan(self) -> Any:
        """The newest plan."""

    def put(self, address: str, fields: dict[str, Any], seen: dict[str, Any] | None = None) -> Any:
        """Set fields; see `Store.put`."""


class Form:
    """The fields of one object of the plan; a field that is a part of its own (`clearance`) is a form in the form.

    Args:
        store: where the plan lives. address: the object (`brief`, `enterprise.facts/F3`); may be changed later.
        fields: the names of its fields, in the order of the form. guard: the editor's guard.
        offers: what may be chosen in fields whose type leaves it open, by the field's name.
        order: which fields are asked first, and what a choice fills.

    Raises:
        TypeError: a field is of a type that no control is known for.
    """

    def __init__(
        self,
        store: Keeper,
        address: str,
        kind: type[Part],
        fields: Iterable[str],
        guard: Guard,
        offers: Mapping[str, Offer] | None = None,
        order: Order = AS_IT_IS,
    ) -> None:
        self.store, self.address, self.kind, self.guard, self.order = store, address, kind, guard, order
        self.fold: Fold | None = None
        self.rows: dict[str, Row] = {}
        self.parts: dict[str, Form] = {}
        self.within: dict[str, Any] = {}  # the records that stand in this one, list by list
        # what the plan had when the field was last shown or saved: a save is compared with it
        self._seen: dict[str, Any] = {}
        # what was typed into records that are not on the screen now: address → field → (shown, seen)
        self._drafts: dict[str, dict[str, tuple[Any, Any]]] = {}
        self._mute = False
        self._told = ""  # the object for which the review was last told
        self.box = widgets.VBox(self._laid({name: self._line(name, (offers or {}).get(name)) for name in fields}))
        self.box.add_class("pp-form")
        self.box.add_class(f"pp-of-{address.partition('/')[0].rpartition('.')[2]}")
        self.load()

    def _laid(self, lines: dict[str, Any]) -> list[Any]:
        """The first questions, each a row of fields, and the rest behind a fold; where none is first, all in a row."""
        first = [[lines[name] for name in names if name in lines] for names in self.order.first]
        shown = [_wide(row[0] if len(row) == 1 else _row_of(row)) for row in first if row]
        rest = [name for name in lines if not any(name in names for names in self.order.first)]
        if not first or not rest:
            return [*shown, *(lines[name] for name in rest)]
        inner = widgets.VBox([lines[name] for name in rest])
        inner.add_class("pp-form")
        labels = [str(label_of(self.kind.model_fields[name]) or name) for name in rest]
        self.fold, box = folded(labels, inner)
        self.folded = frozenset(rest)
        return [*shown, box]

    def _line(self, name: str, offer: Offer | None) -> Any:
        info = self.kind.model_fields[name]
        if rows := tree.lists(self.kind).get(name):
            from promplan.widgets.within import Within  # whose records have forms like this one

            label = label_of(info) or Words(name)
            self.within[name] = Within(self.store, tree.under(self.address, name), rows, label, self.guard)  # type: ignore[arg-type]
            return _wide(self.within[name].box)
        if part := tree.parts(self.kind).get(name):
            order = replace(self.order.parts.get(name, AS_IT_IS), typed=self.order.typed)
            inner = Form(self.store, tree.under(self.address, name), part, part.model_fields, self.guard, order=order)
            self.parts[name] = inner
            box = widgets.VBox([heading(str(label_of(info) or name)), inner.box, *self._beside(name)])
            box.add_class(f"pp-f-{name}")
            return _wide(box)
        made = control(self.kind, name, offer)
        told = str(label_of(info) or name)
        row = self.rows[name] = Row(made, widgets.HTML(""), widgets.VBox([]), Put(self._cured, self.guard, told), told)
        if made.heard is not None or name in self.order.filled:
            row.heard = widgets.HTML("")
        made.widget.observe(lambda change: self._changed(name, change["new"]), "value")
        hint = str(help_of(info) or "")
        under = [widgets.HTML(f'<span class="pp-help">{escape(hint)}</span>')] if hint else []
        heard = [] if row.heard is None else [row.heard]
        line = widgets.VBox(
            [self._dated(row) if made.day else made.widget, *heard, *under, row.error, row.ask, *self._beside(name)]
        )
        for one in ("pp-line", f"pp-f-{name}"):
            line.add_class(one)
        return _wide(line) if isinstance(made.widget, widgets.Textarea | widgets.VBox | References) else line

    def _beside(self, name: str) -> list[Any]:
        return [self.order.beside[name]()] if name in self.order.beside else []

    def _dated(self, row: Row) -> Any:
        """A field for a day with a month beside it; what is picked there is typed here."""
        row.picker = DayPicker(row.label, lambda picked: setattr(row.control.widget, "value", day(picked)))
        box = widgets.HBox([row.control.widget, row.picker])
        box.add_class("pp-dated")
        return box

    @contextmanager
    def _quiet(self) -> Iterator[None]:
        """What we show ourselves is not what somebody typed."""
        self._mute, before = True, self._mute
        try:
            yield
        finally:
            self._mute = before

    def load(self, address: str | None = None) -> None:
        """Show the object as the plan has it now; a field that already shows it, or holds what is not saved, stays."""
        moved = address is not None and address != self.address
        if moved:
            self._put_aside()
        self.address = self.address if address is None else address
        try:
            now = edit.fields(edit.find(self.store.plan, self.address))
        except Problem as gone:
            self.guard.report(gone.what, f"{self.address}/")
            return
        for name, inner in (*self.parts.items(), *self.within.items()):
            inner.load(tree.under(self.address, name))
        with self._quiet():
            for name, row in self.rows.items():
                row.belongs(self.address)
                if isinstance(row.control.widget, Offered | References):
                    row.control.widget.follow(self.store.plan, self.address.rpartition("/")[2])
                if row.unsaved:
                    continue
                if moved or name not in self._seen or now[name] != self._seen[name]:
                    self._show(row, now[name])
                self._seen[name] = now[name]
        if moved:
            self._bring_back()

    def _show(self, row: Row, value: Any) -> None:
        shown = row.control.show(value)
        self._open_at(row, value)
        if isinstance(row.control.widget, Offered | References):
            row.control.widget.show(shown)
        else:
            row.control.widget.value = shown

    def _open_at(self, row: Row, value: Any) -> None:
        """Where the field's month opens: at its own day, else at the day of the field before it, else at the plan's."""
        if row.picker is not None:
            row.picker.day = value.isoformat() if value else ""
            now = letters.today(self.store.plan)
            row.picker.today = now.isoformat() if now else ""
            near = ""
            for one in (it.picker for it in self.rows.values() if it.picker is not None):
                one.near, near = near, one.day or near

    def tell(self, found: Mapping[str, Sequence[Finding]]) -> None:
        """Say at each field what the review finds there; by the field's name, `clearance.until` of a part's."""
        for name, row in self.rows.items():
            blank = row.control.widget.value in ("", None, [])
            row.found = at_field(found.get(name, ()), blank=blank)
            row.put.cure = cure_of(found.get(name, ()), self.rows)
            row.tell()
        for name, inner in self.parts.items():
            inner.tell({path.partition(".")[2]: of for path, of in found.items() if path.startswith(f"{name}.")})
        if self.fold is not None:
            still = {path: sum(one.open for one in of) for path, of in found.items()}
            within = [path for path, n in still.items() if n and path.partition(".")[0] in self.folded]
            self.fold.count(sum(still[path] for path in within))
            if self._told != self.address and any(self._is_filled(path) for path in within):
                self.fold.shown = True
        self._told = self.address

    def _is_filled(self, path: str) -> bool:
        name, _, rest = path.partition(".")
        if rest:
            return name in self.parts and self.parts[name]._is_filled(rest)
        return name in self.rows and self.rows[name].control.widget.value not in ("", None, [])

    def _put_aside(self) -> None:
        """Keep what was typed and not saved, for when this record is chosen again."""
        kept = {n: (row.control.widget.value, self._seen[n]) for n, row in self.rows.items() if row.unsaved}
        if kept:
            self._drafts[self.address] = kept
        for row in self.rows.values():
            row.well()

    def _bring_back(self) -> None:
        """Show what was typed here before, and try to save it once more."""
        for name, (shown, seen) in self._drafts.pop(self.address, {}).items():
            with self._quiet():
                self.rows[name].control.widget.value = shown
            self._seen[name] = seen
            self._changed(name, shown)

    def sweep(self) -> None:
        """Forget what was typed into records that are in the plan no more: their ids may be given again."""
        for address in (*self._drafts, self.address):
            if not edit.is_there(self.store.plan, address):
                self._drop(address)
        for inner in (*self.parts.values(), *self.within.values()):
            inner.sweep()

    def _drop(self, address: str) -> None:
        self._drafts.pop(address, None)
        self.guard.forget(f"{address}/")
        if address == self.address:
            self._seen.clear()  # whatever has this address next is shown from the start
            for row in self.rows.values():
                row.well()

    def _changed(self, name: str, typed: Any) -> None:
        address = self.address
        with TURN:  # else what is shown just now, in the kernel's other thread, would pass for what was typed
            if not self._mute:
                self.guard.doing(lambda: self._typed(address, name, typed), about=f"{address}/{name}")

    def _typed(self, address: str, name: str, typed: Any) -> None:
        """Save what was typed, even if the plan changed and was shown over it before this thread had its turn."""
        if address != self.address:
            id_ = called(address)
            raise Problem(say("{id} is not open here any more: choose it and make the change again.", id=id_))
        widget = self.rows[name].control.widget
        if widget.value != typed:
            with self._quiet():
                widget.value = typed
            self._seen[name] = UNSEEN  # whoever typed has not seen what is in the plan now
        self._save(name)

    def _save(self, name: str) -> None:
        """Read the field and save it; what goes wrong is said beside it and to the guard, and what is typed stays."""
        row, before = self.rows[name], dict(self._seen)
        row.unsaved = True
        try:
            value = row.control.read(row.control.widget.value)
            self._seen[name] = value  # the store tells us of our own change before `put` is back: it is no news
            self.store.put(self.address, {name: value}, seen=before)
        except Conflict as conflict:
            self._seen = before
            self._ask(name, conflict)
            raise
        except ValidationError as error:
            self._seen = before
            first = error.errors()[0]
            raise self._wrong(row, fault(first["type"], first.get("ctx") or {})) from None
        except Problem as problem:
            self._seen = before
            raise self._wrong(row, problem.what) from None
        except Exception:
            self._seen = before
            raise
        row.well()
        row.echo(value)
        self._open_at(row, value)
        self._fill(name)
        self.order.typed()

    def _fill(self, name: str) -> None:
        """Put what a choice brings along into fields that are still empty, and say so there."""
        if (fill := self.order.fills.get(name)) is None:
            return
        for other, value in fill(edit.find(self.store.plan, self.address)).items():
            row = self.rows[other]
            if not row.unsaved and row.control.widget.value in ("", None, []):
                self.store.put(self.address, {other: value}, seen=dict(self._seen))
                self.load()
                told = ", ".join(map(str, value)) if isinstance(value, list) else value
                row.hear(say("filled: {value}", value=told))

    def _cured(self, values: Mapping[str, Any], after: Mapping[str, Any] | None) -> dict[str, Any]:
        """Put a finding's cure, or take it back: an ordinary change of this record. Returns what was there before."""
        now = edit.fields(edit.find(self.store.plan, self.address))
        before = {name: now[name] for name in values}
        self.store.put(self.address, dict(values), seen=dict(self._seen if after is None else after))
        for name in values:  # what was typed there and not saved has just been answered
            self.rows[name].unsaved, self.rows[name].wrong = False, ""
            self._seen.pop(name, None)
        self.load()
        return before

    def _wrong(self, row: Row, words: Words) -> Problem:
        row.refuse(words)
        where = f"{called(self.address)}: {row.label}" if "/" in self.address else row.label
        return Problem(say("{where}: {fault}", where=where, fault=words))

    def _ask(self, name: str, conflict: Conflict) -> None:
        """Both versions of a field beside it, and two buttons; other fields may ask at the same time."""
        row = self.rows[name]
        mine, theirs = (in_words(self.kind, name, row.control, one[name]) for one in (conflict.mine, conflict.theirs))
        about = f"{self.address}/{name}"

        def keep_mine() -> None:
            self._seen[name] = conflict.theirs[name]
            self._save(name)

        def take_theirs() -> None:
            row.well()
            self._seen.pop(name, None)
            self.load()

        handlers = (self.guard.handler(keep_mine, about), self.guard.handler(take_theirs, about))
        row.ask_which(mine, theirs, *handlers)


def _row_of(lines: list[Any]) -> Any:
    """Fields that are one question: beside each other where there is room."""
    box = widgets.VBox(lines)
    box.add_class("pp-fields")
    return box


def _wide(box: Any) -> Any:
    """A line of the form that takes its whole width; short fields stand side by side where there is room."""
    box.add_class("pp-wide")
    return box
