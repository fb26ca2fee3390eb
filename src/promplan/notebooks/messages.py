"""The interface's sentences: gathered from the package's `say(…)`, compiled for the standard library's gettext."""

import ast
import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from promplan.notebooks.catalogue import blank, read, write


def sentences(package: Path) -> list[str | tuple[str, str]]:
    """Every sentence marked with `say` or `say_many`, sorted.

    The syntax tree is read rather than the text: Babel's own extractor does not look into f-strings.
    """
    found: set[str | tuple[str, str]] = set()
    for path in package.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("say", "say_many"):
                words = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
                if words:
                    found.add(words[0] if node.func.id == "say" else (words[0], words[1]))
    return sorted(found, key=str)


def gather(package: Path, old: Catalog) -> Catalog:
    """Every sentence of the package, with the translations that `old` has for exactly it."""
    new = blank()
    for message in sentences(package):
        before = old.get(message[0] if isinstance(message, tuple) else message)
        new.add(message, before.string if before else None)
    return new


def compiled(catalogue: Catalog) -> bytes:
    """The .mo file's bytes; the same for the same catalogue."""
    stream = io.BytesIO()
    write_mo(stream, catalogue)
    return stream.getvalue()


def _whole(words: str | list[str] | tuple[str, ...] | None) -> bool:
    return bool(words) if isinstance(words, str) else bool(words) and all(words or ())


def update(package: Path, *, save: bool) -> list[str]:
    """Bring promplan.po and .mo up to date (or only look); returns what is stale or untranslated."""
    po, mo = (package / "locale" / "ru" / f"promplan.{kind}" for kind in ("po", "mo"))
    old = read(po)
    new = gather(package, old)
    stale = {str(one.id) for one in new if one.id} != {str(one.id) for one in old if one.id}
    empty = [str(one.id) for one in new if one.id and not _whole(one.string)]
    binary = compiled(new)
    if save:
        write(po, new)
        mo.write_bytes(binary)
        return [f"promplan.po: no Russian for {one!r}; write it there" for one in empty]
    found = ["promplan.po does not hold the package's sentences: run promplan build"] if stale else []
    found += [f"promplan.po: no Russian for {one!r}; write it there" for one in empty]
    if not mo.is_file() or mo.read_bytes() != binary:
        found.append("promplan.mo does not follow from promplan.po: run promplan build")
    return found
