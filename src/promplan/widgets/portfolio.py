"""The portfolio: a card for each member, what of it stands on the page today, what does not and why, and the papers."""

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape
from typing import Any, Protocol

import ipywidgets as widgets

from promplan.language import Problem, Words, pick, say, say_in
from promplan.plan import edit, files, letters
from promplan.plan.document import Plan
from promplan.plan.leave import shown, why_not
from promplan.plan.meta import REAL
from promplan.plan.pitch import LEAVES, Card
from promplan.plan.portfolio import Choice, Left, choice
from promplan.plan.store import Store
from promplan.widgets.controls import begun
from promplan.widgets.editor import Editor
from promplan.widgets.guard import Guard
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.table import Column
from promplan.widgets.visit_papers import PaperButtons

UNIT, PATH, FOLDER = "10-pitch", "pitch.cards", "portfolio"
FIELDS = (
    *("member", "did", "learned", "shows"),
    *("page", "pool", "signed_on", "until", "minor", "parent", "withdrawn_on"),
)
FIRST = (
    *(("member",), ("did",), ("learned",), ("shows",)),
    *(("page", "pool"), ("signed_on", "until"), ("minor", "parent"), ("withdrawn_on",)),
)
LEAD = say(
    "A card says what you did and what you show of it. It stands nowhere until you have signed the paper; under 18 a "
    "parent signs too. You can take it back on any day: the page is then made anew without you, and says nothing "
    "about it."
)

GONE = say(
    "Taken back. Now press “Make the page”: the file that was made before still shows it. Write to whoever has a copy."
)


class Papers(Protocol):
    """What makes the papers: `promplan.export.portfolio_papers`."""

    def papers(self, on: date, held: Any, tell: Any) -> Any:
        """The consent and the page of a day; `tell` hears what did not get onto the page."""


def portfolio(store: Store, papers: Papers) -> Panel:
    """The team's cards, and what of them stands on the page: only what has consent, and nothing of who has not."""
    return _Portfolio(store, papers).panel


class _Portfolio:
    def __init__(self, store: Store, papers: Papers) -> None:
        self.store, self.papers = store, papers
        self.editor = Editor(
            store,
            PATH,
            FIELDS,
            say("Portfolio cards"),
            UNIT,
            line=self._line,
            offers={"shows": offered},
            columns=self._columns(),
            order=Order(first=FIRST),
            place=say("Card {n} of {all}"),
        )
        self.guard, self.gone = Guard(), region()
        self.all = widgets.Button(description=str(say("A card for everybody who has none")))
        self.all.layout = widgets.Layout(width="auto")
        self.all.on_click(self.guard.handler(self.everybody))
        self.take_back = widgets.Button(description=str(say("Take the chosen card's consent back")))
        self.take_back.layout = widgets.Layout(width="auto")
        self.take_back.on_click(self.guard.handler(self.withdraw))
        self.told = region()
        self.undrawn = region()
        for one in (self.told, self.undrawn):
            one.add_class("pp-standing")
        self.buttons = PaperButtons(store, self._papers(), say("Papers of the portfolio"), FOLDER)
        store.watch(self.draw)
        self.draw()
        title, lead = str(say("The portfolio")), f"<p>{escape(str(LEAD))}</p>"
        acts = widgets.HBox([self.all, self.take_back], layout=widgets.Layout(flex_flow="row wrap"))
        children = [
            *(heading(title), widgets.HTML(lead)),
            *self.editor.children,
            *(acts, self.guard, self.gone),
            *(heading(str(say("What stands on the page today"))), self.told),
            *self.buttons.panel.children[:-1],  # without its style, which the panel brings
            self.undrawn,
        ]
        self.panel = Panel(title, children, f"{lead}{told(store.plan, self.on)}{self.buttons.panel.static}")
        self.panel.add_class("pp-portfolio")

    @property
    def on(self) -> date:
        """The plan's own day, or today's."""
        return day_of(self.store.plan)

    def held(self, id_: str) -> bytes | None:
        """The bytes of a file beside the plan."""
        one = next((it for it in self.store.plan.attachments if it.id == id_), None)
        try:
            return None if one is None else files.read(self.store.folder, one)
        except Problem:
            return None

    def _papers(self) -> Any:
        return self.papers.papers(self.on, self.held, self.missed)

    def missed(self, left: Sequence[Left]) -> None:
        """Say what of all that may stand on the page could not be drawn."""
        known = choice(self.store.plan, self.on).left
        rows = [_because(one.what, one.why) for one in left if one not in known]
        set_region(self.undrawn, _list(say("Could not be drawn, and is not on the page"), rows))

    def draw(self) -> None:
        """Follow the plan: who and what stands on the page of its day."""
        self.buttons.papers = self._papers()
        set_region(self.told, told(self.store.plan, self.on))
        there = {one.member for one in self.store.plan.pitch.cards}
        self.all.disabled = all(one.id in there for one in self.store.plan.team.members)
        self.take_back.disabled = not self.store.plan.pitch.cards

    def everybody(self) -> None:
        """A card for each member who has none."""
        there = {one.member for one in self.store.plan.pitch.cards}
        for one in self.store.plan.team.members:
            if one.id not in there:
                self.store.add(PATH, {"member": one.id})

    def withdraw(self) -> None:
        """Take the chosen card off the page and out of the pool, as of the plan's day."""
        id_ = self.editor.rows.list.value
        if not id_:
            raise Problem(say("Choose a card first."))
        address = f"{PATH}/{id_}"
        one: Any = edit.find(self.store.plan, address)
        values = {name: "withdrawn" for name in ("page", "pool") if getattr(one, name) == "yes"}
        if not values:
            raise Problem(say("This card has no consent in force: there is nothing to take back."))
        self.store.put(address, {**values, "withdrawn_on": one.withdrawn_on or self.on}, seen=edit.fields(one))
        set_region(self.gone, f"<p>{escape(str(GONE))}</p>")

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(say_in("portfolio", "Whose"), self._name, strong=True),
            Column(say_in("portfolio", "What I did"), lambda one: begun(one.did, 90)),
            Column(say_in("portfolio", "Page"), lambda one: str(pick(LEAVES[one.page]))),
            Column(say_in("portfolio", "Pool"), lambda one: str(pick(LEAVES[one.pool]))),
        )

    def _name(self, card: Card) -> str:
        found = next((one.name for one in self.store.plan.team.members if one.id == card.member), "")
        return found or str(say("(nobody chosen)"))

    def _line(self, card: Card) -> str:
        return f"{card.id} · {self._name(card)} · {pick(LEAVES[card.page])}"


