"""A list of records as a table to scan: the kernel sends rows, the page patches them where they stand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import anywidget
import traitlets

from promplan.language import Words, say
from promplan.widgets import parts

SEARCH = 20  # rows from which there is a field to search them

# what a sign says to whoever does not see it; the shapes are drawn by `parts.js`
SIGNS = {
    "error": say("Stops the export"),
    "warning": say("Look again"),
    "info": say("Advice"),
    "excepted": say("Holds, with a reason"),
    "passed": say("Holds"),
}


@dataclass(frozen=True)
class Column:
    """A column: its label, and what a record shows in it: a text, or a text with a second line under it."""

    label: Words
    cell: Callable[[Any], str | tuple[str, str]]
    strong: bool = False


class Table(anywidget.AnyWidget):
    """Rows of which one is chosen, `value`; arrow keys walk them, Enter goes into the card beside them."""

    _esm = parts.script("table.js")
    description = traitlets.Unicode("").tag(sync=True)
    columns: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    rows: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    value = traitlets.Unicode("").tag(sync=True)
    shown = traitlets.Unicode(None, allow_none=True).tag(sync=True)  # whose card stands beside; None: there is no card
    words = traitlets.Dict().tag(sync=True)
    go = traitlets.Dict().tag(sync=True)  # where the focus of whoever pressed the button goes: "card" or "row"

    def __init__(self, description: str, columns: Sequence[Column]) -> None:
        super().__init__(
            description=description,
            columns=[{"label": str(one.label), "strong": one.strong} for one in columns],
            words=_words(),
        )

    @property
    def options(self) -> list[tuple[str, str]]:
        """Each row in one line, and its id."""
        return [(str(one["line"]), str(one["key"])) for one in self.rows]

    def lead(self, to: str) -> None:
        """Bring the focus into the card's first field, or to the chosen row."""
        self.go = {"turn": int(self.go.get("turn", 0)) + 1, "to": to}


def _words() -> dict[str, Any]:
    said: dict[str, Words] = {
        "search": say("Search"),
        "found": say("{n} of {all} shown"),
        "none": say("No row has these words. Esc shows all again."),
        "empty": say("Nothing is here yet. Press “Add”: the first field is ready to type in at once."),
        "state": say("State"),
    }
    signs = {name: str(one) for name, one in SIGNS.items()}
    return {**{name: str(one) for name, one in said.items()}, "signs": signs, "from": SEARCH}
