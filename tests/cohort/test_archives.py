"""Is a hostile archive refused or cleaned with its reason, and the honest plan beside it taken all the same?"""

import io
import stat
import struct
import zipfile
import zlib

import pytest
from cohort.handing import collected, packed, raw, text, told, workshop, zipped

from promplan.cohort.listing import MEMBERS

GOOD = ("Valve/media-plan.json", text("Valve"))


def files(shop) -> set[str]:
    """Everything that stands in and around the workshop, but for what was handed in."""
    home = shop.root.parent
    return {
        one.relative_to(home).as_posix()
        for one in home.rglob("*")
        if one.is_file() and "came" not in one.relative_to(home).parts
    }


def of_good(shop, name: str) -> set[str]:
    """What stands there where the good plan was taken and nothing else."""
    return {
        f"workshop/submissions/{name}",
        "workshop/cohort.json",
        "workshop/collected.json",
        "workshop/.collecting/lock",
        "workshop/collected/T2/1/media-plan.json",
        "workshop/collected/T2/1/taken.json",
    }


@pytest.mark.parametrize(
    "name",
    [
        "../media-plan.json",
        "Valve/../../../media-plan.json",
        "..\\..\\media-plan.json",
        "/etc/media-plan.json",
        "C:\\media-plan.json",
        "c:media-plan.json",
        "\\\\server\\share\\media-plan.json",
        "a/media-plan.json\0.txt",
        "__MACOSX/../../media-plan.json",
        "../plan-files/" + "0" * 64,
    ],
)
def test_a_path_out_of_the_archive_is_refused_and_the_rest_taken(name, tmp_path):
    shop = workshop(tmp_path)
    data = raw([(name.encode(), text("Дуга")), (GOOD[0].encode(), GOOD[1])], flags=0x800)
    done = collected(shop, "x.zip", data)
    assert [one.team for one in done.taken] == ["T2"] and [kind for kind, _ in told(done)] == ["hostile"]
    assert files(shop) == of_good(shop, "x.zip")


@pytest.mark.parametrize("mode", [stat.S_IFLNK | 0o777, stat.S_IFIFO | 0o644, stat.S_IFCHR | 0o644, stat.S_IFSOCK])
def test_a_link_or_a_device_is_refused(mode, tmp_path):
    link = zipfile.ZipInfo("Дуга/media-plan.json")
    link.create_system, link.external_attr = 3, mode << 16
    shop = workshop(tmp_path)
    done = collected(shop, "x.zip", zipped((link, b"/etc/passwd"), GOOD))
    assert told(done) == [("hostile", "it is a link or a device, not a file")] and len(done.taken) == 1
    assert files(shop) == of_good(shop, "x.zip")


@pytest.fixture(scope="session")
def bomb() -> bytes:
    """195 kB that unfold to 200 MB."""
    return zipped(("film.bin", bytes(200_000_000)))


@pytest.mark.parametrize("name", ["a/plan-files/" + "0" * 64, "__MACOSX/b", "a/inner.zip", "Дуга/media-plan.json"])
def test_a_bomb_is_refused_by_its_listing(name, tmp_path):
    done = collected(workshop(tmp_path), "x.zip", zipped((name, bytes(30_000_000)), GOOD))
    assert [one.team for one in done.taken] == ["T2"] and "as a bomb does" in told(done)[0][1]


def test_195_kb_that_unfold_to_200_mb_cost_nothing(bomb, tmp_path):
    assert len(bomb) < 200_000
    done = collected(workshop(tmp_path), "x.zip", bomb)
    assert told(done) == [("hostile", "194 kB in it would unfold to 200 MB, as a bomb does")]


def test_a_bomb_that_lies_about_its_size_is_refused(tmp_path):
    data = bytearray(zipped(("Дуга/media-plan.json", bytes(20_000_000)), GOOD))
    for sign, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.find(sign)
        data[at + place : at + place + 4] = struct.pack("<L", 900)
    done = collected(workshop(tmp_path), "x.zip", bytes(data))
    assert [one.team for one in done.taken] == ["T2"] and [kind for kind, _ in told(done)] == ["damaged"]


def test_a_bomb_in_a_zip_in_a_zip_is_refused(bomb, tmp_path):
    for _ in range(2):
        bomb = zipped(("inner.zip", bomb))
    done = collected(workshop(tmp_path), "x.zip", zipped(("Дуга/inner.zip", bomb), GOOD))
    assert [one.team for one in done.taken] == ["T2"] and {kind for kind, _ in told(done)} == {"hostile"}


def test_members_that_share_bytes_are_a_bomb(tmp_path):
    data = raw([(f"{n}.bin".encode(), bytes(5000)) for n in range(50)], offsets=dict.fromkeys(range(50), 0))
    assert told(collected(workshop(tmp_path), "x.zip", data)) == [
        ("hostile", "its files lie upon each other, as in a bomb")
    ]


