"""The letters as a table: what each asks about, of whom, how it stands."""

from typing import Any

from promplan.language import day, say
from promplan.plan import letters
from promplan.plan.desk import Request
from promplan.plan.document import Plan
from promplan.widgets.controls import begun
from promplan.widgets.desk_thread import line, standing, thing
from promplan.widgets.table import Column, Table

COLUMNS = (Column(say("About"), str), Column(say("To"), str), Column(say("How it stands"), str))


def letter_table() -> Table:
    """The table, still empty."""
    return Table(str(say("Letters")), COLUMNS)


def letter_row(plan: Plan, one: Request, to: str) -> dict[str, Any]:
    """A letter as a row; `to` is whom it goes to while it has not gone."""
    sent = str(say("sent on {day}", day=day(one.sent))) if one.sent else ""
    cells = [[begun(thing(plan, one), 90), ""], [one.to or to or "—", ""], [standing(plan, one), sent]]
    return {"key": one.id, "line": line(plan, one, to), "cells": cells, "sign": _sign(plan, one)}


def _sign(plan: Plan, one: Request) -> str:
    """Does it wait for the team, or is it well: a draft and what is under way have no sign."""
    state = one.answer.state
    if letters.is_late(plan, one) or (state == "words" and not one.answer.taken):
        return "warning"
    return "passed" if state in ("yes", "words") else ""
