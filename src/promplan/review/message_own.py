"""MSG, whose words: does the umbrella say something of this plant, and does a text keep to one language?"""

from collections.abc import Iterable
from datetime import date

from promplan.language import say
from promplan.plan.document import Plan
from promplan.review.cure import Cure
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.message import SENTENCE, UNIT, cut
from promplan.review.message_texts import answers, called, house, questions
from promplan.text.lengths import mixed_words, unmixed, words
from promplan.text.listed import quoting
from promplan.text.own import says_something_own, strangers


@rule(
    "MSG-9",
    severity="warning",
    unit=UNIT,
    section="message-l-neighbour",
    text=say("The umbrella says something of this plant: a thing with its number or place, a product, its facts"),
    hints=(
        say("Could the works across the river print the same poster?"),
        say("Umbrella and pillars together: is there a number, a place, a product of this plant?"),
    ),
)
def umbrella_is_this_plants(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    said = plan.message.umbrella
    if len(words(said)) < SENTENCE:  # that it says nothing yet, another rule tells
        return None
    plant = plan.enterprise
    facts = tuple(f"{one.statement}\n{one.clearance.wording}" for one in plant.facts)
    if says_something_own(said, plant.place, plant.products, facts):
        return []
    message = say("Nothing in it is this plant's alone: it would suit any firm.")
    return [Finding("message", message, say("add a fact of the register: its thing and its number"), cut(said))]


@rule(
    "MSG-12",
    severity="warning",
    unit=UNIT,
    text=say("One alphabet a word, one language a text"),
    hints=(
        say("Two letters look alike, and a search will never find the word. Which ones?"),
        say("A, C, E, O, P, X exist in both alphabets: type the named word anew."),
    ),
)
def alphabets_are_not_mixed(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    texts = house(plan) + called(plan) + questions(plan) + answers(plan)
    if not texts:
        return None
    plant = plan.enterprise
    names = {one.casefold() for one in words(f"{plant.name}\n{plant.products}")}
    findings = []
    for where, text in texts:
        if slips := [one for one in mixed_words(text) if not any(sign.isdigit() for sign in one)]:
            message = say("{words}: Latin and Cyrillic letters in one word.", words=quoting(slips))
            field, cure = _typed_anew(plan, where, text)
            fix = say("type it anew on one keyboard layout")
            findings.append(Finding(where, message, fix, cut(text), field=field, cure=cure))
        if stray := strangers(text, names):
            message = say("{words}: another language in this text.", words=quoting(stray))
            findings.append(Finding(where, message, say("say it in the language of the text"), cut(text)))
    return findings


def _typed_anew(plan: Plan, where: str, text: str) -> tuple[str, Cure | None]:
    """The record's field that holds the text, and the text with each word in one alphabet, where that can be told."""
    message = plan.message
    of = next((one for one in (*message.pillars, *message.questions) if one.id == where), message)
    field = next(
        name for name in ("umbrella", "call", "statement", "question", "answer") if getattr(of, name, "") == text
    )
    told = unmixed(text)
    cure = None if mixed_words(told) else Cure({field: told}, say("Mend the letters"))
    return "" if of is message else field, cure  # the card's own form says nothing at its fields
