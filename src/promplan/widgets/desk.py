"""The team's desk: letters to named people of the plant, the campaign's clock, and what comes back.

Drafts are records of the plan and save themselves; what was sent is only read. An invented plant answers out of its kit
when the clock has come far enough; for a real one the answers are entered by hand or read from its sheet.
"""

from collections.abc import Iterable
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import ipywidgets as widgets

from promplan.cases import desk as plant
from promplan.cases.staff import Staff, is_staffed, staff
from promplan.cases.workdays import calendar
from promplan.language import Problem, Words, pick, say, say_many
from promplan.plan import edit, letters
from promplan.plan.brief import SILENCES
from promplan.plan.desk import Request
from promplan.plan.document import Plan
from promplan.plan.enterprise import CLEARANCE_STATES
from promplan.plan.message import ANSWER_STATES
from promplan.plan.store import Store
from promplan.plan.turn import TURN
from promplan.review import Finding
from promplan.review.concerns import concerns
from promplan.text.substance import blank
from promplan.widgets.chosen import ChosenForm
from promplan.widgets.desk_real import REAL, RealPlant, Sheet
from promplan.widgets.desk_strip import in_words, strip
from promplan.widgets.desk_thread import line, static, thing, thread
from promplan.widgets.guard import Guard
from promplan.widgets.live import Live
from promplan.widgets.panel import Panel, heading, region, set_region

FIELDS = ("person", "to", "wording", "channels", "until", "purpose", "needed")
STYLE = f"<style>{(Path(__file__).parent / 'desk.css').read_text(encoding='utf-8')}</style>"
LABEL = {"description_width": "13em"}
AGAIN = {
    "": say("Ask again"),
    "words": say("Ask for other words"),
    "no": say("Ask in other words"),
    "silence": say("Ask again"),
    "yes": say("Ask for more"),
}


def desk(store: Store, sheet: Sheet) -> Panel:
    """Ask the plant what may be said, move the campaign's clock, read what comes back."""
    return _Desk(store, sheet).panel


def _wide() -> Any:
    """A layout of its own for each control: what is hidden by its layout hides alone."""
    return widgets.Layout(width="98%", max_width="60em")


def _button(words: Words) -> Any:
    return widgets.Button(description=str(words), layout=widgets.Layout(width="auto"))


