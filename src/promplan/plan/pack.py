"""A team's hand-in: the plan, its files and what was made of it in one zip, the same bytes for the same folder.

What comes back from other hands is only looked at: the listing first, then member by member, by name, within bounds.
Nothing is ever extracted (195 kB can expand to 200 MB, and names like `../../evil` exist).
"""

import hashlib
import io
import re
import struct
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from promplan.language import Problem, Words, say, say_many
from promplan.plan import files
from promplan.plan.codec import LIMIT, dumps, loads
from promplan.plan.document import Plan
from promplan.plan.exporting import export
from promplan.plan.made import MEMBER, made
from promplan.plan.store import NAME, read

SUFFIX = ".promplan.zip"
ONE_ZIP = say(
    "One zip with your plan, its pictures and sounds, and your posters, films, captions and papers of the visit: "
    "give it to your instructor. You may hand in again later."
)
MEMBERS = 310  # the plan, its 200 attachments and 100 files that were made of it, with room
LISTING = 90_000  # bytes; a listing of so many names, all as long as they may be, needs two thirds of it
LARGEST = LIMIT + files.TOGETHER + LISTING  # bytes a whole zip may have, packed or not
NAME_LENGTH = 50  # letters of the team's name that go into the file's name: 255 bytes hold them in any script
DAY = (1980, 1, 1, 0, 0, 0)  # the first day a zip knows: it says nothing about ours
FILE = re.compile(rf"{files.FOLDER}/([0-9a-f]{{64}})")
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)  # no file may be called so on Windows
# what the standard library raises over a zip that is none, or a broken one
_DAMAGED = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, ArithmeticError, OSError, ValueError)


def name(plan: Plan) -> str:
    """The hand-in's file name, after the team: letters and digits of any script, `-` for all else."""
    words = re.sub(r"[^\w]+", "-", unicodedata.normalize("NFC", plan.team.name))[:NAME_LENGTH].strip("-_")
    if RESERVED.fullmatch(words):
        words = f"team-{words}"
    return (words or "team") + SUFFIX


def pack(plan_path: Path) -> bytes:
    """The plan in a file, its attachments and what was made of it as the bytes of a zip.

    Raises:
        Problem: the plan cannot be read, or an attachment is missing or damaged.
    """
    return _packed(plan_path)[0]


def _packed(plan_path: Path) -> tuple[bytes, int, tuple[str, ...]]:
    """The zip, how many files are in it beside the plan, and what of those that were made is not."""
    plan = read(plan_path)
    kept = {one.sha256: files.read(plan_path.parent, one) for one in plan.attachments}
    beside = made(plan_path.parent, each=files.EACH, room=files.TOGETHER - sum(map(len, kept.values())))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as zip_:
        _write(zip_, NAME, dumps(plan))
        for digest in sorted(kept):
            _write(zip_, f"{files.FOLDER}/{digest}", kept[digest])
        for member in sorted(beside.files):
            _write(zip_, member, beside.files[member])
    return stream.getvalue(), len(kept) + len(beside.files), beside.left


def _write(zip_: zipfile.ZipFile, member: str, data: bytes) -> None:
    info = zipfile.ZipInfo(member, DAY)
    info.create_system = 3  # the same on every system
    info.external_attr = 0o644 << 16
    info.compress_type = zipfile.ZIP_DEFLATED
    zip_.writestr(info, data)


@dataclass(frozen=True)
class HandedIn:
    """A zip that was written: where it is, how many files went along, the names of those that did not."""

    path: Path
    files: int
    left: tuple[str, ...]

    def told(self) -> list[Words]:
        """What was written, and what is not in it."""
        written = {"name": self.path.name, "size": max(1, round(self.path.stat().st_size / 1000))}
        lines: list[Words] = [
            say_many(
                "Written beside your plan: {name}, {size} kB, with {n} file.",
                "Written beside your plan: {name}, {size} kB, with {n} files.",
                self.files,
                **written,
            )
            if self.files
            else say("Written beside your plan: {name}, {size} kB.", **written)
        ]
        if self.left:
            lines.append(say("Not in the zip, for it holds no more: {files}. Give them apart.", files=_few(self.left)))
        return lines


def _few(names: tuple[str, ...], most: int = 8) -> str:
    return ", ".join(names[:most]) + (" …" if len(names) > most else "")


