"""Which piece of content is open in an editor of unit 6: chosen from the plan's, or a new one."""

from collections.abc import Callable

import ipywidgets as widgets

from promplan.language import say
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.plan.store import Store
from promplan.widgets import which_piece
from promplan.widgets.chosen import ChosenForm
from promplan.widgets.guard import Guard
from promplan.widgets.order import Order

FIELDS = ("title", "form", "length", "channel")  # what an editor of scripts, panels and captions has to know
FIRST = (("title", "length"),)
FILMED = ("video", "animation", "audio")


class Piece:
    """A choice above an editor and, under it, what the piece is; `.id` is "" where there is none.

    Args:
        opened: is called when another piece is open.
    """

    def __init__(self, store: Store, guard: Guard, opened: Callable[[], object]) -> None:
        self.store, self.guard, self.opened, self.id = store, guard, opened, ""
        self.shown = which_piece.shown(store)
        self._mute = False  # options that come anew would choose the first of them
        self.chooser = widgets.Dropdown(description=str(say("Piece that is open")))
        new = widgets.Button(description=str(say("New piece")))
        new.on_click(guard.handler(self.add))
        row = widgets.HBox([self.chooser, new])
        row.add_class("pp-piece")
        self.form = ChosenForm(store, "items", Item, FIELDS, guard, order=Order(first=FIRST))
        self.box = widgets.VBox([row, self.form.box])
        self.chooser.observe(guard.handler(self._chosen, "view"), "value")
        self.shown.observe(lambda change: self._elsewhere(change["new"]), "id")
        self.follow()

    @property
    def item(self) -> Item | None:
        """The piece that is open, as the plan has it now."""
        return next((one for one in self.store.plan.items if one.id == self.id), None)

    @property
    def address(self) -> str:
        """Where it stands in the plan."""
        return f"items/{self.id}"

    def add(self) -> None:
        """A new piece, open."""
        id_ = self.store.add("items", {"form": "video"})
        self.chooser.value = id_

    def follow(self) -> None:
        """Follow the plan: pieces come, go and are called otherwise; the first film is open where none is."""
        options = [(called(one), one.id) for one in self.store.plan.items]
        if options != list(self.chooser.options):
            ids = [id_ for _, id_ in options]
            keep = next((one for one in (self.id, self.shown.id) if one in ids), first(self.store.plan))
            self._mute = True
            self.chooser.options = options
            self.chooser.value = keep or None
            self._mute = False
        self._open()
        self.form.follow()

    def _chosen(self) -> None:
        if not self._mute and self.chooser.value:
            which_piece.show(self.store, self.chooser.value)
        self._open()

    def _elsewhere(self, id_: str) -> None:
        if id_ != self.chooser.value and id_ in [known for _, known in self.chooser.options]:
            self.chooser.value = id_

    def _open(self) -> None:
        now = self.chooser.value or ""
        if self._mute or now == self.id:
            return
        self.id = now
        self.form.show(now)
        self.opened()


def first(plan: Plan) -> str:
    """The first film or sound of the plan, else its first piece."""
    ids = [one.id for one in plan.items if one.form in FILMED] or [one.id for one in plan.items]
    return ids[0] if ids else ""


def called(item: Item) -> str:
    """A piece in one line."""
    return f"{item.id} · {item.title.strip() or say('(empty)')}"
