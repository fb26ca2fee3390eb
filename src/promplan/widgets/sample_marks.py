"""Two sample plans to grade before one grades one's own: the team's levels first, then ours with reasons."""

from collections.abc import Mapping
from html import escape

import ipywidgets as widgets

from promplan.cases.example import example
from promplan.grading import Anchor, anchors, compared, criterion, scored
from promplan.grading.excerpt import Excerpt, excerpt
from promplan.language import Problem, Words, say, say_many
from promplan.plan.document import Plan
from promplan.plan.store import Store
from promplan.widgets.guard import Guard
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.pitching import Levels, paragraph

PATH = "pitch.samples"
LEAD = say(
    "Two plans of invented teams. Read what each of them has for a criterion, and choose the level in whose words you "
    "find it. With your seventh level ours are shown beside yours, with a reason each; then no level can be changed."
)


def sample_marks(store: Store) -> Panel:
    """Grade two sample plans; ours is hidden until all seven levels are given."""
    return _Calibrating(store).panel


def given(plan: Plan, sample: str) -> dict[str, int | None]:
    """The team's levels of a sample, by criterion."""
    return {one.criterion: one.level for one in plan.pitch.samples if one.sample == sample}


def read(ours: Anchor) -> Plan | None:
    """The sample plan; None where this copy of the course has none."""
    try:
        return example(ours.example)
    except Problem:
        return None


class _Calibrating:
    def __init__(self, store: Store) -> None:
        self.store, self.guard = store, Guard()
        self.plans = {one.id: read(one) for one in anchors()}
        self.which = widgets.ToggleButtons(
            options=[(one.name, one.id) for one in anchors()], description=str(say("Which plan"))
        )
        self.which.add_class("pp-samples")
        self.which.observe(lambda _: self.levels.draw(), "value")
        self.head, self.came = region(), region()
        self.levels: Levels = Levels(
            self.guard, lambda: given(store.plan, self.sample), self.put, self._opened, self.whole
        )
        store.watch(self.levels.draw)
        title, lead = str(say("Grade two plans first")), paragraph(LEAD)
        card = widgets.VBox([self.head, self.levels.radio, self.guard, self.levels.more])
        card.add_class("pp-record")
        children = [heading(title), widgets.HTML(lead), self.which, self.levels.table, card, self.came]
        self.panel = Panel(title, children, lead + "".join(self._static(one) for one in anchors()))

    @property
    def sample(self) -> str:
        """The sample that is open."""
        return str(self.which.value)

    @property
    def ours(self) -> Anchor:
        """Our marks of it."""
        return next(one for one in anchors() if one.id == self.sample)

    def whole(self) -> bool:
        """Has the open sample all its levels?"""
        return scored(given(self.store.plan, self.sample)).whole

    def put(self, id_: str, level: int) -> None:
        """Give the open sample a level."""
        held = next(
            (one for one in self.store.plan.pitch.samples if (one.sample, one.criterion) == (self.sample, id_)), None
        )
        if held is None:
            self.store.add(PATH, {"sample": self.sample, "criterion": id_, "level": level})
        elif held.level != level:
            self.store.put(f"{PATH}/{held.id}", {"level": level}, seen={"level": held.level})

    def _opened(self, id_: str) -> None:
        set_region(self.head, excerpts(self.plans[self.sample], id_))
        told = given(self.store.plan, self.sample)
        set_region(self.came, verdict(told, self.ours) if scored(told).whole else missing(told))

    def _static(self, one: Anchor) -> str:
        told = given(self.store.plan, one.id)
        head = f"<h4>{escape(one.name)}</h4>"
        return head + (verdict(told, one) if scored(told).whole else missing(told))


def excerpts(plan: Plan | None, id_: str) -> str:
    """What a sample has for a criterion, as cards."""
    head = f"<h4>{escape(criterion(id_).name)}</h4>"
    if plan is None:
        return head + paragraph(say("This copy of the course holds no such sample plan."))
    return f'{head}<div class="pp-excerpts">{"".join(_card(one) for one in excerpt(plan, id_))}</div>'


def _card(one: Excerpt) -> str:
    lines = "".join(
        f"<li>{escape(text)}{f' <span class=pp-reference>[{escape(ref)}]</span>' if ref else ''}</li>"
        for ref, text in one.lines
    )
    more = f"<li>{escape(str(say('and {n} more', n=one.more)))}</li>" if one.more else ""
    body = f"<ul>{lines}{more}</ul>" if lines else paragraph(say("The plan says nothing of it."))
    return f"<div><h5>{escape(str(one.head))}</h5>{body}</div>"


def missing(told: Mapping[str, int | None]) -> str:
    """How many levels are still to be given before ours are shown."""
    n = len(scored(told).missing)
    return paragraph(
        say_many(
            "{n} level is still missing; then ours are shown.", "{n} levels are still missing; then ours are shown.", n
        )
    )


def verdict(told: Mapping[str, int | None], ours: Anchor) -> str:
    """Yours beside ours, how far each is, and why ours is what it is."""
    by = compared(told, ours)
    rows = []
    for mark in ours.marks:
        off = by.by[mark.criterion]
        head = say("you {mine}, we {ours}", mine=told[mark.criterion], ours=mark.level)
        ids = f" [{', '.join(mark.ids)}]" if mark.ids else ""
        rows.append(
            f"<li><b>{'=' if not off else '±1' if abs(off) == 1 else '≠'} {escape(str(head))}</b>"
            f"<span>{escape(criterion(mark.criterion).name)}</span>"
            f"<small>{escape(_far(off))}</small><small>{escape(mark.why + ids)}</small></li>"
        )
    said = say(
        "Exact: {exact} of {n}; one level off: {near}; farther: {far}. By your levels it has {mine} points, by "
        "ours {ours}.",
        exact=len(by.exact), n=by.n, near=len(by.near), far=len(by.far),
        mine=round(scored(told).total, 1), ours=round(scored(ours.levels).total, 1),
    )  # fmt: skip
    return f'{paragraph(said, "pp-sum")}{paragraph(_advice(by.by))}<ul class="pp-answered">{"".join(rows)}</ul>'


def _far(off: int) -> str:
    if not off:
        return str(say("exactly as we"))
    if off > 0:
        return str(say_many("{n} level kinder than we", "{n} levels kinder than we", off))
    return str(say_many("{n} level stricter than we", "{n} levels stricter than we", -off))


def _advice(by: Mapping[str, int]) -> Words:
    """Are they kind or strict on the whole? What a jury needs to know of itself."""
    mean = sum(by.values()) / len(by)
    if mean >= 0.5:
        return say(
            "You are kinder than we on the whole: read the words of the level above and ask where the plan shows it."
        )
    if mean <= -0.5:
        return say("You are stricter than we on the whole: a level asks for what its words say, and for no more.")
    return say("On the whole you and we mean the same by the same words. Now your own plan.")
