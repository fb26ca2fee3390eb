"""Sums of money in words and in a table: with the sign of the plan's currency, or without one while none is chosen."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from promplan.language import Words, number, say
from promplan.plan.document import Plan
from promplan.spending.sums import SIGNS


class Row(NamedTuple):
    """A row of a sum: its words, what stands at its end, and what kind of row it is ("", "total", "over")."""

    words: Words | str
    sum: str
    kind: str = ""


def money(plan: Plan, value: float | None) -> str:
    """A sum as it is read; empty where there is none."""
    if value is None:
        return ""
    sign = SIGNS[plan.budget.currency] if plan.budget.currency else ""
    return number(round(value, 2)).replace("-", "−") + (f"\u00a0{sign}" if sign else "")


def table(rows: Sequence[Row], name: Words) -> str:
    """Rows of a sum as HTML."""
    told = "".join(
        f'<div class="{escape(one.kind)}"><dt>{escape(str(one.words))}</dt><dd>{escape(one.sum)}</dd></div>'
        for one in rows
    )
    return f'<dl class="pp-sums" aria-label="{escape(str(name), quote=True)}">{told}</dl>' if rows else ""


def unchosen(plan: Plan) -> Words | None:
    """What is to be said while no currency is chosen."""
    return None if plan.budget.currency else say("No currency is chosen yet: the sums stand without a sign.")
