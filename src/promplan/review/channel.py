"""CH, the channels: paid, earned, shared or owned; whom one meets there; what the law and the dated limits say."""

from collections.abc import Iterable
from datetime import date

from promplan.language import Words, say
from promplan.plan.channels import PlannedChannel
from promplan.plan.country import country
from promplan.plan.document import Plan
from promplan.review.budget_begun import money_on
from promplan.review.cure import put
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import unsaid
from promplan.text.dated import channels as known_channels
from promplan.text.dated import cited
from promplan.text.limits import of, oldest

UNIT = "04-art"
LATER = "08-distribution"  # what money is spent on is asked about again
DAYS = 183  # after which a limit has to be looked up again
WHERE = {  # the kinds of media at which somebody can be met in such a place
    "social": ("shared", "paid", "owned"),
    "messenger": ("shared", "paid", "owned"),
    "video": ("shared", "paid", "owned"),
    "site": ("owned", "paid", "earned"),
    "press": ("earned", "paid"),
    "school": ("owned", "earned"),
    "work": ("owned",),
    "event": ("owned", "earned", "paid"),
    "talk": ("shared", "earned", "owned"),
}


@rule(
    "CH-1",
    severity="warning",
    unit=UNIT,
    section="art-l-channels",
    needed=True,
    text=say("Of each channel it is said whether it is paid, earned, shared or owned, and what its task is"),
    hints=(
        say("Who could switch this channel off tomorrow: you, the plant, a network, an editor?"),
        say("Two fields of the channel: the kind of media, and its task."),
    ),
)
def kind_and_task(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.channels:
        return None
    found = []
    for one in plan.channels:
        kinds = next((it.kinds for it in known_channels() if it.id == one.channel), ())
        only = kinds[0] if len(kinds) == 1 else ""
        for it in unsaid(one.id, one, "media", fix=say("choose one of the four")):
            found.append(
                Finding(it.object, it.message, it.fix, field="media", cure=put("media", only) if only else None)
            )
        found += unsaid(one.id, one, "role", fix=say("say what it does that no other channel does"))
    return found


@rule(
    "CH-2",
    severity="warning",
    unit=UNIT,
    section="art-l-channels",
    text=say("At least one channel is the plant's own"),
    hints=(
        say("If every network were closed tomorrow, where would your work still stand?"),
        say("The site, the notice board, the museum: the plant's own belong into the list."),
    ),
)
def one_is_owned(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    told = [one for one in plan.channels if one.media]
    if not told:
        return None
    if any(one.media == "owned" for one in told):
        return []
    return [Finding("channels", say("No channel is the plant's own."), say("add the plant's site or its notice board"))]


@rule(
    "CH-3",
    severity="warning",
    unit=UNIT,
    section="art-l-channels",
    text=say("Each channel meets an audience, where that audience is"),
    hints=(
        say("Who of your audience was there last week?"),
        say("Compare whom the channel meets with where that audience can be met."),
    ),
)
def audience_is_there(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.channels:
        return None
    fix = say("choose the audience, or leave the channel out")
    found = [it for one in plan.channels for it in unsaid(one.id, one, "audiences", fix=fix)]
    audiences = {one.id: one for one in plan.audiences}
    for one in plan.channels:
        for id_ in one.audiences:
            places = audiences[id_].places if id_ in audiences else []
            if one.media and places and not any(one.media in WHERE[place] for place in places):
                told = say("By your own card {id} is met elsewhere.", id=id_)
                fix = say("choose a channel that is there, or correct where they can be met")
                found.append(Finding(one.id, told, fix, field="audiences"))
    return found


@rule(
    "CH-4",
    severity="warning",
    unit=UNIT,
    section="art-l-channels",
    also=(LATER,),
    text=say("What is paid for has money and is labelled as advertising"),
    hints=(
        say("Who pays, and how does a reader see that it is paid for?"),
        say("Compare the budget of the brief, and the money of the channel, with the channels that are paid."),
    ),
)
def paid_has_money(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    paid = [one for one in plan.channels if one.media == "paid"]
    if not paid:
        return None
    found, money = [], money_on(plan)
    for one in paid:
        if not (plan.brief.budget or money[one.id]):
            told = say("This channel is paid, and neither it nor the brief has money.")
            found.append(
                Finding(one.id, told, say("ask for a sum, or choose a channel without payment"), field="media")
            )
        else:
            told = say("What is paid for is an advertisement: it is labelled.")
            law = cited("ad-marking", country(plan))
            found.append(
                Finding(one.id, told, say("agree with the plant who labels it: {law}", law=law), severity="info")
            )
    return found


@rule(
    "CH-5",
    severity="warning",
    unit=UNIT,
    section="art-l-channels",
    also=(LATER,),
    text=say("No channel is one that the state restricts"),
    hints=(
        say("Can everybody whom you want to meet still open it?"),
        say('pp.law("channels") tells what is restricted, and when that was looked up.'),
    ),
)
def access_is_open(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    named = [(one, it) for one in plan.channels for it in known_channels() if it.id == one.channel]
    if not named:
        return None
    here = country(plan)
    return [
        Finding(
            one.id,
            say("{status} (checked on {day}, no legal advice)", status=it.status, day=it.checked_on),
            say("{todo}", todo=it.todo),
            Words("{note}", {"note": it.footnote}) if it.footnote else "",
            field="channel",
        )
        for one, it in named
        if it.country == here and (it.access != "open" or (one.media == "paid" and it.ads in ("no", "disputed")))
    ]


@rule(
    "CH-6",
    severity="warning",
    unit=UNIT,
    section="art-l-channels",
    also=(LATER,),
    text=say("The limits of each channel were looked up lately"),
    hints=(
        say("When did somebody last look what goes in there?"),
        say("The day stands beside each limit; networks change theirs without telling."),
    ),
)
def limits_are_fresh(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    rows = [(one, day) for one in plan.channels if (day := looked_up(one))]
    if not rows or on is None:
        return None
    return [
        Finding(
            one.id,
            say("The limits of this channel were looked up on {day}, more than half a year ago.", day=day),
            say("look into the channel's own rules before you rely on a number"),
            field="channel",
        )
        for one, day in rows
        if (on - day).days > DAYS
    ]


def looked_up(one: PlannedChannel) -> date | None:
    """The day on which the oldest limit of the channel was looked up; None where no limit is known."""
    rows = [it for kind in ("post", "media", "video", "short", "article") for it in of(one.channel, kind).values()]
    return oldest(rows)


@rule(
    "CH-7",
    severity="warning",
    unit=UNIT,
    section="art-l-channels",
    text=say("Of each channel it is said who runs it, who posts at the plant, and in which rhythm"),
    hints=(
        say("It is Tuesday and a question stands under the post. Who answers?"),
        say("Three fields of the channel: who of us runs it, who posts at the plant, rhythm."),
    ),
)
def somebody_runs_it(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.channels:
        return None
    fix = say("agree on it with the plant, and write it down")
    asked = ("owner", "at_plant", "cadence") if plan.team.members else ("at_plant", "cadence")  # whom could one choose?
    return [it for one in plan.channels for it in unsaid(one.id, one, *asked, fix=fix)]
