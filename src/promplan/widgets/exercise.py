"""Check, Hint, Start over, and the solved version for whoever passed or tried three times: an exercise's loop."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan import assets, language
from promplan.language import Problem, Words, say
from promplan.plan import edit
from promplan.plan.document import Plan
from promplan.plan.starting_over import emptied
from promplan.plan.store import Store
from promplan.review import RULES, Finding, check
from promplan.review.cure import address_of
from promplan.review.look import look, untouched
from promplan.review.reason import weigh
from promplan.review.report_html import LINK, grouped
from promplan.widgets import hints
from promplan.widgets.counted import counted
from promplan.widgets.findings import Findings, called
from promplan.widgets.guard import Guard
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.start_over import StartOver
from promplan.widgets.toast import Toast

TRIES = 3


@dataclass(frozen=True)
class Loop:
    """What a unit gives to its exercise; its rules bring their own hints, the registry says what it fills."""

    unit: str

    def emptied(self, plan: Plan) -> Plan:
        """The plan with the unit's sections as they were at the start."""
        return emptied(plan, self.unit)


On = date | Callable[[], date] | None


def exercise(store: Store, loop: Loop, on: On = None, solved: Callable[[], str] | None = None) -> Panel:
    """The loop for one unit's rules on the team's plan.

    Args:
        on: the day of the check, or what says it each time: the plan's today moves.
        solved: lays the solved version where the student can open it and returns its path as seen from the notebook;
            None where there is no place for it.
    """
    return _Exercise(store, loop, on, solved).panel


