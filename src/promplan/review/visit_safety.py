"""PRD, safety and permission: layers of clearance in their order, induction, zones, equipment, hazards, the group."""

from collections.abc import Iterable, Iterator
from datetime import date

from promplan.language import say, say_many
from promplan.plan.document import Plan
from promplan.plan.safety import LAYERS
from promplan.plan.visit import Visit
from promplan.plan.worn import PPE
from promplan.review.cure import Cure
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import empty, unsaid
from promplan.review.kit import zones
from promplan.review.visit import begun

UNIT = "05-visit"
SPEECHES = ("en", "ru")
EACH = 15  # heads that one escort keeps together: ours, after the practice of excursions


@rule(
    "PRD-1",
    severity="error",
    unit=UNIT,
    section="vis-l-clear",
    text=say("Nobody films before the safety induction"),
    hints=(
        say("Who told you where the forklifts go, and when?"),
        say("Compare the day of the induction with the day of the visit."),
    ),
)
def induction_comes_first(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    visit = plan.visit
    if visit.date is None:
        return None
    if visit.induction is None:
        fix = say("ask the safety engineer for a day and an hour")
        return [Finding("visit", say("No induction is planned."), fix, field="induction")]
    if visit.induction <= visit.date:
        return []
    told = say("The induction is on {day}, after the visit.", day=visit.induction)
    return [Finding("visit", told, say("let it be on the day of the visit at the latest"), field="induction")]


@rule(
    "PRD-2",
    severity="error",
    unit=UNIT,
    section="vis-l-clear",
    text=say("Every layer that was asked has agreed before you go in"),
    hints=(
        say("Who could still send you home from the gate?"),
        say("Look for clearances of the visit that are refused, or agreed on after the day."),
    ),
)
def layers_agree_in_time(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    visit = plan.visit
    if not visit.clearances:
        return None
    found = []
    for one in visit.clearances:
        if one.state == "refused":
            told = say("It was refused.")
            found.append(
                Finding(
                    one.id, told, say("leave it out of the route, or ask for something else"), one.what, field="state"
                )
            )
        elif visit.date and one.on and one.on > visit.date:
            told = say("It was agreed on {day}, after the visit.", day=one.on)
            found.append(Finding(one.id, told, say("move the visit, or correct the day"), one.what, field="on"))
        elif visit.induction and one.on and one.on > visit.induction:
            told = say("It was agreed on {day}, after the induction.", day=one.on)
            found.append(
                Finding(one.id, told, say("first the yes, then the induction, then the camera"), one.what, field="on")
            )
        elif visit.date and on and visit.date <= on and one.state != "cleared":
            told = say("The day of the visit has come, and it is not cleared.")
            found.append(
                Finding(one.id, told, say("move the visit until the answer is there"), one.what, field="state")
            )
    decided = any(one.state in ("cleared", "refused") or one.on for one in visit.clearances)
    return found if found or decided else None


@rule(
    "PRD-2L",
    severity="warning",
    unit=UNIT,
    section="vis-l-clear",
    text=say("The company, the plant, the safety engineer and whoever answers for the process have been asked"),
    hints=(
        say("The director said yes. Who else has a key?"),
        say("Four layers, from above down to whoever runs the machine: each has a line of its own."),
    ),
)
def layers_are_asked(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not begun(plan):
        return None
    listed = {one.layer for one in plan.visit.clearances}
    fix = say("add a line for it, and write who agrees")
    found = [
        Finding("clearances", say("Nobody has asked this layer: {layer}.", layer=words), fix)
        for layer, words in LAYERS.items()
        if layer and layer not in listed
    ]
    fix = say("ask, and set the line to asked")
    found += [
        Finding(
            one.id, say("Nobody has asked this layer: {layer}.", layer=LAYERS[one.layer]), fix, one.what, field="state"
        )
        for one in plan.visit.clearances
        if one.layer and one.state == "open"
    ]
    who = say("write the role, and the day on which they said yes")
    return found + [
        it
        for one in plan.visit.clearances
        if one.state == "cleared"
        for it in unsaid(one.id, one, "by_whom", "on", fix=who)
    ]


@rule(
    "PRD-8",
    severity="error",
    unit=UNIT,
    section="vis-l-go",
    text=say("Each hazard has its control, and somebody who sees to it"),
    hints=(
        say("What do you do so that nobody gets hurt, and who looks?"),
        say("Two fields of the hazard: control, and who sees to it."),
    ),
)
def hazards_are_controlled(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not plan.visit.hazards:
        return None
    fix = say("ask the safety engineer what is done about it")
    return [it for one in plan.visit.hazards for it in unsaid(one.id, one, "control", "owner", fix=fix)]


@rule(
    "PRD-8H",
    severity="warning",
    unit=UNIT,
    section="vis-l-go",
    text=say("For each stop somebody has looked for hazards"),
    hints=(
        say("What moves, what is hot, what is loud, what falls there?"),
        say("A hazard without a stop holds everywhere; a stop without any is rare."),
    ),
)
def stops_have_hazards(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    visit = plan.visit
    if not visit.stops:
        return None
    if any(not one.stop for one in visit.hazards):
        return []
    known = {one.stop for one in visit.hazards}
    told, fix = say("No hazard is listed for this stop."), say("ask the host, and write it down with its control")
    return [Finding(one.id, told, fix, one.name) for one in visit.stops if one.id not in known]


@rule(
    "PRD-9",
    severity="error",
    unit=UNIT,
    section="vis-l-go",
    text=say("The call sheet has hospital, emergency number and clothing"),
    hints=(
        say("Somebody has cut a hand. Where do you run, whom do you ring?"),
        say("Three fields of the call sheet: clothing, nearest hospital, emergency number."),
    ),
)
def help_is_near(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if plan.visit.date is None and not plan.visit.stops:
        return None
    return list(unsaid("visit", plan.visit, "clothing", "hospital", "emergency", fix=say("ask the plant's contact")))


@rule(
    "PRD-9Z",
    severity="error",
    unit=UNIT,
    section="vis-l-stop",
    text=say("No stop is without protective equipment where its zone demands some"),
    hints=(
        say("What does everybody there wear?"),
        say("Protective equipment of the stop, one on a line; the zone's own card says what."),
    ),
)
def team_is_equipped(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    return _worn(plan, lists=False)


@rule(
    "PRD-9W",
    severity="warning",
    unit=UNIT,
    section="vis-l-stop",
    text=say("The list of each stop names all that its zone demands"),
    hints=(
        say("What does everybody there wear?"),
        say("Protective equipment of the stop, one on a line; the zone's own card says what."),
    ),
)
def team_wears_it(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    return _worn(plan, lists=True)


def _worn(plan: Plan, lists: bool) -> list[Finding] | None:
    """What the zones demand: of stops without a list, for certain; of those with one, as far as its words are read."""
    known = zones(plan.meta.case)
    zoned = [(one, known[one.zone]) for one in plan.visit.stops if one.zone in known and known[one.zone].wear]
    zoned = [(one, zone) for one, zone in zoned if bool(one.ppe) == lists]
    if not zoned:
        return None
    found = []
    for one, zone in zoned:
        if missing := zone.lacks(one.ppe):
            words = {speech: [PPE[it].into(speech) for it in missing] for speech in SPEECHES}
            names = {speech: ", ".join(said) for speech, said in words.items()}
            worn = Cure({"ppe": [*one.ppe, *words[plan.meta.language]]}, say("Put {value}", value=names))
            told, fix = say("The zone demands more: {what}.", what=names), say("add it, and say the sizes beforehand")
            found.append(Finding(one.id, told, fix, one.name, field="ppe", cure=worn))
    return found


@rule(
    "PRD-10",
    severity="error",
    unit=UNIT,
    section="vis-l-go",
    text=say("The group is no larger than the plant lets in, and nobody under 18 is without an escort"),
    hints=(
        say("Count heads, and count those who are under 18."),
        say("Compare how many come, how many the plant lets in, how many escorts there are."),
    ),
)
def group_is_let_in(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    visit = plan.visit
    known = zones(plan.meta.case)
    bounded = visit.largest is not None or visit.minors is not None or any(one.zone in known for one in visit.stops)
    if visit.group is None or not bounded:
        return None
    return list(_group(plan, visit, visit.group))


def _group(plan: Plan, visit: Visit, group: int) -> Iterator[Finding]:
    if visit.largest is not None and group > visit.largest:
        told = say("{n} come, and the plant lets in {most} at once.", n=group, most=visit.largest)
        yield Finding("visit", told, say("make two groups, or leave somebody at home"), field="group")
    if visit.minors is not None and visit.minors > group:
        told = say("{n} under 18 in a group of {all}: that cannot be.", n=visit.minors, all=group)
        yield Finding("visit", told, say("count again"), field="minors")
    if visit.minors and visit.escorts == 0:
        told = say_many(
            "{n} comes who is under 18, and no escort.", "{n} come who are under 18, and no escort.", visit.minors
        )
        yield Finding("visit", told, say("ask the plant and the school for an escort"), field="escorts")
    known = zones(plan.meta.case)
    for one in visit.stops:
        if one.zone in known and 0 < known[one.zone].at_once < group:
            told = say("{n} go in at once here, and {group} come.", n=known[one.zone].at_once, group=group)
            yield Finding(one.id, told, say("plan two halves, and twice the minutes"), one.name, severity="info")


@rule(
    "PRD-10R",
    severity="warning",
    unit=UNIT,
    section="vis-l-go",
    text=say("There are enough escorts"),
    hints=(say("Who counts heads at each door?"), say("Compare how many come with how many escorts there are.")),
)
def escorts_are_enough(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    visit = plan.visit
    if visit.group is None:
        return None
    fix = say("agree with the plant: one for {n} heads at most", n=EACH)
    found = list(unsaid("visit", visit, "largest", "escorts", "minors", fix=fix))
    if visit.escorts and visit.group > EACH * visit.escorts:
        told = say_many(
            "{group} heads and {n} escort.", "{group} heads and {n} escorts.", visit.escorts, group=visit.group
        )
        found.append(Finding("visit", told, fix, field="escorts"))
    return found


@rule(
    "PRD-11",
    severity="error",
    unit=UNIT,
    section="vis-l-stop",
    text=say("No shot is taken where nobody films"),
    hints=(
        say("May a camera be switched on there at all?"),
        say("Look the zone of the stop up in the kit: nobody films here means it."),
    ),
)
def zones_allow_it(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    known = zones(plan.meta.case)
    stops = {one.id: known[one.zone] for one in plan.visit.stops if one.zone in known}
    placed = [(one, stops[one.stop]) for one in plan.visit.shots if one.stop in stops]
    if not placed:
        return None
    fix = say("take a shot of the menu from outside, or leave it out")
    return [
        Finding(one.id, say("Nobody films here: {zone}.", zone=zone.name), fix, one.what, field="stop")
        for one, zone in placed
        if zone.filming == "no" and not one.menu
    ]


@rule(
    "PRD-21",
    severity="error",
    unit=UNIT,
    section="vis-l-menu",
    text=say("No shot that the plant has refused is on the list"),
    hints=(
        say("What did the plant answer about this shot?"),
        say("A shot of the list that is refused is struck out, or taken in another way and asked for anew."),
    ),
)
def refused_shots_go(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    answered = [one for one in plan.visit.shots if one.clearance.state in ("cleared", "refused")]
    if not answered:
        return None
    told, fix = say("The plant has refused this shot."), say("strike it out, or delete what was taken")
    return [
        Finding(one.id, told, fix, one.what, field="clearance.state")
        for one in answered
        if one.clearance.state == "refused" and one.log.state != "missing" and not empty(one.what)
    ]
