"""Self-assessment: gates first, then each criterion with its levels in words, and what the plan shows beside them."""

from collections.abc import Mapping, Sequence
from html import escape

import ipywidgets as widgets

from promplan.grading import GateState, criterion, evidence, gates, points, rubric, scored
from promplan.grading.points import worth
from promplan.language import Words, number, say, say_many
from promplan.plan.document import Plan
from promplan.plan.pitch import Mark
from promplan.plan.store import Store
from promplan.review import Finding
from promplan.widgets.chosen import ChosenForm
from promplan.widgets.guard import Guard
from promplan.widgets.live import Live
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.pitching import NOT_YET, UNIT, Levels, paragraph, pieces, seen, weighs

PATH = "pitch.marks"
FIELDS = ("evidence", "why", "lacks")
TOLD = 5  # findings of a gate that are told
LEAD = say(
    "Gates come first and bear no points: pass, or mend. Then say of each criterion at which level you see your plan, "
    "where it shows that, and what the next level would take. Level 4 is for people who are not of your team: write "
    "what they saw or said."
)
SEES = say("A machine counts what is there, up to level 3. Whether it is any good, people say.")
BLIND = say("Here people alone give points. What is counted below only shows where to look.")


def rubric_form(store: Store) -> Panel:
    """How the team sees its own plan: gates, then seven criteria with levels, evidence from the plan, and points."""
    return _Grading(store).panel


def marks(plan: Plan) -> dict[str, Mark]:
    """The team's marks by criterion; of two for one the first counts."""
    found: dict[str, Mark] = {}
    for one in plan.pitch.marks:
        found.setdefault(one.criterion, one)
    return found


def _levels(plan: Plan) -> Mapping[str, int | None]:
    return {key: one.level for key, one in marks(plan).items()}


class _Grading:
    def __init__(self, store: Store) -> None:
        self.store, self.guard = store, Guard()
        self.gates, self.head, self.points = region(), region(), region()
        self.chosen = ChosenForm(store, PATH, Mark, FIELDS, self.guard, {"evidence": pieces})
        self.levels = Levels(self.guard, lambda: _levels(store.plan), self.put, self._opened)
        self.says = Live(store, UNIT, lambda one: one.rule == "PIT-7", self._shown, self._tell, only=("PIT-7",))
        self.levels.table.observe(lambda _: self.says.draw(), "value")
        store.watch(self.draw)
        store.watch(self.chosen.follow)
        self.draw()
        title, lead = str(say("How we see our own plan")), paragraph(LEAD)
        card = widgets.VBox(
            [self.head, self.levels.radio, self.chosen.box, self.guard, self.says.view, self.levels.more]
        )
        card.add_class("pp-record")
        children = [
            *(heading(title), widgets.HTML(lead), widgets.HTML(paragraph(rubric().declared, "pp-told-note"))),
            *(heading(str(say("Gates first"))), self.gates),
            *(heading(str(say("Then the criteria"))), self.levels.table, card),
            *(heading(str(say("Points"))), self.points),
        ]
        self.panel = Panel(title, children, lead + static(store.plan))

    def draw(self) -> None:
        """Follow the plan."""
        plan = self.store.plan
        set_region(self.gates, gates_html(gates(plan)))
        self.levels.draw()
        set_region(self.points, points_html(plan))

    def put(self, id_: str, level: int) -> None:
        """Give a criterion its level; the first time it gets its mark."""
        mark = marks(self.store.plan).get(id_)
        if mark is None:
            self.store.add(PATH, {"criterion": id_, "level": level})
        elif mark.level != level:
            self.store.put(f"{PATH}/{mark.id}", {"level": level}, seen={"level": mark.level})

    def _opened(self, id_: str) -> None:
        mark = marks(self.store.plan).get(id_)
        if self.chosen.id != (mark.id if mark else "") or self.chosen.form is None:
            self.chosen.show(mark.id if mark else "")
        set_region(self.head, criterion_html(self.store.plan, id_))

    def _shown(self) -> set[str]:
        return {self.chosen.id}

    def _tell(self, found: Sequence[Finding]) -> None:
        at: dict[str, list[Finding]] = {}
        for one in found:
            if one.object == self.chosen.id:
                at.setdefault(one.field, []).append(one)
        if self.chosen.form is not None:
            self.chosen.form.tell(at)


