"""Is this an advertisement? A piece, its questions one by one, and what follows; the answer goes into the plan."""

from html import escape
from typing import Any

import anywidget
import ipywidgets as widgets
import traitlets

from promplan import language
from promplan.language import Problem, Words, pick, say, say_many
from promplan.plan import edit
from promplan.plan.advertising import IS_AD, Advertising
from promplan.plan.country import country
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.plan.store import Store
from promplan.text import advertising as tree
from promplan.text.dated import Entry, entry
from promplan.text.law import SURE, no_advice
from promplan.widgets import parts
from promplan.widgets.calendar_names import EMPTY, channel_named
from promplan.widgets.controls import begun
from promplan.widgets.guard import Guard
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.part_form import PartForm
from promplan.widgets.row_table import PIECES, RowTable
from promplan.widgets.table import Column
from promplan.widgets.toast import Toast
from promplan.widgets.which_piece import NONE_YET as NONE

FIELDS = ("is_ad", "why", "mark", "advertiser", "token", "reports", "asked", "asked_on", "answer")
FIRST = (("is_ad",), ("why",), ("mark", "advertiser"), ("token", "reports"), ("asked", "asked_on"), ("answer",))
LEAD = say(
    "Go through the questions for each piece. Money is not the only test, and where the notes on the law leave it "
    "open, the answer is to ask."
)
OPEN = say("No legal advice: ask the plant's lawyer. For your country we looked nothing up.")


def is_it_an_ad(store: Store) -> Panel:
    """Is a piece an advertisement? Questions with their dated source, and what has to stand on it."""
    return _Asking(store).panel


class Tree(anywidget.AnyWidget):
    """The questions on the screen; `walked` are the answers for a piece, `written` those that go into the plan."""

    _esm = parts.script("advertising.js")
    shown = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)
    walked = traitlets.Dict().tag(sync=True, echo_update=False)
    written = traitlets.Dict().tag(sync=True, echo_update=False)


class _Asking:
    def __init__(self, store: Store) -> None:
        self.store, self.guard = store, Guard()
        self.answers: dict[str, tuple[str, ...]] = {}  # of each piece, while this cell is open
        self.count, self.note = region(), widgets.HTML()
        self.toast = Toast(self.guard)
        self.tree = Tree(words={name: str(one) for name, one in _words().items()})
        self.tree.observe(lambda change: self.guard.doing(lambda: self.walk(change["new"]), "view"), "walked")
        self.tree.observe(lambda change: self.guard.doing(lambda: self.write(change["new"])), "written")
        self.pieces = RowTable(
            store, PIECES, say("Pieces of content"), self._columns(), self.guard, self.draw, NONE, sign
        )
        form = PartForm(
            store, Advertising, self._id, FIELDS, self.guard, PIECES, "ad", Order(first=FIRST, typed=self.toast.clear)
        )
        form.told = lambda: self.pieces.show_signs(form.signs)
        form.told()
        self.form, self.small = form, widgets.HTML()
        title = str(say("Is it an advertisement?"))
        lead = f"<p>{escape(str(LEAD))}</p>"
        children: list[Any] = [
            heading(title), self.note, widgets.HTML(lead), self.count, self.pieces.box, self.tree, self.toast,
            self.small, *form.parts, self.guard,
        ]  # fmt: skip
        self.panel = Panel(title, children, f"{noted(store.plan)}{lead}{listed(store.plan)}")
        self.panel.add_class("pp-advertising")
        self.draw()

    def _columns(self) -> tuple[Column, ...]:
        def where(one: Item) -> str:
            return channel_named(self.store.plan, one.channel)

        return (
            Column(say("Piece of content"), lambda one: one.title or str(EMPTY)),
            Column(say("Channel"), where),
            Column(say("Is it an advertisement?"), lambda one: (decided(one), begun(one.ad.why, 90)), strong=True),
        )

    def _id(self) -> str:
        row = self.pieces.row
        return row.id if row is not None else ""

    def draw(self) -> None:
        """Follow the plan and the choice of the piece."""
        self.form.load()
        plan, item = self.store.plan, self.pieces.row
        if self.note.value != (now := noted(plan)):
            self.note.value = now
        set_region(self.count, f"<p>{escape(str(counted(plan)))}</p>")
        for part in (self.tree, self.small):
            part.layout.display = "" if item is not None else "none"
        if item is None:
            return
        said = say("{id}: what stands on it", id=item.id)
        self.small.value = f'<h4 class="pp-small-head">{escape(str(said))}</h4>'
        shown = payload(item, country(plan), self.answers.get(item.id, ()))
        if self.tree.shown != shown:
            self.tree.shown = shown

    def walk(self, sent: dict[str, Any]) -> None:
        """An answer, or a step back."""
        id_, keys = _sent(sent)
        if edit.is_there(self.store.plan, f"{PIECES}/{id_}"):
            self.answers[id_] = tree.walk(country(self.store.plan), keys).keys
        self.draw()

    def write(self, sent: dict[str, Any]) -> None:
        """What the questions end in, into the plan; one press takes it back."""
        id_, keys = _sent(sent)
        plan, address = self.store.plan, f"{PIECES}/{id_}/ad"
        walk = tree.walk(country(plan), keys)
        if walk.leaf is None:
            raise Problem(say("Answer the questions to their end first."))
        now = edit.fields(edit.find(plan, address))
        before = {name: now[name] for name in ("is_ad", "why")}
        with language.inside(plan.meta.language):  # whose words these are from now on
            after = {"is_ad": walk.leaf.is_ad, "why": tree.reason(walk)}
        self.store.put(address, after, seen=before)

        def undo() -> Words:
            self.store.put(address, before, seen=after)
            return say("Taken back: {id}", id=id_)

        said = say("{id}, in the plan: {decided}", id=id_, decided=IS_AD[walk.leaf.is_ad])
        self.toast.offer(said, undo)


