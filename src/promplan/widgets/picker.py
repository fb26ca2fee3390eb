"""A month to pick a day from, in the page's language: the browser's own picker speaks the browser's."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import anywidget
import traitlets

from promplan.language import Words, say
from promplan.language.calendar_names import MONTHS, SHORT_DAYS
from promplan.widgets import parts
from promplan.widgets.spoken_days import MONTHS as DAYS
from promplan.widgets.spoken_days import WEEKDAYS


class DayPicker(anywidget.AnyWidget):
    """A button beside a field; what is picked in its month is told by `picked`, a day in ISO."""

    _esm = parts.script("picker.js")
    words = traitlets.Dict().tag(sync=True)
    day = traitlets.Unicode("").tag(sync=True)  # the field's own day
    near = traitlets.Unicode("").tag(sync=True)  # what it begins after, if anything
    today = traitlets.Unicode("").tag(sync=True)
    of = traitlets.Unicode("").tag(sync=True)  # whose field it is: a month that is open closes with its record
    picked = traitlets.Unicode("").tag(sync=True)

    def __init__(self, label: str, pick: Callable[[date], object]) -> None:
        super().__init__(words=_words(label))
        self.observe(lambda change: self._pick(change["new"], pick), "picked")

    def _pick(self, told: str, pick: Callable[[date], object]) -> None:
        if told:
            pick(date.fromisoformat(told.partition(" ")[0]))


def _words(label: str) -> dict[str, object]:
    said: dict[str, Words] = {
        "open": say("{field}: pick a day", field=label),
        "before": say("The month before"),
        "after": say("The month after"),
        "keys": say("Arrows choose a day, Page Up and Page Down the month, Enter takes it, Esc closes."),
    }
    return {
        **{name: str(one) for name, one in said.items()},
        "days": [str(replace(one, values={"n": "{n}"})) for one in DAYS],  # the browser knows which
        "months": [str(one) for one in MONTHS],
        "short": [str(one) for one in SHORT_DAYS],
        "weekdays": [str(one) for one in WEEKDAYS],
    }
