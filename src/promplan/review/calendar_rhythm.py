"""CAL-6, CAL-7, CAL-9, CAL-19: how often a channel publishes, how near two pieces stand, how long it is silent."""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby, pairwise

from promplan.days.placed import WEEK, Cadence, Placed, cadence, days_apart, gaps, placed
from promplan.language import Words, say, say_many
from promplan.plan.calendar import Rhythm
from promplan.plan.document import Plan
from promplan.review.calendar_begun import UNIT, begun, channel_name, listed
from promplan.review.cure import Cure
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import unsaid

LISTED = 4  # weeks of a channel that are named; the rest are dots
DAY_HOURS, SECONDS = 24, 3600  # of a day; of an hour


@rule(
    "CAL-6",
    severity="warning",
    unit=UNIT,
    section="calendar-l-rhythm",
    text=say("Two pieces of a channel do not stand in each other's way"),
    hints=(
        say("Would you read both, or scroll past the second?"),
        say("Day and time of the two, beside the hours between two pieces in the channel's rhythm."),
    ),
)
def pieces_do_not_clash(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    rows = sorted((one for one in placed(plan) if one.channel and one.comes_out), key=lambda one: one.channel)
    if not rows or not begun(plan):
        return None
    titles = {one.id: one.title for one in plan.items}
    apart = {one.channel: one.apart or 0.0 for one in reversed(plan.calendar.rhythms)}
    found = []
    for channel, pieces in groupby(rows, key=lambda one: one.channel):
        for before, one in pairwise(pieces):
            has, wanted = _hours_between(before, one), apart.get(channel, 0.0)
            if has >= wanted and has > 0:
                continue
            told = say("It comes out on the same channel at the same time as {id}.", id=before.item)
            if has > 0:
                told = say(
                    "It comes out {has} h after {id} on the same channel, and its rhythm asks for {wanted} h.",
                    has=has,
                    id=before.item,
                    wanted=wanted,
                )
            elif not (before.time and one.time):
                told = say("It comes out on the same channel on the same day as {id}.", id=before.item)
            found.append(Finding(one.item, told, say("move one of the two"), titles[one.item], field="dates.publish"))
    return found


def _hours_between(before: Placed, one: Placed) -> float:
    """Hours from one piece to the next; where a time is not said, as if both came out at the same time of day."""
    if before.time and one.time:
        gone = datetime.combine(one.day, one.time) - datetime.combine(before.day, before.time)
        return gone.total_seconds() / SECONDS
    return float((one.day - before.day).days * DAY_HOURS)


@rule(
    "CAL-7",
    severity="warning",
    unit=UNIT,
    section="calendar-l-rhythm",
    needed=True,
    text=say("Each channel keeps its rhythm: as many pieces a week as were promised, and no more"),
    hints=(
        say("Would a reader notice on which day you publish?"),
        say("Pieces of a channel in each week, beside the least and the most of its rhythm."),
    ),
)
def rhythm_is_kept(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    rhythms = {
        one.channel: one
        for one in reversed(plan.calendar.rhythms)
        if one.channel and (one.least is not None or one.most is not None) and not _kept(one)
    }
    if not rhythms or not placed(plan):
        return None
    weeks = [one for one in cadence(plan) if one.channel in rhythms]
    titles, pinned = {one.id: one.title for one in plan.items}, {one.item for one in placed(plan) if one.pinned}
    found = []
    for channel, rhythm in rhythms.items():
        found += _too_few(plan, rhythm, [one for one in weeks if one.channel == channel and one.n < one.least])
    for one in weeks:
        if one.most is not None and one.n > one.most:
            last = next((id_ for id_ in reversed(one.items) if id_ not in pinned), one.items[-1])
            told = say(
                "In the week of {day} {n} pieces come out on this channel, and {most} is the most.",
                day=one.week,
                n=one.n,
                most=one.most,
            )
            fix = say("move it into another week, or onto another channel")
            found.append(Finding(last, told, fix, titles[last], field="dates.publish"))
    return found


def _too_few(plan: Plan, rhythm: Rhythm, weeks: list[Cadence]) -> list[Finding]:
    if not weeks:
        return []
    told = say_many(
        "{channel}: in {n} week too few pieces come out: {weeks}.",
        "{channel}: in {n} weeks too few pieces come out: {weeks}.",
        len(weeks),
        channel=channel_name(plan, rhythm.channel),
        weeks=_listed(weeks),
    )
    fix = say("move pieces there, or promise fewer a week")
    return [Finding(rhythm.id, told, fix, field="least")]


def _listed(weeks: list[Cadence]) -> Words:
    """The Mondays of some of the weeks, each with how many there are of how many."""
    some = [say("{day} ({n} of {least})", day=one.week, n=one.n, least=one.least) for one in weeks[:LISTED]]
    return listed([*some, *([Words("…")] if len(weeks) > LISTED else [])])


@rule(
    "CAL-9",
    severity="warning",
    unit=UNIT,
    section="calendar-l-rhythm",
    text=say("No channel falls silent for longer than was promised"),
    hints=(
        say("After how many days without a word would you stop looking?"),
        say("The days between two pieces of a channel, beside the days of silence that its rhythm allows."),
    ),
)
def no_channel_is_silent(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    used = {one.channel for one in placed(plan) if one.comes_out}
    if not plan.channels or not used or not begun(plan):
        return None
    rhythms = {one.channel: one for one in reversed(plan.calendar.rhythms)}
    found = []
    for one in plan.channels:
        if one.id not in used:
            told = say("Nothing comes out on this channel.")
            fix = say("give it a piece, or leave the channel out")
            found.append(Finding(one.id, told, fix, one.name))
    for gap in gaps(plan):
        if gap.long and gap.channel in used:
            told = say_many(
                "{channel} is silent for {n} day, from {first} to {last}; {most} is the most.",
                "{channel} is silent for {n} days, from {first} to {last}; {most} is the most.",
                gap.days,
                channel=channel_name(plan, gap.channel),
                first=gap.first,
                last=gap.last,
                most=gap.most,
            )
            fix = say("move a piece in between, or add a small one")
            found.append(Finding(rhythms[gap.channel].id, told, fix, field="silent"))
    return found


@rule(
    "CAL-19",
    severity="warning",
    unit=UNIT,
    section="calendar-l-rhythm",
    text=say("Each channel has one rhythm, and it can be kept"),
    hints=(
        say("How often can you keep it up, for twelve weeks, in the weeks of examinations too?"),
        say("A week's least and most, and the hours between two pieces: do so many fit into seven days?"),
    ),
)
def rhythms_can_be_kept(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.channels or not begun(plan):
        return None
    rhythms = plan.calendar.rhythms
    found = []
    ours = [one for one in plan.channels if one.media != "earned"]  # when others write, they decide
    if bare := [one for one in ours if one.id not in {it.channel for it in rhythms}]:
        named = ", ".join(channel_name(plan, one.id) for one in bare)
        told = say("No rhythm is agreed for: {channels}.", channels=named)
        found.append(Finding("rhythms", told, say("say how often a week, at least and at most")))
    fix = say("agree on it in the team, and write it down")
    for one in rhythms:
        found += unsaid(one.id, one, "channel", "least", "most", "silent", fix=fix)
    for one in _twice(rhythms):
        told = say("{channel} has two rhythms.", channel=channel_name(plan, one.channel))
        found.append(Finding(one.id, told, say("keep one of them"), field="channel"))
    return found + [it for one in rhythms for it in _kept(one)]


def _twice(rhythms: list[Rhythm]) -> list[Rhythm]:
    first = {one.channel: one.id for one in reversed(rhythms)}
    return [one for one in rhythms if one.channel and first[one.channel] != one.id]


def _kept(one: Rhythm) -> list[Finding]:
    least, most = one.least, one.most
    if least is not None and most is not None and least > most:
        told = say("At least {least} a week, and at most {most}: that cannot be.", least=least, most=most)
        cure = Cure({"least": most, "most": least}, say("Swap the two numbers"))
        return [Finding(one.id, told, say("swap the two, or correct one"), field="least", cure=cure)]
    room = -(-WEEK // days_apart(one))
    if least is not None and least > room:
        told = say_many(
            "With so many hours between two pieces a week holds {n}, and {least} are promised.",
            "With so many hours between two pieces a week holds {n}, and {least} are promised.",
            room,
            least=least,
        )
        return [Finding(one.id, told, say("promise fewer, or let them stand closer"), field="apart")]
    return []
