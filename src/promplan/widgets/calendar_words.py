"""The words of the calendar board."""

from typing import Any

from promplan.language import Words, current, say, say_in


def words() -> dict[str, Any]:
    """What the script says, in the language of the page."""
    said: dict[str, Words] = {
        "title": say("Editorial calendar"),
        "none": say("There is no piece of content yet: add one among the pieces of content."),
        "add": say("New piece"),
        "views": say("View"),
        "view_weeks": say_in("view of the calendar", "Weeks"),
        "view_days": say_in("view of the calendar", "Days"),
        "view_month": say_in("view of the calendar", "Month"),
        "view_list": say_in("view of the calendar", "List"),
        "view_gantt": say_in("view of the calendar", "Gantt"),
        "earlier": say_in("days in sight", "Earlier"),
        "later": say_in("days in sight", "Later"),
        "from_to": say("{start} – {end}"),
        "along": say("Work days move too"),
        "tray": say("No day yet"),
        "in_tray": say("no day yet"),
        "waiting": say_in("tray", "Waiting: {n}"),
        "all_dated": say("Every piece has its day."),
        "more": say("and {n} more"),
        "away": say("Pieces on days not shown here: {n}"),
        "week_of": say("week of"),
        "in_week": say("week of {day}"),
        "today": say_in("calendar", "today"),
        "no_channel": say("No channel yet"),
        "cell": say("{channel}, {when}"),
        "piece": say("Piece of content"),
        "hours": say("Hours"),
        "too_much": say("more than we have"),
        "pinned": say("Stays where it is"),
        "lifted": say("Lifted: {what}. Arrows carry it, Enter puts it down, Escape takes it back."),
        "put": say("Put down: {what}; {where}"),
        "trayed": say("Back in the tray: {what}"),
        "back": say("Taken back: {what}"),
        "undo": say("Undo: {what}"),
        "nothing": say("Nothing to undo"),
        "pin": say("Pin it here"),
        "unpin": say("Unpin"),
        "to_tray": say("Clear its day"),
        "every": say("Every how many weeks"),
        "times": say("so many times more"),
        "repeat": say_in("piece of content", "Repeat"),
        "copy_week": say("Copy a week"),
        "copy_from": say("Copy what comes out in the"),
        "copy_to": say("into the"),
        "copy": say_in("week", "Copy"),
        "load": say("Who carries how much, pillars, silent channels"),
        "people": say("Hours a week by owner"),
        "who": say("Owner"),
        "no_hours": say("No piece has both a day and its hours yet."),
        "pillars": say("Pillars"),
        "gaps": say("Silent channels"),
        "open": say("The open piece"),
        "gantt_key": say(
            "The bar is the work, from its first day to the day on which the piece comes out: a thin mark is the "
            "brief, a circle the shoot, a diamond the draft, a square the review. A thin line leads to what comes "
            "out after."
        ),
        "keys": say(
            "Drag a card, or press Enter on it, carry it with the arrows and press Enter again; with Shift the step is "
            "another one. Delete takes its day away, a click or Space opens it below. On a touch screen hold it, then "
            "drag."
        ),
    }
    signs: dict[str, Words] = {
        "error": say("Stops the export"),
        "warning": say("Look again"),
        "info": say("Advice"),
        "excepted": say("Holds, with a reason"),
    }
    told: dict[str, Any] = {name: str(one) for name, one in said.items()}
    return {**told, "signs": {name: str(one) for name, one in signs.items()}, "language": current()}
