"""Is anything that was acknowledged ever lost?"""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from killing import killed_in_mid_save

from promplan.language import Problem
from promplan.plan import VERSION, Plan
from promplan.plan.codec import dumps
from promplan.plan.migrations import LaterVersion
from promplan.plan.reading import regular
from promplan.plan.store import NAME, Conflict, FileStore, MemoryStore, find_plan, read


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / NAME


def test_a_change_is_on_the_disk_when_the_call_returns(file):
    FileStore(file).put("brief", {"client": "press office"})
    assert read(file).brief.client == "press office"


def test_reopened_the_file_is_the_same_to_the_byte(file):
    FileStore(file).put("brief", {"client": "пресс-служба"})
    before = file.read_bytes()
    FileStore(file)
    assert file.read_bytes() == before


def test_two_open_notebooks_do_not_overwrite_each_other(file):
    lesson, exercise = FileStore(file), FileStore(file)
    lesson.answer({"q1": "a"})
    exercise.put("brief", {"client": "c"})
    lesson.add("enterprise.facts", {"statement": "s"})
    plan = read(file)
    assert (plan.answers.given[0].answer, plan.brief.client, plan.enterprise.facts[0].statement) == ("a", "c", "s")


def test_the_other_notebook_follows_and_tells_its_widgets(file):
    one, other = FileStore(file), FileStore(file)
    told = []
    other.watch(lambda: told.append(other.plan.team.name))
    one.put("team", {"name": "Arc"})
    assert other.refresh() and told == ["Arc"]
    assert not other.refresh()


def test_the_very_first_change_tells_the_widgets_too(file):
    store, told = FileStore(file), []
    store.watch(lambda: told.append(len(store.plan.enterprise.facts)))
    store.add("enterprise.facts", {})
    assert told == [1]


def test_two_edits_of_one_object_conflict_across_notebooks(file):
    one, other = FileStore(file), FileStore(file)
    seen = {"client": ""}
    one.put("brief", {"client": "one"}, seen=seen)
    with pytest.raises(Conflict):
        other.put("brief", {"client": "other"}, seen=seen)
    assert read(file).brief.client == "one"


def test_a_damaged_file_is_set_aside_and_the_newest_good_backup_opens(file):
    FileStore(file).put("brief", {"client": "kept"})
    FileStore(file)  # a session starts: a backup
    half = file.read_bytes()[:50]
    file.write_bytes(half)
    store = FileStore(file)
    assert store.plan.brief.client == "kept"
    assert (file.parent / "media-plan.unreadable-1.json").read_bytes() == half
    assert "unreadable-1" in str(store.notice) and "backup" in str(store.notice)
    assert read(file).brief.client == "kept"


def test_a_damaged_file_without_a_backup_opens_blank_and_is_kept(file):
    file.write_bytes(b"{")
    store = FileStore(file)
    assert store.plan == Plan() and (file.parent / "media-plan.unreadable-1.json").exists()


def test_a_file_of_a_later_version_is_not_touched(file):
    text = dumps(Plan()).replace(f'"schema_version": {VERSION}'.encode(), b'"schema_version": 99')
    file.write_bytes(text)
    with pytest.raises(LaterVersion):
        FileStore(file)
    assert file.read_bytes() == text and [one.name for one in file.parent.glob("*.json")] == [NAME]


def test_stray_temporary_files_are_swept_at_the_next_opening(file):
    stray = file.parent / f".{NAME}.abc.tmp"
    stray.write_text("half")
    FileStore(file)
    assert not stray.exists()


def test_a_full_disk_says_so_and_the_old_plan_stays(file, monkeypatch):
    store = FileStore(file)
    store.put("brief", {"client": "old"})

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Problem, match="disk is full"):
        store.put("brief", {"client": "new"})
    assert read(file).brief.client == store.plan.brief.client == "old"
    assert not list(file.parent.glob(".*.tmp"))


def test_a_memory_store_writes_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    MemoryStore().put("brief", {"client": "c"})
    assert list(tmp_path.iterdir()) == []


def test_the_plan_is_found_upwards_from_the_notebook(tmp_path):
    (tmp_path / ".promplan").write_text("{}")
    deep = tmp_path / "exercises" / "en"
    deep.mkdir(parents=True)
    assert find_plan(deep) == tmp_path / NAME


def test_kills_in_mid_save_lose_nothing_that_was_acknowledged(file):
    assert killed_in_mid_save(file, kills=12) >= 12


TWO = """
import sys
from pathlib import Path
from promplan.plan.store import FileStore
store = FileStore(Path(sys.argv[1]))
for number in range(40):
    store.add("enterprise.facts", {"statement": sys.argv[2]})
"""


def test_two_processes_that_write_at_once_lose_nothing(file):
    writers = [subprocess.Popen([sys.executable, "-c", TWO, str(file), name]) for name in ("lesson", "exercise")]
    assert [one.wait() for one in writers] == [0, 0]
    facts = read(file).enterprise.facts
    assert sorted(one.statement for one in facts) == ["exercise"] * 40 + ["lesson"] * 40
    assert len({one.id for one in facts}) == 80


def test_a_save_is_noted_as_one_and_not_as_something_that_was_brought(file):
    store = FileStore(file)
    first = store.revision
    store.put("brief", {"client": "press office"})
    *_, last = file.with_name(f".{NAME}.history").read_text("ascii").splitlines()
    assert last.split() == [store.revision[:16], "=", *([first[:16]] if first else ["-"])]


@pytest.fixture
def held(monkeypatch):
    """A file that another program holds for so many looks; counts them."""
    looks = []

    def hold(times: int) -> list[Path]:
        def once_free(path: Path, most: int):
            looks.append(path)
            if len(looks) <= times:
                raise PermissionError(errno.EACCES, "held")
            return regular(path, most)

        monkeypatch.setattr("promplan.plan.store.reading.regular", once_free)
        return looks

    return hold


def test_a_change_waits_for_a_program_that_holds_the_file_a_moment(file, held):
    store = FileStore(file)
    store.put("brief", {"client": "press office"})
    looks = held(1)
    store.put("brief", {"contact": "Anna"})
    assert len(looks) == 2 and read(file).brief.contact == "Anna"


def test_a_look_in_between_waits_for_nobody(file, held):
    one, other = FileStore(file), FileStore(file)
    other.put("brief", {"client": "press office"})
    looks = held(1)
    assert not one.refresh() and len(looks) == 1
    assert one.refresh() and one.plan.brief.client == "press office"
