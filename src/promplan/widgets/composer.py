"""The poster composer: process data, a form, a palette and words become a poster, while the hand is on the slider.

The browser holds controls and paints marks; geometry, legend and words come from the kernel, by the same functions that
make the printed page. What is in the plan changes when the hand lets go.
"""

from html import escape
from typing import Any

import anywidget
import ipywidgets as widgets
import traitlets

from promplan.art.carried import packed
from promplan.art.columns import Table
from promplan.art.geometry import Label
from promplan.art.knobs import KNOBS, Knob, settings
from promplan.art.palettes import PALETTES, RAMP
from promplan.art.recipe import TWO
from promplan.art.svg import MEASURED, label
from promplan.figures.composed import FORMAT, PALETTE, Composed, composed, in_numbers
from promplan.figures.moving import Moving, moves, moving
from promplan.language import Problem, Words, say
from promplan.plan import edit, poster
from promplan.plan.document import Plan
from promplan.plan.ideas import Idea
from promplan.plan.store import Conflict, Store
from promplan.review.poster_data import contradictions
from promplan.widgets import composer_data as data
from promplan.widgets import parts
from promplan.widgets.composer_files import Files
from promplan.widgets.composer_words import EYES, FORMATS, PALETTES_SAID, words
from promplan.widgets.controls import line
from promplan.widgets.form import Form
from promplan.widgets.guard import Guard
from promplan.widgets.panel import Panel, heading
from promplan.widgets.settled import settle

WORDS = ("title", "line", "legend", "credit", "alt", "link", "clearance")  # of a poster, in a form beside the picture

KEPT = ("form", "data", "parameters", "palette", "format", "scales", "shown")  # of a recipe, by the composer


class Board(anywidget.AnyWidget):
    """The composer on the screen. `moved` and `changed` carry what stands in its controls: to be shown, to be saved."""

    _esm = parts.script("paint.js", "composer.js")
    words = traitlets.Dict().tag(sync=True)
    forms: traitlets.List[list[str]] = traitlets.List().tag(sync=True)
    palettes: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    formats: traitlets.List[list[str]] = traitlets.List().tag(sync=True)
    scales: traitlets.List[list[str]] = traitlets.List().tag(sync=True)
    views: traitlets.List[list[str]] = traitlets.List().tag(sync=True)
    knobs: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    about = traitlets.Dict().tag(sync=True)
    picture = traitlets.Dict().tag(sync=True)
    points = traitlets.Bytes(b"").tag(sync=True)
    moved = traitlets.Dict().tag(sync=True, echo_update=False)
    changed = traitlets.Dict().tag(sync=True, echo_update=False)


def composer(store: Store, out: Any) -> Panel:
    """The posters of the plan's ideas, one at a time; `out` makes their files (`promplan.export.poster`)."""
    panel = _Composing(store, out).panel
    settle()
    return panel