def test_ten_thousand_members_are_refused_unread(tmp_path):
    data = zipped(*((f"{n}.txt", b"") for n in range(10_000)))
    done = collected(workshop(tmp_path), "x.zip", data)
    assert told(done) == [("too large", f"it holds 10000 files and a hand-in holds at most {MEMBERS}")]


def test_zips_full_of_zips_full_of_files_are_refused_before_they_are_looked_at(tmp_path):
    inner = zipped(*((f"{n}.txt", b"") for n in range(2000)))
    middle = zipped(*((f"{n}.zip", inner) for n in range(40)))
    done = collected(workshop(tmp_path), "x.zip", zipped(("Дуга/x.zip", middle), GOOD))
    assert [one.team for one in done.taken] == ["T2"]
    assert sum("its zips hold more than 15000 files" in why for _, why in told(done)) == 33


def test_a_listing_without_end_is_refused_unread(tmp_path):
    data = raw([(b"n" * 60_000 + str(n).encode(), b"") for n in range(100)])
    assert "its listing has" in told(collected(workshop(tmp_path), "x.zip", data))[0][1]


@pytest.mark.parametrize("count", [0, 3, 2**40])
def test_large_sizes_that_are_lies_are_refused(count, tmp_path):
    data = zipped(GOOD)
    end = data.rfind(b"PK\x05\x06")
    record = b"PK\x06\x06" + struct.pack("<QHHLLQQQQ", 44, 45, 45, 0, 0, count, count, 2**40, 0)
    locator = b"PK\x06\x07" + struct.pack("<LQL", 0, end, 1)
    done = collected(workshop(tmp_path), "x.zip", data[:end] + record + locator + data[end:])
    assert not done.taken and told(done)[0][0] in ("damaged", "too large")


def test_honest_large_sizes_are_read(tmp_path):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as zip_, zip_.open(GOOD[0], "w", force_zip64=True) as member:
        member.write(GOOD[1])
    assert len(collected(workshop(tmp_path), "x.zip", stream.getvalue()).taken) == 1


def test_a_locked_member_is_refused_in_words(tmp_path):
    done = collected(workshop(tmp_path), "x.zip", raw([(b"media-plan.json", text())], flags=0x1))
    assert told(done) == [("unreadable", "it is locked with a password; ask for it without one")]


@pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_rare_packing_is_refused_in_words(how, tmp_path):
    done = collected(workshop(tmp_path), "x.zip", zipped(("media-plan.json", text()), how=how))
    assert "packed in a rare way" in told(done)[0][1]


@pytest.mark.parametrize("second", ["Дуга/media-plan.json", "Дуга/Media-Plan.JSON"])
def test_two_members_of_one_name_are_both_refused(second, tmp_path):
    members = [("Дуга/media-plan.json", text("Дуга", 1)), (second, text("Дуга", 2)), GOOD]
    data = raw([(name.encode(), it) for name, it in members], flags=0x800)
    done = collected(workshop(tmp_path), "x.zip", data)
    assert [one.team for one in done.taken] == ["T2"] and [kind for kind, _ in told(done)] == ["hostile"] * 2


def test_a_name_of_five_thousand_letters_is_refused(tmp_path):
    done = collected(workshop(tmp_path), "x.zip", zipped(("n" * 5000 + "/media-plan.json", text()), GOOD))
    assert "5016 letters" in told(done)[0][1] and len(done.register.refused[0].inside) <= 250


def test_control_codes_and_turning_signs_are_left_out_of_a_name_and_told(tmp_path):
    shop = workshop(tmp_path)
    data = raw([("Ду\x1b[2J\u202eга/media-plan.json".encode(), text("Дуга"))], flags=0x800)
    (one,) = collected(shop, "x.zip", data).taken
    assert one.inside == "Ду[2Jга/media-plan.json" and "hidden signs" in one.cleaned[0]
    assert "\x1b" not in shop.register.read_text() and "u001b" not in shop.register.read_text()


@pytest.mark.parametrize("encoding", ["cp866", "cp1251", "utf-8"])
def test_a_cyrillic_name_in_an_older_encoding_is_read_and_told(encoding, tmp_path):
    data = raw([("Команда Дуга/медиаплан.json".encode(encoding), text(""))])
    (one,) = collected(workshop(tmp_path), "x.zip", data).taken
    assert one.inside == "Команда Дуга/медиаплан.json" and one.team == "T1"
    assert any("another encoding" in note for note in one.cleaned)


def test_a_name_in_its_own_field_of_unicode_is_read(tmp_path):
    name = "Дуга/media-plan.json"
    raw_name = b"????/media-plan.json"
    field = b"\1" + struct.pack("<L", zlib.crc32(raw_name)) + name.encode()
    data = raw([(raw_name, text(""))], extra=struct.pack("<HH", 0x7075, len(field)) + field)
    assert collected(workshop(tmp_path), "x.zip", data).taken[0].inside == name


