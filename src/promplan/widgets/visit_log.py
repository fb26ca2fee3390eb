"""The log of the visit: got, missing, again; what was heard goes back to the register; the footage before the gate."""

from collections.abc import Sequence
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.cases.shots import Take, takes
from promplan.language import Problem, Words, number, pick, say, say_many
from promplan.plan import edit
from promplan.plan.document import Plan
from promplan.plan.shots import LOGGED, Shot
from promplan.plan.store import Store
from promplan.plan.turn import TURN
from promplan.plan.visit import Footage, Heard
from promplan.text.substance import blank
from promplan.widgets.controls import begun
from promplan.widgets.editor import Editor
from promplan.widgets.fold import Fold
from promplan.widgets.form import Form
from promplan.widgets.guard import Guard
from promplan.widgets.live import Live
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.picks import Picks
from promplan.widgets.table import Column
from promplan.widgets.visit_kit import SHOTS
from promplan.widgets.visit_stops import UNIT, change

HEARD, FACTS = "visit.heard", "enterprise.facts"
LOOKED = "05-visit/gate"  # the question under which the ticks stand among the plan's answers
GATE: dict[str, Words] = {
    "read": say("No screen, drawing, label or order can be read in any shot."),
    "faces": say("Nobody can be recognised who has not signed."),
    "worn": say("Everybody in frame wears what the zone demands, and wears it rightly."),
    "never": say("Nothing is in frame that the zone's card forbids."),
    "guard": say("No pass, camera or fence can be seen: nothing of how the plant is guarded."),
    "sound": say("No talk in the background that was not meant for us."),
    "place": say("The files do not tell the place: it was switched off in the camera, or is taken out."),
    "deleted": say("What had to go was deleted on the spot, and written down."),
}
COLUMNS = (
    Column(say("Shot"), lambda one: (begun(one.what, 80) or str(say("(empty)")), one.stop)),
    Column(say("What became of it"), lambda one: _state(one), strong=True),
    Column(say("Note"), lambda one: begun(one.log.note, 80)),
)
HEARD_COLUMNS = (
    Column(say("What was said"), lambda one: (begun(one.statement, 90) or str(say("(empty)")), one.who)),
    Column(say("Said at"), lambda one: f"{one.at:%H:%M}" if one.at else ""),
    Column(say("Fact"), lambda one: one.fact, strong=True),
)
LEAD = say(
    "It goes into the register as oral and unconfirmed: nobody has signed for it yet. Ask for its source and its "
    "clearance in unit 1."
)


def visit_log(store: Store) -> Panel:
    """What came home from the visit."""
    shots = Editor(
        store,
        SHOTS,
        ("what", "stop", "log"),
        say("Shots and what became of them"),
        UNIT,
        line=_line,
        columns=COLUMNS,
        order=Order(first=(("log",),), parts={"log": Order(first=(("state", "at"), ("note",)))}),
        place=say("Shot {n} of {all}"),
    )
    count = region()

    def draw() -> None:
        set_region(count, f"<p><b>{escape(str(counted(store.plan)))}</b></p>")

    store.watch(draw)
    draw()
    heard, gate = _Hearing(store), _Gate(store)
    title = str(say("The log of the visit"))
    children = [
        *(heading(title), count, *shots.children),
        *(heading(str(say("What we heard"))), *heard.editor.children),
        *(heading(str(say("Footage, before the gate"))), *gate.children),
    ]
    return Panel(title, children, f"<p>{escape(str(counted(store.plan)))}</p>{shots.static()}{heard.editor.static()}")


def counted(plan: Plan) -> Words:
    """What came home, in one line."""
    states = [one.log.state for one in plan.visit.shots]
    return say_many(
        "{n} shot: {got} got, {missing} missing, {again} to take again, {open} not taken yet.",
        "{n} shots: {got} got, {missing} missing, {again} to take again, {open} not taken yet.",
        len(states),
        got=states.count("got"),
        missing=states.count("missing"),
        again=states.count("reshoot"),
        open=states.count(""),
    )


def _state(one: Shot) -> tuple[str, str]:
    at = f"{one.log.at:%H:%M}" if one.log.at else ""
    return str(pick(LOGGED[one.log.state])), at


def _line(one: Shot) -> str:
    note = f" · {begun(one.log.note, 60)}" if one.log.note else ""
    return f"{one.id} · {begun(one.what, 60) or say('(empty)')} · {pick(LOGGED[one.log.state])}{note}"


CARRIES: dict[str, Words] = {"place": say("the place"), "serial": say("the number of the camera")}


def _file(one: Take) -> str:
    """A file in one line: its name and hour, what is in frame, what it still carries."""
    held = ", ".join(str(CARRIES[it]) for it in one.metadata)
    carries = f" {say('The file tells: {what}.', what=held)}" if held else ""
    name = f"<b>{escape(one.file)}</b> {escape(one.at)}, {escape(str(say('{n} s', n=number(one.seconds))))}"
    return f"<li>{name}: {escape(str(pick(one.seen)))}.{escape(carries)}</li>"


