"""The end of a zip, looked at before the standard library reads a listing of any size: how many files, how many bytes.

A zip ends with a record of its listing; a large one has a second record before it (zip64), whose numbers then hold.
"""

import struct
from typing import IO

from promplan.cohort.entry import Guarded, Rejected
from promplan.language import say

END, END64, LOCATOR = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
TAIL = 22 + 65_535  # bytes: the record and the longest comment behind it
MEMBERS = 5_000  # files of an archive: Moodle's zip of a large cohort, never a course with its programs
LISTING = 4_000_000  # bytes


def look_at_the_end(stream: IO[bytes] | Guarded) -> None:
    """Raise `Rejected` unless the stream ends as a zip with a listing that may be read."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - TAIL))
    tail = stream.read(TAIL)
    place = tail.rfind(END)
    if place < 0 or len(tail) - place < 22:
        raise Rejected("damaged", say("it is no whole zip: it breaks off, as after an upload that was cut short"))
    count, listing, offset = struct.unpack("<HLL", tail[place + 10 : place + 20])
    here = size - len(tail) + place
    if place >= 20 and tail[place - 20 : place - 16] == LOCATOR:
        count, listing, offset, here = _zip64(stream, struct.unpack("<Q", tail[place - 12 : place - 4])[0], size)
    if count > MEMBERS or listing > LISTING:
        raise Rejected(
            "too large",
            say("it holds {n} files and a hand-in holds at most {limit}", n=count, limit=MEMBERS)
            if count > MEMBERS
            else say("its listing has {n} bytes, more than any hand-in's", n=listing),
        )
    if offset + listing > here:
        raise Rejected("damaged", say("its listing is said to lie where the file has ended"))


def _zip64(stream: IO[bytes] | Guarded, place: int, size: int) -> tuple[int, int, int, int]:
    """How many files, the listing's bytes and place, and where the second record stands."""
    if place + 56 <= size:
        stream.seek(place)
        record = stream.read(56)
        if record[:4] == END64:
            count, listing, offset = struct.unpack("<QQQ", record[32:56])
            return count, listing, offset, place
    raise Rejected("damaged", say("its record of large sizes is not where it is said to be"))
