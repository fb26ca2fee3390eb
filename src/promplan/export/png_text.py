"""Words in a PNG file: what is to be seen in it, as an archive and a screen reader of files find it (iTXt, PNG 1.2)."""

import struct
import zlib
from collections.abc import Mapping

HEAD = 8 + 25  # the signature and IHDR, which comes first: 4 of length, 4 of name, 13 of data, 4 of checksum


def noted(picture: bytes, texts: Mapping[str, str]) -> bytes:
    """The same picture with the texts that are not empty, by their keywords ("Title", "Description"), in UTF-8."""
    chunks = [_chunk(name, text) for name, text in texts.items() if text]
    return picture[:HEAD] + b"".join(chunks) + picture[HEAD:]


def _chunk(name: str, text: str) -> bytes:
    data = b"iTXt" + name.encode("latin-1") + b"\0\0\0\0\0" + text.encode("utf-8", "replace")
    return struct.pack(">I", len(data) - 4) + data + struct.pack(">I", zlib.crc32(data))
