"""A sheet of questions: quiz, prediction, sort-the-claim, can-this-be, exit ticket. Answers live in the plan."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any, Literal

import anywidget
import traitlets

from promplan.language import Problem, Words, pick, say, say_in, say_many
from promplan.plan.document import Plan
from promplan.plan.store import Store
from promplan.text.substance import blank
from promplan.widgets import parts
from promplan.widgets.distance import Guess
from promplan.widgets.guard import Guard
from promplan.widgets.panel import Panel

Kind = Literal["quiz", "predict", "sort", "believe", "ticket", "estimate", "curve"]
Told = Mapping[str, str]  # {en, ru}
YES = re.compile(r"(?:Yes|Да)\b")
TITLES = {
    "quiz": say("Question"),
    "predict": say("Predict first"),
    "sort": say("Sort these"),
    "believe": say("Can this be?"),
    "ticket": say("Exit ticket"),
    "estimate": say("Guess before you look"),
    "curve": say("Draw before you look"),
}


@dataclass(frozen=True)
class Option:
    """One answer that may be chosen, and what is said to whoever chose it."""

    id: str
    text: Told
    right: bool = False
    feedback: Told | None = None


@dataclass(frozen=True)
class Question:
    """A question; without options the answer is written, and `feedback` says what a good one holds.

    With a `guess` it is answered on a line or by a curve, and `feedback` is the reason that stands behind the truth.
    """

    id: str
    text: Told
    options: tuple[Option, ...] = ()
    feedback: Told | None = None
    guess: Guess | None = None


@dataclass(frozen=True)
class Sheet:
    """Questions asked together. `told` is False where the answer comes only in a later cell of the lesson.

    `plants`: the right answers are those of the plant, not the course's.
    """

    name: str
    kind: Kind
    questions: tuple[Question, ...]
    lead: Told | None = None
    told: bool = True
    plants: bool = False


def question_sheet(store: Store, sheet: Sheet) -> Panel:
    """The sheet over a team's plan: a ticket is each member's own, the others are the team's."""
    return _Asking(store, sheet).panel


def not_handed_in(plan: Plan, sheet: Sheet) -> list[str]:
    """Who has not answered every question of a ticket; where no members are entered, the team answers as one."""
    members = [(one.id, one.id if blank(one.name) else one.name) for one in plan.team.members]
    team = [("", str(say("the whole team (no members are entered yet)")))]
    return [name for id_, name in members or team if len(_given(plan, sheet, id_)) < len(sheet.questions)]


def _given(plan: Plan, sheet: Sheet, by: str) -> dict[str, str]:
    """What somebody answered to the sheet, by question."""
    asked = {f"{sheet.name}/{one.id}": one.id for one in sheet.questions}
    return {asked[one.question]: one.answer for one in plan.answers.given if one.question in asked and one.by == by}


class Paper(anywidget.AnyWidget):
    """The sheet on the screen."""

    _esm = parts.script("sheet.js")
    sheet = traitlets.Dict().tag(sync=True)
    members: traitlets.List[list[str]] = traitlets.List().tag(sync=True)
    who = traitlets.Unicode("").tag(sync=True)
    shown_for = traitlets.Unicode("").tag(sync=True)  # whose answers `given` and `said` are
    asked = traitlets.Dict().tag(sync=True)
    given = traitlets.Dict().tag(sync=True)
    said = traitlets.Dict().tag(sync=True)
    tried = traitlets.Dict().tag(sync=True)  # what was answered after the first time: it is told, and does not count
    locked = traitlets.Bool(False).tag(sync=True)
    total = traitlets.Unicode("").tag(sync=True)


class Sorting(Paper):
    """The sheet as chips and bins."""

    _esm = parts.script("sort.js")
    truth: traitlets.List[list[str]] = traitlets.List().tag(sync=True)  # statement, ours, the plant's, why


