"""DIS-9: each piece that leads somewhere has a link whose visits can be told from others."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache

from promplan.language import Words, say
from promplan.plan.advertising import Link
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.review.budget_begun import CARD, UNIT, begun
from promplan.review.cure import Cure
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.text.link_lint import PLAIN, Flaw, lint
from promplan.text.links import TAGS, Tagged, host_of

OWN = "own-site"  # the channel whose pieces stand on the plant's own site


@rule(
    "DIS-9",
    severity="warning",
    unit=UNIT,
    section="distribution-l-links",
    text=say("Each piece that leads somewhere has a link whose visits can be told from others"),
    hints=(
        say("Forty people came to the page. Which of your pieces brought them?"),
        say("Page it leads to, utm_source, utm_medium, utm_campaign: the link of each piece with a day."),
    ),
)
def links_are_clean(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    dated = [one for one in plan.items if one.dates.publish and one.placing.state != "held"]
    if not dated or not begun(plan):
        return None
    led = tuple((one.id, link) for one in plan.items if not (link := tagged(one.link)).is_empty)
    if not {one.id for one in dated} & {id_ for id_, _ in led}:
        told = say("No piece leads anywhere: nobody will know which of them brought somebody.")
        fix = say("give at least one piece the page on which somebody can act, with its utm words")
        return [Finding(CARD, told, fix)]
    own = {one.id for one in plan.channels if one.channel == OWN}
    at_home = frozenset(one.id for one in plan.items if one.channel in own)
    flaws = _linted(led, at_home, tuple(one.name for one in plan.team.members), frozenset(own_sites(plan)))
    return [it for one in dated for it in _flaws(one, flaws.get(one.id, ()))]


def tagged(link: Link) -> Tagged:
    """The link of a piece as an address is built from it."""
    return Tagged(**{name: getattr(link, name) for name in ("target", *TAGS)})


def own_sites(plan: Plan) -> set[str]:
    """The plant's own sites, where a channel is called by its address; often nobody has written one down."""
    names = (one.name.strip() for one in plan.channels if one.channel == OWN)
    found = (host_of(one if "://" in one else f"https://{one}") for one in names)
    return {one for one in found if "." in one}


@lru_cache(4)
def _linted(
    led: tuple[tuple[str, Tagged], ...], at_home: frozenset[str], names: tuple[str, ...], own: frozenset[str]
) -> dict[str, list[Flaw]]:
    """What is to be said of each link beside all others: once, not at every keystroke elsewhere."""
    every = dict(led)
    found = {}
    for id_, link in led:
        others = {other: its for other, its in every.items() if other != id_}
        home = id_ in at_home
        flaws = lint(link, others, names, own, home)
        # from the plant's site to the plant's site nothing is counted; and of two spellings the clean one stays
        clean = [
            one for one in flaws if one.field == "target" or ((not home or link.tags) and PLAIN.fullmatch(one.better))
        ]
        found[id_] = _once(clean)
    return found


def _once(flaws: Sequence[Flaw]) -> list[Flaw]:
    """Of flaws that one word cures, the first."""
    first = {(one.field, one.better or one.words.template): one for one in reversed(flaws)}
    return [one for one in flaws if first[one.field, one.better or one.words.template] is one]


def _fix(one: Item, flaw: Flaw) -> Words:
    if flaw.better:
        return say("put {value}", value=flaw.better)
    if flaw.field != "target" and not getattr(one.link, flaw.field).strip():
        return say("write one word in Latin letters, such as vk, or press “Fill in what is empty” beside the links")
    return say("correct the link, and try it in a browser")


def _flaws(one: Item, flaws: Sequence[Flaw]) -> Iterator[Finding]:
    for flaw in flaws:
        yield Finding(
            one.id,
            flaw.words,
            _fix(one, flaw),
            getattr(one.link, flaw.field) or one.title,
            severity="warning" if flaw.grave else "info",
            field=f"link.{flaw.field}",
            cure=_cure(one, flaw),
        )


def _cure(one: Item, flaw: Flaw) -> Cure | None:
    """What is known to be right is put there; whether a page answers to https, only a browser knows."""
    if not flaw.better or flaw.field == "target":
        return None
    return Cure({"link": {**one.link.model_dump(), flaw.field: flaw.better}}, say("Put {value}", value=flaw.better))
