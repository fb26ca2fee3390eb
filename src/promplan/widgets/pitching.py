"""What the editors of unit 10 share: the unit whose rules speak, what may stand behind a sentence, rows of criteria."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.grading import LEVELS, Criterion, Seen, criterion, rubric
from promplan.language import Words, say, say_many
from promplan.plan.document import Plan
from promplan.plan.turn import TURN
from promplan.widgets.controls import line
from promplan.widgets.guard import Guard
from promplan.widgets.table import Column, Table

UNIT, CARD = "10-pitch", "pitch"
NOT_YET = "–"
IDS = 6  # ids that are told in a line of evidence


def pieces(plan: Plan) -> list[tuple[str, str]]:
    """What may stand behind a part of the pitch, a level or an answer: facts that may be said first."""
    facts = sorted(plan.enterprise.facts, key=lambda one: one.clearance.state != "cleared")
    lists: tuple[Sequence[Any], ...] = (
        *(plan.objectives, plan.audiences, plan.message.pillars, plan.message.questions, plan.ideas, plan.items),
        *(plan.channels, plan.budget.lines, plan.budget.carriers, plan.kpis),
        *(plan.measurement.surveys, plan.measurement.decisions, plan.measurement.statements),
        *(plan.risks, facts, plan.results),
    )
    return [(line(one), one.id) for rows in lists for one in rows]


def seen(rows: Sequence[Seen]) -> str:
    """Evidence as a list: a sign for all, some, none; the sentence; the ids that show it."""
    told = []
    for one in rows:
        sign = "●" if one.share == 1 else "◐" if one.done else "○"
        ids = ", ".join(one.ids[:IDS]) + (" …" if len(one.ids) > IDS else "")
        behind = f' <span class="pp-reference">[{escape(ids)}]</span>' if ids else ""
        told.append(f'<li><span aria-hidden="true">{sign}</span> {escape(str(one.said))}{behind}</li>')
    return f'<ul class="pp-seen">{"".join(told)}</ul>'


class Levels:
    """The seven criteria as a table, and of the chosen one its levels in words, of which one is chosen.

    Args:
        levels: the levels that are given, by criterion. put: gives one. shown: is told which criterion is open.
        locked: may no level be given any more?
    """

    def __init__(
        self,
        guard: Guard,
        levels: Callable[[], Mapping[str, int | None]],
        put: Callable[[str, int], object],
        shown: Callable[[str], object],
        locked: Callable[[], bool] = lambda: False,
    ) -> None:
        self.levels, self.put, self.shown, self.locked = levels, put, shown, locked
        columns = (
            Column(say("Criterion"), lambda one: ("", ""), strong=True),
            Column(say("Your level"), lambda one: ""),
        )
        self.table = Table(str(say("Criteria")), columns)
        self.radio = widgets.RadioButtons(description=str(say("Which of these is it?")), options=[], value=None)
        self.radio.add_class("pp-levels")
        self.more = widgets.Button(description=str(say("Next criterion")))
        self.more.add_class("pp-add")
        self._mute = False
        self.radio.observe(guard.handler(self._choose), "value")
        self.more.on_click(guard.handler(self.go_on))
        self.table.observe(lambda _: self.open(), "value")
        self.draw()

    @property
    def chosen(self) -> str:
        """The criterion that is open; the table counts them from 1."""
        return rubric().criteria[int(self.table.value or 1) - 1].id

    def show(self, id_: str) -> None:
        """Open a criterion."""
        self.table.value = _place(id_)

    def draw(self) -> None:
        """Follow the plan: levels in the table, and the chosen one's in its buttons."""
        given = self.levels()
        rows = [_row(one.id, given.get(one.id)) for one in rubric().criteria]
        if rows != self.table.rows:
            self.table.rows = rows
            if not self.table.value:
                self.table.value = rows[0]["key"]
        self.open()

    def open(self) -> None:
        """Show the chosen criterion's levels."""
        with TURN:
            one = criterion(self.chosen)
            options = [(f"{level} · {one.anchor(level)}", level) for level in LEVELS]
            self._mute = True
            if list(self.radio.options) != options:
                self.radio.options = options
            now = self.levels().get(one.id)
            if self.radio.value != now:
                self.radio.value = now
            if self.radio.disabled != self.locked():
                self.radio.disabled = self.locked()
            self._mute = False
            self.shown(one.id)
            self.table.shown = self.table.value

    def _choose(self) -> None:
        if not self._mute and self.radio.value is not None and not self.locked():
            self.put(self.chosen, int(self.radio.value))

    def go_on(self) -> None:
        """Open the next criterion; behind the last one the first."""
        ids = [one.id for one in rubric().criteria]
        self.show(ids[(ids.index(self.chosen) + 1) % len(ids)])
        self.table.lead("card")


def _place(id_: str) -> str:
    return str([one.id for one in rubric().criteria].index(id_) + 1)


def weighs(one: Criterion) -> Words:
    """The points that a criterion bears at most."""
    return say_many("{n} point at most.", "{n} points at most.", one.weight)


def _row(id_: str, level: int | None) -> dict[str, Any]:
    one = criterion(id_)
    told = NOT_YET if level is None else str(level)
    cells = [[one.name, str(weighs(one))], [told, ""]]
    return {"key": _place(id_), "line": f"{one.name} · {told}", "cells": cells, "sign": ""}


def paragraph(words: Words | str, kind: str = "") -> str:
    """A paragraph of words, escaped."""
    return f"<p{f' class={kind}' if kind else ''}>{escape(str(words))}</p>"
