"""A finding's cure at its field: a button that puts the value there, and then the same button to undo it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import ipywidgets as widgets

from promplan.language import say
from promplan.review import Finding
from promplan.review.cure import Cure
from promplan.review.report_html import ORDER
from promplan.widgets.guard import Guard


def cure_of(found: Sequence[Finding], fields: Mapping[str, Any]) -> Cure | None:
    """The cure of the gravest open finding of a field, where all that it puts stands in this form."""
    ordered = sorted(found, key=lambda one: ORDER.index(one.severity))
    cures = (one.cure for one in ordered if one.cure is not None and one.answered is None)
    return next((one for one in cures if one.values.keys() <= fields.keys()), None)


class Put:
    """The button under a field; it is made when there is first something to put.

    Args:
        put: puts values into the fields of the form and returns what was there; what it compares with is its second
            argument. label: the field's name, for whoever hears the button alone.
    """

    def __init__(
        self, put: Callable[[Mapping[str, Any], Mapping[str, Any] | None], dict[str, Any]], guard: Guard, label: str
    ) -> None:
        self._put, self._guard, self._label = put, guard, label
        self._button: Any = None
        self.cure: Cure | None = None
        self._before: dict[str, Any] | None = None  # what an undo brings back,
        self._after: dict[str, Any] = {}  # where this stands there still

    def parts(self) -> tuple[Any, ...]:
        """The button, while there is a cure or something to undo: one and the same, so that the focus stays on it."""
        if self.cure is None and self._before is None:
            return ()
        if self._button is None:
            self._button = widgets.Button(tooltip=self._label)
            self._button.add_class("pp-put")
            self._button.on_click(self._guard.handler(self._press))
        said = say("Undo") if self._before is not None else self.cure.said if self.cure else ""
        if self._button.description != str(said):
            self._button.description = str(said)
        return (self._button,)

    def settle(self) -> None:
        """What was put is now the team's own: another change has followed, or another record is shown."""
        self._before = None

    def _press(self) -> None:
        before, cure = self._before, self.cure
        self._before = None if before is not None else {}  # the form is told anew before the store is back
        try:
            if before is not None:
                self._put(before, self._after)
            elif cure is not None:
                self._after = dict(cure.values)
                self._before = self._put(cure.values, None)
        except BaseException:
            self._before = before
            raise
