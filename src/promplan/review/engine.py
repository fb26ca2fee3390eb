"""The engine: rules are small functions; a check asks them all and keeps every answer."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from promplan.language import Words
from promplan.plan.document import Plan
from promplan.review.finding import Asked, Finding, Report, Severity, State, stamped

Ask = Callable[[Plan, date | None], Iterable[Finding] | None]


@dataclass(frozen=True)
class Rule:
    """A rule: its id, how grave it is, the unit that teaches it, what it requires, and the function that looks."""

    id: str
    severity: Severity
    unit: str
    text: Words
    ask: Ask
    needed: bool = False


RULES: dict[str, Rule] = {}


def rule(id: str, *, severity: Severity, unit: str, text: Words, needed: bool = False) -> Callable[[Ask], Ask]:
    """Add a function to the rules. It returns its findings, or None while there is nothing to look at.

    A `needed` rule must have had something to look at before its unit is passed.
    """

    def add(ask: Ask) -> Ask:
        if id in RULES:
            raise ValueError(f"two rules are called {id}")
        RULES[id] = Rule(id, severity, unit, text, ask, needed)
        return ask

    return add


def check(plan: Plan, unit: str | None = None, on: date | None = None) -> Report:
    """Ask the rules of `unit` (or all) about the plan, as of the day `on` (the plan's own today if not given)."""
    day = on or plan.meta.as_of
    reasons = {(one.rule, one.object): one.reason for one in plan.answers.reasons}
    findings: list[Finding] = []
    asked: list[Asked] = []
    for one in sorted(RULES.values(), key=_order):
        if unit is not None and one.unit != unit:
            continue
        answer = one.ask(plan, day)
        found = [stamped(it, one.id, one.severity, one.unit, reasons.get((one.id, it.object))) for it in answer or []]
        findings += found
        state: State = "nothing yet" if answer is None else "found" if found else "ok"
        asked.append(Asked(one.id, one.text, state, one.needed))
    return Report(findings, asked)


FAMILIES = ("PLAN", "TEAM", "BRIEF", "FACT", "OBJ", "AUD", "MSG")


def _order(one: Rule) -> tuple[int, int, str]:
    family, _, number = one.id.partition("-")
    return FAMILIES.index(family), int("".join(sign for sign in number if sign.isdigit())), number
