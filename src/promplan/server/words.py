"""The shell's words: JavaScript asks for them by their English."""

from promplan.language import say

WORDS = (
    say("Code"),
    say("Show code"),
    say("Hide code"),
    say("exercise"),
    say("solved"),
    say("My media plan"),
    say("The plan's day"),
    say("Continue"),
    say("The units of the course"),
    say("{word}, {n} open"),
    say("Lesson"),
    say("Exercise"),
    say("Open in the whole plan"),
    say("Nothing is open here."),
    say("Nothing to check yet: the plan is still empty."),
    say("and {n} more"),
    say("Saved at {time}"),
    say("The plan cannot be read"),
    say("Nothing is saved yet"),
    say("The answer"),
    say("It opens here when you have answered."),
    say("Show me"),
    say("You said:"),
    say("Opening: {done} of {all}"),
    say(
        "The code here is not as this version of the course has it, so nothing runs by itself: "
        "press Shift+Enter in each cell."
    ),
)


def table(language: str) -> dict[str, str]:
    """Each of the shell's sentences, English to `language`, its places still open."""
    return {one.template: one.into(language) for one in WORDS}
