"""What a reader calls the places of a plan: F3, the team's card."""

from promplan.language import say

PLACES = {
    "meta": say("the plan's own card"),
    "team": say("the team's card"),
    "brief": say("the plant's brief"),
    "enterprise": say("the plant's card"),
    "message": say("the message: umbrella, tone, call"),
    "answers": say("answers, reasons, tries"),
    "team.members": say("the order of the members"),
    "enterprise.facts": say("the order of the facts"),
    "objectives": say("the order of the objectives"),
    "audiences": say("the order of the audiences"),
    "message.pillars": say("the order of the pillars"),
    "message.questions": say("the order of the questions"),
}


def called(address: str) -> str:
    """What a reader calls an address of the plan: `F3`, or the section's name."""
    path, _, id_ = address.partition("/")
    return id_ or str(PLACES.get(path, path))
