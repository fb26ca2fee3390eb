"""The script of a piece in two columns, what is seen and what is said, with the seconds that the words take.

Numbers count as they are spoken; what is over is said with its line and by how much.
"""

from collections.abc import Sequence
from html import escape
from typing import Any

import traitlets

from promplan.language import Problem, Words, say, say_in, say_many
from promplan.measure import spoken
from promplan.measure.script import Line, Timed
from promplan.measure.script import script as timed_script
from promplan.plan.document import Plan
from promplan.plan.script import ScriptLine
from promplan.plan.store import Store
from promplan.review import Finding
from promplan.review.report_html import ORDER
from promplan.widgets import parts
from promplan.widgets.acts import Act, Acting, Acts
from promplan.widgets.controls import line as in_a_line
from promplan.widgets.guard import Guard
from promplan.widgets.live import Live
from promplan.widgets.panel import Panel, heading
from promplan.widgets.piece import Piece, called
from promplan.widgets.records_of import Edits
from promplan.widgets.script_words import LANGUAGES, words
from promplan.widgets.storyboard_shown import tenths
from promplan.widgets.typed import written_number

UNIT = "06-making"
FIELDS = ("picture", "words", "speaker", "seconds", "facts")
SPOKEN = 160  # characters of how a line is spoken that are shown


class ScriptBoard(Acting):
    """The lines on the screen."""

    _esm = parts.script("acts.js", "carry.js", "script_row.js", "script.js")
    words = traitlets.Dict().tag(sync=True)
    shown = traitlets.Dict().tag(sync=True)


def script(store: Store) -> Panel:
    """The scripts of the plan's pieces, one at a time."""
    return _Writing(store).panel


class _Writing:
    def __init__(self, store: Store) -> None:
        self.store, self.guard = store, Guard()
        self.language: str = store.plan.meta.language
        self.by: dict[str, list[Finding]] = {}
        self.piece = Piece(store, self.guard, self._opened)
        self.board = ScriptBoard(words=words())
        self.acts = Acts(self.board, self.guard, self._do, self.draw)
        self.edits = Edits(store, self.acts, ScriptLine, FIELDS, say_in("record", "line"))
        self.says = Live(store, UNIT, self._belongs, chosen=self._ids, told=self._tell)
        self.draw()
        title = str(say("Script"))
        self.panel = Panel(
            title, [heading(title), self.piece.box, self.board, self.guard, self.says.view], _static(store.plan)
        )
        self.panel.add_class("pp-wide-board")

    def _opened(self) -> None:
        if hasattr(self, "says"):
            self.acts.forget()
            self.says.draw()

    def _ids(self) -> set[str]:
        item = self.piece.item
        return {one.id for one in item.script} if item else set()

    def _belongs(self, one: Finding) -> bool:
        item = self.piece.item
        if item is None:
            return False
        return one.object in self._ids() or (one.object == item.id and one.field in ("script", "length"))

    def _tell(self, found: Sequence[Finding]) -> None:
        """The plan has changed: follow it, with what the review says of each line."""
        self.piece.follow()
        self.by = {}
        for one in found:
            self.by.setdefault(one.object, []).append(one)
        self.draw()

    def draw(self) -> None:
        """The lines with their seconds, and what is over."""
        item = self.piece.item
        if item is None:
            self.board.shown = {"id": ""}
            return
        timed = timed_script([Line(one.words, one.seconds) for one in item.script], self.language, item.length)
        self.board.shown = {
            "id": item.id,
            "lines": [self._line(one, n, timed) for n, one in enumerate(item.script)],
            "facts": [[one.id, in_a_line(one)] for one in self.store.plan.enterprise.facts],
            "length": item.length,
            "total": str(_total(timed, len(item.script))),
            "over": [str(one) for one in over(timed)],
            "language": self.language,
            "languages": [[id, str(said)] for id, said in LANGUAGES.items()],
        }

    def _line(self, one: ScriptLine, n: int, timed: Timed) -> dict[str, Any]:
        said, hurried = timed.lines[n], [it for it in timed.faults if it.line == n]
        heard = spoken.spoken(one.words, self.language) if one.words.strip() else ""
        still = [it for it in self.by.get(one.id, ()) if it.answered is None and it.field != "seconds"]
        return {
            "id": one.id,
            "picture": one.picture,
            "words": one.words,
            "speaker": one.speaker,
            "seconds": "" if one.seconds is None else written_number(one.seconds),
            "facts": one.facts,
            "takes": str(_takes(said.words, said.least, said.easy)) if said.words else "",
            "easy": said.easy,
            "heard": heard[:SPOKEN]
            if heard != " ".join(one.words.split()) and any(it.isdigit() for it in one.words)
            else "",
            "over": [str(it.what) for it in hurried],
            "told": [f"{it.message} → {it.fix}" for it in still],
            "sign": "error" if hurried else min((it.severity for it in still), key=ORDER.index) if still else "",
        }

    def _do(self, act: Act) -> Any:
        item = self.piece.item
        if item is None or act.get("piece") != item.id:
            raise Problem(say("Another piece is open here now: choose the one that you mean, and do it again."))
        path, id_ = f"{self.piece.address}/script", str(act.get("id", ""))
        match act.get("do"):
            case "put":
                self.edits.put(path, id_, str(act["name"]), act.get("value"), act.get("seen"))
            case "add":
                return self.edits.add(path, {}, after=id_ or None)
            case "copy":
                return self.edits.copy(path, id_)
            case "remove":
                self.edits.remove(path, id_)
            case "carry":
                self.edits.carry(path, id_, int(act["by"]))
            case "language":
                self.language = str(act["value"]) if act["value"] in LANGUAGES else self.language
        return None


