"""Fields of the calendar's own card as a form, and what the review says of them: at the field, else under the form."""

from collections.abc import Iterable, Sequence
from typing import Any

from promplan.plan.calendar import Calendar
from promplan.plan.store import Store
from promplan.review import Finding
from promplan.widgets.calendar_names import UNIT
from promplan.widgets.form import Form
from promplan.widgets.guard import Guard
from promplan.widgets.live import Live
from promplan.widgets.order import AS_IT_IS, Order

CARD = "calendar"


class CalendarCard:
    """The fields `names` of the card; a part (`pause`) is a form in the form.

    Attributes:
        parts: what the editor shows, in its order.
    """

    def __init__(self, store: Store, names: Iterable[str], order: Order = AS_IT_IS) -> None:
        self.names = tuple(names)
        self.guard = Guard()
        self.form = Form(store, CARD, Calendar, self.names, self.guard, order=order)
        store.watch(self.form.load)
        self.says = Live(store, UNIT, self.belongs, chosen=lambda: {CARD}, told=self._tell)
        self.parts: list[Any] = [self.form.box, self.guard, self.says.view]

    def belongs(self, one: Finding) -> bool:
        """Is it about the card, and about a field that is asked here?"""
        return one.object == CARD and one.field.partition(".")[0] in self.names

    def _tell(self, found: Sequence[Finding]) -> None:
        at: dict[str, list[Finding]] = {}
        for one in found:
            at.setdefault(one.field, []).append(one)
        self.form.tell(at)
