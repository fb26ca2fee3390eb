"""The catalogue of the interface's sentences: gathered from the package, compared with what it was, compiled."""

from pathlib import Path

from babel.messages.catalog import Catalog, Message

from promplan.language import compiling
from promplan.notebooks import memory
from promplan.notebooks.catalogue import blank, read, retire, write
from promplan.notebooks.sentences import Sentence, sentences
from promplan.notebooks.trouble import Waiting


def gather(package: Path, old: Catalog) -> Catalog:
    """Every sentence of the package in the order of its files, each with the translation that `old` remembers."""
    found: dict[tuple[str, str], list[Sentence]] = {}
    for one in sentences(package):
        found.setdefault(one.key, []).append(one)
    known = {_key(one): one for one in old if one.id}
    removed = {key: one for key, one in known.items() if key not in found}
    obsolete = {_key(one): one for one in old.obsolete.values() if _key(one) not in known}
    gone = [one for one in (*removed.values(), *obsolete.values()) if one.string]
    compared = 0
    new, taken = blank(), set()
    for (context, id_), places in found.items():
        message = next((one.id for one in places if not isinstance(one.id, str)), id_)
        files = list(dict.fromkeys(one.file for one in places))
        before = known.get((context, id_)) or obsolete.get((context, id_)) or _elsewhere(known, id_)
        if before is None and compared + len(gone) <= memory.MOST:
            compared += len(gone)
            before = memory.nearest(message, files, gone)
        if before is not None:
            taken.add(_key(before))
        memory.add(new, before, message, context, files)
    retire(new, [one for one in gone if _key(one) not in taken and _key(one) not in found])
    return new


def _elsewhere(known: dict[tuple[str, str], Message], id_: str) -> Message | None:
    """The same English in another context: its Russian is the first that a translator would try."""
    found = next((one for (_, text), one in known.items() if text == id_ and one.string), None)
    if found is not None:
        found = found.clone()
        found.flags.add("fuzzy")
        found.previous_id = []
    return found


def _key(message: Message) -> tuple[str, str]:
    return message.context or "", memory.first(message.id)


def update(package: Path, *, save: bool) -> list[str]:
    """Bring promplan.po up to date and compile it (or only look); returns what is stale, broken or waits for words."""
    po = package / "locale" / "ru" / "promplan.po"
    old = read(po)
    new = gather(package, old)
    trouble = []
    if save:
        write(po, new)
        compiling.write(po.with_suffix(".mo"), compiling.compiled_bytes(po))
    elif _held(new) != _held(old):
        trouble.append("promplan.po does not hold the package's sentences: run promplan build")
    return trouble + [fault for message in new if message.id for fault in _faults(message)]


def _held(catalogue: Catalog) -> list[tuple[tuple[str, str], bool, list[str]]]:
    """What of a catalogue follows from the package; how its words are written is the translator's."""
    return [(_key(one), one.pluralizable, sorted({file for file, _ in one.locations})) for one in catalogue if one.id]


def _faults(message: Message) -> list[str]:
    context, id_ = _key(message)
    name = f"promplan.po, {id_!r}" + (f" ({context})" if context else "")
    words = (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))
    if not all(words):
        return [Waiting(f"{name}: there is no Russian yet; write it there")]
    if message.fuzzy:
        shown = "the old Russian is shown" if compiling.fits(message) else "the English is shown"
        return [Waiting(f"{name}: the English has changed, {shown}; write the Russian anew there and delete #, fuzzy")]
    if not compiling.fits(message):
        return [f"{name}: the Russian has other {{places}} than the English; mend it there"]
    return []
