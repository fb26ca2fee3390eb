"""What two copies hold differently, side by side, with the choice under it; an answer stays while its question does."""

from collections.abc import Iterable
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import Problem, say
from promplan.plan.document import Plan
from promplan.plan.merging import Choice, Clash, Merged, settle
from promplan.plan.merging.differences import rows
from promplan.plan.naming import called

CELL = 'style="text-align: left; vertical-align: top; padding: .2rem .6rem; border-bottom: 1px solid #bbb"'


class Clashes:
    """The questions, in `.box`."""

    def __init__(self) -> None:
        self.box = widgets.VBox([])
        self.asked: dict[str, tuple[Clash, Any, Any]] = {}  # address → what was shown, its box, its radio buttons

    def ask(self, clashes: Iterable[Clash]) -> None:
        """Ask about these; a question that is asked already keeps its answer."""
        kept = {}
        for clash in clashes:
            shown = self.asked.get(clash.address)
            kept[clash.address] = shown if shown and shown[0] == clash else (clash, *_question(clash))
        boxes = tuple(box for _, box, _ in kept.values())
        if boxes != self.box.children:
            self.box.children = boxes
        self.asked = kept

    def settled(self, merged: Merged) -> Plan:
        """The joined plan as was chosen; raises `Problem` where something is not, or not as it was shown."""
        if any(clash != self.asked.get(clash.address, (None,))[0] for clash in merged.asked):
            raise Problem(say("Your plan was changed elsewhere just now. Look at the questions again, then join."))
        choices: dict[str, Choice] = {address: radio.value for address, (_, _, radio) in self.asked.items()}
        return settle(merged, choices)


def _question(clash: Clash) -> tuple[Any, Any]:
    """Both versions side by side with the choice under them, and the radio buttons alone."""
    name = called(clash.address)
    heads = "".join(
        f'<th scope="col" {CELL}>{escape(str(one))}</th>' for one in (say("Field"), say("Mine"), say("Theirs"))
    )
    lines = "".join(
        f'<tr><th scope="row" {CELL}>{escape(row.label)}</th><td {CELL}>{_text(row.mine)}</td>'
        f"<td {CELL}>{_text(row.theirs)}</td></tr>"
        for row in rows(clash)
    )
    caption = escape(str(say("Different in the copies: {object}", object=name)))
    table = widgets.HTML(
        f'<p><b>{caption}</b></p><table style="border-collapse: collapse">'
        f"<thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>"
    )
    radio = widgets.RadioButtons(
        options=[(str(say("mine")), "mine"), (str(say("theirs")), "theirs")],
        value=None,
        description=str(say("{object}: which stays?", object=name)),
        style={"description_width": "auto"},
        layout=widgets.Layout(width="auto"),
    )
    return widgets.VBox([table, radio]), radio


def _text(words: str) -> str:
    return escape(words).replace("\n", "<br>")
