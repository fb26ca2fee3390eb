"""When does a store look at its file, what does it wait for, and what does it do where the file is gone or spoilt?"""

import errno
import os
import shutil
from pathlib import Path

import pytest

from promplan.language import Problem
from promplan.plan import Plan
from promplan.plan import store as module
from promplan.plan.codec import dumps, loads
from promplan.plan.enterprise import Fact
from promplan.plan.merging.three_way import merge
from promplan.plan.meta import Meta
from promplan.plan.store import LARGE, NAME, FileStore, find_plan, read


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / NAME


@pytest.fixture
def store(file) -> FileStore:
    store = FileStore(file, Plan(meta=Meta(plan_id="ours")))
    store.put("brief", {"client": "press office"})
    return store


def told(store: FileStore) -> str:
    return " ".join(map(str, store.notices))


def other_team() -> bytes:
    return dumps(Plan(meta=Meta(plan_id="another"), enterprise={"facts": [Fact(id="F1", statement="theirs")]}))


def backed_up(file: Path) -> list[Plan]:
    return [loads(one.read_bytes()) for one in (file.parent / "plan-backups").glob("media-plan-*.json")]


# looking


@pytest.fixture
def opened(file, monkeypatch) -> list[Path]:
    """Each time that the plan's file is opened for reading."""
    found: list[Path] = []
    real = os.open

    def look(path: object, *more: object, **named: object) -> int:
        if path == file:
            found.append(file)
        return real(path, *more, **named)

    monkeypatch.setattr(os, "open", look)
    return found


def test_an_unchanged_file_is_not_read_again(file, opened):
    FileStore(file).put("brief", {"client": "press office"})
    store, other = FileStore(file), FileStore(file)
    opened.clear()
    assert not store.refresh() and not opened, "as it was opened"
    other.put("brief", {"contact": "Anna"})
    opened.clear()
    assert store.refresh() and len(opened) == 1, "another notebook saved"
    assert not store.refresh() and len(opened) == 1, "it is followed already"
    store.put("brief", {"contact": "Boris"})
    opened.clear()
    assert not store.refresh() and not opened, "its own save is no news"


def test_a_look_at_a_file_that_is_gone_or_half_written_changes_nothing_and_says_nothing(file, store):
    held, seen = store.plan, []
    store.watch(lambda: seen.append(1))
    whole = file.read_bytes()
    for spoil in (lambda: file.write_bytes(whole[:60]), file.unlink):
        spoil()
        assert not store.refresh() and store.plan == held and store.notices == [] and seen == []


def test_a_file_that_is_half_written_just_now_is_waited_for(file, store, monkeypatch):
    other = FileStore(file)
    other.put("brief", {"contact": "Anna"})
    whole = file.read_bytes()
    file.write_bytes(whole[:60])
    monkeypatch.setattr(module.time, "sleep", lambda _: file.write_bytes(whole))
    store.put("team", {"name": "Arc"})
    assert (read(file).brief.contact, read(file).team.name) == ("Anna", "Arc")
    assert not list(file.parent.glob("*unreadable*")) and store.notices == []


def test_the_wait_for_half_a_file_ends_within_a_second_or_two(file, store, monkeypatch):
    waited: list[float] = []
    monkeypatch.setattr(module.time, "sleep", waited.append)
    file.write_bytes(b"{")
    store.put("team", {"name": "Arc"})
    assert 0.5 < sum(waited) < 2 and read(file).team.name == "Arc"
    assert "set aside as media-plan.unreadable-1.json and written again" in told(store)


def test_a_file_that_is_gone_is_written_again_and_said(file, store):
    file.unlink()
    store.put("team", {"name": "Arc"})
    assert (read(file).brief.client, read(file).team.name) == ("press office", "Arc")
    assert "The plan's file was gone; it was written again" in told(store)


def test_the_first_save_of_a_new_plan_says_nothing_of_a_file_that_was_gone(file):
    store = FileStore(file)
    store.put("team", {"name": "Arc"})
    assert store.notices == []


def test_a_question_goes_with_the_file_that_it_was_about(file, store):
    file.write_bytes(other_team())
    store.refresh()
    assert store.arrived is not None
    file.unlink()
    store.put("team", {"name": "Arc"})
    assert store.arrived is None and read(file).meta.plan_id == "ours" and read(file).team.name == "Arc"