class _Desk:
    def __init__(self, store: Store, sheet: Sheet) -> None:
        self.store, self.guard = store, Guard(acts=True)
        self._drawing = False
        self.head, self.told, self.whose, self.view = widgets.HTML(), region(), region(), widgets.HTML()
        self.next_day, self.next_answer = _button(say("One working day on")), _button(say("Until the next answer"))
        self.things = widgets.SelectMultiple(description=str(say("What about?")), rows=6, style=LABEL, layout=_wide())
        self.whom = widgets.Dropdown(description=str(say("Whom do you ask?")), style=LABEL, layout=_wide())
        self.write = _button(say("Write a letter about each"))
        self.list = widgets.Select(description=str(say("Letters")), rows=7, style=LABEL, layout=_wide())
        self.send, self.send_all, self.remove = (
            _button(words) for words in (say("Send this letter"), say("Send all drafts"), say("Remove this draft"))
        )
        self.take, self.again = _button(say("Take the plant's words")), _button(AGAIN[""])
        self.form = ChosenForm(store, letters.PATH, Request, FIELDS, self.guard, {"person": self._offer})
        self.about = widgets.HTML()
        self.draft = widgets.VBox([self.about, self.form.box, _row(self.send, self.send_all, self.remove)])
        self.answered = widgets.VBox([self.view, _row(self.take, self.again)])
        self.real = RealPlant(store, self.guard, sheet, self._chosen)
        self.letters = widgets.VBox([self.list, self.draft, self.answered])
        acts = {
            self.next_day: self.one_day, self.next_answer: self.until_next, self.write: self.draft_each,
            self.send: self.send_one, self.send_all: self.send_every, self.remove: self.remove_draft,
            self.take: self.take_words, self.again: self.ask_again,
        }  # fmt: skip
        for button, act in acts.items():
            button.on_click(self.guard.handler(act))
        self.list.observe(self._choose, "value")
        self.whom.observe(lambda _: self._say_whose(), "value")
        store.watch(self.draw)
        self.draw()
        says = Live(store, "01-facts", _belongs)
        title = str(say("The desk: the plant answers"))
        lead = say("Nothing goes out that nobody let out. Ask whoever answers for it, in the words you would use.")
        hint = say("Several at once: hold Ctrl or Shift.")
        children = [
            heading(title), widgets.HTML(f"{STYLE}<p class='promplan-desk'>{escape(str(lead))}</p>"),
            self.head, _row(self.next_day, self.next_answer), self.told,
            self.things, widgets.HTML(f"<p class='promplan-desk'>{escape(str(hint))}</p>"), self.whom, self.whose,
            _row(self.write), self.letters, self.guard, says.view, self.real.box,
        ]  # fmt: skip
        self.panel = Panel(title, children, f"<p>{escape(str(lead))}</p>{static(store.plan)}")
        self.panel.add_class("promplan-desk-box")

    # what the plan says

    @property
    def staff(self) -> Staff | None:
        """The people of an invented plant, in the language of the plan's words."""
        meta = self.store.plan.meta
        return staff(meta.case, meta.language) if is_staffed(meta.case) else None

    def _today(self) -> date:
        if (day := letters.today(self.store.plan)) is None:
            raise Problem(say("The plan has no day yet: give it in unit 0, under “Count from this day”."))
        return day

    def _requests(self) -> list[Request]:
        return self.store.plan.desk.requests

    def _chosen(self) -> Request | None:
        return next((one for one in self._requests() if one.id == self.list.value), None)

    def _offer(self, plan: Plan) -> list[tuple[str, str]]:
        return _people(self.staff)

    # following the plan

    def draw(self) -> None:
        """Follow the plan: the day, what may be asked, the letters; what is chosen stays chosen."""
        plan, people = self.store.plan, self.staff
        now = letters.today(plan)
        at_work = people.at_work if people else calendar()
        awaited = [it for one in plant.under_way(plan) if people and (it := plant.expected(one, people))]
        self.head.value = strip(plan, now, at_work, lambda: awaited) if now else _paragraph(_no_day(plan))
        self.next_day.disabled = now is None
        self.next_answer.layout.display = "" if people else "none"
        self._follow(self.things, _things(plan))
        self.whom.layout.display = "" if people else "none"
        self._follow(self.whom, [(str(say("choose a person")), ""), *_people(people)])
        self._say_whose()
        rows = [(line(plan, one, self._role(plan, one.id)), one.id) for one in self._requests()]
        self.letters.layout.display = "" if rows else "none"
        self._follow(self.list, rows)
        self.send_all.description = str(say("Send all drafts ({n})", n=len(self._drafts())))
        self._show()

    def _follow(self, one: Any, options: list[tuple[str, str]]) -> None:
        """New options; what was chosen stays chosen as far as it is still there."""
        if tuple(options) == tuple(one.options):
            return
        keep, keys = one.value, [key for _, key in options]
        self._drawing = True
        one.options = options
        if isinstance(one, widgets.SelectMultiple):
            one.value = tuple(key for key in keep if key in keys)
        elif keys:
            one.value = keep if keep in keys else keys[-1 if one is self.list else 0]
        self._drawing = False

    def _choose(self, _: Any) -> None:
        with TURN:
            if not self._drawing:
                self._show()

    def _show(self) -> None:
        """The chosen letter: a form while it is a draft, then what was written and what came back."""
        one = self._chosen()
        is_draft = one is not None and one.sent is None
        self.real.follow(self.store.plan.meta.case == REAL)
        self.draft.layout.display = "" if is_draft else "none"
        self.answered.layout.display = "" if one is not None and not is_draft else "none"
        if one is None:
            return
        if is_draft:
            self.about.value = _paragraph(say("About {thing}", thing=thing(self.store.plan, one)))
            if self.form.id != one.id or self.form.form is None:
                self.form.show(one.id)
            else:
                self.form.follow()
            assert self.form.form is not None
            for name, row in zip(FIELDS, self.form.form.box.children, strict=True):
                if name in ("person", "to"):
                    row.layout.display = "" if (name == "person") == (self.staff is not None) else "none"
            return
        self.form.id = ""
        plan, people = self.store.plan, self.staff
        days, silence = plant.silence_of(plan, people)
        told = thread(plan, one, plant.expected(one, people) if people else one.needed, (days, SILENCES[silence]))
        if self.view.value != told:
            self.view.value = told
        state = one.answer.state
        self.take.layout.display = "" if state == "words" and not one.answer.taken else "none"
        self.again.layout.display = "none" if not state else ""
        words = say("Write to: {role}", role=one.answer.ask) if state == "elsewhere" else AGAIN[state]
        self.again.description = str(words)

    def _say_whose(self) -> None:
        people = self.staff
        one = people.people.get(self.whom.value or "") if people else None
        if one is None:
            set_region(self.whose, "")
            return
        many = say_many("An answer takes {n} working day.", "An answer takes {n} working days.", one.days)
        told = say("{role} answers for: {what}. {time}", role=one.role, what=one.answers_for, time=many)
        set_region(self.whose, _paragraph(told))

    def _drafts(self) -> list[str]:
        return [one.id for one in self._requests() if one.sent is None]

    # what the hand does

    def draft_each(self) -> None:
        """A draft for each chosen fact and question, to the chosen person."""
        wanted = list(self.things.value)
        if not wanted:
            raise Problem(say("Choose first what you ask about: a fact, or a hard question."))
        values = {"person": self.whom.value or ""} if self.staff else {}
        self._draft(wanted, values)

    def _draft(self, wanted: list[str], values: dict[str, Any]) -> None:
        new: list[str] = []

        def change(plan: Plan) -> Plan:
            made, ids = letters.drafted(plan, wanted, values)
            new[:] = ids
            return made

        self.store.replace(change)
        self.list.value = new[0]
        empty = [one.id for one in self._requests() if one.id in new and one.question and blank(one.wording)]
        if empty:
            ids = ", ".join(empty)
            self._tell([say("{ids}: the plan has no answer yet. Write in the letter what you would answer.", ids=ids)])

    def remove_draft(self) -> None:
        """A draft that is not needed; what was sent stays."""
        one = self._chosen()
        if one is not None and one.sent is None:
            self.store.remove(f"{letters.PATH}/{one.id}")

    def send_one(self) -> None:
        """Send the chosen draft."""
        if (one := self._chosen()) is not None:
            self._send([one.id])

    def send_every(self) -> None:
        """Send all drafts; what cannot go stays a draft, and why is said."""
        self._send(self._drafts())

    def _send(self, ids: Iterable[str]) -> None:
        form = self.form.form
        if form is not None and self.form.id and any(row.unsaved for row in form.rows.values()):
            raise Problem(
                say("{id} was not sent: what stands in its form is not saved. Mend the field first.", id=self.form.id)
            )
        gone: list[str] = []
        stay: dict[str, list[str]] = {}  # why, and which letters
        for id_ in list(ids):
            if (why := self._go(id_)) is None:
                gone.append(id_)
            else:
                stay.setdefault(str(why).rstrip("."), []).append(id_)
        if gone:
            self._tell([say("Sent: {ids}. Now move the calendar on.", ids=", ".join(gone)), *self._warnings(gone)])
        if stay:
            raise Problem(say("{why}", why="; ".join(str(_not_sent(those, why)) for why, those in stay.items())))

    def _go(self, id_: str) -> Words | None:
        """Send a letter; why it cannot go, else None."""
        plan, to = self.store.plan, self._role(self.store.plan, id_)
        one = next(it for it in self._requests() if it.id == id_)
        if fault := letters.unfit(plan, one, to or one.to):
            return fault
        try:
            self.store.replace(lambda it: letters.sent(it, id_, to))
        except Problem as problem:
            return problem.what
        return None

    def _role(self, plan: Plan, id_: str) -> str:
        one = edit.find(plan, f"{letters.PATH}/{id_}")
        person = self.staff.people.get(getattr(one, "person", "")) if self.staff else None
        return person.role if person else "" if self.staff else str(getattr(one, "to", ""))

    def _warnings(self, ids: list[str]) -> list[Words]:
        """Letters whose answer will come too late, said as they go out."""
        people, end = self.staff, self.store.plan.meta.campaign_end
        found: dict[tuple[date, date], list[str]] = {}
        for one in self._requests():
            due = plant.expected(one, people) if people and one.id in ids else None
            need = min((it for it in (one.needed, end) if it), default=None)
            if due and need and due > need:
                found.setdefault((due, need), []).append(one.id)
        late = [{"ids": ", ".join(those), "due": due, "need": need} for (due, need), those in found.items()]
        return [say("Asked too late: {ids}. The answer comes on {due}, it is needed by {need}.", **one) for one in late]

    def one_day(self) -> None:
        """The next working day of the plant."""
        now = self._today()
        self._move(now, plant.next_day(self.staff, now, calendar()))

    def until_next(self) -> None:
        """The day on which the next answer comes, or silence is complete."""
        now, people = self._today(), self.staff
        day = plant.next_answer(self.store.plan, people, now) if people else None
        if day is None:
            raise Problem(say("Nothing is under way: send a letter first. The calendar stays where it is."))
        self._move(now, day)

    def _move(self, now: date, day: date) -> None:
        people = self.staff
        self.store.replace(lambda plan: plant.come_in(plan, people, day, concerns))
        came = [one for one in self._requests() if one.answer.received and now < one.answer.received <= day]
        told = [say("It is {day}.", day=in_words(day))]
        told += [say("{letter}", letter=line(self.store.plan, one, one.to)) for one in came] or [say("Nothing came.")]
        if came:
            self.list.value = came[0].id
        self._tell(told)

    def take_words(self) -> None:
        """The plant's own words become the clearance."""
        if (one := self._chosen()) is not None:
            self.store.replace(lambda plan: letters.taken(plan, one.id))
            self._tell([say("Taken: {thing} may be said in the plant's words.", thing=one.fact or one.question)])

    def ask_again(self) -> None:
        """A new draft about the same thing: to the same person, or to whom the plant named."""
        one = self._chosen()
        if one is None:
            return
        values: dict[str, Any] = {
            "person": one.person, "to": one.to, "wording": one.wording, "channels": one.channels, "until": one.until,
            "purpose": one.purpose, "needed": one.needed,
        }  # fmt: skip
        if one.answer.state == "elsewhere":
            people = self.staff.people.values() if self.staff else ()
            named = next((it.id for it in people if it.role == one.answer.ask), "")
            values |= {"person": named, "to": one.answer.ask}
        if not edit.is_there(self.store.plan, letters.about(one)):
            id_ = one.fact or one.question
            raise Problem(say("{id} is no longer in the plan: choose above what you ask about.", id=id_))
        self._draft([letters.about(one)], values)

    def _tell(self, lines: list[Words]) -> None:
        set_region(self.told, "".join(_paragraph(one) for one in lines))


