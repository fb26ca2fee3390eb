"""The engine: rules are small functions; a check asks them all and keeps every answer."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date

from promplan import assets
from promplan.language import Problem, Words, say
from promplan.plan import letters
from promplan.plan.document import Plan
from promplan.plan.sections import FAMILIES, filled_in
from promplan.review.finding import Asked, Finding, Report, Severity, State, stamped
from promplan.review.reason import accepted

Ask = Callable[[Plan, date | None], Iterable[Finding] | None]
Hints = tuple[Words, Words]  # a nudge, and a pointer to the field; the third step is the finding's own smallest fix


@dataclass(frozen=True)
class Rule:
    """A rule: its id, how grave it is, the unit that teaches it, what it requires, its hints, and who looks.

    `section` is the cell of the unit's lesson in which it is taught; empty where no one section does. `also` are later
    units in which it is asked as well.
    """

    id: str
    severity: Severity
    unit: str
    text: Words
    hints: Hints
    ask: Ask
    needed: bool
    excusable: bool
    everywhere: bool
    section: str = ""
    also: tuple[str, ...] = ()


RULES: dict[str, Rule] = {}


def rule(
    id: str,
    *,
    severity: Severity,
    unit: str,
    text: Words,
    hints: Hints,
    needed: bool = False,
    excusable: bool = True,
    everywhere: bool = False,
    section: str = "",
    also: tuple[str, ...] = (),
) -> Callable[[Ask], Ask]:
    """Add a function to the rules. It returns its findings, or None while there is nothing to look at.

    A `needed` rule must have had something to look at before its unit is passed. No reason answers an error, nor a
    warning whose rule, or whose finding, is not `excusable`: what is counted and missing is no matter of opinion.
    A rule that holds `everywhere` is asked in each unit about what that unit fills; in those named by
    `also` a rule of an earlier unit is asked as well. The family, what stands before the number, belongs to a row of
    `promplan.plan.sections`.
    """
    if id.partition("-")[0] not in FAMILIES:
        raise ValueError(f"no section of the plan has the family of {id}: add it to a row of plan/sections.py")

    def add(ask: Ask) -> Ask:
        if id in RULES:
            raise ValueError(f"two rules are called {id}")
        RULES[id] = Rule(id, severity, unit, text, hints, ask, needed, excusable, everywhere, section, also)
        return ask

    return add


def check(plan: Plan, unit: str | None = None, on: date | None = None, only: Collection[str] = ()) -> Report:
    """Ask the rules of `unit` (or all) about the plan, as of the day `on` (the plan's own today if not given).

    Args:
        only: rules by id or by family (`CAL`): no others are asked, where a screen waits for these. Empty: all.

    Raises:
        Problem: the course has no such unit.
    """
    if unit is not None and unit not in assets.units():
        raise Problem(say("There is no unit {unit}; there are {units}.", unit=unit, units=", ".join(assets.units())))
    day = on or letters.today(plan)
    reasons = {(one.rule, one.object): one.reason for one in plan.answers.reasons if accepted(one.reason)}
    findings: list[Finding] = []
    asked: list[Asked] = []
    # a unit that needs nothing yet has not begun: else an empty plan would pass it
    begun = unit is None or any(one.unit == unit and one.needed for one in RULES.values())
    for one in sorted(RULES.values(), key=_order) if begun else ():
        if unit not in (None, one.unit, *one.also) and not one.everywhere:
            continue
        if only and one.id not in only and one.id.partition("-")[0] not in only:
            continue
        answer = one.ask(plan, day)
        if answer is not None and unit is not None and one.everywhere:
            answer = [it for it in answer if filled_in(it.object) == unit]
        found = [
            stamped(it, one.id, one.severity, one.unit, one.excusable, reasons.get((one.id, it.object)), one.section)
            for it in answer or []
        ]
        findings += found
        state: State = "nothing yet" if answer is None else "found" if found else "ok"
        asked.append(Asked(one.id, one.text, state, one.needed))
    return Report(findings, asked)


def _order(one: Rule) -> tuple[int, int, str]:
    family, _, number = one.id.partition("-")
    return FAMILIES.index(family), int("".join(sign for sign in number if sign.isdigit())), number
