"""A file on its way from the browser: in pieces that are small enough for a message, whole when all are there."""

from collections.abc import Callable
from typing import Any

from promplan.widgets.guard import Guard

LARGEST = 30_000_000  # bytes that are waited for; what a plan may keep is refused in words by who keeps it


class Uploads:
    """Gathers the pieces of each file; `came` is handed its bytes, its name, and what the page said of it."""

    def __init__(self, board: Any, guard: Guard, came: Callable[[bytes, str, dict[str, Any]], object]) -> None:
        self.guard, self.came = guard, came
        self._parts: dict[str, list[bytes]] = {}
        board.on_msg(lambda _, content, buffers: self.hear(content, buffers))

    def hear(self, content: dict[str, Any], buffers: list[Any]) -> None:
        """One piece; pieces of a file come in their order."""
        if content.get("do") != "file":
            return
        key = str(content.get("key", ""))
        parts = self._parts.setdefault(key, [])
        if sum(map(len, parts)) < LARGEST:
            parts.extend(bytes(one) for one in buffers)
        if content.get("last"):
            data = b"".join(self._parts.pop(key))
            self.guard.doing(lambda: self.came(data, str(content.get("name", "")), content))
