"""What stops now, as it is read on the screen and as a sheet of paper that hangs beside the telephone."""

from collections.abc import Iterable
from datetime import date, time
from html import escape

from promplan.language import Words, current, pick, say, say_many
from promplan.plan.document import Plan
from promplan.plan.placing import STATES
from promplan.widgets.calendar_names import channel_named, member_named
from promplan.widgets.spoken_days import in_full
from promplan.widgets.what_stops import Call, Due, Stopping

BOX, HELD = "☐", "✔"  # to be ticked by hand on paper; ticked in the plan
NOT_SAID = say("not said yet: write it above")
PAPER = """
@page { size: A4; margin: 16mm }
:root { color-scheme: light }
body { font: 12pt/1.4 "Liberation Sans", "DejaVu Sans", Arial, sans-serif; color: #000; background: #fff;
  max-width: 178mm; margin: 8mm auto; padding: 0 4mm; overflow-wrap: anywhere }
h1 { font-size: 20pt; margin: 0 0 2mm } h2 { font-size: 14pt; margin: 5mm 0 1mm; break-after: avoid }
p { margin: 1mm 0 } ol, ul { margin: 1mm 0; padding-left: 7mm } li { margin: 1mm 0; break-inside: avoid }
.stops { list-style: none; padding: 0 } .stops li { border-bottom: 0.3mm solid #000; padding: 1mm 0 }
.small { font-size: 10pt }
"""


def title_of(plan: Plan, stopping: Stopping) -> Words:
    """The finding itself: how many pieces, on which channels, and which is the next."""
    n = len(stopping.open)
    if not n and stopping.stops:
        return say_many(
            "Everything is held: {n} piece would have come out",
            "Everything is held: {n} pieces would have come out",
            len(stopping.stops),
        )
    if not n:
        return say("Nothing would come out from now on")
    return say_many(
        "{n} piece would still come out ({channels}); next is {piece}: {when}",
        "{n} pieces would still come out ({channels}); next is {piece}: {when}",
        n,
        channels=", ".join(dict.fromkeys(_where(plan, one) for one in stopping.open)),
        piece=stopping.open[0].item.id,
        when=stopping.open[0].when,
    )


def _where(plan: Plan, one: Due) -> str:
    return channel_named(plan, one.item.channel) if one.item.channel else str(say("no channel set"))


def on_screen(plan: Plan, stopping: Stopping) -> str:
    """The view inside the editor."""
    title = f'<p class="pp-stopping-title">{_text(title_of(plan, stopping))}.</p>'
    return f'<div class="pp-stopping">{title}{_body(plan, stopping, "h4")}</div>'


def on_paper(plan: Plan, stopping: Stopping, day: date, at: time | None) -> str:
    """The same as a page of its own, black on white, with boxes to tick; it loads nothing and runs nothing."""
    hour = f", {at:%H:%M}" if at else ""
    head = say("Stop everything: {team}", team=plan.team.name.strip() or plan.meta.title.strip() or say("our plan"))
    dated = say("As the plan stands: {day}.", day=f"{in_full(day)}{hour}")
    return (
        f'<!doctype html><html lang="{current()}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{_text(head)}</title>'
        f"<style>{PAPER}</style></head><body><h1>{_text(head)}</h1>"
        f'<p class="small">{_text(dated)}</p><p><b>{_text(title_of(plan, stopping))}.</b></p>'
        f"{_body(plan, stopping, 'h2')}</body></html>"
    )


def _body(plan: Plan, stopping: Stopping, head: str) -> str:
    pause = plan.calendar.pause
    nobody = say("nobody: name who runs the channels")
    told = "".join(_call(one) for one in stopping.calls) or f"<li>{_text(nobody)}</li>"
    none = f"<p>{_text(say('No piece has a day from now on.'))}</p>"
    again = say("It resumes on the word of: {who}.", who=pause.back or NOT_SAID)
    parts = [
        f"<ul>{_people(plan)}</ul>",
        f"{_head(head, say('1. Who is told, in this order'))}<ol>{told}</ol>{_missing(stopping)}",
        _head(head, say("2. What is said meanwhile, and who restarts")),
        f"<p>{_text(pause.says or NOT_SAID)}</p><p>{_text(again)}</p>",
        _head(head, say("3. What does not come out")),
        _pieces(plan, stopping.stops, BOX) or none,
        _undated(stopping.undated),
        _more(plan, head, say("4. Out in the past seven days: is it still fitting?"), stopping.lately, BOX),
        _more(plan, head, say("Goes on: on these channels nothing stops"), stopping.goes_on, "→"),
    ]
    return "".join(parts)


def _people(plan: Plan) -> str:
    pause = plan.calendar.pause
    return "".join(
        (
            _line(say("When"), pause.when),
            _line(say("Call comes from"), pause.at_plant),
            _line(say("Stops everything, alone and at once"), member_named(plan, pause.who)),
            _line(say("If that one cannot be reached"), member_named(plan, pause.deputy)),
        )
    )


def _more(plan: Plan, head: str, words: Words, due: Iterable[Due], sign: str) -> str:
    told = _pieces(plan, due, sign)
    return f"{_head(head, words)}{told}" if told else ""


def _pieces(plan: Plan, due: Iterable[Due], sign: str) -> str:
    rows = "".join(_piece(plan, one, sign) for one in due)
    return f'<ul class="stops pp-stops">{rows}</ul>' if rows else ""


def _piece(plan: Plan, one: Due, sign: str) -> str:
    item = one.item
    held = item.placing.state == "held"
    told = [_where(plan, one), str(pick(STATES[item.placing.state])) if item.placing.state else ""]
    if item.owner:
        told.append(member_named(plan, item.owner))
    if item.hold_if:
        told.append(str(say("hold it if: {what}", what=item.hold_if)))
    words = _text(" · ".join(filter(None, told)))
    name = _text(f"{item.id} · {item.title.strip() or say('(empty)')}")
    box = f'<span aria-hidden="true">{HELD if held else sign}</span>'
    return (
        f'<li data-held="{str(held).lower()}">{box} <b>{_text(one.when)}</b> <span>{name}</span>'
        f'<br><span class="small">{words}</span></li>'
    )


def _call(one: Call) -> str:
    return f"<li><b>{_text(one.who)}</b>: {_text('; '.join(map(str, one.does)))}</li>"


def _missing(stopping: Stopping) -> str:
    if not stopping.nobody:
        return ""
    told = say("Nobody is named who could stop it there: {channels}.", channels=", ".join(stopping.nobody))
    return f"<p><b>{_text(told)}</b></p>"


def _undated(n: int) -> str:
    if not n:
        return ""
    told = say_many(
        "{n} piece has no day yet: there is nothing to stop.",
        "{n} pieces have no day yet: there is nothing to stop.",
        n,
    )
    return f'<p class="small">{_text(told)}</p>'


def _line(label: Words, said: object) -> str:
    lines = "; ".join(filter(None, (one.strip() for one in str(said).splitlines())))
    return f"<li>{_text(label)}: <b>{_text(lines or NOT_SAID)}</b></li>"


def _head(tag: str, words: Words) -> str:
    return f'<{tag} class="pp-small-head">{_text(words)}</{tag}>'


def _text(words: object) -> str:
    return escape(str(words))
