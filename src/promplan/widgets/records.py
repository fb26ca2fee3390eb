"""A list of records beside the form of the chosen one: add, copy, remove, move; arrow keys walk the list."""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from promplan.language import Words, say
from promplan.plan import edit
from promplan.plan.store import Store
from promplan.plan.turn import TURN
from promplan.widgets.guard import Guard
from promplan.widgets.lines import LINES, breaking


class Records:
    """The list at `path`; `line` says how a record looks in it, `chosen` is told whose form to show ("" for none)."""

    def __init__(
        self,
        store: Store,
        path: str,
        label: Words,
        line: Callable[[Any], str],
        guard: Guard,
        chosen: Callable[[str], None],
    ) -> None:
        self.store, self.path, self.line, self.guard, self.chosen = store, path, line, guard, chosen
        self.list = widgets.Select(description=str(label), rows=7, layout=widgets.Layout(width="98%", max_width="60em"))
        self.list.style.description_width = "8em"
        self.list.add_class(LINES)
        words = (say("Add"), say("Copy"), say("Remove"), say("Move up"), say("Move down"))
        self.buttons = [widgets.Button(description=str(word)) for word in words]
        self._sure = self._drawing = False
        acts = (self.add, self.copy, self.remove, lambda: self.move(-1), lambda: self.move(1))
        for button, act in zip(self.buttons, acts, strict=True):
            button.on_click(guard.handler(act))
        self.box = widgets.VBox([self.list, widgets.HBox(self.buttons, layout=widgets.Layout(flex_flow="row wrap"))])
        self.box.add_class(f"pp-of-{path.rpartition('.')[2].rpartition('/')[2]}")
        self.box.add_class("pp-records")
        self.list.observe(self._choose, "value")
        store.watch(self.draw)
        self.draw()

    def draw(self) -> None:
        """Follow the plan; the chosen record stays chosen."""
        try:
            rows = edit.records(self.store.plan, self.path)
        except edit.Gone:  # of records in a record that somebody removed: its form will say so
            rows = []
        options = [(breaking(self.line(one)), one.id) for one in rows]
        if tuple(options) != tuple(self.list.options):
            keep, keys = self.list.value, [key for _, key in options]
            before = [key for _, key in self.list.options]
            same = not set(before).isdisjoint(keys)  # and not the records of another owner
            near = min(before.index(keep), len(keys) - 1) if same and keep in before else 0
            self._drawing = True  # new options unchoose for a moment: the form beside must not blink, it has the focus
            self.list.options = options
            if keys:
                self.list.value = keep if keep in keys else keys[near]
            self._drawing = False
            if self.list.value != keep:
                self._choose(None)
        for button in self.buttons[1:]:
            button.disabled = not rows

    def _choose(self, change: Any) -> None:
        with TURN:  # a draw in the kernel's other thread is over by then
            if not self._drawing:
                self._doubt()
                self.chosen(self.list.value or "")

    def _doubt(self) -> None:
        self._sure = False
        self.buttons[2].description = str(say("Remove"))

    def _address(self) -> str:
        return f"{self.path}/{self.list.value}"

    def add(self) -> None:
        """A new record behind the chosen one."""
        self.list.value = self.store.add(self.path, {}, after=self.list.value)

    def copy(self) -> None:
        """A copy behind the chosen one, with an id of its own."""
        values = edit.find(self.store.plan, self._address()).model_dump(exclude={"id"})
        self.list.value = self.store.add(self.path, values, after=self.list.value)

    def remove(self) -> None:
        """The first press asks, the second removes."""
        if not self._sure:
            self._sure = True
            self.buttons[2].description = str(say("Really remove {id}?", id=self.list.value))
            return
        self._doubt()
        self.store.remove(self._address())

    def move(self, by: int) -> None:
        """Shift the chosen record."""
        self.store.move(self._address(), by)
