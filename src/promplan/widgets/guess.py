"""A guess before the answer is looked at: kept in the plan when it is told for the first time, and told in words."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

import anywidget
import traitlets

from promplan.language import Problem, pick, say
from promplan.plan.store import Store
from promplan.widgets import parts
from promplan.widgets.distance import Curve, Estimate, plain
from promplan.widgets.guard import Guard
from promplan.widgets.panel import Panel
from promplan.widgets.sheet import TITLES, Question, Sheet

LONGEST = 400  # signs of a guess that a browser sends


class Drawing(anywidget.AnyWidget):
    """A guess on the screen. The truth is in `told` alone, and there only when a guess is told."""

    words = traitlets.Dict().tag(sync=True)
    axes = traitlets.Dict().tag(sync=True)
    asked = traitlets.Dict().tag(sync=True)
    told = traitlets.Dict().tag(sync=True)
    draft: traitlets.List[int | None] = traitlets.List().tag(
        sync=True
    )  # what is set and not told: a page drawn again has it


def words_of(sheet: Sheet, hint: object, button: object) -> dict[str, str]:
    """What every guess says, beside its own."""
    return {
        "title": str(TITLES[sheet.kind]),
        "lead": str(pick(sheet.lead or "")),
        "question": str(pick(sheet.questions[0].text)),
        "hint": str(hint),
        "button": str(button),
        "anew": str(say("Guess anew")),
        "unset": str(say("not set yet")),
    }


class Guessing:
    """A guess over a team's plan: the first that is told counts, later ones are told and not kept.

    Args:
        shown: what the page draws of a guess that is told, beside the sentence and its reason.
    """

    def __init__(
        self,
        store: Store,
        sheet: Sheet,
        paper: Drawing,
        shown: Callable[[Any], Mapping[str, object]],
        static: str,
    ) -> None:
        self.store, self.sheet, self.paper, self.shown = store, sheet, paper, shown
        self.question: Question = sheet.questions[0]
        if self.question.guess is None:
            raise TypeError(f"{sheet.name} asks for no guess")
        self.guess: Estimate | Curve = self.question.guess
        self.key = f"{sheet.name}/{self.question.id}"
        self.again: Any = None  # a guess after the first
        self.guard = Guard()
        paper.observe(lambda change: self.guard.doing(lambda: self._answered(change["new"])), "asked")
        store.watch(self.draw)
        self.draw()
        self.panel = Panel(str(TITLES[sheet.kind]), [paper, self.guard], _static(sheet, static), card=False)

    def _answered(self, asked: Mapping[str, Any]) -> None:
        guess = self.guess.read(str(asked.get("answer", ""))[:LONGEST])
        if guess is None:
            raise Problem(say("Set your guess first: nothing was told yet."))
        first = self._first()
        if first is None:
            self.store.answer({self.key: self.guess.written(guess)})  # type: ignore[arg-type]
        else:
            self.again = None if guess == first else guess
        self.draw()

    def _first(self) -> Any:
        """The guess that counts: what the plan holds."""
        text = self.store.answered(self.key)
        return None if text is None else self.guess.read(text)

    def draw(self) -> None:
        """Follow the plan: what was guessed, and how far it is from the truth."""
        first = self._first()
        if first is None:
            self.again = None
        guess = first if self.again is None else self.again
        self.paper.told = {} if guess is None else self._told(guess, first)

    def _told(self, guess: Any, first: Any) -> dict[str, object]:
        sentence = self.guess.told(guess)
        counts = ""
        if self.again is not None:
            counts = str(say("Your first guess counts: {guess}.", guess=self.guess.in_words(first)))
        return {
            "turn": self.paper.asked.get("turn", 0),
            "answer": self.guess.written(guess),
            "parts": sentence,
            "why": str(pick(self.question.feedback or "")),
            "counts": counts,
            "said": " ".join(one for one in (plain(sentence), counts) if one),
            **self.shown(guess),
        }


def script(name: str) -> str:
    """The page's side of a guess: the parts, what both kinds draw with, and the kind's own."""
    return parts.script("plot.js", name)


def _static(sheet: Sheet, ask: str) -> str:
    """The question without a kernel: what to write down before looking on."""
    lead = f"<p>{escape(str(pick(sheet.lead)))}</p>" if sheet.lead else ""
    return f"{lead}<p><b>{escape(str(pick(sheet.questions[0].text)))}</b></p><p>{escape(ask)}</p>"
