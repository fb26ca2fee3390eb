"""What a pocket card brings back goes into the plan's log: by its code or its file, once however often it is read.

Two phones are joined shot by shot: the later clock time holds, notes stand side by side. What somebody said returns to
the register as an oral fact, unconfirmed. What cannot be placed is told with its words, so that nothing is lost.
"""

import json
from datetime import time
from typing import Annotated, Any

from pydantic import Field, ValidationError

from promplan.export.pocket_code import Card, Mark, Said, decode, mark_of
from promplan.export.printed import NO_SIGN
from promplan.language import Problem, Words, say, say_many
from promplan.plan import edit
from promplan.plan.base import Id, Line, Part, Reference
from promplan.plan.document import Plan
from promplan.plan.shots import LOGGED, Got, Shot

KIND = "promplan pocket card"
MOST = 1_000_000  # bytes of a file
LINE = 300  # letters of a note and of a fact
ORDER: tuple[Got, ...] = ("", "missing", "reshoot", "got")  # of two ticks of one minute, the later here holds
__all__ = ["into", "read"]

Clock = Annotated[str, Field(pattern=r"^(?:[01][0-9]|2[0-3]):[0-5][0-9]$|^$")]


class _Mark(Part):
    id: Id
    what: Line = ""
    state: Got = ""
    at: Clock = ""
    note: Line = ""


class _Said(Part):
    text: Line
    who: Line = ""
    at: Clock = ""
    stop: Reference = ""


class _File(Part):
    kind: Annotated[str, Field(pattern=f"^{KIND}$")]
    version: Annotated[int, Field(ge=1, le=1)]
    plan: Annotated[int, Field(ge=0, le=0xFFFF)]
    saved: Line = ""
    shots: Annotated[list[_Mark], Field(max_length=500)]
    heard: Annotated[list[_Said], Field(max_length=500)]


def read(data: bytes | str) -> Card:
    """A card from the bytes of its file, or from its code as it was typed or pasted; `Problem` where it is neither."""
    if isinstance(data, bytes):
        if len(data) > MOST:
            raise Problem(say("This file is too large for a pocket card's. Choose the one that the phone saved."))
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise _no_card() from None
    else:
        text = data
    text = text.strip()
    if not text:
        raise Problem(say("There is nothing yet: type or paste the code that stands at the end of the card."))
    return _of_file(text) if text.startswith("{") else decode(text)


def _of_file(text: str) -> Card:
    try:
        told = _File.model_validate(json.loads(text), strict=True)
    except (ValidationError, ValueError, RecursionError):
        raise _no_card() from None
    if len({one.id for one in told.shots}) < len(told.shots):
        raise _no_card()  # one phone says one thing about a shot
    marks = tuple(Mark(one.id, one.state, _clock(one.at), one.note, one.what) for one in told.shots)
    return Card(told.plan, marks, tuple(Said(one.text, one.who, _clock(one.at), one.stop) for one in told.heard))


def _no_card() -> Problem:
    return Problem(
        say("This is no pocket card, or it is damaged. Choose the .json that the phone saved, or type the code.")
    )


def _clock(said: str) -> time | None:
    return time(int(said[:2]), int(said[3:])) if said else None


def into(plan: Plan, card: Card) -> tuple[Plan, list[Words]]:
    """The plan with what the card says, and what happened, line by line.

    Raises:
        Problem: the card is of another plan.
    """
    if card.tag != mark_of(plan):
        raise Problem(
            say(
                "This card belongs to another plan. Open the plan that it was made from, or make a new card "
                "from this one."
            )
        )
    told: list[Words] = []
    new = 0
    for mark in card.marks:
        plan, lines, changed = _marked(plan, mark)
        told += lines
        new += changed
    facts = 0
    for said in card.heard:
        plan, lines, added = _heard(plan, said)
        told += lines
        facts += added
    first = [
        say_many("{n} shot of the log was filled in.", "{n} shots of the log were filled in.", new)
        if new
        else say("Nothing new for the log: all of it stands there already.")
    ]
    if facts:
        first.append(
            say_many(
                "{n} thing that was heard came into the register, as oral and unconfirmed.",
                "{n} things that were heard came into the register, as oral and unconfirmed.",
                facts,
            )
        )
    return plan, first + told


