"""What an open plan can do, wherever it is kept: edits by address, answers, watchers; and the plan kept in memory."""

import hashlib
import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from promplan.language import Problem, Words, say
from promplan.plan import edit
from promplan.plan.arrival import Arrival
from promplan.plan.base import Record
from promplan.plan.codec import checked, dumps, explain, written
from promplan.plan.document import Plan
from promplan.plan.turn import TURN

TOLD = 5  # notices that are shown at once
T = TypeVar("T")


class Store:
    """What both stores share: edits by address, answers, watchers. Subclasses say how a change is kept.

    Attributes:
        plan, revision: what is held, and the digest of its text. where: the file's name, "" in memory.
        arrived: a file that did not come from what is held, while nobody has chosen what becomes of it.
        notices: what the team should know about its file, the newest last.
    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.revision = ""
        self.where = ""
        self.arrived: Arrival | None = None
        self.notices: list[Words] = []
        self._watchers: list[Callable[[], None]] = []

    @property
    def notice(self) -> Words | None:
        """The newest notice."""
        return self.notices[-1] if self.notices else None

    @property
    def folder(self) -> Path:
        """Where files beside the plan are kept; Problem for a plan that is in memory alone."""
        raise Problem(say("This plan is in memory alone: files need one that is in a folder."))

    def tell(self, words: Words) -> None:
        """Add a notice; one that was there moves to the end."""
        self.notices = [*(one for one in self.notices if one != words), words][-TOLD:]

    def _apply(self, change: Callable[[Plan], tuple[Plan, T]]) -> T:
        with TURN:
            new, result = change(self.plan)
            self._hold(new, digest(written(new)))
            TURN.saves += 1
            self._tell_watchers()
            return result

    def _hold(self, plan: Plan, revision: str) -> None:
        self.plan, self.revision = plan, revision

    def _tell_watchers(self) -> None:
        """Every view follows; one that fails keeps none from following, and makes no saved change unsaved."""
        for watcher in list(self._watchers):
            try:
                watcher()
            except Exception as error:
                logging.getLogger(__name__).debug("a view failed to follow", exc_info=error)
                self.tell(
                    say(
                        "A part of the screen does not show the newest plan ({reason}). Run its cell again.",
                        reason=f"{type(error).__name__} {error}".strip()[:200],
                    )
                )

    def refresh(self) -> bool:
        """Follow a newer revision, if there is one."""
        return False

    def watch(self, watcher: Callable[[], None]) -> Callable[[], None]:
        """Call `watcher` after every change; returns what ends it."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher) if watcher in self._watchers else None

    def put(self, address: str, fields: dict[str, Any], seen: dict[str, Any] | None = None) -> Plan:
        """Set fields of an object; see `promplan.plan.edit.put`."""
        self._apply(lambda plan: (edit.put(plan, address, fields, seen), None))
        return self.plan

    def add(self, path: str, fields: dict[str, Any], after: str | None = None) -> str:
        """Add a record to `enterprise.facts` or `team.members`; returns its id."""
        return self._apply(lambda plan: edit.add(plan, path, fields, after))

    def remove(self, address: str) -> None:
        """Take a record out."""
        self._apply(lambda plan: (edit.remove(plan, address), None))

    def put_back(self, path: str, record: Record, order: Sequence[str]) -> str:
        """Undo a removal; see `promplan.plan.edit.put_back`. Returns the id that the record has now."""
        return self._apply(lambda plan: edit.put_back(plan, path, record, order))

    def move(self, address: str, by: int) -> None:
        """Shift a record in its list."""
        self._apply(lambda plan: (edit.move(plan, address, by), None))

    def answer(self, answers: dict[str, str], by: str = "") -> None:
        """Record answers: the question's key, and what was answered."""
        self._in_words(lambda plan: edit.answer(plan, answers, by))

    def answered(self, question: str, by: str = "") -> str | None:
        """What a member (or the team) answered to a question."""
        found = (one.answer for one in self.plan.answers.given if (one.question, one.by) == (question, by))
        return next(found, None)

    def reason(self, rule: str, about: str, reason: str, by: str = "") -> None:
        """Answer a warning with a reason."""
        self._in_words(lambda plan: edit.reason(plan, rule, about, reason, by))

    def attempt(self, exercise: str) -> int:
        """Count a try; returns how many there were."""
        self._in_words(lambda plan: edit.attempt(plan, exercise))
        return self.plan.answers.tries[exercise]

    def replace(self, change: Callable[[Plan], Plan]) -> Plan:
        """Apply any function from plan to plan, for what no address reaches."""
        self._in_words(change)
        return self.plan

    def _in_words(self, change: Callable[[Plan], Plan]) -> None:
        """Apply a change that no field of a form stands for: what the document refuses is a `Problem` at once."""

        def worded(plan: Plan) -> tuple[Plan, None]:
            try:
                return checked(change(plan)), None
            except ValidationError as error:
                raise Problem(explain(error)) from None

        self._apply(worded)

    def keep(self) -> str:
        """Keep a backup of the plan as it is now, before much of it goes at once; its name, "" where none is kept."""
        return ""


class MemoryStore(Store):
    """A plan that is never written: for tests, and for notebooks that CI runs."""

    def __init__(self, plan: Plan | None = None) -> None:
        super().__init__(plan or Plan())
        self.revision = digest(dumps(self.plan))


def digest(text: bytes) -> str:
    """What a revision is called: the sha256 of its text."""
    return hashlib.sha256(text).hexdigest()
