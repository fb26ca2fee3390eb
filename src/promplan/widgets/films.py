"""The animatic of a storyboard: as GIF, as MP4 with its sound, as a page; written beside the plan, and to download."""

from collections.abc import Callable
from functools import partial
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import Problem, Words, say
from promplan.plan import files
from promplan.plan.items import Item
from promplan.plan.made import FILMS as FOLDER
from promplan.plan.store import Store
from promplan.plan.wav import bare
from promplan.widgets import thumbnails
from promplan.widgets.bring import Bring
from promplan.widgets.download import Download
from promplan.widgets.guard import Guard
from promplan.widgets.panel import region, set_region
from promplan.widgets.saved import file_name, write
from promplan.widgets.storyboard_words import FORMATS

KINDS: dict[str, Words] = {
    "gif": say("Animatic as GIF"),
    "mp4": say("Animatic as MP4"),
    "html": say("Animatic as a page (HTML)"),
}
SOUNDS = ("audio/wav", "audio/x-wav")


class Films:
    """Buttons under a storyboard.

    Args:
        out: makes the films (`promplan.export.storyboard`). shown: the piece on the screen and its proportions.
    """

    def __init__(self, store: Store, guard: Guard, out: Any, shown: Callable[[], tuple[Item | None, str]]) -> None:
        self.store, self.out, self.shown = store, out, shown
        self.said, self.file = region(), Download()
        buttons = []
        for kind, words in KINDS.items():
            button = widgets.Button(description=str(words))
            button.on_click(guard.handler(partial(self.save, kind)))
            buttons.append(button)
        self.sound = widgets.Dropdown(description=str(say("Sound under the film")))
        self.upload = Bring(say("Bring a sound (WAV)"), ".wav", guard, self._keep)
        row = widgets.HBox(buttons)
        under = widgets.HBox([self.sound, self.upload])
        self.box = widgets.VBox([row, under, self.said, self.file])
        self.box.add_class("pp-films")

    def follow(self, item: Item | None) -> None:
        """Offer the sounds that the plan has; nothing where there is no piece."""
        self.box.layout.display = None if item else "none"
        sounds = [one for one in self.store.plan.attachments if one.media_type in SOUNDS]
        options = [(str(say("none")), ""), *((f"{one.id} · {one.name}", one.id) for one in sounds)]
        if options != list(self.sound.options):
            before = self.sound.value
            self.sound.options = options
            self.sound.value = before if before in [id_ for _, id_ in options] else ""

    def _keep(self, data: bytes, name: str, _: dict[str, Any]) -> None:
        """A sound is kept beside the plan, without what a recorder wrote beside it, and chosen."""
        if files.media_type(name) not in SOUNDS or (data[:4], data[8:12]) != (b"RIFF", b"WAVE"):  # before it is kept
            raise Problem(say("{name} is no WAV. Save the sound as WAV and choose that one.", name=name))
        fields = files.keep(self.store.folder, bare(data), name)
        same = next((one.id for one in self.store.plan.attachments if one.sha256 == fields["sha256"]), "")
        id_ = same or self.store.add("attachments", fields)
        if id_ in [key for _, key in self.sound.options]:
            self.sound.value = id_

    def save(self, kind: str) -> None:
        """Make the film, write it beside the plan and offer it."""
        item, shape = self.shown()
        if item is None:
            raise Problem(say("There is no piece of content yet. Press “New piece” above."))
        set_region(self.said, f"<p>{escape(str(say('The film is being made …')))}</p>")
        try:
            sound = self._bytes(self.sound.value) if self.sound.value and kind != "gif" else None
            data = self.out.film(kind, item, FORMATS[shape][1], self._found, sound)
            name = f"{file_name(item.title or item.id, 'film')}.{kind}"
            path = write(self.store.folder, FOLDER, name, data)
        except BaseException:
            set_region(self.said, "")
            raise
        size = max(1, round(len(data) / 1000))
        set_region(self.said, f"<p>{escape(str(say('Saved: {path}, {size} kB', path=path, size=size)))}</p>")
        self.file.offer(name, data, say("Download {name}", name=name), str(say("Animatic: {what}", what=item.title)))

    def _found(self, id_: str) -> bytes | None:
        """A picture for the film: small enough for its frame."""
        one = next((it for it in thumbnails.pictures(self.store.plan) if it.id == id_), None)
        return (thumbnails.thumbnail(self.store.folder, one) or None) if one else None

    def _bytes(self, id_: str) -> bytes:
        one = next(it for it in self.store.plan.attachments if it.id == id_)
        return files.read(self.store.folder, one)