def _not_sent(ids: list[str], why: str) -> Words:
    """Why letters stay; the reason is told once for all that share it."""
    if len(ids) == 1:
        return say("{id} was not sent: {why}", id=ids[0], why=why)
    return say("{ids} were not sent: {why}", ids=", ".join(ids), why=why)


def _belongs(one: Finding) -> bool:
    """What is said of the letters, and whether enough is cleared."""
    return one.rule == "FACT-6D" or one.object == "desk" or (one.object[:1] == "R" and one.object[1:].isdigit())


def _row(*children: Any) -> Any:
    return widgets.HBox(list(children), layout=widgets.Layout(flex_flow="row wrap"))


def _paragraph(words: Words) -> str:
    return f'<p class="promplan-desk">{escape(str(words))}</p>'


def _no_day(plan: Plan) -> Words:
    if not plan.meta.case:
        return say("Choose a plant first: the plant picker is in unit 0.")
    return say("The plan has no day yet: give it in unit 0, under “Count from this day”.")


def _people(people: Staff | None) -> list[tuple[str, str]]:
    found = people.people.values() if people else ()
    return [(str(say("{role}: {what}", role=one.role, what=one.answers_for)), one.id) for one in found]


def _things(plan: Plan) -> list[tuple[str, str]]:
    """The facts and the hard questions, each with how it stands; those that nobody has let out come first."""
    rows = [
        (one.clearance.state == "cleared", one.id, one.statement, CLEARANCE_STATES[one.clearance.state], letters.FACTS)
        for one in plan.enterprise.facts
    ]
    rows += [
        (one.state == "cleared", one.id, one.question, ANSWER_STATES[one.state], letters.QUESTIONS)
        for one in plan.message.questions
    ]
    rows.sort(key=lambda it: it[0])
    return [
        (f"{id_} · {said[:70] or say('(empty)')} · {pick(words)}", f"{path}/{id_}")
        for _, id_, said, words, path in rows
    ]
