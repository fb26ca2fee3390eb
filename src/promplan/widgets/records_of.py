"""Edits of a list of records that a board shows: a field, a new one, a copy, one less, another place; each undone."""

from collections.abc import Sequence
from typing import Any

from promplan.language import Problem, Words, say
from promplan.plan import edit
from promplan.plan.base import Record
from promplan.plan.labels import label_of
from promplan.plan.store import Store
from promplan.widgets.acts import Acts
from promplan.widgets.typed import number

NUMBERS = ("seconds",)


class Edits:
    """What a board's acts do to records of `kind`; only `fields` of them are written.

    Args:
        called: what a record is called inside a sentence: panel, line.
    """

    def __init__(self, store: Store, acts: Acts, kind: type[Record], fields: Sequence[str], called: Words) -> None:
        self.store, self.acts, self.kind, self.fields, self.called = store, acts, kind, tuple(fields), called

    def put(self, path: str, id_: str, name: str, value: Any, seen: Any) -> None:
        """A field as it was typed; `seen` is what stood there before, typed as well."""
        if name not in self.fields:
            raise ValueError(f"{name} is no field that is written here")
        now, before = (read(name, one) for one in (value, seen))
        if now == before:
            return
        address = f"{path}/{id_}"
        self.store.put(address, {name: now}, seen={name: before})
        label = label_of(self.kind.model_fields[name]) or Words(name)
        said = say("{id}: {field}", id=id_, field=label)

        def undo() -> None:
            held = getattr(edit.find(self.store.plan, address), name)
            self.store.put(address, {name: before}, seen={name: held})

        self.acts.step(said, undo, about=f"{id_}.{name}")

    def add(self, path: str, values: dict[str, Any], after: str | None) -> str:
        """A new record behind another; its id."""
        id_ = self.store.add(path, values, after=after)
        self.acts.step(
            say("{record} {id} added", record=self.called, id=id_), lambda: self.store.remove(f"{path}/{id_}")
        )
        return id_

    def copy(self, path: str, id_: str) -> str:
        """The same once more, behind it."""
        values = edit.find(self.store.plan, f"{path}/{id_}").model_dump(exclude={"id", "by"})
        new = self.store.add(path, values, after=id_)
        self.acts.step(
            say("{record} {id} copied", record=self.called, id=id_), lambda: self.store.remove(f"{path}/{new}")
        )
        return new

    def remove(self, path: str, id_: str) -> None:
        """One less; Undo brings it back as it was, where it stood."""
        order = [one.id for one in edit.records(self.store.plan, path)]
        record = edit.find(self.store.plan, f"{path}/{id_}")
        assert isinstance(record, Record)
        self.store.remove(f"{path}/{id_}")
        self.acts.step(
            say("{record} {id} removed", record=self.called, id=id_), lambda: self.store.put_back(path, record, order)
        )

    def carry(self, path: str, id_: str, by: int) -> None:
        """To another place in the list."""
        if not by:
            return
        before = _place(self.store, path, id_)
        self.store.move(f"{path}/{id_}", by)
        went = _place(self.store, path, id_) - before
        if not went:
            return
        self.acts.step(
            say("{record} {id} moved", record=self.called, id=id_), lambda: self.store.move(f"{path}/{id_}", -went)
        )


def read(name: str, value: Any) -> Any:
    """What was typed into a field, as the plan holds it."""
    if name not in NUMBERS:
        return value
    if value is None or isinstance(value, int | float):
        return value
    found = number(str(value), whole=False)
    if found is not None and found < 0:
        raise Problem(say("A time is 0 s or more."))
    return found


def _place(store: Store, path: str, id_: str) -> int:
    return [one.id for one in edit.records(store.plan, path)].index(id_)