class _Composing:
    """The kernel's side: `draft` is the recipe as it stands in the controls, `seen` as the plan had it."""

    def __init__(self, store: Store, out: Any) -> None:
        self.store, self.guard, self.view = store, Guard(), "usual"
        self.id = ""
        self.draft = self.seen = poster.Poster()
        self.made: Composed | None = None
        self.drawn: Any = None  # what `made` was drawn of
        self.saving = False
        self.board = Board(
            words=words(),
            forms=data.spoken_choices({**poster.ART_FORMS}),
            palettes=_palettes(),
            formats=data.spoken_choices({**FORMATS}),
            scales=data.spoken_choices({**poster.SCALES}),
            views=data.spoken_choices({**EYES}),
        )
        self.chooser = widgets.Dropdown(description=str(say("Idea")))
        self.form: Form | None = None  # made with the first idea: a form shows what is there
        self.words = widgets.VBox()
        self.files = Files(store, self.guard, out, lambda: self.made, self._moving, self._called, lambda: self.id)
        self.chooser.observe(self.guard.handler(self._open), "value")
        self.board.observe(lambda change: self.guard.doing(lambda: self._move(change["new"]), "view"), "moved")
        self.board.observe(lambda change: self.guard.doing(lambda: self._change(change["new"])), "changed")
        store.watch(self.follow)
        self._open()
        self.follow()
        title = str(say("Poster composer"))
        children = [heading(title), self.chooser, self.board, self.words, self.files.box, self.guard]
        self.panel = Panel(title, children, _static(store.plan))

    def _idea(self) -> Idea | None:
        return next((one for one in self.store.plan.ideas if one.id == self.chooser.value), None)

    def _moving(self) -> Moving:
        return moving(self.draft, data.table(self.store, self.draft.data))

    def _called(self) -> str:
        idea = self._idea()
        return (idea.title or idea.id) if idea else ""

    def follow(self) -> None:
        """Follow the plan; a recipe whose hand is on a control is its own until it is let go."""
        options = [(line(one), one.id) for one in self.store.plan.ideas]
        if options != list(self.chooser.options):
            before, ids = self.chooser.value, [id for _, id in options]
            self.chooser.options = options
            self.chooser.value = before if before in ids else ids[0] if ids else None
        idea = self._idea()
        if (idea.id if idea else "") != self.id or (idea is not None and idea.poster != self.seen and not self.saving):
            self._open()

    def _open(self) -> None:
        idea = self._idea()
        self.id = idea.id if idea else ""
        self.draft = self.seen = idea.poster if idea else poster.Poster()
        self.words.layout.display = self.files.box.layout.display = None if idea else "none"
        if idea and self.form is None:
            self.form = Form(self.store, f"ideas/{idea.id}/poster", poster.Poster, WORDS, self.guard)
            self.words.children = [self.form.box]
        elif idea and self.form:
            self.form.load(f"ideas/{idea.id}/poster")
        self._draw()

    def _draw(self, page: str = "", turn: int = 0) -> None:
        """Compose and send: the picture and its numbers in one message, whatever cannot be drawn in words."""
        fault, found = "", None
        try:
            found = data.table(self.store, self.draft.data)
            if self.made is None or self.drawn[0] is not found or self.drawn[1:] != (self.draft, self.view):
                self.made = None
                self._compose(found)
        except Problem as problem:
            self.made, fault = None, str(problem.what)
        form = self.draft.form
        self.files.offer(moves(found, self.draft))
        picture, block = self._picture(page, turn)
        with self.board.hold_sync():
            self.board.knobs = [_knob(one) for one in KNOBS.get(form, ())]
            self.board.about = {
                "id": self.id,
                "page": page,
                "turn": turn,
                "state": self._state(),
                "offers": {"file": data.choices(self.store.plan), **data.columns(form, found, self.draft.data)},
                "fault": fault,
                "told": [str(one) for one in (*self.made.faults, *_contradicted(self.draft))] if self.made else [],
                "alt": self.draft.alt or (str(self.made.alt) if self.made else ""),
            }
            self.board.points = block
            self.board.picture = picture

    def _compose(self, found: Table | None) -> None:
        """The poster of the draft, and into the draft what it shows; a hand that lets go asks for the same again."""
        if not self.draft.form:
            return
        columns = data.drawn(self.draft.form, self.draft.data, found)
        held = {"values": list(columns.values), "along": columns.along, "each": list(columns.by)}
        self.draft = self.draft.model_copy(update={"data": self.draft.data.model_copy(update=held)})
        self.made = composed(self.draft, found, code=self._code(), view=self.view)
        self.draft = self.draft.model_copy(update={"shown": in_numbers(self.made)})
        self.drawn = found, self.draft, self.view

    def _picture(self, page: str, turn: int) -> tuple[dict[str, Any], bytes]:
        if self.made is None:
            return {"page": page, "turn": turn}, b""
        drawing = self.made.poster.drawing
        said, block = packed(drawing)
        roles = {role for one in said["marks"] for role in (one.get("fill"), one.get("stroke")) if role}
        colours = {role: self.made.palette[role] for role in roles | {"paper", drawing.ground}}
        held = self.made.poster.words
        shown = {one.id: label(one, held) for one in drawing.marks if isinstance(one, Label)}
        return {**said, "page": page, "turn": turn, "colours": colours, "words": shown, "family": MEASURED}, block

    def _state(self) -> dict[str, Any]:
        one = self.draft
        values = [*one.data.values, "", ""] if one.form in TWO else [data.BOTH.join(one.data.values), ""]
        return {
            "id": self.id,
            "form": one.form,
            "file": data.chosen(one.data),
            "value": values[0],
            "second": values[1],
            "along": one.data.along,
            "by": data.BOTH.join(one.data.each),
            "palette": one.palette or PALETTE,
            "format": one.format or FORMAT,
            "scales": one.scales,
            "view": self.view,
            "settings": _settings(one),
        }

    def _code(self) -> Any:
        if not self.draft.link.strip():
            return ()
        from promplan.figures.code import squares

        return squares(self.draft.link.strip())

    def _move(self, sent: dict[str, Any]) -> None:
        """A hand is on a control: show what it would come to."""
        if sent.get("id") == self.id:
            self._take(sent)
            self._draw(str(sent.get("page", "")), int(sent.get("turn", 0)))

    def _take(self, sent: dict[str, Any]) -> None:
        """What stands in the controls, into the draft; another file or form asks for other columns."""
        before = self._state()
        file = str(sent.get("file", ""))
        own = file.removeprefix(data.OWN) if file.startswith(data.OWN) else ""
        values = [*str(sent.get("value") or "").split(data.BOTH), str(sent.get("second") or "")]
        by = str(sent.get("by") or "").split(data.BOTH)
        found = {"file": "" if own else file, "attachment": own}
        if file != before["file"] or sent.get("form") != before["form"]:
            found |= {"values": [], "along": "", "each": []}  # type: ignore[dict-item]
        else:
            kept = list(dict.fromkeys(filter(None, values if sent.get("form") in TWO else values[:-1])))
            found |= {"values": kept, "along": str(sent.get("along") or ""), "each": [one for one in by if one]}  # type: ignore[dict-item]
        given = {str(name): value for name, value in dict(sent.get("settings") or {}).items()}
        plain = {name: sent.get(name, "") for name in ("form", "palette", "format", "scales")}
        self.draft = poster.Poster.model_validate(
            {**self.draft.model_dump(), **plain, "data": found, "parameters": {**self.draft.parameters, **given}}
        )
        view = str(sent.get("view", "usual"))
        self.view = view if view in EYES else "usual"

    def _change(self, sent: dict[str, Any]) -> None:
        """A hand has let go: save what differs from the plan."""
        if sent.get("id") != self.id:
            raise Problem(say("{id} is not open here any more: choose it and make the change again.", id=self.id))
        self._take(sent)
        self._draw(str(sent.get("page", "")), int(sent.get("turn", 0)))
        now, then = self.draft.model_dump(), self.seen.model_dump()
        names = [one for one in KEPT if now[one] != then[one]]
        if not names:
            return
        self.saving = True
        try:
            self.store.put(
                f"ideas/{self.id}/poster", {one: now[one] for one in names}, seen={one: then[one] for one in names}
            )
        except Conflict:
            self.saving = False
            self._open()
            raise
        finally:
            self.saving = False
        self.seen = edit.find(self.store.plan, f"ideas/{self.id}/poster")  # type: ignore[assignment]


