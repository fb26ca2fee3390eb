"""Is what lies beside the plan exactly what was put there, and is everything else refused in words?"""

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
