"""Questions that are answered later: folded behind a button that names them and counts what the review says of them."""

from typing import Any

import anywidget
import ipywidgets as widgets
import traitlets

from promplan.language import say, say_many
from promplan.widgets import parts


class Fold(anywidget.AnyWidget):
    """The button; what it folds stands beside it in the box that `folded` makes."""

    _esm = parts.script("fold.js")
    label = traitlets.Unicode("").tag(sync=True)
    note = traitlets.Unicode("").tag(sync=True)  # how many findings stand in it
    shown = traitlets.Bool(False).tag(sync=True)

    def count(self, n: int) -> None:
        """So many findings stand in it."""
        self.note = str(say_many("{n} to look at", "{n} to look at", n)) if n else ""


def folded(named: list[str], what: Any) -> tuple[Fold, Any]:
    """The fold, and the box with it and `what` it folds; its button tells what is in it."""
    names = ", ".join(dict.fromkeys(_short(one) for one in named if one))
    fold = Fold(label=str(say("More: {names}", names=names)))
    what.add_class("pp-folded")
    box = widgets.VBox([fold, what])
    box.add_class("pp-fold")
    box.add_class("pp-wide")
    return fold, box


def _short(label: str) -> str:
    """A label inside a sentence: what stands before its first mark, small where no name begins it."""
    text = label.partition(":")[0].partition(",")[0].strip()
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
