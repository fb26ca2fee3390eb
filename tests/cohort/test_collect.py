"""Is every plan taken once, under its team, with its files, and is it said which one counts and why?"""

import json
import os
import shutil
from datetime import datetime
from zipfile import ZipFile

import pytest
from cohort.handing import COHORT, collected, dated, handed, packed, plan, raw, text, workshop, zipped

from promplan.cohort.collect import collect
from promplan.cohort.folder import Workshop
from promplan.cohort.keep import plan_of
from promplan.cohort.people import Team
from promplan.cohort.register import read
from promplan.language import Problem
from promplan.plan.migrations import VERSION
from promplan.plan.store import NAME
from promplan.plan.store import read as read_plan


def states(shop: Workshop) -> list[tuple[str, int, bool, str]]:
    """Every plan with whether it counts and why."""
    return [(one.team, one.n, one.counts, one.why) for one in read(shop).taken]


def at(path, day: int) -> None:
    """Give a file a day of November as its date."""
    moment = datetime(2026, 11, day, 12).timestamp()
    os.utime(path, (moment, moment))


def test_a_hand_in_is_kept_with_its_files_and_the_original_stays(tmp_path):
    shop, data = workshop(tmp_path), packed(tmp_path / "a", facts=3)
    done = collected(shop, "Дуга.promplan.zip", data)
    home = shop.collected / "T1" / "1"
    with ZipFile(tmp_path / "a" / "out.zip") as zip_:
        assert (home / NAME).read_bytes() == zip_.read(NAME)
    assert read_plan(home / NAME).team.name == "Дуга" and (home / "posters" / "one.png").exists()
    assert (shop.submissions / "Дуга.promplan.zip").read_bytes() == data and done.taken[0].files == 2
    assert states(shop) == [("T1", 1, True, "the only one")] and [one.id for one in done.missing] == ["T2", "T3"]


def test_a_folder_of_hand_ins_is_read_file_by_file(tmp_path):
    shop = workshop(tmp_path)
    handed(shop, "Дуга.promplan.zip", packed(tmp_path / "a"))
    handed(shop, "Valve/media-plan.json", text("Valve"))
    handed(shop, "Valve/plan-backups/media-plan-1.json", text("Valve", 9))
    handed(shop, "Valve/.venv/lib/media-plan.json", text("Valve", 9))
    handed(shop, "Valve/media-plan-Copy1.json", text("Valve", 9))
    handed(shop, "Уголёк/report.docx", zipped(("[Content_Types].xml", b"")))
    done = collect(shop, [tmp_path / "came"])
    assert sorted(one.team for one in done.taken) == ["T1", "T2"]
    assert [(one.source, one.kind) for one in done.refused] == [("came/Уголёк", "not a plan")]
    assert "2 other files were left" in next(one for one in done.taken if one.team == "T2").cleaned[0]


def test_hand_ins_side_by_side_are_each_for_itself(tmp_path):
    shop = workshop(tmp_path)
    handed(shop, "Дуга.json", text("Дуга"))
    handed(shop, "Valve.zip", zipped(("media-plan.json", text("Valve")), ("readme.txt", b"hello")))
    handed(shop, "Уголёк.rar", b"Rar!\x1a\x07\1\0")
    done = collect(shop, [tmp_path / "came"])
    assert [one.source for one in done.refused] == ["came/Уголёк.rar"] and len(done.taken) == 2
    assert {one.team: bool(one.cleaned) for one in done.taken} == {"T1": False, "T2": True}


def test_a_hand_in_folder_with_its_files_beside_is_read(tmp_path):
    shop = workshop(tmp_path)
    packed(tmp_path / "a")
    (tmp_path / "a" / "out.zip").unlink()
    assert collect(shop, [tmp_path / "a"]).taken[0].files == 2
    assert len(list((shop.collected / "T1/1/plan-files").iterdir())) == 1


def test_what_lies_in_submissions_is_read_where_it_lies(tmp_path):
    shop = workshop(tmp_path)
    shop.submissions.mkdir()
    (shop.submissions / "x.json").write_bytes(text())
    assert [one.source for one in collect(shop).taken] == ["x.json"]


def test_a_link_and_a_pipe_in_a_folder_are_refused_and_stay_refused(tmp_path):
    shop, came = workshop(tmp_path), tmp_path / "came"
    handed(shop, "Valve/media-plan.json", text("Valve"))
    (tmp_path / "secret.json").write_bytes(text("Дуга"))
    (came / "link.json").symlink_to(tmp_path / "secret.json")
    (came / "all").symlink_to(tmp_path)
    os.mkfifo(came / "pipe.json")
    done = collect(shop, [came])
    assert [one.team for one in done.taken] == ["T2"] and [one.kind for one in done.refused] == ["hostile"] * 3
    assert len(collect(shop).register.refused) == 3 and len(collect(shop, [came]).register.refused) == 3


