"""CAL-17: a piece is looked at again before something in it ends."""

from collections.abc import Iterable
from datetime import date

from promplan.days.again import ends
from promplan.language import say
from promplan.plan.document import Plan
from promplan.review.calendar_begun import UNIT, begun
from promplan.review.cure import Cure
from promplan.review.engine import rule
from promplan.review.finding import Finding


@rule(
    "CAL-17",
    severity="warning",
    unit=UNIT,
    section="calendar-l-depth-sheet-notes",
    text=say("A piece is looked at again before a fact, licence or consent in it expires"),
    hints=(
        say("Somebody finds your post in a year. Is it still true, and may that face still be there?"),
        say("Look at it again on: by the first day on which something in the piece expires."),
    ),
)
def pieces_are_looked_at_again(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    dated = [(one, one.dates.publish) for one in plan.items if one.dates.publish]
    if not dated or not begun(plan):
        return None
    found, ending = [], ends(plan)
    for one, publish in dated:
        again, first = one.placing.look_again, next(iter(ending.get(one.id, ())), None)
        if first is not None and (again is None or again > first.day):
            told = say("Until {day} only: {why}. The piece stays where it is.", day=first.day, why=first.why)
            fix = say("look at it again on that day at the latest")
            whole = {**one.placing.model_dump(), "look_again": first.day}
            cure = Cure({"placing": whole}, say("Put {value}", value=first.day))
            found.append(Finding(one.id, told, fix, one.title, field="placing.look_again", cure=cure))
        elif again is not None and publish and again < publish:
            told = say("It is looked at again on {again}, and comes out on {day}.", again=again, day=publish)
            fix = say("choose a day after it came out")
            found.append(Finding(one.id, told, fix, one.title, field="placing.look_again"))
        elif again is not None and on is not None and again < on:
            told = say("It was to be looked at again on {day}.", day=again)
            fix = say("look at it, and put the next day")
            found.append(Finding(one.id, told, fix, one.title, field="placing.look_again"))
    return found
