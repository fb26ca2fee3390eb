"""Links whose visits can be told apart: the words of each piece, the finished address, what is wrong, and its code."""

from base64 import b64encode
from collections.abc import Sequence
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.figures.code import Code, code
from promplan.language import Problem, Words, number, say, say_many
from promplan.plan import edit
from promplan.plan.advertising import Link
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.plan.labels import label_of
from promplan.plan.store import Store
from promplan.text.link_lint import Flaw, lint
from promplan.text.links import build
from promplan.widgets.calendar_names import EMPTY, channel_named
from promplan.widgets.copying import Copying
from promplan.widgets.download import Download
from promplan.widgets.guard import Guard
from promplan.widgets.link_fill import FIELDS, at_home, filled, others, own_sites, people, tagged
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.part_form import PartForm
from promplan.widgets.row_table import PIECES, RowTable
from promplan.widgets.table import Column
from promplan.widgets.toast import Toast
from promplan.widgets.which_piece import NONE_YET as NONE

FIRST = (("target",), ("source", "medium"), ("campaign", "content"))
CARD, NOWHERE = "budget", "DIS-9"  # that no piece leads anywhere is found at the budget's card
HAND, FAR = 0.3, 100.0  # metres: a card in the hand, the side of a house
LEAD = say(
    "Everybody who comes by a link brings its words along, and a counter sorts them by these: where from (source), by "
    "which way (medium), of which campaign. One spelling for all pieces, or one channel becomes two."
)


def links(store: Store) -> Panel:
    """The link of each piece: built, looked over, copied, and as a QR code to print."""
    return _Links(store).panel


class _Links:
    def __init__(self, store: Store) -> None:
        self.store, self.guard = store, Guard()
        self.toast = Toast(self.guard)
        self.address, self.picture = widgets.HTML(), widgets.HTML()
        self.told, self.size = region(), region()
        self.copy = Copying(say("Copy the address"))
        self.fill = widgets.Button(description=str(say("Fill in what is empty")))
        self.fill.on_click(self.guard.handler(self.fill_in))
        self.away = widgets.BoundedFloatText(
            value=1.0,
            min=HAND,
            max=FAR,
            step=0.1,
            description=str(say("Read from, metres")),
            style={"description_width": "13em"},
            layout=widgets.Layout(width="98%", max_width="22em"),
        )
        self.away.observe(self.guard.handler(self.draw), "value")
        self.svg, self.png = Download(), Download()
        self._made: tuple[str, float] = ("", 0.0)
        self.pieces = RowTable(
            store, PIECES, say("Pieces of content"), self._columns(), self.guard, self.draw, NONE, self._sign
        )
        self.form = PartForm(
            store, Link, self._id, FIELDS, self.guard, PIECES, "link", Order(first=FIRST, typed=self.toast.clear)
        )
        own = self.form.says.belongs
        self.form.says.belongs = lambda one: own(one) or (one.object == CARD and one.rule == NOWHERE)
        self.form.told = self.say
        head = say("QR code: to be printed")
        self.code = widgets.VBox([_small(head), self.picture, self.away, self.size, self.svg, self.png])
        self.code.add_class("pp-qr")
        told = (self.address, self.copy, self.told, self.code)
        self.parts = widgets.VBox([self.fill, self.toast, *self.form.parts, *told])
        title, lead = str(say("Links and their words")), f"<p>{escape(str(LEAD))}</p>"
        children: list[Any] = [heading(title), widgets.HTML(lead), self.pieces.box, self.parts, self.guard]
        self.panel = Panel(title, children, lead + listed(store.plan))
        self.panel.add_class("pp-linking")
        self.draw()
        self.form.says.draw()

    def _columns(self) -> tuple[Column, ...]:
        def words(one: Item) -> str:
            link = one.link
            said = (link.source, link.medium, link.campaign, link.content)
            return " · ".join(it.strip() for it in said if it.strip())

        def where(one: Item) -> tuple[str, str]:
            return one.title or str(EMPTY), channel_named(self.store.plan, one.channel)

        return (
            Column(say("Piece of content"), where),
            Column(say("Its words"), words, strong=True),
            Column(say("Page it leads to"), lambda one: one.link.target),
        )

    def _sign(self, one: Item) -> str:
        if tagged(one).is_empty:
            return ""
        found = flaws(self.store.plan, one)
        return "warning" if any(it.grave for it in found) else "info" if found else "passed"

    def _id(self) -> str:
        item = self.pieces.row
        return item.id if item is not None else ""

    def draw(self) -> None:
        """Follow the plan, the choice of the piece, and the distance."""
        self.form.load()
        item = self.pieces.row
        self.parts.layout.display = "" if item is not None else "none"
        if item is None:
            return
        ready = bool(filled(self.store.plan, item))
        if self.fill.disabled == ready:
            self.fill.disabled = not ready
        whole = finished(item)
        self.copy.text = whole
        self.copy.layout.display = "" if whole else "none"
        shown = addressed(whole)
        if self.address.value != shown:
            self.address.value = shown
        self.say()
        self._draw_code(item, whole)

    def say(self) -> None:
        """What is to be said of the link, without what the review says at a field already."""
        self.pieces.show_signs(self.form.signs)
        item = self.pieces.row
        if item is None:
            return
        there = {str(one.message) for one in self.form.found}
        found = flaws(self.store.plan, item)
        left = [one for one in found if str(one.words) not in there]
        set_region(self.told, "" if found and not left else said(left, item))

    def _draw_code(self, item: Item, whole: str) -> None:
        self.code.layout.display = "" if whole else "none"
        now = (whole, float(self.away.value))
        if not whole or now == self._made:
            return
        self._made = now
        try:
            made = code(*now)
        except Problem as problem:
            self.picture.value, self.svg.file, self.png.file = "", {}, {}
            set_region(self.size, f"<p>{escape(str(problem.what))}</p>")
            return
        self.picture.value = pictured(made)
        set_region(self.size, f"<p>{escape(str(sized(made, now[1])))}</p>")
        name = f"qr-{item.id}"
        self.svg.offer(f"{name}.svg", made.svg, say("Save the code as SVG, for print"))
        self.png.offer(f"{name}.png", made.png, say("Save the code as PNG, for a screen"))

    def fill_in(self) -> None:
        """Suggestions into the fields that are empty; one press takes them out again."""
        item = self.pieces.row
        values = filled(self.store.plan, item) if item is not None else {}
        if item is None or not values:
            raise Problem(say("Nothing that the course could suggest is empty."))
        address = f"{PIECES}/{item.id}/link"
        now = edit.fields(edit.find(self.store.plan, address))
        before = {name: now[name] for name in values}
        self.store.put(address, dict(values), seen=before)

        def undo() -> Words:
            self.store.put(address, before, seen=dict(values))
            return say("Taken back.")

        n = len(values)
        told = say_many("{n} word filled in: look at it.", "{n} words filled in: look at them.", n)
        self.toast.offer(told, undo)


