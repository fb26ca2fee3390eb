"""Is a file written whole or not at all, with patience for who holds it, and with its rights as they were?"""

import errno
import os
import stat
from pathlib import Path

import pytest

from promplan.language import Problem
from promplan.plan import writing
from promplan.plan.writing import TRIES, Held, passing, patiently, replace, temporary_beside, write


@pytest.fixture(autouse=True)
def pauses(monkeypatch) -> list[float]:
    """How long was waited, each time; nobody waits here."""
    found: list[float] = []
    monkeypatch.setattr(writing.time, "sleep", found.append)
    return found


def refusing(error: OSError, times: int):
    left = [times]

    def act() -> str:
        left[0] -= 1
        if left[0] >= 0:
            raise error
        return "done"

    return act


def test_a_file_that_is_held_for_a_second_is_waited_for_and_no_longer(pauses):
    assert patiently(refusing(PermissionError(errno.EACCES, "held"), TRIES - 1)) == "done"
    assert len(pauses) == TRIES - 1 and 0.5 < sum(pauses) < 2
    pauses.clear()
    with pytest.raises(PermissionError, match="held"):
        patiently(refusing(PermissionError(errno.EACCES, "held"), TRIES))
    assert len(pauses) == TRIES - 1


def test_what_no_waiting_mends_is_said_at_once(pauses):
    with pytest.raises(OSError, match="full"):
        patiently(refusing(OSError(errno.ENOSPC, "the disk is full"), 1))
    assert pauses == []


@pytest.mark.parametrize(
    ("code", "windows", "passes"),
    [
        (errno.EACCES, None, True),
        (errno.EPERM, None, True),
        (errno.EBUSY, None, True),
        (errno.ETXTBSY, None, True),
        (errno.EAGAIN, None, True),
        (errno.ENOSPC, None, False),
        (errno.ENOENT, None, False),
        (errno.EINVAL, 5, True),  # how Windows says it
        (errno.EINVAL, 32, True),
        (errno.EINVAL, 33, True),
        (errno.EINVAL, 112, False),  # its disk is full
    ],
)
def test_a_file_in_use_is_told_from_every_other_refusal(code, windows, passes):
    error = OSError(code, "refused")
    if windows is not None:
        error.winerror = windows
    assert passing(error) is passes


def test_what_is_written_is_the_whole_file_and_nothing_else_is_left(tmp_path):
    file = tmp_path / "plan.json"
    for data in (b"the first", b"second"):
        replace(file, data)
        assert file.read_bytes() == data and list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(os.name == "nt", reason="modes as POSIX has them")
def test_a_file_keeps_its_rights(tmp_path):
    file = tmp_path / "plan.json"
    file.write_bytes(b"old")
    for mode in (0o600, 0o664, 0o640):
        file.chmod(mode)
        replace(file, b"new")
        assert stat.S_IMODE(file.stat().st_mode) == mode


@pytest.mark.parametrize(("code", "kind"), [(errno.EBUSY, Held), (errno.EIO, OSError)])
def test_a_file_that_cannot_be_exchanged_stays_and_no_half_is_left(tmp_path, monkeypatch, code, kind):
    file = tmp_path / "plan.json"
    file.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError) as caught:
        replace(file, b"new")
    assert type(caught.value) is kind and (caught.value.errno, caught.value.strerror) == (code, os.strerror(code))
    assert file.read_bytes() == b"old" and list(tmp_path.iterdir()) == [file]


def test_an_interrupt_leaves_no_half_either(tmp_path, monkeypatch):
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        replace(tmp_path / "plan.json", b"new")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no fsync for folders")
def test_the_bytes_and_then_the_folder_are_on_the_disk_when_it_is_said_to_be_written(tmp_path, monkeypatch):
    done: list[str] = []
    real_replace, real_sync = os.replace, os.fsync
    of_folder = lambda handle: stat.S_ISDIR(os.fstat(handle).st_mode)  # noqa: E731

    def sync(handle: int) -> None:
        if not of_folder(handle):
            done.append(f"{os.fstat(handle).st_size} bytes")
        else:
            done.append("folder")
        real_sync(handle)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "replace", lambda *names: done.append("name") or real_replace(*names))
    handles = Path("/proc/self/fd")
    before = len([*handles.iterdir()]) if handles.is_dir() else 0
    replace(tmp_path / "plan.json", b"new")
    assert done == ["3 bytes", "name", "folder"]
    assert not before or len([*handles.iterdir()]) == before, "every file is closed again"


def test_a_half_written_file_is_hidden_beside_its_target_and_nobody_else_s(tmp_path):
    one, other = (temporary_beside(tmp_path / "media-plan.json") for _ in range(2))
    assert one != other and one.parent == tmp_path
    assert one.name.startswith(".media-plan.json.") and one.suffix == ".tmp"
    assert len(temporary_beside(tmp_path / ("n" * 250)).name.encode()) <= 255
    replace(tmp_path / ("n" * 250), b"x")


def test_what_somebody_asked_for_and_cannot_be_written_is_said_with_the_reason(tmp_path, monkeypatch):
    assert write(tmp_path / "page.html", b"x") == tmp_path / "page.html"
    with pytest.raises(Problem, match=r"^page\.html cannot be written \(No such file or directory\)\. Close what has"):
        write(tmp_path / "gone" / "page.html", b"x")

    def refuse(_: int) -> None:
        raise TimeoutError

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(Problem, match=r"\(TimeoutError\)"):
        write(tmp_path / "page.html", b"y")
    assert (tmp_path / "page.html").read_bytes() == b"x"
