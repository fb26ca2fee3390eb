"""A real plant at the desk: the letter as text to copy, the sheet for its answers, and a form to enter them by hand."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from html import escape
from pathlib import Path
from typing import Any, Protocol

import ipywidgets as widgets

from promplan.cases.desk import silence_of
from promplan.cases.letter import text
from promplan.language import Problem, Words, say
from promplan.plan import letters
from promplan.plan.desk import ANSWERS, Answer, Request
from promplan.plan.document import Plan
from promplan.plan.exporting import export
from promplan.plan.store import FileStore, Store
from promplan.widgets.copying import Copying
from promplan.widgets.form import Form
from promplan.widgets.guard import Guard
from promplan.widgets.panel import heading, region, set_region

FIELDS = ("state", "said", "wording", "scales", "channels", "until", "by", "ask", "received", "how")
MOST = 2_000_000  # bytes of a sheet that is read


class Row(Protocol):
    """A line of a sheet that came back: the letter it answers, the answer, or what is wrong with it."""

    id: str
    answer: Answer | None
    fault: Words | None


class Sheet(Protocol):
    """What makes the sheet and reads it back: `promplan.export.answer_sheet`."""

    def make(self, plan: Plan, wanted: Sequence[Request]) -> bytes:
        """The workbook with a line for each letter."""

    def read(self, data: bytes, plan: Plan) -> list[Any]:
        """Its lines as answers."""


class RealPlant:
    """The parts of the desk that only a real plant needs; `chosen` says which letter is open."""

    def __init__(self, store: Store, guard: Guard, sheet: Sheet, chosen: Callable[[], Request | None]) -> None:
        self.store, self.guard, self.sheet, self.chosen = store, guard, sheet, chosen
        layout = widgets.Layout(width="98%", max_width="60em")
        self.letter = widgets.Textarea(
            description=str(say("The letter, to copy")), rows=14, style={"description_width": "13em"}, layout=layout
        )
        self.copy = Copying(say("Copy the letter"))
        self.hand = widgets.VBox([])
        self.form: Form | None = None
        self.enter, self.make = (
            widgets.Button(description=str(words), layout=widgets.Layout(width="auto"))
            for words in (say("Enter this answer into the plan"), say("Make the sheet for the answers"))
        )
        self.upload = widgets.FileUpload(
            description=str(say("Read the sheet that came back")),
            accept=".xlsx",
            layout=widgets.Layout(width="max-content"),
        )
        self.made, self.rows = region(), widgets.VBox([])
        self.enter.on_click(guard.handler(self.enter_answer))
        self.make.on_click(guard.handler(self.make_sheet))
        self.upload.observe(guard.handler(self.read_sheet, "sheet"), "value")
        self.box = widgets.VBox(
            [
                heading(str(say("A real plant: letter, sheet, answers"))),
                self.letter,
                self.copy,
                widgets.HBox([self.make, self.upload], layout=widgets.Layout(flex_flow="row wrap")),
                self.made,
                self.rows,
                self.hand,
            ]
        )

    def follow(self, real: bool) -> None:
        """Follow the plan; nothing of this is shown for an invented plant."""
        self.box.layout.display = "" if real else "none"
        if not real:
            return
        wanted = self._same_person()
        told = text(self.store.plan, wanted) if wanted else ""
        if self.letter.value != told:
            self.letter.value = self.copy.text = told
        one = self.chosen()
        sent = one is not None and one.sent is not None
        self.hand.layout.display = "" if sent else "none"
        if one is None or not sent:
            return
        address = f"{letters.PATH}/{one.id}/answer"
        if self.form is None:
            self.form = Form(self.store, address, Answer, FIELDS, self.guard)
            title = heading(str(say("What came back, entered by hand")))
            self.hand.children = (title, self.form.box, widgets.HBox([self.enter]))
        else:
            self.form.load(address)
        for name, line in zip(FIELDS, self.form.box.children, strict=True):
            hidden = (name == "scales" and not one.idea) or (
                name in ("channels", "until") and bool(one.item or one.permit)
            )
            line.layout.display = "none" if hidden else ""

    def _same_person(self) -> list[Request]:
        """The chosen letter with the other drafts and open letters to the same person."""
        one = self.chosen()
        if one is None:
            return []
        near = [it for it in self.store.plan.desk.requests if it.to == one.to and not it.answer.state]
        return near if one in near else [one]

    def enter_answer(self) -> None:
        """What the form holds becomes the clearance."""
        one = self.chosen()
        if one is None or not one.sent:
            return
        if self.form is not None and any(row.unsaved for row in self.form.rows.values()):
            raise Problem(say("The answer was not entered: a field of it is not saved. Mend it first."))
        self._enter(one.id, one.answer)

    def _enter(self, id_: str, answer: Answer) -> None:
        if not answer.state:
            raise Problem(say("{id}: say first what came back: yes, other words, no, somebody else, nothing.", id=id_))
        if answer.state in ("yes", "words"):
            answer = self._whole(id_, answer)
        today = letters.today(self.store.plan)
        received: date | None = answer.received or today
        answer = answer.model_copy(update={"received": received})
        self.store.replace(lambda plan: letters.came(plan, id_, answer, silence_of(plan, None)[1]))

    def _whole(self, id_: str, answer: Answer) -> Answer:
        """A yes with its four parts: what is left empty was asked so, and the name of whoever said it never is."""
        one = next(it for it in self.store.plan.desk.requests if it.id == id_)
        if one.item or one.permit:
            return _of_version(one, answer)
        if one.idea and answer.scales == "off" and one.scales != "off":
            off = str(say("scale removed at the plant's request"))
            answer = answer.model_copy(update={"state": "words", "wording": answer.wording.strip() or off})
        filled = {
            "wording": answer.wording.strip() or (one.wording if answer.state == "yes" else ""),
            "channels": answer.channels or one.channels,
            "until": answer.until or one.until,
            "by": answer.by.strip() or one.to,
        }
        if not filled["wording"]:
            raise Problem(say("{id}: “yes, in other words” needs the words.", id=id_))
        if filled["until"] is None:
            raise Problem(say("{id}: until which day may it be said? Ask, and write the day.", id=id_))
        return answer.model_copy(update=filled)

    def make_sheet(self) -> None:
        """The sheet beside the plan, with a line for every letter without an answer."""
        if not isinstance(self.store, FileStore):
            raise Problem(say("This plan is kept in memory only: there is no folder to write a sheet into."))
        wanted = [one for one in self.store.plan.desk.requests if not one.answer.state]
        if not wanted:
            raise Problem(say("There is no letter without an answer: write one first."))
        target = self.store.path.parent / f"{say('questions-to-the-plant')}.xlsx"
        path: Path = export(target, self.sheet.make(self.store.plan, wanted), _is_ours, force=False)
        told = say(
            "Written beside your plan: {name}. Send it with the letter; the plant fills in the last columns.",
            name=path.name,
        )
        set_region(self.made, escape(str(told)))

    def read_sheet(self) -> None:
        """What stands in the sheet, line by line: nothing is in the plan before its button is pressed."""
        if not self.upload.value:
            return
        chosen = self.upload.value[0]
        if chosen["size"] > MOST:
            raise Problem(say("{name} is too large for a sheet of answers.", name=str(chosen["name"])))
        found = self.sheet.read(bytes(chosen["content"]), self.store.plan)
        self.rows.children = tuple(self._line(one) for one in found)

    def _line(self, one: Row) -> Any:
        if one.fault is not None or one.answer is None:
            return widgets.HTML(f"<p>✘ {escape(one.id)}: {escape(str(one.fault))}</p>")
        told = say(
            "{id}: {state}. {said}",
            id=one.id,
            state=ANSWERS[one.answer.state],
            said=one.answer.wording or one.answer.said,
        )
        button = widgets.Button(
            description=str(say("Enter the answer to {id}", id=one.id)), layout=widgets.Layout(width="auto")
        )
        line = widgets.VBox([widgets.HTML(f"<p>{escape(str(told))}</p>"), button])
        button.on_click(self.guard.handler(partial(self._accept, one, line)))
        return line

    def _accept(self, one: Row, line: Any) -> None:
        assert one.answer is not None
        self._enter(one.id, one.answer)
        self.rows.children = tuple(it for it in self.rows.children if it is not line)


def _is_ours(data: bytes) -> bool:
    """Yesterday's sheet is written anew; it is told by what XlsxWriter puts into every workbook of ours."""
    return data.startswith(b"PK") and b"docProps/custom.xml" in data


def _of_version(one: Request, answer: Answer) -> Answer:
    """What was said of a version or a visit: a yes needs a name alone, changes and conditions are written down."""
    if answer.state == "words" and not (answer.wording.strip() or answer.said.strip()):
        raise Problem(say("{id}: what is to be changed, or minded? Write it down.", id=one.id))
    return answer.model_copy(update={"by": answer.by.strip() or one.to})
