"""Is a file that does not come from what a notebook holds ever followed in silence, and is either side ever lost?"""

import shutil
from pathlib import Path

import pytest

from promplan.language import Problem
from promplan.plan import Plan
from promplan.plan.arrival import Asked
from promplan.plan.codec import dumps, loads
from promplan.plan.enterprise import Fact
from promplan.plan.lineage import FEWER, MOST, Lineage
from promplan.plan.merging.three_way import merge
from promplan.plan.meta import Meta
from promplan.plan.store import NAME, FileStore, read


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / NAME


@pytest.fixture
def store(file) -> FileStore:
    """A notebook with work in it."""
    store = FileStore(file, Plan(meta=Meta(plan_id="ours")))
    for number in range(5):
        store.add("enterprise.facts", {"statement": f"fact {number}"})
    return store


def told(store: FileStore) -> str:
    return " ".join(map(str, store.notices))


def backed_up(file: Path) -> list[Plan]:
    return [loads(one.read_bytes()) for one in (file.parent / "plan-backups").glob("media-plan-*.json")]


def other_team() -> bytes:
    return dumps(Plan(meta=Meta(plan_id="another"), enterprise={"facts": [Fact(id="F1", statement="theirs")]}))


def asked(store: FileStore) -> str:
    store.refresh()
    assert store.arrived is not None
    return store.arrived.kind


# what is followed


def test_another_notebooks_saves_are_followed_without_a_word(file, store):
    other = FileStore(file)
    other.put("brief", {"client": "c"})
    other.remove("enterprise.facts/F1")
    assert store.refresh() and store.plan == other.plan and store.notices == [] and store.arrived is None


def test_a_text_typed_taken_back_and_typed_anew_is_followed(file, store):
    other = FileStore(file)
    for client in ("a", "", "a", "b", "", "a"):
        other.put("brief", {"client": client})
        store.refresh()
        assert store.plan.brief.client == client and store.notices == [] and store.arrived is None


def test_a_correction_by_hand_is_followed_and_what_was_held_is_in_a_backup(file, store):
    held = store.plan
    file.write_bytes(file.read_bytes().replace(b"fact 3", b"fact three"))
    assert store.refresh() and store.plan.enterprise.facts[3].statement == "fact three"
    assert held in backed_up(file) and "changed outside of this notebook" in told(store)


def test_the_same_plan_laid_out_otherwise_is_no_news(file, store):
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    store.refresh()
    assert store.notices == [] and store.arrived is None
    store.put("brief", {"client": "c"})
    assert read(file).brief.client == "c"


# what is asked about


def test_another_teams_plan_is_asked_about_and_nothing_is_saved_over_it(file, store):
    held = store.plan
    file.write_bytes(other_team())
    assert asked(store) == "other" and store.plan == held and held in backed_up(file)
    with pytest.raises(Asked, match="There is another plan where yours was"):
        store.put("brief", {"client": "c"})
    assert file.read_bytes() == other_team() and store.plan == held


def test_an_older_copy_is_asked_about(file, store):
    shutil.copy(file, file.with_name("older.json"))
    for number in range(30):
        store.add("enterprise.facts", {"statement": f"later {number}"})
    held = store.plan
    shutil.copy(file.with_name("older.json"), file)
    assert asked(store) == "older" and store.plan == held and held in backed_up(file)


def test_a_save_over_an_older_copy_is_asked_about_too(file, store):
    old = file.read_bytes()
    store.put("brief", {"client": "later"})
    file.write_bytes(old)
    FileStore(file).put("brief", {"contact": "made from the older one"})
    assert asked(store) == "apart"


def test_a_teammates_copy_in_which_things_are_missing_is_asked_about(file, store):
    file.write_bytes(dumps(Plan(meta=Meta(plan_id="ours"), enterprise={"facts": [Fact(id="F1", statement="theirs")]})))
    assert asked(store) == "lacking"


def test_what_cannot_be_backed_up_is_asked_about_before_it_is_followed(file, store):
    shutil.rmtree(file.parent / "plan-backups")
    (file.parent / "plan-backups").write_text("in the way")
    file.write_bytes(file.read_bytes().replace(b"fact 3", b"fact three"))
    assert asked(store) == "unkept" and store.plan.enterprise.facts[3].statement == "fact 3"


