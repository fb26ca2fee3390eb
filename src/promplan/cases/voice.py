"""How a person of an invented plant says it: what they refuse and why, a yes with its limits, in their own manner."""

from datetime import date
from typing import Literal

from promplan.cases.staff import Person, Reply
from promplan.language import Words, say
from promplan.language.typesetting import unset
from promplan.plan.desk import Answer, Request
from promplan.plan.enterprise import CHANNELS

Concern = Literal["secret", "person", "minor", "inside", "boast", "impossible", "unsourced", "undated"]

NO: dict[Concern, Words] = {
    "secret": say("These are process settings or a recipe. They stay in the shop."),
    "inside": say("This names somebody or something that stays inside. Say the kind, not the name."),
    "impossible": say("That number is impossible. Check it against the document, then ask me again."),
    "boast": say("Nobody can prove that. Say the number behind it, or drop the word."),
    "unsourced": say("I sign nothing without a document. Bring it, or name the engineer who can confirm this."),
    "undated": say("As of which day? Give the date of the document, then ask me again."),
}
ORDER: tuple[Concern, ...] = ("secret", "inside", "impossible", "boast", "unsourced", "undated")
ASK_HIM = say("That is about a person. Nobody but that person can say yes, and in writing.")
GUARDIAN = say("That is about somebody under 18. Without a guardian's written consent, no.")
CHANGED = say("It is no longer what you showed me. Ask about what it is now.")
YES = say("Yes, you may say it so.")
AS_AGREED = say("Yes, in these words.")
PLAIN = say("I cannot clear more than the document says. I clear it in these words only.")


def let_out(
    one: Request,
    person: Person,
    due: date,
    state: Literal["yes", "words"],
    said: str,
    wording: str,
    limits: Reply,
    scales: str = "",
) -> Answer:
    """A yes with its limits: never more channels nor a later day than the plant allows, nor than was asked."""
    channels = [it for it in limits.channels if it in one.channels] or list(limits.channels)
    until = min(one.until, limits.until) if one.until else limits.until
    more = []
    if set(one.channels) - set(channels):
        more.append(str(say("Only here: {channels}.", channels=", ".join(str(CHANNELS[it]) for it in channels))))
    if one.until is None or until < one.until:
        more.append(str(say("And until {day}, then ask again.", day=until)))
    told = {"wording": wording, "channels": channels, "until": until, "scales": scales}
    return voiced(person, due, state, " ".join([said, *more]), **told)


def elsewhere(person: Person, due: date, role: str) -> Answer:
    """Not this person's matter, and whose it is."""
    return voiced(person, due, "elsewhere", str(say("That is not for me to decide. Ask: {role}.", role=role)), ask=role)


def voiced(person: Person, due: date, state: str, said: str, **more: object) -> Answer:
    """The answer as this person writes it."""
    parts = (said,) if state == "elsewhere" else (person.opening, said, person.closing)
    text = unset(" ".join(part for part in parts if part.strip()))  # a plan keeps plain spaces
    told = {"state": state, "said": text, "by": person.role, "received": due, **more}
    return Answer.model_validate({**told, "how": unset(str(say("by letter")))}, strict=True)
