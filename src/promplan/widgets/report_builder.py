"""The honest report: what was wanted, what came, what nobody knows; every number with what it is from."""

from collections.abc import Sequence
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import Problem, Words, pick, say
from promplan.language.typesetting import unset
from promplan.plan import edit
from promplan.plan.document import Plan
from promplan.plan.measurement import VERDICTS, Measurement, Statement
from promplan.plan.store import Store
from promplan.review import Finding
from promplan.widgets.calendar_form import tells_too
from promplan.widgets.calendar_names import EMPTY
from promplan.widgets.controls import begun
from promplan.widgets.copying import Copying
from promplan.widgets.editor import Editor
from promplan.widgets.form import Form
from promplan.widgets.guard import Guard
from promplan.widgets.live import Live
from promplan.widgets.measuring import UNIT, beside_form
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.report_numbers import Number, numbers
from promplan.widgets.report_text import answered, behind, html, plain
from promplan.widgets.table import Column

CARD, PATH = "measurement", "measurement.statements"
FIELDS = ("verdict", "text", "objective", "kpi", "results", "surveys")
FIRST = (("verdict",), ("text",))
OWN = ("report_to", "report_on", "anyway")
MOST_TEXT, MOST_OFFERED = 4000, 400
LEAD = say(
    "The report that one would like to get: each objective has its answer, also the bad one; each number says of how "
    "many, and where it is from; and what would have happened anyway is said before somebody asks."
)


def report_builder(store: Store) -> Panel:
    """The report, sentence by sentence, with its numbers and its preview."""
    return _Building(store).panel


class _Building:
    def __init__(self, store: Store) -> None:
        self.store = store
        columns = (
            Column(say("Heading"), lambda one: str(pick(VERDICTS[one.verdict])), strong=True),
            Column(say("Sentence"), lambda one: begun(one.text, 110) or str(EMPTY)),
            Column(say("Behind it"), behind),
        )
        self.editor = Editor(
            store,
            PATH,
            FIELDS,
            say("Sentences of the report"),
            UNIT,
            about=("statements",),
            line=lambda one: f"{one.id} · {begun(one.text, 90) or EMPTY} · {behind(one)}",
            columns=columns,
            order=Order(first=FIRST),
            place=say("Sentence {n} of {all}"),
        )
        tells_too(self.editor, "REP-1", lambda plan: [one.id for one in plan.objectives])
        self.guard = Guard()
        self.card = Form(store, CARD, Measurement, OWN, self.guard)
        store.watch(self.card.load)
        self.says = Live(store, UNIT, self._belongs, lambda: {CARD}, self._tell, only=("REP-5", "REP-6", "REP-7"))
        self.numbers: dict[str, Number] = {}
        beside_form(self.editor, self._inserting())
        self.answers, self.preview = region(), region()
        self.copy = Copying(say("Copy the report"))
        store.watch(self.draw)
        self.draw()
        title, lead = str(say("The honest report")), f"<p>{escape(str(LEAD))}</p>"
        children = [
            *(heading(title), widgets.HTML(lead)),
            *(heading(str(say("Each objective has its answer"))), self.answers),
            *(self.card.box, self.guard, self.says.view),
            *(heading(str(say("Sentence by sentence"))), *self.editor.children),
            *(heading(str(say("How it reads"))), self.preview, self.copy),
        ]
        self.panel = Panel(title, children, f"{lead}{answered(store.plan)}{html(store.plan)}")

    def _belongs(self, one: Finding) -> bool:
        return one.object == CARD and (one.field in ("", *OWN))

    def _tell(self, found: Sequence[Finding]) -> None:
        at: dict[str, list[Finding]] = {}
        for one in found:
            at.setdefault(one.field, []).append(one)
        self.card.tell(at)

    def _inserting(self) -> Any:
        wide = widgets.Layout(width="98%", max_width="60em")
        self.pick = widgets.Dropdown(
            description=str(say("A number from the plan")), style={"description_width": "13em"}, layout=wide
        )
        self.put = widgets.Button(description=str(say("Insert it into the sentence")))
        self.put.on_click(self.editor.guard.handler(self.insert))
        self.none = region()
        return widgets.VBox([self.pick, self.put, self.none])

    def draw(self) -> None:
        """Follow the plan: the answers, the numbers on offer, the preview."""
        plan = self.store.plan
        set_region(self.answers, answered(plan))
        set_region(self.preview, html(plan))
        self.copy.text = plain(plan)
        self._offer(plan)

    def _offer(self, plan: Plan) -> None:
        found = numbers(plan)[:MOST_OFFERED]
        self.numbers = {one.key: one for one in found}
        options = [(begun(unset(f"{one.group}: {one.label}"), 140), one.key) for one in found]
        options.insert(0, (str(say("choose a number")), ""))
        if list(self.pick.options) != options:
            held = self.pick.value
            self.pick.options = options
            self.pick.value = held if held in self.numbers else ""
        self.put.disabled = not found
        bare = say("There is no number in the plan yet: bring in results, or ask before and after.")
        set_region(self.none, "" if found else f"<p>{escape(str(bare))}</p>")

    def insert(self) -> None:
        """Put the chosen number at the end of the sentence, and what it is from among what is behind it."""
        number = self.numbers.get(self.pick.value or "")
        id_ = self.editor.rows.list.value
        if number is None:
            raise Problem(say("Choose a number first."))
        if not id_:
            raise Problem(say("Press Add first: the number belongs in a sentence."))
        address = f"{PATH}/{id_}"
        one: Any = edit.find(self.store.plan, address)
        before = edit.fields(one)
        values = inserted(one, number)
        self.store.put(address, values, seen=before)

        def undo() -> Words:
            self.store.put(address, {name: before[name] for name in values}, seen={**before, **values})
            return say("Taken back.")

        self.editor.rows.toast.offer(say("Inserted: {words}", words=number.words), undo)


def inserted(one: Statement, number: Number) -> dict[str, Any]:
    """The fields of a sentence with a number more, and what it is from.

    Raises:
        Problem: the sentence has no room for it, or names as many results as it can.
    """
    words = unset(str(number.words))
    text = f"{one.text.rstrip()} {words}".strip()
    results = list(dict.fromkeys([*one.results, *number.results]))
    surveys = list(dict.fromkeys([*one.surveys, *number.surveys]))
    if len(text) > MOST_TEXT or len(results) > 20 or len(surveys) > 10:
        raise Problem(say("This sentence has no room for another number: begin a new one."))
    values: dict[str, Any] = {"text": text, "results": results, "surveys": surveys}
    if number.kpi and one.kpi in ("", number.kpi):
        values["kpi"] = number.kpi
    return values