class _Exercise:
    def __init__(self, store: Store, loop: Loop, on: On, solved: Callable[[], str] | None) -> None:
        self.store, self.loop, self.unit, self.asked_on, self.solved = store, loop, loop.unit, on, solved
        self.guard = Guard()
        self.toast = Toast(self.guard)
        self.toast.add_class("pp-in-place")
        self.over = StartOver(store, self.unit, self.toast, self._anew)
        checks, hints_, self.solve = (
            widgets.Button(description=str(word))
            for word in (say("Check"), say("Hint"), say("Put the solved version beside mine"))
        )
        self.solve.layout.width, self.solve.layout.display = "auto", "none"
        self.buttons = [checks, hints_, self.over.button, self.over.back, self.solve]
        acts = (self.check, self.hint, self.over.press, self.over.bring_back, self.compare)
        for button, act in zip(self.buttons, acts, strict=True):
            button.on_click(lambda _, act=act: self._do(act))
        self.buttons[0].button_style = "primary"
        self.verdict, self.nudge = region(), region()
        self.findings = Findings({"hint": self._hinted, "keep": self._kept, "put": self._put}, self.guard.doing)
        self.step: dict[tuple[str, ...], int] = {}
        self._shown: int | None = None  # what the verdict looked at
        title = str(say("Check your work"))
        children = [
            heading(title),
            widgets.HBox(self.buttons, layout=widgets.Layout(flex_flow="row wrap")),
            self.guard,
            self.nudge,
            self.verdict,
            self.toast,
            self.findings,
        ]
        store.watch(self._outdate)
        self.panel = Panel(title, children, self._static())

    def _static(self) -> str:
        asked = check(self.store.plan, self.unit, self.on).asked
        return "<ul>" + "".join(f"<li>{escape(str(one.text))}</li>" for one in asked) + "</ul>"

    def _do(self, act: Any) -> None:
        if act != self.over.press:
            self.over.doubt()
        self.guard.doing(act)

    @property
    def on(self) -> date | None:
        """The day of the check."""
        return self.asked_on() if callable(self.asked_on) else self.asked_on

    @property
    def tries(self) -> int:
        """How many tries the team has had at this exercise."""
        return self.store.plan.answers.tries.get(self.unit, 0)

    def check(self) -> None:
        """Ask every rule of the unit, say what came of it, and count the try if anything has changed since the last."""
        before = self.tries
        if blank := untouched(self.store.plan, self.unit, self.loop.emptied):
            same = say("Nothing is filled in yet: this does not count as a try.")
        else:
            self.store.replace(lambda plan: edit.attempt(plan, self.unit, look(plan, self.unit)))
            same = say("Nothing has changed since the last check: this does not count as a new try.")
        set_region(self.nudge, "")
        self._show(same if blank or self.tries == before else None)

    def _show(self, same: Words | None = None) -> None:
        report = check(self.store.plan, self.unit, self.on)
        head = [say("Rules: {counts}.", counts=counted(report))]
        head.append(say("Try {n}.", n=self.tries) if same is None else same)
        may = report.passed or self.tries >= TRIES
        self.solve.layout.display = "" if may and self.solved else "none"
        lines = [report.verdict]
        if report.exceptions and report.passed:
            lines.append(say("Each stays with your reason, and your instructor will read it."))
        if report.passed:
            lines.append(say("You may compare it with the solved version."))
        elif may:
            lines = [say("Three honest tries: you may now compare with the solved version.")]
        onward = _onward(self.unit) if report.passed else ""
        set_region(self.verdict, f"<p><b>{_joined(head)}</b> {_joined(lines)}</p>{onward}")
        self.toast.clear()
        self.findings.show(report, self.store.plan)
        self._shown = look(self.store.plan, self.unit)

    def _outdate(self) -> None:
        """The verdict is about the plan as it was: once that has changed, it is no verdict any more."""
        if self._shown is None or look(self.store.plan, self.unit) == self._shown:
            return
        stale = say("The plan has changed since this check. What is below may be fixed by now: press Check again.")
        set_region(self.verdict, f"<p><b>{_joined([stale])}</b></p>")
        set_region(self.nudge, "")
        self._shown = None

    def _kept(self, one: Finding, text: str) -> None:
        if not one.excusable:
            raise Problem(say("This is certain, so no reason answers it: mend it."))
        weigh(text)
        self.store.reason(one.rule, one.object, text.strip())
        self._show()

    def _put(self, one: Finding, said: str) -> None:
        """Put the cure of these words, unless the plan has changed since it was offered; one press takes it back."""
        report = check(self.store.plan, self.unit, self.on)
        cures = (it.cure for it in report if called(it) == called(one) and it.cure is not None)
        cure = next((it for it in cures if str(it.said) == said), None)
        if cure is None:
            raise Problem(say("This has changed since the check: press Check again."))
        address, values = address_of(self.store.plan, one.object), dict(cure.values)
        was = edit.fields(edit.find(self.store.plan, address))
        before = {name: was[name] for name in values}
        self.store.put(address, values, seen=was)

        def undo() -> Words:
            self.store.put(address, before, seen=values)
            self._show()
            return say("Taken back: {id}", id=one.where)

        self._show()
        self.toast.offer(say("{object} · {what}: done", object=one.where, what=cure.said), undo)

    def _hinted(self, one: Finding, _: str) -> None:
        self.findings.climb(one)

    def hint(self) -> None:
        """One step further for the first finding that is open, or for the first rule with nothing to look at."""
        report = check(self.store.plan, self.unit, self.on)
        if report.open:
            one = grouped(report.open)[0][1][0]  # the one that stands first on the screen
            self._climb(called(one), hints.steps(one, told=self._shown is not None), one.lesson, one.section)
        elif blank := [it for it in report.asked if it.state == "nothing yet" and it.needed]:
            self._climb((blank[0].rule,), hints.first_steps(blank[0].rule, blank[0].text), *_taught(blank[0].rule))
        else:
            set_region(self.nudge, escape(str(say("No hint is needed: nothing is open."))))

    def _climb(self, key: tuple[str, ...], ladder: list[Words], lesson: str, section: str) -> None:
        step = self.step[key] = min(self.step.get(key, 0) + 1, len(ladder))
        set_region(self.nudge, hints.shown(ladder[step - 1], lesson, section, last=step == len(ladder)))

    def compare(self) -> None:
        """Lay the solved version and say where it is."""
        if self.solved is None:
            return
        path = self.solved()
        words = say("The solved version is in your course folder, in solutions: open it in the list of files.")
        link = f'<a href="{escape(path)}" {LINK}>{escape(str(say("Open it here")))}</a>'
        set_region(self.nudge, f"{escape(str(words))} {link}")

    def _anew(self) -> None:
        """The unit's sections went, or came back: what was said of them is over."""
        self._shown = None
        set_region(self.verdict, "")
        set_region(self.nudge, "")
        self.findings.show(None)


def _taught(rule: str) -> tuple[str, str]:
    return RULES[rule].unit, RULES[rule].section


def _onward(unit: str) -> str:
    """The way on: the next unit that is written; inside JupyterLab the shell opens it in the same window."""
    units = assets.plan_of_the_course()["unit"]
    later = units[[one["id"] for one in units].index(unit) + 1 :] if unit in assets.units() else []
    there = (one for one in later if (assets.course() / "notebooks" / "en" / f"{one['id']}.ipynb").is_file())
    if (found := next(there, None)) is None:
        return ""
    path = f"../../notebooks/{language.current()}/{found['id']}.ipynb"
    words = say("Next: {n} · {title}", n=int(found["id"][:2]), title=found["title"])
    return f'<p><a class="pp-btn pp-primary pp-next" href="{escape(path)}" {LINK}>{escape(str(words))}</a></p>'


def _joined(lines: list[Words]) -> str:
    return escape(" ".join(map(str, lines)))
