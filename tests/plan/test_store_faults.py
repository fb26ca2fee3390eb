"""Does the store say what it cannot do, in words, and does nothing that was acknowledged go?"""

import encodings.utf_8_sig  # noqa: F401  who gives up its rights in a fork cannot read the library's files any more
import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from promplan.language import Problem
from promplan.plan import Plan, locking, writing
from promplan.plan.codec import LIMIT, dumps, loads
from promplan.plan.store import NAME, FileStore, MemoryStore, read

NOBODY = 65534


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / NAME


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that another user may reach too."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        yield Path(name)


def told(store: FileStore) -> str:
    return " ".join(map(str, store.notices))


def unprivileged(file: Path) -> str:
    """What a user sees to whom modes mean something (root is let in everywhere), who opens the plan and saves."""
    with tempfile.TemporaryDirectory() as name:  # what Python imports at first use, this user may not be let at
        list(opened_and_saved(Path(name) / NAME)), list(opened_and_saved(Path(name) / NAME))
    with tempfile.TemporaryFile("w+") as said:
        child = os.fork()
        if not child:
            try:
                if os.geteuid() == 0:
                    os.setgroups([]), os.setgid(NOBODY), os.setuid(NOBODY)
                print(*opened_and_saved(file), file=said, flush=True)
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        said.seek(0)
        return said.read()


def opened_and_saved(file: Path) -> Iterator[object]:
    try:
        store = FileStore(file)
        yield store.plan.brief.client
        yield from store.notices
        store.put("brief", {"client": "theirs"})
        yield "SAVED"
    except Problem as problem:
        yield "PROBLEM"
        yield problem
    except BaseException as error:
        yield f"TRACEBACK {error!r}"


posix = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="modes and owners as POSIX has them")


@posix
def test_a_read_only_folder_is_read_and_says_why_it_does_not_save(shared):
    FileStore(shared / NAME).put("brief", {"client": "ours"})
    shared.chmod(0o555)
    said = unprivileged(shared / NAME)
    shared.chmod(0o777)
    assert said.startswith("ours ") and said.count("read-only") == 2 and "SAVED" not in said


@posix
def test_a_lock_that_is_not_ours_is_named_and_the_plan_is_read(shared):
    FileStore(shared / NAME).put("brief", {"client": "ours"})
    (shared / f"{NAME}.lock").chmod(0o600)
    if os.geteuid() != 0:
        (shared / f"{NAME}.lock").chmod(0)
    said = unprivileged(shared / NAME)
    assert said.startswith("ours ") and f"delete {NAME}.lock" in said and "read-only" not in said


@posix
def test_a_plan_that_may_not_be_read_is_told_in_words(shared, monkeypatch):
    FileStore(shared / NAME).put("brief", {"client": "ours"})
    (shared / NAME).chmod(0)
    (shared / f"{NAME}.lock").chmod(0o666)
    said = unprivileged(shared / NAME)
    assert said.startswith("PROBLEM") and "may belong to somebody else" in said


@posix
def test_backups_of_another_user_spoil_neither_the_opening_nor_a_save(shared):
    FileStore(shared / NAME).put("brief", {"client": "ours"})
    (shared / f"{NAME}.lock").chmod(0o666)
    (shared / "plan-backups").chmod(0)
    said = unprivileged(shared / NAME)
    (shared / "plan-backups").chmod(0o755)
    assert said.startswith("ours ") and "No backup could be kept" in said and "SAVED" in said
    assert read(shared / NAME).brief.client == "theirs"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda folder: (folder / "plan-backups").write_text("a file"),
        lambda folder: (folder / "plan-backups" / "media-plan-9.json").mkdir(parents=True),
    ],
    ids=["a file called plan-backups", "a folder called like a backup"],
)
def test_what_lies_where_backups_belong_spoils_nothing(file, spoil):
    spoil(file.parent)
    store = FileStore(file)
    store.put("brief", {"client": "c"})
    assert FileStore(file).plan.brief.client == read(file).brief.client == "c"