def _contradicted(one: poster.Poster) -> list[Words]:
    """What the words of the poster say that its data do not."""
    return [found.told for found in contradictions(one, frozenset())]


def _settings(one: poster.Poster) -> dict[str, Any]:
    if one.form not in KNOBS:
        return {}
    try:
        return settings(one.form, one.parameters)
    except Problem:  # of another form, or typed by hand: as the form starts
        return settings(one.form, {})


def _knob(one: Knob) -> dict[str, Any]:
    return {
        "name": one.name,
        "words": str(one.words),
        "kind": one.kind,
        "low": one.low,
        "high": one.high,
        "step": one.step,
        "unit": one.unit,
        "choices": [[id, str(said)] for id, said in one.choices],
    }


def _palettes() -> list[dict[str, Any]]:
    colours = ("paper", "ink", "primer", "plant", RAMP[2], RAMP[6])
    return [
        {"id": id, "words": str(PALETTES_SAID[id]), "colours": [one[role] for role in colours]}
        for id, one in PALETTES.items()
    ]


def _static(plan: Plan) -> str:
    """Without a kernel: the posters as pictures are in the exports; here their titles and what they are made of."""
    rows = [
        f"<li><b>{escape(one.poster.title or one.title or one.id)}</b> {escape(one.poster.alt)}</li>"
        for one in plan.ideas
        if one.poster.form
    ]
    return f"<ul>{''.join(rows)}</ul>" if rows else f"<p>{escape(str(say('No poster yet.')))}</p>"
