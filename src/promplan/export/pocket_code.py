"""The code of a pocket card: what was ticked on a phone, in letters that can be read aloud, typed and pasted.

Bytes under Crockford's base32 (I and L are 1, O is 0; Cyrillic letters that look the same are taken for Latin ones).
Version 1: a head (version and flags, two bytes of the plan's mark), the ticks, the words where there are any, CRC-32.
`pocket_card.js` writes the same; a test holds both together.
"""

import zlib
from dataclasses import dataclass
from datetime import time
from hashlib import sha256

from promplan.language import Problem, say, say_many
from promplan.plan.document import Plan
from promplan.plan.shots import Got

VERSION, WORDS = 1, 1  # the version, and the flag that says that notes and what was heard follow
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LIKE = dict(zip("OILАВСЕНКМОРТХУЗ", "011ABCEHKM0PTXY3", strict=True))
GROUP, LONGEST, MOST = 4, 60_000, 2_000  # letters of a group, of a code; entries of a list
STATES: tuple[Got, ...] = ("", "got", "missing", "reshoot")
NOON = 720  # minutes: from where the first clock time is counted


@dataclass(frozen=True)
class Mark:
    """What became of a shot: its state, when, and a note; `what` is how the card called it, where it says so."""

    shot: str
    state: Got = ""
    at: time | None = None
    note: str = ""
    what: str = ""


@dataclass(frozen=True)
class Said:
    """What somebody said on the day."""

    text: str
    who: str = ""
    at: time | None = None
    stop: str = ""


@dataclass(frozen=True)
class Card:
    """What came back from a phone."""

    tag: int
    marks: tuple[Mark, ...] = ()
    heard: tuple[Said, ...] = ()


def mark_of(plan: Plan) -> int:
    """Two bytes by which a code is known to be of a copy of this plan."""
    return int.from_bytes(sha256(plan.meta.plan_id.encode("utf-8", "replace")).digest()[:2], "big")


def encode(card: Card) -> str:
    """The code, in groups of four."""
    ticked = sorted((one for one in card.marks if one.state), key=_number)
    noted = sorted((one for one in card.marks if one.note), key=_number)
    out = bytearray([VERSION << 4 | (WORDS if noted or card.heard else 0), *card.tag.to_bytes(2, "big")])
    _put(out, len(ticked))
    before, clock = 0, NOON
    for one in ticked:
        _put(out, (_number(one) - before) << 3 | (4 if one.at else 0) | STATES.index(one.state))
        before = _number(one)
        if one.at:
            now = one.at.hour * 60 + one.at.minute
            _put(out, (now - clock) * 2 if now >= clock else (clock - now) * 2 - 1)
            clock = now
    if out[0] & WORDS:
        _put(out, len(noted))
        for one in noted:
            _put(out, _number(one))
            _put_text(out, one.note)
        _put(out, len(card.heard))
        for said in card.heard:
            _put_text(out, said.text)
            _put_text(out, said.who)
            _put(out, 0 if said.at is None else said.at.hour * 60 + said.at.minute + 1)
            _put(out, int(said.stop[1:] or 0))
    out += zlib.crc32(out).to_bytes(4, "big")
    bits = "".join(f"{byte:08b}" for byte in out)
    bits += "0" * (-len(bits) % 5)
    text = "".join(SIGNS[int(bits[n : n + 5], 2)] for n in range(0, len(bits), 5))
    return "-".join(text[n : n + GROUP] for n in range(0, len(text), GROUP))


