"""The plan of the visit: its frame, the stops of the route, and the shots that come home from it."""

from collections.abc import Sequence
from html import escape
from typing import Any

from promplan.cases.zones import FILMING
from promplan.language import Words, number, pick, say, say_in
from promplan.plan import letters
from promplan.plan.camera import MOVES, SIZES
from promplan.plan.document import Plan
from promplan.plan.shots import PRIORITIES, Shot, Stop
from promplan.plan.store import Store
from promplan.plan.visit import Visit
from promplan.review import Finding
from promplan.widgets.controls import begun
from promplan.widgets.editor import Editor
from promplan.widgets.form import Form
from promplan.widgets.guard import Guard
from promplan.widgets.live import Live
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.spoken_days import in_full
from promplan.widgets.table import Column
from promplan.widgets.visit_kit import SHOTS, rows
from promplan.widgets.visit_menu import shot_menu
from promplan.widgets.visit_stops import STOPS, UNIT, of_zone, zones_of

FRAME = (
    "date", "arrival", "minutes", "back", "group", "meeting", "guide", "escort", "contact", "producer", "fallback",
    "minors", "largest", "escorts", "travel", "induction", "induction_by", "clothing", "hospital", "emergency",
    "equipment",
    "permits", "breaks", "weather",
)  # fmt: skip
FRAME_FIRST = (("date", "arrival"), ("minutes", "group"), ("meeting",), ("guide", "escort"), ("contact", "producer"))
STOP = ("zone", "name", "minutes", "walk", "host", "ppe", "allowed", "forbidden")
STOP_FIRST = (("zone",), ("name",), ("minutes", "walk"), ("host",))
SHOT = (
    "what", "stop", "size", "move", "seconds", "sound", "ideas", "facts", "people", "avoid", "priority", "menu",
    "clearance",
)  # fmt: skip
SHOT_FIRST = (("what",), ("stop",), ("size", "move"), ("seconds", "sound"), ("ideas",))
EMPTY = say("(empty)")


def visit(store: Store) -> Panel:
    """The team's visit, to plan: the call sheet, the stops, the shots."""
    guard, past = Guard(), region()
    frame = Form(store, "visit", Visit, FRAME, guard, order=Order(first=FRAME_FIRST, beside={"date": lambda: past}))
    store.watch(frame.load)

    def over() -> None:
        set_region(past, _over(store.plan))

    store.watch(over)
    over()

    def tell(found: Sequence[Finding]) -> None:
        at: dict[str, list[Finding]] = {}
        for one in found:
            at.setdefault(one.field, []).append(one)
        frame.tell(at)

    says = Live(store, UNIT, lambda one: one.object == "visit", chosen=lambda: {"visit"}, told=tell)
    stops, shots = _stops(store), _shots(store)
    title = str(say("The plant visit"))
    children = [
        *(heading(title), frame.box, guard, says.view),
        *(heading(str(say("Stops of the route"))), *stops.children),
        *(heading(str(say("Shots"))), shot_menu(shots), *shots.children),
    ]
    return Panel(title, children, _static(store.plan, stops, shots))


def _over(plan: Plan) -> str:
    """That the day of the visit lies before the plan's own today: one that was handed over may."""
    today = letters.today(plan)
    if plan.visit.date is None or today is None or plan.visit.date >= today:
        return ""
    told = say(
        "This day is past: in this plan it is {today}. A visit that was is told in its log; one to come has a later "
        "day.",
        today=in_full(today),
    )
    return f'<p class="pp-help pp-past">{escape(str(told))}</p>'


def _stops(store: Store) -> Editor:
    """The stops, each with what its zone says of it."""
    rules = region()
    editor = Editor(
        store,
        STOPS,
        STOP,
        say_in("visit", "Stops"),
        UNIT,
        line=_stop_line,
        offers={"zone": _zones},
        columns=STOP_COLUMNS,
        order=Order(
            first=STOP_FIRST,
            fills={"zone": lambda one: _said_of(store.plan.meta.case, one.zone)},
            filled=("ppe", "allowed", "forbidden"),
            beside={"zone": lambda: rules},
        ),
        place=say("Stop {n} of {all}"),
    )

    def show() -> None:
        one = next((it for it in store.plan.visit.stops if it.id == editor.rows.list.value), None)
        set_region(rules, _rules(store.plan.meta.case, one.zone) if one else "")

    editor.rows.list.observe(lambda _: show(), "value")
    store.watch(show)
    show()
    return editor


