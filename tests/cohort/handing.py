"""What teams hand in, made for tests: plans, honest zips, zips as a raw listing says."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from promplan.cohort.collect import Collected, collect
from promplan.cohort.folder import Workshop
from promplan.cohort.people import Cohort, Student, Team
from promplan.plan import Plan, edit
from promplan.plan.codec import dumps
from promplan.plan.document import Attachment
from promplan.plan.files import keep
from promplan.plan.pack import hand_in
from promplan.plan.store import NAME

COHORT = Cohort(
    time_zone="Europe/Moscow",
    students=[
        Student(id="S1", name="Вера Клапанова"),
        Student(id="S2", name="Timur Bolt"),
        Student(id="S3", name="Инна Шайбова"),
    ],
    teams=[
        Team(id="T1", name="Дуга", students=["S1"], language="ru"),
        Team(id="T2", name="Valve", students=["S2"]),
        Team(id="T3", name="Уголёк", students=["S3"], language="ru"),
    ],
)


def plan(team: str = "Дуга", facts: int = 0) -> Plan:
    """A plan with a team's name and some facts."""
    made = edit.put(Plan(), "team", {"name": team})
    for n in range(facts):
        made, _ = edit.add(made, "enterprise.facts", {"statement": f"{n + 1} presses"})
    return made


def text(team: str = "Дуга", facts: int = 0) -> bytes:
    """The bytes of such a plan."""
    return dumps(plan(team, facts))


def packed(folder: Path, team: str = "Дуга", facts: int = 0, picture: bytes = b"a picture" * 100) -> bytes:
    """A hand-in with a picture, as `promplan pack` writes it."""
    folder.mkdir(parents=True, exist_ok=True)
    made = plan(team, facts)
    kept = Attachment(id="X1", **keep(folder, picture, "ring.jpg"))
    (folder / NAME).write_bytes(dumps(made.model_copy(update={"attachments": [kept]})))
    (folder / "posters").mkdir(exist_ok=True)
    (folder / "posters" / "one.png").write_bytes(b"\x89PNG\r\n a poster")
    return hand_in(folder / NAME, folder / "out.zip", force=True).path.read_bytes()


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An honest zip."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", how) as zip_:
        for member, data in members:
            if isinstance(member, zipfile.ZipInfo):
                member.compress_type = how
            zip_.writestr(member, data)
    return stream.getvalue()


def dated(name: str, when: datetime) -> zipfile.ZipInfo:
    """A member with a date."""
    return zipfile.ZipInfo(name, when.timetuple()[:6])


def raw(
    members: Iterable[tuple[bytes, bytes]],
    *,
    flags: int = 0,
    attributes: int = 0,
    extra: bytes = b"",
    offsets: dict[int, int] | None = None,
) -> bytes:
    """A zip byte by byte: names in any encoding, any flags, any places."""
    body, listing, places = b"", b"", []
    members = list(members)
    for name, data in members:
        sums = struct.pack("<LLL", zlib.crc32(data), len(data), len(data))
        places.append(len(body))
        body += b"PK\x03\x04" + struct.pack("<HHHHH", 20, flags, 0, 0, 33) + sums
        body += struct.pack("<HH", len(name), len(extra)) + name + extra + data
    for n, (name, data) in enumerate(members):
        sums = struct.pack("<LLL", zlib.crc32(data), len(data), len(data))
        place = (offsets or {}).get(n, places[n])
        listing += b"PK\x01\x02" + struct.pack("<HHHHHH", 0x0314, 20, flags, 0, 0, 33) + sums
        listing += struct.pack("<HHHHHLL", len(name), len(extra), 0, 0, 0, attributes << 16, place) + name + extra
    end = struct.pack("<HHHHLLH", 0, 0, len(members), len(members), len(listing), len(body), 0)
    return body + listing + b"PK\x05\x06" + end


def workshop(folder: Path, cohort: Cohort = COHORT) -> Workshop:
    """A workshop with a cohort."""
    made = Workshop(folder / "workshop")
    made.save(cohort)
    return made


def handed(shop: Workshop, name: str, data: bytes) -> Path:
    """A file beside the workshop, as it was downloaded."""
    path = shop.root.parent / "came" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def collected(shop: Workshop, name: str, data: bytes) -> Collected:
    """What comes of one file."""
    return collect(shop, [handed(shop, name, data)])


def told(done: Collected) -> list[tuple[str, str]]:
    """The kinds and reasons of what was refused."""
    return [(one.kind, one.why) for one in done.register.refused]
