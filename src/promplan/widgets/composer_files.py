"""A poster leaves the notebook: PDF for the printer, PNG for the channel, SVG for who draws on; and data come in.

Where the data run in time, they also leave as a film that breathes and as a sound.
"""

from collections.abc import Callable, Sequence
from functools import partial
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.art.columns import said_back
from promplan.art.table import read
from promplan.figures.composed import BARE, Composed
from promplan.figures.moving import Moving
from promplan.language import Problem, Words, say
from promplan.plan import files
from promplan.plan.made import POSTERS as FOLDER
from promplan.plan.store import Store
from promplan.sounds import file
from promplan.widgets.guard import Guard
from promplan.widgets.panel import region, set_region
from promplan.widgets.saved import file_name

SILENT = file(b"\0\0", 8_000)  # a browser complains of a sound without a byte
FILMS: dict[str, Words] = {
    "gif": say("Save as a moving picture (GIF)"),
    "mp4": say("Save as a film with sound (MP4)"),
    "wav": say("Save as a sound with its picture (WAV)"),
}


def _plain(title: str) -> str:
    """A title as a file may be called on any machine."""
    return file_name(title, "poster")


class Files:
    """Buttons under the composer.

    Args:
        out: makes the files (`promplan.export.poster`). made: the poster on the screen.
        moving: the same data in time. called: what a file is called after. idea: the id of the idea that is open.
    """

    def __init__(
        self,
        store: Store,
        guard: Guard,
        out: Any,
        made: Callable[[], Composed | None],
        moving: Callable[[], Moving],
        called: Callable[[], str],
        idea: Callable[[], str],
    ) -> None:
        self.store, self.out, self.made, self.moving, self.called, self.idea = store, out, made, moving, called, idea
        self.said = region()
        self.upload = widgets.FileUpload(accept=".csv,.tsv,.txt", description=str(say("Bring a CSV of your own")))
        self.upload.observe(guard.handler(self._keep), "value")
        buttons = []
        for kind in ("pdf", "png", "svg"):
            button = widgets.Button(description=str(say("Save as {kind}", kind=kind.upper())))
            button.on_click(guard.handler(partial(self._save, kind)))
            buttons.append(button)
        row = widgets.HBox([*buttons, self.upload], layout=widgets.Layout(flex_flow="row wrap"))
        lead = say("These data run in time: the cycle that is picked out, else the first, breathes and can be heard.")
        films = [widgets.HTML(f"<p>{escape(str(lead))}</p>")]
        for kind, words in FILMS.items():
            button = widgets.Button(description=str(words))
            button.on_click(guard.handler(partial(self._save_moving, kind)))
            films.append(button)
        self.films = widgets.HBox(films, layout=widgets.Layout(flex_flow="row wrap", display="none"))
        self.player = widgets.Audio(value=SILENT, format="wav", autoplay=False, loop=False)
        self.player.layout.display = "none"
        self.box = widgets.VBox([row, self.films, self.player, self.said])

    def _keep(self) -> None:
        """Read what was brought before it is kept: what cannot be read is said, and nothing is added."""
        for one in self.upload.value:
            content = bytes(one["content"])
            files.small_enough(content, str(one["name"]))  # before a million rows are read
            table = read(content)
            fields = files.keep(self.store.folder, content, str(one["name"]))
            id_ = self.store.add("attachments", fields)
            told = "".join(f"<li>{escape(str(it))}</li>" for it in said_back(table))
            set_region(
                self.said,
                f"<p>{escape(str(say('{id}: {name} was read.', id=id_, name=one['name'])))}</p><ul>{told}</ul>",
            )
        if self.upload.value:
            self.upload.value = ()

    def _save(self, kind: str) -> None:
        """Write the poster beside the plan."""
        found = self.made()
        if found is None:
            raise Problem(say("There is no poster yet: choose a form and its data first."))
        said = {"title": found.title or self.called(), "alt": found.written}
        data = {
            "pdf": lambda: self.out.pdf(found.poster, found.palette, **said),
            "png": lambda: self.out.png(found.poster, found.palette, **said),
            "svg": lambda: self.out.picture(found.poster, found.palette, **said),
        }[kind]()
        self._written({kind: data}, sheet=found.sheet)

    def offer(self, moves: bool) -> None:
        """Show what is made of data that run in time, or not."""
        self.films.layout.display = None if moves else "none"
        self.player.layout.display = None if moves and self.player.value != SILENT else "none"

    def _save_moving(self, kind: str) -> None:
        """Write the cycle beside the plan: as a film with its sound, or the sound with its picture."""
        made, make = self.moving(), self.out.motion
        sheet = BARE if made.motion.legend.scales == "off" else ""
        if kind == "wav":
            self.player.value = made.sound.wav()
            self.player.layout.display = None
            picture = make.still(made.wave, made.palette, made.heard)
            self._written({"wav": self.player.value, "sound.png": picture}, made.heard, sheet)
        elif kind == "gif":
            self._written({kind: make.gif(made.motion, made.palette, made.told)}, sheet=sheet)
        else:
            told = (*made.told, *made.heard)
            self._written({kind: make.mp4(made.motion, made.palette, told, made.sound.wav())}, sheet=sheet)

    def _name(self) -> str:
        """What the files of the open idea are called after: its title, and its id where another's would be the same."""
        name = _plain(self.called())
        twins = [one for one in self.store.plan.ideas if _plain(one.title or one.id).casefold() == name.casefold()]
        return f"{name}-{self.idea()}" if len(twins) > 1 else name

    def _written(self, made: dict[str, bytes], told: Sequence[Words] = (), sheet: str = "") -> None:
        """Each sheet of a poster is a file of its own, and so is the poster of each idea.

        Args:
            sheet: format and scales of the poster, as they stand in the file's name.
        """
        folder = self.store.folder / FOLDER
        folder.mkdir(exist_ok=True)
        name = "-".join(filter(None, (self._name(), sheet)))
        for ending, data in made.items():
            (folder / f"{name}.{ending}").write_bytes(data)
        paths = ", ".join(f"{FOLDER}/{name}.{ending}" for ending in made)
        legend = f"<p>{escape(' '.join(map(str, told)))}</p>" if told else ""
        set_region(self.said, f"<p>{escape(str(say('Saved: {path}', path=paths)))}</p>{legend}")
