"""The caption editor: cues on a timeline and in rows, what cannot be read said at each; SRT and VTT in and out.

The browser moves edges at once and says what was done; what a split, a join or a mend comes to, the kernel says.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from html import escape
from typing import Any, Literal

import traitlets

from promplan.language import Problem, Words, say
from promplan.measure.script import timed
from promplan.plan import subtitles
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.plan.store import Store
from promplan.text.captions import Cue, Rules, cues_of, faults, rules
from promplan.text.captions.editing import joined, mended, nudged, ordered, seconds_of, split
from promplan.widgets import parts
from promplan.widgets.acts import Act, Acting, Acts
from promplan.widgets.captions_files import CaptionFiles
from promplan.widgets.captions_words import told, words
from promplan.widgets.guard import Guard
from promplan.widgets.panel import Panel, heading
from promplan.widgets.piece import Piece, called
from promplan.widgets.uploads import Uploads

Language = Literal["en", "ru"]
LANGUAGES: dict[Language, Words] = {"ru": say("Russian"), "en": say("English")}
MOST = 200  # cues of a track
LETTERS = 300  # of a cue, as the plan takes it
NEW = 2.0  # seconds that a new cue stays


class CaptionBoard(Acting):
    """The track on the screen."""

    _esm = parts.script("acts.js", "uploads.js", "captions_line.js", "captions_row.js", "captions.js")
    words = traitlets.Dict().tag(sync=True)
    shown = traitlets.Dict().tag(sync=True)


def captions(store: Store) -> Panel:
    """The captions of the plan's pieces: one piece, one language at a time."""
    return _Captioning(store).panel


