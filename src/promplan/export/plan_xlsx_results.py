"""Results, rates and KPI in the plan's workbook: every rate is a formula over the results that it is made of.

A rate and a KPI name their results by id; a formula adds up the counters of the rows that bear one of these ids, so it
holds however the results are sorted, and follows when somebody changes a number or the ids. What was measured, what is
from before and what was simulated are never one sum.
"""

import re
from collections.abc import Mapping, Sequence

from promplan.export.outline_parts import NUMBER, titles
from promplan.export.plan_xlsx_cells import Cell, Column, Grid, Share, Sheet, Worked, held, own, sheet
from promplan.export.whole import Whole
from promplan.language import Words, say, say_in
from promplan.media.kpi_dictionary import Kpi as Entry
from promplan.plan.kpis import Kpi, Result
from promplan.results.answers import FIELDS, Answer, answered
from promplan.results.heaps import ANY_ACTION, COUNTERS, HEAPS, Heap, action_of, entry, heap, is_share, parts
from promplan.results.rates import Rate, rates
from promplan.results.scale import less_is_better, scale_of
from promplan.spending.curves import called

ID = Column("id", NUMBER, 6, "id")
Z = 1.959963984540054  # of a 95 % interval
NAME = re.compile(r"[a-z_]+")
HEAP_WORDS: dict[Heap, Words] = {
    "measured": say_in("heap of results", "measured"),
    "past": say_in("heap of results", "from before"),
    "simulated": say_in("heap of results", "simulated"),
}


def results(told: Whole, rows: list[Result]) -> Sheet:
    """What was counted, as it was counted: measured first, then from before, then simulated."""
    columns = (
        ID,
        own(Result, "what", 40, "strong"),
        Column("heap", say("Heap"), 14),
        own(Result, "kind", 26),
        own(Result, "item", 28),
        own(Result, "channel", 24),
        own(Result, "kpi", 28),
        own(Result, "day", 12, "day"),
        own(Result, "until", 12, "day"),
        *(own(Result, name, 13, "money" if name == "spend" else "number") for name in COUNTERS),
        own(Result, "value", 11, "number"),
        own(Result, "n", 11, "number"),
        own(Result, "source", 34),
    )
    known = titles(told.plan)

    def row(one: Result, place: int, grid: Grid) -> list[Cell]:
        made: dict[str, Cell] = {"id": one.id, "heap": str(HEAP_WORDS[heap(one)])}
        return [made[it.key] if it.key in made else held(one, it.key, known) for it in columns]

    lead = say("What was counted. An empty cell: nobody counted it, and that is no 0.")
    return sheet(say("Results"), lead, columns, sorted(rows, key=lambda one: HEAPS.index(heap(one))), row)


def _sum(field: str, ids: str, grid: Grid) -> str:
    """The sum of a counter over the results whose ids stand in a cell: “RS1 RS4”."""
    bears = f'ISNUMBER(FIND(" "&{grid.area("id")}&" "," "&{ids}&" "))'
    return f'SUMPRODUCT(--({grid.area("id")}<>""),--{bears},{grid.area(field)})'


def _formula(one: Entry, ids: str, grid: Grid, action: str = "", people: int | None = None) -> str | None:
    """The dictionary's formula over these results; None where it needs what no result counts."""
    named = {name: field for name, field in FIELDS.items() if name in one.inputs}
    named |= {name: action for name in ANY_ACTION if action}
    missing = [it for it in one.inputs if it not in named and not (it == "population" and people)]
    if missing:
        return None

    def put(found: re.Match[str]) -> str:
        name = found.group()
        return str(people) if name == "population" and name not in named else _sum(named[name], ids, grid)

    return NAME.sub(put, one.formula)


def _ids(several: Sequence[str]) -> str:
    return " ".join(several)


def kpi_rates(told: Whole, rows: list[Result], grid: Grid) -> Sheet:
    """The rates that the results give, of all and of each channel, pooled: sums divided, never a mean of rates."""
    columns = (
        Column("metric", say("Rate"), 22, "strong"),
        Column("heap", say("Heap"), 14),
        Column("of", say("Of what"), 28),
        Column("formula", say("Formula"), 40),
        Column("value", say("Value"), 12, "number"),
        Column("low", say("95 % interval from"), 12, "number"),
        Column("high", say("to"), 12, "number"),
        Column("above", say("Sum above the line"), 14, "number"),
        Column("below", say("Sum below the line"), 14, "number"),
        Column("results", say("Results it is made of"), 44),
    )
    found = [one for name in HEAPS for by in ("", "channel") for one in rates(told.plan, by, heap=name)]
    shown = {one.id for one in rows}
    found = [one for one in found if shown.issuperset(one.results)]
    names = called(told.plan)

    def row(one: Rate, place: int, own_grid: Grid) -> list[Cell]:
        made = entry(one.metric)
        assert made is not None
        ids = own_grid.cell("results", place)
        known = {it.id: it for it in rows}
        of = names.get(one.of, one.of) or str(say("everything"))
        percent = is_share(made) or made.unit == "fraction"
        cells: dict[str, Cell] = {"metric": str(made.label), "heap": str(HEAP_WORDS[one.heap]), "of": of}
        cells |= {"formula": str(made.wording), "results": _ids(one.results)}
        cells["value"] = _worked(_formula(made, ids, grid), one.value)
        if made.formula.count("/") == 1 and made.formula.replace("/", "").replace(" ", "").replace("_", "").isalpha():
            cells |= _sums(made, one, ids, grid, known)
        if one.low is not None and one.high is not None:
            cells |= _interval(one, place, own_grid)
        for key in ("value", "low", "high") if percent else ():
            if isinstance(cell := cells.get(key), Worked):
                cells[key] = Share(cell.text, cell.value)
        return [cells.get(it.key) for it in columns]

    lead = say("Sums divided by sums, never a mean of rates. Change a number among the results: the rates follow.")
    return sheet(say("Rates"), lead, columns, found, row)


