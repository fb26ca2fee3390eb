"""What a channel shows of a piece, as data for a frame: what is seen at once, what waits behind “more”, what is cut.

Every number is a dated limit of `assets/channels.toml`; where there is none, that is said, and nothing is cut.
"""

from typing import Any, Literal

from promplan.art.formats import FORMATS
from promplan.language import Words, pick, say, say_many
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.text.dated import Channel, channels
from promplan.text.limits import Content, Kind, Limit, fits, of, preview

Frame = Literal["feed", "chat", "page", "mail", "film", "sheet"]

# how it is laid, in frames of ours: nobody's sign is in them
FRAMES: dict[str, Frame] = {
    "own-site": "page", "vk": "feed", "ok": "feed", "dzen": "feed", "facebook": "feed", "instagram": "feed",
    "linkedin": "feed", "telegram": "chat", "max": "chat", "whatsapp": "chat", "rutube": "film", "youtube": "film",
    "e-mail": "mail", "notice-board": "sheet", "plant-newspaper": "page", "regional-newspaper": "page",
}  # fmt: skip
PICTURES = {"16:9": 16 / 9, "4:3": 4 / 3, "1:1": 1.0, "4:5": 4 / 5, "9:16": 9 / 16, "a3": 297 / 420}
SHAPES: dict[str, Words] = {
    "": say("no picture"),
    "16:9": say("16:9, lying"),
    "4:3": say("4:3, lying"),
    "1:1": say("1:1, square"),
    "4:5": say("4:5, upright"),
    "9:16": say("9:16, a telephone held upright"),
    "a3": say("A3, a poster upright"),
}
OF_FORM = {"video": "16:9", "animation": "16:9", "photo": "4:5", "poster": "a3", "post": "16:9"}
LONG = ("video", "animation")


def shape(plan: Plan, item: Item) -> str:
    """The picture that a piece has, as far as the plan says: its poster's sheet, else what its form has mostly."""
    idea = next((one for one in plan.ideas if one.id == item.idea), None)
    said = idea.poster.format if idea and item.form == "poster" else ""
    if said in PICTURES:
        return said
    if said in FORMATS:
        return "a3"
    return OF_FORM.get(item.form, "")


def channel_of(plan: Plan, item: Item) -> str:
    """The id in the data of the channel on which the piece comes out; empty where it has none."""
    return next((one.channel for one in plan.channels if one.id == item.channel), "")


def kind_of(item: Item, picture: str) -> Kind:
    """What it is for the limits: text alone, with a picture, a film, an upright one, an article."""
    if item.form in LONG:
        return "short" if PICTURES.get(picture, 2) < 1 else "video"
    if item.form in ("article", "press release"):
        return "article"
    return "media" if picture else "post"


def content(item: Item, picture: str, frame: Frame) -> Content:
    """The piece as the limits measure it."""
    kind = kind_of(item, picture)
    if kind == "article" and frame in ("feed", "chat"):  # there it is a post like any other
        kind = "media" if picture else "post"
    film = kind in ("video", "short")
    return Content(
        kind,
        text=item.text,
        title=(item.headline or item.title) if film else item.headline,
        description=item.text if film else "",
        alt=item.alt,
        seconds=item.length if film else None,
        aspect=PICTURES.get(picture),
    )


def view(plan: Plan, item: Item, channel: str, picture: str) -> dict[str, Any]:
    """All that a frame shows; words are in the reader's language."""
    found = next((one for one in channels() if one.id == channel), None)
    frame = FRAMES.get(channel, "page")
    shown = content(item, picture, frame)
    limits = of(channel, shown.kind)
    cut_at = limits.get("description" if shown.description else "text")
    seen, hidden, cut = _parts(channel, shown, cut_at)
    page = next((one.name for one in plan.channels if one.channel == channel and one.name.strip()), "")
    whose = page or plan.enterprise.name or (str(pick(found.name)) if found else "")
    return {
        "frame": frame,
        "channel": str(pick(found.name)) if found else "",
        "whose": whose,
        "title": item.headline or (item.title if shown.kind in ("video", "short") else ""),
        "shown": seen,
        "hidden": hidden,
        "cut": cut,
        "ratio": PICTURES.get(picture, 0),
        "film": shown.kind in ("video", "short"),
        "alt": item.alt,
        "measures": [_measured(one, shown) for one in limits.values() if _has(one, shown) is not None],
        "misfits": [str(one.words) for one in fits(channel, shown)],
        "notes": [str(one) for one in _notes(channel, shown, found)],
    }