def _sent(sent: dict[str, Any]) -> tuple[str, list[str]]:
    keys = sent.get("keys")
    return str(sent.get("piece", "")), [str(one) for one in keys] if isinstance(keys, list) else []


def decided(one: Item) -> str:
    """What the plan says of a piece."""
    return str(pick(IS_AD[one.ad.is_ad]))


def sign(one: Item) -> str:
    """The sign of a piece of which the review says nothing: it holds once it is decided."""
    return "passed" if one.ad.is_ad else ""


def counted(plan: Plan) -> Words:
    """How many pieces are decided."""
    if not plan.items:
        return say("")
    open_ = sum(one.ad.is_ad == "" for one in plan.items)
    if not open_:
        return say_many("The {n} piece is decided.", "All {n} pieces are decided.", len(plan.items))
    return say_many(
        "{n} piece of {all} is not decided yet.", "{n} pieces of {all} are not decided yet.", open_, all=len(plan.items)
    )


def noted(plan: Plan) -> str:
    """That it is no legal advice, and the day, as HTML."""
    day = tree.looked_up(country(plan))
    said = OPEN if day is None else no_advice(day)
    return f'<p class="pp-no-advice"><span aria-hidden="true">§</span> <b>{escape(str(said))}</b></p>'


def listed(plan: Plan) -> str:
    """Every piece and what is decided, as HTML for a page without a kernel."""
    rows = (f"<li>{escape(f'{one.id} · {one.title} · {decided(one)} {one.ad.why}'.strip())}</li>" for one in plan.items)
    return f"<ul>{''.join(rows)}</ul>" if plan.items else f"<p>{escape(str(NONE))}</p>"


def payload(item: Item, where: str, keys: tuple[str, ...]) -> dict[str, Any]:
    """What the page paints of a piece's questions, in the reader's language."""
    walk = tree.walk(where, keys)
    at, leaf = walk.at, walk.leaf
    told: dict[str, Any] = {
        "piece": item.id,
        "title": f"{item.id} · {item.title or EMPTY}",
        "keys": list(walk.keys),
        "path": [[str(pick(question.ask)), str(pick(answer.words))] for question, answer in walk.taken],
        "law": [_entry(one) for one in walk.law],
    }
    if leaf is not None:
        steps = [[str(pick(one.words)), str(tree.cited(entry(one.law))) if one.law else ""] for one in leaf.steps]
        end = {"is_ad": leaf.is_ad, "stops": leaf.stops, "head": str(pick(leaf.head)), "steps": steps}
        return {**told, "leaf": end}
    assert isinstance(at, tree.Question)
    answers = [[one.key, str(pick(one.words))] for one in at.answers]
    help_ = str(pick(at.help)) if at.help else ""
    return {**told, "question": {"ask": str(pick(at.ask)), "help": help_, "answers": answers}}


def _entry(one: Entry) -> dict[str, Any]:
    lines = [
        (say("The rule"), one.rule),
        (say("What is different"), one.exception),
        (say("Not certain"), one.unsure),
        (say("How sure"), SURE[one.confidence]),
        (say("Source"), one.source),
    ]
    return {
        "head": f"{pick(one.name)} · {tree.cited(one)}",
        "lines": [[str(label), str(pick(words))] for label, words in lines if words],
    }


def _words() -> dict[str, Words]:
    return {
        "path": say("Your answers"),
        "back": say("Back"),
        "again": say("From the beginning"),
        "write": say("Write it into the plan"),
        "law": say("The note on the law"),
        "follows": say("What follows"),
        "lawyer": say("No legal advice; ask the plant's lawyer."),
        "keys": say("A digit answers, Backspace goes back."),
    }
