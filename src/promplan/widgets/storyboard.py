"""The storyboard of a piece: panels beside each other, each with its frame, and the film that is made of them.

The browser draws and carries at once and says what was done; the kernel saves it, and the page follows the plan.
"""

from collections.abc import Sequence
from html import escape
from typing import Any

import traitlets

from promplan.art.silhouettes import comes
from promplan.language import Problem, say, say_in
from promplan.measure.script import timed
from promplan.plan import edit, pictures
from promplan.plan.camera import SIZES
from promplan.plan.document import Plan
from promplan.plan.ideas import Idea
from promplan.plan.items import Item
from promplan.plan.script import Drawing, Panel, ScriptLine
from promplan.plan.store import Store
from promplan.review import Finding
from promplan.widgets import panel as editors
from promplan.widgets import parts, storyboard_shown, thumbnails
from promplan.widgets.acts import Act, Acting, Acts
from promplan.widgets.films import Films
from promplan.widgets.guard import Guard
from promplan.widgets.live import Live
from promplan.widgets.piece import Piece, called
from promplan.widgets.records_of import Edits
from promplan.widgets.storyboard_words import FORMATS, silhouettes, words
from promplan.widgets.uploads import Uploads

UNIT = "06-making"
FIELDS = ("action", "line", "shot", "size", "angle", "move", "seconds", "sound", "transition")
SHAPE = "storyboard/{id}/proportions"  # the key of a piece's proportions among the plan's answers
USUAL = "16:9"


class StoryBoard(Acting):
    """The panels on the screen; `value` is the panel that is open."""

    _esm = parts.script(
        "acts.js", "carry.js", "uploads.js", "storyboard_frame.js", "storyboard_desk.js", "storyboard.js"
    )
    words = traitlets.Dict().tag(sync=True)
    silhouettes: traitlets.List[dict[str, str]] = traitlets.List().tag(sync=True)
    comes = traitlets.Dict().tag(sync=True)  # how large a silhouette comes in, by shot size
    shown = traitlets.Dict().tag(sync=True)
    drawings = traitlets.Dict().tag(sync=True)
    pictures = traitlets.Dict().tag(sync=True)
    brought = traitlets.Dict().tag(sync=True)  # the last picture that came, and what was taken out of it
    value = traitlets.Unicode("").tag(sync=True)


def storyboard(store: Store, films: Any) -> editors.Panel:
    """The storyboards of the plan's pieces, one at a time; `films` makes their films (`promplan.export.storyboard`)."""
    return _Drawing(store, films).panel


