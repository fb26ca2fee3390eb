"""A plan as the gradebook keeps it: review, gates, evidence and machine points, put into rows in both languages."""

from collections.abc import Sequence
from datetime import date

from promplan.cohort.at_once import HandIn, at_once
from promplan.cohort.both import both
from promplan.cohort.record import HEAD, FindingRow, GateRow, PointRow, Record, SeenRow
from promplan.cohort.shingles import texts
from promplan.grading import evidence, points
from promplan.grading.rows import rubric
from promplan.plan.document import Plan
from promplan.review import Finding, Report, check


def looked(plan: Plan, on: date, head: Record, hand_ins: Sequence[HandIn] = ()) -> Record:
    """The record of a plan as of a day; `head` says whose it is. The review is asked once, for findings and gates."""
    report = check(plan, on=on)
    return Record(
        **{name: getattr(head, name) for name in HEAD},
        gate=tuple(_gates(report)),
        finding=tuple(_finding(one) for one in report),
        point=tuple(
            PointRow(one.criterion.id, both(one.criterion.told), one.criterion.weight, one.machine, one.most)
            for one in points(plan)
        ),
        seen=tuple(
            SeenRow(row.id, one.key, one.done, one.of, both(one.said), " ".join(one.ids[:40]))
            for row in rubric().criteria
            for one in evidence(plan, row.id)
        ),
        once=at_once(plan, hand_ins),
        text=texts(plan),
    )


def _gates(report: Report) -> list[GateRow]:
    """Every gate as `promplan.grading.gates` sees it, from a review that was made already."""
    states = report.states
    found = []
    for one in rubric().gates:
        errors = sum(it.rule in one.rules for it in report.blocking)
        begun = any(states.get(it, "nothing yet") != "nothing yet" for it in one.rules)
        state = "closed" if errors else "passed" if begun else "nothing yet"
        found.append(GateRow(one.id, both(one.told), both(one.wanted), state, errors))  # type: ignore[arg-type]
    return found


def _finding(one: Finding) -> FindingRow:
    return FindingRow(
        one.rule,
        one.severity,
        one.lesson,
        one.object,
        both(lambda: one.where),
        both(one.message),
        both(one.fix),
        both(one.evidence),
        both(one.answered or "").en,
        int(one.open),
    )