def test_a_view_hears_of_a_notice_that_a_change_brought_and_of_the_change_once(file, store):
    seen: list[int] = []
    store.watch(lambda: seen.append(len(store.notices)))
    file.unlink()
    store.put("team", {"name": "Arc"})
    assert seen == [1]


# opening


def test_a_file_larger_than_any_plan_is_set_aside_like_any_other_that_cannot_be_read(file):
    with file.open("wb") as stream:
        stream.truncate(LARGE + 1)
    store = FileStore(file)
    assert store.plan == Plan() and "at most 1000000" in told(store) and "unreadable-1" in told(store)
    with pytest.raises(Problem, match="far too large"):
        read(file.with_name("media-plan.unreadable-1.json"))


def test_a_damaged_plan_whose_lock_cannot_be_had_is_refused_and_left_where_it_lies(file):
    file.with_name(f"{NAME}.lock").mkdir()
    file.write_bytes(b"{")
    with pytest.raises(Problem, match="damaged at line 1"):
        FileStore(file)
    assert file.read_bytes() == b"{" and not list(file.parent.glob("*unreadable*"))


def test_a_whole_plan_whose_lock_cannot_be_had_is_shown_and_nothing_is_saved(file, store):
    file.with_name(f"{NAME}.lock").unlink()
    file.with_name(f"{NAME}.lock").mkdir()
    opened, before = FileStore(file), file.read_bytes()
    assert opened.plan == store.plan and f"the file {NAME}.lock beside it cannot be used" in told(opened)
    with pytest.raises(Problem, match="cannot be saved"):
        opened.put("team", {"name": "Arc"})
    assert file.read_bytes() == before and opened.plan == store.plan


def test_a_plan_is_backed_up_when_a_session_starts_however_young_the_last_backup_is(file, store):
    FileStore(file).put("team", {"name": "Arc"})
    FileStore(file)
    assert [one.team.name for one in sorted(backed_up(file), key=lambda one: one.team.name)] == ["", "Arc"]


def test_a_plan_opens_as_it_is_told_to_begin_only_where_there_is_none(file):
    blank = Plan(meta=Meta(plan_id="new"))
    store = FileStore(file, blank)
    assert store.plan == blank and store.where == NAME and not file.exists()
    store.put("team", {"name": "Arc"})
    assert FileStore(file, Plan(meta=Meta(plan_id="newer"))).plan.meta.plan_id == "new"
    assert "There is no" not in told(store)


# choosing, where backups went in between


@pytest.mark.parametrize("choice", ["take_theirs", "keep_mine", "join"])
def test_what_goes_at_a_choice_is_in_a_backup_even_where_somebody_emptied_the_folder(file, store, choice):
    mine, theirs = store.plan, Plan(meta=Meta(plan_id="ours"), team={"name": "Bow"}, brief={"client": "press office"})
    store.add("enterprise.facts", {"statement": "14 presses"})
    mine = store.plan
    file.write_bytes(dumps(theirs))
    store.refresh()
    shutil.rmtree(file.parent / "plan-backups")
    more = [lambda one, other: merge(one, other).plan] if choice == "join" else []
    getattr(store, choice)(store.arrived, *more)
    assert store.arrived is None and read(file) == store.plan
    gone = {"take_theirs": [mine], "keep_mine": [theirs], "join": [mine, theirs]}[choice]
    assert all(one in backed_up(file) for one in gone)
    assert {"take_theirs": "Theirs is your plan now", "keep_mine": "Yours stays your plan", "join": "Both are joined"}[
        choice
    ] in told(store)


@pytest.mark.parametrize("choice", ["take_theirs", "keep_mine"])
def test_a_choice_names_the_backup_of_what_went(file, store, choice):
    file.write_bytes(other_team())
    store.refresh()
    gone = store.plan if choice == "take_theirs" else loads(other_team())
    getattr(store, choice)(store.arrived)
    name = str(store.notice).rpartition("plan-backups/")[2].rstrip(".")
    assert read(file.parent / "plan-backups" / name) == gone


