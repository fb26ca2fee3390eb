"""Is what lies beside the plan exactly what was put there, and is everything else refused in words?"""

import errno
import hashlib
import os
from pathlib import Path

import pytest

from promplan.language import Problem
from promplan.plan import Attachment, Plan
from promplan.plan import files as module
from promplan.plan.files import FOLDER, keep, read, stray

PICTURE = b"\x89PNG a press and its operator"


def attached(fields: dict, number: int = 1) -> Attachment:
    return Attachment.model_validate({**fields, "id": f"P{number}"}, strict=True)


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in (folder / FOLDER).iterdir())


def test_what_was_kept_is_read_back(tmp_path):
    fields = keep(tmp_path, PICTURE, "Пресс 4.PNG")
    assert fields == {
        "name": "Пресс 4.PNG",
        "media_type": "image/png",
        "sha256": hashlib.sha256(PICTURE).hexdigest(),
        "size": len(PICTURE),
    }
    assert read(tmp_path, attached(fields)) == PICTURE


def test_the_folder_holds_the_digest_and_nothing_else(tmp_path):
    fields = keep(tmp_path, PICTURE, "a.png")
    assert names(tmp_path) == [fields["sha256"]]


def test_the_same_bytes_are_kept_once_under_any_name(tmp_path):
    first, second = keep(tmp_path, PICTURE, "a.png"), keep(tmp_path, PICTURE, "b.jpg")
    assert names(tmp_path) == [first["sha256"]] == [second["sha256"]]


@pytest.mark.parametrize(
    "name", ["../../evil.png", "/etc/passwd", "C:\\evil.png", "a\x00b", "..", "", "-rf", "\udc80.png", "п" * 5000]
)
def test_a_name_is_never_a_path(tmp_path, name):
    home = tmp_path / "deep" / "team"
    home.mkdir(parents=True)
    fields = keep(home, PICTURE, name)
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == [home / FOLDER / fields["sha256"]]
    assert read(home, attached(fields)) == PICTURE


def test_a_file_that_is_too_large_is_refused_with_what_to_do_and_leaves_nothing(tmp_path):
    keep(tmp_path, bytes(module.EACH), "just.mp4")
    before = names(tmp_path)
    with pytest.raises(Problem, match=r"film\.mp4 .* at most 25\. Save a smaller copy"):
        keep(tmp_path, bytes(module.EACH + 1), "film.mp4")
    assert names(tmp_path) == before


def test_all_files_together_have_a_limit(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "TOGETHER", 2 * module.MB)
    keep(tmp_path, b"a" * module.MB, "a.png")
    keep(tmp_path, b"b" * module.MB, "b.png")
    keep(tmp_path, b"b" * module.MB, "again.png")  # is there already: nothing is added
    with pytest.raises(Problem, match=r"c\.png .* 3\.0 MB together; they may have 2"):
        keep(tmp_path, b"c" * module.MB, "c.png")


def test_a_missing_file_is_named(tmp_path):
    fields = keep(tmp_path, PICTURE, "a.png")
    (tmp_path / FOLDER / fields["sha256"]).unlink()
    with pytest.raises(Problem, match=r"a\.png is missing in the folder plan-files"):
        read(tmp_path, attached(fields))


@pytest.mark.parametrize("other", [PICTURE[:-1], PICTURE[:-1] + b"!", b"", bytes(10**6)])
def test_a_changed_file_is_refused(tmp_path, other):
    fields = keep(tmp_path, PICTURE, "a.png")
    (tmp_path / FOLDER / fields["sha256"]).write_bytes(other)
    with pytest.raises(Problem, match=r"a\.png is not what was added"):
        read(tmp_path, attached(fields))


def test_a_damaged_file_is_mended_by_adding_it_again(tmp_path):
    fields = keep(tmp_path, PICTURE, "a.png")
    (tmp_path / FOLDER / fields["sha256"]).write_bytes(b"damaged")
    keep(tmp_path, PICTURE, "a.png")
    assert read(tmp_path, attached(fields)) == PICTURE


def test_what_no_attachment_names_is_stray(tmp_path):
    used, unused = keep(tmp_path, PICTURE, "a.png"), keep(tmp_path, b"other", "b.txt")
    (tmp_path / FOLDER / ".half.tmp").write_bytes(b"half")
    plan = Plan(attachments=[attached(used)])
    assert [one.name for one in stray(tmp_path, plan)] == [".half.tmp", unused["sha256"]]
    assert stray(tmp_path / "elsewhere", plan) == []


def test_a_place_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / FOLDER).write_bytes(b"a file where the folder should be")
    with pytest.raises(Problem, match=r"a\.png was not kept \(.+\)\. Check"):
        keep(tmp_path, PICTURE, "a.png")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_a_pipe_where_a_file_was_is_not_read_for_ever(tmp_path):
    attachment = Attachment(id="X1", **keep(tmp_path, b"ring", "ring.jpg"))
    path = tmp_path / FOLDER / attachment.sha256
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(Problem, match=r"ring\.jpg is not what was added"):
        read(tmp_path, attachment)