class _Drawing:
    def __init__(self, store: Store, films: Any) -> None:
        self.store, self.guard = store, Guard()
        self.by: dict[str, list[Finding]] = {}
        self.piece = Piece(store, self.guard, self._opened)
        self.board = StoryBoard(
            words=words(),
            silhouettes=silhouettes(),
            comes={size: {one["name"]: comes(one["name"], size) for one in silhouettes()} for size in SIZES},
        )
        self.acts = Acts(self.board, self.guard, self._do, self.draw)
        self.edits = Edits(store, self.acts, Panel, FIELDS, say_in("record", "panel"))
        self.uploads = Uploads(self.board, self.guard, self._picture)
        self.films = Films(store, self.guard, films, lambda: (self.piece.item, self.proportions))
        self.says = Live(store, UNIT, self._belongs, chosen=lambda: {self.board.value}, told=self._tell)
        self.board.observe(self.guard.handler(self.says.draw, "view"), "value")
        self.draw()
        title = str(say("Storyboard"))
        children = [editors.heading(title), self.piece.box, self.board, self.guard, self.says.view, self.films.box]
        self.panel = editors.Panel(title, children, _static(store.plan))
        self.panel.add_class("pp-wide-board")

    @property
    def proportions(self) -> str:
        """The piece's own, else those of its idea's poster on a screen, else a screen's."""
        item = self.piece.item
        if item is None:
            return USUAL
        own = self.store.answered(SHAPE.format(id=item.id)) or _of_idea(self.store.plan.ideas, item)
        return own if own in FORMATS else USUAL

    def _opened(self) -> None:
        if hasattr(self, "says"):
            self.acts.forget()
            self.board.value = ""
            self.says.draw()

    def _belongs(self, one: Finding) -> bool:
        item = self.piece.item
        if item is None:
            return False
        panels = one.object in {it.id for it in item.panels}
        return panels or (one.object == item.id and one.field == "panels")

    def _tell(self, found: Sequence[Finding]) -> None:
        """The plan has changed: follow it, with what the review says of each panel."""
        self.piece.follow()
        self.by = {}
        for one in found:
            self.by.setdefault(one.object, []).append(one)
        self.draw()

    def draw(self) -> None:
        """Show the plan as it is; what is as the page has it is not sent again."""
        item = self.piece.item
        self.films.follow(item)
        with self.board.hold_sync():
            if item is None:
                self.board.shown = {"id": ""}
                return
            if self.board.value not in {"", *(one.id for one in item.panels)}:
                self.board.value = ""
            shape = self.proportions
            now = thumbnails.pictures(self.store.plan)
            self.board.shown = {
                "id": item.id,
                "panels": storyboard_shown.panels(self.store.plan, item, self.by),
                "total": storyboard_shown.total(item),
                "wanted": storyboard_shown.wanted(item),
                "lines": storyboard_shown.lines(item),
                "shots": storyboard_shown.shots(self.store.plan),
                "unshown": len(storyboard_shown.unshown(item)),
                "format": shape,
                "proportions": list(FORMATS[shape][1]),
                "pictures": [["", str(say("no picture"))], *([one.id, f"{one.id} · {one.name}"] for one in now)],
            }
            self.board.drawings = {one.id: one.drawing.model_dump() for one in item.panels}
            used = {one.drawing.picture for one in item.panels}
            found = [one for one in now if one.id in used]
            if set(self.board.pictures) != {one.id for one in found}:
                self.board.pictures = {one.id: thumbnails.thumbnail(self.store.folder, one) for one in found}

    def _do(self, act: Act) -> Any:
        item = self.piece.item
        if item is None or act.get("piece") != item.id:
            raise Problem(say("Another piece is open here now: choose the one that you mean, and do it again."))
        path, id_ = f"{self.piece.address}/panels", str(act.get("id", ""))
        match act.get("do"):
            case "put":
                self.edits.put(path, id_, str(act["name"]), act.get("value"), act.get("seen"))
            case "draw":
                self._put_drawing(f"{path}/{id_}", act["drawing"], act["seen"])
            case "add":
                return self.edits.add(path, {"size": "wide", "move": "static"}, after=id_ or None)
            case "copy":
                return self.edits.copy(path, id_)
            case "remove":
                self.edits.remove(path, id_)
            case "carry":
                self.edits.carry(path, id_, int(act["by"]))
            case "script":
                return self._from_script(item, path)
            case "format":
                self._shape(item, str(act["value"]))
        return None

    def _put_drawing(self, address: str, wanted: dict[str, Any], seen: dict[str, Any]) -> None:
        """A frame as the hand has left it."""
        before = Drawing.model_validate(seen).model_dump()
        now = Drawing.model_validate(wanted).model_dump()
        changed = [name for name in now if now[name] != before[name]]
        if not changed:
            return
        part = f"{address}/drawing"

        def pick(of: dict[str, Any]) -> dict[str, Any]:
            return {name: of[name] for name in changed}

        self.store.put(part, pick(now), seen=pick(before))
        self.acts.step(say("drawing"), lambda: self.store.put(part, pick(before), seen=pick(now)))

    def _from_script(self, item: Item, path: str) -> str:
        """A panel for each line of the script that has none: its picture as what happens, its seconds."""
        lines = storyboard_shown.unshown(item)
        if not lines:
            raise Problem(say("Every line of the script has its panel already."))
        language = self.store.plan.meta.language
        ids = [self.store.add(path, _of_line(one, language)) for one in lines]

        def undo() -> None:
            for id_ in ids:
                self.store.remove(f"{path}/{id_}")

        self.acts.step(say("panels of the script"), undo)
        return ids[0]

    def _shape(self, item: Item, value: str) -> None:
        """The frame's proportions: silhouettes and strokes keep their places in it."""
        key, before = SHAPE.format(id=item.id), self.proportions
        if value not in FORMATS or value == before:
            return
        self.store.answer({key: value})
        self.acts.step(say("proportions"), lambda: self.store.answer({key: before}))

    def _picture(self, data: bytes, name: str, sent: dict[str, Any]) -> None:
        """A picture was brought for a panel: what it told of place and people is taken out, and that is said."""
        item, id_ = self.piece.item, str(sent.get("id", ""))
        if item is None or id_ not in {one.id for one in item.panels}:
            raise Problem(say("The panel for this picture is not there any more."))
        fields, removed = pictures.keep_picture(self.store.folder, data, name)
        same = next((one.id for one in self.store.plan.attachments if one.sha256 == fields["sha256"]), "")
        picture = same or self.store.add("attachments", fields)
        part = f"{self.piece.address}/panels/{id_}/drawing"
        drawing = edit.find(self.store.plan, part)
        assert isinstance(drawing, Drawing)
        before = drawing.picture
        self.store.put(part, {"picture": picture})
        self.acts.step(say("picture"), lambda: self.store.put(part, {"picture": before}, seen={"picture": picture}))
        told = [say("{name} lies behind panel {id}.", name=name, id=id_), *removed]
        self.board.told = " ".join(map(str, told))
        self.board.brought = {"turn": int(self.board.brought.get("turn", 0)) + 1, "id": id_, "told": self.board.told}
        self.draw()


def _of_line(line: ScriptLine, language: str) -> dict[str, Any]:
    """A panel for a line: as long as the line, else as it comfortably takes to say, in halves of a second."""
    seconds = line.seconds
    if seconds is None and line.words.strip():
        seconds = max(1.0, round(2 * timed(line.words, language).easy + 0.499) / 2)
    return {"line": line.id, "action": line.picture, "seconds": seconds, "move": "static"}


def _of_idea(ideas: Sequence[Idea], item: Item) -> str:
    return next((one.poster.format for one in ideas if one.id == item.idea), "")


def _static(plan: Plan) -> str:
    """Without a kernel: every storyboard as a list of its panels, in words."""
    found = []
    for item in plan.items:
        if item.panels:
            lines = {one.id: one.words for one in item.script}
            rows = "".join(f"<li>{_row(plan, one, lines.get(one.line, ''))}</li>" for one in item.panels)
            total = escape(storyboard_shown.total(item))
            found.append(f"<p><b>{escape(called(item))}</b> {total}</p><ol>{rows}</ol>")
    return "".join(found) or f"<p>{escape(str(say('There is no storyboard yet.')))}</p>"


def _row(plan: Plan, one: Panel, words: str) -> str:
    seconds = str(say("{s} s", s=one.seconds)) if one.seconds else ""
    size = str(SIZES[one.size]) if one.size else ""
    shot = storyboard_shown.from_visit(plan, one)
    told = [one.action.strip(), size, seconds, one.sound.strip(), shot, words.strip()]
    return escape(" · ".join(filter(None, told)))
