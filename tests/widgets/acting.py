"""What a page says to a board in the tests: its acts, numbered, in the name of one page."""

from typing import Any

from widgets.finding import part

from promplan.plan.store import MemoryStore
from promplan.widgets.acts import Acting


class Page:
    """One page that shows a board; it sends each act with the ones that were not heard of, as the script does."""

    def __init__(self, panel: Any, name: str = "one") -> None:
        self.panel, self.name, self.turn = panel, name, 0
        self.board: Any = part(panel, Acting)

    def act(self, do: str, **given: Any) -> Any:
        """Do something; what came of it."""
        self.turn += 1
        piece = self.board.shown.get("id", "")
        self.board.acts = {"page": self.name, "list": [{"turn": self.turn, "do": do, "piece": piece, **given}]}
        assert self.board.heard["page"] == self.name and self.board.heard["turn"] == self.turn
        return self.board.heard["came"]

    @property
    def failed(self) -> bool:
        """Could the last act not be done?"""
        return self.turn in self.board.heard["failed"]


class Kept(MemoryStore):
    """A plan in memory with a folder of the test's own for its files."""

    def __init__(self, folder: Any, plan: Any = None) -> None:
        super().__init__(plan)
        self.home = folder

    @property
    def folder(self) -> Any:
        return self.home
