"""Consent forms on A4: image, processing of personal data and dissemination are three papers, each with its signatures.

A form is filled in as far as the plan is; names are written by those who sign, and stand in no export. It is no legal
advice, and says so: the law is cited from the dated notes, for the country of the plan.
"""

from collections.abc import Iterable
from typing import Any

from promplan import language
from promplan.cases.consents import down_within
from promplan.export.outline_values import words
from promplan.export.printed import printed
from promplan.language import Problem, Words, day, say, say_in, say_many
from promplan.plan.consents import AGE_GROUPS, COVERED, Consent, Person
from promplan.plan.country import country
from promplan.plan.document import Plan
from promplan.plan.enterprise import CHANNELS
from promplan.text.dated import cited
from promplan.text.substance import blank, unnamed

PAPERS = ("image", "data", "dissemination")
TITLES: dict[str, Words] = {
    "image": say("Consent to being filmed, photographed and recorded"),
    "data": say("Consent to the processing of personal data"),
    "dissemination": say("Consent to the dissemination of personal data"),
}
LEADS: dict[str, Words] = {
    "image": say(
        "I agree that I am filmed, photographed or recorded at work, and that the pictures are used as below."
    ),
    "data": say(
        "I agree that the plant and the team keep and use the data ticked below in order to prepare the pieces, ask me "
        "about them and take them down. They pass them on to nobody else and delete them after the last day."
    ),
    "dissemination": say(
        "I agree that everybody may see the data ticked below, on the channels named, together with the picture. "
        "Whatever is not ticked is not shown, and each item can be forbidden by itself."
    ),
}
LAWS = {"image": "image-consent", "data": "data-consent", "dissemination": "data-dissemination"}
DATA: tuple[Words, ...] = (
    say("name"),
    say("role at the plant"),
    say("telephone or e-mail"),
    say("picture beside the name"),
    say("recorded voice"),
)
SPREAD: tuple[Words, ...] = (say("name"), say("role at the plant"), say("face"), say("voice"), say("name of the plant"))
COVERS_DATA = {"name": (0,), "voice": (4,), "face": (3,)}  # what a plan's «covers» ticks of the lists above
COVERS_SPREAD = {"name": (0,), "face": (2,), "voice": (3,)}


def consent_forms(plan: Plan, people: Iterable[str] = (), *, blank: bool = False, speech: str = "") -> bytes:
    """The PDF: three papers for everybody of the plan who has not signed yet, or one blank set.

    Args:
        people: ids of those to make papers for, also where they have signed; empty: whoever has not. blank: for
            nobody in particular. speech: the language of the forms, the plan's if not said.

    Raises:
        Problem: an id is nobody's, or everybody has signed.
    """
    with language.inside(speech or plan.meta.language):
        return printed("consents.typ", told(plan, people, blank=blank))


def told(plan: Plan, people: Iterable[str] = (), *, blank: bool = False) -> dict[str, Any]:
    """What stands on the papers, in the interface language."""
    return {
        "language": language.current(),
        "title": say("Consent forms"),
        "foot": say(
            "A form of the course promplan and no legal advice: the plant's lawyer says whether it is enough. "
            "Signed papers stay with the plant and never go into a plan."
        ),
        "words": _words(),
        "papers": [_paper(plan, one, name) for one, name in _wanted(plan, list(people), blank)],
    }


def _wanted(plan: Plan, people: list[str], blank: bool) -> list[tuple[Person | None, str]]:
    known = {one.id: one for one in plan.visit.people}
    if strange := [one for one in people if one not in known]:
        raise Problem(
            say("Nobody in the plan's visit is called {id}; there are: {known}.", id=strange[0], known=", ".join(known))
        )
    if blank or not known:
        return [(None, name) for name in PAPERS]
    if people:
        return [(known[one], name) for one in dict.fromkeys(people) for name in PAPERS]
    wanted: list[tuple[Person | None, str]] = [
        (one, name) for one in known.values() for name in PAPERS if _is_open(getattr(one, name))
    ]
    if not wanted:
        raise Problem(say("Everybody in the plan has answered. Name those who need new papers, or ask for blank ones."))
    return wanted


def _is_open(paper: Consent) -> bool:
    """Can it still be asked for? Who has refused or taken it back is not asked again by a printer."""
    return paper.state in ("open", "asked") and paper.withdrawn is None


