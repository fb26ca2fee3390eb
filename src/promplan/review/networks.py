"""FACT-15: which networks a clearance for social media means, where the state restricts some of them."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from promplan.language import Words, say
from promplan.plan.country import country
from promplan.plan.document import Plan
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.text.dated import Channel, channels

Speech = Literal["en", "ru"]

SOCIAL = "shared"
FEW = 3  # networks are named; all of them stand on the page about the law
SPEECHES: tuple[Speech, ...] = ("en", "ru")


@rule(
    "FACT-15",
    severity="info",
    unit="01-facts",
    section="facts-l-clear",
    text=say("The brief says which networks social media means"),
    hints=(
        say("On whose page in which network would it stand?"),
        say("Name the networks in the brief, under Rights or Must be in it."),
    ),
)
def networks_are_named(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    """One piece of advice for the whole register: a clearance for social media is not one for every network."""
    facts = [one for one in plan.enterprise.facts if one.clearance.state == "cleared"]
    facts = [one for one in facts if SOCIAL in one.clearance.channels]
    here = country(plan)
    networks = [one for one in channels() if SOCIAL in one.kinds and one.country == here]
    closed = [one for one in networks if one.access != "open"]
    if not facts or not closed:
        return None
    said = "\n".join((plan.brief.must, plan.brief.rights))
    if any(one.is_named_in(said) for one in networks if one.access == "open"):
        return []
    ids = ", ".join(one.id for one in facts)
    named = [one for one in closed if one.is_named_in(said)]
    fix = say("name the networks in the brief, under Rights: VK, OK …")
    return [Finding("brief", _only(named) if named else _which(closed), fix, ids)]


def _only(named: list[Channel]) -> Words:
    """The brief names networks, and none that everybody can open."""
    told, notes = _told(named)
    return say(
        "Some facts are cleared for social media, and the brief names only {names}: access is restricted in this "
        "country, or the owner is banned (checked on {day}). {notes}",
        names=told,
        day=max(one.checked_on for one in named),
        notes=notes,
    )


def _which(closed: list[Channel]) -> Words:
    told, notes = _told(closed)
    return say(
        "Facts are cleared for social media, and nobody says for which networks. Restricted or banned here: {names} "
        "(checked on {day}). {notes}",
        names=told,
        day=max(one.checked_on for one in closed),
        notes=notes,
    )


def _told(networks: list[Channel]) -> tuple[dict[str, str], dict[str, str]]:
    """A few of the networks, each with the note that must stand wherever it is named; the rest are dots."""
    few = networks[:FEW]
    notes = {one.footnote["en"]: one.footnote for one in few if one.footnote}
    more = " …" if len(networks) > FEW else ""
    names = {speech: words + more for speech, words in _joined([one.name for one in few], ", ").items()}
    return names, _joined(list(notes.values()), "; ")


def _joined(told: list[dict[Speech, str]], sign: str) -> dict[str, str]:
    return {speech: sign.join(one[speech] for one in told) for speech in SPEECHES}