def _small(words: Words) -> Any:
    return widgets.HTML(f'<h4 class="pp-small-head">{escape(str(words))}</h4>')


def finished(item: Item) -> str:
    """The finished address of a piece; empty while its page is none."""
    try:
        return build(tagged(item))
    except Problem:
        return ""


def flaws(plan: Plan, item: Item) -> list[Flaw]:
    """All that is to be said of the link of a piece."""
    return lint(tagged(item), others(plan, item), people(plan), own_sites(plan), at_home(plan, item))


def addressed(whole: str) -> str:
    """The finished address as HTML, its utm words picked out; what is missing, where there is none."""
    if not whole:
        return f"<p>{escape(str(say('The finished address stands here as soon as there is a page to lead to.')))}</p>"
    told = []
    for part in escape(whole).replace("&amp;", "\n&amp;").replace("?", "\n?").replace("#", "\n#").split("\n"):
        marked = part.lstrip("?").removeprefix("&amp;").startswith("utm_")
        told.append(f"<b>{part}</b>" if marked else part)
    return f'<p class="pp-address">{"<wbr>".join(told)}</p>'


def said(found: Sequence[Flaw], item: Item) -> str:
    """What is wrong, as HTML; that nothing is; nothing of a link that is empty."""
    if tagged(item).is_empty:
        return ""
    if not found:
        return f"<p>{escape(str(say('✔ The counter will tell these visits from all others.')))}</p>"
    return f'<ul class="pp-lint">{"".join(map(_row, found))}</ul>'


def _row(one: Flaw) -> str:
    field = str(label_of(Link.model_fields[one.field]) or one.field).partition(":")[0]
    better = f"<b> → {escape(one.better)}</b>" if one.better else ""
    word = str(say("Look again") if one.grave else say("Advice"))
    return (
        f'<li data-grave="{str(one.grave).lower()}"><span aria-hidden="true">{"✘" if one.grave else "i"}</span>'
        f"<span><small>{escape(word)}. {escape(field)}:</small>{escape(str(one.words))}"
        f"{better}</span></li>"
    )


def pictured(made: Code) -> str:
    """The code as HTML: a picture that scripts cannot reach."""
    data = b64encode(made.svg).decode()
    alt = escape(str(say("QR code of {link}", link=made.link)), quote=True)
    return f'<div class="pp-code"><img src="data:image/svg+xml;base64,{data}" alt="{alt}"></div>'


def sized(made: Code, metres: float) -> Words:
    """How large it is printed."""
    return say(
        "Read from {metres} m: at least {width} cm wide with its white edge. That is a rule of thumb, a tenth of the "
        "distance, and no norm: print one, hang it up, try it with an old phone.",
        metres=number(metres),
        width=number(round(made.least / 10 + 0.04, 1)),
    )


def listed(plan: Plan) -> str:
    """The finished addresses as HTML, for a page without a kernel."""
    rows = "".join(f"<li>{escape(f'{one.id} · {one.title} · {finished(one)}')}</li>" for one in plan.items)
    return f"<ul>{rows}</ul>" if rows else f"<p>{escape(str(NONE))}</p>"
