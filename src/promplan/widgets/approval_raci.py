"""The RACI table of the plan: each piece a row, each judge a column, one A in a row; a letter, a sign, and words."""

from collections.abc import Sequence
from html import escape

from promplan.language import Words, pick, say
from promplan.plan.approvals import JUDGES, Approval, Raci, holds
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.widgets.approval_steps import is_old, letter

KEY = say("R does it · A answers for it: exactly one · C is asked · I is told · ✔ yes to this version · ↻ asked again")


def matrix(plan: Plan) -> str:
    """The table as HTML; empty while no piece has a step."""
    rows = [one for one in plan.items if one.approvals]
    if not rows:
        return ""
    used = {it.judge for one in rows for it in one.approvals if it.judge}
    judges = [judge for judge in JUDGES if judge in used]
    names = {one.id: one.name or one.id for one in plan.team.members}
    heads = [say("Piece of content"), say("Who makes it"), say("Who of us approves it")]
    told = [str(one) for one in heads] + [str(pick(JUDGES[judge])).partition(":")[0] for judge in judges]
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in [*told, str(say("Who answers"))])
    body = "".join(_row(one, judges, names, [*told[1:], str(say("Who answers"))]) for one in rows)
    title = escape(str(say("Who does what for each piece (RACI)")))
    return (
        f'<div class="pp-raci" tabindex="0" role="region" aria-label="{title}" data-lm-suppress-shortcuts="true">'
        f"<table><caption>{title}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
        f"<p>{escape(str(KEY))}</p>"
    )


def _row(item: Item, judges: Sequence[str], names: dict[str, str], heads: Sequence[str]) -> str:
    by = {judge: [one for one in item.approvals if one.judge == judge] for judge in judges}
    cells = [_member(names.get(item.owner, ""), "R"), _member(names.get(item.approver, ""), "C")]
    cells += ["".join(_cell(one, item) for one in by[judge]) or "–" for judge in judges]
    cells.append(escape(str(_answers(item))))
    title = f'<th scope="row">{escape(f"{item.id} · {item.title}")}</th>'
    told = "".join(  # where it is narrow, a row is a card, and each cell says its head itself
        f'<td data-head="{escape(head, quote=True)}">{one}</td>' for head, one in zip(heads, cells, strict=True)
    )
    return f"<tr>{title}{told}</tr>"


def _member(name: str, part: Raci) -> str:
    return f"<b>{letter(part)}</b> {escape(name)}" if name else "–"


def _cell(one: Approval, item: Item) -> str:
    sign, words = "", say("no yes yet")
    if holds(one, item):
        sign, words = " ✔", say("said yes to this version")
    elif one.state == "approved" and is_old(one, item):
        sign, words = " ↻", say("asked again")
    elif one.state == "refused":
        sign, words = " ✘", say("refused")
    shown = f'<span class="pp-raci-said">{escape(str(words))}</span>'
    return f"<span><b>{escape(letter(one.raci) or '?')}</b>{sign} {shown}</span>"


def _answers(item: Item) -> Words | str:
    """Whether exactly one answers for the piece."""
    n = sum(one.raci == "A" for one in item.approvals)
    if n == 1:
        return say("✔ one")
    return say("✘ nobody") if not n else say("✘ {n}: exactly one may", n=n)
