"""Files of captions: SRT and VTT brought in with nothing lost and everything said, and written out to download."""

from collections.abc import Callable, Sequence
from functools import partial
from html import escape

import ipywidgets as widgets

from promplan.language import Problem, Words, say, say_many
from promplan.plan import files
from promplan.plan.items import Item
from promplan.plan.made import CAPTIONS as FOLDER
from promplan.plan.store import FileStore, Store
from promplan.text.captions import Captions, Cue, Unread, read, written
from promplan.text.captions.cue import Format
from promplan.text.captions.editing import LATEST
from promplan.widgets.download import Download
from promplan.widgets.guard import Guard
from promplan.widgets.panel import region, set_region
from promplan.widgets.saved import file_name, write

TOLD = 50  # places of a file that are told one by one


class CaptionFiles:
    """Under the editor: what became of a file that was opened, and buttons that write one.

    Args:
        shown: the piece on the screen, the language of its track, and its cues.
    """

    def __init__(self, store: Store, guard: Guard, shown: Callable[[], tuple[Item | None, str, Sequence[Cue]]]) -> None:
        self.store, self.shown = store, shown
        self.came, self.said, self.file = region(), region(), Download()
        buttons = []
        kinds: tuple[Format, ...] = ("srt", "vtt")
        for kind in kinds:
            button = widgets.Button(description=str(say("Save as {kind}", kind=kind.upper())))
            button.on_click(guard.handler(partial(self.save, kind)))
            buttons.append(button)
        self.row = widgets.HBox(buttons)
        self.question = region()
        self.act: Callable[[], object] | None = None
        self.replace, self.leave = (
            widgets.Button(description=str(words), layout=widgets.Layout(width="auto"))
            for words in (say("Replace the captions"), say("Keep the captions that are there"))
        )
        self.replace.on_click(guard.handler(self._replaced))
        self.leave.on_click(guard.handler(self._left_alone))
        self.choice = widgets.HBox([self.replace, self.leave], layout=widgets.Layout(flex_flow="row wrap"))
        self.choice.layout.display = "none"
        self.box = widgets.VBox([self.came, self.question, self.choice, self.row, self.said, self.file])

    def follow(self, item: Item | None) -> None:
        """Nothing to write where there is no piece."""
        self.row.layout.display = None if item else "none"

    def forget(self) -> None:
        """Another track is open: what was said and asked of this one is past."""
        set_region(self.came, "")
        self._asked_for("", None)

    def ask(self, told: Words, act: Callable[[], object]) -> None:
        """Before captions that are there give way: `act` puts the new ones in their place."""
        self._asked_for(f"<p><b>{escape(str(told))}</b></p>", act)

    def _asked_for(self, told: str, act: Callable[[], object] | None) -> None:
        self.act = act
        set_region(self.question, told)
        self.choice.layout.display = "none" if act is None else None

    def _replaced(self) -> None:
        act = self.act
        self._asked_for("", None)
        if act is not None:
            act()

    def _left_alone(self) -> None:
        self._asked_for(f"<p>{escape(str(say('Your captions stay as they are.')))}</p>", None)

    def read(self, data: bytes, name: str, most: int, letters: int) -> list[Cue]:
        """The cues of a file as the plan can hold them; what it cannot is told by its line, with its text.

        Raises:
            Problem: the file is no text, too large, or has more cues than a track.
        """
        self.forget()
        found = read(data)
        if len(found.cues) > most:
            raise Problem(
                say(
                    "{name} has {n} captions, and a track has at most {most}. Cut it into parts, as the film is cut; "
                    "your captions stay as they are.",
                    name=name,
                    n=len(found.cues),
                    most=most,
                )
            )
        fits = [one for one in found.cues if _fits(one, letters)]
        left = [_left(one, letters) for one in found.cues if not _fits(one, letters)]
        told = [*sorted((*found.unread, *left), key=lambda one: one.line), *found.remarks]
        kept = self._keep(data, name) if fits else ""
        set_region(self.came, _told(name, found, fits, told, kept))
        return fits

    def _keep(self, data: bytes, name: str) -> str:
        """The file itself, beside the plan: whatever of it the editor takes, it is there."""
        if not isinstance(self.store, FileStore):
            return ""
        fields = files.keep(self.store.folder, data, name)
        same = next((one.id for one in self.store.plan.attachments if one.sha256 == fields["sha256"]), "")
        return same or self.store.add("attachments", fields)

    def save(self, kind: Format) -> None:
        """Write the track beside the plan and offer it."""
        item, language, cues = self.shown()
        if item is None or not cues:
            raise Problem(say("There is no caption to write yet."))
        name = f"{file_name(item.title or item.id, 'captions')}.{language}.{kind}"
        data = written(cues, kind).encode()
        path = write(self.store.folder, FOLDER, name, data)
        set_region(self.said, f"<p>{escape(str(say('Saved: {path}', path=path)))}</p>")
        self.file.offer(name, data, say("Download {name}", name=name))


def _fits(one: Cue, letters: int) -> bool:
    return len(one.text) <= letters and max(one.start, one.end) <= LATEST


def _left(one: Cue, letters: int) -> Unread:
    if len(one.text) > letters:
        what = say("This caption has {n} characters, and the plan takes {most}: shorten it.", n=len(one.text),
                   most=letters)  # fmt: skip
    else:
        what = say("This caption begins after more than ten hours.")
    return Unread(one.line, one.text, what)


def _told(name: str, found: Captions, fits: Sequence[Cue], told: Sequence[Unread], kept: str) -> str:
    """What was read, as what, and what was not: each place with its line, its text and its reason."""
    first = say("{name}: captions read: {n} ({encoding}).", name=name, n=len(fits), encoding=found.encoding)
    lines: list[Words] = [first]
    if not fits:
        lines.append(say("None could be read, so your captions stay as they are."))
    beside = len(found.passages)
    if beside or any(one.settings for one in found.cues):
        lines.append(say("Notes, styles and places on the screen stay in the file: the plan holds times and words."))
    if kept:
        lines.append(say("The file itself is kept beside the plan as {id}.", id=kept))
    html = "".join(f"<p>{escape(str(one))}</p>" for one in lines)
    if not told:
        return html
    rows = "".join(
        f"<li>{escape(str(say('Line {n}: {what}', n=one.line, what=one.what)))}<pre>{escape(one.text)}</pre></li>"
        for one in told[:TOLD]
    )
    more = len(told) - TOLD
    rest = f"<p>{escape(str(say_many('And {n} more place.', 'And {n} more places.', more)))}</p>" if more > 0 else ""
    return f"{html}<p>{escape(str(say('To look at:')))}</p><ul class='pp-caps-unread'>{rows}</ul>{rest}"
