"""Is a hand-in the same bytes for the same plan, and is what comes from other hands only looked at?"""

import hashlib
import io
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promplan.language import Problem
from promplan.plan import Plan, Team, files
from promplan.plan import pack as packing
from promplan.plan.codec import LIMIT, dumps
from promplan.plan.document import Attachment
from promplan.plan.files import FOLDER, keep
from promplan.plan.made import made
from promplan.plan.merging.copies import from_bytes, from_file, keep_files, plan_in
from promplan.plan.pack import LISTING, MEMBERS, hand_in, is_hand_in, name, pack, unpack
from promplan.plan.store import NAME, FileStore


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A team's plan with one picture beside it."""
    store = FileStore(tmp_path / NAME)
    store.put("team", {"name": "Дуга"})
    picture = Attachment(id="X1", **keep(tmp_path, b"a picture" * 100, "ring.jpg"))
    store.replace(lambda plan: plan.model_copy(update={"attachments": [picture]}))
    return tmp_path / NAME


def zipped(*members: tuple[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", how) as zip_:
        for member, data in members:
            zip_.writestr(member, data)
    return stream.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(Problem) as caught:
        unpack(data)
    return str(caught.value)


PLAN = (NAME, dumps(Plan()))


def test_what_was_packed_is_what_is_read(file):
    plan, kept = unpack(pack(file))
    assert plan == from_file(file).plan
    assert list(kept.values()) == [b"a picture" * 100]


def test_equal_plans_give_equal_bytes(file):
    first = pack(file)
    file.touch()
    assert pack(file) == first


def test_the_zip_holds_the_plan_and_its_files_and_nothing_else(file):
    (file.parent / FOLDER / ("0" * 64)).write_bytes(b"of a removed attachment")
    (file.parent / "diary.txt").write_text("private")
    with zipfile.ZipFile(io.BytesIO(pack(file))) as zip_:
        assert zip_.namelist() == [NAME, f"{FOLDER}/{hashlib.sha256(b'a picture' * 100).hexdigest()}"]
        assert {info.compress_type for info in zip_.infolist()} == {zipfile.ZIP_DEFLATED}


def beside(file: Path, **named: bytes) -> None:
    """Files in the folders of what was made: `films__ring_mp4` is films/ring.mp4."""
    for called, data in named.items():
        folder, _, rest = called.partition("__")
        (file.parent / folder).mkdir(exist_ok=True)
        (file.parent / folder / rest.replace("_", ".")).write_bytes(data)


def test_what_the_course_has_made_goes_along_and_what_else_lies_there_does_not(file):
    beside(file, posters__ring_pdf=b"%PDF", films__ring_mp4=b"film", captions__ring_srt=b"1", visit__card_html=b"<p>")
    beside(file, visit__diary_xyz=b"private", films__old_zip=b"PK")
    (file.parent / "visit" / ".hidden.pdf").write_bytes(b"private")
    (file.parent / "films" / "link.mp4").symlink_to(file)
    (file.parent / "posters" / "folder.pdf").mkdir()
    done = hand_in(file)
    with zipfile.ZipFile(done.path) as zip_:
        assert zip_.namelist()[2:] == ["captions/ring.srt", "films/ring.mp4", "posters/ring.pdf", "visit/card.html"]
        assert zip_.read("films/ring.mp4") == b"film"
    assert done.files == 5 and done.left == ()
    assert "with 5 files" in str(done.told()[0]) and len(done.told()) == 1
    plan, kept = unpack(done.path.read_bytes())
    assert plan == from_file(file).plan and list(kept.values()) == [b"a picture" * 100]


def test_what_finds_no_room_stays_out_and_is_named(file, monkeypatch):
    beside(file, films__long_mp4=b"\0" * 900, films__short_mp4=b"\0" * 500, posters__ring_pdf=b"%PDF")
    monkeypatch.setattr(files, "TOGETHER", 900 + 600)  # the picture, and 600 bytes
    done = hand_in(file)
    assert done.left == ("films/long.mp4",) and done.files == 3
    assert "films/long.mp4" in str(done.told()[1])
    monkeypatch.setattr(files, "EACH", 400)
    with pytest.raises(Problem):
        unpack(done.path.read_bytes())  # a film of 500
    beside(file, films__ring_gif=b"\0" * 400)
    picture = hashlib.sha256(b"a picture" * 100).hexdigest()
    assert made_at(file, each=400) == ["posters/ring.pdf", "films/ring.gif"]
    assert picture in pack(file).decode("latin-1")


def made_at(file: Path, *, each: int, most: int = 100) -> list[str]:
    return list(made(file.parent, each=each, room=10_000, most=most).files)


def test_no_more_files_go_along_than_a_zip_may_hold_and_none_with_a_name_that_leads_elsewhere(file):
    beside(file, **{f"films__n{n:03}_gif": b"x" for n in range(7)})
    assert len(made_at(file, each=10, most=5)) == 5
    (file.parent / "films" / ("n" * 121 + ".gif")).write_bytes(b"x")
    assert made(file.parent, each=10, room=100).left == (f"films/{'n' * 121}.gif",)
    for evil in ("films/../../evil.gif", "films/a/b.gif", "films\\a.gif", "diary/a.gif", "films/"):
        assert "it holds" in refusal(zipped(PLAN, (evil, b"x")))


def test_as_many_files_as_may_go_along_have_room_in_the_listing():
    names = [f"captions/{n:03}{'ё' * 117}" for n in range(100)]
    digests = [f"{FOLDER}/{n:064x}" for n in range(200)]
    assert unpack(zipped(PLAN, *((one, b"") for one in (*digests, *names))))[0] == Plan()


def test_a_missing_picture_is_named_with_what_to_do(file):
    next((file.parent / FOLDER).iterdir()).unlink()
    with pytest.raises(Problem, match=r"ring\.jpg.*add the file again"):
        pack(file)


def test_the_hand_in_lies_beside_the_plan_under_the_team_s_name(file):
    assert hand_in(file).path == file.with_name("Дуга.promplan.zip")
    assert unpack(file.with_name("Дуга.promplan.zip").read_bytes())[0].team.name == "Дуга"
    assert not list(file.parent.glob(".*.tmp"))


@pytest.mark.parametrize(
    ("team", "called"),
    [
        ("", "team"),
        ("../../etc/passwd", "etc-passwd"),
        ("Тёплое кольцо", "Тёплое-кольцо"),
        ("C:\\plan", "C-plan"),
        ("...", "team"),
        ("CON", "team-CON"),
        ("a\u202egnp.exe\n", "a-gnp-exe"),
        ("й" * 300, "й" * 50),
    ],
)
def test_a_team_s_name_becomes_a_safe_file_name(team, called):
    assert name(Plan(team=Team(name=team))) == f"{called}.promplan.zip"


@given(st.text(max_size=300))
def test_any_team_s_name_is_one_file_in_this_folder(team):
    called = name(Plan(team=Team(name=team.encode(errors="replace").decode())))
    assert Path(called).name == called and len(called.encode()) <= 255 and not called.startswith(("-", "."))


@pytest.mark.parametrize(
    "member", ["../../evil", "/etc/passwd", "media-plan.json/", f"{FOLDER}/../x", f"{FOLDER}/abc", f"{FOLDER}/", "a\\b"]
)
def test_a_member_of_any_other_name_is_refused_by_its_name(member):
    assert f"it holds {member}" in refusal(zipped(PLAN, (member, b"x")))


def test_another_zip_inside_is_named():
    assert "another zip in it, Arc.promplan.zip" in refusal(zipped(PLAN, ("Arc.promplan.zip", zipped(PLAN))))
    assert "zip itself" in refusal(zipped((NAME, zipped(PLAN))))


def test_a_zip_that_is_no_plan_says_what_is_missing():
    assert "there is no media-plan.json" in refusal(zipped((f"{FOLDER}/{'0' * 64}", b"x")))


def test_a_plan_that_is_none_says_so():
    assert "schema_version" in refusal(zipped((NAME, b"{}")))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_plans_in_one_zip_are_refused():
    assert "twice" in refusal(zipped(PLAN, PLAN))


def test_a_bomb_is_refused_before_it_is_read():
    bomb = zipped((NAME, b" " * 2_000_000))
    assert len(bomb) < 5_000 and "too large" in refusal(bomb)


def test_a_listing_that_lies_about_a_size_is_refused():
    honest = zipped((NAME, b" " * 2_000_000))
    assert "damaged" in refusal(honest.replace(struct.pack("<L", 2_000_000), struct.pack("<L", 10)))


def test_many_large_files_are_refused_together():
    digests = [(f"{FOLDER}/{n:064x}", b"\0" * 24_000_000) for n in range(9)]
    assert "too large together" in refusal(zipped(PLAN, *digests))


def test_too_many_files_are_refused_before_the_listing_is_read():
    crowd = zipped(PLAN, *((f"{FOLDER}/{n:064x}", b"") for n in range(MEMBERS)))
    assert "more than 310 files" in refusal(crowd)
    end = struct.pack("<HL", 1, LISTING + 1)
    assert "more than 310 files" in refusal(zipped(PLAN)[:-12] + end + zipped(PLAN)[-6:])


def test_a_locked_zip_is_refused():
    data = bytearray(zipped(PLAN))
    listing = data.rindex(b"PK\x01\x02")
    data[listing + 8] |= 1
    assert "password" in refusal(bytes(data))


def test_other_ways_of_packing_are_refused():
    assert "packed in a way" in refusal(zipped(PLAN, how=zipfile.ZIP_LZMA))


def test_a_file_that_is_not_what_its_name_says_is_refused():
    plan = Plan(attachments=[Attachment(id="X1", name="a", media_type="b", sha256="0" * 64, size=1)])
    assert "not what was packed" in refusal(zipped((NAME, dumps(plan)), (f"{FOLDER}/{'0' * 64}", b"x")))


def test_a_file_that_no_attachment_names_is_left_where_it_is():
    assert unpack(zipped(PLAN, (f"{FOLDER}/{'0' * 64}", b"x")))[1] == {}


@settings(deadline=None)
@given(st.data())
def test_half_a_zip_or_a_spoiled_one_never_ends_in_anything_but_a_sentence(data):
    whole = zipped(PLAN)
    place = data.draw(st.integers(0, len(whole) - 1))
    cut = data.draw(st.booleans())
    spoiled = (
        whole[:place]
        if cut
        else whole[:place] + bytes([whole[place] ^ data.draw(st.integers(1, 255))]) + whole[place + 1 :]
    )
    try:
        assert unpack(spoiled)[0] == Plan()  # a bit nobody reads, such as a date
    except Problem as problem:
        assert str(problem)


def test_a_copy_is_known_by_what_is_in_it_not_by_its_name(file):
    assert from_bytes("a.json", pack(file)).plan == from_bytes("b.zip", file.read_bytes()).plan


def test_a_copy_that_cannot_be_read_is_named(tmp_path):
    (tmp_path / "photo.json").write_bytes(b"\xff\xd8")
    for path, said in (
        (tmp_path / "photo.json", "photo.json"),
        (tmp_path / "none.json", "none.json"),
        (tmp_path, "read"),
    ):
        with pytest.raises(Problem, match=said):
            from_file(path)


def test_the_files_of_a_copy_are_kept_and_what_is_missing_is_named(file, tmp_path_factory):
    here, copy = tmp_path_factory.mktemp("mine"), from_file(file)
    assert keep_files(here, copy.plan, [copy]) == []
    assert [one.name for one in (here / FOLDER).iterdir()] == [copy.plan.attachments[0].sha256]
    other = tmp_path_factory.mktemp("other")
    assert keep_files(other, copy.plan, []) == ["ring.jpg"]


def test_members_have_the_same_rights_and_day_on_every_system(file):
    with zipfile.ZipFile(io.BytesIO(pack(file))) as zip_:
        told = {(one.date_time, one.create_system, one.external_attr >> 16) for one in zip_.infolist()}
    assert told == {((1980, 1, 1, 0, 0, 0), 3, 0o644)}


def test_as_many_files_as_there_may_be_are_read_and_one_more_is_not():
    digests = [(f"{FOLDER}/{n:064x}", b"") for n in range(MEMBERS - 1)]
    assert unpack(zipped(PLAN, *digests)) == (Plan(), {})
    assert "more than 310 files" in refusal(zipped(PLAN, *digests, (f"{FOLDER}/{'f' * 64}", b"")))


def test_a_listing_that_ends_with_a_word_or_with_another_listing_is_no_hand_in_of_ours():
    whole = zipped(PLAN)
    assert "not a whole zip" in refusal(whole[:-2] + b"\x01\x00")
    assert "not a whole zip" in refusal(whole[:-2] + b"\x00\x01")
    assert "not a whole zip" in refusal(b"") and "not a whole zip" in refusal(whole[:-22] + b"QK" + whole[-20:])
    assert "not a whole zip" in refusal(whole + b" a word of somebody's")
    locator = b"PK\x06\x07" + b"\0" * 16
    assert "more than 310 files" in refusal(whole[:-22] + locator + whole[-22:])


def test_a_name_of_a_stranger_is_quoted_within_a_line():
    assert f"it holds {'x' * 80}. Take" in refusal(zipped(PLAN, ("x" * 300, b"")))
    assert f"another zip in it, {'y' * 80}. Take" in refusal(zipped(PLAN, ("y" * 300 + ".ZIP", b"")))


def test_every_refusal_says_what_to_hand_in_instead():
    said = refusal(zipped((f"{FOLDER}/{'0' * 64}", b"x")))
    assert said.startswith("This zip cannot be read as a hand-in: there is no media-plan.json in it. Take the file")


def test_a_plan_and_a_picture_may_be_as_large_as_they_are_alone(monkeypatch):
    text = dumps(Plan()) + b" " * (LIMIT - len(dumps(Plan())))
    assert unpack(zipped((NAME, text)))[0] == Plan()
    assert f"{NAME} in it is too large" in refusal(zipped((NAME, text + b" ")))
    large = b"\0" * files.EACH
    digest = hashlib.sha256(large).hexdigest()
    plan = Plan(attachments=[Attachment(id="X1", name="a", media_type="b", sha256=digest, size=len(large))])
    assert unpack(zipped((NAME, dumps(plan)), (f"{FOLDER}/{digest}", large)))[1] == {digest: large}
    assert "is too large" in refusal(zipped((NAME, dumps(plan)), (f"{FOLDER}/{digest}", large + b"x")))


def test_a_zip_larger_than_a_plan_with_all_its_files_is_not_looked_into(monkeypatch):
    monkeypatch.setattr(packing, "LARGEST", len(zipped(PLAN)))
    assert unpack(zipped(PLAN))[0] == Plan()
    monkeypatch.setattr(packing, "LARGEST", len(zipped(PLAN)) - 1)
    assert "it is larger than 0 MB" in refusal(zipped(PLAN))


def test_what_is_known_as_a_hand_in_is_what_pack_writes_and_nothing_else(file):
    assert is_hand_in(pack(file)) and is_hand_in(zipped(PLAN))
    for other in (b"", b"PK", zipped(("a.txt", b"x")), zipped(), zipped(PLAN)[:-1], dumps(Plan())):
        assert not is_hand_in(other)


def test_packing_goes_where_it_is_told_over_its_own_and_over_nobody_else_s(file, tmp_path):
    out = tmp_path / "there.zip"
    assert hand_in(file, out).path == out and out.read_bytes() == pack(file)
    assert hand_in(file, out).path == out
    out.write_bytes(b"my notes")
    with pytest.raises(Problem, match="this command did not make it"):
        hand_in(file, out)
    assert hand_in(file, out, force=True).path == out and is_hand_in(out.read_bytes())
    with pytest.raises(Problem, match="is a media plan"):
        hand_in(file, file, force=True)


def test_a_hand_in_larger_than_a_page_is_known_as_ours_too(file):
    noise = b"".join(hashlib.sha256(b"%d" % n).digest() for n in range(50_000))
    picture = Attachment(id="X2", **keep(file.parent, noise, "film.mp4"))
    FileStore(file).replace(lambda plan: plan.model_copy(update={"attachments": [*plan.attachments, picture]}))
    out = hand_in(file).path
    assert out.stat().st_size > 1_500_000 and hand_in(file).path == out


@pytest.mark.parametrize("word", ["con", "Prn", "AUX", "nul", "com1", "LPT9"])
def test_a_name_that_windows_keeps_for_itself_is_put_behind_a_word(word):
    assert name(Plan(team=Team(name=word))) == f"team-{word}.promplan.zip"
    assert name(Plan(team=Team(name=f"{word}x"))) == f"{word}x.promplan.zip"


def test_a_copy_knows_whether_it_was_zipped_and_what_lies_beside_it(file, tmp_path_factory):
    digest = hashlib.sha256(b"a picture" * 100).hexdigest()
    assert from_file(file).files == {digest: b"a picture" * 100} and not from_file(file).zipped
    away = tmp_path_factory.mktemp("away")
    (away / "a.zip").write_bytes(pack(file))
    (away / "b.json").write_bytes(file.read_bytes())
    assert from_file(away / "a.zip").zipped and from_file(away / "a.zip").files == from_file(file).files
    assert from_file(away / "b.json").files == {} and from_file(away / "b.json").name == "b.json"
    assert plan_in(away / "a.zip") == plan_in(away / "b.json") == from_file(file).plan


def test_files_that_are_there_are_left_and_all_that_are_missing_are_named_in_order(file, tmp_path_factory):
    here = tmp_path_factory.mktemp("mine")
    rows = [Attachment(id=f"X{n}", name=f"{n}.jpg", media_type="b", sha256=f"{n:064x}", size=1) for n in (7, 8, 9)]
    (here / FOLDER).mkdir()
    (here / FOLDER / rows[1].sha256).write_bytes(b"as it was")
    copy = from_file(file)
    plan = Plan(attachments=[rows[0], *copy.plan.attachments, *rows[1:]])
    assert keep_files(here, plan, [copy]) == ["7.jpg", "9.jpg"]
    assert (here / FOLDER / rows[1].sha256).read_bytes() == b"as it was"
    assert (here / FOLDER / copy.plan.attachments[0].sha256).read_bytes() == b"a picture" * 100


def test_a_listing_that_says_it_is_short_is_counted_all_the_same():
    crowd = zipped(PLAN, *((f"{FOLDER}/{n:064x}", b"") for n in range(MEMBERS)))
    with pytest.raises(Problem, match=f"more than {MEMBERS} files"):
        unpack(crowd[:-12] + struct.pack("<H", 1) + crowd[-10:])
