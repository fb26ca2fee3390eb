"""The pocket card: one page for a phone that carries the visit offline, with shots to tick and what was heard to note.

No network, no file beside it, no library: words, style and script stand in the page, and its own policy forbids it to
load anything. The ticks come back by a code (`pocket_code`) or a file (`pocket_back`).
"""

from typing import Any

from promplan import language
from promplan.cases.zones import Zone, zones
from promplan.export import hazard_said
from promplan.export.call_sheet import worn
from promplan.export.outline_parts import Titles, label, titles
from promplan.export.outline_values import words
from promplan.export.pocket_back import KIND
from promplan.export.pocket_code import mark_of
from promplan.export.printed import plain
from promplan.export.shot_said import how, minded, priority, uncleared
from promplan.export.visit_times import Leg, legs
from promplan.language import Problem, pick, say, say_in
from promplan.language import day as written
from promplan.plan.document import Plan
from promplan.plan.shots import Shot, Stop
from promplan.plan.visit import Visit
from promplan.text.markup import rendered

GENERATOR = '<meta name="generator" content="promplan pocket card">'
NOTE = 140  # letters of a note: two phones' notes stand side by side in one line of the log


def is_pocket_card(data: bytes) -> bool:
    """Are these the bytes of a page as `pocket_card` writes it?"""
    return GENERATOR.encode() in data[:1000]


def pocket_card(plan: Plan, speech: str = "") -> str:
    """The page, in the language of the plan's words or in `speech`; `Problem` where there is no shot to tick."""
    if not plan.visit.shots:
        raise Problem(say("There is no shot in the plan yet: put some on the list, then make the card."))
    with language.inside(speech or plan.meta.language):
        return rendered("export/pocket_card.html.jinja", **told(plan))


def told(plan: Plan) -> dict[str, Any]:
    """What stands on the card, in the interface language."""
    visit, known = plan.visit, titles(plan)
    rules = {one.id: one for one in zones(plan.meta.case)} if plan.meta.case else {}
    stops = [_stop(n, leg, plan, rules) for n, leg in enumerate(legs(visit), 1)]
    there = {one.id for one in visit.stops}
    loose = [_shot(one, known) for one in visit.shots if one.stop not in there]
    if loose:
        stops.append({"id": "", "name": words(say("Anywhere")), "hours": "", "lines": [], "shots": loose})
    made: dict[str, Any] = plain(
        {
            "language": language.current(),
            "title": plan.meta.title or plan.enterprise.name or words(say("The plant visit")),
            "head": _head(plan),
            "urgent": [[words(label(Visit, it)), getattr(visit, it)] for it in ("emergency", "hospital", "contact")],
            "stops": stops,
            "hosts": sorted({one.host for one in visit.stops if one.host} | {one for one in [visit.guide] if one}),
            "note": NOTE,
            "w": _words(),
            "data": {
                "kind": KIND,
                "plan": mark_of(plan),
                "shots": [{"id": one.id, "what": one.what, "must": one.priority == "must"} for one in visit.shots],
                "words": _spoken(),
            },
        }
    )
    return made


def _head(plan: Plan) -> list[Any]:
    visit = plan.visit
    day = [] if visit.date is None else [written(visit.date)]
    hour = [] if visit.arrival is None else [words(say("at the gate {at}", at=f"{visit.arrival:%H:%M}"))]
    return [" · ".join([*day, *hour]), visit.meeting]


def _stop(n: int, leg: Leg, plan: Plan, rules: dict[str, Zone]) -> dict[str, Any]:
    one, zone = leg.stop, rules.get(leg.stop.zone)
    known = titles(plan)
    hours = [leg.hours, "" if one.minutes is None else words(say("{n} min", n=one.minutes))]
    dangers = [it for it in plan.visit.hazards if it.stop in ("", one.id)]
    lines = [
        [words(label(Stop, "ppe")), worn(one.ppe, zone)],
        [words(label(Stop, "allowed")), one.allowed or (str(pick(zone.filmed)) if zone else "")],
        [words(label(Stop, "forbidden")), one.forbidden or (str(pick(zone.never)) if zone else "")],
        [words(label(Stop, "host")), one.host],
        [words(say("What may hurt")), "; ".join(hazard_said.line(it) for it in dangers)],
    ]
    return {
        "id": one.id,
        "name": f"{n}. {one.name or one.id}",
        "hours": " · ".join(it for it in hours if it),
        "lines": [it for it in lines if it[1]],
        "shots": [_shot(it, known) for it in plan.visit.shots if it.stop == one.id],
    }


def _shot(one: Shot, known: Titles) -> dict[str, Any]:
    lacks = uncleared(one)
    return {
        "id": one.id,
        "what": one.what,
        "must": one.priority == "must",
        "priority": priority(one),
        "how": how(one),
        "mind": minded(one, known),
        "free": not lacks,
        "clearance": lacks,
    }


def _words() -> dict[str, Any]:
    return {
        "card": say("Pocket card"),
        "noscript": say("Without script nothing can be ticked here; the list is still good to read. Write on paper."),
        "urgent": say("If something happens"),
        "got": say_in("pocket card", "Got"),
        "missing": say_in("pocket card", "Missing"),
        "reshoot": say_in("pocket card", "Reshoot"),
        "became": say("What became of it"),
        "clock": say("Taken at"),
        "now": say_in("pocket card", "Now"),
        "shot_note": say("Note"),
        "heard": say("What was heard"),
        "heard_help": say("A number somebody says is no fact yet: it returns to the register as oral, unconfirmed."),
        "text": say("What was said"),
        "who": say("Who said it"),
        "stop": say("Said at which stop"),
        "nowhere": say("no stop"),
        "add": say("Note it"),
        "back": say("Bring it back"),
        "back_help": say(
            "At the notebook, choose “What came back from the visit” and give it the file, or one of the codes."
        ),
        "file": say("Save the file"),
        "file_help": say("Everything is in it: ticks, hours, notes, what was heard."),
        "short": say("Short code, to type: ticks and hours"),
        "long": say("Long code, to paste: notes and what was heard, too"),
        "copied": say("Copy"),
        "no_shots": say("No shot is planned here."),
    }


def _spoken() -> dict[str, Any]:
    """What the script says; {places} are filled in on the phone."""
    return {
        "progress": say("{done} of {all} ticked · must: {left} to go"),
        "ticked": say("{id}: {state}, {at}"),
        "unticked": say("{id}: not taken yet"),
        "added": say("Noted. {n} in all"),
        "empty": say("Write first what was said."),
        "removed": say("Struck out."),
        "remove": say("Strike out"),
        "copied": say("Copied."),
        "by_hand": say("It is marked: copy it by hand."),
        "kept": say("Ticks stay on this phone, also when the page is closed."),
        "lost": say("This phone keeps nothing for this page. Do not close it before you have the code or the file."),
        "full": say("The phone's memory for this page is full. Save the file now."),
        "saved": say("Saved: {name}. Look among the downloads."),
        "got": say_in("pocket card", "Got"),
        "missing": say_in("pocket card", "Missing"),
        "reshoot": say_in("pocket card", "Reshoot"),
    }
