"""The guard's Python side: every handler of an editor runs through it, so that what fails is said and never silent.

ipywidgets swallows what a handler raises, and the browser's question "done?" comes on a trait of the guard's own: it is
answered after the handler, whether that went well or not. So a handler leaves its trouble here first, and the tick
stands only behind what a store has said to be on the disk (`promplan.plan.turn`).
"""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import anywidget
import traitlets
from pydantic import ValidationError

from promplan.language import Problem, Words, say
from promplan.plan.codec import explain
from promplan.plan.turn import TURN
from promplan.widgets.dress import dress

HERE = Path(__file__).parent
TOLD = 3  # so many troubles are told at once
T = TypeVar("T")
_WORDS = {
    "lost": say(
        "Not saved: the notebook's kernel does not answer. Run this cell again (Shift+Enter); "
        "everything that was shown as saved is in the plan."
    ),
    "apart": say(
        "Perhaps not saved: this part of the page has lost the notebook. Run it again; what was shown as saved is in "
        "the plan."
    ),
    "busy": say("The notebook is still at work; this is saved after that."),
    "again": say("Run again"),
}


class Guard(anywidget.AnyWidget):
    """One in every form: `doing` runs a handler, `report` says how a save went where a handler knows more."""

    _esm = HERE / "guard.js"
    seq = traitlets.Unicode("").tag(sync=True)  # the last change that a browser's page asks about: page and number
    ack = traitlets.Unicode("").tag(sync=True)  # the last one that was handled
    trouble = traitlets.Unicode("").tag(sync=True)
    said = traitlets.Unicode("").tag(sync=True)  # what stands behind the tick; empty: no tick
    # what the page says where no answer comes: none at all, one elsewhere, not yet; and the button that runs the cell
    lost = traitlets.Unicode("").tag(sync=True)
    apart = traitlets.Unicode("").tag(sync=True)
    busy = traitlets.Unicode("").tag(sync=True)
    again = traitlets.Unicode("").tag(sync=True)

    def __init__(self, *, acts: bool = False, **more: Any) -> None:
        """With `acts`, a press does something else than save, such as send: what fails there was not done."""
        dress()  # before whatever it guards, so that nothing is shown without its style
        super().__init__(
            **{name: str(words) for name, words in _WORDS.items()},
            **more,
        )
        self._acts = acts
        self._troubles: dict[str, Words] = {}
        self._reports = 0
        self._handled = False  # has a handler run since the page was last answered?
        self._owed = 0  # what was typed and answered before its handler ran
        self._heard = TURN.saves
        self.observe(self._acknowledge, "seq")

    def doing(self, act: Callable[[], T], about: str = "") -> T | None:
        """What `act` returns; None where it fails, and then why is shown.

        Args:
            act: a handler without its event. about: the field or object that it saves, see `report`.
        """
        with TURN:
            self._handled = self._handled or not self._owed
            self._owed = max(0, self._owed - 1)
            before, saves = self._reports, TURN.saves
            try:
                done = act()
            except BaseException as error:
                self.report(_in_words(error), about)
                if not isinstance(error, Exception):  # the kernel was interrupted: it must know
                    raise
                return None
            if self._reports == before:  # else the act has told something itself, and knows better
                self._well(about, saved=TURN.saves != saves)
            return done

    def handler(self, act: Callable[[], object], about: str = "") -> Callable[..., None]:
        """`act` as a callback for `on_click` and `observe`; what they hand over is left aside."""

        def callback(*_: object) -> None:
            self.doing(act, about)

        return callback

    def report(self, problem: Words | None, about: str = "") -> None:
        """How an act went: None if well, else what to tell.

        The trouble of a field (`about` names it) stays until that same field is mended, whatever is saved meanwhile;
        a trouble about nothing in particular stays until the next act of that kind goes well, or anything is saved.
        """
        with TURN:
            if problem is None:
                self._well(about, saved=TURN.saves != self._heard)
                return
            self._reports += 1
            self._troubles.pop(about, None)
            self._troubles[about] = problem
            self._heard = TURN.saves
            self._show()

    def _well(self, about: str, *, saved: bool) -> None:
        self._troubles.pop(about, None)
        if saved:
            self._troubles.pop("", None)
            self.said = str(say("saved"))
        self._heard = TURN.saves
        self._show()

    def forget(self, about: str = "") -> None:
        """No longer tell the troubles whose field begins so: what was typed there is no longer on the screen."""
        with TURN:
            self._troubles = {name: one for name, one in self._troubles.items() if not name.startswith(about)}
            self._show()

    def _show(self) -> None:
        reasons = list(dict.fromkeys(map(str, reversed(self._troubles.values()))))  # the newest first
        more = "; …" if len(reasons) > TOLD else ""
        why = "; ".join(reasons[:TOLD]) + more
        acted = self._acts and set(self._troubles) == {""}
        told = say("That did not work: {why}", why=why) if acted else say("Not saved: {why}", why=why)
        self.trouble = str(told) if reasons else ""

    def _acknowledge(self, change: Any) -> None:
        """Answer the page; for what was typed and has met no handler there is no tick, not even the one of before.

        The question may overtake the change that it asks about (the kernel's subshells do not keep the order of two
        widgets' messages); its tick, or its trouble, then comes when the handler has run.
        """
        with TURN:
            if change["new"].endswith(".input") and not self._handled:
                self.said = ""
                self._owed = 1
            self._handled = False
            self.ack = change["new"]


def _in_words(error: BaseException) -> Words:
    if isinstance(error, Problem):
        return error.what
    if isinstance(error, ValidationError):
        return explain(error)
    logging.getLogger(__name__).debug("a handler failed", exc_info=error)
    return say(
        "something in the course itself went wrong ({reason}). What you typed is still here: copy it, then run this "
        "cell again (Shift+Enter).",
        reason=f"{type(error).__name__} {error}".strip()[:200],
    )