def decode(code: str) -> Card:
    """What a code says; a `Problem` where it is damaged, cut off or of another version."""
    data = _bytes(code)
    if len(data) < 8:
        raise Problem(
            say_many(
                "The code is cut off: it has {n} letter only. Copy it whole.",
                "The code is cut off: it has {n} letters only. Copy it whole.",
                len(_bare(code)),
            )
        )
    body, check = data[:-4], data[-4:]
    if zlib.crc32(body).to_bytes(4, "big") != check:
        raise Problem(
            say(
                "The code is damaged: a letter is wrong, missing or swapped. Compare it with the phone, group by group."
            )
        )
    if body[0] >> 4 != VERSION:
        raise Problem(say("This code is of a newer card than this course knows. Update promplan, or bring the file."))
    try:
        return _read(body)
    except (IndexError, ValueError, OverflowError):  # a check sum that fits by chance, or a card of somebody's own
        raise Problem(say("The code cannot be understood. Bring the card's file instead.")) from None


def _read(body: bytes) -> Card:
    at = _Reader(body, 3)
    marks: dict[str, Mark] = {}
    number, clock = 0, NOON
    for _ in range(at.count()):
        told = at.number()
        number += told >> 3
        when = None
        if told & 4:
            step = at.number()
            clock += step // 2 if step % 2 == 0 else -(step + 1) // 2
            when = _time(clock)
        marks[f"T{number}"] = Mark(f"T{number}", STATES[told & 3], when)
    heard = []
    if body[0] & WORDS:
        for _ in range(at.count()):
            id_ = f"T{at.number()}"
            old = marks.get(id_, Mark(id_))
            marks[id_] = Mark(id_, old.state, old.at, at.text())
        for _ in range(at.count()):
            text, who, minute, stop = at.text(), at.text(), at.number(), at.number()
            heard.append(Said(text, who, _time(minute - 1) if minute else None, f"V{stop}" if stop else ""))
    if at.place != len(body):
        raise ValueError("more than was said")
    return Card(int.from_bytes(body[1:3], "big"), tuple(marks.values()), tuple(heard))


def _time(minute: int) -> time:
    if not 0 <= minute < 24 * 60:
        raise ValueError("no hour of a day")
    return time(minute // 60, minute % 60)


class _Reader:
    """Numbers and texts one after another."""

    def __init__(self, data: bytes, place: int) -> None:
        self.data, self.place = data, place

    def number(self) -> int:
        found = shift = 0
        while True:
            byte = self.data[self.place]
            self.place += 1
            found |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return found
            if shift > 28:
                raise ValueError("no such number")

    def count(self) -> int:
        found = self.number()
        if found > MOST:
            raise ValueError("too many")
        return found

    def text(self) -> str:
        length = self.number()
        end = self.place + length
        if end > len(self.data):
            raise ValueError("cut off")
        told = self.data[self.place : end].decode("utf-8")
        self.place = end
        return told


def _number(one: Mark) -> int:
    return int(one.shot[1:])


def _put(out: bytearray, value: int) -> None:
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)


def _put_text(out: bytearray, text: str) -> None:
    data = text.encode("utf-8", "replace")
    _put(out, len(data))
    out += data


def _bare(code: str) -> str:
    """The letters alone: as they are typed, in either alphabet, with whatever stands between the groups."""
    letters = (one for one in code.upper() if one.isalnum())
    return "".join(LIKE.get(one, one) for one in letters)


def _bytes(code: str) -> bytes:
    if len(code) > LONGEST:
        raise Problem(say("This is too long for a code. Bring the card's file instead."))
    bare = _bare(code)
    for place, sign in enumerate(bare, 1):
        if sign not in SIGNS:
            raise Problem(
                say(
                    "Letter {n} of the code is “{sign}”, and no code has that. Look at the phone again.",
                    n=place,
                    sign=sign,
                )
            )
    held = bits = 0
    out = bytearray()
    for sign in bare:
        held, bits = held << 5 | SIGNS.index(sign), bits + 5
        if bits >= 8:
            bits -= 8
            out.append(held >> bits)
            held &= (1 << bits) - 1
    if held or bits > 4:
        raise Problem(say("The code is damaged: its end is cut off or misread. Compare the last group with the phone."))
    return bytes(out)
