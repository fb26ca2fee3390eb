"""What a plant offers, to tick: what is ticked becomes a record of the list below, what is unticked leaves it."""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from promplan.language import Words, say
from promplan.plan import edit
from promplan.plan.document import Plan
from promplan.plan.turn import TURN
from promplan.widgets.editor import Editor
from promplan.widgets.fold import Fold
from promplan.widgets.picks import Picks
from promplan.widgets.visit_stops import STOPS, change

SHARED = ("visit.shots", STOPS, "visit.people")  # what may come along with a tick


class Ticks:
    """A folded list above an editor's table.

    Args:
        label: the list's name. folded: the button that opens it, with {n} of {all}.
        rows: what is offered, in words and by id. key: the offer that a record of the plan came from.
        join: the plan with an offer taken, and the record's id.
    """

    def __init__(
        self,
        editor: Editor,
        label: Words,
        folded: Words,
        rows: Callable[[Plan], list[tuple[str, str]]],
        key: Callable[[Any], str],
        join: Callable[[Plan, str], tuple[Plan, str]],
    ) -> None:
        self.editor, self.store, self.label, self.rows = editor, editor.store, folded, rows
        self.key, self.join = key, join
        self.case: str | None = None
        self.picks, self.fold = Picks(label), Fold(label="")
        inner = widgets.VBox([self.picks])
        inner.add_class("pp-folded")
        self.box: Any = widgets.VBox([self.fold, inner])
        self.box.add_class("pp-fold")
        self._drawing = False
        self.picks.observe(self._ticked, "value")
        self.store.watch(self.draw)
        self.draw()

    def draw(self) -> None:
        """Follow the plan: what of the offer is on the list."""
        plan = self.store.plan
        self._drawing = True
        if plan.meta.case != self.case:
            self.case = plan.meta.case
            self.picks.options = self.rows(plan)
            self.box.layout.display = None if self.picks.rows else "none"
        held = {self.key(one) for one in edit.records(plan, self.editor.path)}
        now = tuple(id_ for _, id_ in self.picks.rows if id_ in held)
        if self.picks.value != now:
            self.picks.value = now
        said = str(Words(self.label.template, {"n": len(now), "all": len(self.picks.rows)}))
        if self.fold.label != said:
            self.fold.label = said
        self._drawing = False

    def _ticked(self, told: Any) -> None:
        with TURN:
            if not self._drawing:
                self.editor.guard.doing(lambda: self._take(set(told["new"])))

    def _take(self, wanted: set[str]) -> None:
        """What was ticked comes, what was unticked goes; both at once can be undone."""
        path = self.editor.path
        new: list[str] = []
        said: list[Words] = []
        offered = [id_ for _, id_ in self.picks.rows]

        def act(plan: Plan) -> Plan:
            held = {self.key(one) for one in edit.records(plan, path)}
            before = len(plan.visit.stops)
            for id_ in offered:
                if id_ in wanted and id_ not in held:
                    plan, record = self.join(plan, id_)
                    new.append(record)
            out = set(offered) - wanted
            gone = [one.id for one in edit.records(plan, path) if self.key(one) in out]
            for id_ in gone:
                plan = edit.remove(plan, f"{path}/{id_}")
            said.append(_said(new, gone, plan, before))
            return plan

        try:
            change(self.store, self.editor.rows.toast, SHARED, act, lambda: said[-1])
        finally:
            self.draw()
        if new:
            self.editor.rows.list.value = new[-1]


def _said(new: list[str], gone: list[str], plan: Plan, stops: int) -> Words:
    if not new:
        return say("Off the list: {ids}", ids=", ".join(gone))
    came = ", ".join(f"{one.id} ({one.name})" for one in plan.visit.stops[stops:])
    if came:
        return say("On the list: {ids}, and with it the stop {stops}", ids=", ".join(new), stops=came)
    return say("On the list: {ids}", ids=", ".join(new))
