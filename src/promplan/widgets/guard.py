"""The guard's Python side: it acknowledges a change after the store has written it, and only then."""

from pathlib import Path
from typing import Any

import anywidget
import traitlets

from promplan.language import Words, say

HERE = Path(__file__).parent


class Guard(anywidget.AnyWidget):
    """One in every form. `report(problem)` tells it how the last save went."""

    _esm = HERE / "guard.js"
    _css = HERE / "guard.css"
    seq = traitlets.Int(0).tag(sync=True)
    ack = traitlets.Int(0).tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)
    saved = traitlets.Unicode("").tag(sync=True)
    lost = traitlets.Unicode("").tag(sync=True)

    def __init__(self, **more: Any) -> None:
        super().__init__(
            saved=str(say("saved")),
            lost=str(
                say(
                    "Not saved: the notebook's kernel does not answer. Run this cell again (Shift+Enter); "
                    "everything that was shown as saved is in the plan."
                )
            ),
            **more,
        )
        self._failed = False
        self.observe(self._acknowledge, "seq")

    def report(self, problem: Words | None) -> None:
        """After a save: None if it is on the disk, else what to tell."""
        self._failed = problem is not None
        self.trouble = str(say("Not saved: {why}", why=problem)) if problem is not None else ""

    def _acknowledge(self, change: Any) -> None:
        self.ack = change["new"]
