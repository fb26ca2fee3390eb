"""Suggest a schedule: every move with its reasons, every rule that had to be bent; taken or refused piece by piece."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import Problem, Words, day, say, say_many
from promplan.language.typesetting import unset
from promplan.plan.document import Plan
from promplan.plan.labels import label_of
from promplan.plan.production import Dates
from promplan.plan.store import Store
from promplan.schedule.moves import Move, clashes, moved
from promplan.schedule.suggested import FIRST, Suggestion, suggest
from promplan.widgets.controls import begun
from promplan.widgets.guard import Guard
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.proposals import Proposal, Proposals
from promplan.widgets.toast import Toast
from promplan.widgets.visit_stops import change

LONG = 20.0  # seconds of a longer search
ITEMS = "items"
LEAD = say(
    "It looks for days that keep every clearance, the order of pieces, the rhythm of each channel, your hours and the "
    "shares of the pillars; pieces that stay where they are (pinned) are never moved. Where the rules cannot all hold, "
    "it says which one it bent. Tick the moves that you want; the others are refused."
)
STALE = say("The plan has changed since this was worked out. Do it again.")


def suggest_schedule(store: Store) -> Panel:
    """A day for each piece, with reasons; what you tick goes into the plan, and Undo takes it back."""
    return _Schedule(store).panel


class Moving:
    """What both tools share: moves as proposals, and taking those that are ticked."""

    def __init__(self, store: Store, guard: Guard) -> None:
        self.store, self.guard = store, guard
        self.toast, self.moves = Toast(guard), tuple[Move, ...]()
        self.of: Any = None
        self.proposals = Proposals(say("Moves"))
        self.proposals.observe(guard.handler(self.take_ticked), "pressed")
        self.stale = region()
        self.show(())
        store.watch(self.follow)

    def show(self, moves: Sequence[Move]) -> None:
        """Show moves that were worked out from the plan as it is now."""
        self.moves, self.of = tuple(moves), key(self.store.plan)
        self.proposals.show([proposal(self.store.plan, one) for one in moves])
        self.follow()

    def follow(self) -> None:
        """Moves of another plan than this one are told as old, and cannot be taken."""
        fresh = self.of == key(self.store.plan)
        set_region(self.stale, "" if fresh or not self.moves else f"<p>{escape(str(STALE))}</p>")
        self.proposals.fresh = fresh

    def take_ticked(self) -> None:
        """The ticked moves go into the plan; what then stands too close, because others were refused, is told."""
        wanted = set(self.proposals.value)
        chosen = [one for one in self.moves if one.item in wanted]
        if not chosen:
            raise Problem(say("No move is ticked."))
        if self.of != key(self.store.plan):
            raise Problem(STALE)
        said = say_many("{n} piece has its new day.", "{n} pieces have their new days.", len(chosen))
        change(self.store, self.toast, [ITEMS], lambda plan: moved(plan, chosen), lambda: said)
        close = clashes(self.store.plan, chosen)
        self.show([one for one in self.moves if one.item not in wanted])
        if close:
            set_region(self.stale, listed(say("Too close on one channel now"), close))


def key(plan: Plan) -> Any:
    """All that a schedule stands on: what the pieces and the calendar say, the desk's day, the facts' clearances."""
    items = tuple(
        (one.id, one.channel, one.pillar, one.owner, tuple(one.facts), one.dates.model_dump_json(),
         one.placing.model_dump_json(exclude={"note"}))
        for one in plan.items
    )  # fmt: skip
    facts = tuple((one.id, one.clearance.state, one.clearance.until, one.valid_until) for one in plan.enterprise.facts)
    letters = tuple((one.id, one.sent, one.answer.state) for one in plan.desk.requests)
    meta = plan.meta.campaign_start, plan.meta.campaign_end, plan.meta.as_of, plan.desk.day
    return items, facts, letters, meta, plan.brief.answer_days, plan.visit.date, plan.calendar.model_dump_json()


def proposal(plan: Plan, one: Move) -> Proposal:
    """A move as something to take or to refuse."""
    piece = next((it for it in plan.items if it.id == one.item), None)
    channel = next((it.name or it.id for it in plan.channels if it.id == one.channel), one.channel)
    title = begun(piece.title, 60) if piece else ""
    head = " · ".join(it for it in (one.item, title, channel) if it)
    words = label_of(Dates.model_fields["publish"]) or Words("publish")
    before = weekday(one.before) if one.before else str(say("no day"))
    why = [say("Why: {why}.", why=unset(str(it))) for it in one.why]
    return Proposal(one.item, "new" if one.before is None else "info", head, [(words, before, weekday(one.day))], why)


WEEKDAYS = (say("Mon"), say("Tue"), say("Wed"), say("Thu"), say("Fri"), say("Sat"), say("Sun"))


def weekday(when: Any) -> str:
    """A day with its weekday: Tue 2026-12-01."""
    return f"{WEEKDAYS[when.weekday()]} {day(when)}"


def listed(title: Words, lines: Sequence[Words | str]) -> str:
    """A heading and its lines as HTML; nothing where there are none."""
    if not lines:
        return ""
    rows = "".join(f"<li>{escape(str(one))}</li>" for one in lines)
    return f"<p><b>{escape(str(title))}</b></p><ul>{rows}</ul>"


def named(given: Mapping[str, Words]) -> list[Words]:
    """What is said of pieces, each with its id."""
    return [say("{id}: {why}", id=id_, why=why) for id_, why in given.items()]


class _Schedule:
    def __init__(self, store: Store) -> None:
        self.store, self.guard = store, Guard(acts=True)
        self.moving, self.told = Moving(store, self.guard), region()
        self.go = widgets.Button(description=str(say("Suggest a schedule")))
        self.go.add_class("pp-add")
        self.go.button_style = "primary"
        self.on = widgets.Button(description=str(say("Search {n} seconds more", n=int(LONG))))
        self.go.on_click(self.guard.handler(lambda: self.work(FIRST)))
        self.on.on_click(self.guard.handler(lambda: self.work(LONG)))
        self.on.layout.display = "none"
        title, lead = str(say("Suggest a schedule")), f"<p>{escape(str(LEAD))}</p>"
        row = widgets.HBox([self.go, self.on], layout=widgets.Layout(flex_flow="row wrap"))
        children = [
            heading(title),
            widgets.HTML(lead),
            row,
            self.guard,
            self.told,
            self.moving.proposals,
            self.moving.stale,
            self.moving.toast,
        ]
        self.panel = Panel(title, children, lead)

    def work(self, seconds: float) -> None:
        """Work out a schedule within its seconds, and tell it."""
        self.moving.show(())
        set_region(self.told, "")
        self.on.layout.display = "none"
        found = suggest(self.store.plan, seconds)
        self.moving.show(found.moves)
        set_region(self.told, told(found))
        self.on.layout.display = None if not found.proven and not found.ended else "none"


def told(found: Suggestion) -> str:
    """A suggestion as HTML: how many move, how good it is, what was bent, what stands aside."""
    head = [
        say_many("{n} piece would get another day.", "{n} pieces would get another day.", len(found.moves))
        if found.moves
        else say("No piece has to move: the days that you chose keep the rules as well as any others would."),
        *([say_many("{n} keeps its day.", "{n} keep their days.", found.stay)] if found.stay else []),
        found.words,
    ]
    text = " ".join(map(str, head))
    parts = [
        f"<p><b>{escape(text)}</b></p>",
        listed(say("Rules that had to be bent"), found.bent),
        listed(say("No day was found for"), [*found.left.values()]),
        listed(say("Pinned, and against a rule"), named(found.kept)),
        listed(say("Not searched"), named(found.aside)),
    ]
    return f'<div class="pp-fit">{"".join(parts)}</div>'