class _Captioning:
    def __init__(self, store: Store) -> None:
        self.store, self.guard = store, Guard()
        self.language: Language = store.plan.meta.language
        self.piece = Piece(store, self.guard, self._opened)
        self.board = CaptionBoard(words=words())
        self.acts = Acts(self.board, self.guard, self._do, self.draw)
        self.files = CaptionFiles(store, self.guard, self._shown)
        self.uploads = Uploads(self.board, self.guard, self._bring)
        store.watch(self.follow)
        self.follow()
        title = str(say("Captions"))
        children = [heading(title), self.piece.box, self.board, self.guard, self.files.box]
        self.panel = Panel(title, children, _static(store.plan))
        self.panel.add_class("pp-wide-board")

    def _opened(self) -> None:
        if hasattr(self, "acts"):
            self.acts.forget()
            self.files.forget()
            self.draw()

    def follow(self) -> None:
        """Follow the plan."""
        self.piece.follow()
        self.draw()

    @property
    def rules(self) -> Rules:
        """Those of the track's language."""
        return rules(self.language)

    def cues(self) -> list[Cue]:
        """The track as the plan has it."""
        item = self.piece.item
        found = getattr(item.subtitles, self.language) if item else []
        return [Cue(one.start, one.end, one.text) for one in found]

    def _shown(self) -> tuple[Item | None, str, list[Cue]]:
        return self.piece.item, self.language, self.cues()

    def draw(self) -> None:
        """The track with what is wrong with which cue, and how long the film is."""
        item = self.piece.item
        self.files.follow(item)
        if item is None:
            self.board.shown = {"id": ""}
            return
        cues, film = self.cues(), length(item)
        by: dict[int, list[dict[str, Any]]] = {}
        for one in faults(cues, self.rules, film):
            mends = mended(cues, one, self.rules) is not None
            by.setdefault(one.cue, []).append({"kind": one.kind, "what": str(one.what), "mends": mends})
        self.board.shown = {
            "id": item.id,
            "language": self.language,
            "languages": [[id, str(said)] for id, said in LANGUAGES.items()],
            "cues": [_cue(one, by.get(n, [])) for n, one in enumerate(cues)],
            "film": film,
            "most": self.rules.speed,
            "rules": told(self.rules),
            "count": _counted(len(cues), len(by)),
            "panels": _panels(item),
            "speaks": any(one.words.strip() for one in item.script),
        }

    def _do(self, act: Act) -> Any:
        item = self.piece.item
        if item is None or act.get("piece") != item.id:
            raise Problem(say("Another piece is open here now: choose the one that you mean, and do it again."))
        what = act.get("do")
        if what == "language":
            return self._turn(act.get("value"))
        if act.get("language") != self.language:
            raise Problem(say("The captions of another language are open here now. Do it again where you mean it."))
        if what == "script":
            return self._from_script(item)
        if what == "sort":
            return self._save(ordered(self.cues()), say("order of time"))
        return self._of_cue(str(what), act)

    def _turn(self, wanted: Any) -> None:
        """The track of another language."""
        for language in LANGUAGES:
            if wanted != language or self.language == language:
                continue
            self.language = language
            self.acts.forget()
            self.files.forget()

    def _of_cue(self, what: str, act: Act) -> int:
        """An act on one cue; which cue is to be chosen after it."""
        cues, n = self.cues(), int(act.get("n", -1))
        if what == "add":
            return self._add(cues, n)
        self._still(cues, n, act.get("was"))
        if what == "put":
            return self._put(cues, n, str(act["name"]), act.get("value"))
        if what == "nudge":
            edge = str(act["edge"])
            return self._save(nudged(cues, n, edge, float(act["by"])), say("times"), n, f"{n}.{edge}")
        if what == "split":
            at = act.get("at")
            after = split(cues, n, self.rules, None if at is None else int(at))
            return self._save(after, say("split"), n + 1)
        if what == "join":
            return self._save(joined(cues, n, self.rules), say("joined"), n)
        if what == "remove":
            return self._save([*cues[:n], *cues[n + 1 :]], say("removed"), min(n, len(cues) - 2))
        if what == "mend":
            return self._mend(cues, n, str(act.get("kind")))
        raise ValueError(f"{what} is nothing that is done to a caption")

    @staticmethod
    def _still(cues: Sequence[Cue], n: int, was: Any) -> None:
        """Is it the cue that the hand was at?"""
        if not 0 <= n < len(cues) or not isinstance(was, dict):
            raise Problem(say("That caption is not there any more."))
        now = cues[n]
        same = abs(now.start - was["start"]) < 0.002 and abs(now.end - was["end"]) < 0.002 and now.text == was["text"]
        if not same:
            raise Problem(say("Caption {n} was changed elsewhere meanwhile: look at it, and do it again.", n=n + 1))

    def _put(self, cues: list[Cue], n: int, name: str, value: Any) -> int:
        """A field as it was typed."""
        if name == "text":
            cue = replace(cues[n], text=str(value))
            return self._save([*cues[:n], cue, *cues[n + 1 :]], say("text of caption {n}", n=n + 1), n, f"{n}.text")
        seconds = seconds_of(value) if isinstance(value, str) else float(value)
        cue = replace(cues[n], **{name: round(seconds, 3)})  # type: ignore[arg-type]
        return self._save([*cues[:n], cue, *cues[n + 1 :]], say("times"), n)

    def _add(self, cues: list[Cue], n: int) -> int:
        """A new one behind another, where there is room for it; at the end where none is named."""
        n = n if 0 <= n < len(cues) else len(cues) - 1
        start = round(cues[n].end + self.rules.gap, 3) if cues else 0.0
        following = cues[n + 1].start - self.rules.gap if n + 1 < len(cues) else None
        end = start + NEW if following is None else max(start + 0.5, min(start + NEW, following))
        new = Cue(start, round(end, 3), "")
        return self._save([*cues[: n + 1], new, *cues[n + 1 :]], say("a new caption"), n + 1)

    def _mend(self, cues: list[Cue], n: int, kind: str) -> int:
        found = faults(cues, self.rules, length(self.piece.item))
        fault = next((one for one in found if one.cue == n and one.kind == kind), None)
        after = mended(cues, fault, self.rules) if fault else None
        if after is None:
            raise Problem(say("Only you can mend this: words have to go."))
        return self._save(after, say("mended"), min(n, len(after) - 1))

    def _from_script(self, item: Item) -> int:
        """Cues of what is spoken, line by line, each in its own seconds."""
        if not any(one.words.strip() for one in item.script):
            raise Problem(say("The script of this piece has no words yet."))
        written = self.store.plan.meta.language
        found: list[Cue] = []
        at = 0.0
        for line in item.script:
            seconds = line.seconds
            if seconds is None:
                seconds = timed(line.words, written).easy if line.words.strip() else 0.0
            if line.words.strip():
                found += cues_of(line.words, self.rules, seconds, at)
            at += seconds
        self._save(found, say("captions of the script"), 0)
        if written != self.language:
            self.board.told = str(say("The script is in the other language: these captions are to be translated."))
        return 0

    def _bring(self, data: bytes, name: str, sent: dict[str, Any]) -> None:
        """A file of captions in place of the track, asked about where the track has some.

        What could not be read is shown, and the file itself is kept.
        """
        if self.piece.item is None:
            raise Problem(say("There is no piece of content yet. Press “New piece” above."))
        found = self.files.read(data, name, MOST, LETTERS)
        now = self.cues()
        if found and now and found != now:
            told = say(
                "This track has captions already, {n}. Those of {name} would take their place, {new}.",
                n=len(now),
                name=name,
                new=len(found),
            )
            self.files.ask(told, lambda: self._put_in_place(found, name))
        elif found:
            self._put_in_place(found, name)
        self.draw()

    def _put_in_place(self, found: Sequence[Cue], name: str) -> None:
        self._save(found, say("captions of {name}", name=name), 0)
        self.draw()

    def _save(self, cues: Sequence[Cue], said: Words, select: int = 0, about: str = "") -> int:
        """The whole track; Undo brings back the one before."""
        if len(cues) > MOST:
            raise Problem(
                say("A track has at most {most} captions, and this would be {n}. Join some.", most=MOST, n=len(cues))
            )
        address, language = f"{self.piece.address}/subtitles", self.language
        before = self._track()
        now = [subtitles.Cue(start=one.start, end=one.end, text=one.text).model_dump() for one in cues]
        if now != before:
            self.store.put(address, {language: now}, seen={language: before})
            self.acts.step(said, self._back(address, language, before), f"{language}.{about}" if about else "")
        return select

    def _back(self, address: str, language: str, before: list[dict[str, Any]]) -> Callable[[], object]:
        return lambda: self.store.put(address, {language: before})

    def _track(self) -> list[dict[str, Any]]:
        item = self.piece.item
        return [one.model_dump() for one in getattr(item.subtitles, self.language)] if item else []


