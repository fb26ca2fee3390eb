"""A press release: headline, lead, quotation, facts, contact, day, read live by an editor who has one minute."""

from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import Problem, Words, say
from promplan.plan.items import Item
from promplan.plan.production import Dates
from promplan.plan.store import Store
from promplan.widgets.form import Form
from promplan.widgets.guard import Guard
from promplan.widgets.in_piece import row
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel, heading
from promplan.widgets.piece_form import PieceForm
from promplan.widgets.release_look import checked, marked
from promplan.widgets.release_put import about, contact, day_of, quotation, told, why_unnamed, wording
from promplan.widgets.toast import Toast
from promplan.widgets.which_piece import Picker, show

FORM = "press release"
FIELDS = ("headline", "text", "facts")
LOOKS: dict[str, Any] = {"style": {"description_width": "initial"}, "layout": {"max_width": "44em"}}
LEAD = say("An editor gives it a minute. Who does what, when and where; one voice with its name; whom to ring.")
NONE = say("There is no press release yet.")


def release(store: Store) -> Panel:
    """The press releases of the plan, to write."""
    return _Release(store).panel


class _Release:
    def __init__(self, store: Store) -> None:
        self.store, self.guard = store, Guard()
        self.toast = Toast(self.guard)
        self.picker = Picker(store, self.guard, lambda: self.draw(), lambda one: one.form == FORM, NONE)
        self.begin = self._button(say("Begin a press release"), self.new)
        self.form = PieceForm(
            store, self.picker, FIELDS, self.guard, ("FACT-6I",), Order(typed=self.toast.clear), ("ITEM-6",)
        )
        self.day: Form | None = None
        self.days = widgets.VBox([])
        self.person = widgets.Dropdown(description=str(say("Whom do you quote?")), options=[], **LOOKS)
        self.fact = widgets.Dropdown(description=str(say("Which fact?")), options=[], **LOOKS)
        self.quote = self._button(say("Put a quotation in"), self.put_quotation)
        self.say_fact = self._button(say("Put the fact in"), self.put_fact)
        plant = self._button(say("Put in: about the plant"), lambda: self._put(about))
        whom = self._button(say("Put in: contact"), lambda: self._put(contact))
        self.check, self.view = widgets.HTML(), widgets.HTML()
        self.put = widgets.VBox([row(self.person, self.quote), row(self.fact, self.say_fact), row(plant, whom)])
        write = widgets.VBox([self.form.box, self.days, self.put, self.toast, self.guard])
        self.body = widgets.HBox([write, widgets.VBox([self.check, self.view])])
        self.body.add_class("pp-posting-body")
        self.draw()
        title = str(say("Press release"))
        lead = f"<p>{escape(str(LEAD))}</p>"
        children = [heading(title), widgets.HTML(lead), self.picker.box, self.begin, self.body]
        self.panel = Panel(title, children, f"{lead}{self._static()}")
        self.panel.add_class("pp-posting")

    def _button(self, words: Words, act: Any) -> Any:
        button = widgets.Button(description=str(words), layout=widgets.Layout(width="auto"))
        button.on_click(self.guard.handler(act))
        return button

    def _static(self) -> str:
        releases = [one for one in self.store.plan.items if one.form == FORM]
        return "".join(f"<h4>{escape(one.headline or one.title)}</h4>{marked(one)}" for one in releases)

    def draw(self) -> None:
        """Follow the plan and the choice of the piece."""
        self.form.load()
        item = self.picker.item
        self.begin.layout.display = "none" if item else ""
        self.body.layout.display = "" if item else "none"
        if item is None:
            return
        self._date(item)
        plan = self.store.plan
        on = day_of(plan, item)
        people = [(_named(one.role or one.id, why_unnamed(one, on)), one.id) for one in plan.visit.people]
        _offer(self.person, people)
        known = {one.id: one for one in plan.enterprise.facts}
        _offer(self.fact, [(told(known[id_]), id_) for id_ in item.facts if id_ in known])
        for button, part in ((self.quote, self.person), (self.say_fact, self.fact)):
            for one in (button, part):
                one.layout.display = "" if part.options else "none"
        for region, html in ((self.check, checked(plan, item)), (self.view, marked(item))):
            if region.value != html:
                region.value = html

    def _date(self, item: Item) -> None:
        """The day of publishing: a field of the piece's dates."""
        address = f"items/{item.id}/dates"
        if self.day is None:
            self.day = Form(self.store, address, Dates, ("publish",), self.guard)
            self.days.children = (self.day.box,)
        elif self.day.address != address:
            self.day.load(address)
        else:
            self.day.load()

    def new(self) -> None:
        """A first press release among the pieces."""
        show(self.store, self.store.add("items", {"form": FORM, "title": str(say("Press release"))}))

    def put_quotation(self) -> None:
        """A quotation of the chosen person, to fill in."""
        person = next((one for one in self.store.plan.visit.people if one.id == self.person.value), None)
        if person is not None:
            self._put(lambda plan, item: quotation(plan, item, person))

    def put_fact(self) -> None:
        """The chosen fact in its cleared words."""
        fact = next((one for one in self.store.plan.enterprise.facts if one.id == self.fact.value), None)
        if fact is not None:
            self._put(lambda plan, item: wording(fact))

    def _put(self, paragraph: Any) -> None:
        """A paragraph at the end of the text; Undo takes it out while nothing else was typed."""
        item = self.picker.item
        if item is None:
            raise Problem(NONE)
        before, added = item.text, paragraph(self.store.plan, item)
        text = f"{before.rstrip()}\n\n{added}" if before.strip() else added
        address = f"items/{item.id}"
        self.store.put(address, {"text": text}, seen={"text": before})

        def undo() -> Words:
            self.store.put(address, {"text": before}, seen={"text": text})
            return say("Taken out again.")

        self.toast.offer(say("Put at the end of the text. Fill the gaps […]."), undo)


def _named(role: str, why: Words | None) -> str:
    return f"{role}: {say('may be named')}" if why is None else f"{role}: {say('not by name, {why}', why=why)}"


def _offer(part: Any, options: list[tuple[str, str]]) -> None:
    """New options; what was chosen stays chosen."""
    if list(part.options) == options:
        return
    keep, keys = part.value, [key for _, key in options]
    part.options = options
    part.value = keep if keep in keys else next(iter(keys), None)