def test_a_file_that_another_program_holds_for_a_moment_is_kept(tmp_path, monkeypatch):
    real, left = os.replace, [3]

    def refusing(*given: object) -> None:
        left[0] -= 1
        if left[0] >= 0:
            raise PermissionError(13, "Permission denied")
        real(*given)

    monkeypatch.setattr(os, "replace", refusing)
    attachment = Attachment(id="X1", **keep(tmp_path, b"ring", "ring.jpg"))
    assert read(tmp_path, attachment) == b"ring" and left[0] < 0


def test_a_file_that_another_program_goes_on_holding_is_named_for_what_it_is(tmp_path, monkeypatch):
    def refusing(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refusing)
    monkeypatch.setattr("promplan.plan.writing.PAUSE", 0.001)
    with pytest.raises(Problem, match=r"ring\.jpg was not kept: another program"):
        keep(tmp_path, b"ring", "ring.jpg")
    assert list((tmp_path / FOLDER).iterdir()) == []


def test_a_file_and_all_files_may_be_just_as_large_as_they_may(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "EACH", 1_000_000)
    monkeypatch.setattr(module, "TOGETHER", 1_500_000)
    keep(tmp_path, b"a" * 1_000_000, "a.png")
    with pytest.raises(Problem, match=r"^The file b\.png has 1\.0 MB and a file of the plan has at most 1\. Save"):
        keep(tmp_path, b"b" * 1_000_001, "b.png")
    keep(tmp_path, b"c" * 500_000, "c.png")
    with pytest.raises(Problem, match=r"^With d\.png the plan's files would have 1\.5 MB together; they may have 1"):
        keep(tmp_path, b"d", "d.png")
    keep(tmp_path, b"c" * 500_000, "again.png")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ring.jpg", "image/jpeg"),
        ("RING.JPEG", "image/jpeg"),
        ("shift.m4a", "audio/mp4"),
        ("a.b.tiff", "image/tiff"),
        ("pdf", "application/pdf"),
        ("ring.exe", "application/octet-stream"),
        ("", "application/octet-stream"),
    ],
)
def test_the_kind_of_a_file_is_read_from_the_end_of_its_name(tmp_path, name, kind):
    assert keep(tmp_path, PICTURE, name)["media_type"] == kind


def test_a_name_is_kept_within_a_line_of_the_plan(tmp_path):
    assert keep(tmp_path, PICTURE, "п" * 400)["name"] == "п" * 300
    assert keep(tmp_path, PICTURE, "a\ud800b.png")["name"] == "a?b.png"


def refusing(code: int):
    def refuse(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code)) if code else OSError()

    return refuse


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOSPC, "The file ring.jpg was not kept: the disk is full. Free some room, then add it again."),
        (errno.EDQUOT, "The file ring.jpg was not kept: the disk is full."),
        (errno.EIO, "The file ring.jpg was not kept (Input/output error). Check that you may write beside the plan"),
        (0, "The file ring.jpg was not kept (OSError). Check"),
    ],
)
def test_a_disk_that_takes_no_file_is_told_by_its_reason(tmp_path, monkeypatch, code, said):
    monkeypatch.setattr(os, "fsync", refusing(code))
    with pytest.raises(Problem) as caught:
        keep(tmp_path, b"ring", "ring.jpg")
    assert str(caught.value).startswith(said)


def test_a_folder_that_cannot_be_looked_into_is_told_and_has_nothing_stray(tmp_path, monkeypatch):
    attachment = Attachment(id="X1", **keep(tmp_path, b"ring", "ring.jpg"))
    monkeypatch.setattr(Path, "iterdir", refusing(errno.EIO))
    with pytest.raises(Problem, match=r"ring\.jpg was not kept \(Input/output error\)"):
        keep(tmp_path, b"ring", "ring.jpg")
    assert stray(tmp_path, Plan(attachments=[attachment])) == []


@pytest.mark.parametrize(("code", "reason"), [(errno.EIO, "Input/output error"), (0, "OSError")])
def test_a_file_that_cannot_be_read_is_told_with_the_reason(tmp_path, monkeypatch, code, reason):
    attachment = Attachment(id="X1", **keep(tmp_path, b"ring", "ring.jpg"))
    monkeypatch.setattr(os, "open", refusing(code))
    with pytest.raises(Problem, match=rf"^The file ring\.jpg cannot be read \({reason}\)\. Check that you may read"):
        read(tmp_path, attachment)


def test_a_file_that_goes_while_the_others_are_counted_counts_for_nothing(tmp_path, monkeypatch):
    keep(tmp_path, b"a" * 100, "a.png")
    (tmp_path / FOLDER / "link").symlink_to(tmp_path / "gone")
    monkeypatch.setattr(module, "TOGETHER", 104)
    keep(tmp_path, b"ring", "ring.jpg")
    with pytest.raises(Problem, match="they may have 0"):
        keep(tmp_path, b"rings", "rings.jpg")
