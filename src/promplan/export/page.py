"""The plan so far as one self-contained HTML page: no script, no address outside, every word escaped.

The team's answers and reasons stay in the plan file; the page is what may be shown.
"""

from datetime import date
from html import escape

from promplan import language
from promplan.export.page_parts import fields, label, section, table
from promplan.export.page_strategy import sections as strategy
from promplan.language import day, number, pick, say
from promplan.plan.document import Plan
from promplan.plan.enterprise import CHANNELS, CLEARANCE_STATES, SOURCE_KINDS, Fact
from promplan.plan.team import CONSENTS, ROLES, Member
from promplan.review import Report, check

STYLE = """
:root { color-scheme: light }
body { font: 16px/1.5 "DejaVu Sans", "Segoe UI", Arial, sans-serif; color: #1a1a1a; background: #fff;
       max-width: 62rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.9rem; margin-bottom: .2rem } h2 { margin-top: 2.2rem; border-bottom: 2px solid #0072b2 }
h3 { font-size: 1.05rem; margin: 1.4rem 0 .3rem }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: .35rem .6rem;
       border-bottom: 1px solid #bbb; overflow-wrap: break-word } thead th { border-bottom: 2px solid #555 }
tbody th { font-weight: 600; width: 16rem } .facts tbody th { width: auto; white-space: nowrap }
.muted { color: #555 } .wide { overflow-x: auto } caption { text-align: left; color: #555; padding-bottom: .4rem }
@media print { body { margin: 0; max-width: none } h2 { break-after: avoid } tr { break-inside: avoid } }
"""


def page(plan: Plan, on: date | None = None) -> str:
    """The whole page in the interface language; `on` is the day on which the review looks at the plan."""
    title = plan.meta.title or plan.enterprise.name or str(say("Media plan"))
    parts = [
        f"<h1>{escape(title)}</h1>",
        f'<p class="muted">{escape(_window(plan))}</p>',
        section(str(say("Team")), _team(plan)),
        section(str(say("The plant's brief")), fields(plan.brief, skip={"by"})),
        section(str(say("The plant")), fields(plan.enterprise, skip={"facts", "protected_names"})),
        section(str(say("Register of facts")), _facts(plan.enterprise.facts)),
        *strategy(plan),
        section(str(say("What the review says")), _review(check(plan, on=on))),
    ]
    return (
        f'<!doctype html>\n<html lang="{language.current()}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>\n<body>\n"
        + "\n".join(parts)
        + "\n</body></html>\n"
    )


def _window(plan: Plan) -> str:
    start, end = plan.meta.campaign_start, plan.meta.campaign_end
    if start and end:
        return str(say("Campaign from {start} to {end}", start=start, end=end))
    return str(say("The campaign has no dates yet"))


def _team(plan: Plan) -> str:
    head = fields(plan.team, skip={"members"})
    if not plan.team.members:
        return head
    rows = [
        f'<tr><th scope="row">{escape(one.name or one.id)}</th><td>{escape(pick(ROLES[one.role]))}</td>'
        f"<td>{escape(one.skills)}</td><td>{escape(pick(CONSENTS[one.portfolio_consent]))}</td></tr>"
        for one in plan.team.members
    ]
    names = ("name", "role", "skills", "portfolio_consent")
    return head + table([label(Member.model_fields[name]) for name in names], rows, "members")


def _facts(facts: list[Fact]) -> str:
    if not facts:
        return ""
    heads = [str(one) for one in (say("Fact"), say("Value"), say("Source"), say("As of"), say("Clearance"))]
    return table([str(say("No.")), *heads], [_fact(fact) for fact in facts], "facts")


def _fact(fact: Fact) -> str:
    value = "" if fact.value is None else f"{number(fact.value)} {fact.unit}".strip()
    if fact.tolerance is not None:
        value += f" ± {number(fact.tolerance)}"
    kind = pick(SOURCE_KINDS[fact.source_kind]) if fact.source_kind else ""
    source = f"{escape(fact.source)}<br><span class='muted'>{escape(kind)}</span>" if fact.source or kind else "—"
    return (
        f'<tr><th scope="row">{escape(fact.id)}</th><td>{escape(fact.statement)}</td><td>{escape(value) or "—"}</td>'
        f"<td>{source}</td><td>{day(fact.as_of) if fact.as_of else '—'}</td><td>{_clearance(fact)}</td></tr>"
    )


def _clearance(fact: Fact) -> str:
    clearance = fact.clearance
    words = [pick(CLEARANCE_STATES[clearance.state])]
    if clearance.state == "cleared":
        words += [clearance.wording and str(say("“{wording}”", wording=clearance.wording)), clearance.by]
        words += [", ".join(pick(CHANNELS[one]) for one in clearance.channels)]
        words += [str(say("until {day}", day=clearance.until)) if clearance.until else ""]
    return "<br>".join(escape(word) for word in words if word)


def _review(report: Report) -> str:
    return report.html(links=False)


class Register:
    """The register of a plan as a table in a notebook, and as plain lines without one."""

    def __init__(self, plan: Plan) -> None:
        self.facts = plan.enterprise.facts

    def __repr__(self) -> str:
        return "\n".join(f"{one.id} · {one.statement} · {one.source}" for one in self.facts)

    def _repr_html_(self) -> str:
        return _facts(self.facts)


class Members:
    """A plan's team as a table in a notebook, and as plain lines without one."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def __repr__(self) -> str:
        return "\n".join(f"{one.id} · {one.name} · {pick(ROLES[one.role])}" for one in self.plan.team.members)

    def _repr_html_(self) -> str:
        return _team(self.plan)
