"""Join a teammate's copy into the plan: choose the file, see what would come, decide what both changed, press Join."""

from collections.abc import Mapping
from functools import partial
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import Problem, Words, say
from promplan.plan.document import Plan
from promplan.plan.merging import Merged
from promplan.plan.merging import merge as join_copies
from promplan.plan.merging.copies import Copy, from_bytes, keep_files
from promplan.plan.merging.joining import summary
from promplan.plan.store import FileStore, Store
from promplan.widgets.clashes import Clashes
from promplan.widgets.guard import Guard
from promplan.widgets.panel import Panel, heading, region, set_region

LIMIT = 9_000_000  # bytes; JupyterLab's channel to the kernel closes at a message of 10 MB (tornado)
MB = 1_000_000


def merge(store: Store) -> Panel:
    """Nothing is changed before Join is pressed; the backups keep what was."""
    return _Merge(store).panel


class _Merge:
    def __init__(self, store: Store) -> None:
        self.store, self.guard = store, Guard()
        self.copies: dict[str, Copy] = {}
        self.merged: Merged | None = None
        self.clashes = Clashes()
        choose, older = say("Choose a teammate's copy"), say("Choose an older copy")
        self.uploads = {"theirs": _upload(choose), "base": _upload(older)}
        for name, upload in self.uploads.items():
            upload.observe(self.guard.handler(partial(self.read, name)), "value")
        self.button = widgets.Button(description=str(say("Join")), disabled=True)
        self.button.on_click(self.guard.handler(self.join))
        self.view, self.told = region(), region()
        store.watch(lambda: self.guard.doing(self.draw) if self.copies else None)
        title = str(say("Join a teammate's copy"))
        lines = [
            say("A teammate's media-plan.json, or the zip that Hand in writes; at most {limit} MB.", limit=LIMIT // MB),
            say("An older copy of both, if you have one: then removals follow, and less is asked."),
        ]
        first, second = (widgets.HTML(f"<p>{escape(str(line))}</p>") for line in lines)
        parts = [first, self.uploads["theirs"], second, self.uploads["base"], self.view, self.clashes.box, self.button]
        static = "".join(f"<p>{escape(str(line))}</p>" for line in lines)
        self.panel = Panel(title, [heading(title), *parts, self.guard, self.told], static)

    def read(self, name: str) -> None:
        """Read what was chosen; one that cannot be read is as if it had not been chosen."""
        self.copies.pop(name, None)
        try:
            if chosen := self.uploads[name].value:
                self.copies[name] = _copy(chosen[0])
                set_region(self.told, "")
        finally:
            self.draw()

    def _base(self) -> Plan | None:
        return self.copies["base"].plan if "base" in self.copies else None

    def draw(self) -> None:
        """Show what would come and what must be decided, from the newest plan; what was chosen stays chosen."""
        self.merged = None
        try:
            if "theirs" in self.copies:
                self.merged = join_copies(self.store.plan, self.copies["theirs"].plan, self._base())
        finally:
            lines = summary(self.merged, self.copies["theirs"].name) if self.merged else []
            set_region(self.view, _paragraphs(*lines))
            self.clashes.ask(self.merged.asked if self.merged else [])
            self.button.disabled = self.merged is None
            # what the guard says after a choice: only Join saves
            self.guard.said = str(say("read, not joined yet")) if self.copies else ""

    def join(self) -> None:
        """Join into the newest plan; raises `Problem` while something is undecided, or changed since it was shown."""
        theirs, base = self.copies["theirs"], self._base()

        def change(plan: Plan) -> Plan:
            return self.clashes.settled(join_copies(plan, theirs.plan, base))

        joined, missing = change(self.store.plan), []
        if isinstance(self.store, FileStore):
            missing = keep_files(self.store.path.parent, joined, [theirs])
        self.store.keep()
        copies, self.copies = self.copies, {}  # the redraw that the change brings has nothing more to ask
        try:
            self.store.replace(change)
        except Exception:
            self.copies = copies
            self.draw()
            raise
        for upload in self.uploads.values():
            upload.value = ()
        lines = [say("Joined with {name}.", name=theirs.name)]
        if missing:
            names = ", ".join(missing)
            lines.append(say("These files did not come with it: {names}. Put them into plan-files.", names=names))
        set_region(self.told, _paragraphs(*lines))


def _upload(label: Words) -> Any:
    return widgets.FileUpload(description=str(label), accept=".json,.zip", layout=widgets.Layout(width="max-content"))


def _copy(chosen: Mapping[str, Any]) -> Copy:
    """The copy in a chosen file; raises `Problem` with the file's name."""
    name = str(chosen["name"])
    if chosen["size"] > LIMIT:
        raise Problem(
            say(
                "{file} has more than {limit} MB. Put it into your course folder and join there with promplan merge.",
                file=name,
                limit=LIMIT // MB,
            )
        )
    try:
        return from_bytes(name, bytes(chosen["content"]))
    except Problem as problem:
        raise Problem(say("{file}: {fault}", file=name, fault=problem.what)) from None


def _paragraphs(*lines: Words) -> str:
    return "".join(f"<p>{escape(str(line))}</p>" for line in lines)
