"""The order of the slides: the team's pitch part by part; for a beat without a part the plan speaks for itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from promplan.export.office import clean, line
from promplan.export.outline_values import words
from promplan.export.posters import shown
from promplan.export.whole import Whole
from promplan.language import say
from promplan.plan import tree
from promplan.plan.pitch import BEATS, Beat, PitchPart

ORDER: tuple[Beat, ...] = ("scene", "problem", "audience", "message", "idea", "plan", "proof", "ask")
LIMIT = 180  # seconds that a pitch has where the plan does not say


@dataclass(frozen=True)
class Shown:
    """One slide: its beat, and the team's part where there is one; `first` is the beat's first slide."""

    beat: Beat
    part: PitchPart | None
    first: bool = True

    @property
    def name(self) -> str:
        """The beat's name, as a heading begins."""
        told = words(BEATS[self.beat]) if self.beat else str(say("The pitch"))
        return told[:1].upper() + told[1:]


def order(told: Whole) -> list[Shown]:
    """The slides in the team's order; a beat without a part stands where it belongs."""
    parts = [one for one in told.plan.pitch.parts if _says(one)] if shown(told, "pitch.parts") else []
    seen: set[str] = set()
    slides: list[Shown] = []
    for one in parts:
        slides.append(Shown(one.beat, one, one.beat not in seen))
        seen.add(one.beat)
    for place, beat in enumerate(ORDER):
        if beat in seen:
            continue
        before = [n for n, one in enumerate(slides) if one.beat in ORDER[:place]]
        slides.insert(max(before) + 1 if before else 0, Shown(beat, None))
    return slides


def _says(part: PitchPart) -> bool:
    return bool(part.says.strip() or part.shows.strip())


def notes(told: Whole, one: Shown) -> list[str]:
    """What is said over the slide: by whom, in how many seconds, with what behind it."""
    part = one.part
    if part is None:
        return [str(say("The team has not written what it says here: the slide is made from the plan."))]
    people = {member.id: member.name for member in told.plan.team.members}
    who = line(people.get(part.who, part.who))
    head = []
    if who:
        head.append(str(say("Speaks: {who}", who=who)))
    if part.seconds is not None:
        head.append(str(say("{n} seconds", n=part.seconds)))
    made = [" · ".join(head)] if head else []
    made += [clean(part.says)] if part.says.strip() else []
    if part.behind:
        made.append(str(say("Behind it: {facts}", facts="; ".join(_behind(told, part.behind)))))
    return made


def _behind(told: Whole, ids: Sequence[str]) -> list[str]:
    from promplan.export.outline_parts import title

    known = {one.id: title(one) for one in tree.records(told.plan)}
    return [f"{id_} {line(known[id_])}".strip() if id_ in known else id_ for id_ in ids]
