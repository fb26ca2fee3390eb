"""The tree of KPI as data: objectives, under each its levels, under each its KPI with formula, value and target."""

from html import escape
from typing import Any

from promplan.language import Words, say
from promplan.media.kpi_dictionary import dictionary
from promplan.plan.document import Plan
from promplan.plan.kpis import Kpi
from promplan.plan.objectives import Objective
from promplan.results.answers import Answer, answered
from promplan.results.heaps import entry
from promplan.results.levels import by_level
from promplan.results.objectives import objectives_answered
from promplan.results.said import told as amount
from promplan.results.scale import is_percent

MARKS = {"reached": "●", "missed": "✕", "unknown": "○"}
LOOSE = say("KPI that answer no objective yet")


def tree(plan: Plan) -> list[dict[str, Any]]:
    """The objectives in the plan's order, last what answers none of them."""
    whose = {one.objective: one for one in objectives_answered(plan)}
    rows = [
        {
            "key": one.id,
            "title": f"{one.id} · {_called(one)}",
            "said": str(whose[one.id].why),
            "mark": MARKS[whose[one.id].outcome],
            "levels": _levels(plan, one.id),
        }
        for one in plan.objectives
    ]
    known = {one.id for one in plan.objectives}
    lost = [it for it in dict.fromkeys(one.objective for one in plan.kpis) if it not in known]
    loose = [level for it in lost for level in _levels(plan, it)]
    if loose:
        rows.append({"key": "loose", "title": str(LOOSE), "said": "", "mark": "", "levels": loose})
    return rows


def _called(one: Objective) -> str:
    return one.statement.strip() or one.metric.strip() or str(say("no sentence yet"))


def _capital(words: Words) -> str:
    said = str(words)
    return said[:1].upper() + said[1:]


def _levels(plan: Plan, objective: str) -> list[dict[str, Any]]:
    return [
        {
            "key": f"{objective}-{group.level or 'none'}",
            "title": str(group.words),
            "kpis": [_kpi(plan, it) for it in group.kpis],
        }
        for group in by_level(plan, objective)
    ]


def _kpi(plan: Plan, one: Kpi) -> dict[str, Any]:
    told = answered(plan, one)
    return {
        "key": one.id,
        "name": one.name.strip() or str(say("{id}: no name yet", id=one.id)),
        "formula": str(formula(one)),
        "value": str(value(told)),
        "target": str(target(told)),
        "outcome": told.outcome,
        "mark": MARKS[told.outcome],
        "said": str(say("{outcome}. {why}", outcome=_capital(told.short), why=told.why)),
    }


def formula(one: Kpi) -> Words:
    """How it is counted, in words: the dictionary's formula with its unit, or the team's own."""
    metric = entry(one.metric)
    if metric is not None:
        unit = {"unit": dictionary().units[metric.unit]}
        if metric.counted and metric.unit == "pieces":  # "requests, pieces" says nothing more
            return say("counted: {what}", what=metric.wording)
        if metric.counted:
            return say("counted: {what}, {unit}", what=metric.wording, **unit)
        if metric.unit == "fraction" and is_percent(one.unit):
            return say("{formula}, here in %", formula=metric.wording)
        return say("{formula}, {unit}", formula=metric.wording, **unit)
    if one.own_formula.strip():
        return say("our own formula: {formula}", formula=one.own_formula.strip())
    return say("no formula yet")


def value(told: Answer) -> Words:
    """The last value with its interval, as the results have it."""
    return say("now: {number}", number=told.number)


def target(told: Answer) -> Words:
    """Target and baseline."""
    if told.target is None:
        return say("no target yet")
    wanted = say("target: {n}", n=amount(told.target, told.unit))
    if told.baseline is None:
        return wanted
    return say("{target}, baseline {n}", target=wanted, n=amount(told.baseline, told.unit))


def static(plan: Plan) -> str:
    """The tree as lists, for a page without a kernel."""
    rows = tree(plan)
    if not rows:
        return f"<p>{escape(str(NOTHING))}</p>"
    return f"<ul>{''.join(_objective(one) for one in rows)}</ul>"


NOTHING = say("The plan has no objective and no KPI yet. Write objectives in unit 2; a KPI is added below.")


def _objective(one: dict[str, Any]) -> str:
    levels = "".join(
        f"<li>{escape(it['title'])}<ul>{''.join(_line(kpi) for kpi in it['kpis'])}</ul></li>" for it in one["levels"]
    )
    inner = f"<ul>{levels}</ul>" if levels else f"<p>{escape(str(NONE))}</p>"
    return f"<li><b>{escape(one['title'])}</b> {one['mark']} {escape(one['said'])}{inner}</li>"


NONE = say("No KPI answers it yet.")


def _line(one: dict[str, Any]) -> str:
    told = "; ".join(one[it] for it in ("formula", "value", "target"))
    return f"<li>{one['mark']} <b>{escape(one['name'])}</b>: {escape(told)}. {escape(one['said'])}</li>"