FOREIGN = ["media-plan-1-Copy1.json", "media-plan-2 - Copy.json", "media-plan-1-LAPTOP.json",
           "media-plan-1 (Anna's conflicted copy 2026-11-02).json", "media-plan-x.json",
           "media-plan-٣.json", "media-plan-.json"]  # fmt: skip


@pytest.mark.parametrize("name", FOREIGN)
def test_a_copied_file_among_the_backups_is_left_alone_and_loses_no_save(file, name):
    store = FileStore(file)
    store.put("team", {"name": "Arc"})
    (file.parent / "plan-backups" / name).write_bytes(file.read_bytes())
    store.put("brief", {"client": "press office"})
    store.put("brief", {"contact": "Anna"})
    opened = FileStore(file)
    assert (opened.plan.brief.client, opened.plan.brief.contact) == ("press office", "Anna")
    assert (file.parent / "plan-backups" / name).exists() and opened.notices == []


def test_no_fault_of_a_backup_leaves_a_save(file, monkeypatch):
    store = FileStore(file)
    store.put("team", {"name": "Arc"})

    def broken(*_: object, **__: object) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr(store._backups, "keep", broken)
    store.put("brief", {"client": "c"})
    store.put("brief", {"contact": "d"})
    assert (read(file).brief.client, read(file).brief.contact) == ("c", "d")
    assert "No backup could be kept" in told(store)


def test_a_plan_opens_for_reading_where_the_disk_is_full(file, monkeypatch):
    FileStore(file).put("brief", {"client": "c"})
    for backup in (file.parent / "plan-backups").iterdir():
        backup.unlink()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    store = FileStore(file)
    assert store.plan.brief.client == "c" and "No space left" in told(store)


def test_a_folder_in_the_plans_place_is_told_in_words_and_harms_nothing(file):
    store = FileStore(file)
    store.put("brief", {"client": "old"})
    file.unlink()
    file.mkdir()
    with pytest.raises(Problem, match="folder, a pipe or a device"):
        store.put("brief", {"client": "new"})
    with pytest.raises(Problem, match="folder, a pipe or a device"):
        FileStore(file)
    file.rmdir()
    store.put("brief", {"contact": "d"})
    assert (read(file).brief.client, read(file).brief.contact) == ("old", "d")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")], ids=["pipe", "device"])
def test_a_pipe_and_a_device_are_refused_and_not_read_for_ever(file, make):
    make(file)
    with pytest.raises(Problem, match="folder, a pipe or a device"):
        read(file)
    with pytest.raises(Problem, match="folder, a pipe or a device"):
        FileStore(file)


@pytest.mark.parametrize("code", [errno.EIO, getattr(errno, "ESTALE", errno.EIO)])
def test_a_network_drive_that_answers_no_more_is_told_in_words(file, monkeypatch, code):
    store = FileStore(file)
    store.put("brief", {"client": "old"})
    monkeypatch.setattr(os, "open", refusing(code, then=os.open, only=file))
    with pytest.raises(Problem, match="cannot be read"):
        store.put("brief", {"client": "new"})


def refusing(code: int, times: float = float("inf"), then=None, only: Path | None = None):
    """A call of the system that is refused so many times, and then (or of any other file) does what it does."""
    left = [times]

    def refuse(*given: object, **more: object) -> object:
        if only is None or given[0] == only:
            left[0] -= 1
            if left[0] >= 0:
                raise OSError(code, os.strerror(code))
        return then(*given, **more)

    return refuse


def test_a_file_that_a_scanner_holds_for_a_moment_is_saved_all_the_same(file, monkeypatch):
    store = FileStore(file)
    monkeypatch.setattr(writing, "PAUSE", 0.001)
    monkeypatch.setattr(os, "replace", refusing(errno.EACCES, times=3, then=os.replace))
    store.put("brief", {"client": "c"})
    assert read(file).brief.client == "c" and store.notices == []


