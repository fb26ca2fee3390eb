"""CAL, a piece in the calendar: its day, time, hours and state, what it comes out after, and days that have passed."""

from collections.abc import Iterable
from datetime import date

from promplan.days.placed import earlier, undated
from promplan.language import say, say_many
from promplan.plan.document import Plan
from promplan.review.calendar_begun import UNIT, begun
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import unsaid


@rule(
    "CAL-1",
    severity="warning",
    unit=UNIT,
    section="calendar-l-back",
    needed=True,
    text=say("Each piece has its day, its time, its hours and its state"),
    hints=(
        say("Could somebody who was ill for a week carry on from your calendar alone?"),
        say("Day and time of publishing, hours it takes us, how far it is; what has no day lies in the tray."),
    ),
)
def pieces_are_placed(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.items or not begun(plan):
        return None
    fix = say("agree on it in the team, and write it down")
    fields = ("dates.at", "placing.hours", "placing.state")
    dated = [one for one in plan.items if one.dates.publish and not earlier(plan, one)]
    found = [it for one in dated for it in unsaid(one.id, one, *fields, fix=fix)]
    tray = undated(plan)
    if tray:
        told = say_many(
            "{n} piece has no day: {ids}.", "{n} pieces have no day: {ids}.", len(tray), ids=", ".join(tray)
        )
        found.append(Finding("calendar", told, say("give it a day, or say why it waits in the tray")))
    return found


@rule(
    "CAL-16",
    severity="error",
    unit=UNIT,
    section="calendar-l-back",
    text=say("A piece comes out after those that it continues, and none waits for itself"),
    hints=(
        say("Does the second part come out before the first?"),
        say("Comes out after: compare the days of the pieces named there with its own."),
    ),
)
def order_is_kept(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    after = {one.id: one.placing.after for one in plan.items if one.placing.after}
    if not after:
        return None
    items = {one.id: one for one in plan.items}
    found = []
    for id_, before in after.items():
        one = items[id_]
        if _waits_for_itself(id_, after):
            told, fix = say("It waits for itself."), say("take one of the links out")
            found.append(Finding(id_, told, fix, one.title, field="placing.after"))
            continue
        day, at = one.dates.publish, one.dates.at
        for other in (items[it] for it in before if it in items):
            first, then = other.dates.publish, other.dates.at
            late = first and day and (first > day or (first == day and at and then and then >= at))
            if late or (day and first is None):
                told = say("It comes out after {id}, and {id} comes out later.", id=other.id)
                if first is None:
                    told = say("It comes out after {id}, and {id} has no day.", id=other.id)
                fix = say("move one of the two, or take the link out")
                found.append(Finding(id_, told, fix, one.title, field="dates.publish"))
    return found


def _waits_for_itself(id_: str, after: dict[str, list[str]]) -> bool:
    seen: set[str] = set()
    asked = list(after[id_])
    while asked:
        here = asked.pop()
        if here == id_:
            return True
        if here not in seen:
            seen.add(here)
            asked += after.get(here, [])
    return False


@rule(
    "CAL-20",
    severity="warning",
    unit=UNIT,
    section="calendar-l-back",
    text=say("No day has passed without a word: what was due is published, held back or moved"),
    hints=(
        say("Today is a day of your campaign. What should be out by now, and is it?"),
        say("How far it is, and the day of publishing: compare them with today."),
    ),
)
def no_day_has_passed(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    dated = [one for one in plan.items if one.dates.publish]
    if not dated or on is None or not begun(plan):
        return None
    found = []
    for one in dated:
        day, state = one.dates.publish, one.placing.state
        if day and day < on and state in ("", "planned", "ready"):
            told = say("It was to come out on {day}, and nobody says whether it did.", day=day)
            fix = say("say that it is published, or give it a new day")
            found.append(Finding(one.id, told, fix, one.title, field="placing.state"))
        elif day and day > on and state == "out":
            told = say("The card says it is out, but its day is still to come: {day}.", day=day)
            found.append(
                Finding(one.id, told, say("put the day on which it came out"), one.title, field="dates.publish")
            )
    return found
