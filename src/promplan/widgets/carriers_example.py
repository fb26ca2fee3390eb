"""What each kind of carrier might do, be given and have of it: help beside empty fields, never content of a plan."""

from collections.abc import Sequence

from promplan.language import Words, say
from promplan.plan.budget import Who

WHAT, GIVEN, WHY = say("What they do"), say("What we put into their hands"), say("Why they would do it")
EXAMPLES: dict[Who, tuple[Words, Words, Words]] = {
    "workers": (
        say("they show it to their shift, send it to the chat of the shop"),
        say("the film with their own press in it, a link that opens on a phone"),
        say("they are in it, and they read it before it went out"),
    ),
    "families": (
        say("they show it at home, to the child who asks what is made there"),
        say("a poster for the kitchen, a day on which they may come along"),
        say("for once somebody explains what mother does"),
    ),
    "teachers": (
        say("they show it in a class hour, or give it as a task in physics"),
        say("a film of three minutes, two questions, numbers with their source"),
        say("a lesson that needs no preparation, and an example from the town"),
    ),
    "pupils": (
        say("they film their own visit, answer in their own chat"),
        say("a place at the machine, a question that only they can ask"),
        say("it is theirs, and their name stands under it"),
    ),
    "media": (
        say("they print it as news because it is news"),
        say("a press release with one number, a picture with a licence, a telephone that is answered"),
        say("nobody else in the town has it, and it is checked"),
    ),
    "exhibition": (
        say("they give you a corner of the stand, a quarter of an hour on the stage"),
        say("a part that one may touch, a poster with a code, two people who know it"),
        say("visitors stay where something moves"),
    ),
    "press tour": (
        say("each tells it in their own words to their own readers"),
        say("a route through the shop, people who may speak, what may be filmed"),
        say("they see what is otherwise closed"),
    ),
    "partners": (
        say("they put it on their page, hang it up, lend you their hall"),
        say("a text in their voice, a poster with their name on it"),
        say("their own people, too, want to know where one can work"),
    ),
    "town": (
        say("they let it hang at the bus stop, run it on the screen in the hall"),
        say("a sheet in the size that they have, a day until which it hangs"),
        say("they are asked what there is for young people in the town"),
    ),
}


def example(who: Who) -> Sequence[tuple[str, Words, Words]]:
    """Field, its label, and what might stand there."""
    if not who:
        return ()
    what, given, why = EXAMPLES[who]
    return (("what", WHAT, what), ("given", GIVEN, given), ("why", WHY, why))
