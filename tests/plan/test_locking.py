"""Is the lock waited for where waiting helps, told where it does not, and let go in any case?"""

import errno
import os
from pathlib import Path

import pytest
from filelock import FileLock

from promplan.language import Problem
from promplan.plan import locking, writing
from promplan.plan.locking import PlanLock
from promplan.plan.refusal import ReadOnly, Unwritable
from promplan.plan.store import NAME
from promplan.plan.writing import TRIES


@pytest.fixture
def lock(tmp_path: Path) -> PlanLock:
    return PlanLock(tmp_path / NAME)


@pytest.fixture
def pauses(monkeypatch) -> list[float]:
    found: list[float] = []
    monkeypatch.setattr(writing.time, "sleep", found.append)
    return found


def refuse(monkeypatch, code: int, name: str) -> None:
    """The system opens no file of this name."""
    real = os.open

    def denied(path: object, *more: object, **named: object) -> int:
        if Path(str(path)).name == name:
            raise OSError(code, os.strerror(code), str(path))
        return real(path, *more, **named)

    monkeypatch.setattr(os, "open", denied)


def test_it_lies_beside_its_plan_and_is_nobody_s_afterwards(lock, tmp_path):
    other = FileLock(str(tmp_path / f"{NAME}.lock"))
    with lock.held(), lock.held(), pytest.raises(TimeoutError):
        other.acquire(timeout=0)
    other.acquire(timeout=0)
    other.release()
    assert not lock.soft and lock.mark.name == f".{NAME}.softlock" and not lock.mark.exists()


def test_it_is_let_go_where_what_was_done_under_it_fails(lock, tmp_path):
    with pytest.raises(ZeroDivisionError), lock.held():
        raise ZeroDivisionError
    FileLock(str(tmp_path / f"{NAME}.lock")).acquire(timeout=0).lock.release()


def test_who_waits_too_long_is_told_whose_turn_it_is(lock, tmp_path, monkeypatch):
    monkeypatch.setattr(locking, "PATIENCE", 0.05)
    said = r"Another notebook has held the plan for 0 seconds\. Restart the kernel"
    with FileLock(str(tmp_path / f"{NAME}.lock")), pytest.raises(Unwritable, match=said), lock.held():
        raise AssertionError("nobody gets here")
    assert not lock.soft


def test_in_a_folder_that_takes_files_a_refused_lock_is_waited_for(lock, monkeypatch, pauses):
    refuse(monkeypatch, errno.EACCES, f"{NAME}.lock")
    with pytest.raises(Unwritable, match=rf"the file {NAME}\.lock beside it cannot be used"), lock.held():
        raise AssertionError("nobody gets here")
    assert pauses.count(writing.PAUSE) == TRIES - 1


def test_in_a_folder_that_takes_none_nobody_is_kept_waiting(lock, monkeypatch, pauses):
    refuse(monkeypatch, errno.EACCES, f"{NAME}.lock")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(ReadOnly, match="read-only"), lock.held():
        raise AssertionError("nobody gets here")
    assert pauses == []


@pytest.mark.parametrize("error", [RuntimeError("no such drive " * 50), NotImplementedError("no locks"), ValueError()])
def test_what_the_lock_s_own_library_says_of_a_drive_is_passed_on_within_a_line(lock, monkeypatch, error):
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(lock._lock, "acquire", fail)
    with pytest.raises(Problem) as caught, lock.held():
        raise AssertionError("nobody gets here")
    said = str(caught.value)
    assert said.startswith(f"The plan was not saved ({str(error)[:200] or 'ValueError'}). Close other")
    assert not isinstance(caught.value, Unwritable)


# a drive without locks


@pytest.fixture
def soft(lock, monkeypatch) -> PlanLock:
    fcntl = pytest.importorskip("fcntl")

    def unknown(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", unknown)
    return lock


def test_where_the_drive_knows_no_locks_a_mark_serves_and_goes_again(soft):
    for _ in range(2):
        with soft.held():
            assert soft.soft and soft.mark.exists()
        assert not soft.mark.exists()


def test_a_mark_that_stood_still_all_the_while_is_nobody_s_and_one_that_moves_is_somebody_s(soft, monkeypatch):
    monkeypatch.setattr(locking, "PATIENCE", 0.05)
    soft.mark.write_text("2147480000\nelsewhere\n")
    with soft.held():
        assert soft.mark.exists()
    soft.mark.write_text("2147480000\nelsewhere\n")
    real, looks = soft._marked, []

    def moving() -> object:
        looks.append(1)
        os.utime(soft.mark, ns=(len(looks), len(looks)))
        return real()

    monkeypatch.setattr(soft, "_marked", moving)
    with pytest.raises(Unwritable, match="Another notebook has held the plan"), soft.held():
        raise AssertionError("nobody gets here")
    assert soft.mark.exists()


def test_a_mark_that_cannot_be_made_is_named_as_the_file_that_it_is(soft, monkeypatch):
    with soft.held():
        pass
    monkeypatch.setattr(writing.time, "sleep", lambda _: None)
    refuse(monkeypatch, errno.EIO, f".{NAME}.softlock")
    with pytest.raises(Unwritable, match=rf"the file \.{NAME}\.softlock beside it"), soft.held():
        raise AssertionError("nobody gets here")
