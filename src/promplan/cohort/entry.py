"""One file of a hand-in, wherever it lies: in a folder, in a zip, in a zip in a zip; and what may be wrong with it."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any, Literal, Protocol

from promplan.language import Words, say

Kind = Literal["not a plan", "damaged", "hostile", "too large", "newer", "unknown team", "unreadable"]


class Rejected(Exception):
    """Something cannot be taken: what kind of fault, and the reason in words.

    Never leaves the collecting: it becomes a line of the register.
    """

    def __init__(self, kind: Kind, why: Words) -> None:
        super().__init__(str(why))
        self.kind: Kind = kind
        self.why = why


@dataclass(frozen=True)
class Entry:
    """A file by its name.

    Args:
        path: as it is shown and compared, `/` between folders; no path of ours is ever made of it.
        size: bytes that it says it has. packed: bytes that it takes where it lies.
        when: its date, as its holder says it. key: how its holder finds it.
        cleaned: what was put right in the name. trouble: why it is not looked into.
    """

    path: str
    size: int
    packed: int
    when: datetime | None
    key: Any
    cleaned: tuple[Words, ...] = ()
    trouble: Rejected | None = None

    @property
    def name(self) -> str:
        """The name without its folders."""
        return self.path.rpartition("/")[2]

    @property
    def folder(self) -> str:
        """The folders; "" for none."""
        return self.path.rpartition("/")[0]


class Guarded:
    """A stream from other hands: whatever goes wrong with reading it is a `Rejected`, and nothing else is."""

    def __init__(self, stream: IO[bytes], faults: tuple[type[Exception], ...]) -> None:
        self._stream, self._faults = stream, faults

    def read(self, most: int = -1) -> bytes:
        """The next bytes."""
        try:
            return self._stream.read(most)
        except self._faults as error:
            raise unread(error) from None

    def seek(self, place: int, whence: int = 0) -> int:
        """Go to a place."""
        return self._stream.seek(place, whence)

    def tell(self) -> int:
        """The place."""
        return self._stream.tell()

    def seekable(self) -> bool:
        """May one go to a place?"""
        return self._stream.seekable()


def unread(error: Exception) -> Rejected:
    """What is said where bytes cannot be read."""
    reason = getattr(error, "strerror", None) or type(error).__name__
    return Rejected("damaged", say("it is damaged or cannot be read ({why})", why=reason))


class Holder(Protocol):
    """What holds entries: a folder or an archive."""

    entries: list[Entry]

    def open(self, entry: Entry) -> AbstractContextManager[Guarded]:
        """The bytes of an entry, as a stream that may break off; a `Rejected` where it cannot be read."""
        ...


def chunks(stream: Guarded, most: int, step: int = 1_000_000) -> Iterator[bytes]:
    """The stream in pieces, one byte more than `most` at the most: sizes that were said may be lies."""
    left = most + 1
    while left > 0 and (piece := stream.read(min(step, left))):
        left -= len(piece)
        yield piece
