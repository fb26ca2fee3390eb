"""What fits into the visit, what falls out and why, what ten more minutes would bring; the best order at one press."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.cases.placed import legs
from promplan.language import Problem, Words, number, say, say_in
from promplan.media.visit import Best, best, worth
from promplan.plan.document import Plan
from promplan.plan.store import Store
from promplan.plan.visit import Visit as Planned
from promplan.plan.visit_minutes import LOOK, minutes_of
from promplan.widgets.controls import begun
from promplan.widgets.guard import Guard
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.toast import Toast
from promplan.widgets.visit_fit import SETTING_UP, Asked, asked
from promplan.widgets.visit_kit import SHOTS
from promplan.widgets.visit_stops import STOPS, change, closed, site_of, zones_of
from promplan.widgets.visit_taken_out import CLEARANCES, HAZARDS, taken_out, what_went

MORE = 10  # minutes
EXPLAINED = say(
    "Press the button: of all choices and orders it finds the most valuable one that fits your minutes. A shot is "
    "worth what its priority says, once for each idea that it serves. A must stays in: where all musts do not fit, you "
    "are told. What the plant has refused and what nobody gets to falls out, a must too, and is named. {look} minutes "
    "at the gate are kept for the footage. A shot of the menu takes the minutes that stand there, any other its "
    "seconds and {more} minutes of setting up.",
    look=LOOK,
    more=SETTING_UP,
)
STALE = say("The plan has changed since this was worked out. Press the button again.")


@dataclass(frozen=True)
class Answer:
    """What was worked out, from which plan, and what the same visit would be with some minutes more."""

    asked: Asked
    best: Best
    longer: Best | None
    worth: dict[int, float | None]
    of: tuple[Any, ...]


def plan_my_visit(store: Store) -> Panel:
    """The best order of the team's stops and shots in its minutes, with reasons."""
    return _Planner(store).panel


def worked_out(plan: Plan) -> Answer:
    """The best visit of a plan, and one that is ten minutes longer."""
    question = asked(plan)
    found = best(question.visit)
    minutes = question.visit.minutes
    longer = best(replace(question.visit, minutes=minutes + MORE)) if found.missed else None
    return Answer(question, found, longer, worth(question.visit, [max(0, minutes - MORE), minutes + MORE]), _key(plan))


def _key(plan: Plan) -> tuple[Any, ...]:
    """All that the answer stands on; who is in a shot, or its log, is none of it."""
    visit = plan.visit
    shots = tuple(
        (one.id, one.stop, tuple(one.ideas), one.seconds, one.priority, one.menu, one.clearance.state)
        for one in visit.shots
    )
    stops = tuple((one.id, one.x, one.y, one.zone, one.walk) for one in visit.stops)
    return plan.meta.case, visit.minutes, visit.back, stops, shots


