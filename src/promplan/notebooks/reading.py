"""What a notebook's outputs follow from, besides its cells: a digest of all that it read when it was run last.

A notebook is run again when a module of the package that it imported, an asset that it opened, a folder of assets that
it listed, or the Russian of a sentence in one of those modules is not as it was. What was missing cannot be noted: for
a file that is looked for and not there, `promplan build --force` runs everything.
"""

import hashlib
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from promplan.language import compiling
from promplan.notebooks import catalogue

PACKAGE, ASSETS = "src/promplan/", "assets/"
WORDS = "src/promplan/locale/ru/promplan.po"
MAKERS = tuple(f"{PACKAGE}notebooks/{name}.py" for name in ("normalise", "run"))


class Reading:
    """The files of the course in `root`, each read once."""

    def __init__(self, root: Path) -> None:
        self.root, self.roots = root, (root.absolute(), root.resolve())
        self._known: dict[str, bytes] = {}

    def names(self, paths: Iterable[str]) -> list[str]:
        """Those of the paths that are the course's own, relative to its root; the compiled words by their source."""
        found = set(MAKERS)
        for path in map(Path, paths):
            root = next((one for one in self.roots if path.is_relative_to(one)), None)
            name = path.relative_to(root).as_posix() if root else ""
            own = name.startswith(PACKAGE) and path.suffix != ".pyc" and path.is_file()
            if name.startswith(f"{PACKAGE}locale/"):
                found.add(WORDS)
            elif own or f"{name}/".startswith(ASSETS):
                found.add(name)
        return sorted(found)

    def digest(self, names: Iterable[str], cells: str) -> str:
        """A digest of the cells and of all that they read."""
        names = sorted(names)
        digest = hashlib.sha256(cells.encode())
        for name in names:
            content = self._words(names) if name == WORDS else self._content(name)
            digest.update(name.encode() + b"\0" + content)
        return digest.hexdigest()

    def _content(self, name: str) -> bytes:
        if name not in self._known:
            path = self.root / name
            if path.is_dir():
                listed = sorted(one.name for one in path.iterdir() if one.name != "__pycache__")
                self._known[name] = hashlib.sha256("\0".join(listed).encode()).digest()
            else:
                self._known[name] = hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b""
        return self._known[name]

    def _words(self, names: list[str]) -> bytes:
        """The Russian of the sentences that stand in these modules."""
        modules = {name.removeprefix(PACKAGE) for name in names}
        return repr([words for files, words in self._sentences if files & modules]).encode()

    @cached_property
    def _sentences(self) -> list[tuple[set[str], tuple[object, ...]]]:
        words = catalogue.read(self.root / WORDS)
        return [
            ({file for file, _ in one.locations}, (one.context, one.id, one.string))
            for one in words
            if one.id and compiling.fits(one)
        ]