class _Hearing:
    """The list of what was heard, with a button in its card that takes it into the register."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.editor = Editor(
            store,
            HEARD,
            ("statement", "who", "at", "stop", "fact"),
            say("What was heard"),
            UNIT,
            columns=HEARD_COLUMNS,
            order=Order(first=(("statement",), ("who", "at"), ("stop",))),
            place=say("Sentence {n} of {all}"),
        )
        self.button = widgets.Button(description=str(say("Into the register, as oral")))
        self.button.on_click(self.editor.guard.handler(self.take))
        lead = widgets.HTML(f"<p>{escape(str(LEAD))}</p>")
        self.row = widgets.VBox([lead, self.button])
        self.editor.in_card(self.row)
        self.editor.rows.list.observe(lambda _: self.draw(), "value")
        store.watch(self.draw)
        self.draw()

    def _chosen(self) -> Heard | None:
        return next((one for one in self.store.plan.visit.heard if one.id == self.editor.rows.list.value), None)

    def draw(self) -> None:
        """The button waits while there is no sentence, and goes when it is a fact."""
        one = self._chosen()
        there = {it.id for it in self.store.plan.enterprise.facts}
        self.row.layout.display = "none" if one is None or one.fact in there else None
        ready = one is not None and not blank(one.statement)
        if self.button.disabled == ready:
            self.button.disabled = not ready

    def take(self) -> None:
        """The sentence becomes a fact: oral, of that day, by whom, and cleared by nobody."""
        one = self._chosen()
        if one is None or blank(one.statement):
            raise Problem(say("Write the sentence first: what was said."))
        new: list[str] = []

        def act(plan: Plan) -> Plan:
            day = plan.visit.date
            values: dict[str, Any] = {
                "statement": one.statement,
                "source": one.who,
                "source_kind": "oral",
                "as_of": day,
            }
            plan, id_ = edit.add(plan, FACTS, values)
            new.append(id_)
            return edit.put(plan, f"{HEARD}/{one.id}", {"fact": id_})

        def said() -> Words:
            return say("It stands in the register as {id}: oral, unconfirmed.", id=new[-1])

        change(self.store, self.editor.rows.toast, [FACTS, HEARD], act, said)


class _Gate:
    """The footage, looked through with the plant before the gate: what to look for, to tick, and what came of it."""

    def __init__(self, store: Store) -> None:
        self.store, self.guard = store, Guard()
        self.picks, self.left = Picks(say("Looked through: tick what holds for every shot")), region()
        self.picks.options = [(str(words), key) for key, words in GATE.items()]
        self.fold, self.files = Fold(label=""), widgets.HTML("")
        inner = widgets.VBox([self.files])
        inner.add_class("pp-folded")
        self.folded = widgets.VBox([self.fold, inner])
        self.folded.add_class("pp-fold")
        self.case: str | None = None
        self._drawing = False
        self.picks.observe(self._ticked, "value")
        self.form = Form(store, "visit.footage", Footage, tuple(Footage.model_fields), self.guard)
        store.watch(self.form.load)
        store.watch(self.draw)
        self.draw()
        self.says = Live(
            store,
            UNIT,
            lambda one: one.object == "visit" and one.field.startswith("footage"),
            chosen=lambda: {"visit"},
            told=self._tell,
        )
        self.children = [self.folded, self.picks, self.left, self.form.box, self.guard, self.says.view]

    def _tell(self, found: Any) -> None:
        at: dict[str, list[Any]] = {}
        for one in found:
            at.setdefault(one.field.partition(".")[2], []).append(one)
        self.form.tell(at)

    def draw(self) -> None:
        """Follow the plan: what is ticked, and what is left to look at."""
        held = (self.store.answered(LOOKED) or "").split()
        now = tuple(key for key in GATE if key in held)
        self._drawing = True
        if self.picks.value != now:
            self.picks.value = now
        self._drawing = False
        n = len(GATE) - len(now)
        told = say_many("{n} question is open.", "{n} questions are open.", n) if n else say("All of it holds.")
        set_region(self.left, f"<p>{escape(str(told))}</p>")
        if self.case != self.store.plan.meta.case:
            self.case = self.store.plan.meta.case
            self._lay(takes(self.case))

    def _lay(self, files: Sequence[Take]) -> None:
        """The files that a team of this plant brought home, as far as words can show them."""
        self.fold.label = str(
            say_many(
                "Footage of the plant: {n} file to look through",
                "Footage of the plant: {n} files to look through",
                len(files),
            )
        )
        self.files.value = f'<ul class="pp-takes">{"".join(map(_file, files))}</ul>'
        self.folded.layout.display = None if files else "none"

    def _ticked(self, told: Any) -> None:
        with TURN:
            if not self._drawing:
                keys = " ".join(told["new"])
                self.guard.doing(lambda: self.store.answer({LOOKED: keys}))
                self.draw()