def gates_html(rows: Sequence[GateState]) -> str:
    """Each gate: passes, is to be mended with what closes it, or had nothing to look at."""
    told = []
    for one in rows:
        state: Words = say("nothing to look at yet")
        sign = "·"
        if one.closed:
            state, sign = say_many("mend: {n} place", "mend: {n} places", len(one.findings)), "✘"
        elif one.passed:
            state, sign = say("passes"), "✔"
        lines = "".join(f"<small>{escape(_said(it))}</small>" for it in one.findings[:TOLD])
        more = len(one.findings) - TOLD
        lines += f"<small>{escape(str(say('and {n} more', n=more)))}</small>" if more > 0 else ""
        asks = f"<small>{escape(one.gate.asks)}</small>"
        told.append(f"<li><b>{sign} {escape(str(state))}</b><span>{escape(one.gate.name)}</span>{asks}{lines}</li>")
    return f'<ul class="pp-answered pp-gates">{"".join(told)}</ul>'


def _said(one: Finding) -> str:
    return f"{one.rule} · {one.where}: {one.message} → {one.fix}"


def criterion_html(plan: Plan, id_: str) -> str:
    """A criterion over its levels: name, weight, and what of it is seen in the plan."""
    one = criterion(id_)
    head = f"<h4>{escape(one.name)}</h4>"
    note = paragraph(f"{weighs(one)} {SEES if one.sees else BLIND}", "pp-told-note")
    return f'<div class="pp-criterion">{head}{note}{seen(evidence(plan, id_))}</div>'


def points_html(plan: Plan) -> str:
    """The points by the team's own levels, the machine's part of each criterion, and what is for people."""
    given = _levels(plan)
    rows, total = points(plan), scored(given)
    most = sum(one.most for one in rows)
    machine = sum(one.machine for one in rows)
    told = []
    for one in rows:
        level = given.get(one.criterion.id)
        own = NOT_YET if level is None else number(worth(one.criterion, level))
        seen_: Words = say("A machine sees nothing of it.")
        if one.most:
            seen_ = say("A machine sees {n} of {most}.", n=_short(one.machine), most=_short(one.most))
        left = say("For people: {n}.", n=_short(one.for_people))
        head = say("{n} of {all}", n=own, all=one.criterion.weight)
        told.append(
            f"<li><b>{escape(str(head))}</b><span>{escape(one.criterion.name)}</span>"
            f"<small>{escape(f'{seen_} {left}')}</small></li>"
        )
    all_ = rubric().weight
    done = len(rows) - len(total.missing)
    said = say(
        "By your own levels: {n} of {all} points; {done} of {rows} criteria have a level.",
        n=_short(total.total), all=all_, done=done, rows=len(rows),
    )  # fmt: skip
    sees = say(
        "A machine sees evidence for {n} of the {most} points that it can see; {people} are for people alone.",
        n=_short(machine), most=_short(most), people=_short(all_ - most),
    )  # fmt: skip
    return f'{paragraph(said, "pp-sum")}{paragraph(sees)}<ul class="pp-answered">{"".join(told)}</ul>'


def _short(value: float) -> float:
    return round(value, 1)


def static(plan: Plan) -> str:
    """Without a kernel: gates, each criterion with its levels and the team's, points."""
    told = [gates_html(gates(plan))]
    given = marks(plan)
    for one in rubric().criteria:
        mark = given.get(one.id)
        told.append(criterion_html(plan, one.id))
        levels = "".join(_level(one.anchor(n), mark is not None and mark.level == n) for n in (1, 2, 3, 4))
        told.append(f"<ol>{levels}</ol>")
        if mark is not None:
            ids = f"[{', '.join(mark.evidence)}]" if mark.evidence else ""
            told.append("".join(paragraph(it) for it in (f"{mark.why} {ids}".strip(), mark.lacks) if it))
    return "".join(told) + points_html(plan)


def _level(words: str, chosen: bool) -> str:
    return (
        f"<li><b>{escape(words)} ◀ {escape(str(say('your level')))}</b></li>" if chosen else f"<li>{escape(words)}</li>"
    )