def _parts(channel: str, shown: Content, limit: Limit | None) -> tuple[str, str, str]:
    """What is seen at once, what is behind “more”, and what does not go in at all."""
    text = shown.description or shown.text
    most = int(limit.most) if limit and limit.most else len(text)
    fitting = Content(shown.kind, text=text[:most], description=text[:most] if shown.description else "")
    seen = preview(channel, fitting)
    return seen.shown, seen.hidden, text[most:]


def _has(one: Limit, shown: Content) -> float | None:
    """How much of it there is, for what is measured in numbers that a reader can compare."""
    text = shown.description or shown.text
    counted = {
        "text": len(shown.text) if not shown.description else None,
        "title": len(shown.title),
        "description": len(shown.description) if shown.description else None,
        "alt": len(shown.alt),
        "fold": len(text),
        "seconds": shown.seconds,
    }
    return counted.get(one.what)


NAMES: dict[str, Words] = {
    "text": say("Text"),
    "title": say("Title"),
    "description": say("Text under the film"),
    "alt": say("Picture in words"),
    "fold": say("Seen at once"),
    "seconds": say("Length"),
}


def _measured(one: Limit, shown: Content) -> dict[str, Any]:
    has, most = _has(one, shown) or 0, one.most or 0
    over = has > most and one.what != "fold"
    return {
        "key": one.what,
        "name": str(NAMES[one.what]),
        "said": str(_said(one, has, most)),
        "share": min(1.0, has / most) if most else 0,
        "state": "over" if over else "behind" if has > most else "fits",
        "dated": str(_dated(one)),
    }


def _said(one: Limit, has: float, most: float) -> Words:
    n, left = round(abs(most - has)), round(most)
    if one.what == "seconds":
        return say("{has} s of {most} s", has=has, most=most)
    if one.what == "fold":
        if has <= most:
            return say("all of it: {has} of {most} characters", has=round(has), most=left)
        return say_many(
            "about {most} characters, {n} waits behind “more”",
            "about {most} characters, {n} wait behind “more”",
            n,
            most=left,
        )
    if has > most:
        return say_many(
            "{has} of {most} characters: {n} too many",
            "{has} of {most} characters: {n} too many",
            n,
            has=round(has),
            most=left,
        )
    return say_many(
        "{has} of {most} characters, {n} left", "{has} of {most} characters, {n} left", n, has=round(has), most=left
    )


def _dated(one: Limit) -> Words:
    if one.confidence == "L":
        return say("written down on {day}, not certain: try it there", day=one.checked_on)
    return say("looked up on {day}", day=one.checked_on)


def _notes(channel: str, shown: Content, found: Channel | None) -> list[Words | str]:
    """What nothing is known of, and what must stand beside the name of the channel."""
    told: list[Words | str] = []
    limits = of(channel, shown.kind)
    if not found:
        told.append(say("The piece has no channel whose limits the course knows: choose one above."))
    elif not limits:
        told.append(say("Of this channel the course knows no limits: ask whoever runs it."))
    else:
        if not {"text", "description"} & limits.keys():
            told.append(say("How long a text may be here, nobody has looked up: nothing is cut in the picture."))
        if "fold" not in limits:
            told.append(say("How much is seen before “more” is not known here: the whole text is shown."))
    if shown.aspect and "aspect" not in limits and found:
        told.append(say("No proportion of the picture is known to be cut here: it is shown whole. Try it there."))
    if found and found.footnote:
        told.append(pick(found.footnote))
    if found and found.access != "open":
        told.append(say("{status} (checked on {day})", status=found.status, day=found.checked_on))
    return told