def day_of(plan: Plan) -> date:
    """The day for which the page is made: the plan's own; of a real plant's plan never one that is past already."""
    own = letters.today(plan)
    return max(own or date.min, date.today()) if own is None or plan.meta.case == REAL else own


def offered(plan: Plan) -> list[tuple[str, str]]:
    """What a card may show: ideas with a poster, pieces, shots; each with whose it is."""
    names = {one.id: one.name for one in plan.team.members}
    found = [
        *((one, one.title) for one in plan.ideas if one.chosen == "yes"),
        *((one, one.title or one.headline) for one in plan.items),
        *((one, one.what) for one in plan.visit.shots),
    ]
    told = []
    for one, title in found:
        who = names.get(str(getattr(one, "owner", "")) or one.by, "")
        told.append((f"{one.id} · {begun(title)}" + (f" ({who})" if who else ""), one.id))
    return told


def told(plan: Plan, on: date) -> str:
    """Who and what stands on the page of a day, what does not and why, and who is in the pool; as HTML."""
    chosen = choice(plan, on)
    pool = [member.name for member, _ in shown(plan, "pool", on)]
    pooled = [(one.name or one.id, why) for one in plan.team.members if (why := why_not(plan, one, "pool", on))]
    rows = [f"<p>{escape(str(say('As of {day}', day=on)))}</p>"]
    rows.append(_list(say("On the page"), _there(plan, chosen) or [say("nothing yet")]))
    rows.append(
        _list(
            say("Not on the page, and why (only the team reads this)"),
            [_because(it.what, it.why) for it in chosen.left],
        )
    )
    rows.append(_list(say("In the organiser's pool"), pool or [say("nobody yet")]))
    rows.append(_list(say("Not in the pool, and why"), [_because(*it) for it in pooled]))
    return "".join(rows)


def _there(plan: Plan, chosen: Choice) -> list[Words | str]:
    found: list[Words | str] = [chosen.plant] if chosen.plant else []
    found += [one.member.name for one in chosen.members]
    found += [say("the poster “{title}”", title=one.poster.title or one.title) for one in chosen.ideas]
    found += [say("the animatic “{title}”", title=one.title or one.id) for one in chosen.items]
    return found


def _because(what: Words | str, why: Words) -> Words:
    return say("{what}: {why}", what=what, why=why)


def _list(title: Words, rows: Iterable[Words | str]) -> str:
    said = "".join(f"<li>{escape(str(one))}</li>" for one in rows)
    return f"<h4>{escape(str(title))}</h4><ul>{said}</ul>" if said else ""
