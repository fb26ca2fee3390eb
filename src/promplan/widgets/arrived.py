"""Another file lies where the plan was: join both, take theirs, or keep mine; asked in the first cell."""

from html import escape

import ipywidgets as widgets

from promplan.language import Problem, say
from promplan.plan.arrival import Arrival
from promplan.plan.document import Plan
from promplan.plan.merging import merge
from promplan.plan.store import FileStore, Store
from promplan.widgets.clashes import Clashes
from promplan.widgets.guard import Guard
from promplan.widgets.panel import region, set_region


class Arrived:
    """The question and its three buttons, in `.box`; empty while there is nothing to ask."""

    def __init__(self, store: Store) -> None:
        self.store, self.guard = store, Guard()
        self.shown: Arrival | None = None
        self.told, self.clashes = region(), Clashes()
        acts = {say("Join both"): self.join, say("Take the other one"): self.take, say("Keep mine"): self.keep}
        self.buttons = [widgets.Button(description=str(word), layout={"width": "auto"}) for word in acts]
        for button, act in zip(self.buttons, acts.values(), strict=True):
            button.on_click(self.guard.handler(act))
        self.parts = (self.told, self.clashes.box, widgets.HBox(self.buttons), self.guard)
        self.box = widgets.VBox([])
        store.watch(self.draw)
        self.draw()

    def draw(self) -> None:
        """Follow what the store asks about."""
        arrival = self.store.arrived
        if arrival != self.shown:
            self.shown = arrival
            self.clashes.ask(())
            self.guard.forget()
        if arrival is not None:
            lines = [
                arrival.words,
                say("Choose what becomes of it. Until then nothing is saved, and what you see is your own plan."),
                say("Whatever you choose, nothing is lost: both are kept in plan-backups."),
            ]
            set_region(self.told, "".join(f"<p>{escape(str(line))}</p>" for line in lines))
            self.buttons[0].layout.display = "" if arrival.may_be_joined else "none"
        children = self.parts if arrival is not None else ()
        if self.box.children != children:
            self.box.children = children

    def _asked(self) -> tuple[FileStore, Arrival]:
        if self.shown is None or not isinstance(self.store, FileStore):
            raise Problem(say("There is nothing to choose any more."))
        return self.store, self.shown

    def take(self) -> None:
        """Go on with theirs."""
        store, shown = self._asked()
        store.take_theirs(shown)

    def keep(self) -> None:
        """Go on with mine."""
        store, shown = self._asked()
        store.keep_mine(shown)

    def join(self) -> None:
        """Join both; the first press asks what both hold differently, if there is anything."""
        store, shown = self._asked()
        self.clashes.ask(merge(store.plan, shown.plan).asked)

        def joined(mine: Plan, theirs: Plan) -> Plan:
            return self.clashes.settled(merge(mine, theirs))

        store.join(shown, joined)
