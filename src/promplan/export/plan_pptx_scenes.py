"""What each slide of the pitch shows below its title: taken from the plan, in few words and large ones."""

from collections.abc import Callable

from promplan.export import plan_pptx_charts as charts
from promplan.export.office import line
from promplan.export.office_fit import fitted
from promplan.export.plan_pptx_data import by_week, funnel, money, reach
from promplan.export.plan_pptx_deck import BODY, BOTTOM, EDGE, TOP, WIDE, Box, Slide
from promplan.export.posters import chosen, poster, shown
from promplan.export.whole import Whole
from promplan.language import number, say, say_many
from promplan.plan.kpis import Kpi
from promplan.spending.sums import sign

FIGURE = 210.0  # points for a number at the left
GAP, ASIDE = 10.0, 29.0  # points between rows, and for what stands under a head
ROWS = 3  # lines of numbers that a slide bears
LEFT = Box(EDGE, TOP, 410, BOTTOM - TOP)
RIGHT = Box(502, TOP, 410, BOTTOM - TOP)
FULL = Box(EDGE, TOP, WIDE - 2 * EDGE, BOTTOM - TOP)
LARGE = (44.0, 40.0, 36.0, 32.0, 28.0, 24.0)


def rows(slide: Slide, told: list[tuple[str, str, str]]) -> None:
    """Numbers with what they count, all of one size; below them how many more there are."""
    held = told[:ROWS]
    more = len(told) - len(held)
    high = min((FULL.high - (30 if more else 0)) / max(1, len(held)), 116)
    room = high - GAP
    first = FIGURE + 24 if any(one[0] for one in held) else 0
    wide = FULL.wide - first
    below = ASIDE if any(one[2] for one in held) else 0
    figures = slide.one_size([one[0] for one in held], FIGURE, room, (48, 44, 40, 36, 32, 28, 24), bold=True)
    heads = slide.one_size([one[1] for one in held], wide, room - below, (30, 28, 26, 24), bold=bool(below))
    for place, (figure, head, aside) in enumerate(held):
        y = TOP + place * high
        if place:
            slide.band(Box(EDGE, y - 6, FULL.wide, 1.5), "faint")
        if figure:
            slide.text(figure, Box(EDGE, y, FIGURE, room), figures, "primer", bold=True, anchor="m")
        x = EDGE + first
        if aside:
            lines = fitted(head, wide, room - below, heads, bold=True).height
            top = y + (room - lines - below) / 2
            slide.text(head, Box(x, top, wide, lines), heads, bold=True)
            slide.text(aside, Box(x, top + lines, wide, below), (24,), "ink2")
        else:
            slide.text(head, Box(x, y, wide, room), heads, bold=bool(below), anchor="m")
    if more:
        _more(slide, more, FULL)


def _more(slide: Slide, n: int, box: Box) -> None:
    """How many more there are than the slide bears."""
    said = say_many("… and {n} more in the plan", "… and {n} more in the plan", n)
    slide.text(said, Box(box.x, BOTTOM - 30, box.wide, 30), (24,), "ink2")


def problem(slide: Slide, told: Whole) -> bool:
    """The objectives, each with its number."""
    if not shown(told, "objectives"):
        return False
    found = [one for one in told.plan.objectives if one.statement.strip()]
    lines = []
    for one in found:
        figure = "" if one.target is None else number(one.target)
        if one.baseline is not None and figure:
            figure = f"{number(one.baseline)} → {figure}"
        lines.append((figure or one.id, line(one.statement), ""))
    rows(slide, lines)
    return bool(lines)


def audience(slide: Slide, told: Whole) -> bool:
    """Whom it is for: how many they are, and what holds them back."""
    if not shown(told, "audiences"):
        return False
    found = [one for one in told.plan.audiences if one.segment.strip()]
    rows(
        slide,
        [(number(one.size) if one.size is not None else one.id, line(one.segment), line(one.barrier)) for one in found],
    )
    return bool(found)


def message(slide: Slide, told: Whole) -> bool:
    """The umbrella, and the pillars that carry it."""
    if not shown(told, "message"):
        return False
    umbrella = line(told.plan.message.umbrella)
    pillars = [line(one.statement) for one in told.plan.message.pillars if one.statement.strip()]
    pillars = pillars if shown(told, "message.pillars") else []
    held = pillars[:ROWS]
    wide = (FULL.wide - 28 * (len(held) - 1)) / max(1, len(held))
    box = Box(EDGE + 26, TOP, FULL.wide - 26, 142 if pillars else FULL.high)
    top = TOP
    for size in LARGE[2 if pillars else 0 :] if umbrella else ():  # the largest that leaves the pillars their room
        top = TOP + fitted(umbrella, box.wide, box.high, (size, 24), bold=True).height + 26
        if not any(fitted(one, wide, BOTTOM - top - 14, (24,)).cut for one in held):
            break
    if umbrella:
        told_there = slide.text(umbrella, box, (size, 24), bold=True)
        slide.band(Box(EDGE, TOP, 6, told_there.height), "primer")
    sizes = slide.one_size(held, wide, BOTTOM - top - 14, (28, 26, 24))
    for place, one in enumerate(held):
        x = EDGE + place * (wide + 28)
        slide.band(Box(x, top, wide, 3), "plant")
        slide.text(one, Box(x, top + 14, wide, BOTTOM - top - 14), sizes)
    if len(pillars) > ROWS:
        slide.notes.append("; ".join(pillars[ROWS:]))
    return bool(umbrella or pillars)