def _marked(plan: Plan, mark: Mark) -> tuple[Plan, list[Words], bool]:
    shot, lines = _shot(plan, mark)
    note = _plain(mark.note)
    if shot is None:
        if not (mark.state or note):
            return plan, [], False
        parts = [_plain(mark.what), _named(mark), note]
        told = say(
            "{id} is on the card and not in the plan: {what}. Add the shot, or leave it.",
            id=mark.shot,
            what=" · ".join(one for one in parts if one),
        )
        return plan, [told], False
    values, more = _values(shot, mark, note)
    lines += more
    if not values:
        return plan, lines, False
    return edit.put(plan, f"visit.shots/{shot.id}/log", values), lines, True


def _shot(plan: Plan, mark: Mark) -> tuple[Shot | None, list[Words]]:
    """The shot that a mark is about: the card's own words find it again where a merge has given it another number."""
    shot = next((one for one in plan.visit.shots if one.id == mark.shot), None)
    what = _folded(_plain(mark.what))
    if not what or (shot is not None and _folded(_plain(shot.what)) == what):
        return shot, []
    alike = [one for one in plan.visit.shots if _folded(_plain(one.what)) == what]
    if len(alike) == 1:
        return alike[0], [
            say("{id} of the card is {now} in the plan: {what}.", id=mark.shot, now=alike[0].id, what=mark.what)
        ]
    if shot is None:
        return None, []
    return shot, [
        say("{id} is called on the card: {what}. Look whether it is still that shot.", id=mark.shot, what=mark.what)
    ]


def _values(shot: Shot, mark: Mark, note: str) -> tuple[dict[str, Any], list[Words]]:
    """What changes in a shot's log, and what has to be said about it."""
    log, values = shot.log, dict[str, Any]()
    lines: list[Words] = []
    if mark.state and (log.state, log.at) != (mark.state, mark.at):
        if _holds(log.state, log.at, mark):
            values = {"state": mark.state, "at": mark.at}
        if log.state and log.state != mark.state:
            stays = mark.state if values else log.state
            here = say("in the log") if log.at is None else say("in the log, {at}", at=f"{log.at:%H:%M}")
            lines.append(
                say(
                    "{id}: {one} ({here}) and {other}, {from_card}. It is now: {stays}.",
                    id=shot.id,
                    one=LOGGED[log.state],
                    here=here,
                    other=LOGGED[mark.state],
                    from_card=f"{mark.at:%H:%M}" if mark.at else say("on the card"),
                    stays=LOGGED[stays],
                )
            )
    if note and note not in log.note.split(" · ") and note != log.note:
        joined = f"{log.note} · {note}" if log.note else note
        if len(joined) <= LINE:
            values["note"] = joined
        else:
            lines.append(say("{id}: this note did not fit beside the others: {note}", id=shot.id, note=note))
    return values, lines


def _holds(state: Got, at: time | None, mark: Mark) -> bool:
    """Does the card's tick hold against what stands in the log?"""
    if not state:
        return True
    if at is None or mark.at is None:
        return at is None and mark.at is not None and mark.state == state  # a clock time for what is known already
    if mark.at != at:
        return mark.at > at
    return ORDER.index(mark.state) > ORDER.index(state)


def _named(mark: Mark) -> str:
    said = str(LOGGED[mark.state]) if mark.state else ""
    return f"{said} {mark.at:%H:%M}".strip() if mark.at else said


def _heard(plan: Plan, said: Said) -> tuple[Plan, list[Words], bool]:
    text, who = _plain(said.text)[:LINE], _plain(said.who)[:LINE]
    if not text:
        return plan, [], False
    if any((_folded(one.statement), _folded(one.who)) == (_folded(text), _folded(who)) for one in plan.visit.heard):
        return plan, [], False
    fact = next((one.id for one in plan.enterprise.facts if _folded(one.statement) == _folded(text)), "")
    known, lines = bool(fact), []
    try:
        if not known:
            row = {"statement": text, "source": who, "source_kind": "oral", "as_of": plan.visit.date}
            plan, fact = edit.add(plan, "enterprise.facts", row)
        stop = said.stop if any(one.id == said.stop for one in plan.visit.stops) else ""
        plan, _ = edit.add(
            plan, "visit.heard", {"statement": text, "who": who, "at": said.at, "stop": stop, "fact": fact}
        )
    except Problem as full:
        return (
            plan,
            [say("{why} This was heard and has no place: {text} ({who})", why=full.what, text=text, who=who)],
            False,
        )
    if known:
        lines.append(
            say("{id} says it already: {text}. It is in the log, and the fact stays as it was.", id=fact, text=text)
        )
    return plan, lines, not known


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".!…")


def _plain(text: str) -> str:
    return " ".join(NO_SIGN.sub(" ", text).split())
