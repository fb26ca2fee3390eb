"""A list of records beside the card of the chosen one: add, copy, remove, move, each of which can be undone."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import ipywidgets as widgets

from promplan.language import Words, say
from promplan.plan import edit
from promplan.plan.store import Store
from promplan.plan.turn import TURN
from promplan.widgets.guard import Guard
from promplan.widgets.table import Column, Table
from promplan.widgets.toast import Toast


class Records:
    """The list at `path`; `line` says how a record looks in one line, `columns` what the table shows of it.

    Attributes:
        list: the table; its `value` is the chosen record's id. toast: what was done, and Undo.
        chosen: is told whose form to show ("" for none).
    """

    def __init__(
        self,
        store: Store,
        path: str,
        label: Words,
        line: Callable[[Any], str],
        guard: Guard,
        chosen: Callable[[str], None],
        columns: Sequence[Column] = (),
    ) -> None:
        self.store, self.path, self.line, self.guard, self.chosen = store, path, line, guard, chosen
        self.columns = columns or (Column(label, lambda one: line(one).partition(" · ")[2]),)
        self.list = Table(str(label), self.columns)
        self.signs: Mapping[str, str] = {}
        self.sign_of: Callable[[Any, str], str] = lambda _, sign: sign  # where a row's sign says more than the review
        self.toast = Toast(guard)
        words = (say("Add"), say("Copy"), say("Remove"), say("Move up"), say("Move down"))
        self.buttons = [widgets.Button(description=str(word)) for word in words]
        self.buttons[0].button_style = "primary"
        self.buttons[0].add_class("pp-add")
        self._drawing = False
        acts = (self.add, self.copy, self.remove, lambda: self.move(-1), lambda: self.move(1))
        for button, act in zip(self.buttons, acts, strict=True):
            button.on_click(guard.handler(act))
        for button in self.buttons[3:]:
            button.add_class("pp-quiet")
        row = widgets.HBox(self.buttons, layout=widgets.Layout(flex_flow="row wrap"))
        self.box = widgets.VBox([self.list, row, self.toast])
        self.box.add_class(f"pp-of-{path.rpartition('.')[2].rpartition('/')[2]}")
        self.box.add_class("pp-records")
        self.list.observe(self._choose, "value")
        store.watch(self.draw)
        self.draw()

    def rows(self) -> list[Any]:
        """The records as the plan has them now."""
        try:
            return edit.records(self.store.plan, self.path)
        except edit.Gone:  # of records in a record that somebody removed: its form will say so
            return []

    def draw(self) -> None:
        """Follow the plan; the chosen record stays chosen."""
        now = [self._row(one) for one in self.rows()]
        if now != self.list.rows:
            keep, keys = self.list.value, [one["key"] for one in now]
            before = [one["key"] for one in self.list.rows]
            same = not set(before).isdisjoint(keys)  # and not the records of another owner
            near = min(before.index(keep), len(keys) - 1) if same and keep in before else 0
            self._drawing = True  # the form beside must not blink, it has the focus
            self.list.rows = now
            self.list.value = keep if keep in keys else keys[near] if keys else ""
            self._drawing = False
            if self.list.value != keep:
                self._choose(None)
        for button in self.buttons[1:]:
            if button.disabled == bool(now):
                button.disabled = not now

    def show_signs(self, signs: Mapping[str, str]) -> None:
        """The worst that the review says of each record, by its id."""
        self.signs = signs
        self.draw()

    def _row(self, one: Any) -> dict[str, Any]:
        told = [column.cell(one) for column in self.columns]
        cells = [[it, ""] if isinstance(it, str) else list(it) for it in told]
        return {
            "key": one.id,
            "line": self.line(one),
            "cells": cells,
            "sign": self.sign_of(one, self.signs.get(one.id, "")),
        }

    def _choose(self, change: Any) -> None:
        with TURN:  # a draw in the kernel's other thread is over by then
            if not self._drawing:
                self.chosen(self.list.value)
                self.list.shown = self.list.value  # behind all that the card was told: it is this record's now

    def _address(self) -> str:
        return f"{self.path}/{self.list.value}"

    def _called(self, record: Any) -> Words:
        """A record in a sentence: its id and its first words."""
        return say("{id}, “{words}”", id=record.id, words=self._row(record)["cells"][0][0])

    def add(self) -> None:
        """A new record behind the chosen one."""
        self.joins(self.store.add(self.path, {}, after=self.list.value or None), say("Added: {record}"))

    def copy(self) -> None:
        """A copy behind the chosen one, with an id of its own."""
        values = edit.find(self.store.plan, self._address()).model_dump(exclude={"id"})
        self.joins(self.store.add(self.path, values, after=self.list.value), say("Copied: {record}"))

    def joins(self, id_: str, said: Words) -> None:
        path = self.path
        self.list.value = id_
        self.list.lead("card")

        def undo() -> Words:
            self.store.remove(f"{path}/{id_}")
            self.list.lead("row")
            return say("Taken back: {id}", id=id_)

        self.toast.offer(Words(said.template, {"record": id_}), undo)

    def remove(self) -> None:
        """Take the chosen record out; it can be put back as it was."""
        path = self.path
        record: Any = edit.find(self.store.plan, self._address())
        order = [one.id for one in self.rows()]
        self.store.remove(f"{path}/{record.id}")

        def undo() -> Words:
            id_ = self.store.put_back(path, record, order)
            if path == self.path:
                self.list.value = id_
                self.list.lead("row")
            if id_ != record.id:
                return say("Put back as {new}: {id} was given to another meanwhile.", new=id_, id=record.id)
            return say("Put back: {id}", id=id_)

        self.toast.offer(say("Removed: {record}", record=self._called(record)), undo, take=True)

    def move(self, by: int) -> None:
        """Shift the chosen record."""
        path, id_, rows = self.path, self.list.value, [one.id for one in self.rows()]
        self.store.move(self._address(), by)
        gone = [one.id for one in self.rows()].index(id_) - rows.index(id_)
        if not gone:
            return

        def undo() -> Words:
            self.store.move(f"{path}/{id_}", -gone)
            return say("Moved back: {id}", id=id_)

        self.toast.offer(say("Moved: {id}", id=id_), undo)