@pytest.mark.parametrize("code", [errno.EACCES, errno.EPERM, errno.EBUSY])
def test_a_file_that_a_program_goes_on_holding_is_named_for_what_it_is(file, monkeypatch, code):
    store = FileStore(file)
    store.put("brief", {"client": "old"})
    monkeypatch.setattr(writing, "PAUSE", 0.001)
    monkeypatch.setattr(os, "replace", refusing(code))
    with pytest.raises(Problem, match=r"another program holds the file media-plan\.json"):
        store.put("brief", {"client": "new"})
    assert read(file).brief.client == store.plan.brief.client == "old"
    assert not list(file.parent.glob(".*.tmp"))


def test_a_file_that_is_locked_against_reading_for_a_moment_is_read(file, monkeypatch):
    store = FileStore(file)
    store.put("brief", {"client": "c"})
    monkeypatch.setattr(writing, "PAUSE", 0.001)
    monkeypatch.setattr(os, "open", refusing(errno.EACCES, times=2, then=os.open, only=file))
    store.put("brief", {"contact": "d"})
    assert (read(file).brief.client, read(file).brief.contact) == ("c", "d")


@pytest.mark.filterwarnings("ignore:flock not supported")
@pytest.mark.parametrize("code", ["ENOLCK", "ENOTSUP", "EOPNOTSUPP", "EINVAL", "ENOSYS"])
def test_a_drive_without_locks_works_and_says_so_once(file, monkeypatch, code):
    fcntl = pytest.importorskip("fcntl")
    monkeypatch.setattr(fcntl, "flock", refusing(getattr(errno, code)))
    one, other = FileStore(file), FileStore(file)
    one.put("brief", {"client": "c"})
    other.put("brief", {"contact": "d"})
    assert (read(file).brief.client, read(file).brief.contact) == ("c", "d")
    if code != "ENOSYS":  # with that one the lock's own library helps itself
        assert told(one).count("knows no locks") == told(other).count("knows no locks") == 1


def test_the_mark_of_a_killed_process_does_not_lock_for_ever(file, monkeypatch):
    fcntl = pytest.importorskip("fcntl")
    monkeypatch.setattr(fcntl, "flock", refusing(errno.ENOLCK))
    monkeypatch.setattr(locking, "PATIENCE", 0.3)
    (file.parent / f".{NAME}.softlock").write_text("2147480000\nelsewhere\n")  # the process of another computer
    store = FileStore(file)
    store.put("brief", {"client": "c"})
    assert read(file).brief.client == "c"


def test_a_plan_too_large_to_be_opened_again_is_not_written(file):
    store = FileStore(file)
    long = "x" * 4000
    with pytest.raises(Problem, match="could not be opened again"):
        for number in range(400):
            store.answer({f"q{number}": long})
    assert len(file.read_bytes()) <= LIMIT and read(file) == store.plan == FileStore(file).plan


@pytest.mark.parametrize("kind", [FileStore, lambda _: MemoryStore()], ids=["file", "memory"])
def test_half_an_emoji_is_refused_in_words(file, kind):
    store = kind(file)
    with pytest.raises(Problem):
        store.answer({"q": "\ud83d"})
    assert store.plan.answers.given == []


def test_answers_without_end_are_refused_in_words(file):
    store = MemoryStore()
    store.answer({f"q{n}": "a" for n in range(5000)})
    with pytest.raises(Problem, match="5000"):
        store.answer({"one more": "a"})


@pytest.mark.parametrize("id_", ["FAB1", "F٣", "f1", "F", "F1\n", "F12345678"])
def test_an_id_that_is_none_is_not_written(file, id_):
    store = FileStore(file)
    store.add("enterprise.facts", {"statement": "s"})

    def rename(plan: Plan) -> Plan:
        new = plan.model_copy(deep=True)
        new.enterprise.facts[0].__dict__["id"] = id_
        return new

    with pytest.raises(Problem, match="ids look like"):
        store.replace(rename)
    assert read(file).enterprise.facts[0].id == "F1"


def test_the_id_after_a_high_one_is_an_id_too(file):
    store = FileStore(file)
    store.add("enterprise.facts", {})
    store.replace(lambda plan: loads(dumps(plan).replace(b'"F1"', b'"F9999"')))
    assert store.add("enterprise.facts", {}) == "F10000" and FileStore(file).plan == store.plan


