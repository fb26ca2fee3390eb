"""Read and write .po files with what Babel loses on the way: the previous English of a fuzzy entry.

Babel reads a `#|` line as a translator's comment and wraps it inside a string when it writes it. Nothing in a written
file changes but what was changed: no dates, no line numbers, no wrapping, no version of the tool.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import normalize, read_po, unescape, write_po

from promplan.language.compiling import write as put


def read(path: Path) -> Catalog:
    """The catalogue in a .po file."""
    with path.open("rb") as stream:
        catalogue = read_po(stream, locale="ru")
    for message in (*catalogue, *catalogue.obsolete.values()):
        before = [one[1:].strip() for one in message.user_comments if one.startswith("|")]
        message.user_comments = [one for one in message.user_comments if not one.startswith("|")]
        message.previous_id = [text for keyword, text in _entries(before) if keyword.startswith("msgid")]
    return catalogue


def _entries(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Keywords and their strings from the lines of an entry."""
    for entry in re.findall(r'^(\w+) ((?:"[^\n]*"\n?)+)', "\n".join(lines), re.MULTILINE):
        yield entry[0], "".join(unescape(one) for one in entry[1].split("\n") if one)


def text(catalogue: Catalog) -> str:
    """The .po file's text."""
    stream = io.BytesIO()
    write_po(stream, catalogue, width=0, include_lineno=False)
    blocks = re.sub(r'^"Generated-By: .*\n', "", stream.getvalue().decode(), count=1, flags=re.MULTILINE).split("\n\n")
    messages = [*catalogue, *catalogue.obsolete.values()]
    return "\n\n".join(
        [*(_with_previous(block, one) for block, one in zip(blocks, messages, strict=False)), *blocks[len(messages) :]]
    )


def _with_previous(block: str, message: Message) -> str:
    """The entry, with the English that its fuzzy translation was made for."""
    previous = (message.previous_id,) if isinstance(message.previous_id, str) else tuple(message.previous_id)
    if not previous or not message.fuzzy:
        return block
    named = zip(("msgid", "msgid_plural"), previous, strict=False)
    said = "\n".join(f"{keyword} {normalize(one, width=0)}" for keyword, one in named)
    lines = "".join(f"#| {line}\n" for line in said.split("\n"))
    return re.sub(r"^(?=msgctxt |msgid )", lambda _: lines, block, count=1, flags=re.MULTILINE)


def write(path: Path, catalogue: Catalog) -> None:
    """Write the catalogue, if that changes the file; raises OSError where nothing may be written."""
    content = text(catalogue).encode()
    if not (path.is_file() and path.read_bytes() == content) and not put(path, content):
        path.write_bytes(content)
