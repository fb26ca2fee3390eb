"""ITEM-5T: the two tracks of captions of one film say the same numbers."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from promplan.language import Words, say
from promplan.measure.clean import clean
from promplan.measure.said import numbers
from promplan.plan.document import Plan
from promplan.plan.subtitles import Cue
from promplan.review.engine import rule
from promplan.review.finding import Finding

UNIT = "06-making"
TRACKS = ("ru", "en")
TOLD = 6  # numbers that a finding names


@rule(
    "ITEM-5T",
    severity="warning",
    unit=UNIT,
    section="making-l-captions",
    text=say("The Russian and the English captions of a film say the same numbers"),
    hints=(
        say("Somebody sees the film twice, once with each track. Which number changes?"),
        say("Put both tracks side by side and compare figures and numerals, caption by caption."),
    ),
)
def tracks_agree(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    both = [one for one in plan.items if all(getattr(one.subtitles, track) for track in TRACKS)]
    if not both:
        return None
    found = []
    for one in both:
        here, there = (_told(_texts(getattr(one.subtitles, track))) for track in TRACKS)
        alone = [_named(here, there), _named(there, here)]
        if any(alone):
            told = _differ(*alone)
            fix = say("make both say what the fact says")
            found.append(Finding(one.id, told, fix, one.title, field=f"subtitles.{_other(plan)}"))
    return found


def _differ(ru: str, en: str) -> Words:
    if ru and en:
        return say("The captions differ in numbers: only in Russian {ru}, only in English {en}.", ru=ru, en=en)
    if ru:
        return say("The captions differ in numbers: only the Russian ones say {ru}.", ru=ru)
    return say("The captions differ in numbers: only the English ones say {en}.", en=en)


def _other(plan: Plan) -> str:
    """The track that was translated: it is the one to mend first."""
    return "en" if plan.meta.language == "ru" else "ru"


def _texts(cues: list[Cue]) -> tuple[str, ...]:
    return tuple(one.text for one in cues)


@lru_cache(256)
def _told(texts: tuple[str, ...]) -> dict[float, str]:
    """The numbers of a track by their value, as they are written; a sentence may run over captions."""
    text = clean(" ".join(texts))
    found: dict[float, str] = {}
    for one in numbers(text):
        end = one.digits_end or one.end
        found.setdefault(round(one.value, 6), text[one.start : end].strip())
    return found


def _named(here: dict[float, str], there: dict[float, str]) -> str:
    return ", ".join([said for value, said in here.items() if value not in there][:TOLD])
