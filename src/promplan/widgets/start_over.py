"""Start over: what was is named where it is kept, taken back at one press, and brought back from its copy later."""

from collections.abc import Callable
from datetime import datetime

import ipywidgets as widgets

from promplan.language import Problem, Words, say
from promplan.language import day as day_in_words
from promplan.plan.document import Plan
from promplan.plan.starting_over import Former, emptied, former, put_back
from promplan.plan.store import Store
from promplan.review.look import untouched
from promplan.widgets.toast import Toast


class StartOver:
    """The two buttons: empty the unit's sections at the second press, and bring the newest copy of them back.

    `shown_anew` is what the exercise does when the sections went or came back.
    """

    def __init__(self, store: Store, unit: str, toast: Toast, shown_anew: Callable[[], None]) -> None:
        self.store, self.unit, self.toast, self.shown_anew = store, unit, toast, shown_anew
        self.button = widgets.Button(description=str(say("Start over")))
        self.back = widgets.Button(layout=widgets.Layout(width="auto", display="none"))
        self._sure = False
        self._former: Former | None = None
        self.look()
        store.watch(self.follow)

    def doubt(self) -> None:
        """Another button was pressed: the next press asks again."""
        self._sure = False
        self.button.description = str(say("Start over"))

    def press(self) -> None:
        """The first press asks, the second empties; what was is kept, and stays one press away."""
        if not self._sure:
            self._sure = True
            self.button.description = str(say("Really empty this unit's sections?"))
            return
        self.doubt()
        name, before = self.store.keep(), self.store.plan
        self.store.replace(lambda plan: emptied(plan, self.unit))
        self.shown_anew()
        self.look()
        said = say("Cleared. What was is kept: plan-backups/{name}", name=name) if name else say("Cleared.")
        self.toast.offer(said, lambda: self._put(before))

    def bring_back(self) -> None:
        """Put what the newest copy holds into the empty sections."""
        if self._former is not None:
            self.toast.offer(self._put(self._former.plan), self._empty_again)

    def _put(self, before: Plan) -> Words:
        def change(plan: Plan) -> Plan:
            if not self._blank(plan):
                raise Problem(say("Something is in these sections again: start over once more, then bring it back."))
            return put_back(plan, self.unit, before)

        self.store.replace(change)
        self.shown_anew()
        self.look()
        return say("Brought back.")

    def _empty_again(self) -> Words:
        self.store.keep()
        self.store.replace(lambda plan: emptied(plan, self.unit))
        self.shown_anew()
        self.look()
        return say("Cleared.")

    def _blank(self, plan: Plan) -> bool:
        return untouched(plan, self.unit, lambda one: emptied(one, self.unit))

    def look(self) -> None:
        """Offer the newest copy that holds something of this unit, while nothing is in the unit."""
        blank = self._blank(self.store.plan)
        self._former = former(self.store, lambda plan: not self._blank(plan)) if blank else None
        if self._former is not None:
            self.back.description = str(say("Bring back the copy of {time}", time=_when(self._former.at)))
        self.back.layout.display = "none" if self._former is None else ""

    def follow(self) -> None:
        """Something is in the sections again: nothing is to be brought back."""
        if self._former is not None and not self._blank(self.store.plan):
            self.look()


def _when(at: datetime) -> str:
    """The hour of a copy of today, else the day too."""
    hour = f"{at:%H:%M}"
    return hour if at.date() == datetime.now().date() else f"{day_in_words(at.date())}, {hour}"
