"""PRD, what is in frame: everybody wears it rightly, nobody is in danger, and nothing can be read that stays inside.

These rules read words: of the shot that is planned, of the note from the shoot, of the panel drawn from it.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from promplan.language import say
from promplan.plan.document import Plan
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.kit import STEMS, Zone, zones
from promplan.review.message import cut
from promplan.text.patterns import kinds

UNIT = "05-visit"
NAME = "frame"
NEAR = 4  # words between what is seen and what makes it harmless
MOVING = ("video/", "audio/")
CLEANED = ("audio/wav", "audio/x-wav")  # as pictures: `promplan.plan.wav`


def _texts(plan: Plan, seen: frozenset[str]) -> list[tuple[str, str, str]]:
    """What is said to be seen: the object, its field, the text; of shots in `seen` the plant has read the words."""
    rows = [(one.id, "what", one.what) for one in plan.visit.shots if one.id not in seen]
    rows += [(one.id, "log.note", one.log.note) for one in plan.visit.shots]
    for item in plan.items:
        rows += [(one.id, "picture", one.picture) for one in item.script]
        rows += [(one.id, "action", one.action) for one in item.panels]
    return [row for row in rows if row[2].strip()]


def danger(text: str, zone: Zone | None = None) -> str:
    """What in a picture is against the rules of safety, as it was typed; what its zone does not demand is none."""
    return next((one for one in _said(text, "danger") if not _needless(one, zone)), "")


def readable(text: str) -> str:
    """What can be read in a picture and stays inside, as it was typed; empty where nothing can."""
    return next(iter(_said(text, "readable")), "")


@lru_cache(4096)
def _said(text: str, kind: str) -> tuple[str, ...]:
    found = kinds(text, NAME)
    if f"away-{kind}" in found:
        return ()
    calm = found.get(f"calm-{kind}", ())
    return tuple(
        one.words
        for one in found.get(kind, ())
        if not any(it.first - NEAR <= one.last and one.first <= it.last + NEAR for it in calm)
    )


def _needless(said: str, zone: Zone | None) -> bool:
    """Is it about equipment that nobody wears in this zone?"""
    low = said.casefold()
    named = [one for one, stems in STEMS.items() if any(stem in low for stem in stems)]
    return zone is not None and bool(named) and not any(one in zone.wear for one in named)


@rule(
    "PRD-15",
    severity="warning",
    unit=UNIT,
    section="vis-l-frame",
    text=say("Everybody in frame wears what the zone demands, rightly; no load hangs overhead, no guard is open"),
    hints=(
        say("Show the picture to a safety engineer in your mind. Where does the finger point?"),
        say("Helmet, glasses, mask, gloves; loads above heads; guards; hands near what turns."),
    ),
)
def everybody_is_safe(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    texts = _texts(plan, frozenset(one.id for one in plan.visit.shots if one.menu))
    if not texts:
        return None
    fix = say("take it anew: no retouching cures it; if it is safe, say in your reason why")
    known = zones(plan.meta.case)
    stops = {one.id: known.get(one.zone) for one in plan.visit.stops}
    at = {one.id: stops.get(one.stop) for one in plan.visit.shots}
    return [
        Finding(
            where, say("This would be against the rules of safety: {said}.", said=said), fix, cut(text), field=field
        )
        for where, field, text in texts
        if (said := danger(text, at.get(where)))
    ]


@rule(
    "PRD-16",
    severity="warning",
    unit=UNIT,
    section="vis-l-frame",
    text=say("Nothing in frame can be read that stays inside, and no file tells where it was taken"),
    hints=(
        say("Stop the picture and enlarge it. What can be read?"),
        say("Screens, drawings, labels, badges, plates; of files: place and number of the camera."),
    ),
)
def nothing_can_be_read(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    shots = plan.visit.shots
    texts = _texts(plan, frozenset(one.id for one in shots if one.menu or one.clearance.state == "cleared"))
    files = [one for one in plan.attachments if one.media_type.startswith(MOVING) and one.media_type not in CLEANED]
    if not texts and not files:
        return None
    fix = say("turn it away, cover it, move closer so that it is out of frame, or blur it in the edit")
    found = [
        Finding(where, say("This can be read in the picture: {said}.", said=said), fix, cut(text), field=field)
        for where, field, text in texts
        if (said := readable(text))
    ]
    told = say(
        "This file may tell where it was taken and with what; pictures and WAV sounds are cleaned here, it is not."
    )
    strip = say("save it anew without metadata before it goes out")
    return found + [Finding(one.id, told, strip, one.name, severity="info") for one in files]
