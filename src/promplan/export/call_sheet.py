"""The call sheet of a visit on A4: who is where at what hour, what is worn, what may be filmed, what must not be seen.

Everything stands in the plan's own section; what the plan does not say is an empty line to write on, never a guess.
Names of those who are filmed stay in the plan, and passport data were never in it.
"""

from typing import Any

from promplan import language
from promplan.cases.zones import Zone, zones
from promplan.export import hazard_said
from promplan.export.outline_parts import Titles, field, label, titles
from promplan.export.outline_values import words
from promplan.export.printed import pages, printed
from promplan.export.shot_said import exception, how, minded, priority, uncleared
from promplan.export.visit_times import Leg, leaving, legs
from promplan.language import Words, pick, say, say_many
from promplan.plan.consents import CONSENT_STATES, Person
from promplan.plan.document import Plan
from promplan.plan.enterprise import CLEARANCE_STATES
from promplan.plan.safety import LAYERS, Hazard
from promplan.plan.shots import Shot, Stop
from promplan.plan.team import ROLES
from promplan.plan.visit import Visit
from promplan.plan.worn import PPE

MEETING = ("meeting", "travel", "guide", "escort", "contact", "producer", "clothing", "breaks")
INDUCTION = ("induction", "induction_by", "permits", "equipment")
PLAN_B = ("fallback", "weather")
URGENT = ("emergency", "hospital")
PAPERS = ("image", "data", "dissemination")


def call_sheet(plan: Plan, speech: str = "") -> bytes:
    """The PDF; `speech` is the language of its own words, the plan's if not said.

    It is set closer where that saves a page: nobody carries one with three lines on it.
    """
    with language.inside(speech or plan.meta.language):
        said = told(plan)
        wide, tight = (printed("call-sheet.typ", {**said, "tight": tight}) for tight in (False, True))
    return tight if pages(tight) < pages(wide) else wide


def told(plan: Plan) -> dict[str, Any]:
    """What stands on the sheet, in the interface language."""
    visit, known = plan.visit, titles(plan)
    rules = {one.id: one for one in zones(plan.meta.case)} if plan.meta.case else {}
    return {
        "language": language.current(),
        "title": say("Call sheet"),
        "project": plan.meta.title or plan.enterprise.name or say("Media plan"),
        "plant": ", ".join(one for one in (plan.enterprise.name, plan.enterprise.place) if one),
        "team": plan.team.name,
        "day": _day(visit),
        "hours": _hours(visit),
        "group": _group(visit),
        "urgent": _fields(visit, URGENT, known),
        "urgent_title": say("If something happens"),
        "meeting": _fields(visit, MEETING, known),
        "meeting_title": say("Meeting and contacts"),
        "induction": _fields(visit, INDUCTION, known),
        "induction_title": say("Induction, passes, equipment"),
        "crew_title": say("Who comes, and when"),
        "crew": [_member(one.name, one.roles, visit) for one in plan.team.members],
        "crew_heads": [say("Name"), say("Role"), say("At the gate at")],
        "stops_title": say("Route"),
        "stops": [_stop(n, leg, plan, rules, known) for n, leg in enumerate(legs(visit), 1)],
        "back": _back(visit),
        "loose_title": say("Shots without a stop"),
        "loose": [_shot(one, known) for one in visit.shots if not _has_stop(one, visit)],
        "shot_heads": [say("No."), say("Shot"), say("How"), say("Mind")],
        "hazards_title": say("Hazards and controls"),
        **_hazards(visit, known),
        "clearances_title": say("Who let the visit in"),
        "clearances": [
            [words(LAYERS[one.layer]), one.what, words(CLEARANCE_STATES[one.state]), _lines(one.by_whom, one.note)]
            for one in visit.clearances
        ],
        "clearance_heads": [say("Who has to agree"), say("For what"), say("State"), say("Who agreed, conditions")],
        "people_title": say("Who is filmed: is it signed?"),
        "people": [_person(one) for one in visit.people],
        "people_heads": [say("Who"), say("Image"), say("Data"), say("Dissemination")],
        "planb": _fields(visit, PLAN_B, known),
        "planb_title": say("If it falls through: rain, light, a line that stands still"),
        "nothing": say("not agreed yet"),
        "last": say(
            "Before the gate: the footage is looked through with the plant. No phones in zones where none may be."
        ),
        "foot": say("promplan · call sheet · no passport data here: they go from the instructor to the pass office"),
    }


def _day(visit: Visit) -> Words | str:
    if visit.date is None:
        return say("The day is not agreed yet")
    return say("{day}, shooting day 1 of 1", day=visit.date)


def _hours(visit: Visit) -> list[dict[str, Any]]:
    """The two hours that everybody asks for."""
    gate, out = visit.arrival, leaving(visit)
    return [
        {"label": say("At the gate"), "value": f"{gate:%H:%M}" if gate else ""},
        {"label": say("Out of the gate"), "value": f"{out:%H:%M}" if out else ""},
    ]


