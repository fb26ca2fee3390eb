"""The files of patterns, `assets/patterns/*.toml`: their kinds with rows in both languages, their sets of words."""

from functools import cache
from typing import Any

from promplan import assets, toml
from promplan.text.morphology import Script


@cache
def raw(name: str) -> dict[str, Any]:
    """A file as it is written."""
    return toml.read(assets.folder() / "patterns" / f"{name}.toml")


@cache
def kinds_of(name: str) -> dict[str, dict[str, list[str]]]:
    """The kinds of a file in their order, without what is said of the file itself and its sets of words."""
    return {kind: rows for kind, rows in raw(name).items() if isinstance(rows, dict) and kind != "set"}


def sets(name: str) -> dict[str, dict[str, list[str]]]:
    """The sets of words of a file, by name and language."""
    found: dict[str, dict[str, list[str]]] = raw(name).get("set", {})
    return found


@cache
def words_of(name: str, script: Script) -> dict[str, list[str]]:
    """The sets of words of a file in one language."""
    return {key: rows["en" if script == "en" else "ru"] for key, rows in sets(name).items()}
