"""Which piece of content the editors of unit 6 show: chosen in one of them, the others follow."""

from collections.abc import Callable
from html import escape
from typing import Any
from weakref import WeakKeyDictionary

import ipywidgets as widgets
import traitlets

from promplan.language import Words, say
from promplan.plan.items import Item
from promplan.plan.store import Store
from promplan.widgets.guard import Guard

NONE = say("There is no piece of content yet: add one among the pieces of content.")
NONE_YET = say("There is no piece of content yet: write one in unit 6, among the pieces of content.")  # of later units


class _Shown(traitlets.HasTraits):
    id = traitlets.Unicode("")


_shown: WeakKeyDictionary[Store, _Shown] = WeakKeyDictionary()


def shown(store: Store) -> Any:
    """What is chosen in this plan, as `id`, to be read and observed."""
    return _shown.setdefault(store, _Shown())


def show(store: Store, id_: str) -> None:
    """Every editor of this plan's pieces shows this one from now on, if it can."""
    shown(store).id = id_


class Picker:
    """A list of the pieces; `item` is the one that is chosen. `draw` is called when it is another, or the plan is.

    Args:
        fits: which pieces may be chosen here; all, where nothing is said. none: what is said while there is none.
    """

    def __init__(
        self,
        store: Store,
        guard: Guard,
        draw: Callable[[], None],
        fits: Callable[[Item], bool] = lambda one: True,
        none: Words = NONE,
    ) -> None:
        self.store, self.draw, self.fits = store, draw, fits
        self.shown = shown(store)
        looks: dict[str, Any] = {"style": {"description_width": "initial"}, "layout": {"max_width": "44em"}}
        self.list = widgets.Dropdown(description=str(say("Piece of content")), options=[], **looks)
        self.none = widgets.HTML(f"<p>{escape(str(none))}</p>")
        self.box = widgets.VBox([self.list, self.none])
        self._drawing = False
        self._options()
        self.list.observe(guard.handler(self._chosen), "value")
        self.shown.observe(lambda change: self._elsewhere(change["new"]), "id")
        store.watch(self.follow)

    @property
    def item(self) -> Item | None:
        """The chosen piece as the plan has it now."""
        return next((one for one in self.store.plan.items if one.id == self.list.value), None)

    def follow(self) -> None:
        """Follow the plan; the chosen piece stays chosen while it is there."""
        self._options()
        self.draw()

    def _options(self) -> None:
        rows = [one for one in self.store.plan.items if self.fits(one)]
        options = [(f"{one.id} · {one.title or say('(empty)')}", one.id) for one in rows]
        keys = [key for _, key in options]
        if list(self.list.options) != options:
            keep = next((key for key in (self.list.value, self.shown.id) if key in keys), keys[0] if keys else None)
            self._drawing = True
            self.list.options = options
            self.list.value = keep
            self._drawing = False
        for part, there in ((self.list, bool(options)), (self.none, not options)):
            part.layout.display = "" if there else "none"

    def _chosen(self) -> None:
        if not self._drawing and self.list.value:
            show(self.store, self.list.value)
            self.draw()

    def _elsewhere(self, id_: str) -> None:
        if id_ != self.list.value and id_ in [key for _, key in self.list.options]:
            self.list.value = id_
