"""VIS, the day: who meets whom where, whether route and shots fit into the minutes, and what if it falls through."""

from collections.abc import Iterable, Iterator
from datetime import date

from promplan.language import Words, say, say_many
from promplan.plan.document import Plan
from promplan.plan.visit import Visit
from promplan.plan.visit_minutes import Minutes, assumptions, minutes_of
from promplan.review.cure import Cure, put
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import unsaid
from promplan.review.kit import zones

UNIT = "05-visit"
SHIFT, LONGEST = 8 * 60, 12 * 60  # minutes: an ordinary shift; longer than this is none
FEARS = 3  # lines of a pre-mortem that is one
BLANK = Visit().model_dump(exclude={"by"})


def begun(plan: Plan) -> bool:
    """Has anybody planned a visit?"""
    return plan.visit.model_dump(exclude={"by"}) != BLANK


@rule(
    "VIS-1",
    severity="warning",
    unit=UNIT,
    section="vis-l-go",
    needed=True,
    text=say("The call sheet says when, where, how long, with whom and whom to ring"),
    hints=(
        say("It is seven in the morning and the bus is late. What do you read, whom do you ring?"),
        say("Day, hour, minutes, meeting place, guide, escort, contact, producer: the first fields of the call sheet."),
    ),
)
def call_sheet_is_whole(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not begun(plan):
        return None
    ours = ("producer",) if plan.team.members else ()  # whom could one choose?
    fields = ("date", "arrival", "minutes", "group", "meeting", "guide", "escort", "contact", *ours, "travel")
    return list(unsaid("visit", plan.visit, *fields, fix=say("agree on it with the plant's contact")))


@rule(
    "VIS-2",
    severity="error",
    unit=UNIT,
    section="vis-l-time",
    text=say("The route fits into the minutes, and the minutes into a shift"),
    hints=(
        say("Add up the minutes with a pencil, those on foot too."),
        say("Compare Minutes on the site with the minutes of all stops and all ways."),
    ),
)
def route_fits(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    visit = plan.visit
    if visit.minutes is None:
        return None
    found = []
    if visit.minutes > LONGEST:
        told = say("{n} minutes are longer than any shift.", n=visit.minutes)
        found.append(Finding("visit", told, say("plan two visits"), field="minutes"))
    day = minutes_of(visit)
    if day.route - day.guessed > visit.minutes:  # what rests on guesses is VIS-3's
        fix = say("leave out the stop with the fewest shots, or ask for more time")
        found.append(Finding("visit", _too_long(day, visit.minutes), fix, field="minutes"))
    return found if found or any(one.known for one in day.halts) else None


def _too_long(day: Minutes, has: int) -> Words:
    told = say_many(
        "{there} minutes at the stops and {foot} on foot, back to the gate too, are {needed}, and there are {has}: "
        "{n} minute too many.",
        "{there} minutes at the stops and {foot} on foot, back to the gate too, are {needed}, and there are {has}: "
        "{n} minutes too many.",
        day.route - has,
        there=day.there,
        foot=day.foot,
        needed=day.route,
        has=has,
    )
    for one in assumptions(day):
        told = say("{told} {assumed}", told=told, assumed=one)
    return told


@rule(
    "VIS-3",
    severity="warning",
    unit=UNIT,
    section="vis-l-stop",
    text=say("Every stop can be reached, and it is said in how many minutes"),
    hints=(
        say("Walk the route on the floor plan with a finger. Where does it stop?"),
        say("Each stop has its minutes on foot, and so has the way back; nobody goes into a closed zone."),
    ),
)
def stops_can_be_reached(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    visit = plan.visit
    if not visit.stops:
        return None
    fix = say("measure the way on the floor plan: about 50 metres a minute for a group")
    found = [it for one in visit.stops for it in unsaid(one.id, one, "walk", fix=fix)]
    found += unsaid("visit", visit, "back", fix=fix)
    day = minutes_of(visit)
    if visit.minutes is not None and day.route - day.guessed <= visit.minutes < day.route:
        found.append(Finding("visit", _too_long(day, visit.minutes), fix, field="minutes"))
    known = zones(plan.meta.case)
    for one in visit.stops:
        alone = (one.walk or 0) + (one.minutes or 0)
        if visit.minutes is not None and alone > visit.minutes:
            told = say_many(
                "This stop alone takes {n} minute, and the visit has {has}.",
                "This stop alone takes {n} minutes, and the visit has {has}.",
                alone,
                has=visit.minutes,
            )
            found.append(
                Finding(one.id, told, say("leave it out, or film it on another day"), one.name, field="minutes")
            )
        elif one.zone in known and known[one.zone].at_once == 0:
            told = say("Nobody of the team goes in there: {zone}.", zone=known[one.zone].name)
            found.append(Finding(one.id, told, say("film it from outside, or leave it out"), one.name, field="zone"))
    return found


@rule(
    "VIS-4",
    severity="warning",
    unit=UNIT,
    section="vis-l-stop",
    text=say("Of each stop it is said how long it takes, who receives you, what may be filmed and what never"),
    hints=(
        say("You stand there and the foreman asks what you want. What do you say?"),
        say("Four fields of the stop: minutes, who receives us, what may be filmed, never in frame."),
    ),
)
def stops_are_whole(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.visit.stops:
        return None
    fix = say("ask the plant; it stands in the zone's own rules")
    fields = ("name", "minutes", "host", "allowed", "forbidden")
    return [it for one in plan.visit.stops for it in unsaid(one.id, one, *fields, fix=fix)]


@rule(
    "VIS-5",
    severity="warning",
    unit=UNIT,
    section="vis-l-shot",
    text=say("Of each shot it is said what is seen, where, how near, how long, and what is heard"),
    hints=(
        say("Could a stranger with a camera take it from your words?"),
        say("What is seen, stop, size, seconds, sound: no sound is an answer too."),
    ),
)
def shots_are_whole(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.visit.shots:
        return None
    fix = say("decide it now: on the day there is no time for it")
    fields = ("what", "stop", "size", "seconds", "sound", "priority")
    return [it for one in plan.visit.shots for it in unsaid(one.id, one, *fields, fix=fix)]


@rule(
    "VIS-6",
    severity="error",
    unit=UNIT,
    section="vis-l-time",
    text=say("The shots of each stop fit into its minutes"),
    hints=(
        say("How long do you stand there, and how long do all the takes run?"),
        say("Add up the seconds of the shots at this stop; setting up is not even counted."),
    ),
)
def shots_fit_their_stop(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    timed = [one for one in plan.visit.stops if one.minutes is not None]
    at = {one.id for one in timed}
    if not any(one.stop in at and one.seconds is not None for one in plan.visit.shots):
        return None
    found = []
    for one in timed:
        seconds = sum(it.seconds or 0 for it in plan.visit.shots if it.stop == one.id)
        if seconds > 60 * (one.minutes or 0):
            told = say_many(
                "Its shots run {s} s, and you stand there {n} minute.",
                "Its shots run {s} s, and you stand there {n} minutes.",
                one.minutes or 0,
                s=round(seconds),
            )
            found.append(
                Finding(one.id, told, say("leave out what only could be, or stay longer"), one.name, field="minutes")
            )
    return found


@rule(
    "VIS-7",
    severity="error",
    unit=UNIT,
    section="vis-l-premortem",
    text=say("The second day is after the first"),
    hints=(say("When do you come if that day falls through?"), say("Compare the two days of the call sheet.")),
)
def second_day_is_later(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    first, second = plan.visit.date, plan.visit.fallback
    if first is None or second is None:
        return None
    if second > first:
        return []
    swap = Cure({"date": second, "fallback": first}, say("Swap the two dates")) if second < first else None
    told = say("The second day is no later than the first.")
    return [Finding("visit", told, say("agree on a later day"), field="fallback", cure=swap)]


@rule(
    "VIS-8",
    severity="warning",
    unit=UNIT,
    section="vis-l-premortem",
    text=say("It is thought through what may go wrong on the day"),
    hints=(
        say("It is the evening after, and it went wrong. Why?"),
        say("Second day, what you film if a line stands still, and three lines of pre-mortem."),
    ),
)
def failure_is_thought_through(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    visit = plan.visit
    if not begun(plan):
        return None
    found = list(unsaid("visit", visit, "fallback", "weather", fix=say("agree on it with the plant beforehand")))
    if len(visit.premortem) < FEARS:
        told = say("A pre-mortem of {n} lines is none.", n=len(visit.premortem))
        fix = say("let each of you write a line alone, and read them aloud")
        found.append(Finding("visit", told, fix, field="premortem"))
    if visit.minutes is not None and LONGEST >= visit.minutes > SHIFT:
        told = say("{n} minutes are longer than a shift of eight hours.", n=visit.minutes)
        found.append(Finding("visit", told, say("ask who stays with you when the shift goes home"), field="minutes"))
    return found


@rule(
    "VIS-9",
    severity="warning",
    unit=UNIT,
    section="vis-l-shot",
    text=say("Every idea that is made gets its shots, and no must was left behind"),
    hints=(
        say("Put the chosen ideas beside the shot list. Which one goes home with empty hands?"),
        say("Look for chosen ideas in no shot, and for a must that is missing in the log."),
    ),
)
def ideas_get_their_shots(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    shots = plan.visit.shots
    chosen = [one for one in plan.ideas if one.chosen == "yes" and one.form in ("video", "photo")]
    if not shots or not (chosen or any(one.log.state for one in shots)):
        return None
    served = {id_ for one in shots for id_ in one.ideas}
    return [
        *(
            Finding(one.id, say("No shot is planned for this idea."), say("plan one, or leave the idea out"), one.title)
            for one in chosen
            if one.id not in served
        ),
        *(
            Finding(one.id, say("It was a must, and you came home without it."), fix, one.what, field="log.state")
            for fix in [say("agree on another day, take a shot of the menu, or change the idea")]
            for one in shots
            if one.priority == "must" and one.log.state in ("missing", "reshoot")
        ),
    ]


@rule(
    "VIS-10",
    severity="info",
    unit=UNIT,
    section="vis-l-log",
    text=say("What was heard on the day stands in the register, as oral"),
    hints=(
        say("Which of these sentences do you want to use?"),
        say("Each line of what was heard may become a fact: oral, and unconfirmed until somebody signs for it."),
    ),
)
def heard_becomes_facts(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.visit.heard:
        return None
    told, fix = say("It stands in no register yet."), say("take it over as a fact, or strike it out")
    return [Finding(one.id, told, fix, one.statement, field="fact") for one in plan.visit.heard if not one.fact]


@rule(
    "PRD-17",
    severity="warning",
    unit=UNIT,
    section="vis-l-log",
    text=say("The footage is looked through with the plant before the gate"),
    hints=(
        say("What if the forbidden screen is seen at home, with the deadline tomorrow?"),
        say("Fifteen minutes at the end of the route; afterwards: with whom, on which day, at what hour."),
    ),
)
def footage_is_looked_through(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    visit = plan.visit
    if not visit.shots:
        return None
    if any(one.log.state for one in visit.shots):
        return list(_after(visit))
    if visit.minutes is None or not any(one.minutes is not None for one in visit.stops):
        return None
    if minutes_of(visit).route > visit.minutes:
        return None  # the route itself does not fit: that is said first
    return list(_before(visit))


def _before(visit: Visit) -> Iterator[Finding]:
    day = minutes_of(visit)
    needed = day.whole
    if visit.minutes is not None and visit.minutes < needed:
        told = say("No time is left to look the footage through.")
        fix = say_many(
            "add {n} minute, or leave out a stop", "add {n} minutes, or leave out a stop", needed - visit.minutes
        )
        yield Finding("visit", told, fix, field="minutes", cure=put("minutes", needed) if needed <= LONGEST else None)


def _after(visit: Visit) -> Iterator[Finding]:
    footage = visit.footage
    yield from unsaid(
        "visit", visit, "footage.with_whom", "footage.on", fix=say("look it through with whoever answers for it")
    )
    if footage.on and visit.date and footage.on != visit.date and footage.on != visit.fallback:
        told = say("It was looked through on {day}, and not before the gate.", day=footage.on)
        fix = say("ask the plant what must be deleted, and delete it before you cut")
        yield Finding("visit", told, fix, field="footage.on")


@rule(
    "PRD-13",
    severity="warning",
    unit=UNIT,
    section="vis-l-log",
    text=say("The footage is kept in two places"),
    hints=(
        say("The card of the camera is lost on the bus. What have you got?"),
        say("Two places, one of them not with you: the field stands under the footage."),
    ),
)
def footage_is_kept_twice(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not any(one.log.state == "got" for one in plan.visit.shots):
        return None
    return list(unsaid("visit", plan.visit, "footage.copies", fix=say("copy it tonight, and say where to")))
