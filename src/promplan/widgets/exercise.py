"""Check, Hint, Start over, and the solved version for whoever passed or tried three times: an exercise's loop."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import Problem, Words, say
from promplan.plan.document import Plan
from promplan.plan.store import Store
from promplan.review import Finding, Report, check
from promplan.review.finding import LINK
from promplan.widgets.guard import Guard
from promplan.widgets.panel import Panel, heading, region, set_region

TRIES = 3


@dataclass(frozen=True)
class Loop:
    """What a unit gives to its exercise.

    Attributes:
        hints: for each rule a nudge and a pointer; the third step of the ladder is the finding's own smallest fix.
        emptied: the plan with the unit's sections as they were at the start.
    """

    unit: str
    hints: Mapping[str, tuple[Words, Words]]
    emptied: Callable[[Plan], Plan]


def exercise(store: Store, loop: Loop, on: date | None = None, solved: Callable[[], str] | None = None) -> Panel:
    """The loop for one unit's rules on the team's plan.

    Args:
        on: the day of the check. solved: lays the solved version where the student can open it and returns its
            path as seen from the notebook; None where there is no place for it.
    """
    return _Exercise(store, loop, on, solved).panel


class _Exercise:
    def __init__(self, store: Store, loop: Loop, on: date | None, solved: Callable[[], str] | None) -> None:
        self.store, self.loop, self.unit, self.on, self.solved = store, loop, loop.unit, on, solved
        self.guard = Guard()
        words = (say("Check"), say("Hint"), say("Start over"), say("Lay the solved version beside mine"))
        self.buttons = [widgets.Button(description=str(word)) for word in words]
        self.buttons[3].layout.width = "auto"
        self.buttons[3].layout.display = "none"
        for button, act in zip(self.buttons, (self.check, self.hint, self.start_over, self.compare), strict=True):
            button.on_click(lambda _, act=act: self._do(act))
        self.verdict, self.nudge, self.reasons = region(), region(), widgets.VBox([])
        self.step: dict[str, int] = {}
        self._sure = False
        title = str(say("Check your work"))
        children = [
            heading(title),
            widgets.HBox(self.buttons, layout=widgets.Layout(flex_flow="row wrap")),
            self.guard,
            self.nudge,
            self.verdict,
            self.reasons,
        ]
        self.panel = Panel(title, children, self._static())

    def _static(self) -> str:
        asked = check(self.store.plan, self.unit, self.on).asked
        return "<ul>" + "".join(f"<li>{escape(str(one.text))}</li>" for one in asked) + "</ul>"

    def _do(self, act: Any) -> None:
        if act != self.start_over:
            self._doubt()
        try:
            act()
        except Problem as problem:
            self.guard.report(problem.what)
        else:
            self.guard.report(None)

    def check(self) -> None:
        """Ask every rule of the unit, say what came of it, and count the try."""
        tries = self.store.attempt(self.unit)
        self._show(tries)

    def _show(self, tries: int) -> None:
        report = check(self.store.plan, self.unit, self.on)
        done = sum(state == "ok" for state in report.states.values())
        head = say("{done} of {all} rules hold. Try {tries}.", done=done, all=len(report.asked), tries=tries)
        may = report.passed or tries >= TRIES
        self.buttons[3].layout.display = "" if may and self.solved else "none"
        if report.passed:
            line = say("Passed. You may compare it with the solved version.")
        elif may:
            line = say("Three honest tries: you may now compare with the solved version.")
        else:
            line = say("Not passed yet.")
        set_region(self.verdict, f"<p><b>{escape(str(head))}</b> {escape(str(line))}</p>{report._repr_html_()}")
        self._ask_reasons(report)

    def _ask_reasons(self, report: Report) -> None:
        rows = []
        for one in report.open:
            if one.severity == "warning":
                rows.append(self._reason(one))
        title = widgets.HTML(f"<p>{escape(str(say('A warning that must stay needs a reason:')))}</p>")
        self.reasons.children = (title, *rows) if rows else ()

    def _reason(self, one: Finding) -> Any:
        text = widgets.Text(
            description=f"{one.rule} {one.where}",
            placeholder=str(say("why it stays")),
            style={"description_width": "9em"},
            layout=widgets.Layout(width="40em"),
        )
        keep = widgets.Button(description=str(say("Keep with this reason")), layout=widgets.Layout(width="auto"))

        def given() -> None:
            if text.value.strip():
                self.store.reason(one.rule, one.object, text.value.strip())
                self._show(self.store.plan.answers.tries.get(self.unit, 0))

        keep.on_click(lambda _: self._do(given))
        return widgets.HBox([text, keep])

    def hint(self) -> None:
        """One step further on the ladder for the first open finding, or for the first rule with nothing to look at."""
        report = check(self.store.plan, self.unit, self.on)
        if report.open:
            one = report.open[0]
            step = self.step[one.rule] = self.step.get(one.rule, 0) + 1
            nudge, pointer = self.loop.hints[one.rule]
            ladder = [
                say("{object}: {message}", object=one.where, message=nudge),
                say("{object}: {message}", object=one.where, message=pointer),
                say("{object}: {fix}.", object=one.where, fix=one.fix),
            ]
            words = ladder[min(step, len(ladder)) - 1]
        elif blank := [it for it in report.asked if it.state == "nothing yet" and it.needed]:
            words = say(
                "Nothing is here yet for this: {text}. {hint}", text=blank[0].text, hint=self._early(blank[0].rule)
            )
        else:
            words = say("No hint is needed: nothing is open.")
        set_region(self.nudge, escape(str(words)))

    def _early(self, rule: str) -> Words:
        """The nudge, and from the second press on the pointer, for a rule that has nothing to look at yet."""
        step = self.step[rule] = self.step.get(rule, 0) + 1
        return self.loop.hints[rule][min(step, 2) - 1]

    def compare(self) -> None:
        """Lay the solved version and say where it is."""
        if self.solved is None:
            return
        path = self.solved()
        words = say("The solved version lies in your course folder, in solutions: open it in the list of files.")
        link = f'<a href="{escape(path)}" {LINK}>{escape(str(say("Open it here")))}</a>'
        set_region(self.nudge, f"{escape(str(words))} {link}")

    def _doubt(self) -> None:
        self._sure = False
        self.buttons[2].description = str(say("Start over"))

    def start_over(self) -> None:
        """The first press asks, the second empties the unit's sections; the backups keep what was."""
        if not self._sure:
            self._sure = True
            self.buttons[2].description = str(say("Really empty this unit's sections?"))
            return
        self._doubt()
        self.store.keep()
        self.store.replace(self.loop.emptied)
        set_region(self.verdict, "")
        set_region(self.nudge, "")
        self.reasons.children = ()
