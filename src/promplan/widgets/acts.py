"""What hands do on a board that the browser moves at once: acts that arrive each once and in their order, and undo.

ipywidgets keeps of a trait only its newest value while a message is on its way. So the page sends all that it has not
heard of yet, the kernel does what is new to it, and says how far it has come.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import anywidget
import traitlets

from promplan.language import Problem, Words, say
from promplan.plan.turn import TURN
from promplan.widgets.guard import Guard

MOST = 60  # steps that can be undone
Act = dict[str, Any]


class Acting(anywidget.AnyWidget):
    """A board; `acts` are those of one page, `heard` is the last of them that was done, and what came of it."""

    acts = traitlets.Dict().tag(sync=True, echo_update=False)
    heard = traitlets.Dict().tag(sync=True)
    undoes = traitlets.Unicode("").tag(sync=True)  # what Undo would undo, in words; "" where there is nothing
    told = traitlets.Unicode("").tag(sync=True)  # what was just done, for the live region


class Acts:
    """Does what a board's pages ask for, and remembers how to undo it.

    Args:
        do: one act; returns what the page should know of it. drawn: shows the plan as it is now.
    """

    def __init__(self, board: Acting, guard: Guard, do: Callable[[Act], Any], drawn: Callable[[], object]) -> None:
        self.board, self.guard, self.do, self.drawn = board, guard, do, drawn
        self._turns: dict[str, int] = {}  # the last act of each page
        self._failed: dict[str, list[int]] = {}  # those of its acts that could not be done
        self._steps: list[tuple[Words, Callable[[], object], str]] = []
        board.observe(lambda change: self.hear(change["new"]), "acts")

    def hear(self, sent: Act) -> None:
        """Do what is new in what a page has sent; whatever becomes of it, the page hears how the plan stands."""
        with TURN:
            page, came = str(sent.get("page", "")), None
            failed = self._failed.setdefault(page, [])
            for act in sent.get("list") or ():
                turn = int(act.get("turn", 0))
                if turn <= self._turns.get(page, 0):
                    continue
                self._turns[page] = turn
                failed.append(turn)
                came = self.guard.doing(partial(self._do, act, failed), _about(act))
            del failed[:-MOST]
            with self.board.hold_sync():
                self.drawn()
                turn = self._turns.get(page, 0)
                self.board.heard = {"page": page, "turn": turn, "came": came, "failed": list(failed)}

    def _do(self, act: Act, failed: list[int]) -> Any:
        came = (self.undo if act.get("do") == "undo" else partial(self.do, act))()
        failed.remove(int(act["turn"]))  # it did not raise
        return came

    def step(self, said: Words, undo: Callable[[], object], about: str = "") -> None:
        """Say what was done, and how it is undone; what is typed into the same field (`about`) is one step."""
        if about and self._steps and self._steps[-1][2] == about:
            undo = self._steps.pop()[1]
        self._steps = [*self._steps, (said, undo, about)][-MOST:]
        self._show(said)

    def forget(self) -> None:
        """There is nothing to undo any more: another piece is open."""
        self._steps = []
        self._show("")

    def undo(self) -> Any:
        """Undo the last step."""
        if not self._steps:
            raise Problem(say("There is nothing to undo."))
        said, undo, _ = self._steps.pop()
        try:
            undo()
        finally:
            self._show("")
        self.board.told = str(say("Undone: {what}", what=said))

    def _show(self, said: Words | str) -> None:
        with self.board.hold_sync():
            self.board.told = str(said)
            self.board.undoes = str(self._steps[-1][0]) if self._steps else ""


def _about(act: Act) -> str:
    """Whose trouble an act's is: that of a field stays until the same field is mended."""
    return f"{act.get('id', '')}.{act['name']}" if act.get("name") else ""