def _sums(made: Entry, one: Rate, ids: str, grid: Grid, known: Mapping[str, Result]) -> dict[str, Cell]:
    found: dict[str, Cell] = {}
    for key, name in zip(("above", "below"), parts(made), strict=True):
        if name in FIELDS:
            field = FIELDS[name]
            total = sum(getattr(known[id_], field) or 0 for id_ in one.results)
            found[key] = Worked(_sum(field, ids, grid), total)
    return found


def _interval(one: Rate, place: int, grid: Grid) -> dict[str, Cell]:
    """Wilson's interval from the share and what stands below the line."""
    assert one.low is not None and one.high is not None
    p, n = grid.cell("value", place), grid.cell("below", place)
    middle, half = f"({p}+{Z}^2/{n}/2)", f"{Z}*SQRT(({p}*(1-{p})+{Z}^2/{n}/4)/{n})"
    ends = {sign: f"({middle}{sign}{half})/(1+{Z}^2/{n})" for sign in "-+"}
    return {"low": Worked(f"MAX(0,{ends['-']})", one.low), "high": Worked(f"MIN(1,{ends['+']})", one.high)}


def kpis(told: Whole, rows: list[Kpi], grid: Grid) -> Sheet:
    """The KPI with what came of them: value, share of the target, interval, and whether it is reached."""
    columns = (
        ID,
        own(Kpi, "name", 42, "strong"),
        Column("formula", say("How it is counted"), 34),
        own(Kpi, "level", 12),
        own(Kpi, "objective", 30),
        own(Kpi, "channel", 24),
        own(Kpi, "baseline", 11, "number"),
        own(Kpi, "target", 11, "number"),
        Column("value", say("Result"), 11, "number"),
        own(Kpi, "unit", 14),
        Column("ratio", say("Result as a share of the target"), 13, "share"),
        Column("better", say("Better is"), 9),
        Column("low", say("95 % interval from"), 11, "number"),
        Column("high", say("to"), 11, "number"),
        Column("n", say("From how many"), 10, "number"),
        Column("outcome", say("Outcome"), 15, "strong"),
        Column("why", say("Why"), 34),
        own(Kpi, "until", 12, "day"),
        own(Kpi, "source", 30),
        own(Kpi, "owner", 18),
        own(Kpi, "every", 18),
        own(Kpi, "then", 38),
        Column("results", say("Results it is made of"), 30),
    )
    known, counted = titles(told.plan), {one.id: one for one in told.plan.results}

    def row(one: Kpi, place: int, own_grid: Grid) -> list[Cell]:
        found, metric = answered(told.plan, one), entry(one.metric)
        cells: dict[str, Cell] = {"id": one.id, "unit": str(found.unit) or None}
        cells["formula"] = str(metric.wording) if metric else one.own_formula or None
        cells["better"] = str(say_in("KPI", "less") if less_is_better(one, metric) else say_in("KPI", "more"))
        cells |= {"low": found.low, "high": found.high, "n": found.n, "results": _ids(found.results) or None}
        cells |= {"outcome": str(found.short), "why": str(found.why)}
        cells["value"] = _answer(found, one, metric, own_grid.cell("results", place), grid, counted, told)
        if found.value is not None and one.target:
            text = f"{own_grid.cell('value', place)}/{own_grid.cell('target', place)}"
            cells["ratio"] = Worked(text, found.value / one.target)
        empty = ("ratio", "value")
        return [
            cells[it.key] if it.key in cells else None if it.key in empty else held(one, it.key, known)
            for it in columns
        ]

    lead = say("What we steer by, and what came of it. The results are formulas over the sheet of results.")
    return sheet(say("KPI"), lead, columns, rows, row)


def _answer(
    found: Answer, one: Kpi, metric: Entry | None, ids: str, grid: Grid, counted: Mapping[str, Result], told: Whole
) -> Cell:
    """The value of a KPI: a number that somebody put down, or its formula over its results; without one, the number."""
    if found.value is None:
        return None
    if not found.results:
        return found.value
    written = [counted[id_] for id_ in found.results]
    if len(written) == 1 and written[0].value is not None and written[0].kpi == one.id:
        return _worked(_sum("value", ids, grid), found.value)
    if metric is None:
        return found.value
    if metric.counted:
        field = FIELDS.get(metric.id) or action_of(one)
        return _worked(_sum(field, ids, grid) if field else None, found.value)
    people = next((it.funnel.people for it in told.plan.objectives if it.id == one.objective), None)
    text = _formula(metric, ids, grid, action_of(one), people)
    by = scale_of(one, metric).by
    return _worked(f"{by:g}*({text})" if text and by != 1 else text, found.value)


def _worked(text: str | None, value: float) -> Cell:
    return value if text is None else Worked(text, value)
