"""Gates: safety, consents, secrets, law, arithmetic. They bear no points: pass, or mend."""

from dataclasses import dataclass
from datetime import date

from promplan.grading.rows import Gate, rubric
from promplan.plan.document import Plan
from promplan.review import Finding, check


@dataclass(frozen=True)
class GateState:
    """A gate, what closes it, and whether any of its rules had something to look at."""

    gate: Gate
    findings: tuple[Finding, ...]
    looked: bool

    @property
    def closed(self) -> bool:
        """Is there an open error?"""
        return bool(self.findings)

    @property
    def passed(self) -> bool:
        """Open, and something was looked at: an empty plan passes no gate."""
        return self.looked and not self.closed


def gates(plan: Plan, on: date | None = None) -> tuple[GateState, ...]:
    """Every gate with the errors that close it, as of a day (the plan's own today if not given)."""
    rows = rubric().gates
    report = check(plan, on=on, only={it for one in rows for it in one.rules})
    states = report.states
    return tuple(
        GateState(
            one,
            tuple(it for it in report.blocking if it.rule in one.rules),
            any(states.get(it, "nothing yet") != "nothing yet" for it in one.rules),
        )
        for one in rows
    )
