"""The tables of the plan's workbook in which nothing is worked out: calendar, facts, objectives, consents, findings."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any, cast

from promplan.export.outline import Said
from promplan.export.outline_parts import NUMBER, titles
from promplan.export.plan_xlsx_cells import Cell, Column, Grid, Sheet, Worked, held, own, sheet
from promplan.export.whole import Whole
from promplan.language import say
from promplan.plan.consents import Consent, Person
from promplan.plan.enterprise import Fact
from promplan.plan.items import Item
from promplan.plan.objectives import Objective
from promplan.plan.production import Dates
from promplan.plan.risks import Risk
from promplan.results.objectives import objectives_answered
from promplan.review.finding import Finding
from promplan.review.report_html import SIGNS, TOLD

ID = Column("id", NUMBER, 6, "id")
ORDER = ("error", "warning", "info")
PAPERS = ("image", "data", "dissemination")


def calendar(told: Whole, items: list[Item]) -> Sheet:
    """The pieces by their days; those without one come last."""
    columns = (
        own(Item, "dates.publish", 12, "day"),
        own(Item, "title", 38, "strong"),
        own(Item, "dates.at", 8, "time"),
        own(Item, "channel", 24),
        own(Item, "form", 14),
        own(Item, "placing.state", 14),
        own(Item, "pillar", 28),
        own(Item, "audience", 26),
        own(Item, "owner", 18),
        own(Item, "approver", 18),
        *(own(Item, f"dates.{name}", 12, "day") for name in Dates.model_fields if name not in ("publish", "at")),
        own(Item, "placing.hours", 10, "number"),
        own(Item, "hold_if", 32),
        own(Item, "ad.is_ad", 16),
        Column("id", NUMBER, 6, "id"),
    )
    rows = sorted(items, key=lambda one: (one.dates.publish or date.max, one.dates.at or time.min))
    return _plain(told, say("Calendar"), say("Every piece with its day, its channel and who does it."), columns, rows)


def facts(told: Whole, rows: list[Fact]) -> Sheet:
    """The register: a cleared wording only where it is cleared, a draft would soon be quoted."""
    columns = (
        ID,
        own(Fact, "statement", 48, "strong"),
        own(Fact, "value", 12, "number"),
        own(Fact, "unit", 12),
        own(Fact, "tolerance", 12, "number"),
        own(Fact, "about", 28),
        own(Fact, "source", 36),
        own(Fact, "source_kind", 14),
        own(Fact, "as_of", 12, "day"),
        own(Fact, "valid_until", 12, "day"),
        own(Fact, "derived_from", 22),
        own(Fact, "checked_by", 20),
        own(Fact, "clearance.state", 16),
        own(Fact, "clearance.by", 22),
        own(Fact, "clearance.wording", 44),
        own(Fact, "clearance.channels", 22),
        own(Fact, "clearance.until", 12, "day"),
    )
    known = dict.fromkeys(titles(told.plan), "")
    let_out = ("clearance.wording", "clearance.channels", "clearance.until")

    def row(one: Fact, place: int, grid: Grid) -> list[Cell]:
        out = one.clearance.state == "cleared"
        return [None if it.key in let_out and not out else _cell(one, it, known) for it in columns]

    return sheet(
        say("Facts"), say("Each fact with its number, where it is from, and who lets it out."), columns, rows, row
    )


def objectives(told: Whole, rows: list[Objective]) -> Sheet:
    """The objectives with what the results say of each."""
    columns = (
        ID,
        own(Objective, "statement", 44, "strong"),
        own(Objective, "aim", 18),
        own(Objective, "metric", 24),
        own(Objective, "baseline", 11, "number"),
        own(Objective, "target", 11, "number"),
        Column("change", say("From baseline to target"), 12, "number"),
        own(Objective, "unit", 14),
        own(Objective, "audience", 28),
        own(Objective, "deadline", 12, "day"),
        own(Objective, "level", 12),
        own(Objective, "evidence", 32),
        own(Objective, "step_where", 28),
        own(Objective, "step_who", 22),
        own(Objective, "step_days", 12, "number"),
        own(Objective, "step_capacity", 12, "number"),
        Column("outcome", say("What the results say"), 16),
        Column("why", say("Why"), 34),
    )
    known = titles(told.plan)
    answers = {one.objective: one for one in objectives_answered(told.plan)} if told.plan.results else {}

    def row(one: Objective, place: int, grid: Grid) -> list[Cell]:
        change = None
        if one.baseline is not None and one.target is not None:
            change = Worked(f"{grid.cell('target', place)}-{grid.cell('baseline', place)}", one.target - one.baseline)
        found = answers.get(one.id)
        made: dict[str, Cell] = {"change": change}
        made |= {"outcome": str(found.short) if found else None, "why": str(found.why) if found else None}
        return [made[it.key] if it.key in made else _cell(one, it, known) for it in columns]

    return sheet(say("Objectives"), say("What shall be different, by how much, until when."), columns, rows, row)


def consents(told: Whole, people: list[Person]) -> Sheet:
    """A row for each paper of each person, who is told by role: the name stays in the plan's own file."""
    columns = (
        ID,
        own(Person, "role", 26, "strong"),
        own(Person, "age", 22),
        Column("paper", say("Paper"), 30),
        *(own(Consent, name, width, style) for name, width, style in _PAPER),
    )
    papers = [(one, name) for one in people for name in PAPERS]

    def row(paper: tuple[Person, str], place: int, grid: Grid) -> list[Cell]:
        one, name = paper
        part = getattr(one, name)
        who: list[Cell] = [one.id, held(one, "role", {}), held(one, "age", {}), str(own(Person, name, 1).head)]
        return [*who, *(held(part, it.key, {}) for it in columns[4:])]

    return sheet(
        say("Consents"), say("Who may be shown, where, until when: a row for each paper."), columns, papers, row
    )