def test_running_it_again_takes_nothing_twice(tmp_path):
    shop = workshop(tmp_path)
    handed(shop, "a.zip", packed(tmp_path / "a"))
    handed(shop, "b.json", text("Valve"))
    handed(shop, "c.zip", b"PK\x03\x04 broken")
    first = collect(shop, [tmp_path / "came"])
    before = shop.register.read_bytes()
    again = collect(shop, [tmp_path / "came"])
    assert len(first.taken) == 2 and not again.taken and shop.register.read_bytes() == before
    assert len(again.register.refused) == 1


def test_the_newest_of_a_team_counts_by_its_date(tmp_path):
    shop = workshop(tmp_path)
    for day, facts in ((3, 1), (9, 5), (6, 2)):
        at(handed(shop, f"{day}.json", text("Дуга", facts)), day)
    collect(shop, [tmp_path / "came"])
    assert [(n, counts) for _, n, counts, _ in states(shop)] == [(1, False), (2, False), (3, True)]
    assert states(shop)[0][3] == "older than number 3, which counts" and "2026-11-09" in states(shop)[2][3]


def test_a_newest_that_holds_less_is_pointed_out(tmp_path):
    shop = workshop(tmp_path)
    for day, facts in ((3, 7), (9, 1)):
        at(handed(shop, f"{day}.json", text("Дуга", facts)), day)
    collect(shop, [tmp_path / "came"])
    assert states(shop)[1][2] and "an older one holds more" in states(shop)[1][3]


def test_without_dates_the_furthest_counts(tmp_path):
    shop = workshop(tmp_path)
    for name, facts in (("a", 2), ("b", 5), ("c", 3)):
        os.utime(handed(shop, f"{name}.json", text("Дуга", facts)), (0, 0))
    collect(shop, [tmp_path / "came"])
    assert [counts for *_, counts, _ in states(shop)] == [False, True, False]
    assert "the furthest of 3" in states(shop)[1][3]


def test_a_date_in_moodles_zip_goes_before_the_zips_own(tmp_path):
    shop = workshop(tmp_path)
    members = [(dated(f"{day}/media-plan.json", datetime(2026, 11, day)), text("Дуга", day)) for day in (9, 4)]
    collected(shop, "all.zip", zipped(*members))
    assert {one.received.day: one.counts for one in read(shop).taken} == {9: True, 4: False}


def test_the_same_plan_twice_is_kept_once_and_told(tmp_path):
    shop = workshop(tmp_path)
    handed(shop, "a.json", text("Дуга", 1))
    handed(shop, "b (1).json", text("Дуга", 1))
    collect(shop, [tmp_path / "came"])
    assert [(one[1], one[2]) for one in states(shop)] == [(1, True), (1, False)]
    assert states(shop)[1][3] == "the same plan as number 1, which is kept"
    assert [one.name for one in (shop.collected / "T1").iterdir()] == ["1"]


def test_the_same_plan_that_now_brings_its_files_is_kept_anew(tmp_path):
    shop, data = workshop(tmp_path), packed(tmp_path / "a")
    with ZipFile(tmp_path / "a" / "out.zip") as zip_:
        bare = zip_.read(NAME)
    collected(shop, "1.json", bare)
    assert collected(shop, "2.zip", data).taken[0].n == 2 and len(list(shop.collected.glob("T1/*"))) == 2


def test_a_file_that_changed_under_its_name_is_another_hand_in_and_the_old_one_stays(tmp_path):
    shop = workshop(tmp_path)
    at(handed(shop, "Дуга/media-plan.json", text("Дуга", 1)), 3)
    collect(shop, [tmp_path / "came"])
    at(handed(shop, "Дуга/media-plan.json", text("Дуга", 2)), 5)
    collect(shop, [tmp_path / "came"])
    assert (shop.submissions / "came/Дуга/media-plan.json").read_bytes() == text("Дуга", 1)
    assert (shop.submissions / "came (2)/Дуга/media-plan.json").read_bytes() == text("Дуга", 2)
    assert [counts for *_, counts, _ in states(shop)] == [False, True]
    assert not collect(shop, [tmp_path / "came"]).taken


