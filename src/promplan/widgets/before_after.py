"""The same people asked before and after: four counts, the change with its paired interval, what it says."""

from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import Problem, say, say_in
from promplan.plan import edit
from promplan.plan.measurement import Survey
from promplan.plan.store import Store
from promplan.results.asked import change
from promplan.widgets.before_after_said import shares, told, unpaired
from promplan.widgets.calendar_names import EMPTY
from promplan.widgets.controls import begun
from promplan.widgets.editor import Editor
from promplan.widgets.guard import Guard
from promplan.widgets.interval_drawn import Drawn, drawn
from promplan.widgets.kit_files import KitFiles
from promplan.widgets.measuring import UNIT, beside_form
from promplan.widgets.order import Order
from promplan.widgets.paired_answers import counted, of_file
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.table import Column

PATH = "measurement.surveys"
COUNTS = ("both", "gained", "lost", "neither")
FIELDS = ("question", "yes", "who", *COUNTS, "compared", "before_on", "after_on", "objective", "kpi")
FIRST = (("question",), ("yes", "who"), ("both", "gained"), ("lost", "neither"), ("compared",))
MOST = 2_000_000  # bytes of a list of answers
LEAD = say(
    "One question, the same words, the same people: once before, once after. Forty pupils who are asked twice are not "
    "eighty people, and so their change has an interval of its own."
)
PASTE = say(
    "Or paste both lists: a person a line, a number or a name, a semicolon, yes or no. Numbers are better than names: "
    "give each pupil a number, and nobody else needs the key. Only the four counts go into the plan."
)


def before_after(store: Store) -> Panel:
    """Questions before and after, to edit, with what their answers say."""
    return _Asking(store).panel


class _Asking:
    def __init__(self, store: Store) -> None:
        self.store = store
        columns = (
            Column(
                say("Question"), lambda one: (begun(one.question, 70) or str(EMPTY), begun(one.who, 50)), strong=True
            ),
            Column(say("Yes, before → after"), shares),
            Column(say("The change"), _change),
        )
        self.editor = Editor(
            store,
            PATH,
            FIELDS,
            say("Questions before and after"),
            UNIT,
            about=("surveys",),
            line=lambda one: f"{one.id} · {begun(one.question, 60) or EMPTY} · {shares(one)}",
            columns=columns,
            order=Order(first=FIRST),
            place=say("Question {n} of {all}"),
        )
        self.guard = self.editor.guard
        self.says, self.heard = region(), region()
        self.wrong = widgets.Checkbox(
            description=str(say("Show the wrong interval beside it")), indent=False, layout=widgets.Layout(width="98%")
        )
        self.wrong.observe(lambda _: self.draw(), "value")
        self.editor.rows.list.observe(lambda _: self._other(), "value")
        beside_form(self.editor, self._answers())
        store.watch(self.draw)
        self.draw()
        title, lead = str(say("Before and after")), f"<p>{escape(str(LEAD))}</p>"
        self.panel = Panel(
            title, [heading(title), widgets.HTML(lead), *self.editor.children], lead + _static(store, self.editor)
        )

    def _answers(self) -> Any:
        """What the counts say, and the lists to paste."""
        wide = widgets.Layout(width="98%", max_width="34em", height="9em")
        texts = [
            widgets.Textarea(
                description=str(words), continuous_update=True, layout=wide, style={"description_width": "initial"}
            )
            for words in (say("Answers before"), say("Answers after"))
        ]
        self.before, self.after = texts
        for one in texts:
            one.add_class("pp-answers")
        self.go = widgets.Button(description=str(say("Count them")))
        self.beside = Guard(acts=True)  # what is wrong with a list is said where it is counted
        self.go.on_click(self.beside.handler(self.count))
        self.upload = widgets.FileUpload(
            accept=".csv,.txt,.tsv",
            multiple=False,
            description=str(say("or a .csv: who, before, after")),
            layout=widgets.Layout(width="max-content", max_width="100%"),
        )
        self.upload.observe(self.beside.handler(self.read), "value")
        pasted = widgets.HBox(texts)
        pasted.add_class("pp-side-by-side")
        kit = KitFiles(self.store, self.beside, self.take_file, called="survey.csv")
        row = widgets.HBox([self.go, self.upload, kit.list], layout=widgets.Layout(flex_flow="row wrap"))
        paste = widgets.HTML(f"<p>{escape(str(PASTE))}</p>")
        self.whole = widgets.VBox([self.says, self.wrong, paste, pasted, row, self.beside, self.heard])
        return self.whole

    def _chosen(self) -> Survey | None:
        return next((one for one in self.editor.rows.rows() if one.id == self.editor.rows.list.value), None)

    def _other(self) -> None:
        """Another question is shown: what was pasted for the one before is forgotten."""
        self.before.value = self.after.value = ""
        self.beside.forget()
        set_region(self.heard, "")
        self.draw()

    def draw(self) -> None:
        """Say what the chosen question's counts say."""
        one = self._chosen()
        self.whole.layout.display = "" if one else "none"
        if one is not None:
            set_region(self.says, _said(one, self.wrong.value))

    def count(self) -> None:
        """Count the pasted lists, and forget them."""
        one = self._chosen()
        if one is None:
            raise Problem(say("Press Add first: the counts belong to a question."))
        self._put(one, counted(self.before.value, self.after.value, one.yes))
        self.before.value = self.after.value = ""

    def read(self) -> None:
        """Count a file, and forget it."""
        if not self.upload.value:
            return
        file = self.upload.value[0]
        self.upload.value = ()
        if file["size"] > MOST:
            raise Problem(say("{name} is too large for a list of answers.", name=str(file["name"])))
        self.take_file(str(file["name"]), bytes(file["content"]))

    def take_file(self, _: str, data: bytes) -> None:
        """Count the answers in a file."""
        one = self._chosen()
        if one is None:
            raise Problem(say("Press Add first: the counts belong to a question."))
        self._put(one, of_file(data, one.yes))

    def _put(self, one: Survey, found: Any) -> None:
        values = {name: getattr(found.pair, name) for name in COUNTS}
        address = f"{PATH}/{one.id}"
        before = {name: getattr(one, name) for name in COUNTS}
        self.store.put(address, values)

        def undo() -> Any:
            self.store.put(address, before, seen=edit.fields(edit.find(self.store.plan, address)))
            return say("Taken back.")

        self.editor.rows.toast.offer(found.said, undo)
        set_region(self.heard, f"<p>{escape(str(found.said))}</p>")


def _change(one: Survey) -> str:
    found = change(one)
    if found is None:
        return ""
    return str(say_in("change", "shown") if found.sure else say_in("change", "may be chance"))


def _said(one: Survey, wrong: bool) -> str:
    """What a question's counts say, as HTML: the interval drawn, and sentences."""
    found = change(one)
    picture = ""
    if found is not None:
        rows = [Drawn(str(say("the same people, paired")), found.change)]
        if wrong:
            rows.append(Drawn(str(say("as if they were two groups: wrong")), unpaired(one), wrong=True))
        picture = drawn(rows)
    lines = "".join(f"<p>{escape(str(it))}</p>" for it in told(one, wrong=wrong))
    return f'<div class="pp-fit pp-measured">{picture}{lines}</div>'


def _static(store: Store, editor: Editor) -> str:
    parts = [f"<p><b>{escape(one.question)}</b></p>{_said(one, False)}" for one in store.plan.measurement.surveys]
    return "".join(parts) or editor.static()
