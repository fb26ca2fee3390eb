"""Several of a list, chosen by ticking: what a list box asks of Ctrl and Shift, a hand can do with one finger."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import anywidget
import traitlets

from promplan.language import Words, say
from promplan.widgets import parts


class Picks(anywidget.AnyWidget):
    """A list of boxes to tick.

    `options` are (words, key) in their order, `value` the ticked keys in the same order; of what a browser sends only
    known keys are taken. From twenty rows on there is a field that narrows the list down. `heads` part the rows: the
    words that stand above those whose key lies in a list of the plan.
    """

    _esm = parts.script("picks.js")
    description = traitlets.Unicode("").tag(sync=True)
    rows: traitlets.List[list[str]] = traitlets.List().tag(sync=True)
    picked: traitlets.List[str] = traitlets.List().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)
    heads = traitlets.Dict().tag(sync=True)
    value = traitlets.Tuple()

    def __init__(self, description: Words, heads: Mapping[str, Words] = MappingProxyType({})) -> None:
        words = {"find": say("Narrow the list down"), "none": say("Nothing here has these words.")}
        super().__init__(
            description=str(description),
            words={name: str(one) for name, one in words.items()},
            heads={path: str(one) for path, one in heads.items()},
        )
        self.observe(self._sent, "picked")
        self.observe(self._set, "value")

    @property
    def options(self) -> tuple[tuple[str, str], ...]:
        """(words, key) of each row."""
        return tuple((words, key) for words, key in self.rows)

    @options.setter
    def options(self, rows: Sequence[tuple[str, str]]) -> None:
        self.rows = [[words, key] for words, key in rows]

    def _known(self, keys: Sequence[Any]) -> list[str]:
        wanted = {str(one) for one in keys}
        return [key for _, key in self.rows if key in wanted]

    def _sent(self, change: Any) -> None:
        self.value = tuple(self._known(change["new"]))

    def _set(self, change: Any) -> None:
        if self.picked != (keys := self._known(change["new"])):
            self.picked = keys
