"""The pieces of content that are played, and why others are not."""

from dataclasses import dataclass
from datetime import date

from promplan.days.placed import HELD
from promplan.game.assumed import numbers
from promplan.language import Words, say
from promplan.plan.document import Plan
from promplan.plan.items import Item


@dataclass(frozen=True)
class Piece:
    """A piece of content that is played: on its channel, from its day (0 is the first of the campaign)."""

    id: str
    title: str
    channel: str
    day: int
    targets: tuple[str, ...]
    fit: dict[str, float]
    organic: float


def played_pieces(plan: Plan, start: date, days: int, audiences: list[str]) -> tuple[tuple[Piece, ...], list[Words]]:
    """The pieces that are played, and in words those that are left out."""
    media = {one.id: one.media for one in plan.channels}
    found, left = [], dict[str, list[str]]()
    for one in plan.items:
        if why := _why_not(one, start, days, audiences, list(media)):
            left.setdefault(why, []).append(one.id)
        else:
            found.append(_piece(one, start, audiences, paid=media[one.channel] == "paid"))
    why_not = {
        "held": say("Held back"),
        "day": say("Without a day"),
        "channel": say("Without a channel"),
        "outside": say("Out before or after the campaign"),
        "people": say("For an audience whose size nobody has said"),
    }
    return tuple(found), [say("{why}: {ids}", why=why_not[why], ids=", ".join(ids)) for why, ids in left.items()]


def _why_not(one: Item, start: date, days: int, audiences: list[str], channels: list[str]) -> str:
    if one.placing.state == HELD:
        return "held"
    if one.dates.publish is None:
        return "day"
    if one.channel not in channels:
        return "channel"
    if not 0 <= (one.dates.publish - start).days < days:
        return "outside"
    return "people" if one.audience and one.audience not in audiences else ""


def _piece(one: Item, start: date, audiences: list[str], *, paid: bool) -> Piece:
    assert one.dates.publish is not None
    fit = numbers("fit")

    def fits(name: str) -> float:
        if not one.audience:
            return fit["nobody"]
        return fit["own"] if name == one.audience else fit["others"]

    return Piece(
        one.id,
        one.title.strip(),
        one.channel,
        (one.dates.publish - start).days,
        (one.audience,) if one.audience else (),
        {name: fits(name) for name in audiences},
        0.0 if paid else 1.0,
    )