@pytest.mark.parametrize(
    ("name", "team", "taken"),
    [
        ("x.json", "ДУГА ", "T1"),
        ("x.json", "Уголек", "T3"),
        ("x.json", "t2", "T2"),
        ("Дуга (1).json", "", "T1"),
        ("Команда Дуга финал.json", "", "T1"),
        ("Valve_v2.json", "", "T2"),
        ("Valve.json", "Дуга", "T1"),
    ],
)
def test_a_team_is_told_by_the_plan_else_by_the_file(name, team, taken, tmp_path):
    assert [one.team for one in collected(workshop(tmp_path), name, text(team)).taken] == [taken]


def test_a_plan_in_another_teams_file_is_told(tmp_path):
    (one,) = collected(workshop(tmp_path), "Valve.json", text("Дуга")).taken
    assert "but it came as Valve's: ask both teams" in one.cleaned


def test_an_unknown_team_gets_an_id_and_is_told(tmp_path):
    shop = workshop(tmp_path)
    first = collected(shop, "a.json", text("Искра", 1)).taken[0]
    second = collected(shop, "b.json", text("искра", 2)).taken[0]
    assert first.team == second.team and first.team.startswith("new-iskra-") and second.n == 2
    assert "cohort.json knows no team “Искра”" in first.cleaned[0] and first.team in first.cleaned[0]


def test_a_team_that_joins_the_cohort_later_gets_its_plans(tmp_path):
    shop = workshop(tmp_path)
    handed(shop, "a.zip", packed(tmp_path / "a", "Искра", 1))
    handed(shop, "b.json", text("Искра", 3))
    handed(shop, "c.json", text("Искра", 3))
    collect(shop, [tmp_path / "came"])
    more = COHORT.model_copy(deep=True)
    more.teams.append(Team(id="T4", name="Искра"))
    shop.save(more)
    done = collect(shop)
    assert [(one.team, one.n) for one in done.register.taken] == [("T4", 1), ("T4", 1), ("T4", 2)] and not done.taken
    assert [one.name for one in shop.collected.iterdir()] == ["T4"] and not done.register.taken[0].cleaned
    shop.register.unlink()
    assert {(one.team, one.n) for one in collect(shop).register.taken} == {("T4", 1), ("T4", 2)}


def test_a_made_id_in_the_cohort_serves_as_well(tmp_path):
    shop = workshop(tmp_path)
    id_ = collected(shop, "a.json", text("Искра")).taken[0].team
    more = COHORT.model_copy(deep=True)
    more.teams.append(Team(id=id_, name="Another name"))
    shop.save(more)
    (one,) = collected(shop, "b.json", text("Искра", 2)).taken
    assert one.team == id_ and one.n == 2 and not one.cleaned


def test_a_collected_copy_that_was_deleted_is_made_again(tmp_path):
    shop = workshop(tmp_path)
    collected(shop, "a.zip", packed(tmp_path / "a"))
    shutil.rmtree(shop.collected / "T1")
    assert [(one.team, one.n) for one in collect(shop).taken] == [("T1", 1)]
    assert plan_of(shop, read(shop).taken[0]).team.name == "Дуга"


def test_two_teams_of_one_name_are_not_guessed_between(tmp_path):
    twice = COHORT.model_copy(deep=True)
    twice.teams[1].name = "Дуга"
    (one,) = collected(workshop(tmp_path, twice), "x.json", text("Дуга")).taken
    assert one.team.startswith("new-")


def test_a_plan_edited_by_hand_is_taken_and_told(tmp_path):
    (one,) = collected(workshop(tmp_path), "x.json", json.dumps(json.loads(text())).encode()).taken
    assert "edited by hand" in one.cleaned[0]


@pytest.mark.parametrize(
    ("data", "kind", "said"),
    [
        (text().replace(b'"team": {', b'"team": {"name": "x", "name": "y",'), "damaged", "twice in one place"),
        (text()[:-40], "damaged", "breaks off"),
        (text("Дуга").decode().encode("cp1251"), "damaged", "not UTF-8"),
        (text().replace(b'"members": []', b'"members": 7'), "damaged", "team.members"),
        (text().replace(f'"schema_version": {VERSION}'.encode(), b'"schema_version": 99'), "newer", "newer promplan"),
        (b"{" + b'"a": 1, ' * 200_000 + b'"schema_version": 1}', "too large", "larger than a plan"),
        (b'{"schema_version": ' + b"[" * 10_000, "damaged", "nested"),
    ],
)
def test_a_plan_that_cannot_be_read_says_why_and_stops_nobody(data, kind, said, tmp_path):
    shop = workshop(tmp_path)
    handed(shop, "Valve.json", text("Valve"))
    handed(shop, "media-plan.json.json", b"")
    handed(shop, "Дуга/media-plan.json", data)
    done = collect(shop, [tmp_path / "came"])
    assert [one.team for one in done.taken] == ["T2"]
    assert kind in {one.kind for one in done.refused} and any(said in one.why for one in done.refused)


