"""What a plan's PDF begins with: its head, the cover, and the summary on one page."""

from collections.abc import Iterator
from typing import Any

from promplan.export.outline import Block, Fields, Group, Note, Record, Rows
from promplan.export.outline_values import words
from promplan.export.plan_parts import VERSION, state
from promplan.export.plan_pdf_pictures import Shown
from promplan.export.plan_pdf_sections import Setting, plain
from promplan.export.print_signs import text
from promplan.export.wanted import READERS
from promplan.export.whole import Whole
from promplan.figures.one_page_words import Station, stations
from promplan.language import day, say

TITLE, NAME = 160, 90  # signs of a title on the cover, of a name in its stamp
LINES, SIGNS = 4, 320  # of a station of the summary; of one of its lines
BARE = ("umbrella", "objective", "ask", "total")  # fields that explain themselves
BOARD = (("objective", "audience"), ("message",), ("ideas", "channels"), ("money", "kpi"), ("ask",))
GROUPS = (("aim", "audience"), ("message",), ("ideas", "money"), ("dates", "kpis"), ("open",), ("ask",))
TOLD_BY = {  # the section that tells a station; who may not see the one is not told the other
    "objective": "objectives",
    "audience": "audiences",
    "message": "message",
    "ideas": "ideas",
    "channels": "channels",
    "step": "objectives",
    "money": "budget",
    "kpi": "kpis",
    "ask": "pitch",
}


def records(told: Whole, path: str) -> list[Record]:
    """The records of a section that this reader is shown."""
    return [it for one in told.sections if one.path == path for it in one.blocks if isinstance(it, Record)]


def head(told: Whole) -> dict[str, Any]:
    """What stands in the document's data and above its pages."""
    plan = told.plan
    title = text(words(told.title), TITLE)
    kind = str(say("Media plan"))
    return {
        "title": title,
        "kind": kind if kind != title else "",
        "plant": text(", ".join(it for it in (plan.enterprise.name, plan.enterprise.place) if it.strip()), NAME),
        "team": text(plan.team.name, NAME),
        "window": text(words(told.window)),
        "day": day(told.on),
    }


def cover(told: Whole, pictures: list[Shown]) -> dict[str, Any]:
    """Picture and stamp of the cover; without a poster that may be shown, rings that the template draws."""
    free = [it for it in pictures if it.made is not None and it.idea.poster.clearance.state == "cleared"]
    best = min(free, key=lambda it: abs(it.ratio - 0.72), default=None)
    plan = told.plan
    team = ", ".join(it for it in (plan.team.name, plan.team.institution) if it.strip())
    stamp = [
        (say("Plant"), ", ".join(it for it in (plan.enterprise.name, plan.enterprise.place) if it.strip())),
        (say("Team"), team),
        (say("Campaign"), words(told.window)),
        (say("For whom"), words(READERS[told.wanted.reader])),
        (say("State of"), day(told.on)),
        (VERSION, state(told)),
    ]
    return {
        "picture": best.picture if best else "",
        "alt": text(best.alt) if best else "",
        "ratio": best.ratio if best else 1.0,
        "caption": text(f"{best.idea.id} {best.idea.title}", NAME) if best else "",
        "stamp": [[str(label), text(said, NAME) or "—"] for label, said in stamp],
        "rings": [len(plan.enterprise.facts), len(plan.ideas), len(plan.items), len(plan.channels), len(plan.kpis)],
    }


def summary(told: Whole) -> dict[str, Any]:
    """The plan on one page: as the whole plan tells it, else its stations; in rows of one or two."""
    made = {it["name"]: it for it in (_groups(told) if told.summary else _stations(told))}
    loose = [it for it in told.summary if not isinstance(it, Group)]
    rows = [[made.pop(name) for name in names if name in made] for names in (GROUPS if told.summary else BOARD)]
    rows += [[it] for it in made.values()]
    return {
        "title": str(say("The plan on one page")),
        "rows": [row for row in rows if row],
        "blocks": [it for block in loose for it in plain(block, Setting({})) if it["kind"] != "figure"],
    }


def _groups(told: Whole) -> Iterator[dict[str, Any]]:
    for one in told.summary:
        if isinstance(one, Group):
            lines = [it for block in one.blocks for it in _lines(block)]
            yield {"name": one.name, "title": text(words(one.title)), "lines": lines, "missing": "", "more": ""}


def _lines(block: Block) -> Iterator[dict[str, str]]:
    """A block of the summary as lines: what is said, and in smaller letters what belongs to it."""
    if isinstance(block, Rows):
        for row in block.rows:
            first, *rest = [" ".join(str(it) for it in cell) for cell in row.cells] or [""]
            more = " · ".join(it for it in rest if it)
            yield _line(first, more, row.id)
    elif isinstance(block, Fields):
        for one in block.rows:
            yield _line(str(one.value), label="" if one.name in BARE else one.heading)
    elif isinstance(block, Note):
        yield _line("", words(block.words))


def _line(said: str, more: str = "", id_: str = "", label: str = "", signs: int = SIGNS) -> dict[str, str]:
    return {"id": id_, "t": text(said, signs), "more": text(more, signs), "label": text(label)}


def _stations(told: Whole) -> Iterator[dict[str, Any]]:
    shown = {one.path for one in told.sections}
    for one in stations(told.plan):
        if TOLD_BY[one.name] in shown:
            yield station(one, LINES)


def station(one: Station, most: int, signs: int = SIGNS) -> dict[str, Any]:
    """A station of the one-page plan: at most so many lines of it, of each at most so many signs."""
    lines = [_line(it.words, it.more, it.id, signs=signs) for it in one.lines[:most]]
    more = len(one.lines) - len(lines)
    return {
        "name": one.name,
        "title": one.title,
        "lines": lines,
        "missing": "" if lines else one.missing,
        "more": str(say("and {n} more", n=more)) if more > 0 else "",
    }