def _words() -> dict[str, Words]:
    return {
        "apart": say("A paper of its own: whoever signs it has signed neither of the other two."),
        "me": say("I, the undersigned"),
        "name": say("surname, name, in full"),
        "role": say("My role at the plant"),
        "reach": say("How to reach me"),
        "reach_help": say("telephone, e-mail or address"),
        "age": say("Age"),
        "who": say("Whom I give it to"),
        "purpose": say_in("consent", "What it is for"),
        "what": say("What it covers"),
        "channels": say("Where it may be shown"),
        "pages": say("exact pages and accounts"),
        "until": say("In force until"),
        "territory": say(
            "Territory: wherever these channels can be seen. Nothing is paid for it, unless written here:"
        ),
        "conditions": say("My conditions"),
        "conditions_help": say("I want to see the cut first; not my name; only from behind …"),
        "signature": say("signature"),
        "date": say("date"),
        "mine": say("I sign"),
        "guardian": say("A parent or other legal representative signs"),
        "relation": say("surname, name; mother, father, guardian"),
        "both": say("From 14 to 17 both sign, on each paper; of somebody younger the legal representative alone."),
        "withdrawal": say("I can take it back at any time, without saying why"),
        "cut": say("Cut off here and hand it in, or say the same in a message"),
        "back": say("I take this consent back."),
        "law": say("Law"),
    }


def _paper(plan: Plan, one: Person | None, name: str) -> dict[str, Any]:
    consent: Consent = Consent() if one is None else getattr(one, name)
    age = "" if one is None else one.age
    return {
        "kind": name,
        "title": TITLES[name],
        "lead": LEADS[name],
        "person": "" if one is None else one.id,
        "role": "" if one is None else one.role,
        "ages": [[words(said), key == age] for key, said in AGE_GROUPS.items() if key],
        "guardian": age != "adult",
        "own": age != "under 14",
        "who": ", ".join(it for it in (plan.enterprise.name, plan.enterprise.place) if it),
        "team": ", ".join(it for it in (plan.team.name, plan.team.institution) if it),
        "purpose": _purpose(plan),
        "covers": _covers(name, consent),
        "channels": []
        if name == "data"
        else [[words(said), key in consent.channels] for key, said in CHANNELS.items()],
        "until": "" if consent.until is None else day(consent.until),
        "conditions": consent.conditions,
        "withdrawal": _withdrawal(plan, name),
        "law": cited(LAWS[name], country(plan)),
        "minor_law": cited("minors-consent", country(plan)) if age != "adult" else "",
    }


def _purpose(plan: Plan) -> Words | str:
    title, start, end = plan.meta.title, plan.meta.campaign_start, plan.meta.campaign_end
    named: Words | str = (
        say("content about the plant: “{title}”", title=title) if title else say("content about the plant")
    )
    return say("{what}, {start} to {end}", what=named, start=start, end=end) if start and end else named


def _covers(name: str, consent: Consent) -> list[list[Any]]:
    if name == "image":
        return [[words(said), key in consent.covers] for key, said in COVERED.items() if key != "name"]
    listed, ticks = (DATA, COVERS_DATA) if name == "data" else (SPREAD, COVERS_SPREAD)
    ticked = {n for key in consent.covers for n in ticks.get(key, ())}
    return [[said, n in ticked] for n, said in enumerate(listed)]


def _named(text: str) -> bool:
    """Is somebody named: not nothing, and not that it is still to be found out, whom to ask for it behind a colon?"""
    return not blank(text) and not unnamed(text) and not unnamed(text.partition(":")[0])


def _withdrawal(plan: Plan, name: str) -> list[Words]:
    """To whom, how fast, and what cannot be called back."""
    to = next((one for one in (plan.visit.contact, plan.brief.contact) if _named(one)), "")
    days = down_within(plan.meta.case) if plan.meta.case else None
    told = [say("I write or ring: {who}.", who=to or "_" * 40)]
    if name == "data":
        told.append(
            say_many(
                "My data are deleted within {n} working day.", "My data are deleted within {n} working days.", days
            )
            if days is not None
            else say("My data are deleted within ____ working days.")
        )
        return told
    told.append(
        say_many(
            "What the plant and the team published is taken down within {n} working day.",
            "What the plant and the team published is taken down within {n} working days.",
            days,
        )
        if days is not None
        else say("What the plant and the team published is taken down within ____ working days.")
    )
    told.append(say("What is printed, or copied by others, cannot be called back; it is not used again."))
    return told