def test_the_question_goes_when_the_file_is_put_back(file, store):
    mine = file.read_bytes()
    file.write_bytes(other_team())
    asked(store)
    file.write_bytes(mine)
    store.refresh()
    assert store.arrived is None
    store.put("brief", {"client": "c"})


def test_views_hear_of_a_question(file, store):
    seen = []
    store.watch(lambda: seen.append(store.arrived is not None))
    file.write_bytes(other_team())
    store.refresh()
    assert seen == [True]


# what is chosen


def test_theirs_is_taken_and_mine_is_in_a_backup(file, store):
    mine = store.plan
    file.write_bytes(other_team())
    asked(store)
    store.take_theirs(store.arrived)
    assert store.plan == read(file) == loads(other_team()) and mine in backed_up(file) and store.arrived is None
    store.put("brief", {"client": "c"})
    assert read(file).meta.plan_id == "another" and read(file).brief.client == "c"


def test_mine_is_kept_and_theirs_is_in_a_backup(file, store):
    mine = store.plan
    file.write_bytes(other_team())
    asked(store)
    store.keep_mine(store.arrived)
    assert store.plan == read(file) == mine and loads(other_team()) in backed_up(file) and store.arrived is None


def test_both_are_joined_and_both_are_in_backups(file, store):
    mine = store.plan
    theirs = Plan(meta=Meta(plan_id="ours"), enterprise={"facts": [Fact(id="F9", statement="theirs alone")]})
    file.write_bytes(dumps(theirs))
    asked(store)
    store.join(store.arrived, lambda one, other: merge(one, other).plan)
    statements = {one.statement for one in read(file).enterprise.facts}
    assert statements == {"theirs alone", *(f"fact {n}" for n in range(5))}
    assert mine in backed_up(file) and theirs in backed_up(file) and store.plan == read(file)


@pytest.mark.parametrize("choice", ["take_theirs", "keep_mine"])
def test_the_other_notebook_follows_what_was_chosen_here(file, store, choice):
    other = FileStore(file)
    file.write_bytes(other_team())
    assert asked(store) == asked(other) == "other"
    getattr(store, choice)(store.arrived)
    other.refresh()
    assert other.arrived is None and other.plan == store.plan


def test_a_file_that_changed_after_the_question_is_not_chosen_unseen(file, store):
    file.write_bytes(other_team())
    asked(store)
    shown = store.arrived
    file.write_bytes(other_team().replace(b"theirs", b"theirs, later"))
    for choice in (store.take_theirs, store.keep_mine):
        with pytest.raises(Problem, match="changed once more"):
            choice(shown)
    assert b"theirs, later" in file.read_bytes()


def test_what_cannot_be_backed_up_is_not_written_over(file, store):
    shutil.rmtree(file.parent / "plan-backups")
    (file.parent / "plan-backups").write_text("in the way")
    file.write_bytes(other_team())
    asked(store)
    with pytest.raises(Problem, match="Nothing was changed"):
        store.keep_mine(store.arrived)
    assert file.read_bytes() == other_team()


# what is opened


def test_an_older_copy_that_is_opened_is_told(file, store):
    old = file.read_bytes()
    store.put("brief", {"client": "later"})
    file.write_bytes(old)
    assert "older copy" in told(FileStore(file))


def test_a_copy_from_elsewhere_is_opened_without_a_word_and_goes_on(file):
    file.write_bytes(other_team())
    store = FileStore(file)
    store.put("brief", {"client": "c"})
    assert store.notices == [] and FileStore(file).notices == []


def test_a_kill_between_the_plan_and_its_history_costs_a_backup_and_nothing_else(file, store, monkeypatch):
    other = FileStore(file)
    with monkeypatch.context() as patched:
        patched.setattr(Lineage, "saved", lambda *_, **__: None)
        other.put("brief", {"client": "c"})
    FileStore(file).put("brief", {"contact": "d"})
    store.refresh()
    assert store.arrived is None and (store.plan.brief.client, store.plan.brief.contact) == ("c", "d")