def test_what_systems_leave_behind_is_left_out_and_told(tmp_path):
    data = zipped(
        ("Valve/media-plan.json", text("Valve")),
        ("__MACOSX/Valve/._media-plan.json", b"\0\5\26\7"),
        ("Valve/.DS_Store", b"x"),
        ("Valve/Thumbs.db", b"x"),
        ("desktop.ini", b"x"),
    )
    (one,) = collected(workshop(tmp_path), "x.zip", data).taken
    assert "4 files of a system were left out" in one.cleaned[0]


def test_folders_around_a_plan_do_no_harm(tmp_path):
    folder = tmp_path / "a"
    with zipfile.ZipFile(io.BytesIO(packed(folder))) as zip_:
        data = zipped(*((f"Desktop/Дуга (1)/{one}", zip_.read(one)) for one in zip_.namelist()))
    shop = workshop(tmp_path)
    (one,) = collected(shop, "x.zip", data).taken
    assert one.files == 2 and len(list((shop.collected / "T1" / "1" / "plan-files").iterdir())) == 1


@pytest.mark.parametrize(("around", "taken"), [(0, 1), (1, 1), (2, 1), (3, 0), (4, 0)])
def test_a_zip_in_a_zip_is_read_two_deep_and_no_deeper(around, taken, tmp_path):
    data = packed(tmp_path / "a")
    for n in range(around):
        data = zipped((f"{n}.zip", data))
    done = collected(workshop(tmp_path), "x.zip", data)
    assert len(done.taken) == taken and (bool(taken) or "more than 3 deep" in told(done)[0][1])


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("x.7z", b"7z\xbc\xaf\x27\x1c\0\4", "of the kind 7z"),
        ("x.rar", b"Rar!\x1a\x07\1\0", "of the kind rar"),
        ("x.zip", b"Rar!\x1a\x07\1\0", "of the kind rar"),
        ("x.docx", zipped(("[Content_Types].xml", b"<x/>")), "office program"),
        ("x.doc", b"\xd0\xcf\x11\xe0", "office program"),
        ("x.pdf", b"%PDF-1.7", "a PDF"),
        ("x.png", b"\x89PNG\r\n", "a picture"),
        ("x.ipynb", b'{"cells": []}', "a notebook of the course"),
        ("media-plan.html", b"<!DOCTYPE html><p>", "a web page"),
        ("x.zip", b"", "an empty file"),
        ("x", b"hello", "another file"),
    ],
)
def test_what_is_no_plan_is_refused_with_what_to_ask_for(name, data, said, tmp_path):
    done = collected(workshop(tmp_path), name, data)
    assert told(done)[0][0] == "not a plan" and said in told(done)[0][1] and "Hand in" in told(done)[0][1]


@pytest.mark.parametrize("cut", [1, 10, 30, 200])
def test_an_upload_that_was_cut_short_is_said_to_be(cut, tmp_path):
    done = collected(workshop(tmp_path), "x.zip", packed(tmp_path / "a")[:-cut])
    assert [kind for kind, _ in told(done)] == ["damaged"] and "breaks off" in told(done)[0][1]


def test_bytes_before_a_zip_and_a_comment_behind_it_do_no_harm(tmp_path):
    stream = io.BytesIO(zipped(GOOD))
    with zipfile.ZipFile(stream, "a") as zip_:
        zip_.comment = b"made at home"
    assert len(collected(workshop(tmp_path), "x.zip", stream.getvalue()).taken) == 1


def test_a_file_that_a_browser_would_run_stays_where_it_is(tmp_path):
    data = zipped(
        ("media-plan.json", text()),
        ("posters/one.svg", b"<svg onload='x'/>"),
        ("visit/brief.html", b"<script>x</script>"),
        ("visit/../posters.png", b""),
        ("posters/CON.png", b"\x89PNG"),
        ("posters/a b.PNG", b"\x89PNG"),
    )
    shop = workshop(tmp_path)
    done = collected(shop, "x.zip", data)
    assert sorted(one.name for one in (shop.collected / "T1/1").rglob("*.*")) == [
        "a-b.png",
        "media-plan.json",
        "posters-CON.png",
        "taken.json",
    ]
    assert "2 other files were left where they are" in done.taken[0].cleaned[0]


def test_an_attachment_that_is_not_what_was_packed_is_left_out_and_told(tmp_path):
    with zipfile.ZipFile(io.BytesIO(packed(tmp_path / "a"))) as zip_:
        members = {one: zip_.read(one) for one in zip_.namelist()}
    spoiled = {one: b"another" if one.startswith("plan-files/") else data for one, data in members.items()}
    without = {one: data for one, data in members.items() if not one.startswith("plan-files/")}
    shop = workshop(tmp_path)
    assert "not what was packed: ring.jpg" in collected(shop, "a.zip", zipped(*spoiled.items())).taken[0].cleaned[0]
    assert (
        "did not come with it (ring.jpg)"
        in collected(workshop(tmp_path / "b"), "b.zip", zipped(*without.items())).taken[0].cleaned[0]
    )
    assert not any(one.is_file() for one in (shop.collected / "T1/1").rglob("plan-files/*"))