def test_an_older_plan_is_lifted_when_it_is_read_and_kept_as_it_came(tmp_path):
    old = json.dumps({"schema_version": 1, "team": {"name": "Valve"}}).encode()
    shop = workshop(tmp_path)
    (one,) = collected(shop, "x.json", old).taken
    assert one.team == "T2" and not one.cleaned and (shop.collected / "T2/1" / NAME).read_bytes() == old


def test_a_register_that_is_lost_or_broken_is_made_anew_from_the_folders(tmp_path):
    shop = workshop(tmp_path)
    handed(shop, "a.zip", packed(tmp_path / "a"))
    handed(shop, "b.zip", zipped(("media-plan.json", text("Дуга", 4))))
    collect(shop, [tmp_path / "came"])
    before = {one.source: one.n for one in read(shop).taken}
    for broken in (None, "{", '{"taken": [1]}'):
        shop.register.unlink() if broken is None else shop.register.write_text(broken)
        assert not collect(shop).taken and {one.source: one.n for one in read(shop).taken} == before


def test_somebody_elses_folder_among_the_collected_is_left_alone(tmp_path):
    shop = workshop(tmp_path)
    (shop.collected / "T1" / "1").mkdir(parents=True)
    (shop.collected / "T1" / "1" / "notes.txt").write_text("mine")
    assert collected(shop, "x.json", text()).taken[0].n == 2
    assert (shop.collected / "T1" / "1" / "notes.txt").read_text() == "mine"


def test_two_collectings_at_once_are_refused_in_words(tmp_path):
    from filelock import FileLock

    shop = workshop(tmp_path)
    (shop.root / ".collecting").mkdir()
    with FileLock(str(shop.root / ".collecting" / "lock")), pytest.raises(Problem, match="Another collecting"):
        collect(shop)


def test_a_source_that_is_not_there_is_said(tmp_path):
    with pytest.raises(Problem, match="no file or folder"):
        collect(workshop(tmp_path), [tmp_path / "nowhere"])


def test_the_workshops_own_folder_is_no_source(tmp_path):
    shop = workshop(tmp_path)
    with pytest.raises(Problem, match="lies in"):
        collect(shop, [tmp_path])


def test_a_plan_without_a_name_and_with_a_hostile_one(tmp_path):
    shop = workshop(tmp_path)
    handed(shop, "a.json", raw([]) + text(""))
    handed(shop, "b.json", text("../../../etc"))
    handed(shop, "c.json", text("=HYPERLINK(1)\u202e"))
    handed(shop, "d.json", text("." * 300))
    done = collect(shop, [tmp_path / "came"])
    assert len(done.taken) == 3 and all(one.parent == shop.collected for one in shop.collected.iterdir())
    assert all(one.name.startswith("new-") for one in shop.collected.iterdir())


@pytest.mark.parametrize("place", ["promplan.cohort.walk.tempfile.SpooledTemporaryFile", "promplan.cohort.keep.write"])
def test_a_full_disk_stops_in_words_and_the_next_run_goes_on(place, tmp_path, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    shop = workshop(tmp_path)
    handed(shop, "a.zip", zipped(("Дуга/x.zip", packed(tmp_path / "a"))))
    with monkeypatch.context() as patch:
        patch.setattr(place, full)
        with pytest.raises(Problem, match=r"No space left .* collect again"):
            collect(shop, [tmp_path / "came"])
    assert [one.team for one in collect(shop, [tmp_path / "came"]).taken] == ["T1"]


def test_progress_grows_to_the_whole(tmp_path):
    shop, seen = workshop(tmp_path), []
    for n in range(5):
        handed(shop, f"{n}.zip", zipped(("media-plan.json", text("Дуга", n))))
    collect(shop, [tmp_path / "came"], lambda done, of, what: seen.append((done, of)))
    assert seen[-1][0] == seen[-1][1] and all(done <= of for done, of in seen)


def test_a_team_reaches_further_with_every_record():
    from promplan.cohort.standing import reach

    assert [reach(plan("x", n)) for n in range(3)] == [0, 1, 2]
