"""Fields of the calendar's own card as a form, and what the review says of them: at the field, else under the form."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from promplan.plan.calendar import Calendar
from promplan.plan.document import Plan
from promplan.plan.store import Store
from promplan.review import Finding
from promplan.widgets.calendar_names import UNIT
from promplan.widgets.editor import Editor
from promplan.widgets.form import Form
from promplan.widgets.guard import Guard
from promplan.widgets.live import Live
from promplan.widgets.order import AS_IT_IS, Order

CARD = "calendar"


class CalendarCard:
    """The fields `names` of the card; a part (`pause`) is a form in the form.

    Args:
        rules: of what the review says of the card as a whole, whose findings are told here.

    Attributes:
        parts: what the editor shows, in its order.
    """

    def __init__(self, store: Store, names: Iterable[str], order: Order = AS_IT_IS, rules: Iterable[str] = ()) -> None:
        self.names, self.rules = tuple(names), frozenset(rules)
        self.guard = Guard()
        self.form = Form(store, CARD, Calendar, self.names, self.guard, order=order)
        store.watch(self.form.load)
        self.says = Live(store, UNIT, self.belongs, chosen=lambda: {CARD}, told=self._tell)
        self.parts: list[Any] = [self.form.box, self.guard, self.says.view]

    def belongs(self, one: Finding) -> bool:
        """Is it about the card, and about a field that is asked here, or about the whole by a rule of here?"""
        if not one.field:
            return one.object == CARD and one.rule in self.rules
        return one.object == CARD and one.field.partition(".")[0] in self.names

    def _tell(self, found: Sequence[Finding]) -> None:
        at: dict[str, list[Finding]] = {}
        for one in found:
            at.setdefault(one.field, []).append(one)
        self.form.tell(at)


def tells_too(editor: Editor, rule: str, objects: Callable[[Plan], Iterable[str]]) -> None:
    """Under the editor's card, say in full what a rule finds at objects that are none of its records."""
    own, shown = editor.says.belongs, editor.says.chosen or frozenset

    def belongs(one: Finding) -> bool:
        return own(one) or (one.rule == rule and not one.field and one.object in objects(editor.store.plan))

    editor.says.belongs = belongs
    editor.says.chosen = lambda: {*shown(), *objects(editor.store.plan)}
    editor.says.draw()