class _Planner:
    def __init__(self, store: Store) -> None:
        self.store, self.guard = store, Guard(acts=True)
        self.toast, self.said, self.stale = Toast(self.guard), region(), region()
        self.answer: Answer | None = None
        self.go = widgets.Button(description=str(say("Plan my visit")))
        self.go.add_class("pp-add")
        self.go.button_style = "primary"
        self.use = widgets.Button(description=str(say("Use this order")))
        self.drop = widgets.Button(description=str(say("Take out what does not fit")))
        for button, act in ((self.go, self.work), (self.use, self.use_order), (self.drop, self.drop_rest)):
            button.on_click(self.guard.handler(act))
        row = widgets.HBox([self.use, self.drop], layout=widgets.Layout(flex_flow="row wrap"))
        store.watch(self.follow)
        self.follow()
        title = str(say_in("visit", "Does it fit?"))
        lead = widgets.HTML(f"<p>{escape(str(EXPLAINED))}</p>")
        children = [heading(title), lead, self.go, self.guard, self.stale, self.said, row, self.toast]
        self.panel = Panel(title, children, f"<p>{escape(str(EXPLAINED))}</p>")

    def work(self) -> None:
        """Work it out and say so; what stands against it is a `Problem`."""
        self.answer = None
        try:
            self.answer = worked_out(self.store.plan)
        finally:
            set_region(self.said, "" if self.answer is None else told(self.store.plan, self.answer))
            self.follow()

    def follow(self) -> None:
        """An answer to another plan than this one is told as old, and cannot be used."""
        fresh = self.answer is not None and self.answer.of == _key(self.store.plan)
        set_region(self.stale, f"<p>{STALE}</p>" if self.answer is not None and not fresh else "")
        missed = fresh and self.answer is not None and bool(_dropped(self.store.plan, self.answer))
        for button, usable in ((self.use, fresh), (self.drop, missed)):
            if button.disabled == usable:
                button.disabled = not usable

    def _fresh(self) -> Answer:
        if self.answer is None or self.answer.of != _key(self.store.plan):
            raise Problem(STALE)
        return self.answer

    def use_order(self) -> None:
        """The stops and shots in the order that was found, with their minutes."""
        found = self._fresh()
        self._change(lambda plan: ordered(plan, found), say("The stops stand in this order now."))

    def drop_rest(self) -> None:
        """Shots that fell out, and stops with nothing left to film, leave the plan."""
        found = self._fresh()
        before = self.store.plan
        gone = _dropped(before, found)
        self._change(lambda plan: taken_out(plan, gone), what_went(before, gone), HAZARDS, CLEARANCES)

    def _change(self, act: Any, said: Words, *more: str) -> None:
        change(self.store, self.toast, [STOPS, SHOTS, *more], act, lambda: said)
        if self.answer is not None:  # our own change is no news: what was found still holds
            self.answer = replace(self.answer, of=_key(self.store.plan))
            self.follow()


def ordered(plan: Plan, answer: Answer) -> Plan:
    """The plan with stops and shots in the order of the answer, and its minutes; what is left out comes last."""
    route = answer.best.route
    new = plan.model_copy(deep=True)
    place = {halt.stop: n for n, halt in enumerate(route.halts)}
    new.visit.stops = sorted(new.visit.stops, key=lambda one: place.get(one.id, len(place)))
    halts = {halt.stop: halt for halt in route.halts}
    for one in new.visit.stops:
        if one.id in halts:
            halt = halts[one.id]
            one.walk, one.minutes = halt.way.minutes, halt.leave - halt.arrive
    if len(halts) == len(new.visit.stops) and route.halts:
        new.visit.back = route.minutes - route.halts[-1].leave
    if (there := site_of(new.meta.case)) is not None:
        ways = {leg.stop: leg for leg in legs(there, new.visit.stops, closed(zones_of(new.meta.case)))}
        for one in new.visit.stops:
            if one.id not in halts:
                one.walk = ways[one.id].minutes if ways[one.id].reached else None
        new.visit.back = ways[""].minutes if "" in ways else None
    shots = {id_: n for n, id_ in enumerate(route.shots)}
    new.visit.shots = sorted(new.visit.shots, key=lambda one: shots.get(one.id, len(shots)))
    return new


def _dropped(plan: Plan, answer: Answer) -> list[str]:
    """The addresses of what does not fit: shots that fell out, then stops where nothing is left to film."""
    out = {one.shot for one in answer.best.missed} | set(answer.asked.left_out)
    stay = {one.stop for one in plan.visit.shots if one.id not in out}
    empty = {one.stop for one in plan.visit.shots if one.id in out} - stay
    shots = [f"{SHOTS}/{one.id}" for one in plan.visit.shots if one.id in out]
    return [*shots, *(f"{STOPS}/{one.id}" for one in plan.visit.stops if one.id in empty)]


