"""The pieces of content of the plan: what each says, of which idea, to whom and where, who makes it, who approves it.

Scripts, storyboards, releases, approvals and steps of production all stand in a piece: it begins here.
"""

from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import Problem, Words, pick, say, say_in, say_many
from promplan.plan.document import Plan
from promplan.plan.ideas import Idea
from promplan.plan.items import ITEM_FORMS, Item
from promplan.plan.store import Store
from promplan.text.lengths import script
from promplan.widgets import which_piece
from promplan.widgets.controls import begun
from promplan.widgets.editor import Editor
from promplan.widgets.house import offered
from promplan.widgets.ideas import called
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel, region, set_region
from promplan.widgets.table import Column

UNIT = "06-making"
FIELDS = (
    "title", "idea", "message", "form", "channel", "audience", "pillar", "objective", "facts", "owner", "approver",
    "length", "headline", "text", "alt", "hold_if", "dates",
)  # fmt: skip
FIRST = (("title",), ("idea",), ("message",), ("form", "channel"), ("facts",), ("owner", "approver"))
FORM_OF = {
    "design": "poster",
    "animation": "animation",
    "video": "video",
    "photo": "photo",
    "text": "article",
    "audio": "audio",
    "event": "event",
    "art": "poster",
}
TONGUES = {
    "en": say_in("language of a piece", "English"),
    "ru": say_in("language of a piece", "Russian"),
    "mixed": say_in("language of a piece", "two languages"),
}


def pieces(store: Store) -> Panel:
    """The pieces of content, to edit."""
    editor = Editor(
        store,
        "items",
        FIELDS,
        say("Pieces of content"),
        UNIT,
        about=("items",),
        line=_line,
        offers={"facts": offered, "channel": _channels},
        columns=_columns(store),
        order=Order(first=FIRST),
        place=say("Piece {n} of {all}"),
    )
    return editor.panel(str(say("Pieces of content")), _Chosen(editor).box)


class _Chosen:
    """A button that makes a piece of each chosen idea that has none: nobody types a card twice."""

    def __init__(self, editor: Editor) -> None:
        self.editor, self.store = editor, editor.store
        button = widgets.Button(description=str(say("Begin with the chosen ideas")))
        button.on_click(editor.guard.handler(self.begin))
        lead = say("An idea that you chose becomes a piece: its title, facts, audience and channel come along.")
        self.box = widgets.HBox([button, widgets.HTML(f"<p>{escape(str(lead))}</p>")])
        self.box.add_class("pp-deck")
        self.made = region()
        editor.in_card(self.made)
        editor.rows.list.observe(lambda _: self.draw(), "value")
        self.store.watch(self.draw)
        self.draw()

    def draw(self) -> None:
        """The button while there is an idea to begin with; in the card, what stands in the piece already."""
        self.box.layout.display = "" if waiting(self.store.plan) else "none"
        one = next((one for one in self.store.plan.items if one.id == self.editor.rows.list.value), None)
        said = holds(one) if one else ""
        set_region(self.made, f"<p>{escape(said)}</p>" if said else "")
        if one:
            which_piece.show(self.store, one.id)

    def begin(self) -> None:
        """A piece of each; one press takes them out again."""
        plan, rows = self.store.plan, self.editor.rows
        if not (ideas := waiting(plan)):
            raise Problem(say("Each idea that you chose has its piece already."))
        made = [self.store.add("items", begun_with(one)) for one in ideas]
        rows.list.value = made[0]
        rows.list.lead("row")
        named = ", ".join(made)

        def undo() -> Words:
            for id_ in reversed(made):
                self.store.remove(f"items/{id_}")
            return say("Taken back: {id}", id=named)

        rows.toast.offer(say("Added: {record}", record=named), undo)


def waiting(plan: Plan) -> list[Idea]:
    """The chosen ideas of which no piece comes yet."""
    begun = {one.idea for one in plan.items}
    return [one for one in plan.ideas if one.chosen == "yes" and one.id not in begun]


def begun_with(idea: Idea) -> dict[str, Any]:
    """What an idea brings along; what it says is left to write, for a hook is no message."""
    return {
        "title": called(idea),
        "idea": idea.id,
        "form": FORM_OF.get(idea.form, ""),
        "facts": list(idea.facts),
        "pillar": idea.pillar,
        "audience": idea.audience,
        "channel": next(iter(idea.channels), ""),
        "alt": idea.poster.alt,
    }


def holds(one: Item) -> str:
    """What is made of a piece so far, counted; empty while nothing is."""
    told = [
        (len(one.script), say_many("{n} line of script", "{n} lines of script", len(one.script))),
        (len(one.panels), say_many("{n} panel", "{n} panels", len(one.panels))),
        (len(one.production), say_many("{n} step of production", "{n} steps of production", len(one.production))),
        (len(one.approvals), say_many("{n} approval", "{n} approvals", len(one.approvals))),
        (len(one.rights), say_many("{n} work of others", "{n} works of others", len(one.rights))),
    ]
    named = ", ".join(str(words) for n, words in told if n)
    return str(say("In it so far: {named}.", named=named)) if named else ""


def tongue(one: Item) -> str:
    """In which language it is written, by its letters; empty while nothing is."""
    said = " ".join([one.headline, one.text, one.message, *(line.words for line in one.script)])
    return str(TONGUES[script(said)]) if script(said) in TONGUES else ""


def _channels(plan: Plan) -> list[tuple[str, str]]:
    return [(f"{one.id} · {one.name or say('(empty)')}", one.id) for one in plan.channels]


def _columns(store: Store) -> tuple[Column, ...]:
    def form(one: Item) -> tuple[str, str]:
        return str(pick(ITEM_FORMS[one.form])) if one.form else "", tongue(one)

    def where(one: Item) -> str:
        return next((it.name for it in store.plan.channels if it.id == one.channel), "")

    def who(one: Item) -> str:
        return next((it.name for it in store.plan.team.members if it.id == one.owner), "")

    return (
        Column(say("Piece of content"), lambda one: (one.title or str(say("(empty)")), begun(one.message, 90))),
        Column(say("Form, language"), form),
        Column(say("Channel"), where),
        Column(say("Facts"), lambda one: ", ".join(one.facts)),
        Column(say("Who makes it"), who),
    )


def _line(one: Item) -> str:
    form = f" · {pick(ITEM_FORMS[one.form])}" if one.form else ""
    day = f" · {one.dates.publish:%d.%m}" if one.dates.publish else ""
    return f"{one.id} · {one.title or say('(empty)')}{form}{day}"
