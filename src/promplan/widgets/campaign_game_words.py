"""The words of the campaign game."""

from typing import Any

from promplan.language import Words, current, say, say_in
from promplan.plan.measurement import MOVES

COLUMNS: dict[str, Words] = {
    "contacts": say_in("game", "Contacts"),
    "new": say_in("game", "Met for the first time"),
    "clicks": say_in("game", "Clicks"),
    "registrations": say_in("game", "Registrations"),
    "visits": say_in("game", "Visits"),
    "applications": say_in("game", "Applications"),
}
SIMULATION = say("A simulation: no real people, no forecast")


def words() -> dict[str, Any]:
    """What the script says, in the language of the page."""
    said: dict[str, Words] = {
        "title": say("Campaign game"),
        "simulation": SIMULATION,
        "lead": say(
            "Your plan runs week by week on simulated people. After each week you see what counters and a panel show, "
            "and decide what changes. What has been played stays as it was."
        ),
        "play": say("Play a week"),
        "wait": say("Answer first what has happened, then play on."),
        "happened": say("Something has happened"),
        "answers": say("Three answers"),
        "answer": say("Give this answer"),
        "why": say("Why?"),
        "why_help": say("one sentence; you will read it again at the end"),
        "officer": say("What a press officer would do"),
        "comes": say("What comes of it"),
        "week": say("This week"),
        "so_far": say("Since the campaign began"),
        "log": say("The bars are on a logarithmic scale: each mark is ten times the one before."),
        "counted": say(
            "Counters miss some. In brackets: the 95 % interval. In per cent, under the clicks: clicks as a share of "
            "contacts."
        ),
        "where": say("Channel and piece"),
        "rate": say("Clicks of contacts, with their interval"),
        "pieces": say("Show the pieces"),
        "money": say("Money that is left"),
        "decide": say("What do you decide?"),
        "decision": say("Decision"),
        "from": say("From channel"),
        "to": say("To channel"),
        "sum": say("How much"),
        "piece": say("Piece still to come out"),
        "days": say("By how many days"),
        "do": say("Decide"),
        "history": say("What you decided"),
        "back": say("Take back: {what}", what="{what}"),
        "none_yet": say("Nothing yet."),
        "end": say("In hindsight"),
        "option": say("Other decisions, the same people"),
        "reach": say("People reached, on average"),
        "expected": say("Applications, on average"),
        "came": say("Applications, this time"),
        "keep": say("Keep the results"),
        "keep_help": say(
            "One result for each piece goes into the plan, marked as simulated. Kept again, they are replaced."
        ),
        "anew": say("Start anew"),
        "sure": say("Really start anew? The same plan from its first day, with other luck; what you decided is lost."),
        "yes": say("Yes, start anew"),
        "no": say("No, go on"),
        "assumed": say("What this game assumes"),
        "left_out": say("Left out of the game"),
    }
    texts: dict[str, Any] = {name: str(one) for name, one in said.items()}
    kinds = ("money", "earlier", "later", "drop", "nothing")
    return {
        **texts,
        "columns": [[name, str(one)] for name, one in COLUMNS.items()],
        "kinds": [[name, str(MOVES[name])] for name in kinds],
        "language": current(),
    }
