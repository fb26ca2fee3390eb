"""`promplan harvest ru`: whoever improved a Russian notebook in JupyterLab carries its wording back to the catalogue.

Only the words of Markdown cells travel. A cell whose structure differs is refused by name: the structure's source is
the English notebook, and the next build would silently undo the change.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from babel.messages.catalog import Catalog, Message
from nbformat import NotebookNode

from promplan.language import Words, say, say_many
from promplan.notebooks import catalogue
from promplan.notebooks.compare import shape
from promplan.notebooks.mark import by_hand, digest, remarked, written
from promplan.notebooks.markdown import led
from promplan.notebooks.normalise import text
from promplan.notebooks.translate import START, coming, parted
from promplan.notebooks.translate import russian as to_russian

KINDS = ("notebooks", "solutions")


@dataclass(frozen=True)
class Harvest:
    """What one Russian notebook brought: the new wording by cell id, and what was refused, which leaves no wording.

    `stale` are those of the cells whose English has changed since their Russian was written: somebody must compare.
    """

    notebook: str
    carried: dict[str, str] = field(default_factory=dict)
    refused: list[Words] = field(default_factory=list)
    stale: frozenset[str] = frozenset()

    def __str__(self) -> str:
        if self.refused:
            return str(say("{notebook}: nothing was carried", notebook=self.notebook))
        n = len(self.carried)
        told = say_many("{notebook}: {n} cell carried", "{notebook}: {n} cells carried", n, notebook=self.notebook)
        if not self.stale:
            return str(told)
        cells = ", ".join(sorted(self.stale))
        compare = say(
            "The English of {cells} has changed meanwhile: compare, and delete the line “#, fuzzy” in the unit's .po.",
            cells=cells,
        )
        return f"{told}. {compare}"


def harvest(name: str, english: NotebookNode, russian: NotebookNode, words: Catalog) -> Harvest:
    """Compare the Russian notebook `name` with what `words` make of the English one, cell by cell."""
    known = {message.context: message for message in words if message.context}
    source = {cell.id: cell for cell in english.cells}
    touched = by_hand(russian)  # in the others the catalogue has the last word: it may be newer than the last build
    faults = list(_places([cell.id for cell in english.cells], [cell.get("id", "?") for cell in russian.cells]))
    carried = {}
    for cell in (cell for cell in russian.cells if cell.get("id") in source.keys() & touched):
        fault = _fault(source[cell.id], cell)
        if fault is not None:
            faults.append((cell.id, fault))
        elif cell.cell_type == "markdown" and parted(cell.source) not in _unedited(source[cell.id], known.get(cell.id)):
            carried[cell.id] = _entry(cell)
            if _changed_too(known.get(cell.id), written(russian, cell.id)):
                faults.append((cell.id, say("it was changed in the catalogue too. Make both say the same.")))
    refused = [say("{notebook}, cell {cell}: {fault}", notebook=name, cell=cell, fault=fault) for cell, fault in faults]
    before = {id_: written(russian, id_, "english") for id_ in carried}
    stale = frozenset(
        id_
        for id_, was in before.items()
        if was not in (None, digest(source[id_].source)) or (id_ in known and known[id_].fuzzy)
    )
    return Harvest(name, {} if refused else carried, refused, frozenset() if refused else stale)


def unharvested(english: NotebookNode, russian: NotebookNode, words: Catalog) -> list[str]:
    """Ids of the cells edited since the last build whose wording is not in the catalogue: a build would lose them."""
    known = {message.context: message for message in words if message.context}
    source = {cell.id: cell for cell in english.cells}
    touched = by_hand(russian)
    return [
        cell.id
        for cell in (cell for cell in russian.cells if cell.get("id") in touched)
        if cell.id not in source or parted(cell.source) not in _unedited(source[cell.id], known.get(cell.id))
    ]


def _places(wanted: list[str], found: list[str]) -> Iterator[tuple[str, Words]]:
    """Cells that are new, gone, double or out of order."""
    for cell in dict.fromkeys(found):
        if cell not in wanted:
            yield cell, say("the English notebook has no such cell. Add it there and delete it here.")
        elif found.count(cell) > 1:
            yield cell, say("it is here more than once. Keep one of them.")
    for cell in wanted:
        if cell not in found:
            yield cell, say("it is missing. Put it back here, or delete it in the English notebook too.")
    if sorted(wanted) == sorted(found):
        moved = [cell for cell, place in zip(found, wanted, strict=True) if cell != place]
        for cell in moved[:1]:
            yield cell, say("from here on the cells are in a different order. Order them as in the English notebook.")


def _fault(english: NotebookNode, russian: NotebookNode) -> Words | None:
    """Why this cell cannot be carried, or None."""
    if english.cell_type != russian.cell_type:
        return say("it is no longer a {kind} cell. Make it one again.", kind=english.cell_type)
    if english.cell_type != "markdown":
        same = START.sub(r'\1"ru"', english.source) == russian.source
        return None if same else say("its code was changed. Code is edited in the English notebook; undo it here.")
    if bool(english.source.strip()) != bool(russian.source.strip()):
        return say("only one of the two languages has words. Write the other, or empty both.")
    here, there = shape(english.source), shape(russian.source)
    parts = {"headings": say("headings"), "links": say("links"), "images": say("images")}
    for part in (part for part in here if here[part] != there[part]):
        return say(
            "its {part} differ from the English cell. Undo that here, or change the English first.", part=parts[part]
        )
    if parted(to_russian(_entry(russian))) != parted(russian.source):
        return say("a link leads into /en/. In a Russian notebook it leads into /ru/.")
    return None


def _entry(russian: NotebookNode) -> str:
    """The wording for the catalogue: with plain spaces, and with the addresses that the English has."""
    return led(parted(russian.source), "ru", "en")


def _unedited(english: NotebookNode, message: Message | None) -> set[str]:
    """What the cell says where nobody has touched it: its translation, the English, or that none is there yet."""
    if english.cell_type != "markdown":
        return {START.sub(r'\1"ru"', english.source)}
    words = str(message.string) if message is not None and message.string else english.source
    return {parted(to_russian(text)) for text in (words, english.source, coming())}


def _changed_too(message: Message | None, mark: str | None) -> bool:
    """Does the catalogue say something that the last build did not find there?"""
    if mark is None or message is None or not message.string:
        return False
    return digest(to_russian(str(message.string))) != mark


def enter(words: Catalog, english: NotebookNode, carried: dict[str, str], stale: frozenset[str] = frozenset()) -> None:
    """Write the carried wording into the catalogue; it is fuzzy no more, if it was written for today's English."""
    known = {message.context: message for message in words if message.context}
    for cell in (cell for cell in english.cells if cell.id in carried):
        message = known.get(cell.id)
        if message is None:
            words.add(cell.source, carried[cell.id], context=cell.id)
            continue
        message.string = carried[cell.id]
        if message.id == cell.source and cell.id not in stale:  # else it stays fuzzy, so that somebody compares the two
            message.flags.discard("fuzzy")
            message.previous_id = []


