"""The plan leaves the notebook: choose formats and a reader, press once, and the files lie beside the plan.

Errors of the review stop it, and what is to be fixed is listed with the way there; a draft leaves with its mark.
"""

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from html import escape
from pathlib import Path
from typing import Any, Protocol

import ipywidgets as widgets

from promplan.language import Problem, Words, say
from promplan.plan.letters import today
from promplan.plan.store import Store
from promplan.review import Report
from promplan.widgets.guard import Guard
from promplan.widgets.hand_in import LINK, LINKED
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.visit_papers import TYPES as OF_PAPERS

TYPES = {
    **OF_PAPERS,
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "md": "text/markdown",
    "json": "application/json",
    "srt": "application/x-subrip",
    "vtt": "text/vtt",
}
FIRST = ("pdf",)  # what is ticked at first
TITLE = say("Export the plan")
LEAD = say("Choose what you need. The files lie in the folder {folder} beside your plan; each press writes them anew.")
WIDE = widgets.Layout(width="auto", min_width="min(20.5em, 100%)")


class Leaving(Protocol):
    """What lets a plan leave: `promplan.export.leaving`."""

    FORMATS: Mapping[str, Any]
    READERS: Mapping[Any, Words]
    FOLDER: str
    Blocked: Any
    leave: Callable[..., Sequence[Any]]
    Wanted: Callable[..., Any]
    beside: Callable[..., Any]


def exports(store: Store, leaving: Leaving) -> Panel:
    """Every format of the plan, to be ticked and written at one press, for everybody or for one reader."""
    return _Exports(store, leaving).panel


class _Exports:
    def __init__(self, store: Store, leaving: Leaving) -> None:
        self.store, self.leaving, self.guard = store, leaving, Guard(acts=True)
        self.ticks = {
            id_: widgets.Checkbox(value=id_ in FIRST, description=str(one.words), indent=False, layout=WIDE)
            for id_, one in leaving.FORMATS.items()
        }
        self.rows = {id_: self._row(id_) for id_ in self.ticks}
        self.reader = widgets.Dropdown(
            options=[(str(words), key) for key, words in leaving.READERS.items()],
            description=str(say("For whom")),
            style={"description_width": "initial"},
            layout=widgets.Layout(width="min(28em, 100%)"),
        )
        self.draft = widgets.Checkbox(
            description=str(say("As a draft: also with errors, and every page says so")),
            indent=False,
            layout=widgets.Layout(width="98%"),
        )
        self.button = widgets.Button(description=str(say("Export")), button_style="primary")
        self.bar = widgets.IntProgress(value=0, min=0, max=1, layout=widgets.Layout(width="min(28em, 100%)"))
        self.bar.layout.display = "none"
        self.step, self.told = region(), region()
        self.told.add_class("pp-left")
        self.button.on_click(self.guard.handler(self.press))
        self.reader.observe(lambda _: self._offer(), "value")
        lead = escape(str(say(LEAD.template, folder=f"{leaving.FOLDER}/")))
        static = "".join(
            f"<li><b>{escape(str(one.words))}</b> {escape(str(one.lead))}</li>" for one in leaving.FORMATS.values()
        )
        parts = [
            heading(str(TITLE)),
            widgets.HTML(f"<p>{lead}</p>"),
            *self.rows.values(),
            self.reader,
            self.draft,
            self.button,
            self.bar,
            self.step,
            self.guard,
            self.told,
        ]
        self.panel = Panel(str(TITLE), parts, f"<p>{lead}</p><ul>{static}</ul>")

    def _row(self, id_: str) -> Any:
        lead = widgets.HTML(
            f"<p>{escape(str(self.leaving.FORMATS[id_].lead))}</p>", layout=widgets.Layout(flex="1 1 18em")
        )
        layout = widgets.Layout(flex_flow="row wrap", align_items="center")
        row = widgets.HBox([self.ticks[id_], lead], layout=layout)
        row.add_class("pp-format")
        return row

    def _offer(self) -> None:
        """Only what is for the chosen reader; what was written for another one is not listed under this name."""
        set_region(self.told, "")
        for id_, row in self.rows.items():
            row.layout.display = None if self._theirs(id_) else "none"

    def _theirs(self, id_: str) -> bool:
        return self.reader.value in self.leaving.FORMATS[id_].readers

    def press(self) -> None:
        """Write what is ticked from the plan as it is now, over yesterday's."""
        set_region(self.told, "")
        chosen = [id_ for id_, one in self.ticks.items() if one.value and self._theirs(id_)]
        if not chosen:
            raise Problem(say("Tick what you want to export."))
        plan, self.button.disabled = self.store.plan, True
        day = today(plan) or date.today()
        try:
            left = self.leaving.leave(
                plan,
                chosen,
                self.store.folder / self.leaving.FOLDER,
                self.leaving.Wanted(day, self.reader.value, self.draft.value),
                held=self.leaving.beside(plan, self.store.folder),
                told=self._progress,
            )
            set_region(self.told, self._listed(left))
        except self.leaving.Blocked as blocked:
            set_region(self.told, _stopped(blocked.findings))
        finally:
            self.button.disabled = False
            self.bar.layout.display = "none"
            set_region(self.step, "")

    def _progress(self, done: int, of: int, what: Words) -> None:
        self.bar.max, self.bar.value, self.bar.layout.display = max(of, 1), done, None
        set_region(self.step, f"<p>{escape(str(say('[{done}/{of}] {what}', done=done, of=of, what=what)))}</p>")

    def _listed(self, left: Sequence[Any]) -> str:
        """Each file with a link to take it along, and why there is none of a format."""
        files = [f"<li>{self._file(file)}</li>" for one in left for file in one.files]
        none = [
            f"<li>{escape(str(say('{format}: {why}', format=one.format.words, why=one.why)))}</li>"
            for one in left
            if one.why is not None
        ]
        return f"<ul>{''.join((*files, *none))}</ul>"

    def _file(self, file: Path) -> str:
        told = escape(str(say("Saved: {path}", path=f"{self.leaving.FOLDER}/{file.name}")))
        if file.stat().st_size > LINKED:
            words = say("To download it, right-click {name} in the list of files and choose Download.", name=file.name)
            return f"{told} {escape(str(words))}"
        type_ = TYPES.get(file.suffix[1:], "application/octet-stream")
        address = f"data:{type_};base64,{b64encode(file.read_bytes()).decode()}"
        words = say("Take {name} along", name=file.name)
        name = escape(file.name, quote=True)
        return f'{told} <a href="{address}" download="{name}" style="{LINK}">{escape(str(words))}</a>'


def _stopped(blocking: Sequence[Any]) -> str:
    """What to fix first, with the lesson and the place of each."""
    first = say("Nothing was written: fix what stops it first, or export a draft.")
    return f"<p><b>{escape(str(first))}</b></p>{Report(blocking)._repr_html_()}"
