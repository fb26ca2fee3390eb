"""Is the good version still there after five more starts, and does the folder stay small?"""

import os
from pathlib import Path

import pytest

from promplan.plan.backup import DAY, DAYS, KEPT, LAST, PAUSE, Backups
from promplan.plan.codec import LIMIT, loads
from promplan.plan.store import NAME, FileStore

NOON = 1_793_188_800  # 28 October 2026


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / NAME


def backups(file: Path) -> Backups:
    return Backups(file)


def written_at(file: Path, backup: str, second: int) -> None:
    os.utime(file.parent / "plan-backups" / backup, (second, second))


def names(file: Path) -> list[str]:
    return [one.file.name for one in backups(file).all()]


def test_at_most_one_is_made_in_ten_minutes(file):
    store = FileStore(file)
    for number in range(20):
        store.put("team", {"name": str(number)})
    assert names(file) == ["media-plan-1.json"]


def test_after_ten_minutes_there_is_one_more(file):
    store = FileStore(file)
    store.put("team", {"name": "a"})
    written_at(file, "media-plan-1.json", int(file.stat().st_mtime) - PAUSE - 1)
    store.put("team", {"name": "b"})
    assert names(file) == ["media-plan-1.json", "media-plan-2.json"]


def test_a_start_that_brings_nothing_new_makes_none(file):
    FileStore(file).put("team", {"name": "a"})
    for _ in range(9):
        FileStore(file)
    assert names(file) == ["media-plan-1.json"]


def test_of_many_starts_the_last_five_are_kept(file):
    for number in range(12):
        FileStore(file).put("team", {"name": f"session {number}"})
    assert len(names(file)) == LAST


def test_the_last_of_each_of_seven_days_is_kept(file):
    FileStore(file).put("team", {"name": "a"})
    there = backups(file)
    for day in range(12):
        for hour in range(8):
            name = there.keep(f"{day} {hour}".encode(), always=True)
            written_at(file, name, NOON + day * DAY + hour)
    there.keep(b"today", always=True)
    texts = [one.file.read_bytes().decode() for one in there.all()]
    assert all(f"{day} 7" in texts for day in range(6, 12)) and "5 7" not in texts
    assert len(texts) <= LAST + DAYS


def test_what_start_over_keeps_outlives_the_starts_that_follow(file):
    store = FileStore(file)
    store.put("brief", {"client": "the work of a morning"})
    store.put("brief", {"contact": "Anna"})
    store.keep()
    store.replace(lambda plan: type(plan)())
    for number in range(9):
        FileStore(file).put("team", {"name": f"session {number}"})
    kept = [one for one in backups(file).all() if one.kept]
    assert [loads(one.file.read_bytes()).brief.contact for one in kept] == ["Anna"]


def test_the_folder_never_grows_without_bound(file):
    FileStore(file).put("team", {"name": "a"})
    there = backups(file)
    for number in range(KEPT + 20):
        there.keep(str(number).encode(), kept=True)
    assert len([one for one in there.all() if one.kept]) == KEPT
    assert there.all()[-1].file.read_bytes() == str(KEPT + 19).encode()


def test_the_same_text_is_kept_once(file):
    FileStore(file).put("team", {"name": "a"})
    there = backups(file)
    assert {there.keep(b"same", kept=True), there.keep(b"other", kept=True), there.keep(b"same", kept=True)} == {
        "media-plan-kept-2.json",
        "media-plan-kept-3.json",
    }


def test_a_backup_from_the_future_stops_none(file):
    """The clock was set back after it was made."""
    store = FileStore(file)
    store.put("team", {"name": "a"})
    written_at(file, "media-plan-1.json", int(file.stat().st_mtime) + 90 * DAY)
    store.put("team", {"name": "b"})
    assert len(names(file)) == 2


