"""Check, Hint, Start over: the loop of an exercise."""

from datetime import date
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import Problem, say
from promplan.plan.brief import Brief
from promplan.plan.document import Plan
from promplan.plan.store import Store
from promplan.plan.team import Team
from promplan.review import Finding, Report, check
from promplan.widgets.guard import Guard
from promplan.widgets.panel import Panel, heading, region, set_region

TRIES = 3


def exercise(store: Store, unit: str, on: date | None = None) -> Panel:
    """The loop for one unit's rules on the team's plan."""
    return _Exercise(store, unit, on).panel


class _Exercise:
    def __init__(self, store: Store, unit: str, on: date | None) -> None:
        self.store, self.unit, self.on = store, unit, on
        self.guard = Guard()
        words = (say("Check"), say("Hint"), say("Start over"))
        self.buttons = [widgets.Button(description=str(word)) for word in words]
        for button, act in zip(self.buttons, (self.check, self.hint, self.start_over), strict=True):
            button.on_click(lambda _, act=act: self._do(act))
        self.verdict, self.nudge, self.reasons = region(), region(), widgets.VBox([])
        self.step: dict[str, int] = {}
        self._sure = False
        title = str(say("Check your work"))
        children = [
            heading(title),
            widgets.HBox(self.buttons),
            self.guard,
            self.nudge,
            self.verdict,
            self.reasons,
        ]
        self.panel = Panel(title, children)

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
        if report.passed:
            line = say("Passed. Compare it with the solved version: solutions come with the course.")
        elif tries >= TRIES:
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
            description=f"{one.rule} {one.object}",
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
            ladder = [
                say("Look at {object} once more.", object=one.object),
                say("{object}: {message}", object=one.object, message=one.message),
                say("{object}: {fix}.", object=one.object, fix=one.fix),
            ]
            words = ladder[min(step, len(ladder)) - 1]
        elif blank := [it for it in report.asked if it.state == "nothing yet" and it.needed]:
            words = say("Nothing is here yet for this: {text}.", text=blank[0].text)
        else:
            words = say("No hint is needed: nothing is open.")
        set_region(self.nudge, escape(str(words)))

    def _doubt(self) -> None:
        self._sure = False
        self.buttons[2].description = str(say("Start over"))

    def start_over(self) -> None:
        """The first press asks, the second empties the unit's sections; the backups keep what was."""
        if not self._sure:
            self._sure = True
            self.buttons[2].description = str(say("Really empty it?"))
            return
        self._doubt()
        self.store.replace(lambda plan: _emptied(plan, self.unit))
        set_region(self.verdict, "")
        set_region(self.nudge, "")
        self.reasons.children = ()


def _emptied(plan: Plan, unit: str) -> Plan:
    new = plan.model_copy(deep=True)
    if unit == "00-start":
        new.team = Team()
    else:
        new.brief = Brief()
        new.enterprise.facts = []
    return new
