"""The hard questions, their answers and who let them out; ten that every plant is asked lie ready."""

import tomllib
from functools import cache
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan import assets
from promplan.language import Problem, current, pick, say, say_in, say_many
from promplan.plan import edit, letters
from promplan.plan.document import Plan
from promplan.plan.message import ANSWER_STATES, Question
from promplan.plan.store import Store
from promplan.review import Finding
from promplan.review.message import QUESTIONS, UNIT
from promplan.text.lengths import words
from promplan.widgets.ask import Ask
from promplan.widgets.controls import begun
from promplan.widgets.editor import Editor
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.table import Column

FIELDS = ("question", "answer", "state", "cleared_by")
MOST = 60  # that the plan holds


@cache
def asked_always() -> tuple[dict[str, Any], ...]:
    """The questions of `assets/questions.toml`: id, asked_by, text and nudge, the words in both languages."""
    rows = tomllib.loads((assets.folder() / "questions.toml").read_text(encoding="utf-8"))["question"]
    return tuple(rows)


def hard_questions(store: Store) -> Panel:
    """The team's hard questions, to edit."""
    return _Asked(store).panel


class _Asked:
    def __init__(self, store: Store) -> None:
        self.store = store
        self.editor = Editor(
            store,
            "message.questions",
            FIELDS,
            say("Hard questions"),
            UNIT,
            line=_line,
            columns=COLUMNS,
            order=Order(beside={"cleared_by": lambda: Ask(letters.QUESTIONS)}),
            place=say("Question {n} of {all}"),
        )
        self.counter, self.taken, self.nudge = region(), region(), region()
        self.take = widgets.Button(
            description=str(say("Fill up to ten from what is always asked")),
            layout=widgets.Layout(width="auto", align_self="flex-start"),
        )
        self.take.on_click(self.editor.guard.handler(self.take_ten))
        self.editor.says.belongs = _belongs
        self.editor.says.draw()
        self.editor.rows.list.observe(lambda _: self.draw(), "value")
        store.watch(self.draw)
        self.draw()
        title = str(say("Hard questions"))
        self.editor.in_card(self.nudge)
        children = [heading(title), self.take, self.taken, self.counter, *self.editor.children]
        self.panel = Panel(title, children, _static(store.plan))

    def draw(self) -> None:
        """Follow the plan: how many are answered, and a nudge for the chosen one."""
        set_region(self.counter, escape(_count(self.store.plan.message.questions)))
        chosen = self.editor.rows.list.value
        text = next((one.question for one in self.store.plan.message.questions if one.id == chosen), "")
        set_region(self.nudge, _nudge(text))

    def take_ten(self) -> None:
        """Put so many of those that are always asked behind the team's own that there are ten, in one save."""
        new: list[Question] = []

        def taking(plan: Plan) -> Plan:  # the store may have read a newer plan than the one on the screen
            taken = filled_up(plan)
            new[:] = taken.message.questions[len(plan.message.questions) :]
            return taken

        self.store.replace(taking)
        if new:
            self.editor.rows.list.value = new[0].id
        n = len(new)
        many = say_many("{n} question is new: ten in all.", "{n} questions are new: ten in all.", n)
        set_region(self.taken, escape(str(many if n else say("There are ten questions already."))))


def _belongs(one: Finding) -> bool:
    """What is said of the questions, and of their number."""
    return one.rule == "MSG-10" or one.object.startswith("Q")


def filled_up(plan: Plan) -> Plan:
    """The plan with ten questions, the missing ones of those always asked, in the language that the page speaks.

    One that is there in either language is not doubled; lines in which nothing is asked yet are not counted.

    Raises:
        Problem: the plan holds too many lines already.
    """
    asked = [one.question for one in plan.message.questions if words(one.question)]
    there = {_bare(one) for one in asked}
    missing = [one["text"] for one in asked_always() if not there & {_bare(text) for text in one["text"].values()}]
    missing = missing[: max(0, QUESTIONS - len(asked))]
    room = MOST - len(plan.message.questions)
    if len(missing) > room:
        raise Problem(
            say(
                "The plan holds {most} questions at most, and there is room for {room}. Remove some first.",
                most=MOST,
                room=room,
            )
        )
    for text in missing:
        plan, _ = edit.add(plan, "message.questions", {"question": text[current()]})
    return plan


def _bare(text: str) -> str:
    """A question without what typing differs in: case, spaces, ё, the sign at its end."""
    return " ".join(text.casefold().replace("ё", "е").split()).rstrip(" ?!.…")


def _dealt_with(one: Question) -> bool:
    """Has it an answer, or the decision not to answer?"""
    return bool(words(one.question)) and (one.state == "refused" or bool(words(one.answer)))


def _count(questions: list[Question]) -> str:
    answered = [one for one in questions if _dealt_with(one)]
    cleared = sum(one.state == "cleared" for one in answered)
    if len(answered) > QUESTIONS:
        return str(say("Answered: {n}, and ten were asked for. Cleared: {cleared}.", n=len(answered), cleared=cleared))
    return str(say("Answered: {n} of ten. Cleared: {cleared}.", n=len(answered), cleared=cleared))


def _nudge(text: str) -> str:
    bare = _bare(text)
    known = next((one for one in asked_always() if bare in {_bare(it) for it in one["text"].values()}), None)
    if known is None:
        return ""
    asks = say("Who asks: {who}. How to answer: {nudge}", who=known["asked_by"], nudge=known["nudge"])
    return f'<p style="max-width:60em; line-height:1.4">{escape(str(asks))}</p>'


COLUMNS = (
    Column(say("Question"), lambda one: begun(one.question, 120) or str(say("(empty)"))),
    Column(say("Our answer"), lambda one: begun(one.answer, 90)),
    Column(say_in("answer", "Clearance"), lambda one: _state(one)),
)


def _line(one: Question) -> str:
    sign = "✔" if one.state == "cleared" and one.answer.strip() else "…" if _dealt_with(one) else "·"
    return f"{one.id} {sign} {begun(one.question) or say('(empty)')} · {_state(one)}"


def _state(one: Question) -> str:
    return str(pick(ANSWER_STATES[one.state]) if _dealt_with(one) else say("no answer yet"))


def _static(plan: Plan) -> str:
    rows = "".join(
        f"<dt>{escape(one.id)} · {escape(one.question or str(say('(empty)')))} ({escape(_state(one))})</dt>"
        f"<dd>{escape(one.answer)}</dd>"
        for one in plan.message.questions
    )
    return f"<p>{escape(_count(plan.message.questions))}</p>" + (f"<dl>{rows}</dl>" if rows else "")
