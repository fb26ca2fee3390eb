"""MSG, wording: superlatives, jargon, readability, officialese, the neighbour test, mixed alphabets."""

import re
from collections.abc import Iterable
from datetime import date

from promplan.language import say
from promplan.plan.document import Plan
from promplan.plan.enterprise import Fact
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.message import UNIT, cut, may_be_said
from promplan.text.forms import forms, found
from promplan.text.lengths import ADDRESS, mixed_words, script, two_alphabets, words
from promplan.text.listed import limit, rows
from promplan.text.marks import Mark, idle_share, marks
from promplan.text.readability import flesch
from promplan.text.substance import blank

OWN = 4  # letters from which a shared word is a sign of the plant
NAMED = 6  # words that a finding names

# behind a word of the shop: what it is
EXPLAINED = re.compile(r"[»”\"']?\s*(?:\(|[—–]|- |, (?:that is|i\. ?e\.|or|то есть|т\. ?е\.|или|это)\b)")


def _house(plan: Plan) -> list[tuple[str, str]]:
    """Umbrella and pillars, each with the object that it belongs to, as far as they are written."""
    message = plan.message
    return _written([("message", message.umbrella), *((one.id, one.statement) for one in message.pillars)])


def _called(plan: Plan) -> list[tuple[str, str]]:
    return _written([("message", plan.message.call)])


def _answers(plan: Plan) -> list[tuple[str, str]]:
    return _written([(one.id, one.answer) for one in plan.message.questions])


def _written(texts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(where, text) for where, text in texts if not blank(text)]


def _listed(named: Iterable[str]) -> dict[str, str]:
    """Words in quotation marks, as either language sets them; each once, as it stands first."""
    once = list({one.casefold(): one for one in reversed(list(named))}.values())[::-1]
    more = " …" if len(once) > NAMED else ""
    once = [cut(one) for one in once[:NAMED]]
    return {
        "en": ", ".join(f'"{one}"' for one in once) + more,
        "ru": ", ".join(f"«{one}»" for one in once) + more,
    }