def told(plan: Plan, answer: Answer) -> str:
    """The answer as HTML: what fits, stop by stop with the clock; what fell out; what other minutes would bring."""
    route, visit = answer.best.route, plan.visit
    names = {one.id: one.name or one.id for one in visit.stops}
    whats = {one.id: f"{one.id} {begun(one.what, 60)}".strip() for one in visit.shots}
    head = say(
        "{n} of {all} shots fit: {minutes} minutes, of them {walked} on foot, {entered} to get ready, {filmed} "
        "filming; {left} are left, and {look} for the footage at the gate.",
        n=len(route.shots),
        all=len(visit.shots),
        minutes=route.minutes,
        walked=route.walked,
        entered=route.entered,
        filmed=route.filmed,
        left=answer.best.left,
        look=LOOK,
    )
    halts = "".join(
        f"<li><b>{escape(_clock(visit, halt.arrive))}</b> {escape(names[halt.stop])}: "
        f"{escape('; '.join(whats[one] for one in halt.shots))}</li>"
        for halt in route.halts
    )
    back = say("{clock} back at the gate", clock=_clock(visit, route.minutes))
    parts = [f"<p><b>{escape(str(head))}</b></p>", f"<ol>{halts}<li>{escape(str(back))}</li></ol>"]
    gone = [(one.shot, str(one.why)) for one in answer.best.missed]
    gone += [(id_, str(why)) for id_, why in answer.asked.left_out.items()]
    if gone:
        rows = "".join(f"<li>{escape(whats[id_])}: {escape(why)}</li>" for id_, why in gone)
        parts.append(f"<p><b>{escape(str(say('What falls out, and why')))}</b></p><ul>{rows}</ul>")
    parts += [f"<p>{escape(str(one))}</p>" for one in answer.asked.assumed]
    parts.append(f"<p>{escape(str(_other_minutes(answer, whats)))}</p>")
    parts.append(f"<p>{escape(str(_as_it_stands(visit)))}</p>")
    return f'<div class="pp-fit">{"".join(parts)}</div>'


def _as_it_stands(visit: Planned) -> Words:
    """The same sum as in the findings and in the figure: of the stops as the plan has them now."""
    day = minutes_of(visit)
    return say(
        "As your stops stand in the plan now, with their own minutes, the visit takes {whole}: {there} at the stops, "
        "{foot} on foot with the way back, {look} for the footage. “Use this order” puts the minutes found here into "
        "the plan.",
        whole=day.whole,
        there=day.there,
        foot=day.foot,
        look=LOOK,
    )


def _clock(visit: Planned, minute: int) -> str:
    """A minute of the visit as the clock shows it; without an hour, the minute itself."""
    if visit.arrival is None:
        return str(say("minute {n}", n=minute))
    start = datetime.combine(datetime(2000, 1, 1), time(visit.arrival.hour, visit.arrival.minute))
    return f"{start + timedelta(minutes=minute):%H:%M}"


def _other_minutes(answer: Answer, whats: dict[str, str]) -> str:
    """What ten minutes more would bring, and what ten fewer would cost."""
    told, now = [], answer.best.value
    here = set(answer.best.route.shots)
    if answer.longer is None:
        told.append(say("Ten more minutes would bring nothing: every shot fits."))
    elif answer.longer.value <= now:
        told.append(say("Ten more minutes would bring no further shot."))
    else:
        come = [whats[one] for one in answer.longer.route.shots if one not in here]
        gone = [whats[one] for one in here if one not in answer.longer.route.shots]
        said = say("Ten more minutes would bring: {come}.", come="; ".join(come))
        told.append(say("{said} Given up for it: {gone}.", said=said, gone="; ".join(gone)) if gone else said)
    less = answer.worth[min(answer.worth)]
    if less is None:
        told.append(say("With ten minutes fewer the musts no longer fit."))
    elif less < now:
        told.append(
            say(
                "With ten minutes fewer the visit is worth {less} instead of {now}.",
                less=number(less),
                now=number(now),
            )
        )
    return " ".join(map(str, told))
