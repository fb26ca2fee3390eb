"""What goes into a press release at one press: a quotation with its name, a fact in its cleared words, the contact.

They are paragraphs to finish: whatever only the team knows stands as a gap, “[…]”, and a gap is no quotation.
"""

from datetime import date

from promplan import language
from promplan.language import Words, chosen, say
from promplan.measure.said import numbers
from promplan.plan import letters
from promplan.plan.consents import Person
from promplan.plan.document import Plan
from promplan.plan.enterprise import Fact
from promplan.plan.items import Item
from promplan.review.message import cut, may_be_said
from promplan.text.lengths import script
from promplan.text.release_signs import MAIL

MEDIA = "earned"  # a release goes to those who write about it


def tongue(plan: Plan, item: Item) -> str:
    """The language of the release: that of its letters, else the plan's."""
    found = script(f"{item.headline} {item.text}")
    return found if found in language.LANGUAGES else plan.meta.language


def day_of(plan: Plan, item: Item) -> date | None:
    """The day on which consents and clearances must hold."""
    return item.dates.publish or letters.today(plan)


def why_unnamed(one: Person, on: date | None) -> Words | None:
    """Why this person may not be named; None if both papers that a name needs hold on that day, for the press."""
    for paper, told in ((one.data, say("consent to data")), (one.dissemination, say("consent to dissemination"))):
        if paper.withdrawn:
            return say("{paper}: taken back", paper=told)
        if paper.state != "given":
            return say("{paper}: not signed", paper=told)
        if on and paper.until and paper.until < on:
            return say("{paper}: ended on {day}", paper=told, day=paper.until)
        if paper.channels and MEDIA not in paper.channels:
            return say("{paper}: not for the press", paper=told)
        if paper.covers and "name" not in paper.covers:
            return say("{paper}: does not cover the name", paper=told)
    if not one.name.strip():
        return say("no name is written down")
    return None


def quotation(plan: Plan, item: Item, one: Person) -> str:
    """A quotation to fill in: by name and post where both papers hold, else by the post alone."""
    role = one.role.strip() or one.id
    with language.inside(tongue(plan, item)):
        if why_unnamed(one, day_of(plan, item)) is None:
            return str(chosen(say("“[…]”, says {name}, {role}.", name=one.name.strip(), role=role)))
        return str(chosen(say("“[…]”, says the {role} of the plant.", role=role)))


def contact(plan: Plan, item: Item) -> str:
    """Whom an editor rings: the plant's contact of the brief."""
    who = plan.brief.contact.strip()
    with language.inside(tongue(plan, item)):
        if MAIL.search(who):  # the brief has the address: no gap for a second one
            return str(chosen(say("Contact: {who}", who=who)))
        return str(chosen(say("Contact: {who}, […]@[…]", who=who or "[…]")))


def about(plan: Plan, item: Item) -> str:
    """The paragraph at the end that tells what the plant is."""
    one = plan.enterprise
    with language.inside(tongue(plan, item)):
        products = " ".join(one.products.split()) or "[…]"
        told = say(
            "About the plant\n{name}, {place}: {products}.",
            name=one.name.strip() or "[…]",
            place=one.place.strip() or "[…]",
            products=products.rstrip("."),
        )
        return str(chosen(told))


def wording(fact: Fact) -> str:
    """A fact as it may be said."""
    return (fact.clearance.wording.strip() or fact.statement.strip()).rstrip(".") + "."


def where(plan: Plan, item: Item, fact: Fact) -> tuple[str, Words]:
    """Does the fact stand in the text, and may it? A sign and words."""
    text = f"{item.headline}\n{item.text}"
    there = wording(fact).rstrip(".").casefold() in text.casefold()
    if not there and fact.value is not None:
        there = any(it.value == fact.value for it in numbers(text))
    if not may_be_said(fact, day_of(plan, item)):
        if there:
            return "✘", say("stands in the text and is not cleared for that day")
        return "✘", say("is not cleared for that day: ask at the desk")
    return ("✔", say("stands in the text")) if there else ("·", say("not in the text yet"))


def told(fact: Fact) -> str:
    """A fact in a list."""
    return f"{fact.id} · {cut(wording(fact))}"
