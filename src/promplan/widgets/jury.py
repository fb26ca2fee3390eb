"""What a jury may ask: the sharpest questions of the plan itself, those that any jury asks, and our answers."""

from collections.abc import Sequence
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.grading import Asked, classic, questions
from promplan.language import Problem, Words, chosen, inside, say, say_many
from promplan.plan import edit
from promplan.plan.document import Plan
from promplan.plan.pitch import JuryQuestion
from promplan.plan.store import Store
from promplan.text.substance import blank
from promplan.widgets.calendar_names import EMPTY, member_named
from promplan.widgets.controls import begun
from promplan.widgets.editor import Editor
from promplan.widgets.guard import Guard
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.pitching import UNIT, paragraph, pieces
from promplan.widgets.table import Column
from promplan.widgets.visit_stops import change

PATH = "pitch.jury"
FIELDS = ("question", "answer", "who", "about")
FIRST = (("question",), ("answer",), ("who", "about"))
LEAD = say(
    "These questions come out of your own plan, the sharpest first: mend what can be mended, and have two sentences "
    "for the rest. “We do not know yet” is an answer, with what you do to find out."
)


def jury(store: Store) -> Panel:
    """Questions that a jury would ask of this plan, with our answers and who gives them."""
    return _Answering(store).panel


class _Answering:
    def __init__(self, store: Store) -> None:
        self.store = store
        columns = (
            Column(say("Question"), lambda one: (begun(one.question, 110) or str(EMPTY), ""), strong=True),
            Column(say("Our answer"), lambda one: begun(one.answer, 80) or str(say("no answer yet"))),
            Column(say("Who"), lambda one: member_named(store.plan, one.who)),
        )
        self.editor = Editor(
            store,
            PATH,
            FIELDS,
            say("Questions of a jury"),
            UNIT,
            about=("jury",),
            line=lambda one: f"{one.id} · {begun(one.question, 80) or EMPTY}",
            offers={"about": pieces},
            columns=columns,
            order=Order(first=FIRST),
            place=say("Question {n} of {all}"),
        )
        self.offered = region()
        self.own = widgets.Button(description=str(say("Take the plan's own questions")))
        self.any = widgets.Button(description=str(say("Take the seven that any jury asks")))
        self.own.add_class("pp-add")
        self.own.button_style = "primary"
        self.took = Guard(acts=True)  # beside its buttons: the editor's own is far below the table
        self.own.on_click(self.took.handler(lambda: self.take(questions(store.plan))))
        self.any.on_click(self.took.handler(lambda: self.take(classic())))
        store.watch(self.draw)
        self.draw()
        title, lead = str(say("The jury asks")), paragraph(LEAD)
        row = widgets.HBox([self.own, self.any], layout=widgets.Layout(flex_flow="row wrap"))
        children: list[Any] = [heading(title), widgets.HTML(lead), self.offered, row, self.took, *self.editor.children]
        self.panel = Panel(title, children, lead + offered_html(store.plan) + static(store.plan))

    def draw(self) -> None:
        """Follow the plan: what it raises now; what could not be taken before is no matter any more."""
        self.took.report(None)
        set_region(self.offered, offered_html(self.store.plan))

    def take(self, rows: Sequence[Asked]) -> None:
        """Put the questions that are not there yet on the list."""
        fresh = [one for one in rows if one.kind not in {it.kind for it in self.store.plan.pitch.jury}]
        if not fresh:
            raise Problem(say("All of these stand on the list already."))

        def said() -> Words:
            return say_many("{n} question taken.", "{n} questions taken.", len(fresh))

        change(self.store, self.editor.rows.toast, [PATH], lambda plan: taken(plan, fresh), said)


def taken(plan: Plan, rows: Sequence[Asked]) -> Plan:
    """The plan with these questions on its list, in its own language."""
    known = {id_ for id_, _ in _ids(plan)}
    new = plan
    with inside("ru" if plan.meta.language == "ru" else "en"):
        for one in rows:
            about = [id_ for id_ in one.about if id_ in known]
            values = {"question": str(chosen(one.question)), "kind": one.kind, "about": about}
            new, _ = edit.add(new, PATH, values)
    return new


def _ids(plan: Plan) -> list[tuple[str, str]]:
    return [(key, words) for words, key in pieces(plan)]


def offered_html(plan: Plan) -> str:
    """What the plan raises now, each question with what it is about and whether it is on the list."""
    rows = questions(plan)
    held = {one.kind for one in plan.pitch.jury}
    if not rows:
        return paragraph(say("The plan raises no question of its own yet: fill it first."))
    told = "".join(f"<li>{escape(str(one.question))}{_behind(one)}{_state(plan, one, held)}</li>" for one in rows)
    return f'<ol class="pp-asked">{told}</ol>'


def _behind(one: Asked) -> str:
    return f' <span class="pp-reference">[{escape(", ".join(one.about))}]</span>' if one.about else ""


def _state(plan: Plan, one: Asked, held: set[str]) -> str:
    if one.kind not in held:
        return ""
    row = next(it for it in plan.pitch.jury if it.kind == one.kind)
    told = say("on the list, no answer yet") if blank(row.answer) else say("on the list, answered")
    return f" <small>· {escape(str(told))}</small>"


def static(plan: Plan) -> str:
    """Without a kernel: the questions with their answers."""
    rows = "".join(_row(plan, one) for one in plan.pitch.jury)
    return f"<dl>{rows}</dl>" if rows else ""


def _row(plan: Plan, one: JuryQuestion) -> str:
    who = member_named(plan, one.who)
    answer = one.answer or str(say("no answer yet"))
    return f"<dt>{escape(one.question)}</dt><dd>{escape(answer)}{f' · {escape(who)}' if who else ''}</dd>"
