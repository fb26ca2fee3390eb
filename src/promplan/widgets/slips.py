"""What if a clearance comes later: what moves, what it costs, and after how many days the first piece has to move."""

from collections.abc import Sequence
from html import escape

import ipywidgets as widgets

from promplan.days.cleared import slipping
from promplan.language import Problem, Words, say, say_many
from promplan.plan.store import Store
from promplan.schedule.slipping import FAR, Slip, slip
from promplan.widgets.guard import Guard
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.schedule import Moving, listed, named

USUAL = 7  # days
ALL = ""
LEAD = say(
    "Choose what is late and by how many days. Only pieces that would come out before their clearance move, and "
    "those that come after them; all others stay where they are."
)


def what_if_slips(store: Store) -> Panel:
    """What a late clearance does to the calendar; what you tick of it goes into the plan."""
    return _Slipping(store).panel


class _Slipping:
    def __init__(self, store: Store) -> None:
        self.store, self.guard = store, Guard(acts=True)
        self.moving, self.told = Moving(store, self.guard), region()
        wide = widgets.Layout(width="98%", max_width="44em")
        style = {"description_width": "13em"}
        self.of = widgets.Dropdown(description=str(say("What comes later")), style=style, layout=wide)
        self.days = widgets.BoundedIntText(
            value=USUAL,
            min=0,
            max=FAR,
            description=str(say("By how many days")),
            style=style,
            layout=widgets.Layout(width="98%", max_width="22em"),
        )
        self.go = widgets.Button(description=str(say("What moves?")))
        self.go.add_class("pp-add")
        self.go.button_style = "primary"
        self.go.on_click(self.guard.handler(self.work))
        store.watch(self.offer)
        self.offer()
        title, lead = str(say("What if clearance slips?")), f"<p>{escape(str(LEAD))}</p>"
        children = [
            heading(title),
            widgets.HTML(lead),
            self.of,
            self.days,
            self.go,
            self.guard,
            self.told,
            self.moving.proposals,
            self.moving.stale,
            self.moving.toast,
        ]
        self.panel = Panel(title, children, lead)

    def offer(self) -> None:
        """All that may come later, as the plan is now."""
        known = slipping(self.store.plan)
        options = [(str(say("all that the plant still owes us")), ALL)]
        options += [(str(why), id_) for id_, why in known.items()]
        if list(self.of.options) != options:
            held = self.of.value
            self.of.options = options
            self.of.value = held if held in known else ALL

    def work(self) -> None:
        """Work out what the delay does, and tell it."""
        self.moving.show(())
        set_region(self.told, "")
        known = slipping(self.store.plan)
        if not known:
            raise Problem(
                say(
                    "Nothing in the plan waits for the plant: give the pieces their review days, and the "
                    "brief the days in which the plant answers."
                )
            )
        found = slip(self.store.plan, int(self.days.value), [self.of.value] if self.of.value else list(known))
        self.moving.show(found.moves)
        set_region(self.told, told(found))


def told(found: Slip) -> str:
    """What a delay does, as HTML."""
    parts = [
        listed(say("What it costs"), found.cost),
        listed(say("No day is left for"), [*found.lost.values()]),
        listed(say("Pinned, and would come out uncleared"), found.risky),
        listed(say("Before their clearance already, without any delay"), found.early),
        listed(say("How much slack"), _slack(found)),
        listed(say("Waits for a day that nobody knows"), named(found.unknown)),
    ]
    return f'<div class="pp-fit">{"".join(parts)}</div>'


def _slack(found: Slip) -> Sequence[Words]:
    if found.slack is None:
        return []
    days, id_ = found.slack
    return [
        say_many(
            "{id} is the first to move: at a delay of {n} day.",
            "{id} is the first to move: at a delay of {n} days.",
            days,
            id=id_,
        )
    ]