@rule(
    "MSG-4",
    severity="warning",
    unit=UNIT,
    text=say("No superlative of our list stands without its proof"),
    hints=(
        say("Best of how many, by whose measure?"),
        say("The number behind the boast stands in the register, or the boast stands on nothing."),
    ),
)
def superlatives_are_proved(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    texts = _house(plan) + _called(plan) + _answers(plan)
    if not texts:
        return None
    facts = {one.id: one for one in plan.enterprise.facts}
    cleared = {id_: _quotable(facts.get(id_), on) for one in plan.message.pillars for id_ in one.proofs}
    own = {one.id: [cleared[id_] for id_ in one.proofs] for one in plan.message.pillars}
    findings = []
    for where, text in texts:
        proofs = own.get(where, list(cleared.values()))  # a pillar on its own proofs, the rest on those of the house
        bare = [one.word for one in marks(text) if one.kind == "superlative" and not _quoted(one, proofs)]
        if bare:
            message = say("{words}: a superlative needs a proof.", words=_listed(bare))
            findings.append(Finding(where, message, say("name the number, or drop the word"), cut(text)))
    return findings


def _quotable(fact: Fact | None, on: date | None) -> list[frozenset[str]]:
    """The words that the plant has let out for a fact, in all their forms."""
    return [forms(one) for one in words(fact.clearance.wording)] if fact and may_be_said(fact, on) else []


def _quoted(mark: Mark, proofs: list[list[frozenset[str]]]) -> bool:
    """Does the whole superlative stand in one cleared wording?"""
    asked = [forms(one) for one in words(mark.word)]
    return any(all(any(one & other for other in wording) for one in asked) for wording in proofs)


@rule(
    "MSG-6",
    severity="warning",
    unit=UNIT,
    text=say("Words of our list of shop words are explained"),
    hints=(
        say("Would your grandmother know the word?"),
        say("The text checker underlines it with dots. Say what the thing does."),
    ),
)
def jargon_is_explained(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    texts = _house(plan) + _called(plan)
    if not texts:
        return None
    findings = []
    for where, text in texts:
        bare = [text[start:end] for start, end in found(text, rows("jargon")) if not EXPLAINED.match(text, end)]
        if bare:
            message = say("{words}: nobody outside the shop knows what that is.", words=_listed(bare))
            fix = say("say what it does, or explain it in brackets right behind")
            findings.append(Finding(where, message, fix, cut(text)))
    return findings


@rule(
    "MSG-7",
    severity="info",
    unit=UNIT,
    text=say("Umbrella, pillars and answers read easily, by the formula"),
    hints=(
        say("Read it aloud. Where do you run out of breath?"),
        say("Look for the longest sentence, and in it for the longest words."),
    ),
)
def texts_read_easily(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    findings, asked = [], False
    for where, text in _house(plan) + _answers(plan):
        ease = flesch(text)
        if ease is None or ease.words < limit("readable_from"):
            continue
        asked = True
        if ease.score < limit("readable", ease.language):
            message = say("Reading ease {score} of 100: {means}.", score=round(ease.score), means=ease.means)
            findings.append(Finding(where, message, say("make two sentences of the longest one"), cut(text)))
    return findings if asked else None


@rule(
    "MSG-8",
    severity="warning",
    unit=UNIT,
    text=say("Not too many words of umbrella and pillars are on our list of words that do no work"),
    hints=(
        say("Cross out the words the sentence can do without. What is left?"),
        say("The text checker strikes through what does no work."),
    ),
)
def words_do_work(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    texts = _house(plan)
    if not texts:
        return None
    findings = []
    for where, text in texts:
        idle, of = idle_share(text)
        if of and idle / of > limit("idle_share"):
            message = say(
                "{n} of {all} words do no work. Try to say it about the bakery next door: if it still fits, "
                "it says nothing about this plant.",
                n=idle,
                all=of,
            )
            fix = say("drop {words}, and say what is left with a person or a number", words=_listed(_lazy(text)))
            findings.append(Finding(where, message, fix, cut(text)))
    return findings


def _lazy(text: str) -> list[str]:
    return [one.word for one in marks(text)]


@rule(
    "MSG-9",
    severity="warning",
    unit=UNIT,
    text=say("The umbrella holds something of this plant: a number, its place, a product, a word of its facts"),
    hints=(
        say("Could the works across the river print the same poster?"),
        say("Umbrella and pillars together: is there a number, a place, a product of this plant?"),
    ),
)
def umbrella_is_this_plants(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    said = plan.message.umbrella
    if not words(said):
        return None
    if re.search(r"\d", said) or _forms(said, OWN) & _signs(plan):
        return []
    message = say("Nothing in it is this plant's alone: it would suit any firm.")
    return [Finding("message", message, say("add a fact: a number, the place, a product"), cut(said))]


def _signs(plan: Plan) -> set[str]:
    """What only this plant has: words of its place and products, and of the facts that prove its message.

    Its name is none of them: any firm can put its own in that place.
    """
    plant = plan.enterprise
    proofs = {id_ for one in plan.message.pillars for id_ in one.proofs}
    told = [f"{one.statement}\n{one.clearance.wording}" for one in plant.facts if one.id in proofs]
    return _forms("\n".join([plant.place, plant.products, *told]), OWN)


def _forms(text: str, least: int) -> set[str]:
    """All forms of the text's words that have enough letters and are neither common nor without work."""
    common = set[str]().union(*map(forms, rows("common")))
    idle = {one for mark in marks(text) for one in words(mark.word)}
    kept = [forms(one) for one in words(text) if len(one) >= least and one not in idle]
    return {form for one in kept if not one & common for form in one if len(form) >= least}


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
    asked = _written([(one.id, one.question) for one in plan.message.questions])
    texts = _house(plan) + _called(plan) + asked + _answers(plan)
    if not texts:
        return None
    plant = plan.enterprise
    names = {one.casefold() for one in words(f"{plant.name}\n{plant.products}")}
    findings = []
    for where, text in (one for one in texts if two_alphabets(one[1])):
        if slips := [one for one in mixed_words(text) if not _excused(one)]:
            message = say("{words}: Latin and Cyrillic letters in one word.", words=_listed(slips))
            findings.append(Finding(where, message, say("type it anew on one keyboard layout"), cut(text)))
        own = (one for one in words(ADDRESS.sub(" ", text)) if not _excused(one) and one.casefold() not in names)
        if script(" ".join(own)) == "mixed":
            message, fix = say("Two languages are mixed in this text."), say("say it in one language")
            findings.append(Finding(where, message, fix, cut(text)))
    return findings


def _excused(word: str) -> bool:
    """A model with its number («МКС-26A») or a sign of three letters («QR») belongs to no language."""
    return any(sign.isdigit() for sign in word) or sum(sign.isalpha() for sign in word) <= 3


@rule(
    "MSG-14",
    severity="warning",
    unit=UNIT,
    text=say("The team's own words to avoid are avoided"),
    hints=(
        say("Which words did you yourselves want to leave out?"),
        say("Compare with the field Words to avoid: it is found in any form."),
    ),
)
def avoided_words_are_avoided(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    terms = [one.strip(" -–—•·*«»\"'.;") for one in plan.message.avoid.splitlines()]
    terms = [one for one in terms if words(one)]
    texts = _house(plan) + _called(plan) + _answers(plan)
    if not terms or not texts:
        return None
    findings = []
    for where, text in texts:
        if hits := [text[start:end] for start, end in found(text, terms)]:
            message = say("{words}: on the team's own list of words to avoid.", words=_listed(hits))
            findings.append(Finding(where, message, say("say it in another word, or take it off the list"), cut(text)))
    return findings
