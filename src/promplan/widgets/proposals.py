"""Proposals that a team accepts or refuses one by one: each with what would become what, why, and a box to tick."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import anywidget
import traitlets

from promplan.language import Words, say
from promplan.widgets import parts

MOST = 300  # that are shown: nobody reads more, and the page would wait for them


@dataclass(frozen=True)
class Proposal:
    """One proposal.

    Args:
        key: by which it is ticked. sign: of `widgets/table.py`. head: what it is about.
        changes: what becomes what: the field, before, after. notes: why, and what is to be known.
        can: may it be ticked? calm: is it ticked from the beginning?
        choice: which of the list's `choices` it has; None: there is nothing to choose.
    """

    key: str
    sign: str
    head: Words | str
    changes: Sequence[tuple[Words | str, str, str]] = ()
    notes: Sequence[Words | str] = ()
    can: bool = True
    calm: bool = True
    choice: str | None = None


class Proposals(anywidget.AnyWidget):
    """The list on the screen; `picked` are the ticked keys, of what a browser sends only known ones are taken.

    Its own button takes them: what is ticked and the press travel in one message, so that neither overtakes the other.
    `fresh` says whether they may be taken.
    """

    _esm = parts.script("proposals.js")
    description = traitlets.Unicode("").tag(sync=True)
    rows: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    picked: traitlets.List[str] = traitlets.List().tag(sync=True)
    more = traitlets.Unicode("").tag(sync=True)
    pressed = traitlets.Int(0).tag(sync=True)
    fresh = traitlets.Bool(True).tag(sync=True)
    choices: traitlets.List[list[str]] = traitlets.List().tag(sync=True)  # words and key of what a row may choose from
    turned = traitlets.Dict().tag(sync=True)  # the row in which somebody chose, and what
    words = traitlets.Dict().tag(sync=True)

    def __init__(self, description: Words, choice: Words | None = None) -> None:
        said = {
            "choice": choice or say(""),
            "take": say("Take what is ticked"),
            "all": say("Tick all"),
            "calm": say("Tick all without a warning"),
            "none": say("Tick none"),
            "count": say("{n} of {all} ticked"),
            "before": say("before"),
            "after": say("after"),
            "nothing": say("nothing"),
        }
        super().__init__(description=str(description), words={name: str(one) for name, one in said.items()})

    def show(self, proposals: Sequence[Proposal], picked: Collection[str] | None = None, left: int = 0) -> None:
        """Show proposals; ticked are `picked`, else those that need no second look; `left` are not shown at all."""
        shown = proposals[:MOST]
        left += len(proposals) - len(shown)
        with self.hold_sync():
            self.rows = [_row(one) for one in shown]
            self.picked = [one.key for one in shown if one.can and (one.calm if picked is None else one.key in picked)]
            self.more = str(say("and {n} more, which are not shown", n=left)) if left else ""

    @property
    def value(self) -> tuple[str, ...]:
        """The ticked keys, in the order of the rows."""
        wanted = set(self.picked)
        return tuple(one["key"] for one in self.rows if one["can"] and one["key"] in wanted)


def _row(one: Proposal) -> dict[str, Any]:
    return {
        "key": one.key,
        "sign": one.sign,
        "head": str(one.head),
        "changes": [[str(words), before, after] for words, before, after in one.changes],
        "notes": [str(note) for note in one.notes],
        "can": one.can,
        "calm": one.calm,
        "choice": one.choice,
    }
