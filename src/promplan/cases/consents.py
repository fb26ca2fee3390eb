"""The papers of a kit's people: image, data and dissemination are three, and each has its own days and channels.

`may` says whether a paper covers a use, and if not, why: in the words of the reader, by the day of publishing.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from promplan.cases.rows import Id, Row, raw, rows
from promplan.language import Words, say, say_in
from promplan.plan.enterprise import Channel

Use = Literal["image", "data", "spread"]
Shown = Literal["face", "hands", "voice", "name", "role"]

KINDS: dict[str, Words] = {
    "image": say("consent to be filmed and recorded"),
    "data": say("consent to the processing of personal data"),
    "spread": say("consent to dissemination, so that everybody may see it"),
}
STATES: dict[str, Words] = {
    "signed": say_in("consent", "signed"),
    "asked": say_in("consent", "asked for, not signed"),
    "refused": say_in("consent", "refused"),
    "withdrawn": say_in("consent", "withdrawn"),
}


class Paper(Row):
    """One paper of one person. `channels` limits it where it is not empty; `guardian` is a day, «missing», or empty."""

    id: Id
    person: Id
    kind: Use
    shows: Annotated[tuple[Shown, ...], Field(min_length=1)]
    state: Literal["signed", "asked", "refused", "withdrawn"]
    signed: date | None = None
    until: date | None = None
    withdrawn: date | None = None
    channels: tuple[Channel, ...] = ()
    guardian: Annotated[str, Field(pattern=r"^(?:|missing|\d{4}-\d{2}-\d{2})$")] = ""

    def lacks(self, day: date, channel: str = "", shown: str = "") -> Words | None:
        """Why it does not cover a use on a day; None where it does."""
        if self.state != "signed":
            return say("{paper}: {state}", paper=KINDS[self.kind], state=STATES[self.state])
        if self.guardian == "missing":
            return say("{paper}: a guardian has not signed", paper=KINDS[self.kind])
        if self.until is not None and day > self.until:
            return say("{paper}: ended on {day}", paper=KINDS[self.kind], day=self.until)
        if channel and self.channels and channel not in self.channels:
            return say("{paper}: not for this channel", paper=KINDS[self.kind])
        if shown and shown not in self.shows:
            return say("{paper}: does not cover this", paper=KINDS[self.kind])
        return None


def papers(case: str) -> tuple[Paper, ...]:
    """All papers of a case; none for a real plant."""
    return rows(case, "consents", "paper", Paper)


def down_within(case: str) -> int | None:
    """Working days until the plant takes down what somebody has withdrawn; None for a real plant."""
    days: int | None = raw(case, "consents").get("down_within")
    return days


def missing(case: str, person: str, day: date, channel: str = "", shown: str = "") -> list[Words]:
    """Why a person may not be shown on a day, paper by paper; empty where all three cover it.

    Args:
        day: the day on which it is published. shown: face, hands or voice; empty: whatever the papers are about.
    """
    held = {one.kind: one for one in papers(case) if one.person == person}
    found = []
    for kind, words in KINDS.items():
        if kind not in held:
            found.append(say("{paper}: there is none", paper=words))
        elif why := held[kind].lacks(day, channel if kind == "spread" else "", shown if kind != "data" else ""):
            found.append(why)
    return found
