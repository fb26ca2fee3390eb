"""What a plan's PDF begins with: its head, the cover, and the summary on one page."""

from typing import Any

from promplan.export.outline import Record
from promplan.export.outline_values import words
from promplan.export.plan_pdf_pictures import Shown
from promplan.export.plan_pdf_sections import Setting, plain
from promplan.export.print_signs import cut, text
from promplan.export.wanted import READERS
from promplan.export.whole import Whole
from promplan.figures.one_page_words import stations
from promplan.language import day, say
from promplan.plan.migrations import VERSION

TITLE, NAME = 160, 90  # signs of a title on the cover, of a name in its stamp
LINES = 4  # of a station of the summary
TOLD_BY = {  # the section that tells a station; who may not see the one is not told the other
    "objective": "objectives",
    "audience": "audiences",
    "message": "message",
    "ideas": "ideas",
    "channels": "channels",
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
        "page": str(say("page")),
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
        (say("Version of the plan"), f"{VERSION}"),
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
    """The plan on one page: as the whole plan tells it, else its stations."""
    made: dict[str, Any] = {"title": str(say("The plan on one page")), "blocks": [], "stations": []}
    if told.summary:
        setting = Setting({})
        made["blocks"] = [it for block in told.summary for it in plain(block, setting)]
        return made
    shown = {one.path for one in told.sections}
    for one in stations(told.plan):
        if TOLD_BY[one.name] not in shown:
            continue
        kept = one.lines[:LINES]
        lines = [{"id": it.id, "t": cut(text(it.words), 220), "more": cut(text(it.more), 160)} for it in kept]
        more = len(one.lines) - len(kept)
        made["stations"].append(
            {
                "name": one.name,
                "title": one.title,
                "lines": lines,
                "missing": "" if lines else one.missing,
                "more": str(say("and {n} more", n=more)) if more else "",
            }
        )
    return made
