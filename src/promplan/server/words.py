"""The shell's words: JavaScript asks for them by their English."""

from promplan import assets
from promplan.language import say

WORDS = (
    say("Code"),
    say("Hide code"),
    say("Show code"),
    say("Close"),
    say("Wider than the page: scroll sideways →"),
    say("takes"),
    say("{n} min"),
    say("Open in the whole plan"),
    say("and {n} more"),
    say("Nothing is open here."),
    say("Nothing to check yet: the plan is still empty."),
    say("Glossary"),
    say("Words that fit"),
    say("Words: {n}"),
    say("No such word. Try its beginning, or the other language."),
    say("Find a word"),
    say("Hand in"),
    say("Write the zip"),
    say("Download {name}"),
    say("Write it again"),
    say("Unit of the course"),
    say("Stops"),
    say("Look again"),
    say("Reasons given"),
    say("My media plan"),
    say("Language"),
    say("Continue"),
    say("Saved at {time}"),
    say("The plan cannot be read"),
    say("Nothing is saved yet"),
    say("Merge"),
    say("{word}, {n} open"),
    say("The units of the course"),
    say("Lesson"),
    say("Exercise"),
    say("You are here"),
    say("Join a teammate's copy"),
    say("Copies in your course folder"),
    say("No copy lies in your course folder."),
    say("Show what would come"),
    say(
        "A teammate's media-plan.json, or the zip that Hand in writes. "
        "Nothing changes before you press Join, and a backup is kept."
    ),
    say("Or a file from this computer"),
    say("An older copy of both"),
    say("An older copy of both, if you have one: then removals follow, and less is asked."),
    say("Older copy"),
    say("Choose a copy first."),
    say("Join"),
    say("Choose another copy"),
    say("Field"),
    say("Mine"),
    say("Theirs"),
    say("mine"),
    say("theirs"),
    say("exercise"),
    say("solved"),
    say("Map and findings"),
    say("an older one"),
    say(
        "This page is of promplan {page}, the course of {course}. Load "
        "the page again; if that does not help, install promplan again."
    ),
    say("You said:"),
    say("The answer"),
    say("Show me"),
    say("It opens here when you have answered."),
    say("Opening: {done} of {all}"),
    say(
        "The code here is not as this version of the course "
        "has it, so nothing runs by itself: press Shift+Enter in each cell."
    ),
    say("JupyterLab does not answer any more. What you see is how it was: start it again with promplan lab."),
    say(
        "The course's part of the server is not there. "
        "Stop JupyterLab, install promplan again, start it with promplan lab."
    ),
)


def table(language: str) -> dict[str, str]:
    """Each of the shell's sentences, English to `language`, its places still open; and each unit's name on a tab."""
    return {one.template: one.into(language) for one in WORDS} | {
        one["id"]: f"{int(one['id'][:2])} · {one['short'][language]}" for one in assets.plan_of_the_course()["unit"]
    }
