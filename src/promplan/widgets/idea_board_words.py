"""The words of the impact/effort board."""

from typing import Any

from promplan.language import Words, say, say_in


def words() -> dict[str, Any]:
    """What the script says, in the language of the page."""
    said: dict[str, Words] = {
        "title": say("Impact and effort"),
        "tray": say("Not placed yet"),
        "all": say("Every idea is on the board."),
        "none": say("There is no idea yet. Add the first one above."),
        "impact": say("Impact"),
        "effort": say("Effort"),
        "more": say_in("axis", "more"),
        "less": say_in("axis", "less"),
        "cell": say("Impact {impact}, effort {effort}"),
        "at": say("Impact {impact}, effort {effort}; ideas there: {n}"),
        "lifted": say("Lifted: {what}. Arrows carry it, Enter puts it down, Escape takes it back."),
        "put": say("Put down: {what}; impact {impact}, effort {effort}"),
        "trayed": say("Back in the tray: {what}"),
        "back": say("Taken back: {what}"),
        "yes": say("we make it"),
        "no": say("not this time"),
        "keys": say(
            "Drag a card, or press Enter on it, carry it with the arrows and press Enter again; Delete puts it back "
            "into the tray. On a touch screen hold it, then drag. A click opens it below."
        ),
    }
    corners: dict[str, Words] = {
        "5-1": say("quick wins"),
        "5-5": say("big bets"),
        "1-1": say("by the way"),
        "1-5": say("better not"),
    }
    signs: dict[str, Words] = {
        "error": say("Stops the export"),
        "warning": say("Look again"),
        "info": say("Advice"),
        "excepted": say("Holds, with a reason"),
    }
    told: dict[str, Any] = {name: str(one) for name, one in said.items()}
    told["corners"] = {name: str(one) for name, one in corners.items()}
    told["signs"] = {name: str(one) for name, one in signs.items()}
    return told