def over(timed: Timed) -> list[Words]:
    """By how much the words are over, and in which lines; or how much room is left."""
    lines = [(it.line, it.seconds) for it in timed.faults if it.kind == "fast" and it.line is not None]
    whole = next((it for it in timed.faults if it.line is None and it.kind == "fast"), None)
    told: list[Words] = []
    if whole is not None:
        told.append(whole.what)
    if lines:
        named = "; ".join(str(say("line {n} by {s} s", n=(line or 0) + 1, s=tenths(s))) for line, s in lines)
        told.append(say("More words than their seconds hold: {which}.", which=named))
    told += [it.what for it in timed.faults if it.line is None and it.kind != "fast"]
    if not told and timed.words and timed.target is not None:
        told.append(say_many("It fits: {n} word more could be said.", "It fits: {n} words more could be said.",
                             max(0, timed.room or 0)))  # fmt: skip
    if timed.target is None:
        told.append(say("Give the piece its length above, and you see whether the words fit."))
    return told


def _total(timed: Timed, n: int) -> Words:
    """Lines, words, seconds, beside the piece's."""
    given = {"words": timed.words, "least": tenths(timed.least), "easy": tenths(timed.easy)}
    if timed.target is None:
        return say("Lines: {n}; words as spoken: {words}; {least} to {easy} s.", n=n, **given)
    return say(
        "Lines: {n}; words as spoken: {words}; {least} to {easy} s of {all}.", n=n, all=tenths(timed.target), **given
    )


def _takes(n: int, least: float, easy: float) -> Words:
    return say_many(
        "{n} word as spoken: {least} s at the fastest, {easy} s at ease",
        "{n} words as spoken: {least} s at the fastest, {easy} s at ease",
        n,
        least=tenths(least),
        easy=tenths(easy),
    )


def _static(plan: Plan) -> str:
    """Without a kernel: every script as its two columns."""
    found = []
    for item in plan.items:
        if item.script:
            heads = "".join(f"<th>{escape(str(one))}</th>" for one in (say("Picture"), say("Words"), say("Seconds")))
            rows = "".join(_row(one) for one in item.script)
            found.append(f"<p><b>{escape(called(item))}</b></p><table><tr>{heads}</tr>{rows}</table>")
    return "".join(found) or f"<p>{escape(str(say('There is no script yet.')))}</p>"


def _row(one: ScriptLine) -> str:
    cells = (one.picture, one.words, "" if one.seconds is None else written_number(one.seconds))
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"