def test_half_a_backup_is_never_there(file, monkeypatch):
    store = FileStore(file)

    def torn(_: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", torn)
    with pytest.raises(OSError):
        backups(file).keep(b"text", always=True)
    assert names(file) == [] and not list((file.parent / "plan-backups").iterdir())
    assert store.plan.team.name == ""


def test_a_backup_that_cannot_be_read_is_passed_over(file):
    FileStore(file).put("brief", {"client": "good"})
    FileStore(file)
    (file.parent / "plan-backups" / "media-plan-7.json").mkdir()
    (file.parent / "plan-backups" / "media-plan-8.json").write_bytes(b"\xff" * 100)
    file.write_bytes(b"{")
    assert FileStore(file).plan.brief.client == "good"


def test_a_number_that_is_taken_is_not_written_over(file):
    FileStore(file).put("team", {"name": "a"})
    (file.parent / "plan-backups" / "media-plan-2.json").mkdir()
    assert backups(file).keep(b"text", always=True) == "media-plan-3.json"


def test_of_backups_in_one_hour_the_last_five_stay_and_of_those_kept_for_a_reason_a_hundred(tmp_path):
    plan = tmp_path / NAME
    plan.write_bytes(b"{}")
    backups = Backups(plan)
    for number in range(9):
        backups.keep(b"%d" % number, always=True)
    assert [one.file.read_bytes() for one in backups.all()] == [b"4", b"5", b"6", b"7", b"8"]
    for number in range(102):
        backups.keep(b"kept %d" % number, kept=True)
    kept = [one.file.read_bytes() for one in backups.all() if one.kept]
    assert (len(kept), kept[0], kept[-1]) == (100, b"kept 2", b"kept 101")


def test_before_the_first_save_there_is_no_folder_of_backups(file):
    store = FileStore(file)
    assert names(file) == [] and not (file.parent / "plan-backups").exists()
    store.put("team", {"name": "a"})
    assert names(file) == ["media-plan-1.json"]


@pytest.mark.parametrize(("seconds", "one_more"), [(0, False), (PAUSE - 1, False), (PAUSE, True)])
def test_ten_minutes_are_counted_from_the_last_backup(file, seconds, one_more):
    file.write_bytes(b"{}")
    there = backups(file)
    there.keep(b"first")
    os.utime(file, (NOON, NOON))
    written_at(file, "media-plan-1.json", NOON - seconds)
    assert bool(there.keep(b"second")) is one_more


def test_what_is_kept_is_read_back_newest_first_under_the_name_that_was_said(file):
    file.write_bytes(b"{}")
    there = backups(file)
    assert there.newest_first() == []
    assert there.keep(b"one") == "media-plan-1.json"
    written_at(file, "media-plan-1.json", int(file.stat().st_mtime) - 1)
    assert there.keep(b"two") == "", "it is too early for one more"
    assert there.keep(b"two", always=True) == "media-plan-2.json"
    assert there.keep(b"six", kept=True) == "media-plan-kept-3.json"
    assert there.newest_first() == [b"six", b"two", b"one"]


def test_what_is_kept_for_a_reason_is_not_left_among_what_time_takes_away(file):
    file.write_bytes(b"{}")
    there = backups(file)
    there.keep(b"one", always=True)
    assert there.keep(b"one", kept=True) == "media-plan-1.json", "it is the newest, nothing has come after it"
    there.keep(b"two", always=True)
    assert there.keep(b"one", kept=True) == "media-plan-kept-3.json"
    assert there.keep(b"one", always=True) == "media-plan-kept-3.json", "and once kept it need not be kept again"
    assert there.keep(b"uno", always=True) == "media-plan-4.json", "as long, and another text"


def test_a_backup_of_another_plan_in_the_folder_is_none_of_ours(file):
    file.write_bytes(b"{}")
    other = backups(file.with_name("other.json"))
    other.plan.write_bytes(b"{}")
    other.keep(b"theirs", always=True)
    assert names(file) == [] and backups(file).keep(b"ours", always=True) == "media-plan-1.json"
    assert [one.file.name for one in other.all()] == ["other-1.json"]


def test_unreadable_files_are_set_aside_one_after_another(file):
    for number in (1, 2, 3):
        file.write_bytes(b"%d" % number)
        assert backups(file).set_aside() == f"media-plan.unreadable-{number}.json"
    found = {one.name: one.read_bytes() for one in file.parent.iterdir()}
    assert found == {f"media-plan.unreadable-{n}.json": b"%d" % n for n in (1, 2, 3)}


def test_a_backup_of_yesterday_stays_beside_five_of_today(file):
    file.write_bytes(b"{}")
    there = backups(file)
    for hour in (1, 2):
        written_at(file, there.keep(b"yesterday %d" % hour, always=True), NOON - DAY + hour)
    for hour in range(7):
        written_at(file, there.keep(b"today %d" % hour, always=True), NOON + hour)
    there.keep(b"last", always=True)
    left = [one.file.read_bytes() for one in there.all()]
    assert left[0] == b"yesterday 2" and b"yesterday 1" not in left and b"last" in left


def test_a_backup_larger_than_any_plan_is_passed_over(file):
    (file.parent / "plan-backups").mkdir()
    (file.parent / "plan-backups" / "media-plan-1.json").write_bytes(b" " * LIMIT)
    (file.parent / "plan-backups" / "media-plan-2.json").write_bytes(b" " * (LIMIT + 1))
    assert [len(text) for text in backups(file).newest_first()] == [LIMIT]
