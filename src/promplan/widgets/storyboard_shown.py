"""What the page is shown of a storyboard: its panels in words and numbers, what may be chosen, how long it is."""

from collections.abc import Mapping, Sequence
from typing import Any

from promplan.language import Words, say, say_many
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.plan.script import Panel
from promplan.review import Finding
from promplan.review.report_html import ORDER
from promplan.text.substance import blank
from promplan.widgets.controls import begun, line
from promplan.widgets.typed import written_number

TOLERANCE = 0.05  # by which the panels may miss the film's length (domain.md B.2)


def panels(plan: Plan, item: Item, found: Mapping[str, Sequence[Finding]]) -> list[dict[str, Any]]:
    """Each panel with the words of its line, the shot behind it and what the review says of it."""
    words = {one.id: one.words.strip() for one in item.script}
    came = {one.id: from_visit(plan, one) for one in item.panels}
    return [_panel(one, words.get(one.line, ""), came[one.id], found.get(one.id, ())) for one in item.panels]


def from_visit(plan: Plan, one: Panel) -> str:
    """The shot of the visit that a panel shows, in words; nothing for one that is drawn."""
    if not one.shot:
        return ""
    known = next((line(it) for it in plan.visit.shots if it.id == one.shot), "")
    return str(say("from the visit: {shot}", shot=known or say("{id}: is no longer in the plan", id=one.shot)))


def _panel(one: Panel, words: str, came: str, found: Sequence[Finding]) -> dict[str, Any]:
    still = [it for it in found if it.answered is None]
    return {
        **one.model_dump(exclude={"drawing", "by", "seconds"}),
        "seconds": "" if one.seconds is None else written_number(one.seconds),
        "words": words,
        "came": came,
        "sign": min((it.severity for it in still), key=ORDER.index) if still else "",
        "told": [f"{it.message} → {it.fix}" for it in still],
    }


def lines(item: Item) -> list[list[str]]:
    """The lines of the script that a panel may show."""
    nothing = [["", str(say("no line"))]]
    return nothing + [
        [one.id, begun(f"{one.id} · {one.words.strip() or one.picture.strip()}", 70)] for one in item.script
    ]


def shots(plan: Plan) -> list[list[str]]:
    """The shots of the visit that may stand behind a panel."""
    nothing = [["", str(say("none: it is drawn"))]]
    return nothing + [[one.id, line(one)] for one in plan.visit.shots]


def total(item: Item) -> str:
    """How many panels there are, and their seconds beside the film's."""
    seconds = sum(one.seconds or 0.0 for one in item.panels)
    n = len(item.panels)
    if item.length:
        said = say_many("{n} panel, {s} s of {all}.", "{n} panels, {s} s of {all}.", n, s=tenths(seconds),
                        all=tenths(item.length))  # fmt: skip
    else:
        said = say_many("{n} panel, {s} s.", "{n} panels, {s} s.", n, s=tenths(seconds))
    return str(said)


def wanted(item: Item) -> list[str]:
    """What is still wanted of the whole, in sentences."""
    told: list[Words] = []
    timeless = [str(n) for n, one in enumerate(item.panels, 1) if not one.seconds]
    seconds = sum(one.seconds or 0.0 for one in item.panels)
    if timeless:
        told.append(say("Panels without their seconds: {which}.", which=", ".join(timeless)))
    elif item.panels and item.length:
        by = seconds - item.length
        if by > TOLERANCE * item.length + 0.01:
            told.append(say("The panels are {s} s longer than the piece: shorten or take out some.", s=tenths(by)))
        elif -by > TOLERANCE * item.length + 0.01:
            told.append(say("{s} s of the piece have no panel yet.", s=tenths(-by)))
        else:
            told.append(say("The panels fill the piece."))
    elif item.panels:
        told.append(say("Give the piece its length above, and you see whether the panels fill it."))
    if bare := [one.id for one in unshown(item)]:
        told.append(say("Lines of the script that no panel shows: {which}.", which=", ".join(bare)))
    return [str(one) for one in told]


def unshown(item: Item) -> list[Any]:
    """The lines of the script that no panel shows."""
    drawn = {one.line for one in item.panels}
    return [one for one in item.script if one.id not in drawn and not (blank(one.words) and blank(one.picture))]


def tenths(seconds: float) -> float:
    """Seconds as they are said."""
    return round(seconds, 1)
