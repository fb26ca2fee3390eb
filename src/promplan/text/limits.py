"""What goes into a post of a channel, by the dated limits in `assets/channels.toml`, and what is seen of it at once.

A limit that was only read in passing (confidence L) is said as one to try. Where the data knows nothing of a channel,
nothing is claimed: `unknown` says it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from promplan import assets, toml
from promplan.language import Words, say, say_many

Kind = Literal["post", "media", "video", "short", "article"]
What = Literal[
    "text", "title", "description", "alt", "seconds", "megabytes", "image_megabytes", "images", "aspect", "fold"
]
Number = Annotated[float, Field(gt=0, allow_inf_nan=False)]
LENDS = {"media": "post", "short": "video"}  # what a kind has no row for, it takes from this one
WORDS: dict[str, Words] = {
    "text": say("The text"),
    "title": say("The title"),
    "description": say("The description"),
    "alt": say("The alternative text"),
}


class Limit(BaseModel):
    """One number of one channel, with the day on which it was looked up, and how sure it is."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    channel: str
    kind: Kind
    what: What
    most: Number | None = None
    least: Number | None = None
    soft: bool = False
    source: str
    url: str = ""
    checked_on: date
    confidence: Literal["H", "M", "L"]


@dataclass(frozen=True)
class Content:
    """What is to be published; what is not known is left out and not checked.

    Args:
        kind: a post of text alone, one with a picture or a film, a film, a vertical one, an article.
        aspect: width divided by height, of the film or the picture.
    """

    kind: Kind = "post"
    text: str = ""
    title: str = ""
    description: str = ""
    alt: str = ""
    seconds: float | None = None
    megabytes: float | None = None
    image_megabytes: float | None = None
    images: int | None = None
    aspect: float | None = None


@dataclass(frozen=True)
class Misfit:
    """What does not fit: the limit, what there is, by how much it is over, and a sentence with the smallest mend."""

    limit: Limit
    has: float
    over: float
    words: Words


@dataclass(frozen=True)
class Preview:
    """What a reader sees of a post: `shown` at once, `hidden` behind "more"; `limit` is None where nothing is known."""

    shown: str
    hidden: str
    limit: Limit | None


@cache
def limits() -> tuple[Limit, ...]:
    """Every limit, in the order of the file."""
    return tuple(Limit.model_validate(one) for one in toml.read(assets.folder() / "channels.toml")["limit"])


def of(channel: str, kind: Kind) -> dict[What, Limit]:
    """The limits of a channel for a kind of content; what has no number of its own has that of a post or a video."""
    found: dict[What, Limit] = {}
    for one in limits():
        if one.channel == channel and one.kind == LENDS.get(kind):
            found[one.what] = one
    return found | {one.what: one for one in limits() if one.channel == channel and one.kind == kind}


def unknown(channel: str, kind: Kind) -> bool:
    """Does the data know nothing of such content there?"""
    return not of(channel, kind)


def fits(channel: str, content: Content) -> list[Misfit]:
    """What of the content does not fit the channel (an id of `assets/channels.toml`); empty where all does, or nothing
    is known (`unknown`).
    """
    found = []
    for what, limit in of(channel, content.kind).items():
        has = _has(content, what)
        if has is None or what == "fold":
            continue
        if limit.most is not None and has > limit.most:
            found.append(Misfit(limit, has, has - limit.most, _said(limit, has, has - limit.most)))
        elif limit.least is not None and has < limit.least:
            found.append(Misfit(limit, has, limit.least - has, _said(limit, has, has - limit.least)))
    return found


def preview(channel: str, content: Content) -> Preview:
    """What of the text, or of a film's description, is seen before "more"; it is cut between words, as feeds do."""
    text = content.description if content.kind in ("video", "short") and content.description else content.text
    limit = of(channel, content.kind).get("fold")
    if limit is None or limit.most is None or len(text) <= limit.most:
        return Preview(text, "", limit)
    most = int(limit.most)
    cut = max(text.rfind(" ", 0, most + 1), text.rfind("\n", 0, most + 1))
    cut = cut if cut > most // 2 else most
    return Preview(text[:cut].rstrip(), text[cut:].lstrip(), limit)


def oldest(rows: Sequence[Misfit] | Sequence[Limit]) -> date | None:
    """The day on which the oldest of them was looked up: what a rule about stale limits asks (CH-6)."""
    days = [(one.limit if isinstance(one, Misfit) else one).checked_on for one in rows]
    return min(days, default=None)


def _has(content: Content, what: What) -> float | None:
    if what in WORDS:
        text = getattr(content, what)
        return float(len(text)) if text else None
    has = getattr(content, what, None)
    return None if has is None else float(has)


def _said(limit: Limit, has: float, over: float) -> Words:
    """By how much it does not fit, what to do, and how far the number can be trusted."""
    most = limit.most or 0.0
    told: Words
    if limit.what in WORDS:
        told = say_many(
            "{what} has {n} character more than the {most} that go in. Shorten it.",
            "{what} has {n} characters more than the {most} that go in. Shorten it.",
            round(over),
            what=WORDS[limit.what],
            most=most,
        )
    elif limit.what == "seconds":
        told = say("The film is {over} s longer than the {most} s that are allowed. Cut it.", over=over, most=most)
    elif limit.what in ("megabytes", "image_megabytes"):
        told = say("The file has {has} MB, and {most} are allowed. Save a smaller copy.", has=has, most=most)
    elif limit.what == "images":
        told = say("{has} pictures are more than the {most} of one post. Leave some out.", has=has, most=most)
    elif over > 0:
        told = say("The picture is too wide for this place. Take a narrower cut, or one that stands upright.")
    else:
        told = say("The picture is too narrow for this place. Take a wider cut.")
    if limit.confidence == "L":
        return say("{told} The number is not certain: try it there first.", told=told)
    return say("{told} Looked up on {day}.", told=told, day=limit.checked_on)
