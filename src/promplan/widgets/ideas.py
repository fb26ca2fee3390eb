"""Idea cards: a fact × a form × a feeling, each with what makes one stop, and a deck that helps where nothing comes."""

from html import escape

import ipywidgets as widgets

from promplan.language import Words, pick, say
from promplan.plan.ideas import CHOSEN, FORMS, Idea
from promplan.plan.store import Store
from promplan.widgets.controls import begun
from promplan.widgets.deck import drawn
from promplan.widgets.editor import Editor
from promplan.widgets.house import offered
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel, region, set_region
from promplan.widgets.table import Column

UNIT = "04-art"
FIELDS = (
    "hook", "title", "facts", "form", "feeling", "pillar", "audience", "channels", "needs", "risk", "effort", "impact",
    "chosen", "reason",
)  # fmt: skip
FIRST = (("hook",), ("title",), ("facts",), ("form", "feeling"), ("pillar", "audience"), ("channels",))
NO_FACTS = say(
    "No card can be drawn yet: no fact of your register is cleared, and an idea stands on what may be said. "
    "Ask for clearance in unit 1."
)
PROMPT = say(
    "“{fact}” × {form} × {feeling}: what in this would make somebody stop? Write that as the hook. "
    "If nothing comes, remove the card and draw another."
)


def idea_cards(store: Store) -> Panel:
    """The team's ideas, to edit."""
    editor = Editor(
        store,
        "ideas",
        FIELDS,
        say("Ideas"),
        UNIT,
        about=("ideas",),
        line=_line,
        offers={"facts": offered},
        columns=COLUMNS,
        order=Order(first=FIRST),
        place=say("Idea {n} of {all}"),
    )
    deck = _Deck(editor)
    return editor.panel(str(say("Ideas")), deck.box)


class _Deck:
    """A button above the table: it puts three things that met by chance into a new idea; the card then asks for more.

    What meets in a card is asked about while it has no hook: it is a question, and no idea yet.
    """

    def __init__(self, editor: Editor) -> None:
        self.editor, self.store, self.turn = editor, editor.store, 0
        self.said, self.asks = region(), region()
        button = widgets.Button(description=str(say("Draw a card")))
        button.on_click(editor.guard.handler(self.draw))
        lead = say("Nothing comes to mind? Chance puts a cleared fact, a form and a feeling together.")
        row = widgets.HBox([button, widgets.HTML(f"<p>{escape(str(lead))}</p>")])
        row.add_class("pp-deck")
        self.box = widgets.VBox([row, self.said])
        editor.in_card(self.asks)
        editor.rows.list.observe(lambda _: self.ask(), "value")
        self.store.watch(self.ask)
        self.ask()

    def draw(self) -> None:
        """The next card, as an idea that has everything but the idea."""
        card, self.turn = drawn(self.store.plan, self.turn)
        set_region(self.said, "" if card else f"<p>{escape(str(NO_FACTS))}</p>")
        if card is None:
            return
        rows = self.editor.rows
        values = {"facts": [card.fact.id], "form": card.form, "feeling": str(card.feeling)}
        id_ = self.store.add("ideas", values, after=rows.list.value or None)
        rows.joins(id_, say("Drawn: {record}"))

    def ask(self) -> None:
        """The question of the card that is open, until a hook answers it."""
        idea = next((one for one in self.store.plan.ideas if one.id == self.editor.rows.list.value), None)
        facts = {one.id: one for one in self.store.plan.enterprise.facts}
        fact = next((facts[id_] for id_ in idea.facts if id_ in facts), None) if idea else None
        if idea is None or fact is None or not (idea.form and idea.feeling) or idea.hook.strip():
            set_region(self.asks, "")
            return
        told = begun(fact.clearance.wording.strip() or fact.statement, 120).rstrip(".")
        said = Words(PROMPT.template, {"fact": told, "form": pick(FORMS[idea.form]), "feeling": idea.feeling})
        set_region(self.asks, f'<p class="pp-deck-card">{escape(str(said))}</p>')


def called(idea: Idea) -> str:
    """What an idea is called where there is one line for it: its working title, else its hook."""
    return idea.title.strip() or begun(idea.hook.strip(), 70)


def _rated(idea: Idea) -> str:
    """Impact and effort as two numbers, a dash where one is not said."""
    if idea.impact is None and idea.effort is None:
        return ""
    return f"{idea.impact or '–'} / {idea.effort or '–'}"


def _form(idea: Idea) -> tuple[str, str]:
    return str(pick(FORMS[idea.form])) if idea.form else "", idea.feeling


COLUMNS = (
    Column(say("Idea"), lambda one: (called(one) or str(say("(empty)")), begun(one.hook, 90) if one.title else "")),
    Column(say("Facts"), lambda one: ", ".join(one.facts)),
    Column(say("Form, feeling"), _form),
    Column(say("Impact / effort"), _rated, strong=True),
    Column(say("Made?"), lambda one: str(pick(CHOSEN[one.chosen])).partition(",")[0] if one.chosen else ""),
)


def _line(one: Idea) -> str:
    form = f" · {pick(FORMS[one.form])}" if one.form else ""
    facts = f" · {', '.join(one.facts)}" if one.facts else ""
    return f"{one.id} · {called(one) or say('(empty)')}{form}{facts}"
