"""What is wrong with which caption, and the smallest mend: so much longer, so much shorter, so much later."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Literal

from promplan.language import Words, say, say_many
from promplan.text.captions.cue import Cue
from promplan.text.captions.rules import Rules

Kind = Literal["empty", "backwards", "order", "overlap", "gap", "short", "long", "fast", "wide", "lines", "late"]
NEAR = 0.0015  # seconds: files know thousandths


@dataclass(frozen=True)
class Fault:
    """One fault of one caption.

    Args:
        cue: its place in the list, from 0.
        longer: seconds by which it has to stay longer (negative: shorter); None where time mends nothing.
        fewer: characters that have to go; None where that mends nothing.
        room: is there so much time before the next caption?
    """

    cue: int
    kind: Kind
    what: Words
    longer: float | None = None
    fewer: int | None = None
    room: bool = True


def faults(cues: Sequence[Cue], rules: Rules, film: float | None = None) -> list[Fault]:
    """Every fault of every caption, in their order; `film` is the length of the film in seconds, where it is known."""
    found: list[Fault] = []
    for n, cue in enumerate(cues):
        following = cues[n + 1].start if n + 1 < len(cues) else film
        found += _own(n, cue, rules, following)
        if n:
            found += _beside(n, cues[n - 1], cue, rules)
        if film is not None and cue.end > film + NEAR:
            late = cue.end - film
            what = say("It ends {s} s after the film. End it at {end}.", s=_tenths(late), end=_clock(film))
            found.append(Fault(n, "late", what, longer=-late))
    return found


def _own(n: int, cue: Cue, rules: Rules, following: float | None) -> list[Fault]:
    """What is wrong with the caption by itself; `following` is when the next one begins."""
    if not cue.characters:
        return [Fault(n, "empty", say("There is nothing in it. Write its text, or take it out."), fewer=0)]
    found = _lines(n, cue, rules)
    if cue.seconds <= 0:
        needed = max(rules.shortest, cue.characters / rules.speed)
        end = _clock(cue.start + needed)
        what = say("It ends before it begins. To be read it would have to stay until {end}.", end=end)
        return [*found, Fault(n, "backwards", what, longer=needed - cue.seconds, room=_room(cue, needed, following))]
    speed = cue.characters / cue.seconds
    if speed > rules.speed + 0.05:
        found.append(_fast(n, cue, rules, following))
    elif cue.seconds < rules.shortest - NEAR:
        longer = rules.shortest - cue.seconds
        what = say("It is gone after {s} s: nobody reads so fast. Let it stay {longer} s longer.", **_both(cue, longer))
        found.append(Fault(n, "short", what, longer=longer, room=_room(cue, rules.shortest, following)))
    if cue.seconds > rules.longest + NEAR:
        longer = rules.longest - cue.seconds
        what = say(
            "It stays for {s} s, and is read twice. End it {longer} s earlier, or make two of it.",
            **_both(cue, -longer),
        )
        found.append(Fault(n, "long", what, longer=longer))
    return found


def _fast(n: int, cue: Cue, rules: Rules, following: float | None) -> Fault:
    """Too much to read in its time: longer, where the next caption allows it, or fewer characters."""
    needed = cue.characters / rules.speed
    longer = ceil(max(needed, rules.shortest) * 100 - cue.seconds * 100 - 1e-6) / 100
    fewer = cue.characters - floor(rules.speed * cue.seconds + 1e-6)
    room = _room(cue, cue.seconds + longer, following)
    told = {"speed": round(cue.characters / cue.seconds, 1), "most": rules.speed, "longer": longer}
    if room:
        what = say_many(
            "{speed} characters a second, and {most} can be read: {longer} s longer, or {n} character fewer.",
            "{speed} characters a second, and {most} can be read: {longer} s longer, or {n} characters fewer.",
            fewer,
            **told,
        )
    else:
        what = say_many(
            "{speed} characters a second, and {most} can be read. There is no time for more: {n} character fewer.",
            "{speed} characters a second, and {most} can be read. There is no time for more: {n} characters fewer.",
            fewer,
            **told,
        )
    return Fault(n, "fast", what, longer=longer, fewer=fewer, room=room)


def _lines(n: int, cue: Cue, rules: Rules) -> list[Fault]:
    """Lines that are too many or too long, by the longest."""
    found, lines = [], cue.shown.split("\n")
    if len(lines) > rules.lines:
        what = say(
            "{n} lines, and there may be {most}. Break it anew, or make two captions of it.", **_counts(lines, rules)
        )
        found.append(Fault(n, "lines", what))
    over = max(map(len, lines)) - rules.line
    if over > 0:
        what = say_many(
            "A line has {n} character too many: it may have {most}. Break it elsewhere, or shorten it.",
            "A line has {n} characters too many: it may have {most}. Break it elsewhere, or shorten it.",
            over,
            most=rules.line,
        )
        found.append(Fault(n, "wide", what, fewer=over))
    return found


def _beside(n: int, before: Cue, cue: Cue, rules: Rules) -> list[Fault]:
    """What is wrong between two captions."""
    between = cue.start - before.end
    if cue.start < before.start - NEAR:
        return [Fault(n, "order", say("It begins before the caption above it. Put them in the order of time."))]
    if between < -NEAR:
        earlier = rules.gap - between
        what = say("The one above is still there for {s} s. End that one {earlier} s earlier.", s=_tenths(-between),
                   earlier=_tenths(earlier))  # fmt: skip
        return [Fault(n, "overlap", what, longer=-earlier)]
    if between < rules.gap - NEAR:
        earlier = rules.gap - between
        what = say(
            "It follows the one above at once, and a reader does not see the change. End that one {earlier} s earlier.",
            earlier=round(earlier, 3),
        )
        return [Fault(n, "gap", what, longer=-earlier)]
    return []


def _room(cue: Cue, seconds: float, following: float | None) -> bool:
    """May it stay so long?"""
    return following is None or cue.start + seconds <= following + NEAR


def _both(cue: Cue, longer: float) -> dict[str, float]:
    return {"s": _tenths(cue.seconds), "longer": _tenths(longer)}


def _counts(lines: list[str], rules: Rules) -> dict[str, int]:
    return {"n": len(lines), "most": rules.lines}


def _tenths(seconds: float) -> float:
    return round(seconds, 2)


def _clock(seconds: float) -> str:
    whole = round(seconds * 10)
    return f"{whole // 600}:{whole // 10 % 60:02}.{whole % 10}"
