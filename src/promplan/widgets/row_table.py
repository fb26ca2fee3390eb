"""A table of records to choose from, where nothing is added or removed: the pieces, the channels of the plan."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import Words
from promplan.plan import edit
from promplan.plan.store import Store
from promplan.widgets import which_piece
from promplan.widgets.guard import Guard
from promplan.widgets.table import Column, Table

PIECES = "items"


class RowTable:
    """The table, `.box`; `.row` is the chosen record as the plan has it now.

    What is chosen among the pieces, the other editors of pieces show too.

    Args:
        path: the list of the plan. draw: is told that another is chosen, or that the plan is another.
        sign: of a record, one of `widgets/table.py`. none: what is said while the list is empty.
    """

    def __init__(
        self,
        store: Store,
        path: str,
        label: Words,
        columns: Sequence[Column],
        guard: Guard,
        draw: Callable[[], None],
        none: Words,
        sign: Callable[[Any], str] = lambda one: "",
    ) -> None:
        self.store, self.path, self.columns, self.draw, self.sign = store, path, columns, draw, sign
        self.shared: Any = which_piece.shown(store) if path == PIECES else None
        self.table = Table(str(label), columns)
        self.none = widgets.HTML(f"<p>{escape(str(none))}</p>")
        self.box = widgets.VBox([self.table, self.none])
        self._drawing = False
        self.signs: Mapping[str, str] = {}
        self._rows()
        self.table.observe(guard.handler(self._chosen), "value")
        if self.shared is not None:
            self.shared.observe(lambda change: self._elsewhere(change["new"]), "id")
        store.watch(self.follow)

    @property
    def row(self) -> Any:
        """The chosen record; None where there is none."""
        return next((one for one in self._records() if one.id == self.table.value), None)

    def follow(self) -> None:
        """Follow the plan; what is chosen stays chosen while it is there."""
        self._rows()
        self.draw()

    def show_signs(self, signs: Mapping[str, str]) -> None:
        """The worst that the review says of each record, by its id; where it says nothing, the row's own sign."""
        if signs != self.signs:
            self.signs = signs
            self._rows()

    def _records(self) -> list[Any]:
        return edit.records(self.store.plan, self.path)

    def _rows(self) -> None:
        now = [self._shown(one) for one in self._records()]
        keys = [one["key"] for one in now]
        if now != self.table.rows:
            wanted = (self.table.value, self.shared.id if self.shared is not None else "")
            self._drawing = True
            self.table.rows = now
            self.table.value = next((one for one in wanted if one in keys), keys[0] if keys else "")
            self._drawing = False
        for part, there in ((self.table, bool(keys)), (self.none, not keys)):
            part.layout.display = "" if there else "none"

    def _shown(self, one: Any) -> dict[str, Any]:
        told = [column.cell(one) for column in self.columns]
        cells = [[it, ""] if isinstance(it, str) else list(it) for it in told]
        sign = self.signs.get(one.id) or self.sign(one)
        return {"key": one.id, "line": f"{one.id} · {cells[0][0]}", "cells": cells, "sign": sign}

    def _chosen(self) -> None:
        if self._drawing or not self.table.value:
            return
        if self.shared is not None:
            which_piece.show(self.store, self.table.value)
        self.draw()

    def _elsewhere(self, id_: str) -> None:
        if id_ != self.table.value and id_ in [one["key"] for one in self.table.rows]:
            self.table.value = id_