def _back(visit: Visit) -> Words | str:
    """The last way; a line to write on where nobody has said how long it is."""
    if not visit.stops:
        return ""
    if visit.back is None:
        return say("Back at the gate: ____ min on foot")
    return say("Back at the gate: {n} min on foot", n=visit.back)


def _group(visit: Visit) -> str:
    told = []
    if visit.group is not None:
        told.append(say_many("{n} person", "{n} people", visit.group))
    if visit.minors:
        told.append(say("under 18: {n}", n=visit.minors))
    if visit.escorts is not None:
        told.append(say_many("{n} escort", "{n} escorts", visit.escorts))
    if visit.largest is not None:
        told.append(say("at most {n} at once", n=visit.largest))
    return " · ".join(map(str, told))


def _fields(visit: Visit, names: tuple[str, ...], known: Titles) -> list[list[str]]:
    """Labels and values; an empty value is a line to write on."""
    made = []
    for name in names:
        found = field(visit, name, known)
        value = getattr(visit, name)
        if isinstance(value, list):
            text = "\n".join(value)
        else:
            text = known.get(value, value) if name == "producer" else "" if found is None else str(found.value)
        made.append([words(label(Visit, name)), text])
    return made


def _member(name: str, roles: list[Any], visit: Visit) -> list[str]:
    return [name, ", ".join(words(ROLES[one]) for one in roles), f"{visit.arrival:%H:%M}" if visit.arrival else ""]


def _stop(n: int, leg: Leg, plan: Plan, rules: dict[str, Zone], known: Titles) -> dict[str, Any]:
    one, zone = leg.stop, rules.get(leg.stop.zone)
    shots = [it for it in plan.visit.shots if it.stop == one.id]
    dangers = [it for it in plan.visit.hazards if it.stop == one.id]
    return {
        "n": n,
        "name": one.name or one.id,
        "zone": str(pick(zone.name)) if zone else one.zone,
        "hours": leg.hours,
        "minutes": "" if one.minutes is None else say("{n} min there", n=one.minutes),
        "walk": "" if one.walk is None else say("{n} min on foot before", n=one.walk),
        "facts": [
            [words(label(Stop, "ppe")), worn(one.ppe, zone)],
            [words(label(Stop, "allowed")), one.allowed or (str(pick(zone.filmed)) if zone else "")],
            [words(label(Stop, "forbidden")), one.forbidden or (str(pick(zone.never)) if zone else "")],
            [words(label(Stop, "host")), one.host],
            *([[say("What may hurt"), "; ".join(hazard_said.line(it) for it in dangers)]] if dangers else []),
        ],
        "shots": [_shot(it, known, one) for it in shots],
    }


def worn(listed: list[str], zone: Zone | None) -> str:
    """What is worn at a stop: the plan's words, and of an invented plant what its zone asks besides."""
    if listed or zone is None:
        return "; ".join(listed)
    return "; ".join(str(PPE[one]) for one in zone.wear) or str(say("nothing is asked for there"))


def _has_stop(one: Shot, visit: Visit) -> bool:
    return any(it.id == one.stop for it in visit.stops)


def _shot(one: Shot, known: Titles, stop: Stop | None = None) -> list[str]:
    mind = [*([priority(one)] if one.priority else []), *minded(one, known), uncleared(one), exception(one, stop)]
    return [one.id, one.what, how(one), _lines(*mind)]


def _hazards(visit: Visit, known: Titles) -> dict[str, Any]:
    """The table of hazards; whom they may hurt is no column where nobody has said it of any."""
    heads = [say("Hazard"), say("Where"), say("Whom it may hurt, and how"), say("Control, who sees to it")]
    rows = [_hazard(one, known) for one in visit.hazards]
    if visit.hazards and not any(one.harm for one in visit.hazards):
        heads, rows = [heads[n] for n in (0, 1, 3)], [[row[n] for n in (0, 1, 3)] for row in rows]
    return {"hazard_heads": heads, "hazards": rows}


def _hazard(one: Hazard, known: Titles) -> list[Any]:
    where = known.get(one.stop, one.stop) if one.stop else say("everywhere")
    return [one.what, where, one.harm, _lines(hazard_said.control(one), hazard_said.owner(one))]


def _person(one: Person) -> list[str]:
    return [one.role or one.id, *(_paper(getattr(one, name)) for name in PAPERS)]


def _paper(paper: Any) -> str:
    if paper.withdrawn:
        return str(say("taken back on {day}: not in frame", day=paper.withdrawn))
    state = words(CONSENT_STATES[paper.state])
    return str(say("{state}, until {day}", state=state, day=paper.until)) if paper.until else state


def _lines(*parts: str) -> str:
    return "\n".join(one for one in parts if one)
