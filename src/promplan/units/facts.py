"""Unit 1, From plant to facts: the brief, the register, and the hints of their rules."""

from promplan.language import say
from promplan.plan.brief import Brief
from promplan.plan.document import Plan
from promplan.widgets.exercise import Loop


def _emptied(plan: Plan) -> Plan:
    new = plan.model_copy(deep=True)
    new.brief = Brief()
    new.enterprise.facts = []
    return new


LOOP = Loop(
    unit="01-facts",
    emptied=_emptied,
    hints={
        "PLAN-1": (
            say("Something points at a fact or a member that is gone."),
            say("Look at Computed from: an id there is not in the list."),
        ),
        "PLAN-2": (say("Two entries answer to one id."), say("Copy one of them and remove the old line.")),
        "BRIEF-1": (
            say("Whom would you ring tomorrow at nine?"),
            say("The first two fields of the brief: who asks, and one contact."),
        ),
        "BRIEF-2": (
            say("What should be different at the plant when your work is done?"),
            say("Careers, cooperation, investment or image: the brief names one."),
        ),
        "BRIEF-3": (
            say("You have sent a draft and hear nothing. What does that mean?"),
            say("Two fields: the answer days, and what silence means."),
        ),
        "BRIEF-4": (
            say("What may you never show, whose is the film, who pays for the bus?"),
            say("Must not, rights, budget. Nothing and zero are answers; an empty field is none."),
        ),
        "FACT-0": (
            say("Would five sentences carry a first post?"),
            say("Read your notes again: numbers, people, places, dates. Press Add for each."),
        ),
        "FACT-2": (
            say("What would you show an engineer who doubts it?"),
            say("Three fields belong together: source, kind of source, as of."),
        ),
        "FACT-2D": (
            say("Can this day have been?"),
            say("Compare As of with the plan's today, and with Valid until."),
        ),
        "FACT-3": (
            say("How old will this number be on the last day of the campaign?"),
            say("Look at As of, and count the months to the campaign's end."),
        ),
        "FACT-4": (
            say("Read the number aloud. Of what?"),
            say("The field Unit stands under the value; people and shifts are units too."),
        ),
        "FACT-5": (
            say("Per cent of what: of the old value, or of everything?"),
            say("From 7 to 4 % it is lower by three percentage points, and by 43 %."),
        ),
        "FACT-6": (
            say("Who at the plant said yes, and to which sentence?"),
            say("A clearance has four parts: wording, channels, until when, by whom."),
        ),
        "FACT-6N": (
            say("Whom will you ring about this sentence tomorrow?"),
            say("Look for clearances that are open or asked. A no is an answer too: then it is refused."),
        ),
        "FACT-6U": (
            say("May you still say it in the campaign's last week?"),
            say("Compare Cleared until with the campaign's end."),
        ),
        "FACT-7": (
            say("Put your hand on it, in your mind: how hot, how thick, how heavy?"),
            say("Compare value, unit and kind of number. A letter in the unit can be a thousand."),
        ),
        "FACT-8": (
            say("Can both be true at once?"),
            say("Two facts measure one thing. Are they of one day, one shop, one model?"),
        ),
        "FACT-9": (
            say("If the foreman is on leave, who still knows it?"),
            say("Look for facts whose kind of source is oral and whose Checked by is empty."),
        ),
        "FACT-10": (
            say("Who would be startled to read this in the paper?"),
            say("Look for a name, a telephone, a customer, an order, a door code."),
        ),
        "FACT-11": (
            say("Could the works next door say the same of itself?"),
            say("Look for best, leading, unique, always, never: a fact does not need them."),
        ),
    },
)