def test_a_view_that_fails_to_follow_makes_no_saved_change_unsaved(file):
    store, followed = FileStore(file), []

    def broken() -> None:
        raise ZeroDivisionError

    store.watch(broken)
    store.watch(lambda: followed.append(1))
    store.put("brief", {"client": "c"})
    assert read(file).brief.client == "c" and followed == [1] and "does not show the newest plan" in told(store)


def test_a_linked_plan_is_written_where_it_lies_and_the_link_stays(tmp_path):
    synced, here = tmp_path / "synced", tmp_path / "course"
    synced.mkdir(), here.mkdir()
    (here / NAME).symlink_to(synced / NAME)
    FileStore(here / NAME).put("brief", {"client": "c"})
    assert (here / NAME).is_symlink() and read(synced / NAME).brief.client == "c"
    FileStore(synced / NAME).put("brief", {"contact": "d"})
    assert FileStore(here / NAME).plan.brief.contact == "d"


def test_a_link_that_became_a_file_is_followed_at_the_next_change(tmp_path):
    synced, here = tmp_path / "synced", tmp_path / "course"
    synced.mkdir(), here.mkdir()
    (here / NAME).symlink_to(synced / NAME)
    store = FileStore(here / NAME)
    store.put("brief", {"client": "c"})
    (here / NAME).unlink()
    store.put("brief", {"contact": "d"})
    assert read(here / NAME).brief.client == "c" and read(here / NAME).brief.contact == "d"


@posix
def test_a_private_plan_stays_private(file):
    store = FileStore(file)
    store.put("brief", {"client": "c"})
    file.chmod(0o600)
    store.put("brief", {"client": "d"})
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_rewrite_that_leaves_size_and_time_alike_is_seen_by_the_next_save(file):
    store = FileStore(file)
    store.put("brief", {"client": "aaa"})
    status = file.stat()
    with file.open("r+b") as stream:
        text = stream.read().replace(b'"aaa"', b'"bbb"')
        stream.seek(0)
        stream.write(text)
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    store.put("brief", {"contact": "d"})
    assert (read(file).brief.client, read(file).brief.contact) == ("bbb", "d")


def test_half_a_file_that_stays_half_makes_room_for_what_is_held(file, monkeypatch):
    store = FileStore(file)
    store.put("brief", {"client": "c"})
    half = file.read_bytes()[:60]
    file.write_bytes(half)
    monkeypatch.setattr("promplan.plan.store.PAUSE", 0.001)
    store.put("brief", {"contact": "d"})
    assert (read(file).brief.client, read(file).brief.contact) == ("c", "d")
    assert (file.parent / "media-plan.unreadable-1.json").read_bytes() == half and "unreadable-1" in told(store)


def test_a_plan_that_is_gone_while_backups_are_there_is_not_begun_anew_in_silence(file):
    FileStore(file).put("brief", {"client": "c"})
    file.rename(file.with_name("my plan.json"))
    store = FileStore(file)
    assert store.plan == Plan() and "plan-backups" in told(store) and "media-plan-1.json" in told(store)


def test_two_threads_of_one_kernel_lose_nothing(file):
    """Cells and the handlers of widgets run in two threads."""
    from threading import Thread

    store = FileStore(file)

    def work(name: str) -> None:
        for _ in range(25):
            store.add("enterprise.facts", {"statement": name})
            store.refresh()

    threads = [Thread(target=work, args=(name,)) for name in ("cell", "handler")]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(one.statement for one in read(file).enterprise.facts) == ["cell"] * 25 + ["handler"] * 25


def test_what_a_fact_loses_with_much_else_is_in_a_backup(file):
    store = FileStore(file)
    for number in range(20):
        store.add("enterprise.facts", {"statement": f"fact {number}"})
    store.replace(lambda plan: plan.model_copy(update={"enterprise": type(plan.enterprise)()}))
    for number in range(30):
        FileStore(file).put("team", {"name": f"session {number}"})
    kept = [loads(one.read_bytes()) for one in (file.parent / "plan-backups").glob("media-plan-kept-*.json")]
    assert any(len(one.enterprise.facts) == 20 for one in kept)
