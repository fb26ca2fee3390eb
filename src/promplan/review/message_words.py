"""MSG, wording: boasts, shop words, reading ease, words that do no work, the team's own words to avoid."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from promplan import assets, toml
from promplan.language import say, say_many
from promplan.plan.document import Plan
from promplan.plan.enterprise import Fact
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.message import UNIT, cut, may_be_said
from promplan.review.message_texts import answers, called, house
from promplan.text.boasts import boasts
from promplan.text.forms import forms, found
from promplan.text.jargon import jargon
from promplan.text.lengths import words
from promplan.text.listed import limit, quoting
from promplan.text.patterns import Hit, hits
from promplan.text.readability import Readability, flesch, formula

BESIDE = 2  # idle words beside which a boast is one of them
WHOLE = ("value", "evasive")  # kinds of empty phrases that praise stands in
SHORTEST = 6  # words of a sentence on average: shorter is chopped, not easy


@rule(
    "MSG-4",
    severity="warning",
    unit=UNIT,
    section="message-l-banner-say",
    text=say("No boast that we know stands without its proof: superlative, absolute, slogan"),
    hints=(
        say("Best of how many, by whose measure?"),
        say("Either the number behind the boast is in the register, or the boast stands on nothing."),
    ),
)
def superlatives_are_proved(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    texts = house(plan) + called(plan) + answers(plan)
    if not texts:
        return None
    facts = {one.id: one for one in plan.enterprise.facts}
    cleared = {id_: _quotable(facts.get(id_), on) for one in plan.message.pillars for id_ in one.proofs}
    own = {one.id: [cleared[id_] for id_ in one.proofs] for one in plan.message.pillars}
    findings = []
    for where, text in texts:
        proofs = own.get(where, list(cleared.values()))  # a pillar on its own proofs, the rest on those of the house
        whole = _phrases(text) if _does_no_work(text) else []
        bare = [
            one.words
            for one in boasts(text)
            if not _carried(one, proofs) and not (one.kind in ("praise", "slogan") and _inside(one, whole))
        ]
        if bare:
            message = say("{words}: a boast needs a proof.", words=quoting(bare))
            fix = say("drop these words; or name a proof whose cleared wording says exactly them")
            findings.append(Finding(where, message, fix, cut(text)))
    return findings


def _quotable(fact: Fact | None, on: date | None) -> list[frozenset[str]]:
    """The words that the plant has let out for a fact, in all their forms."""
    return [forms(one) for one in words(fact.clearance.wording)] if fact and may_be_said(fact, on) else []


def _carried(hit: Hit, proofs: list[list[frozenset[str]]]) -> bool:
    """Does the whole boast stand in one cleared wording?"""
    asked = [forms(one) for one in words(hit.words)]
    return bool(asked) and any(all(any(one & other for other in wording) for one in asked) for wording in proofs)


@rule(
    "MSG-6",
    severity="warning",
    unit=UNIT,
    section="message-l-neighbour",
    text=say("Shop words of the case's glossary and of our list, and abbreviations, are explained"),
    hints=(
        say("Would your grandmother know the word?"),
        say("The text checker underlines it with dots. Say what the thing does."),
    ),
)
def jargon_is_explained(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    texts = house(plan) + called(plan) + answers(plan)
    if not texts:
        return None
    plant = plan.enterprise
    known = frozenset(one.casefold() for one in words(f"{plant.name}\n{plant.place}"))
    findings = []
    for where, text in texts:
        if bare := jargon(text, _glossary(plan.meta.case), known):
            message = say("{words}: nobody outside the shop knows what that is.", words=quoting(bare))
            fix = say("say what it does, or explain it in brackets right after it")
            findings.append(Finding(where, message, fix, cut(text)))
    return findings


@cache
def _glossary(case: str) -> tuple[str, ...]:
    """The shop words that a case explains to its team; none for a real plant."""
    file = assets.kit(case, "case.toml")
    told = toml.read(file).get("glossary", ()) if file else ()
    return tuple(word for one in told for word in one["word"].values())


@rule(
    "MSG-7",
    severity="info",
    unit=UNIT,
    section="message-l-mistakes",
    text=say("No sentence of umbrella, pillars and answers is too long to read easily, by the formula"),
    hints=(
        say("Read it aloud. Where do you run out of breath?"),
        say("Look for the longest sentence, and make two of it."),
    ),
)
def texts_read_easily(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    findings, asked = [], False
    for where, text in house(plan) + answers(plan):
        ease = flesch(text)
        if ease is None or ease.words < limit("readable_from"):
            continue
        asked = True
        if ease.score < limit("readable", ease.language) and (n := _sentences(ease)):
            message = say("Reading ease {score} of 100: {means}.", score=ease.printed, means=ease.means)
            fix = say_many("make {n} sentence of it", "make {n} sentences of it", n)
            findings.append(Finding(where, message, fix, cut(text)))
    return findings if asked else None


def _sentences(ease: Readability) -> int:
    """In how many sentences the same words would read easily; 0 where no splitting helps: then the words are long."""
    for n in range(ease.sentences + 1, ease.words // SHORTEST + 1):
        if formula(ease.words / n, ease.syllables / ease.words, ease.language) >= limit("readable", ease.language):
            return n
    return 0


@rule(
    "MSG-8",
    severity="warning",
    unit=UNIT,
    section="message-l-banner-say",
    text=say("Not too many words of umbrella, pillars, call and answers are among the idle ones that we know"),
    hints=(
        say("Cross out the words the sentence can do without. What is left?"),
        say("The text checker strikes through what does no work."),
    ),
)
def words_do_work(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    texts = house(plan) + called(plan) + answers(plan)
    if not texts:
        return None
    findings = []
    for where, text in texts:
        lazy, idle, of = _idle(text), *_share(text)
        if _does_no_work(text):
            message = say(
                "{n} of {all} words do no work. Try to say it about the bakery next door: if it still fits, "
                "it says nothing about this plant.",
                n=idle,
                all=of,
            )
            fix = say("drop {words}, and say what is left with a person or a number", words=quoting(lazy))
            findings.append(Finding(where, message, fix, cut(text)))
    return findings


def _does_no_work(text: str) -> bool:
    """Are too many of the words idle?"""
    idle, of = _share(text)
    return of > 0 and idle / of > limit("idle_share")


def _share(text: str) -> tuple[int, int]:
    """How many words are idle, of how many."""
    lazy = _idle(text)
    idle = sum(len(words(one)) for one in lazy)
    if idle >= BESIDE:  # among so many, a boast works no more than they do
        idle += sum(len(words(one.words)) for one in boasts(text) if not any(one.words in it for it in lazy))
    return idle, len(words(text))


def _idle(text: str) -> list[str]:
    """Idle words, without those in which a boast stands: that is for another rule to say."""
    return [one.words for one in hits(text, "idle") if all(_apart(it, one) or _holds(one, it) for it in boasts(text))]


def _apart(one: Hit, other: Hit) -> bool:
    return one.last < other.first or other.last < one.first


def _holds(phrase: Hit, boast: Hit) -> bool:
    """Is the boast a part of an empty phrase that goes as a whole?"""
    return phrase.kind in WHOLE and _inside(boast, [phrase])


def _phrases(text: str) -> list[Hit]:
    """The empty phrases that go as a whole, with the praise in them: "a culture of excellence"."""
    return [one for one in hits(text, "idle") if one.kind in WHOLE]


def _inside(one: Hit, phrases: list[Hit]) -> bool:
    return any(it.first <= one.first and one.last <= it.last and it.words != one.words for it in phrases)


@rule(
    "MSG-14",
    severity="warning",
    unit=UNIT,
    section="message-l-banner-say",
    text=say("The team's own words to avoid are avoided"),
    hints=(
        say("Which words did you yourselves want to leave out?"),
        say("Compare with the field Words to avoid: it is found in any form."),
    ),
)
def avoided_words_are_avoided(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    terms = [one.strip(" -–—•·*«»\"'.;") for one in plan.message.avoid.splitlines()]
    terms = [one for one in terms if words(one)]
    texts = house(plan) + called(plan) + answers(plan)
    if not terms or not texts:
        return None
    findings = []
    for where, text in texts:
        if hits := [text[start:end] for start, end in found(text, terms)]:
            message = say("{words}: on the team's own list of words to avoid.", words=quoting(hits))
            findings.append(Finding(where, message, say("use a different word, or take it off the list"), cut(text)))
    return findings
