"""The findings of an exercise on the screen: each with its field, its lesson, its own hints, a place for a reason."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import anywidget
import traitlets

from promplan.language import Words, say
from promplan.language.typesetting import quoted_inside
from promplan.plan.document import Plan
from promplan.review import Finding, Report
from promplan.review.asks import asks
from promplan.review.lesson import link
from promplan.review.report_html import TOLD, grouped, of_many
from promplan.widgets import hints, parts
from promplan.widgets.ask import ASK

Act = Callable[[Finding, str], None]


class Findings(anywidget.AnyWidget):
    """A report that can be worked with.

    Args:
        acts: what `hint`, `keep` and `put` do: a finding, and what was typed. guarded: runs a handler, says what fails.
    """

    _esm = parts.script("findings.js")
    groups: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    fine: traitlets.List[list[str]] = traitlets.List().tag(sync=True)
    yet: traitlets.List[list[str]] = traitlets.List().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)
    asked = traitlets.Dict().tag(sync=True)

    def __init__(self, acts: Mapping[str, Act], guarded: Callable[[Callable[[], object]], object]) -> None:
        super().__init__(words=_words())
        self._acts, self._guarded = acts, guarded
        self._known: dict[str, Finding] = {}
        self._plan: Plan | None = None
        self.step: dict[tuple[str, ...], int] = {}
        self.observe(self._asked, "asked")

    def show(self, report: Report | None, plan: Plan | None = None) -> None:
        """The report as it is now; None takes it away. `plan`: in which the desk finds what may be asked about."""
        report = Report() if report is None else report
        self._plan = plan
        self._known = _keyed(report)
        keys = {id(one): key for key, one in self._known.items()}
        with self.hold_sync():
            self.groups = [self._group(where, found, keys) for where, found in grouped(report)]
            self.fine = [[one.rule, str(one.text)] for one in report.asked if one.state == "ok"]
            self.yet = [[one.rule, str(one.text)] for one in report.asked if one.state == "nothing yet"]

    def _group(self, where: str, found: Sequence[Finding], keys: Mapping[int, str]) -> dict[str, Any]:
        """What is said of one object; what is said of many is folded, and each row says of which."""
        rows = [self._row(keys[id(one)], one) for one in found]
        if not of_many(found):
            return {"where": where, "rows": rows, "fold": ""}
        for row, one in zip(rows, found, strict=True):
            row["message"] = f"{one.where}: {row['message']}"
        told = " ".join(dict.fromkeys(str(one.message) for one in found))
        title = say("{objects}: {told} ({n} places)", objects=where, told=told, n=len(found))
        return {"where": where, "rows": rows, "fold": str(title)}

    def climb(self, one: Finding) -> None:
        """One step further on a finding's own ladder of hints."""
        who = called(one)
        self.step[who] = min(self.step.get(who, 0) + 1, len(hints.steps(one, told=True)))
        known = self._known
        self.groups = [
            {
                **it,
                "rows": [{**self._row(row["key"], known[row["key"]]), "message": row["message"]} for row in it["rows"]],
            }
            for it in self.groups
        ]

    def _row(self, key: str, one: Finding) -> dict[str, Any]:
        ladder = hints.steps(one, told=True)
        given = self.step.get(called(one), 0)
        return {
            "key": key,
            "object": one.object,
            "field": one.field,
            "rule": one.rule,
            "severity": one.severity,
            "told": str(TOLD[one.severity]),
            "message": str(one.message),
            "evidence": quoted_inside(str(one.evidence)),
            "fix": str(say("Smallest fix: {fix}", fix=one.fix)),
            "lesson": link(one.lesson, one.section),
            "put": str(one.cure.said) if one.cure is not None and one.answered is None else "",
            "asks": asks(self._plan, one) if self._plan is not None and one.answered is None else "",
            "excusable": one.excusable and one.answered is None,
            "answered": one.answered,
            "hints": [str(it) for it in ladder[:given]],
            "more": given < len(ladder) and one.answered is None,
        }

    def _asked(self, change: Any) -> None:
        asked = change["new"]
        one = self._known.get(str(asked.get("key")))
        act = self._acts.get(str(asked.get("act")))
        if one is not None and act is not None:
            self._guarded(lambda: act(one, str(asked.get("text", ""))[:2000]))


def called(one: Finding) -> tuple[str, str, str, str]:
    """What tells a finding from all others, in this report and the next: a rule may find two things on one object."""
    return one.rule, one.object, one.field, str(one.message)


def _keyed(report: Report) -> dict[str, Finding]:
    """The findings by what the page calls them: FACT-4/F1, and FACT-4/F1#2 for what the rule finds there as well."""
    known: dict[str, Finding] = {}
    for one in report:
        name = key = f"{one.rule}/{one.object}"
        n = 1
        while key in known:
            n += 1
            key = f"{name}#{n}"
        known[key] = one
    return known


def _words() -> dict[str, str]:
    said: dict[str, Words] = {
        "go": say("Go to it"),
        "lesson": say("Lesson"),
        "hint": say("Hint"),
        "keep": say("Keep with a reason"),
        "why": say("Why it stays, in a sentence of three words or more"),
        "save": say("Keep with this reason"),
        "back": say("Back"),
        **ASK,
        "reason": say("Your reason:"),
        "fine": say("Holds: {n}"),
        "yet": say("Nothing to check yet: {n}"),
    }
    return {name: str(one) for name, one in said.items()}
