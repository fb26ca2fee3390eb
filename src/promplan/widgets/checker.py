"""The text checker: one of the message's texts, or one of one's own, with its marks and its numbers as it is typed."""

from html import escape

import ipywidgets as widgets

from promplan.language import Problem, say
from promplan.plan.store import Store
from promplan.text.listed import rows
from promplan.text.shown import numbers, shown
from promplan.widgets.controls import WIDE
from promplan.widgets.guard import Guard
from promplan.widgets.panel import Panel, heading, region, set_region

OWN = "text-checker/own"  # the key of the own text among the plan's answers
MOST = 4000  # characters of it
STYLE = {"description_width": "12em"}


def text_checker(store: Store) -> Panel:
    """The checker on a team's plan."""
    return _Checker(store).panel


class _Checker:
    def __init__(self, store: Store) -> None:
        self.store, self.guard, self.view = store, Guard(), region()
        self.which = widgets.Dropdown(
            options=self._texts(), description=str(say("Text to look at")), style=STYLE, layout=WIDE
        )
        self.own = widgets.Textarea(
            value=store.answered(OWN) or "",
            description=str(say("A text of my own")),
            continuous_update=True,
            rows=4,
            style=STYLE,
            layout=widgets.Layout(width="98%", max_width="60em"),
        )
        self.seen = self.own.value
        self.which.observe(self.guard.handler(self.draw, "view"), "value")
        self.own.observe(lambda change: self.guard.doing(lambda: self._typed(change["new"]), OWN), "value")
        store.watch(self.follow)
        self.draw()
        title = str(say("Text checker"))
        self.panel = Panel(title, [heading(title), self.which, self.own, self.guard, self.view], self._look())

    def _texts(self) -> list[tuple[str, str]]:
        """What may be looked at: a name in words, and the text's place in the plan."""
        message = self.store.plan.message
        pillars = [(str(say("Pillar {id}", id=one.id)), one.id) for one in message.pillars]
        answers = [(str(say("Answer to {id}", id=one.id)), one.id) for one in message.questions if one.answer.strip()]
        return [
            (str(say("Umbrella")), "umbrella"),
            *pillars,
            (str(say("Call to action")), "call"),
            *answers,
            (str(say("A text of my own")), OWN),
        ]

    def text(self) -> str:
        """The text that is looked at."""
        message, which = self.store.plan.message, str(self.which.value)
        said: dict[str, str] = {"umbrella": message.umbrella, "call": message.call, OWN: self.own.value}
        said |= {one.id: one.statement for one in message.pillars}
        said |= {one.id: one.answer for one in message.questions}
        return said.get(which, "")

    def follow(self) -> None:
        """Follow the plan; the chosen text stays chosen while it is there."""
        options = self._texts()
        if tuple(options) != tuple(self.which.options):
            keep = self.which.value
            self.which.options = options
            self.which.value = keep if keep in [key for _, key in options] else "umbrella"
        kept = self.store.answered(OWN) or ""
        if kept != self.seen:  # somebody else's; what is being typed here is left alone
            self.seen = self.own.value = kept
        self.draw()

    def _typed(self, text: str) -> None:
        self.draw()
        if text == self.seen:
            return
        if len(text) > MOST:
            raise Problem(say("at most {most} characters, and this is {n}", most=MOST, n=len(text)))
        before, self.seen = self.seen, text
        try:
            self.store.answer({OWN: text})
        except BaseException:
            self.seen = before
            raise

    def draw(self) -> None:
        """Show the chosen text with its marks and numbers."""
        self.own.layout.display = "" if self.which.value == OWN else "none"
        set_region(self.view, self._look())

    def _look(self) -> str:
        text = self.text()
        if not text.strip():
            return f"<p>{escape(str(say('Nothing is written here yet.')))}</p>"
        told = "".join(f"<li>{escape(str(line))}</li>" for line in numbers(text))
        return f"{shown(text, rows('jargon'))}<ul>{told}</ul>"
