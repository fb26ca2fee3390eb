"""Records named by a record, picked by their words: a search, and a chip for each that was picked; no id is typed."""

from typing import Any

import anywidget
import traitlets

from promplan.language import Words, say
from promplan.widgets import parts


class References(anywidget.AnyWidget):
    """The ids of the picked records, `value`; `offer` says from the plan which there are, in words.

    Where `one` is picked at most, the next takes its place. An id that leads nowhere is shown as such, and can be
    taken out.
    """

    _esm = parts.script("references.js")
    description = traitlets.Unicode("").tag(sync=True)
    options: traitlets.List[list[str]] = traitlets.List().tag(sync=True)
    value: traitlets.List[str] = traitlets.List().tag(sync=True)
    one = traitlets.Bool(False).tag(sync=True)
    of = traitlets.Unicode("").tag(sync=True)  # whose field it is: words of a search stay with the record they were for
    words = traitlets.Dict().tag(sync=True)

    def __init__(self, offer: Any, description: str, *, one: bool = False, **looks: Any) -> None:
        self.offer = offer
        super().__init__(description=description, one=one, words=_words())

    def follow(self, plan: Any, own: str = "") -> None:
        """Offer what there is now, but not the record itself."""
        now = [[words, key] for words, key in self.offer(plan) if key and key != own]
        if self.options != now:
            self.options = now

    def show(self, keys: list[str]) -> None:
        """Show these as picked, known or not."""
        self.value = list(keys)

    def said(self, key: str) -> str:
        """A picked record in words."""
        return next((words for words, one in self.options if one == key), key)


def _words() -> dict[str, str]:
    said: dict[str, Words] = {
        "search": say("A word of it, or ↓"),
        "out": say("Take out: {record}"),
        "dangling": say("{id}: is no longer in the plan"),
        "none": say("Nothing else has these words."),
        "empty": say("There is nothing to choose from yet."),
        "many": say("{n} to choose from"),
        "put": say("Picked: {record}"),
        "gone": say("Taken out: {record}"),
    }
    return {name: str(one) for name, one in said.items()}
