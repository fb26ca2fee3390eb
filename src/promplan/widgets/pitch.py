"""The pitch builder: parts beat by beat, their seconds against the limit, a draft from the plan, and the clock."""

from collections.abc import Sequence
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.grading import draft
from promplan.grading.pitch import ORDER as BEATS_ORDER
from promplan.language import Problem, Words, pick, say, say_many
from promplan.measure.script import timed
from promplan.plan import edit
from promplan.plan.document import Plan
from promplan.plan.pitch import BEATS, Pitch, PitchPart
from promplan.plan.store import Store
from promplan.review import Finding
from promplan.review.pitch_begun import limit, takes
from promplan.text.lengths import words
from promplan.text.substance import blank
from promplan.widgets.calendar_names import EMPTY, member_named
from promplan.widgets.clock import clock
from promplan.widgets.controls import begun
from promplan.widgets.editor import Editor
from promplan.widgets.form import Form
from promplan.widgets.guard import Guard
from promplan.widgets.live import Live
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.pitching import CARD, UNIT, paragraph, pieces
from promplan.widgets.table import Column
from promplan.widgets.visit_stops import change

PATH, REHEARSALS = "pitch.parts", "pitch.rehearsals"
FIELDS = ("beat", "says", "who", "seconds", "shows", "behind")
FIRST = (("beat", "who"), ("says",), ("shows", "seconds"), ("behind",))
OWN = ("to", "ask", "limit", "left_out")
LEAD = say(
    "Three minutes, eight parts, one decision at the end. Write as you would say it aloud; empty seconds count as long "
    "as the words take at ease. What stands behind a part is what you open when somebody asks."
)
FROM_PLAN = say(
    "The draft takes the plan's own words into parts that are still empty. It is for rewriting: nobody talks "
    "like a plan."
)


def pitch(store: Store) -> Panel:
    """The pitch, part by part, with its seconds and the rehearsal clock."""
    return _Building(store).panel


class _Building:
    def __init__(self, store: Store) -> None:
        self.store = store
        self.editor = self._editor()
        self.guard = Guard()
        self.card = Form(store, CARD, Pitch, OWN, self.guard)
        store.watch(self.card.load)
        self.says = Live(store, UNIT, self._belongs, lambda: {CARD}, self._tell)
        self.begin = widgets.Button(description=str(say("Begin from the plan")))
        self.took = Guard(acts=True)  # beside its button: the editor's own is far below the table
        self.begin.on_click(self.took.handler(self.fill))
        self.time = region()
        self.clock = clock(store)
        self.tries = Editor(
            store,
            REHEARSALS,
            ("day", "seconds", "changed"),
            say("Rehearsals"),
            UNIT,
            line=lambda one: f"{one.id} · {one.seconds or EMPTY} · {begun(one.changed, 60)}",
            columns=(
                Column(say("Rehearsal"), lambda one: (_seconds(one.seconds), _by_part(one.parts)), strong=True),
                Column(say("What we change"), lambda one: begun(one.changed, 70) or str(EMPTY)),
            ),
            place=say("Rehearsal {n} of {all}"),
        )
        store.watch(self.draw)
        self.draw()
        title, lead = str(say("The pitch")), paragraph(LEAD)
        children = [
            *(heading(title), widgets.HTML(lead)),
            *(self.card.box, self.guard, self.says.view),
            *(heading(str(say("Part by part"))), self.begin, self.took),
            widgets.HTML(paragraph(FROM_PLAN, "pp-told-note")),
            *(self.time, *self.editor.children),
            *(heading(str(say("Rehearse aloud"))), self.clock, *self.tries.children),
        ]
        self.panel = Panel(title, children, lead + static(store.plan))

    def _editor(self) -> Editor:
        store = self.store

        def told(one: PitchPart) -> tuple[str, str]:
            said = timed(one.says, store.plan.meta.language)
            n = say_many("{n} word", "{n} words", said.words)
            return str(say("{s} s", s=round(takes(store.plan, one)))), str(n)

        columns = (
            Column(say("Part"), lambda one: (str(pick(BEATS[one.beat])), begun(one.says, 90)), strong=True),
            Column(say("Who"), lambda one: member_named(store.plan, one.who)),
            Column(say("How long"), told),
        )
        return Editor(
            store,
            PATH,
            FIELDS,
            say("Parts of the pitch"),
            UNIT,
            about=("parts",),
            line=lambda one: f"{one.id} · {pick(BEATS[one.beat])} · {begun(one.says, 70) or EMPTY}",
            offers={"behind": pieces},
            columns=columns,
            order=Order(first=FIRST),
            place=say("Part {n} of {all}"),
        )

    def _belongs(self, one: Finding) -> bool:
        return one.object == CARD and one.rule != "PIT-7"

    def _tell(self, found: Sequence[Finding]) -> None:
        at: dict[str, list[Finding]] = {}
        for one in found:
            at.setdefault(one.field, []).append(one)
        self.card.tell(at)

    def draw(self) -> None:
        """Follow the plan: the seconds of all parts; what could not be taken over before is no matter any more."""
        self.took.report(None)
        set_region(self.time, seconds_html(self.store.plan))

    def fill(self) -> None:
        """Fill the parts that are still empty with the plan's own words."""
        if filled(self.store.plan) == self.store.plan:
            raise Problem(
                say(
                    "There is nothing to take over: every part has its words, or the plan has none yet. Fill "
                    "objectives, message, ideas and KPI first."
                )
            )
        before = {one.id: one.says for one in self.store.plan.pitch.parts}

        def said() -> Words:
            n = sum(one.says != before.get(one.id, "") for one in self.store.plan.pitch.parts)
            return say_many("{n} part filled: now rewrite it.", "{n} parts filled: now rewrite them.", n)

        change(self.store, self.editor.rows.toast, [PATH], filled, said)


