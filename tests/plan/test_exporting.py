"""Is an export written over its own kind alone, and does every refusal say what is in the way and what to do?"""

import os
from pathlib import Path

import pytest

from promplan.language import Problem
from promplan.plan import Plan
from promplan.plan.codec import dumps
from promplan.plan.exporting import LOOK, export, may_hold


def ours(data: bytes) -> bool:
    return data.startswith(b"%OURS")


def refusal(target: Path, **more) -> str:
    with pytest.raises(Problem) as caught:
        may_hold(target, ours, **more)
    return str(caught.value)


def test_a_new_file_an_empty_one_and_yesterday_s_own_are_written(tmp_path):
    target = tmp_path / "page.html"
    for before in (None, b"", b"%OURS yesterday"):
        if before is not None:
            target.write_bytes(before)
        assert export(target, b"%OURS today", ours) == target and target.read_bytes() == b"%OURS today"


def test_anybody_else_s_file_stays_unless_it_is_forced(tmp_path):
    target = tmp_path / "page.html"
    target.write_bytes(b"my notes")
    assert refusal(target).startswith("page.html is there already, and this command did not make it.")
    with pytest.raises(Problem):
        export(target, b"%OURS", ours)
    assert target.read_bytes() == b"my notes"
    export(target, b"%OURS", ours, force=True)
    assert target.read_bytes() == b"%OURS"


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        dumps(Plan()),
        b"\xef\xbb\xbf" + dumps(Plan()),
        b"\r\n\t " + dumps(Plan())[:200],
        b'{"schema_version": 99, "colour": 1}',
    ],
)
def test_a_plan_is_never_written_over_a_damaged_one_or_a_later_one_neither(tmp_path, text, force):
    (tmp_path / "x.html").write_bytes(text)
    assert refusal(tmp_path / "x.html", force=force).startswith("x.html is a media plan and is left as it is.")


@pytest.mark.parametrize("text", [b'["schema_version"]', b'{"version": 4}'])
def test_any_other_json_is_no_plan(tmp_path, text):
    (tmp_path / "x.html").write_bytes(text)
    assert "this command did not make it" in refusal(tmp_path / "x.html")


@pytest.mark.parametrize("force", [False, True])
def test_what_an_export_is_made_from_is_never_its_target_by_whatever_name(tmp_path, force):
    source = tmp_path / "hand-in.zip"
    source.write_bytes(b"%OURS")
    (tmp_path / "other.zip").hardlink_to(source)
    for target in (source, tmp_path / "other.zip"):
        assert "is a media plan and is left" in refusal(target, reads=[tmp_path / "gone", source], force=force)
    may_hold(source, ours, reads=[tmp_path / "gone"])


@pytest.mark.parametrize("force", [False, True])
def test_folders_links_and_pipes_are_called_what_they_are(tmp_path, force):
    (tmp_path / "link").symlink_to(tmp_path / "gone")
    assert refusal(tmp_path, force=force).startswith(f"{tmp_path.name} is a folder. Name a file")
    assert refusal(Path(os.sep), force=force).startswith(f"{os.sep} is a folder")
    assert "link is a link to another file" in refusal(tmp_path / "link", force=force)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        assert "pipe is not a file but a device or a pipe" in refusal(tmp_path / "pipe", force=force)


def test_no_more_of_a_file_is_looked_at_than_was_asked_for(tmp_path):
    target, seen = tmp_path / "x", []
    target.write_bytes(b"%OURS" + b"x" * (LOOK + 9))
    may_hold(target, lambda data: bool(seen.append(len(data)) or True))
    may_hold(target, lambda data: bool(seen.append(len(data)) or True), largest=7)
    assert seen == [LOOK, 7]


def test_a_file_that_cannot_be_looked_at_is_said_with_the_reason(tmp_path, monkeypatch):
    target = tmp_path / "x.zip"
    target.write_bytes(b"%OURS")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert refusal(target) == ("x.zip is there already and cannot be looked at (Permission denied). Name another file.")
    monkeypatch.setattr(Path, "open", lambda *_: (_ for _ in ()).throw(TimeoutError()))
    assert "(TimeoutError)" in refusal(target)


def test_where_there_is_no_such_folder_writing_says_why(tmp_path):
    may_hold(tmp_path / "gone" / "x", ours)
    with pytest.raises(Problem, match=r"^x cannot be written"):
        export(tmp_path / "gone" / "x", b"%OURS", ours)
    with pytest.raises(Problem, match="cannot be written"):
        export(tmp_path / ("n" * 300), b"%OURS", ours)
