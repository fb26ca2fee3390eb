"""The calendar as files, a button each: a sheet to edit, a table, a file for the phone."""

from collections.abc import Mapping
from typing import Any, Protocol

from promplan.language import say
from promplan.plan.store import Store
from promplan.widgets.panel import Panel
from promplan.widgets.visit_papers import PaperButtons

FOLDER = "calendar"


class Files(Protocol):
    """What makes the files: `promplan.export.calendar_files`."""

    FILES: Mapping[str, Any]


def calendar_files(store: Store, files: Files) -> Panel:
    """The calendar as it is now, to edit in a spreadsheet program or to carry on a phone."""
    return PaperButtons(store, files.FILES, say("The calendar to take along"), FOLDER).panel
