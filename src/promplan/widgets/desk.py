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
from promplan.days.workdays import at_work
from promplan.language import Problem, Words, say, say_many
from promplan.plan import asking, edit, letters
from promplan.plan.desk import Request
from promplan.plan.document import Plan
from promplan.plan.meta import REAL
from promplan.plan.store import Store
from promplan.plan.turn import TURN
from promplan.review import Finding
from promplan.review.concerns import concerns
from promplan.text.substance import blank
from promplan.widgets.desk_letter import Letter
from promplan.widgets.desk_list import letter_row, letter_table
from promplan.widgets.desk_offer import HEADS, judge_of, judges, things
from promplan.widgets.desk_offer import people as offered
from promplan.widgets.desk_parts import button, paragraph, row
from promplan.widgets.desk_post import late, role, sent
from promplan.widgets.desk_real import RealPlant, Sheet
from promplan.widgets.desk_strip import strip
from promplan.widgets.desk_thread import line, static
from promplan.widgets.guard import Guard
from promplan.widgets.live import Live
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.picks import Picks
from promplan.widgets.spoken_days import in_words

STYLE = f"<style>{(Path(__file__).parent / 'desk.css').read_text(encoding='utf-8')}</style>"
LABEL = {"description_width": "13em"}


def desk(store: Store, sheet: Sheet) -> Panel:
    """Ask the plant what may be said, move the campaign's clock, read what comes back."""
    return _Desk(store, sheet).panel


def _wide() -> Any:
    """A layout of its own for each control: what is hidden by its layout hides alone."""
    return widgets.Layout(width="98%", max_width="60em")


def _beside(table: list[Any], card: list[Any]) -> Any:
    """A table and the card of its chosen row, as in every register."""
    rows, record = widgets.VBox(table), widgets.VBox(card)
    box = widgets.VBox([rows, record])
    for one, name in ((rows, "pp-records"), (record, "pp-record"), (box, "pp-register")):
        one.add_class(name)
    return box


