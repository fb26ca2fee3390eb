"""Unit 3, Message: the house on its proofs, the hard questions, and the hints of their rules."""

from promplan.language import say
from promplan.plan.document import Plan
from promplan.plan.message import Message
from promplan.widgets.exercise import Loop


def _emptied(plan: Plan) -> Plan:
    new = plan.model_copy(deep=True)
    new.message = Message()
    return new


LOOP = Loop(
    unit="03-message",
    emptied=_emptied,
    hints={
        "FACT-6M": (
            say("Who at the plant said that this may be told?"),
            say("Look the proof up in the register: state of the clearance, and until when."),
        ),
        "MSG-1": (
            say("What will a listener still know tomorrow: one thing, three, seven?"),
            say("Count the pillars. Press Add for the first, Remove for the fourth."),
        ),
        "MSG-2": (
            say("Take the fact away: does the pillar still stand?"),
            say("The field Proofs takes the ids of facts: F1, F2."),
        ),
        "MSG-3": (
            say("Can you say it on the stairs, in one breath?"),
            say("One sentence: who does what, for whom. Count its words; the text checker does it too."),
        ),
        "MSG-4": (
            say("Best of how many, by whose measure?"),
            say("The number behind the boast stands in the register, or the boast stands on nothing."),
        ),
        "MSG-6": (
            say("Would your grandmother know the word?"),
            say("The text checker underlines it with dots. Say what the thing does."),
        ),
        "MSG-7": (
            say("Read it aloud. Where do you run out of breath?"),
            say("Look for the longest sentence, and in it for the longest words."),
        ),
        "MSG-8": (
            say("Cross out the words the sentence can do without. What is left?"),
            say("The text checker strikes through what does no work."),
        ),
        "MSG-9": (
            say("Could the works across the river print the same poster?"),
            say("Umbrella and pillars together: is there a number, a place, a product of this plant?"),
        ),
        "MSG-10": (
            say("What would a mother ask who is afraid for her child?"),
            say("Ten lines under Hard questions, each with two sentences of answer."),
        ),
        "MSG-11": (
            say("Whose word is it, if a journalist quotes it?"),
            say("An answer marked cleared needs a role in the field Who clears it."),
        ),
        "MSG-12": (
            say("Two letters look alike, and a search will never find the word. Which ones?"),
            say("A, C, E, O, P, X exist in both alphabets: type the named word anew."),
        ),
        "MSG-13": (
            say("Somebody is convinced. What do they do at seven this evening?"),
            say("The field Call to action: one step, and where it begins."),
        ),
        "MSG-14": (
            say("Which words did you yourselves want to leave out?"),
            say("Compare with the field Words to avoid: it is found in any form."),
        ),
    },
)