@pytest.mark.parametrize("spoilt", [b"", b"\xff\xfe nonsense\n" * 9, None])
def test_a_spoilt_history_spoils_nothing(file, store, spoilt):
    other, history = FileStore(file), Lineage(file).file
    history.unlink() if spoilt is None else history.write_bytes(spoilt)
    other.put("brief", {"client": "c"})
    store.refresh()
    assert store.plan.brief.client == "c" and store.arrived is None
    other.put("brief", {"client": "d"})
    before = store.notices
    store.refresh()
    assert store.plan.brief.client == "d" and store.notices == before


# the history itself


def test_the_history_stays_small_and_knows_the_last_revisions(file):
    lineage = Lineage(file)
    for number in range(9000):
        lineage.saved(f"{number:016d}", f"{number - 1:016d}")
    assert FEWER / 2 < lineage.file.stat().st_size <= MOST + 100
    assert lineage.relation(f"{8000:016d}", f"{8999:016d}") == "newer"
    assert lineage.relation(f"{8999:016d}", f"{8000:016d}") == "older"
    assert lineage.relation(f"{8999:016d}", f"{3:016d}") == "unknown"


def test_a_walk_back_goes_along_the_lines_and_not_in_circles(file):
    lineage = Lineage(file)
    for child, parent in ("a-", "ba", "ab", "ba", "ab", "ca"):
        lineage.saved(child, parent)
    assert lineage.relation("a", "c") == "newer" and lineage.relation("a", "b") == "older"
    lineage.saved("d", "b")
    assert lineage.relation("c", "d") == "apart" and lineage.relation("b", "d") == "newer"
    lineage.saved("e", "d", taken=True)
    assert lineage.relation("d", "e") == "taken"


def test_the_other_notebook_that_follows_a_correction_by_hand_backs_up_what_it_held_and_says_so(file, store):
    other = FileStore(file)
    held = other.plan
    file.write_bytes(file.read_bytes().replace(b"fact 3", b"fact three"))
    store.refresh()
    shutil.rmtree(file.parent / "plan-backups")
    assert other.refresh() and other.plan == store.plan
    assert held in backed_up(file) and "changed outside of this notebook" in told(other)


def test_the_other_notebook_that_follows_what_was_taken_here_says_so(file, store):
    other = FileStore(file)
    file.write_bytes(other_team())
    asked(store)
    store.take_theirs(store.arrived)
    assert other.refresh() and other.plan.meta.plan_id == "another" and other.arrived is None
    assert "changed outside of this notebook" in told(other)
    store.put("brief", {"client": "c"})
    before = other.notices
    assert other.refresh() and other.notices == before


def test_joining_is_followed_without_a_word_by_who_held_one_of_both(file, store):
    other = FileStore(file)
    file.write_bytes(dumps(Plan(meta=Meta(plan_id="ours"), enterprise={"facts": [Fact(id="F9", statement="theirs")]})))
    asked(store)
    store.join(store.arrived, lambda one, more: merge(one, more).plan)
    assert other.refresh() and other.plan == store.plan and other.notices == []


def last_note(file: Path) -> list[str]:
    return file.with_name(f".{NAME}.history").read_text("ascii").splitlines()[-1].split()


def older(file: Path, store: FileStore) -> None:
    """An older copy is brought back over what two more changes made of it, the last a moment ago."""
    before = file.read_bytes()
    store.put("brief", {"client": f"{store.plan.brief.client}x"})
    file.write_bytes(before)


def test_what_was_chosen_is_noted_as_brought_and_what_was_joined_as_made_from_both(file, store):
    older(file, store)
    assert asked(store) == "older"
    theirs, mine = store.arrived.revision[:16], store.revision[:16]
    store.keep_mine(store.arrived)
    assert last_note(file) == [mine, "~", theirs, mine] and store.arrived is None
    older(file, store)
    assert asked(store) == "older"
    theirs, mine = store.arrived.revision[:16], store.revision[:16]
    store.join(store.arrived, lambda one, other: merge(one, other).plan)
    assert last_note(file)[1:] == ["=", mine, theirs]


def test_both_plans_that_are_joined_are_kept_as_they_were(file, store):
    older(file, store)
    assert asked(store) == "older"
    mine, theirs = store.plan, store.arrived.plan
    kept = file.parent / "plan-backups"
    for one in kept.glob("*.json"):
        one.unlink()
    store.join(store.arrived, lambda one, other: merge(one, other).plan)
    there = backed_up(file)
    assert mine in there and theirs in there
