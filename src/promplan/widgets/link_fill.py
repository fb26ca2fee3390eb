"""What a link's words might be: from the channel, the kind of the piece, the title of the plan. Made when asked for."""

from functools import lru_cache

from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.text.links import TAGS, Tagged, host_of
from promplan.text.slugs import slug

MEDIUM = {  # by the form of the piece, where the channel does not say it
    "video": "video",
    "animation": "video",
    "photo": "photo",
    "poster": "poster",
    "post": "post",
    "article": "article",
    "press release": "press",
    "audio": "audio",
    "event": "event",
}
PRINTED = ("notice-board", "exhibition")  # where a link is a code on a wall
MAIL = "e-mail"
OWN = "own-site"


def tagged(item: Item) -> Tagged:
    """The link of a piece as the plan has it."""
    link = item.link
    return _tagged(link.target, link.source, link.medium, link.campaign, link.content, link.term)


@lru_cache(1024)  # the links of the other pieces are the same ones at each key that is pressed
def _tagged(*values: str) -> Tagged:
    return Tagged(*values)


def filled(plan: Plan, item: Item) -> dict[str, str]:
    """The fields of its link that are still empty, with what they might be; what others have already, as they have it.

    The page is nothing that could be guessed, and a word of a search nobody knows.
    """
    channel = next((one for one in plan.channels if one.id == item.channel), None)
    place = channel.channel if channel else ""
    named = channel.name if channel else ""
    medium = "qr" if place in PRINTED else "email" if place == MAIL else MEDIUM.get(item.form, "")
    guesses = {
        "source": _as_others(plan, item, "source") or slug(place or named),
        "medium": medium,
        "campaign": _campaign(plan, item) or slug(plan.meta.title or plan.enterprise.name),
        "content": slug(f"{item.id} {item.title}"),
    }
    return {name: value for name, value in guesses.items() if value and not getattr(item.link, name).strip()}


def _as_others(plan: Plan, item: Item, name: str) -> str:
    """What another piece on the same channel has there."""
    if not item.channel:
        return ""
    found = (getattr(one.link, name).strip() for one in plan.items if one.channel == item.channel and one.id != item.id)
    return next(filter(None, found), "")


def _campaign(plan: Plan, item: Item) -> str:
    """The campaign of the first other piece that has one: a plan has one."""
    found = (one.link.campaign.strip() for one in plan.items if one.id != item.id)
    return next(filter(None, found), "")


def others(plan: Plan, item: Item) -> dict[str, Tagged]:
    """The links of the other pieces, by their ids."""
    return {one.id: tagged(one) for one in plan.items if one.id != item.id and not tagged(one).is_empty}


def people(plan: Plan) -> list[str]:
    """Whose names must not stand in an address: the team's."""
    return [one.name for one in plan.team.members if one.name.strip()]


def own_sites(plan: Plan) -> set[str]:
    """The plant's own sites, where a channel is called by its address; often nobody has written one down."""
    names = (one.name.strip() for one in plan.channels if one.channel == OWN)
    found = (host_of(one if "://" in one else f"https://{one}") for one in names)
    return {one for one in found if "." in one}


def at_home(plan: Plan, item: Item) -> bool:
    """Does the piece stand on the plant's own site?"""
    return any(one.id == item.channel and one.channel == OWN for one in plan.channels)


FIELDS = ("target", *TAGS)
