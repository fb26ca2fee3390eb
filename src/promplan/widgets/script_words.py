"""The words of the script in two columns."""

from typing import Any

from promplan.language import Words, say

LANGUAGES: dict[str, Words] = {"ru": say("Russian"), "en": say("English")}


def words() -> dict[str, Any]:
    """What the script says, in the language of the page."""
    said: dict[str, Words] = {
        "title": say("Script"),
        "none": say("There is no line yet. Add the first one: what is seen, and what is said meanwhile."),
        "no piece": say("There is no piece of content yet. Press “New piece” above."),
        "add": say("Add a line"),
        "language": say("Counted as spoken in"),
        "undo": say("Undo: {what}"),
        "nothing": say("Nothing to undo"),
        "picture": say("Picture"),
        "words": say("Words"),
        "speaker": say("Whose voice"),
        "seconds": say("Seconds"),
        "facts": say("Facts in these words"),
        "link": say("Link a fact …"),
        "unlink": say("Take out: {record}"),
        "gone": say("{id}: is no longer in the plan"),
        "heard": say("Spoken: {text}"),
        "line": say("Line {n}"),
        "copy": say("Copy line"),
        "remove": say("Remove line"),
        "after": say("Add one behind"),
        "handle": say("Move line {n}: press Enter, then the arrows"),
        "lifted": say("Line {n} is in your hand: the arrows carry it, Enter puts it down, Escape takes it back."),
        "at": say("Place {n} of {all}"),
        "put": say("Put down at place {n}"),
        "back": say("Taken back"),
        "bar": say("The words at ease beside the length of the piece"),
    }
    signs: dict[str, Words] = {"error": say("Stops the export"), "warning": say("Look again"), "info": say("Advice")}
    told: dict[str, Any] = {name: str(one) for name, one in said.items()}
    told["signs"] = {name: str(one) for name, one in signs.items()}
    return told
