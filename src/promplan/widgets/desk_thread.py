"""A letter and its answer as they are read: ours dashed, the plant's solid; and one line for each in the list."""

from collections.abc import Sequence
from datetime import date
from html import escape

from promplan.language import Words, day, say, say_many
from promplan.plan import answering, asking, edit, letters
from promplan.plan.approvals import JUDGES
from promplan.plan.desk import ANSWERS, SCALE, Request
from promplan.plan.document import Plan
from promplan.plan.enterprise import CHANNELS
from promplan.text.substance import blank

SIGNS = {"": "…", "yes": "✔", "words": "✎", "no": "✘", "elsewhere": "→", "silence": "∅"}
WANTED = say("yes, once what is written here is changed")


def line(plan: Plan, one: Request, to: str) -> str:
    """A letter in one line: its id, what it asks about, of whom, and how it stands."""
    sign = SIGNS[one.answer.state] if one.sent else "✐"
    return f"{sign} {one.id} · {_id(one) or '?'} · {one.to or to or '—'} · {standing(plan, one)}"


def standing(plan: Plan, one: Request) -> str:
    """How a letter stands, in words."""
    if not one.sent:
        return str(say("a draft: not sent yet"))
    said = str(answered(one))
    if one.item:
        return f"{said} · {say('too late')}" if letters.is_late(plan, one) else said
    if one.answer.state == "words":
        said += f", {say('taken')}" if one.answer.taken else f", {say('waiting for your word')}"
    return f"{said} · {say('too late')}" if letters.is_late(plan, one) else said


def thing(plan: Plan, one: Request) -> str:
    """What the letter asks about, in its own words."""
    address = letters.about(one)
    if not address or not edit.is_there(plan, address):
        return str(say("(it is no longer in the plan)")) if address else str(say("(nothing yet)"))
    return f"{_id(one)}: {asking.told(plan, address).strip() or say('(empty)')}"


def answered(one: Request) -> Words:
    """The answer in a word; of a version, other words are changes that are wanted first."""
    return WANTED if one.item and one.answer.state == "words" else ANSWERS[one.answer.state]


def _id(one: Request) -> str:
    what = asking.subject(one)
    return what.id if what else ""


def thread(plan: Plan, one: Request, expected: date | None, silence: tuple[int | None, Words]) -> str:
    """The letter that went out, and what came back: both are texts, whatever stands in them."""
    return f'<div class="promplan-desk-thread">{_ours(plan, one)}{_theirs(plan, one, expected, silence)}</div>'


def _ours(plan: Plan, one: Request) -> str:
    head = say("{who} to: {role} · {day}", who=plan.team.name.strip() or say("We"), role=one.to or "—", day=one.sent)
    rows = [(say("where"), _channels(one.channels)), (say("until"), day(one.until) if one.until else "")]
    if one.item:
        rows = [(say("what is to be looked at"), str(JUDGES[one.judge]) if one.judge else "")]
    if one.idea and one.scales:
        rows.append((say("scales"), str(SCALE[one.scales])))
    rows += [(say("what for"), one.purpose), (say("needed by"), day(one.needed) if one.needed else "")]
    asked = say("About {thing}", thing=thing(plan, one))
    return (
        f'<section class="promplan-desk-ours"><p><b>{_e(head)}</b></p><p>{_e(asked)}</p>'
        f"<blockquote>{_e(one.wording)}</blockquote>{_rows(rows)}</section>"
    )


