"""Findings: what a rule says of a plan, and the report with every rule's state and the verdict."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal

from promplan.language import Words, say, say_many
from promplan.plan.naming import named
from promplan.review.cure import Cure
from promplan.review.same_kind import by_kind, places

Severity = Literal["error", "warning", "info"]
State = Literal["ok", "found", "nothing yet"]

SIGNS = {"error": "✘", "warning": "✘", "info": "i"}


def severity_word(severity: Severity) -> str:
    """The severity in the interface language."""
    return str({"error": say("error"), "warning": say("warning"), "info": say("advice")}[severity])


@dataclass(frozen=True)
class Finding:
    """One fault: what, on which object, on what evidence, and the smallest change that cures it.

    `field` is the object's own where the fix belongs, `clearance.until` of a part's; empty where it has no one place.
    `cure` is the fix as a value, where the rule knows it.
    """

    object: str
    message: Words
    fix: Words
    evidence: Words | str = ""
    rule: str = ""
    severity: Severity = "warning"
    lesson: str = ""
    section: str = ""
    answered: str | None = None
    excusable: bool = True
    field: str = ""
    cure: Cure | None = None

    @property
    def where(self) -> str:
        """The object as a reader knows it: an id as it is, a section by its name."""
        return named(self.object)

    @property
    def open(self) -> bool:
        """Does it still ask for something: an error, or a warning without a reason?"""
        return self.severity == "error" or (self.severity == "warning" and self.answered is None)

    def as_dict(self) -> dict[str, Any]:
        """For `--json`: every field in words of the interface language, but the object by its own name."""
        return {
            "rule": self.rule,
            "severity": self.severity,
            "object": self.object,
            "message": str(self.message),
            "evidence": str(self.evidence),
            "fix": str(self.fix),
            "lesson": self.lesson,
            "answered": self.answered,
            "excusable": self.excusable,
            "field": self.field,
        }

    def __str__(self) -> str:
        return self.line(self.where)

    def line(self, where: str) -> str:
        """The finding in a line, about this object or these."""
        line = f"{SIGNS[self.severity]} {self.rule} {where} ({severity_word(self.severity)}): {self.message}"
        line += f" {say('Smallest fix: {fix}', fix=self.fix)}"
        if self.answered is not None:
            line += f" {say('Your reason: {reason}', reason=self.answered)}"
        return line


@dataclass(frozen=True)
class Asked:
    """A rule that was asked, with what it requires and what came of it."""

    rule: str
    text: Words
    state: State
    needed: bool = False


class Report(list[Finding]):
    """The findings of one check, in the order of the rules; `asked` holds every rule and its state."""

    def __init__(self, findings: Iterable[Finding] = (), asked: Iterable[Asked] = ()) -> None:
        super().__init__(findings)
        self.asked = list(asked)

    @property
    def states(self) -> dict[str, State]:
        """Each rule's state by id."""
        return {one.rule: one.state for one in self.asked}

    @property
    def blocking(self) -> list[Finding]:
        """The errors: nothing is exported while there is one."""
        return [one for one in self if one.severity == "error"]

    @property
    def open(self) -> list[Finding]:
        """Errors, and warnings that nobody has answered."""
        return [one for one in self if one.open]

    @property
    def passed(self) -> bool:
        """Is nothing open, and did every rule that a unit cannot do without have something to look at?"""
        blank = any(one.needed and one.state == "nothing yet" for one in self.asked)
        return bool(self.asked) and not self.open and not blank

    @property
    def exceptions(self) -> list[Finding]:
        """The warnings that stand, each with the team's reason."""
        return [one for one in self if one.severity == "warning" and not one.open]

    @property
    def verdict(self) -> Words:
        """Passed, passed with exceptions, or not: the same words wherever it is said."""
        if not self.passed:
            return say("Not passed yet.")
        if not self.exceptions:
            return say("Passed.")
        return say_many("Passed with {n} exception.", "Passed with {n} exceptions.", len(self.exceptions))

    def as_dict(self) -> dict[str, Any]:
        """For `--json`: the verdict, how many reasons it leans on, every finding and every rule's state."""
        return {
            "passed": self.passed,
            "exceptions": len(self.exceptions),
            "findings": [one.as_dict() for one in self],
            "states": self.states,
        }

    def about(self, *objects: str) -> "Report":
        """Only the findings on these objects."""
        return Report([one for one in self if one.object in objects], self.asked)

    def lines(self) -> list[str]:
        """The report for a terminal: a finding, or a rule without one, each; what many have in common stands once."""
        lines = [found[0].line(places(found)) for found in by_kind(self)]
        for one in self.asked:
            if one.state == "ok":
                lines.append(f"✔ {one.rule}: {one.text}")
            elif one.state == "nothing yet":
                lines.append(f"· {one.rule}: {say('nothing to check yet')}")
        return lines or [str(say("nothing to check yet"))]

    def __repr__(self) -> str:
        return "\n".join(self.lines())

    def _repr_html_(self) -> str:
        return self.html()

    def html(self, links: bool = True) -> str:
        """The report as a list; without links for a page that lies outside the course's folder."""
        from promplan.review.report_html import html

        return html(self, links=links)


def stamped(
    one: Finding, rule: str, severity: Severity, lesson: str, excusable: bool, answered: str | None, section: str = ""
) -> Finding:
    """The finding with what the engine knows of its rule; a rule may have made it more or less grave itself."""
    kept = severity if one.severity == "warning" else one.severity
    may = one.excusable and excusable and kept == "warning"
    told = answered if may else None
    return replace(one, rule=rule, severity=kept, lesson=lesson, section=section, excusable=may, answered=told)
