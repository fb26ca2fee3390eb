"""A sheet or a calendar that comes back: what is what in it, what would change row by row, and what is accepted."""

from collections.abc import Mapping
from typing import Any, Protocol

from promplan.language import say
from promplan.plan.document import Plan
from promplan.plan.store import Store
from promplan.widgets import sheet_back
from promplan.widgets.panel import Panel
from promplan.widgets.sheet_back import SheetBack, Texts

ITEMS = "items"
TEXTS = Texts(
    say("A calendar that comes back"),
    say(
        "The sheet that the press office has edited, or a calendar from a phone. Nothing enters the plan "
        "before you have ticked it here."
    ),
    ".xlsx,.csv,.ics,.txt,.tsv",
    say("{name} is too large for a calendar."),
)


class Files(sheet_back.Files, Protocol):
    """What reads them: `promplan.export.calendar_files`."""

    def opened(self, data: bytes) -> Any:
        """A file: its `heads`, and the `mapping` of its columns."""

    def difference(self, plan: Plan, file: Any, mapping: Mapping[int, str] | None = None) -> Any:
        """What the file would change: its `rows`, and `notes` about the whole."""


def calendar_back(store: Store, files: Files) -> Panel:
    """Reads .xlsx, .csv and .ics, shows what differs from the plan, and takes what is ticked; Undo takes it back."""
    return _Back(store, files).panel


class _Back(SheetBack):
    files: Files

    def __init__(self, store: Store, files: Files) -> None:
        super().__init__(store, files, TEXTS, ITEMS)

    def opened(self, data: bytes, name: str) -> Any:
        return self.files.opened(data)

    def difference(self) -> Any:
        return self.files.difference(self.store.plan, self.file, self.mapping())

    def asks_columns(self) -> bool:
        return "code" not in self.file.mapping.values()
