"""Links inside a document: each record is found where it stands first, and what leads to nothing leads nowhere."""

from collections.abc import Iterator
from typing import Any

WHERE = ("rows", "cards")  # lists whose entries are records


def linked(data: dict[str, Any]) -> dict[str, Any]:
    """The template's data with one place for each id, and links to these alone."""
    known: set[str] = set()
    for one in _records(data):
        if one["id"] in known:
            one["id"] = ""
        known.add(one["id"])
    _lead(data, known)
    return data


def _records(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        if isinstance(data.get("id"), str) and ("cells" in data or "facts" in data):
            yield data
        for one in data.values():
            yield from _records(one)
    elif isinstance(data, list):
        for one in data:
            yield from _records(one)


def _lead(data: Any, known: set[str]) -> None:
    if isinstance(data, dict):
        if "to" in data and data["to"] not in known:
            data["to"] = ""
        for one in data.values():
            _lead(one, known)
    elif isinstance(data, list):
        for one in data:
            _lead(one, known)
