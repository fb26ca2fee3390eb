"""The report as it reads: objectives with their answers, the sentences under five heads, what is behind each."""

from dataclasses import dataclass
from html import escape

from promplan.language import Words, day, pick, say, say_in
from promplan.plan.document import Plan
from promplan.plan.measurement import VERDICTS, Statement
from promplan.results.objectives import ObjectiveAnswer, objectives_answered

HEADS = ("worked", "not", "unknown", "anyway", "next")
OUTCOMES: dict[str, Words] = {
    "reached": say_in("objective", "reached"),
    "missed": say_in("objective", "missed"),
    "unknown": say_in("objective", "cannot be told"),
}
SIGNS = {"reached": "✔", "missed": "✘", "unknown": "?"}


@dataclass(frozen=True)
class Part:
    """A head of the report and its lines, each with the ids behind it."""

    head: Words | str
    lines: tuple[tuple[str, str], ...]


def report(plan: Plan) -> list[Part]:
    """The report, part by part; a head without a sentence says so."""
    parts = [
        Part(say("What we wanted, and what came"), tuple(_objective(plan, one) for one in objectives_answered(plan)))
    ]
    rows = plan.measurement.statements
    for key in HEADS:
        lines = [(one.text.strip(), behind(one)) for one in rows if one.verdict == key and one.text.strip()]
        if key == "anyway" and plan.measurement.anyway.strip():
            lines.insert(0, (plan.measurement.anyway.strip(), ""))
        parts.append(Part(_capital(str(pick(VERDICTS[key]))), tuple(lines)))
    loose = tuple((one.text.strip(), behind(one)) for one in rows if not one.verdict and one.text.strip())
    return [*parts, Part(say("Not yet under a head"), loose)] if loose else parts


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _objective(plan: Plan, answer: ObjectiveAnswer) -> tuple[str, str]:
    one = next(it for it in plan.objectives if it.id == answer.objective)
    called = one.statement or one.metric or str(say("(empty)"))
    return f"{called} {SIGNS[answer.outcome]} {OUTCOMES[answer.outcome]}. {answer.why}", one.id


def behind(one: Statement) -> str:
    """The ids behind a sentence."""
    return ", ".join(filter(None, [one.objective, one.kpi, *one.results, *one.surveys]))


def head_lines(plan: Plan) -> list[str]:
    """What stands above it: the plan's title, for whom, of which day."""
    title = plan.meta.title.strip() or str(say("Report of the campaign"))
    to = str(say("To: {who}", who=plan.measurement.report_to)) if plan.measurement.report_to.strip() else ""
    on = day(plan.measurement.report_on) if plan.measurement.report_on else ""
    return [title, *filter(None, [" · ".join(filter(None, [to, on]))])]


def plain(plan: Plan) -> str:
    """The report as text, to copy."""
    lines = head_lines(plan)
    for part in report(plan):
        lines += ["", str(part.head)]
        lines += [f"– {text}{f' [{ids}]' if ids else ''}" for text, ids in part.lines] or [
            f"– {say('nothing written yet')}"
        ]
    return "\n".join(lines) + "\n"


def html(plan: Plan) -> str:
    """The report as HTML, for the preview."""
    first, *more = head_lines(plan)
    told = [f"<h4>{escape(first)}</h4>", *(f"<p>{escape(one)}</p>" for one in more)]
    for part in report(plan):
        told.append(f"<h4>{escape(str(part.head))}</h4>")
        rows = "".join(
            f"<li>{escape(text)}{f' <span class=pp-reference>[{escape(ids)}]</span>' if ids else ''}</li>"
            for text, ids in part.lines
        )
        told.append(f"<ul>{rows}</ul>" if rows else f"<p>{escape(str(say('nothing written yet')))}</p>")
    return f'<div class="pp-report">{"".join(told)}</div>'


def answered(plan: Plan) -> str:
    """Every objective with its answer and those of its KPI, as a list."""
    rows = []
    for answer in objectives_answered(plan):
        one = next(it for it in plan.objectives if it.id == answer.objective)
        names = {it.id: it.name for it in plan.kpis}
        kpis = "".join(
            f"<small>{escape(f'{it.kpi} · {names[it.kpi]}')}: {escape(str(it.said))}</small>" for it in answer.answers
        )
        verdict = f"{SIGNS[answer.outcome]} {OUTCOMES[answer.outcome]}"
        head = f"<b>{escape(verdict)}</b><span>{escape(f'{one.id} · {one.statement or one.metric}')}</span>"
        rows.append(f"<li>{head}<small>{escape(str(answer.why))}</small>{kpis}</li>")
    if not rows:
        return f"<p>{escape(str(say('The plan has no objective yet: there is nothing to answer for.')))}</p>"
    return f'<ul class="pp-answered">{"".join(rows)}</ul>'
