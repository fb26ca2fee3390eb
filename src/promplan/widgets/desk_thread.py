"""A letter and its answer as they are read: ours dashed, the plant's solid; and one line for each in the list."""

from collections.abc import Sequence
from datetime import date
from html import escape

from promplan.language import Words, day, say
from promplan.plan import edit, letters
from promplan.plan.desk import ANSWERS, Request
from promplan.plan.document import Plan
from promplan.plan.enterprise import CHANNELS
from promplan.text.substance import blank

SIGNS = {"": "…", "yes": "✔", "words": "✎", "no": "✘", "elsewhere": "→", "silence": "∅"}
CUT = 60


def line(plan: Plan, one: Request, to: str) -> str:
    """A letter in one line: its id, what it asks about, of whom, and how it stands."""
    sign = SIGNS[one.answer.state] if one.sent else "✐"
    return f"{sign} {one.id} · {one.fact or one.question or '?'} · {one.to or to or '—'} · {standing(plan, one)}"


def standing(plan: Plan, one: Request) -> str:
    """How a letter stands, in words."""
    if not one.sent:
        return str(say("a draft: not sent yet"))
    said = str(ANSWERS[one.answer.state])
    if one.answer.state == "words":
        said += f", {say('taken')}" if one.answer.taken else f", {say('waiting for your word')}"
    return f"{said} · {say('too late')}" if letters.is_late(plan, one) else said


def thing(plan: Plan, one: Request) -> str:
    """What the letter asks about, in its own words."""
    address = letters.about(one)
    if not address or not edit.is_there(plan, address):
        return str(say("(it is no longer in the plan)")) if address else str(say("(nothing yet)"))
    found = edit.find(plan, address)
    said = str(getattr(found, "statement", "") or getattr(found, "question", "") or say("(empty)"))
    return f"{one.fact or one.question}: {said}"


def thread(plan: Plan, one: Request, expected: date | None, silence: tuple[int | None, Words]) -> str:
    """The letter that went out, and what came back: both are texts, whatever stands in them."""
    return f'<div class="promplan-desk-thread">{_ours(plan, one)}{_theirs(plan, one, expected, silence)}</div>'


def _ours(plan: Plan, one: Request) -> str:
    head = say("{who} to: {role} · {day}", who=plan.team.name.strip() or say("We"), role=one.to or "—", day=one.sent)
    rows = [(say("where"), _channels(one.channels)), (say("until"), day(one.until) if one.until else "")]
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
    verdict = f"<p><b>{SIGNS[answer.state]} {_e(ANSWERS[answer.state])}</b></p>"
    if answer.state == "silence":
        days, means = silence
        told = say(
            "Nothing came back within {n} working days. The brief says of silence: {means}.", n=days, means=means
        )
        return f'<section class="promplan-desk-wait">{verdict}<p>{_e(told)}</p>{warned}</section>'
    head = say("{role} · {day}", role=answer.by or one.to, day=answer.received) if answer.received else answer.by
    rows = []
    if answer.state in ("yes", "words"):
        rows = [
            (say("wording"), answer.wording),
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
    what = one.fact or one.question
    if one.answer.state == "yes" or (one.answer.state == "words" and one.answer.taken):
        told = say("{id} is cleared in your plan.", id=what)
    elif one.answer.state == "words":
        told = say("Nothing is cleared yet: take the plant's words, or ask for others.")
    elif one.answer.state == "no":
        told = say("{id} stays inside: the plan says refused, and that is an answer too.", id=what)
    else:
        told = say("Write to that person: the button is below.")
    return f"<p>{_e(told)}</p>"


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