def hand_in(plan_path: Path, out: Path | None = None, *, force: bool = False) -> HandedIn:
    """Write the zip to `out`, else beside the plan under the team's name.

    Raises:
        Problem: the plan cannot be read, or something that is no hand-in is in the zip's place.
    """
    target = out or plan_path.with_name(name(read(plan_path)))
    data, held, left = _packed(plan_path)
    written = export(target, data, is_hand_in, reads=[plan_path], force=force, largest=LARGEST)
    return HandedIn(written, held, left)


def is_hand_in(data: bytes) -> bool:
    """Are these the bytes of a zip as `pack` writes it, by its listing?"""
    try:
        _look_at_the_end(data)
        with zipfile.ZipFile(io.BytesIO(data)) as zip_:
            return bool(_listed(zip_.infolist()))
    except (Problem, *_DAMAGED):
        return False


def unpack(data: bytes) -> tuple[Plan, dict[str, bytes]]:
    """The plan in a zip, and the files its attachments name, by sha256; one that the zip lacks is not among them.

    Raises:
        Problem: it is no whole zip, or holds anything else than `pack` writes; says what, and what to do.
    """
    if len(data) > LARGEST:
        _refuse(say("it is larger than {limit} MB", limit=LARGEST // files.MB))
    _look_at_the_end(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as zip_:
            members = _listed(zip_.infolist())
            text = _read(zip_, members[NAME], LIMIT)
            if text.startswith(b"PK"):
                _refuse(say("its {file} is a zip itself", file=NAME))
            plan = loads(text)
            wanted = {one.sha256 for one in plan.attachments}
            kept = {}
            for member, info in members.items():
                if FILE.fullmatch(member) and (digest := member.rpartition("/")[2]) in wanted:
                    kept[digest] = _read(zip_, info, files.EACH)
                    if hashlib.sha256(kept[digest]).hexdigest() != digest:
                        _refuse(say("{member} is not what was packed", member=member))
    except Problem:
        raise
    except _DAMAGED:
        _refuse(say("it is damaged"))
    return plan, kept


def _refuse(why: Words) -> NoReturn:
    raise Problem(
        say(
            "This zip cannot be read as a hand-in: {why}. Take the file that the Hand in button or promplan pack "
            "writes, as it is, and nothing else.",
            why=why,
        )
    )


def _look_at_the_end(data: bytes) -> None:
    """A zip ends with its listing's size: looked at before the standard library reads a listing of any size."""
    if data[-22:-18] != b"PK\x05\x06" or data[-2:] != b"\0\0":
        _refuse(say("it is not a whole zip"))
    count, size = struct.unpack("<HL", data[-12:-6])
    if count > MEMBERS or size > LISTING or data[-42:-38] == b"PK\x06\x07":
        _refuse(say("it holds more than {limit} files", limit=MEMBERS))


def _listed(infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """The members by name, after a look at how many, which and how large they say they are."""
    if len(infos) > MEMBERS:
        _refuse(say("it holds more than {limit} files", limit=MEMBERS))
    members: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        member = info.orig_filename
        if member.lower().endswith(".zip"):
            _refuse(say("there is another zip in it, {member}", member=member[:80]))
        if member != NAME and not FILE.fullmatch(member) and not MEMBER.fullmatch(member):
            _refuse(say("it holds {member}", member=member[:80]))
        if member in members:
            _refuse(say("it holds {member} twice", member=member))
        if info.flag_bits & 0x1:
            _refuse(say("it is locked with a password"))
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            _refuse(say("it is packed in a way that promplan does not use"))
        if info.file_size > (LIMIT if member == NAME else files.EACH):
            _refuse(say("{member} in it is too large", member=member))
        members[member] = info
    if NAME not in members:
        _refuse(say("there is no {file} in it", file=NAME))
    if sum(info.file_size for info in infos) > LIMIT + files.TOGETHER:
        _refuse(say("its files are too large together"))
    return members


def _read(zip_: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int) -> bytes:
    with zip_.open(info) as stream:
        data = stream.read(limit + 1)  # the listing may lie about the size
    if len(data) > limit:
        _refuse(say("{member} in it is too large", member=info.orig_filename))
    return data