_PAPER: tuple[tuple[str, float, Any], ...] = (
    ("state", 20, "text"),
    ("covers", 24, "text"),
    ("channels", 24, "text"),
    ("conditions", 32, "text"),
    ("given", 12, "day"),
    ("guardian", 14, "day"),
    ("until", 12, "day"),
    ("withdrawn", 12, "day"),
)


def risks(told: Whole, rows: list[Risk]) -> Sheet:
    """The risks, the gravest first: likelihood times how bad it would be."""
    columns = (
        ID,
        own(Risk, "what", 48, "strong"),
        own(Risk, "stage", 18),
        own(Risk, "likelihood", 12, "number"),
        own(Risk, "impact", 12, "number"),
        Column("weight", say("Likelihood × how bad"), 12, "number"),
        own(Risk, "response", 64),
        own(Risk, "owner", 20),
    )
    known = titles(told.plan)

    def weight(one: Risk) -> int:
        return (one.likelihood or 0) * (one.impact or 0)

    def row(one: Risk, place: int, grid: Grid) -> list[Cell]:
        both = one.likelihood is not None and one.impact is not None
        text = f"{grid.cell('likelihood', place)}*{grid.cell('impact', place)}"
        made = Worked(text, weight(one)) if both else None
        return [made if it.key == "weight" else _cell(one, it, known) for it in columns]

    ordered = sorted(rows, key=lambda one: -weight(one))
    return sheet(say("Risks"), say("What may go wrong, and who watches it; the gravest first."), columns, ordered, row)


def findings(told: Whole) -> Sheet:
    """What the review still says, the gravest first."""
    columns = (
        Column("severity", say("How grave"), 16, "strong"),
        Column("where", say("Where"), 16),
        Column("message", say("What"), 56),
        Column("evidence", say("Where one sees it"), 44),
        Column("fix", say("Smallest fix"), 56),
        Column("rule", say("Rule"), 11, "id"),
    )
    rows = sorted(told.review, key=lambda one: ORDER.index(one.severity))

    def row(one: Finding, place: int, grid: Grid) -> list[Cell]:
        grave = f"{SIGNS[one.severity]} {TOLD[one.severity]}"
        return [grave, one.where, str(one.message), str(one.evidence) or None, str(one.fix), one.rule]

    lead: Said = told.reasons if told.reasons is not None else say("What the review still asks for.")
    return sheet(say("Findings"), lead, columns, rows, row)


def _plain(told: Whole, named: Said, lead: Said, columns: tuple[Column, ...], rows: Sequence[Any]) -> Sheet:
    known = titles(told.plan)

    def row(one: Any, place: int, grid: Grid) -> list[Cell]:
        return [_cell(one, it, known) for it in columns]

    return sheet(named, lead, columns, rows, row)


def _cell(one: Any, column: Column, known: Any) -> Cell:
    return cast(Cell, one.id) if column.key == "id" else held(one, column.key, known)