class _Asking:
    def __init__(self, store: Store, sheet: Sheet) -> None:
        self.store, self.sheet, self.guard = store, sheet, Guard()
        self.own = sheet.kind == "ticket"
        self.at_once = (
            sheet.told and sheet.kind not in ("sort", "ticket") and all(one.options for one in sheet.questions)
        )
        self.tried: dict[str, str] = {}
        self.handed_in = ""  # whose ticket was handed in just now: they read what is said to it, and nobody after them
        kind = Sorting if sheet.kind == "sort" else Paper
        self.paper = kind(sheet=self._words(), members=self._members())
        self.paper.observe(lambda change: self.guard.doing(lambda: self._answered(change["new"])), "asked")
        self.paper.observe(self.guard.handler(self._turn_page, "view"), "who")
        store.watch(self.draw)
        self.draw()
        self.panel = Panel(str(TITLES[sheet.kind]), [self.paper, self.guard], _static(sheet), card=False)

    def _words(self) -> dict[str, Any]:
        buttons = {"predict": say("That is my guess"), "sort": say("Sorted"), "ticket": say("Hand in my ticket")}
        return {
            "title": str(TITLES[self.sheet.kind]),
            "lead": str(pick(self.sheet.lead or "")),
            "across": self.sheet.kind in ("sort", "believe"),
            "asks_who": self.own,
            "at_once": self.at_once,
            "sort": {
                "tray": str(say("To be sorted")),
                "here": str(say("Put it here")),
                "undo": str(say("Undo")),
                "left": str(say("Still to sort: {n}")),
                "lifted": str(say("In your hand: {what}. Put it with a number, or choose a bin; Esc lays it back.")),
                "placed": str(say("{what}: {where}.")),
                "heads": [str(one) for one in (say("Said"), say("You"), self._whose(), say("Why"))],
            },
            "next": str(say("Next question")),
            "states": {
                "open": str(say("open")),
                "right": str(say("right")),
                "wrong": str(say("not right")),
                "noted": str(say("answered")),
            },
            "who": str(say("Who answers?")),
            "first": str(say("Choose your name first: then the fields open.")),
            "so": str(say("This is so.")),
            "button": str(buttons.get(self.sheet.kind, say_in("button", "Answer"))),
            "questions": [
                {
                    "id": one.id,
                    "text": str(pick(one.text)),
                    "options": [{"id": it.id, "text": str(pick(it.text))} for it in one.options],
                }
                for one in self.sheet.questions
            ],
        }

    def _members(self) -> list[list[str]]:
        if not self.own:
            return []
        known = [[one.id, one.id if blank(one.name) else one.name] for one in self.store.plan.team.members]
        if not known:
            return [["", str(say("the whole team (no members are entered yet)"))]]
        return [["", str(say("choose your name"))], *known]

    def _nobody(self) -> bool:
        """Has a ticket no owner yet?"""
        return self.own and len(self.paper.members) > 1 and not self.paper.who

    def _answered(self, asked: dict[str, Any]) -> None:
        if self._nobody():
            raise Problem(say("Choose your name first: a ticket is each member's own."))
        if self.own and asked.get("who", self.paper.who) != self.paper.who:
            raise Problem(say("The name was changed while you handed in. Choose your name again."))
        if self.own and self._whole():
            raise Problem(say("This ticket is handed in already."))
        known = {one.id for one in self.sheet.questions}
        answers = {
            key: str(text)[:2000] for key, text in asked.get("answers", {}).items() if key in known and str(text)
        }
        if self.at_once:  # a second try is possible, the first one counts
            before = self._given()
            self.tried |= {key: text for key, text in answers.items() if key in before}
            answers = {key: text for key, text in answers.items() if key not in before}
        if answers:
            self.store.answer({f"{self.sheet.name}/{key}": text for key, text in answers.items()}, by=self.paper.who)
        if self.own and self._whole():
            self.handed_in = self.paper.who or "team"
        self.draw()
        missing = [one.id for one in self.sheet.questions if one.id not in self._given()]
        if missing and not self.at_once:
            choose = {"mark": "→", "text": str(say("No answer yet."))}
            self.paper.said = {**self.paper.said, **dict.fromkeys(missing, choose)}

    def _whose(self) -> Words:
        return say("The plant") if self.sheet.plants else say_in("column", "Right answer")

    def _given(self) -> dict[str, str]:
        return {} if self._nobody() else _given(self.store.plan, self.sheet, self.paper.who)

    def _whole(self) -> bool:
        return len(self._given()) == len(self.sheet.questions)

    def _turn_page(self) -> None:
        self.handed_in = ""
        self.draw()

    def draw(self) -> None:
        """Follow the plan: the answers given, and what is said to each; one message, so that no two members' mix."""
        with self.paper.hold_sync():
            if self.paper.members != self._members():
                self.paper.members = self._members()
                if self.paper.who not in [one[0] for one in self.paper.members]:
                    self.paper.who = ""
            given, whole = self._given(), self._whole()
            mine = not self.own or self.handed_in == (self.paper.who or "team")
            away = self.own and whole and not mine  # handed in before: it lies in the plan, and not on the screen
            asked = [one for one in self.sheet.questions if one.id in given and not away]
            self.paper.given = {one.id: given[one.id] for one in asked}
            self.tried = {key: text for key, text in self.tried.items() if key in given}
            self.paper.tried = dict(self.tried)
            latest = {**given, **self.tried}
            self.paper.said = {one.id: self._said(one, latest[one.id], key=mine) for one in asked}
            self.paper.locked = self._nobody() or (whole and self.sheet.kind in ("predict", "sort", "ticket"))
            if isinstance(self.paper, Sorting):
                self.paper.truth = self._truth(given) if whole and self.sheet.told else []
            self.paper.total = str(say("Your ticket is handed in.")) if self.own and whole else self._total(given)
            self.paper.shown_for = self.paper.who

    def _said(self, question: Question, answer: str, *, key: bool) -> dict[str, str]:
        if not key:
            return {"mark": "·", "text": str(say("Noted. The right answers come when everything is answered."))}
        if not self.sheet.told:
            return {"mark": "·", "text": str(say("Noted. The answer comes next."))}
        if not question.options:
            return {"mark": "·", "text": str(pick(question.feedback or ""))}
        chosen = next((one for one in question.options if one.id == answer), None)
        if chosen is None:  # the course was changed since the answer was given
            return {}
        why = str(pick(chosen.feedback or question.feedback or ""))
        word = str(say("Right.")) if chosen.right else str(say("Not so."))
        if chosen.right and YES.match(why):  # "Right. Yes." says it twice
            word = ""
        if not chosen.right and self.sheet.kind == "predict":  # there is no second try: say what is so
            so = next(str(pick(one.text)) for one in question.options if one.right)
            why = " ".join(filter(None, (why, str(say("It is: {text}.", text=so.rstrip("."))))))
        right = next((one.id for one in question.options if one.right), "")
        return {"mark": "✔" if chosen.right else "✘", "word": word, "text": why, "right": right}

    def _truth(self, given: dict[str, str]) -> list[list[str]]:
        """Each statement with what the team said, what is so, and why."""
        rows = []
        for one in self.sheet.questions:
            texts = {it.id: str(pick(it.text)) for it in one.options}
            right = next(it for it in one.options if it.right)
            why = str(pick(right.feedback or one.feedback or ""))
            rows.append([str(pick(one.text)), texts.get(given[one.id], ""), texts[right.id], why])
        return rows

    def _total(self, given: dict[str, str]) -> str:
        asked = self.sheet.questions
        if self.sheet.told and self.sheet.kind == "predict" and len(given) == len(asked):
            return str(say("Your guess is kept as it is: the first one counts."))
        if self.sheet.kind == "sort" and len(given) == len(asked):
            return "" if self.sheet.told else str(say("Your sorting is kept. The answers come later."))
        if not self.sheet.told or len(asked) < 3 or len(given) < len(asked) or not all(one.options for one in asked):
            return ""
        n = sum(one.right and one.id == given[question.id] for question in asked for one in question.options)
        return str(say_many("{n} of {all} is right.", "{n} of {all} are right.", n, all=len(asked)))


def _static(sheet: Sheet) -> str:
    rows = []
    for one in sheet.questions:
        options = "".join(f"<li>{escape(str(pick(it.text)))}</li>" for it in one.options)
        rows.append(f"<li>{escape(str(pick(one.text)))}{f'<ul>{options}</ul>' if options else ''}</li>")
    lead = f"<p>{escape(str(pick(sheet.lead)))}</p>" if sheet.lead else ""
    return f"{lead}<ol>{''.join(rows)}</ol>"