def _shots(store: Store) -> Editor:
    return Editor(
        store,
        SHOTS,
        SHOT,
        say("Shots"),
        UNIT,
        line=_shot_line,
        offers={"menu": lambda plan: [(str(say("not from the menu")), ""), *rows(plan.meta.case)]},
        columns=_shot_columns(store),
        order=Order(first=SHOT_FIRST),
        place=say("Shot {n} of {all}"),
    )


def _zones(plan: Any) -> list[tuple[str, str]]:
    """The plant's zones, each with whether one films there."""
    return [(f"{pick(one.name)} · {FILMING[one.filming]}", one.id) for one in zones_of(plan.meta.case).values()]


def _said_of(case: str, zone: str) -> dict[str, Any]:
    known = zones_of(case)
    return {name: value for name, value in of_zone(known[zone]).items() if value} if zone in known else {}


def _rules(case: str, zone: str) -> str:
    """What the plant says of a zone, as it stands beside the choice."""
    known = zones_of(case)
    if zone not in known:
        return ""
    one = known[zone]
    told: list[tuple[Words, Any]] = [
        (say("Filming:"), FILMING[one.filming]),
        (say("May be filmed:"), pick(one.filmed)),
        (say("Never in frame:"), pick(one.never)),
        (say("Worn:"), pick(one.ppe)),
        (say("Mind:"), pick(one.limits)),
    ]
    lines = "".join(f"<li><b>{escape(str(name))}</b> {escape(str(value))}</li>" for name, value in told)
    return f'<ul class="pp-zone-rules">{lines}</ul>'


STOP_COLUMNS = (
    Column(say("Stop"), lambda one: (begun(one.name, 60) or str(EMPTY), one.host)),
    Column(say("On foot"), lambda one: "" if one.walk is None else _minutes(one.walk)),
    Column(say("There"), lambda one: "" if one.minutes is None else _minutes(one.minutes), strong=True),
    Column(say("Protective equipment"), lambda one: ", ".join(one.ppe)),
)


def _minutes(n: int) -> str:
    return str(say("{n} min", n=n))


def _shot_columns(store: Store) -> tuple[Column, ...]:
    def where(one: Shot) -> str:
        name = next((it.name for it in store.plan.visit.stops if it.id == one.stop), "")
        return begun(f"{one.stop} · {name}" if name else one.stop, 60)

    return (
        Column(say("What is seen"), lambda one: (begun(one.what, 80) or str(EMPTY), where(one))),
        Column(say("Size, move"), lambda one: (_short(SIZES, one.size), _short(MOVES, one.move))),
        Column(say("Length, sound"), lambda one: (_seconds(one.seconds), begun(one.sound, 40)), strong=True),
        Column(say("Ideas"), lambda one: ", ".join(one.ideas)),
        Column(say("Priority"), lambda one: _short(PRIORITIES, one.priority)),
    )


def _seconds(n: float | None) -> str:
    return "" if n is None else str(say("{n} s", n=number(n)))


def _short(words: Any, key: str) -> str:
    """A choice in a table: what stands before its first mark."""
    return str(pick(words[key])).partition(":")[0].partition(",")[0] if key else ""


def _stop_line(one: Stop) -> str:
    return f"{one.id} · {one.name or EMPTY}"


def _shot_line(one: Shot) -> str:
    told = " · ".join(filter(None, (begun(one.what, 80) or str(EMPTY), one.stop, _seconds(one.seconds))))
    return f"{one.id} · {told}"


def _static(plan: Plan, stops: Editor, shots: Editor) -> str:
    """Without a kernel: when, and the two lists."""
    when = plan.visit.date
    day = f"<p>{escape(str(say('Day of the visit: {day}', day=when)))}</p>" if when else ""
    return day + stops.static() + shots.static()
