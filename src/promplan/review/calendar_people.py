"""CAL-14P, CAL-15, CAL-21: one named person stops everything, the pause list is whole, somebody answers comments."""

from collections.abc import Iterable
from datetime import date

from promplan.days.industry import is_accident, is_mourning
from promplan.days.placed import placed
from promplan.language import say
from promplan.plan.channels import PlannedChannel
from promplan.plan.document import Plan
from promplan.review.calendar_begun import UNIT, begun, channel_name, member_name
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import empty, unsaid
from promplan.text.dated import channels as known_channels

CARD = "calendar"
ANSWERED = ("shared", "paid")  # kinds of media under which people write


@rule(
    "CAL-14P",
    severity="error",
    unit=UNIT,
    section="calendar-l-stop",
    needed=True,
    text=say("One named person can stop everything at once, and another one if that one cannot be reached"),
    hints=(
        say("It is Sunday, there was an accident at the plant. Who takes the cheerful post down, how soon?"),
        say("Pause list: who stops it, and who does if that one cannot be reached."),
    ),
)
def somebody_can_stop_it(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not begun(plan):
        return None
    pause = plan.calendar.pause
    if empty(pause.who):
        told = say("Nobody is named who stops all publishing.")
        return [Finding(CARD, told, say("name one of you"), field="pause.who")]
    if pause.deputy == pause.who:
        told = say("{name} stops it, and stands in for {name} too.", name=member_name(plan, pause.who))
        return [Finding(CARD, told, say("name another of you"), field="pause.deputy")]
    return []


@rule(
    "CAL-21",
    severity="warning",
    unit=UNIT,
    section="calendar-l-stop",
    text=say("The pause list says who calls, when everything stops, what is said meanwhile, and who lets it go on"),
    hints=(
        say("Could a stranger stop your campaign in five minutes with this list in hand?"),
        say("Pause list: deputy, who at the plant calls, when, what is said, who lets it go on, on which channels."),
    ),
)
def pause_list_is_whole(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    pause = plan.calendar.pause
    if not begun(plan) or pause == type(pause)():
        return None
    fix = say("agree on it with the plant, and write it down")
    fields = ("pause.deputy", "pause.at_plant", "pause.when", "pause.says", "pause.back")
    found = list(unsaid(CARD, plan.calendar, *fields, fix=fix))
    if not empty(pause.when):
        if not is_accident(pause.when):
            told = say("When everything stops: accidents are missing.")
            found.append(Finding(CARD, told, say("add what counts as one: a line of its own"), field="pause.when"))
        if not is_mourning(pause.when):
            told = say("When everything stops: days of mourning are missing.")
            found.append(Finding(CARD, told, say("add it: a line of its own"), field="pause.when"))
    if pause.channels:
        used = dict.fromkeys(one.channel for one in placed(plan) if one.channel)
        left = ", ".join(channel_name(plan, id_) for id_ in used if id_ not in pause.channels)
        if left:
            told = say("It would go on here: {channels}.", channels=left)
            found.append(Finding(CARD, told, say("add the channels; none chosen means all"), field="pause.channels"))
    return found


@rule(
    "CAL-15",
    severity="warning",
    unit=UNIT,
    section="calendar-l-stop",
    needed=True,
    text=say("On each channel on which people can write, somebody answers, at known hours and within a known time"),
    hints=(
        say("A mother asks under the post at nine in the evening whether it is dangerous. Who answers her, and when?"),
        say("Who answers comments: for each channel who, when, within how many hours, and who at the plant helps."),
    ),
)
def somebody_answers(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    open_ = [one for one in plan.channels if _is_open(one)]
    duties = plan.calendar.duties
    if not begun(plan) or not (plan.channels or duties):
        return None
    held = {one.channel for one in duties}
    fix = say("name somebody, and say when")
    told = say("Nobody answers comments here.")
    found = [Finding(one.id, told, fix, one.name) for one in open_ if one.id not in held]
    fields = ("channel", "who", "hours", "within", "at_plant")
    return found + [it for one in duties for it in unsaid(one.id, one, *fields, fix=fix)]


def _is_open(one: PlannedChannel) -> bool:
    """Can people write there: is it shared or paid, or a network, whoever owns the page?"""
    kinds = next((it.kinds for it in known_channels() if it.id == one.channel), ())
    return one.media in ANSWERED or any(kind in ANSWERED for kind in kinds)
