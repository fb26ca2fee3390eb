"""Do `promplan merge` and `promplan pack` say what they did, and write nothing that nobody decided?"""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from promplan.cli.app import app
from promplan.plan import Plan, edit
from promplan.plan.codec import dumps
from promplan.plan.document import Attachment
from promplan.plan.files import FOLDER, keep
from promplan.plan.pack import pack, unpack
from promplan.plan.store import NAME, read


def facts(*statements: str, plan: Plan | None = None, **more: object) -> Plan:
    plan = plan or edit.put(Plan(), "team", {"name": "Arc"})
    for one in statements:
        plan, _ = edit.add(plan, "enterprise.facts", {"statement": one, **more})
    return plan


@pytest.fixture
def write(tmp_path: Path):
    def to(name: str, plan: Plan) -> Path:
        file = tmp_path / name / NAME
        file.parent.mkdir()
        file.write_bytes(dumps(plan))
        return file

    return to


def run(*words: object) -> tuple[int, str]:
    """Exit code and words."""
    done = CliRunner().invoke(app, [str(word) for word in words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def said(file: Path) -> list[str]:
    return [one.statement for one in read(file).enterprise.facts]


def test_two_copies_are_joined_into_mine_and_what_came_is_said(write):
    mine, theirs = write("mine", facts("14 presses")), write("theirs", facts("A shift lasts eleven hours"))
    code, words = run("merge", mine, theirs)
    assert code == 0 and said(mine) == ["14 presses", "A shift lasts eleven hours"]
    assert "New from media-plan.json: F2." in words and "F1 → F2" in words and "Joined:" in words
    assert said(theirs) == ["A shift lasts eleven hours"]


def test_joining_keeps_a_backup_of_mine(write):
    mine, theirs = write("mine", facts("14 presses")), write("theirs", facts("A shift lasts eleven hours"))
    before = mine.read_bytes()
    run("merge", mine, theirs)
    assert (mine.parent / "plan-backups" / "media-plan-1.json").read_bytes() == before


def test_what_both_changed_is_shown_field_by_field_and_nothing_is_written(write):
    mine, theirs = write("mine", facts("14 presses", value=14.0)), write("theirs", facts("14 presses", value=15.5))
    before = mine.read_bytes()
    code, words = run("merge", mine, theirs)
    assert code == 1 and mine.read_bytes() == before
    assert "Different in the copies: F1" in words and "Value: mine 14 | theirs 15.5" in words
    assert "--mine or --theirs" in words


@pytest.mark.parametrize(("side", "value"), [("--mine", 14.0), ("--theirs", 15.5)])
def test_one_word_decides_all(write, side, value):
    mine, theirs = write("mine", facts("14 presses", value=14.0)), write("theirs", facts("14 presses", value=15.5))
    assert run("merge", mine, theirs, side)[0] == 0
    assert read(mine).enterprise.facts[0].value == value


def test_with_an_older_copy_a_removal_follows(write):
    old = facts("14 presses", "a ring")
    mine, theirs = write("mine", old), write("theirs", edit.remove(old, "enterprise.facts/F1"))
    code, words = run("merge", mine, theirs, "--base", write("old", old))
    assert code == 0 and said(mine) == ["a ring"] and "Removed there, so removed here: F1." in words


def test_the_joined_plan_may_go_to_a_new_file_and_never_over_another(write, tmp_path):
    mine, theirs = write("mine", facts("14 presses")), write("theirs", facts("A shift lasts eleven hours"))
    out = tmp_path / "joined.json"
    assert run("merge", mine, theirs, "--out", out)[0] == 0
    assert (len(said(out)), said(mine)) == (2, ["14 presses"])
    code, words = run("merge", mine, theirs, "--out", theirs)
    assert code == 2 and "left as it is" in words and said(theirs) == ["A shift lasts eleven hours"]


def test_a_zip_of_a_teammate_brings_its_pictures(write, tmp_path):
    mine, theirs = write("mine", facts("14 presses")), write("theirs", facts("14 presses"))
    picture = Attachment(id="X1", **keep(theirs.parent, b"a picture", "ring.jpg"))
    theirs.write_bytes(dumps(read(theirs).model_copy(update={"attachments": [picture]})))
    packed = tmp_path / "Arc.promplan.zip"
    packed.write_bytes(pack(theirs))
    code, words = run("merge", mine, packed)
    assert code == 0 and "New from Arc.promplan.zip: X1." in words
    assert (mine.parent / FOLDER / picture.sha256).read_bytes() == b"a picture"
    code, words = run("merge", packed, mine)
    assert code == 2 and "--out" in words


def test_pictures_that_came_with_neither_copy_are_named(write):
    mine = write("mine", Plan())
    picture = Attachment(id="X1", name="ring.jpg", media_type="image/jpeg", sha256="0" * 64, size=1)
    code, words = run("merge", mine, write("theirs", Plan(attachments=[picture])))
    assert code == 0 and "ring.jpg" in words and "plan-files" in words


@pytest.mark.parametrize("spoiled", [b"\xff\xd8", b"PK\x03\x04", b"{}"])
def test_what_cannot_be_read_is_named(write, tmp_path, spoiled):
    (tmp_path / "photo.json").write_bytes(spoiled)
    code, words = run("merge", write("mine", Plan()), tmp_path / "photo.json")
    assert code == 2 and "photo.json" in words


def test_plans_of_two_teams_are_not_joined(write):
    other = edit.put(edit.put(Plan(), "meta", {"plan_id": "b"}), "team", {"name": "Дуга"})
    code, words = run("merge", write("mine", facts()), write("theirs", other), "--theirs")
    assert code == 2 and "Arc" in words and "Дуга" in words


def test_mine_and_theirs_at_once_is_no_answer(write):
    mine = write("mine", Plan())
    assert run("merge", mine, mine, "--mine", "--theirs")[0] == 2


def test_control_codes_in_a_team_s_words_do_not_reach_the_terminal(write):
    mine, theirs = write("mine", facts("14 presses")), write("theirs", facts("14 presses", source="\x1b[2Jgone"))
    assert "\x1b[2J" not in run("merge", mine, theirs)[1]


def test_nothing_new_is_said_too(write):
    assert "nothing new" in run("merge", write("mine", facts("a")), write("theirs", facts("a")))[1]


def test_a_language_that_the_course_does_not_speak_is_named(write):
    code, words = run("merge", write("mine", facts("a")), write("theirs", facts("a")), "--lang", "de")
    assert code == 2 and "en and ru" in words


def test_pack_prints_the_zip_s_name(write, tmp_path):
    file = write("mine", facts("14 presses"))
    code, words = run("pack", file)
    assert code == 0 and words.strip().endswith("Arc.promplan.zip")
    assert unpack(file.with_name("Arc.promplan.zip").read_bytes())[0] == read(file)
    code, words = run("pack", file, "--out", tmp_path / "there.zip")
    assert code == 0 and (tmp_path / "there.zip").is_file()


def test_pack_of_nothing_says_what_is_missing(tmp_path):
    code, words = run("pack", tmp_path / NAME)
    assert code == 2 and NAME in words


def test_merge_says_who_stays_only_where_both_changed_the_same(write):
    mine, theirs = write("mine", facts("14 presses")), write("theirs", facts("A shift lasts eleven hours"))
    assert "Mine stays" not in run("merge", mine, theirs, "--mine")[1]
    one, other = write("one", facts("a", value=1.0)), write("other", facts("a", value=2.0))
    assert "Theirs comes." in run("merge", one, other, "--theirs")[1]


def test_merge_and_pack_speak_russian(write):
    mine, theirs = write("mine", facts("14 presses")), write("theirs", facts("A shift lasts eleven hours"))
    assert "Новое" in run("merge", mine, theirs, "--lang", "ru")[1]
    code, words = run("pack", mine.with_name("gone.json"), "--lang", "ru")
    assert code == 2 and "Файла gone.json" in words


def test_pack_writes_over_a_stranger_s_file_only_where_it_is_told_to(write, tmp_path):
    plan, out = write("mine", facts("14 presses")), tmp_path / "there.zip"
    out.write_text("my notes")
    assert run("pack", plan, "--out", out)[0] == 2 and out.read_text() == "my notes"
    assert run("pack", plan, "--out", out, "--force") == (0, f"{out}\n") and unpack(out.read_bytes())[0] == read(plan)
