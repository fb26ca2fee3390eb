"""What was just done to a list, and how to undo it: it stays in sight until the next change."""

from collections.abc import Callable

import anywidget
import traitlets

from promplan.language import Words, say
from promplan.widgets import parts
from promplan.widgets.guard import Guard


class Toast(anywidget.AnyWidget):
    """A sentence in a live region, and beside it *Undo* while there is something to undo."""

    _esm = parts.script("toast.js")
    said = traitlets.Unicode("").tag(sync=True)
    undoes = traitlets.Bool(False).tag(sync=True)
    taken = traitlets.Bool(False).tag(sync=True)  # does Undo take the focus of whoever pressed a button?
    pressed = traitlets.Int(0).tag(sync=True)
    words = traitlets.Dict().tag(sync=True)

    def __init__(self, guard: Guard) -> None:
        super().__init__(words={"undo": str(say("Undo"))})
        self._undo: Callable[[], Words] | None = None
        self.observe(guard.handler(self.undo), "pressed")

    def offer(self, said: Words, undo: Callable[[], Words], *, take: bool = False) -> None:
        """Say what was done; `undo` undoes it and says so."""
        self._undo = undo
        with self.hold_sync():
            self.said, self.undoes, self.taken = str(said), True, take

    def clear(self) -> None:
        """Say nothing any more: something else has changed."""
        self._undo = None
        with self.hold_sync():
            self.said, self.undoes, self.taken = "", False, False

    def undo(self) -> None:
        """Undo what is offered, once."""
        undo, self._undo = self._undo, None
        if undo is None:
            return
        told = undo()
        with self.hold_sync():
            self.said, self.undoes, self.taken = str(told), False, False
