"""DIS-6: how many contacts are enough is said, with a reason."""

from collections.abc import Iterable
from datetime import date

from promplan.language import say
from promplan.plan.document import Plan
from promplan.review.budget_begun import CARD, UNIT, begun
from promplan.review.cure import Cure
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import unsaid


@rule(
    "DIS-6",
    severity="warning",
    unit=UNIT,
    section="distribution-l-heavy",
    needed=True,
    text=say("It is said how many contacts are enough, and why"),
    hints=(
        say("How often did you have to see the last thing that you remember?"),
        say("Contacts that are enough, why so many, contacts that are too many: the budget's card."),
    ),
)
def enough_is_said(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not begun(plan):
        return None
    budget = plan.budget
    fix = say("choose a number, and say what it rests on; a convention is a reason too")
    found = list(unsaid(CARD, budget, "enough", "enough_why", fix=fix))
    few, many = budget.enough, budget.most_contacts
    if few is not None and many is not None and few >= many:
        told = say("{few} contacts are enough, and {many} are too many: nothing lies between.", few=few, many=many)
        cure = Cure({"enough": many, "most_contacts": few}, say("Swap the two numbers")) if few > many else None
        found.append(Finding(CARD, told, say("correct one of the two"), field="most_contacts", cure=cure))
    return found
