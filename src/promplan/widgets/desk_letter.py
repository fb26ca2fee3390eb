"""The chosen letter at the desk: a form while it is a draft, then what was written and what came back."""

from collections.abc import Mapping
from typing import Any

import ipywidgets as widgets

from promplan.cases import desk as plant
from promplan.cases.staff import Staff
from promplan.language import Words, say
from promplan.plan import letters
from promplan.plan.brief import SILENCES
from promplan.plan.desk import Request
from promplan.plan.document import Plan
from promplan.plan.store import Store
from promplan.widgets.chosen import ChosenForm
from promplan.widgets.controls import Offer
from promplan.widgets.desk_parts import button, paragraph, row
from promplan.widgets.desk_thread import thing, thread
from promplan.widgets.guard import Guard

FIELDS = ("person", "to", "judge", "wording", "channels", "until", "purpose", "needed")
LIMITS = ("channels", "until")  # of what is let out; a version, or a visit, has none
TAKE, TAKE_WORK = say("Take the plant's words"), say("Take it as the plant wants it")
AGAIN = {
    "": say("Ask again"),
    "words": say("Ask for other words"),
    "no": say("Ask in other words"),
    "silence": say("Ask again"),
    "yes": say("Ask for more"),
}


class Letter:
    """What is shown of the chosen letter; `acts` are the buttons of a draft."""

    def __init__(self, store: Store, guard: Guard, offers: Mapping[str, Offer], *acts: Any) -> None:
        self.store = store
        self.take, self.again = button(TAKE), button(AGAIN[""])
        self.about, self.view = widgets.HTML(), widgets.HTML()
        self.form = ChosenForm(store, letters.PATH, Request, FIELDS, guard, offers)
        self.draft = widgets.VBox([self.about, self.form.box, row(*acts)])
        self.answered = widgets.VBox([self.view, row(self.take, self.again)])

    @property
    def unsaved(self) -> bool:
        """Does something stand in the form that is not in the plan?"""
        form = self.form.form
        return form is not None and bool(self.form.id) and any(one.unsaved for one in form.rows.values())

    def show(self, one: Request | None, staff: Staff | None) -> None:
        """Show this letter, or none."""
        is_draft = one is not None and one.sent is None
        self.draft.layout.display = "" if is_draft else "none"
        self.answered.layout.display = "" if one is not None and not is_draft else "none"
        if one is not None and is_draft:
            self._write(one, staff)
        elif one is not None:
            self.form.id = ""
            self._read(self.store.plan, one, staff)

    def _write(self, one: Request, staff: Staff | None) -> None:
        self.about.value = paragraph(say("About {thing}", thing=thing(self.store.plan, one)))
        if self.form.id != one.id or self.form.form is None:
            self.form.show(one.id)
        else:
            self.form.follow()
        assert self.form.form is not None
        for name, line in zip(FIELDS, self.form.form.box.children, strict=True):
            hidden = (name == "person" and staff is None) or (name == "to" and staff is not None)
            hidden = hidden or (name == "judge" and not one.item) or (name in LIMITS and bool(one.item or one.permit))
            line.layout.display = "none" if hidden else ""

    def _read(self, plan: Plan, one: Request, staff: Staff | None) -> None:
        days, silence = plant.silence_of(plan, staff)
        told = thread(plan, one, plant.expected(one, staff) if staff else one.needed, (days, SILENCES[silence]))
        if self.view.value != told:
            self.view.value = told
        state = one.answer.state
        self.take.description = str(_take(one))
        self.take.layout.display = "" if state == "words" and not one.answer.taken else "none"
        self.again.layout.display = "none" if not state else ""
        words = say("Write to: {role}", role=one.answer.ask) if state == "elsewhere" else AGAIN[state]
        self.again.description = str(words)


def _take(one: Request) -> Words:
    """What taking the answer means."""
    if one.idea:
        return say("Take the scales off, as the plant wants it") if one.answer.scales == "off" else TAKE_WORK
    return say("Take it on these conditions") if one.shot or one.permit else TAKE
