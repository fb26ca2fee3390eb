"""Compile a gettext catalogue, `.po` for people, into the `.mo` that the standard library reads in milliseconds.

The compiled file is not kept in the repository: it is made for a wheel by the build hook, and in a checkout when it is
missing or older than its source. This module stands alone (standard library, and Babel where it compiles), because the
hook loads it by its path, before the package can be imported.
"""

import gettext
import io
import os
import string
import tempfile
from pathlib import Path
from typing import Any


def load(compiled: Path) -> gettext.NullTranslations:
    """The translations in a `.mo`, compiled anew where its `.po` is newer; English where there is neither nor Babel."""
    binary = _fresh(compiled)
    return gettext.GNUTranslations(io.BytesIO(binary)) if binary else gettext.NullTranslations()


def _fresh(compiled: Path) -> bytes | None:
    source = compiled.with_suffix(".po")
    made = compiled.stat().st_mtime_ns if compiled.is_file() else None
    if source.is_file() and (made is None or made < source.stat().st_mtime_ns):
        try:
            binary = compiled_bytes(source)
        except ImportError:  # a bare install without Babel: an older .mo is better than none
            pass
        else:
            write(compiled, binary)
            return binary
    return None if made is None else compiled.read_bytes()


def compiled_bytes(source: Path) -> bytes:
    """The `.mo` of a `.po`, the same bytes for the same catalogue; raises ImportError without Babel."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as stream:
        catalogue = read_po(stream, locale=source.parent.name, ignore_obsolete=True)
    for message in list(catalogue):
        if message.id and not fits(message):
            catalogue.delete(message.id, context=message.context)
    stream_out = io.BytesIO()
    write_mo(stream_out, catalogue, use_fuzzy=True)  # the old words stay until somebody has written new ones
    return stream_out.getvalue()


def fits(message: Any) -> bool:
    """Can the translation be shown, filled with the values of today's English? Not if it asks for other ones."""
    ids, words = ((one,) if isinstance(one, str) else tuple(one or ()) for one in (message.id, message.string))
    if not any(words):
        return False
    given = [_places(one) for one in ids]
    if None in given:  # it is never filled
        return True
    known = set().union({"n"} if len(ids) > 1 else (), *(one or () for one in given))
    return all(one is not None and one <= known for one in map(_places, words))


def _places(text: str) -> set[str] | None:
    """The names of the `{places}` in a sentence; None where its braces are no places at all."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return None


def write(path: Path, content: bytes) -> bool:
    """Put the file in its place at once, so that nobody reads half of it; False where nothing may be written."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError:
        return False
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        return False
    return True
