"""Unit 0, Start here: the team, its plant, and the hints of its rules."""

from promplan.language import say
from promplan.plan.document import Plan
from promplan.plan.team import Team
from promplan.widgets.exercise import Loop


def _emptied(plan: Plan) -> Plan:
    new = plan.model_copy(deep=True)
    new.team = Team()
    return new


LOOP = Loop(
    unit="00-start",
    emptied=_emptied,
    hints={
        "PLAN-3": (
            say("Does the campaign have at least one day?"),
            say("Compare its first and its last day under the plant picker."),
        ),
        "TEAM-1": (
            say("Count heads: who carries which of the five roles?"),
            say("Press Add beside the list of members, once for each of you."),
        ),
        "TEAM-2": (
            say("Would a stranger know from the list who does what?"),
            say("Look for a line that says (no name) or not chosen."),
        ),
        "TEAM-3": (
            say("Who stops the shoot when somebody steps over the yellow line?"),
            say("Three roles may not stay empty: producer, editor, facts and safety."),
        ),
        "TEAM-4": (say("Who is who in your list?"), say("Read the names from the top: one comes twice.")),
        "TEAM-5": (
            say("Has everybody been asked about the talent pool?"),
            say("Each member's form ends with that question."),
        ),
        "TEAM-6": (
            say("For which plant, and for which weeks, is this plan?"),
            say(
                "The plant picker asks for the plant. For a real one give three days yourselves: the campaign's first "
                "and last, and the day you count from, which is today."
            ),
        ),
    },
)