class _Desk:
    def __init__(self, store: Store, sheet: Sheet) -> None:
        self.store, self.guard = store, Guard(acts=True)
        self._drawing = False
        self.head, self.told, self.whose = widgets.HTML(), region(), region()
        self.next_day, self.next_answer = button(say("One working day on")), button(say("Until the next answer"))
        self.things = Picks(say("What about?"), HEADS)
        self.whom = widgets.Dropdown(description=str(say("Whom do you ask?")), style=LABEL, layout=_wide())
        self.write = button(say("Write a letter about each"))
        self.list = letter_table()
        self.send, self.send_all, self.remove = (
            button(words) for words in (say("Send this letter"), say("Send all drafts"), say("Remove this draft"))
        )
        offers = {"person": lambda _: offered(self.staff), "judge": judges}
        self.letter = Letter(store, self.guard, offers, self.send, self.send_all, self.remove)
        self.real = RealPlant(store, self.guard, sheet, self._chosen)
        self.letters = _beside([self.list], [self.letter.draft, self.letter.answered])
        acts = {
            self.next_day: self.one_day, self.next_answer: self.until_next, self.write: self.draft_each,
            self.send: self.send_one, self.send_all: self.send_every, self.remove: self.remove_draft,
            self.letter.take: self.take_words, self.letter.again: self.ask_again,
        }  # fmt: skip
        for press, act in acts.items():
            press.on_click(self.guard.handler(act))
        self.list.observe(self._choose, "value")
        self.whom.observe(lambda _: self._say_whose(), "value")
        store.watch(self.draw)
        self.draw()
        says = Live(store, "01-facts", _belongs)
        title = str(say("The desk: the plant answers"))
        lead = say("Nothing goes out that nobody let out. Ask whoever answers for it, in the words you would use.")
        children = [
            heading(title), widgets.HTML(f"{STYLE}<p class='promplan-desk'>{escape(str(lead))}</p>"),
            self.head, row(self.next_day, self.next_answer), self.told,
            self.things, self.whom, self.whose,
            row(self.write), self.letters, self.guard, says.view, self.real.box,
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

    # following the plan

    def draw(self) -> None:
        """Follow the plan: the day, what may be asked, the letters; what is chosen stays chosen."""
        plan, people = self.store.plan, self.staff
        now = letters.today(plan)
        works = at_work(plan)
        awaited = [it for one in plant.under_way(plan) if people and (it := plant.expected(one, people))]
        self.head.value = strip(plan, now, works, lambda: awaited) if now else paragraph(_no_day(plan))
        self.next_day.disabled = now is None
        self.next_answer.layout.display = "" if people else "none"
        self._follow(self.things, things(plan))
        self.whom.layout.display = "" if people else "none"
        self._follow(self.whom, [(str(say("choose a person")), ""), *offered(people)])
        self._say_whose()
        self._follow_letters([letter_row(plan, one, role(plan, people, one.id)) for one in self._requests()])
        n, real = len(self._drafts()), plan.meta.case == REAL  # we send nothing to a real plant: the team does
        self.send.description = str(say("I have sent this letter") if real else say("Send this letter"))
        self.send_all.description = str(
            say("All drafts are sent ({n})", n=n) if real else say("Send all drafts ({n})", n=n)
        )
        self._show()

    def _follow(self, one: Any, options: list[tuple[str, str]]) -> None:
        """New options; what was chosen stays chosen as far as it is still there."""
        if tuple(options) == tuple(one.options):
            return
        keep, keys = one.value, [key for _, key in options]
        self._drawing = True
        one.options = options
        if one is self.things:
            one.value = tuple(key for key in keep if key in keys)
        elif keys:
            one.value = keep if keep in keys else keys[0]
        self._drawing = False

    def _follow_letters(self, rows: list[dict[str, Any]]) -> None:
        """The letters as they are now; the chosen one stays chosen, else the last one is."""
        self.letters.layout.display = "" if rows else "none"
        if rows == self.list.rows:
            return
        keys = [str(one["key"]) for one in rows]
        self._drawing = True
        self.list.rows = rows
        if self.list.value not in keys:
            self.list.value = keys[-1] if keys else ""
        self._drawing = False

    def _choose(self, _: Any) -> None:
        with TURN:
            if not self._drawing:
                self._show()

    def _show(self) -> None:
        self.real.follow(self.store.plan.meta.case == REAL)
        self.letter.show(self._chosen(), self.staff)

    def _say_whose(self) -> None:
        people = self.staff
        one = people.people.get(self.whom.value or "") if people else None
        if one is None:
            set_region(self.whose, "")
            return
        many = say_many("An answer takes {n} working day.", "An answer takes {n} working days.", one.days)
        told = say("{role} answers for: {what}. {time}", role=one.role, what=one.answers_for, time=many)
        set_region(self.whose, paragraph(told))

    def _drafts(self) -> list[str]:
        return [one.id for one in self._requests() if one.sent is None]

    # what the hand does

    def draft_each(self) -> None:
        """A draft for each chosen fact and question, to the chosen person."""
        wanted = list(self.things.value)
        if not wanted:
            raise Problem(say("Choose first what you ask about."))
        person = self.whom.value or ""
        values = {"person": person, "judge": judge_of(self.store.plan, person)} if self.staff else {}
        self._draft(wanted, values)
        self.things.value = ()  # asked: the next press is about something else

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
        if self.letter.unsaved:
            id_ = self.letter.form.id
            raise Problem(say("{id} was not sent: what stands in its form is not saved. Mend the field first.", id=id_))
        gone, stay = sent(self.store, self.staff, ids)
        if gone:
            told = say("Sent: {ids}. Now move the calendar on.", ids=", ".join(gone))
            self._tell([told, *late(self.store.plan, self.staff, gone)])
        if stay:
            raise Problem(say("{why}", why="; ".join(str(one) for one in stay)))

    def one_day(self) -> None:
        """The next working day of the plant."""
        now = self._today()
        self._move(now, plant.next_day(self.staff, now, at_work(self.store.plan)))

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
            self._tell([_taken(one)])

    def ask_again(self) -> None:
        """A new draft about the same thing: to the same person, or to whom the plant named."""
        one = self._chosen()
        if one is None:
            return
        values: dict[str, Any] = {
            "person": one.person, "to": one.to, "wording": one.wording, "channels": one.channels, "until": one.until,
            "purpose": one.purpose, "needed": one.needed, "judge": one.judge,
        }  # fmt: skip
        if one.answer.state == "elsewhere":
            people = self.staff.people.values() if self.staff else ()
            named = next((it.id for it in people if it.role == one.answer.ask), "")
            values |= {"person": named, "to": one.answer.ask}
        if not edit.is_there(self.store.plan, letters.about(one)):
            what = asking.subject(one)
            id_ = what.id if what else "?"
            raise Problem(say("{id} is no longer in the plan: choose above what you ask about.", id=id_))
        self._draft([letters.about(one)], values)

    def _tell(self, lines: list[Words]) -> None:
        set_region(self.told, "".join(paragraph(one) for one in lines))


def _taken(one: Request) -> Words:
    """What the team has just taken into the plan."""
    if one.idea:
        return say("Taken: the work goes out as the plant wants it, and its legend says so.")
    if one.permit:
        return say("Taken: the visit is cleared there on the plant's conditions.")
    if one.shot:
        return say("Taken: the shot is cleared on the plant's conditions.")
    return say("Taken: {thing} may be said in the plant's words.", thing=one.fact or one.question)


def _belongs(one: Finding) -> bool:
    """What is said of the letters, and whether enough is cleared."""
    return one.rule == "FACT-6D" or one.object == "desk" or (one.object[:1] == "R" and one.object[1:].isdigit())


def _no_day(plan: Plan) -> Words:
    if not plan.meta.case:
        return say("Choose a plant first: the plant picker is in unit 0.")
    return say("The plan has no day yet: give it in unit 0, under “Count from this day”.")
