"""The consent to a portfolio, a paper of its own: the team's page and the organiser's pool, each with its own yes.

Two sheets for each member: one is signed and kept by whoever leads the course, the other stays with the signer. Names
are written by hand by those who sign. It is no legal advice, and says so; the law is cited from the dated notes.
"""

import re
from collections.abc import Iterable
from typing import Any

from promplan import language
from promplan.export.outline_values import words
from promplan.export.printed import printed
from promplan.language import Problem, Words, day, say, say_in, say_many
from promplan.plan.country import country
from promplan.plan.document import Plan
from promplan.plan.pitch import Card
from promplan.plan.team import ROLES, Member
from promplan.text.dated import cited

DOWN = 3  # working days in which the team promises to replace its page; a promise of the paper, no rule of a law
LONG = re.compile(r"\S{25,}")  # a word that fills half a line
ROOM = 90  # signs of a text of the plan on the sheet
LAWS = ("data-consent", "data-dissemination")


def portfolio_consent(plan: Plan, members: Iterable[str] = (), *, blank: bool = False, speech: str = "") -> bytes:
    """The PDF, one consent with its copy for each member.

    Args:
        members: ids of those to make it for; empty: for the whole team. blank: for nobody in particular. speech: the
            language of the paper, the plan's if not said.

    Raises:
        Problem: an id is nobody's.
    """
    with language.inside(speech or plan.meta.language):
        return printed("portfolio-consent.typ", told(plan, members, blank=blank))


def told(plan: Plan, members: Iterable[str] = (), *, blank: bool = False) -> dict[str, Any]:
    """What stands on the paper, in the interface language."""
    return {
        "language": language.current(),
        "title": say("Consent to a portfolio"),
        "foot": say(
            "A form of the course promplan and no legal advice: ask a lawyer of your school whether it is enough. "
            "The signed paper stays with whoever leads the course and never goes into a plan."
        ),
        "words": _words(),
        "people": [_person(plan, one) for one in _wanted(plan, list(members), blank)],
        "law": [cited(one, country(plan)) for one in LAWS],
        "minor_law": cited("minors-consent", country(plan)),
    }


def _wanted(plan: Plan, asked: list[str], blank: bool) -> list[Member | None]:
    known = {one.id: one for one in plan.team.members}
    if strange := [one for one in asked if one not in known]:
        raise Problem(
            say("Nobody in the team is called {id}; there are: {known}.", id=strange[0], known=", ".join(known) or "–")
        )
    if blank or not known:
        return [None]
    return [known[one] for one in dict.fromkeys(asked or known)]


def _person(plan: Plan, one: Member | None) -> dict[str, Any]:
    card = next((it for it in plan.pitch.cards if one is not None and it.member == one.id), None)
    return {
        "id": "" if one is None else one.id,
        "team": _begun(", ".join(it for it in (plan.team.name, plan.team.institution) if it)),
        "plan": _begun(plan.meta.title or plan.enterprise.name),
        "shown": _shown(plan, one, card),
        "until": "" if card is None or card.until is None else day(card.until),
    }


def _shown(plan: Plan, one: Member | None, card: Card | None) -> list[list[Any]]:
    """What the signer lets be shown, as far as the plan knows it: label, and what is meant."""
    roles = "" if one is None else ", ".join(words(ROLES[it]) for it in one.roles)
    did = "" if card is None else card.did
    learned = "" if card is None else card.learned
    return [
        [say_in("portfolio consent", "name"), ""],
        [say_in("portfolio consent", "roles in the team"), roles],
        [say_in("portfolio consent", "how many facts, ideas and pieces of the plan are mine"), ""],
        [say_in("portfolio consent", "what I did"), _begun(did)],
        [say_in("portfolio consent", "what I can do now"), _begun(learned)],
        [say_in("portfolio consent", "works that I show"), _begun(_works(plan, card))],
    ]


def _begun(text: str) -> Words | str:
    """A text as far as the sheet has room for it; a cut says so."""
    line = " ".join(text.split())
    if len(line) <= ROOM:
        return _broken(line)
    return say_many(
        "{begun} … ({n} more sign, in the plan)",
        "{begun} … ({n} more signs, in the plan)",
        len(line) - ROOM,
        begun=_broken(line[:ROOM]),
    )


def _broken(line: str) -> str:
    """A line whose longest words may break: without a place to, they would run off the sheet."""
    return LONG.sub(lambda one: "\u200b".join(one[0]), line)


def _works(plan: Plan, card: Card | None) -> str:
    titles = {
        **{one.id: one.title for one in plan.ideas},
        **{one.id: one.title for one in plan.items},
        **{one.id: one.what for one in plan.visit.shots},
    }
    return "; ".join(f"{id_} {titles.get(id_, '')}".strip() for id_ in (card.shows if card else []))


def _words() -> dict[str, Words | str]:
    return {
        "lead": say(
            "Two consents stand on this sheet. Neither hangs on the other, and neither hangs on the course: whoever "
            "says no is taught and graded as before."
        ),
        "me": say("I, the undersigned"),
        "name": say("surname, name, in full"),
        "reach": say("How to reach me"),
        "reach_help": say("for questions about this paper only; it stands neither on the page nor in the pool"),
        "team": say("Team"),
        "plan": say_in("portfolio consent", "Plan"),
        "what": say_in("portfolio consent", "What may be shown"),
        "what_help": say("Tick what may be shown; what is not ticked is left empty on the card."),
        "never": say(
            "Never shown: telephone, e-mail, address, age, marks, answers to questions, a photograph of me. "
            "A picture in which I can be recognised needs a consent of its own."
        ),
        "page": say("1. The team's page"),
        "page_says": say("A page of the team, one file that anybody can open. It is published at:"),
        "page_help": say("exact address; empty: it is shown and handed over, not put on the Internet"),
        "pool": say("2. The organiser's pool of young specialists"),
        "pool_says": say("A list by which plants and editors look for people for practice and work. It is kept by:"),
        "pool_help": say("who keeps the list, who can read it"),
        "yes": say("yes, I agree"),
        "no": say("no"),
        "until": say("In force until"),
        "mine": say("I sign"),
        "guardian": say("Under 18: a parent or other legal representative signs too"),
        "relation": say("surname, name; mother, father, guardian"),
        "signature": say("signature"),
        "date": say("date"),
        "withdrawal": say("I can take either back at any time, without saying why"),
        "how": say("I say or write it to whoever leads the course, or cut off the slip on my copy."),
        "fast": say_many(
            "Within {n} working day the page is made anew without me and replaced, and my line leaves the pool. The "
            "new page says nothing about it.",
            "Within {n} working days the page is made anew without me and replaced, and my line leaves the pool. The "
            "new page says nothing about it.",
            DOWN,
        ),
        "copies": say("What others have copied or printed cannot be called back; the team does not use it again."),
        "law": say("Law"),
        "kept": say("To sign: this sheet stays with whoever leads the course"),
        "copy": say("Copy for the signer: the same text, to keep"),
        "cut": say("Cut off here and hand it in, or say the same in a message"),
        "back": say("I take my consent back:"),
        "of_page": say_in("portfolio consent", "the team's page"),
        "of_pool": say_in("portfolio consent", "the organiser's pool"),
    }


def of_team(plan: Plan) -> bytes:
    """The paper for the whole team, in the plan's language."""
    return portfolio_consent(plan)