def idea(slide: Slide, told: Whole) -> bool:
    """The chosen idea, with its poster where there is one."""
    ideas = chosen(told)
    if not ideas:
        return False
    found = poster(told)
    one = found[0] if found else ideas[0]
    box = Box(EDGE, TOP, 470 if found else FULL.wide, FULL.high)
    others = [line(other.title) for other in ideas if other.id != one.id]
    below = 92 if others else 0
    head = slide.text(one.title, Box(box.x, box.y, box.wide, 96), (40, 36, 32, 28), "primer", bold=True)
    top = box.y + head.height + 16
    if one.hook.strip():
        sizes = BODY if found else LARGE
        slide.text(one.hook, Box(box.x, top, box.wide, BOTTOM - below - top), sizes)
    if others:
        also = say("Also: {ideas}", ideas="; ".join(others))
        slide.text(also, Box(box.x, BOTTOM - below + 14, box.wide, below - 14), (24,), "ink2", anchor="b")
    if found:
        slide.picture(found[1], Box(552, 40, 360, BOTTOM - 40))
    return True


def plan(slide: Slide, told: Whole) -> bool:
    """When, where, for how much: in a line, and in two charts."""
    parts = []
    dated = sum(one.dates.publish is not None for one in told.plan.items)
    if shown(told, "items") and dated:
        parts.append(str(say_many("{n} piece", "{n} pieces", dated)))
    if shown(told, "channels") and told.plan.channels:
        parts.append(str(say_many("{n} channel", "{n} channels", len(told.plan.channels))))
    total = told.plan.budget.total
    if shown(told, "budget") and total is not None:
        parts.append(f"{number(total)}\u00a0{sign(told.plan)}")
    if slide.counted:  # what the team wrote is what is said aloud
        parts = []
    if parts:
        slide.text(" · ".join(parts), Box(EDGE, TOP - 4, FULL.wide, 36), (28, 26, 24), bold=True)
    _charts(slide, [by_week(told), money(told)], TOP + (44 if parts else 0))
    return bool(parts) or slide.counted


def _charts(slide: Slide, bars: list[charts.Bars | None], top: float) -> None:
    found = [one for one in bars if one is not None]
    boxes = [LEFT, RIGHT] if len(found) == 2 else [FULL]
    for one, box in zip(found, boxes, strict=False):
        charts.drawn(slide, one, Box(box.x, top, box.wide, BOTTOM - top))


def proof(slide: Slide, told: Whole) -> bool:
    """How we shall know: the funnel or the reach as a chart, and the KPI with their numbers."""
    kpis = [one for one in told.plan.kpis if one.name.strip()] if shown(told, "kpis") else []
    bars = funnel(told) or reach(told)
    if not kpis and bars is None:
        return False
    box = RIGHT if bars else FULL
    if bars:
        charts.drawn(slide, bars, Box(LEFT.x, TOP, (LEFT.wide if kpis else FULL.wide), LEFT.high))
    held = kpis[:ROWS]
    more = len(kpis) - len(held)
    high = min((FULL.high - (34 if more else 0)) / max(1, len(held)), 112)
    sizes = slide.one_size([one.name for one in held], box.wide, high - 39, (28, 26, 24))
    for place, one in enumerate(held):
        y = TOP + place * high
        slide.band(Box(box.x, y, box.wide, 1.5), "faint")
        slide.text(_span(one), Box(box.x, y + 3, box.wide, 36), (30, 28, 26, 24), "primer", bold=True)
        slide.text(one.name, Box(box.x, y + 38, box.wide, high - 39), sizes)
    if more:
        _more(slide, more, box)
    return True


def _span(one: Kpi) -> str:
    """From where to where a KPI shall go."""
    told = str(say("no target yet")) if one.target is None else number(one.target)
    if one.baseline is not None and one.target is not None:
        told = f"{number(one.baseline)} → {told}"
    return f"{told}\u00a0{line(one.unit)}" if one.target is not None and one.unit.strip() else told


def ask(slide: Slide, told: Whole) -> bool:
    """What is asked of the plant: the team's own words, else what the chosen ideas need of it."""
    asked = line(told.plan.pitch.ask) if shown(told, "pitch") else ""
    to = line(told.plan.pitch.to) if shown(told, "pitch") else ""
    if asked:
        slide.text(asked, Box(EDGE, TOP, FULL.wide, FULL.high - (74 if to else 0)), LARGE, bold=True, anchor="m")
        if to:
            said = say("To: {who}", who=to)
            slide.text(said, Box(EDGE, BOTTOM - 60, FULL.wide, 60), (26, 24), "ink2", anchor="b")
        return True
    lines = [("", line(one.needs), line(one.title)) for one in chosen(told) if one.needs.strip()]
    total = told.plan.budget.total
    if shown(told, "budget") and total:
        sum_ = f"{number(total)}\u00a0{sign(told.plan)}"
        lines.insert(0, ("", str(say("{sum} for the whole campaign", sum=sum_)), line(told.plan.budget.given_by)))
    rows(slide, lines)
    return bool(lines)


SCENES: dict[str, Callable[[Slide, Whole], bool]] = {
    "problem": problem,
    "audience": audience,
    "message": message,
    "idea": idea,
    "plan": plan,
    "proof": proof,
    "ask": ask,
}
