"""Is a refusal of the disk told by its own reason, with what to do, and may the plan be read all the same?"""

import errno
import os
from pathlib import Path

import pytest

from promplan.plan.refusal import ReadOnly, Unwritable, not_locked, not_read, not_saved, reason
from promplan.plan.writing import Held

PLAN = Path("/home/anna/course/media-plan.json")


def refused(code: int) -> OSError:
    return OSError(code, os.strerror(code))


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.EACCES, "this folder is read-only. Copy the course's folder"),
        (errno.EPERM, "this folder is read-only. Copy the course's folder"),
        (errno.EROFS, "this folder is read-only. Copy the course's folder"),
        (errno.ENOSPC, "the disk is full. Free some room"),
        (errno.EDQUOT, "the disk is full. Free some room"),
        (errno.ENOENT, "its folder is gone. Put the folder back"),
        (errno.EIO, "was not saved (Input/output error). Close other programs"),
    ],
)
def test_what_was_not_saved_is_told_by_the_reason_and_ends_with_what_to_do(code, said):
    problem = not_saved(refused(code), PLAN)
    assert said in str(problem)
    assert isinstance(problem, ReadOnly) is ("read-only" in said)


def test_a_file_that_a_program_holds_is_no_read_only_folder():
    problem = not_saved(Held(errno.EACCES, "Permission denied"), PLAN)
    assert "another program holds the file media-plan.json" in str(problem) and not isinstance(problem, Unwritable)


@pytest.mark.parametrize(
    ("code", "kind", "said"),
    [
        (errno.ENOSPC, Unwritable, "the disk is full"),
        (errno.EROFS, ReadOnly, "this folder is read-only"),
        (errno.EACCES, ReadOnly, "this folder is read-only"),
        (errno.EIO, Unwritable, "cannot be used (Input/output error)"),
    ],
)
def test_where_the_lock_cannot_be_had_the_plan_may_still_be_read(code, kind, said, tmp_path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda folder, mode: False)
    problem = not_locked(refused(code), tmp_path / "media-plan.json.lock")
    assert type(problem) is kind and said in str(problem)


def test_a_lock_that_is_somebody_else_s_is_named_where_the_folder_itself_takes_files(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda folder, mode: folder == tmp_path and mode == os.W_OK)
    problem = not_locked(refused(errno.EACCES), tmp_path / "media-plan.json.lock")
    assert type(problem) is Unwritable
    assert "delete media-plan.json.lock" in str(problem) and "(Permission denied)" in str(problem)


def test_where_the_folder_went_with_its_lock_nothing_opens_for_reading(tmp_path):
    problem = not_locked(refused(errno.ENOENT), tmp_path / "gone" / "media-plan.json.lock")
    assert "its folder is gone" in str(problem) and not isinstance(problem, Unwritable)


def test_what_cannot_be_read_is_named_with_what_the_system_says():
    assert str(not_read(refused(errno.EIO), PLAN)).startswith("media-plan.json cannot be read (Input/output error). It")


def test_a_system_that_says_nothing_is_quoted_by_the_kind_of_its_error():
    assert (reason(TimeoutError()), reason(refused(errno.EIO))) == ("TimeoutError", "Input/output error")
