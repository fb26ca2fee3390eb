"""What readers see under a piece: its credits and how a machine was used; and which kinds of works are listed."""

from collections.abc import Sequence
from html import escape

from promplan.language import Words, say
from promplan.plan.items import Item
from promplan.plan.rights import WORKS, AiUse, Work

ASKED: tuple[Work, ...] = ("music", "sound", "font", "picture", "video", "text")


def borrowed(item: Item) -> str:
    """Each kind of work with how many of it are listed: whoever reads it asks themselves about those with none."""
    told = []
    for kind in ASKED:
        n = sum(one.kind == kind for one in item.rights)
        words = say("{kind}: {n}", kind=WORKS[kind], n=n) if n else say("{kind}: none listed", kind=WORKS[kind])
        told.append(f"<span>{escape(str(words))}</span>")
    ask = say("Is anything in it that is not yours? Templates, typefaces and background pictures count too.")
    return f'<p class="pp-kinds">{"".join(told)}</p><p>{escape(str(ask))}</p>'


def lines(item: Item) -> list[str]:
    """The credits in the plan's own words, one a line, then how the use of AI is said."""
    credits = [one.credit.strip() or _made(one.what, one.owner, one.licence) for one in item.rights]
    return [one for one in (*credits, *(use.disclosed.strip() for use in item.ai)) if one]


def _made(what: str, owner: str, licence: str) -> str:
    return ", ".join(one.strip() for one in (what, owner, licence) if one.strip())


def credits_of(item: Item) -> str:
    """The lines as readers see them, and what is not said yet."""
    shown = "".join(f"<li>{escape(one)}</li>" for one in lines(item))
    silent = [one for one in item.ai if not one.disclosed.strip()]
    told: list[Words] = []
    if silent:
        told.append(say("✘ A machine was used ({tools}), and readers do not learn of it.", tools=_tools(silent)))
    if not shown:
        told.append(say("Nothing yet: no work of others, no machine."))
    notes = "".join(f"<p>{escape(str(one))}</p>" for one in told)
    return (f'<ul class="pp-credits">{shown}</ul>' if shown else "") + notes


def _tools(uses: Sequence[AiUse]) -> str:
    return ", ".join(one.tool.strip() or one.id for one in uses)
