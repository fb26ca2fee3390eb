"""ITEM, words on a page: a release with all its parts, a post that goes into its channel and asks for something."""

from collections.abc import Iterable
from datetime import date

from promplan.language import say
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.message import cut
from promplan.text import limits, release
from promplan.text.post import Post, post

UNIT = "06-making"
KINDS: dict[str, limits.Kind] = {
    "video": "video",
    "animation": "video",
    "photo": "media",
    "poster": "media",
    "post": "post",
    "article": "article",
}


@rule(
    "ITEM-6",
    severity="warning",
    unit=UNIT,
    section="making-l-depth-release",
    text=say("A press release has all its parts"),
    hints=(
        say("An editor has one minute. Who, what, when, where, and whom to ring?"),
        say("Head, lead, a quotation with its name, a paragraph about the plant, a contact."),
    ),
)
def release_is_whole(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    releases = [one for one in plan.items if one.form == "press release" and (one.text.strip() or one.headline.strip())]
    if not releases:
        return None
    fix = say("write it; if it is there and was not seen, say so in your reason")
    return [
        Finding(
            one.id,
            say("Not found: {what}.", what=what),
            fix,
            cut(one.headline or one.text),
            field="headline" if part == "head" else "text",
        )
        for one in releases
        for part, what in release.missing(one.text, one.headline, plan.enterprise.place)
    ]


def _content(one: Item) -> limits.Content:
    kind = KINDS[one.form]
    text = "" if kind == "video" else one.text
    return limits.Content(
        kind=kind,
        text=text,
        title=one.headline,
        description=one.text if kind == "video" else "",
        alt=one.alt,
        seconds=one.length,
    )


@rule(
    "ITEM-7",
    severity="warning",
    unit=UNIT,
    section="making-l-post",
    text=say("Each piece goes into its channel"),
    hints=(
        say("What does the channel cut off?"),
        say("Length of the text, of the title, of the film, against the dated limits of the channel."),
    ),
)
def it_goes_in(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    places = {one.id: one.channel for one in plan.channels}
    placed = [(one, places[one.channel]) for one in plan.items if places.get(one.channel) and one.form in KINDS]
    known = [(one, id_) for one, id_ in placed if not limits.unknown(id_, KINDS[one.form])]
    if not known:
        return None
    fields = {"text": "text", "title": "headline", "description": "text", "alt": "alt", "seconds": "length"}
    return [
        Finding(
            one.id,
            it.words,
            say("shorten it, or choose another channel"),
            cut(one.title),
            field=fields.get(it.limit.what, ""),
        )
        for one, id_ in known
        for it in limits.fits(id_, _content(one))
    ]


@rule(
    "ITEM-10",
    severity="warning",
    unit=UNIT,
    section="making-l-post",
    text=say("A post asks its reader for something, or leads somewhere"),
    hints=(
        say("Somebody has read it to the end. What now?"),
        say("A sentence that begins with come, ask, write; a question; a link."),
    ),
)
def posts_lead_on(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    posts = [one for one in plan.items if one.form == "post" and one.text.strip()]
    if not posts:
        return None
    told, fix = say("The post asks for nothing and leads nowhere."), say("end with the next step of its objective")
    return [Finding(one.id, told, fix, cut(one.text), field="text") for one in posts if not _leads(post(one.text))]


def _leads(one: Post) -> bool:
    return bool(one.step or one.question or one.links)