def carry(root: Path) -> list[Harvest]:
    """Harvest every Russian notebook in `root` into its unit's catalogue; returns those that brought something."""
    results = []
    for unit in sorted({path.stem for kind in KINDS for path in (root / kind / "ru").glob("*.ipynb")}):
        po = root / "src" / "promplan" / "locale" / "ru" / f"{unit}.po"
        old, new = catalogue.read(po), catalogue.read(po)
        for kind in KINDS:
            paths = [root / kind / language / f"{unit}.ipynb" for language in ("en", "ru")]
            name = f"{kind}/ru/{unit}.ipynb"
            if not paths[1].is_file():
                continue
            try:
                english, russian = (nbformat.read(path, as_version=4) for path in paths)
            except FileNotFoundError:
                refusal = say("{notebook} has no English source. Write that first, or remove this file.", notebook=name)
                results.append(Harvest(name, refused=[refusal]))
                continue
            except (ValueError, AttributeError, OSError):  # nbformat looks for keys in whatever JSON there is
                refusal = say(
                    "{notebook} or its English source is not a notebook. Undo the last change.", notebook=name
                )
                results.append(Harvest(name, refused=[refusal]))
                continue
            results.append(harvest(name, english, russian, old))
            enter(new, english, results[-1].carried, results[-1].stale)
            if results[-1].carried:
                catalogue.write(po, new)
                paths[1].write_text(text(remarked(russian, results[-1].carried.keys())), encoding="utf-8")
    return [one for one in results if one.carried or one.refused]