def _theirs(plan: Plan, one: Request, expected: date | None, silence: tuple[int | None, Words]) -> str:
    answer = one.answer
    late = letters.is_late(plan, one)
    warned = (
        f'<p class="promplan-desk-open">✘ {_e(say("Too late: it was needed by {day}.", day=late))}</p>' if late else ""
    )
    if not answer.state:
        return f'<section class="promplan-desk-wait"><p>… {_e(_awaited(plan, one, expected))}</p>{warned}</section>'
    verdict = f"<p><b>{SIGNS[answer.state]} {_e(answered(one))}</b></p>"
    if answer.state == "silence":
        days, means = silence
        told = say_many(
            "Nothing came back within {n} working day. The brief says of silence: {means}.",
            "Nothing came back within {n} working days. The brief says of silence: {means}.",
            days or 0,
            means=means,
        )
        return f'<section class="promplan-desk-wait">{verdict}<p>{_e(told)}</p>{warned}</section>'
    head = say("{role} · {day}", role=answer.by or one.to, day=answer.received) if answer.received else answer.by
    rows = []
    if answer.state in ("yes", "words"):
        rows = [
            (say("wording"), answer.wording),
            (say("scales"), str(SCALE[answer.scales]) if answer.scales else ""),
            (say("where"), _channels(answer.channels)),
            (say("until"), day(answer.until) if answer.until else ""),
            (say("who lets it out"), answer.by),
        ]
    ask = [(say("ask"), answer.ask)] if answer.state == "elsewhere" else []
    return (
        f'<section class="promplan-desk-theirs"><p><b>{_e(head)}</b></p><blockquote>{_e(answer.said)}</blockquote>'
        f"{verdict}{_rows([*rows, *ask])}{_after(plan, one)}{warned}</section>"
    )


def _after(plan: Plan, one: Request) -> str:
    """What the answer has done to the plan."""
    what, state = asking.subject(one), one.answer.state
    if state == "elsewhere" or what is None:
        return f"<p>{_e(say('Write to that person: the button is below.'))}</p>"
    told = _of_version(plan, one) if one.item else _of_clearance(plan, one, what)
    return f"<p>{_e(told)}</p>"


def _of_clearance(plan: Plan, one: Request, what: asking.Subject) -> Words:
    state = one.answer.state
    if state == "no":
        if asking.has_changed(plan, one):
            return say("{id} has changed since you asked: ask again, about what it is now.", id=what.id)
        return say("{id} stays inside: the plan says refused, and that is an answer too.", id=what.id)
    if state == "words" and not one.answer.taken:
        return {
            "idea": say("Nothing is cleared yet: take the work as the plant wants it, or ask for something else."),
            "permit": say("Nothing is cleared yet: take the plant's conditions, or ask somebody else."),
            "shot": say("Nothing is cleared yet: take the shot on these conditions, or ask for something else."),
        }.get(what.kind, say("Nothing is cleared yet: take the plant's words, or ask for others."))
    if not edit.is_there(plan, what.address) or answering.stands(plan, what):
        return say("{id} is cleared in your plan.", id=what.id)
    return say("{id} has changed since you asked: ask again, about what it is now.", id=what.id)


def _of_version(plan: Plan, one: Request) -> Words:
    if asking.has_changed(plan, one):
        return say("It has changed since it was shown: what was said holds for that version alone. Show it again.")
    if one.answer.state == "yes":
        return say("It is approved in your plan, in this version.")
    return say("It stands beside the approvals of the piece: mend what is asked for, and show it again.")


def _awaited(plan: Plan, one: Request, expected: date | None) -> Words:
    now = letters.today(plan)
    if expected is None:
        return say("No answer yet.")
    if now and expected <= now:
        return say("No answer yet: it was to be expected on {day}.", day=expected)
    return say("No answer yet; to be expected by {day}.", day=expected)


def static(plan: Plan) -> str:
    """All letters and answers for a page without a kernel."""
    if not plan.desk.requests:
        return f"<p>{_e(say('No letter to the plant has been written yet.'))}</p>"
    rows = "".join(
        f"<li>{_e(line(plan, one, one.to))}<br><q>{_e(one.wording)}</q>"
        + (f"<br>{_e(one.answer.said)}" if not blank(one.answer.said) else "")
        + "</li>"
        for one in plan.desk.requests
    )
    return f"<ul>{rows}</ul>"


def _channels(channels: Sequence[str]) -> str:
    return ", ".join(str(CHANNELS[it]) for it in channels)


def _rows(rows: list[tuple[Words, str]]) -> str:
    told = "".join(f"<div><dt>{_e(name)}</dt><dd>{_e(value)}</dd></div>" for name, value in rows if str(value).strip())
    return f"<dl>{told}</dl>" if told else ""


def _e(text: Words | str) -> str:
    return escape(str(text))