def length(item: Item | None) -> float | None:
    """How long the film is: as it is to be, else as long as its panels; None where neither is known."""
    if item is None:
        return None
    return item.length or sum(one.seconds or 0.0 for one in item.panels) or None


def _cue(one: Cue, found: list[dict[str, Any]]) -> dict[str, Any]:
    return {"start": one.start, "end": one.end, "text": one.text, "letters": one.characters, "faults": found}


def _panels(item: Item) -> list[list[float]]:
    """When each panel begins and ends, in seconds of the film."""
    found, at = [], 0.0
    for one in item.panels:
        found.append([at, at + (one.seconds or 0.0)])
        at += one.seconds or 0.0
    return found


def _counted(n: int, faulty: int) -> str:
    if not n:
        return ""
    if not faulty:
        return str(say("Captions: {n}. All can be read.", n=n))
    return str(say("Captions: {n}; to look at: {faulty}.", n=n, faulty=faulty))


def _static(plan: Plan) -> str:
    """Without a kernel: every track as a list of its captions with their seconds."""
    found = []
    for item in plan.items:
        for language, said in LANGUAGES.items():
            if track := getattr(item.subtitles, language):
                rows = "".join(f"<li>{escape(f'{one.start:g}–{one.end:g} · {one.text}')}</li>" for one in track)
                found.append(f"<p><b>{escape(called(item))}</b> {escape(str(said))}</p><ol>{rows}</ol>")
    return "".join(found) or f"<p>{escape(str(say('There are no captions yet.')))}</p>"