def test_a_choice_is_followed_by_saves_and_is_no_question_to_who_opens_the_plan_next(file, store):
    for choice in ("keep_mine", "take_theirs"):
        file.write_bytes(other_team().replace(b"theirs", choice.encode()))
        store.refresh()
        getattr(store, choice)(store.arrived)
        store.put("team", {"name": choice})
        assert store.arrived is None and FileStore(file).notices == [] and read(file).team.name == choice


# backups on demand


def test_what_is_kept_on_demand_is_the_newest_file_and_else_what_is_held(file, store):
    other = FileStore(file)
    other.put("team", {"name": "Arc"})
    store.keep()
    assert [one.team.name for one in backed_up(file)].count("Arc") == 1
    shutil.rmtree(file.parent / "plan-backups")
    file.unlink()
    store.keep()
    assert [one.brief.client for one in backed_up(file)] == ["press office"]


def test_nothing_is_kept_of_a_plan_that_was_never_saved(file):
    FileStore(file).keep()
    assert not (file.parent / "plan-backups").exists()


def test_what_cannot_be_kept_on_demand_is_said_before_anything_goes(file, store):
    shutil.rmtree(file.parent / "plan-backups")
    (file.parent / "plan-backups").write_text("in the way")
    with pytest.raises(Problem, match=r"Nothing was changed, because no backup could be kept in plan-backups \(.+\)"):
        store.keep()


def test_a_small_change_keeps_no_backup_of_its_own_and_a_large_loss_does(file, store):
    for number in range(20):
        store.add("enterprise.facts", {"statement": f"fact {number} " + "x" * 100})
    before = len(backed_up(file))
    store.remove("enterprise.facts/F1")
    assert len(backed_up(file)) == before
    held = store.plan
    store.replace(lambda plan: plan.model_copy(update={"enterprise": type(plan.enterprise)()}))
    assert held in backed_up(file)


# where


def test_a_plan_is_looked_for_upwards_and_begins_where_one_stands(tmp_path):
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    assert find_plan(deep) == deep / NAME
    (tmp_path / NAME).write_bytes(b"{}")
    assert find_plan(deep) == tmp_path / NAME
    (tmp_path / "a" / NAME).write_bytes(b"{}")
    assert find_plan(deep) == tmp_path / "a" / NAME, "the nearest"


def test_a_drive_that_loses_its_locks_while_the_notebook_is_open_is_told_once(file, store, monkeypatch):
    fcntl = pytest.importorskip("fcntl")

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    assert store.notices == []
    monkeypatch.setattr(fcntl, "flock", refuse)
    for name in ("Arc", "Bow"):
        store.put("team", {"name": name})
    assert told(store).count("knows no locks") == 1 and read(file).team.name == "Bow"


def test_a_notebook_that_could_not_be_locked_when_it_was_opened_saves_as_soon_as_it_can(file, store):
    lock = file.with_name(f"{NAME}.lock")
    lock.unlink()
    lock.mkdir()
    opened = FileStore(file)
    lock.rmdir()
    opened.put("team", {"name": "Arc"})
    assert read(file).team.name == "Arc" and read(file).brief.client == "press office"


@pytest.mark.parametrize("choice", ["take_theirs", "keep_mine"])
def test_nothing_is_chosen_about_a_file_that_is_gone(file, store, choice):
    file.write_bytes(other_team())
    store.refresh()
    held, shown = store.plan, store.arrived
    file.unlink()
    with pytest.raises(Problem, match="changed once more since you were asked"):
        getattr(store, choice)(shown)
    assert store.plan == held and not file.exists()


def test_of_many_backups_the_newest_good_one_is_opened(file, store):
    for name in ("Arc", "Bow", "Crane"):
        store.put("team", {"name": name})
        store.keep()
    newest = max((file.parent / "plan-backups").iterdir(), key=lambda one: int(one.stem.rpartition("-")[2]))
    newest.write_bytes(b"{")
    file.write_bytes(b"{")
    opened = FileStore(file)
    assert opened.plan.team.name == read(file).team.name == "Bow"
    assert told(opened).count("Your newest good backup is open.") == 1


@pytest.mark.filterwarnings("ignore:flock not supported")
def test_a_drive_without_locks_is_told_as_soon_as_the_plan_is_opened(file, monkeypatch):
    fcntl = pytest.importorskip("fcntl")

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    assert told(FileStore(file)).count("knows no locks") == 1