def filled(plan: Plan) -> Plan:
    """The plan with a draft in every part that says nothing, and a part for every beat that has none."""
    new = plan
    for one in draft(plan):
        if not one.says:
            continue
        known = {it.id for it in new.enterprise.facts if it.clearance.state != "cleared"}
        values: dict[str, Any] = {"says": one.says, "behind": [id_ for id_ in one.behind if id_ not in known]}
        if one.shows and len(words(one.shows)) <= 12:
            values["shows"] = one.shows
        held = next((it for it in new.pitch.parts if it.beat == one.beat), None)
        if held is None:
            after = _before(new, one.beat)
            new, id_ = edit.add(new, PATH, {"beat": one.beat, **values}, after=after)
            if after is None and len(new.pitch.parts) > 1:
                new = edit.move(new, f"{PATH}/{id_}", -len(new.pitch.parts))
        elif blank(held.says):
            new = edit.put(new, f"{PATH}/{held.id}", values)
    return new


def _before(plan: Plan, beat: str) -> str | None:
    """The last part whose beat comes before this one."""
    earlier = BEATS_ORDER[: BEATS_ORDER.index(beat)]
    rows = [one.id for one in plan.pitch.parts if one.beat in earlier]
    return rows[-1] if rows else None


def seconds_html(plan: Plan) -> str:
    """Each part as a bar as long as it takes, and the sum against the limit; what is over is hatched and said."""
    parts, most = plan.pitch.parts, limit(plan)
    if not parts:
        return paragraph(say("No part yet. Press Add, or begin from the plan."))
    whole = sum(takes(plan, one) for one in parts)
    scale, at, rows = max(whole, most, 1), 0.0, []
    for n, one in enumerate(parts, 1):
        long = takes(plan, one)
        over = " data-over" if at + long > most + 0.5 else ""
        place = f"margin-left:{100 * at / scale:.1f}%;width:{100 * long / scale:.1f}%"
        rows.append(
            f"<li><span>{n}. {escape(str(pick(BEATS[one.beat])))}</span>"
            f'<i aria-hidden="true"><b{over} style="{place}"></b>'
            f'<u style="left:{100 * most / scale:.1f}%"></u></i>'
            f"<span>{escape(str(say('{s} s', s=round(long))))}</span></li>"
        )
        at += long
    return f'{paragraph(told(whole, most), "pp-sum")}<ul class="pp-pitch-bars">{"".join(rows)}</ul>'


def told(whole: float, most: float) -> Words:
    """The sum in words: how much is over, or left."""
    off = round(whole) - round(most)
    if off > 0:
        return say("{whole} s of {most}: {off} s too long.", whole=round(whole), most=round(most), off=off)
    return say("{whole} s of {most}: {off} s are left.", whole=round(whole), most=round(most), off=-off)


def _seconds(value: int | None) -> str:
    return str(say("{s} s", s=value)) if value else str(EMPTY)


def _by_part(parts: Sequence[int]) -> str:
    return " + ".join(str(one) for one in parts)


def static(plan: Plan) -> str:
    """Without a kernel: what is asked, the parts with their seconds, and who says them."""
    own = plan.pitch
    lines = [paragraph(it) for it in (own.to, own.ask, own.left_out) if it]
    rows = "".join(
        f"<li><b>{escape(str(pick(BEATS[one.beat])))}</b> · {escape(member_named(plan, one.who))} · "
        f"{escape(str(say('{s} s', s=round(takes(plan, one)))))}<br>{escape(one.says)}"
        f"{f'<br><i>{escape(one.shows)}</i>' if one.shows else ''}</li>"
        for one in own.parts
    )
    whole = sum(takes(plan, one) for one in own.parts)
    total = (
        paragraph(told(whole, limit(plan)))
        if own.parts
        else paragraph(say("No part yet. Press Add, or begin from the plan."))
    )
    return f"{''.join(lines)}<ol>{rows}</ol>{total}"
