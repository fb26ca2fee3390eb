"""A zip from other hands, read within bounds: listing first, then member by member, by name, nothing extracted.

What a member may not be (a link, locked, a path out of the archive, a bomb, another's bytes under a second name) is its
own trouble and no reason to leave the rest; what makes the whole untrustworthy (files that lie upon each other) is.
"""

import contextlib
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import IO

from promplan.cohort import names
from promplan.cohort.entry import Entry, Guarded, Rejected, unread
from promplan.cohort.listing import look_at_the_end
from promplan.language import Words, say

LONGEST = 1_000  # bytes of a member's name
BOMB, HEAVY = 200, 10_000_000  # so many times its packed size, and so many bytes: nothing honest packs like that
UTF8, LOCKED, PATCHED, STRONG = 0x800, 0x1, 0x20, 0x40  # flags of a member
UNICODE_PATH = 0x7075  # the extra field with a name in UTF-8
NO_DATE = 1980  # the year that stands where nobody gave a date
# what the standard library raises over a zip that is none, or a broken one
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    RuntimeError,
    ArithmeticError,
    OSError,
    ValueError,
    LookupError,
    AttributeError,
    TypeError,
    MemoryError,
)


class Archive:
    """The members of a zip.

    Args:
        stream: the zip, which can be sought in; whoever opened it closes it.

    Raises:
        Rejected: the whole cannot be read or trusted.
    """

    def __init__(self, stream: IO[bytes] | Guarded) -> None:
        look_at_the_end(stream)
        try:
            stream.seek(0)
            self._zip = zipfile.ZipFile(stream)
            infos = self._zip.infolist()
        except DAMAGED:
            raise Rejected("damaged", say("it is damaged, or no zip")) from None
        _apart(infos)
        entries = [_entry(one) for one in infos if not _is_folder(one)]
        twice = Counter(one.path.casefold() for one in entries)
        self.folders = [names.short(_path(one)[0]) for one in infos if _is_folder(one)]
        self.entries: list[Entry] = [one if twice[one.path.casefold()] == 1 else _ambiguous(one) for one in entries]

    @contextlib.contextmanager
    def open(self, entry: Entry) -> Iterator[Guarded]:
        """The bytes of a member, as they unfold."""
        try:
            stream = self._zip.open(entry.key)
        except DAMAGED as error:
            raise unread(error) from None
        with contextlib.closing(stream):
            yield Guarded(stream, DAMAGED)


def _is_folder(info: zipfile.ZipInfo) -> bool:
    return info.orig_filename.endswith(("/", "\\")) and not info.file_size


def _apart(infos: list[zipfile.ZipInfo]) -> None:
    """No two members share bytes: a bomb of a few kB is made of one member under thousands of names."""
    ends = 0
    for one in sorted(infos, key=lambda it: it.header_offset):
        if one.header_offset < ends:
            raise Rejected("hostile", say("its files lie upon each other, as in a bomb"))
        ends = one.header_offset + 30 + one.compress_size


def _entry(info: zipfile.ZipInfo) -> Entry:
    path, cleaned = _path(info)
    try:
        when = datetime(*info.date_time) if info.date_time[0] > NO_DATE else None
    except (ValueError, TypeError):
        when = None  # the 31st of February, as some programs write
    return Entry(path, info.file_size, info.compress_size, when, info, tuple(cleaned), _trouble(info, path))


def _path(info: zipfile.ZipInfo) -> tuple[str, list[Words]]:
    """The name as it was meant, and what was put right in it."""
    said = info.orig_filename
    if info.flag_bits & UTF8:
        meant = said
    else:
        try:
            raw = said.encode("cp437")
        except UnicodeEncodeError:
            raw = said.encode("utf-8", "replace")
        meant = _unicode_path(info.extra, raw) or names.of_bytes(raw)
    meant = names.repaired(meant[: 4 * LONGEST])
    cleaned: list[Words] = []
    path = names.cleaned(meant)
    if path != meant:
        cleaned.append(say("hidden signs in the name of {file} were left out", file=names.short(path, 60)))
    if meant != said and not said.isascii() and names.alike(meant) != names.alike(said):
        cleaned.append(say("a name in another encoding was put right: {file}", file=names.short(path, 60)))
    path = path.replace("\\", "/")
    if path.startswith("/"):
        return path, cleaned
    return "/".join(part for part in path.split("/") if part not in ("", ".")), cleaned


def _unicode_path(extra: bytes, raw: bytes) -> str | None:
    """The name out of the extra field that Info-ZIP writes, where it belongs to this name."""
    place = 0
    while place + 4 <= len(extra):
        kind, size = struct.unpack("<HH", extra[place : place + 4])
        data = extra[place + 4 : place + 4 + size]
        if kind == UNICODE_PATH and data[:1] == b"\1" and data[1:5] == struct.pack("<L", zlib.crc32(raw)):
            return data[5:].decode("utf-8", "replace")
        place += 4 + size
    return None


def _trouble(info: zipfile.ZipInfo, path: str) -> Rejected | None:
    """Why a member is not looked into; None where it may be."""
    mode = info.external_attr >> 16
    parts = path.split("/")
    if "\0" in info.orig_filename or not path.strip("/ "):
        return Rejected("hostile", say("its name breaks off in the middle"))
    if len(info.orig_filename.encode("utf-8", "replace")) > LONGEST:
        return Rejected("hostile", say("its name has {n} letters, more than any file's", n=len(info.orig_filename)))
    if ".." in parts or path.startswith("/") or (len(parts[0]) > 1 and parts[0][1] == ":" and parts[0][0].isalpha()):
        return Rejected("hostile", say("its name leads out of the archive"))
    if stat.S_ISLNK(mode) or (mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR)):
        return Rejected("hostile", say("it is a link or a device, not a file"))
    if info.flag_bits & (LOCKED | STRONG):
        return Rejected("unreadable", say("it is locked with a password; ask for it without one"))
    if info.flag_bits & PATCHED or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return Rejected("unreadable", say("it is packed in a rare way; ask for an ordinary zip"))
    if info.file_size > HEAVY and info.file_size > BOMB * max(1, info.compress_size):
        return Rejected(
            "hostile",
            say(
                "{packed} kB in it would unfold to {size} MB, as a bomb does",
                packed=max(1, info.compress_size // 1000),
                size=info.file_size // 1_000_000,
            ),
        )
    return None


def _ambiguous(entry: Entry) -> Entry:
    why = Rejected("hostile", say("two files have this one name, and nobody can tell which is meant"))
    return Entry(entry.path, entry.size, entry.packed, entry.when, entry.key, entry.cleaned, entry.trouble or why)
